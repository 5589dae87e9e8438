"""A closed interval of ordered numbers, and how two intervals relate.

Ends are compared as they are, without a tolerance. That is exact for `Exact` numbers, and for the ends of a compiled
base: a whole end is an `int`, any other is the float nearest to a decimal of at most 15 significant digits, and up to
15 digits different decimals have different floats in the same order (IEEE 754 double precision).
"""

from __future__ import annotations

from typing import Any, Generic, Protocol, TypeVar

from tradefacts.named_tuples import NamedTuple


class Ordered(Protocol):
    """A number that can be compared: an `int`, a `float`, or an `Exact`."""

    def __lt__(self, other: Any, /) -> bool: ...  # noqa: ANN401 - each kind is compared with its own
    def __le__(self, other: Any, /) -> bool: ...  # noqa: ANN401 - as above
    def __gt__(self, other: Any, /) -> bool: ...  # noqa: ANN401 - as above


Number = TypeVar("Number", bound=Ordered)


class Interval(NamedTuple, Generic[Number]):
    """The numbers from `low` to `high`, both included; None is an open end.

    >>> Interval(4.35, 4.45).overlaps(Interval(4, 4.5))
    True
    """

    low: Number | None
    high: Number | None

    @property
    def is_point(self) -> bool:
        """Whether it contains exactly one number."""
        return self.low is not None and self.high is not None and not self.low < self.high

    @property
    def is_closed(self) -> bool:
        """Whether both ends are known."""
        return self.low is not None and self.high is not None

    def contains(self, number: Number) -> bool:
        """Whether the number is in the interval, ends included."""
        return (self.low is None or self.low <= number) and (self.high is None or number <= self.high)

    def meets(self, other: Interval[Number]) -> bool:
        """Whether the two share at least one point."""
        low, high = self._common(other)
        return low is None or high is None or low <= high

    def overlaps(self, other: Interval[Number]) -> bool:
        """Whether the two share more than one point, or one is a point in the other."""
        low, high = self._common(other)
        if low is None or high is None or low < high:
            return True
        return low <= high and (self.is_point or other.is_point)

    def touches(self, other: Interval[Number]) -> bool:
        """Whether the two share exactly one point without overlapping: 4.35-4.45 and 4.45-4.55."""
        return self.meets(other) and not self.overlaps(other)

    def intersection(self, other: Interval[Number]) -> Interval[Number] | None:
        """Return the intersection of the two; None if it is empty."""
        return Interval(*self._common(other)) if self.meets(other) else None

    def hull(self, other: Interval[Number]) -> Interval[Number]:
        """Return the shortest interval that contains both.

        >>> Interval(1, 2).hull(Interval(4, None))
        Interval(low=1, high=None)
        """
        return Interval(
            None if self.low is None or other.low is None else min(self.low, other.low),
            None if self.high is None or other.high is None else max(self.high, other.high),
        )

    def _common(self, other: Interval[Number]) -> tuple[Number | None, Number | None]:
        """Return the higher of the lower ends and the lower of the upper ends."""
        (low, high), (other_low, other_high) = self, other
        if low is None or (other_low is not None and low < other_low):
            low = other_low
        if high is None or (other_high is not None and other_high < high):
            high = other_high
        return low, high
