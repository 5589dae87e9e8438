"""Rules 5xx: what terms say together of who held an office."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from tradefacts.lint.contents import Contents, Fault
from tradefacts.reckoning.spells import find_spells, is_shared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.reckoning.signs import Moment
    from tradefacts.reckoning.spells import Spell

_HEADS = {"head of state", "head of government"}
_KEYS: dict[Moment, str] = {"start": "start", "seen": "seen_on", "end": "end"}


def terms_overlap(contents: Contents) -> Iterator[Fault]:
    """A head of state or of government is one person at a time."""
    offices = contents.records["offices"]
    for office, spells in _group(contents).items():
        if _HEADS & {offices[office]["role"], offices[office].get("second_role")}:
            for pair in combinations(sorted(spells, key=lambda spell: spell.first.latest), 2):
                yield from _find_intrusion(*pair)


def spell_ends_before_start(contents: Contents) -> Iterator[Fault]:
    """Who leaves an office before any page has them take it, and takes it later with nobody between, is misdated."""
    for before, after in _find_breaks(contents):
        if after.starts and all(sign.moment == "end" for sign in before.signs):
            message = f"expected an end after the start of {after.starts[0]} ({after.first.claim.id}), found {before}"
            yield Fault((before.last.claim.id, after.first.claim.id), "end", message)


def sighting_follows_end(contents: Contents) -> Iterator[Fault]:
    """Who is seen in an office after leaving it has taken it again, or one of the dates is wrong."""
    for before, after in _find_breaks(contents):
        if before.is_closed and not after.starts and after.sightings:
            seen = after.sightings[0]
            message = f"expected a day up to {before.ends[0]} ({before.last.claim.id}), found {seen.date}"
            yield Fault((seen.claim.id, before.last.claim.id), "seen_on", message)


def _group(contents: Contents) -> dict[str, list[Spell]]:
    """Return the dated spells by office."""
    shared = {name for name, office in contents.records["offices"].items() if is_shared(office["role"])}
    grouped: defaultdict[str, list[Spell]] = defaultdict(list)
    for spell in find_spells((claim for claim in contents.claims if claim.kind == "term"), shared):
        if spell.signs:
            grouped[spell.office].append(spell)
    return dict(grouped)


def _find_intrusion(whole: Spell, other: Spell) -> Iterator[Fault]:
    """Yield the first sign of the spell that begins later that lies inside the other."""
    if whole.person == other.person or not whole.overlaps(other):
        return
    for sign in other.signs:
        if whole.first.latest < sign.earliest and sign.latest < whole.last.earliest:
            ids = (sign.claim.id, *dict.fromkeys((whole.first.claim.id, whole.last.claim.id)))
            message = f"expected nobody else between {whole.first.precise} and {whole.last.precise} ({ids[1]})"
            yield Fault(ids, _KEYS[sign.moment], f"{message}, found {_KEYS[sign.moment]} {sign.date}")
            return


def _find_breaks(contents: Contents) -> Iterator[tuple[Spell, Spell]]:
    """Yield each two successive spells of a person in one capacity between which nobody else is shown."""
    for spells in _group(contents).values():
        signs = [(sign.earliest, sign.latest) for spell in spells for sign in spell.signs]
        by_holder: defaultdict[tuple[str, bool], list[Spell]] = defaultdict(list)
        for spell in spells:
            by_holder[spell.person, spell.acting].append(spell)
        for held in by_holder.values():
            for before, after in pairwise(held):
                last, first = before.last.latest, after.first.earliest
                if not any(last < earliest and latest < first for earliest, latest in signs):
                    yield before, after
