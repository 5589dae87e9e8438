"""The number of a figure: a sum of terms, each smaller than the last digit of the one before.

"$2 млрд 125,8 млн" is 2 × 10**9 + 1258 × 10**5. A scale word multiplies the terms before it, up to a larger
scale word. Before the only digits, with nothing after them, it multiplies those ("USD million 757").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from tradefacts.errors import InvalidFigureError
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradefacts.figure.tokens import Token

_TOO_LARGE = 10**18
"""Smaller numbers fit an integer of the compiled base."""
_GROUPS = {3: 100, 4: 1}
"""Scale word → the smallest number that can follow it without a scale word: "5 thousand 500", 5万2000."""
_TEN = 10
_HUNDRED = 100
_MILLION = 6
"""From here on, a scale with more after it takes no larger one, as thousands do: "1 thousand 200 million"."""
_HALF = (5, -1)
_PARTS_OF_SCALE = {2: _HALF, 4: (25, -2)}
"""Denominator → the part as a decimal: "a billion and a half", "миллиард с четвертью"."""


def refuse(reason: str) -> NoReturn:
    """Refuse the tokens.

    Raises:
        InvalidFigureError: always.
    """
    raise InvalidFigureError(reason, hint="expected one figure, without surrounding words")


class Term(NamedTuple):
    """A number with the scale words after it."""

    mantissa: int
    exponent: int
    scale: int
    """The power of ten of its scale words."""
    is_digits: bool = False


class Sum:
    """The number so far. The public methods are the grammar rules, one for each kind of token."""

    prefix: Token | None = None
    """A scale word before any number."""
    is_counted = False
    """Whether the unit (percent or times) has been read: nothing after it is part of the number."""
    amounts: tuple[int, ...] = ()
    """How many numbers had been read before each currency."""
    numbers = 0
    lacks_noun = False
    """A number such as "5-ти" needs the thing that it counts."""
    is_joined = False
    is_separated = False
    has_digits = False
    has_fraction = False
    has_part_of_scale = False

    def __init__(self) -> None:
        """Start without a number."""
        self.terms: list[Term] = []

    def digits(self, token: Token) -> None:
        """Take a number in digits."""
        if self.terms and not self.terms[-1].scale:
            refuse("two numbers instead of one")
        self.has_digits = True
        self._add(token.mantissa, token.exponent, is_digits=True)

    def cardinal(self, _: Token) -> None:
        """Take the ending of a number in digits, "5-ти"."""
        self.lacks_noun = True

    def part(self, token: Token) -> None:
        """Take "½": alone, or after whole digits."""
        if self.terms and (self.terms[-1].scale or self.terms[-1].exponent):
            refuse("two numbers instead of one")
        self.has_digits = bool(self.terms)
        self.has_fraction = not self.terms
        self._add(token.mantissa, token.exponent)

    def number(self, token: Token) -> None:
        """Take a number in words."""
        self._spell_out_prefix()
        if self.is_joined and self.terms and self.terms[-1].scale and token[1:3] == _HALF:
            self.half(token)
            return
        last = self.terms[-1] if self.terms else None
        if last is not None and last.is_digits and not last.scale and token[1:3] != _HALF:
            refuse("two numbers instead of one")
        tens = token.mantissa * _TEN**token.exponent if token.exponent >= 0 else 0
        if self.is_joined and last is not None and not last.scale and _TEN < tens < _HUNDRED and last.exponent >= 0:
            # "fünfundzwanzig": units come before tens.
            if not 0 < last.mantissa * _TEN**last.exponent < _TEN or token.exponent != 1:
                refuse("two numbers instead of one")
            self.terms[-1] = Term(tens + last.mantissa, 0, 0)
            self.is_joined = False
            return
        self._add(token.mantissa, token.exponent)

    def half(self, _: Token) -> None:
        """Take half of the scale word just before."""
        self._spell_out_prefix()
        if not self.terms or not self.terms[-1].scale:
            refuse("a fraction of something else")
        self._add_part_of_scale(2)

    def _add_part_of_scale(self, denominator: int) -> None:
        mantissa, places = _PARTS_OF_SCALE[denominator]
        scale = self.terms[-1].scale + places
        self.has_part_of_scale = True
        self._add(mantissa, scale, scale)

    def scale(self, token: Token) -> None:
        """Take a scale word."""
        if self.is_counted or self.has_part_of_scale:
            refuse("a scale word without its number")
        self.lacks_noun = False
        if not self.terms:
            self._put_before(token)
            return
        if self.prefix is not None:
            self._split_prefix(token)
        start = len(self.terms)
        while start and self.terms[start - 1].scale < token.exponent:
            start -= 1
        if start == len(self.terms):
            refuse("a scale word without its number")
        if len(self.terms) - start > 1 and max(term.scale for term in self.terms[start:]) >= _MILLION:
            # "3 thousand 200 million" is one number; "1 million 2 billion" are two.
            refuse("two numbers instead of one")
        mantissa, exponent, scale, is_digits = add_up(self.terms[start:])
        self.terms[start:] = [Term(mantissa, exponent + token.exponent, scale + token.exponent, is_digits)]
        if start:
            self._check_room(*self.terms[-2:])

    def fraction(self, token: Token) -> None:
        """Take a word such as "third"."""
        self._spell_out_prefix()
        denominator, places = token.mantissa, token.exponent
        if self.is_joined and self.terms and self.terms[-1].scale and denominator in _PARTS_OF_SCALE:
            self._add_part_of_scale(denominator)
            return
        numerator = 1
        if self.terms and not self.is_joined:
            # "two thirds" divides the two; "two and a half" adds to it.
            term = self.terms.pop()
            numerator = 0 if term.exponent or term.is_digits else term.mantissa
        if not 0 < numerator < denominator:
            refuse("a fraction of something else")
        # Rounded half up at the last decimal taken.
        self._add((2 * numerator * 10**places + denominator) // (2 * denominator), -places)
        self.has_fraction = True

    def join(self, _: Token) -> None:
        """Take an "and", which must join a number to one before it: "с половиной миллиарда" lost its beginning."""
        if not self.terms and self.prefix is None:
            refuse("the end of a number")
        self.is_joined = True

    def separator(self, _: Token) -> None:
        """Take a mark that ends a figure."""
        self.is_separated = bool(self.terms)

    def _add(self, mantissa: int, exponent: int, scale: int = 0, *, is_digits: bool = False) -> None:
        """Add a term, which must be smaller than the last digit of the one before."""
        term = Term(mantissa, exponent, scale, is_digits)
        if self.terms:
            if self.is_separated or self.is_counted:
                refuse("two numbers instead of one")
            if 0 in self.amounts and any(self.amounts):
                # "$4 billion and $500 million".
                refuse("two amounts instead of one")
            self._check_room(self.terms[-1], term)
        self.numbers += 1
        self.is_joined = False
        self.terms.append(term)

    def _check_room(self, before: Term, term: Term) -> None:
        """Refuse a term that is too large, or comes after a decimal: "4.5 billion 50 million"."""
        room = before.exponent - term.exponent
        if room <= 0 or term.mantissa >= _TEN**room or before.exponent < before.scale:
            refuse("two numbers instead of one")

    def _put_before(self, token: Token) -> None:
        """Keep a scale word without a number; a larger one multiplies it: 百万, "mil millones"."""
        if self.prefix is None:
            # "USD million" is the head of a table, not short for one million.
            self.prefix = token._replace(is_short=token.is_short or bool(self.amounts))
        elif token.exponent > self.prefix.exponent:
            total = self.prefix.exponent + token.exponent
            self.prefix = token._replace(exponent=total, is_short=token.is_short or self.prefix.is_short)
        else:
            refuse("a scale word without its number")

    def _spell_out_prefix(self) -> None:
        """Read a scale word before a number in words as one times it: "миллиард двести миллионов"."""
        if self.prefix is not None:
            if self.prefix.is_short:
                refuse("a scale word without its number")
            exponent, self.prefix = self.prefix.exponent, None
            is_joined = self.is_joined
            self._add(1, exponent, exponent)
            self.is_joined = is_joined

    def _split_prefix(self, token: Token) -> None:
        """Read a scale word before digits as one times it, if the digits have a smaller scale word of their own."""
        if self.prefix is not None and (self.prefix.is_short or self.prefix.exponent <= token.exponent):
            refuse("a scale word without its number")
        terms, self.terms = self.terms, []
        self._spell_out_prefix()
        for term in terms:
            self._add(*term[:3], is_digits=term.is_digits)

    def total(self) -> Term:
        """Return the sum of all terms."""
        if self.prefix is not None:
            self._settle_prefix(self.prefix)
        if not self.terms:
            refuse("no number in it")
        if len(self.terms) > 1:
            self._check_tail()
        return add_up(self.terms)

    def _settle_prefix(self, prefix: Token) -> None:
        """Multiply the digits after a scale word; alone it means one: "миллиард долларов"."""
        if not self.terms:
            self._spell_out_prefix()
            return
        if len(self.terms) > 1:
            refuse("a scale word without its number")
        mantissa, exponent, scale, is_digits = self.terms[0]
        power = prefix.exponent
        self.terms[0] = Term(mantissa, exponent + power, scale + power, is_digits)

    def _check_tail(self) -> None:
        """Refuse digits without a scale word after a scale word, except for the next group of three or four."""
        *others, last = self.terms
        if last.exponent < 0 and any(term.scale for term in others):
            # "1 billion and a third" is not a billion dollars and 33 cents.
            refuse("a part without its scale word")
        if last.scale or not (last.is_digits or any(term.is_digits for term in others)) or not others[-1].scale:
            return
        if last.mantissa < _GROUPS.get(others[-1].scale, _TOO_LARGE) or not last.is_digits:
            refuse("two numbers instead of one")


def add_up(terms: Sequence[Term]) -> Term:
    """Add up terms, to the place of the last digit of the last one."""
    if len(terms) == 1:
        return terms[0]
    _, exponent, scale, _ = terms[-1]
    mantissa = sum(term.mantissa * 10 ** (term.exponent - exponent) for term in terms)
    return Term(mantissa, exponent, scale, any(term.is_digits for term in terms))
