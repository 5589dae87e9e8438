"""Issuers of figures. Figures of one issuer can contradict each other; those of several may be different statistics."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tradefacts.audit.evidence import Evidence
    from tradefacts.factbase import Claim

Issuer = tuple[str, str]
"""A statistics office by its country, a page by its id, or the speakers and bodies of one country."""


def find_issuers(evidence: Evidence, claim: Claim) -> set[Issuer]:
    """Return the issuers of a claim, without its publisher."""
    issuers = {("page", claim.source)}
    if claim.reporter:
        issuers.add(("statistics", claim.reporter))
    issuers.update(("country", country) for country in evidence.find_countries(claim))
    return issuers


def find_common_issuers(evidence: Evidence, groups: Iterable[Sequence[Claim]]) -> list[Issuer]:
    """Return the issuers of at least one claim in every group, in a fixed order."""
    found = [{issuer for claim in claims for issuer in find_issuers(evidence, claim)} for claims in groups]
    return sorted(set.intersection(*found)) if found else []


def group_by_issuer(evidence: Evidence, claims: Iterable[Claim]) -> dict[Issuer, list[Claim]]:
    """Return claims by issuer."""
    grouped: dict[Issuer, list[Claim]] = {}
    for claim in claims:
        for issuer in sorted(find_issuers(evidence, claim)):
            grouped.setdefault(issuer, []).append(claim)
    return grouped
