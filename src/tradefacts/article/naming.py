"""Find the places of a text, and the grammatical form of each."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tradefacts.article.lexicon import PlaceName, PlaceNames
from tradefacts.article.words import GROUP_NOUNS
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradefacts.article.cutting import Cut, Token
    from tradefacts.article.tables import Tables

_PREPOSITIONS = frozenset(
    "from to with between in of by for against among at into than "
    "в во с со из к ко на между у от для по через до о об".split()
)
_ARTICLES = frozenset(
    "the neighbouring neighboring republic countries states of соседн соседним стран страны странами странах "
    "государства государствами государств республики остальными другими всеми пятью соседней соседнюю сам самой "
    "самого".split()
)
_STATES = frozenset({"countries", "states", "nations", "republics", "members"})
_JOINS = frozenset({"and", "or", "и", ",", "или"})
_DATELINE_ENDS = frozenset({".", ",", "–", "—", "-"})
_FEMININE = frozenset("украин молдов польш литв канад риг астан москв анкар варшав центральн_ази республик".split())
_REGIONAL = re.compile("ск(?:ий|ого|ому|ом|им)$")
"""An adjective that names a part of a country: "Самаркандский регион"."""
_OF_THE_US = frozenset({"dollar", "dollars", "$", "dlr", "sanctions"})
"""What is named after the United States without being about their trade."""
_QUARTERS = frozenset("северо южно западно восточно".split())
"""Before a hyphen, they make the name of a region: "Восточно-Казахстанская область"."""
_TITLES = frozenset({"republic", "kingdom", "government", "state"})
_AFTER_FIVE = frozenset("is are was were has have had in to with and by at on rose fell grew gained amounted".split())
"""Words after "the five" that are no noun, so that the number stands for the states."""
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
    is_reference: bool = False
    """It refers to a group that was named before: "the region", "the bloc"."""


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
            found, is_reference = (index + 1, PlaceName(group, "noun"), ""), True
        else:
            is_reference = False
        if found is None or _is_no_place(tokens, index) or "ranking" in cues[index]:
            index += 1
            continue
        last, name, ending = found
        if name.form == "office" and _names_country(names, tokens, last):
            index = last
            continue
        first = _find_title(tokens, index)
        mark = _find_mark(cut, first, last, name.form, ending, places)
        place = Place(first, last, name.code, name.form, mark, "", is_reference)
        places.append(place._replace(part=_find_part(cut, cues, place)))
        index = last
    return places


def _find_title(tokens: list[Token], index: int) -> int:
    """Return where a name with its title begins: "the Republic of Kazakhstan"."""
    words = [token.low for token in tokens[max(0, index - 3) : index]]
    if len(words) > 1 and words[-1] == "of" and words[-2] in _TITLES:
        return index - 3 if words[0] == "the" and len(words) > 2 else index - 2
    return index


def _find_group(tokens: list[Token], index: int, places: list[Place]) -> str | None:
    """Return the group that "the region" or "the bloc" refers to: the last one that was named."""
    groups = GROUP_NOUNS.get(tokens[index].low)
    before = tokens[index - 1].low if index else ""
    if groups is None or (tokens[index].low.isascii() and before not in {"the", "this"}) or _REGIONAL.search(before):
        return None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is not None and after.low in {"of", "around"}:
        return None
    if tokens[index].low == "five" and after is not None and after.kind == "word" and after.low not in _AFTER_FIVE:
        return None
    return next((place.code for place in reversed(places) if place.code in groups), None)


def _names_country(names: PlaceNames, tokens: list[Token], last: int) -> bool:
    """Whether the country follows the name of an office: "Госкомстат Таджикистана"."""
    after = range(last, min(last + 2, len(tokens)))
    return any(tokens[position].kind == "word" and names.find(tokens, position) is not None for position in after)


def _is_no_place(tokens: list[Token], index: int) -> bool:
    """Whether a name is alone inside quotation marks, as a product's is, or belongs to "US dollars" or to a region."""
    if tokens[index].text in {"US", "U"} and any(token.low in _OF_THE_US for token in tokens[index + 1 : index + 5]):
        return True
    if tokens[index].text == "США" and any(token.low.startswith("дол") for token in tokens[max(0, index - 2) : index]):
        return True
    before = tokens[index - 1].text if index else ""
    after = tokens[index + 1].text if index + 1 < len(tokens) else ""
    if before in {"-", "‑"} and tokens[index - 2].low in _QUARTERS:
        return True
    return (before, after) in {("«", "»"), ("“", "”")}


def _find_mark(cut: Cut, first: int, last: int, form: str, ending: str, places: list[Place]) -> str:
    tokens, sentence = cut.tokens, cut.sentences[cut.sentence_of[first]]
    if form == "adjective":
        return "adj"
    if (
        first == sentence.first
        and last < len(tokens)
        and tokens[last].text in _DATELINE_ENDS
        and (tokens[last].text in ".," or tokens[last].start > tokens[last - 1].end)
        and tokens[first].text.isupper()
    ):
        return "dateline"
    if tokens[last - 1].is_possessive:
        return "gen"
    position = first - 1
    while position > sentence.first and tokens[position].low in _ARTICLES and tokens[position].low != "of":
        position -= 1
    if position >= sentence.first:
        before = tokens[position].low
        if before == "of" and position and tokens[position - 1].low in _STATES:
            # "with the countries of the EAEU"
            position -= 2
            while position > sentence.first and (tokens[position].low in _ARTICLES or tokens[position].low == "other"):
                position -= 1
            before = tokens[position].low
        if before in _PREPOSITIONS:
            return before
        if before in _JOINS and places:
            earlier = places[-1]
            gap = position - earlier.last
            if earlier.first >= sentence.first and gap <= 0 and earlier.form != "adjective":
                return earlier.mark
    token = tokens[last - 1]
    if last - first == 1 and token.text.isupper() and token.low[0] >= "а" and position >= sentence.first:
        # "экспорт РК": abbreviations have no cases.
        return "gen" if tokens[position].kind == "word" else "nom"
    return _find_case(token.low, ending)


def _find_case(word: str, ending: str) -> str:
    """Return the case that a Russian ending indicates."""
    if not word or word[0] < "а":
        return "bare"
    stem = word[: len(word) - len(ending)] if ending else word
    if stem.endswith(("и", "коре")):
        return {"я": "nom", "и": "gen", "ю": "acc", "ей": "ins"}.get(ending, "bare")
    if stem in _FEMININE:
        return {"а": "nom", "ы": "gen", "и": "gen", "у": "acc", "ой": "ins", "е": "loc"}.get(ending, "bare")
    cases = {
        "": "nom",
        "й": "nom",
        "ь": "nom",
        "а": "gen",
        "я": "gen",
        "у": "dat",
        "ю": "dat",
        "и": "gen",
        "ью": "ins",
        "ом": "ins",
        "ем": "ins",
        "е": "loc",
    }
    return cases.get(ending, "bare")


def _find_part(cut: Cut, cues: Sequence[frozenset[str]], place: Place) -> str:
    """Return whether a place belongs to the name of an office or to a person's title."""
    if place.form == "office":
        return "body"
    tokens = cut.tokens
    for position in range(place.last, min(len(tokens), place.last + _BODY_REACH)):
        if (
            cut.clause_of[position] != cut.clause_of[place.first]
            or tokens[position].text == ","
            or cues[position] & _FLOWS
        ):
            break
        if "official" in cues[position]:
            return "official"
        if "body" in cues[position]:
            return "body"
    if place.mark in {"of", "gen", "in", "в"}:
        for position in range(place.first - 1, max(-1, place.first - 1 - _OFFICIAL_REACH), -1):
            if (
                tokens[position].text == ","
                or cut.clause_of[position] != cut.clause_of[place.first]
                or cues[position] & _FLOWS
            ):
                break
            if "official" in cues[position]:
                return "official"
            if "body" in cues[position]:
                return "body"
    return ""


_FLOWS = frozenset({"turnover", "export", "import", "balance", "sell", "buy"})
