"""Intervals: what they share, with open ends and with ends that meet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradefacts.interval import Interval

ENDS = st.none() | st.integers(-20, 20)
INTERVALS = st.tuples(ENDS, ENDS).map(
    lambda ends: Interval(*(sorted(ends) if None not in ends else ends))  # type: ignore[type-var]  # no None
)


@pytest.mark.parametrize(
    ("one", "other", "overlaps", "touches"),
    [
        (Interval(4.25, 4.35), Interval(4.2, 4.3), True, False),
        (Interval(4.35, 4.45), Interval(4.45, 4.55), False, True),
        (Interval(4.35, 4.45), Interval(4.5, 4.6), False, False),
        (Interval(5, 5), Interval(4, 5), True, False),
        (Interval(5, 5), Interval(5, 5), True, False),
        (Interval(5, 5), Interval(6, 6), False, False),
        (Interval(5, None), Interval(None, 5), False, True),
        (Interval(5, None), Interval(None, 6), True, False),
        (Interval(5, None), Interval(4, None), True, False),
        (Interval(None, None), Interval(3, 3), True, False),
    ],
)
def test_intervals_overlap_touch_or_lie_apart(one: Interval, other: Interval, overlaps: bool, touches: bool) -> None:  # noqa: FBT001 - a table
    assert (one.overlaps(other), one.touches(other)) == (overlaps, touches)


@given(INTERVALS, INTERVALS)
def test_order_does_not_matter(one: Interval, other: Interval) -> None:
    assert one.overlaps(other) == other.overlaps(one)
    assert one.touches(other) == other.touches(one)


@given(INTERVALS, INTERVALS)
def test_what_overlaps_does_not_touch(one: Interval, other: Interval) -> None:
    assert not (one.overlaps(other) and one.touches(other))


@given(INTERVALS, INTERVALS, st.integers(-20, 20))
def test_a_number_in_both_makes_them_meet(one: Interval, other: Interval, number: int) -> None:
    is_common = one.contains(number) and other.contains(number)

    assert not is_common or one.overlaps(other) or one.touches(other)
