"""Rows of the commands about a pair or a place: cells, years, entries of a timeline, goals, terms of office."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from tradefacts.named_tuples import NamedTuple
from tradefacts.period import Period, format_month
from tradefacts.reckoning.comparison import Verdict
from tradefacts.reckoning.holders import Reason, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.answer import Answer
    from tradefacts.factbase import Claim
    from tradefacts.questions.officials import OfficialsResult
    from tradefacts.questions.pair import Cell, PairResult
    from tradefacts.questions.series import Line, SeriesResult
    from tradefacts.questions.targets import TargetsResult
    from tradefacts.questions.timeline import TimelineResult


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
                yield cls(result.pair, row.period, *months, *_describe_cell(cell))


def _describe_cell(cell: Cell) -> tuple[Any, ...]:
    """Return the columns from `kind` on."""
    leading, *others = cell.figures
    return (
        *(cell.kind, cell.flow, cell.exporter, cell.importer, cell.reporter, cell.base_period, cell.currency),
        *(leading.printed, leading.bound, leading.low, leading.high, leading.voices, cell.verdict),
        tuple(figure.printed for figure in others),
        tuple(name for figure in cell.figures for name in figure.facts),
    )


class EntryRow(NamedTuple):
    """One entry of a timeline."""

    date: Annotated[str | None, "a year, a month or a day, as text; null if no page dates it"]
    what: Annotated[str, "figures are listed under the end of their period, targets and projects when they were stated"]
    kind: Annotated[str, "kind of its claims"]
    places: Annotated[tuple[str, ...], "codes of the two places, or of those that met"]
    flow: Annotated[str | None, "turnover, exports, imports or balance, as the page words it"]
    exporter: Annotated[str | None, "place that sends the goods; null for turnover and balance"]
    importer: Annotated[str | None, "place that receives the goods; null for turnover and balance"]
    reporter: Annotated[str | None, "whose statistics it is, if the page says so"]
    period: Annotated[str | None, "the months it covers, as text"]
    printed: Annotated[str | None, "the figure's exact characters on the page"]
    bound: Annotated[str | None, "its bound: '=', '~' about, '>' more than, '<' less than"]
    name: Annotated[str | None, "name of a meeting"]
    person: Annotated[str | None, "id of the person who took or left an office"]
    office: Annotated[str | None, "id of the office"]
    published: Annotated[str | None, "when the page was published"]
    url: Annotated[str | None, "the page's address"]
    facts: Annotated[tuple[str, ...], "ids of its claims"]

    @classmethod
    def list_from(cls, answer: Answer[TimelineResult]) -> Iterator[EntryRow]:
        """Yield the entries, oldest first, undated last."""
        claims = {claim.id: claim for claim in answer.claims}
        for entry in answer.result.entries:
            yield cls._make((entry.date, entry.what, *_describe_entry(claims[entry.facts[0]]), entry.facts))


def _describe_entry(claim: Claim) -> tuple[Any, ...]:
    """Return the columns from `kind` to `url`; keys that a kind does not have are null."""
    places = tuple(claim.parties) if claim.kind == "event" else claim.places
    names = EntryRow._fields[EntryRow._fields.index("flow") : -1]
    return claim.kind, places, *(getattr(claim, name) for name in names)


class GoalRow(NamedTuple):
    """One goal, and how far it is."""

    pair: Annotated[tuple[str, str], "the two places, sorted by code"]
    flow: Annotated[str, "turnover, goods (see exporter and importer) or balance"]
    exporter: Annotated[str | None, "place that sends the goods; null for turnover"]
    importer: Annotated[str | None, "place that receives the goods; null for turnover"]
    value: Annotated[int, "whole units of the currency"]
    currency: Annotated[str, "ISO 4217 code"]
    printed: Annotated[str, "the amount as the newest page prints it"]
    bound: Annotated[str, "the bound of that page"]
    deadline: Annotated[str | None, "a year, a month or a day, as text; null if no page gives one"]
    horizon: Annotated[str | None, "words of the newest statement that gives words instead of a date"]
    set_again: Annotated[str | None, "date of the newest page that states it after its deadline, without a new one"]
    first_stated: Annotated[str | None, "date of the oldest dated page that states it"]
    last_stated: Annotated[str | None, "date of the newest dated page that states it"]
    status: Annotated[Status, "the status on the day of the edition"]
    status_year: Annotated[int | None, "the deciding year"]
    voices: Annotated[int | None, "how many voices the status is based on; null if it is based on no figure"]
    passed_in: Annotated[int | None, "the first later year in which it was passed, if it was not met in time"]
    progress_low: Annotated[int | float | None, "percent of the goal, at least; null if open"]
    progress_high: Annotated[int | float | None, "percent of the goal, at most; null if open"]
    gap_low: Annotated[int | float | None, "the missing amount, at least; negative if the goal is passed"]
    gap_high: Annotated[int | float | None, "the missing amount, at most; null if open"]
    needed_low: Annotated[int | float | None, "yearly growth in percent that is needed, at least"]
    needed_high: Annotated[int | float | None, "the same, at most; null if open"]
    made_low: Annotated[int | float | None, "average yearly growth made, in percent, at least; null if open"]
    made_high: Annotated[int | float | None, "the same, at most; null if open"]
    made_since: Annotated[int | None, "the first year from which it is counted"]
    facts: Annotated[tuple[str, ...], "ids of its statements, newest first, undated last"]

    @classmethod
    def list_from(cls, answer: Answer[TargetsResult]) -> Iterator[GoalRow]:
        """Yield the goals by pair, flow and amount."""
        for goal in answer.result.targets:
            yield cls(*(getattr(goal, name) for name in cls._fields))


class SpellRow(NamedTuple):
    """One spell of a person in an office."""

    country: Annotated[str, "code of the country"]
    role: Annotated[str, "what the office does"]
    second_role: Annotated[str | None, "its second role, if the office has two"]
    office: Annotated[str, "id of the office"]
    title: Annotated[str, "name of the office"]
    person: Annotated[str, "id of the person"]
    name: Annotated[str, "name of the person"]
    acting: Annotated[bool, "whether the person is only acting; holding the office in full is another spell"]
    start: Annotated[str | None, "when the person took it: a year, a month or a day, as text"]
    end: Annotated[str | None, "when the person left it, as text"]
    other_starts: Annotated[tuple[str, ...], "other dates that pages give for the start"]
    other_ends: Annotated[tuple[str, ...], "other dates that pages give for the end"]
    first_seen: Annotated[str | None, "first date on which a page shows the person in office, as text"]
    last_seen: Annotated[str | None, "last such date, as text"]
    next_sign: Annotated[str | None, "for a spell without an end: first date that shows the next holder"]
    status: Annotated[Status | None, "how certain the holder on that day is; null without a day"]
    reason: Annotated[Reason | None, "what the spell says about that day"]
    facts: Annotated[tuple[str, ...], "ids of the claims"]

    @classmethod
    def list_from(cls, answer: Answer[OfficialsResult]) -> Iterator[SpellRow]:
        """Yield the officials by country and role, newest first; of a day, the holder first."""
        for official in answer.result.officials:
            names: dict[str, Any] = {"title": answer.names[official.office], "name": answer.names[official.person]}
            yield cls._make(names.get(name) or getattr(official, name) for name in cls._fields)
