"""Find the tables of a text by their layout: captions, headings of columns, rows and cells.

Columns are divided by bars, semicolons, tabs or blanks; or every cell is a line of its own, as in copies of web pages.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tradefacts.article.words import get_pattern
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tradefacts.article.cutting import Cut

_SIGN = rf"(?:[+−–—-]|(?:{get_pattern('plus_or_minus')}) )?"
_MONEY = rf"(?: (?:US )?(?:{get_pattern('heading_currency')}|{get_pattern('heading_money')}))?"
_SCALE = rf"(?: ?%| ?(?:{get_pattern('heading_scale')}|{get_pattern('heading_scale_behind')})\b\.?{_MONEY})?"
_NUMBER = rf"{_SIGN}(?:US)?[$€]?(?:\d{{1,3}}(?: \d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*){_SCALE}"
_MISSING = rf"(?:[–—-]|…|\.{{2,3}}|(?:{get_pattern('missing_cell')}))"
_CELL = rf"(?:{_NUMBER}\*?(?: ?\((?:{_NUMBER}|{_MISSING})\))?|{_MISSING}(?: ?\({_MISSING}\))?)"
_FIRST_CELL = re.compile(_CELL, re.IGNORECASE)
_CELLS = re.compile(rf"(?:[—–-] )?{_CELL}(?: (?:[—–-] )?{_CELL})*[.;,]?", re.IGNORECASE)
_ONE_CELL = re.compile(rf"{_CELL}[.;,]?", re.IGNORECASE)
_FIGURE = re.compile(rf"[$€]\d|\d[.,]\d|\d ?%|\d (?:{get_pattern('heading_scale')})\b", re.IGNORECASE)
_YEARS = re.compile(rf"(?:19|20)\d\d(?:{get_pattern('year_ends')})?")
_BARS, _DIVIDERS = frozenset("|;"), frozenset("|;/")
_WIDE = re.compile(r"\t|  ")
_RANK = re.compile(r"\d{1,3}[.)]*")
_LABEL_ENDS, _BRACKETS = frozenset(":—–-"), frozenset("()")
_LONGEST_LABEL, _LONGEST_LINE, _LONGEST_TITLE = 8, 40, 16
"""Tokens."""
_CAPTION, _REACH, _NEXT = 4, 12, 2
"""Lines: of a caption, from a caption to its table, from a line to the next one."""


class Row(NamedTuple):
    """A row of a table; all parts are half-open ranges of tokens."""

    label: range
    cells: tuple[range, ...]


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

    @property
    def tokens(self) -> range:
        """From the first label to the last cell."""
        return range(self.rows[0].label.start, self.end)


class _Line(NamedTuple):
    """A line of the text: its tokens, its number, and its fields, which are divided by signs or blanks."""

    tokens: range
    number: int
    fields: tuple[range, ...]


def find_grids(cut: Cut) -> list[Grid]:
    """Return the tables of a text."""
    lines = list(_list_lines(cut))
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


def _list_lines(cut: Cut) -> Iterator[_Line]:
    bounds: dict[int, tuple[int, int]] = {}
    for sentence in cut.sentences:
        bounds[sentence.line] = (bounds.get(sentence.line, (sentence.first, 0))[0], sentence.last)
    for number, (first, last) in bounds.items():
        tokens = range(first, last)
        fields = tuple(_split(cut, tokens)) if last - first <= _LONGEST_LINE else (tokens,)
        is_filled = any(cut.tokens[at].kind != "sign" for at in tokens)
        if is_filled or _ONE_CELL.fullmatch(get_text(cut, tokens)):
            yield _Line(tokens, number, fields)


def _split(cut: Cut, line: range) -> Iterator[range]:
    """Yield the fields of a line; one between two bars may be empty."""
    first = line.start
    for at in line:
        token = cut.tokens[at]
        gap = (cut.tokens[at - 1].end, token.start) if at > line.start else (0, 0)
        is_divider = token.text in _BARS or (token.text in _DIVIDERS and gap[0] < gap[1])
        is_apart = at > first and _WIDE.search(cut.text, *gap) is not None
        if (is_divider or is_apart) and at > line.start and (at > first or is_divider):
            yield range(first, at)
        if is_divider or is_apart:
            first = at + is_divider
    if first < line.stop:
        yield range(first, line.stop)


def get_text(cut: Cut, tokens: range) -> str:
    """Return the text of some tokens."""
    return cut.text[cut.tokens[tokens.start].start : cut.tokens[tokens.stop - 1].end] if tokens else ""


def _read_rows(cut: Cut, lines: Sequence[_Line], at: int, above: Grid | None) -> tuple[Grid, int] | None:
    """Return the table whose first row is a line, and the line after it.

    After the part of a table `above` and one line, which heads the rows here, it has the same columns and caption.
    """
    first = _read_row(cut, lines[at])
    if first is None or _is_of_years(cut, first.cells):
        return None
    width = len(first.cells)
    heads, top = _find_heads(cut, lines, at, width)
    rows, end = [first], at + 1
    while end < len(lines) and lines[end].number - lines[end - 1].number <= _NEXT:
        row = _read_row(cut, lines[end])
        if row is None or _is_of_years(cut, row.cells):
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


def _read_row(cut: Cut, line: _Line) -> Row | None:
    """Return the label and the cells of a line: "Russia | 240.6 (56.8) | 536.2", "Russia: 240.6"."""
    fields = list(line.fields)
    if len(fields) > 1 and (not fields[0] or _RANK.fullmatch(get_text(cut, fields[0]))) and len(fields) > 2:
        del fields[0]
    label, inside = _split_label(cut, fields[0])
    cells = [*inside, *fields[1:]]
    is_filled = any(cut.tokens[at].kind == "number" for cell in cells for at in cell)
    if not label or len(label) > _LONGEST_LABEL or not is_filled or _FIGURE.search(get_text(cut, label)):
        return None
    found: list[range] = []
    for cell in cells:
        if cell and _CELLS.fullmatch(get_text(cut, cell)) is None:
            return None
        found.extend(_split_cells(cut, cell) if cell else [cell])
    return Row(label, tuple(found))


def _split_label(cut: Cut, field: range) -> tuple[range, list[range]]:
    """Return the label at the beginning of a field, and what follows it if these are cells."""
    first = next((at for at in field if cut.tokens[at].kind == "word"), None)
    if first is None:
        is_year = _YEARS.fullmatch(get_text(cut, field)) is not None
        return (field if is_year else range(0)), []
    numbers = [at for at in range(first, field.stop) if cut.tokens[at].kind == "number"]
    for number in numbers[:2]:
        # A sign or word before the number belongs to it if it touches it, or says "minus".
        for at in (number - 1, number):
            rest = range(at, field.stop)
            is_apart = at > first and cut.tokens[at].start > cut.tokens[at - 1].end
            if is_apart and cut.tokens[at].text not in _BRACKETS and _CELLS.fullmatch(get_text(cut, rest)):
                last = next(end for end in range(at, first, -1) if cut.tokens[end - 1].text not in _LABEL_ENDS)
                return range(first, last), [rest]
    return range(first, field.stop), []


def _split_cells(cut: Cut, field: range) -> Iterator[range]:
    """Yield the cells of a field that are divided by single blanks or dashes."""
    start = cut.tokens[field.start].start
    matches = list(_FIRST_CELL.finditer(get_text(cut, field)))
    for match in matches:
        if len(matches) == 1 or match[0] not in _LABEL_ENDS:
            first = cut.find_token(start + match.start())
            yield range(first, cut.find_token(start + match.end() - 1) + 1)


def _is_of_years(cut: Cut, cells: Sequence[range]) -> bool:
    return all(_YEARS.fullmatch(get_text(cut, cell)) for cell in cells)


def _is_prose(cut: Cut, line: _Line) -> bool:
    longest = _LONGEST_TITLE if cut.tokens[line.tokens.stop - 1].text in ".!?" else _LONGEST_LINE
    return len(line.tokens) > longest


def _has_figure(cut: Cut, line: _Line) -> bool:
    """Whether a line is an item of a list or has a figure, which a caption has not."""
    text = get_text(cut, line.tokens)
    return text.endswith(";") or _FIGURE.search(text) is not None


def _find_heads(cut: Cut, lines: Sequence[_Line], at: int, width: int) -> tuple[tuple[tuple[range, ...], ...], int]:
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


def _read_heads(cut: Cut, line: _Line, width: int) -> tuple[tuple[range, ...], bool]:
    """Return the headings of columns that a line gives, and whether it is a caption, too.

    "Country | exports | imports"; "Trade of Georgia ($ mn: exports; imports)"; "Exports Imports".
    """
    fields = list(line.fields)
    if len(fields) == 1 and width > 1 and len(line.tokens) in {width, width + 1}:
        fields = [range(at, at + 1) for at in line.tokens]
    text = get_text(cut, line.tokens)
    is_sentence = _FIGURE.search(text) is not None or (width == 1 and "(" in text)
    if not max(width, 2) <= len(fields) or not all(fields[-width:]) or is_sentence:
        return (), False
    heads = fields[-width:]
    opening = max((at for at in heads[0] if cut.tokens[at].text in "(:"), default=None)
    if opening is not None:
        heads[0] = range(opening + 1, heads[0].stop)
    is_caption = opening is not None or len(fields) > width + 1
    texts = [get_text(cut, head) for head in heads]
    is_row = any(_ONE_CELL.fullmatch(text) and not _YEARS.fullmatch(text) for text in texts)
    return ((), False) if is_row or not all(heads) else (tuple(heads), is_caption)


def _list_captions(cut: Cut, lines: Sequence[_Line], top: int, above: Grid | None = None) -> tuple[range, ...]:
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
        row = _read_row(cut, line)
        if is_intro:
            # "Exports were $24 billion. The main buyers were:" introduces a list by its last sentences.
            found.extend(_list_sentences(cut, line)[::-1])
        elif not _has_figure(cut, line) and (row is None or _is_of_years(cut, row.cells)):
            found.append(line.tokens)
    return (*found, *(above.caption if above is not None else ()))


def _list_sentences(cut: Cut, line: _Line) -> list[range]:
    first, last = cut.sentence_of[line.tokens.start], cut.sentence_of[line.tokens.stop - 1]
    return [range(sentence.first, sentence.last) for sentence in cut.sentences[first : last + 1]]


def _read_flat(cut: Cut, lines: Sequence[_Line], at: int) -> tuple[Grid, int] | None:
    """Return the table with one cell a line whose first label is a line, and the line after it."""
    rows: list[Row] = []
    end = at
    while end < len(lines) and _is_label(cut, lines[end]):
        first = last = end + 1
        while last < len(lines) and _ONE_CELL.fullmatch(get_text(cut, lines[last].tokens)):
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
    if _is_of_years(cut, rows[0].cells):
        heads, rows = tuple((cell,) for cell in rows[0].cells), rows[1:]
    elif width > 1 and at >= width and all(_is_label(cut, line) for line in lines[at - width : at]):
        heads, top = tuple((line.tokens,) for line in lines[at - width : at]), at - width
    rows = [row for row in rows if len(row.cells) == width]
    if not rows or (len(rows) == 1 and not heads):
        return None
    return Grid(_list_captions(cut, lines, top), heads, tuple(rows), lines[end - 1].tokens.stop, is_list=False), end


def _is_label(cut: Cut, line: _Line) -> bool:
    has_word = any(cut.tokens[at].kind == "word" for at in line.tokens)
    has_bar = any(cut.tokens[at].text in _BARS for at in line.tokens)
    return has_word and not has_bar and len(line.tokens) <= _LONGEST_LABEL and not _has_figure(cut, line)


def _drop_ranks(cut: Cut, rows: list[Row]) -> list[Row]:
    """Return rows without the rank of the next one, which stands alone on the line before its label."""
    ranks = [get_text(cut, row.cells[-1]).rstrip(".") for row in rows[:-1]]
    is_ranked = bool(ranks) and ranks == [str(rank) for rank in range(1, len(ranks) + 1)]
    if not is_ranked or {len(row.cells) - 1 for row in rows[:-1]} != {len(rows[-1].cells)}:
        return rows
    return [*(row._replace(cells=row.cells[:-1]) for row in rows[:-1]), rows[-1]]
