"""Find which of many figures fit together, alone or as a sum or product compared with a whole.

Two lists are compared in n log n by sweeping over interval ends. To combine one figure with many, each takes one binary
search in floating point, on slightly wider intervals; only candidates that remain are compared exactly.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import partial
from itertools import accumulate, repeat
from typing import TYPE_CHECKING

from tradefacts.interval import Interval
from tradefacts.named_tuples import NamedTuple
from tradefacts.reckoning.comparison import GRAVITY, Ranges, Verdict, combine, compare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Any

    from tradefacts.exact import Exact

    Operation = Callable[[Any, Any], Any]
    Figures = Sequence[Ranges[Exact]]

_INFINITE = float("inf")
_MARGIN = 1e-9
"""By how much intervals are widened in floating point, relative to their ends: far more than any rounding error."""
_MILDEST: tuple[Verdict, ...] = ("consistent", "loosely consistent", "near")
"""The best verdict that a match in each form can have, except `same`."""


class FigurePair(NamedTuple):
    """The indexes of two figures in their lists, and the verdict on them."""

    verdict: Verdict
    one: int
    other: int


class Match(NamedTuple):
    """The indexes of two figures that fit together with a third, and the verdict."""

    verdict: Verdict
    other: int
    whole: int


class Shelf:
    """Figures prepared for repeated searches."""

    def __init__(self, figures: Sequence[Ranges[Exact]]) -> None:
        """Take figures that are not negative."""
        self.figures = figures
        self._forms: dict[int, _Form] = {}

    def get_form(self, form: int) -> _Form:
        """Return one form of the figures in floating point, computed on first use."""
        if form not in self._forms:
            self._forms[form] = _make_form([ranges[form] for ranges in self.figures])
        return self._forms[form]


def find_closest(ones: Figures, others: Figures) -> FigurePair | None:
    """Return the two figures with the best verdict; if all are contradicted, those with the smallest gap.

    None if either list is empty.
    """
    if len(ones) == len(others) == 1:
        return FigurePair(compare(ones[0], others[0]), 0, 0)
    best: FigurePair | None = None
    for form, mildest in enumerate(_MILDEST):
        places = _find_nearest([ranges[form] for ranges in ones], [ranges[form] for ranges in others])
        if places is None:
            return None
        found = FigurePair(compare(ones[places[0]], others[places[1]]), *places)
        best = found if best is None or _is_milder(found.verdict, best.verdict) else best
        if not _is_milder("touching" if mildest == "consistent" else mildest, best.verdict):
            break
    return best


def find_match(operation: Operation, one: Ranges[Exact], others: Shelf, wholes: Shelf) -> Match | None:
    """Return which of the others gives a whole together with a figure, with the best verdict; None if none does.

    `operation` is `operator.add` or `operator.mul`.
    """
    best: Match | None = None
    for form, mildest in enumerate(_MILDEST):
        for other, places in _find_candidates(operation, one, others, wholes, form):
            made = make_whole(operation, one, others.figures[other])
            for place in places:
                verdict = compare(made, wholes.figures[place])
                if verdict != "contradicted" and (best is None or _is_milder(verdict, best.verdict)):
                    best = Match(verdict, other, place)
            if best is not None and not _is_milder(mildest, best.verdict):
                return best
        # A figure ruled out in the widest form is ruled out in all.
        if form == 0 and next(_find_candidates(operation, one, others, wholes, 2), None) is None:
            break
    return best


def make_whole(operation: Operation, one: Ranges[Exact], other: Ranges[Exact]) -> Ranges[Exact]:
    """Combine two figures in each form; an open lower end counts as zero and stays open."""
    return combine(partial(join, operation), one, other)


def join(operation: Operation, one: Interval[Exact], other: Interval[Exact]) -> Interval[Exact]:
    """Combine the ends of two intervals; an open one stays open."""
    return Interval(
        None if one.low is None or other.low is None else operation(one.low, other.low),
        None if one.high is None or other.high is None else operation(one.high, other.high),
    )


class _Form(NamedTuple):
    """Intervals in floating point, each widened a little."""

    lows: list[float]
    highs: list[float]
    starts: list[float]
    """The sorted lower ends."""
    reach: list[float]
    """The highest end of the intervals that begin before each start, and after the last."""
    furthest: list[int]
    """The index of the interval with this highest end."""
    order: list[int]
    """The intervals by their starts."""
    points: frozenset[int]
    """The intervals that are a single number; at the end of another interval, they overlap it."""


def _make_form(intervals: Sequence[Interval[Exact]]) -> _Form:
    ends = [_widen(interval) for interval in intervals]
    lows, highs = [low for low, _ in ends], [high for _, high in ends]
    order = sorted(range(len(lows)), key=lows.__getitem__)
    points = frozenset(place for place, interval in enumerate(intervals) if interval.is_point)
    # Of intervals with the same end, a point comes first: it overlaps what the others only touch.
    farthest = accumulate(((highs[place], place in points, place) for place in order), max, initial=(-1.0, False, -1))
    reach, _, furthest = zip(*farthest, strict=True)
    return _Form(lows, highs, [lows[place] for place in order], [*reach], [*furthest], order, points)


def _widen(interval: Interval[Exact]) -> tuple[float, float]:
    """Return the ends of an interval in floating point, a little further apart."""
    low, high = interval
    return (
        0.0 if low is None else low.top / low.bottom * (1 - _MARGIN),
        _INFINITE if high is None else high.top / high.bottom * (1 + _MARGIN),
    )


def _find_candidates(
    operation: Operation, one: Ranges[Exact], others: Shelf, wholes: Shelf, form: int
) -> Iterator[tuple[int, set[int]]]:
    """Yield the others that may give a whole with a figure, each with wholes: all that do, and perhaps more."""
    low, high = _widen(one[form])
    known, shelf = others.get_form(form), wholes.get_form(form)
    ends = map(operation, known.highs, repeat(high))
    counts = map(bisect_right, repeat(shelf.starts), map(operation, known.highs, repeat(high)))
    starts = map(operation, known.lows, repeat(low))
    for place, (count, start, end) in enumerate(zip(counts, starts, ends, strict=True)):
        if shelf.reach[count] >= start:
            # One that begins exactly where the sum ends only touches it; another may share more.
            inside = bisect_right(shelf.starts, end * (1 - 4 * _MARGIN))
            at_end = shelf.points.intersection(shelf.order[inside:count]) if shelf.points else frozenset()
            yield place, {shelf.furthest[count], shelf.furthest[inside or count], *at_end}


def _find_nearest(ones: Sequence[Interval[Exact]], others: Sequence[Interval[Exact]]) -> tuple[int, int] | None:
    """Return the indexes of two intervals that overlap; if none do, those with the smallest gap.

    Intervals are visited in order of their lower ends. Each is compared only with the one in the other list that
    begins no later and ends highest.
    """
    sides = (ones, others)
    starts = [(side, place) for side in (0, 1) for place in range(len(sides[side]))]
    starts.sort(key=lambda start: _Start(sides[start[0]][start[1]].low))
    reach: list[int | None] = [None, None]
    nearest: tuple[Exact, tuple[int, int]] | None = None
    for side, place in starts:
        interval, before = sides[side][place], reach[1 - side]
        if before is not None:
            earlier = sides[1 - side][before]
            pair = (place, before) if side == 0 else (before, place)
            if interval.low is None or earlier.high is None or interval.overlaps(earlier):
                return pair
            gap = interval.low - earlier.high
            nearest = (gap, pair) if nearest is None or gap < nearest[0] else nearest
        longest = reach[side]
        if longest is None or _ends_after(interval, sides[side][longest]):
            reach[side] = place
    return None if nearest is None else nearest[1]


class _Start:
    """The sort key of a lower end: open ends come first."""

    __slots__ = ("low",)

    def __init__(self, low: Exact | None) -> None:
        self.low = low

    def __lt__(self, other: _Start) -> bool:
        return other.low is not None and (self.low is None or self.low < other.low)


def _ends_after(one: Interval[Exact], other: Interval[Exact]) -> bool:
    """Whether one interval ends later; of two with the same end, a point counts as later."""
    if one.high is None or other.high is None:
        return other.high is not None
    return other.high < one.high or (other.high <= one.high and one.is_point and not other.is_point)


def _is_milder(one: Verdict, other: Verdict) -> bool:
    return GRAVITY.index(one) < GRAVITY.index(other)
