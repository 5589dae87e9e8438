"""Positions in a text: line and column, both from 1, in code points as editors count."""

from __future__ import annotations

from bisect import bisect_right

from tradefacts.named_tuples import NamedTuple


class Position(NamedTuple):
    """A place between two characters of a text."""

    line: int
    column: int


class Lines:
    """The lines of a text."""

    def __init__(self, text: str) -> None:
        """Index a text whose lines end with line feeds."""
        self._starts = [0, *(place + 1 for place, sign in enumerate(text) if sign == "\n")]

    def find(self, offset: int) -> Position:
        """Return the position of the character at an offset."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)
