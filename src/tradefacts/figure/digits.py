"""The digits of one number, with the marks between them: "1,5", "1,496.2", "79 000", "6, 5".

A comma or full stop is a decimal mark on one page and a thousands mark on the next. Before exactly
three digits both are possible, and both meanings are returned.
"""

from __future__ import annotations

import re

from tradefacts.errors import InvalidFigureError

PATTERN = r"[.,]?\d+(?:[.,٫٬']\d+|[,٫]\s\d(?!\d)|\s\d{3}(?!\d)|(?<=[۰-۹])/[۰-۹]+)*"
"""One number in a text: groups of digits of any script, a mark or a space between them.

A slash is the decimal mark of handwritten Persian. A space after a comma ("6, 5 million") is a typing error if one
decimal follows.
"""

_MARKS = re.compile(r"(\D+)")
_DECIMAL_MARKS = frozenset(".,٫/")
_GROUP_SIZE = 3
_THOUSANDS_MARKS = frozenset(".,٬' ")


def read_digits(text: str, *, is_eastern: bool = False) -> tuple[tuple[int, int], ...]:
    """Return each possible (mantissa, exponent of the last digit), the decimal meaning first.

    In Chinese, Japanese and Korean (`is_eastern`), a comma always separates thousands.

    Raises:
        InvalidFigureError: the marks do not form a number ("1,2,3").

    >>> read_digits("1,340")
    ((1340, -3), (1340, 0))
    """
    if text.isdecimal():
        return ((int(text), 0),)
    parts = _MARKS.split(text)
    groups = parts[::2]
    # "6, 5 million": the space after a mark is a typing error; a space alone is a mark.
    marks = [mark.strip() or " " for mark in parts[1::2]]
    meanings = []
    # ".5" is refused, because the full stop could also end the word before it.
    if groups[0]:
        mantissa = int("".join(groups))
        if marks[-1] in _DECIMAL_MARKS and marks[-1] not in marks[:-1] and _are_thousands(groups[:-1], marks[:-1]):
            meanings.append((mantissa, -len(groups[-1])))
        if _are_thousands(groups, marks):
            if is_eastern and marks[-1] == ",":
                meanings.clear()
            meanings.append((mantissa, 0))
    if not meanings:
        message = f"cannot read the digits {text!r}"
        raise InvalidFigureError(message, hint="expected such as 1.5, 1,5, 1 500 or 1,500.5")
    return tuple(meanings)


def _are_thousands(groups: list[str], marks: list[str]) -> bool:
    """Whether the whole number is written in one group or, with one mark, in groups of three."""
    if not marks:
        return True
    first, *others = groups
    return (
        len(others[-1]) == _GROUP_SIZE
        and len(first) <= _GROUP_SIZE
        # "0,644" is a decimal, because thousands never begin with a zero, in any script.
        and int(first[0]) > 0
        and all(len(group) == _GROUP_SIZE for group in others)
        and len(set(marks)) == 1
        and marks[0] in _THOUSANDS_MARKS
    )
