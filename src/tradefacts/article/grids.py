"""Find the tables of a text by their layout: captions, headings of columns, rows and cells.

Columns are divided by bars, semicolons, tabs or blanks; or every cell is a line of its own, as in copies of web pages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.article.rows import (
    BARS,
    LONGEST_LABEL,
    LONGEST_LINE,
    Row,
    get_text,
    has_figure,
    is_cell,
    is_year,
    list_lines,
    read_row,
)
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradefacts.article.cutting import Cut
    from tradefacts.article.rows import Line

_LONGEST_TITLE = 16
"""Tokens of a caption that ends like a sentence."""
_CAPTION, _REACH, _NEXT = 4, 12, 2
"""Lines: of a caption, from a caption to its table, from a line to the next one."""


class Grid(NamedTuple):
    """A table, or the part of one below a line that heads some rows."""

    caption: tuple[range, ...]
    """The lines above it, the nearest first."""
    heads: tuple[tuple[range, ...], ...]
    """For each column, the lines of its heading; empty if the columns have none."""
    rows: tuple[Row, ...]
    end: int
    """The token after it."""
    is_list: bool
    """Its only column is divided from the labels by signs alone: "Russia – 240.6"."""


def find_grids(cut: Cut) -> list[Grid]:
    """Return the tables of a text."""
    lines = list(list_lines(cut))
    grids: list[Grid] = []
    at = 0
    while at < len(lines):
        above = grids[-1] if grids and at and grids[-1].end == lines[at - 1].tokens.start else None
        found = _read_rows(cut, lines, at, above) or _read_flat(cut, lines, at)
        if found is None:
            at += 1
            continue
        grid, at = found
        grids.append(grid)
    return grids


def _read_rows(cut: Cut, lines: Sequence[Line], at: int, above: Grid | None) -> tuple[Grid, int] | None:
    """Return the table whose first row is a line, and the line after it.

    After the part of a table `above` and one line, which heads the rows here, it has the same columns and caption.
    """
    first = read_row(cut, lines[at])
    if first is None or _are_years(cut, first.cells):
        return None
    width = len(first.cells)
    heads, top = _find_heads(cut, lines, at, width)
    rows, end = [first], at + 1
    while end < len(lines) and lines[end].number - lines[end - 1].number <= _NEXT:
        row = read_row(cut, lines[end])
        if row is None or _are_years(cut, row.cells):
            break
        rows.extend([row] if len(row.cells) == width else [])
        end += 1
    above = above if not heads and above is not None and len(above.rows[0].cells) == width else None
    is_list = len(lines[at].fields) == 1 and width == 1
    if len(rows) < 2 and not (heads or above is not None or is_list):
        return None
    caption = _list_captions(cut, lines, top, above)
    heads = above.heads if above is not None else heads
    return Grid(caption, heads, tuple(rows), lines[end - 1].tokens.stop, is_list), end


def _are_years(cut: Cut, cells: Sequence[range]) -> bool:
    return all(is_year(get_text(cut, cell)) for cell in cells)


def _is_item(cut: Cut, line: Line) -> bool:
    """Whether a line is an item of a list, or has a figure."""
    text = get_text(cut, line.tokens)
    return text.endswith(";") or has_figure(text)


def _is_prose(cut: Cut, line: Line) -> bool:
    longest = _LONGEST_TITLE if cut.tokens[line.tokens.stop - 1].text in ".!?" else LONGEST_LINE
    return len(line.tokens) > longest


def _find_heads(cut: Cut, lines: Sequence[Line], at: int, width: int) -> tuple[tuple[tuple[range, ...], ...], int]:
    """Return the headings of the columns above a row, and the line after the caption."""
    above = at - 1
    if above < 0 or lines[at].number - lines[above].number > _NEXT:
        return (), at
    heads, is_caption = _read_heads(cut, lines[above], width)
    if not heads or is_caption:
        return tuple((head,) for head in heads), at
    upper = lines[above - 1].fields if above and lines[above].number - lines[above - 1].number == 1 else ()
    for wide in (upper, upper[1:]):
        if len(wide) > 1 and width % len(wide) == 0:
            span = width // len(wide)
            return tuple((head, wide[column // span]) for column, head in enumerate(heads)), above - 1
    return tuple((head,) for head in heads), above


def _read_heads(cut: Cut, line: Line, width: int) -> tuple[tuple[range, ...], bool]:
    """Return the headings of columns that a line gives, and whether it is a caption, too.

    "Country | exports | imports"; "Trade of Georgia ($ mn: exports; imports)"; "Exports Imports".
    """
    fields = list(line.fields)
    if len(fields) == 1 and width > 1 and len(line.tokens) in {width, width + 1}:
        fields = [range(at, at + 1) for at in line.tokens]
    text = get_text(cut, line.tokens)
    is_sentence = has_figure(text) or (width == 1 and "(" in text)
    if not max(width, 2) <= len(fields) or not all(fields[-width:]) or is_sentence:
        return (), False
    heads = fields[-width:]
    opening = max((at for at in heads[0] if cut.tokens[at].text in "(:"), default=None)
    if opening is not None:
        heads[0] = range(opening + 1, heads[0].stop)
    is_caption = opening is not None or len(fields) > width + 1
    texts = [get_text(cut, head) for head in heads]
    is_row = any(is_cell(text) and not is_year(text) for text in texts)
    return ((), False) if is_row or not all(heads) else (tuple(heads), is_caption)


def _list_captions(cut: Cut, lines: Sequence[Line], top: int, above: Grid | None = None) -> tuple[range, ...]:
    """Return the lines over a table that belong to it, the nearest first; those of the table `above` at the end."""
    found: list[range] = []
    for line in lines[max(0, top - _REACH) : top][::-1]:
        is_intro = line is lines[top - 1] and cut.tokens[line.tokens.stop - 1].text == ":"
        if (
            len(found) == _CAPTION
            or (_is_prose(cut, line) and not is_intro)
            or (above is not None and line.tokens.start < above.end)
        ):
            break
        row = read_row(cut, line)
        if is_intro:
            # "Exports were $24 billion. The main buyers were:" introduces a list by its last sentences.
            found.extend(_list_sentences(cut, line)[::-1])
        elif not _is_item(cut, line) and (row is None or _are_years(cut, row.cells)):
            found.append(line.tokens)
    return (*found, *(above.caption if above is not None else ()))


def _list_sentences(cut: Cut, line: Line) -> list[range]:
    first, last = cut.sentence_of[line.tokens.start], cut.sentence_of[line.tokens.stop - 1]
    return [range(sentence.first, sentence.last) for sentence in cut.sentences[first : last + 1]]


def _read_flat(cut: Cut, lines: Sequence[Line], at: int) -> tuple[Grid, int] | None:
    """Return the table with one cell a line whose first label is a line, and the line after it."""
    rows: list[Row] = []
    end = at
    while end < len(lines) and _is_label(cut, lines[end]):
        first = last = end + 1
        while last < len(lines) and is_cell(get_text(cut, lines[last].tokens)):
            last += 1
        if first == last:
            break
        rows.append(Row(lines[end].tokens, tuple(line.tokens for line in lines[first:last])))
        end = last
    rows = _drop_ranks(cut, rows)
    if len(rows) < 2:
        return None
    heads: tuple[tuple[range, ...], ...] = ()
    top, width = at, len(rows[0].cells)
    if _are_years(cut, rows[0].cells):
        heads, rows = tuple((cell,) for cell in rows[0].cells), rows[1:]
    elif width > 1 and at >= width and all(_is_label(cut, line) for line in lines[at - width : at]):
        heads, top = tuple((line.tokens,) for line in lines[at - width : at]), at - width
    rows = [row for row in rows if len(row.cells) == width]
    if not rows or (len(rows) == 1 and not heads):
        return None
    return Grid(_list_captions(cut, lines, top), heads, tuple(rows), lines[end - 1].tokens.stop, is_list=False), end


def _is_label(cut: Cut, line: Line) -> bool:
    has_word = any(cut.tokens[at].kind == "word" for at in line.tokens)
    has_bar = any(cut.tokens[at].text in BARS for at in line.tokens)
    return has_word and not has_bar and len(line.tokens) <= LONGEST_LABEL and not has_figure(get_text(cut, line.tokens))


def _drop_ranks(cut: Cut, rows: list[Row]) -> list[Row]:
    """Return rows without the rank of the next one, which stands alone on the line before its label."""
    ranks = [get_text(cut, row.cells[-1]).rstrip(".") for row in rows[:-1]]
    is_ranked = bool(ranks) and ranks == [str(rank) for rank in range(1, len(ranks) + 1)]
    if not is_ranked or {len(row.cells) - 1 for row in rows[:-1]} != {len(rows[-1].cells)}:
        return rows
    return [*(row._replace(cells=row.cells[:-1]) for row in rows[:-1]), rows[-1]]
