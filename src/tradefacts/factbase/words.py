"""What a record can be found by: its names, and the words of its texts, folded as a question's words are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradefacts.places import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_TEXTS = {
    "sources": ("title", "publisher", "origin"),
    "facts": ("name", "venue", "note", "topics", "scope", "whole", "horizon", "attributed_as"),
}
_NAMED = ("id", "code", "name", "aliases", "role")


def find_names(section: str, stored: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each spelling that names a record, folded and as written; a page or a fact has none."""
    if section in _TEXTS:
        return
    spellings = [stored.get("code") or stored["id"], stored["name"], *stored["aliases"]]
    seen: set[str] = set()
    for spelling in spellings:
        folded = fold(spelling)
        if folded not in seen:
            seen.add(folded)
            yield folded, spelling


def find_words(section: str, stored: dict[str, Any]) -> str:
    """Return the folded text by which full-text search finds a record; empty when it has none."""
    parts: list[str] = []
    for key in _TEXTS.get(section, _NAMED):
        value = stored.get(key)
        if isinstance(value, str):
            parts.append(value)
        elif value:
            parts.extend(value)
    return fold(" ".join(parts))
