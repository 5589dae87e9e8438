"""Read a base record by record, never the whole document as objects.

JSON that two readers could understand differently is refused: duplicate keys, NaN, numbers out of range, deep nesting,
half a surrogate pair. A record is handed on as its own text, so that the validator reads exactly what was written.
"""

from __future__ import annotations

import codecs
import io
import json
import re
from typing import TYPE_CHECKING, Any, overload

from tradefacts.basefile.json_faults import TRAILING_COMMA, explain_fault
from tradefacts.basefile.outside import check_encoding, describe_bad_byte, find_size
from tradefacts.basefile.pieces import LINE, Block, Piece
from tradefacts.basefile.strictness import DEPTH_LIMIT, find_fault, note_duplicates, note_odd_number
from tradefacts.errors import FactBaseError
from tradefacts.progress import PROGRESS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    ReadBlock = Callable[[str, str], list[Any] | None]

CHUNK = 1 << 18
RECORD_LIMIT = 1 << 20
"""Characters of the longest record that is read; it also bounds the memory a damaged file can take."""

KEYS_LIMIT = 10_000
"""Keys of the top level, of which a base has a dozen."""

_BLOCK = 1 << 16
"""Characters of lines that are read at once, at most."""
_NEXT_LINE = ",\n{"
_BLANKS = re.compile(r"[ \t\n]*")
_LONGEST_TOKEN = 16
"""Characters that a number's point, an escape or a word such as `-Infinity` may lack where a chunk ends."""
_TOP_LEVELS = {"": "nothing", "[": "a list", '"': "text", "<": "HTML or XML"}


class JsonStream:
    """A JSON document, read from a stream of bytes piece by piece; positions are kept for messages."""

    def __init__(self, stream: BinaryIO, name: str) -> None:
        """Prepare the decoders, each of which notes what it finds odd; `name` is what messages call the stream."""
        self.name = name
        self.notes: list[str] = []
        self.has_lines = False
        self.lines: dict[str, int] = {}  # of the top-level keys read so far, those of empty sections among them
        self._stream = stream
        # Line ends become \n: inside text they are not JSON in any form, and elsewhere they only count lines.
        self._decoder = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder("utf-8")(), translate=True)
        self._bytes_read = 0
        self._size = find_size(stream)
        self._is_finished = False
        # What has been read and not yet forgotten, the next character in it, and the last one located.
        self._text = ""
        self._at = 0
        self._located = 0
        self._line = 1
        self._line_start = 0
        self._reach = _BLOCK  # the characters of lines that are next read at once
        self._odd: list[Any] = []
        self._json = json.JSONDecoder(
            object_pairs_hook=note_duplicates(self._odd),
            parse_constant=note_odd_number(self._odd),
            parse_float=note_odd_number(self._odd),
            parse_int=note_odd_number(self._odd, whole=True),
        )

    @overload
    def read_pieces(self, sections: set[str]) -> Iterator[Piece]: ...
    @overload
    def read_pieces(self, sections: set[str], read_block: ReadBlock) -> Iterator[Piece | Block]: ...
    def read_pieces(self, sections: set[str], read_block: ReadBlock | None = None) -> Iterator[Piece | Block]:
        """Yield each element of the named sections, and every other top-level value whole; of JSON lines, each object.

        `read_block` is given the section and the text of lines that seem to be one element each, with commas between.
        It returns the records that these are, if they are beyond doubt; with None, the elements are read with care.

        Raises:
            FactBaseError: the bytes are not UTF-8 or not JSON, or the top level is not an object.
        """
        if (found := self._peek()) != "{":
            if not found:
                raise self._fault("the file is empty; expected an object with facts")
            otherwise = f"expected an object with facts, found {_TOP_LEVELS.get(found, 'something else')}"
            raise self._fault(explain_fault(self._text, self._at, otherwise))
        self._at += 1
        seen = self.lines
        while not self._closes("}", is_first=not seen):
            key = self._read_key()
            line, _ = self._locate(self._at)
            if len(seen) == KEYS_LIMIT:
                raise self._fault(f"more than {KEYS_LIMIT:,} keys at the top level")
            if key in seen:
                raise self._fault(f"the key {key!r} is used twice at the top level, first on line {seen[key]}")
            seen[key] = line
            yield from self._read_section(key, is_list=key in sections, read_block=read_block)
        if (found := self._peek()) == "{" and sections.isdisjoint(seen):
            yield from self._read_lines(read_block)
        elif found:
            otherwise = _TWO_OBJECTS if found == "{" else "expected the end of the file after the closing brace"
            raise self._fault(explain_fault(self._text, self._at, otherwise))

    def _read_lines(self, read_block: ReadBlock | None) -> Iterator[Piece | Block]:
        """Yield the objects that follow the header of JSON lines, as elements of the section `LINE`."""
        self.has_lines = True
        self.lines["facts"], _ = self._locate(self._at)
        index = 0
        while found := self._peek():
            if found != "{":
                raise self._fault(explain_fault(self._text, self._at, "expected an object, one record a line"))
            block = self._read_block(LINE, index, read_block)
            yield block or self._read_value(LINE, index)
            index += len(block.records) if block else 1

    def read_whole(self) -> Any:  # noqa: ANN401 - whatever JSON can hold
        """Return the value of a small document.

        Raises:
            FactBaseError: the bytes are not UTF-8 or not JSON, or hold what two readers could understand differently.
        """
        if not self._peek():
            raise self._fault("the file is empty")
        piece = self._read_value("", None)
        if piece.fault is not None:
            raise FactBaseError(f"{self.name}: ${piece.fault.where}: {piece.fault.message}")
        if self._peek():
            raise self._fault(explain_fault(self._text, self._at, "expected the end of the file after its value"))
        return piece.value

    def _read_section(self, key: str, *, is_list: bool, read_block: ReadBlock | None) -> Iterator[Piece | Block]:
        if not is_list or self._peek() != "[":
            yield self._read_value(key, None)
            return
        self._at += 1
        index = 0
        while not self._closes("]", is_first=index == 0):
            block = self._read_block(key, index, read_block)
            yield block or self._read_value(key, index)
            index += len(block.records) if block else 1

    def _read_block(self, section: str, index: int, read_block: ReadBlock | None) -> Block | None:
        """Return the elements of the next lines, but for the last that is known; None where there is doubt.

        After doubt, half as many are tried, and with each success, or element read with care, twice as many again.
        """
        if read_block is None:
            return None
        self._peek()
        start = self._at
        next_line = "}\n{" if section == LINE else "},\n{"
        records = None
        while records is None and (end := self._text.rfind(next_line, start, start + self._reach) + 1):
            text = self._text[start:end]
            records = read_block(section, text.replace(next_line, "},\n{") if section == LINE else text)
            self._reach = (end - start) // 2 if records is None else self._reach
        self._reach = min(2 * self._reach + 1, _BLOCK)
        if records is None:
            return None
        line, _ = self._locate(start)
        self._at = end
        return Block(section, index, line, records)

    def _closes(self, bracket: str, *, is_first: bool) -> bool:
        """Step over the comma or the closing bracket that must come next; True if it closed."""
        if not is_first and self._text.startswith(_NEXT_LINE, self._at):  # mostly, and nothing else has to be asked
            self._at += 2
            return False
        found = self._peek()
        if found == bracket:
            self._at += 1
            return True
        if is_first:
            return False
        if found != ",":
            raise self._fault(explain_fault(self._text, self._at, f"expected ',' or '{bracket}'"))
        self._at += 1
        if self._peek() == bracket:
            raise self._fault(TRAILING_COMMA)
        return False

    def _read_key(self) -> str:
        if self._peek() != '"':
            raise self._fault(explain_fault(self._text, self._at, "expected a key in double quotes"))
        key: str = self._read_value("", None).value
        if self._peek() != ":":
            raise self._fault(f"expected ':' after the key {key!r}")
        self._at += 1
        return key

    def _read_value(self, section: str, index: int | None) -> Piece:
        self._peek()
        while True:
            self._odd.clear()
            try:
                value, end = self._json.raw_decode(self._text, self._at)
            except RecursionError:
                raise self._fault(f"nested deeper than {DEPTH_LIMIT}") from None
            except json.JSONDecodeError as error:
                if not (self._is_cut(error) and self._read_more()):
                    message = f"not JSON ({error.msg[0].lower()}{error.msg[1:]})"
                    raise self._fault(explain_fault(self._text, error.pos, message), at=error.pos) from None
            else:
                if end + _LONGEST_TOKEN < len(self._text) or not self._read_more():
                    break
        line, _ = self._locate(self._at)
        text = self._text[self._at : end]
        self._at = end
        return Piece(section, index, line, text, value, find_fault(value, text, self._odd, line))

    def _is_cut(self, error: json.JSONDecodeError) -> bool:
        """Whether a value may be faulty only because the rest of it has not been read."""
        return error.pos + _LONGEST_TOKEN > len(self._text) or error.msg.startswith("Unterminated string")

    def _peek(self) -> str:
        """Return the next character that is not blank, without stepping over it; '' at the end."""
        while True:
            if (found := self._text[self._at : self._at + 1]) > " ":  # mostly; a search for blanks costs more
                return found
            self._at = _BLANKS.match(self._text, self._at).end()  # type: ignore[union-attr]  # it matches nothing, too
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._read_more():
                return ""

    def _read_more(self) -> bool:
        """Add to the text, forgetting what was consumed; False at the end of the file, and then nothing moves."""
        if len(self._text) - self._at > RECORD_LIMIT:
            raise self._fault(f"a value is longer than {RECORD_LIMIT:,} characters, or never ends")
        more = ""
        while not more and not self._is_finished:
            more = self._decode(self._stream.read(CHUNK))
        if more:
            self._locate(self._at)
            self._text = self._text[self._at :] + more
            self._line_start -= self._at
            self._at = self._located = 0
        return bool(more)

    def _decode(self, chunk: bytes) -> str:
        offset = self._bytes_read
        self._bytes_read += len(chunk)
        PROGRESS.note(f"reading {self.name}", self._bytes_read, self._size)
        self._is_finished = not chunk
        if offset == 0:
            chunk, notes = check_encoding(chunk, self.name)
            offset = self._bytes_read - len(chunk)
            self.notes.extend(notes)
        try:
            return self._decoder.decode(chunk, final=self._is_finished)
        except UnicodeDecodeError as error:
            # What the decoder had kept of the chunk before stands in front of this one.
            offset -= len(error.object) - len(chunk)
            line, _ = self._locate(len(self._text))
            message = f"{self.name}: {describe_bad_byte(error, offset, line)}"
            raise FactBaseError(message, hint="save the file as UTF-8") from None

    def _locate(self, at: int) -> tuple[int, int]:
        """Return the line and column of a character, from 1 on; never of one before the last that was asked for."""
        self._line += self._text.count("\n", self._located, at)
        if (end := self._text.rfind("\n", self._located, at)) >= 0:
            self._line_start = end + 1
        self._located = at
        return self._line, at - self._line_start + 1

    def _fault(self, message: str, *, at: int | None = None) -> FactBaseError:
        line, column = self._locate(self._at if at is None else at)
        return FactBaseError(f"{self.name}: line {line}, column {column}: {message}")


_TWO_OBJECTS = "a second object stands here; a base is one object, or JSON lines with the header alone on the first"
