"""The months that words for a period may mean, counted from the day of publication."""

from __future__ import annotations

import re

from tradefacts.named_tuples import NamedTuple
from tradefacts.period import Period

_QUARTER, _YEAR = 3, 12
"""Months."""
_LAST_DAY = 31
_SOLAR_OFFSET = 621
"""What is added to a solar year for the year in whose March it begins."""
_JULY = 7
"""Where years of accounts begin in July, they are named after the year in which they end."""
FISCAL_YEARS = {"PK": _JULY, "BD": _JULY, "IN": 4, "JP": 4}
"""Place → the month in which its year of accounts begins."""


class Clock(NamedTuple):
    """The day that relative dates count from, and the year that the text is about."""

    year: int
    month: int
    is_known: bool = True
    """False if neither the day of publication nor any year is known, so no period can be determined."""
    fiscal: int = 4
    """The month in which the year of accounts begins."""

    @property
    def last_closed(self) -> int:
        """The last complete month, counted from January of the year 0."""
        return 12 * self.year + self.month - 2

    def find_year(self, last_month: int) -> int:
        """Return the latest year whose months up to `last_month` (1 to 12) were complete."""
        return self.year if 12 * self.year + last_month - 1 <= self.last_closed else self.year - 1


def find_meanings(name: str, groups: dict[str, str | None], clock: Clock, year: int | None) -> list[tuple[Period, str]]:
    """Return the months that a match of a pattern may mean and how each was inferred, the most plausible first.

    `year` is the year that it names, if any.
    """
    months = _find_months(name, groups)
    if months is not None:
        return _resolve_months(months, groups, clock, year)
    if name in {"year", "yearend", "deadline"} and year is not None:
        return [(full_year(year), "year")]
    if name == "span" and year is not None:
        return [(full_year(year), "year"), (full_year(int(groups["year1"] or year)), "year1")]
    if name == "last":
        return [(full_year(clock.year - 1), "last")]
    if name in {"this", "start"}:
        meanings = _resolve_this_year(clock)
        return meanings if name == "start" else meanings[::-1]
    if name == "lastmonth":
        return [(Period(clock.last_closed, clock.last_closed), "lastmonth")]
    if name == "date":
        return _resolve_date(groups, clock, year)
    if name == "rolling":
        month = find_month(groups) or _QUARTER * to_number(groups.get("digit")) or 1
        end = 12 * (year if year is not None else clock.find_year(month)) + month - 1
        return [(_end_year(end), "rolling")]
    if name == "solar":
        return [(_resolve_solar(groups, clock), "solar")]
    if name == "fiscal":
        return _resolve_fiscal(groups, clock, year)
    if name == "recent":
        return [(Period(clock.last_closed + 1 - (_get_count(groups) or 1), clock.last_closed), "recent")]
    if name == "since" and groups.get("past"):
        return [(full_year(clock.year - 1), "since")]
    if name == "ago":
        number = 2 if groups.get("two") else 10 if groups.get("decade") is not None else _get_count(groups) or 1
        return [(full_year(clock.year - number), "ago")]
    return []


def _find_months(name: str, groups: dict[str, str | None]) -> tuple[int, int] | None:
    """Return the first and last month (1 to 12) of the part of a year that the words name, if they do."""
    if name == "range":
        first, last = find_month(groups), _get_number(groups, "m2_")
        return (first or 1, last or 12)
    if name in {"month", "first_month"}:
        month = find_month(groups) or 1
        return (month, month)
    digit = to_number(groups["digit"]) if groups.get("digit") else _get_number(groups, "o")
    if name == "quarter" and digit is not None:
        return (_QUARTER * digit - 2, _QUARTER * digit)
    if name == "half":
        return (7, 12) if digit == 2 else (1, 6)
    if name == "quarters":
        quarters = _get_count(groups) or _get_number(groups, "o") or 1
        return (1, min(_QUARTER * quarters, _YEAR))
    if name == "months":
        number = _get_count(groups)
        return (1, number) if number and 1 < number <= _YEAR else None
    return None


def _resolve_months(
    months: tuple[int, int], groups: dict[str, str | None], clock: Clock, year: int | None
) -> list[tuple[Period, str]]:
    first, last = months
    if year is None and groups.get("rel_last"):
        year = clock.find_year(last)
    if year is not None and groups.get("yend") and first > last:
        # "июль–апрель 2023/24 года"
        year += 1
    if year is not None:
        begin = to_number(groups["year1"]) if groups.get("year1") else (year if first <= last else year - 1)
        return [(Period(12 * begin + first - 1, 12 * year + last - 1), "dated")]
    if first > last:
        return []
    near = clock.find_year(last)
    return [(_months(near, first, last), "near"), (_months(near - 1, first, last), "far")]


def _resolve_this_year(clock: Clock) -> list[tuple[Period, str]]:
    closed = clock.last_closed
    if closed < 12 * clock.year:
        return [(full_year(clock.year - 1), "thisyear")]
    return [(Period(12 * clock.year, closed), "todate"), (full_year(clock.year), "thisyear")]


def _resolve_date(groups: dict[str, str | None], clock: Clock, year: int | None) -> list[tuple[Period, str]]:
    if not groups.get("as_of"):
        return []
    month = find_month(groups) or 1
    year = year or (clock.year if month <= clock.month else clock.year - 1)
    day = _LAST_DAY if groups.get("close") else int(groups.get("day") or 1)
    end = 12 * year + month - 1 - (day < 28)
    return [(Period(end - end % 12, end), "as-of")]


def _resolve_fiscal(groups: dict[str, str | None], clock: Clock, year: int | None) -> list[tuple[Period, str]]:
    """Return a year of accounts: "fiscal 2022", "FY23", "2021-22", "the fiscal year that ended in June"."""
    if groups.get("fyend"):
        last = find_month(groups) or 12
        end = 12 * (year or clock.find_year(last)) + last - 1
        return [(_end_year(end), "fiscal")]
    if groups.get("fylast") is not None:
        end = 12 * clock.find_year(clock.fiscal - 1) + clock.fiscal - 2
        return [(_end_year(end), "fiscal")]
    part = _find_fiscal_months(groups, clock) or (0, _YEAR - 1)
    named = groups.get("fy") or groups.get("fy3") or groups.get("fy2")
    after = groups.get("fy4") or groups.get("fy4a")
    if not named:
        return [(_find_fiscal_year(groups, clock, part), "fiscal")]
    begin = int(named) if len(named) > 2 else 1999 + int(named)
    if after and int(after) != (begin + 1) % 100:
        return []
    if groups.get("fy") and clock.fiscal == _JULY and not after:
        begin -= 1
    start = 12 * begin + clock.fiscal - 1
    return [(Period(start + part[0], start + part[1]), "fiscal")]


def _find_fiscal_months(groups: dict[str, str | None], clock: Clock) -> tuple[int, int] | None:
    """Return the part of a year of accounts that the words name, as its first and last month, counted from 0."""
    first, last = find_month(groups), _get_number(groups, "m2_")
    if first is not None and last is not None:
        begin = (first - clock.fiscal) % _YEAR
        # A year of accounts cannot end between them, so one of an unknown country begins with the first.
        begin = begin if begin <= (last - clock.fiscal) % _YEAR else first - clock.fiscal
        return begin, begin + (last - first) % _YEAR
    if groups.get("fyhalf"):
        return 0, _YEAR // 2 - 1
    quarter, count = _get_number(groups, "o"), _get_count(groups)
    if quarter is not None:
        return _QUARTER * (quarter - 1), _QUARTER * quarter - 1
    return (0, count - 1) if count is not None else None


def _find_fiscal_year(groups: dict[str, str | None], clock: Clock, part: tuple[int, int]) -> Period:
    """Return the months of a year of accounts without a name: the last that were over, or those of the year before."""
    start = 12 * clock.year + clock.fiscal - 1
    while start + part[1] > clock.last_closed:
        start -= _YEAR
    start -= _YEAR * bool(groups.get("fyback"))
    return Period(start + part[0], start + part[1])


def _resolve_solar(groups: dict[str, str | None], clock: Clock) -> Period:
    """Return months of a year that begins in March; one that is not named is the last in which they were over."""
    count = _YEAR // 2 if groups.get("solar_half") else _get_count(groups) or _YEAR
    quarter, month = _get_number(groups, "o"), _get_number(groups, "s")
    start = _QUARTER * (quarter - 1) if quarter is not None else month - 1 if month is not None else 0
    count = _QUARTER if quarter is not None else 1 if month is not None else count
    named = groups.get("solar") or groups.get("solar2")
    if named:
        begin = 12 * (to_number(named) + _SOLAR_OFFSET) + 2 + start
    else:
        begin = 12 * clock.year + 2
        while begin + count > clock.last_closed + 1:
            begin -= 12
    return Period(begin, begin + count)


def _end_year(last: int) -> Period:
    """Return the twelve months up to one."""
    return Period(last - _YEAR + 1, last)


def _months(year: int, first: int, last: int) -> Period:
    return Period(12 * year + first - 1, 12 * year + last - 1)


def full_year(year: int) -> Period:
    """Return the months of a year."""
    return Period(12 * year, 12 * year + 11)


def to_number(text: str | None) -> int:
    """Return a number in digits; 0 if a pattern has found none."""
    return int(text) if text else 0


def _get_count(groups: dict[str, str | None]) -> int | None:
    """Return the number of months, quarters or years, in digits or words."""
    return to_number(groups["digits"]) if groups.get("digits") else _get_number(groups, "n")


def find_month(groups: dict[str, str | None]) -> int | None:
    """Return the month (1 to 12) that the groups of a match name."""
    return _get_number(groups, "m1_")


def _get_number(groups: dict[str, str | None], letter: str) -> int | None:
    return next(
        (int(name[len(letter) :]) for name, text in groups.items() if text and re.fullmatch(letter + r"\d+", name)),
        None,
    )
