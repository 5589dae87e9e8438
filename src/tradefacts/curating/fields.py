"""The keys of a record according to its class: description, type, and what they refer to."""

from __future__ import annotations

import json
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter, ValidationError

from tradefacts.basefile.references import REFERRING, find_mark
from tradefacts.errors import InvalidQueryError, UnknownNameError
from tradefacts.factbase import open_base
from tradefacts.forms import Written
from tradefacts.named_tuples import NamedTuple
from tradefacts.names import did_you_mean
from tradefacts.records import FACTS, RECORD_KINDS, RECORDS
from tradefacts.text import write_json

if TYPE_CHECKING:
    from collections.abc import Iterator

KINDS = (*FACTS, *RECORD_KINDS)
"""The kinds of records: the kinds of facts, and one for each other section."""


class Field(NamedTuple):
    """One key of a record."""

    name: str
    description: str
    hint: Any
    choices: tuple[str, ...]
    sections: tuple[str, ...]
    may_be_null: bool
    is_list: bool
    is_number: bool
    is_boolean: bool
    form: Written | None
    """The written form of its text, or of the items of a list."""

    def parse(self, text: str) -> Any:  # noqa: ANN401 - any value
        """Return the value that a curator wrote as text: empty text is null, a list is separated by semicolons."""
        text = text.strip()
        if self.is_list:
            return [part for item in text.split(";") if (part := item.strip())]
        if self.may_be_null and text in {"", "null"}:
            return None
        if self.is_boolean:
            return {"true": True, "false": False}.get(text, text)
        return _parse_number(text) if self.is_number else text

    def check(self, value: object) -> None:
        """Refuse an invalid value.

        Raises:
            InvalidQueryError: the value is invalid; the error says what was expected.
        """
        try:
            _find_adapter(self.hint).validate_json(json.dumps(value), strict=True)
        except ValidationError as error:
            fault = error.errors(include_url=False)[0]
            expected = fault["msg"] if fault["type"] == "written_form" else self.describe()
            raise InvalidQueryError(f"{self.name}: expected {expected}, found {value!r}") from None

    def describe(self) -> str:
        """Return the description, with the possible words if it does not list them."""
        is_said = all(choice in self.description for choice in self.choices)
        return self.description if is_said else f"{self.description} ({', '.join(self.choices)})"


@cache
def _find_adapter(hint: Any) -> TypeAdapter[Any]:  # noqa: ANN401 - any annotation
    return TypeAdapter(hint)


def find_section(kind: str) -> str:
    """Return the section of records of a kind.

    Raises:
        UnknownNameError: there is no such kind.
    """
    if kind not in KINDS:
        raise UnknownNameError(f"unknown kind {kind!r}", hint=did_you_mean(kind, KINDS))
    return RECORD_KINDS.get(kind, "facts")


@cache
def list_fields(kind: str) -> list[Field]:
    """Return the keys of a kind of record, in the order of the file."""
    record: Any = FACTS.get(kind) or RECORDS[RECORD_KINDS[kind]]
    hints = get_type_hints(record, include_extras=True)
    return [_describe(name, hints[name], REFERRING[record].get(name, ())) for name in record.__dataclass_fields__]


def _describe(name: str, hint: Any, sections: tuple[str, ...]) -> Field:  # noqa: ANN401 - any annotation
    # Keys of all facts are described by the base class; a kind redefines `kind` without a description.
    texts = [part for part in getattr(hint, "__metadata__", ()) if isinstance(part, str)]
    parts = _split(hint)
    return Field(
        name=name,
        description=texts[0] if texts else "which kind of fact it is",
        hint=hint,
        choices=tuple(choice for part in parts for choice in get_args(part) if get_origin(part) is Literal),
        sections=sections,
        may_be_null=NoneType in parts,
        is_list=any(get_origin(part) is tuple for part in parts),
        is_number=int in parts,
        is_boolean=bool in parts,
        form=find_mark(hint, Written),
    )


def _split(hint: Any) -> list[Any]:  # noqa: ANN401 - any annotation
    """Return the alternatives of an annotation, without their metadata."""
    if get_origin(hint) is Annotated:
        return _split(get_args(hint)[0])
    if get_origin(hint) in {Union, UnionType}:
        return [part for choice in get_args(hint) for part in _split(choice)]
    return [hint]


def _parse_number(text: str) -> int | float | str:
    """Return a number; other text is returned unchanged, and refused by the check."""
    for read in (int, float):
        try:
            return read(text)
        except ValueError:
            continue
    return text


def format_template(kind: str) -> Iterator[str]:
    """Yield the lines of a template: JSON with comments.

    Raises:
        UnknownNameError: there is no such kind.
    """
    example = _find_example(kind, find_section(kind))
    yield f"// Template of a record: {kind}. Remove the comments to use it in a base,"
    yield f"// or let 'tradefacts add {kind} --into FILE' ask for each key."
    yield "{"
    fields = list_fields(kind)
    for number, field in enumerate(fields, start=1):
        null = "; or null" if field.may_be_null else ""
        yield f"  // {field.describe()}{null}"
        yield f'  "{field.name}": {write_json(example.get(field.name))}{"," if number < len(fields) else ""}'
    yield "}"


def _find_example(kind: str, section: str) -> dict[str, Any]:
    examples = open_base().list_bodies(section, kind)
    empty: dict[str, Any] = {field.name: None for field in list_fields(kind)}
    found = min(
        examples,
        key=lambda record: (sum(value in (None, []) for value in record.values()), len(str(record))),
        default={},
    )
    return empty | found
