"""Comparison of two printed figures."""

from __future__ import annotations

from itertools import combinations
from operator import add, mul

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import growth, volume
from press import make_claims
from tradefacts.exact import Exact
from tradefacts.interval import Interval
from tradefacts.reckoning.comparison import (
    GRAVITY,
    Ranges,
    compare,
    compare_all,
    compare_claims,
    find_extremes,
    read_exact_ranges,
    read_ranges,
)
from tradefacts.reckoning.matching import make_whole

MONEY = [
    ("$5 billion", "5 billion US dollars", "same"),
    ("$5 billion", "$4.6 billion", "consistent"),
    ("about $4 billion", "$4.39 billion", "consistent"),
    (">$5 billion", "$5.2 billion", "consistent"),
    (">$5 billion", "$5 billion", "consistent"),
    ("$4.4 billion", "$4.5 billion", "touching"),
    ("$500 million", "$501 million", "touching"),
    ("$400 million", "$500 million", "loosely consistent"),
    ("$500 million", "$523 million", "loosely consistent"),
    ("$500 million", "$550 million", "loosely consistent"),
    ("about $500 million", "$590 million", "loosely consistent"),
    ("$1.317 billion", "$1,317.8 million", "near"),
    ("$1.5 billion", "$1.59 billion", "near"),
    (">$1.2 billion", "$1.19 billion", "near"),
    ("$1.590 billion", "$1.5 billion", "near"),
    ("$1.5 billion", "$1.44 billion", "near"),
    ("$1.5 billion", "$1.43 billion", "contradicted"),
    ("$500 million", "$610 million", "contradicted"),
    ("$1.3 billion", "$1.6 billion", "contradicted"),
    (">$5 billion", "$4.6 billion", "contradicted"),
    ("<$1 billion", "$1.3 billion", "contradicted"),
    ("$1.3 billion", "$1.3 million", "contradicted"),
]
PERCENT = [
    ("30%", "32.1%", "loosely consistent"),
    ("11%", "11.4%", "consistent"),
    ("11%", "11.8%", "near"),
    ("-7.3%", "-7.39%", "near"),
    ("-7.3%", "-7.2%", "touching"),
    ("-7.3%", "-7.1%", "contradicted"),
    ("1.5 times", "52%", "consistent"),
    ("12%", "-12%", "contradicted"),
]


def bound_of(printed: str) -> str:
    bounds = {">": ">", "<": "<", "about ": "~"}
    return next((sign for word, sign in bounds.items() if printed.startswith(word)), "=")


def read(printed: str, make: object = volume) -> Ranges[int | float]:
    digits = printed.removeprefix("about ").lstrip("<>")
    (claim,) = make_claims([make("KZ", "KG", "2022", digits, bound=bound_of(printed))])  # type: ignore[operator]  # a builder
    return read_ranges(claim)


@pytest.mark.parametrize(("one", "other", "verdict"), MONEY)
def test_two_printed_amounts_have_one_verdict(one: str, other: str, verdict: str) -> None:
    assert compare(read(one), read(other)) == verdict
    assert compare(read(other), read(one)) == verdict


@pytest.mark.parametrize(("one", "other", "verdict"), PERCENT)
def test_two_printed_growths_have_one_verdict(one: str, other: str, verdict: str) -> None:
    assert compare(read(one, growth), read(other, growth)) == verdict
    assert compare(read(other, growth), read(one, growth)) == verdict


SUMS = [
    ("$770.2 million", "$410.9 million", "$1,181.1 million", "consistent"),
    ("$770 million", "$410 million", "$1.188 billion", "loosely consistent"),
    ("$455.702 million", "$862.182 million", "$1.317 billion", "near"),
    ("$350.4 million", "$168.5 million", "$519.02 million", "near"),
    ("$770.2 million", "$410.9 million", "$1,191.1 million", "contradicted"),
]
GROWTHS = [
    ("$1.1 billion", "19%", "$1.3 billion", "consistent"),
    ("$1000 million", "19.3%", "$1.31 billion", "loosely consistent"),
    ("$501.9 million", "3.5%", "$519.9 million", "near"),
    ("$702.7 million", "22.5%", "$718.3 million", "contradicted"),
]


@pytest.mark.parametrize(("one", "other", "whole", "verdict"), SUMS)
def test_a_sum_is_compared_like_a_printed_figure(one: str, other: str, whole: str, verdict: str) -> None:
    parts = [read_exact(one), read_exact(other)]

    assert compare(make_whole(add, *parts), read_exact(whole)) == verdict


@pytest.mark.parametrize(("earlier", "rate", "later", "verdict"), GROWTHS)
def test_a_growth_leads_from_one_printed_figure_to_another(earlier: str, rate: str, later: str, verdict: str) -> None:
    factor = Ranges(*(Interval(*(end and Exact(1) + end / Exact(100) for end in form)) for form in read_rate(rate)))

    assert compare(make_whole(mul, factor, read_exact(earlier)), read_exact(later)) == verdict


def read_exact(printed: str) -> Ranges[Exact]:
    return read_exact_ranges(make_claims([volume("KZ", "KG", "2022", printed)])[0])


def read_rate(printed: str) -> Ranges[Exact]:
    return read_exact_ranges(make_claims([growth("KZ", "KG", "2022", printed)])[0])


@st.composite
def draw_ranges(draw: st.DrawFn) -> Ranges[int]:
    """Return a strict range with two wider ones around it."""
    low = draw(st.integers(-9, 9))
    lows, highs = [low], [low + draw(st.integers(0, 4))]
    for _ in range(2):
        lows.append(lows[-1] - draw(st.integers(0, 2)))
        highs.append(highs[-1] + draw(st.integers(0, 2)))
    is_open = draw(st.sampled_from(["closed", "closed", "low", "high"]))
    intervals = [
        Interval(None if is_open == "low" else low, None if is_open == "high" else high)
        for low, high in zip(lows, highs, strict=True)
    ]
    return Ranges(*intervals)


@given(st.lists(draw_ranges(), max_size=7))
def test_the_verdict_on_many_is_the_most_serious_of_any_two(figures: list[Ranges[int]]) -> None:
    verdicts = [compare(one, other) for one, other in combinations(figures, 2)]

    assert compare_all(figures) == max(verdicts, key=GRAVITY.index, default="same")


@pytest.mark.parametrize(
    ("printed", "verdict"),
    [
        (["$5 billion"], "same"),
        (["$5 billion", "5 billion US dollars"], "same"),
        (["$5 billion", "$4.6 billion", ">$4 billion"], "consistent"),
        ([">$5 billion", ">$6 billion"], "consistent"),
        (["<$5 billion", "<$6 billion"], "consistent"),
        (["<$5 billion", "$4.6 billion", ">$4 billion"], "consistent"),
        (["$5 billion", "$4.4 billion", "$4.5 billion"], "near"),
        (["$4.4 billion", "$4.5 billion"], "touching"),
        (["<$5 billion", "$4.6 billion", ">$6 billion"], "contradicted"),
    ],
)
def test_claims_have_the_worst_verdict_of_any_two(printed: list[str], verdict: str) -> None:
    claims = make_claims(
        [
            volume("KZ", "KG", "2022", digits.lstrip("<>"), bound=bound_of(digits), id=f"a-{at}")
            for at, digits in enumerate(printed)
        ]
    )

    assert compare_claims(claims) == verdict


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0)])
def test_of_ranges_with_the_same_end_one_that_is_more_than_a_point_is_extreme(order: tuple[int, ...]) -> None:
    ranges = [Interval(1, 5), Interval(5, 5), Interval(5, 7)]

    lower, upper = find_extremes([ranges[place] for place in order])

    assert (order[lower], order[upper]) == (0, 2)
