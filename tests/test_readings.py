"""Figures with one key: grouped by printed form, the leading one first, with their readings."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import Json, volume
from press import make_claims
from tradefacts.interval import Interval
from tradefacts.reckoning.readings import find_figures, is_rough

if TYPE_CHECKING:
    from tradefacts.factbase import Claim
    from tradefacts.reckoning.readings import Figures


def said(printed: str, page: str, **others: object) -> Json:
    """Return a turnover on a separate page."""
    return volume("KZ", "UZ", "2022", printed, **{"source": page, **others})


def find(*facts: Json) -> Figures:
    return find_figures(make_claims(list(facts)))


def name(found: Figures) -> list[tuple[str, int]]:
    return [(f"{figure.bound}{figure.printed}".lstrip("="), figure.voices) for figure in found.figures]


ROUND = [said("$5 billion", f"voice-{number}-2023-01-01") for number in range(5)]
PRECISE = [said("$4.6 billion", "menafn-2023-09-23"), said("$4,6 млрд", "yuz-2023-02-01")]


def test_the_figure_with_most_voices_leads_though_a_more_precise_one_fits() -> None:
    found = find(*PRECISE, *ROUND, said("$5 billion", "astana-2023-02-02", bound=">"))

    assert name(found) == [("$5 billion", 5), ("$4.6 billion", 2), (">$5 billion", 1)]
    assert [(reading.voices, reading.figures) for reading in found.readings] == [(7, (0, 1)), (6, (0, 2))]
    assert (found.figures[0].low, found.figures[0].high) == (4_500_000_000, 5_500_000_000)
    assert found.readings[0][:2] == (4_550_000_000, 4_650_000_000)


def test_a_bound_supports_a_figure_without_narrowing_its_range_and_bounds_alone_narrow_each_other() -> None:
    closed = find(said("$5 billion", "a-2023-01-01"), said("$5 billion", "b-2023-01-01", bound=">"))
    bounds = find(said("$4 billion", "a-2023-01-01", bound=">"), said("$6 billion", "b-2023-01-01", bound="<"))

    assert [reading[:3] for reading in closed.readings] == [(4_500_000_000, 5_500_000_000, 2)]
    assert [reading[:3] for reading in bounds.readings] == [(4_000_000_000, 6_000_000_000, 2)]


def test_a_rounder_figure_supports_a_precise_one_but_is_no_voice_for_it() -> None:
    found = find(said("$4 billion", "a-2023-01-01"), said("$4.39 billion", "b-2023-01-01"))

    assert name(found) == [("$4.39 billion", 1), ("$4 billion", 1)]
    assert [reading.voices for reading in found.readings] == [2]


def test_about_and_exactly_the_same_value_are_one_figure() -> None:
    found = find(said("$500 million", "a-2023-01-01", bound="~"), said("$500 million", "b-2023-01-01"))

    (figure,) = found.figures
    assert (figure.bound, figure.voices) == ("=", 2)
    assert (figure.low, figure.high) == (499_500_000, 500_500_000)


@pytest.mark.parametrize(
    ("printed", "bound", "expected"),
    [("$500 million", "~", True), ("half a billion dollars", "=", True), ("$500 million", "=", False)],
)
def test_a_figure_said_to_be_about_its_value_or_in_words_is_rough(printed: str, bound: str, *, expected: bool) -> None:
    (claim,) = make_claims([said(printed, "a-2023-01-01", bound=bound)])

    assert is_rough(claim) == expected


def test_a_value_with_more_digits_is_another_figure() -> None:
    assert len(find(said("$5 billion", "a-2023-01-01"), said("$5.0 billion", "b-2023-01-01")).figures) == 2


@pytest.mark.parametrize(
    ("facts", "leading"),
    [
        ([said("$1.3 bln", "a-2023-01-01"), *[said("$2 bln", f"{page}-2023-01-01", bound=">") for page in "bcd"]], "="),
        ([said("$2 bln", "a-2023-01-01", bound=">"), said("$1 bln", "b-2023-01-01", bound=">")], ">"),
    ],
)
def test_a_bound_leads_only_where_nothing_closed_is_printed(facts: list[Json], leading: str) -> None:
    assert find(*facts).figures[0].bound == leading


@pytest.mark.parametrize(("bound", "printed"), [(">", "$3 bln"), ("<", "$1 bln")])
def test_of_bounds_the_one_that_says_most_leads(bound: str, printed: str) -> None:
    pages = [said(f"${number} bln", f"p-2023-01-0{number}", bound=bound) for number in (1, 2, 3)]

    assert find(*pages, said("$2 bln", "other-2023-01-01", bound=bound)).figures[0].printed == printed


def test_of_figures_with_as_many_voices_the_first_of_the_base_leads() -> None:
    assert find(said("$4.5 billion", "a-2023-01-01"), said("$4.4 billion", "a-2023-01-01")).figures[0].printed == (
        "$4.5 billion"
    )


def test_each_figure_has_its_verdict_against_the_leading_one() -> None:
    found = find(*ROUND, *PRECISE, said("$6.1 billion", "a-2023-01-01"), said("$5.55 billion", "b-2023-01-01"))

    assert {figure.printed: figure.verdict for figure in found.figures} == {
        "$5 billion": "same",
        "$4.6 billion": "consistent",
        "$6.1 billion": "contradicted",
        "$5.55 billion": "near",
    }


def test_an_unreadable_figure_is_left_out() -> None:
    assert find(said("$5 billion", "a-2023-01-01") | {"printed": "a lot"}) == ((), ())


def test_sums_use_bounds_only_if_no_closed_figure_supports_them() -> None:
    bounds = [said(f"${number} bln", f"p-2023-01-0{number}", bound=">") for number in (5, 7, 8)]

    found = find(*ROUND, *bounds)

    assert [found.figures[place].printed for place in found.find_measured()] == ["$5 billion", "$8 bln"]


RANGES = st.sampled_from(
    [
        Interval(low, high)
        for low, high in product([None, *range(13)], repeat=2)
        if (low is not None and high is not None and low < high) or (low is None) != (high is None)
    ]
)
(SAMPLE,) = make_claims([volume("KZ", "UZ", "2022", "$5 billion")])


def make(number: int, interval: Interval[int]) -> Claim:
    named = SAMPLE._replace(id=str(number), amount=number, shown=f"${number}", voice=str(number))
    strict = named._replace(low=interval.low, high=interval.high)
    loose = strict._replace(loose_low=interval.low, loose_high=interval.high)
    return loose._replace(wide_low=interval.low, wide_high=interval.high)


@given(st.lists(RANGES, max_size=7))
def test_readings_are_the_largest_sets_that_overlap_pairwise(intervals: list[Interval[int]]) -> None:
    claims = [make(number, interval) for number, interval in enumerate(intervals)]
    sets = [
        {*chosen}
        for size in range(1, len(intervals) + 1)
        for chosen in combinations(range(len(intervals)), size)
        if all(intervals[one].overlaps(intervals[other]) for one, other in combinations(chosen, 2))
    ]
    largest = [one for one in sets if not any(one < other for other in sets)]

    found = find_figures(claims)

    read = [{int(found.figures[place].facts[0]) for place in reading.figures} for reading in found.readings]
    assert sorted(map(sorted, read)) == sorted(map(sorted, largest))
    assert [reading.voices for reading in found.readings] == [len(reading.figures) for reading in found.readings]


class Counted(int):
    """A number that counts how often it is compared."""

    comparisons = 0

    def __lt__(self, other: float) -> bool:
        Counted.comparisons += 1
        return int(self) < other

    def __gt__(self, other: float) -> bool:
        Counted.comparisons += 1
        return int(self) > other

    def __le__(self, other: float) -> bool:
        Counted.comparisons += 1
        return int(self) <= other


@pytest.mark.parametrize("size", [100, 1600])
def test_readings_of_many_figures_take_n_log_n_comparisons(size: int) -> None:
    claims = [make(number, Interval(Counted(3 * number), Counted(3 * number + 4))) for number in range(size)]
    Counted.comparisons = 0

    found = find_figures(claims)

    assert len(found.readings) == size - 1
    assert Counted.comparisons < 20 * size * size.bit_length()
