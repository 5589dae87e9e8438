"""From a validated record to the row of the compiled base: direction, months, interval, finished JSON."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from tradefacts.factbase.claim import STORED
from tradefacts.factbase.derived import DERIVED, Page
from tradefacts.figure.notation import format_printed, format_short
from tradefacts.figure.parsing import settle_figure
from tradefacts.interval import Interval
from tradefacts.named_tuples import NamedTuple
from tradefacts.records import FACTS, get_keys
from tradefacts.text import write_json
from tradefacts.vocabulary import KINDS, PUBLISHED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from tradefacts.figure.value import Bound, Form, ParsedFigure
    from tradefacts.records import Fact
    from tradefacts.vocabulary import Kind

_OPEN: Interval[int | float] = Interval(None, None)
_FORMS: tuple[Form, ...] = ("strict", "loose", "wide")
_MEASURED = ("shown", "low", "high", "loose_low", "loose_high", "wide_low", "wide_high")
"""The columns that tell what a printed figure stands for."""
_COLUMNS = {"pair": "pair_code"} | {name: name for name in DERIVED if name in STORED and name not in _MEASURED}
"""The derived keys that are looked for, with their columns."""
_PAGE = tuple(get_keys(Page))
_REMEMBERED = 1 << 15
"""Results kept, of figures, of periods, of pairs: many facts share them. It bounds the memory they take."""


class _Group(NamedTuple):
    """Derived keys that are computed from the same stored values, and what gets these."""

    names: tuple[str, ...]
    get: Callable[[Any], Any] | None
    text: str = ""
    """Their JSON, if it is always the same."""


class RowMaker:
    """What makes the rows of one kind of fact, which have only the columns that the kind can fill."""

    def __init__(self, kind: Kind, record: type[Fact]) -> None:
        """Find out once what the kind has."""
        keys = tuple(get_keys(record))
        self._kind = kind
        stored = [*(name for name in STORED if name in keys), *filter(None, [kind.figure])]
        self._get_stored = itemgetter(*stored)
        self._get_figure = itemgetter(kind.figure or "id", "printed", "bound")
        self._groups = list(_group_derived({*keys, *(_MEASURED if kind.figure else ())}))
        derived = [_COLUMNS[name] for names, get, *_ in self._groups if get for name in names if name in _COLUMNS]
        columns = ["order", *stored[: len(stored) - bool(kind.figure)], *(["amount"] if kind.figure else [])]
        columns += [*(_MEASURED if kind.figure else ()), *derived]
        self._moments = tuple(columns.index(name) for name in _list_moments(kind) if name in columns)
        self.columns = (*columns, "moment", "inferred_keys", "body")
        """The columns of its rows: of most kinds less than half of all."""
        quoted = ", ".join(f'"{name}"' for name in self.columns)
        self.target = f"facts ({quoted})"
        """The table with these columns, as statements name it."""

    def make(self, order: int, stored: Mapping[str, Any]) -> list[Any]:
        """Return the values of the columns for a fact; `stored` are all its keys in the order of its class."""
        return next(self.make_rows([(order, stored)]))

    def make_rows(self, numbered: Sequence[tuple[int, Mapping[str, Any]]]) -> Iterator[list[Any]]:
        """Yield the same for many facts, step by step: each step is quicker if it need not give way to the others."""
        bodies = [write_json(stored)[:-1] for _, stored in numbered]
        measured = [self._measure(stored) for _, stored in numbered]
        derived = [self._derive(stored) for _, stored in numbered]
        for (order, stored), body, (ends, measured_text), (found, found_text) in zip(
            numbered, bodies, measured, derived, strict=True
        ):
            values = [order, *self._get_stored(stored), *ends, *found]
            moment = None
            for place in self._moments:
                if (moment := values[place]) is not None:
                    break
            inferred = " ".join(stored["inferred"]) or None
            yield [*values, moment, inferred, f"{body}{found_text}{measured_text}"]

    def _measure(self, stored: Mapping[str, Any]) -> tuple[tuple[Any, ...], str]:
        """Return what the figure stands for, as columns and as JSON after a comma; nothing where there is none."""
        if self._kind.figure is None:
            return (), ""
        amount, printed, bound = self._get_figure(stored)
        return _measure(self._kind.name, printed, amount, bound, stored.get("currency"))

    def _derive(self, stored: Mapping[str, Any]) -> tuple[list[Any], str]:
        """Return the other derived keys, as columns and as JSON after a comma."""
        columns: list[Any] = []
        texts = []
        for names, get, text in self._groups:
            if get is None:
                texts.append(text)
            else:
                found, found_text = _derive(names, get(stored))
                columns += found
                texts.append(found_text)
        return columns, "".join(texts)


def format_page(stored: Mapping[str, Any]) -> str:
    """Return the page of a claim as the JSON object that scripts get; `stored` are all keys of the source."""
    return write_json({key: stored[key] for key in _PAGE})


def _group_derived(known: set[str]) -> Iterator[_Group]:
    """Yield the derived keys that are computed from the same ones.

    Where a kind lacks one of these, nothing gets them, and the JSON is that of nulls.
    """
    computed = ((name, key.given) for name, key in DERIVED.items() if key.compute is not None)
    for given, members in groupby(computed, key=itemgetter(1)):
        names = tuple(name for name, _ in members)
        if not known.issuperset(given):
            yield _Group(names, None, text=_write_keys(dict.fromkeys(names)))
        elif not set(_MEASURED).issuperset(given):
            yield _Group(names, itemgetter(*given))


@lru_cache(_REMEMBERED)
def _derive(names: tuple[str, ...], given: Any) -> tuple[tuple[Any, ...], str]:  # noqa: ANN401 - one value, or several
    """Return the columns of derived keys that are computed from the same values, and their JSON after a comma."""
    values = given if isinstance(given, tuple) else (given,)
    found = {name: compute(*values) for name in names if (compute := DERIVED[name].compute)}
    columns = {name: found[name] for name in names if name in _COLUMNS}
    if columns.get("pair"):
        columns["pair"] = str(columns["pair"])
    return tuple(columns.values()), _write_keys(found)


def _write_keys(found: Mapping[str, Any]) -> str:
    """Return keys as they follow others in the JSON of a fact."""
    return f", {write_json(found)[1:-1]}"


def _list_moments(kind: Kind) -> tuple[str, ...]:
    """Return the keys that may place a fact in time, the first one first; not the date of its page."""
    otherwise = kind.otherwise
    return (*kind.moments, *(otherwise[:1] if otherwise and otherwise[0] != PUBLISHED else ()))


@lru_cache(_REMEMBERED)
def _measure(kind: str, printed: str, amount: float, bound: Bound, currency: str | None) -> tuple[tuple[Any, ...], str]:
    """Return how tables show a printed figure, and what it stands for in each form: the values of `_MEASURED`.

    Besides, the JSON of its ends, which are the last derived keys.

    A figure that its printed form does not explain is open on both sides, and shown as printed, with its bound, and
    with its kind where its own sign would have told it; lint reports it.
    """
    figure = settle_figure(printed, amount)
    ends = [end for interval in _find_intervals(kind, figure, amount, bound) for end in interval]
    text = _write_keys({"low": ends[0], "high": ends[1]})
    if figure is None:
        shown = format_printed(printed, bound)
        return (f"{kind} {shown}" if KINDS[kind].is_change else shown, *ends), text
    if figure.unit == "number" and KINDS[kind].figure == "percent":
        figure = figure._replace(unit="percent")
    return (format_short(figure, bound, currency=currency, is_change=KINDS[kind].is_change), *ends), text


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
