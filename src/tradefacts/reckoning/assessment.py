"""Goals, compared with all figures on record instead of a single voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.named_tuples import NamedTuple
from tradefacts.period import Period, last_day
from tradefacts.reckoning.goals import Goal, HeldFigure, find_statements, is_over
from tradefacts.reckoning.progress import Aim
from tradefacts.reckoning.standing import find_outcome, find_standing, is_passed
from tradefacts.reckoning.years import count_voices, find_printed, find_records, find_series

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tradefacts.factbase import Claim
    from tradefacts.reckoning.derived import Derivation
    from tradefacts.reckoning.goals import Statement
    from tradefacts.reckoning.standing import Standing
    from tradefacts.reckoning.years import Series, SeriesRecord, YearFigure


class AssessedGoal(NamedTuple):
    """A goal, and how its figures follow from printed ones."""

    goal: Goal
    derivations: list[Derivation]


def find_goals(targets: Sequence[Claim], volumes: Iterable[Claim], as_of: str) -> list[AssessedGoal]:
    """Return the goals of the targets, by pair, flow and then amount, compared with `volumes`.

    `as_of` is the day on which deadlines are judged.
    """
    goals = [stated.assess(as_of) for stated in find_stated(targets, volumes)]
    return sorted(goals, key=lambda assessed: assessed.goal.order)


def find_stated(targets: Sequence[Claim], volumes: Iterable[Claim]) -> list[StatedGoal]:
    """Return the goals of the targets with their statements, before they are compared with `volumes`."""
    by_series: dict[Series, dict[int, list[Claim]]] = {}
    for claim in targets:
        by_series.setdefault(find_series(claim), {}).setdefault(int(claim.amount or 0), []).append(claim)
    pairs = {claim.pair_code for claim in targets}
    records = find_records((claim for claim in volumes if claim.pair_code in pairs), by_series)
    goals = []
    for series, by_value in by_series.items():
        statements = _find_statements(by_value, records[series])
        goals += [StatedGoal(series, claims, statements, records[series]) for claims in by_value.values()]
    return goals


class StatedGoal:
    """A goal as pages state it: its claims and terms, and the record that it can be compared with."""

    def __init__(
        self, series: Series, claims: Sequence[Claim], statements: Mapping[str, Statement], record: SeriesRecord
    ) -> None:
        """Find the terms; `statements` are those of all goals of the series."""
        self.series, self.record = series, record
        self.newest = sorted(claims, key=lambda claim: claim.published or "", reverse=True)
        self.dates = sorted(claim.published for claim in claims if claim.published)
        self.statements = tuple(statements[claim.id] for claim in self.newest)
        naming = [claim for claim in self.newest if claim.by]
        # The newest dated page that gives a deadline; if all are undated, the latest deadline.
        self.naming = max(naming, key=lambda claim: (claim.published or "", claim.by or ""), default=None)
        self.deadline = self.naming.by if self.naming else None
        self.horizon = next((claim.horizon for claim in self.newest if claim.horizon), None)

    @property
    def aim(self) -> Aim:
        """The amount of the goal, and the year of the deadline."""
        year = int(self.deadline[:4]) if self.deadline else None
        return Aim(int(self.newest[0].amount or 0), year, tuple(claim.id for claim in self.newest))

    def find_set_again(self) -> str | None:
        """Return the date of the newest page after the deadline that states the goal without one."""
        if self.deadline is None:
            return None
        dates = [claim.published for claim in self.newest if claim.published and claim.by is None]
        return max((date for date in dates if date > last_day(self.deadline)), default=None)

    def assess(self, as_of: str) -> AssessedGoal:
        """Compare the goal with the record, on the day on which deadlines are judged."""
        has_ended = is_over(self.deadline, as_of)
        standing = find_standing(self.series, self.aim, self.record, is_over=has_ended)
        part_year = None if has_ended else _find_part_year(self.record, standing.year, self.aim.value)
        return AssessedGoal(_make_goal(self, standing, part_year), standing.derivations)


def _find_statements(by_value: Mapping[int, Sequence[Claim]], record: SeriesRecord) -> dict[str, Statement]:
    def was_reached(claim: Claim) -> bool:
        published = int((claim.published or "0")[:4])
        year = max((year for year in record.years if year < published), default=None)
        return year is not None and is_passed(record.find_figures(year), int(claim.amount or 0))

    return find_statements([claim for claims in by_value.values() for claim in claims], was_reached)


def _make_goal(stated: StatedGoal, standing: Standing, part_year: HeldFigure | None) -> Goal:
    series, head, value = stated.series, stated.newest[0], stated.aim.value
    first, second = head.pair or ("", "")
    exporter, importer = series[1:3] if series[0] == "goods" else (None, None)
    progress, gap = standing.get_ends("progress"), standing.get_ends("gap")
    needed, made = standing.get_ends("growth needed"), standing.find_made()
    return Goal(
        pair=(first, second),
        flow=series[0],
        exporter=exporter,
        importer=importer,
        value=value,
        currency=series[3] or "",
        printed=head.printed or "",
        bound=head.bound or "=",
        deadline=stated.deadline,
        deadline_fact=stated.naming.id if stated.naming else None,
        horizon=stated.horizon,
        set_again=stated.find_set_again(),
        first_stated=min(stated.dates, default=None),
        last_stated=max(stated.dates, default=None),
        statements=stated.statements,
        status=standing.status,
        status_year=standing.year,
        voices=standing.decision.voices,
        passed_in=standing.passed_in,
        figures=tuple(_make_held(str(standing.year), figure, value) for figure in standing.figures),
        progress_low=progress[0],
        progress_high=progress[1],
        gap_low=gap[0],
        gap_high=gap[1],
        needed_low=needed[0],
        needed_high=needed[1],
        made_low=made[0],
        made_high=made[1],
        made_since=min((pace.since for pace in standing.paces), default=None),
        paces=tuple(standing.paces),
        part_year=part_year,
    )


def _find_part_year(record: SeriesRecord, year: int | None, value: int) -> HeldFigure | None:
    """Return the leading figure of the newest part-year after that year."""
    ends = [Period.parse(claim.period or "").last for claim in record.parts]
    last = max(ends, default=0)
    if last < 12 * ((year or 0) + 1):
        return None
    newest = [claim for claim, end in zip(record.parts, ends, strict=True) if end == last]
    reporters = {claim.reporter for claim in newest}
    figures = [
        figure
        for reporter in reporters
        for figure in find_printed([claim for claim in newest if claim.reporter == reporter], reporter)[:1]
    ]
    leading = max(figures, key=lambda figure: (count_voices([figure]), figure.reporter is not None, figure.facts))
    return _make_held(leading.claims[0].period or "", leading, value)


def _make_held(period: str, figure: YearFigure, value: int) -> HeldFigure:
    first = figure.claims[0]
    return HeldFigure(
        period,
        figure.reporter,
        first.printed or "",
        first.bound or "=",
        figure.low,
        figure.high,
        count_voices([figure]),
        figure.facts,
        find_outcome(figure, value),
    )
