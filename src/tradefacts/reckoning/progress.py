"""How far a goal is, what growth it needs, and when the growth of the last years would reach it, exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tradefacts.exact import (
    HUNDRED,
    ONE,
    ZERO,
    Exact,
    divide,
    read_interval,
    round_outward,
    scale,
    subtract,
)
from tradefacts.interval import Interval
from tradefacts.reckoning.derived import Operand, make_derivation, name_count, name_figure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradefacts.reckoning.derived import Derivation, Known

HISTORY = 5
"""How many years back the growth of the last years may begin."""

_HORIZON = 100
_UNIT = 10_000  # of a factor: hundredths of a percent, which is what pace is rounded to


class Aim(NamedTuple):
    """An amount aimed at: exact, for it is meant and not measured. `year` is the last that the deadline leaves."""

    value: int
    year: int | None
    facts: tuple[str, ...]

    @property
    def interval(self) -> Interval[Exact]:
        """The amount as a interval of one number."""
        return Interval(Exact(self.value), Exact(self.value))


def find_progress(low: float | None, high: float | None, goal: int) -> tuple[int | float | None, int | float | None]:
    """Return what part of a goal a figure is, in percent with two decimals, rounded outward.

    >>> find_progress(1_250_000_000, 1_350_000_000, 2_000_000_000)
    (62.5, 67.5)
    """
    return round_outward(scale(read_interval(low, high), HUNDRED / Exact(goal)), places=2)


def derive_standing(aim: Aim, years: Sequence[Known]) -> list[Derivation]:
    """Return progress, gap, pace and the year reached, as far as the full years of one series, oldest first, tell."""
    latest = years[-1]
    target = Operand("target", None, aim.value, aim.value, aim.facts)
    operands = (name_figure("volume", latest), target)
    progress = scale(divide(latest.interval, aim.interval), HUNDRED)
    missing = subtract(aim.interval, latest.interval)
    derivations = [
        make_derivation("progress", latest.key, progress, operands, unit="percent"),
        make_derivation("gap", latest.key, missing, operands, unit=latest.key.currency or ""),
    ]
    if is_reached(aim, latest):
        return derivations
    year = _year(latest)
    if aim.year is not None and aim.year > year:
        interval = find_pace(latest.interval, aim.value, aim.year - year)
        counted = (*operands, name_count("years", aim.year - year))
        assumed = (f"counted from {year} to {aim.year}",)
        derivations.append(make_derivation("pace", latest.key, interval, counted, assumed, unit="percent"))
    if (earlier := find_earlier(years)) is not None:
        derivations.append(_derive_reached(aim, latest, earlier, operands))
    return derivations


def is_reached(aim: Aim, known: Known) -> bool:
    """Whether a figure lies wholly at or above an aim."""
    return known.figure.low is not None and known.figure.low >= aim.value


def find_earlier(years: Sequence[Known]) -> Known | None:
    """Return the volume from which the growth of the last years is counted; None where nothing is known before."""
    latest = _year(years[-1])
    return next((known for known in years[:-1] if latest - _year(known) <= HISTORY), None)


def find_pace(volume: Interval[Exact], goal: int, years: int) -> Interval[Exact]:
    """Return the yearly growth in percent that leads from a volume to a goal, its ends already rounded outward.

    >>> round_outward(find_pace(read_interval(1_250_000_000, 1_350_000_000), 2_000_000_000, 7), places=2)
    (5.77, 6.95)
    """
    factor = divide(Interval(Exact(goal), Exact(goal)), volume)
    low = None if factor.low is None else _root(factor.low, years)[0]
    high = None if factor.high is None else _root(factor.high, years)[1]
    return Interval(_percent(low), _percent(high))


def find_year_reached(aim: Aim, latest: Known, earlier: Known) -> Interval[Exact]:
    """Return the first and the last year in which the growth between two volumes, kept up, may reach an aim.

    An open end means that it may already be reached, or never.
    """
    start, end, year = earlier.interval, latest.interval, _year(latest)
    years = year - _year(earlier)
    soonest = _count_years(aim, end.high, start.low, years)
    latest_count = _count_years(aim, end.low, start.high, years)
    return Interval(
        None if soonest is None else Exact(year + soonest),
        None if latest_count is None else Exact(year + latest_count),
    )


def is_on_pace(aim: Aim, latest: Known, earlier: Known) -> bool:
    """Whether the volumes as printed, the growth between them kept up, reach an aim in its last year or before."""
    year = _year(latest)
    count = _count_years(aim, _middle(latest.interval), _middle(earlier.interval), year - _year(earlier))
    return count is not None and aim.year is not None and year + count <= aim.year


def _derive_reached(aim: Aim, latest: Known, earlier: Known, operands: tuple[Operand, ...]) -> Derivation:
    years = _year(latest) - _year(earlier)
    counted = (*operands, name_figure("earlier volume", earlier), name_count("years", years))
    assumed = (f"the mean growth from {_year(earlier)} to {_year(latest)} goes on",)
    interval = find_year_reached(aim, latest, earlier)
    return make_derivation("year reached", latest.key, interval, counted, assumed, unit="year")


def _count_years(aim: Aim, volume: Exact | None, earlier: Exact | None, years: int) -> int | None:
    """Return the least n with volume × (volume ÷ earlier)^(n ÷ years) at or above the aim; None for never."""
    if volume is None or earlier is None or not (volume > ZERO and earlier > ZERO):
        return None
    growth, missing, wanted, grown = volume / earlier, Exact(aim.value) / volume, ONE, ONE
    for _ in range(years):
        wanted *= missing
    for count in range(_HORIZON):
        if wanted <= grown:
            return count
        grown *= growth
    return None


def _root(number: Exact, degree: int) -> tuple[int, int]:
    """Return the root of a number in hundredths of a percent, rounded down and rounded up."""
    top = number.top * _UNIT**degree
    low, high = 0, _UNIT
    while high**degree * number.bottom <= top:
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if middle**degree * number.bottom <= top else (low, middle)
    return low, low if low**degree * number.bottom == top else high


def _middle(interval: Interval[Exact]) -> Exact | None:
    """Return the middle of a interval, which is what was printed; of an open one its known end."""
    if interval.low is None or interval.high is None:
        return interval.low or interval.high
    return (interval.low + interval.high) / Exact(2)


def _year(known: Known) -> int:
    return int((known.key.period or "")[:4])


def _percent(factor: int | None) -> Exact | None:
    return None if factor is None else Exact(factor - _UNIT, _UNIT // 100)
