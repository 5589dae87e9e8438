"""Intervals: intersections, with open ends and with ends that meet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradefacts.exact import Exact
from tradefacts.interval import Interval

ENDS = st.none() | st.integers(-20, 20)
INTERVALS = st.tuples(ENDS, ENDS).map(
    lambda ends: Interval(*(sorted(ends) if None not in ends else ends))  # type: ignore[type-var]  # no None
)


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        (Interval(4.25, 4.35), Interval(4.2, 4.3), "overlap"),
        (Interval(4.35, 4.45), Interval(4.45, 4.55), "touch"),
        (Interval(4.35, 4.45), Interval(4.5, 4.6), "lie apart"),
        (Interval(5, 5), Interval(4, 5), "overlap"),
        (Interval(5, 5), Interval(5, 5), "overlap"),
        (Interval(5, 5), Interval(6, 6), "lie apart"),
        (Interval(5, None), Interval(None, 5), "touch"),
        (Interval(5, None), Interval(None, 6), "overlap"),
        (Interval(5, None), Interval(4, None), "overlap"),
        (Interval(None, None), Interval(3, 3), "overlap"),
    ],
)
def test_intervals_overlap_touch_or_are_disjoint(one: Interval[float], other: Interval[float], how: str) -> None:
    assert (one.overlaps(other), one.touches(other)) == (how == "overlap", how == "touch")
    assert one.meets(other) == (how != "lie apart")


def test_both_ends_are_in_the_interval() -> None:
    assert [number for number in range(7) if Interval(2, 4).contains(number)] == [2, 3, 4]


def test_an_interval_is_closed_if_both_ends_are_known() -> None:
    assert Interval(2, 4).is_closed
    assert not Interval(None, 4).is_closed
    assert not Interval(2, None).is_closed


@given(INTERVALS, INTERVALS)
def test_order_does_not_matter(one: Interval[int], other: Interval[int]) -> None:
    assert one.overlaps(other) == other.overlaps(one)
    assert one.touches(other) == other.touches(one)


@given(INTERVALS, INTERVALS)
def test_overlapping_intervals_do_not_touch(one: Interval[int], other: Interval[int]) -> None:
    assert not (one.overlaps(other) and one.touches(other))


@given(INTERVALS, INTERVALS, st.integers(-20, 20))
def test_a_number_in_both_makes_them_meet(one: Interval[int], other: Interval[int], number: int) -> None:
    is_common = one.contains(number) and other.contains(number)

    assert not is_common or one.overlaps(other) or one.touches(other)


@given(INTERVALS, INTERVALS)
def test_the_intersection_is_in_both_and_the_hull_contains_both(one: Interval[int], other: Interval[int]) -> None:
    shared, hull = one.intersection(other), one.hull(other)

    assert (shared is None) == (not one.meets(other))
    for number in range(-21, 22):
        is_common = one.contains(number) and other.contains(number)
        assert is_common == (shared is not None and shared.contains(number))
        assert hull.contains(number) or not (one.contains(number) or other.contains(number))


def test_exact_numbers_have_intervals_of_their_own() -> None:
    third, half = Exact(1, 3), Exact(1, 2)

    assert Interval(third, half).touches(Interval(half, Exact(1)))
    assert Interval(third, half).hull(Interval(half, None)) == Interval(Exact(2, 6), None)
    assert not Interval(third, half).contains(Exact(33, 100))
