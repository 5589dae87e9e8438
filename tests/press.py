"""A simulated press office: true figures of two countries' trade, printed rounded or truncated.

Claims are made in memory as by compiling, but without a base, so that thousands of samples take seconds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from builders import Json, document, growth, share, volume
from tradefacts.factbase.claim import JOINED, STORED, Claim
from tradefacts.factbase.rows import MAKERS, format_page
from tradefacts.period import Period
from tradefacts.records import FACTS, Source

if TYPE_CHECKING:
    from random import Random

YEARS = ("2021", "2022")
PARTS = ("{}", "{}-01/{}-07", "{}-01/{}-11", "{}-01/{}-03", "{}-02")
FLOWS = ("exports", "imports", "turnover")
PAGES = ("kabar-2023-02-01", "kazinform-2023-02-02", "akipress-2024-03-03")


class Press(NamedTuple):
    """The true monthly flows of one reporter, in whole dollars, and its way of rounding."""

    random: Random
    exports: dict[int, int]
    imports: dict[int, int]
    reporter: str | None
    has_loose_zeros: bool
    cuts_digits: bool = False

    def find_value(self, flow: str, period: Period) -> int:
        """Return the true value of some months."""
        flows = {"exports": (self.exports,), "imports": (self.imports,), "turnover": (self.exports, self.imports)}
        return sum(one[month] for one in flows[flow] for month in range(period.first, period.last + 1))

    def print_volume(self, flow: str, period: Period) -> Json:
        """Return a fact with a true value, rounded."""
        value = self.find_value(flow, period)
        printed, bound = self.round_value(value)
        page = self.random.choice(PAGES)
        return volume("KZ", "KG", str(period), printed, flow=flow, bound=bound, reporter=self.reporter, source=page)

    def print_growth(self, flow: str, period: Period) -> Json:
        """Return a fact with the true growth against the year before, rounded."""
        later, earlier = self.find_value(flow, period), self.find_value(flow, period.shift(-1))
        base = self.random.choice([str(period.shift(-1)), None])
        about = {"flow": flow, "reporter": self.reporter, "base_period": base, "source": self.random.choice(PAGES)}
        if later > 2 * earlier and self.random.random() < 0.5:
            return growth("KZ", "KG", str(period), f"{write(self.divide(later, earlier, 1), 1)} times", **about)
        printed = self.round_percent(100 * (later - earlier), earlier)
        return growth("KZ", "KG", str(period), printed, **about)

    def print_share(self, flow: str, period: Period) -> Json:
        """Return a fact with the true share of one direction in the total of both, rounded."""
        about = {"whole": "trade of both", "whole_country": "KZ", "whole_partner": "KG"}
        part, whole = self.find_value(flow, period), self.find_value(flow, period)
        printed = self.round_percent(100 * part, whole)
        page = self.random.choice(PAGES)
        return share("KZ", "KG", str(period), printed, flow=flow, reporter=self.reporter, source=page, **about)

    def round_value(self, value: int) -> tuple[str, str]:
        """Return the printed form of a value in millions or billions, and its bound; truncated for "more than"."""
        power, word = self.random.choice([(9, "billion"), (6, "million")])
        places = self.random.choice([0, 1, 1, 2, 3])
        if power == 6 and self.has_loose_zeros and self.random.random() < 0.3:
            places = self.random.choice([-1, -2])
        unit = 10 ** (power - places)
        chance = self.random.random()
        if chance < 0.15 and value % unit and value > unit:
            return f"${write(value // unit, places)} {word}", ">"
        mantissa = self.divide(value, unit, 0)
        if mantissa == 0:
            return f"${write(self.divide(value, 10**5, 0), 1)} million", "="
        return f"${write(mantissa, places)} {word}", "~" if chance > 0.9 else "="

    def round_percent(self, top: int, bottom: int) -> str:
        """Return the printed form of a percentage with a few decimals, or rounded to tens."""
        places = self.random.choice([0, 1, 1, 2])
        if self.has_loose_zeros and abs(top) > 20 * bottom and self.random.random() < 0.2:
            places = -1
        return f"{write(self.divide(top, bottom, places), places)} percent"

    def divide(self, top: int, bottom: int, places: int) -> int:
        """Return a quotient in units of its last decimal, rounded or truncated as by the office."""
        if not self.cuts_digits:
            return divide(top, bottom, places)
        scaled: int = abs(top) * 10 ** max(places, 0)
        unit: int = bottom * 10 ** max(-places, 0)
        return scaled // unit if top >= 0 else -(scaled // unit)


def draw_press(random: Random, reporter: str | None, *, has_loose_zeros: bool, cuts_digits: bool = False) -> Press:
    """Return a press office over four years of monthly trade between a million and a billion dollars."""
    first = Period.parse("2020").first
    size = 10 ** random.randint(6, 8)
    flows = [{month: random.randint(size, 9 * size) for month in range(first, first + 48)} for _ in range(2)]
    return Press(random, flows[0], flows[1], reporter, has_loose_zeros, cuts_digits)


def draw_facts(press: Press, count: int) -> list[Json]:
    """Return random claims of the office: any flow of any months, as volume, growth or share."""
    facts = []
    for _ in range(count):
        year = press.random.choice(YEARS)
        period = Period.parse(press.random.choice(PARTS).format(year, year))
        flow = press.random.choice(FLOWS)
        kinds = [press.print_volume, press.print_volume, press.print_growth, press.print_share]
        facts.append(press.random.choice(kinds)(flow, period))
    return facts


def make_claims(facts: list[Json]) -> list[Claim]:
    """Return facts as claims, without a base."""
    stored = document(*facts)
    pages = {page["id"]: page for page in stored["sources"]}
    return [_make_claim(order, fact, pages[fact["source"]]) for order, fact in enumerate(stored["facts"], start=1)]


def divide(top: int, bottom: int, places: int) -> int:
    """Return a quotient in units of its last decimal, rounded half up as offices do."""
    scaled: int = top * 10 ** max(places, 0)
    unit: int = bottom * 10 ** max(-places, 0)
    return (2 * scaled + unit) // (2 * unit)


def write(mantissa: int, places: int) -> str:
    """Return a whole number of units as a decimal."""
    if places <= 0:
        return str(mantissa * 10**-places)
    digits = str(abs(mantissa)).zfill(places + 1)
    return f"{'-' if mantissa < 0 else ''}{digits[:-places]}.{digits[-places:]}"


def _make_claim(order: int, fact: Json, page: Json) -> Claim:
    maker = MAKERS[FACTS[fact["kind"]]]
    row: dict[str, Any] = dict.fromkeys(STORED) | dict(zip(maker.columns, maker.make(order, fact), strict=True))
    speaker = fact["attributed_to"] or page["origin"] or page["publisher"]
    joined = {
        **{name: page.get(name) for name in JOINED},
        "voice": speaker,
        "page_json": format_page(vars(Source(**page))),
    }
    return Claim(**row, **joined)
