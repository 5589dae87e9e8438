"""Calculated figures are shown with digits that fit their uncertainty."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradefacts.render.calculated import format_calculated, format_percents


@pytest.mark.parametrize(
    ("low", "high", "written"),
    [
        (80.75, 89.25, "81–89 %"),
        (49.65, 49.75, "50 %"),
        (14.98, 15.04, "15 %"),
        (118.5, 119.5, "118–120 %"),
        (3.36, 6.62, "3–7 %"),
        (7.1, 7.3, "7.1–7.3 %"),
        (7.12, 7.13, "7.1 %"),
        (-1.1, 0, "−1 to 0 %"),
        (66.66, None, "over 66 %"),
        (None, 8.45, "at most 9 %"),
        (None, None, ""),
    ],
)
def test_percentages_are_whole_numbers_unless_they_are_small_and_narrow(
    low: float | None, high: float | None, written: str
) -> None:
    assert format_percents(low, high) == written


@given(st.integers(1000, 30000), st.integers(0, 5000))
def test_a_shown_range_of_percent_contains_the_computed_range(low: int, width: int) -> None:
    shown = format_percents(low / 100, (low + width) / 100).removesuffix(" %").split("–")

    assert (int(shown[0]) - 0.5) * 100 <= low
    assert low + width <= (int(shown[-1]) + 0.5) * 100


@pytest.mark.parametrize(
    ("low", "high", "written"),
    [
        (4_454_912_516, 4_467_894_028, "$4.46 bn"),
        (1_046_025_104, 1_139_240_507, "$1.09 bn"),
        (587_843_137, 593_280_633, "$591 m"),
        (1_181_102_000, 1_181_104_000, "$1.181103 bn"),
    ],
)
def test_a_calculated_amount_ends_at_the_first_digit_of_its_width(low: int, high: int, written: str) -> None:
    assert format_calculated(low, high, "USD") == written
