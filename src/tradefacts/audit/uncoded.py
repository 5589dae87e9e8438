"""Findings before they get a code, and the text of their messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.audit.causes import find_cause
from tradefacts.audit.conflicts import rests_on_assumption
from tradefacts.findings import FindingSide
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tradefacts.audit.conflicts import Conflict
    from tradefacts.audit.evidence import Evidence, Side
    from tradefacts.factbase import Claim
    from tradefacts.findings import Cause, Severity, Verdict
    from tradefacts.reckoning.keys import Key

_NAMED = 5
"""How many figures a message names; the sides of a finding have all of them."""


class UncodedFinding(NamedTuple):
    """What a rule found: severity, message and likely cause; its code is added later."""

    severity: Severity
    message: str
    facts: tuple[str, ...]
    arithmetic: str | None = None
    cause: Cause | None = None
    gap: float = 0.0
    voices: int = 1
    """The number of voices of the weaker side."""
    sides: tuple[FindingSide, ...] = ()
    verdict: Verdict | None = None


def make_uncoded(evidence: Evidence, key: Key, conflict: Conflict, message: str, arithmetic: str) -> UncodedFinding:
    """Return a conflict as a finding without a code.

    It is a contradiction only if all figures have one issuer and none depends on an assumption.
    """
    is_certain = conflict.issuer is not None and not rests_on_assumption(evidence, conflict)
    return UncodedFinding(
        "contradiction" if is_certain else "possible",
        message,
        tuple(dict.fromkeys(claim.id for side in conflict.printed for claim in side.claims)),
        arithmetic,
        find_cause(evidence, key, conflict),
        conflict.gap,
        min(conflict.one.voices, conflict.other.voices),
        describe_sides(conflict.printed),
        conflict.verdict,
    )


def describe_sides(sides: Iterable[Side]) -> tuple[FindingSide, ...]:
    """Return printed figures as the sides of a finding."""
    return tuple(map(_describe, sides))


def _describe(side: Side) -> FindingSide:
    first = side.claims[0]
    return FindingSide(
        printed=first.printed or "",
        bound=first.bound or "=",
        low=first.low,
        high=first.high,
        period=first.period,
        reporter=first.reporter,
        voices=side.voices,
        facts=tuple(claim.id for claim in side.claims),
    )


def name_key(key: Key, *, period: str | None = None) -> str:
    """Return the subject of a figure: `turnover KG–KZ 2023 by KG`, `KG → KZ 2022, agricultural goods`."""
    places = f"{key.place} → {key.partner}" if key.flow == "goods" else f"{key.flow} {key.place}–{key.partner}"
    kind = "" if key.kind == "volume" else f"{key.kind} of "
    counted = f" by {key.reporter}" if key.reporter else ""
    scope = f", {key.scope}" if key.scope else ""
    return f"{kind}{places} {period or key.period}{counted}{scope}"


def name_claim(claim: Claim) -> str:
    """Return a figure as tables show it."""
    return claim.shown or claim.printed or ""


def name_side(side: Side) -> str:
    """Return the printed figure of a side, as tables show it."""
    return name_claim(side.claims[0])


def name_with_voices(side: Side) -> str:
    """Return the printed figure of a side and how many voices it has, if several: `$1.7 bn (3 voices)`."""
    return f"{name_side(side)} ({count_voices(side.voices)})" if side.voices > 1 else name_side(side)


def list_some(words: Sequence[str]) -> str:
    """Return words as a list in a sentence: the first few, and how many more there are."""
    shown = [*words] if len(words) <= _NAMED else [*words[: _NAMED - 1], f"{len(words) - _NAMED + 1} more"]
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if shown[1:] else shown)


def count_voices(number: int) -> str:
    """Return how many voices there are: `1 voice`, `3 voices`."""
    return "1 voice" if number == 1 else f"{number} voices"
