"""From a validated record to the row of the compiled base: direction, months, interval, finished JSON."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from tradefacts.factbase.claim import STORED
from tradefacts.figure import settle_figure
from tradefacts.figure.short import write_short
from tradefacts.interval import Interval
from tradefacts.period import Period, format_month
from tradefacts.places import Pair
from tradefacts.text import write_json

if TYPE_CHECKING:
    from tradefacts.figure import Bound, Figure
    from tradefacts.figure.value import Form
    from tradefacts.records import AnyFact, Source

_OPEN: Interval[int | float] = Interval(None, None)
_FORMS: tuple[Form, ...] = ("strict", "loose", "wide")
_PAGE = ("publisher", "origin", "title", "url", "published", "language")
_REMEMBERED = 1 << 15
"""Figures and periods kept worked out: many pages print the same ones. It bounds the memory they take."""


def make_row(order: int, fact: AnyFact, stored: dict[str, Any]) -> list[Any]:
    """Return the values of `STORED` for one fact; `stored` are its keys as the file has them, in whatever order."""
    derived: dict[str, Any] = {"pair": None, "first": None, "last": None, "low": None, "high": None}
    row = {**stored, "order": order, "amount": find_amount(stored)}
    if (country := stored.get("country")) is not None:
        derived["pair"] = pair = _find_pair(country, stored["partner"])
        row["pair"] = str(pair)
        row["exporter"], row["importer"] = _find_direction(stored)
    if (period := stored.get("period")) is not None:
        row["first"], row["last"] = derived["first"], derived["last"] = _find_months(period)
    if row["amount"] is not None:
        measured = _measure(stored["kind"], stored["printed"], row["amount"], stored["bound"], stored.get("currency"))
        row.update(measured)
        derived["low"], derived["high"] = measured["low"], measured["high"]
    row["body"] = write_json({name: stored[name] for name in fact.__dataclass_fields__} | derived)[:-1]
    return list(map(row.get, STORED))


def find_amount(stored: dict[str, Any]) -> int | float | None:
    """Return the figure that a fact records: its value or its percent; None for a term or an event."""
    amount: int | float | None = stored.get("value", stored.get("percent"))
    return amount


def write_page(source: Source) -> str:
    """Return the page of a claim as the JSON object that scripts get."""
    return write_json({name: getattr(source, name) for name in _PAGE})


@lru_cache(_REMEMBERED)
def _measure(kind: str, printed: str, amount: float, bound: Bound, currency: str | None) -> dict[str, Any]:
    """Return what the printed figure stands for, strictly and loosely, and how tables show it.

    A figure that its printed form does not explain is open on both sides, and shown as printed; lint says so.
    """
    figure = settle_figure(printed, amount)
    strict, loose, wide = _find_intervals(kind, figure, amount, bound)
    ends = {
        "low": strict.low,
        "high": strict.high,
        "loose_low": loose.low,
        "loose_high": loose.high,
        "wide_low": wide.low,
        "wide_high": wide.high,
    }
    if figure is None:
        return {**ends, "shown": printed}
    return {**ends, "shown": write_short(figure, bound, currency=currency, is_change=kind == "growth")}


def _find_intervals(kind: str, figure: Figure | None, amount: float, bound: Bound) -> tuple[Interval[int | float], ...]:
    """Return the strict, the loose and the wide interval. A target is exact: it is meant, not measured."""
    if kind == "target":
        return (Interval(None if bound == "<" else amount, None if bound == ">" else amount),) * 3
    if figure is None:
        return (_OPEN,) * 3
    return tuple(figure.interval(bound, form) for form in _FORMS)


@lru_cache(_REMEMBERED)
def _find_pair(country: str, partner: str) -> Pair:
    return Pair.of(country, partner)


@lru_cache(_REMEMBERED)
def _find_months(written: str) -> tuple[str, str]:
    period = Period.parse(written)
    return format_month(period.first), format_month(period.last)


def _find_direction(stored: dict[str, Any]) -> tuple[str | None, str | None]:
    """Return who sends and who receives: KZ imports from KG is KG → KZ, as KG exports to KZ is."""
    if stored.get("flow") == "exports":
        return stored["country"], stored["partner"]
    if stored.get("flow") == "imports":
        return stored["partner"], stored["country"]
    return None, None
