"""Parse a printed figure: all that it may mean, or the one meaning that the base records."""

from __future__ import annotations

from itertools import chain, product
from math import prod
from typing import TYPE_CHECKING

from tradefacts.errors import InvalidFigureError
from tradefacts.figure.grammar import compose
from tradefacts.figure.tokenizer import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.figure.value import ParsedFigure

_LONGEST = 200
"""In characters. No page prints a longer figure; what is longer is not worth the time."""
_MOST_MEANINGS = 256
"""Of all words together."""
_LEAST_INDEX = 50
"""In percent. A trade that fell by more is never told as an index."""


def parse_figure(printed: str) -> tuple[ParsedFigure, ...]:
    """Return every meaning of a printed figure, the most plausible first; bound words are not read.

    With a scale word, "%" or "times" a doubtful mark is rather a decimal one ("$1,942 billion"), without
    rather one of thousands ("$475,000"). From 50 percent on a percentage may be an index: "115,2 %" is growth of 15.2
    percent.

    Raises:
        InvalidFigureError: nothing can be read, or a word is unknown.

    >>> [figure.value for figure in parse_figure("$1,942 billion")]
    [1942000000, 1942000000000]
    >>> [figure.percent for figure in parse_figure("92,4 %")]
    [92.4, -7.6]
    """
    failures: list[InvalidFigureError] = []
    meanings = list(dict.fromkeys(_find_meanings(printed, failures)))
    if not meanings:
        message = f"cannot read the figure {printed[:_LONGEST]!r}: {failures[0].message}"
        raise InvalidFigureError(message, hint=failures[0].hint)
    first = meanings[0]
    if first.unit in {"money", "number"} and first.exponent + first.decimals == 0:
        meanings.reverse()
    return tuple(meanings)


def settle_figure(printed: str, recorded: float) -> ParsedFigure | None:
    """Return the meaning that equals what the base records, or None if none does.

    `recorded` is a value of money or a count, or a percentage: growth for a factor or an index. A fall is recorded
    negative though printed without a sign, and the figure follows the record: "3 times" recorded -66.67 is a fall.

    >>> str(settle_figure("$1,340 billion", 1_340_000_000))
    'USD 1.340 billion'
    >>> settle_figure("17 percent", -17).interval(">")
    Interval(low=None, high=-17)
    """
    for figure in _find_meanings(printed, []):
        if figure.means(recorded):
            return figure
        may_fall = recorded < 0 < figure.mantissa and not figure.is_rise and figure.unit != "index"
        if may_fall and (-figure).means(recorded):
            return -figure
    return None


def _find_meanings(printed: str, failures: list[InvalidFigureError]) -> Iterator[ParsedFigure]:
    """Yield the meanings, decimal marks before marks of thousands, indexes last, and note why others fail."""
    try:
        if len(printed) > _LONGEST:
            message = f"longer than {_LONGEST} characters"
            raise InvalidFigureError(message)  # noqa: TRY301 -- one place collects what makes a text unreadable
        words = tokenize(printed)
        if prod(map(len, words)) > _MOST_MEANINGS:
            message = "too many words of several meanings"
            raise InvalidFigureError(message)  # noqa: TRY301 -- likewise
    except InvalidFigureError as failure:
        failures.append(failure)
        return
    indexes = []
    for meanings in product(*words):
        try:
            figure = compose(chain.from_iterable(meanings))
        except InvalidFigureError as failure:
            failures.append(failure)
            continue
        yield figure
        if figure.unit == "percent" and not (figure.in_words or figure.is_rise) and figure.value >= _LEAST_INDEX:
            indexes.append(figure._replace(unit="index"))
    yield from indexes
