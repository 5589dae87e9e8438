"""The context of a figure: the words around it, and the claims of earlier figures."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from tradefacts.article.figures import Figure
    from tradefacts.article.page import Page
    from tradefacts.period import Period

FLOW_CUES = frozenset({"turnover", "export", "import", "balance", "sell", "buy"})
OTHER_CUES = frozenset(
    {"invest", "cargo", "goods", "region", "company", "price", "people", "service", "economy", "points"}
)
CHANGE_CUES = frozenset({"rise", "fall", "level", "share"})
_NEXT, _SPREAD = 2, 5
_SIDES = {"export": "X", "sell": "X", "import": "M", "buy": "M", "turnover": "T", "balance": "B"}


class View(NamedTuple):
    """Whose flow with whom, in the wording of the text."""

    subject: str
    partner: str
    flow: str
    """`turnover`, `exports`, `imports` or `balance`."""

    @property
    def key(self) -> tuple[str, str, str]:
        """Identical for every wording of one flow: exporter, importer and `goods`, or the pair and the flow."""
        if self.flow == "exports":
            return self.subject, self.partner, "goods"
        if self.flow == "imports":
            return self.partner, self.subject, "goods"
        return (*sorted((self.subject, self.partner)), self.flow)  # type: ignore[return-value]  # a pair and a flow


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

    def add(self, index: int, kind: str, view: View, period: Period | None) -> None:
        """Add a claim; the year before the main period counts as its base of comparison."""
        main = self.main
        is_compared = main is not None and main.period is not None and period == main.period.shift(-1)
        self.claims.append(Claimed(index, kind, view, period, is_compared))


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
            if found and side == "T" and found[-1][1] == "B" and index - found[-1][0] <= _NEXT:
                # The deficit of trade is one cue, not two.
                continue
            if found and side in "XM" and found[-1][1] == "B" and index - found[-1][0] <= _SPREAD:
                # "The difference between exports and imports" is one cue, too.
                continue
            found.append((index, side))
    return tuple(found)


def count_figures(page: Page, first: int, last: int) -> int:
    """Return how many figures begin at tokens from `first` to before `last`."""
    return max(0, bisect_left(page.figure_starts, last) - bisect_left(page.figure_starts, first))
