"""The evidence of an audit: figures by key with their ranges; offices, terms and speakers."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from tradefacts.interval import Interval
from tradefacts.named_tuples import NamedTuple
from tradefacts.names import fold
from tradefacts.period import Period
from tradefacts.reckoning.assessment import find_stated
from tradefacts.reckoning.comparison import Ranges, read_exact_ranges
from tradefacts.reckoning.keys import Key, find_key, group_by_key
from tradefacts.reckoning.readings import Figures, find_figures, is_rough
from tradefacts.reckoning.spells import find_spells, is_shared
from tradefacts.vocabulary import COMPARED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tradefacts.exact import Exact
    from tradefacts.factbase import Claim
    from tradefacts.reckoning.assessment import StatedGoal
    from tradefacts.reckoning.spells import Spell

Slot = tuple[str, str, str, str | None, str | None, str | None]
"""The subject of a figure without its kind and currency: flow, places, reporter, scope, period."""
_INFINITE = float("inf")


class Side(NamedTuple):
    """One side of a comparison, with its ranges and claims: a printed figure, or the result of several."""

    ranges: Ranges[Exact]
    claims: tuple[Claim, ...]

    @property
    def strict(self) -> Interval[Exact]:
        """Its strict range."""
        return self.ranges.strict

    @property
    def voices(self) -> int:
        """How many independent voices give it."""
        return len({claim.voice for claim in self.claims})


class Cell:
    """All claims on one key."""

    def __init__(self, key: Key, claims: Sequence[Claim]) -> None:
        """Take the claims of a key."""
        self.key, self.claims = key, claims

    @cached_property
    def found(self) -> Figures:
        """Its figures and readings."""
        return find_figures(self.claims)

    @cached_property
    def printed(self) -> tuple[Side, ...]:
        """Every printed figure, the leading one first."""
        if len(self.claims) == 1:  # as in most cells
            return (make_side(self.claims),)
        by_id = {claim.id: claim for claim in self.claims}
        return tuple(make_side(by_id[name] for name in figure.facts) for figure in self.found.figures)

    @property
    def sample(self) -> tuple[float, float] | None:
        """The ends of a figure that sums can use, at most as wide as it is; None if only a ranking of all finds one."""
        for claim in self.claims:
            is_exact = claim.low is not None and claim.high is not None and not is_rough(claim)
            if is_exact or len(self.claims) == 1:
                return claim.low or 0, _INFINITE if claim.high is None else claim.high
        return None

    @cached_property
    def figures(self) -> tuple[Side, ...]:
        """The figures that sums can use: bounds only without a closed figure in their range."""
        if len(self.printed) == 1:
            return self.printed
        return tuple(self.printed[place] for place in self.found.find_measured())


class Office(NamedTuple):
    """An office in the base."""

    name: str
    country: str
    role: str
    wordings: frozenset[str]
    """Its title and aliases, folded."""


class Evidence:
    """Claims, indexed for the rules, which note what they held against each other."""

    def __init__(
        self,
        claims: Sequence[Claim],
        *,
        as_of: str = "",
        offices: Mapping[str, Office] | None = None,
        bodies: Mapping[str, str] | None = None,
        names: Mapping[str, str] | None = None,
    ) -> None:
        """Index the claims; `as_of` is the day on which deadlines are judged.

        `bodies` are the countries of bodies by id, `names` those of people.
        """
        self.claims = claims
        self.by_id = {claim.id: claim for claim in claims}
        self.as_of = as_of
        self.offices = offices or {}
        self.names = names or {}
        self.compared: set[str] = set()
        self._noted: set[Cell] = set()
        self.cells: dict[Key, Cell] = {}
        self.volumes: dict[Slot, list[Cell]] = {}
        self.by_statistics: defaultdict[Key, list[Cell]] = defaultdict(list)
        self.terms = [claim for claim in claims if claim.kind == "term"]
        self._countries = _find_countries(self.terms, self.offices, bodies or {})
        self._titles = _find_titles(self.offices)
        self._inferred: dict[str, frozenset[str]] = {}
        figures = (claim for claim in claims if claim.kind in COMPARED and claim.period and is_readable(claim))
        for key, group in group_by_key(figures).items():
            cell = Cell(key, group)
            self.cells[key] = cell
            self.by_statistics[key.any_reporter].append(cell)
            if key.kind == "volume":
                self.volumes.setdefault(find_slot(key), []).append(cell)

    def note(self, *cells: Cell) -> None:
        """Remember that the claims of these sides were compared with others."""
        self._noted.update(cells)

    def find_compared(self) -> set[str]:
        """Return the ids of the claims that any rule held against others."""
        return self.compared.union(claim.id for cell in self._noted for claim in cell.claims)

    @cached_property
    def goals(self) -> list[StatedGoal]:
        """The goals stated, each with the record of its series."""
        targets = [claim for claim in self.claims if claim.kind == "target"]
        return find_stated(targets, (claim for claim in self.claims if claim.kind == "volume"))

    @cached_property
    def spells(self) -> list[Spell]:
        """The dated spells in office."""
        shared = {name for name, office in self.offices.items() if is_shared(office.role)}
        return [spell for spell in find_spells(self.terms, shared) if spell.signs]

    def is_inferred(self, claim: Claim) -> bool:
        """Whether the subject of the figure was inferred by the curator."""
        if claim.id not in self._inferred:
            self._inferred[claim.id] = frozenset((claim.inferred_keys or "").split())
        return bool(self._inferred[claim.id] & _ABOUT)

    def find_countries(self, claim: Claim) -> set[str]:
        """Return the countries that the speaker of a claim speaks for: a body's own, or those of a person's offices."""
        by_title = self._titles.get(fold(claim.attributed_as or ""), set())
        known = self._countries.get(claim.attributed_to or "", set())
        # "President" alone can be that of any country.
        return known | by_title if len(by_title) == 1 else known

    def find_other_statistics(self, key: Key) -> list[Cell]:
        """Return the cells that differ from a key only in their statistics, if these are named."""
        alike = self.by_statistics[key.any_reporter]
        return [cell for cell in alike if cell.key.reporter and cell.key != key]

    @cached_property
    def turnovers(self) -> list[tuple[Cell, Cell | None, Cell | None]]:
        """What is on record about turnovers, with the same about a direction or both; not for trade inside a group."""
        directions: defaultdict[Key, dict[str, Cell]] = defaultdict(dict)
        for key, cell in self.cells.items():
            if key.flow == "goods":
                turnover = Key._make((key.kind, "turnover", *sorted((key.place, key.partner)), *key[4:]))
                directions[turnover][key.place] = cell
        return [
            (cell, directions[key].get(key.place), directions[key].get(key.partner))
            for key, cell in self.cells.items()
            if key in directions and key.place != key.partner
        ]

    def find_echoes(self, claim: Claim) -> list[Key]:
        """Return the other keys of the same series that the same figure is printed of, without statistics."""
        own = find_key(claim).any_reporter
        series, alike = find_series(own), self._printed_of.get(claim.amount, ())
        return [key for key, bound in alike if bound == claim.bound and find_series(key) == series and key != own]

    @cached_property
    def _printed_of(self) -> dict[float | None, list[tuple[Key, str | None]]]:
        """What each amount is printed of, without statistics, and with which bound."""
        found: defaultdict[float | None, list[tuple[Key, str | None]]] = defaultdict(list)
        for key, cells in self.by_statistics.items():
            for cell in cells:
                for claim in cell.claims:
                    found[claim.amount].append((key, claim.bound))
        return dict(found)


_ABOUT = frozenset({"country", "partner", "reporter", "period", "base_period", "currency", "scope"})


def is_readable(claim: Claim) -> bool:
    """Whether a figure has a range, because its digits could be read."""
    return claim.low is not None or claim.high is not None


def make_side(claims: Iterable[Claim]) -> Side:
    """Return the claims that print one figure as a side, with the range of the first."""
    members = tuple(claims)
    return Side(read_exact_ranges(members[0]), members)


def find_slot(key: Key, *, period: str | None = None) -> Slot:
    """Return the slot of a figure, in its own period or in another."""
    return key.flow, key.place, key.partner, key.reporter, key.scope, period or key.period


def find_series(key: Key) -> tuple[str | None, ...]:
    """Return the parts of a key that do not vary over time and between statistics."""
    return (*key[:4], key.currency, key.scope, key.whole)


def is_nested(one: str | None, other: str | None) -> bool:
    """Whether one of two different periods contains the other."""
    if not one or not other or one == other:
        return False
    left, right = Period.parse(one), Period.parse(other)
    return left.contains(right) or right.contains(left)


def _find_countries(
    terms: Iterable[Claim], offices: Mapping[str, Office], bodies: Mapping[str, str]
) -> dict[str, set[str]]:
    """Return the countries that bodies and people speak for, by id: people for those in which they held an office."""
    found = {name: {country} for name, country in bodies.items()}
    for term in terms:
        office = offices.get(term.office or "")
        if office is not None:
            found.setdefault(term.person or "", set()).add(office.country)
    return found


def _find_titles(offices: Mapping[str, Office]) -> dict[str, set[str]]:
    """Return the countries of offices by every wording of their titles."""
    found: dict[str, set[str]] = {}
    for office in offices.values():
        for wording in office.wordings:
            found.setdefault(wording, set()).add(office.country)
    return found
