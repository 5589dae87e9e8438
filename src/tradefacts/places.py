"""Names of places and people as users type them, and the pair two places make."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

# Oʻzbekiston is written with U+02BB, U+02BC, U+2018, U+2019, a backtick or a plain apostrophe, or without any.
_DROPPED = "'`´ʻʼʽ‘’′.\u200b\u200c\u200d\u200e\u200f\ufeff\u00ad"
_AS_SPACE = "-‐‑‒–—_,/()،、·"
# One letter as keyboards differ: Turkish dotless i, and Arabic kaf, yeh and teh marbuta for their Persian forms.
_ALIKE = {"ı": "i", "ك": "ک", "ي": "ی", "ى": "ی", "ة": "ه"}


class _Signs(dict[int, str | None]):
    """What each character of a name is compared as; accents and apostrophes as nothing."""

    def __missing__(self, code: int) -> str | None:
        """Work out a character when it is first seen."""
        sign = chr(code)
        if sign in _DROPPED or unicodedata.combining(sign):
            self[code] = None
        else:
            self[code] = " " if sign in _AS_SPACE else _ALIKE.get(sign, sign)
        return self[code]


_SIGNS = _Signs()


def fold(name: str) -> str:
    """Return `name` as names are compared: no case, accents, apostrophes, full stops or doubled blanks.

    >>> fold("  Oʻzbekiston ") == fold("O'ZBEKISTON") == fold("ozbekiston")
    True
    """
    # The spacing accent ´ is an apostrophe here, and has to go before it is taken for a blank with an accent.
    bare = unicodedata.normalize("NFKD", name.translate(_SIGNS).casefold()).translate(_SIGNS)
    return " ".join(unicodedata.normalize("NFC", bare).casefold().split())


def suggest(name: str, known: Iterable[str], *, count: int = 3) -> list[str]:
    """Return the known names nearest to `name`, nearest first; none when nothing is near."""
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistyped name pays for it

    return get_close_matches(fold(name), list(known), n=count, cutoff=0.7)


class Pair(NamedTuple):
    """Two places in the order of their codes, so that A and B is B and A.

    The same code twice is the trade inside a group of countries.
    """

    first: str
    second: str

    @classmethod
    def of(cls, one: str, other: str) -> Pair:
        """Return the pair of two codes, in whatever order they come."""
        return cls(one, other) if one <= other else cls(other, one)

    @classmethod
    def parse(cls, text: str) -> Pair:
        """Return the pair written as `KG-KZ`."""
        one, _, other = text.partition("-")
        return cls.of(one, other)

    def __str__(self) -> str:
        """Return the written form, `KG-KZ`."""
        return f"{self.first}-{self.second}"
