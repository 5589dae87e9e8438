"""Whether somebody else is shown in an office between two days, found by bisection."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Interruptions:
    """The signs of an office, each from the first to the last day it can mean, with the person it shows."""

    def __init__(self, signs: Iterable[tuple[str, str, str]]) -> None:
        """Sort the signs by last day; for those up to each, remember the latest first days of two different people."""
        ordered = sorted(signs, key=lambda sign: sign[1])
        self._lasts = [last for _, last, _ in ordered]
        self._newest: list[tuple[tuple[str, str], ...]] = [()]
        for first, _, person in ordered:
            known = dict(reversed(self._newest[-1]))
            known[person] = max(known.get(person, ""), first)
            self._newest.append(tuple(sorted(known.items(), key=lambda item: item[1], reverse=True)[:2]))

    def has_other(self, after: str, before: str, person: str) -> bool:
        """Whether a sign of somebody else is certainly between two days, both excluded."""
        found = self._newest[bisect_left(self._lasts, before)]
        return any(shown != person and first > after for shown, first in found)
