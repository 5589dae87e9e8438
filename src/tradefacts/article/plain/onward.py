"""Continuing the last claim where no word names a flow."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tradefacts.article.context import told_both_ways
from tradefacts.article.flows import View
from tradefacts.article.plain.home import find_home, find_intro, find_pair, replace_partner
from tradefacts.article.plain.lists import is_numbered
from tradefacts.article.plain.pointing import find_way
from tradefacts.article.plain.stage import WITH, Guess
from tradefacts.article.words import get_phrases, get_words
from tradefacts.article.words.classes import FLOW_CUES

if TYPE_CHECKING:
    from tradefacts.article.context import Claimed
    from tradefacts.article.naming import Place
    from tradefacts.article.plain.stage import Stage

_TO, _FROM = get_words("to_place"), get_words("from_place")
_IT = get_words("it")
_AT, _ENDS = get_words("at_owner"), get_words("ones") | {".", ",", ";", ")", ""}
_PAIR = 2
_THESE = get_words("these")
_BEGINNING = get_words("change_begins")
_THOSE_OF, _NEXT = get_phrases("those_of"), get_words("next_in_list")


def go_on(stage: Stage) -> Guess:
    """Continue the last claim: the same flow, with a new partner if one is named."""
    last = stage.state.last
    way = _find_way(stage)
    if way is not None:
        return Guess(way, "way")
    pair = find_pair(stage)
    if last is None or pair is None:
        return _begin(stage, pair)
    page = stage.page
    is_new = page.cut.sentence_of[page.figures[last.at].first] != stage.around.sentence
    if set(pair) != set(last.view[:2]):
        above = _find_above(stage)
        goes_on = above is not None and above.subject == pair[0]
        return Guess(View(*pair, above.flow if above is not None and goes_on else "turnover"), "topic")
    told = _guess_told(stage, last.view, is_new=is_new)
    if told is not None:
        return told
    # Goals and main partners are told with the turnover.
    turned = _turn(stage, last.view) if stage.kind != "target" and "partner" not in stage.words else None
    if turned is not None:
        return Guess(turned, "turn")
    fresh = [place for place in stage.places if place.code not in last.view[:2]]
    frame = _find_frame(stage)
    owner = _find_owner(stage, fresh)
    if owner is not None and stage.kind != "share" and last.view.is_directed and "WORLD" not in last.view:
        return Guess(View(owner, last.view.partner, last.view.flow), "owner")
    if not fresh:
        return _repeat(stage, last, frame, is_new=is_new)
    codes = list(dict.fromkeys(place.code for place in fresh))
    if "partner" in stage.words and is_new and len(codes) == _PAIR:
        # "China leads among the partners of Kazakhstan" is about neither of the places before.
        return Guess(View(codes[1], codes[0], "turnover"), "pair")
    place = fresh[-1]
    if place.mark in _AT and last.view.partner == "WORLD":
        return Guess(View(place.code, "WORLD", last.view.flow), "owner")
    if _replaces_subject(stage, place, last.view):
        return Guess(View(place.code, last.view.partner, last.view.flow), f"subject{is_new:d}")
    flow = last.view.flow
    if stage.kind == "share" and is_new and "partner" in stage.words:
        flow = "turnover"
    if place.mark in WITH:
        flow = "turnover" if flow != "balance" and (is_new or place.mark != "ins") else flow
    elif is_new and frame is not None and not _continues(stage):
        flow = frame
    return Guess(replace_partner(stage, place.code, flow), f"new{is_new:d}")


def _begin(stage: Stage, pair: tuple[str, str] | None) -> Guess:
    """Return the turnover of the places that are named, else that of `pair`, where there is no claim to continue."""
    named = list(dict.fromkeys(place.code for place in stage.places))
    if len(named) > 1:
        return Guess(View(named[0], named[1], "turnover"), "none2")
    home = find_home(stage, named[0]) if named else None
    if home is not None:
        return Guess(View(home, named[0], "turnover"), "none1")
    return Guess(View(*pair, "turnover") if pair is not None else None, "none")


def _find_way(stage: Stage) -> View | None:
    """Read "goods worth $9 m went from Iran to Turkmenistan", "from Iran goods for $9 m came in"."""
    origins = [place.code for place in stage.places if place.mark in _FROM]
    goals = [place.code for place in stage.places if place.mark in _TO]
    if "wares" not in stage.words or len(origins) != 1 or len(goals) > 1 or origins == goals:
        return None
    goal = goals[0] if goals else find_home(stage, origins[0])
    return View(origins[0], goal, "exports") if goal is not None else None


def _guess_told(stage: Stage, view: View, *, is_new: bool) -> Guess | None:
    """Return the flow that words beside the figure tell without naming it: its two sides, or the way of the goods."""
    if "reverse" in stage.words and view.is_directed:
        return Guess(view._replace(flow="imports" if view.flow == "exports" else "exports"), "reverse")
    two = _find_two(stage) if view.flow == "turnover" else None
    if two is not None:
        return Guess(two, "two")
    withs = [place.code for place in stage.places if place.mark in WITH]
    bodies = [place.code for place in stage.page.places_within(stage.begin, stage.end) if place.part == "body"]
    if withs and bodies and bodies[-1] != withs[-1] and is_new:
        return Guess(View(bodies[-1], withs[-1], "turnover"), "body")
    owners = [place.code for place in stage.places if place.mark in _AT and place.code not in withs]
    if withs and owners:
        return Guess(View(owners[-1], withs[-1], "turnover"), "at")
    pointed = find_way(stage) if not stage.places else None
    if pointed is not None:
        home, flow = find_home(stage, pointed[0]) or view.subject, "exports" if pointed[1] else "imports"
        return Guess(View(home, pointed[0], flow), "there")
    owners = [place.code for place in stage.places if place.mark in _AT and place.code not in withs]
    return Guess(View(owners[-1], withs[-1], "turnover"), "at") if withs and owners else None


def _find_two(stage: Stage) -> View | None:
    """Read the next of several pairs: "Казахстан с Кыргызстаном дали 1,5 млрд"."""
    for one, other in pairwise(stage.places):
        if one.mark in {"nom", "bare"} and other.mark in WITH and other.first - one.last <= 1:
            return View(one.code, other.code, "turnover")
    return None


def _repeat(stage: Stage, last: Claimed, frame: str | None, *, is_new: bool) -> Guess:
    """Return the last claim again, where no new partner is named here."""
    topic = find_intro(stage) if is_new else None
    if topic is not None:
        return Guess(replace_partner(stage, topic, frame or last.view.flow), "intro")
    is_sum = "total" in stage.words and (told_both_ways(stage.state) or (is_new and frame == "turnover"))
    if stage.kind == "target" or is_sum:
        return Guess(last.view._replace(flow="turnover"), "all")
    if last.view.flow == "balance" and _is_about_it(stage):
        return Guess(last.view, "same1")  # "Our deficit is $9 million. A year before it was over $100 million."
    if stage.kind == "share" and is_new and "partner" in stage.words:
        # As in "it is the second partner of the republic with a share of 17 %".
        return Guess(last.view._replace(flow="turnover"), "partner")
    # "Their value rose by 13 %" is about the flow before.
    points_back = stage.page.cut.get_low(stage.around.sentence_first) in _THESE
    if is_new and frame == "turnover" and not last.is_compared and _has_period(stage) and not points_back:
        return Guess(last.view._replace(flow="turnover"), "frame")
    return Guess(_leave_bracket(stage, last).view, f"same{is_new:d}")


def _is_about_it(stage: Stage) -> bool:
    """Whether "it" stands for what was counted last."""
    return any(token.low in _IT for token in stage.page.cut.tokens[stage.begin : stage.middle])


def _find_above(stage: Stage) -> View | None:
    """Return the first claim of the item above the one of a figure in a list: "2. Kazakhstan – $482 million"."""
    page, number = stage.page, stage.around.sentence
    if not is_numbered(page, number):
        return None
    sentences, line = page.cut.sentences, page.cut.sentences[number].line - 1
    views = (
        claim.view
        for claim in stage.state.claims
        if sentences[page.cut.sentence_of[page.figures[claim.at].first]].line == line
    )
    return next(views, None)


def _leave_bracket(stage: Stage, last: Claimed) -> Claimed:
    """Return the claim before a bracket that closed after the last one: "162 млн (экспорт — 35 млн), на 9 % выше"."""
    page = stage.page
    signs = [token.text for token in page.cut.tokens[page.figures[last.at].last : stage.middle] if token.text in "()"]
    if signs[:1] != [")"]:
        return last
    first = page.figures[last.at].first
    opening = next(
        (at for at in range(first, stage.around.sentence_first, -1) if page.cut.tokens[at].text == "("), first
    )
    if page.cues[opening - 1] & FLOW_CUES:
        return last  # "imports ($18 billion) were up by 5%"
    outer = [
        claim
        for claim in stage.state.claims
        if stage.around.sentence_first <= page.figures[claim.at].first < opening and claim.kind == "volume"
    ]
    return outer[-1] if outer and stage.kind in {"rise", "fall"} else last


def _replaces_subject(stage: Stage, place: Place, view: View) -> bool:
    """Whether a place is the next seller or buyer: "Узбекистан поставил в Казахстан на 650 млн, Таджикистан на 110"."""
    if place.mark not in {"nom", "bare"} or not view.is_directed or "WORLD" in view:
        return False
    ahead = stage.page.places_within(stage.around.sentence_first, stage.begin)
    marks = {mention.code: mention.mark for mention in ahead if not mention.part}
    # "Poland received goods worth $4 billion from us, Türkiye $3 billion."
    is_ours = view.partner not in marks and "us" in stage.page.cues_within(stage.around.sentence_first, stage.middle)
    return marks.get(view.subject) in {"nom", "bare"} and (marks.get(view.partner) in _TO | _FROM or is_ours)


def _turn(stage: Stage, view: View) -> View | None:
    """Return the flow in the other direction: "Bishkek's exports were $11 m, Dushanbe's $4 m", or "the second $4 m"."""
    if not view.is_directed:
        makers = [
            place.code
            for place in stage.places
            if place.form == "adjective" and (place.first < stage.middle or "wares" in _behind(stage, place))
        ]
        if "wares" in stage.words and makers and makers[-1] in view[:2] and "WORLD" not in view:
            return View(makers[-1], next(code for code in view[:2] if code != makers[-1]), "exports")
        return None
    owners = [
        place.code
        for place in stage.places
        if place.mark in {"gen", "adj"} and (place.first < stage.middle or _lacks_noun(stage, place))
    ]
    goals = [place.code for place in stage.places if place.mark in _TO and place.first < stage.middle]
    if owners and owners[-1] == (view.partner if view.flow == "exports" else view.subject):
        return View(owners[-1], next(code for code in view[:2] if code != owners[-1]), "exports")
    if owners and goals and goals[-1] != owners[-1]:
        return View(owners[-1], goals[-1], "exports")
    exporter, importer, _ = view.key
    origins = [place.code for place in stage.places if place.mark in _FROM and place.first < stage.middle]
    if "WORLD" not in view and (goals[-1:] == [exporter] or origins[-1:] == [importer]):
        # "Supplies from India came to $655 m, to India $103 m."
        return View(importer, exporter, "exports")
    return None


def _lacks_noun(stage: Stage, place: Place) -> bool:
    """Whether an adjective stands for the flow of its place: "остальные 1,3 млрд — на узбекский"."""
    return place.form == "adjective" and stage.page.cut.get_low(place.last) in _ENDS


def _behind(stage: Stage, place: Place) -> frozenset[str]:
    """Return the classes of the word behind a place."""
    return stage.page.cues_within(place.last, place.last + 1)


def _find_owner(stage: Stage, fresh: list[Place]) -> str | None:
    """Return whose flow "Poland's doubled" or "those of Poland" is about."""
    cut = stage.page.cut
    for place in reversed(fresh):
        before = tuple(token.low for token in cut.tokens[max(0, place.first - 2) : place.first])
        is_alone = place.mark == "gen" and cut.tokens[place.last - 1].is_possessive
        is_told = bool(_behind(stage, place) & {"rise", "fall", "reach", "about", "over"})
        follows = is_told or cut.get_low(place.last) in _BEGINNING
        if (is_alone and follows) or before in _THOSE_OF:
            return place.code
    return None


def _continues(stage: Stage) -> bool:
    """Whether a sentence only adds places to the list of the one before: "Next come Kazakhstan with 591 million"."""
    cut, last = stage.page.cut, stage.state.last
    if last is None or not last.view.is_directed or _has_period(stage):
        return False
    if "WORLD" not in last.view and [
        claim.view.key[1::-1] for claim in stage.state.claims[-2:-1] if claim.view.is_directed
    ] == [last.view.key[:2]]:
        # Both directions of the trade with one partner were given: the next partner comes with its turnover.
        return False
    before, here = cut.sentence_of[stage.page.figures[last.at].first], stage.around.sentence
    bounds = cut.sentences[here]
    is_next = any(token.low in _NEXT for token in cut.tokens[bounds.first : stage.middle])
    return here - before == 1 and (is_next or cut.sentences[before].line == bounds.line)


def _has_period(stage: Stage) -> bool:
    return bool(stage.page.periods_within(stage.around.sentence_first, stage.middle))


def _find_frame(stage: Stage) -> str | None:
    """Return the flow that the text is about: turnover once both directions were given, else that of the last claim."""
    views = [claim.view for claim in stage.state.claims]
    flows = [view.flow for view in views]
    if len(views) > 1 and flows[-1] == flows[-2] and views[-1].partner != views[-2].partner:
        # A list of partners keeps its flow.
        return flows[-1]
    if "turnover" in flows or {"exports", "imports"} <= set(flows):
        return "turnover"
    return flows[-1] if flows else None
