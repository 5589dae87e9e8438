"""Hands: the origins of a figure. With one origin they can contradict each other; otherwise statistics may differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tradefacts.audit.evidence import Evidence
    from tradefacts.factbase import Claim

Hand = tuple[str, str]
"""A statistics office by its country, a page by its id, or the speakers and bodies of one country."""


def find_hands(evidence: Evidence, claim: Claim) -> set[Hand]:
    """Return the origins of a claim, without its publisher."""
    hands = {("page", claim.source)}
    if claim.reporter:
        hands.add(("statistics", claim.reporter))
    hands.update(("country", country) for country in evidence.find_countries(claim))
    return hands


def find_common_hands(evidence: Evidence, groups: Iterable[Sequence[Claim]]) -> list[Hand]:
    """Return the origins of at least one claim in every group, in a fixed order."""
    found = [{hand for claim in claims for hand in find_hands(evidence, claim)} for claims in groups]
    return sorted(set.intersection(*found)) if found else []


def group_by_hand(evidence: Evidence, claims: Iterable[Claim]) -> dict[Hand, list[Claim]]:
    """Return claims by origin."""
    grouped: dict[Hand, list[Claim]] = {}
    for claim in claims:
        for hand in sorted(find_hands(evidence, claim)):
            grouped.setdefault(hand, []).append(claim)
    return grouped
