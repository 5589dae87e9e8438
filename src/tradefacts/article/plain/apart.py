"""Amounts and percentages beside words of trade that are no volume or growth themselves."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tradefacts.article.context import told_both_ways
from tradefacts.article.words import get_phrases, get_stems, get_words
from tradefacts.article.words.classes import BOUND_CUES, FLOW_CUES

if TYPE_CHECKING:
    from tradefacts.article.context import State
    from tradefacts.article.figures import Figure
    from tradefacts.article.page import Page

_SIGNS = frozenset({",", "–", "—"})
_PARTING = frozenset(",;(–—")
_WITHOUT, _BEFORE_FLOW, _AFTER_FLOW = get_words("without"), 2, 4
_EXPECTING = get_words("expecting")
_DIRECTIONS = get_words("directions")
_TOGETHER, _AND, _SUM_REACH = get_words("together"), get_words("and"), 5
_WITH = get_words("with_number")
"""Words that join places as "and" does: "Кыргызстан с Таджикистаном на двоих"."""
_SEVERAL, _STATES, _SEVERAL_REACH = get_words("several"), get_words("counted_places"), 3
_OF_THESE = get_phrases("of_these")
_OR_RATHER = get_words("or_rather")
_SUMMING, _REMARK = get_words("summing"), 3
_LATER = 4
_NOT, _NOT_BY = get_phrases("not"), get_words("not_by")
_NEGATION, _NEITHER, _CONTRAST = get_words("negation"), get_words("neither"), get_words("contrast")
_GAPS, _GAP_REACH = get_words("gaps"), 6
_EXCEEDS, _THAT, _THOSE_REACH = get_stems("exceeds"), get_words("that_amount"), 4
_FORMER = get_stems("former")
_THAN, _AS_MUCH, _THAN_REACH = get_words("than"), get_phrases("as_much"), 4
"""Words for what a flow was before: "вдвое превысил показатель 2019 года" is a growth."""
_ITEMS, _WORTH, _ITEM_REACH = get_words("items"), get_words("items_worth"), 4
_SPENT, _GOODS_REACH = get_words("spent_on"), 5
_OR, _BY = get_words("or"), get_words("by") | get_words("of") | {"+"}
_EQUAL, _LINK, _REACH = get_words("equal"), 4, get_words("reach")
_INFINITIVES, _BY_RATE = get_words("wish_forms"), get_words("by_rate")
_VERBS, _TO, _WISH_REACH = get_words("wish_verbs"), get_words("infinitive"), 7
_MANAGED = get_words("managed")
"""Words that tell a growth as reached: "удалось увеличить экспорт на 5 %"."""
_PAYMENTS = get_words("payments")
_AVERAGE, _YEARLY, _MEAN_REACH = get_words("average"), get_words("yearly"), 5


def list_beside(page: Page, cue: int, first: int, last: int) -> range:
    """Return the tokens beside a word for a flow, up to the next signs, between two positions."""
    tokens = page.cut.tokens
    first, last = max(first, cue - _BEFORE_FLOW), min(last, cue + _AFTER_FLOW)
    before = (at + 1 for at in range(cue - 1, first - 1, -1) if tokens[at].text in _PARTING)
    after = (at for at in range(cue + 1, last) if tokens[at].text in _PARTING and tokens[at + 1].low not in _WITHOUT)
    return range(next(before, first), next(after, last))


def find_opening(page: Page, position: int, begin: int, figure: int) -> int | None:
    """Return where the insertion that contains a word begins: "exports, helped by gold, climbed to $5 m"."""
    tokens = page.cut.tokens
    close = next((at for at in range(position + 1, figure) if tokens[at].text in _SIGNS), None)
    if close is None:
        return None
    for at in range(position - 1, begin - 1, -1):
        if page.cues[at] & FLOW_CUES:
            return None
        if tokens[at].text == tokens[close].text:
            is_about_flow = page.cues_within(begin, at) & FLOW_CUES
            return at if is_about_flow else None
    return None


def find_apart(page: Page, figure: Figure, begin: int, end: int, state: State) -> str | None:
    """Return why a figure is no claim by the words around it, which belong to it from `begin` to before `end`."""
    if any(token.low in _EXPECTING for token in page.cut.tokens[begin : figure.first]):
        return "forecast"
    if _is_combined(page, figure, begin, state):
        return "combined"
    if _is_repeated(page, figure):
        return "repeated"
    if figure.unit == "money" and _leads_to_growth(page, figure, begin, end):
        return "alternative"
    if _is_denied(page, figure, begin):
        return "denied"
    if is_outside(page, figure, begin):
        return "outside"
    is_ratio = figure.unit == "factor" and _is_ratio(page, figure, begin, end)
    if is_ratio or _is_gap(page, figure, begin) or _exceeds_place(page, figure, end):
        return "gap"
    if figure.unit == "money":
        return "scope-goods" if _is_counted(page, figure, begin) or _is_for_goods(page, figure, end) else None
    if _is_wish(page, figure, begin):
        return "wish"
    if _is_of_payments(page, figure, begin, end):
        return "payments"
    return "mean" if _is_mean(page, figure, begin) else None


def _is_combined(page: Page, figure: Figure, begin: int, state: State) -> bool:
    """Whether a figure is a sum for several places that are no group: "Kyrgyzstan and Turkmenistan together bought"."""
    tokens = page.cut.tokens
    if figure.unit == "percent" and _is_of_several(page, begin, figure.first):
        return True
    for position in range(begin, figure.first):
        if tokens[position].low in _TOGETHER and not page.is_of_period(position - 1):
            if any(token.low in _DIRECTIONS for token in tokens[begin : figure.first]):
                return False  # "together the two flows made up $566 million"
            if "target" in page.cues_within(position, figure.first):
                return False  # "договорились вместе довести её до 2 млрд"
            places = page.places_within(begin, position + _SUM_REACH)
            near = [place for place in places if place.first < figure.first and not place.part]
            flows = page.cues_within(begin, figure.first) & {"export", "import"}
            return (not near and len(flows) < 2 and not told_both_ways(state)) or any(
                after.first - before.last <= 1 and tokens[before.last].low in _AND | _WITH and before.code != after.code
                for before, after in pairwise(near)
            )
    return False


def _is_repeated(page: Page, figure: Figure) -> bool:
    """Whether an amount is told again to name its parts: "of this £2.7 billion", "из этих 118 миллиардов"."""
    before = tuple(token.low for token in page.cut.tokens[max(0, figure.first - 2) : figure.first])
    earlier = (known for known in page.figures if known.first < figure.first)
    return before in _OF_THESE and any(known.values[0] == figure.values[0] for known in earlier)


def _is_of_several(page: Page, begin: int, figure: int) -> bool:
    """Whether a percentage is that of several places without names: "the share of the ten largest partners"."""
    tokens = page.cut.tokens
    if any(not place.part for place in page.places_within(begin, figure)):
        return False
    for position in range(begin + 1, figure):
        ahead = range(max(begin, position - _SEVERAL_REACH), position)
        if tokens[position].low in _STATES and any(
            tokens[at].kind == "number" or tokens[at].low in _SEVERAL for at in ahead
        ):
            return True
    return False


def _leads_to_growth(page: Page, figure: Figure, begin: int, end: int) -> bool:
    """Whether an amount is what a growth adds: "this is $10 million, or 16 percent, more than a year ago"."""
    tokens = page.cut.tokens
    opening = [token.low for token in tokens[figure.last : figure.last + 2]]
    opening = opening[1:] if opening[:1] == [","] else opening[:1]
    is_remark = any(token.low in _SUMMING for token in tokens[max(begin, figure.first - _REMARK) : figure.first])
    has_flow = not is_remark and page.cues_within(begin, figure.first) & FLOW_CUES
    if has_flow or end >= len(tokens) or not _OR_RATHER.intersection(opening):
        return False
    after = next((later for later in page.figures if later.first == end), None)
    if after is None or after.unit != "percent":
        return False
    behind = [at for at in range(after.last, min(len(tokens), after.last + 2)) if tokens[at].text != ","]
    return any(page.cues[at] & {"rise", "fall"} for at in behind)


def is_outside(page: Page, figure: Figure, begin: int) -> bool:
    """Whether a figure is about all countries outside a group: "на государства вне СНГ пришлось 66 %"."""
    last = max((at for at in range(begin, figure.first) if "outside" in page.cues[at]), default=None)
    return last is not None and not page.places_within(last + 1, figure.first)


def _is_denied(page: Page, figure: Figure, begin: int) -> bool:
    """Whether a figure is the wrong one of two: "12,4 миллиона, а не 124", "not $124 million"."""
    tokens = page.cut.tokens
    if tokens[begin].low in _NEITHER:
        return True
    behind = [token.low for token in tokens[figure.last : figure.last + 2] if token.text != ","]
    is_later = page.periods_within(figure.last, figure.last + _LATER)  # "не превышала 122 млн, а в 2023-м дошла до 387"
    if (
        _CONTRAST.intersection(behind[:1])
        and not is_later
        and any(
            tokens[at].low in _NEGATION and page.cues[at + 1] & {"rise", "fall", "reach"}
            for at in range(begin, figure.first - 1)
        )
    ):
        # As in "торговля не выросла на 60 %, а уменьшилась на 5 %".
        return True
    ahead = tuple(token.low for token in tokens[max(begin, figure.first - 3) : figure.first])
    ahead = ahead[:-1] if ahead and ahead[-1] in _NOT_BY else ahead
    return any(ahead[-len(phrase) :] == phrase for phrase in _NOT)


def _is_gap(page: Page, figure: Figure, begin: int) -> bool:
    """Whether a figure is how far two countries' figures are apart: "разница достигает 1,2 млрд долларов"."""
    for position in range(figure.first - 1, max(begin, figure.first - _GAP_REACH) - 1, -1):
        if page.cut.tokens[position].low in _GAPS:
            return "balance" not in page.cues[position]
        if page.cues[position] & FLOW_CUES:
            return False
    return False


def _is_ratio(page: Page, figure: Figure, begin: int, end: int) -> bool:
    """Whether a factor says how many times one flow exceeds another: "импорт превысил экспорт вдвое"."""
    if figure.last < end and page.cut.tokens[figure.last].low in _THAT:
        # "more than double that", but not "nine times those of 2021"
        return not page.periods_within(figure.last, figure.last + _THOSE_REACH)
    words = [page.cut.tokens[position].low for position in range(begin, end)]
    exceeds = any(word.startswith(_EXCEEDS) for word in words[: figure.first - begin])
    return exceeds and not any(word.startswith(_FORMER) for word in words)


def _exceeds_place(page: Page, figure: Figure, end: int) -> bool:
    """Whether a rate says how far one place's trade exceeds another's: "в 3 раза больше, чем Казахстан"."""
    tokens, last = page.cut.tokens, min(end, figure.last + _THAN_REACH)
    for position in range(figure.last, last if figure.unit != "money" else 0):
        is_more = tokens[position].low in _THAN and "rise" in page.cues_within(figure.last, position)
        if is_more or (tokens[position - 1].low, tokens[position].low) in _AS_MUCH:
            than = position + 1, min(end, position + _THAN_REACH)
            # As in "sells 8 times more than it buys", but not "than it bought in 2021".
            is_other_flow = page.cues_within(*than) & (FLOW_CUES | {"inside"}) and not page.periods_within(*than)
            return bool(page.places_within(*than) or is_other_flow)
    return False


def _is_counted(page: Page, figure: Figure, begin: int) -> bool:
    """Whether an amount is that of a number of goods: "to expand exports by 86 commodity items worth $345 million"."""
    tokens = page.cut.tokens
    position = figure.first - 1
    while position > 0 and tokens[position].low in _WORTH:
        position -= 1
    if position == figure.first - 1 or tokens[position].low not in _ITEMS:
        return False
    ahead = range(max(begin, position - _ITEM_REACH), position)
    if "cargo" in page.cues_within(ahead.start, ahead.stop):
        return False  # "1.9 million tons of goods worth $571 million"
    return any(tokens[at].kind == "number" and not page.is_of_period(at) for at in ahead)


def _is_for_goods(page: Page, figure: Figure, end: int) -> bool:
    """Whether an amount is the part of single goods: "of this, $18 billion fell on oil"."""
    if figure.last >= end or page.cut.tokens[figure.last].low not in _SPENT:
        return False
    found = page.cues_within(figure.last + 1, min(end, figure.last + _GOODS_REACH))
    return "goods" in found and not found & FLOW_CUES


def are_alternatives(page: Page, one: Figure, other: Figure) -> bool:
    """Whether two figures that follow each other say the same: "by 7%, or $3 billion"."""
    cut = range(one.last, other.first)
    between = {page.cut.tokens[at].low for at in cut if not page.cues[at] & BOUND_CUES} - {",", "("}
    return bool(between & _OR) and between <= _OR | _BY


def is_equivalent(page: Page, before: Figure, figure: Figure) -> bool:
    """Whether an amount says a growth once more: "by 7%, or $3 billion", "a 25% rise, equivalent to $10 billion"."""
    between = [token.low for token in page.cut.tokens[before.last : figure.first] if token.text != ","]
    is_equal = bool(_EQUAL.intersection(between)) and len(between) <= _LINK
    return is_equal or are_alternatives(page, before, figure)


def is_result(page: Page, before: Figure, figure: Figure) -> bool:
    """Whether an amount is what a growth led to, not a target: "rose by 30 percent to reach $133 million"."""
    is_same = page.cut.sentence_of[before.first] == page.cut.sentence_of[figure.first]
    return is_same and any(token.low in _REACH for token in page.cut.tokens[before.last : figure.first])


def _is_wish(page: Page, figure: Figure, begin: int) -> bool:
    """Whether a growth is only aimed at: "set the task to raise trade by 20 percent"."""
    tokens = page.cut.tokens
    ahead = [token.low for token in tokens[max(begin, figure.first - _WISH_REACH) : figure.first]]
    is_rate = figure.unit == "factor" or ahead[-1:] == [] or ahead[-1] in _BY_RATE
    if any(word in _INFINITIVES for word in ahead) and is_rate and not set(ahead) & _MANAGED:
        return True
    for position in range(figure.first, max(begin, figure.first - _WISH_REACH), -1):
        if tokens[position].low in _VERBS and tokens[position - 1].low in _TO:
            return "target" in page.cues_within(begin, position - 1)
    return False


def _is_of_payments(page: Page, figure: Figure, begin: int, end: int) -> bool:
    """Whether a percentage is a part of payments: "settlements in roubles came to 58%", "90% is settled in yuan"."""
    tokens = page.cut.tokens
    end = next((at for at in range(figure.last, end) if tokens[at].text in _PARTING), end)
    return any(tokens[at].low in _PAYMENTS for at in (*range(begin, figure.first), *range(figure.last, end)))


def _is_mean(page: Page, figure: Figure, begin: int) -> bool:
    """Whether a percentage is a mean of several years: "an average annual growth of 7 percent"."""
    ahead = range(max(begin, figure.first - _MEAN_REACH), figure.first)
    words = {page.cut.tokens[at].low for at in ahead}
    return bool(words & _AVERAGE and words & _YEARLY)
