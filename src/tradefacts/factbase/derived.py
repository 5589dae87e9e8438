"""The keys that a fact gets beside its stored ones: each an entry of one table, with what computes it."""

from __future__ import annotations

from collections.abc import Callable  # noqa: TC003 - a named tuple keeps its annotations
from dataclasses import dataclass
from typing import Annotated, Any

from tradefacts.forms import Address, Date, Name, PlaceCode, Written
from tradefacts.named_tuples import NamedTuple
from tradefacts.period import Period, format_month
from tradefacts.places import Pair
from tradefacts.records import Record

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
    """One derived key: its type, its description, and what it is computed from and how.

    `given` are stored keys, or the ends of what the printed figure stands for; a fact that lacks one of them has null.
    A key that comes from the fact's page is not computed.
    """

    type: Any
    description: str
    given: tuple[str, ...] = ()
    compute: Callable[..., Any] | None = None


def _find_exporter(country: str, partner: str, flow: str) -> str | None:
    """Return who sends the goods: KZ imports from KG is KG → KZ, as KG exports to KZ is."""
    return {"exports": country, "imports": partner}.get(flow)


def _find_importer(country: str, partner: str, flow: str) -> str | None:
    return {"exports": partner, "imports": country}.get(flow)


def _find_first(period: str | None) -> str | None:
    return None if period is None else format_month(Period.parse(period).first)


def _find_last(period: str | None) -> str | None:
    return None if period is None else format_month(Period.parse(period).last)


def _count_months(period: str | None) -> int | None:
    return None if period is None else Period.parse(period).months


_PLACES, _DIRECTION, _PERIOD = ("country", "partner"), ("country", "partner", "flow"), ("period",)
_OPEN = "; null if open"
DERIVED: dict[str, DerivedKey] = {
    "pair": DerivedKey(
        tuple[PlaceCode, PlaceCode] | None,
        "the two places, sorted; null if the fact has no pair",
        _PLACES,
        Pair.of,
    ),
    "exporter": DerivedKey(
        PlaceCode | None,
        "place that sends the goods, whatever the wording; null for turnover and balance",
        _DIRECTION,
        _find_exporter,
    ),
    "importer": DerivedKey(
        PlaceCode | None, "place that receives the goods; null for turnover and balance", _DIRECTION, _find_importer
    ),
    "first": DerivedKey(_Month | None, "first month of its period", _PERIOD, _find_first),
    "last": DerivedKey(_Month | None, "last month of its period", _PERIOD, _find_last),
    "months": DerivedKey(int | None, "how many months its period has", _PERIOD, _count_months),
    "low": DerivedKey(
        int | float | None,
        f"lower end of the range that the printed figure stands for{_OPEN}",
        ("low", "high"),
        lambda low, _: low,
    ),
    "high": DerivedKey(
        int | float | None,
        f"upper end of the range that the printed figure stands for{_OPEN}",
        ("low", "high"),
        lambda _, high: high,
    ),
    "voice": DerivedKey(
        Name,
        "the independent source: id of the person or body, or else the agency the page credits, or else the publisher",
    ),
    "page": DerivedKey(Page, "the page that printed it"),
}
"""The derived keys in the order in which they follow the stored ones."""
