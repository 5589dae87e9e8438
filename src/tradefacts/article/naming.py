"""Find the places of a text, and the grammatical form of each."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tradefacts.article.lexicon import PlaceName, PlaceNames
from tradefacts.article.words import GROUP_NOUNS, MEMBERS, find_inflection, get_stems, get_words
from tradefacts.article.words.classes import FLOW_CUES
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradefacts.article.cutting import Cut, Token
    from tradefacts.article.tables import Tables

_PREPOSITIONS = get_words("prepositions")
_BEFORE_NAMES = get_words("before_names")
_STATES = get_words("states")
_OF, _THE = get_words("of"), get_words("the")
_ADJUNCTS, _BEFORE_STATES = _BEFORE_NAMES - _OF, _BEFORE_NAMES | get_words("other")
_JOINS = get_words("and") | get_words("or") | {","}
_DATELINE_ENDS = frozenset({".", ",", "–", "—", "-"})
_REGIONAL = get_stems("regional")
"""Endings of an adjective that names a part of a country: "Самаркандский регион"."""
_US, _OF_THE_US = get_words("united_states"), get_words("of_united_states") | {"$"}
"""What is named after the United States without being about their trade: "US dollars"."""
_US_BEHIND, _BEFORE_US = get_words("united_states_behind"), get_stems("before_united_states")
"""The same with the name after the noun: "долларов США"."""
_QUARTERS = get_words("compass")
"""Before a hyphen, they make the name of a region: "Восточно-Казахстанская область"."""
_TITLES = get_words("titles")
_SHARED_OFFICES = get_stems("shared_offices")
_ELSEWHERE = get_words("other_than_group")
_NUMBERS, _AFTER_NUMBER = get_words("counted_groups"), get_words("after_counted_group")
"""Words after "the five" that are no noun, so that the number stands for the states."""
_IN_TITLE = get_words("in_title") | {"gen"}
_NO_NAMES = frozenset({"ranking", "member"})
"""Phrases whose names are no places: "the first five", "the Central Asian country", which is one named before."""
_SETTINGS, _IN = get_words("single_partners") | get_words("markets"), get_words("within")
_MARKETS = get_words("markets")
_ABBREVIATION = 4
"""Letters of the longest one: "ЕАЭС", at the beginning of a line, is no place of writing."""
_BODY_REACH = 4
_OFFICIAL_REACH = 6


class Place(NamedTuple):
    """One mention of a place."""

    first: int
    last: int
    """Half-open range of tokens."""
    code: str
    form: str
    """`noun`, `adjective`, `capital` or `office`."""
    mark: str
    """A preposition, a case (`nom gen dat ins loc`), `adj`, `dateline` or `bare`."""
    part: str = ""
    """`body` if it is part of the name of an office, `official` if it is part of a person's title."""

    @property
    def may_trade(self) -> bool:
        """Whether it may be a side of a trade: no part of another name, no place of writing, and not the world."""
        return not self.part and self.mark != "dateline" and self.code != "WORLD"


@lru_cache(4)
def _get_names(names: tuple[tuple[str, str], ...]) -> PlaceNames:
    return PlaceNames(dict(names))


def find_places(cut: Cut, cues: Sequence[frozenset[str]], tables: Tables) -> list[Place]:
    """Return the mentions of places in a text, in order."""
    names = _get_names(tuple(tables.names.items()))
    places: list[Place] = []
    index, tokens = 0, cut.tokens
    while index < len(tokens):
        found = names.find(tokens, index) if tokens[index].kind == "word" else None
        group = _find_group(tokens, index, places) if found is None else None
        if group is not None:
            found = index + 1, PlaceName(group, "noun"), ""
        if found is None or _is_no_place(tokens, index) or cues[index] & _NO_NAMES or _is_setting(cut, index, found):
            index += 1
            continue
        last, name, ending = found
        if name.form == "office" and _names_country(names, tokens, last):
            index = last
            continue
        first = _find_title(tokens, index)
        mark = _find_mark(cut, first, last, name.form, ending, places)
        place = Place(first, last, name.code, name.form, mark)
        places.append(place._replace(part=_find_part(cut, cues, place)))
        index = last
    return _settle_offices(cut, places)


def _settle_offices(cut: Cut, places: list[Place]) -> list[Place]:
    """Give offices whose name several countries use to the country that heads the text, if theirs is not named."""
    named = {place.code for place in places if place.form != "office"}
    title = [place for place in places if cut.sentence_of[place.first] == 0 and place.form != "office"]
    codes = {place.code for place in title}
    if len(codes) != 1 or title[0].first or codes <= {"WORLD", *MEMBERS}:
        return places
    return [
        place._replace(code=title[0].code)
        if place.form == "office"
        and place.code not in named
        and cut.tokens[place.first].low.startswith(_SHARED_OFFICES)
        else place
        for place in places
    ]


def _find_title(tokens: list[Token], index: int) -> int:
    """Return where a name with its title begins: "the Republic of Kazakhstan"."""
    words = [token.low for token in tokens[max(0, index - 3) : index]]
    if len(words) > 1 and words[-1] in _OF and words[-2] in _TITLES:
        return index - 3 if words[0] in _THE and len(words) > 2 else index - 2
    return index


def _find_group(tokens: list[Token], index: int, places: list[Place]) -> str | None:
    """Return the group that "the region" or "the bloc" refers to: the last one that was named."""
    noun = GROUP_NOUNS.get(tokens[index].low)
    before = tokens[index - 1].low if index else ""
    if noun is None or (noun.determiners and before not in noun.determiners) or before.endswith(_REGIONAL):
        return None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is not None and after.low in _ELSEWHERE:
        return None
    is_number = tokens[index].low in _NUMBERS
    if is_number and after is not None and after.kind == "word" and after.low not in _AFTER_NUMBER:
        return None
    return next((place.code for place in reversed(places) if place.code in noun.groups), None)


def _names_country(names: PlaceNames, tokens: list[Token], last: int) -> bool:
    """Whether the country follows the name of an office: "Госкомстат Таджикистана"."""
    after = range(last, min(last + 2, len(tokens)))
    return any(tokens[position].kind == "word" and names.find(tokens, position) is not None for position in after)


def _is_no_place(tokens: list[Token], index: int) -> bool:
    """Whether a name is alone inside quotation marks, as a product's is, or belongs to "US dollars" or to a region."""
    if tokens[index].text in _US and any(token.low in _OF_THE_US for token in tokens[index + 1 : index + 5]):
        return True
    nouns = tokens[max(0, index - 2) : index] if tokens[index].text in _US_BEHIND else []
    if any(token.low.startswith(_BEFORE_US) for token in nouns):
        return True
    before = tokens[index - 1].text if index else ""
    after = tokens[index + 1].text if index + 1 < len(tokens) else ""
    if before in {"-", "‑"} and tokens[index - 2].low in _QUARTERS:
        return True
    return (before, after) in {("«", "»"), ("“", "”")}


def _is_setting(cut: Cut, index: int, found: tuple[int, PlaceName, str]) -> bool:
    """Whether a group only says where one partner lies: "partner in Central Asia", "рынок Центральной Азии"."""
    if found[1].code not in MEMBERS:
        return False
    ahead = [token.low for token in cut.tokens[max(cut.sentences[cut.sentence_of[index]].first, index - 2) : index]]
    if ahead and ahead[-1] in _IN | _OF:
        return ahead[0] in (_SETTINGS if ahead[-1] in _IN else _MARKETS)
    return bool(ahead) and ahead[-1] in _MARKETS


def _find_mark(cut: Cut, first: int, last: int, form: str, ending: str, places: list[Place]) -> str:
    tokens, sentence = cut.tokens, cut.sentences[cut.sentence_of[first]]
    if form == "adjective" and not (last < len(tokens) and tokens[last].low in _STATES):
        return "adj"
    if (
        first == sentence.first
        and last < len(tokens)
        and tokens[last].text in _DATELINE_ENDS
        and (tokens[last].text in ".," or tokens[last].start > tokens[last - 1].end)
        and tokens[first].text.isupper()
        and (form == "capital" or len(tokens[first].text) > _ABBREVIATION)
    ):
        return "dateline"
    if tokens[last - 1].is_possessive:
        return "gen"
    position = first - 1
    while position > sentence.first and tokens[position].low in _ADJUNCTS:
        position -= 1
    if position >= sentence.first:
        before = tokens[position].low
        if before in _OF and position and tokens[position - 1].low in _STATES:
            # "with the countries of the EAEU"
            position -= 2
            while position > sentence.first and tokens[position].low in _BEFORE_STATES:
                position -= 1
            before = tokens[position].low
        if before in _PREPOSITIONS:
            return before
        if before in _JOINS and places:
            earlier = places[-1]
            gap = position - earlier.last
            if earlier.first >= sentence.first and gap <= 0 and earlier.form != "adjective":
                return earlier.mark
    name = tokens[last - 1]
    is_inflected = find_inflection(name.low) is not None
    if last - first == 1 and name.text.isupper() and is_inflected and position >= sentence.first:
        # "экспорт РК": abbreviations have no cases.
        return "gen" if tokens[position].kind == "word" else "nom"
    return _find_case(name.low, ending)


def _find_case(word: str, ending: str) -> str:
    """Return the case that an ending indicates; `bare` if it indicates none."""
    inflection = find_inflection(word)
    stem = word[: len(word) - len(ending)] if ending else word
    fitting = [] if inflection is None else [known for known in inflection.declensions if known.has(stem)]
    return (fitting[0].find_case(ending) if fitting else None) or "bare"


def _find_part(cut: Cut, cues: Sequence[frozenset[str]], place: Place) -> str:
    """Return whether a place belongs to the name of an office or to a person's title."""
    if place.form == "office":
        return "body"
    behind = range(place.last, min(len(cut.tokens), place.last + _BODY_REACH))
    before = range(place.first - 1, max(-1, place.first - 1 - _OFFICIAL_REACH), -1)
    for positions in (behind, before) if place.mark in _IN_TITLE else (behind,):
        for position in positions:
            is_apart = cut.tokens[position].text == "," or cut.clause_of[position] != cut.clause_of[place.first]
            if is_apart or cues[position] & FLOW_CUES:
                break
            if part := next((name for name in ("official", "body") if name in cues[position]), ""):
                return part
    return ""
