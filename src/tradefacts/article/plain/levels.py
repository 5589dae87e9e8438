"""Percentages of an earlier level: "92 percent of last year's volume"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tradefacts.article.context import State
    from tradefacts.article.page import Page

LEAST_LEVEL = 50
_KINDS = frozenset({"level", "share", "rise", "fall"})


def may_be_share(ahead: frozenset[str], index: int, state: State) -> bool:
    """Whether a share may be told: a word for one stands before the figure, or the last percentage was one."""
    earlier = [kind for at, kind in state.kinds.items() if at < index and kind in _KINDS]
    return "share" in ahead or earlier[-1:] == ["share"] or not ahead & {"rise", "fall"}


def is_level_in_brackets(page: Page, index: int, state: State) -> bool:
    """Whether a percentage in brackets is one of an earlier level, as the one before it: "11,9 млн (71,3 процента)"."""
    figure, tokens = page.figures[index], page.cut.tokens
    is_bracketed = (
        figure.unit == "percent"
        and figure.first > 0
        and tokens[figure.first - 1].text == "("
        and figure.last < len(tokens)
        and tokens[figure.last].text == ")"
    )
    earlier = [kind for at, kind in state.kinds.items() if at < index and kind in _KINDS]
    return is_bracketed and figure.values[0] > LEAST_LEVEL and earlier[-1:] == ["level"]
