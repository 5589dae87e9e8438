"""A clash: what a rule found, before it gets its code; and the words and numbers it is told in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tradefacts.audit.causes import find_cause, is_assumed

if TYPE_CHECKING:
    from tradefacts.audit.evidence import Evidence, Side
    from tradefacts.audit.verdicts import Conflict
    from tradefacts.factbase import Claim
    from tradefacts.findings import Cause, Severity
    from tradefacts.reckoning.keys import Key


class Clash(NamedTuple):
    """What a rule found: how grave, what of, and why it may be."""

    severity: Severity
    message: str
    facts: tuple[str, ...]
    arithmetic: str | None = None
    cause: Cause | None = None
    gap: float = 0.0
    voices: int = 1
    """How many voices the weaker side has."""


def make_clash(evidence: Evidence, key: Key, conflict: Conflict, message: str, arithmetic: str) -> Clash:
    """Return a conflict as a clash; what rests on an assumption of ours is never more than possible."""
    one, other = conflict.one, conflict.other
    severity = conflict.severity
    if severity == "contradiction" and (is_assumed(evidence, one) or is_assumed(evidence, other)):
        severity = "possible"
    ids = dict.fromkeys(claim.id for claim in (*one.claims, *other.claims))
    voices = min(one.voices, other.voices)
    cause = find_cause(evidence, key, conflict)
    return Clash(severity, message, tuple(ids), arithmetic, cause, conflict.gap, voices)


def name_key(key: Key, *, period: str | None = None) -> str:
    """Return what a figure is of: `turnover KG–KZ 2023 by KG`, `KG → KZ 2022, agricultural goods`."""
    places = f"{key.one} → {key.other}" if key.flow == "goods" else f"{key.flow} {key.one}–{key.other}"
    counted = f" by {key.reporter}" if key.reporter else ""
    scope = f", {key.scope}" if key.scope else ""
    return f"{places} {period or key.period}{counted}{scope}"


def name_claim(claim: Claim) -> str:
    """Return a figure as tables show it."""
    return claim.shown or claim.printed or ""


def name_side(side: Side) -> str:
    """Return the figure of a side that says most: the narrowest, of open ones the one that goes furthest."""
    return name_claim(min(side.claims, key=_find_width))


def count_voices(number: int) -> str:
    """Return how many voices there are: `1 voice`, `3 voices`."""
    return "1 voice" if number == 1 else f"{number} voices"


def _find_width(claim: Claim) -> tuple[float, float]:
    if claim.low is not None and claim.high is not None:
        return claim.high - claim.low, 0
    return float("inf"), claim.high if claim.low is None else -claim.low  # type: ignore[return-value]  # one end is known
