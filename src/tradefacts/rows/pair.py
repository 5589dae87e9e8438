"""Rows of `pair`: one for each cell, which is one quantity for one period in one set of statistics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from tradefacts.named_tuples import NamedTuple
from tradefacts.period import Period, format_month
from tradefacts.reckoning.comparison import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.answer import Answer
    from tradefacts.questions.pair import Cell, PairResult


class CellRow(NamedTuple):
    """One quantity for one period in one set of statistics: the leading figure, and the others."""

    pair: Annotated[tuple[str, str], "the two places, sorted by code"]
    period: Annotated[str, "the months it covers, as text: a year, a month, or two months with a slash between"]
    first: Annotated[str, "first month of the period"]
    last: Annotated[str, "last month of the period"]
    months: Annotated[int, "how many months the period has"]
    kind: Annotated[str, "volume or growth"]
    flow: Annotated[str, "turnover, goods (see exporter and importer) or balance"]
    exporter: Annotated[str | None, "place that sends the goods; null for turnover"]
    importer: Annotated[str | None, "place that receives the goods; null for turnover"]
    reporter: Annotated[str | None, "whose statistics it is, if the pages say so"]
    base_period: Annotated[str | None, "the period a growth compares with, as text; null for a volume"]
    currency: Annotated[str | None, "ISO 4217 code; null for growth"]
    printed: Annotated[str, "the leading figure, as printed"]
    bound: Annotated[str, "its bound: '=', '~' about, '>' more than, '<' less than"]
    low: Annotated[int | float | None, "lower end of the range it stands for; null if open"]
    high: Annotated[int | float | None, "upper end of the range it stands for; null if open"]
    voices: Annotated[int, "how many independent voices give it"]
    verdict: Annotated[Verdict, "the worst verdict between any two of the claims"]
    others: Annotated[tuple[str, ...], "the other figures, as printed"]
    facts: Annotated[tuple[str, ...], "ids of all its claims"]

    @classmethod
    def list_from(cls, answer: Answer[PairResult]) -> Iterator[CellRow]:
        """Yield the cells by period: the full years, then the shorter and longer periods, oldest first."""
        result = answer.result
        for row in (*result.years, *result.part_years):
            period = Period.parse(row.period)
            months = (format_month(period.first), format_month(period.last), period.months)
            for cell in row.cells:
                yield cls(result.pair, row.period, *months, *_describe(cell))


def _describe(cell: Cell) -> tuple[Any, ...]:
    """Return the columns from `kind` on."""
    leading, *others = cell.figures
    return (
        *(cell.kind, cell.flow, cell.exporter, cell.importer, cell.reporter, cell.base_period, cell.currency),
        *(leading.printed, leading.bound, leading.low, leading.high, leading.voices, cell.verdict),
        tuple(figure.printed for figure in others),
        tuple(name for figure in cell.figures for name in figure.facts),
    )
