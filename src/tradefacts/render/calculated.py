"""Computed figures for people, with only as many digits as their uncertainty allows."""

from __future__ import annotations

from math import ceil, floor

from tradefacts.figure.notation import format_range

_WIDE = 2
"""The width, in percentage points, from which a growth is written with both ends."""
_WHOLE_FROM = 10
"""Percentages of at least this are whole numbers; smaller ones have a decimal if their range is under a point wide."""


def format_percents(low: float | None, high: float | None, *, over: str = "over ", under: str = "at most ") -> str:
    """Return a percentage range in whole numbers, with one decimal only under 10; empty if both ends are open.

    >>> format_percents(80.75, 89.25), format_percents(49.65, 49.75), format_percents(66.66, None)
    ('81–89 %', '50 %', 'over 66 %')
    >>> format_percents(3.36, 6.62), format_percents(7.1, 7.3), format_percents(None, 8.45)
    ('3–7 %', '7.1–7.3 %', 'at most 9 %')
    """
    if low is None or high is None:
        if low is None:
            return "" if high is None else f"{under}{_sign(ceil(high))} %"
        return f"{over}{_sign(floor(low))} %"
    places = 1 if max(abs(low), abs(high)) < _WHOLE_FROM and high - low < 1 else 0
    unit = 10**places
    # The ends shown enclose the range: halves are rounded away from its middle.
    ends = [_round_half_down(low * unit) / unit, -_round_half_down(-high * unit) / unit]
    if ends[0] >= ends[1]:
        return f"{_sign(ends[0])} %"
    separator = " to " if ends[0] < 0 else "–"
    return f"{_sign(ends[0])}{separator}{_sign(ends[1])} %"


def format_calculated(low: int, high: int, currency: str) -> str:
    """Return the midpoint of a range, rounded to the first digit of its width.

    >>> format_calculated(4_454_912_516, 4_467_894_028, "USD"), format_calculated(1_985_150_000, 2_085_250_000, "USD")
    ('$4.46 bn', '$2.0 bn')
    """
    unit = 10 ** (len(str(high - low)) - 1)
    middle = ((low + high) // 2 + unit // 2) // unit * unit
    # A range one unit of the last digit wide makes `format_range` write that digit, even a zero.
    return format_range(middle - unit // 2, middle + unit // 2, currency)


def format_calculated_change(low: float | None, high: float | None) -> str:
    """Return a computed growth: its midpoint, or both ends if the range is wide.

    >>> format_calculated_change(4.61, 5.62), format_calculated_change(8.75, 9.33), format_calculated_change(5.2, 8.1)
    ('+5 %', '+9.0 %', '+5–9 %')
    >>> format_calculated_change(-0.4, 6.2), format_calculated_change(-44.1, -40.3)
    ('−1 to +7 %', '−40 to −45 %')
    >>> format_calculated_change(18.23, None), format_calculated_change(None, -6.35)
    ('over +18 %', 'at most −6 %')
    """
    if low is None or high is None:
        if low is None:
            return "unknown" if high is None else f"at most {_mark(ceil(high))}{abs(ceil(high))} %"
        return f"over {_mark(floor(low))}{abs(floor(low))} %"
    if high - low < _WIDE:
        places = 0 if high - low >= 1 else 1
        middle = (low + high) / 2
        return f"{_mark(middle)}{abs(middle):.{places}f} %"
    first, last = floor(low), ceil(high)
    if first >= 0:
        return f"{_mark(first)}{first}–{last} %"
    # The smaller fall comes first, as is usual.
    ends = (last, first) if last <= 0 else (first, last)
    return " to ".join(f"{_mark(end)}{abs(end)}" for end in ends) + " %"


def _mark(number: float) -> str:
    return "−" if number < 0 else "+" if number else ""


def _round_half_down(number: float) -> int:
    return ceil(number - 0.5)


def _sign(number: float) -> str:
    return f"{number:g}".replace("-", "−")
