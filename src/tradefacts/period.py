"""A period: whole months, both ends included, written `2022`, `2023-05` or `2023-01/2023-07`."""

from __future__ import annotations

import re
from functools import lru_cache

from tradefacts.errors import InvalidPeriodError
from tradefacts.named_tuples import NamedTuple

_WRITTEN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:/([0-9]{4})-([0-9]{2}))?)?")
_DATE = "([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?"
_YEARS = range(1900, 2101)
_DAY = len("2023-09-25")
_REMEMBERED = 1 << 12
"""Periods to cache, because many facts share them; the limit bounds the memory."""
_EXPECTED = "expected a year, a month or two months: '2022', '2023-05' or '2023-01/2023-07'"


class Period(NamedTuple):
    """The months from `first` to `last`, both included, each counted from January of the year 0."""

    first: int
    last: int

    @classmethod
    @lru_cache(_REMEMBERED)
    def parse(cls, text: str) -> Period:
        """Return the period written as `2022`, `2023-05` or `2023-01/2023-07`.

        >>> Period.parse("2023-01/2023-07").months
        7

        Raises:
            InvalidPeriodError: the text is not a period, or it ends before it starts.
        """
        match = _WRITTEN.fullmatch(text)
        if match is None:
            raise InvalidPeriodError(f"invalid period {text!r}", hint=_EXPECTED)
        year, month, end_year, end_month = match.groups()
        if month is None:
            period = cls(_month(text, year, "01"), _month(text, year, "12"))
        elif end_year is None:
            period = cls(_month(text, year, month), _month(text, year, month))
        else:
            period = cls(_month(text, year, month), _month(text, end_year, end_month))
        if period.last < period.first:
            raise InvalidPeriodError(f"period {text!r} ends before it starts", hint=_EXPECTED)
        return period

    def __str__(self) -> str:
        """Return the canonical written form: the shortest that names the same months."""
        if self.is_year:
            return format_month(self.first)[:4]
        if self.first == self.last:
            return format_month(self.first)
        return f"{format_month(self.first)}/{format_month(self.last)}"

    @property
    def months(self) -> int:
        """The number of months."""
        return self.last - self.first + 1

    @property
    def is_year(self) -> bool:
        """Whether it is exactly one calendar year."""
        return self.months == 12 and self.first % 12 == 0  # noqa: PLR2004 - a year has twelve months

    def contains(self, other: Period) -> bool:
        """Whether every month of `other` is in this period."""
        return self.first <= other.first and other.last <= self.last

    def shift(self, years: int) -> Period:
        """Return the same months `years` later, or earlier if negative."""
        return Period(self.first + 12 * years, self.last + 12 * years)


def is_bare_year(written: str | None) -> bool:
    """Whether a written period is a single year, judging by its form alone."""
    return written is not None and len(written) == 4  # noqa: PLR2004 - the digits of a year


@lru_cache(_REMEMBERED)
def find_canonical(written: str) -> str:
    """Return the canonical form of a written period: `2023` for `2023-01/2023-12`."""
    return str(Period.parse(written))


@lru_cache(_REMEMBERED)
def find_year_before(written: str) -> str:
    """Return the same months a year earlier.

    >>> find_year_before("2023-01/2023-07")
    '2022-01/2022-07'
    """
    return str(Period.parse(written).shift(-1))


def format_month(month: int) -> str:
    """Return a month, counted from January of the year 0, as `2023-07`."""
    return f"{month // 12:04d}-{month % 12 + 1:02d}"


def check_date(text: str) -> str:
    """Return `text` if it is a date written as a year, a month or a day.

    >>> check_date("2023-09")
    '2023-09'

    Raises:
        InvalidPeriodError: it is not a date, or the calendar has no such day.
    """
    match = re.fullmatch(_DATE, text)
    reason = _find_impossible(*match.groups()) if match else None
    if match is None or reason:
        hint = "expected a year, a month or a day: '2023', '2023-09' or '2023-09-25'"
        raise InvalidPeriodError(f"invalid date {text!r}{f': {reason}' if reason else ''}", hint=hint)
    return text


def last_day(date: str) -> str:
    """Return the last day of a year, month or day, for comparisons."""
    if len(date) == _DAY:
        return date
    return f"{date}-12-31" if is_bare_year(date) else f"{date}-31"


def first_day(date: str) -> str:
    """Return the first day of a year, month or day, for comparisons."""
    if len(date) == _DAY:
        return date
    return f"{date}-01-01" if is_bare_year(date) else f"{date}-01"


def _month(text: str, year: str, month: str) -> int:
    if reason := _find_impossible(year, month):
        raise InvalidPeriodError(f"invalid period {text!r}: {reason}", hint=_EXPECTED)
    return 12 * int(year) + int(month) - 1


def _find_impossible(year: str, month: str | None, day: str | None = None) -> str | None:
    """Return why the calendar has no such year, month or day, or None if it has it."""
    if int(year) not in _YEARS:
        return f"the year is not from {_YEARS[0]} to {_YEARS[-1]}"
    if not 1 <= int(month or 1) <= 12:  # noqa: PLR2004 - months of a year
        return "a year has the months 01 to 12"
    if day is None:
        return None
    from datetime import date  # noqa: PLC0415 - a look-up without days does not pay for it

    try:
        date(int(year), int(month or 1), int(day))
    except ValueError:
        return f"{year}-{month} has no day {day}"
    return None
