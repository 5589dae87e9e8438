"""Periods and dates: which texts are valid, and that text and value correspond."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradefacts.errors import InvalidPeriodError
from tradefacts.period import Period, check_date, first_day, format_month, is_bare_year, last_day

MONTHS = st.integers(1900 * 12, 2101 * 12 - 1)
PERIODS = st.builds(lambda one, other: Period(min(one, other), max(one, other)), MONTHS, MONTHS)


@pytest.mark.parametrize(
    ("text", "first", "last", "months"),
    [
        ("2022", "2022-01", "2022-12", 12),
        ("2023-05", "2023-05", "2023-05", 1),
        ("2023-01/2023-07", "2023-01", "2023-07", 7),
        ("2022-11/2023-02", "2022-11", "2023-02", 4),
        ("1900", "1900-01", "1900-12", 12),
        ("2100-12", "2100-12", "2100-12", 1),
    ],
)
def test_a_period_is_its_months_with_both_ends(text: str, first: str, last: str, months: int) -> None:
    period = Period.parse(text)

    assert (format_month(period.first), format_month(period.last), period.months) == (first, last, months)
    assert str(period) == text


def test_a_year_written_as_its_months_is_that_year() -> None:
    period = Period.parse("2022-01/2022-12")

    assert period.is_year
    assert str(period) == "2022"


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "2022 ", "22", "202", "20222", "0000", "1899", "2101", "99999", "-2022", "+2022", "٢٠٢٢"),
        *("2023-13", "2023-00", "2023-1", "2023-5/2023-7", "2023-01/2023-13", "2023-01/07", "2023/2024"),
        *("2023-01/2023", "2023-07/2023-01", "2023-01-01", "2023-02-30", "2023-01/2023-07/2023-08", "2023\n"),
        *("January 2023", "2023-01 / 2023-07", "2023-01–2023-07", "null"),
    ],
)
def test_an_invalid_period_is_refused_with_its_text(text: str) -> None:
    with pytest.raises(InvalidPeriodError) as caught:
        Period.parse(text)

    assert repr(text) in caught.value.message
    assert "2023-01/2023-07" in str(caught.value.hint)


@given(PERIODS)
def test_a_period_is_read_back_from_its_text(period: Period) -> None:
    assert Period.parse(str(period)) == period


@given(PERIODS, PERIODS)
def test_periods_that_contain_each_other_are_equal(one: Period, other: Period) -> None:
    assert (one.contains(other) and other.contains(one)) == (one == other)


@given(PERIODS, st.integers(-50, 50))
def test_a_shift_keeps_the_months_and_can_be_undone(period: Period, years: int) -> None:
    shifted = period.shift(years)

    assert shifted.months == period.months
    assert shifted.shift(-years) == period


def test_a_shift_goes_to_the_same_months_of_another_year() -> None:
    assert str(Period.parse("2022-11/2023-02").shift(-1)) == "2021-11/2022-02"


@pytest.mark.parametrize(
    ("outer", "inner", "is_inside"),
    [
        ("2022", "2022-12", True),
        ("2022", "2022", True),
        ("2022", "2022-12/2023-01", False),
        ("2022", "2021-12/2022-01", False),
        ("2022-12", "2022", False),
    ],
)
def test_a_period_contains_the_months_within_it(outer: str, inner: str, *, is_inside: bool) -> None:
    assert Period.parse(outer).contains(Period.parse(inner)) == is_inside


@pytest.mark.parametrize(
    ("written", "is_year"), [("2022", True), ("2022-01", False), ("2022-01/2022-12", False), (None, False)]
)
def test_a_bare_year_is_known_by_its_form(written: str | None, *, is_year: bool) -> None:
    assert is_bare_year(written) == is_year


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1402-01", "the year is not from 1900 to 2100"),
        ("2023-00", "a year has the months 01 to 12"),
        ("2023-02-29", "2023-02 has no day 29"),
        ("2100-02-29", "2100-02 has no day 29"),
        ("2023-04-00", "2023-04 has no day 00"),
    ],
)
def test_a_date_that_no_calendar_has_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(InvalidPeriodError, match=f"invalid date '{text}': {reason}$"):
        check_date(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [("1402-01/1402-12", "the year is not from 1900 to 2100"), ("2023-13", "a year has the months 01 to 12")],
)
def test_a_period_that_no_calendar_has_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(InvalidPeriodError, match=f"invalid period '{text}': {reason}$"):
        Period.parse(text)


@pytest.mark.parametrize("text", ["2023", "2023-09", "2023-09-25", "2024-02-29", "1900-01-01", "2100-12-31"])
def test_a_date_is_a_year_a_month_or_a_day(text: str) -> None:
    assert check_date(text) == text


@pytest.mark.parametrize(
    "text",
    ["", "2023-02-29", "2023-13", "2023-00-10", "2023-04-31", "1899", "2101-01", "25.09.2023", "2023-9-5", "2023 "],
)
def test_a_day_that_does_not_exist_is_no_date(text: str) -> None:
    with pytest.raises(InvalidPeriodError, match="invalid date"):
        check_date(text)


@pytest.mark.parametrize(
    ("date", "last"), [("2023", "2023-12-31"), ("2023-02", "2023-02-31"), ("2023-09-25", "2023-09-25")]
)
def test_the_last_day_of_a_date_sorts_after_all_its_days(date: str, last: str) -> None:
    assert last_day(date) == last


@pytest.mark.parametrize(
    ("date", "first"), [("2023", "2023-01-01"), ("2023-02", "2023-02-01"), ("2023-09-25", "2023-09-25")]
)
def test_the_first_day_of_a_date_sorts_before_all_its_days(date: str, first: str) -> None:
    assert first_day(date) == first
