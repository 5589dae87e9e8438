"""A table that fits: columns are dropped in a fixed order, and where that is not enough, one field stands a line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from tradefacts.render.screen import text
from tradefacts.render.words import DIM
from tradefacts.render.wrapping import find_least, share_width, tie, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from tradefacts.render.screen import Screen

_GAP = 2


@dataclass(frozen=True)
class Column:
    """A column: its head, and when it gives way. `rank` 0 stays; of the others the highest goes first."""

    head: str
    rank: int = 0
    align: Literal["left", "right"] = "left"
    wraps: bool = True


def lay_out(columns: Sequence[Column], rows: Sequence[Sequence[str | Text]], screen: Screen) -> list[RenderableType]:
    """Return a table of the rows that fits the screen, without columns that are empty in every row.

    A last line names the columns that gave way; one field a line has room for all.
    """
    cells = [[cell if isinstance(cell, Text) else text(cell) for cell in row] for row in rows]
    filled = [index for index in range(len(columns)) if any(row[index].plain for row in cells)]
    kept = list(filled)
    while True:
        heads = [columns[index] for index in kept]
        body = [[row[index] for index in kept] for row in cells]
        least = [_find_least(head, [row[place].plain for row in body]) for place, head in enumerate(heads)]
        available = screen.columns - _GAP * (len(kept) - 1)
        if sum(least) <= available:
            missing = [columns[index].head for index in filled if index not in kept and columns[index].head]
            note = [text((f"too narrow for: {', '.join(missing)}", DIM))] if missing else []
            return [_make_table(heads, body, least, available), *note]
        droppable = [index for index in kept if columns[index].rank]
        if not droppable:
            return _stack([columns[index] for index in filled], [[row[index] for index in filled] for row in cells])
        kept.remove(max(droppable, key=lambda index: columns[index].rank))


def _find_least(column: Column, cells: Sequence[str]) -> int:
    """Return the columns of screen below which a word of the column would be broken."""
    return max((find_least(part if column.wraps else tie(part)) for part in (column.head, *cells)), default=0)


def _make_table(
    columns: Sequence[Column], cells: Sequence[Sequence[Text]], least: Sequence[int], available: int
) -> Table:
    natural = [
        max(cell_len(part) for part in (column.head, *(row[place].plain for row in cells)))
        for place, column in enumerate(columns)
    ]
    widths = share_width(natural, least, available)
    table = Table(
        box=None,
        padding=(0, _GAP, 0, 0),
        pad_edge=False,
        header_style="",  # the heads are bold, the blanks behind them are not
        show_header=any(column.head for column in columns),
    )
    for column, width in zip(columns, widths, strict=True):
        head = _fill(text((column.head, "bold")), width, column)
        table.add_column(head, no_wrap=True, min_width=width, overflow="ignore")
    for row in cells:
        table.add_row(*map(_fill, row, widths, columns))
    return table


def _fill(cell: Text, width: int, column: Column) -> Text:
    """Return the lines of a cell, aligned here: rich leaves alone what it must not wrap."""
    lines = wrap(cell, width)
    if column.align == "right":
        for line in lines:
            line.pad_left(width - cell_len(line.plain))
    return Text("\n").join(lines)


def _stack(columns: Sequence[Column], cells: Sequence[Sequence[Text]]) -> list[RenderableType]:
    """Return one line for each field that has a value, a blank line between rows."""
    lines: list[RenderableType] = []
    for row in cells:
        if lines:
            lines.append(Text())
        for column, cell in zip(columns, row, strict=True):
            if cell.plain:
                lines.append(text((f"{column.head}: " if column.head else "", "bold"), cell))
    return lines
