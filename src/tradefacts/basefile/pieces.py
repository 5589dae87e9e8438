"""The parts in which a base is read: a value with its text, or many records at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.basefile.strictness import JsonFault

LINE = ""
"""The section of what stands on a line of JSON lines: its kind tells the real one."""


class Piece(NamedTuple):
    """One value of the document: where it starts, its text, what it holds, and a fault JSON should not have."""

    section: str
    index: int | None  # type: ignore[assignment]  # a tuple's own method of that name is not needed
    line: int
    text: str
    value: Any
    fault: JsonFault | None

    @property
    def path(self) -> str:
        """The place in the document, such as `$.facts[12]`."""
        return f"$.{self.section}" if self.index is None else f"$.{self.section}[{self.index}]"


class Block(NamedTuple):
    """Records of a section that stand on lines that follow each other: where the first one starts, and all of them."""

    section: str
    index: int  # type: ignore[assignment]  # as above
    line: int
    records: list[Any]

    @property
    def path(self) -> str:
        """The place of the first one in the document."""
        return f"$.{self.section}[{self.index}]"

    def split(self) -> Iterator[Block]:
        """Yield each record as a block of its own."""
        for number, record in enumerate(self.records):
            yield Block(self.section, self.index + number, self.line + number, [record])
