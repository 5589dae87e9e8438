"""Audit a base: apply every rule, with one finding for each cell, and count figures that could not be compared."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain
from operator import attrgetter
from typing import Annotated, Unpack

from tradefacts.answer import Answer, answer
from tradefacts.audit.evidence import Evidence, Office, is_readable
from tradefacts.audit.rules import RULES, SEVERITIES, select_rules
from tradefacts.audit.uncoded import UncodedFinding
from tradefacts.factbase import Claim, FactBase
from tradefacts.factbase.selection import Selection
from tradefacts.factbase.sequences import NamedClaims
from tradefacts.findings import Finding
from tradefacts.named_tuples import NamedTuple
from tradefacts.names import check_choice, fold
from tradefacts.progress import PROGRESS
from tradefacts.query import Filters, limit, note_undated, prepare_query
from tradefacts.vocabulary import COMPARED, FIGURES, KINDS

_MEASURED = {kind for kind in FIGURES if not KINDS[kind].is_exact}
"""The kinds of figures that measure something."""
_REASONS = {
    "growth": "growth rate without both figures from the same statistics",
    "share": "share without both its part and its whole from the same statistics",
    "volume": "the only figure for its period in its statistics",
}
"""Why a figure is compared with nothing though it could be, by kind."""


class AuditResult(NamedTuple):
    """How much was compared, and how much was found."""

    figures: Annotated[int, "how many figures were looked at"]
    compared: Annotated[int, "how many of them could be compared with others"]
    uncompared: Annotated[dict[str, int], "how many could not, by the reason"]
    severities: Annotated[dict[str, int], "how many findings there are, by severity, the most serious first"]
    causes: Annotated[dict[str, int], "how many contradictions and possible ones there are, by likely cause"]
    codes: Annotated[dict[str, int], "how many findings there are, by code"]


def ask_audit(  # noqa: PLR0913 - each narrows the question
    base: FactBase,
    place: str | None = None,
    partner: str | None = None,
    *,
    code: str | None = None,
    severity: str | None = None,
    everything: bool = False,
    **filters: Unpack[Filters],
) -> Answer[AuditResult]:
    """Return contradictions between the claims of a pair, of one place, or of all; the most serious first.

    Claims are audited together with all other claims about the same places; then only findings about a claim that
    matches the filters are kept. `code` is a code or a prefix.

    Raises:
        UnknownPlaceError: a place is unknown.
        InvalidQueryError: both places are the same country, or a filter, code or severity is not one.
    """
    if severity is not None:
        check_choice("severity", severity, SEVERITIES)
    codes = select_rules(code)
    query = prepare_query(base, (place, partner), filters, code=code, severity=severity, all=everything)
    selection = query.selection
    claims = _find_around(base, selection)
    evidence = make_evidence(base, list(claims.values()))
    is_whole = selection == Selection(known_by=selection.known_by)
    ids = {*claims} if is_whole else {*base.list_ids_of(selection)}
    about = [finding for finding in find_findings(evidence, codes) if not ids.isdisjoint(finding.facts)]
    findings = limit([finding for finding in about if severity in {None, finding.severity}], query.limit)
    result = _make_result(evidence, [claim for name, claim in claims.items() if name in ids], findings)
    cited = NamedClaims(base, [*dict.fromkeys(name for finding in findings for name in finding.facts)])
    notes = note_undated(base, selection) + ([] if ids else ["no facts match the filters"])
    return answer(base, "audit", query.asked, result, cited, notes)._replace(findings=findings)


def _find_around(base: FactBase, selection: Selection) -> dict[str, Claim]:
    """Return the claims about the places of a selection, and all terms of office, by id."""
    wanted = [Selection(pair=selection.pair, place=selection.place, known_by=selection.known_by)]
    if selection.pair or selection.place:
        wanted.append(Selection(kinds=("term",), known_by=selection.known_by))
    found = chain.from_iterable(map(base.iterate_bare_claims, wanted))
    return {claim.id: claim for claim in sorted(found, key=attrgetter("order"))}


def make_evidence(base: FactBase, claims: Sequence[Claim]) -> Evidence:
    """Return claims and the offices of a base, prepared for the rules."""
    bodies = {record.id: json.loads(record.body)["country"] for record in base.list_records("bodies")}
    return Evidence(
        claims,
        as_of=base.as_of,
        offices=_find_offices(base),
        bodies={name: country for name, country in bodies.items() if country is not None},
        names=base.name_all(),
    )


def find_findings(evidence: Evidence, codes: Sequence[str] = tuple(RULES)) -> list[Finding]:
    """Return the findings of the rules, sorted by severity, then gap, then voices of the weaker side."""
    found: list[tuple[str, UncodedFinding]] = []
    for number, (code, (_, check)) in enumerate(RULES.items()):
        PROGRESS.note("comparing", number, len(RULES))
        found += ((code, uncoded) for uncoded in check(evidence))
    ordered = sorted(found, key=_rank)
    return [_make_finding(code, uncoded) for code, uncoded in ordered if code in codes]


def _rank(item: tuple[str, UncodedFinding]) -> tuple[int, float, int, str, tuple[str, ...]]:
    code, uncoded = item
    return SEVERITIES.index(uncoded.severity), -uncoded.gap, -uncoded.voices, code, uncoded.facts


def _make_finding(code: str, uncoded: UncodedFinding) -> Finding:
    return Finding(
        code=code,
        rule=RULES[code][1].__name__,
        severity=uncoded.severity,
        message=uncoded.message,
        facts=uncoded.facts,
        cause=uncoded.cause,
        arithmetic=uncoded.arithmetic,
        sides=uncoded.sides,
        verdict=uncoded.verdict,
    )


def _make_result(evidence: Evidence, passing: Sequence[Claim], findings: Sequence[Finding]) -> AuditResult:
    figures = [claim for claim in passing if claim.kind in _MEASURED]
    compared = evidence.find_compared()
    reasons = Counter(_explain(claim) for claim in figures if claim.id not in compared)
    severities = Counter(finding.severity for finding in findings)
    causes = Counter(finding.cause for finding in findings if finding.severity in SEVERITIES[:2] and finding.cause)
    codes = Counter(finding.code for finding in findings)
    return AuditResult(
        len(figures),
        len(figures) - reasons.total(),
        dict(reasons.most_common()),
        {severity: severities[severity] for severity in SEVERITIES if severity in severities},
        dict(causes.most_common()),
        dict(sorted(codes.items())),
    )


def _explain(claim: Claim) -> str:
    """Return why a figure was compared with nothing."""
    if claim.kind not in COMPARED:
        return f"a {claim.kind} is not compared"
    if not is_readable(claim):
        return "its printed digits cannot be read"
    if claim.period is None:
        return "the page gives no period"
    if claim.scope is not None:
        return "for some goods only, without another figure for these"
    return _REASONS[claim.kind]


def _find_offices(base: FactBase) -> Mapping[str, Office]:
    offices = {record.id: json.loads(record.body) for record in base.list_records("offices")}
    return {
        name: Office(
            stored["name"],
            stored["country"],
            stored["role"],
            frozenset(map(fold, (stored["name"], *stored["aliases"]))),
        )
        for name, stored in offices.items()
    }
