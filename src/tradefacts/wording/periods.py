"""Periods and dates as in articles."""

from __future__ import annotations

from tradefacts.period import Period

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_LAST = 11


def format_full_period(written: str) -> str:
    """Return a period in full: `2022`, `January–August 2025`, `November 2016–March 2017`."""
    period = Period.parse(written)
    (first_year, first), (last_year, last) = divmod(period.first, 12), divmod(period.last, 12)
    if period.is_year:
        return str(period)
    if period.first == period.last:
        return f"{_MONTHS[first]} {first_year}"
    if first_year == last_year:
        return f"{_MONTHS[first]}–{_MONTHS[last]} {last_year}"
    if (first, last) == (0, _LAST):
        return f"{first_year}–{last_year}"
    return f"{_MONTHS[first]} {first_year}–{_MONTHS[last]} {last_year}"


def format_full_date(written: str) -> str:
    """Return a date with its preposition: `on 25 September 2023`, `in September 2023`, `in 2023`."""
    year, *rest = written.split("-")
    if not rest:
        return f"in {year}"
    month = _MONTHS[int(rest[0]) - 1]
    return f"in {month} {year}" if len(rest) == 1 else f"on {int(rest[1])} {month} {year}"
