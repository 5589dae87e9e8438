"""The home place of a figure: whose trade the text is about there, and with whom."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from tradefacts.article.context import are_equal, count_figures
from tradefacts.article.flows import View
from tradefacts.article.words import MEMBERS, get_words

if TYPE_CHECKING:
    from tradefacts.article.naming import Place
    from tradefacts.article.page import Page
    from tradefacts.article.plain.stage import Stage

_LISTED = 3
_ONE_SIDED = get_words("one_sided")
_MARKS = get_words("prepositions")
_HEADING = 4
"""How many of the other signs of a home place a heading outweighs."""


def find_topic(stage: Stage) -> tuple[str, str] | None:
    """Return the two places that the line or the text is about: those of a headline, or of two presidents."""
    page, around = stage.page, stage.around
    line = page.cut.sentences[around.sentence].line
    for is_near in (True, False):
        codes: list[str] = []
        marks: set[str] = set()
        for place in page.places_within(0, around.sentence_last):
            if place.mark in _ONE_SIDED & marks or place.part == "rival" or _is_venue_of_group(page, place):
                # Goods that go "to A" and "to B" do not go from A to B.
                continue
            marks.add(place.mark)
            is_line = page.cut.sentences[page.cut.sentence_of[place.first]].line == line
            if place.code not in codes and place.code != "WORLD" and place.part != "body" and (is_line or not is_near):
                # A group and its member are no pair.
                codes = [code for code in codes if place.code not in MEMBERS.get(code, ())]
                if not any(code in MEMBERS.get(place.code, ()) for code in codes):
                    codes.append(place.code)
        if is_near and len(codes) > 2:
            continue
        if len(codes) > 1:
            is_turned = page.homes[around.sentence].text[:1] == (codes[1],) and not are_equal(page, codes[0], codes[1])
            return (codes[1], codes[0]) if is_turned else (codes[0], codes[1])
    if not stage.words & {"mutual"}:
        return None
    later = list(dict.fromkeys(place.code for place in page.places if place.code != "WORLD" and place.part != "body"))
    return (later[0], later[1]) if len(later) > 1 and not stage.words & {"foreign"} else None


def _is_venue_of_group(page: Page, place: Place) -> bool:
    """Whether a dateline only tells where something was said of a group: "MOSCOW. Trade between the EAEU and Iran"."""
    return place.mark == "dateline" and any(place.code in MEMBERS.get(other.code, ()) for other in page.places)


def find_home(stage: Stage, without: str | None = None) -> str | None:
    """Return the home place of a figure whose partner is `without`: the one with most signs in claims and text."""
    page = stage.page
    home = page.homes[stage.around.sentence]
    other = _find_parallel(stage, without)
    if other is not None:
        return other
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
    apart = {without} | {group for group, members in MEMBERS.items() if without in members and group not in inside}
    known = [code for code in dict.fromkeys(told) if code not in apart]
    figure = page.figures[bisect_left(page.figure_starts, stage.middle)]
    nearest = next((code for code in home.near if code in known), None)

    def count_signs(code: str) -> float:
        share = sum(code in places for places in claims) / max(len(claims), 1)
        return (
            share
            + (share == 1)
            + (bool(claims) and not share)
            + (home.text[:1] == (code,))
            + (code == nearest)
            + _HEADING * (code == home.head)
            + (code == home.speaker)
            + (last is not None and code in {last.subject, last.partner})
            + (code == figure.country)
        )

    return max(known, key=count_signs, default=None)


def _find_parallel(stage: Stage, code: str | None) -> str | None:
    """Return whom the places of a list trade with: "21 % of turnover fell to China, 19 % to Russia"."""
    page, last = stage.page, stage.state.last
    if last is None or page.figures[last.at].first < stage.around.sentence_first:
        return None
    marks = {
        place.code: place.mark
        for place in page.places_within(stage.around.sentence_first, stage.begin)
        if not place.part and place.mark in _MARKS
    }
    mark = next((place.mark for place in stage.places if place.code == code), "")
    alike = [known for known in last.view[:2] if marks.get(known) == mark and known != code]
    others = [known for known in last.view[:2] if known not in {*alike, code, "WORLD"}]
    return others[0] if len(alike) == len(others) == 1 else None


def find_total(stage: Stage, pair: tuple[str, str] | None) -> tuple[str, str] | None:
    """Return the home place and the world, for a figure that is not about a pair, whose first place stands in."""
    home = find_home(stage) or (pair[0] if pair is not None else None)
    return (home, "WORLD") if home is not None else None


def replace_partner(stage: Stage, code: str, flow: str) -> View:
    """Return a flow of the home place with a partner; the direction is that of the last claim."""
    last = stage.state.claims[-1].view
    home = find_home(stage, code) or last.subject
    if last.is_directed and home == last.partner and last.flow == flow:
        return View(code, home, flow)
    return View(home, code, flow)


def find_pair(stage: Stage) -> tuple[str, str] | None:
    """Return subject and partner for a figure without places: those that the text is about."""
    last = stage.state.last
    text, _, head, item, *_ = stage.page.homes[stage.around.sentence]
    is_new = last is None or stage.page.figures[last.at].first < stage.around.sentence_first
    is_of_item = is_new and item is not None and all(place.code == item for place in stage.places)
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
    group = _find_group(stage) if here != there and stage.cue is not None else None
    if group is not None:
        return group
    if here != there and stage.cue is not None and _ends_list(stage):
        return find_total(stage, (last.view.subject, last.view.partner))
    whole = _find_whole_of_list(stage)
    if whole is not None or last.kind != "share" or last.view.flow != "turnover" or stage.kind == "share":
        return whole if whole is not None else (last.view.subject, last.view.partner)
    # A share of "Hungarian exports" does not turn the text to the other side.
    alike = (claim.view for claim in reversed(stage.state.claims) if claim.kind != "share")
    same = next((view for view in alike if set(view[:2]) == set(last.view[:2])), last.view)
    return same.subject, same.partner


def _find_whole_of_list(stage: Stage) -> tuple[str, str] | None:
    """Return the trade with a group that the sentence before lists the members of: "Within the EU, Italy ($9 bn)"."""
    page, claims = stage.page, stage.state.claims
    sentences = [page.cut.sentence_of[page.figures[claim.at].first] for claim in claims]
    at = sentences.index(sentences[-1])
    if sentences[-1] == stage.around.sentence or stage.cue is None:
        return None
    partners = {code for claim in claims[at:] for code in claim.view[:2]}
    if not at or len(partners) < _LISTED:
        return None
    before = claims[at - 1].view
    group = next((code for code in before[:2] if code in MEMBERS), None)
    others = set(before[:2]) - {group}
    if group is None or not others or not partners - others <= MEMBERS[group]:
        return None
    return before.subject, before.partner


def _ends_list(stage: Stage) -> bool:
    """Whether a list or table of partners ends before this figure, in a text that began with the world trade."""
    views = [claim.view for claim in stage.state.claims]
    has_table = any(stage.page.figures[at].first < stage.middle for at in stage.page.cells)
    listed = 1 if has_table else _LISTED
    partners = {view.partner for view in views[-listed:]}
    return len(partners) == listed and "WORLD" not in partners and any(view.partner == "WORLD" for view in views)


def _find_group(stage: Stage) -> tuple[str, str] | None:
    """Return the home place and the group whose members, as its partners, were told last."""
    views = [claim.view for claim in stage.state.claims]
    home, partners = views[-1].subject, {view.partner for view in views[-2:]}
    if len(partners) == 1 or views[-2].subject != home:
        return None
    groups = [view.partner for view in views if partners <= set(MEMBERS.get(view.partner, ()))]
    return (home, groups[-1]) if groups and home not in {groups[-1], *MEMBERS[groups[-1]]} else None


def find_intro(stage: Stage, without: str | None = None) -> str | None:
    """Return the one other place named between the last claim and this sentence: "And Kyrgyzstan? 1.2 billion"."""
    page, last = stage.page, stage.state.last
    if last is None:
        return None
    cut = page.cut
    begin = cut.sentences[cut.sentence_of[page.figures[last.at].first]].last
    between = page.places_within(begin, stage.around.sentence_first)
    named = _find_nearest(stage, [place for place in between if not place.part], {without})
    if len(named) != 1 or named & set(last.view) or count_figures(page, begin, stage.around.sentence_first):
        return None
    told = [cut.sentences[cut.sentence_of[place.first]] for place in between if place.code in named and not place.part]
    # "Russia restricts transit." tells nothing of trade
    is_apart = page.cues_within(told[-1].first, told[-1].last) & {"cargo", "invest"}
    return None if is_apart else named.pop()


def _find_nearest(stage: Stage, places: list[Place], without: set[str | None]) -> set[str]:
    """Return the places of the nearest of other lines that names one besides the home place, or all if there is none.

    "At the meeting with Tajikistan, Kazakhstan … ¶ Trade rose 1.5-fold."
    """
    sentences, sentence_of = stage.page.cut.sentences, stage.page.cut.sentence_of
    here = sentences[stage.around.sentence].line
    home = stage.page.homes[stage.around.sentence].text[:1]
    lines: dict[int, set[str]] = {}
    for place in places:
        lines.setdefault(sentences[sentence_of[place.first]].line, set()).add(place.code)
    for line in sorted(lines, reverse=True):
        others = lines[line] - {*home, *without}
        if line != here and others:
            return others
    return {place.code for place in places} - without


def is_turned(stage: Stage, pair: tuple[str, str]) -> bool:
    """Whether the flows are those of the second place: "Four republics traded $4 bn with Kazakhstan. Exports …"."""
    home = stage.page.homes[stage.around.sentence]
    is_told = any(claim.view.is_directed for claim in stage.state.claims)
    is_home = home.text[:1] == (pair[1],) and home.owner == pair[1] and home.speaker in {None, pair[1]}
    return is_home and bool(stage.state.claims) and not is_told


def find_neighbour(stage: Stage) -> tuple[str, str] | None:
    """Return the home place and "the northern neighbour", if only one other place was named before."""
    home = find_home(stage)
    named = {place.code for place in stage.page.places_within(0, stage.middle)} - {home, "WORLD"}
    return (home, named.pop()) if home is not None and stage.words & {"across"} and len(named) == 1 else None
