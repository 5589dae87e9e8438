"""Goals: the targets stated for a pair, grouped by amount, their statements, and how far the figures on record are."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from typing import Annotated, Literal

from tradefacts.factbase import Claim
from tradefacts.named_tuples import NamedTuple
from tradefacts.period import last_day
from tradefacts.reckoning.standing import Outcome, Pace, Status

Change = Literal["first stated", "restated", "re-dated", "raised", "lowered", "further goal", "already reached"]


class Statement(NamedTuple):
    """One statement of a goal, and what it changed."""

    fact: Annotated[str, "id of the statement"]
    date: Annotated[str | None, "date of its page; null if the page has none"]
    deadline: Annotated[str | None, "deadline, if it gives one"]
    horizon: Annotated[str | None, "words instead of a deadline, if it gives any"]
    change: Annotated[Change | None, "compared with earlier statements; null on a page without a date"]
    earlier: Annotated[str | None, "id of the statement that it raises, lowers or re-dates"]


def find_statements(targets: Sequence[Claim], was_reached: Callable[[Claim], bool]) -> dict[str, Statement]:
    """Return the statements of all goals of one series by id, oldest first, undated last.

    A statement raises or lowers a goal if it gives another value for the same deadline, on a later page, and no page
    gives both values, which would make them two goals. The same value with another deadline is the same goal re-dated.
    `was_reached` says whether the figures on record had reached a goal before the year of its page: a goal first
    stated when it has been reached is not a new one.
    """
    dated = sorted(
        (claim for claim in targets if claim.published), key=lambda claim: (claim.published or "", claim.order)
    )
    history = _History(targets, dated)
    statements = {}
    for claim in dated:
        history.move_to(claim.published or "")
        statements[claim.id] = _make_statement(claim, *history.compare(claim, was_reached))
        history.add(claim)
    return {**statements, **{claim.id: _make_statement(claim, None, None) for claim in targets if not claim.published}}


def _make_statement(claim: Claim, change: Change | None, earlier: Claim | None) -> Statement:
    return Statement(claim.id, claim.published, claim.by, claim.horizon, change, earlier.id if earlier else None)


class _History:
    """The dated statements up to a day: the state of each goal, and which goals share a deadline."""

    def __init__(self, targets: Sequence[Claim], dated: Sequence[Claim]) -> None:
        self._pages: dict[int | float, set[str]] = {}
        for claim in targets:
            self._pages.setdefault(_find_value(claim), set()).add(claim.source)
        self._deadlines: dict[int | float, Claim | None] = {}
        # Certainly stated before the day: the deadline of each goal, and the goals of each deadline.
        self._waiting = deque(sorted(dated, key=lambda claim: last_day(claim.published or "")))
        self._settled: dict[int | float, Claim | None] = {}
        self._by_deadline: dict[str, dict[int | float, Claim]] = {}

    def move_to(self, day: str) -> None:
        """Add what was certainly stated before a day; a page dated to the month may be later than a day in it."""
        while self._waiting and last_day(self._waiting[0].published or "") < day:
            self._settle(self._waiting.popleft())

    def add(self, claim: Claim) -> None:
        """Remember a statement."""
        value = _find_value(claim)
        self._deadlines[value] = claim if claim.by else self._deadlines.get(value)

    def compare(self, claim: Claim, was_reached: Callable[[Claim], bool]) -> tuple[Change, Claim | None]:
        """Return the change that a statement makes, and the statement it changes."""
        value = _find_value(claim)
        last = self._deadlines.get(value)
        is_new_date = claim.by is not None and (last is None or not _is_same_day(last.by, claim.by))
        if is_new_date and (rival := self._find_rival(claim)) is not None:
            return "raised" if value > _find_value(rival) else "lowered", rival
        if value not in self._deadlines:
            if was_reached(claim):
                return "already reached", None
            return "further goal" if self._settled else "first stated", None
        return ("re-dated", last) if is_new_date and last is not None else ("restated", None)

    def _settle(self, claim: Claim) -> None:
        value = _find_value(claim)
        last = self._settled.setdefault(value, None)
        if claim.by is None:
            return
        if last is not None:
            self._by_deadline[last_day(last.by or "")].pop(value)
        self._settled[value] = claim
        self._by_deadline.setdefault(last_day(claim.by), {})[value] = claim

    def _find_rival(self, claim: Claim) -> Claim | None:
        """Return the newest statement of another value for the deadline of a claim, unless a page gives both."""
        value = _find_value(claim)
        rivals = self._by_deadline.get(last_day(claim.by or ""), {})
        return next(
            (
                rival
                for amount, rival in reversed(rivals.items())
                if amount != value and self._pages[amount].isdisjoint(self._pages[value])
            ),
            None,
        )


def _find_value(claim: Claim) -> int | float:
    """Return the amount of a goal, which every target has."""
    return claim.amount or 0


def _is_same_day(one: str | None, other: str) -> bool:
    return last_day(one or "") == last_day(other)


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
