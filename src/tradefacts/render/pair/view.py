"""Shared by the parts of the screen: rows by statistics, names of places and flows, figures with their pages."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any, Self

from tradefacts.query import FILTERS
from tradefacts.questions.by_statistics import choose_claim, find_statistics_rows
from tradefacts.questions.claim_sentences import WORLD
from tradefacts.questions.headline import Following
from tradefacts.render.words import Writer
from tradefacts.wording.subjects import format_subject

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tradefacts.answer import Answer
    from tradefacts.factbase import Claim
    from tradefacts.questions.by_statistics import StatisticsRow
    from tradefacts.questions.headline import Opening
    from tradefacts.questions.pair import Cell, PairResult, Row
    from tradefacts.reckoning.rates import Rate
    from tradefacts.reckoning.readings import Figure
    from tradefacts.render.screen import Screen
    from tradefacts.wording.figures import WrittenFigure


def has_filters(query: Mapping[str, object]) -> bool:
    """Whether an answer leaves out claims about its places and times, so that what it lacks may be on record."""
    return not query.keys().isdisjoint(name for name in FILTERS if name != "year")


class FigureView:
    """An answer prepared for its screen: figures with page numbers, and the pages cited so far."""

    def __init__(self, answer: Answer[Any], screen: Screen) -> None:
        """Take the answer and what it is written for."""
        self.answer, self.names, self.screen = answer, answer.names, screen
        self.writer = Writer(answer, screen)
        self.claims = self.writer.claims
        self.is_everything = "all" in answer.query
        self.has_filters = has_filters(answer.query)

    def start_again(self, *, has_numbers: bool = True) -> Self:
        """Return a copy with no pages cited; without numbers, it will not cite any."""
        view = copy(self)
        view.writer = Writer(self.answer, self.screen, has_numbers=has_numbers)
        return view

    def try_out(self) -> Self:
        """Return a copy with the pages cited so far; pages cited in the copy do not count in the original."""
        view = copy(self)
        view.writer = self.writer.copy()
        return view

    def choose(self, figure: Figure) -> Claim:
        """Return the claim that a figure is cited from, if possible on a page already cited."""
        return choose_claim(figure, self.claims, self.writer.numbers)

    def format(self, figure: Figure) -> WrittenFigure:
        """Return a figure with its page number."""
        return self.writer.format_figure(self.choose(figure))


class View(FigureView):
    """An answer about a pair, prepared for its screen."""

    def __init__(self, answer: Answer[PairResult], screen: Screen) -> None:
        """Take the answer and what it is written for."""
        super().__init__(answer, screen)
        self.result = answer.result
        self.years = self._find_rows(self.result.years)
        self.part_years = self._find_rows(self.result.part_years)
        self.following = Following(self.result.derived, self.claims)

    def _find_rows(self, rows: Sequence[Row]) -> list[StatisticsRow]:
        """Return the rows that have something to show."""
        found = find_statistics_rows(rows, self.result.pair[0], self.claims)
        return [row for row in found if self.is_everything or any(row.cells)]

    @property
    def title(self) -> str:
        """The names of the two places."""
        return self.names.format_places(self.result.pair)

    @property
    def has_goods_only(self) -> bool:
        """Whether goods one way were asked for, so that no turnover is missing."""
        return bool({"exporter", "importer"} & self.answer.query.keys())

    @property
    def ways(self) -> tuple[str, str | None]:
        """The names of the goods flows; inside a group there is only one."""
        first, second = self.result.pair
        if second == WORLD:
            return "exports", "imports"
        if first == WORLD:
            return "imports", "exports"
        return f"{first} → {second}", None if first == second else f"{second} → {first}"

    @property
    def subject(self) -> str:
        """The name of the turnover: `trade` of two countries, `Kazakhstan's total trade` with all others."""
        first, second = self.result.pair
        if WORLD in self.result.pair:
            country = self.names[first if second == WORLD else second]
            return format_subject("turnover", country, self.names[WORLD], is_world=True)
        if self.names.is_group(first) or self.names.is_group(second):
            return format_subject("turnover", self.names[first], self.names[second])
        return "trade"

    def name_way(self, exporter: str | None) -> str:
        """Return the name of the goods flow from a place."""
        there, back = self.ways
        return there if exporter == self.result.pair[0] else back or there

    def find_row(self, opening: Opening) -> StatisticsRow:
        """Return the row of an opening."""
        key = opening.period, opening.reporter, opening.currency
        return next(row for row in (*self.years, *self.part_years) if row[:3] == key)


def find_rate(cell: Cell, claim: Claim) -> Rate | None:
    """Return the comparison of a printed growth with the volumes on record."""
    return next((rate for rate in cell.rates if claim.id in cell.figures[rate.figure].facts), None)


def count_pages(figure: Figure, view: FigureView) -> int:
    """Return the number of pages that print a figure."""
    return len({view.claims[name].source for name in figure.facts})
