"""Claims that are read each time they are asked for, some at a time: there may be very many."""

from collections.abc import Container, Iterator, Sequence
from itertools import islice
from typing import overload

from tradefacts.factbase.base import FactBase
from tradefacts.factbase.claim import Claim
from tradefacts.factbase.selection import Selection

_READ_AT_ONCE = 500


class _Claims(Sequence[Claim]):
    @overload
    def __getitem__(self, place: int) -> Claim: ...
    @overload
    def __getitem__(self, place: slice) -> list[Claim]: ...
    def __getitem__(self, place: int | slice) -> Claim | list[Claim]:
        """Return one of them, or some, after reading all."""
        return list(self)[place]


class Claims(_Claims):
    """The claims that meet conditions, in the order of the base: counted at once."""

    def __init__(self, base: FactBase, selection: Selection, most: int | None = None) -> None:
        """Count them; at most so many are taken."""
        self.total = base.count_claims(selection)
        self._base, self._selection = base, selection
        self._count = self.total if most is None else min(most, self.total)

    def __len__(self) -> int:
        """Return how many are taken."""
        return self._count

    def __iter__(self) -> Iterator[Claim]:
        """Yield them, some read at a time."""
        return islice(self._base.iterate_claims(self._selection), self._count)


def select_claims(claims: Sequence[Claim], ids: Container[str]) -> list[Claim]:
    """Return the claims of these ids, in their order; where claims are read when asked for, only these are."""
    if isinstance(claims, NamedClaims):
        return claims.select(ids)
    return [claim for claim in claims if claim.id in ids]


class NamedClaims(_Claims):
    """The claims of known ids, in their order."""

    def __init__(self, base: FactBase, ids: Sequence[str]) -> None:
        """Take the ids of facts of the base."""
        self._base, self._ids = base, ids

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._ids)

    def select(self, ids: Container[str]) -> list[Claim]:
        """Return those of these ids, in their order; the others are not read."""
        return self._base.find_by_ids(name for name in self._ids if name in ids)

    def __iter__(self) -> Iterator[Claim]:
        """Yield them, some read at a time."""
        for start in range(0, len(self._ids), _READ_AT_ONCE):
            yield from self._base.find_by_ids(self._ids[start : start + _READ_AT_ONCE])
