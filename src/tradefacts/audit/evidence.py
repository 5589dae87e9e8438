"""The claims as an audit sees them: figures by key, each with what it says strictly and loosely; offices and terms."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from tradefacts.exact import Span, read_span
from tradefacts.period import Period
from tradefacts.reckoning.assessment import find_goals
from tradefacts.reckoning.keys import Key, group_by_key
from tradefacts.reckoning.readings import find_readings
from tradefacts.vocabulary import COMPARED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tradefacts.factbase import Claim
    from tradefacts.reckoning.goals import Goal

Slot = tuple[str, str, str, str | None, str | None, str | None]
"""What a figure is of, whatever its kind and currency: flow, places, reporter, scope, period."""


class Side(NamedTuple):
    """One side of a comparison: its numbers, strictly and with trailing zeros as rounding, and its claims."""

    strict: Span
    loose: Span
    claims: tuple[Claim, ...]

    @property
    def voices(self) -> int:
        """How many independent voices stand behind it."""
        return len({claim.voice for claim in self.claims})


class Cell(NamedTuple):
    """All that was said of one key: its claims, and its readings, the one with most voices first."""

    key: Key
    claims: tuple[Claim, ...]
    readings: tuple[Side, ...]


class Office(NamedTuple):
    """An office as the base records it."""

    name: str
    country: str
    role: str
    wordings: frozenset[str]
    """Its title and the other wordings of it, folded."""


class Evidence:
    """Claims, indexed for the rules; `compared` gathers the ids of those that any rule held against others."""

    def __init__(
        self,
        claims: Sequence[Claim],
        *,
        as_of: str = "",
        offices: Mapping[str, Office] | None = None,
        names: Mapping[str, str] | None = None,
    ) -> None:
        """Index the claims; `as_of` is the day on which deadlines are over, `names` those of people by id."""
        self.claims = claims
        self.as_of = as_of
        self.offices = offices or {}
        self.names = names or {}
        self.compared: set[str] = set()
        self.by_id = {claim.id: claim for claim in claims}
        self.cells: dict[Key, Cell] = {}
        self.volumes: defaultdict[Slot, list[Cell]] = defaultdict(list)
        self.by_series: defaultdict[Key, list[Cell]] = defaultdict(list)
        self._inferred: dict[str, frozenset[str]] = {}
        figures = (claim for claim in claims if claim.kind in COMPARED and claim.period and is_readable(claim))
        for key, group in group_by_key(figures).items():
            cell = _make_cell(key, group)
            self.cells[key] = cell
            self.by_series[find_series(key)].append(cell)
            if key.kind == "volume":
                self.volumes[find_slot(key)].append(cell)

    @cached_property
    def goals(self) -> list[Goal]:
        """The goals stated, held against the volumes."""
        targets = [claim for claim in self.claims if claim.kind == "target"]
        volumes = [claim for claim in self.claims if claim.kind == "volume"]
        return [goal for goal, _ in find_goals(targets, volumes, self.as_of)]

    def note(self, *sides: Side) -> None:
        """Remember that the claims of these sides were compared with others."""
        self.compared.update(claim.id for side in sides for claim in side.claims)

    def is_inferred(self, claim: Claim) -> bool:
        """Whether the curator, not the page, says what the figure is of."""
        if claim.id not in self._inferred:
            self._inferred[claim.id] = frozenset(claim.inferred)
        return bool(self._inferred[claim.id] & _ABOUT)

    def find_other_statistics(self, key: Key) -> list[Cell]:
        """Return the cells that differ from a key in nothing but whose statistics they are, where pages say whose."""
        alike = self.by_series[find_series(key)]
        wanted = key._replace(reporter=None)
        return [cell for cell in alike if cell.key.reporter and cell.key != key and _is_like(cell.key, wanted)]


_ABOUT = frozenset({"country", "partner", "reporter", "period", "base_period", "currency", "scope"})


def is_readable(claim: Claim) -> bool:
    """Whether the printed digits of a figure stand for any range at all."""
    return claim.low is not None or claim.high is not None


def make_side(claims: Iterable[Claim]) -> Side:
    """Return what claims that agree say together; an open bound supports it, and never narrows it."""
    members = tuple(claims)
    closed = [claim for claim in members if claim.low is not None and claim.high is not None] or members
    strict = _intersect([read_span(claim.low, claim.high) for claim in closed])
    return Side(strict, _intersect([read_span(claim.loose_low, claim.loose_high) for claim in closed]), members)


def find_slot(key: Key, *, period: str | None = None) -> Slot:
    """Return what a figure is of, in its own period or in another."""
    return key.flow, key.one, key.other, key.reporter, key.scope, period or key.period


def find_series(key: Key) -> Key:
    """Return a key without what varies over time and from one statistics to the other."""
    return key._replace(period=None, base_period=None, reporter=None)


def is_nested(one: str | None, other: str | None) -> bool:
    """Whether one of two different periods holds the other."""
    if not one or not other or one == other:
        return False
    left, right = Period.parse(one), Period.parse(other)
    return left.contains(right) or right.contains(left)


def _is_like(key: Key, wanted: Key) -> bool:
    return key._replace(reporter=None) == wanted


def _make_cell(key: Key, claims: Sequence[Claim]) -> Cell:
    by_id = {claim.id: claim for claim in claims}
    readings = (make_side(by_id[name] for name in reading.facts) for reading in find_readings(claims))
    return Cell(key, tuple(claims), tuple(readings))


def _intersect(spans: Sequence[Span]) -> Span:
    lows = [span.low for span in spans if span.low is not None]
    highs = [span.high for span in spans if span.high is not None]
    low, high = None, None
    for one in lows:
        low = one if low is None or low < one else low
    for one in highs:
        high = one if high is None or one < high else high
    return Span(low, high)
