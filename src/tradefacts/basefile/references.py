"""Which keys of a record refer to other records, according to the record classes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_type_hints

from tradefacts.forms import Refers
from tradefacts.records import FACTS, RECORDS

if TYPE_CHECKING:
    from collections.abc import Iterator


Mark = TypeVar("Mark")
Reference = tuple[str, str, tuple[str, ...]]
"""One use of an id or code: its key, its value, and the sections it can refer to."""


def find_references(kind: type, stored: dict[str, Any]) -> Iterator[Reference]:
    """Yield every id and code that a record of a class refers to, in the order of its keys."""
    for key, sections in REFERRING[kind].items():
        value = stored.get(key)
        if isinstance(value, str):
            yield key, value, sections
        elif value:
            for index, target in enumerate(value):
                yield f"{key}[{index}]", target, sections


def find_mark(hint: object, mark: type[Mark]) -> Mark | None:
    """Return the first mark of a class in the metadata of an annotation, or of a part of it."""
    for part in getattr(hint, "__metadata__", ()):
        if isinstance(part, mark):
            return part
    return next(filter(None, (find_mark(part, mark) for part in get_args(hint))), None)


def find_marks(record: type, mark: type[Mark]) -> dict[str, Mark]:
    """Return the keys of a class whose annotation has a mark, and the mark of each."""
    hints = get_type_hints(record, include_extras=True)
    return {key: found for key, hint in hints.items() if (found := find_mark(hint, mark))}


REFERRING = {
    record: {key: mark.sections for key, mark in find_marks(record, Refers).items()}
    for record in (*RECORDS.values(), *FACTS.values())
}
"""For each class, the keys with an id or code, and the sections that each refers to."""
