"""Check the shape of each record against the classes in `records`, and say in plain words what is wrong.

Pydantic does the checking; its own wording never reaches a user.
"""

from __future__ import annotations

import json
from collections import Counter
from functools import cache, lru_cache, reduce
from operator import or_
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_type_hints

from pydantic import Field, TypeAdapter, ValidationError

from tradefacts.basefile.json_stream import LINE, Piece
from tradefacts.basefile.references import find_marks
from tradefacts.errors import InvalidPeriodError
from tradefacts.forms import DATE, MONTHS, Written
from tradefacts.names import did_you_mean
from tradefacts.period import Period, check_date
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
# Many records hold the same dates, which are checked once; the bound keeps odd bases from filling the memory.
_CALENDAR: dict[Written, Callable[[str], object]] = {
    DATE: lru_cache(8192)(check_date),
    MONTHS: lru_cache(8192)(Period.parse),
}
_CLASSES: tuple[type[Record], ...] = (Header, *RECORDS.values(), *FACTS.values())
_DATED: dict[type[Record], dict[str, Callable[[str], object]]] = {
    record: {key: _CALENDAR[form] for key, form in find_marks(record, Written).items() if form in _CALENDAR}
    for record in _CLASSES
}
"""For each class, the keys that hold dates or months, and what checks that the calendar has them."""
ANY_FACT: Any = Annotated[reduce(or_, FACTS.values()), Field(discriminator="kind")]
"""A fact of any kind, as pydantic has it."""

_LARGEST = 10**18
"""What has more digits than this does not fit the integers of other readers."""


def _count_keys(record: type[Record]) -> tuple[int, tuple[str, ...], tuple[str, ...]]:
    """Return how many keys a record must have, those that it may have as written, and which hold numbers."""
    optional = tuple(f'"{key}":' for key, is_optional in get_keys(record).items() if is_optional)
    hints = {key: {hint, *get_args(hint)} for key, hint in get_type_hints(record).items()}
    return len(hints) - len(optional), optional, tuple(key for key in hints if hints[key] & {int, float})


_COUNTED = {record: _count_keys(record) for record in _CLASSES}

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
    """Return what turns the text of a record into the record, by section; `header` for the base itself."""
    kinds: dict[str, Any] = {**RECORDS, "facts": ANY_FACT, "header": Header}
    return {name: TypeAdapter(kind).validator.validate_json for name, kind in kinds.items()}


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

    def read_records(self, stream: JsonStream) -> Iterator[tuple[Piece, Record]]:
        """Yield each sound record with the piece it was read from, noting every fault, and gather the header.

        Raises:
            FactBaseError: the file is not JSON.
        """
        for read in stream.read_pieces(set(SECTIONS), self._read_line):
            is_line = read.section == LINE and read.index is not None  # a file can have an empty key as well
            piece = self._find_section(read) if is_line else read
            if piece.record is not None:
                if self._check_dates(piece, type(piece.record), piece.value):
                    yield piece, piece.record
            elif piece.fault is not None:
                self.note_fault(piece, piece.fault)
                self._has_faulty_header |= piece.section in HEADER
            elif piece.section in HEADER:
                self.header[piece.section] = piece.value
            elif self.check_section(piece) and (record := self.check_record(piece)) is not None:
                yield piece._replace(value={**vars(record)}), record

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

    def _read_line(self, section: str, text: str) -> Record | None:
        """Return the record of a line of JSON without escapes or objects in it; None where anything may be wrong.

        It spares most lines a second reading. What pydantic does not see is a key used twice, a number that is none, or
        one that other readers cannot take: as many colons as keys, each directly after its key, and numbers of up to
        18 digits, tell of neither.
        """
        if "\\" in text or '" ' in text or "\t" in text or text.count("{") > 1 or self.faults.is_full:
            return None
        try:
            record: Record = self._checks[section if section != LINE else "facts"](text)
        except ValidationError:
            return None
        keys, optional, numbers = _COUNTED[type(record)]
        if (colons := text.count('":')) != keys and colons != keys + sum(key in text for key in optional):
            return None
        values = vars(record)
        for key in numbers:
            if (number := values[key]) is not None and not -_LARGEST < number < _LARGEST:
                return None
        return record

    def check_record(self, piece: Piece) -> Record | None:
        """Return the record that a piece of a section is, or None after noting why it is none."""
        try:
            record: Record = self._checks[piece.section](piece.text)
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

    def note_repeated(self, piece: Piece, name: str, line: int) -> None:
        """Note that a record's id was used before, on a line of the same file."""
        message = f"the id {name!r} is used twice, first on line {line}"
        self.faults.add("id_is_repeated", message, layer=self.layer, path=piece.path, line=piece.line, about=name)

    def _check_dates(self, piece: Piece, record: type[Record], values: dict[str, Any]) -> bool:
        """Whether months and days exist in the calendar; their written form was checked before."""
        is_sound = True
        for key, check in _DATED[record].items():
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
    steps = fault["loc"][1:] if piece.section == "facts" else fault["loc"]
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
