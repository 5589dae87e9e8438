"""A template of each kind of record: every key with its description, and the fullest record of the shipped base."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tradefacts.curating.fields import find_section, list_fields
from tradefacts.factbase import open_base
from tradefacts.text import write_json

if TYPE_CHECKING:
    from collections.abc import Iterator


def write_template(kind: str) -> Iterator[str]:
    """Yield the lines of a template: JSON with comments.

    Raises:
        UnknownNameError: there is no such kind.
    """
    example = _find_example(kind, find_section(kind))
    yield f"// Template of a record: {kind}. JSON with comments, which no base holds: take them out,"
    yield f"// or let 'tradefacts new {kind} --into FILE' ask for each key."
    yield "{"
    fields = list_fields(kind)
    for number, field in enumerate(fields, start=1):
        null = "; or null" if field.may_be_null else ""
        yield f"  // {field.describe()}{null}"
        yield f'  "{field.name}": {write_json(example.get(field.name))}{"," if number < len(fields) else ""}'
    yield "}"


def _find_example(kind: str, section: str) -> dict[str, Any]:
    base = open_base()
    if section == "facts":
        rows = base.rows("SELECT body || '}' FROM facts WHERE kind = ? ORDER BY id", (kind,))
    else:
        rows = base.rows("SELECT body FROM records WHERE section = ? ORDER BY id", (section,))
    examples: list[dict[str, Any]] = [json.loads(body) for (body,) in rows]
    return min(examples, key=lambda one: (sum(value in (None, []) for value in one.values()), len(str(one))))
