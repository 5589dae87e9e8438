"""Places and figures in parallel: "respectively", "the first … the second", columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.article.context import count_figures, find_flows
from tradefacts.article.flows import TURNED, View
from tradefacts.article.plain.home import find_home
from tradefacts.article.plain.stage import WITH
from tradefacts.article.words import get_phrases, get_stems, get_words
from tradefacts.article.words.classes import BOUND_CUES, CHANGE_CUES

if TYPE_CHECKING:
    from tradefacts.article.context import Surroundings
    from tradefacts.article.cutting import Token
    from tradefacts.article.naming import Place
    from tradefacts.article.page import Page
    from tradefacts.article.plain.stage import Stage

_ROW_JOINS = get_phrases("joins_rows") | {(",",)}
_SHORT_ROW, _RANKED = 14, 3
_NUMBER, _BULLETS = 2, frozenset("•*·▪■●–—-")
"""What an item of a list begins with: a number of so many tokens, or a bullet."""
_AND, _OF_WHICH = get_words("and"), get_phrases("parts_begin")
_PAIR, _TURNS = 2, CHANGE_CUES | BOUND_CUES
_WHOLE_REACH = 4
"""How many words after a row of shares its whole may stand."""
JOINS = get_words("and") | get_words("or") | {","}
_ORDERED, _FIGURES = get_words("to_ordered") | get_words("by") | {"—", "–", "-"}, get_stems("figure_nouns")
"""What follows "the first" if it is an earlier figure."""
_ASKING, _ASKING_WHO = get_words("asking"), get_words("asking_who")
"""Words that begin the title of a list: "Откуда Грузия ввозит"."""


def find_listed(stage: Stage, index: int) -> tuple[str, set[str], str | None] | None:
    """Return the place of the n-th of n figures in a list of n places, the list, and the partner of all of them.

    "Kazakhstan and Kyrgyzstan traded $3bn and $1bn with China, respectively."
    """
    page, around = stage.page, stage.around
    row = _find_row(page, index)
    if len(row) < 2 or _has_remark(page, row):
        return None
    first = page.figures[row[0]].first
    places = page.places_within(around.sentence_first, around.sentence_last)
    fitting = [run for run in _find_runs(places, page.cut.tokens) if len(run) == len(row)]
    if fitting:
        run = min(fitting, key=lambda listed: abs(listed[0].first - first))
        codes = [place.code for place in run]
        withs = [place.code for place in places if place.mark in WITH and place.code not in codes and not place.part]
        flows = {side for _, side in find_flows(page, around.sentence_first, around.sentence_last)}
        return codes[row.index(index)], set(codes), withs[-1] if len(set(withs)) == 1 and flows == {"T"} else None
    if not stage.state.claims:
        return None
    home = find_home(stage) or stage.state.claims[-1].view.subject
    partners = list(
        dict.fromkeys(next((code for code in claim.view[:2] if code != home), home) for claim in stage.state.claims)
    )
    partners = [code for code in partners if code not in {home, "WORLD"}]
    fresh = [place.code for place in stage.places if place.code in partners]
    if len(partners) < len(row) or fresh:
        return None
    codes = partners[-len(row) :]
    return codes[row.index(index)], set(codes), None


def _find_row(page: Page, index: int) -> list[int]:
    """Return adjacent figures of one unit, joined by one word or sign."""
    row = [index]
    for step in (-1, 1):
        position = index
        while 0 <= position + step < len(page.figures):
            left, right = sorted((position, position + step))
            gap = page.cut.tokens[page.figures[left].last : page.figures[right].first]
            words = tuple(token.low for token in gap)
            is_joined = words in _ROW_JOINS
            if not is_joined or (page.figures[left].unit == "money") != (page.figures[right].unit == "money"):
                break
            position += step
            row.append(position)
    return sorted(row)


def _has_remark(page: Page, row: list[int]) -> bool:
    """Whether two figures only stand side by side: "was $21 billion, $3 billion above", "$8 m, $7 m of which …"."""
    tokens, last = page.cut.tokens, page.figures[row[-1]].last
    is_joined = any(token.low in _AND for token in tokens[page.figures[row[0]].last : last])
    words = tuple(token.low for token in tokens[last : last + 2])
    is_own = words in _OF_WHICH or words[:1] in _OF_WHICH or bool(page.cues_within(last, last + 1) & _TURNS)
    return not is_joined and len(row) == _PAIR and is_own


def _find_runs(places: list[Place], tokens: list[Token]) -> list[list[Place]]:
    """Return the places that are listed side by side."""
    runs: list[list[Place]] = []
    for place in places:
        if place.part or place.code == "WORLD":
            continue
        gap = tokens[runs[-1][-1].last : place.first] if runs else []
        if 0 < len(gap) <= 2 and all(token.low in JOINS for token in gap) and place.form != "adjective":
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def put_partner(stage: Stage, view: View, code: str, others: set[str]) -> View:
    """Return a view with the place that a list gives instead of another place of the list."""
    if view.subject in others and view.partner in others:
        home = find_home(stage, code) or view.subject
        return View(code, home, view.flow) if _are_acting(stage, others) else View(home, code, view.flow)
    if view.subject in others:
        return View(code, view.partner, view.flow) if view.is_directed else View(view.partner, code, view.flow)
    return view._replace(partner=code)


def _are_acting(stage: Stage, codes: set[str]) -> bool:
    """Whether listed places are those who sell or buy: "Italy and France bought goods for $9 m and $8 m"."""
    at = stage.cue[0] if stage.cue is not None else stage.begin
    listed = [place for place in stage.places if place.code in codes]
    is_verb = stage.page.cues[at] & {"sell", "buy"} and "agent" not in stage.page.cues[at]
    return bool(is_verb) and all(place.mark in {"bare", "nom"} and place.first < at for place in listed)


def find_sides(page: Page, around: Surroundings, index: int) -> tuple[int, str] | None:
    """Return the word for the n-th of two adjacent figures: "exports and imports were $3bn and $8bn"."""
    row = _find_row(page, index)
    first = page.figures[row[0]].first
    begin = page.figures[row[0] - 1].last if row[0] else 0
    cues = [cue for cue in around.before if begin <= cue[0] < first][::-1]
    is_fitting = len(row) == len(cues) == 2 and {side for _, side in cues} == {"X", "M"}
    return cues[row.index(index)] if is_fitting else None


def find_matching(stage: Stage, index: int) -> View | None:
    """Return the claim of the n-th of the last n figures: "exports and imports …, up 8 % and 4 %, respectively"."""
    page, around = stage.page, stage.around
    row = _find_row(page, index)
    claims = stage.state.claims[: len(stage.state.claims) - row.index(index)][-len(row) :]
    is_told = "respectively" in page.cues_within(around.sentence_first, around.sentence_last)
    places = page.places_within(around.sentence_first, around.sentence_last)
    views = [claim.view for claim in claims]
    is_near = all(around.sentence - page.cut.sentence_of[page.figures[claim.at].first] <= 2 for claim in claims)
    if not is_told or not is_near or not 1 < len(row) == len(set(views)):
        return None
    if any(len(run) == len(row) for run in _find_runs(places, page.cut.tokens)):
        return None
    view = views[row.index(index)]
    turns = "reverse" in page.cues_within(around.clause_first, page.figures[row[0]].first)
    if turns and view.is_directed:
        return View(view.partner, view.subject, view.flow)
    return view if stage.cue is None else None


def find_shared_whole(stage: Stage, index: int) -> tuple[int, str] | None:
    """Return the word for the whole behind the last of several shares: "20, 17 and 14 % of turnover"."""
    page, row = stage.page, _find_row(stage.page, index)
    last = page.figures[row[-1]].last
    behind = find_flows(page, last, min(last + _WHOLE_REACH, stage.around.clause_last))
    return behind[0] if len(row) > 1 and behind else None


def find_order(stage: Stage) -> View | None:
    """Return the claim that "the first" or "the second" refers to."""
    page = stage.page
    number = None
    for position in range(max(stage.around.clause_first, stage.middle - 6), stage.middle):
        after = page.cut.tokens[position + 1]
        is_told = bool(page.cues[position + 1] & (CHANGE_CUES | {"reach"}))
        is_alone = is_told or after.text in _ORDERED or after.low.startswith(_FIGURES)
        named = page.places_within(max(stage.begin, position - _RANKED), position)
        if any(place.mark in {"bare", "nom"} for place in named):
            continue  # "Kazakhstan comes second – 32 %"
        if page.cues[position] & {"first", "second"} and is_alone:
            number = 0 if "first" in page.cues[position] else 1
    if number is None:
        return None
    claims = [
        claim
        for claim in stage.state.claims
        if page.cut.sentence_of[page.figures[claim.at].first] < stage.around.sentence
    ]
    views = list(dict.fromkeys(claim.view for claim in claims[-4:] if claim.view.is_directed))[-2:]
    return views[number] if len(views) > number else None


def find_column(stage: Stage, index: int) -> str | None:
    """Return the side that the heading of a list gives to the n-th number of a line."""
    page, around = stage.page, stage.around
    row = [
        index
        for index, figure in enumerate(page.figures)
        if around.sentence_first <= figure.first < around.sentence_last
    ]
    # "240,6 (56,8)  536,2 (74,7)": amounts and rates have the same columns.
    alike = [at for at in row if page.figures[at].unit == page.figures[index].unit]
    starts = page.places_within(around.sentence_first, around.sentence_first + 4)
    is_short = around.sentence_last - around.sentence_first <= _SHORT_ROW
    if not (page.figures[index].is_elided or is_short) or around.before or not starts:
        return None
    for sentence in range(around.sentence - 1, max(-1, around.sentence - 12), -1):
        bounds = page.cut.sentences[sentence]
        flows = find_flows(page, bounds.first, bounds.last)
        # Buyers in a heading are those of the home place's exports.
        opening = page.cut.get_low(bounds.first)
        turns = opening in _ASKING_WHO  # "Кто больше всех покупает у Узбекистана": the rows are who buys
        sides = [
            TURNED.get(side, side) if turns or "agent" in page.cues[position] else side for position, side in flows
        ]
        if sides:
            is_list = page.cut.tokens[bounds.last - 1].text == ":" or is_numbered(page, around.sentence)
            is_list = is_list or opening in _ASKING | _ASKING_WHO
            if not _heads_rows(page, sentence) or not (is_list or page.figures[index].is_elided):
                return None
            for cells in (row, alike):
                if len(sides) == len(cells) > 1:
                    return sides[cells.index(index)]
            return sides[-1] if len(set(sides)) == 1 else None
    return None


def is_numbered(page: Page, number: int) -> bool:
    """Whether a sentence is the item of a list with a number or bullet: "1. Kyrgyzstan – $643 million"."""
    cut = page.cut
    before = cut.sentences[number - 1]
    is_number = before.line == cut.sentences[number].line and cut.tokens[before.first].kind == "number"
    first = cut.tokens[cut.sentences[number].first]
    return first.text in _BULLETS or (is_number and before.last - before.first <= _NUMBER)


def _heads_rows(page: Page, number: int) -> bool:
    """Whether a sentence is a heading: it ends with a colon or bracket, or its line has no figure and no full stop."""
    bounds = page.cut.sentences[number]
    if page.cut.tokens[bounds.last - 1].text in {":", ")"}:
        return True
    is_line = number + 1 < len(page.cut.sentences) and page.cut.sentences[number + 1].line != bounds.line
    return is_line and page.cut.tokens[bounds.last - 1].text not in ".!?" and not count_figures(page, *bounds[:2])
