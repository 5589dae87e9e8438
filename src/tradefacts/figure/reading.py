"""Read a printed figure: all that it may mean, or the one meaning that the base records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.errors import InvalidFigureError
from tradefacts.figure.grammar import compose
from tradefacts.figure.lexicon import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.figure.value import Figure

_LONGEST = 200
"""In characters. No page prints a longer figure; what is longer is not worth the time."""


def read_figure(printed: str) -> tuple[Figure, ...]:
    """Return every reading of a printed figure, the most plausible first; bound words are not read.

    With a scale word, "%" or "times" a doubtful mark is rather a decimal one ("$1,942 billion"), without
    rather one of thousands ("$475,000").

    Raises:
        InvalidFigureError: nothing can be read, or a word is unknown.

    >>> [figure.value for figure in read_figure("$1,942 billion")]
    [1942000000, 1942000000000]
    """
    failures: list[InvalidFigureError] = []
    readings = list(_readings(printed, failures))
    if not readings:
        message = f"cannot read the figure {printed[:_LONGEST]!r}: {failures[0].message}"
        raise InvalidFigureError(message, hint=failures[0].hint)
    first = readings[0]
    if first.unit in {"money", "number"} and first.exponent + first.decimals == 0:
        readings.reverse()
    return tuple(readings)


def settle_figure(printed: str, recorded: float) -> Figure | None:
    """Return the reading that equals what the base records, or None if none does.

    `recorded` is a value of money or a count, or a percentage: growth for a factor. A fall is recorded
    negative though printed without a sign, and the figure follows the record.

    >>> str(settle_figure("$1,340 billion", 1_340_000_000))
    'USD 1.340 billion'
    >>> settle_figure("17 percent", -17).interval(">")
    Interval(low=None, high=-17)
    """
    for figure in _readings(printed, []):
        measured = figure.percent
        if measured == recorded:
            return figure
        # "fell 3 times" is no growth of -200 percent; and a printed plus cannot be a fall.
        if recorded < 0 and -measured == recorded and figure.unit != "factor" and "+" not in printed:
            return -figure
    return None


def _readings(printed: str, failures: list[InvalidFigureError]) -> Iterator[Figure]:
    """Yield the readings, decimal marks before marks of thousands, and note why others fail."""
    try:
        if len(printed) > _LONGEST:
            message = f"longer than {_LONGEST} characters"
            raise InvalidFigureError(message)  # noqa: TRY301 -- one place collects what makes a text unreadable
        tokens = tokenize(printed)
    except InvalidFigureError as failure:
        failures.append(failure)
        return
    variants = 1
    for token in tokens:
        variants = max(variants, len(token.amounts))
    for variant in range(variants):
        try:
            yield compose(tokens, variant)
        except InvalidFigureError as failure:
            failures.append(failure)
