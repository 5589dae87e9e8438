"""The lines of a text as rows of a table: a label and cells.

Columns are divided by bars, semicolons, tabs or blanks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tradefacts.article.words import get_pattern
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

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
_FIRST_YEAR = re.compile(r"(?:19|20)\d\d(?![\d.,])")
BARS = frozenset("|;")
_DIVIDERS = BARS | {"/"}
_WIDE = re.compile(r"\t|  ")
_RANK = re.compile(r"\d{1,3}[.)]*")
_LABEL_ENDS, _BRACKETS = frozenset(":—–-"), frozenset("()")
LONGEST_LABEL, LONGEST_LINE = 8, 40
"""Tokens."""


class Row(NamedTuple):
    """A row of a table; all parts are half-open ranges of tokens."""

    label: range
    cells: tuple[range, ...]


class Line(NamedTuple):
    """A line of the text: its tokens, its number, and its fields, which are divided by signs or blanks."""

    tokens: range
    number: int
    fields: tuple[range, ...]


def list_lines(cut: Cut) -> Iterator[Line]:
    """Yield the lines of a text, without those that only divide others."""
    bounds: dict[int, tuple[int, int]] = {}
    for sentence in cut.sentences:
        bounds[sentence.line] = (bounds.get(sentence.line, (sentence.first, 0))[0], sentence.last)
    for number, (first, last) in bounds.items():
        tokens = range(first, last)
        fields = tuple(_split(cut, tokens)) if last - first <= LONGEST_LINE else (tokens,)
        is_filled = any(cut.tokens[at].kind != "sign" for at in tokens)
        if is_filled or is_cell(get_text(cut, tokens)):
            yield Line(tokens, number, fields)


def _split(cut: Cut, line: range) -> Iterator[range]:
    """Yield the fields of a line; one between two bars may be empty."""
    first = line.start
    for at in line:
        token = cut.tokens[at]
        gap = (cut.tokens[at - 1].end, token.start) if at > line.start else (0, 0)
        is_divider = token.text in BARS or (token.text in _DIVIDERS and gap[0] < gap[1])
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


def read_row(cut: Cut, line: Line) -> Row | None:
    """Return the label and the cells of a line: "Russia | 240.6 (56.8) | 536.2", "Russia: 240.6"."""
    fields = list(line.fields)
    if len(fields) > 1 and (not fields[0] or _RANK.fullmatch(get_text(cut, fields[0]))) and len(fields) > 2:
        del fields[0]
    label, inside = _split_label(cut, fields[0])
    cells = [*inside, *fields[1:]]
    is_filled = any(cut.tokens[at].kind == "number" for cell in cells for at in cell)
    if not label or len(label) > LONGEST_LABEL or not is_filled or has_figure(get_text(cut, label)):
        return None
    found: list[range] = []
    for cell in cells:
        if cell and _CELLS.fullmatch(get_text(cut, cell)) is None:
            return None
        found.extend(_split_cells(cut, cell) if cell else [cell])
    return Row(label, tuple(found))


def _split_label(cut: Cut, field: range) -> tuple[range, list[range]]:
    """Return the label at the beginning of a field, and what follows it if these are cells."""
    is_dated = bool(field) and _FIRST_YEAR.match(get_text(cut, field)) is not None
    first = next((at for at in field if cut.tokens[at].kind == "word" or is_dated), None)
    if first is None:
        return range(0), []
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


def is_cell(text: str) -> bool:
    """Whether a text is one cell: a number, perhaps with another one in brackets, or a mark for a missing one."""
    return _ONE_CELL.fullmatch(text) is not None


def is_year(text: str) -> bool:
    """Whether a text is a year, which may be a heading."""
    return _YEARS.fullmatch(text) is not None


def has_figure(text: str) -> bool:
    """Whether a text has a figure, which captions and headings have not."""
    return _FIGURE.search(text) is not None
