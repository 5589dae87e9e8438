"""The kind of a percentage or factor by the words around it: a growth, a level of an earlier year, a share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.article.context import FLOW_CUES
from tradefacts.article.plain.apart import is_outside
from tradefacts.article.plain.stretch import Sorted, Stretch

if TYPE_CHECKING:
    from tradefacts.article.context import State

_BY = frozenset({"by", "на", "+"})
_DOWN_TO = frozenset({"to", "до"})
"""Words between "fell" and a percentage of an earlier level."""
_OF = frozenset({"of", "от", "к"})
_CHANGES = ("rise", "fall")
_TOUCH, _NEAR = 2, 3
_LEAST_LEVEL, _MOST_LEVEL = 50, 200


def sort_percent(stretch: Stretch, index: int, state: State) -> Sorted:
    """Return the kind of a percentage or factor."""
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
        and (previous in _DOWN_TO or not _has_change(stretch) or (near is not None and near.first == figure.last + 1))
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
    if shared is not None and tokens[figure.first - 1].low in _BY:
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


def _is_share(stretch: Stretch, index: int, state: State) -> bool:
    """Whether a share may be told here: a word for one stands before the figure, or the last percentage was one."""
    earlier = [kind for at, kind in state.kinds.items() if at < index and kind in {"level", "share", "rise", "fall"}]
    return "share" in stretch.ahead or earlier[-1:] == ["share"] or not stretch.ahead & set(_CHANGES)


def _is_level_in_brackets(stretch: Stretch, index: int, state: State) -> bool:
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


def _follows_volume(stretch: Stretch, index: int, state: State) -> bool:
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


def _has_change(stretch: Stretch) -> bool:
    return stretch.find_before({"rise", "fall"}) is not None
