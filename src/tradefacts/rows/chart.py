"""Rows of `chart`: one for each figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from tradefacts.named_tuples import NamedTuple
from tradefacts.reckoning.comparison import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.answer import Answer
    from tradefacts.questions.chart import ChartResult


class PointRow(NamedTuple):
    """One figure of a chart, with the range that its digits stand for."""

    pair: Annotated[tuple[str, str], "the two places, sorted by code"]
    flow: Annotated[str, "turnover or goods (see exporter and importer)"]
    exporter: Annotated[str | None, "place that sends the goods; null for turnover"]
    importer: Annotated[str | None, "place that receives the goods; null for turnover"]
    period: Annotated[str, "the full year, or the months"]
    reporter: Annotated[str | None, "whose statistics it is, if the pages say so"]
    currency: Annotated[str, "ISO 4217 code"]
    printed: Annotated[str, "the figure as printed by its first claim"]
    bound: Annotated[str, "its bound: '=', '~' about, '>' more than, '<' less than"]
    low: Annotated[int | float | None, "lower end of the range it stands for; null if open"]
    high: Annotated[int | float | None, "upper end of the range it stands for; null if open"]
    voices: Annotated[int, "how many independent voices give it"]
    leads: Annotated[bool, "whether it is the leading figure of its bar"]
    verdict: Annotated[Verdict, "the verdict with that figure"]
    facts: Annotated[tuple[str, ...], "ids of its claims"]

    @classmethod
    def list_from(cls, answer: Answer[ChartResult]) -> Iterator[PointRow]:
        """Yield the figures bar by bar, the leading one of each first."""
        for bar in answer.result.bars:
            for place, figure in enumerate(bar.volume.figures):
                yield cls(
                    bar.pair,
                    bar.volume.flow,
                    bar.volume.exporter,
                    bar.volume.importer,
                    bar.period,
                    bar.reporter,
                    answer.result.currency,
                    *(figure.printed, figure.bound, figure.low, figure.high, figure.voices),
                    place == 0,
                    figure.verdict,
                    figure.facts,
                )
