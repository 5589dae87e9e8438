"""Goals: the targets stated for a pair, grouped by amount, and how far the figures on record are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from tradefacts.named_tuples import NamedTuple
from tradefacts.period import last_day
from tradefacts.reckoning.outcomes import Outcome, Status
from tradefacts.reckoning.paces import Pace
from tradefacts.reckoning.statements import Statement


class HeldFigure(NamedTuple):
    """A printed figure compared with a goal."""

    period: Annotated[str, "the months it covers"]
    reporter: Annotated[str | None, "whose statistics it comes from, if the pages say so"]
    printed: Annotated[str, "the figure as its newest page prints it"]
    bound: Annotated[str, "its bound there"]
    low: Annotated[int | float | None, "lower end of the range it stands for; null if open"]
    high: Annotated[int | float | None, "upper end of the range it stands for; null if open"]
    voices: Annotated[int, "how many independent voices give it"]
    facts: Annotated[tuple[str, ...], "ids of the claims that print it, newest first"]
    outcome: Annotated[
        Outcome,
        "what it says about the goal: reached, short, within rounding (it straddles the goal), or undecided (a bound)",
    ]


class Goal(NamedTuple):
    """One amount that a pair wants to reach, its statements, and how far it is."""

    pair: Annotated[tuple[str, str], "the two places, sorted by code"]
    flow: Annotated[str, "turnover, goods (see exporter and importer) or balance"]
    exporter: Annotated[str | None, "place that sends the goods; null for turnover"]
    importer: Annotated[str | None, "place that receives the goods; null for turnover"]
    value: Annotated[int, "whole units of the currency"]
    currency: Annotated[str, "ISO 4217 code"]
    printed: Annotated[str, "the amount as the newest page prints it"]
    bound: Annotated[str, "the bound of that page"]
    deadline: Annotated[str | None, "from the newest dated statement with one, or else the latest on undated pages"]
    deadline_fact: Annotated[str | None, "id of the statement that gives the deadline"]
    horizon: Annotated[str | None, "words of the newest statement that gives words instead of a date"]
    set_again: Annotated[str | None, "date of the newest page that states it after its deadline, without a new one"]
    first_stated: Annotated[str | None, "date of the oldest dated page that states it"]
    last_stated: Annotated[str | None, "date of the newest dated page that states it"]
    statements: Annotated[tuple[Statement, ...], "its statements, newest first, undated last"]
    status: Annotated[Status, "the status on the day of the edition"]
    status_year: Annotated[
        int | None, "the deciding year: that of the deadline once it has passed, otherwise the newest full year"
    ]
    voices: Annotated[int | None, "how many voices the status is based on; null if it is based on no figure"]
    passed_in: Annotated[int | None, "the first later year in which it was passed, if it was not met in time"]
    figures: Annotated[tuple[HeldFigure, ...], "all figures of the deciding year, those with a reporter first"]
    progress_low: Annotated[
        int | float | None, "percent of the goal over all these figures, rounded down; null if open"
    ]
    progress_high: Annotated[int | float | None, "percent of the goal over all these figures, rounded up; null if open"]
    gap_low: Annotated[int | float | None, "the missing amount, at least; negative if the goal is passed; null if open"]
    gap_high: Annotated[int | float | None, "the missing amount, at most; null if open"]
    needed_low: Annotated[int | float | None, "yearly growth needed, in percent, at least"]
    needed_high: Annotated[int | float | None, "the same, at most; null if open"]
    made_low: Annotated[int | float | None, "average yearly growth made, in percent, at least; null if open"]
    made_high: Annotated[int | float | None, "the same, at most; null if open"]
    made_since: Annotated[int | None, "the first year from which it is counted; null if too few are on record"]
    paces: Annotated[tuple[Pace, ...], "growth needed and made in each set of statistics; none if no growth is needed"]
    part_year: Annotated[
        HeldFigure | None,
        "the newest part-year after that year while the deadline is to come; only for information",
    ]

    @property
    def order(self) -> tuple[tuple[str, str], str, str, str, int]:
        """Its sort key among goals: pair, flow and then amount."""
        return self.pair, self.flow, self.exporter or "", self.currency, self.value

    @property
    def facts(self) -> tuple[str, ...]:
        """The ids of its statements, newest first, undated last."""
        return tuple(statement.fact for statement in self.statements)

    @property
    def bases(self) -> tuple[str, ...]:
        """The ids of the claims that it is compared with."""
        held = [*self.figures, self.part_year] if self.part_year else self.figures
        names = [*(name for part in held for name in part.facts), *(name for pace in self.paces for name in pace.facts)]
        return tuple(dict.fromkeys(names))


def is_over(deadline: str | None, day: str) -> bool:
    """Whether a deadline has passed on a day; False without a deadline."""
    return deadline is not None and last_day(deadline) < day


def rank_goal(goal: Goal, day: str) -> tuple[object, ...]:
    """Return the sort key of goals on screens: not yet reached first, then with a deadline, then the larger."""
    return (
        is_over(goal.deadline, day),
        goal.status in {"reached", "within rounding"},
        goal.deadline is None,
        goal.flow != "turnover",
        -goal.value,
    )


def list_statements(goals: Iterable[Goal]) -> list[tuple[Goal, Statement]]:
    """Return every statement with its goal, by pair and flow, oldest first, undated last."""
    statements = [(goal, statement) for goal in goals for statement in reversed(goal.statements)]
    return sorted(statements, key=lambda item: (*item[0].order[:-1], item[1].date or "9999"))
