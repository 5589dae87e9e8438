"""From a validated record to the row of the compiled base: direction, months, interval, finished JSON."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any

from tradefacts.factbase.claim import STORED
from tradefacts.factbase.derived import DERIVED, Page
from tradefacts.figure.notation import format_printed, format_short
from tradefacts.figure.parsing import settle_figure
from tradefacts.interval import Interval
from tradefacts.records import FACTS, get_keys
from tradefacts.text import write_json
from tradefacts.vocabulary import KINDS, PUBLISHED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from tradefacts.figure.value import Bound, Form, ParsedFigure
    from tradefacts.records import Fact, Source
    from tradefacts.vocabulary import Kind

    Row = dict[str, Any]

_OPEN: Interval[int | float] = Interval(None, None)
_FORMS: tuple[Form, ...] = ("strict", "loose", "wide")
_MEASURED = ("shown", "low", "high", "loose_low", "loose_high", "wide_low", "wide_high")
"""The columns that tell what a printed figure stands for."""
_PAGE = tuple(get_keys(Page))
_get_page = attrgetter(*_PAGE)
_REMEMBERED = 1 << 15
"""Results kept, of figures, of periods, of pairs: many facts share them. It bounds the memory they take."""


class RowMaker:
    """What makes the rows of one kind of fact, which have only the columns that the kind can fill."""

    def __init__(self, kind: Kind, record: type[Fact]) -> None:
        """Find out once what the kind has."""
        keys = tuple(get_keys(record))
        self._kind = kind
        known = {*keys, *(_MEASURED if kind.figure else ())}
        self._groups = list(_group_derived(known))
        known.update(name for names, get, _ in self._groups if get for name in names)
        self._moments = tuple(name for name in _list_moments(kind) if name in known)
        known |= {"order", "amount", "inferred_keys", "body", "pair_code", "moment"}
        self.columns = tuple(name for name in STORED if name in known)
        """The columns of its rows: of most kinds less than half of all."""
        quoted = ", ".join(f'"{name}"' for name in self.columns)
        self.target = f"facts ({quoted})"
        """The table with these columns, as statements name it."""
        self._get_columns = itemgetter(*self.columns)

    def make(self, order: int, stored: Mapping[str, Any]) -> tuple[Any, ...]:
        """Return the values of the columns for a fact; `stored` are all its keys in the order of its class."""
        row: Row = {**stored, "order": order, "amount": None, "inferred_keys": None, "pair": None, "moment": None}
        if (key := self._kind.figure) is not None:
            row["amount"] = stored[key]
            row |= _measure(self._kind.name, stored["printed"], stored[key], stored["bound"], stored.get("currency"))
        texts = [write_json(stored)[:-1]]
        for names, get, text in self._groups:
            if get is not None:
                found, text = _derive(names, get(row))  # noqa: PLW2901 - the text of what was found
                row |= found
            texts.append(text)
        row["body"] = ", ".join(texts)
        row["pair_code"] = row["pair"] and str(row["pair"])
        if stored["inferred"]:
            row["inferred_keys"] = " ".join(stored["inferred"])
        for name in self._moments:
            if row[name] is not None:
                row["moment"] = row[name]
                break
        values: tuple[Any, ...] = self._get_columns(row)
        return values


def find_amount(stored: Mapping[str, Any]) -> int | float | None:
    """Return the figure that a fact records; None for a kind without one."""
    key = KINDS[stored["kind"]].figure
    return None if key is None else stored[key]


def format_page(source: Source) -> str:
    """Return the page of a claim as the JSON object that scripts get."""
    return write_json(dict(zip(_PAGE, _get_page(source), strict=True)))


def _group_derived(known: set[str]) -> Iterator[tuple[tuple[str, ...], Callable[[Row], Any] | None, str]]:
    """Yield the derived keys that are computed from the same ones, with what gets these out of a row.

    Where a kind lacks one of these, nothing gets them, and the JSON is that of nulls.
    """
    computed = ((name, key.given) for name, key in DERIVED.items() if key.compute is not None)
    for given, members in groupby(computed, key=itemgetter(1)):
        names = tuple(name for name, _ in members)
        if known.issuperset(given):
            yield names, itemgetter(*given), ""
        else:
            yield names, None, _write_keys(dict.fromkeys(names))


@lru_cache(_REMEMBERED)
def _derive(names: tuple[str, ...], given: Any) -> tuple[Row, str]:  # noqa: ANN401 - one value, or a tuple of several
    """Return derived keys that are computed from the same values, and their JSON without its braces."""
    values = given if isinstance(given, tuple) else (given,)
    found = {name: compute(*values) for name in names if (compute := DERIVED[name].compute)}
    return found, _write_keys(found)


def _write_keys(found: Mapping[str, Any]) -> str:
    return write_json(found)[1:-1]


def _list_moments(kind: Kind) -> tuple[str, ...]:
    """Return the keys that may place a fact in time, the first one first; not the date of its page."""
    otherwise = kind.otherwise
    return (*kind.moments, *(otherwise[:1] if otherwise and otherwise[0] != PUBLISHED else ()))


@lru_cache(_REMEMBERED)
def _measure(kind: str, printed: str, amount: float, bound: Bound, currency: str | None) -> Row:
    """Return what the printed figure stands for, in each form, and how tables show it.

    A figure that its printed form does not explain is open on both sides, and shown as printed, with its bound, and
    with its kind where its own sign would have told it; lint reports it.
    """
    figure = settle_figure(printed, amount)
    intervals = _find_intervals(kind, figure, amount, bound)
    ends = [end for interval in intervals for end in interval]
    if figure is None:
        shown = format_printed(printed, bound)
        return dict(zip(_MEASURED, (f"{kind} {shown}" if KINDS[kind].is_change else shown, *ends), strict=True))
    if figure.unit == "number" and KINDS[kind].figure == "percent":
        figure = figure._replace(unit="percent")
    shown = format_short(figure, bound, currency=currency, is_change=KINDS[kind].is_change)
    return dict(zip(_MEASURED, (shown, *ends), strict=True))


def _find_intervals(
    kind: str, figure: ParsedFigure | None, amount: float, bound: Bound
) -> tuple[Interval[int | float], ...]:
    """Return the strict, the loose and the wide interval; a figure that is meant and not measured is exact."""
    if KINDS[kind].is_exact:
        return (Interval(None if bound == "<" else amount, None if bound == ">" else amount),) * 3
    if figure is None:
        return (_OPEN,) * 3
    return tuple(figure.interval(bound, form) for form in _FORMS)


MAKERS = {record: RowMaker(KINDS[name], record) for name, record in FACTS.items()}
"""What makes the rows of each class of facts."""
