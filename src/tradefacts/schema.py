"""The JSON Schemas, generated from the classes: of a base, of a fact for scripts, of every command's output.

Descriptions are those of the fields (`Annotated[…, "…"]`), including inherited ones.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, is_dataclass, make_dataclass
from functools import cache, reduce
from operator import or_
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args, get_origin, get_type_hints

from pydantic import Field, TypeAdapter

from tradefacts.answer import SCHEMA_VERSION
from tradefacts.basefile.validation import ANY_FACT
from tradefacts.commands import NESTED, QUESTIONS, load
from tradefacts.errors import UnknownNameError
from tradefacts.factbase.derived import DERIVED
from tradefacts.findings import Finding
from tradefacts.forms import Date, Written
from tradefacts.names import did_you_mean
from tradefacts.records import FACTS, RECORDS, Header, Record, get_key
from tradefacts.rows.columns import list_columns

if TYPE_CHECKING:
    from tradefacts.rows.columns import Column

_ROW = "-row"
NAMES = ("base", "fact", *QUESTIONS, *(f"{name}{_ROW}" for name in QUESTIONS if name not in NESTED))
"""The published schemas: a base, one fact for scripts, the output of each command and its rows.

The lines of `facts` and `read` are facts.
"""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_Hash = Annotated[str, Written(r"^[0-9a-f]{64}$", "a SHA-256")]


@dataclass(frozen=True)
class Layer(Record):
    """One of the files that were used."""

    name: Annotated[str, "'builtin', or the path as given"]
    as_of: Annotated[Date, "its edition"]
    sha256: Annotated[_Hash, "SHA-256 of its bytes"]


@dataclass(frozen=True)
class Base(Record):
    """The base that was used."""

    layers: Annotated[tuple[Layer, ...], "lowest first"]


def format_schema(name: str) -> str:
    """Return the named schema as JSON with one key per line, for reading and diffs.

    Raises:
        UnknownNameError: there is no schema of that name.
    """
    return json.dumps(make_schema(name), ensure_ascii=False, indent=2)


def make_schema(name: str) -> dict[str, Any]:
    """Return the named JSON Schema (draft 2020-12).

    Raises:
        UnknownNameError: there is no schema of that name.
    """
    if name not in NAMES:
        raise UnknownNameError(f"unknown schema {name!r}", hint=did_you_mean(name, NAMES))
    if name.endswith(_ROW):
        return _make_row(name)
    kind = {"base": _make_base, "fact": _make_fact}.get(name, lambda: _make_envelope(name))()
    classes: dict[str, type] = {}
    _collect(kind, classes)
    # Input can leave out optional keys; output has every key.
    schema = TypeAdapter(kind).json_schema(mode="validation" if name == "base" else "serialization")
    for title, definition in {**schema.get("$defs", {}), schema.get("title", ""): schema}.items():
        _describe(definition, classes.get(title))
    if name in QUESTIONS:
        schema["required"].remove("facts")  # --no-facts leaves them out
    return {"$schema": _DIALECT, **schema, "title": f"tradefacts {name}"}


def _make_row(name: str) -> dict[str, Any]:
    """Return the schema of one row in JSON lines."""
    columns = list_columns(name.removesuffix(_ROW))
    return {
        "$schema": _DIALECT,
        "title": f"tradefacts {name}",
        "type": "object",
        "properties": {column.name: {"description": column.description, **_name_type(column)} for column in columns},
        "required": [column.name for column in columns],
        "additionalProperties": False,
    }


def _name_type(column: Column) -> dict[str, Any]:
    if column.type == "list":
        return {"type": "array", "items": {"type": "string"}}
    name = "string" if column.type == "text" else column.type
    return {"type": [name, "null"] if column.may_be_null else name}


def _make_base() -> Any:  # noqa: ANN401 - a class made here
    sections: list[tuple[str, Any]] = [
        (name, Annotated[tuple[record, ...], f"each: {record.__doc__}"])  # type: ignore[valid-type]  # made at run time
        for name, record in RECORDS.items()
    ]
    claims = ("facts", Annotated[tuple[ANY_FACT, ...], "each: one figure, office or meeting that one page printed"])
    return make_dataclass("FactBase", [*sections, claims], bases=(Header,), frozen=True, kw_only=True)


def _make_fact() -> Any:  # noqa: ANN401 - a union made here
    derived = [(name, Annotated[key.type, key.description]) for name, key in DERIVED.items()]
    kinds = [
        make_dataclass(kind.__name__, derived, bases=(kind,), frozen=True, kw_only=True) for kind in FACTS.values()
    ]
    for made, kind in zip(kinds, FACTS.values(), strict=True):
        made.__doc__ = kind.__doc__
    return Annotated[reduce(or_, kinds), Field(discriminator="kind")]


def _make_envelope(name: str) -> Any:  # noqa: ANN401 - a class made here
    answer = _mirror(load(str(QUESTIONS[name].result)))
    parts: list[tuple[str, Any]] = [
        (
            "schema_version",
            Annotated[Literal[SCHEMA_VERSION], "increases only if a key changes its meaning or is removed"],
        ),
        ("command", Annotated[Literal[name], "the command"]),
        ("query", Annotated[dict[str, Any], "the query as understood: codes, ids, filters"]),
        ("base", Annotated[Base, "the files that were used"]),
        ("answer", Annotated[answer, "the result"]),
        ("facts", Annotated[tuple[_make_fact(), ...], "the claims the answer is based on"]),  # type: ignore[misc]  # made at run time
        ("findings", Annotated[tuple[_mirror(Finding), ...], "faults and contradictions"]),  # type: ignore[misc]  # made at run time
    ]
    return make_dataclass("Envelope", parts, bases=(Record,), frozen=True)


@cache
def _mirror(kind: Any) -> Any:  # noqa: ANN401 - any annotation
    """Return an annotation with named tuples replaced by dataclasses, because they are objects in JSON."""
    if isinstance(kind, type) and hasattr(kind, "_fields"):
        hints = get_type_hints(kind, include_extras=True)
        parts = [(name, _name(name, _mirror(hint))) for name, hint in hints.items()]
        made = make_dataclass(kind.__name__, parts, bases=(Record,), frozen=True)
        made.__doc__ = kind.__doc__
        return made
    arguments = tuple(_mirror(part) for part in get_args(kind))
    if get_origin(kind) is UnionType:
        return reduce(or_, arguments)
    if hasattr(kind, "__metadata__"):
        return Annotated[(_mirror(kind.__origin__), *kind.__metadata__)]
    return get_origin(kind)[arguments] if get_origin(kind) in {tuple, dict} else kind


def _name(name: str, hint: Any) -> Any:  # noqa: ANN401 - any annotation
    """Return an annotation with its key in JSON; keys that are reserved words in Python have an underscore there."""
    return Annotated[hint, Field(serialization_alias=name.rstrip("_"))] if name.endswith("_") else hint


def _collect(kind: Any, found: dict[str, type]) -> None:  # noqa: ANN401 - any annotation
    """Collect the record classes in an annotation, by name."""
    if isinstance(kind, type) and is_dataclass(kind) and kind.__name__ not in found:
        found[kind.__name__] = kind
        for hint in get_type_hints(kind, include_extras=True).values():
            _collect(hint, found)
    for part in get_args(kind):
        _collect(part, found)


def _describe(schema: dict[str, Any], kind: type | None) -> None:
    """Add the descriptions of fields, because pydantic does not read plain text in `Annotated`."""
    if kind is None:
        return
    texts: dict[str, str] = {}
    for parent in reversed(kind.__mro__):  # a field that a child narrows keeps the description in its parent
        for name, hint in get_type_hints(parent, include_extras=True).items():
            said = [part for part in getattr(hint, "__metadata__", ()) if isinstance(part, str)]
            texts |= {get_key(name.rstrip("_")): part for part in said}
    for name, text in texts.items():
        schema["properties"][name]["description"] = text
