"""Figures and readings: what was printed on one key, and which figures can be true together.

A figure is one value with its last digit, whoever printed it. A reading is a maximal set of figures whose ranges
overlap. The first figure leads: tables show it, and sums use it.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Annotated

from tradefacts.interval import Interval
from tradefacts.named_tuples import NamedTuple
from tradefacts.reckoning.comparison import Verdict, compare, read_ranges

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tradefacts.factbase import Claim

_ABOUT = "≈"


class Figure(NamedTuple):
    """A printed figure with all claims that print it; "about" a value and the value itself are one figure."""

    printed: Annotated[str, "the figure as printed by its first claim"]
    bound: Annotated[str, "its bound; '=' if any claim prints it without one"]
    low: Annotated[int | float | None, "lower end of the range that its digits stand for; null if open"]
    high: Annotated[int | float | None, "upper end of the range that its digits stand for; null if open"]
    voices: Annotated[int, "how many independent voices give it"]
    verdict: Annotated[Verdict, "the verdict with the leading figure, which is the first"]
    facts: Annotated[tuple[str, ...], 'ids of its claims, those without "about" first']

    @property
    def is_closed(self) -> bool:
        """Whether both its ends are known."""
        return self.low is not None and self.high is not None


class Reading(NamedTuple):
    """Figures on one key that can all be true together; no other figure can be true with all of them."""

    low: Annotated[int | float | None, "lower end of the range that its closed figures share; null if open"]
    high: Annotated[int | float | None, "upper end of the range that its closed figures share; null if open"]
    voices: Annotated[int, "how many independent voices give its figures: its support"]
    figures: Annotated[tuple[int, ...], "indexes of its figures in `figures`, counted from 0, the leading one first"]


class Figures(NamedTuple):
    """What was printed on one key."""

    figures: tuple[Figure, ...]
    """The leading one first, then the others of its reading, then those of the next reading."""
    readings: tuple[Reading, ...]
    """The one with the most support first; those with only bounds last."""

    def find_measured(self) -> list[int]:
        """Return the indexes of the figures that sums can use.

        These are the closed ones and, of each kind of bound without a closed figure in its range, the most informative.
        """
        kept = {place for place, figure in enumerate(self.figures) if figure.is_closed}
        for reading in self.readings:
            if kept.isdisjoint(reading.figures):
                # The most informative one comes first, so that it is set last for its kind.
                last = {self.figures[place].bound: place for place in reversed(reading.figures)}
                kept.update(last.values())
        return sorted(kept)


class _Group(NamedTuple):
    """The claims that print one figure, the narrowest first."""

    claims: Sequence[Claim]
    range: Interval[int | float]
    voices: frozenset[str]
    rank: tuple[bool, int | float, int | float, str]
    """The sort key of figures: the highest leads."""


def find_figures(claims: Sequence[Claim]) -> Figures:
    """Return the figures of claims on one key, and their readings.

    The reading with the most support leads; ties go to the more precise one, then to the newer. In it, the figure with
    the most voices leads, with the same rule for ties. A bound leads only if no closed figure is printed; of bounds,
    the most informative one. Claims whose printed figure could not be read are left out.
    """
    groups = _group(claims)
    if len(groups) == 1:  # as on most keys
        (group,) = groups
        return Figures((_make_figure(group, "same"),), (Reading(*group.range, len(group.voices), (0,)),))
    ranked = sorted(
        sorted(_find_cliques(groups), key=lambda found: min(found[0])),
        key=lambda found: _rank(found, groups),
        reverse=True,
    )
    sets = [sorted(sorted(members), key=lambda place: groups[place].rank, reverse=True) for members, _ in ranked]
    order = {place: number for number, place in enumerate(dict.fromkeys(chain.from_iterable(sets)))}
    ranges = [read_ranges(groups[place].claims[0]) for place in order]
    return Figures(
        tuple(_make_figure(groups[place], compare(ranges[0], own)) for place, own in zip(order, ranges, strict=True)),
        tuple(
            Reading(*_intersect([groups[place].range for place in members]), support, tuple(map(order.get, members)))  # type: ignore[arg-type]  # all have a place
            for members, (_, support) in zip(sets, ranked, strict=True)
        ),
    )


def is_rough(claim: Claim) -> bool:
    """Whether a figure stands for about its value, so that its range can be wider than its digits."""
    return (claim.shown or "").startswith(_ABOUT)


def _group(claims: Sequence[Claim]) -> list[_Group]:
    grouped: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        if claim.low is not None or claim.high is not None:
            # The short form has every printed digit in one notation, so equal texts mean equal values and last digits.
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


def _make_figure(group: _Group, verdict: Verdict) -> Figure:
    first = group.claims[0]
    facts = tuple(claim.id for claim in group.claims)
    return Figure(first.printed or "", first.bound or "=", *group.range, len(group.voices), verdict, facts)


def _find_cliques(groups: Sequence[_Group]) -> Iterator[tuple[list[int], int]]:
    """Yield the indexes of each maximal set of figures whose ranges overlap, and the number of its voices.

    In a sweep from the lowest end to the highest, a set is complete whenever a range ends after another has begun.
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
    """Return the start and the end of an interval as events.

    At the same number, points start first and end last: a point overlaps both the interval that ends there and the one
    that starts there, while these two only touch.
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
    """Return the range that the closed intervals share; an open bound supports it, but never narrows it."""
    closed = [interval for interval in intervals if interval.is_closed] or intervals
    lows = [interval.low for interval in closed if interval.low is not None]
    highs = [interval.high for interval in closed if interval.high is not None]
    return Interval(max(lows, default=None), min(highs, default=None))


def _find_roughness(claim: Claim) -> tuple[float, bool]:
    return _find_width(Interval(claim.low, claim.high)), is_rough(claim)


def _find_width(interval: Interval[int | float]) -> float:
    return interval.high - interval.low if interval.low is not None and interval.high is not None else float("inf")
