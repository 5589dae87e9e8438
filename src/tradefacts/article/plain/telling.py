"""What a share is a part of: a flow behind it, "92 процента оборота дал казахстанский экспорт", or a balance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.article.context import find_flows
from tradefacts.article.words import get_words
from tradefacts.article.words.classes import CHANGE_CUES, FLOW_CUES

if TYPE_CHECKING:
    from tradefacts.article.figures import Figure
    from tradefacts.article.page import Page
    from tradefacts.article.plain.stretch import Stretch

_ONTO = get_words("into_place_or_part")
_SUBJECTS = frozenset({"bare", "nom"})
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


def find_part_place(page: Page, figure: Figure, last: int) -> str | None:
    """Return the place behind a share and its verb: "21,9 % внешней торговли занимает Китай".

    An amount may be such a part, too: "из них 13 млрд пришлось на Китай".
    """
    verb = _find_verb(page, figure.last, min(last, figure.last + _VERB_REACH)) if figure.unit != "factor" else None
    if verb is None or page.places_within(figure.last, verb):
        return None
    marks = _ONTO if page.cut.get_low(verb + 1) in _ONTO else _SUBJECTS if figure.unit == "percent" else frozenset()
    places = page.places_within(verb + 1, verb + 3 if marks is _ONTO else verb + 2)
    return next((place.code for place in places if place.mark in marks and not place.part), None)


def _find_verb(page: Page, first: int, last: int) -> int | None:
    for at in range(first, last):
        if page.cut.tokens[at].text in _SIGNS or page.cues[at] & CHANGE_CUES:
            return None
        if page.cues[at] & {"share", "reach"}:
            return at
    return None


def is_of_balance(stretch: Stretch, *, is_part: bool) -> bool:
    """Whether a share is that of a balance, not of a place: "a deficit of $6 billion, or 44% of turnover"."""
    page, figure = stretch.page, stretch.figure
    first = stretch.around.sentence_first
    share = next((at for at in range(figure.first - 1, first - 1, -1) if "share" in page.cues[at]), None)
    if share is None and not is_part:
        return False
    last = share if share is not None else figure.first
    flows = [at for at in range(first, last) if page.cues[at] & FLOW_CUES]
    if not flows or "balance" not in page.cues[flows[-1]]:
        return False
    places = [place for place in page.places_within(flows[-1], figure.first) if not place.part]
    return not places and not page.cues_within(flows[-1], figure.first) & CHANGE_CUES
