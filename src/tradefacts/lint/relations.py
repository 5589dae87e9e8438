"""Rules 5xx: relations between facts."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

from tradefacts.lint.contents import Contents, Fault
from tradefacts.reckoning.keys import find_key
from tradefacts.vocabulary import FIGURES, KINDS

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from tradefacts.factbase import Claim
    from tradefacts.lint.contents import Stored

_BESIDE = ("id", "note", "inferred", "attributed_as")
"""Keys that are not part of the claim itself."""
_READ = tuple(kind for kind in KINDS if kind not in {*FIGURES, "term"} or kind == "project")
"""Kinds of which the keys that are compared do not tell all that is claimed."""
_NEAR = 2
"""Days within which the same printed characters on two pages mean a copy."""
_WEEK = 7
"""Days within which several equal figures on two pages mean one story."""
_ALIKE = 2
"""How many equal figures mean one story."""


def claim_stands_twice(contents: Contents) -> Iterator[Fault]:
    """One page, key, attribution and printed figure must be one fact, even if the page repeats it."""
    seen: dict[Hashable, str] = {}
    facts = dict(contents.find_facts(*_READ))
    for claim in contents.claims:
        first = seen.setdefault(_identify(claim, facts.get(claim.id, {})), claim.id)
        if first != claim.id:
            yield Fault((claim.id, first), "id", f"expected the claim once for its page, found it as {first}, too")


def copies_lack_an_origin(contents: Contents) -> Iterator[Fault]:
    """An unattributed figure that two publishers print within two days should have an origin, because one copied it."""
    for claims in _group_figures(contents):
        for one, other in combinations(filter(_is_dated, claims), 2):
            is_near = abs(_count_days(one.published) - _count_days(other.published)) <= _NEAR
            pages = [contents.sources[claim.source] for claim in (one, other)]
            publishers = [page["publisher"] for page in pages]
            if is_near and publishers[0] != publishers[1] and not any(page["origin"] for page in pages):
                where = " and ".join(publishers)
                message = f"expected an origin of one of them, found {one.printed!r} at {where}"
                yield Fault((one.id, other.id), "source", message)


def copies_count_as_several_voices(contents: Contents) -> Iterator[Fault]:
    """Two pages with the same two unattributed figures within a week should have one origin: they tell one story."""
    shared: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for claims in _group_values(contents):
        for earlier, later in _find_near(claims):
            pages = [contents.sources[claim.source] for claim in (earlier, later)]
            if earlier.voice != later.voice and not all(page["origin"] for page in pages):
                shared[earlier.source, later.source] += [" and ".join(page["publisher"] for page in pages)]
    for sources, publishers in shared.items():
        if len(publishers) >= _ALIKE:
            message = f"expected one origin, found {len(publishers)} figures alike at {publishers[0]}"
            yield Fault(sources, "origin", message)


def _group_figures(contents: Contents) -> Iterator[list[Claim]]:
    """Yield the unattributed claims that print the same figure for the same quantity."""
    groups: defaultdict[Hashable, list[Claim]] = defaultdict(list)
    for claim in contents.claims:
        if claim.kind in FIGURES and claim.attributed_to is None:
            groups[find_key(claim), _squeeze(claim.printed), claim.bound].append(claim)
    return (claims for claims in groups.values() if len(claims) > 1)


def _group_values(contents: Contents) -> Iterator[list[Claim]]:
    """Yield the unattributed claims that give the same amount for the same quantity, by the day of their page."""
    groups: defaultdict[Hashable, list[Claim]] = defaultdict(list)
    for claim in contents.claims:
        # A page dated only to the year is near every other page of that year.
        if claim.kind in FIGURES and claim.attributed_to is None and len(claim.published or "") >= len("2023-09"):
            groups[find_key(claim), claim.by, claim.amount].append(claim)
    return (sorted(claims, key=lambda claim: (_find_first_day(claim), claim.source)) for claims in groups.values())


def _find_near(claims: list[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Yield the pairs of claims whose pages may be at most a week apart."""
    for position, earlier in enumerate(claims):
        end = _find_last_day(earlier)
        for later in claims[position + 1 :]:
            if _find_first_day(later) - end > _WEEK:
                break
            yield earlier, later


def _find_first_day(claim: Claim) -> int:
    return date.fromisoformat(f"{claim.published}-01"[:10]).toordinal()


def _find_last_day(claim: Claim) -> int:
    year, month, *day = map(int, str(claim.published).split("-"))
    return date(year, month, day[0] if day else monthrange(year, month)[1]).toordinal()


def _identify(claim: Claim, fact: Stored) -> Hashable:
    """Return the values that are equal if two facts on a page are the same claim."""
    said = (claim.kind, claim.source, claim.attributed_to)
    if claim.kind == "term":
        return (*said, claim.person, claim.office, claim.start, claim.end, claim.seen_on)
    if claim.kind == "event":
        return (*said, fact["name"], fact["date"], fact["venue"], tuple(sorted(fact["parties"])))
    if claim.kind == "project":
        return (*said, claim.pair, claim.status, fact["projects"], _squeeze(claim.printed))
    if claim.kind not in FIGURES:
        return (*said, *(str(value) for key, value in fact.items() if key not in _BESIDE))
    return (*said, find_key(claim), claim.by, claim.horizon, _squeeze(claim.printed))


def _squeeze(printed: str | None) -> str:
    return "".join((printed or "").split()).casefold()


def _is_dated(claim: Claim) -> bool:
    """Whether the day of the page is known, not only its month or year."""
    return len(claim.published or "") == len("2023-09-25")


def _count_days(written: str | None) -> int:
    return date.fromisoformat(str(written)).toordinal()
