"""The places around a figure: their distances, the home place, and the flow that the nearest words name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.article.context import count_figures, find_begin, find_reporter, follows_figures
from tradefacts.article.flows import SIDE_OF
from tradefacts.article.plain.lists import find_column, find_sides
from tradefacts.article.plain.stage import Guess, set_stage
from tradefacts.article.words.classes import FLOW_CUES
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from tradefacts.article.context import State, Surroundings
    from tradefacts.article.figures import Figure
    from tradefacts.article.naming import Place
    from tradefacts.article.page import Page

MOST_PLACES = 8
_SENTENCES_BACK = 5
_MOST_GAP = 3
_SENTENCES_ON = 2
"""How many sentences ahead the first ones of a text, its title, may find their places."""


class Scene(NamedTuple):
    """The places around a figure, and their roles."""

    page: Page
    at: int
    kind: str
    around: Surroundings
    state: State
    best: dict[str, tuple[Place, str, int]]
    """Code → its nearest mention, the zone of the mention, and the number of figures between."""
    order: list[str]
    """Codes, the nearest first."""
    home: str | None
    reporter: str | None
    fresh: list[Place]
    """Mentions from the previous figure or the start of the sentence to this figure, and those that follow it."""
    has_cue: bool
    """There is a word for a flow in the same stretch."""
    is_new: bool
    """The last claim is in an earlier sentence."""
    guess: Guess
    column: str | None
    """The side that the heading of a list gives."""
    clue: str
    """The side that the words nearest to the figure name, and where they are."""
    told: frozenset[tuple[str, ...]]
    """The keys of earlier claims of the same kind."""
    words: frozenset[str]
    """Word classes in the same stretch."""


def set_scene(page: Page, index: int, kind: str, around: Surroundings, state: State, guess: Guess) -> Scene:
    """Return the places around a figure, and their roles."""
    figure = page.figures[index]
    best = _find_best(page, figure, around, state)
    last = state.last
    home = last.view.subject if last is not None else _find_first_home(page)
    if last is not None and last.view.subject not in best:
        best[last.view.subject] = (page.places[0], "far", _MOST_GAP)
    if last is not None and last.view.partner not in best and last.view.partner != "WORLD":
        best[last.view.partner] = (page.places[0], "far", _MOST_GAP)
    known = [code for code in (home, *(last.view[:2] if last else ())) if code in best]
    order = list(dict.fromkeys([*known[:1], *list(best)[: MOST_PLACES - 2], *known, *best]))
    begin, end = _find_stretch(page, index, around, state)
    fresh = [place for place in page.places_within(begin, end) if not place.part and place.code != "WORLD"]
    words = page.cues_within(begin, end)
    is_new = last is None or page.cut.sentence_of[page.figures[last.at].first] != around.sentence
    stage = set_stage(page, index, kind, around, state)
    behind = stage.cue is not None and stage.cue[0] >= figure.last
    clue = f"{stage.cue[1]}ca" if behind and stage.cue is not None else _find_clue(page, index, around, state)
    return Scene(
        page,
        index,
        kind,
        around,
        state,
        best,
        order,
        home,
        find_reporter(page, around),
        fresh,
        bool(words & FLOW_CUES),
        is_new,
        guess,
        find_column(stage, index),
        clue,
        frozenset(claim.view.key for claim in state.claims if claim.kind == kind),
        words,
    )


def _find_best(page: Page, figure: Figure, around: Surroundings, state: State) -> dict[str, tuple[Place, str, int]]:
    """Return the nearest mention of each place with its zone and distance, the nearest first."""
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
    opening = page.cut.sentences[min(1, len(page.cut.sentences) - 1)].last
    for place in page.places:
        if place.first >= first or place.code in best or place.code == "WORLD":
            continue
        is_known = last is not None and place.code in last.view
        if is_known or place.first < opening or place.part == "body":
            best[place.code] = (place, "far", _MOST_GAP)
    if not best:
        best = {place.code: (place, "far", _MOST_GAP) for place in page.places if place.code != "WORLD"}
    return best


def _find_stretch(page: Page, index: int, around: Surroundings, state: State) -> tuple[int, int]:
    """Return the tokens that belong to a figure: from the previous figure to the next one or the end of the clause."""
    figure = page.figures[index]
    begin = find_begin(page, index, around, state)
    after = page.figures[index + 1] if index + 1 < len(page.figures) else None
    is_last = after is None or after.first >= around.clause_last
    return begin, around.clause_last if is_last else figure.last


def _find_first_home(page: Page) -> str | None:
    return next((place.code for place in page.places if place.part != "official"), None)


def _measure(page: Page, figure: Figure, around: Surroundings, place: Place) -> tuple[int, int, int]:
    """Return the distance of a mention by sentence, clause, then tokens; one after the figure counts as farther."""
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


def _find_clue(page: Page, index: int, around: Surroundings, state: State) -> str:
    """Return the side that the words nearest to the figure name, and where they are."""
    ordered = find_sides(page, around, index)
    if ordered is not None:
        return f"{ordered[1]}cb"
    if around.before and around.after and follows_figures(page, index, around):
        return f"{around.after[0][1]}ca"
    if around.before:
        return f"{around.before[0][1]}cb"
    if around.after:
        return f"{around.after[0][1]}ca"
    if around.earlier:
        return f"{around.earlier[0][1]}sb"
    last = state.last
    if last is not None:
        return f"{SIDE_OF[last.view.flow]}h"
    return f"{around.previous[0][1]}p" if around.previous else "0"
