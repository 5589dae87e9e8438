"""Typed features of whose trade with whom a figure tells.

A candidate is a view: subject, partner and flow as a text words them. Its score is a sum over the flow, the subject,
the partner and both together, so the parts are worked out once for each place.
"""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple

from tradefacts.article.context import FLOW_CUES, View, count_figures
from tradefacts.article.plain.lists import find_column
from tradefacts.article.plain.stage import Guess, set_stage
from tradefacts.article.plain.view import guess_view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.article.context import State, Surroundings
    from tradefacts.article.figures import Figure
    from tradefacts.article.naming import Place
    from tradefacts.article.page import Page

FLOWS = ("turnover", "exports", "imports", "balance")
GROUPS = frozenset({"CA5", "CIS", "EAEU", "EU", "SCO"})
_LETTERS = {"turnover": "T", "exports": "X", "imports": "M", "balance": "B"}
_MOST_PLACES = 7
_SENTENCES_BACK = 3
_MOST_GAP = 3
_REACH = 9
_TOUCH = 2
_SENTENCES_ON = 2
"""How far on the first sentences of a text, its title, may find their places."""


class Candidate(NamedTuple):
    """A view with its features."""

    view: View
    features: list[str]


class Scene(NamedTuple):
    """What the places around a figure are."""

    page: Page
    at: int
    kind: str
    around: Surroundings
    state: State
    best: dict[str, tuple[Place, str, int]]
    """Code → its nearest mention, the zone of that, and how many figures stand between."""
    order: list[str]
    """Codes, the nearest first."""
    home: str | None
    reporter: str | None
    fresh: list[Place]
    """Mentions between the figure before and this one, or from the beginning of the sentence; with what follows it."""
    has_cue: bool
    """A word for a flow stands there, too."""
    is_new: bool
    """The last claim stands in an earlier sentence."""
    guess: Guess
    column: str | None
    """The side that the heading of a list gives."""
    clue: str
    """The side that the words nearest to the figure name, with where they stand."""


def list_candidates(
    page: Page, index: int, kind: str, around: Surroundings, state: State, guess: Guess | None = None
) -> list[Candidate]:
    """Return the views that a figure may have, with their features; `guess` is the plain chooser's, if known."""
    scene = _set_scene(page, index, kind, around, state, guess or guess_view(page, index, kind, around, state))
    codes = scene.order[:_MOST_PLACES]
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
        pair = list(_list_pair(scene, view))
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
            # Of a pair without direction, the one that is at home or nearer to the beginning is the subject.
            if not is_both or _comes_first(scene, subject, partner):
                yield View(subject, partner, flow)
        for code in codes:
            yield View(code, "WORLD", flow)
            if code in GROUPS and flow == "turnover":
                yield View(code, code, flow)


def _comes_first(scene: Scene, subject: str, partner: str) -> bool:
    if scene.home in {subject, partner}:
        return subject == scene.home
    one, other = scene.best[subject][0], scene.best[partner][0]
    return (one.first, subject) < (other.first, partner)


def _may_be_balance(scene: Scene) -> bool:
    around = scene.around
    sides = {side for _, side in (*around.before, *around.after, *around.earlier, *around.previous)}
    last = scene.state.last
    return "B" in sides or (last is not None and last.view.flow == "balance")


def _set_scene(page: Page, index: int, kind: str, around: Surroundings, state: State, guess: Guess) -> Scene:
    figure = page.figures[index]
    first = page.cut.sentences[max(0, around.sentence - _SENTENCES_BACK)].first
    on = _SENTENCES_ON if around.sentence <= 1 else 0
    end = page.cut.sentences[min(len(page.cut.sentences) - 1, around.sentence + on)].last
    mentions = page.places_within(first, end)
    best: dict[str, tuple[Place, str, int]] = {}
    ranked = sorted(mentions, key=lambda place: _measure(page, figure, around, place))
    for place in ranked:
        if place.code not in best and place.code != "WORLD":
            best[place.code] = (place, _find_zone(page, figure, around, place), _count_between(page, figure, place))
    last = state.last
    for place in page.places:
        if place.first >= first or place.code in best or place.code == "WORLD":
            continue
        is_known = last is not None and place.code in last.view
        if (
            is_known
            or place.first < page.cut.sentences[min(1, len(page.cut.sentences) - 1)].last
            or place.part == "body"
        ):
            best[place.code] = (place, "far", _MOST_GAP)
    if not best:
        best = {place.code: (place, "far", _MOST_GAP) for place in page.places if place.code != "WORLD"}
    reporter = next(
        (place.code for place in reversed(page.places_within(0, around.sentence_last)) if place.part == "body"), None
    )
    home = last.view.subject if last is not None else _find_first_home(page)
    if last is not None and last.view.subject not in best:
        best[last.view.subject] = (page.places[0], "far", _MOST_GAP)
    if last is not None and last.view.partner not in best and last.view.partner != "WORLD":
        best[last.view.partner] = (page.places[0], "far", _MOST_GAP)
    known = [code for code in (home, *(last.view[:2] if last else ())) if code in best]
    order = list(dict.fromkeys([*known[:1], *list(best)[: _MOST_PLACES - 2], *known, *best]))
    begin, end = _find_stretch(page, index, around)
    fresh = [place for place in page.places_within(begin, end) if not place.part and place.code != "WORLD"]
    has_cue = any(page.cues[position] & FLOW_CUES for position in range(begin, end))
    is_new = last is None or page.cut.sentence_of[page.figures[last.at].first] != around.sentence
    clue = _find_clue(around, state)
    return Scene(
        page,
        index,
        kind,
        around,
        state,
        best,
        order,
        home,
        reporter,
        fresh,
        has_cue,
        is_new,
        guess,
        find_column(set_stage(page, index, kind, around, state), index),
        clue,
    )


def _find_stretch(page: Page, index: int, around: Surroundings) -> tuple[int, int]:
    """Return the tokens that belong to a figure: from the one before it, and on to the next one or the clause's end."""
    figure = page.figures[index]
    before = page.figures[index - 1] if index else None
    begin = max(around.sentence_first, before.last if before is not None else 0)
    after = page.figures[index + 1] if index + 1 < len(page.figures) else None
    is_last = after is None or after.first >= around.clause_last
    return begin, around.clause_last if is_last else figure.last


def _find_first_home(page: Page) -> str | None:
    return next((place.code for place in page.places if place.part != "official"), None)


def _measure(page: Page, figure: Figure, around: Surroundings, place: Place) -> tuple[int, int, int]:
    """Return how far a mention is: first its sentence, then its clause, then tokens; one behind counts for more."""
    sentence = page.cut.sentence_of[place.first]
    outside = int(not around.clause_first <= place.first < around.clause_last)
    distance = figure.first - place.first if place.first < figure.first else 2 * (place.first - figure.last) + 2
    back = around.sentence - sentence
    return back if back >= 0 else _SENTENCES_BACK - back, outside + 2 * (place.part != ""), distance


def _find_zone(page: Page, figure: Figure, around: Surroundings, place: Place) -> str:
    sentence = page.cut.sentence_of[place.first]
    if sentence > around.sentence:
        return "n"
    if sentence != around.sentence:
        return f"p{around.sentence - sentence}"
    side = "b" if place.first < figure.first else "a"
    return ("c" if around.clause_first <= place.first < around.clause_last else "s") + side


def _count_between(page: Page, figure: Figure, place: Place) -> int:
    if place.first < figure.first:
        return min(_MOST_GAP, count_figures(page, place.first, figure.first))
    return min(_MOST_GAP, count_figures(page, figure.last, place.first))


def _find_clue(around: Surroundings, state: State) -> str:
    """Return which side the words name that are nearest to the figure, and where they stand."""
    if around.before:
        return f"{around.before[0][1]}cb"
    if around.after:
        return f"{around.after[0][1]}ca"
    if around.earlier:
        return f"{around.earlier[0][1]}sb"
    last = state.last
    if last is not None:
        return f"{_LETTERS[last.view.flow]}h"
    return f"{around.previous[0][1]}p" if around.previous else "0"


def _list_flow(scene: Scene, flow: str) -> Iterator[str]:
    around, letter = scene.around, _LETTERS[flow]
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
        between = _has_cue_between(scene, last.at)
        yield f"{letter}|h{_LETTERS[last.view.flow]}{is_new:d}{between:d}"
        yield f"h{last.view.flow == flow:d}{is_new:d}{between:d}{kind}"
    if scene.column is not None:
        yield f"col{scene.column == letter:d}"


def _has_cue_between(scene: Scene, last: int) -> bool:
    """Tell whether a word for a flow stands between the last claim and this figure."""
    begin = scene.page.figures[last].last
    figure = scene.page.figures[scene.at]
    around = scene.around
    return any(begin <= position < figure.first for position, _ in (*around.before, *around.earlier, *around.previous))


def _list_role(scene: Scene, role: str, code: str, flow: str) -> Iterator[str]:
    letter = role + _LETTERS[flow]
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
    if code == scene.reporter:
        yield f"{role}:reporter"
        yield f"{letter}:reporter:{side}"
    last = scene.state.last
    if last is not None and code in last.view:
        was = "S" if code == last.view.subject else "P"
        yield f"{letter}:was{was}:{zone[0]}"


def _list_fresh(scene: Scene, role: str, letter: str, code: str) -> Iterator[str]:
    """Yield whether a place was named since the last figure, and what it was in the last claim."""
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
    """Yield how a place stands to the word for the flow: "Uzbekistan's exports", "exports from the country"."""
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
    place = min(near, key=lambda one: abs(one.first - cue[0]))
    side = "<" if place.first < cue[0] else ">"
    touches = (cue[0] - place.last if side == "<" else place.first - cue[0]) <= _TOUCH
    yield f"{letter}:{cue[1]}:{side}{place.mark}"
    yield f"{letter}:{cue[1]}:{side}{touches:d}{place.form[0]}"
    yield f"{role}:{cue[1]}:{side}{place.mark}:{touches:d}"


def _list_order(scene: Scene, role: str, letter: str, code: str) -> Iterator[str]:
    """Yield whether a place is the nearest one, and whether it is the n-th of as many figures."""
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
            other.first
            for other in page.figures
            if around.sentence_first <= other.first < around.sentence_last and other.unit == figure.unit
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


def _list_agreement(scene: Scene, view: View) -> Iterator[str]:
    """Yield how far a view is what the plain chooser says."""
    guess, rule = scene.guess
    if guess is None:
        yield f"r-:{rule}"
        return
    same = view.key == guess.key
    yield f"r{same:d}"
    if same:
        yield f"r1:{rule}"
    else:
        pair = set(view[:2]) == set(guess[:2])
        yield f"r:{pair:d}{(view.key[2] == guess.key[2]):d}:{rule}"
        yield f"r:{pair:d}{view.flow == guess.flow:d}"


def _list_pair(scene: Scene, view: View) -> Iterator[str]:
    """Yield what subject and partner are to each other, and to the claims before."""
    yield from _list_agreement(scene, view)
    last = scene.state.last
    around, page = scene.around, scene.page
    if view.partner not in {"WORLD", view.subject}:
        one, other = scene.best[view.subject], scene.best[view.partner]
        zones = one[1][0] + other[1][0]
        yield f"z:{zones}:{_LETTERS[view.flow]}"
        marks = (one[0].mark, other[0].mark)
        if zones[0] == zones[1] and one[1][0] != "f":
            yield f"m:{marks[0]}:{marks[1]}:{_LETTERS[view.flow]}"
    if view.subject == view.partner:
        inside = any("inside" in page.cues[position] for position in range(around.sentence_first, around.sentence_last))
        yield f"inside{inside:d}"
    if last is None:
        return
    is_new = page.cut.sentence_of[page.figures[last.at].first] != around.sentence
    fresh = {
        place.code
        for place in page.places_within(page.figures[last.at].last, page.figures[scene.at].first)
        if not place.part
    }
    fresh = {code for code in fresh if code not in last.view}
    same = view.key[:2] == last.view.key[:2] or view.key[1::-1] == last.view.key[:2]
    yield f"same{same:d}:{is_new:d}{bool(fresh):d}"
    yield f"same{same:d}:{scene.kind[0]}{last.kind[0]}{is_new:d}"
    if view.key == last.view.key:
        cue = _has_cue_between(scene, last.at)
        yield f"key:{scene.kind[0]}{last.kind[0]}{is_new:d}{cue:d}"
    elif same and view.key[2] == last.view.key[2] == "goods":
        yield f"swap:{scene.clue[0]}{is_new:d}"
    if any(claim.view.key == view.key and claim.kind == scene.kind for claim in scene.state.claims):
        yield f"dup:{scene.kind}"
