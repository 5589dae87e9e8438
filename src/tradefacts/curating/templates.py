"""A template for each kind of record: every key with its description, filled from the built-in base."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradefacts.curating.fields import find_section, list_fields
from tradefacts.factbase import open_base
from tradefacts.text import write_json

if TYPE_CHECKING:
    from collections.abc import Iterator


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
