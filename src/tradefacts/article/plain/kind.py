"""The kind of a figure by the words around it: a volume, a growth, a share, a target or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.article.context import count_figures, find_begin, find_insertion
from tradefacts.article.governing import find_owner
from tradefacts.article.plain.apart import find_apart, find_opening, is_equivalent, is_result, list_beside
from tradefacts.article.plain.percents import sort_percent
from tradefacts.article.plain.stretch import Sorted, Stretch
from tradefacts.article.words import get_stems, get_words
from tradefacts.article.words.classes import CHANGE_CUES, FLOW_CUES, SCOPE_CUES

if TYPE_CHECKING:
    from tradefacts.article.context import State, Surroundings
    from tradefacts.article.page import Page

_NARROWING = frozenset({"goods", "service", "region", "company", "invest"})
_WORTH = get_words("items_worth")
_OF, _A = get_words("of"), get_words("a")
_BY = get_words("by") | _OF | {"+"}
_TO = get_words("to_amount") | {"—", "–"}
_MARKS = get_words("marks")
_ENDS = frozenset(".,;")
_BEYOND, _LEVELS = get_words("beyond"), get_words("that_amount") | get_words("the") | get_words("a")
_AGREED, _THAT = get_stems("agreed"), get_words("agreed_that")
_ALTOGETHER, _FOR = get_words("altogether"), get_words("altogether_for")
_PRONOUNS = get_words("they")
_NEAR, _CLOSE, _GOAL, _CAPTION = 3, 5, 6, 12


def guess_kind(page: Page, index: int, around: Surroundings, state: State) -> Sorted:
    """Return the kind of a figure by the words around it."""
    figure = page.figures[index]
    after = page.figures[index + 1] if index + 1 < len(page.figures) else None
    begin = find_begin(page, index, around, state)
    end = min(around.sentence_last, after.first if after is not None else around.sentence_last)
    ahead = page.cues_within(begin, figure.first)
    behind = page.cues_within(figure.last, min(end, figure.last + _NEAR))
    stretch = Stretch(page, figure, around, begin, max(end, figure.last), ahead, behind)
    if figure.is_level:
        return Sorted("level", "level")
    scoped = _find_scope(stretch, state)
    if scoped is not None:
        return Sorted("none", scoped)
    if figure.unit == "money":
        return _sort_money(stretch, index, state)
    return sort_percent(stretch, index, state)


def _find_scope(stretch: Stretch, state: State) -> str | None:
    """Return the class of words that takes a figure out of trade: nearer than any word for a flow, or narrowing one."""
    page, figure, around = stretch.page, stretch.figure, stretch.around
    if "points" in stretch.behind and figure.unit == "percent":
        return "points"
    apart = find_apart(page, figure, stretch.begin, stretch.end, state)
    if apart is not None:
        return apart
    position = figure.first
    aside = find_insertion(page, stretch.begin, figure.first)
    while position > stretch.begin:
        position -= 1
        if position in aside:
            position = aside.start
            continue
        found = page.cues[position]
        if found & FLOW_CUES:
            between = page.cues_within(position, figure.first)
            if "forecast" in between and not between & {"goal", "target"} and not _is_agreed(stretch):
                return "forecast"
            beside = list_beside(page, position, around.sentence_first, figure.first)
            narrowed = page.cues_within(beside.start, beside.stop) & _NARROWING
            if narrowed:
                return f"narrow-{min(narrowed)}"
            return "of-region" if find_owner(page, figure) == "region" else None
        if _is_weight(page, position, figure.first):
            continue
        if page.cut.tokens[position].low in _ALTOGETHER and page.cut.tokens[position + 1].low in _FOR:
            return None  # "закупила нефть и газ, в целом на 945 млн"
        inserted = find_opening(page, position, stretch.begin, figure.first) if found & SCOPE_CUES else None
        if inserted is not None:
            position = inserted
            continue
        if found & SCOPE_CUES and not found & {"reach", "rise", "fall", "share"}:
            return f"scope-{min(found & SCOPE_CUES)}"
    within = page.cues_within(around.clause_first, around.clause_last)
    for name in ("denial", "forecast"):
        if name in within and not (name == "forecast" and _is_agreed(stretch)):
            return name
    return None


def _is_agreed(stretch: Stretch) -> bool:
    """Whether what will be was agreed on: "стороны договорились, что к 2030 году оборот составит 5 млрд"."""
    page, first = stretch.page, stretch.around.sentence_first
    agreed = (at for at in range(first, stretch.figure.first) if page.cut.tokens[at].low.startswith(_AGREED))
    return any(_THAT & {token.low for token in page.cut.tokens[at : at + _CLOSE]} for at in agreed)


def _is_weight(page: Page, position: int, figure: int) -> bool:
    """Whether a word is the unit of a weight given with the worth: "trade of 4 million tons worth $2 billion"."""
    if "cargo" not in page.cues[position] or not 0 < figure - position - 1 <= _CLOSE:
        return False
    behind = [token.low for token in page.cut.tokens[position + 1 : figure]]
    return (
        behind[0] in _WORTH | _OF
        and not _WORTH.isdisjoint(behind)
        and page.cut.tokens[position - 1].kind in {"number", "word"}
        and not page.cues_within(position + 1, figure) & SCOPE_CUES
        and "goods" not in page.cues[position]
    )


def _sort_money(stretch: Stretch, index: int, state: State) -> Sorted:
    page, figure, around = stretch.page, stretch.figure, stretch.around
    previous = page.cut.tokens[figure.first - 1].low if figure.first > around.sentence_first else ""
    follows_change = state.kinds.get(index - 1) in CHANGE_CUES
    if follows_change and is_equivalent(page, page.figures[index - 1], figure):
        return Sorted("none", "equivalent")
    if _is_difference(stretch, previous):
        return Sorted("none", "added" if _is_added(stretch, previous) else "difference")
    if follows_change and is_result(page, page.figures[index - 1], figure):
        return Sorted("volume", "result")
    target = _sort_target(stretch, previous)
    if target is not None:
        return target
    if stretch.ahead & FLOW_CUES or stretch.behind & FLOW_CUES:
        return Sorted("volume", "flow")
    return _sort_bare(stretch, index, state, previous)


def _sort_target(stretch: Stretch, previous: str) -> Sorted | None:
    """Tell an amount that is aimed at by the words before it, or by a deadline or a noun behind it."""
    page, figure, around = stretch.page, stretch.figure, stretch.around
    in_clause = page.cues_within(around.clause_first, figure.first)
    deadline = any(
        period.by or (period.meanings and period.meanings[0][0].last > page.clock.last_closed)
        for period in page.periods_within(around.clause_first, around.clause_last)
    )
    if deadline and _is_agreed(stretch):
        return Sorted("target", "agreed")
    is_aimed = "target" in stretch.ahead or ("target" in in_clause and not stretch.ahead & FLOW_CUES)
    if is_aimed and (deadline or previous in _TO or "target" in stretch.ahead) and not _is_told(stretch):
        return Sorted("target", f"aim{deadline:d}{previous in _TO:d}")
    behind = range(figure.last, min(stretch.end, around.clause_last, figure.last + _GOAL))
    is_goal = any("goal" in page.cues[at] and page.cut.tokens[at].low not in _MARKS for at in behind)
    dues = [period.by for period in page.periods_within(figure.last, figure.last + _NEAR)]
    is_due = any(by is not None and int(by) >= page.clock.year for by in dues)
    return Sorted("target", "goal") if (is_goal or is_due) and not _is_told(stretch) else None


def _is_difference(stretch: Stretch, previous: str) -> bool:
    """Whether an amount, after the word `previous`, is that of a change: "rose by $3 m", "a $3 m increase"."""
    page, figure = stretch.page, stretch.figure
    reach = 2 if previous in _OF else _CLOSE
    changes = page.cues_within(max(stretch.begin, figure.first - reach), figure.first) & CHANGE_CUES
    turns = bool(stretch.behind & CHANGE_CUES) and stretch.find_behind(CHANGE_CUES) is not None
    is_followed = bool(page.cues[min(figure.last, len(page.cues) - 1)] & CHANGE_CUES)
    return (
        (previous in _BY and (bool(changes) or (turns and previous not in _OF)))
        or previous == "+"
        or (is_followed and (previous in _A or "against" in stretch.behind))
        or _is_added(stretch, previous)
    )


def _is_added(stretch: Stretch, previous: str) -> bool:
    """Whether a change follows an amount, after the word `previous`: "$2 million more than in 2021", "a $2 m rise"."""
    page, last = stretch.page, stretch.figure.last
    if last + 1 >= stretch.around.sentence_last:
        return False
    if page.cut.tokens[last].low in _BEYOND:
        return page.cut.tokens[last + 1].low in _LEVELS
    is_end = page.cut.tokens[last + 1].text in _ENDS  # "That is $47 million less."
    return bool(page.cues[last] & CHANGE_CUES) and (previous in _A or is_end or "against" in page.cues[last + 1])


def _sort_bare(stretch: Stretch, index: int, state: State, previous: str) -> Sorted:
    """Return the kind of an amount without words of its own, after the word `previous`: mostly as the last figure."""
    page, figure, around = stretch.page, stretch.figure, stretch.around
    twin = state.kinds.get(index - 1) if index else None
    is_same = index > 0 and page.figures[index - 1].first >= around.sentence_first
    if is_same and twin == "target" and previous in _TO:
        return Sorted("target", "twin")
    if is_same:
        return Sorted("volume" if twin not in {"none", None, "target"} else str(twin or "none"), "twin")
    if figure.is_elided and _is_under_flow(stretch):
        return Sorted("volume", "table")
    is_about_it = any(page.cut.tokens[at].low in _PRONOUNS for at in range(stretch.begin, figure.first))
    if is_about_it and around.previous and stretch.ahead & {"reach", "rise", "fall"}:
        return Sorted("volume", "pronoun")
    is_after_claim = twin not in {"none", None}
    if is_after_claim and (stretch.ahead & {"reach", "against"} or around.earlier):
        return Sorted("volume", "goes-on")
    return Sorted("volume" if is_after_claim and not stretch.ahead & SCOPE_CUES else "none", "bare")


def _is_under_flow(stretch: Stretch) -> bool:
    """Whether the nearest line above without figures, the caption of a table, names a flow and nothing narrower."""
    page, number = stretch.page, stretch.around.sentence
    for above in range(number - 1, max(-1, number - _CAPTION), -1):
        bounds = page.cut.sentences[above]
        words = page.cues_within(bounds.first, bounds.last)
        if words & FLOW_CUES and not count_figures(page, bounds.first, bounds.last):
            return not words & _NARROWING
    return False


def _is_told(stretch: Stretch) -> bool:
    """Distinguish an amount that was reached from a target."""
    period = stretch.page.periods_within(stretch.begin, stretch.end)
    past = any(
        mention.meanings and mention.meanings[0][0].last <= stretch.page.clock.last_closed and not mention.by
        for mention in period
    )
    cues = stretch.page.cues
    for position in range(stretch.figure.first - 1, stretch.begin - 1, -1):
        if cues[position] & {"reach", "target"} and stretch.page.cut.tokens[position].low not in _MARKS:
            # "Passed the mark of $5 m" was reached, but not "the aim is $5 m".
            return past and not cues[position] & {"target"} and not (position and cues[position - 1] & {"goal"})
    return False
