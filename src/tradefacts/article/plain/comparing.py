"""Figures and periods that others are compared with: "up from $2 m", "than in 2021"."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from tradefacts.article.context import COMPARISON
from tradefacts.article.plain.mentions import LEVELS
from tradefacts.article.words import get_stems, get_words
from tradefacts.article.words.classes import BOUND_CUES, CHANGE_CUES, FLOW_CUES

if TYPE_CHECKING:
    from tradefacts.article.context import State, Surroundings
    from tradefacts.article.page import Page
    from tradefacts.article.periods import Mention
    from tradefacts.period import Period

_BESIDE, _NEAR, _FAR = 2, 3, 6
_OF, _THE = get_words("of"), get_words("the")
_RIVAL = get_words("for_rival")
_OVER = get_words("over")
_EARLIER = frozenset({"before", "same-last"})
"""What "over" compares with: "a rise over the same period last year", but not "imports over the same period"."""
_PREPOSITIONS = get_words("against_place")
_PRONOUNS, _STATES, _SIDES = get_words("them"), get_words("states"), frozenset({"partner", "foreign", "across"})
_MORE, _OF_ALL = get_words("more_than"), get_words("of_all")
"""Words of comparison that need no "than": "выше показателя 2021 года"."""
_THAN, _AGAINST, _FOR = get_words("than"), get_words("against_period"), get_words("for_comparison")
_WITH, _DOWN_TO = get_words("with_number"), get_words("to_level")
_WAS = get_words("was")
"""In brackets, they introduce the earlier figure: "139 млн (было 72)"."""
_PERCENTS = get_words("percent") | get_words("percent_parts") | {"%"}
_FORMER, _FROM = get_stems("levels"), get_words("from_number")


def is_compared(page: Page, index: int, around: Surroundings) -> bool:
    """Whether "against", "from" or a similar word is directly before the figure."""
    figure = page.figures[index]
    position = figure.first - 1
    if any(place.mark in _RIVAL for place in page.places_within(figure.last, figure.last + _NEAR)):
        # "$1.1 billion against $0.7 billion for China"
        return False
    while position >= around.clause_first and page.cues[position] & BOUND_CUES:
        position -= 1
    if page.cut.tokens[position].low in _OF:
        # "as compared to the exports of $8.6 million in December"
        while position > around.clause_first and (
            page.cut.tokens[position].low in _OF | _THE or page.cues[position] & FLOW_CUES
        ):
            position -= 1
    if position < around.clause_first:
        return False
    if page.cut.tokens[position].low in _WAS and page.cut.tokens[position - 1].text == "(":
        return True
    if page.cut.tokens[position].low in _WITH and any(
        place.last == position for place in page.places_within(max(0, position - 3), position)
    ):
        # "Казахстан с 602 миллионами"
        return False
    if page.cut.tokens[position].low in _WITH:
        # "выросли с 12 до 15 млн", not "замыкает список с 4 млн"
        return _goes_to(page, index, around) or _comes_after_result(page, index, around)
    return "against" in page.cues[position] and page.cut.tokens[position].low not in _THAN


def is_set_apart(page: Page, index: int, around: Surroundings) -> bool:
    """Whether a figure is only one compared with, unlike that of "from $6 m to $8 m", which tells of its own period."""
    is_start = page.cut.tokens[page.figures[index].first - 1].low in _FROM
    return not is_start and is_compared(page, index, around)


def _goes_to(page: Page, index: int, around: Surroundings) -> bool:
    """Whether the next figure is what the amount rose or fell to."""
    if index + 1 == len(page.figures):
        return False
    between = range(page.figures[index].last, min(page.figures[index + 1].first, around.sentence_last))
    return any(page.cut.tokens[position].low in _DOWN_TO for position in between)


def _comes_after_result(page: Page, index: int, around: Surroundings) -> bool:
    """Whether the figure before is what the amount rose or fell to: "упал до 1,2 млрд с 1,3 млрд годом ранее"."""
    before = page.figures[index - 1] if index else None
    if before is None or before.first <= around.sentence_first or before.unit != page.figures[index].unit:
        return False
    gap = page.cut.tokens[before.last : page.figures[index].first]
    return page.cut.get_low(before.first - 1) in _DOWN_TO and not any(token.text in ",;" for token in gap)


def is_against(page: Page, mention: Mention) -> bool:
    """Whether a period is a base of comparison."""
    begin = max(0, mention.first - 4)
    ahead = [token.low for token in page.cut.tokens[max(0, mention.first - 3) : mention.first + 1]]
    if any(word in _PERCENTS and after in LEVELS for word, after in pairwise(ahead)):
        return True
    if mention.by is not None and ahead[-1] in _AGAINST and page.cut.is_in_brackets(mention.first):
        # As in "(млн долларов; в скобках — к 2018 году, %)".
        return True
    if _is_of_result(page, mention) or _is_figure_of(page, mention):
        return True
    if len(ahead) > 1 and ahead[-2] in _OVER and mention.name in _EARLIER:
        return True
    if any(
        page.cut.tokens[position].low in _MORE
        and page.cut.tokens[position + 1].low not in _OF_ALL
        and not any(token.kind == "number" for token in page.cut.tokens[position : mention.first])
        for position in range(max(0, mention.first - 3), mention.first)
    ):
        return True
    return any(
        ("against" in page.cues[position] or page.cut.tokens[position].low in _AGAINST)
        and not _governs_place(page, position, mention.first)
        and not _is_for_comparison(page, position)
        and not _is_bound(page, position)
        and all(token.text != "," for token in page.cut.tokens[position : mention.first])  # "before them, in 2013"
        for position in range(begin, mention.first)
        if page.cut.sentence_of[position] == page.cut.sentence_of[mention.first]
    )


def _is_figure_of(page: Page, mention: Mention) -> bool:
    """Whether a rate compares with the period behind it: "2.3 times the 2021 figure"."""
    is_level = page.cut.get_low(mention.last).startswith(_FORMER)
    rates = (figure for figure in page.figures if figure.unit != "money")
    return is_level and any(0 <= mention.first - rate.last <= 1 for rate in rates)


def _is_of_result(page: Page, mention: Mention) -> bool:
    """Whether a period is that of a result that was exceeded: "this exceeds the result of January–March by 8%"."""
    first = page.cut.sentences[page.cut.sentence_of[mention.first]].first
    ahead = page.cut.tokens[max(first, mention.first - 2) : mention.first]
    is_result = len(ahead) == 2 and ahead[1].low in _OF and ahead[0].low.startswith(_FORMER)
    if is_result and page.cues_within(max(first, mention.first - _FAR), mention.first) & CHANGE_CUES:
        return True
    # "2.3 times the 2021 figure"
    is_own = page.cut.get_low(mention.last).startswith(_FORMER)
    return is_own and any(
        figure.unit != "money" and 0 <= mention.first - figure.last <= _BESIDE
        for figure in page.figures[
            bisect_left(page.figure_starts, first) : bisect_left(page.figure_starts, mention.first)
        ]
    )


def find_earlier_base(page: Page, around: Surroundings, state: State) -> Period | None:
    """Return the base of an earlier figure of the sentence: "$9 m, from $5 m in 2011; exports rose from $2 m"."""
    bases = [
        claim.period
        for claim in state.claims
        if claim.is_compared and claim.kind == "volume" and page.figures[claim.at].first >= around.sentence_first
    ]
    return bases[-1] if bases else None


def find_in_brackets(page: Page, index: int, around: Surroundings, state: State) -> Period | None:
    """Return the main or the earlier period by the brackets: "to China 173 (86 in 2021), to Russia 28 (5)"."""
    here = [claim for claim in state.claims if page.figures[claim.at].first >= around.sentence_first]
    inside = [claim for claim in here if page.cut.is_in_brackets(page.figures[claim.at].first)]
    figure = page.figures[index]
    if state.main is None or not inside or not inside[0].is_compared or figure.unit != "money":
        return None
    return inside[0].period if page.cut.is_in_brackets(figure.first) else state.main.period


def _is_bound(page: Page, position: int) -> bool:
    """Whether "than" belongs to the figure behind it: "by more than 13% over nine months"."""
    at = bisect_left(page.figure_starts, position + 1)
    is_before_figure = at < len(page.figures) and page.figures[at].first == position + 1
    return is_before_figure and page.cut.tokens[position].low in _THAN


def _is_for_comparison(page: Page, position: int) -> bool:
    tokens = page.cut.tokens
    is_for = position > 0 and tokens[position - 1].low in _FOR
    return is_for and tokens[position].low.startswith(COMPARISON)


def _governs_place(page: Page, position: int, last: int) -> bool:
    """Whether a preposition belongs to a place, not to a period: "trade with China in 2022", "торговля с ним"."""
    token = page.cut.tokens[position]
    if token.low not in _PREPOSITIONS:
        return False
    after = page.cut.tokens[position + 1].low if position + 1 < last else ""
    # "Торговля с зарубежными странами за 2022 год", "с партнёрами".
    is_of_states = any(page.cut.tokens[at].low in _STATES or page.cues[at] & _SIDES for at in range(position + 1, last))
    return (
        after in _PRONOUNS
        or is_of_states
        or any(place.mark == token.low for place in page.places_within(position + 1, last))
    )
