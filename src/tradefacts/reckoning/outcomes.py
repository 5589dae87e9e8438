"""What the figures of the deciding year say about a goal, and the resulting status."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tradefacts.named_tuples import NamedTuple
from tradefacts.reckoning.years import SeriesRecord, YearFigure, count_voices

if TYPE_CHECKING:
    from collections.abc import Sequence

Outcome = Literal["reached", "short", "within rounding", "undecided"]
Status = Literal[
    "met",
    "missed",
    "within rounding",
    "disputed",
    "no figure",
    "no deciding figure",
    "reached",
    "on pace",
    "behind",
    "uncertain",
    "open",
]


class Decision(NamedTuple):
    """The status of a goal by the figures of a year, and its number of voices; None if the pace decides."""

    status: Status | None
    voices: int | None


def find_outcome(figure: YearFigure, value: int) -> Outcome:
    """Return what a figure says about a goal; a straddling figure or an undecided bound does not count.

    >>> find_outcome(YearFigure(None, 4_550_000_000, 4_650_000_000, ()), 5_000_000_000)
    'short'
    >>> find_outcome(YearFigure(None, 3_000_000_000, None, ()), 5_000_000_000)
    'undecided'
    """
    if figure.low is not None and figure.low >= value:
        return "reached"
    # "Less than $5 bn" falls short of $5 bn.
    if figure.high is not None and (figure.high < value or (figure.low is None and figure.high <= value)):
        return "short"
    return "within rounding" if figure.is_closed else "undecided"


def decide(figures: Sequence[YearFigure], value: int, *, has_deadline: bool, is_over: bool) -> Decision:
    """Return the status of a goal by the figures of the deciding year."""
    outcomes = [find_outcome(figure, value) for figure in figures]
    voting = [figure for figure, outcome in zip(figures, outcomes, strict=True) if outcome in {"reached", "short"}]
    voices = count_voices(voting or figures)
    if "reached" in outcomes:
        agreed: Status = "met" if is_over else "reached"
        return Decision("disputed" if "short" in outcomes else agreed, voices)
    if "short" not in outcomes and "within rounding" in outcomes:
        return Decision("within rounding", voices)
    if is_over:
        if not figures:
            return Decision("no figure", None)
        return Decision("missed" if "short" in outcomes else "no deciding figure", voices)
    if not has_deadline:
        return Decision("open", None)
    # A pace is computed from all figures of the year.
    return Decision(None, count_voices(figures)) if figures else Decision("no deciding figure", None)


def is_passed(figures: Sequence[YearFigure], value: int) -> bool:
    """Whether all figures that count are at or above a goal, and at least one counts."""
    outcomes = {find_outcome(figure, value) for figure in figures}
    return "reached" in outcomes and "short" not in outcomes


def find_year_passed(record: SeriesRecord, value: int, after: int) -> int | None:
    """Return the first full year after another in which a goal was passed."""
    return next((year for year in sorted(record.years) if year > after and is_passed(record.years[year], value)), None)
