"""The table: a row for each period and statistics, its cells of up to three lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.text import Text

from tradefacts.render.bars import draw_bar, find_scale
from tradefacts.render.grid import Column, Section, lay_out, make_lines
from tradefacts.render.labels import style_sentence
from tradefacts.render.pair.cells import (
    MOST_LINES,
    Shown,
    choose_calculated,
    choose_changes,
    choose_volumes,
    write_shown,
    write_support,
)
from tradefacts.render.words import write_period

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from tradefacts.questions.by_statistics import StatisticsRow
    from tradefacts.reckoning.readings import Figure
    from tradefacts.render.pair.view import View
    from tradefacts.render.screen import Screen

_BAR_FROM = 100
"""Columns from which on there is room for bars."""
_BAR = 9
"""Cells that the largest year fills."""
_BAR_CURRENCY = "USD"
_BELOW = 2
"""The rank of goods each way: they go to a second line together."""


class Rows(NamedTuple):
    """The rows of a table as plain lines, and the view that has their pages."""

    cells: list[list[list[str]] | str]
    """For each row the lines of each cell; a word is the head of another section."""
    view: View

    @property
    def height(self) -> int:
        """How many lines the table has, its head among them."""
        return 1 + sum(1 if isinstance(row, str) else max(map(len, row)) for row in self.cells)


def make_rows(years: Sequence[StatisticsRow], part_years: Sequence[StatisticsRow], view: View) -> Rows:
    """Return the rows of years, then those of part-years, as plain lines."""
    scale = find_scale(figure for row in view.years for figure in _list_bars(row))
    cells: list[list[list[str]] | str] = [_make_row(row, scale, view) for row in years]
    if part_years:
        cells += ["Months"] if years else []
        cells += [_make_row(row, 0, view) for row in part_years]
    return Rows(cells, view)


def lay_out_rows(rows: Rows, *, has_years: bool) -> list[RenderableType]:
    """Return the table for the screen of its view."""
    view = rows.view
    screen = view.screen
    there, back = view.ways
    has_bars = has_room_for_bars(screen)
    columns = [
        Column("Year" if has_years else "Months", wraps=False),
        Column("by", wraps=False, joint=" by "),
        Column("Turnover", wraps=False),
        Column("voices", wraps=False, joint=" · "),
        Column("", wraps=False, is_extra=True),
        Column("Change", wraps=False),
        Column(there, rank=_BELOW, wraps=False),
        Column(back or "", rank=_BELOW, wraps=False),
    ]
    written = [
        Section(row)
        if isinstance(row, str)
        else [
            make_lines(*map(style_sentence, cell)) if cell and (has_bars or place != _BAR_PLACE) else Text()
            for place, cell in enumerate(row)
        ]
        for row in rows.cells
    ]
    return lay_out(columns, written, screen, stacks=screen.is_narrow)


_BAR_PLACE = 4


def has_room_for_bars(screen: Screen) -> bool:
    """Whether a screen shows bars."""
    return screen.columns >= _BAR_FROM and not screen.is_list


def write_row_period(written: str) -> str:
    """Return a period with its year first: `2025 Jan–Aug`; one of several years as it is everywhere."""
    shown = write_period(written)
    months, _, year = shown.rpartition(" ")
    return f"{year} {months}" if months and written[:4] == year and " " not in months else shown


def _make_row(row: StatisticsRow, scale: float, view: View) -> list[list[str]]:
    volumes = choose_volumes(row.turnover, view) if row.turnover else []
    if row.is_year and len(volumes) < MOST_LINES:
        volumes += choose_calculated(row, view)
    # In the order of reading, so that the numbers of pages go up.
    changes = choose_changes(row, view)
    goods = [choose_volumes(cell, view) if cell else [] for cell in (row.there, row.back)]
    lines = [volumes, changes, *goods]
    height = max(map(len, lines))
    written: list[list[str]] = [[] for _ in lines]
    for number in range(height):
        for place, cell in enumerate(lines):
            written[place].append(write_shown(cell[number], view) if number < len(cell) else "")
    support = [_write_support([cell[number] for cell in lines if number < len(cell)], view) for number in range(height)]
    bars = [_draw(shown, row, scale) for shown in volumes]
    turnover, change, there, back = (_strip(cell) for cell in written)
    return [
        [write_row_period(row.period)],
        [row.reporter or "?"],
        turnover,
        _strip(support),
        _strip(bars),
        change,
        there,
        back,
    ]


def _strip(lines: list[str]) -> list[str]:
    """Return the lines of a cell without empty ones at its end."""
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _write_support(line: Sequence[Shown], view: View) -> str:
    """Return the voices of the leftmost figure of a line."""
    return next((write_support(shown.figure, view) for shown in line if shown.figure), "")


def _draw(shown: Shown, row: StatisticsRow, scale: float) -> str:
    if shown.figure is None or row.currency != _BAR_CURRENCY:
        return ""
    return draw_bar(shown.figure.low, shown.figure.high, scale, _BAR)


def _list_bars(row: StatisticsRow) -> list[Figure]:
    return list(row.turnover.figures) if row.turnover and row.currency == _BAR_CURRENCY else []
