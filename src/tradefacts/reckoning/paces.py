"""Pace: the yearly growth that a goal needs compared with the growth of the last years, by statistics."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from tradefacts.named_tuples import NamedTuple
from tradefacts.reckoning.derived import Derivation, Derived
from tradefacts.reckoning.keys import Key
from tradefacts.reckoning.progress import Aim, YearVolume, derive_made, derive_needed, derive_year_reached
from tradefacts.reckoning.years import SeriesRecord, YearFigure, find_range

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
    for reporter in dict.fromkeys(figure.reporter for figure in record.years[year]):
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
    return [figure for figure in record.years.get(year, []) if figure.reporter == reporter]


def _make_pace(since: int, needed: Derived, made: Derived, facts: tuple[str, ...]) -> Pace:
    verdict: Verdict = "uncertain"
    if made.low is not None and needed.high is not None and made.low >= needed.high:
        verdict = "on pace"
    elif made.high is not None and needed.low is not None and made.high < needed.low:
        verdict = "behind"
    return Pace(needed.reporter, since, needed.low, needed.high, made.low, made.high, verdict, facts)
