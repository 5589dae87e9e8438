"""Tenures: from when to when pages show a person in an office. What lies between two signs is what they allow."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from tradefacts.period import last_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tradefacts.factbase import Claim


class Sign(NamedTuple):
    """One sign of a person in an office: taking it, being seen in it, leaving it."""

    date: str
    rank: int
    """0 for taking the office, 1 for a sighting, 2 for leaving it: their order within one day."""
    claim: Claim


class Tenure(NamedTuple):
    """A stretch of an office, from its first sign to its last; a day where there is only one."""

    person: str
    office: str
    signs: tuple[Sign, ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that make it up, oldest sign first."""
        return tuple({sign.claim.id: sign.claim for sign in self.signs}.values())

    @property
    def is_printed(self) -> bool:
        """Whether pages say both when it began and when it ended."""
        return self.signs[0].rank == 0 and self.signs[-1].rank == 2  # noqa: PLR2004 - see Sign.rank

    @property
    def latest_start(self) -> str:
        """The last day on which it may have begun, as its first sign allows."""
        return last_day(self.signs[0].date)

    @property
    def earliest_end(self) -> str:
        """The first day on which it may have ended, as its last sign allows."""
        return first_day(self.signs[-1].date)

    def __str__(self) -> str:
        """Return its days: `2019-06-12…2023-09-25`."""
        first, last = self.signs[0].date, self.signs[-1].date
        return first if first == last else f"{first}…{last}"


def find_tenures(terms: Iterable[Claim]) -> list[Tenure]:
    """Return the tenures that terms show: signs in order of time, a new tenure after each end and at each start."""
    signs: defaultdict[tuple[str, str], list[Sign]] = defaultdict(list)
    for claim in terms:
        for rank, date in enumerate((claim.start, claim.seen_on, claim.end)):
            if date is not None:
                signs[claim.person or "", claim.office or ""].append(Sign(date, rank, claim))
    return [
        Tenure(person, office, tuple(part))
        for (person, office), found in signs.items()
        for part in _split(sorted(found, key=lambda sign: (first_day(sign.date), sign.rank)))
    ]


def overlap(one: Tenure, other: Tenure) -> bool:
    """Whether two tenures share a day that no order of their signs can explain: the day of a change does not count."""
    return one.latest_start < other.earliest_end and other.latest_start < one.earliest_end


def first_day(date: str) -> str:
    """Return the first day that a year, month or day may mean."""
    return f"{date}-01-01"[:10] if len(date) == 4 else f"{date}-01"[:10]  # noqa: PLR2004 - a bare year


def _split(signs: Sequence[Sign]) -> list[list[Sign]]:
    parts: list[list[Sign]] = []
    for sign in signs:
        # Pages that give the same start or end, more or less precisely, speak of one.
        is_new = not parts or (parts[-1][-1].rank == 2 and sign.rank < 2) or (sign.rank == 0 and parts[-1][-1].rank)  # noqa: PLR2004
        if is_new:
            parts.append([])
        parts[-1].append(sign)
    return parts
