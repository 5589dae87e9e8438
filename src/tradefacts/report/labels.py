"""Positions for the labels of a picture, so that they cover no signs, lines or other labels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradefacts.report.plot import GoalLine, Mark, Plot

Side = Literal["behind", "above", "below"]
"""The position of a figure's label relative to its sign."""
_LABEL = 0.09
"""The height of a label, as a fraction of the scale."""
_REACH = 0.35
"""The width of a goal's label, as a fraction of the years shown."""


def list_years(plot: Plot, most: int) -> range:
    """Return the years to label on a plot: evenly spaced, at most the given number, including the plot's last."""
    first, last = round(plot.first), round(plot.last)
    step = next(
        factor * 10**power
        for power in range(5)
        for factor in (1, 2, 5)
        if (last - first) // (factor * 10**power) < most
    )
    return range(last, first - 1, -step)


def find_side(plot: Plot, mark: Mark) -> Side:
    """Return the position with the fewest obstacles for the label of a sign in a year."""
    length = _REACH / 2 * (plot.last - plot.first + 1)
    has_room = plot.last - mark.place > length / 2
    first, last = (mark.place - length / 2, mark.place + length / 2) if has_room else (mark.place - length, mark.place)
    near, far = _LABEL / 4 * plot.top, _LABEL * plot.top
    regions: dict[Side, tuple[float, float, float, float]] = {
        "behind": (mark.place, mark.place + length, mark.value - near, mark.value + near),
        "above": (first, last, mark.value + near, mark.value + far),
        "below": (first, last, mark.value - far, mark.value - near),
    }
    if not has_room:
        del regions["behind"]
    return min(regions, key=lambda side: _count_obstacles(plot, mark, *regions[side]))


def _count_obstacles(plot: Plot, mark: Mark, first: float, last: float, low: float, high: float) -> int:  # noqa: PLR0913 - a rectangle has four sides
    """Return the number of signs and goal lines within a rectangle of a plot."""
    heights = [neighbour.value for neighbour in plot.marks if neighbour != mark and first <= neighbour.place <= last]
    heights += [goal.value for goal in plot.goals if goal.last is None or goal.last >= first]
    return sum(low <= height <= high for height in heights)


def find_end(plot: Plot, mark: Mark, *, arrow: float, length: float) -> float:
    """Return the end of a figure in a row, or of another one that its label would cover, in units of the scale.

    `arrow` is the length of the line that marks an open end, `length` that of the label.
    """
    end = _find_right(mark, arrow)
    neighbours = [other for other in plot.marks if other != mark and round(other.place) == round(mark.place)]
    for other in sorted(neighbours, key=lambda other: other.value):
        right = _find_right(other, arrow)
        if right > end and min(other.value, other.low or other.value) < end + length:
            end = right
    return end


def _find_right(mark: Mark, arrow: float) -> float:
    return mark.value + arrow if mark.high is None else max(mark.high, mark.value)


def place_goals(goals: Sequence[GoalLine], marks: Sequence[Mark], top: float) -> list[GoalLine]:
    """Return the goals, the highest first, with each label where other labels and figures leave most room."""
    placed: list[GoalLine] = []
    years = [mark.place for mark in marks]
    for goal in sorted(goals, key=lambda goal: -goal.value):
        is_close = bool(placed) and placed[-1].value - goal.value < _LABEL * top
        is_below = is_close and not placed[-1].is_below
        height = goal.value + (-_LABEL if is_below else _LABEL) * top / 2
        last = max(years) if goal.last is None else goal.last
        near = [mark.place for mark in marks if abs(mark.value - height) < _LABEL * top]
        reach = _REACH * (max(last, *years) - min(years))
        at_start = sum(place < min(years) + reach for place in near)
        at_end = sum(last - reach < place <= last for place in near)
        placed.append(goal._replace(is_below=is_below, is_left=at_start < at_end))
    return placed
