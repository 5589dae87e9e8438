"""Put the tokens of a figure together: number [scale] [number scale]…, with its unit anywhere.

A figure is a sum of terms, each below the last place of the one before: "$2 млрд 125,8 млн" is
2 × 10**9 + 1258 × 10**5. A scale word multiplies the terms before it that no greater scale has closed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, NoReturn

from tradefacts.errors import InvalidFigureError
from tradefacts.figure.value import Figure, Unit, strip_zeros

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tradefacts.figure.lexicon import Token

_MOST_DIGITS = 14
"""One less than a float keeps apart: the ends of an interval have a digit more than the figure."""
_TOO_LARGE = 10**18
"""Smaller numbers fit an integer of the compiled base."""


def compose(tokens: Sequence[Token], variant: int) -> Figure:
    """Return the figure that the tokens make, taking those with several meanings in that variant.

    Raises:
        InvalidFigureError: they make none: no number, two numbers, two units, two currencies.
    """
    composer = _Composer(variant)
    for token in tokens:
        _RULES[token.kind](composer, token)
        composer.previous = token.kind
    return composer.finish()


def _refuse(reason: str) -> NoReturn:
    raise InvalidFigureError(reason, hint="expected one figure, without the words around it")


class _Term(NamedTuple):
    mantissa: int
    exponent: int
    scale: int
    """The power of ten by which scale words have multiplied it."""


class _Composer:
    """The figure so far. Its methods from `digits` to `rough` are the rules, one for each kind of token."""

    __slots__ = (
        "currency",
        "has_digits",
        "has_fraction",
        "is_joined",
        "is_negative",
        "is_rough",
        "previous",
        "terms",
        "unit",
        "variant",
    )

    def __init__(self, variant: int) -> None:
        self.variant = variant
        self.terms: list[_Term] = []
        self.previous: str | None = None
        self.unit: Unit | None = None
        self.currency: str | None = None
        self.is_negative = False
        self.is_rough = False
        self.has_digits = False
        self.has_fraction = False
        self.is_joined = False

    def digits(self, token: Token) -> None:
        if self.previous == "hyphen":
            if self.terms:
                _refuse("a range instead of one number")
            self.is_negative = True
        self.has_digits = True
        self.number(token)

    def number(self, token: Token) -> None:
        self.is_joined = False
        self._add(*self._choose(token))

    def scale(self, token: Token) -> None:
        if not self.terms:
            # "миллиард долларов" leaves the one unsaid.
            self._add(1, 0)
        start = len(self.terms)
        while start and self.terms[start - 1].scale < token.exponent:
            start -= 1
        if start == len(self.terms):
            _refuse("a scale word without its number")
        mantissa, exponent, scale = _sum(self.terms[start:])
        del self.terms[start:]
        self._add(mantissa, exponent + token.exponent, scale + token.exponent)

    def fraction(self, token: Token) -> None:
        denominator, places = self._choose(token)
        numerator = 1
        if self.terms and not self.is_joined:
            # "two thirds" divides the two; "two and a half" leaves it.
            term = self.terms.pop()
            numerator = 0 if term.exponent else term.mantissa
        if not 0 < numerator < denominator:
            _refuse("a fraction of something else")
        # Rounded half up at the last decimal taken.
        self._add((2 * numerator * 10**places + denominator) // (2 * denominator), -places)
        self.has_fraction = True

    def times(self, token: Token) -> None:
        self._count("factor")
        if token.amounts:
            self.number(token)

    def percent(self, _: Token) -> None:
        self._count("percent")

    def money(self, token: Token) -> None:
        self._count("money")
        if token.currency is not None:
            if self.currency not in {None, token.currency}:
                _refuse(f"two currencies, {self.currency} and {token.currency}")
            self.currency = token.currency

    def join(self, _: Token) -> None:
        self.is_joined = True

    def hyphen(self, _: Token) -> None:
        # Before digits it is a minus as well, and `digits` sees to that. Between words it means nothing.
        if self.previous is None:
            self.is_negative = True

    def fall(self, _: Token) -> None:
        self.is_negative = True

    def pass_over(self, _: Token) -> None:
        pass

    def rough(self, _: Token) -> None:
        self.is_rough = True

    def finish(self) -> Figure:
        """Check the sum and make it a figure."""
        if not self.terms:
            _refuse("no number in it")
        mantissa, exponent, scale = _sum(self.terms)
        if exponent < 0 and any(term.scale for term in self.terms[:-1]):
            # "1 billion and a half" is not a billion dollars and fifty cents.
            _refuse("a part that lacks its scale word")
        if self.unit is None and self.has_fraction and len(self.terms) == 1 and not scale:
            # "a third", said of growth or of a share.
            self.unit, exponent = "percent", exponent + 2
        if self.unit == "factor" and self.is_negative:
            _refuse("a negative factor")
        decimals = max(0, scale - exponent)
        in_words = self.is_rough or not self.has_digits
        if in_words:
            (mantissa, exponent), decimals = strip_zeros(mantissa, exponent), 0
        if mantissa >= 10**_MOST_DIGITS or mantissa * 10 ** max(0, exponent) >= _TOO_LARGE:
            _refuse("more digits than a figure has")
        sign = -1 if self.is_negative else 1
        return Figure(sign * mantissa, exponent, self.unit or "number", self.currency, decimals, in_words)

    def _add(self, mantissa: int, exponent: int, scale: int = 0) -> None:
        """Add a term, which must fit below the last digit of the one before."""
        if self.terms:
            room = self.terms[-1].exponent - exponent
            if room <= 0 or mantissa >= 10**room:
                _refuse("two numbers instead of one")
        self.terms.append(_Term(mantissa, exponent, scale))

    def _choose(self, token: Token) -> tuple[int, int]:
        return token.amounts[min(self.variant, len(token.amounts) - 1)]

    def _count(self, unit: Unit) -> None:
        if self.unit not in {None, unit}:
            _refuse(f"two units, {self.unit} and {unit}")
        self.unit = unit


def _sum(terms: Sequence[_Term]) -> _Term:
    """Add terms up, to the place of the last digit of the last one."""
    if len(terms) == 1:
        return terms[0]
    _, exponent, scale = terms[-1]
    return _Term(sum(term.mantissa * 10 ** (term.exponent - exponent) for term in terms), exponent, scale)


_RULES: dict[str, Callable[[_Composer, Token], None]] = {
    "digits": _Composer.digits,
    "number": _Composer.number,
    "scale": _Composer.scale,
    "fraction": _Composer.fraction,
    "times": _Composer.times,
    "percent": _Composer.percent,
    "currency": _Composer.money,
    "and": _Composer.join,
    "down": _Composer.fall,
    "hyphen": _Composer.hyphen,
    "filler": _Composer.pass_over,
    "rough": _Composer.rough,
}
