"""An official series of two places: the amount of any period, flow and statistics that the file gives or adds up to."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from tradefacts.errors import FactBaseError
from tradefacts.exact import ZERO, Exact, add, divide, find_percent
from tradefacts.named_tuples import NamedTuple
from tradefacts.period import Period, format_month

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tradefacts.interval import Interval
    from tradefacts.official.reading import Observation


class Measure(NamedTuple):
    """What an amount is of, whatever its period."""

    flow: str
    """turnover, goods (from the first place to the second), or re-exports and re-imports in the same direction."""
    place: str
    partner: str
    reporter: str
    currency: str


class Amount(NamedTuple):
    """An amount as the file gives it, or as its amounts add up."""

    measure: Measure
    period: str
    value: Interval[Exact]
    has_freight: bool
    parts: int
    """How many amounts of the file it is the sum of."""

    @property
    def middle(self) -> float:
        """The number as the file gives it, to the cent."""
        low, high = self.value
        if low is None or high is None:
            return 0.0
        twice = low + high
        return round(twice.top / (2 * twice.bottom), 2)


class OfficialSeries:
    """What a file says about two places."""

    def __init__(
        self,
        observations: Iterable[Observation],
        pair: tuple[str, str],
        resolve: Callable[[str], str | None],
        name: str,
    ) -> None:
        """Keep what is about the pair; `resolve` returns the code of a place as the file writes it.

        Raises:
            FactBaseError: two rows give different amounts of one measure.
        """
        self._amounts: dict[tuple[Measure, str], Amount] = {}
        lines: dict[tuple[Measure, str], int] = {}
        self.count = 0
        for found in observations:
            ends = resolve(found.reporter), resolve(found.partner)
            if {*ends} != {*pair} or ends[0] is None or ends[1] is None:
                continue
            self.count += 1
            measure = _find_measure(found, ends[0], ends[1])
            key = measure, found.period
            amount = Amount(measure, found.period, found.value, found.has_freight, 1)
            if key in self._amounts and self._amounts[key].value != found.value:
                message = (
                    f"{name}: lines {lines[key]} and {found.line} give two amounts of {found.flow} in {found.period}"
                )
                raise FactBaseError(message, hint="keep the rows of the total only")
            self._amounts[key] = amount
            lines[key] = found.line

    @property
    def reporters(self) -> list[str]:
        """Whose statistics the file holds, in its order."""
        return list(dict.fromkeys(measure.reporter for measure, _ in self._amounts))

    @property
    def currencies(self) -> list[str]:
        """The currencies of its amounts, in its order."""
        return list(dict.fromkeys(measure.currency for measure, _ in self._amounts))

    @property
    def span(self) -> Period | None:
        """The months from the first to the last that it has anything of."""
        periods = [Period.parse(period) for _, period in self._amounts]
        return (
            Period(min(period.first for period in periods), max(period.last for period in periods)) if periods else None
        )

    def find(self, measure: Measure, period: str) -> Amount | None:
        """Return the amount of a measure in a period: as given, else exports + imports, else the sum of its months."""
        if (given := self._amounts.get((measure, period))) is not None:
            return given
        if measure.flow == "turnover":
            return self._add(measure, period, [self.find(part, period) for part in _split_turnover(measure)])
        months = [*_list_months(period)]
        return self._add(measure, period, [self._amounts.get((measure, month)) for month in months]) if months else None

    def find_growth(self, measure: Measure, period: str, base_period: str) -> Amount | None:
        """Return by how many percent a measure grew from one period to another; None where either is not known."""
        later, earlier = self.find(measure, period), self.find(measure, base_period)
        if later is None or earlier is None or earlier.value.low is None or not earlier.value.low > ZERO:
            return None
        percent = find_percent(divide(later.value, earlier.value))
        return Amount(measure, period, percent, later.has_freight, later.parts + earlier.parts)

    def list_years(self) -> list[Amount]:
        """Return what it has of full years: goods either way and turnover, by statistics, oldest first."""
        things = dict.fromkeys(
            part._replace(flow=flow, place=one, partner=other)
            for part, _ in self._amounts
            for flow, (one, other) in (
                ("turnover", sorted((part.place, part.partner))),
                ("goods", (part.place, part.partner)),
                ("goods", (part.partner, part.place)),
            )
        )
        years = sorted({period[:4] for _, period in self._amounts})
        found = [self.find(measure, year) for year in years for measure in things]
        return [amount for amount in found if amount is not None]

    def _add(self, measure: Measure, period: str, amounts: list[Amount | None]) -> Amount | None:
        """Return the sum of amounts; None where one is not known."""
        known = [amount for amount in amounts if amount is not None]
        if len(known) < len(amounts):
            return None
        has_freight = any(amount.has_freight for amount in known)
        parts = sum(amount.parts for amount in known)
        return Amount(measure, period, reduce(add, [amount.value for amount in known]), has_freight, parts)


def _find_measure(found: Observation, reporter: str, partner: str) -> Measure:
    if found.flow == "turnover":
        one, other = sorted((reporter, partner))
        return Measure("turnover", one, other, reporter, found.currency)
    flow = found.flow if found.flow.startswith("re-") else "goods"
    one, other = (reporter, partner) if found.flow.endswith("exports") else (partner, reporter)
    return Measure(flow, one, other, reporter, found.currency)


def _split_turnover(measure: Measure) -> Iterator[Measure]:
    yield measure._replace(flow="goods")
    yield measure._replace(flow="goods", place=measure.partner, partner=measure.place)


def _list_months(written: str) -> Iterator[str]:
    period = Period.parse(written)
    if period.months > 1:
        yield from (format_month(month) for month in range(period.first, period.last + 1))
