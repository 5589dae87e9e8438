"""The canonical form of a base file: one record per line, keys in the order of the class, records in order of ids.

A difference between two versions then shows only facts. Every section is written, so that its first record adds one
line. Values are never changed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any

from tradefacts.basefile.faults import Faults
from tradefacts.basefile.json_stream import JsonStream
from tradefacts.basefile.validation import SECTIONS, Validator
from tradefacts.records import Header, get_class, get_keys
from tradefacts.text import write_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from tradefacts.basefile.json_stream import Piece
    from tradefacts.records import Record


@dataclass
class Document:
    """The finished lines of a file: by section, and by the id or code of the record."""

    header: dict[str, Any] = field(default_factory=dict)
    sections: dict[str, dict[str, str]] = field(default_factory=lambda: {section: {} for section in SECTIONS})

    def add(self, section: str, stored: dict[str, Any]) -> None:
        """Add a record to its section, replacing one with the same id."""
        self.sections[section][find_id(stored)] = format_record(section, stored)

    def format(self) -> Iterator[str]:
        """Yield the canonical text in parts of one or more lines."""
        yield format_keys(Header, self.header)[:-1]
        for section, lines in self.sections.items():
            yield f',\n"{section}": [\n'
            for number, name in enumerate(sorted(lines), start=1):
                yield f"{lines[name]},\n" if number < len(lines) else f"{lines[name]}\n"
            yield "]"
        yield "}\n"


def read_document(stream: BinaryIO, name: str) -> Document:
    """Read one file; references are not checked, because they can refer to another layer.

    Raises:
        FactBaseError: it is not JSON, or not a fact base; the error has every fault found.
    """
    document, faults = Document(), Faults()
    taken: dict[str, int] = {}
    validator = Validator(name, faults)
    pieces = JsonStream(stream, name)
    for piece, _ in validator.read_records(pieces):
        _take(document, piece, taken, validator)
    document.header = validator.header
    validator.check_header(document.header, has_facts="facts" in pieces.lines)
    faults.raise_any(name)
    return document


def format_canonical(content: bytes, name: str) -> bytes:
    """Return the canonical form of a file's bytes; `name` is used in faults.

    Raises:
        FactBaseError: they are not a fact base.
    """
    return "".join(read_document(BytesIO(content), name).format()).encode()


def format_record(section: str, stored: dict[str, Any]) -> str:
    """Return the line of a record, with its keys in the order of its class."""
    return format_keys(get_class(section, stored), stored)


def format_keys(record: type[Record], stored: dict[str, Any]) -> str:
    """Return the JSON of a record, with its keys in the order of its class and without optional keys that are null."""
    keys = get_keys(record).items()
    return write_json(
        {name: stored[name] for name, is_optional in keys if not (is_optional and stored.get(name) is None)}
    )


def find_id(stored: dict[str, Any]) -> str:
    """Return the id of a record, or the code of a place."""
    name: str = stored.get("id") or stored["code"]
    return name


def _take(document: Document, piece: Piece, taken: dict[str, int], validator: Validator) -> None:
    """Add a record, unless its id was used before, because only the curator knows which of the two is right."""
    name = find_id(piece.value)
    if name not in taken:
        taken[name] = piece.line
        document.add(piece.section, piece.value)
        return
    validator.note_repeated(piece, name, taken[name])
