"""Periods that are told in two steps: a year and its part, a growth and its result, the period under review."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tradefacts.article.periods import PARTS_OF_YEAR
from tradefacts.article.words import get_words

if TYPE_CHECKING:
    from tradefacts.article.context import State, Surroundings
    from tradefacts.article.page import Page
    from tradefacts.article.periods import Mention
    from tradefacts.period import Period

_FROM, _TO, _BEHIND = get_words("from_number"), get_words("to_level"), 3
_REVIEW = get_words("review")


def find_part(ahead: list[Mention], near: list[Mention]) -> Period | None:
    """Return the part, named behind a figure, of the year named before it: "2025 began with $17 million in January"."""
    if not ahead or not near or ahead[-1].name != "year" or near[0].year is not None:
        return None
    if near[0].pattern not in PARTS_OF_YEAR | {"month"}:
        return None
    return next((period for period, _ in near[0].meanings if period.last // 12 == ahead[-1].year), None)


def find_result(page: Page, index: int, around: Surroundings) -> Mention | None:
    """Return the period of what a growth led to: "rose by 21% from $6 m in January 2023 to $7 m in January 2024"."""
    figures = page.figures[index : index + 3]
    if len(figures) < 3 or figures[0].unit == "money" or figures[2].first >= around.sentence_last:
        return None
    before = [page.cut.tokens[figure.first - 1].low for figure in figures[1:]]
    if before[0] not in _FROM or before[1] not in _TO or figures[1].first - figures[0].last > 1:
        return None
    bounds = [figures[1].last, figures[2].first, figures[2].last, min(figures[2].last + _BEHIND, around.sentence_last)]
    base, result = (page.periods_within(first, last)[:1] for first, last in (*pairwise(bounds),)[::2])
    return result[0] if base and result and result[0].meanings else None


def find_reviewed(page: Page, mention: Mention, state: State) -> Period | None:
    """Return "the period under review": the last one of several months that the text is about."""
    words = {token.low for token in page.cut.tokens[mention.first : mention.last]}
    if mention.pattern != "this_period" or not words & _REVIEW:
        return None
    told = (claim.period for claim in reversed(state.claims) if not claim.is_compared and claim.period is not None)
    return next((period for period in told if period.months > 1), None)
