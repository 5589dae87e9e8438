"""Wrap text only at spaces: a word that is too long overflows, so that no value is ever truncated or split."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.text import Text

TIE = "\u00a0"
"""A non-breaking space (`$1.3 bn`); it is replaced by a plain space on output."""


def tie(text: str) -> str:
    """Return text with non-breaking spaces, so that it is kept on one line."""
    return text.replace(" ", TIE)


def find_least(text: str) -> int:
    """Return the width of a text's longest word, in columns."""
    return max(map(cell_len, text.split(" ")), default=0)


def wrap(text: Text, width: int, *, hang: int = 0) -> list[Text]:
    """Return the lines of a text, each within the width unless a word is longer; later lines are indented by `hang`."""
    offsets = list(_find_breaks(text.plain, width, hang))
    lines = list(text.divide(offsets))
    for line in lines:
        line.rstrip()
    for line in lines[1:]:
        line.pad_left(hang)
    return lines


def count_lines(plain: str, width: int, *, hang: int = 0) -> int:
    """Return the number of lines that `wrap` makes of a text."""
    return 1 + sum(1 for _ in _find_breaks(plain, width, hang))


def share_width(natural: Sequence[int], least: Sequence[int], available: int) -> list[int]:
    """Return the width of each column: its natural width if all fit; otherwise the widest are narrowed first.

    `available` must be at least the sum of `least`.
    """
    widths = list(natural)
    excess = sum(widths) - available
    while excess > 0:
        shrinkable = [index for index, width in enumerate(widths) if width > least[index]]
        widest = max(shrinkable, key=lambda index: widths[index])
        widths[widest] -= 1
        excess -= 1
    return widths


def _find_breaks(plain: str, width: int, hang: int) -> Iterator[int]:
    """Yield the offsets at which lines after the first begin."""
    used, position, is_first = 0, 0, True
    for word in plain.split(" "):
        columns = cell_len(word)
        # The second of two spaces precedes an empty word, which never starts a line.
        if word and not is_first and used + 1 + columns > width:
            yield position
            used = hang + columns
        else:
            used += columns + (0 if is_first else 1)
        is_first = False
        position += len(word) + 1
