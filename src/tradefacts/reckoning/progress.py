"""How far a goal is, what growth it needs and what growth was made, as exact ranges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.exact import (
    HUNDRED,
    ONE,
    ZERO,
    Exact,
    divide,
    read_interval,
    scale,
    subtract,
)
from tradefacts.interval import Interval
from tradefacts.named_tuples import NamedTuple
from tradefacts.reckoning.derived import Operand, make_derivation, name_count

if TYPE_CHECKING:
    from tradefacts.reckoning.derived import Derivation
    from tradefacts.reckoning.keys import Key

_HORIZON = 100
_UNIT = 10_000  # of a factor: hundredths of a percent, the precision of growth


class Aim(NamedTuple):
    """The exact amount of a goal. `year` is the last full year before the deadline ends."""

    value: int
    year: int | None
    facts: tuple[str, ...]

    @property
    def interval(self) -> Interval[Exact]:
        """The amount as an interval of one number."""
        return Interval(Exact(self.value), Exact(self.value))

    @property
    def operand(self) -> Operand:
        """The amount under its name in formulas."""
        return Operand("target", None, self.value, self.value, self.facts)


class YearVolume(NamedTuple):
    """The range over the figures of one full year, in one or several statistics."""

    key: Key
    range: Interval[int | float]
    facts: tuple[str, ...]

    @property
    def year(self) -> int:
        """The full year."""
        return int(self.key.period or 0)

    @property
    def interval(self) -> Interval[Exact]:
        """Its range as exact numbers."""
        return read_interval(*self.range)

    def name(self, name: str) -> Operand:
        """Return it under its name in a formula."""
        return Operand(name, self.key.period, *self.range, self.facts)


def derive_progress(aim: Aim, volume: YearVolume) -> list[Derivation]:
    """Return which part of a goal is done, and the missing amount."""
    operands = (volume.name("volume"), aim.operand)
    progress = scale(divide(volume.interval, aim.interval), HUNDRED)
    gap = subtract(aim.interval, volume.interval)
    return [
        make_derivation("progress", volume.key, progress, operands, unit="percent"),
        make_derivation("gap", volume.key, gap, operands, unit=volume.key.currency or ""),
    ]


def derive_needed(aim: Aim, volume: YearVolume) -> Derivation | None:
    """Return the yearly growth from a volume to a goal in its last year; None if no year is left."""
    years = (aim.year or 0) - volume.year
    if years < 1:
        return None
    span = compute_growth(aim.interval, volume.interval, years)
    counted = (volume.name("volume"), aim.operand, name_count("years", years))
    return make_derivation(
        "growth needed", volume.key, span, counted, (f"counted from {volume.year} to {aim.year}",), unit="percent"
    )


def derive_made(later: YearVolume, earlier: YearVolume) -> Derivation:
    """Return the yearly growth from one volume to a later one."""
    years = later.year - earlier.year
    counted = (later.name("volume"), earlier.name("earlier volume"), name_count("years", years))
    span = compute_growth(later.interval, earlier.interval, years)
    return make_derivation("growth made", later.key, span, counted, unit="percent")


def derive_year_reached(aim: Aim, later: YearVolume, earlier: YearVolume) -> Derivation:
    """Return the first and the last year in which the growth between two volumes, if it continues, may reach a goal.

    An open end means that the goal may be reached already, or never.
    """
    years = later.year - earlier.year
    operands = (later.name("volume"), aim.operand, earlier.name("earlier volume"), name_count("years", years))
    soonest = _count_years(aim, later.interval.high, earlier.interval.low, years)
    latest = _count_years(aim, later.interval.low, earlier.interval.high, years)
    span = Interval(
        None if soonest is None else Exact(later.year + soonest),
        None if latest is None else Exact(later.year + latest),
    )
    assumed = (f"the average growth from {earlier.year} to {later.year} goes on",)
    return make_derivation("year reached", later.key, span, operands, assumed, unit="year")


def compute_growth(later: Interval[Exact], earlier: Interval[Exact], years: int) -> Interval[Exact]:
    """Return the average yearly growth in percent between two volumes, its ends rounded outward to hundredths.

    >>> from tradefacts.exact import round_outward
    >>> goal = read_interval(2_000_000_000, 2_000_000_000)
    >>> round_outward(compute_growth(goal, read_interval(1_250_000_000, 1_350_000_000), 7), places=2)
    (5.77, 6.95)
    """
    factor = divide(later, earlier)
    low = None if factor.low is None else _find_root(factor.low, years)[0]
    high = None if factor.high is None else _find_root(factor.high, years)[1]
    return Interval(_to_percent(low), _to_percent(high))


def _count_years(aim: Aim, volume: Exact | None, earlier: Exact | None, years: int) -> int | None:
    """Return the smallest n with volume × (volume ÷ earlier)^(n ÷ years) at or above the goal; None for never."""
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


def _find_root(number: Exact, degree: int) -> tuple[int, int]:
    """Return the root of a number in hundredths of a percent, rounded down and rounded up."""
    top = number.top * _UNIT**degree
    low, high = 0, _UNIT
    while high**degree * number.bottom <= top:
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if middle**degree * number.bottom <= top else (low, middle)
    return low, low if low**degree * number.bottom == top else high


def _to_percent(factor: int | None) -> Exact | None:
    return None if factor is None else Exact(factor - _UNIT, _UNIT // 100)
