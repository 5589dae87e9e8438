"""Matching figures among many gives the same result as trying every combination, at a much lower cost."""

from __future__ import annotations

from itertools import product
from operator import add, mul
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradefacts.exact import Exact
from tradefacts.interval import Interval
from tradefacts.reckoning.comparison import GRAVITY, Ranges, compare
from tradefacts.reckoning.matching import Shelf, find_closest, find_match, make_whole

if TYPE_CHECKING:
    from collections.abc import Callable


class Counted(Exact):
    """A number that counts how often it is compared."""

    comparisons = 0

    def __lt__(self, other: Exact) -> bool:
        Counted.comparisons += 1
        return super().__lt__(other)

    def __le__(self, other: Exact) -> bool:
        Counted.comparisons += 1
        return super().__le__(other)


def count(number: int) -> Ranges[Exact]:
    """Return a figure of one number whose comparisons are counted."""
    interval: Interval[Exact] = Interval(Counted(number), Counted(number))
    return Ranges(interval, interval, interval)


def around(middle: int, *widths: int, of: int = 1) -> Ranges[Exact]:
    """Return a figure with three ranges, each wider than the previous one, in parts of a unit."""
    return Ranges(*(Interval(Exact(max(middle - width, 0), of), Exact(middle + width, of)) for width in widths))


FIGURES = st.builds(
    lambda of, middle, *steps: around(middle, steps[0], sum(steps[:2]), sum(steps), of=of),
    st.integers(1, 3),
    st.integers(1, 40),
    *[st.integers(0, 2)] * 3,
)
AT_LEAST = st.integers(1, 40).map(lambda number: Ranges(*[Interval(Exact(number), None)] * 3))
AT_MOST = st.integers(1, 40).map(lambda number: Ranges(*[Interval(None, Exact(number))] * 3))
LISTS = st.lists(FIGURES, max_size=5)
LISTS_WITH_BOUNDS = st.lists(FIGURES | AT_LEAST | AT_MOST, max_size=5)


@given(LISTS_WITH_BOUNDS, LISTS_WITH_BOUNDS)
def test_the_closest_two_have_the_mildest_verdict_of_all(
    ones: list[Ranges[Exact]], others: list[Ranges[Exact]]
) -> None:
    verdicts = [compare(one, other) for one, other in product(ones, others)]

    found = find_closest(ones, others)

    if not verdicts:
        assert found is None
    else:
        assert found is not None
        mildest = min(verdicts, key=GRAVITY.index)
        assert found.verdict == compare(ones[found.one], others[found.other])
        assert found.verdict == mildest or {found.verdict, mildest} == {"same", "consistent"}


@pytest.mark.parametrize("operation", [add, mul])
@given(one=FIGURES, others=LISTS, wholes=LISTS)
def test_a_match_is_found_where_any_combination_fits(
    operation: Callable[[Exact, Exact], Exact],
    one: Ranges[Exact],
    others: list[Ranges[Exact]],
    wholes: list[Ranges[Exact]],
) -> None:
    pairs = product(others, wholes)
    verdicts = [compare(make_whole(operation, one, other), whole) for other, whole in pairs]
    mildest = min(verdicts, key=GRAVITY.index, default="contradicted")

    found = find_match(operation, one, Shelf(others), Shelf(wholes))

    verdict = "contradicted" if found is None else found.verdict
    assert verdict == mildest or {verdict, mildest} == {"same", "consistent"}


@pytest.mark.parametrize(("low", "high"), [(None, 5), (3, None), (None, None)], ids=["at most", "at least", "any"])
@pytest.mark.parametrize("is_first", [True, False])
def test_a_sum_with_an_open_end_is_open_there(low: int | None, high: int | None, *, is_first: bool) -> None:
    ends = (None if end is None else Exact(end) for end in (low, high))
    bound = Ranges(*[Interval(*ends)] * 3)
    parts = (bound, around(2, 0, 0, 0)) if is_first else (around(2, 0, 0, 0), bound)

    whole = make_whole(add, *parts).strict

    assert (whole.low, whole.high) == (low and Exact(low + 2), high and Exact(high + 2))


def test_a_whole_that_is_a_single_number_is_preferred_to_one_that_only_touches() -> None:
    one, other = around(37, 1, 1, 1), around(2, 0, 0, 0)
    wholes = [around(38, 0, 0, 0), around(36, 2, 2, 2)]

    found = find_match(add, one, Shelf([other]), Shelf(wholes))

    assert found is not None
    assert (found.verdict, found.whole) == ("consistent", 0)


def test_tenths_add_up_exactly() -> None:
    one, other, whole = (around(tenths, 0, 0, 0, of=10) for tenths in (1, 2, 3))

    found = find_match(add, one, Shelf([other]), Shelf([whole]))

    assert found is not None
    assert found.verdict == "same"


def test_a_difference_smaller_than_floating_point_shows_is_no_match() -> None:
    one, other, whole = around(1, 0, 0, 0), around(2, 0, 0, 0), around(3 * 10**17 + 1, 0, 0, 0, of=10**17)

    assert find_match(add, one, Shelf([other]), Shelf([whole])) is None
    assert find_match(add, one, Shelf([other]), Shelf([whole, around(3, 0, 0, 0)])) is not None


@pytest.mark.parametrize("is_first", [True, False])
def test_a_single_number_at_the_end_of_a_range_is_closer_than_a_range_that_only_touches_it(*, is_first: bool) -> None:
    ones = [around(5, 0, 0, 0), around(3, 2, 2, 2)] if is_first else [around(3, 2, 2, 2), around(5, 0, 0, 0)]

    found = find_closest(ones, [around(6, 1, 1, 1)])

    assert found is not None
    assert (found.verdict, found.one) == ("consistent", 0 if is_first else 1)


def test_of_figures_that_contradict_each_other_the_closest_are_found() -> None:
    ones = [around(number, 1, 2, 3) for number in (10, 50, 90)]
    others = [around(number, 1, 2, 3) for number in (30, 70, 101)]

    found = find_closest(ones, others)

    assert found is not None
    assert (found.verdict, found.one, found.other) == ("contradicted", 2, 2)


@pytest.mark.parametrize("size", [100, 1000])
def test_two_long_lists_are_compared_in_n_log_n(size: int) -> None:
    ones, others = ([count(2 * at + side) for at in range(size)] for side in (0, 1))
    Counted.comparisons = 0

    assert find_closest(ones, others) is not None

    assert Counted.comparisons < 3 * 2 * size * (2 * size).bit_length() * 2


@pytest.mark.parametrize("size", [100, 1000])
def test_a_growth_is_checked_against_many_volumes_without_comparing_all(size: int) -> None:
    earlier, later = ([count(1000 * at) for at in range(first, 2 * size, 2)] for first in (1, 2))
    growth = Ranges(*[Interval(Exact(1), Exact(1))] * 3)
    Counted.comparisons = 0

    assert find_match(mul, growth, Shelf(earlier), Shelf(later)) is None

    assert Counted.comparisons < 10 * size
