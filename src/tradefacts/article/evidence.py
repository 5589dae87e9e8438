"""Where each key of a claim was read, and why it has its value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.article.flows import SIDE_OF, TURNED
from tradefacts.article.proposal import Slot, Span

if TYPE_CHECKING:
    from tradefacts.article.choosing import Choice
    from tradefacts.article.context import Surroundings
    from tradefacts.article.page import Page


def find_slots(page: Page, choice: Choice, around: Surroundings) -> dict[str, Slot]:
    """Return the keys of a claim with the words they were read from; None means no words."""
    figure = page.figures[choice.at]
    view, _ = choice.views[0]
    slots = {"printed": Slot(_span(page, figure.first, figure.last), "printed")}
    cell = page.cells.get(choice.at)
    if cell is not None:
        told = {key: words for key, words in cell.sources.items() if words}
        slots |= {key: Slot(_span(page, *_ends(words)), _quote(page, *_ends(words))) for key, words in told.items()}
        untold = {"country", "partner", "flow", "period"} - told.keys()
        return slots | dict.fromkeys(sorted(untold), Slot(None, "from the text around the table"))
    for key, code in (("country", view.subject), ("partner", view.partner)):
        slots[key] = _find_place(page, code, around, figure.first)
    slots["flow"] = _find_flow(page, view.flow, around)
    if choice.kind != "target":
        slots["period"] = _find_period(page, choice, around)
    return slots


def _span(page: Page, first: int, last: int) -> Span:
    return page.cut.tokens[first].start, page.cut.tokens[last - 1].end


def _ends(tokens: range) -> tuple[int, int]:
    return tokens.start, tokens.stop


def _quote(page: Page, first: int, last: int) -> str:
    start, end = _span(page, first, last)
    line = page.cut.text.count("\n", 0, start) + 1
    return f"'{page.cut.text[start:end]}', line {line}"


def _find_place(page: Page, code: str, around: Surroundings, position: int) -> Slot:
    mentions = [place for place in page.places if place.code == code]
    ahead = [place for place in mentions if place.first < around.sentence_last]
    if not mentions:
        return Slot(None, "no partner named: trade with all countries" if code == "WORLD" else "from the claims before")
    place = min(ahead or mentions, key=lambda mention: abs(mention.first - position))
    return Slot(_span(page, place.first, place.last), _quote(page, place.first, place.last))


def _find_flow(page: Page, flow: str, around: Surroundings) -> Slot:
    side = SIDE_OF[flow]
    for cues in (around.before, around.after, around.earlier, around.previous):
        for token, found in cues:
            if found in {side, TURNED.get(side)}:
                return Slot(_span(page, token, token + 1), _quote(page, token, token + 1))
    return Slot(None, "from the claims before")


def _find_period(page: Page, choice: Choice, around: Surroundings) -> Slot:
    period = choice.periods[0][0]
    if period is None:
        return Slot(None, "the text names none")
    mentions = [mention for mention in page.periods if any(found == period for found, _ in mention.meanings)]
    near = [mention for mention in mentions if around.sentence_first <= mention.first < around.sentence_last]
    pointing = [
        mention for mention in page.periods_within(around.sentence_first, around.sentence_last) if not mention.meanings
    ]
    for found in (near, pointing, mentions):
        if found:
            position = page.figures[choice.at].first
            mention = min(found, key=lambda period: abs(period.first - position))
            return Slot(_span(page, mention.first, mention.last), _quote(page, mention.first, mention.last))
    return Slot(None, "from the claims before")
