"""What a record can be found by: its names, and the words of its texts, folded as a question's words are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradefacts.basefile.references import find_marks
from tradefacts.forms import TEXT, Written
from tradefacts.names import fold
from tradefacts.records import FACTS, RECORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.records import Record

_TEXT_KEYS = {
    record: tuple(key for key, form in find_marks(record, Written).items() if form == TEXT)
    for record in (*RECORDS.values(), *FACTS.values())
}
"""For each class, the keys that hold names and words rather than ids, dates or figures."""


def find_names(stored: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each spelling that names a record, folded and as written; a page or a fact has none."""
    if "aliases" not in stored:
        return
    spellings = [stored.get("code") or stored["id"], stored["name"], *stored["aliases"]]
    seen: set[str] = set()
    for spelling in spellings:
        folded = fold(spelling)
        if folded not in seen:
            seen.add(folded)
            yield folded, spelling


def find_words(record: type[Record], stored: dict[str, Any]) -> str:
    """Return the folded text by which full-text search finds a record; empty when it has none."""
    parts: list[str] = [stored.get("code") or stored["id"]] if "aliases" in stored else []
    for key in _TEXT_KEYS[record]:
        value = stored.get(key)
        if isinstance(value, str):
            parts.append(value)
        elif value:
            parts.extend(value)
    return fold(" ".join(parts)) if parts else ""
