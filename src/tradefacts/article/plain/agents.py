"""Nouns for who sells or buys: "the largest supplier", "the main importer"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.article.context import View
from tradefacts.article.plain.stage import FLOW_OF, Guess, find_home, get_last

if TYPE_CHECKING:
    from tradefacts.article.naming import Place
    from tradefacts.article.plain.stage import Stage

_OWNING = frozenset({"gen", "adj", "of", "to", "for", "bare", "nom"})


def guess_agent(stage: Stage, near: list[Place], cue: int, side: str) -> Guess | None:
    """Read "Kyrgyzstan's largest supplier is China", "China is the main importer of Tajik goods"."""
    actors = [place for place in near if place.mark in {"bare", "nom"}]
    named = [place.code for place in actors if place.first > cue][:1] or [place.code for place in actors][-1:]
    others = [place for place in near if place.mark in _OWNING and place.code not in named]
    other = get_last(others) or find_home(stage, *named) if named else None
    return Guess(View(named[0], other, FLOW_OF[side]), f"{side}agent") if other is not None else None
