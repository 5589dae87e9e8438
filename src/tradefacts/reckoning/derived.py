"""A derived figure, with everything needed to recompute it; or the reason why nothing follows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from tradefacts.exact import Exact, read_interval, round_outward
from tradefacts.interval import Interval
from tradefacts.named_tuples import NamedTuple
from tradefacts.reckoning.keys import Key
from tradefacts.reckoning.readings import Figure

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
        key.one if is_directed else None,
        key.other if is_directed else None,
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
