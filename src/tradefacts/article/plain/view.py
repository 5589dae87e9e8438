"""Whose trade with whom, by the words around a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.article.flows import FLOW_OF, SIDE_OF, TURNED, View
from tradefacts.article.plain.goods import guess_goods
from tradefacts.article.plain.home import find_home
from tradefacts.article.plain.lists import (
    find_column,
    find_listed,
    find_matching,
    find_order,
    find_shared_whole,
    find_sides,
    put_partner,
)
from tradefacts.article.plain.onward import go_on
from tradefacts.article.plain.pairs import guess_both, guess_share
from tradefacts.article.plain.stage import Guess, look_back, set_stage
from tradefacts.article.plain.telling import find_part_place
from tradefacts.article.words import MEMBERS, get_words
from tradefacts.article.words.classes import BOUND_CUES

if TYPE_CHECKING:
    from tradefacts.article.context import State, Surroundings
    from tradefacts.article.figures import Figure
    from tradefacts.article.page import Page
    from tradefacts.article.plain.stage import Stage


_OR = get_words("or_rather")
_PARTS = frozenset({"share", "volume"})


def guess_view(page: Page, index: int, kind: str, around: Surroundings, state: State) -> Guess:
    """Return the view that the words around a figure name, or that continues the last claim."""
    stage = set_stage(page, index, kind, around, state)
    if stage.cue is None and state.last is None and around.previous and not stage.places:
        stage = look_back(stage)
    if state.last is not None and _says_share_again(page, index, around, state):
        return Guess(state.last.view, "again")
    cue = find_sides(page, around, index)
    if cue is not None:
        return _guess_side(stage, cue)
    if kind == "share" and stage.cue is None:
        stage = stage._replace(cue=find_shared_whole(stage, index))
    listed = find_listed(stage, index)
    ordered = find_matching(stage, index) or find_order(stage)
    if ordered is not None and (stage.cue is None or "reverse" in stage.words):
        return Guess(ordered, "order")
    if kind == "share" and (shared := guess_share(stage, listed)) is not None:
        return shared
    if kind in _PARTS and listed is None and (told := _guess_told(stage, page.figures[index])) is not None:
        return told
    column = find_column(stage, index) if stage.cue is None else None
    side = stage.cue[1] if stage.cue is not None else None
    group = next((place.code for place in stage.places if place.code in MEMBERS), None)
    if "inside" in stage.words and group is not None and side in {"X", "T"}:
        return Guess(View(group, group, "turnover"), "inside")
    if side in {"X", "M"}:
        guess = guess_goods(stage, str(side))
    elif side is not None:
        guess = guess_both(stage, side)
    else:
        guess = go_on(stage)
    if column in {"X", "M"} and guess.view is not None:
        row = page.places_within(around.sentence_first, stage.middle)
        total = find_home(stage) if row and row[-1].code == "WORLD" else None
        view = View(total, "WORLD", guess.view.flow) if total is not None else guess.view
        return Guess(view._replace(flow=FLOW_OF[str(column)]), "column")
    if listed is not None and guess.view is not None:
        code, others, base = listed
        if base is not None:
            return Guess(View(base, code, guess.view.flow), "order")
        return Guess(put_partner(stage, guess.view, code, others), "list")
    return guess


def _says_share_again(page: Page, index: int, around: Surroundings, state: State) -> bool:
    """Whether an amount says a share once more: "11,5 % внешней торговли Узбекистана, или 7,2 млрд долларов"."""
    before, figure = page.figures[index - 1], page.figures[index]
    at = figure.first - 1
    while at > before.last and page.cues[at] & BOUND_CUES:
        at -= 1
    return (
        index > 0
        and before.first >= around.sentence_first
        and (before.unit, figure.unit, state.kinds.get(index - 1)) == ("percent", "money", "share")
        and page.cut.tokens[at].low in _OR
    )


def _guess_told(stage: Stage, figure: Figure) -> Guess | None:
    """Return the share of the place that a verb behind it names, in the trade of the place before or of the text."""
    part = find_part_place(stage.page, figure, stage.around.sentence_last)
    if part is None or (stage.cue is None and stage.state.last is None):
        return None
    owners = [
        place.code
        for place in stage.page.places_within(stage.begin, stage.middle)
        if place.may_trade and place.code not in {part, "WORLD"}
    ]
    home = owners[-1] if owners else find_home(stage, part)
    flow = FLOW_OF[stage.cue[1]] if stage.cue is not None else stage.state.claims[-1].view.flow
    return Guess(View(home, part, flow), "told") if home is not None and flow != "balance" else None


def _guess_side(stage: Stage, cue: tuple[int, str]) -> Guess:
    """Return the flow of one of two adjacent figures: "exports to Russia and imports from there were 3.4 and 7.8"."""
    first = next(other for other in stage.around.before if other[1] in "XM" and other[1] != cue[1])
    follows = stage.page.places_within(max(cue, first)[0], stage.middle)
    if cue < first and not stage.page.places_within(cue[0], first[0]) and follows:
        # "Exports to and imports from Italy": the place is said of the second word.
        return _turn(guess_goods(stage._replace(cue=first), first[1]))
    if cue < first or follows:
        return guess_goods(stage._replace(cue=cue), cue[1])
    begin = stage.around.clause_first
    places = [place for place in stage.page.places_within(begin, cue[0]) if not place.part and place.code != "WORLD"]
    return _turn(guess_goods(stage._replace(cue=first, begin=begin, places=places), first[1]))


def _turn(guess: Guess) -> Guess:
    """Return the flow in the other direction; it stays that of the same place."""
    if guess.view is None:
        return guess
    return Guess(guess.view._replace(flow=FLOW_OF[TURNED[SIDE_OF[guess.view.flow]]]), guess.rule)
