"""Rules 5xx: people and offices."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from tradefacts.audit.uncoded import UncodedFinding
from tradefacts.names import fold
from tradefacts.reckoning.spells import is_shared, share_days

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tradefacts.audit.evidence import Evidence
    from tradefacts.factbase import Claim
    from tradefacts.findings import Cause, Severity
    from tradefacts.reckoning.signs import Sign
    from tradefacts.reckoning.spells import Spell

_PAST = ("former", "ex-", "then", "бывш", "экс-", "тогдашн", "собиқ", "мурунку", "бұрынғы")


def office_has_two_holders(evidence: Evidence) -> Iterator[UncodedFinding]:
    """An office has only one holder at a time, except for deputies, ambassadors and advisers."""
    for office, spells in _group(evidence, lambda spell: spell.office).items():
        if office in evidence.offices and is_shared(evidence.offices[office].role):
            continue
        for people, pair in _find_overlaps(spells, lambda spell: spell.person).items():
            said = " and ".join(f"{evidence.names.get(spell.person, spell.person)} {spell}" for spell in pair)
            uncoded = _make_uncoded(pair, f"{_name_office(evidence, office)}: {said}", _judge(pair), len(people))
            yield uncoded._replace(cause=_find_cause(pair))


def person_holds_two_offices(evidence: Evidence) -> Iterator[UncodedFinding]:
    """A person holds one office at a time; two in one country can go together, two in different countries seldom do."""
    for person, spells in _group(evidence, lambda spell: spell.person).items():
        for offices, pair in _find_overlaps(spells, lambda spell: spell.office).items():
            countries = {evidence.offices[office].country for office in offices if office in evidence.offices}
            severity: Severity = "possible" if len(countries) > 1 else "notice"
            said = " and ".join(f"{_name_office(evidence, spell.office)} {spell}" for spell in pair)
            uncoded = _make_uncoded(pair, f"{evidence.names.get(person, person)}: {said}", severity, len(offices))
            yield uncoded._replace(cause=_find_cause(pair) if severity == "possible" else None)


def speaker_had_left_office(evidence: Evidence) -> Iterator[UncodedFinding]:
    """A page gives a speaker an office that the speaker holds on the day of publication."""
    spells = _group(evidence, lambda spell: spell.person)
    left = {spell.person for spell in evidence.spells if spell.is_closed}
    by_name: defaultdict[str, set[str]] = defaultdict(set)
    for office, known in evidence.offices.items():
        for name in known.wordings:
            by_name[name].add(office)

    def find_end(speaker: str, title: str) -> Sign | None:
        """Return the end of the last spell in an office of that title; None if nobody says that it ended."""
        offices = set() if _is_past(title) else by_name[fold(title)]
        held = [spell for spell in spells.get(speaker, ()) if spell.office in offices]
        last = max(held, key=lambda spell: spell.last.latest, default=None)
        return last.last if last is not None and last.is_closed else None

    ends: dict[tuple[str, str], Sign | None] = {}
    seen: set[tuple[str, str, str | None]] = set()
    for claim in evidence.claims:
        if claim.attributed_to not in left or not claim.attributed_as or not claim.published:
            continue
        if (speaker := (claim.attributed_to, claim.attributed_as)) not in ends:
            ends[speaker] = find_end(*speaker)
        end = ends[speaker]
        if end is None or end.latest >= claim.published:
            continue
        said = claim.attributed_to, claim.source, end.claim.office
        if said not in seen:
            seen.add(said)
            name = evidence.names.get(claim.attributed_to, claim.attributed_to)
            message = f"{name} is {claim.attributed_as!r} on a page of {claim.published}, left in {end.date}"
            arithmetic = f"{end.date} before {claim.published}"
            yield UncodedFinding("possible", message, (claim.id, end.claim.id), arithmetic, "cause not known")


def _group(evidence: Evidence, find: Callable[[Spell], str]) -> dict[str, list[Spell]]:
    grouped: defaultdict[str, list[Spell]] = defaultdict(list)
    for spell in evidence.spells:
        grouped[find(spell)].append(spell)
    return dict(grouped)


def _find_overlaps(spells: list[Spell], find: Callable[[Spell], str]) -> dict[frozenset[str], tuple[Spell, Spell]]:
    """Return the first overlap of each two spells for which `find` differs, not one for each sighting."""
    found: dict[frozenset[str], tuple[Spell, Spell]] = {}
    timed = [(spell, find(spell), spell.certain) for spell in spells] if len(spells) > 1 else []
    for (first, one, time), (second, other, other_time) in combinations(timed, 2):
        if one != other and share_days(time, other_time):
            found.setdefault(frozenset((one, other)), (first, second))
    return found


def _judge(pair: tuple[Spell, Spell]) -> Severity:
    return "contradiction" if all(spell.starts and spell.ends for spell in pair) else "possible"


def _make_uncoded(pair: tuple[Spell, Spell], message: str, severity: Severity, voices: int) -> UncodedFinding:
    claims: dict[str, Claim] = {claim.id: claim for spell in pair for claim in (spell.first.claim, spell.last.claim)}
    first = max(spell.first.latest for spell in pair)
    last = min(spell.last.earliest for spell in pair)
    return UncodedFinding(severity, message, tuple(claims), f"both from {first} to {last}", voices=voices)


def _find_cause(pair: tuple[Spell, Spell]) -> Cause:
    pages = [{claim.source for claim in spell.claims} for spell in pair]
    return "same page" if pages[0] & pages[1] else "cause not known"


def _name_office(evidence: Evidence, office: str) -> str:
    known = evidence.offices.get(office)
    return f"{known.name} ({known.country})" if known else office


def _is_past(title: str) -> bool:
    return any(word in title.casefold() for word in _PAST)
