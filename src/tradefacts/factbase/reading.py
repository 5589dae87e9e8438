"""Read a base record by record, never the whole document as objects.

JSON that two readers could understand differently is refused: duplicate keys, NaN, numbers out of range, deep nesting,
half a surrogate pair. A record is handed on as its own text, so that the validator reads exactly what was written.
"""

from __future__ import annotations

import codecs
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from tradefacts.errors import FactBaseError
from tradefacts.factbase.encoding import check_encoding, describe_bad_byte
from tradefacts.factbase.strictness import Flaw, find_flaw, note_duplicates, note_odd_number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

CHUNK = 1 << 18
RECORD_LIMIT = 1 << 20
"""Characters of the longest record that is read; it also bounds the memory a damaged file can take."""

_BLANKS = " \t\n\r"


class Piece(NamedTuple):
    """One value of the document: where it starts, its text, what it holds, and a flaw JSON should not have."""

    section: str
    index: int | None
    line: int
    text: str
    value: Any
    flaw: Flaw | None

    @property
    def path(self) -> str:
        """The place in the document, such as `$.facts[12]`."""
        return f"$.{self.section}" if self.index is None else f"$.{self.section}[{self.index}]"


@dataclass
class Reader:
    """A JSON document, read from a stream of bytes piece by piece; positions are kept for messages."""

    stream: BinaryIO
    name: str
    notes: list[str] = field(default_factory=list)
    buffer: str = ""
    position: int = 0
    lines_before: int = 1
    is_finished: bool = False
    bytes_read: int = 0

    def __post_init__(self) -> None:
        """Prepare the decoders, each of which notes what it finds odd."""
        self._decode = codecs.getincrementaldecoder("utf-8")().decode
        self._odd: list[Any] = []
        self._json = json.JSONDecoder(
            object_pairs_hook=note_duplicates(self._odd),
            parse_constant=note_odd_number(self._odd),
            parse_float=note_odd_number(self._odd),
            parse_int=note_odd_number(self._odd, whole=True),
        )

    def read_pieces(self, sections: set[str]) -> Iterator[Piece]:
        """Yield each element of the named sections, and every other top-level value whole.

        Raises:
            FactBaseError: the bytes are not UTF-8 or not JSON, or the top level is not an object.
        """
        if self._peek() != "{":
            raise self._fault("expected an object with facts, found something else")
        self.position += 1
        seen: set[str] = set()
        is_first = True
        while not self._closes("}", is_first=is_first):
            is_first = False
            key = self._read_key()
            if key in seen:
                raise self._fault(f"the key {key!r} stands twice at the top level")
            seen.add(key)
            yield from self._read_section(key, is_list=key in sections)
        if self._peek():
            raise self._fault("expected the end of the file after the closing brace")

    def _read_section(self, key: str, *, is_list: bool) -> Iterator[Piece]:
        if not is_list or self._peek() != "[":
            yield self._read_value(key, None)
            return
        self.position += 1
        index = 0
        while not self._closes("]", is_first=index == 0):
            yield self._read_value(key, index)
            index += 1

    def _closes(self, bracket: str, *, is_first: bool) -> bool:
        """Step over the comma or the closing bracket that must come next; True if it closed."""
        found = self._peek()
        if found == bracket:
            self.position += 1
            return True
        if is_first:
            return False
        if found != ",":
            raise self._fault(f"expected ',' or '{bracket}'")
        self.position += 1
        if self._peek() == bracket:
            raise self._fault("a comma stands before the closing bracket", hint="remove the trailing comma")
        return False

    def _read_key(self) -> str:
        piece = self._read_value("", None)
        if not isinstance(piece.value, str):
            raise self._fault("expected a key in double quotes")
        if self._peek() != ":":
            raise self._fault(f"expected ':' after the key {piece.value!r}")
        self.position += 1
        return piece.value

    def _read_value(self, section: str, index: int | None) -> Piece:
        self._peek()
        while True:
            self._odd.clear()
            try:
                value, end = self._json.raw_decode(self.buffer, self.position)
            except RecursionError:
                raise self._fault("nested deeper than 64") from None
            except json.JSONDecodeError as error:
                if self._read_more():
                    continue
                raise self._fault(_in_words(error, self.buffer), at=error.pos) from None
            if end < len(self.buffer) or not self._read_more():
                break
        text = self.buffer[self.position : end]
        piece = Piece(section, index, self._line(self.position), text, value, find_flaw(value, text, self._odd))
        self.position = end
        return piece

    def _peek(self) -> str:
        """Return the next character that is not blank, without stepping over it; '' at the end."""
        while True:
            while self.position < len(self.buffer):
                if self.buffer[self.position] not in _BLANKS:
                    return self.buffer[self.position]
                self.position += 1
            if not self._read_more():
                return ""

    def _read_more(self) -> bool:
        """Add a chunk to the buffer, forgetting what was consumed; False at the end of the file."""
        if self.is_finished:
            return False
        if len(self.buffer) - self.position > RECORD_LIMIT:
            raise self._fault(f"a value is longer than {RECORD_LIMIT:,} characters, or never ends")
        chunk = self.stream.read(CHUNK)
        if self.bytes_read == 0:
            chunk, note = check_encoding(chunk)
            self.notes.extend(note)
        self.is_finished = not chunk
        self.lines_before = self._line(self.position)
        try:
            text = self._decode(chunk, self.is_finished)
        except UnicodeDecodeError as error:
            raise FactBaseError(describe_bad_byte(error, self.bytes_read, self._line(len(self.buffer)))) from None
        self.bytes_read += len(chunk)
        self.buffer = self.buffer[self.position :] + text
        self.position = 0
        return not self.is_finished or bool(text)

    def _line(self, position: int) -> int:
        ends = self.buffer.count("\n", 0, position)
        returns = self.buffer.count("\r", 0, position)
        pairs = self.buffer.count("\r\n", 0, position + 1) if returns else 0
        return self.lines_before + ends + returns - pairs

    def _fault(self, message: str, *, at: int | None = None, hint: str | None = None) -> FactBaseError:
        at = self.position if at is None else at
        start = max(self.buffer.rfind("\n", 0, at), self.buffer.rfind("\r", 0, at))
        return FactBaseError(f"{self.name}: line {self._line(at)}, column {at - start}: {message}", hint=hint)


def _in_words(error: json.JSONDecodeError, text: str) -> str:
    """Say what is wrong in the terms of somebody who edits the file by hand."""
    found = text[error.pos : error.pos + 1]
    if not found:
        return "the file ends in the middle of a value"
    if found == "'":
        return "text stands in single quotes; JSON takes double ones"
    if text.startswith(("//", "/*", "#"), error.pos):
        return "a comment; JSON has none"
    if found in "}]" and "trailing comma" in error.msg.lower():
        return "a comma stands before the closing bracket; remove the trailing comma"
    if "control character" in error.msg:
        return f"a raw control character U+{ord(found):04X} inside text; write it as \\u{ord(found):04x}"
    return f"not JSON ({error.msg[0].lower()}{error.msg[1:]})"
