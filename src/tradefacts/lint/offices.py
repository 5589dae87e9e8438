"""Rules 5xx: terms that contradict each other about who held an office."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from tradefacts.lint.contents import Contents, Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.reckoning.signs import Moment
    from tradefacts.reckoning.spells import Spell

_HEADS = {"head of state", "head of government"}
_KEYS: dict[Moment, str] = {"start": "start", "seen": "seen_on", "end": "end"}


def terms_overlap(contents: Contents) -> Iterator[Fault]:
    """Only one person at a time can be head of state, or of government."""
    offices = contents.records["offices"]
    for office, spells in contents.spells.items():
        if _HEADS & {offices[office]["role"], offices[office].get("second_role")}:
            for whole, other in combinations(sorted(spells, key=lambda spell: spell.first.latest), 2):
                if whole.person != other.person and whole.overlaps(other):
                    yield _make_fault(whole, other)


def spell_ends_before_start(contents: Contents) -> Iterator[Fault]:
    """A person should not leave an office and take it later with nobody in between; probably one date is wrong."""
    for before, after in _find_breaks(contents):
        if after.starts and all(sign.moment == "end" for sign in before.signs):
            message = f"expected an end after the start of {after.starts[0]} ({after.first.claim.id}), found {before}"
            yield Fault((before.last.claim.id, after.first.claim.id), "end", message)


def sighting_follows_end(contents: Contents) -> Iterator[Fault]:
    """A person should not be seen in an office after leaving it, unless they took it again; one date may be wrong."""
    for before, after in _find_breaks(contents):
        if before.is_closed and not after.starts and after.sightings:
            seen = after.sightings[0]
            message = f"expected a day up to {before.ends[0]} ({before.last.claim.id}), found {seen.date}"
            yield Fault((seen.claim.id, before.last.claim.id), "seen_on", message)


def _make_fault(whole: Spell, other: Spell) -> Fault:
    """Return the fault for a spell that begins inside an earlier one."""
    first, last, found = whole.first, whole.last, other.first
    key = _KEYS[found.moment]
    message = f"expected nobody else between {first.precise} and {last.precise} ({first.claim.id}), found {key}"
    return Fault((found.claim.id, *{first.claim.id: None, last.claim.id: None}), key, f"{message} {found.date}")


def _find_breaks(contents: Contents) -> Iterator[tuple[Spell, Spell]]:
    """Yield two successive spells of a person in one capacity if nobody else is shown between them."""
    for spells in contents.spells.values():
        signs = [(sign.earliest, sign.latest) for spell in spells for sign in spell.signs]
        by_holder: defaultdict[tuple[str, bool], list[Spell]] = defaultdict(list)
        for spell in spells:
            by_holder[spell.person, spell.acting].append(spell)
        for held in by_holder.values():
            for before, after in pairwise(held):
                last, first = before.last.latest, after.first.earliest
                if not any(last < earliest and latest < first for earliest, latest in signs):
                    yield before, after
