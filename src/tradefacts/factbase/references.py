"""Which fields of a record point at other records; read off the record classes, so that each is said once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, get_args, get_type_hints

from tradefacts.records import FACTS, RECORDS, Refers

if TYPE_CHECKING:
    from collections.abc import Iterator


class Reference(NamedTuple):
    """One use of an id or code: the key that holds it, what it names, and where that must stand."""

    key: str
    target: str
    sections: tuple[str, ...]


def find_references(record: object, stored: dict[str, Any]) -> Iterator[Reference]:
    """Yield every id and code that a record points at, in the order of its keys."""
    for key, sections in REFERRING[type(record)].items():
        value = stored.get(key)
        if isinstance(value, str):
            yield Reference(key, value, sections)
        elif value:
            for index, target in enumerate(value):
                yield Reference(f"{key}[{index}]", target, sections)


def _find_sections(kind: object) -> tuple[str, ...]:
    for part in getattr(kind, "__metadata__", ()):
        if isinstance(part, Refers):
            return part.sections
    return next(filter(None, map(_find_sections, get_args(kind))), ())


def _list_referring(record: type) -> dict[str, tuple[str, ...]]:
    hints = get_type_hints(record, include_extras=True)
    return {key: sections for key, hint in hints.items() if (sections := _find_sections(hint))}


REFERRING = {record: _list_referring(record) for record in (*RECORDS.values(), *FACTS.values())}
