"""Rows of `series`: one for each year, flow and statistics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from tradefacts.named_tuples import NamedTuple
from tradefacts.reckoning.comparison import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.answer import Answer
    from tradefacts.questions.series import Line, SeriesResult


class YearRow(NamedTuple):
    """What one statistics says of one flow in one year: the leading figure, and the growth on the year before."""

    pair: Annotated[tuple[str, str], "the two places, sorted by code"]
    year: Annotated[int, "the full year"]
    flow: Annotated[str, "turnover or goods (see exporter and importer)"]
    exporter: Annotated[str | None, "place that sends the goods; null for turnover"]
    importer: Annotated[str | None, "place that receives the goods; null for turnover"]
    reporter: Annotated[str | None, "whose statistics it is, if the pages say so"]
    currency: Annotated[str | None, "ISO 4217 code; null where only a growth is on record"]
    low: Annotated[int | float | None, "lower end of what the figure stands for; null if open"]
    high: Annotated[int | float | None, "upper end of what the figure stands for; null if open"]
    printed: Annotated[str | None, "the leading figure, as printed; null where no page prints one"]
    bound: Annotated[str | None, "its bound: '=', '~' about, '>' more than, '<' less than"]
    voices: Annotated[int, "how many independent voices give it"]
    verdict: Annotated[Verdict | None, "the gravest verdict between any two figures of the year; null where none is"]
    growth_printed: Annotated[str | None, "the leading growth on the year before, as printed"]
    growth_low: Annotated[int | float | None, "growth in percent between the leading figures of both years, at least"]
    growth_high: Annotated[int | float | None, "the same, at most; both are null where a figure is missing"]
    derived: Annotated[bool, "whether no page prints the figure: it follows from others"]
    facts: Annotated[tuple[str, ...], "ids of the claims that print the figure, or that it follows from"]

    @classmethod
    def list_from(cls, answer: Answer[SeriesResult]) -> Iterator[YearRow]:
        """Yield the lines of the answer; a derived figure is a row of its own."""
        for line in answer.result.lines:
            if line.volume or line.change:
                yield _make_row(line)
            if line.calculated:
                yield _make_derived_row(line)


def _make_row(line: Line) -> YearRow:
    figure = line.volume.figures[0] if line.volume else None
    growth = line.change.figures[0] if line.change else None
    named = figure or growth
    return YearRow(
        *line[:7],
        figure and figure.low,
        figure and figure.high,
        figure and figure.printed,
        figure and figure.bound,
        figure.voices if figure else 0,
        line.volume and line.volume.verdict,
        growth and growth.printed,
        line.growth and line.growth.low,
        line.growth and line.growth.high,
        derived=False,
        facts=named.facts if named else (),
    )


def _make_derived_row(line: Line) -> YearRow:
    found = line.calculated
    assert found  # noqa: S101 - looked at before
    low_to_bound = found.low, found.high, None, None
    return YearRow(*line[:7], *low_to_bound, 0, None, None, None, None, derived=True, facts=found.from_)
