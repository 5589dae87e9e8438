"""A table that fits: columns are dropped in a fixed order, and where that is not enough, one field stands a line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from tradefacts.render.screen import text
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
    style: str = ""
    wraps: bool = True


def lay_out(columns: Sequence[Column], rows: Sequence[Sequence[str | Text]], screen: Screen) -> list[RenderableType]:
    """Return a table of the rows that fits the screen, without columns that are empty in every row."""
    cells = [[cell if isinstance(cell, Text) else text(cell) for cell in row] for row in rows]
    kept = [index for index in range(len(columns)) if any(row[index].plain for row in cells)]
    while True:
        heads = [columns[index] for index in kept]
        body = [[row[index] for index in kept] for row in cells]
        least = [_find_least(head, [row[place].plain for row in body]) for place, head in enumerate(heads)]
        available = screen.columns - _GAP * (len(kept) - 1)
        if sum(least) <= available:
            return [_make_table(heads, body, least, available)]
        droppable = [index for index in kept if columns[index].rank]
        if not droppable:
            return _stack(heads, body)
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
    table = Table(box=None, padding=(0, _GAP, 0, 0), pad_edge=False, show_header=any(column.head for column in columns))
    for column, width in zip(columns, widths, strict=True):
        head = _fill(text((column.head, "bold")), width)
        table.add_column(
            head, justify=column.align, style=column.style, no_wrap=True, min_width=width, overflow="ignore"
        )
    for row in cells:
        table.add_row(*(_fill(cell, width) for cell, width in zip(row, widths, strict=True)))
    return table


def _fill(cell: Text, width: int) -> Text:
    return Text("\n").join(wrap(cell, width))


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
