"""A plot as the lines, signs and text of an SVG, sized for a desktop screen or a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.named_tuples import NamedTuple
from tradefacts.report.labels import find_end, find_side, list_years

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.report.plot import GoalLine, Mark, Plot

_HEIGHT, _ROW = 300, 24
_TOP, _BOTTOM, _RIGHT = 14, 26, 14
_LETTER = 7.4
"""The approximate width of a letter, in SVG units."""
_SIGN = 5
_ARROW = 16
"""The length of the line that marks an open end, in SVG units."""
_YEAR = 44
"""The space that the label of a year takes, in SVG units."""
_EDGE = 0.6
"""The margin before the first year and after the last, as a fraction of a year."""
_BELOW = 14


class Stroke(NamedTuple):
    """A straight line, with the CSS class of its style."""

    x1: float
    y1: float
    x2: float
    y2: float
    style: str


class Sign(NamedTuple):
    """A closed path."""

    path: str
    style: str
    colour: str
    is_hollow: bool
    label: str
    """Its tooltip."""


class Words(NamedTuple):
    """Text at a point."""

    x: float
    y: float
    text: str
    anchor: str
    """The part of the text that is at the point: `start`, `middle` or `end`."""
    style: str


class Drawing(NamedTuple):
    """An SVG of a given size, its parts in drawing order."""

    width: float
    height: float
    strokes: list[Stroke]
    spans: list[tuple[Stroke, str]]
    """The ranges of figures, each in the colour of its series."""
    signs: list[Sign]
    words: list[Words]


def draw(plot: Plot, width: int) -> Drawing:
    """Return a plot as a drawing of the given width in SVG units."""
    return _Pen(plot, width).draw()


class _Pen:
    """Draws a plot, and computes the positions of years and amounts."""

    def __init__(self, plot: Plot, width: int) -> None:
        self._plot, self._width = plot, width
        names = [*plot.rows] if plot.rows else [f"{tick:.6g}" for tick in plot.ticks]
        self._left = 10 + _LETTER * max(map(len, names))
        self._height = _TOP + _ROW * len(plot.rows) + _BOTTOM if plot.rows else _HEIGHT
        self._made = Drawing(width, self._height, [], [], [], [])

    def draw(self) -> Drawing:
        """Return the drawing."""
        if self._plot.rows:
            self._draw_partners()
        else:
            self._draw_years()
        for mark in self._plot.marks:
            self._draw_mark(mark)
        self._label()
        return self._made

    def _find_along(self, amount: float) -> float:
        """Return the position of an amount: from the left or, if years are on the horizontal axis, from the bottom."""
        room = self._width - self._left - _RIGHT if self._plot.rows else self._height - _TOP - _BOTTOM
        return round(room * amount / self._plot.top, 1)

    def _place(self, place: float, amount: float) -> tuple[float, float]:
        """Return the point for an amount in a year or row."""
        if self._plot.rows:
            return self._left + self._find_along(amount), round(_TOP + _ROW * (place + 0.5), 1)
        years = self._plot.last - self._plot.first + 2 * _EDGE
        along = (place - self._plot.first + _EDGE) / years
        x = self._left + (self._width - self._left - _RIGHT) * along
        return round(x, 1), self._height - _BOTTOM - self._find_along(amount)

    def _draw_years(self) -> None:
        made, plot = self._made, self._plot
        right, bottom = self._width - _RIGHT, self._height - _BOTTOM
        for tick in plot.ticks:
            y = bottom - self._find_along(tick * plot.unit)
            made.strokes.append(Stroke(self._left, y, right, y, "grid" if tick else "axis"))
            made.words.append(Words(self._left - 6, y + 4, f"{tick:.6g}", "end", "tick"))
        for year in list_years(plot, int((right - self._left) // _YEAR)):
            x, _ = self._place(year, 0)
            made.words.append(Words(x, bottom + 18, str(year), "middle", "tick"))
        for goal in plot.goals:
            self._draw_goal(goal)

    def _draw_goal(self, goal: GoalLine) -> None:
        last = self._plot.last + _EDGE if goal.last is None else goal.last
        x, y = self._place(last, goal.value)
        self._made.strokes.append(Stroke(self._left, y, x, y, "goal"))
        self._made.strokes.append(Stroke(x, y - 4, x, y + 4, "goal-end"))
        is_late = x - self._left > _LETTER * len(goal.label) and not goal.is_left
        at = (x, "end") if is_late else (self._left + 4, "start")
        self._made.words.append(Words(at[0], y + (_BELOW if goal.is_below else -6), goal.label, at[1], "goal-label"))

    def _draw_partners(self) -> None:
        made, plot = self._made, self._plot
        bottom = self._height - _BOTTOM
        for tick in plot.ticks:
            x = self._left + self._find_along(tick * plot.unit)
            made.strokes.append(Stroke(x, _TOP, x, bottom, "grid" if tick else "axis"))
            made.words.append(Words(x, bottom + 18, f"{tick:.6g}", "middle", "tick"))
        for number, row in enumerate(plot.rows):
            made.words.append(Words(self._left - 6, _TOP + _ROW * (number + 0.5) + 4, row, "end", "tick"))

    def _draw_mark(self, mark: Mark) -> None:
        series = self._plot.series[mark.series]
        x, y = self._place(mark.place, mark.value)
        start, end = (self._place(mark.place, mark.value if side is None else side) for side in (mark.low, mark.high))
        across = (1, 0) if self._plot.rows else (0, -1)
        if mark.low is None:
            start = (x - across[0] * _ARROW, y - across[1] * _ARROW)
            self._made.signs.append(Sign(_point(*start, -across[0], -across[1]), "arrow", series.colour, False, ""))  # noqa: FBT003
        if mark.high is None:
            end = (x + across[0] * _ARROW, y + across[1] * _ARROW)
            self._made.signs.append(Sign(_point(*end, *across), "arrow", series.colour, False, ""))  # noqa: FBT003
        self._made.spans.append((Stroke(*start, *end, "span"), series.colour))
        told = f"{self._plot.rows[round(mark.place)] if self._plot.rows else mark.period}: {mark.label}, {series.label}"
        path = _SHAPES[series.shape].format(x=x, y=y, left=x - _SIGN, right=x + _SIGN, above=y - _SIGN, below=y + _SIGN)
        self._made.signs.append(Sign(path, series.shape, series.colour, mark.is_refused, told))

    def _label(self) -> None:
        """Label the sign of the newest year's leading figure, or those of each partner."""
        for mark in self._list_labelled():
            x, y = self._place(mark.place, mark.value)
            width = _LETTER * len(mark.label)
            if self._plot.rows:
                scale = self._find_along(self._plot.top) / self._plot.top
                found = find_end(self._plot, mark, arrow=_ARROW / scale, length=width / scale)
                end = self._place(mark.place, found)[0] + 9
                fits = end + width < self._width
                self._made.words.append(
                    Words(end if fits else x - 9, y + 4, mark.label, "start" if fits else "end", "figure")
                )
                continue
            side = find_side(self._plot, mark)
            if side == "behind" and x + 9 + width < self._width:
                self._made.words.append(Words(x + 9, y + 4, mark.label, "start", "figure"))
            else:
                middle = min(x, self._width - width / 2 - 2)
                self._made.words.append(
                    Words(middle, y + (18 if side == "below" else -10), mark.label, "middle", "figure")
                )

    def _list_labelled(self) -> Iterator[Mark]:
        leading = [mark for mark in self._plot.marks if mark.is_leading]
        yield from leading if self._plot.rows else leading[:1]


_SHAPES = {
    "circle": "M{left} {y}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z",
    "square": "M{left} {above}h9v9h-9z",
    "triangle": "M{x} {above}L{right} {below}H{left}z",
    "diamond": "M{x} {above}L{right} {y}L{x} {below}L{left} {y}z",
}


def _point(x: float, y: float, across: float, along: float) -> str:
    """Return the path of an arrowhead that points in the given direction."""
    tip = (x + 5 * across, y + 5 * along)
    left = (x + 4 * along, y - 4 * across)
    right = (x - 4 * along, y + 4 * across)
    return f"M{tip[0]} {tip[1]}L{left[0]} {left[1]}L{right[0]} {right[1]}z"
