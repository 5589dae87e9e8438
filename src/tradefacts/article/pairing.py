"""Typed features of a candidate as a whole: its two places, earlier claims, and the plain chooser's guess."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.article.flows import SIDE_OF

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.article.flows import View
    from tradefacts.article.scene import Scene

_RATIOS = (1.02, 1.6, 6.0)


def has_cue_between(scene: Scene, last: int) -> bool:
    """Whether there is a word for a flow between the last claim and this figure."""
    begin = scene.page.figures[last].last
    figure = scene.page.figures[scene.at]
    around = scene.around
    return any(begin <= position < figure.first for position, _ in (*around.before, *around.earlier, *around.previous))


def _compare_sizes(scene: Scene, key: tuple[str, ...]) -> str:
    """Return how far the figure is from the earlier ones of the same flow: a tenfold amount is hardly about it."""
    if scene.kind not in {"volume", "target"}:
        return "-"
    figures = scene.page.figures
    value = figures[scene.at].values[0]
    known = [
        figures[claim.at].values[0]
        for claim in scene.state.claims
        if claim.view.key == key and claim.kind == scene.kind
    ]
    ratio = min((max(value, other) / max(min(value, other), 1e-9) for other in known), default=1.0)
    size = sum(ratio > limit for limit in _RATIOS)
    return f"{size}{value > max(known, default=0):d}"


def _list_agreement(scene: Scene, view: View) -> Iterator[str]:
    """Yield how far a view agrees with the plain chooser."""
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


def list_pair(scene: Scene, view: View) -> Iterator[str]:
    """Yield how subject and partner relate to each other and to earlier claims."""
    yield from _list_agreement(scene, view)
    key, last = view.key, scene.state.last
    around, page = scene.around, scene.page
    if view.partner not in {"WORLD", view.subject}:
        subject, partner = scene.best[view.subject], scene.best[view.partner]
        zones = subject[1][0] + partner[1][0]
        yield f"z:{zones}:{SIDE_OF[view.flow]}"
        marks = (subject[0].mark, partner[0].mark)
        if zones[0] == zones[1] and subject[1][0] != "f":
            yield f"m:{marks[0]}:{marks[1]}:{SIDE_OF[view.flow]}"
    if view.subject == view.partner:
        inside = "inside" in page.cues_within(around.sentence_first, around.sentence_last)
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
    known = last.view.key
    same = key[:2] == known[:2] or key[1::-1] == known[:2]
    yield f"same{same:d}:{is_new:d}{bool(fresh):d}"
    yield f"same{same:d}:{scene.kind[0]}{last.kind[0]}{is_new:d}"
    if key == known:
        cue = has_cue_between(scene, last.at)
        yield f"key:{scene.kind[0]}{last.kind[0]}{is_new:d}{cue:d}"
    elif same and key[2] == known[2] == "goods":
        yield f"swap:{scene.clue[0]}{is_new:d}"
    if key in scene.told:
        yield f"dup:{scene.kind}:{_compare_sizes(scene, key)}"
