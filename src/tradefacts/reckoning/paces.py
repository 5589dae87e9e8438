"""Pace: the yearly growth that a goal needs against the growth made over the last years, each in one statistics."""

from collections.abc import Sequence
from typing import Annotated, Literal, NamedTuple

from tradefacts.reckoning.derived import Derivation, Derived
from tradefacts.reckoning.keys import Key
from tradefacts.reckoning.progress import Aim, YearVolume, derive_made, derive_needed, derive_year_reached
from tradefacts.reckoning.years import Record, YearFigure, find_range

Verdict = Literal["on pace", "behind", "uncertain"]

_LONGEST, _SHORTEST = 5, 2
"""How many years back the growth made may begin: one jump from one year to the next is no pace."""


class Pace(NamedTuple):
    """The growth that a goal needs and the growth made, in one statistics."""

    reporter: Annotated[str | None, "whose statistics it is, where the pages say so"]
    since: Annotated[int, "the year from which the growth made is counted"]
    needed_low: Annotated[int | float | None, "yearly growth in percent needed to the deadline, rounded down"]
    needed_high: Annotated[int | float | None, "yearly growth in percent needed to the deadline, rounded up"]
    made_low: Annotated[int | float | None, "mean yearly growth in percent made since that year, rounded down"]
    made_high: Annotated[int | float | None, "mean yearly growth in percent made since that year, rounded up"]
    verdict: Annotated[Verdict, "on pace, behind, or uncertain where the two ranges meet"]
    facts: Annotated[tuple[str, ...], "ids of the claims it rests on, those of the goal excepted"]


class JudgedPace(NamedTuple):
    """A pace, and how its figures follow from printed ones."""

    pace: Pace
    derivations: list[Derivation]


def find_paces(aim: Aim, record: Record, key: Key) -> list[JudgedPace]:
    """Return the pace in every statistics that has the year of `key` and an earlier one, by reporter.

    What no page attributes to a reporter is judged only where no reporter's figures can be.
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
    """Return what all paces say; uncertain where they differ, or where there is none."""
    verdicts = {pace.verdict for pace in paces}
    return verdicts.pop() if len(verdicts) == 1 else "uncertain"


def find_year_volume(key: Key, figures: Sequence[YearFigure]) -> YearVolume:
    """Return figures of one full year together."""
    facts = tuple(name for figure in figures for name in figure.facts)
    return YearVolume(key, find_range(figures), facts)


def _find_earlier(record: Record, later: YearVolume) -> YearVolume | None:
    """Return the first year of the last few of which the same statistics has a closed figure."""
    for year in range(later.year - _LONGEST, later.year - _SHORTEST + 1):
        figures = _find_of(record, year, later.key.reporter)
        if any(figure.is_closed for figure in figures):
            return find_year_volume(later.key._replace(period=str(year)), figures)
    return None


def _find_of(record: Record, year: int, reporter: str | None) -> list[YearFigure]:
    return [figure for figure in record.years.get(year, []) if figure.reporter == reporter]


def _make_pace(since: int, needed: Derived, made: Derived, facts: tuple[str, ...]) -> Pace:
    verdict: Verdict = "uncertain"
    if made.low is not None and needed.high is not None and made.low >= needed.high:
        verdict = "on pace"
    elif made.high is not None and needed.low is not None and made.high < needed.low:
        verdict = "behind"
    return Pace(needed.reporter, since, needed.low, needed.high, made.low, made.high, verdict, facts)
