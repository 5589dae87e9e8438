"""The verdict between two sides: whether what they say can both be true, and how far apart they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tradefacts.audit.evidence import Side
from tradefacts.exact import ZERO, Exact, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tradefacts.findings import Severity

_GRAVITY: tuple[Severity, ...] = ("contradiction", "possible", "asymmetry", "notice")


class Conflict(NamedTuple):
    """Two sides that cannot both be true as printed; or only if they meet in one point, or zeros are rounding."""

    one: Side
    other: Side
    severity: Severity
    is_loose: bool
    """Whether they agree once the trailing zeros of whole numbers are taken for rounding."""
    gap: float
    """How far apart they are: 0.1 where the higher is a tenth above the lower, or ten points of percent."""


def compare(one: Side, other: Side, *, is_percent: bool = False) -> Conflict | None:
    """Return the conflict between two sides; None where they share more than a point."""
    low, high = _find_common(one.strict, other.strict)
    if (
        low is None
        or high is None
        or low < high
        or (low <= high and (_is_point(one.strict) or _is_point(other.strict)))
    ):
        return None
    loose_low, loose_high = _find_common(one.loose, other.loose)
    is_loose = low > high and (loose_low is None or loose_high is None or loose_low <= loose_high)
    severity: Severity = "possible" if is_loose or low <= high else "contradiction"
    return Conflict(one, other, severity, is_loose, _measure(high, low, is_percent=is_percent))


def compare_at_most(part: Side, whole: Side) -> Conflict | None:
    """Return the conflict between a part and the whole that it cannot exceed; None where it need not."""
    found = compare(part, Side(Span(None, whole.strict.high), Span(None, whole.loose.high), whole.claims))
    return None if found is None else found._replace(other=whole)


def find_mildest(conflicts: Iterable[Conflict | None]) -> Conflict | None:
    """Return the least grave of conflicts between alternatives; None where any of them is none, or there are none."""
    found = list(conflicts)
    grave = [conflict for conflict in found if conflict is not None]
    return None if len(grave) < len(found) else min(grave, key=rank, default=None)


def find_gravest(conflicts: Iterable[Conflict | None]) -> Conflict | None:
    """Return the gravest of conflicts; None where there is none."""
    return max((conflict for conflict in conflicts if conflict is not None), key=rank, default=None)


def rank(conflict: Conflict) -> tuple[int, float]:
    """Return what conflicts are ordered by, the gravest highest."""
    return -_GRAVITY.index(conflict.severity), conflict.gap


def overlaps(one: Span, other: Span) -> bool:
    """Whether two spans share a point."""
    low, high = _find_common(one, other)
    return low is None or high is None or low <= high


def _find_common(one: Span, other: Span) -> tuple[Exact | None, Exact | None]:
    lows = [span.low for span in (one, other) if span.low is not None]
    highs = [span.high for span in (one, other) if span.high is not None]
    low = lows[0] if lows and (len(lows) == 1 or lows[0] >= lows[1]) else lows[-1] if lows else None
    high = highs[0] if highs and (len(highs) == 1 or highs[0] <= highs[1]) else highs[-1] if highs else None
    return low, high


def _is_point(span: Span) -> bool:
    return span.low is not None and span.high is not None and not span.low < span.high


def _measure(below: Exact, above: Exact, *, is_percent: bool) -> float:
    apart = above - below
    if is_percent:
        return apart.top / apart.bottom / 100
    if below <= ZERO:
        return float("inf") if apart > ZERO else 0.0
    ratio = apart / below
    return ratio.top / ratio.bottom
