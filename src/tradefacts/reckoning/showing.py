"""Which derived figures are shown on screens: narrow ones, from undisputed figures, that add to what is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.period import is_bare_year
from tradefacts.reckoning.comparison import compare_claims

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tradefacts.factbase import Claim
    from tradefacts.reckoning.derived import Derivation
    from tradefacts.reckoning.keys import Key

_QUANTITIES = frozenset({"base period", "growth", "turnover"})
_WIDEST_VOLUME = 10
"""How wide the range of a volume may be, in percent of its middle."""
_WIDEST_GROWTH = 5
"""How wide the range of a growth may be, in percentage points."""
_COARSER = 5
"""How many times as wide as a derived figure a printed figure can be that still replaces it."""


class Screening:
    """Decides which derived figures are shown on screens, given all claims by key."""

    def __init__(self, groups: Mapping[Key, Sequence[Claim]]) -> None:
        """Take the claims that the figures were derived from."""
        self._groups = groups
        self._keys = {claim.id: key for key, claims in groups.items() for claim in claims}
        self._disputed: dict[Key, bool] = {}

    def is_shown(self, derivation: Derivation) -> bool:
        """Whether a figure is for a full year, narrow, from undisputed figures, and not already printed."""
        return (
            derivation.derived.quantity in _QUANTITIES
            and all(is_bare_year(operand.period) for operand in derivation.operands)
            and is_narrow(derivation)
            and not self._is_printed(derivation)
            and not any(self._is_disputed(operand.facts[0]) for operand in derivation.operands)
        )

    def _is_printed(self, derivation: Derivation) -> bool:
        """Whether the same statistics have a printed closed figure that is not much wider."""
        low, high = derivation.derived.low, derivation.derived.high
        return any(
            claim.high - claim.low <= _COARSER * (high - low)
            for claim in self._groups.get(derivation.printed_key, ())
            if claim.low is not None and claim.high is not None and low is not None and high is not None
        )

    def _is_disputed(self, fact: str) -> bool:
        key = self._keys[fact]
        if key not in self._disputed:
            self._disputed[key] = compare_claims(self._groups[key]) == "contradicted"
        return self._disputed[key]


def is_narrow(derivation: Derivation) -> bool:
    """Whether the range of a volume or growth is narrow enough to show, and a growth certainly a rise or a fall."""
    low, high = derivation.derived.low, derivation.derived.high
    if derivation.derived.quantity == "growth":
        return is_narrow_growth(low, high)
    return low is not None and high is not None and (high - low) * 200 <= _WIDEST_VOLUME * (high + low)


def is_narrow_growth(low: float | None, high: float | None) -> bool:
    """Whether a growth between two ends, in percent, is narrow enough to be read, and surely up or surely down."""
    return low is not None and high is not None and high - low <= _WIDEST_GROWTH and (low > 0 or high < 0)
