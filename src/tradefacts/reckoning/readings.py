"""Figures and readings: what was printed on one key, and which of it can all be true together.

A figure is what people see: one value with its last digit, whoever printed it. A reading is a maximal set of figures
whose ranges overlap. The first figure leads: it is the one that tables show and that sums are done with.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Annotated, NamedTuple

from tradefacts.interval import Interval
from tradefacts.reckoning.comparison import Ranges, Verdict, compare, read_ranges

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tradefacts.factbase import Claim

_ABOUT = "≈"


class Figure(NamedTuple):
    """A figure as it was printed, once or by many; "about" and exactly the same value are one figure."""

    printed: Annotated[str, "the figure as its first claim prints it"]
    bound: Annotated[str, "its bound; '=' where any claim prints it exactly"]
    low: Annotated[int | float | None, "lower end of what its digits stand for; null where it is open"]
    high: Annotated[int | float | None, "upper end of what its digits stand for; null where it is open"]
    voices: Annotated[int, "how many independent voices print it"]
    verdict: Annotated[Verdict, "how it stands to the leading figure, which is the first"]
    facts: Annotated[tuple[str, ...], 'ids of its claims, exact ones before "about"']

    @property
    def is_closed(self) -> bool:
        """Whether both its ends are known."""
        return self.low is not None and self.high is not None


class Reading(NamedTuple):
    """Figures on one key that can all be true together, and no other with them."""

    low: Annotated[int | float | None, "lower end of what its closed figures share; null where it is open"]
    high: Annotated[int | float | None, "upper end of what its closed figures share; null where it is open"]
    voices: Annotated[int, "how many independent voices stand behind its figures: its support"]
    figures: Annotated[tuple[int, ...], "places of its figures in `figures`, counted from 0, the leading one first"]


class Figures(NamedTuple):
    """What was printed on one key."""

    figures: tuple[Figure, ...]
    """The leading one first, then the others of its reading, then those of the next."""
    readings: tuple[Reading, ...]
    """The one with most support first; those with nothing but bounds last."""

    def find_measured(self) -> list[int]:
        """Return the places of the figures that sums may take.

        These are the closed ones, and of bounds that no closed one bears out the one that says most either way.
        """
        kept = {place for place, figure in enumerate(self.figures) if figure.is_closed}
        for reading in self.readings:
            if kept.isdisjoint(reading.figures):
                # The one that says most comes first, so that of each kind it is set last.
                last = {self.figures[place].bound: place for place in reversed(reading.figures)}
                kept.update(last.values())
        return sorted(kept)


class _Group(NamedTuple):
    """The claims that print one figure, the narrowest first."""

    claims: Sequence[Claim]
    range: Interval[int | float]
    voices: frozenset[str]
    rank: tuple[bool, int | float, int | float, str]
    """What puts one figure before another: the higher leads."""


def find_figures(claims: Sequence[Claim]) -> Figures:
    """Return the figures of claims on one key, and their readings.

    The reading with most support leads; ties go to the more precise one, then to the newer. Within it the figure with
    most voices leads, ties likewise. A bound leads only where nothing closed is printed; of bounds, the one that says
    most. Claims whose printed figure could not be read take no part.
    """
    groups = _group(claims)
    ranked = sorted(
        sorted(_find_cliques(groups), key=lambda found: min(found[0])),
        key=lambda found: _rank(found, groups),
        reverse=True,
    )
    sets = [sorted(sorted(members), key=lambda place: groups[place].rank, reverse=True) for members, _ in ranked]
    order = {place: number for number, place in enumerate(dict.fromkeys(chain.from_iterable(sets)))}
    leading = [read_ranges(groups[place].claims[0]) for place in [*order][:1]]
    return Figures(
        tuple(_make_figure(groups[place], *leading) for place in order),
        tuple(
            Reading(*_intersect([groups[place].range for place in members]), support, tuple(map(order.get, members)))  # type: ignore[arg-type]  # all have a place
            for members, (_, support) in zip(sets, ranked, strict=True)
        ),
    )


def _group(claims: Sequence[Claim]) -> list[_Group]:
    grouped: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        if claim.low is not None or claim.high is not None:
            # What tables show has every printed digit, in one notation: equal texts are equal values and last digits.
            grouped.setdefault((claim.amount, (claim.shown or "").removeprefix(_ABOUT)), []).append(claim)
    return [_make_group(members) for members in grouped.values()]


def _make_group(claims: Sequence[Claim]) -> _Group:
    ordered = claims if len(claims) == 1 else sorted(claims, key=_find_roughness)
    found = Interval(ordered[0].low, ordered[0].high)
    voices = frozenset([claim.voice for claim in claims])
    date = max([claim.published or "" for claim in claims])
    if found.is_closed:
        return _Group(ordered, found, voices, (True, len(voices), -_find_width(found), date))
    says = found.low if found.low is not None else -(found.high or 0)
    return _Group(ordered, found, voices, (False, says, len(voices), date))


def _make_figure(group: _Group, leading: Ranges[int | float]) -> Figure:
    first = group.claims[0]
    verdict = compare(leading, read_ranges(first))
    facts = tuple(claim.id for claim in group.claims)
    return Figure(first.printed or "", first.bound or "=", *group.range, len(group.voices), verdict, facts)


def _find_cliques(groups: Sequence[_Group]) -> Iterator[tuple[list[int], int]]:
    """Yield the places of each maximal set of figures whose ranges overlap, and how many voices stand behind it.

    A sweep from the lowest end to the highest: such a set is complete whenever a range ends after another has begun.
    """
    events = sorted(event for place, group in enumerate(groups) for event in _find_events(place, group.range))
    members: dict[int, None] = {}
    voices: dict[str, int] = {}
    has_grown = False
    for _, moment, place in events:
        is_start = moment in _STARTS
        if not is_start and has_grown:
            yield list(members), len(voices)
        has_grown = is_start
        if is_start:
            members[place] = None
        else:
            del members[place]
        _count(voices, groups[place].voices, 1 if is_start else -1)


_STARTS = (0, 2)


def _find_events(place: int, interval: Interval[int | float]) -> tuple[tuple[float, int, int], ...]:
    """Return where an interval starts and where it ends.

    At one number points start first and end last: a point belongs to what ends there and to what starts there, while
    these two only touch.
    """
    low = float("-inf") if interval.low is None else interval.low
    high = float("inf") if interval.high is None else interval.high
    start, end = (0, 3) if interval.is_point else (2, 1)
    return (low, start, place), (high, end, place)


def _count(voices: dict[str, int], changed: frozenset[str], step: int) -> None:
    for voice in changed:
        voices[voice] = voices.get(voice, 0) + step
        if not voices[voice]:
            del voices[voice]


def _rank(found: tuple[list[int], int], groups: Sequence[_Group]) -> tuple[bool, int, float, str]:
    members, support = found
    ranges = [groups[place].range for place in members]
    date = max(groups[place].rank[-1] for place in members)
    return any(interval.is_closed for interval in ranges), support, -min(map(_find_width, ranges)), date


def _intersect(intervals: Sequence[Interval[int | float]]) -> Interval[int | float]:
    """Return what the closed ones among overlapping intervals share; an open bound supports, and never narrows."""
    closed = [interval for interval in intervals if interval.is_closed] or intervals
    lows = [interval.low for interval in closed if interval.low is not None]
    highs = [interval.high for interval in closed if interval.high is not None]
    return Interval(max(lows, default=None), min(highs, default=None))


def _find_roughness(claim: Claim) -> tuple[float, bool]:
    return _find_width(Interval(claim.low, claim.high)), (claim.shown or "").startswith(_ABOUT)


def _find_width(interval: Interval[int | float]) -> float:
    return interval.high - interval.low if interval.low is not None and interval.high is not None else float("inf")
