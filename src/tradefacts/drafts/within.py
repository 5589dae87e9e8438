"""Consistency within a text: its claims are audited as those of one page, by the rules that audit a base."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any

from tradefacts.answer import Names
from tradefacts.audit import Evidence, find_findings
from tradefacts.audit.checking import make_evidence
from tradefacts.audit.people import speaker_had_left_office
from tradefacts.drafts.texts import Lines, unwrap
from tradefacts.factbase.drafted import DraftPage, make_claim
from tradefacts.factbase.selection import Selection
from tradefacts.named_tuples import NamedTuple
from tradefacts.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tradefacts.factbase import Claim, FactBase

_CODES = ("A101", "A201", "A202", "A301", "A302", "A303", "A304")
"""The rules that apply within one text: repeated figures, growth, parts and wholes."""


class Mismatch(NamedTuple):
    """Figures of a text that are inconsistent."""

    code: Annotated[str, "the rule of the audit"]
    rule: Annotated[str, "name of the rule: the defect, in words joined by underscores"]
    message: Annotated[str, "the inconsistency, in one line"]
    arithmetic: Annotated[str | None, "the comparison in one line"]
    claims: Annotated[tuple[int, ...], "indexes of its claims in `checked`, from 0"]


def find_mismatches(claims: Mapping[int, Claim]) -> tuple[Mismatch, ...]:
    """Return the inconsistencies among the claims of a text, given by index; pass only those that were read surely.

    Only claims that cannot all be true are reported, not those that touch or may have been rounded.
    """
    places = {claim.id: place for place, claim in claims.items()}
    return tuple(
        Mismatch(
            finding.code,
            finding.rule,
            finding.message,
            finding.arithmetic,
            tuple(sorted(places[name] for name in finding.facts)),
        )
        for finding in find_findings(Evidence([*claims.values()]), _CODES)
        if finding.verdict == "contradicted"
    )


_BEFORE = 70
"""The number of characters before a name in which its title must be."""
_PAST = re.compile(r"\b(former|ex|then|late|бывш\w*|экс|тогдашн\w*)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ENDED = re.compile(r"[.!?;:\n]\s|\n")


class LeftOffice(NamedTuple):
    """A person named with an office that they had left."""

    person: Annotated[str, "id of the person"]
    name: Annotated[str, "the name, as in the text"]
    office: Annotated[str, "id of the office"]
    span: Annotated[tuple[int, int], "position of the name: code points, half-open"]
    line: Annotated[int, "its line, from 1"]
    column: Annotated[int, "its column, from 1"]
    message: Annotated[str, "what the record says, in one line"]
    facts: Annotated[tuple[str, ...], "ids of the claims on record that say so"]


def find_left_offices(base: FactBase, text: str, published: str | None) -> tuple[LeftOffice, ...]:
    """Return the people named with an office that they had left; none if the day of the text is unknown."""
    if published is None:
        return ()
    lines, text = Lines(text), unwrap(text)
    named = [(name, person) for name, person in base.list_names(("people",)) if " " in name and name in text]
    if not named:
        return ()
    evidence, names = make_evidence(base, _find_terms(base, {person for _, person in named})), Names(base)
    found: dict[str, tuple[LeftOffice, Claim]] = {}
    for span, person, title, office in _find_titles(text, named, evidence, published):
        said = _make_saying(len(found) + 1, person, title, published)
        place = (person, text[slice(*span)], office, span, *lines.find(span[0]))
        found[said.id] = (
            LeftOffice(
                *place, f"{names[person]} had left as {names.describe_office(office)} by the day of the text", ()
            ),
            said,
        )
    evidence.claims = [*evidence.claims, *(said for _, said in found.values())]
    left = []
    for clash in speaker_had_left_office(evidence):
        named_so, _ = found[clash.facts[0]]
        left.append(named_so._replace(message=f"{named_so.message}: {clash.arithmetic}", facts=clash.facts[1:]))
    return tuple(sorted(left, key=lambda official: official.span))


def _find_terms(base: FactBase, people: set[str]) -> list[Claim]:
    """Return the holders of all offices that any of the people held, because a successor ends a term."""
    terms = base.find_claims(Selection(kinds=("term",)))
    offices = {term.office for term in terms if term.person in people}
    return [term for term in terms if term.office in offices]


def _find_titles(
    text: str, named: list[tuple[str, str]], evidence: Evidence, published: str
) -> Iterator[tuple[tuple[int, int], str, str, str]]:
    """Yield each name with its person, the longest title before it of an office of that person, and the office."""
    held: dict[str, set[str]] = {}
    for claim in evidence.claims:
        held.setdefault(claim.person or "", set()).add(claim.office or "")
    for name, person in named:
        offices = [office for office in sorted(held.get(person, ())) if office in evidence.offices]
        wordings = {word: office for office in offices for word in evidence.offices[office].wordings}
        for match in re.finditer(rf"\b{re.escape(name)}\b", text):
            before = _ENDED.split(text[max(0, match.start() - _BEFORE) : match.start()])[-1]
            folded = f" {fold(before)} "
            title = max((word for word in wordings if f" {word} " in folded), key=len, default=None)
            if title and not _PAST.search(before) and not _names_earlier_year(before, published):
                yield match.span(), person, title, wordings[title]


def _names_earlier_year(words: str, published: str) -> bool:
    """Whether words tell of an earlier year than that of the text, when the person may have held the office."""
    return any(year < published[:4] for year in _YEAR.findall(words))


def _make_saying(number: int, person: str, title: str, published: str) -> Claim:
    said: dict[str, Any] = {"kind": "event", "attributed_to": person, "attributed_as": title}
    return make_claim({**said, "parties": [], "participants": [], "topics": []}, number, DraftPage(published=published))
