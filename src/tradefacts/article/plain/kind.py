"""The kind of a figure by the words around it: a volume, a growth, a share, a target or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.article.context import FLOW_CUES, find_begin, find_insertion
from tradefacts.article.plain.apart import find_apart, is_equivalent, is_outside, is_result, list_beside
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from tradefacts.article.context import State, Surroundings
    from tradefacts.article.figures import Figure
    from tradefacts.article.page import Page

_SCOPES = frozenset({"goods", "region", "company", "invest", "cargo", "price", "service", "people", "economy"})
_NARROWING = frozenset({"goods", "service", "region", "company", "invest"})
_BY = frozenset({"by", "на", "+", "of"})
_TO = frozenset({"to", "до", "of", "в", "at", "reach", "is", "—", "–", "hit"})
_DOWN_TO = frozenset({"to", "до"})
"""Words between "fell" and a percentage of an earlier level."""
_OF = frozenset({"of", "от", "к"})
_CHANGES = ("rise", "fall")
_SIGNS = frozenset({",", "–", "—"})
_MARKS = frozenset({"mark", "threshold", "milestone"})
_PRONOUNS = frozenset({"it", "they"})
_TOUCH, _NEAR, _CLOSE, _GOAL = 2, 3, 5, 6
_LEAST_LEVEL, _MOST_LEVEL = 50, 200


class Sorted(NamedTuple):
    """A kind, and the rule that gave it."""

    kind: str
    rule: str


class _Stretch(NamedTuple):
    page: Page
    figure: Figure
    around: Surroundings
    begin: int
    end: int
    ahead: frozenset[str]
    behind: frozenset[str]

    def find_before(self, wanted: frozenset[str] | set[str]) -> str | None:
        """Return the nearest wanted class before the figure, as far back as the previous figure."""
        for position in range(self.figure.first - 1, self.begin - 1, -1):
            found = self.page.cues[position] & wanted
            if found:
                return min(found)
        return None

    def find_behind(self, wanted: frozenset[str] | set[str]) -> str | None:
        """Return the nearest wanted class after the figure, up to the next figure or a comma."""
        for position in range(self.figure.last, self.end):
            if self.page.cut.tokens[position].text in ",;(":
                return None
            found = self.page.cues[position] & wanted
            if found:
                return min(found)
        return None


def guess_kind(page: Page, index: int, around: Surroundings, state: State) -> Sorted:
    """Return the kind of a figure by the words around it."""
    figure = page.figures[index]
    after = page.figures[index + 1] if index + 1 < len(page.figures) else None
    begin = find_begin(page, index, around, state)
    end = min(around.sentence_last, after.first if after is not None else around.sentence_last)
    ahead = frozenset(name for position in range(begin, figure.first) for name in page.cues[position])
    behind = frozenset(
        name for position in range(figure.last, min(end, figure.last + _NEAR)) for name in page.cues[position]
    )
    stretch = _Stretch(page, figure, around, begin, max(end, figure.last), ahead, behind)
    if figure.is_level:
        return Sorted("level", "level")
    scoped = _find_scope(stretch)
    if scoped is not None:
        return Sorted("none", scoped)
    if figure.unit == "money":
        return _sort_money(stretch, index, state)
    return _sort_percent(stretch, index, state)


def _find_scope(stretch: _Stretch) -> str | None:
    """Return the class of words that takes a figure out of trade: nearer than any word for a flow, or narrowing one."""
    page, figure, around = stretch.page, stretch.figure, stretch.around
    if "points" in stretch.behind and figure.unit == "percent":
        return "points"
    apart = find_apart(page, figure, stretch.begin, stretch.end)
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
            between = {name for middle in range(position, figure.first) for name in page.cues[middle]}
            if "forecast" in between and not between & {"goal", "target"}:
                return "forecast"
            narrowed = {
                name
                for at in list_beside(page, position, around.sentence_first, figure.first)
                for name in page.cues[at]
            } & _NARROWING
            return f"narrow-{min(narrowed)}" if narrowed else None
        inserted = _find_insertion(stretch, position) if found & _SCOPES else None
        if inserted is not None:
            position = inserted
            continue
        if found & _SCOPES and not found & {"reach", "rise", "fall", "share"}:
            return f"scope-{min(found & _SCOPES)}"
    within = {name for position in range(around.clause_first, around.clause_last) for name in page.cues[position]}
    for name in ("denial", "forecast"):
        if name in within:
            return name
    return None


def _find_insertion(stretch: _Stretch, position: int) -> int | None:
    """Return where the insertion that contains a word begins: "exports, helped by gold, climbed to $5 m"."""
    page, tokens = stretch.page, stretch.page.cut.tokens
    close = next((at for at in range(position + 1, stretch.figure.first) if tokens[at].text in _SIGNS), None)
    if close is None:
        return None
    for at in range(position - 1, stretch.begin - 1, -1):
        if page.cues[at] & FLOW_CUES:
            return None
        if tokens[at].text == tokens[close].text:
            is_about_flow = any(page.cues[before] & FLOW_CUES for before in range(stretch.begin, at))
            return at if is_about_flow else None
    return None


def _sort_money(stretch: _Stretch, index: int, state: State) -> Sorted:
    page, figure, around = stretch.page, stretch.figure, stretch.around
    previous = page.cut.tokens[figure.first - 1].low if figure.first > around.sentence_first else ""
    near = range(max(stretch.begin, figure.first - _CLOSE), figure.first)
    near = near[-2:] if previous == "of" else near
    changes = {name for position in near for name in page.cues[position]} & set(_CHANGES)
    turns = stretch.find_behind({"rise", "fall"}) is not None and bool(stretch.behind & {"rise", "fall"})
    if (
        (previous in _BY and (changes or (turns and previous != "of")))
        or (state.kinds.get(index - 1) in _CHANGES and is_equivalent(page, page.figures[index - 1], figure))
        or previous == "+"
        or (page.cues[min(figure.last, len(page.cues) - 1)] & set(_CHANGES) and "against" in stretch.behind)
        or (previous in {"a", "an"} and page.cues[min(figure.last, len(page.cues) - 1)] & {"rise", "fall"})
    ):
        return Sorted("none", "difference")
    if state.kinds.get(index - 1) in _CHANGES and is_result(page, page.figures[index - 1], figure):
        return Sorted("volume", "result")
    in_clause = {name for position in range(around.clause_first, figure.first) for name in page.cues[position]}
    deadline = any(
        period.by or (period.meanings and period.meanings[0][0].last > page.clock.last_closed)
        for period in page.periods_within(around.clause_first, around.clause_last)
    )
    is_aimed = "target" in stretch.ahead or ("target" in in_clause and not stretch.ahead & FLOW_CUES)
    if is_aimed and (deadline or previous in _TO or "target" in stretch.ahead) and not _is_told(stretch):
        return Sorted("target", f"aim{deadline:d}{previous in _TO:d}")
    behind = range(figure.last, min(stretch.end, around.clause_last, figure.last + _GOAL))
    is_goal = any("goal" in page.cues[at] and page.cut.tokens[at].low not in _MARKS for at in behind)
    dues = [period.by for period in page.periods_within(figure.last, figure.last + _NEAR)]
    is_due = any(by is not None and int(by) >= page.clock.year for by in dues)
    if (is_goal or is_due) and not _is_told(stretch):
        return Sorted("target", "goal")
    if stretch.ahead & FLOW_CUES or stretch.behind & FLOW_CUES:
        return Sorted("volume", "flow")
    twin = state.kinds.get(index - 1) if index else None
    is_same = index > 0 and page.figures[index - 1].first >= around.sentence_first
    if is_same and twin == "target" and previous in _TO:
        return Sorted("target", "twin")
    if is_same:
        return Sorted("volume" if twin not in {"none", None, "target"} else str(twin or "none"), "twin")
    is_about_it = any(page.cut.tokens[at].low in _PRONOUNS for at in range(stretch.begin, figure.first))
    if is_about_it and around.previous and stretch.ahead & {"reach", "rise", "fall"}:
        return Sorted("volume", "pronoun")
    if (twin not in {"none", None} and stretch.ahead & {"reach", "against"}) or (
        twin not in {"none", None} and around.earlier
    ):
        return Sorted("volume", "goes-on")
    return Sorted("volume" if twin not in {"none", None} and not stretch.ahead & _SCOPES else "none", "bare")


def _is_told(stretch: _Stretch) -> bool:
    """Distinguish an amount that was reached from a target."""
    period = stretch.page.periods_within(stretch.begin, stretch.end)
    past = any(
        mention.meanings and mention.meanings[0][0].last <= stretch.page.clock.last_closed and not mention.by
        for mention in period
    )
    return past and stretch.find_before({"reach", "target"}) == "reach"


def _sort_percent(stretch: _Stretch, index: int, state: State) -> Sorted:
    page, figure, around = stretch.page, stretch.figure, stretch.around
    tokens = page.cut.tokens
    following = tokens[figure.last : min(figure.last + 4, around.sentence_last)]
    words = {name for position in range(figure.last, figure.last + len(following)) for name in page.cues[position]}
    near = next(iter(page.periods_within(figure.last, figure.last + 4)), None)
    is_of = bool(following) and following[0].low in _OF
    value = figure.values[0]
    is_former = near is not None and near.first == figure.last and near.name == "before" and "level" in words
    previous = tokens[figure.first - 1].low if figure.first else ""
    if (
        figure.unit == "percent"
        and (is_of or is_former)
        and _LEAST_LEVEL < value < _MOST_LEVEL
        and (near is not None or "level" in words)
        and (previous in _DOWN_TO or not _has_change(stretch))
    ):
        return Sorted("level", "level")
    if figure.unit == "percent" and "index" in stretch.ahead and _LEAST_LEVEL < value < _MOST_LEVEL:
        return Sorted("level", "index")  # statistics offices give the rate as a percentage of the year before
    if (
        figure.unit == "percent"
        and previous in _DOWN_TO
        and value > _LEAST_LEVEL
        and not _is_share(stretch, index, state)
    ):
        return Sorted("level", "level")  # "ввоз снизился до 85,4 %"
    if _is_level_in_brackets(stretch, index, state):
        return Sorted("level", "brackets")
    if figure.unit == "percent" and is_of and words & (FLOW_CUES | {"total", "foreign"}):
        return Sorted("share", "of")
    is_whole = words & {"foreign"} or (words & {"total"} and words & FLOW_CUES)
    if figure.unit == "percent" and following and following[0].kind == "word" and is_whole and not _has_change(stretch):
        return Sorted("share", "of-whole")
    mark = tokens[figure.first].text if figure.unit == "percent" else ""
    if mark in {"-", "−", "–", "+"} or figure.is_fall or figure.is_rise:
        return Sorted("fall" if mark in {"-", "−", "–"} or figure.is_fall else "rise", "sign")
    before = tokens[figure.first - 1].text if figure.first else ""
    if before in {"-", "−", "–"} and figure.first > 1 and tokens[figure.first - 2].text == "(":
        return Sorted("fall", "sign")
    wanted = {"rise", "fall", "share"}
    behind = stretch.find_behind({"rise", "fall"})
    ahead = stretch.find_before(wanted)
    if "share" in stretch.ahead and figure.unit == "percent":
        return Sorted("share", "touch" if "share" in page.cues[figure.first - 1] else "share")
    if behind is not None and (ahead is None or (following[:1] and page.cues[figure.last] & {"rise", "fall"})):
        return Sorted(behind, "behind")
    if ahead in _CHANGES:
        touching = range(max(stretch.begin, figure.first - _TOUCH), figure.first)
        touches = any(ahead in page.cues[position] for position in touching)
        return Sorted(str(ahead), "touch" if touches else "ahead")
    shared = stretch._replace(begin=around.sentence_first).find_before({"rise", "fall"})
    if shared is not None and tokens[figure.first - 1].low in _BY - {"of"}:
        # "Exports to Kazakhstan fell by $52 million, and those to Türkiye by 30 percent."
        return Sorted(shared, "shared")
    twin = next(
        (
            earlier
            for earlier in range(index - 1, -1, -1)
            if page.figures[earlier].unit != "money"
            and page.figures[earlier].first >= around.sentence_first
            and not is_outside(page, page.figures[earlier], around.sentence_first)
        ),
        None,
    )
    if twin is not None:
        return Sorted(state.kinds.get(twin, "none"), "twin")
    if _follows_volume(stretch, index, state):
        return Sorted("share", "beside")
    if "share" in {name for position in range(around.sentence_first, figure.first) for name in page.cues[position]}:
        return Sorted("share", "share-far")
    if figure.unit == "factor":
        return Sorted("rise" if stretch.ahead & FLOW_CUES else "none", "factor")
    return Sorted("none", "bare")


def _is_share(stretch: _Stretch, index: int, state: State) -> bool:
    """Whether a share may be told here: a word for one stands before the figure, or the last percentage was one."""
    earlier = [kind for at, kind in state.kinds.items() if at < index and kind in {"level", "share", "rise", "fall"}]
    return "share" in stretch.ahead or earlier[-1:] == ["share"] or not stretch.ahead & set(_CHANGES)


def _is_level_in_brackets(stretch: _Stretch, index: int, state: State) -> bool:
    """Whether a percentage in brackets is one of an earlier level, as the one before it: "11,9 млн (71,3 процента)"."""
    figure, tokens = stretch.figure, stretch.page.cut.tokens
    is_bracketed = (
        figure.unit == "percent"
        and figure.first > 0
        and tokens[figure.first - 1].text == "("
        and figure.last < len(tokens)
        and tokens[figure.last].text == ")"
    )
    earlier = [kind for at, kind in state.kinds.items() if at < index and kind in {"level", "share", "rise", "fall"}]
    return is_bracketed and figure.values[0] > _LEAST_LEVEL and earlier[-1:] == ["level"]


def _follows_volume(stretch: _Stretch, index: int, state: State) -> bool:
    """Whether a percentage without a word of its own stands beside an amount: "$879 million (24 %)"."""
    before = stretch.page.figures[index - 1] if index else None
    return (
        before is not None
        and before.unit == "money"
        and state.kinds.get(index - 1) == "volume"
        and stretch.figure.unit == "percent"
        and not stretch.figure.in_words
        and 0 < stretch.figure.first - before.last <= _NEAR
        and before.first >= stretch.around.sentence_first
        and not stretch.ahead & set(_CHANGES)
    )


def _has_change(stretch: _Stretch) -> bool:
    return stretch.find_before({"rise", "fall"}) is not None
