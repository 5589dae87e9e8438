"""The input of the rules: every fact and record of a base, read once; and the fault that a rule returns."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from tradefacts.factbase.selection import Selection
from tradefacts.records import RECORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tradefacts.basefile.layers import Layer
    from tradefacts.factbase import Claim, FactBase

Stored = dict[str, Any]
"""A fact or record, as in the file."""


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
    """The contents of a base: its claims, and the JSON of every fact and record by id."""

    def __init__(self, base: FactBase, layers: Sequence[Layer] = (), earlier: FactBase | None = None) -> None:
        """Read the whole base; `layers` are the files it was made from, if any, `earlier` is an earlier edition."""
        self.layers = layers
        self.withdrawn = base.withdrawn
        self.earlier: list[str] = earlier.list_ids() if earlier else []
        self.as_of = base.as_of
        self.claims: list[Claim] = base.find_claims(Selection())
        self.facts: dict[str, Stored] = {claim.id: claim.stored for claim in self.claims}
        self.records: dict[str, dict[str, Stored]] = {
            section: {record.id: json.loads(record.body) for record in base.list_records(section)}
            for section in RECORDS
        }

    @property
    def sources(self) -> dict[str, Stored]:
        """The pages under their ids."""
        return self.records["sources"]

    def find_facts(self, *kinds: str) -> Iterator[tuple[str, Stored]]:
        """Yield the id and the keys of each fact of the kinds."""
        return ((name, fact) for name, fact in self.facts.items() if fact["kind"] in kinds)

    def find_all(self) -> Iterator[tuple[str, Stored]]:
        """Yield the id and the keys of every record and every fact."""
        for records in self.records.values():
            yield from records.items()
        yield from self.facts.items()


Check: TypeAlias = "Callable[[Contents], Iterator[Fault]]"
"""A rule, which yields all defects of one kind in a base. Its name is the defect, its docstring the documentation."""
