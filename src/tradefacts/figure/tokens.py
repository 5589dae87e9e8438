"""One number, word or sign of a printed figure, with its meaning."""

from __future__ import annotations

from functools import cache
from typing import Literal, cast

from tradefacts.figure.currencies import find_codes
from tradefacts.figure.value import strip_zeros
from tradefacts.named_tuples import NamedTuple

Kind = Literal[
    "digits",
    "cardinal",
    "part",
    "number",
    "fraction",
    "half",
    "scale",
    "tenth",
    "times",
    "divided",
    "added",
    "percent",
    "index",
    "money",
    "of",
    "minus",
    "plus",
    "up",
    "down",
    "more",
    "less",
    "and",
    "hyphen",
    "separator",
    "filler",
    "rough",
]


class Token(NamedTuple):
    """One number, word or sign of a printed figure, with one of its meanings."""

    kind: Kind
    mantissa: int = 0
    exponent: int = 0
    """Of a number, mantissa × 10**exponent; of a scale word, the power of ten it multiplies by."""
    usual: str | None = None
    """Of a currency word: the ISO 4217 code that it means alone."""
    codes: tuple[str, ...] = ()
    """Of a currency word: every code it can mean; none if it is no particular currency."""
    is_short: bool = False
    """Whether it is an abbreviation."""


SERIES = {
    "ones": range(1, 10),
    "teens": range(11, 20),
    "tens": range(10, 100, 10),
    "hundreds": range(100, 1000, 100),
}
_DECIMALS_OF_FRACTION = {2: (1,), 4: (2,), 5: (1,), 8: (3, 2), 10: (1,)}
"""Denominator → decimals. Other fractions never end: "a third" can be recorded as 33, 33.3 or 33.33."""


@cache
def define(meaning: str, *, is_short: bool = False) -> tuple[Token, ...]:
    """Return the tokens for a key of the tables: "scale 6", "number 1.5", "money dollar", "percent".

    A fraction has one token for each number of decimals it can be recorded with.
    """
    name, _, argument = meaning.partition(" ")
    kind = cast("Kind", name)
    if kind == "scale":
        return (Token(kind, 0, int(argument), is_short=is_short),)
    if kind in {"money", "of"}:
        return (Token(kind, 0, 0, *find_codes(argument), is_short=is_short),)
    if kind == "fraction":
        # The denominator, and how many decimals to take.
        denominator = int(argument)
        return tuple(Token(kind, denominator, places) for places in _DECIMALS_OF_FRACTION.get(denominator, (2, 3, 4)))
    if not argument:
        return (Token(kind, is_short=is_short),)
    whole, _, decimals = argument.partition(".")
    return (Token(kind, *strip_zeros(int(whole + decimals), -len(decimals))),)
