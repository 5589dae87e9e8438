"""Tables that fit the screen: some fields move to a line below their row or, if necessary, each to its own line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from rich.cells import cell_len
from rich.text import Text

from tradefacts.named_tuples import NamedTuple
from tradefacts.render.screen import text
from tradefacts.render.wrapping import find_least, share_width, tie, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tradefacts.render.screen import Screen

_GAPS = (2, 1)
_INDENT = 2


class Column(NamedTuple):
    """A column: its heading, and what happens to it if there is no room."""

    head: str
    rank: int = 0
    """Columns of rank 0 stay in the row; the others move to a line below it, the highest rank first."""
    align: Literal["left", "right"] = "left"
    wraps: bool = True
    is_extra: bool = False
    """Whether it is left out before any other column moves, because it only repeats what others say."""
    joint: str | None = None
    """In a list, the separator that joins it to the previous field; None for a line of its own."""


class Section(NamedTuple):
    """A row that repeats the headings, with a different one for the first column."""

    head: str


def lay_out(
    columns: Sequence[Column], rows: Sequence[Sequence[str | Text] | Section], screen: Screen, *, stacks: bool = False
) -> list[Text]:
    """Return the lines of a table that fits the screen, without columns that are empty in every row.

    Cells of several lines are made with `make_lines`. `stacks` writes one field per line at any width, like
    `--layout list`.
    """
    cells = [row if isinstance(row, Section) else [_spell(cell, screen) for cell in row] for row in rows]
    full = [row for row in cells if not isinstance(row, Section)]
    filled = [index for index in range(len(columns)) if any(row[index].plain for row in full)]
    if not stacks and not screen.is_list:
        for kept in _give_way(columns, filled):
            for gap in _GAPS:
                table = _Table(
                    [columns[index] for index in kept], [[row[index] for index in kept] for row in full], gap
                )
                if table.fits(screen.columns):
                    below = [index for index in filled if index not in kept and not columns[index].is_extra]
                    return list(_format_table(table, columns, cells, kept, below, screen))
    shown = [index for index in filled if not columns[index].is_extra]
    return list(
        _stack([columns[index] for index in shown], [[row[index] for index in shown] for row in full], screen.columns)
    )


def make_lines(*lines: str | Text) -> Text:
    """Return a cell of several lines; a line end within one of them is escaped, like any control character."""
    return Text("\n").join([line if isinstance(line, Text) else text(line) for line in lines])


def _spell(cell: str | Text, screen: Screen) -> Text:
    return screen.spell(cell if isinstance(cell, Text) else text(cell))


def _give_way(columns: Sequence[Column], filled: Sequence[int]) -> Iterator[list[int]]:
    """Yield the columns that stay in the row: all, then all but the extra ones, then one fewer each time."""
    yield list(filled)
    kept = [index for index in filled if not columns[index].is_extra]
    if len(kept) < len(filled):
        yield list(kept)
    while demotable := [index for index in kept if columns[index].rank]:
        highest = max(columns[index].rank for index in demotable)
        kept = [index for index in kept if columns[index].rank != highest]
        yield list(kept)


class _Table:
    """Columns that share the screen width."""

    def __init__(self, columns: Sequence[Column], rows: Sequence[Sequence[Text]], gap: int) -> None:
        self.columns, self.gap = columns, gap
        written = [
            [column.head, *(line for row in rows for line in row[place].plain.split("\n"))]
            for place, column in enumerate(columns)
        ]
        self._least = [
            max(find_least(line if column.wraps else tie(line)) for line in lines)
            for column, lines in zip(columns, written, strict=True)
        ]
        self._natural = [max(map(cell_len, lines)) for lines in written]
        self.widths: list[int] = []

    def fits(self, width: int) -> bool:
        """Set the column widths, and return whether all columns fit without breaking a word."""
        available = width - self.gap * (len(self.columns) - 1)
        if sum(self._least) > available:
            return False
        self.widths = share_width(self._natural, self._least, available)
        return True

    def format_row(self, cells: Sequence[Text]) -> Iterator[Text]:
        """Yield the lines of a row."""
        filled = [
            [line for part in cell.split("\n", allow_blank=True) for line in wrap(part, width)]
            for cell, width in zip(cells, self.widths, strict=True)
        ]
        for number in range(max(map(len, filled), default=0)):
            line = Text(no_wrap=True)
            for column, width, lines in zip(self.columns, self.widths, filled, strict=True):
                cell = lines[number] if number < len(lines) else Text()
                blanks = " " * (width - cell_len(cell.plain))
                line.append_text(Text(blanks) + cell if column.align == "right" else cell + Text(blanks))
                line.append(" " * self.gap)
            line.rstrip()
            yield line

    @property
    def indent(self) -> int:
        """The offset of the second column."""
        return self.widths[0] + self.gap if len(self.widths) > 1 else 2


def _format_table(  # noqa: PLR0913 - a table and the fields below its rows
    table: _Table,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Text] | Section],
    kept: Sequence[int],
    below: Sequence[int],
    screen: Screen,
) -> Iterator[Text]:
    heads = [screen.spell(text((columns[index].head, "bold"))) for index in kept]
    if any(head.plain for head in heads):
        yield from table.format_row(heads)
    # A long word, such as an id, needs the room below the first column as well.
    full = [row for row in rows if not isinstance(row, Section)]
    least = max((find_least(row[index].plain) for row in full for index in below), default=0)
    is_below_second = table.indent + _INDENT + least <= screen.columns
    indent, hang = (table.indent, _INDENT) if is_below_second else (_INDENT, 0)
    for row in rows:
        if isinstance(row, Section):
            yield from table.format_row([screen.spell(text((row.head, "bold"))), *heads[1:]])
            continue
        yield from table.format_row([row[index] for index in kept])
        parts = [_join_lines(columns[index], row[index]) for index in below if row[index].plain]
        if parts:
            for line in wrap(screen.spell(Text("  ").join(parts)), screen.columns - indent, hang=hang):
                yield _unwrapped(Text(" " * indent) + line)


def _join_lines(column: Column, cell: Text) -> Text:
    """Return a heading and its cell on one line."""
    first, *others = (_hold(column, line) for line in cell.split("\n"))
    head = _hold(column, text((column.head, "bold"), " " if column.head else ""))
    return Text(" ").join([head + first, *others])


def _stack(columns: Sequence[Column], rows: Sequence[Sequence[Text]], width: int) -> Iterator[Text]:
    """Yield a title and a line for each field that has a value, with a blank line between rows."""
    for number, row in enumerate(rows):
        if number:
            yield Text()
        held = [_hold(column, cell) for column, cell in zip(columns, row, strict=True)]
        (_, title), *fields = _join_fields(columns, held)
        for line in title:
            line.stylize("bold")
            yield from map(_unwrapped, wrap(line, width, hang=_INDENT))
        yield from _format_fields(fields, width)


def _format_fields(fields: Sequence[tuple[str, Sequence[Text]]], width: int) -> Iterator[Text]:
    """Yield fields with their values aligned; if there is no room, each directly after its heading."""
    label = max((cell_len(head) + 1 for head, _ in fields if head), default=0)
    room = width - _INDENT - label
    least = max((find_least(line.plain) for _, lines in fields for line in lines), default=0)
    is_aligned = least <= room and label <= room
    for head, lines in fields:
        if not is_aligned:
            field = text(" " * _INDENT, (head, "bold"), " " if head else "", Text(" ").join(lines))
            yield from map(_unwrapped, wrap(field, width, hang=2 * _INDENT))
            continue
        for place, part in enumerate(part for line in lines for part in wrap(line, room)):
            written = text(" " * _INDENT, (head if place == 0 else "", "bold"))
            written.pad_right(_INDENT + label - cell_len(written.plain))
            yield _unwrapped(written.append_text(part))


def _hold(column: Column, cell: Text) -> Text:
    """Return a cell, kept on one line if its column does not wrap."""
    if column.wraps:
        return cell
    held = cell.copy()
    held.plain = tie(held.plain)
    return held


def _join_fields(columns: Sequence[Column], row: Sequence[Text]) -> list[tuple[str, list[Text]]]:
    """Return the headings and lines of the fields that have a value, joined as their columns require."""
    blocks: list[tuple[str, list[Text]]] = []
    for column, cell in zip(columns, row, strict=True):
        if not cell.plain and blocks:
            continue
        lines = list(cell.split("\n", allow_blank=True))
        if column.joint is None or not blocks:
            blocks.append((column.head, lines))
            continue
        before = blocks[-1][1]
        for place, line in enumerate(lines):
            if place < len(before) and line.plain:
                before[place] = text(before[place], column.joint if before[place].plain else "", line)
            elif line.plain:
                before.append(line)
    return blocks


def _unwrapped(line: Text) -> Text:
    line.no_wrap = True
    return line
