"""Nouns for who sells, buys or makes: "the largest supplier", "the main importer", "Chinese goods"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.article.flows import FLOW_OF, TURNED, View
from tradefacts.article.plain.home import find_home
from tradefacts.article.plain.stage import Guess, get_last
from tradefacts.article.words import get_words

if TYPE_CHECKING:
    from tradefacts.article.naming import Place
    from tradefacts.article.plain.stage import Stage

_DEALS = frozenset({"sell", "buy"})
_REACH = 4
_TELLING = get_words("telling")
_OWNING = get_words("to_owner") | {"gen", "adj", "bare", "nom"}


def guess_agent(stage: Stage, near: list[Place], cue: int, side: str) -> Guess | None:
    """Read "the main buyers were Russia ($9 m) and China", "China is the main importer of Tajik goods"."""
    cues = stage.page.cues
    is_outlet = "outlet" in stage.page.cues_within(cue + 1, cue + 2)
    if "agent" not in cues[cue] and not is_outlet:
        return None
    dealt = _guess_deal(stage, near, cue)
    if dealt is not None:
        return dealt
    actors = [place for place in near if place.mark in {"bare", "nom"}]
    behind = [place for place in actors if cue < place.first < stage.middle]
    agent = get_last(behind) or get_last([place for place in actors if place.first < cue])
    owners = [place for place in near if place not in behind and place.mark in _OWNING and place.code != agent]
    owner = get_last(owners) or find_home(stage, agent)
    if agent is None or owner is None or owner == agent:
        return None
    # An "export destination" takes what the owner exports; a supplier sells what the owner imports.
    return Guess(View(owner, agent, FLOW_OF[side if is_outlet else TURNED[side]]), "agent")


def find_maker(stage: Stage, near: list[Place], cue: int) -> str | None:
    """Return the place whose goods are named before the word for the flow: "Chinese goods imported"."""
    makers = [
        place
        for place in near
        if place.form == "adjective"
        and place.last < cue
        and "wares" in stage.page.cues_within(place.last, min(cue, place.last + 2))
    ]
    return get_last(makers)


def find_teller(stage: Stage, places: list[Place], cue: int) -> str | None:
    """Return the place that reports an amount, whose flow it is: "Beijing reported $15 billion in exports"."""
    if stage.kind != "volume" or cue < stage.middle:
        return None
    tokens = stage.page.cut.tokens
    tellers = [place for place in places if place.last < stage.middle and tokens[place.last].low in _TELLING]
    return get_last([place for place in tellers if place.mark in {"bare", "nom"}])


def _guess_deal(stage: Stage, near: list[Place], cue: int) -> Guess | None:
    """Read "Tajikistan sold German buyers goods for $2 m": the verb tells the direction, the noun the other side."""
    cues = stage.page.cues
    verbs = [at for at in range(max(stage.begin, cue - _REACH), cue) if cues[at] & _DEALS and "agent" not in cues[at]]
    if not verbs:
        return None
    others = [place for place in near if verbs[0] < place.first < cue and place.form == "adjective"]
    actors = [place for place in near if place.first < verbs[0] and place.mark in {"bare", "nom"}]
    other = get_last(others)
    owner = get_last(actors) or find_home(stage, other)
    if other is None or owner is None or owner == other:
        return None
    return Guess(View(owner, other, "exports" if "sell" in cues[verbs[0]] else "imports"), "deal")
