"""A pair of places."""

from __future__ import annotations

from functools import lru_cache

from tradefacts.named_tuples import NamedTuple

_REMEMBERED = 1 << 12
"""Pairs to cache, because many facts share them; the limit bounds the memory."""


class Pair(NamedTuple):
    """Two places in the order of their codes, so that A and B is the same pair as B and A.

    The same code twice is the trade inside a group of countries.
    """

    first: str
    second: str

    @classmethod
    def of(cls, place: str, partner: str) -> Pair:
        """Return the pair of two codes, in either order."""
        return cls(place, partner) if place <= partner else cls(partner, place)

    @classmethod
    @lru_cache(_REMEMBERED)
    def parse(cls, text: str) -> Pair:
        """Return the pair written as `KG-KZ`."""
        place, _, partner = text.partition("-")
        return cls.of(place, partner)

    def __str__(self) -> str:
        """Return the written form, `KG-KZ`."""
        return f"{self.first}-{self.second}"
