"""Rows of `targets`: one for each goal, with its status and progress."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from tradefacts.named_tuples import NamedTuple
from tradefacts.reckoning.standing import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.answer import Answer
    from tradefacts.questions.targets import TargetsResult


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
