"""Readings: the sets of claims on one key that can all be true together, and the verdict between them."""

from collections.abc import Sequence
from itertools import combinations
from typing import Annotated, Literal, NamedTuple

from tradefacts.factbase import Claim
from tradefacts.interval import Interval

Verdict = Literal["same", "consistent", "touching", "loosely consistent", "contradicted"]
_GRAVITY: tuple[Verdict, ...] = ("same", "consistent", "loosely consistent", "touching", "contradicted")


class Reading(NamedTuple):
    """Claims on one key that can all be true together."""

    low: Annotated[int | float | None, "lower end of what they share; null where it is open"]
    high: Annotated[int | float | None, "upper end of what they share; null where it is open"]
    printed: Annotated[str, "the most precise figure among them, as printed"]
    bound: Annotated[str, "the bound of that figure"]
    voices: Annotated[int, "how many independent voices stand behind it"]
    facts: Annotated[tuple[str, ...], "ids of the claims, the most precise first"]


def find_readings(claims: Sequence[Claim]) -> list[Reading]:
    """Return the readings of claims on one key: most voices first, then the most precise, then the newest.

    A reading is a maximal set of claims whose intervals overlap pairwise. Its range is what its closed intervals
    share: an open bound ("more than") supports a reading but never narrows it. Claims whose printed figure could not
    be read take no part.
    """
    readable = [claim for claim in claims if claim.low is not None or claim.high is not None]
    ordered = sorted(_find_cliques(readable), key=_rank, reverse=True)
    return [_make_reading(members) for members in ordered]


def judge(one: Claim, other: Claim) -> Verdict:
    """Return how two claims on one key stand to each other."""
    left, right = Interval(one.low, one.high), Interval(other.low, other.high)
    if (left, one.amount) == (right, other.amount):
        return "same"
    if left.overlaps(right):
        return "consistent"
    if left.touches(right):
        return "touching"
    if Interval(one.loose_low, one.loose_high).overlaps(Interval(other.loose_low, other.loose_high)):
        return "loosely consistent"
    return "contradicted"


def judge_all(claims: Sequence[Claim]) -> Verdict:
    """Return the gravest verdict between any two claims on one key; `same` for a claim alone."""
    readable = [claim for claim in claims if claim.low is not None or claim.high is not None]
    verdicts = {judge(one, other) for one, other in combinations(readable, 2)}
    return max(verdicts, key=_GRAVITY.index, default="same")


def _find_cliques(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Return the maximal sets of pairwise overlapping claims.

    Intervals that overlap pairwise share a point, so every such set is found just above some lower end.
    """
    if len(claims) < 2:  # noqa: PLR2004 - most figures stand alone, and need no search
        return [list(claims)] if claims else []
    found: list[list[Claim]] = []
    for start in claims:
        members = [claim for claim in claims if _holds(claim, start.low)]
        if members not in found:
            found.append(members)
    sets = [{claim.id for claim in members} for members in found]
    return [members for members, ids in zip(found, sets, strict=True) if not any(ids < other for other in sets)]


def _holds(claim: Claim, low: float | None) -> bool:
    """Whether a claim's interval holds the points just above `low`, or is the point `low` itself."""
    if low is None:
        return claim.low is None
    if claim.low is not None and claim.low > low:
        return False
    return claim.high is None or claim.high > low or claim.low == claim.high == low


def _find_range(claims: Sequence[Claim]) -> tuple[int | float | None, int | float | None]:
    closed = [claim for claim in claims if claim.low is not None and claim.high is not None] or claims
    lows = [claim.low for claim in closed if claim.low is not None]
    highs = [claim.high for claim in closed if claim.high is not None]
    return max(lows, default=None), min(highs, default=None)


def _width(claim: Claim) -> int | float:
    return claim.high - claim.low if claim.low is not None and claim.high is not None else float("inf")


def _rank(claims: Sequence[Claim]) -> tuple[int, int | float, str]:
    narrowest = min(map(_width, claims))
    return len({claim.voice for claim in claims}), -narrowest, max(claim.published or "" for claim in claims)


def _make_reading(claims: Sequence[Claim]) -> Reading:
    by_precision = sorted(claims, key=_width)
    low, high = _find_range(claims)
    best = by_precision[0]
    return Reading(
        low,
        high,
        best.printed or "",
        best.bound or "=",
        len({claim.voice for claim in claims}),
        tuple(claim.id for claim in by_precision),
    )
