"""The headings of columns, in a table whose cells are divided by bars or semicolons."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tradefacts.article.cutting import Cut, Token

_SEPARATORS = frozenset(";|")
_MOST_ROWS = 16
_YEAR = re.compile(r"(?:19|20)\d\d")


def find_header(cut: Cut, position: int) -> range | None:
    """Return the tokens of the heading above a cell; None outside a table, and for a table without headings.

    The headings are the nearest line above with as many cells and without numbers other than years and "Q3".
    """
    number = cut.sentence_of[position]
    row = _list_separators(cut, number)
    if len(row) < 2:
        return None
    column = bisect_left(row, position)
    for above in range(number - 1, max(-1, number - _MOST_ROWS), -1):
        bounds, header = cut.sentences[above], _list_separators(cut, above)
        tokens = cut.tokens[bounds.first : bounds.last]
        if len(header) == len(row) and all(
            token.kind != "number" or _YEAR.fullmatch(token.text) or _is_in_word(cut.text, token) for token in tokens
        ):
            edges = [bounds.first - 1, *header, bounds.last]
            return range(edges[column] + 1, edges[column + 1])
    return None


def _is_in_word(text: str, number: Token) -> bool:
    """Whether letters touch a number: "Q3", "9M"."""
    return text[number.start - 1].isalpha() or text[number.end : number.end + 1].isalpha()


def _list_separators(cut: Cut, number: int) -> list[int]:
    bounds = cut.sentences[number]
    return [position for position in range(bounds.first, bounds.last) if cut.tokens[position].text in _SEPARATORS]
