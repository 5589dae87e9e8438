"""Find the words of the tables in a text: each token gets the classes of the longest entry that begins there."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tradefacts.article.words import LANGUAGES, find_inflection, get_words
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tradefacts.article.cutting import Token

_LONGEST_ENDING = 12
_SHORTEST_STEM = 2
_SHORTEST_NAME = 1
"""The "U" of "U.S."."""
_SHORT_NAME = 3
"""Names up to this length are abbreviations and are written in capitals."""
_LOWER = get_words("lower_names")


class PlaceName(NamedTuple):
    """A name of a place in a table."""

    code: str
    form: str
    """`noun`, `adjective`, `capital` or `office`."""


class Lexicon(NamedTuple):
    """Entries by their first word: exact words, and stems that take any ending."""

    exact: dict[str, list[tuple[tuple[str, ...], str]]]
    stems: dict[str, list[tuple[tuple[str, ...], str]]]

    def add(self, entry: str, name: str) -> None:
        """Add an entry of a table."""
        first, *others = [part for part in re.split("[_-]", entry) if part]
        table = self.stems if first.endswith("*") else self.exact
        table.setdefault(first.removesuffix("*"), []).append((tuple(others), name))

    def find(self, tokens: list[Token], index: int) -> Iterator[tuple[int, str]]:
        """Yield every entry that begins at a token: where it ends (half open) and its name."""
        low = tokens[index].low
        for others, name in self.exact.get(low, ()):
            if (end := _match(tokens, index, others)) is not None:
                yield end, name
        for length in range(max(_SHORTEST_STEM, len(low) - _LONGEST_ENDING), len(low) + 1):
            for others, name in self.stems.get(low[:length], ()):
                if (end := _match(tokens, index, others)) is not None:
                    yield end, name


@cache
def get_cues() -> Lexicon:
    """Return the word classes of all languages."""
    lexicon = Lexicon({}, {})
    for language in LANGUAGES.values():
        for name, words in language.cues.items():
            for word in words.split():
                lexicon.add(word, name)
    return lexicon


class PlaceNames:
    """The names of places: those of the word tables in every inflected form, and the exact names of a base."""

    def __init__(self, names: Mapping[str, str]) -> None:
        """Collect the names of all languages, and those of a base for places that are not in the tables."""
        self._entries: dict[str, list[tuple[tuple[str, ...], PlaceName]]] = {}
        known = {code for language in LANGUAGES.values() for code in language.places}
        for language in LANGUAGES.values():
            for code, words in language.places.items():
                for word in words.split():
                    self._add(word, code)
        for name, code in names.items():
            if code not in known:
                self._add("_".join(name.casefold().split()), code)

    def _add(self, word: str, code: str) -> None:
        form = {"=": "adjective", "~": "capital", "!": "office"}.get(word[-1], "noun")
        first, *others = re.split("[_-]", word)
        name = PlaceName(code, form)
        self._entries.setdefault(first.rstrip("=~!"), []).append((tuple(word.rstrip("=~!") for word in others), name))

    def find(self, tokens: list[Token], index: int) -> tuple[int, PlaceName, str] | None:
        """Return the longest name that begins at a token: its end, the name, and the ending of its last word."""
        token = tokens[index]
        if not token.text[0].isupper() and find_inflection(token.low) is None and token.low not in _LOWER:
            return None
        best: tuple[int, PlaceName, str] | None = None
        for length in range(len(token.low), _SHORTEST_NAME - 1, -1):
            for others, name in self._entries.get(token.low[:length], ()):
                found = _match_name(tokens, index, (token.low[:length], *others), name)
                if found is not None and (best is None or found[0] > best[0]):
                    best = found[0], name, found[1]
            if best is not None:
                return best
        return None


def _match(tokens: list[Token], index: int, others: Iterable[str]) -> int | None:
    """Return where a phrase whose first word is at a token ends; hyphens between words are skipped."""
    position = index
    for word in others:
        position += 1
        while position < len(tokens) and tokens[position].text in {"-", "‑"}:
            position += 1
        if position >= len(tokens):
            return None
        low = tokens[position].low
        if low != word and not (word.endswith("*") and low.startswith(word[:-1])):
            return None
    return position + 1


def _match_name(tokens: list[Token], index: int, parts: tuple[str, ...], name: PlaceName) -> tuple[int, str] | None:
    position, ending = index - 1, ""
    for number, part in enumerate(parts):
        position += 1
        while number and position < len(tokens) and tokens[position].text in {"-", "‑", "."}:
            position += 1
        if position >= len(tokens):
            return None
        token = tokens[position]
        if not token.low.startswith(part):
            return None
        ending = token.low[len(part) :]
        if not _may_end(token, part, ending, name, is_alone=len(parts) == 1):
            return None
    return position + 1, ending


def _may_end(token: Token, part: str, ending: str, name: PlaceName, *, is_alone: bool) -> bool:
    if is_alone and len(token.text) <= _SHORT_NAME:
        return token.text.isupper() and not ending
    if not ending:
        return True
    inflection = find_inflection(part)
    if inflection is None:
        return False
    return ending in inflection.nouns or (
        ending in inflection.adjectives and (name.form == "adjective" or not is_alone)
    )
