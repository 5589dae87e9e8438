"""The words of trade news by language. To add a language, write a folder like `english` and add it to `LANGUAGES`.

In the tables of cues, each key is a word class, each value its words in lower case, with "е" for "ё"; `word*` takes any
ending, `a_b` is two words. A word may be in several classes. The classes:

| class | meaning |
|---|---|
| turnover, export, import, balance, sell, buy | a flow, or a verb of trading |
| goal | a noun for a target |
| share, rise, fall, level, target, forecast | the kind of a percentage or an amount |
| against, same, repeat, reach | comparison with an earlier figure; a repeated figure; a volume that was reached |
| total, foreign | all goods of a country |
| invest, cargo, goods, region, company, price, people, service, economy, points, denial | not a trade claim |
| unit | nouns that are counted |
| body, official | the reporter; the speaker |
| mask | phrases in which a word of another class means something else |
| incoming | shipments that are imports |
| member | one place of a group, named before: "the Central Asian country" |
| office | ministries and chambers, whose names contain words of other classes |
| about, over, under | bounds |
| home, us | the place that a text is about; the speaker's |
| mutual, reverse, wares | trade of two places; the opposite direction; goods of any sort |
| agent | who sells or buys: "the largest supplier" |
| non_oil | all trade of a country that counts it without oil |
| outlet | after a flow, where goods go to or come from: "export markets" |
| authority | a bank that counts trade |
| partner | who trades with the owner: "Kyrgyzstan's main partner" |
| first, second, respectively, inside | order; trade inside a group |
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
