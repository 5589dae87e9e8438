"""How far a text is about the trade of places at all, and whose trade a figure may be."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

from tradefacts.article.context import OTHER_CUES
from tradefacts.article.governing import find_owner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradefacts.article.choosing import Choice
    from tradefacts.article.context import Surroundings
    from tradefacts.article.figures import Figure
    from tradefacts.article.page import Page

_TRADE = frozenset({"turnover", "export", "import", "balance"})
"""Flows that, unlike sales and purchases, are hardly ever those of a shop or a company."""


def describe_claims(choices: Sequence[Choice]) -> dict[str, float]:
    """Return signs of how convincing the claims of a text are: where none is, the text is hardly about trade."""
    likely = [
        (choice.kinds[0][1] * choice.views[0][1] * choice.periods[0][1], choice.is_seconded)
        for choice in choices
        if choice.is_claim
    ]
    return {
        "page best": max((share for share, _ in likely), default=0.0),
        "page best seconded": max((share for share, is_seconded in likely if is_seconded), default=0.0),
        "page good": log(1 + sum(share for share, is_seconded in likely if is_seconded)),
    }


def describe_sentences(page: Page, figure: Figure, around: Surroundings) -> dict[str, float]:
    """Return signs of how far the sentences around a figure are about trade."""
    here = page.cues_within(around.sentence_first, around.sentence_last)
    first = page.cut.sentences[max(0, around.sentence - 1)].first
    before = page.cues_within(first, around.sentence_first)
    is_trade = bool((here | before) & _TRADE)
    return {
        "scoped": float(bool(here & OTHER_CUES)),
        "trade near": float(is_trade),
        "scoped before": float(bool(before & OTHER_CUES) and not is_trade),
        f"owner {find_owner(page, figure)}": 1.0,
    }
