"""What the rules look at: a base as a whole, or part by part; and the fault that a rule returns."""

from __future__ import annotations

import json
from collections import defaultdict
from functools import cached_property
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeAlias

from tradefacts.factbase.selection import Selection
from tradefacts.named_tuples import NamedTuple
from tradefacts.progress import PROGRESS
from tradefacts.reckoning.spells import find_spells, is_shared
from tradefacts.records import RECORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tradefacts.basefile.layers import Layer
    from tradefacts.factbase import Claim, FactBase
    from tradefacts.reckoning.spells import Spell

Stored = dict[str, Any]
"""A fact or record, as in the file."""


_PART = 1024
"""Facts that are read at once."""


class Fault(NamedTuple):
    """One defect: the ids it concerns, the key in the first of them, what was expected and what was found.

    A fault in a whole file has the file and its line instead.
    """

    ids: tuple[str, ...]
    key: str
    message: str
    file: str | None = None
    line: int | None = None


class Contents:
    """A base taken out of its tables: its claims, its records by section and id; the facts are read when asked for."""

    def __init__(self, base: FactBase, layers: Sequence[Layer] = (), earlier: FactBase | None = None) -> None:
        """Read all records; `layers` are the files the base was made of, where there are such, `earlier` an edition."""
        self.layers = layers
        self.withdrawn = base.withdrawn
        self.earlier: list[str] = earlier.list_ids() if earlier else []
        self.as_of = base.as_of
        self.count = base.count_claims(Selection())
        """How many facts there are."""
        self.records: dict[str, dict[str, Stored]] = {
            section: {record.id: json.loads(record.body) for record in base.list_records(section)}
            for section in RECORDS
        }
        self._base = base

    @cached_property
    def claims(self) -> list[Claim]:
        """Every claim, in the order of the base, without its JSON."""
        return sorted(self._base.iterate_bare_claims(Selection()), key=attrgetter("order"))

    @cached_property
    def spells(self) -> dict[str, list[Spell]]:
        """The dated spells by office."""
        shared = {name for name, office in self.records["offices"].items() if is_shared(office["role"])}
        grouped: defaultdict[str, list[Spell]] = defaultdict(list)
        for spell in find_spells((claim for claim in self.claims if claim.kind == "term"), shared):
            if spell.signs:
                grouped[spell.office].append(spell)
        return dict(grouped)

    @property
    def sources(self) -> dict[str, Stored]:
        """The pages under their ids."""
        return self.records["sources"]

    def find_facts(self, *kinds: str) -> Iterator[tuple[str, Stored]]:
        """Yield the id and the keys of each fact of the kinds."""
        return self._base.iterate_stored(*kinds)

    def list_ids(self) -> list[str]:
        """Return the ids and codes of all records and facts."""
        return self._base.list_ids()

    def find_named(self) -> set[str]:
        """Return the ids that any fact holds in a list of its own."""
        return set(self._base.list_linked())

    def split(self) -> Iterator[Part]:
        """Yield the base in parts: all records first, then some facts at a time."""
        named = [item for records in self.records.values() for item in records.items()]
        yield Part(self, named, {})
        stored = self._base.iterate_stored()
        for start in range(0, self.count, _PART):
            PROGRESS.note("checking", start, self.count)
            facts = dict(islice(stored, _PART))
            yield Part(self, [], facts)


class Part:
    """Some records or facts of a base, which rules look at one by one; all records are at hand to look things up."""

    def __init__(self, whole: Contents, named: Sequence[tuple[str, Stored]], facts: dict[str, Stored]) -> None:
        """Take records, and facts by id."""
        self.records = whole.records
        self.facts = facts
        self._named = named
        self._of_kinds: dict[tuple[str, ...], list[tuple[str, Stored]]] = {}

    @property
    def sources(self) -> dict[str, Stored]:
        """The pages under their ids."""
        return self.records["sources"]

    def find_facts(self, *kinds: str) -> Sequence[tuple[str, Stored]]:
        """Return the id and the keys of each fact of the kinds, found once for all rules that look at these."""
        if kinds not in self._of_kinds:
            self._of_kinds[kinds] = [(name, fact) for name, fact in self.facts.items() if fact["kind"] in kinds]
        return self._of_kinds[kinds]

    def find_all(self) -> Iterator[tuple[str, Stored]]:
        """Yield the id and the keys of every record and every fact."""
        yield from self._named
        yield from self.facts.items()


Check: TypeAlias = "Callable[[Any], Iterator[Fault]]"
"""A rule: all the defects of one sort that a base, or a part of one, has.

Its name names the defect, its docstring documents it. It takes `contents`, all of them, or one `part` after the other.
"""
