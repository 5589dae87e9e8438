"""The headings of columns, in a table whose cells are divided by bars or semicolons."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from tradefacts.article.periods import PARTS_OF_YEAR

if TYPE_CHECKING:
    from tradefacts.article.cutting import Cut, Token
    from tradefacts.article.figures import Figure
    from tradefacts.article.page import Page
    from tradefacts.period import Period

_SEPARATORS = frozenset(";|")
_MOST_ROWS = 16
_CAPTION = 3
"""Lines above the headings of a table that may be its caption."""
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


def find_period_above(page: Page, figure: Figure, main: Period | None) -> Period | None:
    """Return the period in the heading of the column of a figure; the only one above a percentage is its base."""
    header = find_header(page.cut, figure.first)
    if header is None:
        return None
    mentions = page.periods_within(header.start, header.stop)
    if [mention.name for mention in mentions] == ["before"] and main is not None:
        return main.shift(-1)
    named = [mention for mention in mentions if mention.meanings]
    if len(named) <= (figure.unit != "money"):
        return None
    period = named[0].meanings[0][0]
    return _take_caption(page, header.start, period) if period.is_year else period


def _take_caption(page: Page, header: int, year: Period) -> Period:
    """Return a year, or the months of it that the caption of the table names: "Trade in January–March, $ million"."""
    first = page.cut.sentences[max(0, page.cut.sentence_of[header] - _CAPTION)].first
    named = [mention for mention in page.periods_within(first, header) if mention.meanings]
    parts = [mention for mention in named if mention.name in PARTS_OF_YEAR]
    if not parts:
        return year
    months = parts[-1].meanings[0][0]
    return months.shift(year.last // 12 - months.last // 12)


def _is_in_word(text: str, number: Token) -> bool:
    """Whether letters touch a number: "Q3", "9M"."""
    return text[number.start - 1].isalpha() or text[number.end : number.end + 1].isalpha()


def _list_separators(cut: Cut, number: int) -> list[int]:
    bounds = cut.sentences[number]
    return [position for position in range(bounds.first, bounds.last) if cut.tokens[position].text in _SEPARATORS]
