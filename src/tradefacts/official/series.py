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


class Thing(NamedTuple):
    """What an amount is of, whatever its period."""

    flow: str
    """turnover, goods (from the first place to the second), or re-exports and re-imports in the same direction."""
    one: str
    other: str
    reporter: str
    currency: str


class Amount(NamedTuple):
    """An amount as the file gives it, or as its amounts add up."""

    thing: Thing
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
            FactBaseError: two rows give different amounts of one thing.
        """
        self._amounts: dict[tuple[Thing, str], Amount] = {}
        lines: dict[tuple[Thing, str], int] = {}
        self.count = 0
        for found in observations:
            ends = resolve(found.reporter), resolve(found.partner)
            if {*ends} != {*pair} or ends[0] is None or ends[1] is None:
                continue
            self.count += 1
            thing = _find_thing(found, ends[0], ends[1])
            key = thing, found.period
            amount = Amount(thing, found.period, found.value, found.has_freight, 1)
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
        return list(dict.fromkeys(thing.reporter for thing, _ in self._amounts))

    @property
    def currencies(self) -> list[str]:
        """The currencies of its amounts, in its order."""
        return list(dict.fromkeys(thing.currency for thing, _ in self._amounts))

    @property
    def span(self) -> Period | None:
        """The months from the first to the last that it has anything of."""
        periods = [Period.parse(period) for _, period in self._amounts]
        return (
            Period(min(period.first for period in periods), max(period.last for period in periods)) if periods else None
        )

    def find(self, thing: Thing, period: str) -> Amount | None:
        """Return the amount of a thing in a period: as given, else exports + imports, else the sum of its months."""
        if (given := self._amounts.get((thing, period))) is not None:
            return given
        if thing.flow == "turnover":
            return self._add(thing, period, [self.find(part, period) for part in _split_turnover(thing)])
        months = [*_list_months(period)]
        return self._add(thing, period, [self._amounts.get((thing, month)) for month in months]) if months else None

    def find_growth(self, thing: Thing, period: str, base_period: str) -> Amount | None:
        """Return by how many percent a thing grew from one period to another; None where either is not known."""
        later, earlier = self.find(thing, period), self.find(thing, base_period)
        if later is None or earlier is None or earlier.value.low is None or not earlier.value.low > ZERO:
            return None
        percent = find_percent(divide(later.value, earlier.value))
        return Amount(thing, period, percent, later.has_freight, later.parts + earlier.parts)

    def list_years(self) -> list[Amount]:
        """Return what it has of full years: goods either way and turnover, by statistics, oldest first."""
        things = dict.fromkeys(
            part._replace(flow=flow, one=one, other=other)
            for part, _ in self._amounts
            for flow, (one, other) in (
                ("turnover", sorted((part.one, part.other))),
                ("goods", (part.one, part.other)),
                ("goods", (part.other, part.one)),
            )
        )
        years = sorted({period[:4] for _, period in self._amounts})
        found = [self.find(thing, year) for year in years for thing in things]
        return [amount for amount in found if amount is not None]

    def _add(self, thing: Thing, period: str, amounts: list[Amount | None]) -> Amount | None:
        """Return the sum of amounts; None where one is not known."""
        known = [amount for amount in amounts if amount is not None]
        if len(known) < len(amounts):
            return None
        has_freight = any(amount.has_freight for amount in known)
        parts = sum(amount.parts for amount in known)
        return Amount(thing, period, reduce(add, [amount.value for amount in known]), has_freight, parts)


def _find_thing(found: Observation, reporter: str, partner: str) -> Thing:
    if found.flow == "turnover":
        one, other = sorted((reporter, partner))
        return Thing("turnover", one, other, reporter, found.currency)
    flow = found.flow if found.flow.startswith("re-") else "goods"
    one, other = (reporter, partner) if found.flow.endswith("exports") else (partner, reporter)
    return Thing(flow, one, other, reporter, found.currency)


def _split_turnover(thing: Thing) -> Iterator[Thing]:
    yield thing._replace(flow="goods")
    yield thing._replace(flow="goods", one=thing.other, other=thing.one)


def _list_months(written: str) -> Iterator[str]:
    period = Period.parse(written)
    if period.months > 1:
        yield from (format_month(month) for month in range(period.first, period.last + 1))
