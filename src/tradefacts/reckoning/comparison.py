"""The comparison of two figures, which every verdict is based on.

A printed figure has three ranges: strict, loose (zeros at the end are rounding) and wide (digits were truncated). Each
contains the one before. Arithmetic is done on each of the three, so that a sum or a quotient is compared like any
printed figure.
"""

from __future__ import annotations

from itertools import starmap
from typing import TYPE_CHECKING, Generic, get_args

from tradefacts.exact import Exact, read_interval
from tradefacts.findings import Verdict
from tradefacts.interval import Interval, Number
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tradefacts.factbase import Claim

__all__ = [
    "GRAVITY",
    "Ranges",
    "Verdict",
    "combine",
    "compare",
    "compare_all",
    "compare_claims",
    "find_extremes",
    "read_exact_ranges",
    "read_ranges",
    "share_range",
]

GRAVITY: tuple[Verdict, ...] = get_args(Verdict)
"""The verdicts, the worst last."""


class Ranges(NamedTuple, Generic[Number]):
    """The strict, loose and wide range of a figure; each contains the one before."""

    strict: Interval[Number]
    loose: Interval[Number]
    wide: Interval[Number]


def read_ranges(claim: Claim) -> Ranges[int | float]:
    """Return the ranges of a claim as stored in the base."""
    return Ranges._make(map(Interval._make, _list_ends(claim)))


def read_exact_ranges(claim: Claim) -> Ranges[Exact]:
    """Return the ranges of a claim as exact numbers, for arithmetic."""
    return Ranges._make(starmap(read_interval, _list_ends(claim)))


def _list_ends(claim: Claim) -> tuple[tuple[int | float | None, int | float | None], ...]:
    return (claim.low, claim.high), (claim.loose_low, claim.loose_high), (claim.wide_low, claim.wide_high)


def compare(one: Ranges[Number], other: Ranges[Number]) -> Verdict:
    """Return the verdict on two figures on one key."""
    if one.strict == other.strict:
        return "same"
    if not one.wide.meets(other.wide):  # nor do the ranges within these
        return "contradicted"
    if one.strict.overlaps(other.strict):
        return "consistent"
    if one.strict.meets(other.strict):
        return "touching"
    return "loosely consistent" if one.loose.meets(other.loose) else "near"


def compare_all(figures: Sequence[Ranges[Number]]) -> Verdict:
    """Return the worst verdict between any two figures; `same` for one or none.

    Intervals on a line all meet if the highest lower end is not above the lowest upper end. So in each form, only the
    two figures with these ends need to be compared.
    """
    if len(figures) == 2:  # noqa: PLR2004 - as on most keys with several
        return compare(*figures)
    if all(ranges.strict == figures[0].strict for ranges in figures):
        return "same"
    pairs = [find_extremes([ranges[form] for ranges in figures]) for form in range(3)]
    verdicts = [compare(figures[lower], figures[upper]) for lower, upper in pairs]
    return max("consistent", *verdicts, key=GRAVITY.index)


def compare_claims(claims: Sequence[Claim]) -> Verdict:
    """Return the worst verdict between any two claims on one key; `same` for one or none."""
    if len({(claim.low, claim.high) for claim in claims}) < 2:  # noqa: PLR2004 - two can differ
        return "same"
    if share_range(claims):
        return "consistent"
    return compare_all([read_ranges(claim) for claim in claims])


def share_range(claims: Sequence[Claim]) -> bool:
    """Whether all claims, with their figures as printed, share more than one point: then each two are consistent."""
    low = max((claim.low for claim in claims if claim.low is not None), default=None)
    high = min((claim.high for claim in claims if claim.high is not None), default=None)
    return low is None or high is None or low < high


def find_extremes(intervals: Sequence[Interval[Number]]) -> tuple[int, int]:
    """Return the index of the interval that ends lowest and of the one that begins highest.

    If there are several, one that is more than a point.
    """
    places = range(len(intervals))
    lower = min(places, key=lambda place: _find_end(intervals[place]))
    upper = max(places, key=lambda place: _find_start(intervals[place]))
    return lower, upper


def combine(operation: Callable[..., Interval[Number]], *figures: Ranges[Number]) -> Ranges[Number]:
    """Apply an operation on intervals to each of the three ranges of figures."""
    return Ranges._make(operation(*intervals) for intervals in zip(*figures, strict=True))


def _find_end(interval: Interval[Number]) -> tuple[bool, Number | None, bool]:
    """Return the sort key of upper ends: open ones come last, and a point after what ends there, too."""
    return interval.high is None, interval.high, interval.is_point


def _find_start(interval: Interval[Number]) -> tuple[bool, Number | None, bool]:
    """Return the sort key of lower ends: open ones come first, and a point before what begins there, too."""
    return interval.low is not None, interval.low, not interval.is_point
