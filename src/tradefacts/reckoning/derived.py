"""Derived figures with the figures and steps they follow from, and which of them are shown on screens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Literal

from tradefacts.exact import Exact, read_interval, round_outward
from tradefacts.interval import Interval
from tradefacts.named_tuples import NamedTuple
from tradefacts.period import is_bare_year
from tradefacts.reckoning.comparison import compare_claims
from tradefacts.reckoning.keys import Key
from tradefacts.reckoning.readings import Figure

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tradefacts.factbase import Claim

Quantity = Literal[
    "base period",
    "growth",
    "rest",
    "monthly pace",
    "turnover",
    "progress",
    "gap",
    "growth needed",
    "growth made",
    "year reached",
]
FORMULAS: dict[Quantity, str] = {
    "base period": "volume / (1 + growth / 100)",
    "growth": "(volume / earlier volume - 1) * 100",
    "rest": "whole - part",
    "monthly pace": "(whole - part) / months",
    "turnover": "exports + imports",
    "progress": "volume / target * 100",
    "gap": "target - volume",
    "growth needed": "((target / volume) ^ (1 / years) - 1) * 100",
    "growth made": "((volume / earlier volume) ^ (1 / years) - 1) * 100",
    "year reached": "year + least n with volume * (volume / earlier volume) ^ (n / years) >= target",
}


class Derived(NamedTuple):
    """A figure that no page prints, and what it follows from."""

    quantity: Annotated[Quantity, "what was derived"]
    flow: Annotated[str, "turnover, goods (see exporter and importer) or balance"]
    exporter: Annotated[str | None, "place that sends the goods; null for turnover"]
    importer: Annotated[str | None, "place that receives the goods; null for turnover"]
    period: Annotated[str, "the months it covers; for a goal, the year of the figure compared with it"]
    reporter: Annotated[str | None, "whose statistics it is based on, if the pages say so"]
    low: Annotated[int | float | None, "lower end, rounded down; null if open"]
    high: Annotated[int | float | None, "upper end, rounded up; null if open"]
    unit: Annotated[str, "ISO 4217 code, percent (two decimals), or year"]
    formula: Annotated[str, "the formula, with the names of the figures"]
    from_: Annotated[tuple[str, ...], "ids of the claims it follows from"]
    assumptions: Annotated[tuple[str, ...], "assumptions besides the printed digits"]
    shown: Annotated[bool, "whether screens show it: narrow, undisputed and not printed as narrowly"] = False


class Known(NamedTuple):
    """A figure that leads its cell, with its key."""

    key: Key
    figure: Figure

    @property
    def interval(self) -> Interval[Exact]:
        """Its range as exact numbers."""
        return read_interval(self.figure.low, self.figure.high)


class Operand(NamedTuple):
    """One number of a formula: its name, its range, and the claims it comes from (none for a count)."""

    name: str
    period: str | None
    low: int | float | None
    high: int | float | None
    facts: tuple[str, ...]


class Derivation(NamedTuple):
    """A derived figure with the numbers of its formula, and the key under which a page would print it."""

    derived: Derived
    operands: tuple[Operand, ...]
    printed_key: Key


class Refusal(NamedTuple):
    """Something that was not derived, and why."""

    quantity: Quantity
    key: Key
    reason: str
    facts: tuple[str, ...]


def name_figure(name: str, known: Known) -> Operand:
    """Return a figure under its name in a formula."""
    return Operand(name, known.key.period, known.figure.low, known.figure.high, known.figure.facts)


def name_count(name: str, number: int) -> Operand:
    """Return a number that no page prints, such as a number of months."""
    return Operand(name, None, number, number, ())


def make_derivation(  # noqa: PLR0913 - what a derived figure consists of
    quantity: Quantity,
    key: Key,
    span: Interval[Exact],
    operands: Sequence[Operand],
    assumptions: Sequence[str] = (),
    *,
    unit: str,
    period: str | None = None,
) -> Derivation:
    """Return a derived figure on `key`, with its ends rounded outward to the precision of `unit`."""
    low, high = round_outward(span, places=2 if unit == "percent" else 0)
    is_directed = key.flow == "goods"
    derived = Derived(
        quantity,
        key.flow,
        key.place if is_directed else None,
        key.partner if is_directed else None,
        period or key.period or "",
        key.reporter,
        low,
        high,
        unit,
        FORMULAS[quantity],
        tuple(dict.fromkeys(name for operand in operands for name in operand.facts)),
        tuple(assumptions),
    )
    return Derivation(derived, tuple(operands), _find_printed_key(derived, key, operands))


def _find_printed_key(derived: Derived, key: Key, operands: Sequence[Operand]) -> Key:
    if derived.quantity == "growth":
        return key._replace(kind="growth", currency=None, base_period=operands[-1].period)
    return key._replace(period=derived.period)


_QUANTITIES = frozenset({"base period", "growth", "turnover"})
_WIDEST_VOLUME = 10
"""How wide the range of a volume may be, in percent of its middle."""
_WIDEST_GROWTH = 5
"""How wide the range of a growth may be, in percentage points."""
_COARSER = 5
"""How many times as wide as a derived figure a printed figure can be that still replaces it."""


class Screening:
    """Decides which derived figures are shown on screens, given all claims by key."""

    def __init__(self, groups: Mapping[Key, Sequence[Claim]]) -> None:
        """Take the claims that the figures were derived from."""
        self._groups = groups
        self._keys = {claim.id: key for key, claims in groups.items() for claim in claims}
        self._disputed: dict[Key, bool] = {}

    def is_shown(self, derivation: Derivation) -> bool:
        """Whether a figure is for a full year, narrow, from undisputed figures, and not already printed."""
        return (
            derivation.derived.quantity in _QUANTITIES
            and all(is_bare_year(operand.period) for operand in derivation.operands)
            and is_narrow(derivation)
            and not self._is_printed(derivation)
            and not any(self._is_disputed(operand.facts[0]) for operand in derivation.operands)
        )

    def _is_printed(self, derivation: Derivation) -> bool:
        """Whether the same statistics have a printed closed figure that is not much wider."""
        low, high = derivation.derived.low, derivation.derived.high
        return any(
            claim.high - claim.low <= _COARSER * (high - low)
            for claim in self._groups.get(derivation.printed_key, ())
            if claim.low is not None and claim.high is not None and low is not None and high is not None
        )

    def _is_disputed(self, fact: str) -> bool:
        key = self._keys[fact]
        if key not in self._disputed:
            self._disputed[key] = compare_claims(self._groups[key]) == "contradicted"
        return self._disputed[key]


def is_narrow(derivation: Derivation) -> bool:
    """Whether the range of a volume or growth is narrow enough to show, and a growth certainly a rise or a fall."""
    low, high = derivation.derived.low, derivation.derived.high
    if derivation.derived.quantity == "growth":
        return is_narrow_growth(low, high)
    return low is not None and high is not None and (high - low) * 200 <= _WIDEST_VOLUME * (high + low)


def is_narrow_growth(low: float | None, high: float | None) -> bool:
    """Whether a growth between two ends, in percent, is narrow enough to be read, and surely up or surely down."""
    return low is not None and high is not None and high - low <= _WIDEST_GROWTH and (low > 0 or high < 0)
