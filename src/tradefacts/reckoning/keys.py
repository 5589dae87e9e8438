"""The key of a claim: what makes two figures comparable."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from tradefacts.factbase import Claim
from tradefacts.period import Period

_REMEMBERED = 1 << 12
"""Periods to cache, because many claims share them; the limit bounds the memory."""


class Key(NamedTuple):
    """Everything that must be equal before two figures may be compared."""

    kind: str
    flow: str
    one: str
    other: str
    period: str | None
    currency: str | None
    reporter: str | None
    scope: str | None
    base_period: str | None
    whole: str | None

    @property
    def any_reporter(self) -> "Key":
        """The key without whose statistics it is."""
        return Key(*self[:6], None, *self[7:]) if self.reporter else self


def find_key(claim: Claim) -> Key:
    """Return the key of a figure. Turnover has a pair, a flow a direction: KZ imports from KG is KG → KZ."""
    one, other = claim.exporter, claim.importer
    if one is None:
        one, other = (claim.pair or ("", "")) if claim.flow == "turnover" else claim.places
    return Key(
        claim.kind,
        # Exports and imports are one directed flow, seen from either end.
        "goods" if claim.exporter else claim.flow or "",
        one,
        other or "",
        claim.period,
        claim.currency,
        claim.reporter,
        claim.scope,
        find_base_period(claim),
        claim.whole,
    )


def find_base_period(claim: Claim) -> str | None:
    """Return the period that a growth compares with; the same months a year earlier if the page does not say."""
    if claim.kind != "growth" or claim.period is None:
        return None
    return _write_canonically(claim.base_period) if claim.base_period else _find_year_before(claim.period)


@lru_cache(_REMEMBERED)
def _find_year_before(period: str) -> str:
    return str(Period.parse(period).shift(-1))


@lru_cache(_REMEMBERED)
def _write_canonically(period: str) -> str:
    return str(Period.parse(period))


def group_by_key(claims: Iterable[Claim]) -> dict[Key, list[Claim]]:
    """Return the claims by key, in order of the first claim of each key."""
    grouped: dict[Key, list[Claim]] = {}
    for claim in claims:
        grouped.setdefault(find_key(claim), []).append(claim)
    return grouped
