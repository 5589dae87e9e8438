"""A table that fits: columns are dropped in a fixed order, and where that is not enough, one field stands a line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from tradefacts.render.screen import text

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
    style: str = ""
    wraps: bool = True


def lay_out(columns: Sequence[Column], rows: Sequence[Sequence[str | Text]], screen: Screen) -> list[RenderableType]:
    """Return a table of the rows that fits the screen, without columns that are empty in every row."""
    cells = [[cell if isinstance(cell, Text) else text(cell) for cell in row] for row in rows]
    kept = [index for index in range(len(columns)) if any(row[index].plain for row in cells)]
    while _find_least(columns, cells, kept) > screen.columns:
        droppable = [index for index in kept if columns[index].rank]
        if not droppable:
            return _stack([columns[index] for index in kept], [[row[index] for index in kept] for row in cells])
        kept.remove(max(droppable, key=lambda index: columns[index].rank))
    return [_make_table([columns[index] for index in kept], [[row[index] for index in kept] for row in cells])]


def _find_least(columns: Sequence[Column], cells: Sequence[Sequence[Text]], kept: Sequence[int]) -> int:
    """Return the columns of screen that the kept ones need so that no word is broken."""
    widths = [_find_width(columns[index], [row[index].plain for row in cells]) for index in kept]
    return sum(widths) + _GAP * (len(kept) - 1)


def _find_width(column: Column, cells: Sequence[str]) -> int:
    parts = [column.head, *cells]
    if column.wraps:
        parts = [word for part in parts for word in part.split()]
    return max((cell_len(part) for part in parts), default=0)


def _make_table(columns: Sequence[Column], cells: Sequence[Sequence[Text]]) -> Table:
    table = Table(box=None, padding=(0, _GAP, 0, 0), pad_edge=False, show_header=any(column.head for column in columns))
    for index, column in enumerate(columns):
        least = _find_width(column, [row[index].plain for row in cells])
        table.add_column(
            text((column.head, "bold")),
            justify=column.align,
            style=column.style,
            no_wrap=not column.wraps,
            min_width=least,
            overflow="ignore",
        )
    for row in cells:
        table.add_row(*row)
    return table


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
