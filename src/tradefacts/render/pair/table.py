"""The table: a row for each period and set of statistics, with cells of up to three lines."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from rich.text import Text

from tradefacts.named_tuples import NamedTuple
from tradefacts.render.bars import count_bar_cells, draw_bar, find_scale
from tradefacts.render.grid import Column, Section, lay_out, make_lines
from tradefacts.render.pair.cells import (
    MOST_LINES,
    Shown,
    choose_calculated,
    choose_changes,
    choose_volumes,
    format_shown,
    format_support,
    list_other_changes,
)
from tradefacts.render.words import format_period, style_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradefacts.questions.by_statistics import StatisticsRow
    from tradefacts.questions.pair import Cell
    from tradefacts.reckoning.readings import Figure
    from tradefacts.render.pair.view import View

_BAR_CURRENCY = "USD"
_BELOW = 2
"""The rank of goods each way, which move to a second line together."""


class Rows(NamedTuple):
    """The rows of a table as plain lines, and the view with the pages they cite."""

    cells: list[list[list[str]] | str]
    """For each row, the lines of each cell except bars; a string is the heading of another section."""
    bars: list[list[Figure | None]]
    """For each row, the figures with bars."""
    scale: int | float
    view: View

    @property
    def height(self) -> int:
        """The number of lines of the table, including its heading."""
        return 1 + sum(1 if isinstance(row, str) else max(map(len, row)) for row in self.cells)

    @property
    def lines(self) -> list[str]:
        """All lines of all cells."""
        return [line for row in self.cells if not isinstance(row, str) for cell in row for line in cell]


def make_rows(years: Sequence[StatisticsRow], part_years: Sequence[StatisticsRow], view: View) -> Rows:
    """Return the rows of years, then those of part-years, as plain lines."""
    scale = find_scale(figure for row in view.years for figure in _list_measured(row))
    cells: list[list[list[str]] | str] = []
    bars: list[list[Figure | None]] = []
    for row in (*years, *part_years):
        if row in part_years[:1] and years:
            cells.append("Months")
            bars.append([])
        volumes, written = _make_row(row, view)
        cells.append(written)
        bars.append([shown.figure for shown in volumes] if row.is_year and row.currency == _BAR_CURRENCY else [])
    return Rows(cells, bars, scale, view)


def lay_out_rows(rows: Rows, *, has_years: bool) -> list[Text]:
    """Return the table, laid out for the screen of its view.

    With every figure, years and months are tables of their own: long months take no room from the bars of years.
    """
    head = "Year" if has_years else "Months"
    section = next((place for place, row in enumerate(rows.cells) if isinstance(row, str)), None)
    if section is None or not rows.view.is_everything:
        return _lay_out_part(head, rows)
    years = rows._replace(cells=rows.cells[:section], bars=rows.bars[:section])
    months = rows._replace(cells=rows.cells[section + 1 :], bars=rows.bars[section + 1 :])
    gap = [Text()] if rows.view.screen.is_narrow else []
    return [*_lay_out_part(head, years), *gap, *_lay_out_part(str(rows.cells[section]), months)]


def _lay_out_part(head: str, rows: Rows) -> list[Text]:
    view = rows.view
    there, back = view.ways
    columns = [
        Column(head, wraps=False),
        Column("by", wraps=False, joint=" by "),
        Column("Turnover", wraps=False),
        Column("voices", wraps=False, joint=" · "),
        Column("", wraps=False, is_extra=True),
        Column("Change", wraps=False),
        Column(there, rank=_BELOW, wraps=False),
        Column(back or "", rank=_BELOW, wraps=False),
    ]
    heads = [column.head for place, column in enumerate(columns) if place != _BAR_PLACE]
    cells = count_bar_cells([row for row in rows.cells if not isinstance(row, str)], heads, view.screen)
    written: list[list[str | Text] | Section] = []
    for made, figures in zip(rows.cells, rows.bars, strict=True):
        if isinstance(made, str):
            written.append(Section(made))
            continue
        row = made
        if view.screen.is_narrow and row[_TURNOVER]:
            # Voices are joined to turnover there, so those of a change without a turnover are not shown.
            row = [*row[:_VOICES], row[_VOICES][: len(row[_TURNOVER])], *row[_VOICES + 1 :]]
        bars = [draw_bar(figure.low, figure.high, rows.scale, cells) if figure else "" for figure in figures]
        filled = [*row[:_BAR_PLACE], _strip(bars) if cells else [], *row[_BAR_PLACE:]]
        written.append([make_lines(*map(style_sentence, cell)) if cell else "" for cell in filled])
    return lay_out(columns, written, view.screen, stacks=view.screen.is_narrow)


_TURNOVER, _VOICES, _BAR_PLACE = 2, 3, 4


def format_row_period(written: str) -> str:
    """Return a period with its year first: `2025 Jan–Aug`; a period of several years is written as usual."""
    shown = format_period(written)
    months, _, year = shown.rpartition(" ")
    return f"{year} {months}" if months and written[:4] == year and " " not in months else shown


def _make_row(row: StatisticsRow, view: View) -> tuple[list[Shown], list[list[str]]]:
    """Return the lines of turnover, and those of all cells except bars."""
    volumes = choose_volumes(row.turnover, view) if row.turnover else []
    if row.is_year and len(volumes) < MOST_LINES:
        volumes += choose_calculated(row, view)
    changes = [*choose_changes(row, view), *list_other_changes(row, None, view)]
    first, second = view.result.pair
    there = [*_choose_goods(row.there, view), *list_other_changes(row, first, view)]
    back = [*_choose_goods(row.back, view), *(list_other_changes(row, second, view) if first != second else [])]
    lines = [volumes, changes, there, back]
    height = max(map(len, lines))
    # Line by line, so that page numbers ascend in reading order.
    written: list[list[str]] = [[] for _ in lines]
    for number in range(height):
        for place, cell in enumerate(lines):
            written[place].append(format_shown(cell[number], view) if number < len(cell) else "")
    support = [_format_support([cell[number : number + 1] for cell in lines], view) for number in range(height)]
    turnover, *rest = map(_strip, written)
    labels = [[format_row_period(row.period)], [row.reporter or "?"]]
    return volumes, [*labels, turnover, _strip(support), *rest]


def _choose_goods(cell: Cell | None, view: View) -> list[Shown]:
    return choose_volumes(cell, view) if cell else []


def _strip(lines: list[str]) -> list[str]:
    """Return the lines of a cell without trailing empty ones."""
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _format_support(line: Sequence[Sequence[Shown]], view: View) -> str:
    """Return the voices of the leftmost figure of a line, by cell; empty beside a computed turnover."""
    volume, *others = line
    found = (shown.figure for shown in volume or chain(*others) if shown.figure)
    return next((format_support(figure, view) for figure in found), "")


def _list_measured(row: StatisticsRow) -> Sequence[Figure]:
    return row.turnover.figures if row.turnover and row.currency == _BAR_CURRENCY else ()
