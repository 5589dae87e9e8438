"""From a validated record to the row of the compiled base: direction, months, interval, finished JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradefacts.factbase.claim import STORED
from tradefacts.figure import settle_figure
from tradefacts.figure.short import write_short
from tradefacts.interval import Interval
from tradefacts.period import Period, format_month
from tradefacts.places import Pair
from tradefacts.text import write_json

if TYPE_CHECKING:
    from tradefacts.figure import Figure
    from tradefacts.records import AnyFact, Source

_OPEN = Interval(None, None)
_PAGE = ("publisher", "origin", "title", "url", "published", "language")


def make_row(order: int, fact: AnyFact, stored: dict[str, Any]) -> list[Any]:
    """Return the values of `STORED` for one fact; `stored` are its keys as the file has them, in its order."""
    figure = _settle(stored)
    strict, loose = find_intervals(stored, figure)
    derived: dict[str, Any] = {"pair": None, **_find_months(stored), "low": strict.low, "high": strict.high}
    columns = {**stored, **derived, **_find_direction(stored), "order": order, "amount": find_amount(stored)}
    columns["loose_low"], columns["loose_high"] = loose
    columns["shown"] = _shorten(stored, figure)
    if (country := stored.get("country")) is not None:
        pair = Pair.of(country, stored["partner"])
        columns["pair"] = str(pair)
        derived["pair"] = list(pair)
    columns["body"] = write_json({name: stored[name] for name in fact.__dataclass_fields__} | derived)[:-1]
    return [columns.get(name) for name in STORED]


def find_amount(stored: dict[str, Any]) -> int | float | None:
    """Return the figure that a fact records: its value or its percent; None for a term or an event."""
    amount: int | float | None = stored.get("value", stored.get("percent"))
    return amount


def find_intervals(stored: dict[str, Any], figure: Figure | None) -> tuple[Interval, Interval]:
    """Return what the printed figure stands for, strictly and loosely, in units of the currency or in percent.

    A target is exact: it is meant, not measured. A figure that its printed form does not explain is open on both
    sides; lint says so.
    """
    bound = stored.get("bound")
    if stored["kind"] == "target":
        amount = find_amount(stored)
        exact = Interval(None if bound == "<" else amount, None if bound == ">" else amount)
        return exact, exact
    if figure is None or bound is None:
        return _OPEN, _OPEN
    return figure.interval(bound), figure.interval(bound, loose=True)


def write_page(source: Source) -> str:
    """Return the page of a claim as the JSON object that scripts get."""
    return write_json({name: getattr(source, name) for name in _PAGE})


def _settle(stored: dict[str, Any]) -> Figure | None:
    amount = find_amount(stored)
    return None if amount is None else settle_figure(stored["printed"], amount)


def _shorten(stored: dict[str, Any], figure: Figure | None) -> str | None:
    """Return the figure as tables show it; as printed where the printed form does not explain its value."""
    if "printed" not in stored:
        return None
    if figure is None:
        return str(stored["printed"])
    currency = stored.get("currency")
    return write_short(figure, stored["bound"], currency=currency, is_change=stored["kind"] == "growth")


def _find_months(stored: dict[str, Any]) -> dict[str, str | None]:
    if stored.get("period") is None:
        return {"first": None, "last": None}
    period = Period.parse(stored["period"])
    return {"first": format_month(period.first), "last": format_month(period.last)}


def _find_direction(stored: dict[str, Any]) -> dict[str, str]:
    """Return who sends and who receives: KZ imports from KG is KG → KZ, as KG exports to KZ is."""
    if stored.get("flow") == "exports":
        return {"exporter": stored["country"], "importer": stored["partner"]}
    if stored.get("flow") == "imports":
        return {"exporter": stored["partner"], "importer": stored["country"]}
    return {}
