"""What a name may mean where no record is called exactly so: other word orders, patronymics, two places in one word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SMALL_WORDS = frozenset(["the", "of"])
_HYPHENS = "-‐‑‒–—−/"
_MOST_ADDED = 2
"""A patronymic is one word, or two: Heydar oglu."""


def find_by_words(name: str, named: Iterable[tuple[str, str]]) -> list[str]:
    """Return the ids called by the words of `name` in any order, sorted; `named` holds folded names and ids.

    "Kazakhstan, Republic of" is the Republic of Kazakhstan.
    """
    words = _split(name)
    return sorted({record for known, record in named if len(words) > 1 and _split(known) == words})


def find_by_patronymic(name: str, people: Iterable[tuple[str, str]]) -> list[str]:
    """Return the ids of people whose name differs from `name` by a patronymic, in any order of words, sorted."""
    words = set(_split(name))
    found = set()
    for known, person in people:
        other = set(_split(known))
        fewer, more = sorted((words, other), key=len)
        if len(fewer) > 1 and fewer < more and len(more) - len(fewer) <= _MOST_ADDED:
            found.add(person)
    return sorted(found)


def split_pair(name: str) -> Iterator[tuple[str, str]]:
    """Yield the two names at each hyphen or slash of `name`, from the left: `KZ-KG`, `Guinea-Bissau–China`."""
    for position, sign in enumerate(name):
        first, second = name[:position].strip(), name[position + 1 :].strip()
        if sign in _HYPHENS and first and second:
            yield first, second


def _split(name: str) -> list[str]:
    return sorted(word for word in fold(name).split() if word not in _SMALL_WORDS)
