"""Find the places of a text, and the grammatical form of each."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tradefacts.article.lexicon import PlaceName, PlaceNames
from tradefacts.article.words import GROUP_NOUNS, MEMBERS, find_inflection, get_phrases, get_stems, get_words
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
_MARKETS, _ONTO_MARKET, _THE = get_words("market_nouns"), get_words("onto_market"), get_words("the")
_TITLES, _TITLE_STEMS = get_words("titles"), get_stems("title_stems")
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
_RIVALS, _WITH = get_phrases("before_rivals"), get_words("with")
_RELATIVES, _RELATIVE_REACH = get_words("which") | get_words("whose"), 4
_CASES, _SUBJECTS = frozenset({"nom", "gen", "dat", "acc", "ins", "loc"}), frozenset({"nom", "bare"})
_APART, _TRADING = frozenset({",", "–", "—", ":"}), FLOW_CUES | {"partner"}
_SOURCES = get_phrases("sources")
"""Words that make a capital the source of a figure: "according to Tashkent"."""
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
    """`body` if it is part of the name of an office, `official` if of a person's title.

    `rival` if it is only named as one with more trade: "third after Italy".
    """

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
        if places and first < places[-1].last:
            # "Исламская Республика Иран" is one name.
            index = last
            continue
        mark = _find_mark(cut, first, last, name.form, ending, places)
        place = Place(first, last, name.code, name.form, mark)
        part = _find_part(cut, cues, place) or ("rival" if _is_rival(cut, place, places) else "")
        places.append(place._replace(part=part))
        index = last
    return places


def _find_title(tokens: list[Token], index: int) -> int:
    """Return where a name with its title begins: "the Republic of Kazakhstan", "Республика Казахстан"."""
    if index and tokens[index - 1].low.startswith(_TITLE_STEMS) and find_inflection(tokens[index].low) is not None:
        return index - 1
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
    if form == "adjective" and cut.get_low(last) not in _STATES:
        position = first - 1 - (cut.get_low(first - 1) in _THE)
        # "Sales on the Kazakh market" go to Kazakhstan.
        is_market = cut.get_low(last) in _MARKETS and cut.get_low(position) in _ONTO_MARKET
        return "to" if is_market else "adj"
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
            own = _find_case(tokens[last - 1].low, ending)
            is_alike = earlier.mark not in _CASES or own == "bare" or tokens[last - 1].text.isupper()
            # "To Russia, Lithuania sold goods for $9 m" is no list.
            is_fronted = before == "," and earlier.first == sentence.first + 1 and cut.get_low(last) not in _JOINS
            is_listed = gap <= 0 and earlier.form not in {"adjective", "office"} and not is_fronted
            if earlier.first >= sentence.first and is_listed and is_alike:
                return earlier.mark
    name = tokens[last - 1]
    is_inflected = find_inflection(name.low) is not None
    if last - first == 1 and name.text.isupper() and is_inflected and position >= sentence.first:
        # "экспорт РК": abbreviations have no cases.
        return "gen" if tokens[position].kind == "word" else "nom"
    return _find_title_case(tokens[first].low) or _find_case(name.low, ending)


def _find_title_case(word: str) -> str | None:
    """Return the case of a title, whose name has none of its own: "экспорт Республики Молдова"."""
    stem = next((stem for stem in _TITLE_STEMS if word.startswith(stem)), None)
    case = _find_case(word, word.removeprefix(stem)) if stem is not None else "bare"
    return case if case != "bare" else None


def _find_case(word: str, ending: str) -> str:
    """Return the case that an ending indicates; `bare` if it indicates none."""
    inflection = find_inflection(word)
    stem = word[: len(word) - len(ending)] if ending else word
    fitting = [] if inflection is None else [known for known in inflection.declensions if known.has(stem)]
    return (fitting[0].find_case(ending) if fitting else None) or "bare"


def _is_rival(cut: Cut, place: Place, places: list[Place]) -> bool:
    """Whether a place only has more or less trade than another one: "third after Italy and Turkey"."""
    tokens, last = cut.tokens, place.last
    first = cut.sentences[cut.sentence_of[place.first]].first
    before = tuple(token.low for token in tokens[max(first, place.first - 2) : place.first])
    is_listed = bool(places) and places[-1].part == "rival" and before[-1:] != () and before[-1] in _JOINS
    is_next = is_listed and place.first - places[-1].last == 1 and (before[-1] != "," or place.mark not in _SUBJECTS)
    if (
        place.form == "adjective"
        or tokens[last - 1].is_possessive
        or not (is_next or any(before[-len(phrase) :] == phrase for phrase in _RIVALS))
    ):
        return False
    # "After China ($9 m)", "after Russia, trade with which was $2 m": the figure is that of the place.
    behind = [token.low for token in tokens[last : last + _RELATIVE_REACH]]
    is_counted = any(token.kind == "number" for token in tokens[last + 1 : last + 2])
    has_figure = behind[:1] == ["("] or (is_counted and behind[0] in _WITH)
    return not has_figure and not _RELATIVES.intersection(behind)


def _find_part(cut: Cut, cues: Sequence[frozenset[str]], place: Place) -> str:
    """Return whether a place belongs to the name of an office or to a person's title."""
    source = tuple(cut.get_low(position) for position in range(place.first - 2, place.first))
    if place.form == "office" or (place.form == "capital" and source in _SOURCES):
        return "body"
    behind = range(place.last, min(len(cut.tokens), place.last + _BODY_REACH))
    before = range(place.first - 1, max(-1, place.first - 1 - _OFFICIAL_REACH), -1)
    for positions in (behind, before) if place.mark in _IN_TITLE else (behind,):
        for position in positions:
            is_apart = cut.tokens[position].text in _APART or cut.clause_of[position] != cut.clause_of[place.first]
            if is_apart or cues[position] & _TRADING:
                break
            if part := next((name for name in ("official", "body") if name in cues[position]), ""):
                return part
    return ""
