"""Rows of the commands that share an answer: citations and the points of a chart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from tradefacts.named_tuples import NamedTuple
from tradefacts.reckoning.comparison import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.answer import Answer
    from tradefacts.questions.chart import ChartResult
    from tradefacts.questions.cite import CiteResult


class CitationRow(NamedTuple):
    """How to cite one thing."""

    type: Annotated[Literal["claim", "page", "base"], "what is cited"]
    id: Annotated[str | None, "id of the claim or page; null for the base"]
    sentence: Annotated[str | None, "a sentence for an article; null for pages and the base"]
    figure: Annotated[str | None, "the figure in the sentence, with its scale in full; null if it has none"]
    cautions: Annotated[tuple[str, ...], "cautions for quoting it"]
    short: Annotated[str, "the reference in brackets: publisher and date"]
    full: Annotated[str, "the whole reference, with the address"]
    base: Annotated[str, "program, edition of the base and id, for a data note"]
    url: Annotated[str | None, "the page's address; null for the base"]
    archived: Annotated[str | None, "address of an archived copy of the page"]

    @classmethod
    def list_from(cls, answer: Answer[CiteResult]) -> Iterator[CitationRow]:
        """Yield the citations in the order asked for."""
        for citation in answer.result.citations:
            *told, page = citation
            yield cls._make((*told, page and page.url, page and page.archived))


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
