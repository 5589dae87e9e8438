"""What the figures say about a goal: by the deciding year, and by the pace of growth if that year does not decide."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Literal

from tradefacts.named_tuples import NamedTuple
from tradefacts.reckoning.derived import Derivation, Derived
from tradefacts.reckoning.keys import Key
from tradefacts.reckoning.progress import (
    Aim,
    YearVolume,
    derive_made,
    derive_needed,
    derive_progress,
    derive_year_reached,
)
from tradefacts.reckoning.years import SeriesRecord, YearFigure, count_voices, find_range

if TYPE_CHECKING:
    from tradefacts.reckoning.derived import Quantity
    from tradefacts.reckoning.years import Series

    Ends = tuple[int | float | None, int | float | None]

Verdict = Literal["on pace", "behind", "uncertain"]

_LONGEST, _SHORTEST = 5, 2
"""How many years back growth can be counted from; a change between two successive years is not enough."""


class Pace(NamedTuple):
    """The growth that a goal needs and the growth made, in one set of statistics."""

    reporter: Annotated[str | None, "whose statistics they are, if the pages say so"]
    since: Annotated[int, "the year from which the growth made is counted"]
    needed_low: Annotated[int | float | None, "yearly growth in percent needed to the deadline, rounded down"]
    needed_high: Annotated[int | float | None, "yearly growth in percent needed to the deadline, rounded up"]
    made_low: Annotated[int | float | None, "average yearly growth in percent made since that year, rounded down"]
    made_high: Annotated[int | float | None, "average yearly growth in percent made since that year, rounded up"]
    verdict: Annotated[Verdict, "on pace, behind, or uncertain if the two ranges overlap"]
    facts: Annotated[tuple[str, ...], "ids of the claims it follows from, without those of the goal"]


class JudgedPace(NamedTuple):
    """A pace, and the derivations of its figures."""

    pace: Pace
    derivations: list[Derivation]


def find_paces(aim: Aim, record: SeriesRecord, key: Key) -> list[JudgedPace]:
    """Return the pace in each set of statistics that has the year of `key` and an earlier one, by reporter.

    Figures without a reporter are judged only if no reporter's figures can be.
    """
    paces = []
    year = int(key.period or 0)
    for reporter in dict.fromkeys(figure.reporter for figure in record.find_figures(year)):
        later = find_year_volume(key._replace(reporter=reporter), _find_of(record, year, reporter))
        earlier = _find_earlier(record, later)
        needed = derive_needed(aim, later)
        if earlier is not None and needed is not None:
            made = derive_made(later, earlier)
            pace = _make_pace(earlier.year, needed.derived, made.derived, (*later.facts, *earlier.facts))
            paces.append(JudgedPace(pace, [needed, made, derive_year_reached(aim, later, earlier)]))
    return [judged for judged in paces if judged.pace.reporter] or paces


def find_verdict(paces: Sequence[Pace]) -> Verdict:
    """Return the verdict of all paces; uncertain if they differ, or if there are none."""
    verdicts = {pace.verdict for pace in paces}
    return verdicts.pop() if len(verdicts) == 1 else "uncertain"


def find_year_volume(key: Key, figures: Sequence[YearFigure]) -> YearVolume:
    """Return the figures of one full year as one volume."""
    facts = tuple(name for figure in figures for name in figure.facts)
    return YearVolume(key, find_range(figures), facts)


def _find_earlier(record: SeriesRecord, later: YearVolume) -> YearVolume | None:
    """Return the earliest of the last years for which the same statistics have a closed figure."""
    for year in range(later.year - _LONGEST, later.year - _SHORTEST + 1):
        figures = _find_of(record, year, later.key.reporter)
        if any(figure.is_closed for figure in figures):
            return find_year_volume(later.key._replace(period=str(year)), figures)
    return None


def _find_of(record: SeriesRecord, year: int, reporter: str | None) -> list[YearFigure]:
    return [figure for figure in record.find_figures(year) if figure.reporter == reporter]


def _make_pace(since: int, needed: Derived, made: Derived, facts: tuple[str, ...]) -> Pace:
    verdict: Verdict = "uncertain"
    if made.low is not None and needed.high is not None and made.low >= needed.high:
        verdict = "on pace"
    elif made.high is not None and needed.low is not None and made.high < needed.low:
        verdict = "behind"
    return Pace(needed.reporter, since, needed.low, needed.high, made.low, made.high, verdict, facts)


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
    later = sorted(year for year in record.years if year > after)
    return next((year for year in later if is_passed(record.find_figures(year), value)), None)


class Standing(NamedTuple):
    """How far a goal is by the figures of the deciding year."""

    year: int | None
    figures: list[YearFigure]
    decision: Decision
    paces: list[Pace]
    derivations: list[Derivation]
    passed_in: int | None

    @property
    def status(self) -> Status:
        """The status by the figures, or else by the paces."""
        return self.decision.status or find_verdict(self.paces)

    def get_ends(self, quantity: Quantity) -> Ends:
        """Return the range of the first figure derived under a name: over all figures before those by statistics."""
        derived = (derivation.derived for derivation in self.derivations if derivation.derived.quantity == quantity)
        return next(((figure.low, figure.high) for figure in derived), (None, None))

    def find_made(self) -> Ends:
        """Return the range over the growth made in several statistics."""
        lows = [pace.made_low for pace in self.paces if pace.made_low is not None]
        highs = [pace.made_high for pace in self.paces if pace.made_high is not None]
        return (
            min(lows, default=None) if len(lows) == len(self.paces) else None,
            max(highs, default=None) if len(highs) == len(self.paces) else None,
        )


def find_standing(series: Series, aim: Aim, record: SeriesRecord, *, is_over: bool) -> Standing:
    """Return how far a goal of a series is; `is_over` says whether its deadline has passed."""
    year = aim.year if is_over else max(record.years, default=None)
    figures = record.find_figures(year)
    decision = decide(figures, aim.value, has_deadline=aim.year is not None, is_over=is_over)
    passed_in = find_year_passed(record, aim.value, year) if is_over and year and decision.status != "met" else None
    if not figures:
        return Standing(year, figures, decision, [], [], passed_in)
    key = Key("volume", *series[:3], str(year), series[3], _find_reporter(figures), None, None, None)
    volume = find_year_volume(key, figures)
    derivations = derive_progress(aim, volume)
    paces = find_paces(aim, record, key) if decision.status is None else []
    if decision.status is None:
        derivations += filter(None, [derive_needed(aim, volume)])
        derivations += [derivation for judged in paces for derivation in judged.derivations]
    return Standing(
        year, figures, decision, [judged.pace for judged in paces], list(dict.fromkeys(derivations)), passed_in
    )


def _find_reporter(figures: Sequence[YearFigure]) -> str | None:
    """Return the reporter of figures, if all have the same."""
    reporters = {figure.reporter for figure in figures}
    return reporters.pop() if len(reporters) == 1 else None
