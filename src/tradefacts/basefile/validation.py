"""Check the shape of each record against the classes in `records`, and say in plain words what is wrong.

Pydantic does the checking; its own wording never reaches a user.
"""

from __future__ import annotations

import json
from collections import Counter
from functools import cache, reduce
from operator import or_
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import FailFast, Field, TypeAdapter, ValidationError

from tradefacts.basefile.pieces import LINE, Block, Piece
from tradefacts.basefile.plain_lines import DATED, are_plain
from tradefacts.errors import InvalidPeriodError
from tradefacts.names import did_you_mean
from tradefacts.records import FACTS, FORMAT, RECORD_KINDS, RECORDS, Header, get_class, get_keys
from tradefacts.text import shorten

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tradefacts.basefile.faults import Faults
    from tradefacts.basefile.json_stream import JsonStream
    from tradefacts.basefile.strictness import JsonFault
    from tradefacts.records import Record

SECTIONS = (*RECORDS, "facts")
HEADER = tuple(get_keys(Header))

_LONGEST_KEY = 60
_SHOWN = 100
_TAGS = ("int", "float")
ANY_FACT: Any = Annotated[reduce(or_, FACTS.values()), Field(discriminator="kind")]
"""A fact of any kind, as pydantic has it."""

_KINDS = {
    "string_type": "text",
    "int_type": "a whole number",
    "float_type": "a number",
    "dict_type": "an object",
    "dataclass_type": "an object",
    "tuple_type": "a list",
    "list_type": "a list",
}


@cache  # it takes longer than reading a small base, and layers are checked alike
def _build_checks() -> dict[str, Callable[[str], Any]]:
    """Return what turns the text of a list of records into the records, by section; `header` for the base itself."""
    kinds: dict[str, Any] = {**RECORDS, "facts": ANY_FACT}
    lists: dict[str, Any] = {name: Annotated[list[kind], FailFast()] for name, kind in kinds.items()}  # type: ignore[valid-type]
    return {name: TypeAdapter(kind).validator.validate_json for name, kind in {**lists, "header": Header}.items()}


class Validator:
    """Turns pieces of one layer into records, noting every fault."""

    def __init__(self, layer: str, faults: Faults) -> None:
        """Start a layer; `layer` is the name that faults are shown under."""
        self.layer = layer
        self.faults = faults
        self.header: dict[str, Any] = {}
        self._has_faulty_header = False
        self._counts: Counter[str] = Counter()
        self._checks = _build_checks()

    def read_blocks(self, stream: JsonStream) -> Iterator[Block]:
        """Yield the sound records, noting every fault, and gather the header.

        Raises:
            FactBaseError: the file is not JSON.
        """
        for read in stream.read_pieces(set(SECTIONS), self._read_block):
            if isinstance(read, Block):
                yield self._find_place(read) if read.section == LINE else read
                continue
            is_line = read.section == LINE and read.index is not None  # a file can have an empty key as well
            piece = self._find_section(read) if is_line else read
            if piece.fault is not None:
                self.note_fault(piece, piece.fault)
                self._has_faulty_header |= piece.section in HEADER
            elif piece.section in HEADER:
                self.header[piece.section] = piece.value
            elif self.check_section(piece) and (record := self.check_record(piece)) is not None:
                yield Block(piece.section, piece.index or 0, piece.line, [record])

    def _find_place(self, block: Block) -> Block:
        """Return facts on lines of JSON lines as elements of their section."""
        index = self._counts["facts"]
        self._counts["facts"] += len(block.records)
        return block._replace(section="facts", index=index)

    def _find_section(self, piece: Piece) -> Piece:
        """Return an object of JSON lines as an element of the section that its kind tells; its records have no kind."""
        kind = piece.value.get("kind")
        section = RECORD_KINDS.get(kind, "facts") if isinstance(kind, str) else "facts"
        index = self._counts[section]
        self._counts[section] += 1
        found = piece._replace(section=section, index=index)
        if section == "facts" or piece.fault is not None:
            return found
        value = {key: value for key, value in piece.value.items() if key != "kind"}
        return found._replace(value=value, text=json.dumps(value))

    def _read_block(self, section: str, text: str) -> list[Record] | None:
        """Return the records of lines of JSON without escapes; None where anything may be wrong.

        It spares most lines a second reading. What pydantic does not see is a key used twice, a number that is none, or
        one that other readers cannot take: as many colons as keys, and numbers of up to 18 digits, tell of neither.
        """
        if "\\" in text or self.faults.is_full:
            return None
        try:
            records: list[Record] = self._checks["facts" if section == LINE else section](f"[{text}]")
        except ValidationError:
            return None
        return records if are_plain(text, records) else None

    def check_record(self, piece: Piece) -> Record | None:
        """Return the record that a piece of a section is, or None after noting why it is none."""
        try:
            record: Record = self._checks[piece.section](f"[{piece.text}]")[0]
        except ValidationError as error:
            self._note_all(piece, error)
            return None
        return record if self._check_dates(piece, type(record), piece.value) else None

    def check_section(self, piece: Piece) -> bool:
        """Whether a top-level key names a section and holds a list."""
        if piece.section in SECTIONS:
            if piece.index is None:
                self._note(piece, "", f"expected a list, found {_show(piece.value)}")
            return piece.index is not None
        if self.faults.is_full:
            self.faults.count += 1
        else:
            self._note(piece, "", _name_unknown(piece.section, (*HEADER, *SECTIONS)))
        return False

    def check_header(self, values: dict[str, Any], *, has_facts: bool) -> Header | None:
        """Return what a base says of itself, or None after noting why it is no header."""
        whole = Piece("", None, 0, "", values, None)  # the path says enough of a header
        if not has_facts:
            self._note(whole, "facts", "the key is missing; expected an object with facts")
        if message := _refuse_format(values.get("tradefacts", 1)):
            self._note(whole, "tradefacts", message)
            values = {**values, "tradefacts": 1}
        try:
            header: Header = self._checks["header"](json.dumps(values))
        except ValidationError as error:
            if not self._has_faulty_header:  # else a key whose value was refused would be missed as well
                self._note_all(whole, error)
            return None
        return header if self._check_dates(whole, Header, values) else None

    def note_fault(self, piece: Piece, fault: JsonFault) -> None:
        """Note what JSON should not hold, at its place inside a piece."""
        self._note(piece, fault.where.removeprefix("."), fault.message)

    def note_repeated(self, block: Block, name: str, line: int) -> None:
        """Note that a record's id was used before, on a line of the same file."""
        message = f"the id {name!r} is used twice, first on line {line}"
        self.faults.add("id_is_repeated", message, layer=self.layer, path=block.path, line=block.line, about=name)

    def _check_dates(self, piece: Piece, record: type[Record], values: dict[str, Any]) -> bool:
        """Whether months and days exist in the calendar; their written form was checked before."""
        is_sound = True
        for key, check in DATED[record].items():
            try:
                if isinstance(text := values.get(key), str):
                    check(text)
            except InvalidPeriodError as error:
                self._note(piece, key, error.message)
                is_sound = False
        return is_sound

    def _note_all(self, piece: Piece, error: ValidationError) -> None:
        # Once enough are kept, the rest are counted: describing each of a million would take minutes.
        found = (
            {}
            if self.faults.is_full
            else {_find_place(fault, piece): fault for fault in error.errors(include_url=False)}
        )
        for place, fault in found.items():
            if self.faults.is_full:
                self.faults.count += 1
            else:
                self._note(piece, place, _in_words(fault, piece))
        self.faults.count += 0 if found else error.error_count()

    def _note(self, piece: Piece, where: str, message: str) -> None:
        about = piece.value.get("id", piece.value.get("code")) if isinstance(piece.value, dict) else None
        self.faults.add(
            "shape_is_wrong",
            message,
            layer=self.layer,
            path=".".join(filter(None, (piece.path.rstrip("."), where))),
            line=piece.line or None,
            about=about if isinstance(about, str) else None,
        )


def _refuse_format(number: object) -> str | None:
    if type(number) is not int or number < 1:
        return f"expected the format number {FORMAT}, found {_show(number)}"
    return f"format {number} is made for a newer tradefacts; upgrade the program" if number > FORMAT else None


def _find_place(fault: Any, piece: Piece) -> str:  # noqa: ANN401 - pydantic's own record of a fault
    """Write the steps to a fault, without those that name a member of a union: they are no keys of the file."""
    if fault["type"].startswith("union_tag"):
        return "kind"
    before = {"": 0, "facts": 2}.get(piece.section, 1)  # the place in the list, and the kind
    steps = fault["loc"][before:]
    written = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps if step not in _TAGS)
    return written.removeprefix(".")


def _in_words(fault: Any, piece: Piece) -> str:  # noqa: ANN401 - pydantic's own record of a fault
    kind, context = fault["type"], fault.get("ctx", {})
    if kind in {"missing", "union_tag_not_found"}:
        is_nullable = piece.section and kind == "missing"
        return "the key is missing; write null where the page does not say" if is_nullable else "the key is missing"
    if kind == "union_tag_invalid":
        return f"unknown kind {_show(context['tag'])}; expected {context['expected_tags']}"
    if kind == "unexpected_keyword_argument":
        return _name_unknown(str(fault["loc"][-1]), _known_keys(piece))
    expected = {"written_form": fault["msg"], "literal_error": context.get("expected")}.get(kind, _KINDS.get(kind))
    return f"expected {expected or 'another kind of value'}, found {_show(fault['input'])}"


def _known_keys(piece: Piece) -> tuple[str, ...]:
    return tuple(get_keys(get_class(piece.section, piece.value) if piece.section else Header))


def _name_unknown(key: str, known: tuple[str, ...]) -> str:
    """Say that a key is unknown, and which one was meant; nobody means a key as long as a sentence."""
    near = did_you_mean(key, known, otherwise="", show=repr) if len(key) <= _LONGEST_KEY else ""
    return f"unknown key {_show(key)}{'; ' if near else ''}{near}"


def _show(value: object) -> str:
    """Show a value as JSON would write it, cut where it would fill the line."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    return shorten(repr(value), _SHOWN)
