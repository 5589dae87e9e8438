"""A closed interval of numbers, and the two ways in which intervals meet.

Ends are compared as they are, without a tolerance. That is exact: a whole end is an `int`, any other
is the float nearest to a decimal of at most 15 significant digits, and up to 15 digits different
decimals have different floats in the same order (IEEE 754 double precision).
"""

from __future__ import annotations

from typing import NamedTuple

_INFINITE = float("inf")


class Interval(NamedTuple):
    """The numbers from `low` to `high`, both included; None is an open end.

    >>> Interval(4.35, 4.45).overlaps(Interval(4, 4.5))
    True
    """

    low: int | float | None
    high: int | float | None

    def overlaps(self, other: Interval) -> bool:
        """Tell whether the two share more than one point, or one is a point that lies in the other."""
        low, high = self._common(other)
        return low < high or (low == high and (self._is_point() or other._is_point()))

    def touches(self, other: Interval) -> bool:
        """Tell whether the two share exactly one point without overlapping: 4.35-4.45 and 4.45-4.55."""
        low, high = self._common(other)
        return low == high and not (self._is_point() or other._is_point())

    def contains(self, number: float) -> bool:
        """Tell whether the number lies in the interval, the ends included."""
        return (self.low is None or self.low <= number) and (self.high is None or number <= self.high)

    def _is_point(self) -> bool:
        return self.low is not None and self.low == self.high

    def _common(self, other: Interval) -> tuple[float, float]:
        lows = [-_INFINITE if low is None else low for low in (self.low, other.low)]
        highs = [_INFINITE if high is None else high for high in (self.high, other.high)]
        return max(lows), min(highs)
