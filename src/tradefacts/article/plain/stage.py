"""The words that belong to a figure, and the topic of the text there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.article.context import View, find_flows
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from tradefacts.article.context import State, Surroundings
    from tradefacts.article.naming import Place
    from tradefacts.article.page import Page

WITH = frozenset({"with", "с", "со", "ins", "against"})
ATTACHED = 3
FLOW_OF = {"X": "exports", "M": "imports", "T": "turnover", "B": "balance"}
MEMBERS = {
    "CA5": frozenset({"KZ", "KG", "TJ", "TM", "UZ"}),
    "CIS": frozenset({"KZ", "KG", "TJ", "TM", "UZ", "RU", "BY", "AM", "AZ", "MD"}),
    "EAEU": frozenset({"KZ", "KG", "RU", "BY", "AM"}),
    "EU": frozenset(
        {"DE", "FR", "IT", "ES", "NL", "PL", "LT", "LV", "EE", "AT", "BE", "CZ", "HU", "RO", "BG", "GR", "SE", "FI"}
    ),
    "SCO": frozenset({"CN", "RU", "KZ", "KG", "TJ", "UZ", "IN", "PK", "IR", "BY"}),
}


class Guess(NamedTuple):
    """A view, and the rule that gave it."""

    view: View | None
    rule: str


class Stage(NamedTuple):
    """The words that belong to one figure: the stretch from the previous figure to the next one."""

    page: Page
    around: Surroundings
    state: State
    kind: str
    begin: int
    middle: int
    """The token at which the figure begins."""
    end: int
    places: list[Place]
    words: frozenset[str]
    """Word classes in the stretch."""
    cue: tuple[int, str] | None
    """The word for the flow: token and side."""


def set_stage(page: Page, index: int, kind: str, around: Surroundings, state: State) -> Stage:
    """Return the stretch of a figure, with its places and its word for the flow."""
    figure = page.figures[index]
    before = page.figures[index - 1] if index else None
    begin = max(around.sentence_first, before.last if before is not None else 0)
    after = page.figures[index + 1] if index + 1 < len(page.figures) else None
    limit = after.first if after is not None and after.first < around.sentence_last else around.sentence_last
    is_telling = figure.last < limit and page.cut.tokens[figure.last].low in {"of", "worth"}
    end = limit if is_telling else min(limit, around.clause_last)
    ahead = [cue for cue in (*around.before, *around.earlier) if cue[0] >= begin]
    named = ahead or any(
        not place.part and place.mark != "dateline" for place in page.places_within(begin, figure.first)
    )
    if named and after is not None and after.first < around.clause_last and not is_telling:
        end = figure.last
    if not ahead and begin > around.sentence_first and not is_telling:
        # What follows a comma belongs to the next figure.
        end = next((position for position in range(figure.last, end) if page.cut.tokens[position].text in ",—–"), end)
    behind = find_flows(page, figure.last, end)
    if ahead and behind:
        end = behind[0][0]
    cues = ahead or list(behind)
    cue = cues[0] if cues else None
    places = [
        place
        for place in page.places_within(begin, end)
        if not place.part and place.code != "WORLD" and place.mark != "dateline"
    ]
    words = frozenset(name for position in range(begin, end) for name in page.cues[position])
    return Stage(page, around, state, kind, begin, figure.first, end, places, words, cue)


def look_back(stage: Stage) -> Stage:
    """Return the stretch of the first claim extended to the sentence before, which says what is counted."""
    page, around = stage.page, stage.around
    begin = page.cut.sentences[around.sentence - 1].first
    places = [
        place
        for place in page.places_within(begin, stage.end)
        if not place.part and place.code != "WORLD" and place.mark != "dateline"
    ]
    words = frozenset(name for position in range(begin, stage.end) for name in page.cues[position])
    return stage._replace(
        begin=begin, cue=around.previous[0], places=places, words=words, around=around._replace(sentence_first=begin)
    )


def find_topic(stage: Stage) -> tuple[str, str] | None:
    """Return the two places that the line or the text is about: those of a headline, or of two presidents."""
    page, around = stage.page, stage.around
    line = page.cut.sentences[around.sentence].line
    for is_near in (True, False):
        codes: list[str] = []
        for place in page.places_within(0, around.sentence_last):
            is_line = page.cut.sentences[page.cut.sentence_of[place.first]].line == line
            if place.code not in codes and place.code != "WORLD" and place.part != "body" and (is_line or not is_near):
                codes.append(place.code)
        if len(codes) > 1:
            return codes[0], codes[1]
    if not stage.words & {"mutual"}:
        return None
    later = list(dict.fromkeys(place.code for place in page.places if place.code != "WORLD" and place.part != "body"))
    return (later[0], later[1]) if len(later) > 1 and not stage.words & {"foreign"} else None


def find_home(state: State) -> str:
    """Return the home place: of the two places of the last claim, the one in more claims."""
    last = state.claims[-1].view
    counts = {code: sum(code in claim.view[:2] for claim in state.claims) for code in last[:2] if code != "WORLD"}
    return max(counts, key=lambda code: (counts[code], code == last.subject))


def replace_partner(state: State, code: str, flow: str) -> View:
    """Return the last flow with another partner of the home place."""
    last = state.claims[-1].view
    home = find_home(state)
    if code == home or (home in MEMBERS and code in MEMBERS[home]):
        home = next((place for place in last[:2] if place != home), home)
    if flow in {"exports", "imports"} and home == last.partner and last.flow == flow:
        return View(code, home, flow)
    return View(home, code, flow)


def find_pair(stage: Stage) -> tuple[str, str] | None:
    """Return subject and partner for a figure without places: those that the text is about."""
    last = stage.state.last
    if last is None:
        return find_topic(stage)
    sentences, sentence_of = stage.page.cut.sentences, stage.page.cut.sentence_of
    here = sentences[stage.around.sentence].line
    there = sentences[sentence_of[stage.page.figures[last.at].first]].line
    topic = find_topic(stage) if here != there else None
    if topic is not None and {
        sentences[sentence_of[place.first]].line for place in stage.page.places if place.code in topic
    } >= {here}:
        near = {
            place.code
            for place in stage.page.places_within(0, stage.middle)
            if sentences[sentence_of[place.first]].line == here and place.part != "body"
        }
        if len(near) == 2 and not near <= set(last.view[:2]):
            return topic
    return last.view.subject, last.view.partner


def get_last(places: list[Place]) -> str | None:
    """Return the code of the last of some places."""
    return places[-1].code if places else None
