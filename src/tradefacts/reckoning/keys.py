"""The key of a claim: what makes two figures comparable."""

from __future__ import annotations

from collections.abc import Iterable

from tradefacts.factbase import Claim
from tradefacts.named_tuples import NamedTuple
from tradefacts.period import find_canonical, find_year_before


class Key(NamedTuple):
    """Everything that must be equal before two figures may be compared."""

    kind: str
    flow: str
    place: str
    """The exporter of a directed flow, otherwise the place whose code is first."""
    partner: str
    period: str | None
    currency: str | None
    reporter: str | None
    scope: str | None
    base_period: str | None
    whole: str | None

    @property
    def any_reporter(self) -> Key:
        """The key without whose statistics it is."""
        return Key._make((*self[:6], None, *self[7:])) if self.reporter else self


def find_key(claim: Claim) -> Key:
    """Return the key of a figure. Turnover has a pair, a flow a direction: KZ imports from KG is KG → KZ."""
    return Key._make(
        (
            claim.kind,
            *find_direction(claim),
            claim.period,
            claim.currency,
            claim.reporter,
            claim.scope,
            find_base_period(claim),
            claim.whole,
        )
    )


def find_direction(claim: Claim) -> tuple[str, str, str]:
    """Return the flow of a figure and its two places."""
    if claim.exporter is not None:  # exports and imports are one directed flow, seen from either end
        return "goods", claim.exporter, claim.importer or ""
    flow, one, other = claim.flow or "", claim.country or "", claim.partner or ""
    return (flow, other, one) if flow == "turnover" and other < one else (flow, one, other)


def find_base_period(claim: Claim) -> str | None:
    """Return the period that a growth compares with; the same months a year earlier if the page does not say."""
    if claim.kind != "growth" or claim.period is None:
        return None
    return find_canonical(claim.base_period) if claim.base_period else find_year_before(claim.period)


def group_by_key(claims: Iterable[Claim]) -> dict[Key, list[Claim]]:
    """Return the claims by key, in order of the first claim of each key."""
    grouped: dict[Key, list[Claim]] = {}
    for claim in claims:
        grouped.setdefault(find_key(claim), []).append(claim)
    return grouped
