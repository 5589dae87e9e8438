"""Typed features of whose trade with whom a figure is about.

A candidate is a view: subject, partner and flow as a text words them. Its score is a sum over the flow, the subject,
the partner and both together, so each part is computed once per place.
"""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

from tradefacts.article.context import View
from tradefacts.article.pairing import has_cue_between, list_pair
from tradefacts.article.plain.view import guess_view
from tradefacts.article.scene import LETTERS, MOST_PLACES, set_scene
from tradefacts.article.words import MEMBERS
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.article.context import State, Surroundings
    from tradefacts.article.page import Page
    from tradefacts.article.plain.stage import Guess
    from tradefacts.article.scene import Scene

FLOWS = ("turnover", "exports", "imports", "balance")
GROUPS = frozenset(MEMBERS)
_REACH = 9
_TOUCH = 2
_LAST_RANK = 3
"""Limits of how many times larger one of two amounts is."""


class Candidate(NamedTuple):
    """A view with its features."""

    view: View
    features: list[str]


def list_candidates(
    page: Page, index: int, kind: str, around: Surroundings, state: State, guess: Guess | None = None
) -> list[Candidate]:
    """Return the views that a figure may have, with their features; `guess` is the plain chooser's guess, if known."""
    scene = set_scene(page, index, kind, around, state, guess or guess_view(page, index, kind, around, state))
    codes = scene.order[:MOST_PLACES]
    flows = [flow for flow in FLOWS if flow != "balance" or _may_be_balance(scene)]
    if kind == "share":
        flows = [flow for flow in flows if flow != "balance"]
    parts = {flow: list(_list_flow(scene, flow)) for flow in flows}
    roles = {
        (role, code, flow): list(_list_role(scene, role, code, flow))
        for role in "SP"
        for code in (*codes, "WORLD")
        for flow in flows
    }
    candidates = []
    for view in _list_views(codes, flows, scene):
        pair = list(list_pair(scene, view))
        features = [
            *parts[view.flow],
            *roles["S", view.subject, view.flow],
            *roles["P", view.partner, view.flow],
            *pair,
        ]
        candidates.append(Candidate(view, features))
    return candidates


def _list_views(codes: list[str], flows: list[str], scene: Scene) -> Iterator[View]:
    for flow in flows:
        is_both = flow in {"turnover", "balance"}
        for subject, partner in permutations(codes, 2):
            # In a pair without direction, the subject is the home place, or else the place named first.
            if not is_both or _comes_first(scene, subject, partner):
                yield View(subject, partner, flow)
        for code in codes:
            yield View(code, "WORLD", flow)
            if code in GROUPS and flow == "turnover":
                yield View(code, code, flow)


def _comes_first(scene: Scene, subject: str, partner: str) -> bool:
    home = scene.home
    is_named_here = {scene.best[code][1][0] for code in (subject, partner)} <= {"c", "s"}
    if scene.state.last is None and not is_named_here:
        home = scene.page.homes[scene.around.sentence].owner or home
    if home in {subject, partner}:
        return subject == home
    of_subject, of_partner = scene.best[subject][0], scene.best[partner][0]
    return (of_subject.first, subject) < (of_partner.first, partner)


def _may_be_balance(scene: Scene) -> bool:
    around = scene.around
    sides = {side for _, side in (*around.before, *around.after, *around.earlier, *around.previous)}
    last = scene.state.last
    return "B" in sides or (last is not None and last.view.flow == "balance")


def _list_flow(scene: Scene, flow: str) -> Iterator[str]:
    around, letter = scene.around, LETTERS[flow]
    kind = "v" if scene.kind in {"volume", "target"} else "s" if scene.kind == "share" else "g"
    yield f"{letter}|{scene.clue}"
    yield f"{letter}|{scene.clue}|{kind}"
    yield f"{letter}|{scene.kind}"
    if around.before and len({side for _, side in around.before}) > 1:
        yield f"{letter}|two:{around.before[0][1]}{around.before[1][1]}"
    if around.after and around.before:
        yield f"{letter}|a:{around.after[0][1]}"
    last = scene.state.last
    if last is not None:
        is_new = scene.page.cut.sentence_of[scene.page.figures[last.at].first] != around.sentence
        between = has_cue_between(scene, last.at)
        yield f"{letter}|h{LETTERS[last.view.flow]}{is_new:d}{between:d}"
        yield f"h{last.view.flow == flow:d}{is_new:d}{between:d}{kind}"
    if scene.column is not None:
        yield f"col{scene.column == letter:d}"


def _list_role(scene: Scene, role: str, code: str, flow: str) -> Iterator[str]:
    letter = role + LETTERS[flow]
    if code == "WORLD":
        yield from _list_world(scene, letter)
        return
    place, zone, gap = scene.best[code]
    side = scene.clue[0]
    mark = "far" if zone == "far" else place.mark
    yield f"{letter}:{mark}:{zone[0]}"
    yield f"{letter}:{mark}:{side}"
    yield f"{letter}:{zone}"
    yield f"{letter}:{zone}:{gap}"
    yield f"{role}:{mark}:{zone}"
    if place.part:
        yield f"{role}:{place.part}:{zone[0]}"
    if place.form == "capital":
        yield f"{role}:capital:{zone[0]}"
    if code in GROUPS:
        yield f"{role}:group"
        yield f"{letter}:group"
    yield from _list_fresh(scene, role, letter, code)
    yield from _list_governed(scene, role, letter, code)
    yield from _list_order(scene, role, letter, code)
    yield f"{letter}:home{code == scene.home:d}"
    yield from _list_home(scene, role, letter, code)
    if code == scene.reporter:
        yield f"{role}:reporter"
        yield f"{letter}:reporter:{side}"
    last = scene.state.last
    if last is not None and code in last.view:
        was = "S" if code == last.view.subject else "P"
        yield f"{letter}:was{was}:{zone[0]}"


def _list_home(scene: Scene, role: str, letter: str, code: str) -> Iterator[str]:
    """Yield whether a place is the home place by the evidence of the text, of the heading, or of the speaker."""
    home = scene.page.homes[scene.around.sentence]
    fresh = "f" if any(place.code == code for place in scene.fresh) else "s"
    for name, ranked in (("text", home.text), ("near", home.near)):
        rank = min(ranked.index(code), _LAST_RANK) if code in ranked else _LAST_RANK
        yield f"{role}:{name}{rank}"
        yield f"{letter}:{name}{rank}:{fresh}{scene.has_cue:d}"
    both = f"{code == home.text[0]:d}{code == home.near[0]:d}" if home.text else "00"
    yield f"{letter}:both{both}:{code == scene.home:d}"
    if home.head is not None:
        yield f"{role}:head{code == home.head:d}"
        yield f"{letter}:head{code == home.head:d}:{fresh}"
    if home.item is not None:
        yield f"{role}:item{code == home.item:d}"
    country = scene.page.figures[scene.at].country
    if country in scene.order:
        yield f"{role}:cur{code == country:d}"
    if "us" in scene.words and home.speaker is not None:
        yield f"{role}:us{code == home.speaker:d}"
        yield f"{letter}:us{code == home.speaker:d}"


def _list_fresh(scene: Scene, role: str, letter: str, code: str) -> Iterator[str]:
    """Yield whether a place was named since the last figure, and its role in the last claim."""
    last = scene.state.last
    was = "0" if last is None else "S" if code == last.view.subject else "P" if code == last.view.partner else "-"
    marks = [place.mark for place in scene.fresh if place.code == code]
    count = min(len({place.code for place in scene.fresh}), 2)
    if marks:
        yield f"{role}:fresh{count}:{marks[-1]}"
        yield f"{letter}:fresh{count}:{marks[-1]}:{scene.clue[0]}{scene.has_cue:d}"
        yield f"{letter}:fresh:{was}"
    else:
        yield f"{role}:stale{count}:{was}"
        yield f"{letter}:stale{count}:{was}:{scene.has_cue:d}"
        yield f"{letter}:stale{count}:{was}:{scene.is_new:d}"


def _list_governed(scene: Scene, role: str, letter: str, code: str) -> Iterator[str]:
    """Yield how a place relates to the word for the flow: "Uzbekistan's exports", "exports from the country"."""
    around = scene.around
    cue = (around.before or around.after or around.earlier or ((None, ""),))[0]
    if cue[0] is None:
        return
    near = [
        place
        for place in scene.page.places_within(around.sentence_first, around.sentence_last)
        if place.code == code and not place.part
    ]
    near = [place for place in near if abs(place.first - cue[0]) <= _REACH]
    if not near:
        yield f"{letter}:{cue[1]}:apart"
        return
    place = min(near, key=lambda mention: abs(mention.first - cue[0]))
    side = "<" if place.first < cue[0] else ">"
    touches = (cue[0] - place.last if side == "<" else place.first - cue[0]) <= _TOUCH
    yield f"{letter}:{cue[1]}:{side}{place.mark}"
    yield f"{letter}:{cue[1]}:{side}{touches:d}{place.form[0]}"
    yield f"{role}:{cue[1]}:{side}{place.mark}:{touches:d}"


def _list_order(scene: Scene, role: str, letter: str, code: str) -> Iterator[str]:
    """Yield whether a place is the nearest, and whether place and figure have the same rank in parallel lists."""
    nearest = [known for known in scene.best if known != scene.home]
    if nearest and nearest[0] == code:
        yield f"{role}:near"
        yield f"{letter}:near:{scene.best[code][1]}"
    page, around = scene.page, scene.around
    if any("respectively" in page.cues[position] for position in range(around.sentence_first, around.sentence_last)):
        places = list(
            dict.fromkeys(place.code for place in page.places_within(around.sentence_first, around.sentence_last))
        )
        figure = page.figures[scene.at]
        row = [
            listed.first
            for listed in page.figures
            if around.sentence_first <= listed.first < around.sentence_last and listed.unit == figure.unit
        ]
        places = [place for place in places if place != scene.home][: len(row)]
        if len(places) == len(row) and code in places:
            yield f"{role}:resp{places.index(code) == row.index(figure.first):d}"


def _list_world(scene: Scene, letter: str) -> Iterator[str]:
    page, around = scene.page, scene.around
    yield f"{letter}:W"
    for name in ("total", "foreign"):
        if any(name in page.cues[position] for position in range(around.clause_first, around.clause_last)):
            yield f"{letter}:W:{name}"
        elif any(name in page.cues[position] for position in range(around.sentence_first, around.sentence_last)):
            yield f"{letter}:W:s:{name}"
    fresh = min(len({place.code for place in scene.fresh} - {scene.home}), 2)
    yield f"{letter}:W:fresh{fresh}{scene.has_cue:d}{scene.is_new:d}"
    yield f"{letter}:W:fresh{fresh}:{len({place.code for place in scene.fresh} & {scene.home})}"
    others = {place.code for place in page.places_within(around.clause_first, around.clause_last) if not place.part} - {
        scene.home
    }
    yield f"{letter}:W:c{min(len(others), 2)}"
    others = {
        place.code for place in page.places_within(around.sentence_first, around.sentence_last) if not place.part
    } - {scene.home}
    yield f"{letter}:W:s{min(len(others), 2)}"
    last = scene.state.last
    if last is not None:
        yield f"{letter}:W:last{last.view.partner == 'WORLD':d}{bool(others):d}"
    yield f"W:{scene.kind}:{scene.clue[0]}"
