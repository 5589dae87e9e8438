"""The meanings of a word or sign in a printed figure, from the tables in `languages` and `currencies`."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from tradefacts.figure.currencies import ABBREVIATIONS, CURRENCIES, SIGNS
from tradefacts.figure.languages import COMPOUNDING, EASTERN, LANGUAGES, LONG_SCALE
from tradefacts.figure.tokens import SERIES, Token, define
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Meaning = tuple[Token, ...]
"""One token, or several for a compound."""


class Word(NamedTuple):
    """What a word can mean."""

    meanings: tuple[Meaning, ...]
    languages: frozenset[str] = frozenset()
    """The languages that have it; none for a sign or code."""
    long_meanings: tuple[Meaning, ...] = ()
    """Its meaning in the long scale, if that differs from English: "billion", "bln"."""

    @property
    def is_short(self) -> bool:
        """Whether it is an abbreviation, which a full stop can belong to."""
        return any(meaning[-1].is_short for meaning in self.meanings)


class Entry(NamedTuple):
    """One word of one language, as written in the tables."""

    text: str
    """In lower case, with "_" between the words of a phrase."""
    language: str
    meaning: str
    """The key of the table."""
    is_short: bool = False
    is_stem: bool = False

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Its meanings."""
        return define(self.meaning, is_short=self.is_short)


_BILLION = 9
_SHORTEST_STEM = 2
_LONGEST = 100
"""The most letters of a word with a meaning; German numbers have about 70."""
_MOST_MEANINGS = 100
"""The most meanings of a compound; those of its parts multiply."""
_CODE_LENGTH = 3
_LOWER_CODES = frozenset({"usd", "eur", "gbp", "cny", "rub", "kzt", "kgs", "uzs", "tjs", "tmt"})
_ENDED_ANYWHERE = ("uz", "tg")
"""Languages that add endings to signs and digits; Uzbek has those of all Turkic languages, in both scripts."""
_ELIDING = frozenset({"fr", "it", "es", "ca"})
_RUSSIAN_ADJECTIVES = frozenset({"ный", "ная", "ное", "ного", "ной", "ному", "ным", "ном", "ную"})
_METRIC_LETTERS = frozenset({"k", "m", "м"})
_COMPOUND_KINDS = frozenset({"number", "scale", "times", "percent", "fraction", "and"})
_MARKS = {
    "percent": "% ٪",
    "hyphen": "-",
    "plus": "+",
    "times": "× x",
    "separator": ". , ; : ( ) [ ] · ، 、 、",
    "filler": "\" “ ” „ « » '",
    "part 0.5": "½",
    "part 0.25": "¼",
    "part 0.75": "¾",
    "part 0.2": "⅕",
    "part 0.4": "⅖",
    "part 0.6": "⅗",
    "part 0.8": "⅘",
    "part 0.125": "⅛",
    "part 0.375": "⅜",
    "part 0.625": "⅝",
    "part 0.875": "⅞",
    "part 0.33": "⅓",
    "part 0.333": "⅓",
    "part 0.3333": "⅓",
    "part 0.67": "⅔",
    "part 0.667": "⅔",
    "part 0.6667": "⅔",
}


def iterate_words(language: str) -> Iterator[Entry]:
    """Yield every word of a language with its meanings."""
    for meaning, words in LANGUAGES[language].items():
        if meaning in SERIES:
            for number, forms in zip(SERIES[meaning], words.split(), strict=True):
                name = f"number {number}"
                yield from (Entry(form, language, name) for form in forms.split("|") if form != ".")
        elif meaning != "endings":
            for word in words.split():
                text = word.removesuffix("*")
                is_short = text[-1] == "." and text[-2:] != "_."
                yield Entry(text[:-1] if is_short else text, language, meaning, is_short, word != text)


@lru_cache(1 << 12)
def find_word(folded: str) -> Word | None:
    """Return the meanings of a lower-case word: as listed, with an ending, or as a compound."""
    if len(folded) > _LONGEST:
        return None
    if (entries := _WORDS.get(folded)) is not None:
        return _merge(entries)
    for end in range(len(folded) - 1, _SHORTEST_STEM - 1, -1):
        stems = _STEMS.get(folded[:end], ())
        if found := [entry for entry in stems if _compile_endings(entry.language).fullmatch(folded, end)]:
            return _merge(found)
    return _find_elided(folded) or _find_compound(folded)


@lru_cache(1 << 10)
def find_code(text: str) -> Word | None:
    """Return the currency of a code in capitals, and of the scale word attached to it, if any: "USD", "USDmn"."""
    if "/" in text:
        # The canonical text of a word that several currencies share.
        codes = text.split("/")
        return Word(((Token("money", codes=tuple(codes)),),)) if CURRENCIES.issuperset(codes) else None
    code, rest = text[:_CODE_LENGTH], text[_CODE_LENGTH:]
    if (code not in CURRENCIES or not text.isalpha()) and text not in _LOWER_CODES:
        return None
    money = define(f"money {code.upper()}")
    if not rest:
        return Word((money,))
    scales = tuple((*money, token) for token in _find_beside_sign(rest.casefold()) if token.kind == "scale")
    return Word(scales) if scales else None


@lru_cache(1 << 10)
def find_sign(folded: str) -> Word | None:
    """Return the meanings of a sign with its letters: "%", "a$", "$us", "md€"."""
    if (tokens := _SIGNS.get(folded) or _SIGNS.get(folded.replace("-", ""))) is not None:
        return Word(tuple((token,) for token in tokens))
    found = _SIGN_WITH_LETTERS.fullmatch(folded)
    if found is None:
        return None
    before, sign, after = found.groups()
    if not before and len(after) > 1 and is_ending(after):
        return find_sign(sign)
    # Letters that are not a country are a scale word: "us$m", "m$us", "md€", "$bn". "B$" can be either, and is refused.
    for mark, letters, is_first in ((before + sign, after, False), (sign + after, before, True)):
        if mark in _SIGNS and (letters in _METRIC_LETTERS or len(letters) > is_first):
            others = _find_beside_sign(letters)
            (money,) = _SIGNS[mark]
            return Word(tuple((word, money) if is_first else (money, word) for word in others)) if others else None
    return None


def is_ending(letters: str) -> bool:
    """Whether letters after a sign, number or abbreviation are an ending in some language."""
    # "5%до" means "up to" in Russian; "5%-ный" is an adjective.
    if letters in _RUSSIAN_ADJECTIVES:
        return True
    return letters != "до" and any(_compile_endings(language).fullmatch(letters) for language in _ENDED_ANYWHERE)


def _find_beside_sign(folded: str) -> tuple[Token, ...]:
    """Return the meanings of a word that can be attached to a currency: scales and countries."""
    word = find_word(folded)
    return tuple(first for first, *_ in word.meanings if first.kind in {"scale", "of"}) if word is not None else ()


def _find_elided(folded: str) -> Word | None:
    """Find a word after an elided article ("d'euros") or an Arabic "and", or before a separate ending."""
    if folded[1:2] == "'" and folded[0] in {"d", "l"}:
        word = find_word(folded[2:])
        return word._replace(languages=_ELIDING) if word is not None else None
    if folded[0] == "و" and (word := find_word(folded[1:])) is not None:
        return Word(tuple((Token("and"), *meaning) for meaning in word.meanings), word.languages)
    head, _, ending = folded.rpartition("'")
    return find_word(head) if head and is_ending(ending) else None


def _find_compound(folded: str) -> Word | None:
    """Split a word into known ones: "亿美元", "zweieinhalb", "fivefold"."""
    if "\u3040" <= folded[0] <= "\ud7a3":
        meanings = _cut(folded, _list_eastern_parts())
        return Word(meanings, frozenset(EASTERN)) if meanings else None
    for language in COMPOUNDING:
        meanings = _cut(folded, _list_parts(language))
        if meanings and meanings[0][0].kind in {"number", "scale"}:
            return Word(meanings, frozenset({language}))
    return None


def _cut(word: str, parts: dict[str, tuple[Token, ...]]) -> tuple[Meaning, ...]:
    """Return the meanings of a word split into known parts, the longest first; nothing if there is no way to do so."""
    meanings: dict[int, tuple[Meaning, ...]] = {len(word): ((),)}  # of what follows a place, the last place first
    for start in reversed(range(len(word))):
        for end, others in meanings.items():
            first = parts.get(word[start:end], ())
            if first and len(first) * len(others) <= _MOST_MEANINGS:
                meanings[start] = tuple((token, *rest) for token in first for rest in others)
                break
    return meanings.get(0, ())


def _merge(entries: Iterable[Entry]) -> Word:
    """Return the meanings of entries of several languages, each once."""
    usual: dict[Meaning, None] = {}
    by_long_scale: dict[Meaning, None] = {}
    languages = set()
    for entry in entries:
        tokens = entry.tokens
        languages.add(entry.language)
        is_long = entry.language in LONG_SCALE and tokens[0].exponent > _BILLION
        (by_long_scale if is_long else usual).update(((token,), None) for token in tokens)
    if not usual:
        usual, by_long_scale = by_long_scale, {}
    return Word(tuple(usual), frozenset(filter(None, languages)), tuple(by_long_scale))


@cache
def _compile_endings(language: str) -> re.Pattern[str]:
    return re.compile(LANGUAGES[language]["endings"])


@cache
def _list_parts(language: str) -> dict[str, tuple[Token, ...]]:
    """Return the parts of compounds in a language: numbers and the words they count, in every form."""
    parts = {}
    for entry in iterate_words(language):
        if entry.meaning.partition(" ")[0] in _COMPOUND_KINDS or entry.meaning in SERIES:
            # Endings of these languages are a plain list, except in Turkish, which needs none here.
            endings = LANGUAGES[language].get("endings", "").split("|") if entry.is_stem and language != "tr" else ()
            parts.update({entry.text + ending: entry.tokens for ending in ("", *endings)})
    return parts


@cache
def _list_eastern_parts() -> dict[str, tuple[Token, ...]]:
    """Return the words of the languages that write without spaces."""
    words = {entry.text for language in EASTERN for entry in iterate_words(language)}
    return {word: tuple(token for (token,) in _merge(_WORDS[word]).meanings) for word in words if "_" not in word}


def _read_meanings(table: dict[str, str], kind: str = "") -> dict[str, tuple[Token, ...]]:
    """Return the tokens of each sign in a table; a sign under several keys has several."""
    meanings: dict[str, tuple[Token, ...]] = {}
    for meaning, signs in table.items():
        for sign in signs.split():
            tokens = define(f"{kind} {meaning}".strip(), is_short=sign[0].isalpha() and sign[-1].isalpha())
            meanings[sign] = (*meanings.get(sign, ()), *tokens)
    return meanings


_SIGNS = {**_read_meanings(_MARKS), **_read_meanings(SIGNS, "money")}
MONEY_SIGNS = "".join(sorted({sign for sign in "".join(SIGNS.values()) if not sign.isalnum() and not sign.isspace()}))
"""Every sign of a currency, without the letters of its country."""
_SIGN_WITH_LETTERS = re.compile(rf"([^\W\d_]*)-?([{re.escape(MONEY_SIGNS)}])([^\W\d_]*)")

PHRASES: dict[str, list[tuple[list[str], Word]]] = {}
"""First word of each phrase → the other words and what it means, the longest first."""
_WORDS: dict[str, list[Entry]] = {}
_STEMS: dict[str, list[Entry]] = {}


def _fill_tables() -> None:
    """Fill the tables above with the words of all languages."""
    phrases: dict[str, list[Entry]] = {}
    for language in LANGUAGES:
        for entry in iterate_words(language):
            (phrases if "_" in entry.text else _WORDS).setdefault(entry.text, []).append(entry)
            if entry.is_stem:
                _STEMS.setdefault(entry.text, []).append(entry)
    for name, words in ABBREVIATIONS.items():
        for word in words.split():
            _WORDS.setdefault(word, []).append(Entry(word, "", f"money {name}", is_short=True))
    for phrase in sorted(phrases, key=len, reverse=True):
        first, *others = phrase.split("_")
        PHRASES.setdefault(first, []).append((others, _merge(phrases[phrase])))


_fill_tables()
