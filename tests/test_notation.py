"""What is shown of a computed range, read back as a printed figure, contains it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradefacts.figure.notation import format_range
from tradefacts.figure.parsing import parse_figure

if TYPE_CHECKING:
    from tradefacts.figure.value import Bound

AMOUNTS = st.integers(0, 10**13)
PERCENTS = st.integers(-99_99, 10**6).map(lambda hundredths: hundredths / 100)


def read_back(text: str) -> tuple[float, float]:
    """Return the range of what was written: one figure, or the lower end of the first and the upper of the second."""
    text = text.replace("+", "")
    if " to " in text:
        first, last = text.split(" to ")
        first = first if "$" in text else f"{first} %"
    elif "–" in text:
        head, last = text.split("–")
        sign = "$" if head.startswith("$") else ""
        words = last.partition(" ")[2]
        first, last = f"{head} {words}".strip(), f"{sign}{last}"
    else:
        first = last = text
    return read_end(first, "low"), read_end(last, "high")


def read_end(text: str, end: str) -> float:
    interval = parse_figure(text)[0].interval()
    return float(getattr(interval, end))


@given(st.tuples(AMOUNTS, AMOUNTS).map(sorted))
def test_an_amount_as_shown_contains_the_range(ends: list[int]) -> None:
    low, high = ends

    shown = format_range(low, high, "USD")

    below, above = read_back(shown)
    assert below <= low
    assert high <= above


@given(ends=st.tuples(PERCENTS, PERCENTS).map(sorted), is_change=st.booleans())
def test_a_percentage_as_shown_contains_the_range(ends: list[float], *, is_change: bool) -> None:
    low, high = ends

    shown = format_range(low, high, "percent", is_change=is_change)

    below, above = read_back(shown)
    assert below <= low
    assert high <= above


@given(AMOUNTS, st.sampled_from([">", "<"]))
def test_an_open_range_as_shown_contains_it(end: int, sign: Bound) -> None:
    shown = format_range(end, None, "USD") if sign == ">" else format_range(None, end, "USD")

    interval = parse_figure(shown.removeprefix(sign))[0].interval(sign)
    assert shown.startswith(sign)
    assert interval.contains(end)


@given(AMOUNTS, st.integers(1, 10**12))
def test_what_is_shown_is_at_most_twice_as_wide_as_the_range(low: int, width: int) -> None:
    below, above = read_back(format_range(low, low + width, "USD"))

    assert (above - below) <= 2 * width


@pytest.mark.parametrize(
    ("low", "high", "unit", "shown"),
    [
        (1046025104, 1139240507, "USD", "$1.05–1.14 bn"),
        (3183520599, 3283018868, "USD", "$3.18–3.28 bn"),
        (666519823, 673333334, "USD", "$0.67 bn"),
        (492500000, 593500000, "USD", "$493–593 m"),
        (123125000, 148375000, "USD", "$123–148 m"),
        (1316500000, 1317500000, "USD", "$1.317 bn"),
        (2000000000, 2000000000, "USD", "$2 bn"),
        (1250000000, 1350000000, "CNY", "CNY 1.3 bn"),
        (1180521396, None, "USD", ">$1.18 bn"),
        (None, 137500000, "USD", "<$138 m"),
        (None, None, "USD", "unknown"),
        (-5000000, 3000000, "USD", "−$5 m to $3 m"),
        (0, 0, "USD", "$0"),
        (62.5, 67.5, "percent", "63–67 %"),
        (5.77, 6.95, "percent", "5.8–6.9 %"),
        (-2.49, 5.4, "percent", "−2 to 5 %"),
        (10.9, 10.91, "percent", "10.90–10.91 %"),
        (-16.67, None, "percent", "at least −16.7 %"),
        (None, -3.2, "percent", "at most −3.20 %"),
        (2029, 2031, "year", "2029–2031"),
        (2029, 2029, "year", "2029"),
        (2029, None, "year", "2029 or later, or never"),
        (None, 2031, "year", "by 2031"),
        (None, None, "year", "never, or unknown"),
    ],
)
def test_ranges_are_written_as_people_read_them(low: float | None, high: float | None, unit: str, shown: str) -> None:
    assert format_range(low, high, unit) == shown


def test_a_change_is_written_with_its_sign() -> None:
    assert format_range(18.5, 19.5, "percent", is_change=True) == "+19 %"
    assert format_range(-2.49, 5.4, "percent", is_change=True) == "−2 to +5 %"
