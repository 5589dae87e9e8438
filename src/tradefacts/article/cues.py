"""The word classes of each token, first by the tables alone, then by the places around it."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from tradefacts.article.lexicon import get_cues
from tradefacts.article.words import MEMBERS, get_stems, get_words
from tradefacts.article.words.classes import CHANGE_CUES, FLOW_CUES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.article.cutting import Cut
    from tradefacts.article.naming import Place
    from tradefacts.article.periods import Mention

Cues = list[frozenset[str]]
_MONTHS = get_words("months_by_capital")
"""Names of months that in lower case are other words."""
_WITHOUT_OIL = frozenset({"IR", "AE"})
"""Countries whose customs count the trade without oil."""
_FIRMS = get_words("all_firms")
"""Nouns that, after the adjective of a country, stand for its whole trade: "German firms sold …"."""
_VENUES, _REGIONS = get_words("venue"), get_stems("region_nouns")
_DATELINE_ENDS = frozenset({".", ",", "–", "—", "-", "("})
_ONLY, _BY = get_words("only"), get_words("by")
_OUTWEIGHS, _REACH = get_stems("outweighs"), 4
_REMARKS, _SIGNS = get_words("remarks"), frozenset(",–—(")
_ENDS = frozenset(".;:()–—")
_EXAMPLES = frozenset({"goods", "cargo", "price", "company"})
_WHICH = get_words("which")
_TELLING, _WORTH = FLOW_CUES | CHANGE_CUES | {"reach"}, get_words("items_worth")
_YEAR = re.compile(r"(?:19|20)\d\d")
_WAYS = frozenset({"export", "import"})
_MASKED = {
    "mask": FLOW_CUES,
    "incoming": frozenset({"sell"}),
    "member": frozenset({"home", "us"}),
    "epithet": frozenset({"goods", "cargo", "region", "price", "export", "import"}),
    "merely": frozenset({"total", "rise", "fall"}),
    "that": frozenset({"home", "us"}),
    "overall": frozenset({"service"}),
    "supposing": frozenset({"forecast"}),
    "chance": frozenset({"target"}),
    "unpriced": frozenset({"price", "invest"}),
    "authority": frozenset({"invest", "company"}),
    "office": frozenset({"economy", "invest", "turnover", "cargo", "unit"}),
}
"""Classes of phrases → classes that their words do not have there: "above all" is no total."""
_IMPLIED = {"incoming": "import", "member": "across", "chance": "forecast"}
"""Classes of phrases → another class that they have."""


def find_cues(cut: Cut) -> Cues:
    """Return the classes of each token by the word tables."""
    lexicon = get_cues()
    tokens = cut.tokens
    cues: list[set[str]] = [set() for _ in tokens]
    masked: defaultdict[int, frozenset[str]] = defaultdict(frozenset)
    for index, token in enumerate(tokens):
        if token.kind != "word" or token.text in _MONTHS:
            continue
        for last, name in lexicon.find(tokens, index):
            if cut.sentence_of[last - 1] != cut.sentence_of[index]:
                continue
            names = {name, _IMPLIED.get(name, name)}
            for position in range(index, last):
                cues[position] |= names
                masked[position] |= _MASKED.get(name, frozenset())
    return [frozenset(found - masked[index]) for index, found in enumerate(cues)]


def correct_cues(cues: Cues, cut: Cut, places: list[Place]) -> None:
    """Take away the classes that words do not have beside these places."""
    for place in places:
        # "Республика Молдова" points to no other place, and "the region" is no part of one.
        taken = {"home", "region"} if place.code in MEMBERS else {"home"}
        for position in range(place.first, place.last):
            cues[position] -= taken
    _count_without_oil(cues, places)
    _count_all_firms(cues, cut, places)
    _skip_venues(cues, cut)
    _skip_datelines(cues, cut)
    _skip_only(cues, cut)
    _mark_differences(cues, cut)
    _skip_remarks(cues, cut)


def skip_whole_periods(cues: Cues, periods: list[Mention]) -> None:
    """Take "the whole of 2022" for a period, not for the trade with all countries."""
    for mention in periods:
        for position in range(mention.first, mention.last):
            cues[position] -= {"total"}


def _skip_remarks(cues: Cues, cut: Cut) -> None:
    """Take goods in a remark for examples that narrow nothing: "Imports, mainly oil and uranium, fell by 31%"."""
    for sentence in cut.sentences:
        for position in range(sentence.first + 1, sentence.last - 1):
            if cut.tokens[position - 1].text not in _SIGNS or cut.tokens[position].low not in _REMARKS:
                continue
            inside = range(position, next(_find_ends(cues, cut, position, sentence.last), sentence.last))
            words = {token.low for token in cut.tokens[position : inside.stop]}
            if words.isdisjoint(_WHICH) and not _goes_on(cut, inside.stop, sentence.last):
                for at in inside:
                    cues[at] -= _EXAMPLES


def _goes_on(cut: Cut, end: int, last: int) -> bool:
    """Whether a figure of the goods themselves follows: "mainly cars worth $3 m", "mainly cars ($3 m)"."""
    return end < last and (cut.tokens[end].kind == "number" or cut.tokens[end].text == "(")


def _find_ends(cues: Cues, cut: Cut, first: int, last: int) -> Iterator[int]:
    """Yield the tokens that may end a remark: numbers, signs other than commas, words for a flow or a change."""
    for position in range(first + 1, last):
        token = cut.tokens[position]
        if token.kind == "number" or token.text in _ENDS or (cues[position] & _TELLING and token.low not in _WORTH):
            yield position


def _skip_only(cues: Cues, cut: Cut) -> None:
    """Take "всего 3 млн" after a verb for "only", not for a total."""
    for position in range(1, len(cues) - 1):
        tokens = cut.tokens[position - 1 : position + 2]
        is_inside = tokens[0].kind == "word" and cut.sentence_of[position - 1] == cut.sentence_of[position]
        if tokens[1].low in _ONLY and is_inside and (tokens[2].kind == "number" or tokens[2].low in _BY):
            cues[position] -= {"total"}


def _mark_differences(cues: Cues, cut: Cut) -> None:
    """Take "exceeded" in "exports to it exceeded imports by $390 million" for a balance."""
    for position, token in enumerate(cut.tokens):
        if not token.low.startswith(_OUTWEIGHS):
            continue
        before = _WAYS & frozenset().union(*cues[max(0, position - _REACH) : position])
        after = _WAYS & frozenset().union(*cues[position + 1 : position + _REACH])
        if before | after == _WAYS and not before & after:
            cues[position] |= {"balance"}


def _count_without_oil(cues: Cues, places: list[Place]) -> None:
    """Take "non-oil trade" for all trade in a text about a country that reports no other."""
    if not any(place.code in _WITHOUT_OIL for place in places):
        return
    for position, names in enumerate(cues):
        if "non_oil" in names:
            cues[position] = names - {"goods"}


def _count_all_firms(cues: Cues, cut: Cut, places: list[Place]) -> None:
    """Take "German firms" and "Germany's firms" for the country, unless they are counted: "two German firms"."""
    for place in places:
        position = place.last
        before = cut.tokens[place.first - 1] if place.first else None
        is_counted = before is not None and before.kind == "number" and not _YEAR.fullmatch(before.text)
        owns = place.form == "adjective" or cut.tokens[position - 1].is_possessive
        if owns and cut.get_low(position) in _FIRMS and not is_counted:
            cues[position] -= {"company", "unit"}


def _skip_datelines(cues: Cues, cut: Cut) -> None:
    """Take the name of a city at the head of a line for the place of writing: "ALMATY, July 25 – Trade with …"."""
    line = -1
    for sentence in cut.sentences:
        first, starts_line = sentence.first, sentence.line != line
        line = sentence.line
        name, after = cut.tokens[first].text, cut.tokens[first + 1].text if first + 1 < len(cut.tokens) else ""
        if starts_line and "region" in cues[first] and name.isupper() and after in _DATELINE_ENDS:
            cues[first] -= {"region"}


def _skip_venues(cues: Cues, cut: Cut) -> None:
    """Take the name of a city after "in" for the place where something was said, not for the trade of a region."""
    for position in range(1, len(cues)):
        after = cut.get_low(position + 1)
        if (
            "region" in cues[position]
            and cut.tokens[position].text[0].isupper()
            and cut.tokens[position - 1].low in _VENUES
            and not after.startswith(_REGIONS)
        ):
            cues[position] -= {"region"}
