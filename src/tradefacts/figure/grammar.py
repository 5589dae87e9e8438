"""Combine the tokens of a figure: a number, and its unit, currency and direction in any position.

Two numbers without a known pattern are refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.figure.sums import Sum, refuse
from tradefacts.figure.value import ParsedFigure, strip_zeros

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tradefacts.figure.tokens import Token
    from tradefacts.figure.value import Unit

_TOO_PRECISE = 10**14
"""One digit less than a float distinguishes, because the ends of an interval have one digit more than the figure."""
_TOO_LARGE = 10**18
"""Smaller numbers fit an integer of the compiled base."""
_TEN = 10
_SIGNS = frozenset({"plus", "minus"})
_BESIDE_SIGN = frozenset(
    {"digits", "part", "number", "money", "of", "scale", "fraction", "percent", "times", "separator"}
)


def compose(tokens: Iterable[Token]) -> ParsedFigure:
    """Return the figure that the tokens form.

    Raises:
        InvalidFigureError: they form none: no number, two numbers, two units, two currencies.
    """
    composer = _Composer()
    for token in tokens:
        kind = token.kind
        if composer.previous in _SIGNS and kind not in _BESIDE_SIGN:
            # "plus de 5" is a bound.
            refuse("a sign without its number")
        _RULES[kind](composer, token)
        composer.previous = kind
    return composer.finish()


class _Composer(Sum):
    """The figure so far. Its public methods and those of `Sum` are the grammar rules, one for each kind of token."""

    previous: str | None = None
    unit: Unit | None = None
    codes: tuple[str, ...] | None = None
    """The currencies it can be in; empty if nothing has been said."""
    usual: tuple[str, ...] = ()
    """What the currency words mean alone."""
    lacks_money = False
    """An adjective such as "Canadian" needs a currency word."""
    direction = 0
    """-1 for a fall, 1 for a rise, 0 if nothing says."""
    is_signed = False
    is_index = False
    is_minimum = False
    is_rough = False

    def digits(self, token: Token) -> None:
        if self.previous == "hyphen":
            self.minus(token)
        super().digits(token)

    def times(self, token: Token) -> None:
        self._count("factor")
        if token.mantissa:
            self.number(token)
        self.is_counted = bool(self.terms) or self.prefix is not None

    def divided(self, token: Token) -> None:
        self.direction = -1
        self._count("factor")
        if token.mantissa:
            self.number(token)
            self.is_counted = True

    def added(self, _: Token) -> None:
        """Read Chinese 倍 as the increase: twice is 200 percent."""
        self._count("percent")
        if len(self.terms) != 1:
            refuse("two numbers instead of one")
        (term,) = self.terms
        self.terms = [term._replace(exponent=term.exponent + 2, scale=term.scale + 2)]
        self.is_counted = True

    def percent(self, _: Token) -> None:
        self._count("percent")
        self.is_counted = bool(self.terms) or self.prefix is not None

    def tenth(self, token: Token) -> None:
        self._count("percent")
        if len(self.terms) != 1:
            refuse("a scale word without its number")
        self.scale(token._replace(exponent=1))

    def index(self, _: Token) -> None:
        self.is_index = True

    def money(self, token: Token) -> None:
        self._count("money")
        self.lacks_money = False
        if self.amounts and any(0 < place < self.numbers for place in self.amounts):
            refuse("two amounts instead of one")
        self.amounts = (*self.amounts, self.numbers)
        self._restrict(token)

    def of(self, token: Token) -> None:
        """Take a country, which narrows down the currency."""
        self.lacks_money = self.unit != "money"
        self._restrict(token)

    def hyphen(self, token: Token) -> None:
        # Before digits it can also be a minus, which `digits` handles. Between words it means nothing.
        if self.previous is None:
            self.minus(token)

    def minus(self, _: Token) -> None:
        if self.terms:
            refuse("a range instead of one number")
        self.direction = -1
        self.is_signed = True

    def plus(self, _: Token) -> None:
        if self.terms:
            self.is_minimum = True
        else:
            self.direction = 1

    def fall(self, _: Token) -> None:
        self._turn(-1)

    def rise(self, _: Token) -> None:
        self._turn(1)

    def less(self, _: Token) -> None:
        self._compare(-1)

    def more(self, _: Token) -> None:
        self._compare(1)

    def pass_over(self, _: Token) -> None:
        pass

    def rough(self, _: Token) -> None:
        self.is_rough = True

    def finish(self) -> ParsedFigure:
        """Check the sum and return it as a figure."""
        mantissa, exponent, scale, _ = self.total()
        if self.lacks_noun or self.lacks_money:
            refuse("an adjective without its noun")
        unit = self._find_unit()
        if unit == "percent" and self.unit is None:
            exponent += 2
        decimals = scale - exponent if scale > exponent else 0
        if in_words := self.is_rough or not self.has_digits:
            (mantissa, exponent), decimals = strip_zeros(mantissa, exponent), 0
        if mantissa >= _TOO_PRECISE or (exponent > 0 and mantissa * _TEN**exponent >= _TOO_LARGE):
            refuse("more digits than a figure has")
        currency, shared_by = self._find_currency() if unit == "money" else (None, ())
        is_fall, is_rise = self.direction < 0, self.direction > 0
        if is_fall:
            if unit == "factor":
                self._check_fall(mantissa, exponent)
            mantissa = -mantissa
        return ParsedFigure(mantissa, exponent, unit, currency, decimals, in_words, shared_by, is_rise, self.is_minimum)

    def _check_fall(self, mantissa: int, exponent: int) -> None:
        """Refuse a factor with a minus, and a fall by less than once."""
        if self.is_signed:
            refuse("a negative factor")
        if mantissa * _TEN ** max(0, exponent) <= _TEN ** max(0, -exponent):
            refuse("a fall by a factor of less than one")

    def _find_unit(self) -> Unit:
        if self.is_index:
            if self.unit != "percent" or self.direction:
                refuse("an index that is not a percentage")
            return "index"
        if self.unit is None and self.has_fraction and len(self.terms) == 1 and not self.terms[0].scale:
            # "a third", as a growth or a share.
            return "percent"
        return self.unit or "number"

    def _find_currency(self) -> tuple[str | None, tuple[str, ...]]:
        """Return the currency meant, or None and the currencies that share the word."""
        codes = self.codes or ()
        if len(codes) == 1:
            return codes[0], ()
        meant = next((code for code in self.usual if code in codes), None)
        return (meant, ()) if meant else (None, codes)

    def _restrict(self, token: Token) -> None:
        """Keep the currencies that are still possible with another word."""
        if token.usual is not None:
            self.usual = (*self.usual, token.usual)
        if not token.codes:
            self.codes = self.codes or ()
        elif not self.codes:
            self.codes = token.codes
        else:
            common = tuple(code for code in self.codes if code in token.codes)
            if not common:
                refuse(f"two currencies, {self._find_currency()[0] or 'another'} and {token.usual or 'another'}")
            self.codes = common

    def _count(self, unit: Unit) -> None:
        if self.unit not in {None, unit}:
            refuse(f"two units, {self.unit} and {unit}")
        self.unit = unit
        self.lacks_noun = False

    def _turn(self, direction: int) -> None:
        if self.direction not in {0, direction}:
            refuse("a rise and a fall")
        if self.is_joined:
            # "20 percent and more".
            refuse("a bound word")
        self.direction = direction

    def _compare(self, direction: int) -> None:
        """Take "less" after a percentage or factor; before the number it would be a bound."""
        if not self.is_counted:
            refuse("a bound word")
        self._turn(direction)


_RULES: dict[str, Callable[[_Composer, Token], None]] = {
    "digits": _Composer.digits,
    "cardinal": _Composer.cardinal,
    "part": _Composer.part,
    "number": _Composer.number,
    "fraction": _Composer.fraction,
    "half": _Composer.half,
    "scale": _Composer.scale,
    "tenth": _Composer.tenth,
    "times": _Composer.times,
    "divided": _Composer.divided,
    "added": _Composer.added,
    "percent": _Composer.percent,
    "index": _Composer.index,
    "money": _Composer.money,
    "of": _Composer.of,
    "minus": _Composer.minus,
    "plus": _Composer.plus,
    "up": _Composer.rise,
    "down": _Composer.fall,
    "more": _Composer.more,
    "less": _Composer.less,
    "and": _Composer.join,
    "hyphen": _Composer.hyphen,
    "separator": _Composer.separator,
    "filler": _Composer.pass_over,
    "rough": _Composer.rough,
}
