"""The context of a figure: the words around it, and the claims of earlier figures."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from tradefacts.article.words import get_stems, get_words
from tradefacts.article.words.classes import FLOW_CUES
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from tradefacts.article.cells import Cell
    from tradefacts.article.figures import Figure
    from tradefacts.article.flows import View
    from tradefacts.article.page import Page
    from tradefacts.period import Period

_SPREAD = 5
_WHOLE = 3
_SIDES = {"export": "X", "sell": "X", "import": "M", "buy": "M", "turnover": "T", "balance": "B"}
_MOST_YEARS = 12
"""How many years earlier than the main period one of comparison may be."""
_THROUGH = get_words("through") | {",", "(", ")", "—", "–"}
"""Words between an amount by which something changed and what it changed to."""
_SHORT, _FARTHEST = 3, 40
"""Tokens between an amount and what it became, and from a figure back to the first of its words."""
_RELATIVES, _WHOSE = get_words("which"), get_words("whose")
_GOVERNING = get_words("with_which")
_ONES = get_words("ones")
_EQUAL = get_words("and") | {"-", "–", "—"}
_INSERTING = frozenset({"-", "–", "—", ","})
_REASONS = get_words("reasons")
_FOR = get_words("opens_comparison")
COMPARISON = get_stems("comparison")
"""What follows "for comparison" is said for itself."""


class Claimed(NamedTuple):
    """What one figure was taken to claim."""

    at: int
    """The index of the figure on the page."""
    kind: str
    view: View
    period: Period | None
    is_compared: bool = False
    """Its period is only a base of comparison."""


class State:
    """The claims so far, and the kind chosen for each figure, `none` included."""

    def __init__(self) -> None:
        """Start without claims."""
        self.claims: list[Claimed] = []
        self.kinds: dict[int, str] = {}
        self.table: Period | None = None
        """The latest period of the tables so far, for a text that begins with one."""

    @property
    def last(self) -> Claimed | None:
        """The last claim."""
        return self.claims[-1] if self.claims else None

    @property
    def main(self) -> Claimed | None:
        """The last claim whose period is not only a base of comparison."""
        return next(
            (claim for claim in reversed(self.claims) if not claim.is_compared and claim.period is not None), None
        )

    def add(self, index: int, kind: str, view: View, period: Period | None, *, is_aside: bool = False) -> None:
        """Add a claim; targets, earlier years with the same months and asides leave the main period as it is."""
        known = self.main.period if self.main is not None else None
        if kind == "target":
            period = known
        bases = [known.shift(-years) for years in range(1, _MOST_YEARS + 1)] if known is not None else []
        is_compared = period in bases or (is_aside and known is not None and period != known)
        self.claims.append(Claimed(index, kind, view, period, is_compared))

    def see_table(self, cell: Cell | None) -> None:
        """Remember the period of a cell of a table; its claim is not one that sentences continue."""
        periods = [period for period in (self.table, cell.period if cell is not None else None) if period is not None]
        self.table = max(periods, key=lambda period: period.last, default=None)


def told_both_ways(state: State) -> bool:
    """Whether both directions of the trade of the last two places were told, so that "together" is their turnover."""
    if state.last is None or not state.last.view.is_directed or "WORLD" in state.last.view:
        return False
    exporter, importer, _ = state.last.view.key
    return any(claim.view.key == (importer, exporter, "goods") for claim in state.claims)


def find_begin(page: Page, index: int, around: Surroundings, state: State) -> int:
    """Return where the words of a figure begin: after the previous figure, unless that is a mere difference.

    "turnover with Iran fell by $8 m, or 9 %, to $82 m": the words before $8 m belong to the others, too.
    """
    first = page.figures[index].first
    farthest = first - _FARTHEST
    while index:
        before = page.figures[index - 1]
        if before.first < around.sentence_first:
            break
        gap = page.cut.tokens[before.last : first]
        is_through = len(gap) <= _SHORT and all(token.low in _THROUGH for token in gap)
        is_in_points = before.unit == "percent" and bool(page.cues[before.last] & {"points"})
        is_far = before.first < farthest
        if (
            is_far
            or state.kinds.get(index - 1) != "none"
            or not (is_in_points or (before.unit == "money" and is_through))
        ):
            return before.last
        index, first = index - 1, before.first
    return around.sentence_first


def find_antecedent(page: Page, begin: int, figure: int) -> int:
    """Return where the place that a relative clause is about begins: "after Russia, trade with which was $2 bn"."""
    tokens = page.cut.tokens
    for position in range(figure - 1, begin, -1):
        word, before = tokens[position].low, tokens[position - 1].low
        if word in _WHOSE or (word in _RELATIVES and before in _GOVERNING):
            named = [place for place in page.places_within(begin, position) if not place.part]
            return named[-1].first if named else begin
    return begin


def find_insertion(page: Page, begin: int, figure: int) -> range:
    """Return the tokens of an insertion before a figure: "trade, thanks to exports of gas, came to $7 bn"."""
    tokens = page.cut.tokens
    # The dash of "январь–март" is no sign of one.
    apart = (at for at in range(begin + 1, figure) if tokens[at].text == "," or tokens[at - 1].end < tokens[at].start)
    signs = [at for at in apart if tokens[at].text in _INSERTING]
    for opening, close in pairwise(signs):
        is_reason = tokens[opening].text != "," or tokens[opening + 1].low in _REASONS
        if tokens[opening].text == tokens[close].text and is_reason:
            return range(opening, close)
    return range(0)


def are_equal(page: Page, first: str, second: str) -> bool:
    """Whether a text names two places side by side: "Uzbekistan and Kazakhstan", "Uzbekistan–Kazakhstan trade"."""
    for before, after in pairwise(page.places):
        between = [token.low for token in page.cut.tokens[before.last : after.first]]
        if (before.code, after.code) == (first, second) and len(between) == 1 and between[0] in _EQUAL:
            return True
    return False


def follows_figures(page: Page, index: int, around: Surroundings) -> bool:
    """Whether words for flows come after their figures here: "$2 m were exports and $3 m imports"."""
    figure = page.figures[index]
    last = page.figures[index + 1].first if index + 1 < len(page.figures) else around.clause_last
    if not _has_flow(page, figure.last, min(last, around.clause_last)):
        return False
    final = page.figures[bisect_left(page.figure_starts, around.clause_last) - 1]
    if not _has_flow(page, final.last, around.clause_last):
        # "reached $7 m, imports being $3 m and exports $4 m": the last figure has its word before it.
        return False
    before = page.figures[index - 1] if index else None
    if before is None or before.first < around.clause_first:
        return not around.before
    begin = max(around.clause_first, page.figures[index - 2].last if index > 1 else 0)
    return not find_flows(page, begin, before.first) and bool(find_flows(page, before.last, figure.first))


def _has_flow(page: Page, first: int, last: int) -> bool:
    """Whether tokens name a flow, or point to one: "$2 m by German supplies and $1 m by Kazakh ones"."""
    return bool(find_flows(page, first, last)) or any(token.low in _ONES for token in page.cut.tokens[first:last])


def is_aside(page: Page, index: int) -> bool:
    """Whether a figure stands in brackets, or in a sentence that begins with "for comparison"."""
    figure = page.figures[index]
    first = page.cut.sentences[page.cut.sentence_of[figure.first]].first
    opening = [token.low for token in page.cut.tokens[first : first + 2]]
    if opening[0] in _FOR and opening[-1].startswith(COMPARISON):
        return True
    return page.cut.is_in_brackets(figure.first)


class Surroundings(NamedTuple):
    """The tokens around one figure."""

    sentence: int
    sentence_first: int
    sentence_last: int
    clause_first: int
    clause_last: int
    """The clause and the sentence are half-open ranges of tokens."""
    before: tuple[tuple[int, str], ...]
    """Cues of flows in the clause before the figure, nearest first: token and class."""
    after: tuple[tuple[int, str], ...]
    earlier: tuple[tuple[int, str], ...]
    """Cues of flows in the sentence before the clause, nearest first."""
    previous: tuple[tuple[int, str], ...]
    """Cues of flows in the sentence before, last first."""


def survey(page: Page, figure: Figure) -> Surroundings:
    """Return the clause and sentence of a figure, with the cues of flows around it."""
    cut = page.cut
    sentence_index = cut.sentence_of[figure.first]
    sentence = cut.sentences[sentence_index]
    clause = cut.clause_of[figure.first]
    first, last = figure.first, figure.last
    while first > sentence.first and cut.clause_of[first - 1] == clause:
        first -= 1
    while last < sentence.last and cut.clause_of[last] == clause:
        last += 1
    previous: tuple[tuple[int, str], ...] = ()
    if sentence_index:
        earlier = cut.sentences[sentence_index - 1]
        previous = find_flows(page, earlier.first, earlier.last)[::-1]
    return Surroundings(
        sentence_index,
        sentence.first,
        sentence.last,
        first,
        last,
        find_flows(page, first, figure.first)[::-1],
        find_flows(page, figure.last, last),
        find_flows(page, sentence.first, first)[::-1],
        previous,
    )


def find_flows(page: Page, first: int, last: int) -> tuple[tuple[int, str], ...]:
    """Return the cues of flows in a half-open range of tokens, each word once, with its side: X, M, T or B."""
    found: list[tuple[int, str]] = []
    for index in range(first, last):
        classes = page.cues[index] & FLOW_CUES
        if classes:
            # "trade deficit" is a balance; "exports" outranks "sales".
            name = next(name for name in ("balance", "export", "import", "turnover", "sell", "buy") if name in classes)
            side = _SIDES[name]
            if found and found[-1][1] == "B" != side and index - found[-1][0] <= _SPREAD:
                # "The deficit of trade" is one cue, as is "the difference between exports and imports".
                continue
            found.append((index, side))
    return tuple(found)


def find_reporter(page: Page, around: Surroundings) -> str | None:
    """Return whose statistics a figure is from: those of the last office named so far."""
    bodies = [place.code for place in page.places_within(0, around.sentence_last) if place.part == "body"]
    return bodies[-1] if bodies else None


def count_figures(page: Page, first: int, last: int) -> int:
    """Return how many figures begin at tokens from `first` to before `last`."""
    return max(0, bisect_left(page.figure_starts, last) - bisect_left(page.figure_starts, first))


def find_whole(page: Page, first: int, last: int) -> tuple[tuple[int, str], ...]:
    """Return the word for the whole right behind a share: "17 % экспорта"."""
    last = min(last, first + _WHOLE)
    last = next((position for position in range(first, last) if page.cut.tokens[position].kind != "word"), last)
    return find_flows(page, first, last)
