"""The kind of a percentage or factor by the words around it: a growth, a level of an earlier year, a share."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from tradefacts.article.plain.apart import are_alternatives, is_outside
from tradefacts.article.plain.stretch import Sorted, Stretch
from tradefacts.article.plain.telling import find_teller, is_of_balance
from tradefacts.article.words import get_phrases, get_stems, get_words
from tradefacts.article.words.classes import BOUND_CUES, CHANGE_CUES, COUNTRY_CUES, FLOW_CUES
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradefacts.article.context import State
    from tradefacts.article.cutting import Token
    from tradefacts.article.page import Page
    from tradefacts.article.periods import Mention

_BY = get_words("by") | {"+"}
_DOWN_TO = get_words("to_level")
"""Words between "fell" and a percentage of an earlier level."""
_A, _THAT_IS = get_words("a"), get_phrases("that_is")
_OF = get_words("whole_begins")
_FORMER = get_stems("former_whole")
_KINDS = CHANGE_CUES | {"level", "share"}
_MINUS = frozenset({"-", "−", "–"})
_BASES, _BASE_REACH = get_words("bases"), 6
_APART = frozenset(",:;–—")
_TOUCH, _NEAR, _FOLLOWING = 2, 3, 4
_LEAST_LEVEL, _MOST_LEVEL = 50, 200


def sort_percent(stretch: Stretch, index: int, state: State) -> Sorted:
    """Return the kind of a percentage or factor: by the words around it, or else as the figures before it."""
    part = None
    page, figure, around = stretch.page, stretch.figure, stretch.around
    if find_teller(page, figure, stretch.begin, around.sentence_last) is not None:
        return Sorted("share", "told")
    if figure.unit == "percent":
        following = _read_on(stretch)
        part = _sort_level(stretch, following, index, state) or _sort_whole(stretch, following)
        if is_of_balance(stretch, is_part=part is not None and part.kind == "share"):
            return Sorted("none", "of-balance")
    return (
        part
        or _sort_by_sign(stretch)
        or _sort_by_base(stretch)
        or _sort_by_words(stretch, index)
        or _sort_by_figures(stretch, index, state)
    )


class _Following(NamedTuple):
    """The words after a figure, and the period among them."""

    tokens: Sequence[Token]
    words: frozenset[str]
    period: Mention | None

    @property
    def is_of(self) -> bool:
        """Whether they begin with "of"."""
        return bool(self.tokens) and self.tokens[0].low in _OF


def _read_on(stretch: Stretch) -> _Following:
    page, figure = stretch.page, stretch.figure
    last = min(figure.last + _FOLLOWING, stretch.around.sentence_last)
    words = page.cues_within(figure.last, last)
    period = next(iter(page.periods_within(figure.last, figure.last + _FOLLOWING)), None)
    return _Following(page.cut.tokens[figure.last : last], words, period)


def _sort_level(stretch: Stretch, following: _Following, index: int, state: State) -> Sorted | None:
    """Tell a percentage of an earlier level: "96 % of the level of 2021", "(96 %)"."""
    figure = stretch.figure
    value, near = figure.values[0], following.period
    if stretch.page.cut.tokens[figure.first].text in {*_MINUS, "+"}:
        return None
    is_near_level = _LEAST_LEVEL < value < _MOST_LEVEL
    if is_near_level and _is_of_former(following) and not _has_change(stretch):
        return Sorted("level", "former")  # "97 % прошлогоднего объёма"
    is_former = near is not None and near.first == figure.last and near.name == "before" and "level" in following.words
    before = figure.first - 1
    while before > stretch.begin and stretch.page.cut.tokens[before].low in _A:
        before -= 1
    is_down_to = before >= 0 and stretch.page.cut.tokens[before].low in _DOWN_TO
    if (
        is_near_level
        and (following.is_of or is_former)
        and (near is not None or "level" in following.words)
        and (is_down_to or not _has_change(stretch) or (near is not None and near.first == figure.last + 1))
    ):
        return Sorted("level", "level")
    if is_near_level and "index" in stretch.ahead:
        return Sorted("level", "index")  # statistics offices give the rate as a percentage of the year before
    if is_down_to and figure.in_words and "fall" in stretch.ahead:
        return Sorted("level", "part")  # "down to a quarter of that"
    if is_down_to and value > _LEAST_LEVEL and not _is_share(stretch, index, state):
        return Sorted("level", "level")  # "ввоз снизился до 85,4 %"
    return Sorted("level", "brackets") if _is_level_in_brackets(stretch, index, state) else None


def _is_of_former(following: _Following) -> bool:
    nouns = following.tokens[following.is_of :]
    return bool(nouns) and nouns[0].low.startswith(_FORMER)


def _sort_whole(stretch: Stretch, following: _Following) -> Sorted | None:
    """Tell a share by the whole after it: "12 % of exports", "12 процентов внешней торговли"."""
    words = following.words
    if following.is_of and words & (FLOW_CUES | {"total", "foreign"}):
        return Sorted("share", "of")
    is_whole = words & {"foreign"} or (words & {"total"} and words & FLOW_CUES)
    is_word = bool(following.tokens) and following.tokens[0].kind == "word"
    if is_word and is_whole and not _has_change(stretch):
        return Sorted("share", "of-whole")
    # "Больше половины оборота", but not "вырос на треть экспорт".
    page, figure = stretch.page, stretch.figure
    is_part = figure.in_words and page.cues[figure.last] & COUNTRY_CUES and _get_before(stretch) not in _BY
    return Sorted("share", "of-flow") if is_part else None


def _get_before(stretch: Stretch) -> str:
    """Return the word before a figure, without bounds: "на" before "больше чем на треть"."""
    page, position = stretch.page, stretch.figure.first - 1
    while position > stretch.begin and page.cues[position] & BOUND_CUES:
        position -= 1
    return page.cut.tokens[position].low if position >= stretch.begin else ""


def _sort_by_sign(stretch: Stretch) -> Sorted | None:
    """Tell a change by its sign: "+4 %", "(–4 %)"."""
    figure, tokens = stretch.figure, stretch.page.cut.tokens
    own = stretch.page.cues_within(figure.first, figure.last) & CHANGE_CUES if figure.unit == "factor" else set()
    if len(own) == 1:
        return Sorted(min(own), "own")  # "doubled", after whatever fell
    mark = tokens[figure.first].text if figure.unit == "percent" else ""
    if mark in {*_MINUS, "+"} or figure.is_fall or figure.is_rise:
        return Sorted("fall" if mark in _MINUS or figure.is_fall else "rise", "sign")
    before = [token.text for token in tokens[max(0, figure.first - 2) : figure.first]]
    return Sorted("fall", "sign") if before[:1] == ["("] and before[-1] in _MINUS else None


def _sort_by_base(stretch: Stretch) -> Sorted | None:
    """Tell a growth by the base behind its factor: "2.7 times the figure of 2021", "twice last year's sum"."""
    figure, page = stretch.figure, stretch.page
    base = next(iter(page.periods_within(figure.last, figure.last + _BASE_REACH)), None)
    if figure.unit != "factor" or base is None:
        return None
    words = {token.low for token in page.cut.tokens[figure.last : min(base.last + 1, stretch.around.sentence_last)]}
    before = page.cut.tokens[figure.last : base.first]
    is_plain = all(token.kind == "word" for token in before) and bool(words & _BASES)
    return Sorted("rise", "base") if is_plain else None


def _sort_by_words(stretch: Stretch, index: int) -> Sorted | None:
    """Tell a share or a change by its word."""
    page, figure = stretch.page, stretch.figure
    if "share" in stretch.ahead and figure.unit == "percent" and not _is_apart_from_share(stretch):
        return Sorted("share", "touch" if "share" in page.cues[figure.first - 1] else "share")
    behind = stretch.find_behind({"rise", "fall"}) or _find_apposed(stretch, index)
    ahead = stretch.find_before({"rise", "fall", "share"})
    touches = figure.last < stretch.around.sentence_last and page.cues[figure.last] & {"rise", "fall"}
    if behind is not None and (ahead is None or touches):
        return Sorted(behind, "behind")
    if ahead in CHANGE_CUES:
        touching = page.cues_within(max(stretch.begin, figure.first - _TOUCH), figure.first)
        return Sorted(str(ahead), "touch" if ahead in touching else "ahead")
    shared = stretch._replace(begin=stretch.around.sentence_first).find_before({"rise", "fall"})
    # "Exports to Kazakhstan fell by $52 million, and those to Türkiye by 30 percent."
    is_shared = shared is not None and (figure.unit == "factor" or _get_before(stretch) in _BY)
    return Sorted(str(shared), "shared") if is_shared else None


def _is_apart_from_share(stretch: Stretch) -> bool:
    """Whether a percentage is a growth after words for a share: "made up $447 m of the total, 5% more than a year ago".

    Also in "accounted for 48% of the total: trade with them increased by 11%", where a flow and a change follow a sign.
    """
    page, figure = stretch.page, stretch.figure
    shares = [at for at in range(stretch.begin, figure.first) if "share" in page.cues[at]]
    signs = [at for at in range(shares[-1], figure.first) if page.cut.tokens[at].text in _APART]
    if not signs:
        return False
    if figure.first - signs[-1] <= _TOUCH and figure.last < stretch.around.sentence_last:
        return bool(page.cues[figure.last] & CHANGE_CUES)
    between = page.cues_within(signs[-1], figure.first)
    return bool(between & FLOW_CUES) and bool(between & CHANGE_CUES)


def _find_apposed(stretch: Stretch, index: int) -> str | None:
    position = _find_behind_apposition(stretch.page, index)
    is_inside = stretch.figure.last < position < stretch.around.sentence_last
    return min(stretch.page.cues[position] & CHANGE_CUES, default=None) if is_inside else None


def _find_behind_apposition(page: Page, index: int) -> int:
    """Return where the words behind a figure begin: "less" is behind both figures of "by 12 %, or $3 m, less"."""
    figures, tokens = page.figures, page.cut.tokens
    for first, second in ((index, index + 1), (index - 1, index)):
        if first < 0 or second == len(figures):
            continue
        if are_alternatives(page, figures[first], figures[second]):
            last = figures[second].last
            return last + 1 if last < len(tokens) and tokens[last].text == "," else last
    # As in «больше всего, на 13 %, вырос импорт».
    first, last = figures[index].first, figures[index].last
    is_inserted = page.cut.get_low(last) == "," and "," in {token.text for token in tokens[max(0, first - 3) : first]}
    return last + is_inserted


def _sort_by_figures(stretch: Stretch, index: int, state: State) -> Sorted:
    """Return the kind of the last percentage of the sentence, or that of a percentage beside an amount."""
    page, figure, first = stretch.page, stretch.figure, stretch.around.sentence_first
    above = _find_above(stretch, index)
    if above is not None and state.kinds.get(above, "none") != "none":
        return Sorted(state.kinds[above], "row")
    for earlier in range(index - 1, -1, -1):
        twin = page.figures[earlier]
        if twin.first < first:
            break
        if twin.unit != "money" and not is_outside(page, twin, first):
            return Sorted(state.kinds.get(earlier, "none"), "twin")
    if _follows_volume(stretch, index, state):
        return Sorted("share", "beside")
    if "share" in page.cues_within(first, figure.first):
        return Sorted("share", "share-far")
    if figure.unit == "factor" and _is_said_again(stretch):
        change = stretch._replace(begin=first).find_before({"rise", "fall"})
        return Sorted(str(change or "rise"), "said-again")  # "dropped to $12 m, i.e. more than 5 times"
    if figure.unit == "factor":
        return Sorted("rise" if stretch.ahead & FLOW_CUES else "none", "factor")
    return Sorted("none", "bare")


def _is_said_again(stretch: Stretch) -> bool:
    """Whether a figure stands behind "that is"."""
    tokens = stretch.page.cut.tokens[stretch.begin : stretch.figure.first]
    words = [token.low for token in tokens]
    return any(tuple(words[at : at + len(phrase)]) == phrase for phrase in _THAT_IS for at in range(len(words)))


def _find_above(stretch: Stretch, index: int) -> int | None:
    """Return the figure at the same place of the line above, if both lines have figures of the same units."""
    page, around = stretch.page, stretch.around
    line = page.cut.sentences[around.sentence].line
    if not around.sentence or page.cut.sentences[around.sentence - 1].line != line - 1:
        return None
    above = page.cut.sentences[around.sentence - 1]
    first, middle, last = (
        bisect_left(page.figure_starts, position)
        for position in (above.first, around.sentence_first, around.sentence_last)
    )
    units = [figure.unit for figure in page.figures[first:last]]
    is_parallel = units[: middle - first] == units[middle - first :]
    return index - (middle - first) if is_parallel else None


def _is_share(stretch: Stretch, index: int, state: State) -> bool:
    """Whether a share may be told here: a word for one stands before the figure, or the last percentage was one."""
    return "share" in stretch.ahead or _get_last_kind(index, state) == "share" or not stretch.ahead & CHANGE_CUES


def _is_level_in_brackets(stretch: Stretch, index: int, state: State) -> bool:
    """Whether a percentage in brackets is one of an earlier level, as the one before it: "11,9 млн (71,3 процента)"."""
    figure = stretch.figure
    is_alone = stretch.page.cut.has_brackets_around(figure.first, figure.last)
    return is_alone and figure.values[0] > _LEAST_LEVEL and _get_last_kind(index, state) == "level"


def _get_last_kind(index: int, state: State) -> str | None:
    """Return the kind of the last percentage or factor that is a claim."""
    earlier = [kind for at, kind in state.kinds.items() if at < index and kind in _KINDS]
    return earlier[-1] if earlier else None


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
        and not stretch.ahead & CHANGE_CUES
    )


def _has_change(stretch: Stretch) -> bool:
    return stretch.find_before({"rise", "fall"}) is not None
