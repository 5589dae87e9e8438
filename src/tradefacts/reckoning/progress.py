"""How far a goal is: an interval, from an interval."""

from __future__ import annotations

from math import ceil, floor


def find_progress(
    low: int | float | None, high: int | float | None, goal: int
) -> tuple[int | float | None, int | float | None]:
    """Return what part of a goal a reading is, in percent with two decimals, rounded outward.

    >>> find_progress(1_250_000_000, 1_350_000_000, 2_000_000_000)
    (62.5, 67.5)
    """
    # Ends of money are whole or end in a printed fraction of a unit; ten thousandths of the goal are the unit here.
    below = None if low is None else floor(low * 10_000 / goal) if isinstance(low, float) else low * 10_000 // goal
    above = (
        None if high is None else ceil(high * 10_000 / goal) if isinstance(high, float) else -(-high * 10_000 // goal)
    )
    return _in_percent(below), _in_percent(above)


def _in_percent(ten_thousandths: int | None) -> int | float | None:
    if ten_thousandths is None:
        return None
    return ten_thousandths // 100 if ten_thousandths % 100 == 0 else ten_thousandths / 100
