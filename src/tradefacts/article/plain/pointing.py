"""Words that point to a place: "exports there", "its exports", "our exports"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.article.plain.home import find_home
from tradefacts.article.plain.stage import get_last
from tradefacts.article.words import REPUBLICS, get_words

if TYPE_CHECKING:
    from tradefacts.article.naming import Place
    from tradefacts.article.page import Page
    from tradefacts.article.plain.stage import Stage

_THERE, _THITHER = get_words("there"), get_words("thither")
_THERE_BEHIND = get_words("there_behind")
"""They point to a place only right behind the word for a flow, whose direction is then theirs."""
_OWNING = get_words("for_whom") | {"bare", "gen", "adj", "nom"}
_REPUBLIC, _REACH = get_words("republic"), 4
_TO, _FROM = get_words("into_place"), get_words("from_place")
_TRADING, _NEXT = get_words("of") | {"gen", "adj"}, 2
_ITS, _US = get_words("its"), get_words("us")


def find_there(stage: Stage, cue: int, side: str) -> tuple[str | None, bool]:
    """Return the place that "exports there" or "импорт оттуда" points to, and whether goods go to it.

    It is the last one named before, but not the home place.
    """
    tokens = stage.page.cut.tokens
    near = {tokens[position].low for position in range(max(stage.begin, cue - 3), min(cue + 3, len(tokens)))}
    after = {tokens[position].low for position in range(cue + 1, min(cue + 3, len(tokens)))}
    if not (near & _THERE or after & _THERE_BEHIND):
        return _find_republic(stage, cue)
    is_goal = bool(near & _THITHER or (after & _THERE_BEHIND and side == "X"))
    last, cut = stage.state.last, stage.page.cut
    told = stage.page.figures[last.at].last if last is not None else 0
    if last is not None and told > stage.around.sentence_first and not stage.page.places_within(told, cue):
        # As in "exports to its neighbour fell by 3% and imports from there by 5%".
        return last.view.partner, is_goal
    begin = cut.sentences[max(0, stage.around.sentence - 1)].first
    home = find_home(stage)
    places = stage.page.places_within(begin, cue)
    owner = get_last([place for place in places if place.last == cue and place.mark in {"gen", "adj"}])
    named = [place for place in places if not place.part and place.code not in {"WORLD", owner}]
    return get_last([place for place in named if place.code != home]) or get_last(named), is_goal


def find_way(stage: Stage) -> tuple[str, bool] | None:
    """Return the other place and whether goods go to it, for figures alone: "250 млн туда, 200 оттуда"."""
    tokens = stage.page.cut.tokens
    words = [token.low for token in (*tokens[stage.middle : stage.end], *tokens[stage.begin : stage.middle])]
    word = next((word for word in words if word in _THERE), None)
    if word is None or stage.state.last is None:
        return None
    home = find_home(stage)
    other = next((code for code in stage.state.last.view[:2] if code not in {home, "WORLD"}), None)
    return (other, word in _THITHER) if other is not None else None


def _find_republic(stage: Stage, cue: int) -> tuple[str | None, bool]:
    """Return the place that "ввезли из республики" points to: that of the heading, or the only one named so far."""
    page, last = stage.page, stage.state.last
    head = page.homes[stage.around.sentence].head
    known = last.view[:2] if last is not None else [place.code for place in page.places_within(0, cue)]
    named = REPUBLICS.intersection([head] if head is not None else known)
    for at in range(cue + 1, min(cue + _REACH, stage.end)):
        before = page.cut.tokens[at - 1].low
        is_named = page.cut.tokens[at].low in _REPUBLIC and not page.is_of_place(at)
        if is_named and before in _TO | _FROM and len(named) == 1:
            return next(iter(named)), before in _TO
    return None, False


def find_its(stage: Stage, cue: int) -> str | None:
    """Return the place whose flow "its exports" is: the first that this sentence or the one before names as such."""
    page, around = stage.page, stage.around
    ahead = range(max(around.sentence_first, cue - 3), cue)
    if not any(page.cut.tokens[position].low in _ITS for position in ahead):
        return None
    begin = page.cut.sentences[max(0, around.sentence - 1)].first
    for first, last in ((around.sentence_first, cue), (begin, around.sentence_first)):
        owners = [place for place in page.places_within(first, last) if place.mark in _OWNING and not place.part]
        if owners:
            return owners[-1].code if first == around.sentence_first else owners[0].code
    return None


def find_ours(stage: Stage, cue: int) -> tuple[str | None, str | None]:
    """Return the country of the speaker as the owner of a flow ("our exports") and as its other side ("sold us")."""
    page = stage.page
    speaker = page.homes[stage.around.sentence].speaker
    ours = "us" in page.cues_within(max(stage.begin, cue - 3), cue)
    us = any(page.cut.tokens[position].text in _US for position in range(cue + 1, min(cue + 4, stage.end)))
    return speaker if ours else None, speaker if us else None


def find_trader(page: Page, places: list[Place], cue: int) -> str | None:
    """Return whose trade is named before a word for its parts: "Внешняя торговля Узбекистана: экспорт – 24 млрд"."""
    for place in places:
        # "Foreign trade of Uzbekistan", "Uzbekistan's foreign trade"
        beside = page.cues_within(max(0, place.first - _NEXT), place.last + _NEXT)
        if place.last + _NEXT <= cue and place.mark in _TRADING and "turnover" in beside:
            return place.code
    return None
