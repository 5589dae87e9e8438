"""From a validated record to the row of the compiled base: direction, months, interval, finished JSON."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from tradefacts.factbase.claim import STORED
from tradefacts.factbase.derived import DERIVED, Page
from tradefacts.figure.notation import format_printed, format_short
from tradefacts.figure.parsing import settle_figure
from tradefacts.interval import Interval
from tradefacts.records import get_keys
from tradefacts.text import write_json
from tradefacts.vocabulary import KINDS, PUBLISHED

if TYPE_CHECKING:
    from tradefacts.factbase.derived import Measured
    from tradefacts.figure.value import Bound, Form, ParsedFigure
    from tradefacts.records import Fact, Source

_OPEN: Interval[int | float] = Interval(None, None)
_FORMS: tuple[Form, ...] = ("strict", "loose", "wide")
_PAGE = tuple(get_keys(Page))
_COMPUTED = {name: key.compute for name, key in DERIVED.items() if key.compute is not None}
_REMEMBERED = 1 << 15
"""Figures whose intervals are kept: many pages print the same ones. It bounds the memory they take."""


def make_row(order: int, record: type[Fact], stored: dict[str, Any]) -> list[Any]:
    """Return the values of `STORED` for one fact; `stored` are its keys as the file has them, in whatever order."""
    kind = KINDS[stored["kind"]]
    measured: Measured = {}
    row = {**stored, "order": order, "amount": find_amount(stored)}
    if row["amount"] is not None:
        measured = _measure(kind.name, stored["printed"], row["amount"], stored["bound"], stored.get("currency"))
    derived = {name: compute(stored, measured) for name, compute in _COMPUTED.items()}
    row |= derived | measured
    pair = derived["pair"]
    row["pair_code"] = None if pair is None else str(pair)
    row["inferred_keys"] = " ".join(stored["inferred"]) or None
    row["moment"] = _find_moment(stored["kind"], row)
    keys = {name: stored.get(name) for name in get_keys(record)}
    row["body"] = write_json(keys | derived)[:-1]
    return list(map(row.get, STORED))


def find_amount(stored: dict[str, Any]) -> int | float | None:
    """Return the figure that a fact records; None for a kind without one."""
    key = KINDS[stored["kind"]].figure
    return None if key is None else stored[key]


def format_page(source: Source) -> str:
    """Return the page of a claim as the JSON object that scripts get."""
    return write_json({name: getattr(source, name) for name in _PAGE})


def _find_moment(kind: str, row: dict[str, Any]) -> str | None:
    """Return the date that places a fact in time; None where that is the date of its page, or it has none."""
    otherwise = KINDS[kind].otherwise
    keys = (*KINDS[kind].moments, *(otherwise[:1] if otherwise and otherwise[0] != PUBLISHED else ()))
    return next((row[key] for key in keys if row.get(key) is not None), None)


@lru_cache(_REMEMBERED)
def _measure(kind: str, printed: str, amount: float, bound: Bound, currency: str | None) -> Measured:
    """Return what the printed figure stands for, in each form, and how tables show it.

    A figure that its printed form does not explain is open on both sides, and shown as printed, with its bound, and
    with its kind where its own sign would have told it; lint reports it.
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
        shown = format_printed(printed, bound)
        return {**ends, "shown": f"{kind} {shown}" if KINDS[kind].is_change else shown}
    if figure.unit == "number" and KINDS[kind].figure == "percent":
        figure = figure._replace(unit="percent")
    return {**ends, "shown": format_short(figure, bound, currency=currency, is_change=KINDS[kind].is_change)}


def _find_intervals(
    kind: str, figure: ParsedFigure | None, amount: float, bound: Bound
) -> tuple[Interval[int | float], ...]:
    """Return the strict, the loose and the wide interval; a figure that is meant and not measured is exact."""
    if KINDS[kind].is_exact:
        return (Interval(None if bound == "<" else amount, None if bound == ">" else amount),) * 3
    if figure is None:
        return (_OPEN,) * 3
    return tuple(figure.interval(bound, form) for form in _FORMS)
