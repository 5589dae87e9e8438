"""The keys that a fact gets beside its stored ones: each an entry of one table, with what computes it."""

from __future__ import annotations

from collections.abc import Callable  # noqa: TC003 - a named tuple keeps its annotations
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any, NamedTuple

from tradefacts.forms import Address, Date, Name, PlaceCode, Written
from tradefacts.period import Period, format_month
from tradefacts.places import Pair
from tradefacts.records import Record

Stored = dict[str, Any]
Measured = dict[str, Any]
"""What the printed figure of a fact stands for, by the columns of the compiled base; empty without a figure."""

_REMEMBERED = 1 << 15
"""Periods and pairs whose results are kept: many facts share them. It bounds the memory they take."""

_Month = Annotated[str, Written(r"^[0-9]{4}-[0-9]{2}$", "a month")]


@dataclass(frozen=True)
class Page(Record):
    """The page that printed a claim."""

    publisher: Annotated[Name, "who published it"]
    origin: Annotated[Name | None, "the agency the page credits"]
    title: Annotated[Name | None, "the page's title"]
    url: Annotated[Address | None, "the page's address"]
    published: Annotated[Date | None, "when the page was published"]
    language: Annotated[str, "ISO 639 code"]
    retrieved: Annotated[Date | None, "when the page was read"]
    archived: Annotated[Address | None, "address of an archived copy"]
    inferred: Annotated[tuple[str, ...], "keys that the page does not print, such as a date taken from the address"]


class DerivedKey(NamedTuple):
    """One derived key: its type, its description, and what computes it; None where it comes from the fact's page."""

    type: Any
    description: str
    compute: Callable[[Stored, Measured], Any] | None = None


def _get_pair(stored: Stored, _: Measured) -> Pair | None:
    return find_pair(stored["country"], stored["partner"]) if "partner" in stored else None


def _get_exporter(stored: Stored, _: Measured) -> str | None:
    return _find_direction(stored)[0]


def _get_importer(stored: Stored, _: Measured) -> str | None:
    return _find_direction(stored)[1]


def _get_first(stored: Stored, _: Measured) -> str | None:
    return _find_months(stored.get("period"))[0]


def _get_last(stored: Stored, _: Measured) -> str | None:
    return _find_months(stored.get("period"))[1]


def _get_months(stored: Stored, _: Measured) -> int | None:
    return _find_months(stored.get("period"))[2]


def _get_low(_: Stored, measured: Measured) -> Any:  # noqa: ANN401 - a number, or None
    return measured.get("low")


def _get_high(_: Stored, measured: Measured) -> Any:  # noqa: ANN401 - a number, or None
    return measured.get("high")


_OPEN = "; null if open"
DERIVED: dict[str, DerivedKey] = {
    "pair": DerivedKey(
        tuple[PlaceCode, PlaceCode] | None, "the two places, sorted; null if the fact has no pair", _get_pair
    ),
    "exporter": DerivedKey(
        PlaceCode | None,
        "place that sends the goods, whatever the wording; null for turnover and balance",
        _get_exporter,
    ),
    "importer": DerivedKey(
        PlaceCode | None,
        "place that receives the goods, whatever the wording; null for turnover and balance",
        _get_importer,
    ),
    "first": DerivedKey(_Month | None, "first month of its period", _get_first),
    "last": DerivedKey(_Month | None, "last month of its period", _get_last),
    "months": DerivedKey(int | None, "how many months its period has", _get_months),
    "low": DerivedKey(
        int | float | None, f"lower end of the range that the printed figure stands for{_OPEN}", _get_low
    ),
    "high": DerivedKey(
        int | float | None, f"upper end of the range that the printed figure stands for{_OPEN}", _get_high
    ),
    "voice": DerivedKey(
        Name,
        "the independent source: id of the person or body, or else the agency the page credits, or else the publisher",
    ),
    "page": DerivedKey(Page, "the page that printed it"),
}
"""The derived keys in the order in which they follow the stored ones."""


@lru_cache(_REMEMBERED)
def find_pair(country: str, partner: str) -> Pair:
    """Return the pair of two codes."""
    return Pair.of(country, partner)


@lru_cache(_REMEMBERED)
def _find_months(written: str | None) -> tuple[str | None, str | None, int | None]:
    if written is None:
        return None, None, None
    period = Period.parse(written)
    return format_month(period.first), format_month(period.last), period.months


def _find_direction(stored: Stored) -> tuple[str | None, str | None]:
    """Return who sends and who receives: KZ imports from KG is KG → KZ, as KG exports to KZ is."""
    if stored.get("flow") == "exports":
        return stored["country"], stored["partner"]
    if stored.get("flow") == "imports":
        return stored["partner"], stored["country"]
    return None, None
