"""Named tuples behave as those of `typing`; only their annotations are evaluated later."""

from __future__ import annotations

import pickle
from typing import Annotated, Generic, TypeVar, get_type_hints

import pytest

from tradefacts.named_tuples import NamedTuple

Number = TypeVar("Number")


class Ends(NamedTuple, Generic[Number]):
    """Two ends."""

    low: Number
    high: Number


class Amount(NamedTuple):
    """An amount of money."""

    number: Annotated[int, "whole units"]
    currency: str = "USD"

    @property
    def is_debt(self) -> bool:
        """Whether it is below zero."""
        return self.number < 0

    @classmethod
    def parse(cls, text: str) -> Amount:
        """Return the amount written as `5 USD`."""
        number, currency = text.split()
        return cls(int(number), currency)

    def __str__(self) -> str:
        """Return the written form."""
        return f"{self.number} {self.currency}"


def test_fields_are_given_by_place_or_by_name_with_defaults() -> None:
    amount = Amount(5)

    assert amount == Amount(number=5, currency="USD") == (5, "USD")
    assert amount._replace(currency="KZT")._asdict() == {"number": 5, "currency": "KZT"}
    assert Amount._field_defaults == {"currency": "USD"}
    with pytest.raises(TypeError):
        Amount()  # type: ignore[call-arg]  # a field has no default


def test_a_body_keeps_its_methods_and_its_docstring() -> None:
    amount = Amount.parse("-5 KZT")

    assert amount.is_debt
    assert (str(amount), repr(amount)) == ("-5 KZT", "Amount(number=-5, currency='KZT')")
    assert (Amount.__doc__, Amount.__module__, Amount.__qualname__) == ("An amount of money.", __name__, "Amount")
    assert pickle.loads(pickle.dumps(amount)) == amount  # noqa: S301 - what was just written


def test_annotations_are_text_until_they_are_read() -> None:
    assert Amount.__annotations__["number"] == "Annotated[int, 'whole units']"
    assert get_type_hints(Amount, include_extras=True)["number"].__metadata__ == ("whole units",)


def test_a_named_tuple_can_be_generic() -> None:
    assert Ends[int](1, 2) == Ends(low=1, high=2) == (1, 2)
    assert get_type_hints(Ends)["low"] is Number
