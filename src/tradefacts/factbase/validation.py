"""Check the shape of each record against the classes in `records`, and say in plain words what is wrong.

Pydantic does the checking; its own wording never reaches a user.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field, TypeAdapter, ValidationError

from tradefacts.errors import InvalidPeriodError
from tradefacts.factbase.reading import Piece
from tradefacts.period import Period, check_date
from tradefacts.places import suggest
from tradefacts.records import FACTS, RECORDS, AnyFact, Header

if TYPE_CHECKING:
    from tradefacts.factbase.faults import Faults
    from tradefacts.factbase.strictness import Flaw
    from tradefacts.records import Record

SECTIONS = (*RECORDS, "facts")
HEADER = ("tradefacts", "as_of", "title", "licence")

_TAGS = ("int", "float")
_MONTHS = ("period", "base_period")
_DATES = ("as_of", "published", "by", "date", "start", "end", "seen_on")
_KINDS = {
    "string_type": "text",
    "int_type": "a whole number",
    "float_type": "a number",
    "dict_type": "an object",
    "dataclass_type": "an object",
    "tuple_type": "a list",
    "list_type": "a list",
}


class Validator:
    """Turns pieces of one layer into records, noting every fault."""

    def __init__(self, layer: str, faults: Faults) -> None:
        """Build the checks once; `layer` is the name that faults are shown under."""
        self.layer = layer
        self.faults = faults
        self._checks: dict[str, TypeAdapter[Any]] = {name: TypeAdapter(kind) for name, kind in RECORDS.items()}
        self._checks["facts"] = TypeAdapter(Annotated[AnyFact, Field(discriminator="kind")])

    def check_record(self, piece: Piece) -> Record | None:
        """Return the record that a piece of a section is, or None after noting why it is none."""
        try:
            record: Record = self._checks[piece.section].validate_json(piece.text)
        except ValidationError as error:
            self._note_all(piece, error)
            return None
        return record if self._check_dates(piece, piece.value) else None

    def check_section(self, piece: Piece) -> bool:
        """Whether a top-level key names a section and holds a list."""
        if piece.section in SECTIONS:
            if piece.index is None:
                self._note(piece, "", f"expected a list, found {_show(piece.value)}")
            return piece.index is not None
        self._note(piece, "", f"unknown key {piece.section!r}{_did_you_mean(piece.section, (*HEADER, *SECTIONS))}")
        return False

    def check_header(self, values: dict[str, Any], *, has_facts: bool) -> Header | None:
        """Return what a base says of itself, or None after noting why it is no header."""
        whole = Piece("", None, 1, "", values, None)
        if not has_facts:
            self._note(whole, "facts", "the key is missing; expected an object with facts")
        if message := _refuse_format(values.get("tradefacts", 1)):
            self._note(whole, "tradefacts", message)
            values = {**values, "tradefacts": 1}
        try:
            header: Header = TypeAdapter(Header).validate_json(json.dumps(values))
        except ValidationError as error:
            self._note_all(whole, error)
            return None
        return header if self._check_dates(whole, values) else None

    def note_flaw(self, piece: Piece, flaw: Flaw) -> None:
        """Note what JSON should not hold, at its place inside a piece."""
        self._note(piece, flaw.where.removeprefix("."), flaw.message)

    def _check_dates(self, piece: Piece, values: dict[str, Any]) -> bool:
        """Whether months and days exist in the calendar; their written form was checked before."""
        is_sound = True
        for keys, check in ((_MONTHS, Period.parse), (_DATES, check_date)):
            for key in keys:
                try:
                    if (text := values.get(key)) is not None:
                        check(text)
                except InvalidPeriodError as error:
                    self._note(piece, key, error.message)
                    is_sound = False
        return is_sound

    def _note_all(self, piece: Piece, error: ValidationError) -> None:
        if self.faults.is_full:
            self.faults.count += error.error_count()
            return
        for fault in error.errors(include_url=False):
            # The first step names the member of the union of facts, which is no key of the file.
            steps = fault["loc"][1:] if piece.section == "facts" else fault["loc"]
            self._note(piece, _join(steps), _in_words(fault, piece))

    def _note(self, piece: Piece, where: str, message: str) -> None:
        about = piece.value.get("id", piece.value.get("code")) if isinstance(piece.value, dict) else None
        self.faults.add(
            "shape_is_wrong",
            message,
            layer=self.layer,
            path=".".join(filter(None, (piece.path.rstrip("."), where))),
            line=piece.line,
            about=about if isinstance(about, str) else None,
        )


def _refuse_format(number: object) -> str | None:
    if type(number) is not int or number < 1:
        return f"expected the format number 1, found {_show(number)}"
    return f"format {number} is made for a newer tradefacts; upgrade the program" if number > 1 else None


def _join(steps: tuple[int | str, ...]) -> str:
    """Write the steps of a place; the members of `int | float` that pydantic names in between are left out."""
    written = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps if step not in _TAGS)
    return written.removeprefix(".")


def _in_words(fault: Any, piece: Piece) -> str:  # noqa: ANN401 - pydantic's own record of a fault
    kind, found = fault["type"], _show(fault.get("input"))
    if kind == "missing":
        return "the key is missing; write null where the page does not say"
    if kind in {"unexpected_keyword_argument", "extra_forbidden"}:
        key = str(fault["loc"][-1])
        known = _known_keys(piece)
        return f"unknown key {key!r}{_did_you_mean(key, known)}"
    if kind == "written_form":
        return f"expected {fault['msg']}, found {found}"
    if kind == "literal_error":
        return f"expected {fault['ctx']['expected']}, found {found}"
    if kind == "union_tag_not_found":
        return "the key 'kind' is missing"
    if kind == "union_tag_invalid":
        return f"unknown kind {fault['ctx']['tag']!r}; expected {fault['ctx']['expected_tags']}"
    return f"expected {_KINDS.get(kind, 'another kind of value')}, found {found}"


def _known_keys(piece: Piece) -> tuple[str, ...]:
    kind = FACTS[piece.value["kind"]] if piece.section == "facts" else RECORDS.get(piece.section, Header)
    return tuple(kind.__dataclass_fields__)  # type: ignore[attr-defined]  # every record is a dataclass


def _did_you_mean(key: str, known: tuple[str, ...]) -> str:
    near = suggest(key.replace("_", " "), [name.replace("_", " ") for name in known], count=1)
    return f"; did you mean '{near[0].replace(' ', '_')}'?" if near else ""


def _show(value: object) -> str:
    """Show a value as JSON would write it, cut where it would fill the line."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:59]}…"  # noqa: PLR2004 - what fits beside the rest
