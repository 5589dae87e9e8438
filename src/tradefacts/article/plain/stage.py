"""The words that belong to a figure, and the topic of the text there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.article.context import (
    View,
    are_equal,
    count_figures,
    find_antecedent,
    find_begin,
    find_flows,
    find_insertion,
    find_whole,
    follows_figures,
)
from tradefacts.article.words import MEMBERS, get_words
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from tradefacts.article.context import State, Surroundings
    from tradefacts.article.naming import Place
    from tradefacts.article.page import Page

WITH = get_words("with") | {"ins"}
ATTACHED = 3
_NEXT = 2
_LISTED = 3
_DIRECTED = get_words("directed")
_TELLING = get_words("of_or_worth")
"""Words after a figure that tell what it counts: "12 % of turnover"."""
_DASHES = frozenset({"—", "–"})
_PRONOUNS = get_words("it")
_PARTING = get_words("parting") | {",", "—", "–"}
_ONE_SIDED = get_words("one_sided")
FLOW_OF = {"X": "exports", "M": "imports", "T": "turnover", "B": "balance"}


_VOTES = {
    "share": 1.4,
    "all": 1.6,
    "new": 1.3,
    "text": 0.9,
    "near": 0.9,
    "head": 4.5,
    "speaker": 1.3,
    "subject": 1.5,
    "partner": 0.9,
}
"""What speaks for a home place, and how much: fitted once to labelled claims whose partner is named."""


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
    begin = find_antecedent(page, find_begin(page, index, around, state), figure.first)
    tokens = page.cut.tokens
    parts = (at + 1 for at in range(begin, figure.first) if tokens[at].text == ";" and tokens[at + 1].low in WITH)
    begin = max(parts, default=begin)
    after = page.figures[index + 1] if index + 1 < len(page.figures) else None
    limit = after.first if after is not None and after.first < around.sentence_last else around.sentence_last
    is_telling = figure.last < limit and page.cut.tokens[figure.last].low in _TELLING
    if is_telling:
        # As in "12 % of turnover, with China 15 %".
        limit = next(
            (position for position in range(figure.last, limit) if page.cut.tokens[position].text in ",;"), limit
        )
    end = limit if is_telling else min(limit, around.clause_last)
    ahead = [cue for cue in (*around.before, *around.earlier) if cue[0] >= begin]
    aside = find_insertion(page, begin, figure.first)
    if any(cue[0] < aside.start for cue in ahead):
        ahead = [cue for cue in ahead if cue[0] not in aside]
    else:
        aside = range(0)
    if ahead and follows_figures(page, index, around):
        begin, ahead = ahead[0][0] + 1, []
    named = ahead or any(
        not place.part and place.mark != "dateline" for place in page.places_within(begin, figure.first)
    )
    if named and not is_telling:
        end = _find_end(page, figure.last, end, is_last=after is None or after.first >= around.clause_last)
    has_more = after is not None and after.first < around.sentence_last
    if not ahead and (begin > around.sentence_first or has_more) and not is_telling:
        # What follows a comma belongs to the next figure, but not the dash of "of which 24 million — exports".
        begins = figure.last + (figure.last < end and page.cut.tokens[figure.last].text in _DASHES)
        end = next((position for position in range(begins, end) if page.cut.tokens[position].low in _PARTING), end)
    whole = find_whole(page, figure.last, limit) if kind == "share" else ()
    behind = whole or find_flows(page, figure.last, end)
    ahead = ahead if not whole else []
    told = range(figure.first - 1, begin - 1, -1)
    told = range(next((at + 1 for at in told if page.cut.tokens[at].kind == "sign"), begin), figure.first)
    if not ahead and any(page.cut.tokens[at].low in _PRONOUNS for at in told):
        # "Торговля растёт. За год она достигла 5 млрд, причём экспорт – 3 млрд": the word of the sentence before.
        behind = ()
    if ahead and behind:
        end = behind[0][0]
    cues = ahead or list(behind)
    cue = cues[0] if cues else None
    places = [
        place
        for place in page.places_within(begin, end)
        if not place.part and place.code != "WORLD" and place.mark != "dateline" and place.first not in aside
    ]
    words = page.cues_within(begin, end)
    return Stage(page, around, state, kind, begin, figure.first, end, places, words, cue)


def _find_end(page: Page, first: int, end: int, *, is_last: bool) -> int:
    """Return where the words that follow a figure end which has its own words before it."""
    tokens = page.cut.tokens
    if is_last:
        signs = (position for position in range(first, end) if tokens[position].text in ",(")
        end = next(signs, end)
        # As in "China is first with $1 bn and is followed by Russia ($0.9 bn)".
        # A place can also be the last word of the text, as in a headline.
        places = [place for place in page.places_within(first, end) if place.last < len(tokens)]
        return next((place.first for place in places if tokens[place.last].text in "(–—:"), end)
    places = page.places_within(first, min(first + _NEXT + 1, end))
    is_apart = any(token.text in ",;—–" for token in tokens[first : first + _NEXT])
    return places[0].last if places and places[0].mark in _DIRECTED and not is_apart else first


def look_back(stage: Stage) -> Stage:
    """Return the stretch of the first claim extended to the sentence before, which says what is counted."""
    page, around = stage.page, stage.around
    begin = page.cut.sentences[around.sentence - 1].first
    places = [
        place
        for place in page.places_within(begin, stage.end)
        if not place.part and place.code != "WORLD" and place.mark != "dateline"
    ]
    words = page.cues_within(begin, stage.end)
    return stage._replace(
        begin=begin, cue=around.previous[0], places=places, words=words, around=around._replace(sentence_first=begin)
    )


def find_topic(stage: Stage) -> tuple[str, str] | None:
    """Return the two places that the line or the text is about: those of a headline, or of two presidents."""
    page, around = stage.page, stage.around
    line = page.cut.sentences[around.sentence].line
    for is_near in (True, False):
        codes: list[str] = []
        marks: set[str] = set()
        for place in page.places_within(0, around.sentence_last):
            if place.mark in _ONE_SIDED & marks:
                # Goods that go "to A" and "to B" do not go from A to B.
                continue
            marks.add(place.mark)
            is_line = page.cut.sentences[page.cut.sentence_of[place.first]].line == line
            if place.code not in codes and place.code != "WORLD" and place.part != "body" and (is_line or not is_near):
                # A group and its member are no pair.
                codes = [code for code in codes if place.code not in MEMBERS.get(code, ())]
                if not any(code in MEMBERS.get(place.code, ()) for code in codes):
                    codes.append(place.code)
        if len(codes) > 1:
            is_turned = page.homes[around.sentence].text[:1] == (codes[1],) and not are_equal(page, codes[0], codes[1])
            return (codes[1], codes[0]) if is_turned else (codes[0], codes[1])
    if not stage.words & {"mutual"}:
        return None
    later = list(dict.fromkeys(place.code for place in page.places if place.code != "WORLD" and place.part != "body"))
    return (later[0], later[1]) if len(later) > 1 and not stage.words & {"foreign"} else None


def find_home(stage: Stage, without: str | None = None) -> str | None:
    """Return the home place of a figure whose partner is `without`: by earlier claims, and by the text as a whole."""
    page = stage.page
    home = page.homes[stage.around.sentence]
    # Under a heading, only the claims below it count.
    told_here = [
        claim.view
        for claim in stage.state.claims
        if page.homes[page.cut.sentence_of[page.figures[claim.at].first]].head == home.head
    ]
    last = told_here[-1] if told_here else None
    claims = [view[:2] for view in told_here]
    told = [code for code in (*(last[:2] if last is not None else ()), *home.text) if code != "WORLD"]
    # A group trades with its member only where the text is about trade inside the group.
    inside = {code for code, other in claims if code == other}
    known = [
        code
        for code in dict.fromkeys(told)
        if code != without and (code in inside or without not in MEMBERS.get(code, ()))
    ]
    nearest = next((code for code in home.near if code in known), None)
    best, most = None, -1.0
    for code in known:
        share = sum(code in places for places in claims) / max(len(claims), 1)
        votes = {
            "share": share,
            "all": share == 1,
            "new": bool(claims) and not share,
            "text": home.text[:1] == (code,),
            "near": code == nearest,
            "head": code == home.head,
            "speaker": code == home.speaker,
            "subject": last is not None and code == last.subject,
            "partner": last is not None and code == last.partner,
        }
        sum_of_votes = sum(_VOTES[name] * vote for name, vote in votes.items())
        if sum_of_votes > most:
            best, most = code, sum_of_votes
    return best


def find_total(stage: Stage, pair: tuple[str, str] | None) -> tuple[str, str] | None:
    """Return the home place and the world, for a figure that is not about a pair, whose first place stands in."""
    home = find_home(stage) or (pair[0] if pair is not None else None)
    return (home, "WORLD") if home is not None else None


def replace_partner(stage: Stage, code: str, flow: str) -> View:
    """Return a flow of the home place with a partner; the direction is that of the last claim."""
    last = stage.state.claims[-1].view
    home = find_home(stage, code) or last.subject
    if flow in {"exports", "imports"} and home == last.partner and last.flow == flow:
        return View(code, home, flow)
    return View(home, code, flow)


def find_pair(stage: Stage) -> tuple[str, str] | None:
    """Return subject and partner for a figure without places: those that the text is about."""
    last = stage.state.last
    text, _, head, item, *_ = stage.page.homes[stage.around.sentence]
    is_of_item = item is not None and all(place.code == item for place in stage.places)
    if item is not None and is_of_item and (last is None or item not in last.view):
        return text[0], item
    if head is not None and stage.cue is not None and (last is None or head not in last.view):
        return head, "WORLD"
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
    if here != there and stage.cue is not None and _ends_list(stage):
        return find_total(stage, (last.view.subject, last.view.partner))
    return last.view.subject, last.view.partner


def _ends_list(stage: Stage) -> bool:
    """Whether a list of partners ends before this figure, in a text that began with the trade with the world."""
    views = [claim.view for claim in stage.state.claims]
    partners = {view.partner for view in views[-_LISTED:]}
    return len(partners) == _LISTED and "WORLD" not in partners and any(view.partner == "WORLD" for view in views)


def find_intro(stage: Stage, without: str | None = None) -> str | None:
    """Return the one other place named between the last claim and this sentence: "And Kyrgyzstan? 1.2 billion"."""
    page, last = stage.page, stage.state.last
    if last is None:
        return None
    cut = page.cut
    begin = cut.sentences[cut.sentence_of[page.figures[last.at].first]].last
    between = page.places_within(begin, stage.around.sentence_first)
    named = {place.code for place in between if not place.part} - {without}
    is_single = len(named) == 1 and not named & set(last.view)
    return named.pop() if is_single and count_figures(page, begin, stage.around.sentence_first) == 0 else None


def get_last(places: list[Place]) -> str | None:
    """Return the code of the last of some places."""
    return places[-1].code if places else None
