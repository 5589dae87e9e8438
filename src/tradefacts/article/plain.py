"""A second, plain chooser of whose trade with whom: what grammar says, without weights.

Where it and the trained scores agree, both are far more often right. Its guess is a feature of theirs, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tradefacts.article.context import View, find_flows

if TYPE_CHECKING:
    from tradefacts.article.context import State, Surroundings
    from tradefacts.article.naming import Place
    from tradefacts.article.page import Page

_TO = frozenset({"to", "в", "acc", "dat", "into", "во", "for", "на"})
_FROM = frozenset({"from", "из"})
_WITH = frozenset({"with", "с", "со", "ins", "against"})
_ATTACHED = 3
_SIDE = {"X": "exports", "M": "imports", "T": "turnover", "B": "balance"}
_MEMBERS = {
    "CA5": frozenset({"KZ", "KG", "TJ", "TM", "UZ"}),
    "CIS": frozenset({"KZ", "KG", "TJ", "TM", "UZ", "RU", "BY", "AM", "AZ", "MD"}),
    "EAEU": frozenset({"KZ", "KG", "RU", "BY", "AM"}),
    "EU": frozenset(
        {"DE", "FR", "IT", "ES", "NL", "PL", "LT", "LV", "EE", "AT", "BE", "CZ", "HU", "RO", "BG", "GR", "SE", "FI"}
    ),
    "SCO": frozenset({"CN", "RU", "KZ", "KG", "TJ", "UZ", "IN", "PK", "IR", "BY"}),
}


class Guess(NamedTuple):
    """A view, and which rule gave it."""

    view: View | None
    rule: str


class Stage(NamedTuple):
    """What belongs to one figure: the stretch from the figure before it to the next one."""

    page: Page
    around: Surroundings
    state: State
    kind: str
    begin: int
    middle: int
    """Where the figure stands."""
    end: int
    places: list[Place]
    words: frozenset[str]
    """Classes of the words of the stretch."""
    cue: tuple[int, str] | None
    """The word for the flow: token and side."""


def guess_view(page: Page, index: int, kind: str, around: Surroundings, state: State) -> Guess:
    """Return the view that the words around a figure name, or that goes on from the last claim."""
    stage = set_stage(page, index, kind, around, state)
    listed = _find_listed(stage, index)
    ordered = find_order(stage)
    if ordered is not None and stage.cue is None:
        return Guess(ordered, "order")
    if kind == "share" and (shared := _guess_share(stage)) is not None:
        return shared
    column = find_column(stage, index) if stage.cue is None else None
    side = stage.cue[1] if stage.cue is not None else None
    if side in {"X", "M"}:
        guess = _guess_goods(stage, str(side))
    elif side is not None:
        guess = _guess_both(stage, side)
    else:
        guess = _go_on(stage)
    if column in {"X", "M"} and guess.view is not None:
        return Guess(guess.view._replace(flow=_SIDE[str(column)]), "column")
    if listed is not None and guess.view is not None:
        return Guess(_put_partner(guess.view, listed, state), "list")
    return guess


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
    if ahead and after is not None and after.first < around.clause_last and not is_telling:
        end = figure.last
    behind = find_flows(page, figure.last, end)
    if ahead and behind:
        end = behind[0][0]
    cue = (ahead or list(behind) or [None])[0]
    places = [
        place
        for place in page.places_within(begin, end)
        if not place.part and place.code != "WORLD" and place.mark != "dateline"
    ]
    words = frozenset(name for position in range(begin, end) for name in page.cues[position])
    return Stage(page, around, state, kind, begin, figure.first, end, places, words, cue)


def find_topic(stage: Stage) -> tuple[str, str] | None:
    """Return the two places that the line, or the text, has been about: of a headline, of two presidents."""
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
    later = list(dict.fromkeys(place.code for place in page.places if place.code != "WORLD" and place.part != "body"))
    return (later[0], later[1]) if len(later) > 1 and not stage.words & {"foreign"} else None


def _find_pair(stage: Stage) -> tuple[str, str] | None:
    """Return subject and partner of what the text is about at a figure without places."""
    last = stage.state.last
    if last is None:
        return find_topic(stage)
    sentences, sentence_of = stage.page.cut.sentences, stage.page.cut.sentence_of
    here = sentences[stage.around.sentence].line
    there = sentences[sentence_of[stage.page.figures[last.index].first]].line
    topic = find_topic(stage) if here != there else None
    if topic is not None and {
        sentences[sentence_of[place.first]].line for place in stage.page.places if place.code in topic
    } >= {here}:
        near = {
            place.code
            for place in stage.page.places_within(0, stage.middle)
            if sentences[sentence_of[place.first]].line == here and place.part != "body"
        }
        if len(near) == 2 and not near <= set(last.view[:2]):  # noqa: PLR2004 - a line about two others
            return topic
    return last.view.subject, last.view.partner


def _guess_goods(stage: Stage, side: str) -> Guess:
    """Fill exporter and importer from the places at the cue, the rest from what was said before."""
    assert stage.cue is not None  # noqa: S101 - the caller has looked
    cue = stage.cue[0]
    cues = stage.page.cues[cue]
    reach = stage.page.places_within(stage.around.sentence_first, stage.end)
    near = [
        place
        for place in reach
        if not place.part
        and place.code != "WORLD"
        and place.mark != "dateline"
        and (place.first >= stage.begin or abs(place.first - cue) <= _ATTACHED)
    ]
    is_verb = bool(cues & {"sell", "buy"} and not cues & {"share"}) or stage.page.cut.tokens[cue].low.endswith(
        ("ed", "ил", "ал", "ли", "зил")
    )
    origin = _last([place for place in near if place.mark in _FROM])
    toward = _TO - {"acc", "dat"} - ({"на"} if stage.kind == "share" else set())
    goal = _last([place for place in near if place.mark in toward]) or _last(
        [place for place in near if place.mark in {"acc", "dat"}]
    )
    owner = _find_owner(near, cue, {origin, goal}, is_verb=is_verb)
    goods = _last(
        [place for place in near if place.form == "adjective" and place.first > cue and place.code not in {owner, goal}]
    )
    bodies = [
        place.code for place in reach if place.part == "body" and place.code not in {origin, goal} and place.first < cue
    ]
    body = bodies[-1] if bodies else None
    if side == "X":
        exporter, importer = origin or owner or goods, goal
    else:
        if "buy" in cues and goal and not origin and owner != goal:
            origin, goal = goal, None
        exporter, importer = origin or goods, owner if owner not in {origin, goods} else goal
        importer = importer or (goal if goal != exporter else None)
        by = _last([place for place in near if place.mark == "by"])
        if by:
            exporter, importer = _last([place for place in near if place.code != by]) or exporter, by
    others = [place.code for place in near if place.code not in {exporter, importer}]
    if exporter is None and importer is None and len(set(others)) == 1:
        # "The main partners in exports were Russia (36 %)": one at home is not named.
        exporter, importer = (None, others[0]) if side == "X" else (others[0], None)
    elif body is not None and (exporter is None if side == "X" else importer is None):
        exporter, importer = (body, importer) if side == "X" else (exporter, body)
    others = [place.code for place in near if place.code not in {exporter, importer}]
    rule = f"{side}{bool(exporter):d}{bool(importer):d}{bool(owner):d}"
    if (exporter is None) != (importer is None) and others and (stage.kind == "share" or owner is not None):
        exporter, importer = exporter or others[-1], importer or others[-1]
        rule += "o"
    exporter, importer = _complete(stage, exporter, importer, side, is_owner=owner is not None and not is_verb)
    if exporter is None or importer is None or exporter == importer:
        return Guess(None, rule)
    view = View(exporter, importer, "exports") if side == "X" else View(importer, exporter, "imports")
    return Guess(view, rule)


def _guess_share(stage: Stage) -> Guess | None:
    """Read "the share of Tajikistan in Russian exports": the part, the owner of the whole, the flow of the whole."""
    page = stage.page
    cues = [position for position in range(stage.begin, stage.middle) if "share" in page.cues[position]]
    for cue in cues:
        behind = [
            place
            for place in stage.places
            if 0 < place.first - cue <= _ATTACHED and place.mark in {"gen", "of", "bare", "adj"}
        ]
        before = [
            place for place in stage.places if 0 < cue - place.last + 1 <= _ATTACHED and place.mark in {"gen", "adj"}
        ]
        parts = behind[:1] or before[-1:]
        if not parts:
            continue
        part = parts[0].code
        owners = [
            place.code
            for place in stage.places
            if place.code != part and (place.code not in _MEMBERS or place.mark in {"gen", "adj"})
        ]
        pair = _find_pair(stage)
        home = owners[0] if owners else None
        if home is None and pair is not None:
            home = pair[0] if pair[0] != part else pair[1]
        if home is None or home == "WORLD":
            continue
        sides = [side for position, side in find_flows(page, cue, max(stage.end, stage.middle)) if side != "B"]
        flow = _SIDE[sides[0]] if sides else "turnover"
        return Guess(View(home, part, flow), f"share{bool(owners):d}")
    return None


def _last(places: list[Place]) -> str | None:
    return places[-1].code if places else None


def _find_owner(near: list[Place], cue: int, taken: set[str | None], *, is_verb: bool) -> str | None:
    """Return whose flow the cue is: "Uzbekistan's exports", "exports of Uzbekistan", "Uzbekistan sold"."""
    if is_verb:
        subjects = [
            place
            for place in near
            if place.mark in {"bare", "nom", "adj", "gen"} and place.first < cue and place.code not in taken
        ]
        return _last(subjects)
    fit = [place for place in near if place.code not in taken]
    before = [place for place in fit if 0 < cue - place.last + 1 <= _ATTACHED + 1 and place.mark in {"gen", "adj"}]
    behind = [
        place
        for place in fit
        if 0 < place.first - cue <= _ATTACHED and place.mark in {"gen", "of"} and place.form != "adjective"
    ]
    if not before and not behind:
        # "Turkmenistan sent exports exceeding …"
        before = [place for place in fit if 0 < cue - place.last + 1 <= _ATTACHED and place.mark in {"bare", "nom"}][:1]
    return (before[-1:] + behind[:1])[0].code if before or behind else None


def _complete(
    stage: Stage, exporter: str | None, importer: str | None, side: str, *, is_owner: bool
) -> tuple[str | None, str | None]:
    """Fill the sides that no words at the cue name."""
    if exporter is not None and importer is not None:
        return exporter, importer
    known = exporter or importer
    pair = _find_pair(stage)
    if known is None:
        if pair is None:
            return None, None
        last = stage.state.last
        subject, partner = pair
        is_turned = last is not None and last.view.flow in {"exports", "imports"} and set(pair) == set(last.view[:2])
        if is_turned and last is not None and stage.words & {"across"} and last.view.flow == _SIDE[side]:
            subject, partner = partner, subject
        if stage.words & {"foreign"}:
            partner = "WORLD"
        return (subject, partner) if side == "X" else (partner, subject)
    other = _find_other(stage, known, pair, is_owner=is_owner and (known == exporter) == (side == "X"))
    return exporter or other, importer or other


def _find_other(stage: Stage, known: str, pair: tuple[str, str] | None, *, is_owner: bool) -> str | None:
    """Return who is on the other side of a place that is named."""
    points = stage.words & {"home", "across"}
    has_world = any(claim.view.subject == known and claim.view.partner == "WORLD" for claim in stage.state.claims)
    if (
        is_owner
        and not points
        and (
            has_world
            or pair is None
            or stage.words & {"total", "foreign"}
            or "WORLD" in pair
            or stage.state.last is None
        )
    ):
        return "WORLD"
    if pair is None:
        return "WORLD"
    if known in pair:
        return pair[1] if known == pair[0] else pair[0]
    return "WORLD" if is_owner else pair[0]


def _guess_both(stage: Stage, side: str) -> Guess:
    """Fill the pair of a turnover or balance."""
    flow = _SIDE[side]
    ahead = list(dict.fromkeys(place.code for place in stage.places if place.first < stage.middle))
    codes = list(dict.fromkeys(place.code for place in stage.places))
    if len(ahead) > 1 or (ahead and stage.cue is not None and stage.cue[0] < stage.middle and len(codes) > 2):  # noqa: PLR2004
        codes = ahead
    pair = _find_pair(stage)
    if stage.words & {"inside"} and len(codes) == 1 and codes[0] in _MEMBERS:
        return Guess(View(codes[0], codes[0], flow), f"{side}in")
    if ahead and stage.cue is not None and stage.cue[0] < stage.middle:
        behind = [place.code for place in stage.places if place.first >= stage.middle and place.mark in _WITH]
        codes = list(dict.fromkeys([*ahead, *behind]))
    partner = _last([place for place in stage.places if place.mark in _WITH and place.code in codes])
    if len(codes) > 2:  # noqa: PLR2004 - more than a pair
        group = next((code for code in codes if code in _MEMBERS), None)
        rest = [code for code in codes if group is None or (code != group and code not in _MEMBERS[group])]
        if stage.kind == "share":
            codes = [code for code in codes if code not in _MEMBERS] or codes
        elif group is not None and len(rest) == 1:
            codes = [rest[0], group]
    withs = {place.code for place in stage.places if place.mark in _WITH}
    if len(codes) == 2 and pair is not None and stage.state.last is not None and not set(pair) & set(codes[:1]):  # noqa: PLR2004
        group = next((code for code in codes if code in _MEMBERS), None)
        if set(codes) <= withs or (group is not None and partner is not None and partner in _MEMBERS[group]):
            return Guess(View(pair[0], str(partner), flow), f"{side}2h")
    if len(codes) == 2 and stage.kind == "share" and pair is not None:  # noqa: PLR2004
        single = [code for code in codes if code not in _MEMBERS]
        if len(single) == 1 and single[0] not in pair[:1]:
            return Guess(View(pair[0], single[0], flow), f"{side}2s")
    if len(codes) >= 2:  # noqa: PLR2004 - both are named
        chosen = partner if partner in codes else codes[1]
        if stage.kind == "share" and codes[1] in _MEMBERS and pair is not None:
            return Guess(View(pair[0], codes[0], flow), f"{side}2s")
        return Guess(
            View(next(code for code in codes if code != chosen), chosen, flow), f"{side}2{partner is not None:d}"
        )
    if len(codes) == 1:
        return _guess_one(stage, side, codes[0], pair, is_partner=partner is not None)
    if "foreign" in stage.words:
        home = (
            pair[0]
            if pair is not None
            else next((place.code for place in stage.page.places if place.part != "body"), None)
        )
        return Guess(View(home, "WORLD", flow) if home is not None else None, f"{side}0W")
    if pair is None and stage.page.places:
        return Guess(View(stage.page.places[0].code, "WORLD", flow), f"{side}0-")
    return Guess(View(*pair, flow) if pair is not None else None, f"{side}0")


def _guess_one(stage: Stage, side: str, code: str, pair: tuple[str, str] | None, *, is_partner: bool) -> Guess:
    flow = _SIDE[side]
    last = stage.state.last
    if stage.kind == "share" and last is not None:
        home = last.view.subject if last.view.subject != code else last.view.partner
        return Guess(View(home, code, flow), f"{side}1s")
    is_whole = (
        "total" in stage.words
        and "home" not in stage.words
        and (last is None or last.view.subject == code or "WORLD" in last.view)
    )
    if not is_partner and (stage.words & {"foreign"} or is_whole):
        return Guess(View(code, "WORLD", flow), f"{side}1W")
    bodies = [
        place.code
        for place in stage.page.places_within(stage.around.sentence_first, stage.around.sentence_last)
        if place.part == "body" and place.code != code
    ]
    if last is None and bodies and is_partner:
        return Guess(View(bodies[-1], code, flow), f"{side}1b")
    if pair is None:
        others = [place.code for place in stage.page.places if place.code not in {code, "WORLD"}]
        return Guess(View(code, others[0] if is_partner and others else "WORLD", flow), f"{side}1-")
    home = pair[0] if pair[0] != code and code not in _MEMBERS.get(pair[0], ()) else pair[1]
    return Guess(View(home, code, flow), f"{side}1{is_partner:d}")


def _go_on(stage: Stage) -> Guess:
    """Go on from the last claim: the same flow, with a new partner if one is named."""
    last = stage.state.last
    pair = _find_pair(stage)
    if last is None or pair is None:
        named = list(dict.fromkeys(place.code for place in stage.places))
        if len(named) > 1:
            return Guess(View(named[0], named[1], "turnover"), "none2")
        home = next((place.code for place in stage.page.places if place.code not in named), None)
        if stage.places and home is not None:
            return Guess(View(home, stage.places[-1].code, "turnover"), "none1")
        return Guess(View(*pair, "turnover") if pair is not None else None, "none")
    page = stage.page
    is_new = page.cut.sentence_of[page.figures[last.index].first] != stage.around.sentence
    if pair != (last.view.subject, last.view.partner):
        return Guess(View(*pair, "turnover"), "topic")
    turned = _turn(stage, last.view)
    if turned is not None:
        return Guess(turned, "turn")
    fresh = [place for place in stage.places if place.code not in last.view[:2]]
    frame = _find_frame(stage)
    if not fresh:
        if stage.kind == "target" or ("total" in stage.words and is_new and frame == "turnover"):
            return Guess(last.view._replace(flow="turnover"), "all")
        if is_new and frame == "turnover" and not last.is_compared and _has_period(stage):
            return Guess(last.view._replace(flow="turnover"), "frame")
        return Guess(last.view, f"same{is_new:d}")
    place = fresh[-1]
    flow = last.view.flow
    if place.mark in _WITH:
        flow = "turnover" if is_new and flow != "balance" else flow
    elif is_new and frame is not None:
        flow = frame
    home = last.view.subject if place.code not in _MEMBERS.get(last.view.subject, ()) else last.view.partner
    return Guess(View(home, place.code, flow), f"new{is_new:d}")


def _turn(stage: Stage, view: View) -> View | None:
    """Return the flow the other way: "Bishkek's exports were $11 m, Dushanbe's $4 m"; and "the second $4 m"."""
    if view.flow not in {"exports", "imports"}:
        return None
    owners = [place.code for place in stage.places if place.mark in {"gen", "adj"} and place.first < stage.middle]
    goals = [place.code for place in stage.places if place.mark in {"to", "в"} and place.first < stage.middle]
    if owners and owners[-1] == (view.partner if view.flow == "exports" else view.subject):
        return View(owners[-1], next(code for code in view[:2] if code != owners[-1]), "exports")
    if owners and goals and goals[-1] != owners[-1]:
        return View(owners[-1], goals[-1], "exports")
    return None


def find_order(stage: Stage) -> View | None:
    """Return the claim that "the first" or "the second" points to."""
    page = stage.page
    number = None
    for position in range(max(stage.around.clause_first, stage.middle - 6), stage.middle):
        after = page.cut.tokens[position + 1]
        is_alone = (
            "reach" in page.cues[position + 1] or after.text in {"—", "–", "to"} or after.low.startswith("показател")
        )
        if page.cues[position] & {"first", "second"} and is_alone:
            number = 0 if "first" in page.cues[position] else 1
    if number is None:
        return None
    claims = [
        claim
        for claim in stage.state.claims
        if page.cut.sentence_of[page.figures[claim.index].first] < stage.around.sentence
    ]
    views = list(dict.fromkeys(claim.view for claim in claims[-4:] if claim.view.flow in {"exports", "imports"}))[-2:]
    return views[number] if len(views) > number else None


def find_column(stage: Stage, index: int) -> str | None:
    """Return the side that the heading of a list gives to the n-th number of a line."""
    page, around = stage.page, stage.around
    row = [
        other
        for other, figure in enumerate(page.figures)
        if around.sentence_first <= figure.first < around.sentence_last
    ]
    starts = page.places_within(around.sentence_first, around.sentence_first + 4)
    if not page.figures[index].is_elided or around.before or not starts:
        return None
    for sentence in range(around.sentence - 1, max(-1, around.sentence - 12), -1):
        bounds = page.cut.sentences[sentence]
        sides = [side for _, side in find_flows(page, bounds.first, bounds.last)]
        if sides:
            if page.cut.tokens[bounds.last - 1].text not in {":", ")"}:
                return None
            number = row.index(index)
            if len(sides) == len(row) > 1:
                return sides[number]
            return sides[-1] if len(set(sides)) == 1 else None
    return None


def _has_period(stage: Stage) -> bool:
    return bool(stage.page.periods_within(stage.around.sentence_first, stage.middle))


def _find_frame(stage: Stage) -> str | None:
    """Return the flow that the text is about: the turnover once both ways were told, else that of the last claim."""
    flows = [claim.view.flow for claim in stage.state.claims]
    if "turnover" in flows or {"exports", "imports"} <= set(flows):
        return "turnover"
    return flows[-1] if flows else None


def _find_listed(stage: Stage, index: int) -> str | None:
    """Return the place of a figure that is the n-th of as many as there are places: "$3bn and $1bn, respectively"."""
    page, around = stage.page, stage.around
    row = _find_row(page, index)
    if len(row) < 2:  # noqa: PLR2004 - a list has two
        return None
    first = page.figures[row[0]].first
    runs = _find_runs(page.places_within(around.sentence_first, around.sentence_last))
    fitting = [run for run in runs if len(run) == len(row)]
    if fitting:
        run = min(fitting, key=lambda codes: abs(codes[0].first - first))
        return run[row.index(index)].code
    partners = list(
        dict.fromkeys(
            claim.view.partner if claim.view.subject == stage.state.claims[0].view.subject else claim.view.subject
            for claim in stage.state.claims
        )
    )
    return partners[-len(row) :][row.index(index)] if len(partners) >= len(row) and not stage.places else None


def _find_row(page: Page, index: int) -> list[int]:
    """Return the figures of one unit that stand side by side, joined by one word or sign."""
    row = [index]
    for step in (-1, 1):
        position = index
        while 0 <= position + step < len(page.figures):
            one, other = sorted((position, position + step))
            gap = page.cut.tokens[page.figures[one].last : page.figures[other].first]
            is_joined = len(gap) == 1 and gap[0].low in {"and", "и", ","}
            if not is_joined or page.figures[one].unit != page.figures[other].unit:
                break
            position += step
            row.append(position)
    return sorted(row)


def _find_runs(places: list[Place]) -> list[list[Place]]:
    """Return the places that are listed side by side."""
    runs: list[list[Place]] = []
    for place in places:
        if place.part or place.code == "WORLD":
            continue
        if runs and place.first - runs[-1][-1].last <= 2 and place.form != "adjective":  # noqa: PLR2004 - "and", ","
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _put_partner(view: View, code: str, state: State) -> View:
    """Return a view with the partner that a list gives."""
    last = state.last
    if view.subject == code or (last is not None and view.subject in {last.view.partner} and view.partner != code):
        home = view.partner
        return View(home, code, view.flow)
    return view._replace(partner=code)
