"""Which fields of a record point at other records; read off the record classes, so that each is said once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from tradefacts.records import FACTS, RECORDS, Refers

if TYPE_CHECKING:
    from collections.abc import Iterator


Reference = tuple[str, str, tuple[str, ...]]
"""One use of an id or code: the key that holds it, what it names, and the sections where that may stand."""


def find_references(kind: type, stored: dict[str, Any]) -> Iterator[Reference]:
    """Yield every id and code that a record of a kind points at, in the order of its keys."""
    for key, sections in REFERRING[kind].items():
        value = stored[key]
        if isinstance(value, str):
            yield key, value, sections
        elif value:
            for index, target in enumerate(value):
                yield f"{key}[{index}]", target, sections


def _find_sections(kind: object) -> tuple[str, ...]:
    for part in getattr(kind, "__metadata__", ()):
        if isinstance(part, Refers):
            return part.sections
    return next(filter(None, map(_find_sections, get_args(kind))), ())


def _list_referring(record: type) -> dict[str, tuple[str, ...]]:
    hints = get_type_hints(record, include_extras=True)
    return {key: sections for key, hint in hints.items() if (sections := _find_sections(hint))}


REFERRING = {record: _list_referring(record) for record in (*RECORDS.values(), *FACTS.values())}
