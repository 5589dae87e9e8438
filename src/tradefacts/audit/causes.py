"""The likely cause of a contradiction, from a fixed list, judged by the related claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.audit.evidence import is_nested
from tradefacts.exact import Exact, scale
from tradefacts.period import Period
from tradefacts.reckoning.keys import group_by_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.audit.conflicts import Conflict
    from tradefacts.audit.evidence import Evidence, Side
    from tradefacts.factbase import Claim
    from tradefacts.findings import Cause
    from tradefacts.reckoning.keys import Key

_SCALES = (Exact(1_000), Exact(1_000_000))
_TELLING = 10
"""A repeated figure suggests copying if its last digit is worth at most a tenth of it: 19 %, not $2 bn."""
_COPIED_YEARS = 2
_REVISED = {"growth": 0.05}
_REVISED_ELSE = 0.1
"""Offices revise by a few percent; a difference of a tenth, or of five points of growth, is not a revision."""


def find_cause(evidence: Evidence, key: Key, conflict: Conflict) -> Cause:
    """Return the likely cause of a conflict: first judging by the digits, then by the pages, then by their dates."""
    return next((cause for holds, cause in _weigh(evidence, key, conflict) if holds), "cause not known")


def _weigh(evidence: Evidence, key: Key, conflict: Conflict) -> Iterator[tuple[bool, Cause]]:
    one, other = conflict.one, conflict.other
    yield conflict.verdict == "loosely consistent", "trailing zeros"
    yield conflict.verdict == "near", "truncated digits"
    # If the sides touch, the difference is tiny, and only pages and dates need to be checked.
    if conflict.verdict == "contradicted":
        yield key.kind != "growth" and _is_scale_slip(one, other), "scale slip"
        echoes = {*_find_echoes(evidence, one, other), *_find_echoes(evidence, other, one)}
        yield "copy of an older figure" in echoes, "copy of an older figure"
        yield "period misread" in echoes, "period misread"
    yield _is_on_one_page(one, other), "same page"
    if conflict.verdict == "contradicted":
        yield _is_other_statistics(evidence, key, one, other), "whose statistics"
        yield is_assumed(evidence, one) or is_assumed(evidence, other), "period misread"
        # Nothing shows that both have one issuer.
        yield conflict.issuer is None, "whose statistics"
    yield _is_revision(key, conflict), "revision over time"


def is_assumed(evidence: Evidence, side: Side) -> bool:
    """Whether a side depends on a figure whose period or base was inferred by the curator or assumed."""
    figures = {(claim.kind, claim.period) for claim in side.claims}
    said = {(claim.kind, claim.period) for claim in side.claims if not _is_unsaid(evidence, claim)}
    return figures != said


def _is_unsaid(evidence: Evidence, claim: Claim) -> bool:
    return (claim.kind == "growth" and claim.base_period is None) or evidence.is_inferred(claim)


def _is_on_one_page(one: Side, other: Side) -> bool:
    """Whether one page prints all figures of the two sides."""
    groups = [claims for side in (one, other) for claims in group_by_key(side.claims).values()]
    return bool(set.intersection(*({claim.source for claim in claims} for claims in groups)))


def _is_scale_slip(one: Side, other: Side) -> bool:
    if not (one.strict.is_closed and other.strict.is_closed):
        return False
    pairs = ((one.strict, other.strict), (other.strict, one.strict))
    return any(scale(small, factor).meets(large) for small, large in pairs for factor in _SCALES)


def _find_echoes(evidence: Evidence, side: Side, other: Side) -> Iterator[Cause]:
    """Yield the causes for a figure of only one side that was also printed for another period."""
    beside = {(claim.kind, claim.amount) for claim in other.claims}
    for claim in side.claims:
        if (claim.kind, claim.amount) in beside or not _is_telling(claim):
            continue
        for key in evidence.find_echoes(claim):
            if _is_older(key.period or "", claim.period or ""):
                yield "copy of an older figure"
            elif is_nested(key.period, claim.period) or (claim.kind == "growth" and key.period == claim.period):
                yield "period misread"


def _is_telling(claim: Claim) -> bool:
    if claim.low is None or claim.high is None or claim.amount is None:
        return False
    return (claim.high - claim.low) * _TELLING <= abs(claim.amount)


def _is_older(earlier: str, later: str) -> bool:
    one, other = Period.parse(earlier), Period.parse(later)
    return any(one.shift(years) == other for years in range(1, _COPIED_YEARS + 1))


def _is_other_statistics(evidence: Evidence, key: Key, one: Side, other: Side) -> bool:
    """Whether named statistics support one of two unattributed sides and not the other."""
    if key.reporter is not None:
        return False
    known = [side.strict for cell in evidence.find_other_statistics(key) for side in cell.figures]
    return any(interval.meets(one.strict) != interval.meets(other.strict) for interval in known)


def _is_revision(key: Key, conflict: Conflict) -> bool:
    """Whether all pages of one side are from earlier months than those of the other, and the sides are close."""
    dates = [[(claim.published or "")[:7] for claim in side.claims] for side in (conflict.one, conflict.other)]
    if conflict.gap > _REVISED.get(key.kind, _REVISED_ELSE) or not all(map(all, dates)):
        return False
    return max(dates[0]) < min(dates[1]) or max(dates[1]) < min(dates[0])
