"""The canonical form of a base file: one record per line, keys in the order of the class, records in order of ids.

A difference between two versions then shows only facts. Every section is written, so that its first record adds one
line. Values are never changed.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any

from tradefacts.basefile.faults import Faults
from tradefacts.basefile.json_stream import JsonStream
from tradefacts.basefile.validation import SECTIONS, Validator
from tradefacts.records import FACTS, RECORD_KINDS, RECORDS, Header, get_class, get_keys
from tradefacts.text import write_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from tradefacts.basefile.pieces import Block
    from tradefacts.records import Record


_CLASSES: tuple[type[Record], ...] = (Header, *RECORDS.values(), *FACTS.values())
_KIND_OF = {section: kind for kind, section in RECORD_KINDS.items()}
_KEYS = {record: get_keys(record) for record in _CLASSES}
"""The keys of each class, and whether each may be left out."""


@dataclass
class Document:
    """The finished lines of a file: by section, and by the id or code of the record.

    What was read as JSON lines is written so again: the header, then one record a line, which begins with its kind.
    """

    header: dict[str, Any] = field(default_factory=dict)
    sections: dict[str, dict[str, str]] = field(default_factory=lambda: {section: {} for section in SECTIONS})
    has_lines: bool = False

    def add(self, section: str, stored: dict[str, Any]) -> None:
        """Add a record to its section, replacing one with the same id."""
        self.sections[section][find_id(stored)] = format_record(section, stored)

    def format(self) -> Iterator[str]:
        """Yield the canonical text in parts of one or more lines."""
        if self.has_lines:
            yield from self._format_lines()
            return
        yield format_keys(Header, self.header)[:-1]
        for section, lines in self.sections.items():
            yield f',\n"{section}": [\n'
            for number, name in enumerate(sorted(lines), start=1):
                yield f"{lines[name]},\n" if number < len(lines) else f"{lines[name]}\n"
            yield "]"
        yield "}\n"

    def _format_lines(self) -> Iterator[str]:
        yield f"{format_keys(Header, self.header)}\n"
        for section, lines in self.sections.items():
            for name in sorted(lines):
                yield _add_kind(section, lines[name])


def read_document(stream: BinaryIO, name: str) -> Document:
    """Read one file; references are not checked, because they can refer to another layer.

    Raises:
        FactBaseError: it is not JSON, or not a fact base; the error has every fault found.
    """
    document, faults = Document(), Faults()
    taken: dict[str, int] = {}
    validator = Validator(name, faults)
    pieces = JsonStream(stream, name)
    for block in validator.read_blocks(pieces):
        for record in block.split():
            _take(document, record, taken, validator)
    document.header, document.has_lines = validator.header, pieces.has_lines
    validator.check_header(document.header, has_facts="facts" in pieces.lines)
    faults.raise_any(name)
    return document


def format_canonical(content: bytes, name: str) -> bytes:
    """Return the canonical form of a file's bytes; `name` is used in faults.

    Raises:
        FactBaseError: they are not a fact base.
    """
    return "".join(read_document(BytesIO(content), name).format()).encode()


def is_canonical(stream: BinaryIO) -> bool:
    """Whether a file that is known to be a base is in its canonical form; it is read line by line, and not held."""
    lines = map(bytes.decode, stream)
    try:
        header = next(lines, "")
        if header.endswith("}\n"):
            return header == f"{format_keys(Header, json.loads(header))}\n" and _are_records(lines)
        is_header = header == f"{format_keys(Header, json.loads(f'{header[:-2]}}}'))[:-1]},\n"
        return is_header and all(_is_section(name, lines) for name in SECTIONS) and not any(lines)
    except (KeyError, ValueError):  # a line that is no record
        return False


def _are_records(lines: Iterator[str]) -> bool:
    """Whether the lines after the header of JSON lines are records in their canonical form and order."""
    before = (-1, "")
    for line in lines:
        stored = json.loads(line)
        section = RECORD_KINDS.get(stored["kind"], "facts")
        place = SECTIONS.index(section), find_id(stored)
        if place <= before or _add_kind(section, format_record(section, stored)) != line:
            return False
        before = place
    return True


def _add_kind(section: str, text: str) -> str:
    """Return the line of a record in JSON lines, which begins with its kind; a fact has one anyway."""
    return f'{{"kind": "{_KIND_OF[section]}", {text[1:]}\n' if section in _KIND_OF else f"{text}\n"


def _is_section(section: str, lines: Iterator[str]) -> bool:
    """Whether the next lines are a section: one record each in its canonical form, in the order of their ids."""
    if next(lines, "") != f'"{section}": [\n':
        return False
    before, has_comma = "", True
    for line in lines:
        if line == ("]}\n" if section == SECTIONS[-1] else "],\n"):
            return not (before and has_comma)
        text = line[:-1].removesuffix(",")
        stored = json.loads(text)
        if not has_comma or find_id(stored) <= before or format_record(section, stored) != text:
            return False
        before, has_comma = find_id(stored), text != line[:-1]
    return False


def format_record(section: str, stored: dict[str, Any]) -> str:
    """Return the line of a record, with its keys in the order of its class."""
    return format_keys(get_class(section, stored), stored)


def format_keys(record: type[Record], stored: dict[str, Any]) -> str:
    """Return the JSON of a record, with its keys in the order of its class and without optional keys that are null."""
    keys = _KEYS[record].items()
    return write_json(
        {name: stored[name] for name, is_optional in keys if not (is_optional and stored.get(name) is None)}
    )


def find_id(stored: dict[str, Any]) -> str:
    """Return the id of a record, or the code of a place."""
    name: str = stored.get("id") or stored["code"]
    return name


def _take(document: Document, block: Block, taken: dict[str, int], validator: Validator) -> None:
    """Add a record, unless its id was used before, because only the curator knows which of the two is right."""
    stored = vars(block.records[0])
    name = find_id(stored)
    if name not in taken:
        taken[name] = block.line
        document.add(block.section, stored)
        return
    validator.note_repeated(block, name, taken[name])
