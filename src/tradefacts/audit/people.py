"""Rules 5xx: people and offices."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from tradefacts.audit.clashes import Clash
from tradefacts.audit.tenures import find_tenures, overlap
from tradefacts.period import last_day
from tradefacts.places import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tradefacts.audit.evidence import Evidence
    from tradefacts.audit.tenures import Tenure
    from tradefacts.factbase import Claim
    from tradefacts.findings import Cause, Severity

_SHARED = ("deputy", "other", "ambassador", "adviser", "assistant")
"""Words of roles that several people may have at once."""
_PAST = ("former", "ex-", "then", "бывш", "экс-", "тогдашн", "собиқ", "мурунку", "бұрынғы")


def office_has_two_holders(evidence: Evidence) -> Iterator[Clash]:
    """One office has one holder at a time."""
    for office, tenures in _group(evidence, lambda tenure: tenure.office).items():
        role = evidence.offices[office].role if office in evidence.offices else ""
        if any(word in role for word in _SHARED):
            continue
        for people, pair in _find_overlaps(tenures, lambda tenure: tenure.person).items():
            said = " and ".join(f"{evidence.names.get(tenure.person, tenure.person)} {tenure}" for tenure in pair)
            clash = _make_clash(pair, f"{_name_office(evidence, office)}: {said}", _judge(pair), len(people))
            yield clash._replace(cause=_find_cause(pair))


def person_holds_two_offices(evidence: Evidence) -> Iterator[Clash]:
    """A person holds one office at a time; two of one country may go together, of two countries hardly."""
    for person, tenures in _group(evidence, lambda tenure: tenure.person).items():
        for offices, pair in _find_overlaps(tenures, lambda tenure: tenure.office).items():
            countries = {evidence.offices[office].country for office in offices if office in evidence.offices}
            severity: Severity = "possible" if len(countries) > 1 else "notice"
            said = " and ".join(f"{_name_office(evidence, tenure.office)} {tenure}" for tenure in pair)
            clash = _make_clash(pair, f"{evidence.names.get(person, person)}: {said}", severity, len(offices))
            yield clash._replace(cause=_find_cause(pair) if severity == "possible" else None)


def speaker_had_left_office(evidence: Evidence) -> Iterator[Clash]:
    """A page gives a speaker an office that he has on the day it is published."""
    tenures = _group(evidence, lambda tenure: tenure.person)
    by_name: defaultdict[str, set[str]] = defaultdict(set)
    for office, known in evidence.offices.items():
        for name in known.wordings:
            by_name[name].add(office)
    seen: set[tuple[str | None, str | None, str]] = set()
    for claim in evidence.claims:
        if not claim.attributed_as or not claim.published or _is_past(claim.attributed_as):
            continue
        held = [
            tenure
            for tenure in tenures.get(claim.attributed_to or "", ())
            if tenure.office in by_name[fold(claim.attributed_as)]
        ]
        last = max(held, key=lambda tenure: last_day(tenure.signs[-1].date), default=None)
        if last is None or last.signs[-1].rank < 2:  # noqa: PLR2004 - nobody says that it ended
            continue
        end = last.signs[-1]
        said = claim.attributed_to, claim.source, last.office
        if last_day(end.date) < claim.published and said not in seen:
            seen.add(said)
            speaker = claim.attributed_to or ""
            name = evidence.names.get(speaker, speaker)
            message = f"{name} is {claim.attributed_as!r} on a page of {claim.published}, left in {end.date}"
            arithmetic = f"{end.date} before {claim.published}"
            yield Clash("possible", message, (claim.id, end.claim.id), arithmetic, "cause not known")


def _group(evidence: Evidence, find: Callable[[Tenure], str]) -> dict[str, list[Tenure]]:
    grouped: defaultdict[str, list[Tenure]] = defaultdict(list)
    for tenure in find_tenures(claim for claim in evidence.claims if claim.kind == "term"):
        grouped[find(tenure)].append(tenure)
    return dict(grouped)


def _find_overlaps(tenures: list[Tenure], find: Callable[[Tenure], str]) -> dict[frozenset[str], tuple[Tenure, Tenure]]:
    """Return the first overlap of each two that differ in what `find` tells, not one for each sighting."""
    found: dict[frozenset[str], tuple[Tenure, Tenure]] = {}
    for one, other in combinations(tenures, 2):
        both = frozenset((find(one), find(other)))
        if len(both) > 1 and both not in found and overlap(one, other):
            found[both] = (one, other)
    return found


def _judge(pair: tuple[Tenure, Tenure]) -> Severity:
    return "contradiction" if all(tenure.is_printed for tenure in pair) else "possible"


def _make_clash(pair: tuple[Tenure, Tenure], message: str, severity: Severity, voices: int) -> Clash:
    claims: dict[str, Claim] = {
        claim.id: claim for tenure in pair for claim in (tenure.signs[0].claim, tenure.signs[-1].claim)
    }
    first = max(tenure.latest_start for tenure in pair)
    last = min(tenure.earliest_end for tenure in pair)
    return Clash(severity, message, tuple(claims), f"both from {first} to {last}", voices=voices)


def _find_cause(pair: tuple[Tenure, Tenure]) -> Cause:
    pages = [{claim.source for claim in tenure.claims} for tenure in pair]
    return "same page" if pages[0] & pages[1] else "cause not known"


def _name_office(evidence: Evidence, office: str) -> str:
    known = evidence.offices.get(office)
    return f"{known.name} ({known.country})" if known else office


def _is_past(title: str) -> bool:
    return any(word in title.casefold() for word in _PAST)
