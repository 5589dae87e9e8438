"""The words of trade news by language. To add a language, write a folder like `english` and add it to `LANGUAGES`.

In the tables of cues, each key is a word class (`classes`), each value its words in lower case, with "е" for "ё";
`word*` takes any ending, `a_b` is two words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.article.words.english import ENGLISH
from tradefacts.article.words.russian import RUSSIAN
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from tradefacts.article.words.language import Inflection, Language

LANGUAGES: dict[str, Language] = {"en": ENGLISH, "ru": RUSSIAN}


class GroupNoun(NamedTuple):
    """A noun that may refer to a group named before."""

    groups: frozenset[str]
    determiners: frozenset[str]
    """One of them has to precede it; empty if none is needed."""


GROUP_NOUNS = {
    noun: GroupNoun(frozenset(groups.split()), frozenset(language.rules["determiners"].split()))
    for language in LANGUAGES.values()
    for nouns, groups in language.group_nouns.items()
    for noun in nouns.split()
}
_INFLECTIONS = {
    letter: language.inflection
    for language in LANGUAGES.values()
    if language.inflection is not None
    for letter in language.inflection.letters
}
MEMBERS = {
    group: frozenset(codes.split())
    for group, codes in {
        "CA5": "KZ KG TJ TM UZ",
        "CIS": "KZ KG TJ TM UZ RU BY AM AZ MD",
        "EAEU": "KZ KG RU BY AM",
        "EU": "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK",
        "SCO": "CN RU KZ KG TJ UZ IN PK IR BY",
    }.items()
}
"""The places of each group."""
REPUBLICS = MEMBERS["CA5"] | {"AM", "AZ", "BY", "GE", "MD"}
"""The places that "the republic" may mean in a text that names one of them."""


def get_words(name: str) -> frozenset[str]:
    """Return the words of all languages that a rule calls by a name."""
    return frozenset(word for language in LANGUAGES.values() for word in language.rules[name].split())


def get_phrases(name: str) -> frozenset[tuple[str, ...]]:
    """Return the same as phrases: `a_b` is two words."""
    return frozenset(tuple(words.split("_")) for words in get_words(name))


def get_stems(name: str) -> tuple[str, ...]:
    """Return the same as stems or endings, for `str.startswith` and `str.endswith`."""
    return tuple(sorted(get_words(name)))


def get_pattern(name: str) -> str:
    """Return the same as the alternatives of a regular expression."""
    return "|".join(pattern for language in LANGUAGES.values() if (pattern := language.rules[name]))


def find_inflection(word: str) -> Inflection | None:
    """Return how a word is inflected, by its first letter; None if it is not."""
    return _INFLECTIONS.get(word[:1])
