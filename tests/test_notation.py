"""The shown form of a computed range, read back as a printed figure, contains the range."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradefacts.exact import read_interval
from tradefacts.figure.notation import format_exact, format_printed, format_range, format_short
from tradefacts.figure.parsing import parse_figure, settle_figure

if TYPE_CHECKING:
    from tradefacts.figure.value import Bound

AMOUNTS = st.integers(0, 10**13)
PERCENTS = st.integers(-99_99, 10**6).map(lambda hundredths: hundredths / 100)


def read_back(text: str) -> tuple[float, float]:
    """Return the range of a written form: that of one figure, or from one lower to another upper end."""
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
def test_the_shown_range_is_at_most_twice_as_wide(low: int, width: int) -> None:
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


@pytest.mark.parametrize(
    ("printed", "recorded", "bound", "shown"),
    [
        ("$1,094 million", 1_094_000_000, "=", "$1.094 bn"),
        ("$1,080mln", 1_080_000_000, "~", "≈$1.080 bn"),
        ("$500 million", 500_000_000, ">", ">$500 m"),
        ("$0.5 billion", 500_000_000, "=", "$0.5 bn"),
        ("0,644 million dollars", 644_000, "=", "$644 k"),
        ("440亿美元", 44_000_000_000, "=", "$44.0 bn"),
        ("15万美元", 150_000, "=", "$0.15 m"),
        ("$475,000", 475_000, "=", "$475,000"),
        ("$999,999", 999_999, "=", "$999,999"),
        ("$1,000,001", 1_000_001, "=", "$1.000001 m"),
        ("$726.8", 726.8, "=", "$726.8"),
        ("half a billion dollars", 500_000_000, "=", "≈$500 m"),
        ("−5,5 млн долларов", -5_500_000, "=", "−$5.5 m"),
        ("1234 trillion dollars", 1234 * 10**12, "=", "$1234 tn"),
    ],
)
def test_amount_keeps_its_printed_digits_in_one_notation(printed: str, recorded: float, bound: str, shown: str) -> None:
    figure = settle_figure(printed, recorded)

    assert figure is not None
    assert format_short(figure, bound, currency="USD") == shown


@pytest.mark.parametrize(
    ("printed", "recorded", "bound", "shown"),
    [
        ("24,5%", 24.5, "=", "+24.5 %"),
        ("17 percent", -17, ">", "<−17 %"),
        ("17 percent", -17, "<", ">−17 %"),
        ("115,2%", 15.2, "=", "+15.2 %"),
        ("92,4%", -7.6, "<", "<−7.6 %"),
        ("1.5-fold", 50, "=", "×1.5"),
        ("в 2,8 раза", -64.29, "=", "÷2.8"),
        ("halved", -50, "=", "≈÷2"),
    ],
)
def test_change_is_shown_with_its_direction(printed: str, recorded: float, bound: str, shown: str) -> None:
    figure = settle_figure(printed, recorded)

    assert figure is not None
    assert format_short(figure, bound, is_change=True) == shown


def test_percentage_that_is_no_change_has_no_sign() -> None:
    assert format_short(parse_figure("8.1%")[0], "=") == "8.1 %"


@pytest.mark.parametrize(
    ("low", "high", "places", "written"),
    [
        (1_250_000_000, 1_350_000_000, 0, "1,250,000,000–1,350,000,000"),
        (12.5, 13.5, 1, "12.5–13.5"),
        (5, 5, 0, "5"),
        (1_200_000_000, None, 0, "from 1,200,000,000"),
        (None, 17, 0, "up to 17"),
        (None, None, 0, "any"),
    ],
)
def test_exact_ends_are_written_in_full(low: float | None, high: float | None, places: int, written: str) -> None:
    assert format_exact(read_interval(low, high), places=places) == written


def test_printed_figure_is_written_with_its_bound() -> None:
    assert format_printed("1,5 gazillion", ">") == ">1,5 gazillion"
    assert format_printed("5%", None) == "5%"
