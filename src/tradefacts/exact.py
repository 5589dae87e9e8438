"""Exact numbers, and arithmetic on intervals of them that keeps both ends.

The standard library's fractions would do, but importing them would slow down a look-up.
"""

from __future__ import annotations

from functools import lru_cache

from tradefacts.interval import Interval

_REMEMBERED = 1 << 14
"""Intervals to cache, because one figure is compared with many; the limit bounds the memory."""


class Exact:
    """A fraction of two whole numbers, the lower one above 0."""

    __slots__ = ("bottom", "top")

    def __init__(self, top: int, bottom: int = 1) -> None:
        """Store the two numbers as they are; they need not be reduced."""
        self.top = top if bottom > 0 else -top
        self.bottom = bottom if bottom > 0 else -bottom

    __hash__ = None  # type: ignore[assignment]  # equal fractions can be written differently, and no hash is needed

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Exact) and self.top * other.bottom == other.top * self.bottom

    def __add__(self, other: Exact) -> Exact:
        return Exact(self.top * other.bottom + other.top * self.bottom, self.bottom * other.bottom)

    def __sub__(self, other: Exact) -> Exact:
        return Exact(self.top * other.bottom - other.top * self.bottom, self.bottom * other.bottom)

    def __mul__(self, other: Exact) -> Exact:
        return Exact(self.top * other.top, self.bottom * other.bottom)

    def __truediv__(self, other: Exact) -> Exact:
        return Exact(self.top * other.bottom, self.bottom * other.top)

    def __lt__(self, other: Exact) -> bool:
        return self.top * other.bottom < other.top * self.bottom

    def __le__(self, other: Exact) -> bool:
        return self.top * other.bottom <= other.top * self.bottom

    def __gt__(self, other: Exact) -> bool:
        return other < self

    def __ge__(self, other: Exact) -> bool:
        return other <= self

    def floor(self, places: int = 0) -> int:
        """Return the number in units of the last of `places` decimals, rounded down."""
        return int(self.top * 10**places // self.bottom)

    def ceil(self, places: int = 0) -> int:
        """Return the number in units of the last of `places` decimals, rounded up."""
        return int(-(-self.top * 10**places // self.bottom))


ZERO = Exact(0)
ONE = Exact(1)
HUNDRED = Exact(100)


def read_exact(number: float) -> Exact:
    """Return a number of the base exactly: a float means the shortest decimal that reads back as the same float.

    >>> read_exact(24.45).top, read_exact(24.45).bottom
    (2445, 100)
    """
    if isinstance(number, int):
        return Exact(number)
    digits, _, power = repr(number).partition("e")
    whole, _, decimals = digits.partition(".")
    exponent = int(power or 0) - len(decimals)
    top = int(whole + decimals)
    return Exact(top * 10**exponent) if exponent >= 0 else Exact(top, 10**-exponent)


@lru_cache(_REMEMBERED)
def read_interval(low: float | None, high: float | None) -> Interval[Exact]:
    """Return the interval of two ends as stored in the base."""
    return Interval(None if low is None else read_exact(low), None if high is None else read_exact(high))


def add(one: Interval[Exact], other: Interval[Exact]) -> Interval[Exact]:
    """Return the interval of all sums of a number in each."""
    return Interval(
        None if one.low is None or other.low is None else one.low + other.low,
        None if one.high is None or other.high is None else one.high + other.high,
    )


def subtract(one: Interval[Exact], other: Interval[Exact]) -> Interval[Exact]:
    """Return the interval of all differences of a number in each."""
    return Interval(
        None if one.low is None or other.high is None else one.low - other.high,
        None if one.high is None or other.low is None else one.high - other.low,
    )


def divide(one: Interval[Exact], other: Interval[Exact]) -> Interval[Exact]:
    """Return the interval of all quotients of a number in each, neither of them negative.

    If the divisor is or can be zero, the result has no upper end.
    """
    return Interval(
        None if one.low is None or other.high is None or other.high <= ZERO else one.low / other.high,
        None if one.high is None or other.low is None or other.low <= ZERO else one.high / other.low,
    )


def scale(interval: Interval[Exact], factor: Exact) -> Interval[Exact]:
    """Return the interval times a number above 0."""
    return Interval(
        None if interval.low is None else interval.low * factor,
        None if interval.high is None else interval.high * factor,
    )


def find_factor(percent: Interval[Exact]) -> Interval[Exact]:
    """Return the factor of a growth in percent: 19 % is a factor of 1.19. It is never below 0."""
    low, high = (None if end is None else Exact(end.top + 100 * end.bottom, 100 * end.bottom) for end in percent)
    return Interval(ZERO if low is not None and low < ZERO else low, high)


def find_percent(factor: Interval[Exact]) -> Interval[Exact]:
    """Return the growth in percent of a factor: a factor of 1.19 is 19 %."""
    return Interval(*(None if end is None else Exact(100 * (end.top - end.bottom), end.bottom) for end in factor))


def round_outward(interval: Interval[Exact], *, places: int = 0) -> tuple[int | float | None, int | float | None]:
    """Return the ends with a number of decimals, the lower one rounded down and the upper one up."""
    return (
        None if interval.low is None else _shift(interval.low.floor(places), places),
        None if interval.high is None else _shift(interval.high.ceil(places), places),
    )


def _shift(number: int, places: int) -> int | float:
    unit: int = 10**places
    return number // unit if number % unit == 0 else number / unit
