"""Parse a printed figure into all its possible meanings, or the one that the base records."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain, islice, product
from typing import TYPE_CHECKING

from tradefacts.errors import InvalidFigureError
from tradefacts.figure.grammar import compose
from tradefacts.figure.tokenizer import tokenize
from tradefacts.figure.value import ParsedFigure
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tradefacts.figure.lexicon import Meaning

_LONGEST = 200
"""In characters; no page prints a longer figure."""
_MOST_MEANINGS = 256
"""Of all words together; no real figure has that many."""
_REMEMBERED = 1 << 14
"""Parsed figures kept, because many pages print the same one and every lint rule needs it; the limit bounds memory."""
_ALIKE = str.maketrans("3456789", "2222222")
"""What makes a figure's shape, which is read once: "$2.2 billion" is the shape of "$4.3 billion" and "$9.7 billion".

The tokenizer and the grammar compare numbers only with 0 and powers of ten, so that digits above 1 are alike to them.
"""
_NO_DIGITS = re.compile(r"\D+")
_LEAST_INDEX = 50
"""In percent. Nobody prints a larger fall as an index."""


class _Refusal(NamedTuple):
    """Why a figure cannot be read."""

    reason: str
    hint: str | None


class _Reading(NamedTuple):
    """What a figure can mean, except as an index, or why it cannot be read."""

    figures: Sequence[ParsedFigure]
    refusal: _Refusal | None
    is_shared: bool = False
    """Whether figures of its shape mean the same with their own digits, because nothing but the digits, one after the
    other, is the number: not in "1/2", "2½" or "half a billion"."""


def parse_figure(printed: str) -> tuple[ParsedFigure, ...]:
    """Return every meaning of a printed figure, the most plausible first. Bound words are refused.

    With a scale word, "%" or "times", an ambiguous mark is more likely a decimal mark ("$1,942 billion"); without, it
    more likely separates thousands ("$475,000"). A percentage of 50 or more can be an index: "115,2 %" is growth of
    15.2 percent.

    Raises:
        InvalidFigureError: the text is not a figure, or a word is unknown.

    >>> [figure.value for figure in parse_figure("$1,942 billion")]
    [1942000000, 1942000000000]
    >>> [figure.percent for figure in parse_figure("92,4 %")]
    [92.4, -7.6]
    """
    figures, refusal = _find_meanings(printed)
    if refusal is not None:
        message = f"cannot read the figure {printed[:_LONGEST]!r}: {refusal.reason}"
        raise InvalidFigureError(message, hint=refusal.hint)
    first = figures[0]
    if first.unit in {"money", "number"} and first.exponent + first.decimals == 0:
        return figures[::-1]
    return figures


def settle_figure(printed: str, recorded: float) -> ParsedFigure | None:
    """Return the meaning that equals the value in the base, or None if none does.

    `recorded` is an amount, a count or a percentage (for a factor or an index, the growth). A fall is recorded as
    negative even if printed without a sign, and the figure follows the record: "3 times" recorded as -66.67 is a fall.

    >>> str(settle_figure("$1,340 billion", 1_340_000_000))
    'USD 1.340 billion'
    >>> settle_figure("17 percent", -17).interval(">")
    Interval(low=None, high=-17)
    """
    for figure in _find_meanings(printed)[0]:
        if figure.means(recorded):
            return figure
        may_fall = recorded < 0 < figure.mantissa and not figure.is_rise and figure.unit != "index"
        if may_fall and (-figure).means(recorded):
            return -figure
    return None


@lru_cache(_REMEMBERED)
def _find_meanings(printed: str) -> tuple[tuple[ParsedFigure, ...], _Refusal | None]:
    """Return the meanings (decimal marks before thousands, indexes last), or why there is none."""
    figures, refusal, is_shared = _read(printed.translate(_ALIKE))
    if is_shared:
        mantissa = int(_join_digits(printed))
        figures = [ParsedFigure(mantissa if figure.mantissa > 0 else -mantissa, *figure[1:]) for figure in figures]
    else:
        figures, refusal, _ = _read(printed)
    indexes = [
        figure._replace(unit="index") for figure in figures if figure.unit == "percent" and _may_be_index(figure)
    ]
    return (*figures, *indexes), refusal


@lru_cache(_REMEMBERED)
def _read(printed: str) -> _Reading:
    """Read a figure word by word."""
    if len(printed) > _LONGEST:
        return _Reading((), _Refusal(f"longer than {_LONGEST} characters", None))
    try:
        words = tokenize(printed)
    except InvalidFigureError as failure:
        return _Reading((), _Refusal(failure.message, failure.hint))
    figures: list[ParsedFigure] = []
    refusal = None
    for meanings in _combine(words):
        try:
            figure = compose(chain.from_iterable(meanings))
        except InvalidFigureError as failure:
            refusal = refusal or _Refusal(failure.message, failure.hint)
        else:
            if figure not in figures:
                figures.append(figure)
    if not figures:
        return _Reading((), refusal)
    digits = _join_digits(printed)
    return _Reading(figures, None, bool(digits) and all(abs(figure.mantissa) == int(digits) for figure in figures))


def _join_digits(text: str) -> str:
    return _NO_DIGITS.sub("", text)


def _combine(words: list[tuple[Meaning, ...]]) -> Iterable[Iterable[Meaning]]:
    """Return every combination of the meanings of the words."""
    if all(len(meanings) == 1 for meanings in words):
        return ([meanings[0] for meanings in words],)
    return islice(product(*words), _MOST_MEANINGS)


def _may_be_index(figure: ParsedFigure) -> bool:
    is_plain = not figure.in_words and not figure.is_rise and figure.exponent <= 0
    return is_plain and figure.value >= _LEAST_INDEX
