"""Bars made of characters: the size of a figure, and which part of it is certain."""

from __future__ import annotations

from math import floor, log10
from typing import TYPE_CHECKING

from rich.cells import cell_len

from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tradefacts.reckoning.readings import Figure
    from tradefacts.render.screen import Screen

_LONGEST = 9
"""The length of the largest figure's bar, in cells, if there is room."""
_FROM = 100
"""The least screen width with room for bars."""


class Strokes(NamedTuple):
    """The characters that a bar is drawn with."""

    certain: str = "━"
    half: str = "╸"
    uncertain: str = "┄"
    open_end: str = "▸"


def find_scale(figures: Iterable[Figure]) -> int | float:
    """Return the largest number among the ends of figures; 0 if there is none."""
    return max((end for figure in figures for end in (figure.low, figure.high) if end is not None), default=0)


def count_bar_cells(
    rows: Iterable[Sequence[Sequence[str]]], heads: Sequence[str], screen: Screen, *, most: int = _LONGEST
) -> int:
    """Return the most cells that a bar can take beside a table's other cells, each a list of lines; 0 without room."""
    if screen.is_list or screen.columns < _FROM:
        return 0
    listed, used = list(rows), 0
    for place, head in enumerate(heads):
        longest = max((cell_len(line) for row in listed for line in row[place]), default=0)
        used += max(longest, cell_len(head)) + 1 if longest else 0
    return max(0, min(most, screen.columns - used))


def draw_bar(low: float | None, high: float | None, scale: float, cells: int, strokes: Strokes = Strokes()) -> str:  # noqa: B008 - a constant
    """Return the bar of a range on a scale that fills `cells`: certain up to `low`, uncertain up to `high`.

    The certain part is rounded to half a cell, the uncertain one to a cell; a value above 0 has at least half a cell.

    >>> draw_bar(4_500, 5_500, 5_500, 9)
    '━━━━━━━╸┄'
    >>> draw_bar(900, None, 1_155, 9)
    '━━━━━━━▸'
    """
    if not scale:
        return ""
    halves = 0 if low is None or low <= 0 else max(1, _round(low * 2 * cells, scale))
    whole, half = divmod(halves, 2)
    bar = strokes.certain * whole + strokes.half * half
    if high is None:
        return bar + strokes.open_end
    return bar + strokes.uncertain * max(0, _round(high * cells, scale) - len(bar))


def find_ticks(top: float, *, most: int = 5) -> list[float]:
    """Return evenly spaced round numbers from 0 to `top`: at most `most`, and at least two of them above 0.

    >>> find_ticks(10), find_ticks(48.7), find_ticks(0.71)
    ([0.0, 2.5, 5.0, 7.5, 10.0], [0.0, 10.0, 20.0, 30.0, 40.0], [0.0, 0.2, 0.4, 0.6])
    """
    power = floor(log10(top)) - 1
    steps = (factor * 10.0**exponent for exponent in (power, power + 1) for factor in (1, 2, 2.5, 5))
    step = next(step for step in steps if top / step < most)
    return [round(number * step, 1 - power) for number in range(int(top / step + _SLACK) + 1)]


_SLACK = 1e-9
"""The tolerance for floating-point error in a round number."""


def _round(top: float, bottom: float) -> int:
    """Return a quotient as a whole number; halves are rounded up."""
    return int((2 * top + bottom) // (2 * bottom))
