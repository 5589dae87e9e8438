"""The record of full years: the figures for one flow between two places, by year and by statistics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.interval import Interval
from tradefacts.named_tuples import NamedTuple
from tradefacts.period import Period, is_bare_year
from tradefacts.reckoning.keys import find_direction

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tradefacts.factbase import Claim

Series = tuple[str, str, str, str | None]
"""The subject of goals and figures of full years: flow, the two places, currency."""


class YearFigure(NamedTuple):
    """A printed figure, with all claims that print it, the newest first."""

    reporter: str | None
    low: int | float | None
    high: int | float | None
    claims: tuple[Claim, ...]

    @property
    def is_closed(self) -> bool:
        """Whether both ends are known."""
        return self.low is not None and self.high is not None

    @property
    def facts(self) -> tuple[str, ...]:
        """The ids of its claims."""
        return tuple(claim.id for claim in self.claims)


class SeriesRecord:
    """The figures on record for one series: of full years, by year, and the claims for parts of a year."""

    def __init__(self) -> None:
        """Start without any."""
        self._claims: dict[int, dict[str | None, list[Claim]]] = {}
        self._figures: dict[int, list[YearFigure]] = {}
        self.parts: list[Claim] = []

    def add(self, claim: Claim) -> None:
        """Add a volume, unless it is for another period."""
        if is_bare_year(claim.period):
            self._claims.setdefault(int(claim.period or 0), {}).setdefault(claim.reporter, []).append(claim)
        elif _is_part(claim):
            self.parts.append(claim)

    @property
    def years(self) -> Iterable[int]:
        """The years with figures."""
        return self._claims.keys()

    def find_figures(self, year: int | None) -> list[YearFigure]:
        """Return the figures of a year: those with a reporter before those without, the leading one of each first."""
        if year is None or year not in self._claims:
            return []
        if year not in self._figures:
            self._figures[year] = _find_all_figures(self._claims[year])
        return self._figures[year]


def find_series(claim: Claim) -> Series:
    """Return the series of a goal or a volume, without its period and statistics."""
    return *find_direction(claim), claim.currency


def find_records(volumes: Iterable[Claim], wanted: Iterable[Series]) -> dict[Series, SeriesRecord]:
    """Return the record of each wanted series, without figures for some goods only and unreadable ones."""
    records = {series: SeriesRecord() for series in wanted}
    for claim in volumes:
        if claim.scope is None and not (claim.low is None and claim.high is None):
            record = records.get(find_series(claim))
            if record is not None:
                record.add(claim)
    return records


def find_printed(claims: Iterable[Claim], reporter: str | None = None) -> list[YearFigure]:
    """Return the figures that claims on one key print, the leading one first.

    Claims with the same range are one figure. Closed figures lead, by voices, precision and date; of open bounds, the
    most informative one.
    """
    groups: dict[tuple[int | float | None, int | float | None], list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: claim.published or "", reverse=True):
        groups.setdefault((claim.low, claim.high), []).append(claim)
    figures = [YearFigure(reporter, *ends, tuple(printed)) for ends, printed in groups.items()]
    return sorted(figures, key=_rank)


def find_range(figures: Sequence[YearFigure]) -> Interval[int | float]:
    """Return the range over several figures of one quantity.

    An open bound opens it only if no closed figure is printed; otherwise the bound counts up to the printed number, so
    that ">5" and "4.6" together give 4.55 to 5.
    """
    closed = [figure for figure in figures if figure.is_closed]
    floors = [figure.low for figure in figures if figure.low is not None and figure.high is None]
    ceilings = [figure.high for figure in figures if figure.high is not None and figure.low is None]
    if closed:
        lows = [figure.low for figure in closed if figure.low is not None]
        highs = [figure.high for figure in closed if figure.high is not None]
        return Interval(min(lows + ceilings), max(highs + floors))
    low, high = max(floors, default=None), min(ceilings, default=None)
    return Interval(high, low) if low is not None and high is not None and high < low else Interval(low, high)


def count_voices(figures: Iterable[YearFigure]) -> int:
    """Return how many independent voices give any of the figures."""
    return len({claim.voice for figure in figures for claim in figure.claims})


def _find_all_figures(by_reporter: dict[str | None, list[Claim]]) -> list[YearFigure]:
    reporters = sorted(by_reporter, key=lambda reporter: (reporter is None, reporter or ""))
    return [figure for reporter in reporters for figure in find_printed(by_reporter[reporter], reporter)]


def _rank(figure: YearFigure) -> tuple[bool, int | float, int | float]:
    if figure.low is None:
        return True, figure.high or 0, 0
    if figure.high is None:
        return True, -figure.low, 0
    return False, -count_voices([figure]), figure.high - figure.low


def _is_part(claim: Claim) -> bool:
    """Whether a claim covers a year from January on, but not to its end."""
    period = Period.parse(claim.period or "")
    return period.first % 12 == 0 and period.months < 12  # noqa: PLR2004 - months of a year
