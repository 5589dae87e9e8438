"""Find the places of a text, and the grammatical form of each."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tradefacts.article.lexicon import PlaceNames
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
_FEMININE = frozenset("украин молдов польш литв канад риг астан москв анкар варшав центральн_ази".split())
_BODY_REACH = 4
_OFFICIAL_REACH = 6


class Place(NamedTuple):
    """One mention of a place."""

    first: int
    last: int
    """Half-open range of tokens."""
    code: str
    form: str
    """`noun`, `adjective` or `capital`."""
    mark: str
    """A preposition, a case (`nom gen dat ins loc`), `adj`, `dateline` or `bare`."""
    part: str = ""
    """`body` if it is part of the name of an office, `official` if it is part of a person's title."""


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
        if found is None or _is_street(tokens, index):
            index += 1
            continue
        last, name, ending = found
        mark = _find_mark(cut, index, last, name.form, ending, places)
        place = Place(index, last, name.code, name.form, mark)
        places.append(place._replace(part=_find_part(cut, cues, place)))
        index = last
    return places


def _is_street(tokens: list[Token], index: int) -> bool:
    """Whether a name is alone inside quotation marks, as that of a product or a border post is."""
    before = tokens[index - 1].text if index else ""
    after = tokens[index + 1].text if index + 1 < len(tokens) else ""
    return (before, after) in {("«", "»"), ("“", "”")}


def _find_mark(cut: Cut, first: int, last: int, form: str, ending: str, places: list[Place]) -> str:
    tokens, sentence = cut.tokens, cut.sentences[cut.sentence_of[first]]
    if form == "adjective":
        return "adj"
    if (
        first == sentence.first
        and last < len(tokens)
        and tokens[last].text in _DATELINE_ENDS
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
    return _find_case(tokens[last - 1].low, ending)


def _find_case(word: str, ending: str) -> str:
    """Return the case that a Russian ending indicates."""
    if not word or word[0] < "а":
        return "bare"
    stem = word[: len(word) - len(ending)] if ending else word
    if stem.endswith("и"):
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
        "ом": "ins",
        "ем": "ins",
        "е": "loc",
    }
    return cases.get(ending, "bare")


def _find_part(cut: Cut, cues: Sequence[frozenset[str]], place: Place) -> str:
    """Return whether a place belongs to the name of an office or to a person's title."""
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
