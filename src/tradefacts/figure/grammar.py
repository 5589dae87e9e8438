"""Put the tokens of a figure together: number [scale] [number scale]…, with its unit anywhere.

A figure is a sum of terms, each below the last place of the one before: "$2 млрд 125,8 млн" is
2 × 10**9 + 1258 × 10**5. A scale word multiplies the terms before it that no greater scale has closed; before the only
digits, with nothing behind them, it multiplies those ("USD million 757"). Two numbers that nothing of this joins are
no figure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, NoReturn

from tradefacts.errors import InvalidFigureError
from tradefacts.figure.value import ParsedFigure, strip_zeros

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tradefacts.figure.tokens import Token
    from tradefacts.figure.value import Unit

_TOO_PRECISE = 10**14
"""One digit less than a float keeps apart: the ends of an interval have a digit more than the figure."""
_TOO_LARGE = 10**18
"""Smaller numbers fit an integer of the compiled base."""
_GROUPS = {3: 100, 4: 1}
"""Scale word → the least that digits behind it without one may be: "5 thousand 500", 5万2000."""
_TEN = 10
_HUNDRED = 100
_HALF = (5, -1)
_SIGNS = frozenset({"plus", "minus"})
_BESIDE_SIGN = frozenset(
    {"digits", "part", "number", "money", "of", "scale", "fraction", "percent", "times", "separator"}
)


def compose(tokens: Iterable[Token]) -> ParsedFigure:
    """Return the figure that the tokens make.

    Raises:
        InvalidFigureError: they make none: no number, two numbers, two units, two currencies.
    """
    composer = _Composer()
    for token in tokens:
        kind = token.kind
        if composer.previous in _SIGNS and kind not in _BESIDE_SIGN:
            # "plus de 5" is a bound.
            _refuse("a sign without its number")
        _RULES[kind](composer, token)
        composer.previous = kind
    return composer.finish()


def _refuse(reason: str) -> NoReturn:
    raise InvalidFigureError(reason, hint="expected one figure, without the words around it")


class _Term(NamedTuple):
    mantissa: int
    exponent: int
    scale: int
    """The power of ten by which scale words have multiplied it."""
    is_digits: bool = False


class _Composer:
    """The figure so far. Its methods from `digits` to `separator` are the rules, one for each kind of token."""

    previous: str | None = None
    prefix: Token | None = None
    """A scale word before any number."""
    unit: Unit | None = None
    is_counted = False
    """The number has been given its unit, percent or times: what follows is no part of it."""
    codes: tuple[str, ...] | None = None
    """The currencies it can be in; empty for none in particular."""
    usual: tuple[str, ...] = ()
    numbers = 0
    """How many numbers have been read."""
    amounts: tuple[int, ...] = ()
    """How many had been, at each currency."""
    lacks_noun = False
    """"5-ти" calls for what is counted."""
    lacks_money = False
    """"Canadian" calls for dollars."""
    direction = 0
    """-1 for a fall, 1 for a rise, 0 where nothing says."""
    is_signed = False
    is_index = False
    is_minimum = False
    is_rough = False
    is_joined = False
    is_separated = False
    has_digits = False
    has_fraction = False
    half_of_scale = False

    def __init__(self) -> None:
        self.terms: list[_Term] = []

    def digits(self, token: Token) -> None:
        if self.terms:
            if self.previous == "hyphen":
                _refuse("a range instead of one number")
            if not self.terms[-1].scale:
                _refuse("two numbers instead of one")
        elif self.previous == "hyphen":
            self.minus(token)
        self.has_digits = True
        self._add(token.mantissa, token.exponent, is_digits=True)

    def cardinal(self, _: Token) -> None:
        self.lacks_noun = True

    def part(self, token: Token) -> None:
        """Take "½": alone, or behind whole digits."""
        if self.terms and (self.terms[-1].scale or self.terms[-1].exponent):
            _refuse("two numbers instead of one")
        self.has_digits = bool(self.terms)
        self.has_fraction = not self.terms
        self._add(token.mantissa, token.exponent)

    def number(self, token: Token) -> None:
        self._spell_out_prefix()
        if self.is_joined and self.terms and self.terms[-1].scale and token[1:3] == _HALF:
            self.half(token)
            return
        last = self.terms[-1] if self.terms else None
        if last is not None and last.is_digits and not last.scale and token[1:3] != _HALF:
            _refuse("two numbers instead of one")
        tens = token.mantissa * _TEN**token.exponent if token.exponent >= 0 else 0
        if self.is_joined and last is not None and not last.scale and _TEN < tens < _HUNDRED and last.exponent >= 0:
            # "fünfundzwanzig": the ones come before the tens.
            if not 0 < last.mantissa * _TEN**last.exponent < _TEN or token.exponent != 1:
                _refuse("two numbers instead of one")
            self.terms[-1] = _Term(tens + last.mantissa, 0, 0)
            self.is_joined = False
            return
        self._add(token.mantissa, token.exponent)

    def half(self, _: Token) -> None:
        """Take half of the scale word just before."""
        self._spell_out_prefix()
        if not self.terms or not self.terms[-1].scale:
            _refuse("a fraction of something else")
        self.half_of_scale = True
        self._add(5, self.terms[-1].scale - 1, self.terms[-1].scale - 1)

    def scale(self, token: Token) -> None:
        if self.is_counted or self.half_of_scale:
            _refuse("a scale word without its number")
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
            _refuse("a scale word without its number")
        mantissa, exponent, scale, is_digits = _sum(self.terms[start:])
        self.terms[start:] = [_Term(mantissa, exponent + token.exponent, scale + token.exponent, is_digits)]
        if start:
            self._check_room(*self.terms[-2:])

    def fraction(self, token: Token) -> None:
        self._spell_out_prefix()
        denominator, places = token.mantissa, token.exponent
        if self.is_joined and self.terms and self.terms[-1].scale and denominator == 2:  # noqa: PLR2004 - a half
            self.half(token)
            return
        numerator = 1
        if self.terms and not self.is_joined:
            # "two thirds" divides the two; "two and a half" leaves it.
            term = self.terms.pop()
            numerator = 0 if term.exponent or term.is_digits else term.mantissa
        if not 0 < numerator < denominator:
            _refuse("a fraction of something else")
        # Rounded half up at the last decimal taken.
        self._add((2 * numerator * 10**places + denominator) // (2 * denominator), -places)
        self.has_fraction = True

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
        """Take Chinese 倍 as what was added: twice is 200 percent."""
        self._count("percent")
        if len(self.terms) != 1:
            _refuse("two numbers instead of one")
        mantissa, exponent, scale, is_digits = self.terms.pop()
        self.terms.append(_Term(mantissa, exponent + 2, scale + 2, is_digits))
        self.is_counted = True

    def percent(self, _: Token) -> None:
        self._count("percent")
        self.is_counted = bool(self.terms) or self.prefix is not None

    def tenth(self, token: Token) -> None:
        self._count("percent")
        if len(self.terms) != 1:
            _refuse("a scale word without its number")
        self.scale(token._replace(exponent=1))

    def index(self, _: Token) -> None:
        self.is_index = True

    def money(self, token: Token) -> None:
        self._count("money")
        self.lacks_money = False
        if self.amounts and any(0 < place < self.numbers for place in self.amounts):
            _refuse("two amounts instead of one")
        self.amounts = (*self.amounts, self.numbers)
        self._restrict(token)

    def of(self, token: Token) -> None:
        """Take a country, which tells whose currency is meant."""
        self.lacks_money = self.unit != "money"
        self._restrict(token)

    def join(self, _: Token) -> None:
        self.is_joined = True

    def hyphen(self, token: Token) -> None:
        # Before digits it is a minus as well, and `digits` sees to that. Between words it means nothing.
        if self.previous is None:
            self.minus(token)

    def minus(self, _: Token) -> None:
        if self.terms:
            _refuse("a range instead of one number")
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

    def separator(self, _: Token) -> None:
        self.is_separated = bool(self.terms)

    def rough(self, _: Token) -> None:
        self.is_rough = True

    def finish(self) -> ParsedFigure:
        """Check the sum and make it a figure."""
        if self.prefix is not None:
            self._settle_prefix(self.prefix)
        if not self.terms:
            _refuse("no number in it")
        if self.lacks_noun or self.lacks_money:
            _refuse("a word that lacks its noun")
        mantissa, exponent, scale, _ = _sum(self.terms)
        if len(self.terms) > 1:
            self._check_tail()
        unit = self._find_unit()
        if unit == "percent" and self.unit is None:
            exponent += 2
        decimals = scale - exponent if scale > exponent else 0
        if in_words := self.is_rough or not self.has_digits:
            (mantissa, exponent), decimals = strip_zeros(mantissa, exponent), 0
        if mantissa >= _TOO_PRECISE or (exponent > 0 and mantissa * _TEN**exponent >= _TOO_LARGE):
            _refuse("more digits than a figure has")
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
            _refuse("a negative factor")
        if mantissa * _TEN ** max(0, exponent) <= _TEN ** max(0, -exponent):
            _refuse("a fall by a factor that is none")

    def _add(self, mantissa: int, exponent: int, scale: int = 0, *, is_digits: bool = False) -> None:
        """Add a term, which must fit below the last digit of the one before."""
        term = _Term(mantissa, exponent, scale, is_digits)
        if self.terms:
            if self.is_separated or self.is_counted:
                _refuse("two numbers instead of one")
            if 0 in self.amounts and any(self.amounts):
                # "$4 billion and $500 million".
                _refuse("two amounts instead of one")
            self._check_room(self.terms[-1], term)
        self.numbers += 1
        self.is_joined = False
        self.terms.append(term)

    def _check_room(self, before: _Term, term: _Term) -> None:
        """Refuse a term that does not fit below the one before, or comes after a decimal: "4.5 billion 50 million"."""
        room = before.exponent - term.exponent
        if room <= 0 or term.mantissa >= _TEN**room or before.exponent < before.scale:
            _refuse("two numbers instead of one")

    def _put_before(self, token: Token) -> None:
        """Keep a scale word that has no number yet; a larger one multiplies it: 百万, "mil millones"."""
        if self.prefix is None:
            # "USD million" heads a table: it is not short for one million.
            self.prefix = token._replace(is_short=token.is_short or self.unit == "money")
        elif token.exponent > self.prefix.exponent:
            total = self.prefix.exponent + token.exponent
            self.prefix = token._replace(exponent=total, is_short=token.is_short or self.prefix.is_short)
        else:
            _refuse("a scale word without its number")

    def _spell_out_prefix(self) -> None:
        """Read a scale word before a number in words as one of it: "миллиард двести миллионов"."""
        if self.prefix is not None:
            if self.prefix.is_short:
                _refuse("a scale word without its number")
            exponent, self.prefix = self.prefix.exponent, None
            is_joined = self.is_joined
            self._add(1, exponent, exponent)
            self.is_joined = is_joined

    def _split_prefix(self, token: Token) -> None:
        """Read a scale word before digits as one of it, now that they have a smaller scale word of their own."""
        if self.prefix is not None and (self.prefix.is_short or self.prefix.exponent <= token.exponent):
            _refuse("a scale word without its number")
        terms, self.terms = self.terms, []
        self._spell_out_prefix()
        for term in terms:
            self._add(*term[:3], is_digits=term.is_digits)

    def _settle_prefix(self, prefix: Token) -> None:
        """Multiply the digits behind a scale word; alone it stands for one: "миллиард долларов"."""
        if not self.terms:
            self._spell_out_prefix()
            return
        if len(self.terms) > 1:
            _refuse("a scale word without its number")
        mantissa, exponent, scale, is_digits = self.terms[0]
        power = prefix.exponent
        self.terms[0] = _Term(mantissa, exponent + power, scale + power, is_digits)

    def _check_tail(self) -> None:
        """Refuse digits without a scale word behind some with one, but for the next group of three or four."""
        *others, last = self.terms
        if last.exponent < 0 and any(term.scale for term in others):
            # "1 billion and a third" is not a billion dollars and 33 cents.
            _refuse("a part that lacks its scale word")
        if last.scale or not (last.is_digits or any(term.is_digits for term in others)) or not others[-1].scale:
            return
        if last.mantissa < _GROUPS.get(others[-1].scale, _TOO_LARGE) or not last.is_digits:
            _refuse("two numbers instead of one")

    def _find_unit(self) -> Unit:
        if self.is_index:
            if self.unit != "percent" or self.direction:
                _refuse("an index that is no percentage")
            return "index"
        if self.unit is None and self.has_fraction and len(self.terms) == 1 and not self.terms[0].scale:
            # "a third", said of growth or of a share.
            return "percent"
        return self.unit or "number"

    def _find_currency(self) -> tuple[str | None, tuple[str, ...]]:
        """Return the currency meant; or None, and those that share the word."""
        codes = self.codes or ()
        if len(codes) == 1:
            return codes[0], ()
        meant = next((code for code in self.usual if code in codes), None)
        return (meant, ()) if meant else (None, codes)

    def _restrict(self, token: Token) -> None:
        """Keep the currencies that a further word leaves possible."""
        if token.usual is not None:
            self.usual = (*self.usual, token.usual)
        if not token.codes:
            self.codes = self.codes or ()
        elif not self.codes:
            self.codes = token.codes
        else:
            common = tuple(code for code in self.codes if code in token.codes)
            if not common:
                _refuse(f"two currencies, {self._find_currency()[0] or 'another'} and {token.usual or 'another'}")
            self.codes = common

    def _count(self, unit: Unit) -> None:
        if self.unit not in {None, unit}:
            _refuse(f"two units, {self.unit} and {unit}")
        self.unit = unit
        self.lacks_noun = False

    def _turn(self, direction: int) -> None:
        if self.direction not in {0, direction}:
            _refuse("a rise and a fall")
        if self.is_joined:
            # "20 percent and more".
            _refuse("a bound word")
        self.direction = direction

    def _compare(self, direction: int) -> None:
        """Take "less" behind a percentage or factor; before the number it would be a bound."""
        if not self.is_counted:
            _refuse("a bound word")
        self._turn(direction)


def _sum(terms: Sequence[_Term]) -> _Term:
    """Add terms up, to the place of the last digit of the last one."""
    if len(terms) == 1:
        return terms[0]
    _, exponent, scale, _ = terms[-1]
    mantissa = sum(term.mantissa * 10 ** (term.exponent - exponent) for term in terms)
    return _Term(mantissa, exponent, scale, any(term.is_digits for term in terms))


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
