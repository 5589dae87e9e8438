"""The statements of goals, and what each changed compared with earlier ones."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from typing import Annotated, Literal

from tradefacts.factbase import Claim
from tradefacts.named_tuples import NamedTuple
from tradefacts.period import last_day

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
