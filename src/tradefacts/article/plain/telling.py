"""A flow that is told behind its part of a whole: "92 процента оборота дал казахстанский экспорт"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.article.context import find_flows
from tradefacts.article.words.classes import CHANGE_CUES

if TYPE_CHECKING:
    from tradefacts.article.figures import Figure
    from tradefacts.article.page import Page

_SIGNS = frozenset(",;:(–—")
_VERB_REACH, _FLOW_REACH = 8, 4


def find_teller(page: Page, figure: Figure, begin: int, last: int) -> tuple[int, str] | None:
    """Return the word for exports or imports behind a share and its verb, if none stands before from `begin` on."""
    before = page.cues_within(begin, figure.first)
    if figure.unit != "percent" or before & (CHANGE_CUES | {"export", "import", "sell", "buy", "balance"}):
        return None
    verb = _find_verb(page, figure.last, min(last, figure.last + _VERB_REACH))
    if verb is None or any(side in "XMB" for _, side in find_flows(page, figure.last, verb)):
        return None
    end = min(last, verb + 1 + _FLOW_REACH)
    end = next((at for at in range(verb + 1, end) if page.cut.tokens[at].text in _SIGNS), end)
    if page.cues_within(verb + 1, end) & (CHANGE_CUES | {"goods"}):
        return None
    return next((flow for flow in find_flows(page, verb + 1, end) if flow[1] in "XM"), None)


def _find_verb(page: Page, first: int, last: int) -> int | None:
    for at in range(first, last):
        if page.cut.tokens[at].text in _SIGNS or page.cues[at] & CHANGE_CUES:
            return None
        if page.cues[at] & {"share", "reach"}:
            return at
    return None
