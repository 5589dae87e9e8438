"""The value type of this package: an exact number with the place of its last printed digit.

All arithmetic is on integers, `mantissa × 10**exponent`; the result is converted to a float once, at the end.
"""

from __future__ import annotations

from typing import Literal

from tradefacts.errors import InvalidFigureError
from tradefacts.interval import Interval
from tradefacts.named_tuples import NamedTuple

Bound = Literal["=", "~", ">", "<"]
Unit = Literal["money", "percent", "index", "factor", "number"]
Form = Literal["strict", "loose", "wide"]
"""How printed digits are read: as they are; with zeros at the end as rounding; as rounded or truncated."""

_SCALE_NAMES = ((15, "thousand trillion"), (12, "trillion"), (9, "billion"), (6, "million"), (3, "thousand"), (0, ""))
_ROUNDED_PLACES = 2
"""Decimals of the growth for a fall by a factor: 1 / 2.8 - 1 is -64.29 percent."""
_MOST_PLACES = 4
"""Decimals that such a growth can be recorded with."""
_OUTWARD_PLACES = 10
"""Decimals at which an end with infinitely many is rounded outward; 15 digits are exact in a float."""


class ParsedFigure(NamedTuple):
    """One meaning of a printed figure. `str()` gives a text that `settle_figure` reads back.

    >>> str(ParsedFigure(43, 8, "money", "USD", decimals=1))
    'USD 4.3 billion'
    """

    mantissa: int
    """The printed digits as one whole number, negative for a fall: 43 for "$4,3 billion", -2 for "halved"."""
    exponent: int
    """The place of the last printed digit: the figure is exactly mantissa × 10**exponent."""
    unit: Unit
    """What is counted: money, percent, an index (115.2 for growth of 15.2), a factor ("1.5-fold") or a plain number."""
    currency: str | None = None
    """ISO 4217 code; None if none is printed or several currencies share the word."""
    decimals: int = 0
    """Digits after the decimal mark. Zeros there are significant; those of a whole number can be rounding."""
    in_words: bool = False
    """Printed without digits ("doubled", "half a billion dollars"), and therefore imprecise."""
    shared_by: tuple[str, ...] = ()
    """The codes of the currencies that share the printed word, sorted; empty if no currency is printed."""
    is_rise: bool = False
    """Printed as a rise ("+5 %", "an increase of 5 %"), so that it cannot be recorded as a fall."""
    is_minimum: bool = False
    """Printed with a plus after it ("$5 billion+"), so that the bound must be ">"."""

    @property
    def value(self) -> int | float:
        """The number itself: units of the currency, percent, the index, the factor, or units."""
        return _shift(self.mantissa, self.exponent)

    @property
    def percent(self) -> int | float:
        """The growth of an index or a factor (50 for "1.5-fold", -50 for "halved"); otherwise the value.

        A fall by a factor is rounded to hundredths of a percent.
        """
        if self.unit not in {"factor", "index"}:
            return self.value
        top, bottom = self._measure(self.mantissa, self.exponent)
        return _round(top, bottom, _ROUNDED_PLACES) if self._is_inverted else _divide(top, bottom)

    def means(self, recorded: float) -> bool:
        """Whether a base can record it as this value or percent; a fall by a factor can be rounded at any decimal."""
        if not self._is_inverted:
            return self.percent == recorded
        top, bottom = self._measure(self.mantissa, self.exponent)
        return any(_round(top, bottom, places) == recorded for places in range(_MOST_PLACES + 1))

    def interval(self, bound: Bound = "=", form: Form = "strict") -> Interval[int | float]:
        """Return the numbers that the printed digits stand for, in the units of `percent`.

        Half a unit of the last printed digit on each side; of the last digit other than 0 with the bound "~" and for
        words. `loose` treats zeros at the end of a whole number as rounding, and "about" as one unit of the last
        digit other than 0 on each side. `wide` also allows for truncated digits: up to a whole unit away from zero.
        ">" starts at the value and "<" ends there; both refer to the magnitude, so they are reversed for a fall.
        An end with infinitely many decimals (of a fall by a factor) is rounded outward at the tenth.

        Raises:
            InvalidFigureError: the bound is not one of the four.

        >>> ParsedFigure(500, 6, "money", "USD").interval()
        Interval(low=499500000, high=500500000)
        >>> ParsedFigure(500, 6, "money", "USD").interval(form="loose")
        Interval(low=450000000, high=550000000)
        >>> ParsedFigure(1317, 6, "money", "USD", decimals=3).interval(form="wide")
        Interval(low=1316500000, high=1318000000)
        """
        mantissa, exponent = self.mantissa, self.exponent
        if bound in {">", "<"}:
            end = self._find_end(mantissa, exponent, is_low=(is_low := (bound == ">") == (mantissa >= 0)))
            return Interval(end, None) if is_low else Interval(None, end)
        if bound not in {"=", "~"}:
            message = f"unknown bound {bound!r}"
            raise InvalidFigureError(message, hint="expected one of = ~ > <")
        if bound == "~" or self.in_words or (form != "strict" and not self.decimals):
            mantissa, exponent = strip_zeros(mantissa, exponent)
        inward = 10 if bound == "~" and form != "strict" else 5
        outward = 10 if form == "wide" and not self.in_words else inward
        below, above = (outward, inward) if mantissa < 0 else (inward, outward)
        return Interval(
            self._find_end(mantissa * 10 - below, exponent - 1, is_low=True),
            self._find_end(mantissa * 10 + above, exponent - 1, is_low=False),
        )

    def __neg__(self) -> ParsedFigure:
        """Return the same figure as a fall, or a fall as a rise; "3 times" becomes a fall to a third."""
        return self._replace(mantissa=-self.mantissa)

    def __str__(self) -> str:
        """Return the canonical text: 'USD 4.3 billion', '-24.5%', '1.5 times', '2 times down in words'."""
        fall = " down" if self._is_inverted else ""
        mantissa = abs(self.mantissa) if fall else self.mantissa
        amount = _amount(mantissa, self.exponent, self.decimals, is_rounded=self.in_words)
        currency = self.currency or "/".join(self.shared_by)
        text = {
            "money": f"{currency} {amount}" if currency else f"{amount} in currency",
            "percent": f"{amount}%",
            "index": f"{amount}% index",
            "factor": f"{amount} times{fall}",
            "number": amount,
        }[self.unit]
        marks = ("+" if self.is_rise else "", " in words" if self.in_words else "", " +" if self.is_minimum else "")
        return f"{marks[0]}{text}{marks[1]}{marks[2]}"

    @property
    def _is_inverted(self) -> bool:
        return self.unit == "factor" and self.mantissa < 0

    def _find_end(self, mantissa: int, exponent: int, *, is_low: bool) -> int | float | None:
        """Return an end of the interval in the units of `percent`; None if it is open."""
        if self.unit not in {"factor", "index"}:
            return _shift(mantissa, exponent)
        if not self._is_inverted:
            return _divide(*self._measure(mantissa, exponent))
        if mantissa >= 0:
            # A fall by a factor that can be zero: no growth is too large.
            return None
        top, bottom = self._measure(mantissa, exponent)
        unit: int = 10**_OUTWARD_PLACES
        return _divide(top * unit // bottom if is_low else -(-top * unit // bottom), unit)

    def _measure(self, mantissa: int, exponent: int) -> tuple[int, int]:
        """Return a number of this figure's unit in the units of `percent`, as two whole numbers, the lower above 0."""
        top, bottom = _write_fraction(mantissa, exponent)
        if self._is_inverted:
            # 100 / factor - 100, with the factor stored as negative.
            top, bottom = 100 * (bottom + top), -top
        elif self.unit == "factor":
            top = 100 * (top - bottom)
        elif self.unit == "index":
            top -= 100 * bottom
        return top, bottom


def strip_zeros(mantissa: int, exponent: int) -> tuple[int, int]:
    """Return the same number with a last digit other than 0; zero stays as it is."""
    while mantissa and mantissa % 10 == 0:
        mantissa, exponent = mantissa // 10, exponent + 1
    return mantissa, exponent


def _shift(mantissa: int, exponent: int) -> int | float:
    """Return mantissa × 10**exponent."""
    return mantissa * 10**exponent if exponent >= 0 else _divide(mantissa, 10**-exponent)


def _write_fraction(mantissa: int, exponent: int) -> tuple[int, int]:
    return (mantissa * 10**exponent, 1) if exponent >= 0 else (mantissa, 10**-exponent)


def _divide(top: int, bottom: int) -> int | float:
    whole, rest = divmod(top, bottom)
    # The division of two integers is rounded correctly, to the float nearest to the decimal.
    return top / bottom if rest else whole


def _round(top: int, bottom: int, places: int) -> int | float:
    """Round half away from zero."""
    unit: int = 10**places
    digits = (2 * abs(top) * unit + bottom) // (2 * bottom)
    return _divide(digits if top >= 0 else -digits, unit)


def _amount(mantissa: int, exponent: int, decimals: int, *, is_rounded: bool) -> str:
    """Return digits and scale word so that the last digit, and whether it is a decimal, can be read from them."""
    decimals = max(decimals, -exponent)
    power, name = next(scale for scale in _SCALE_NAMES if scale[0] <= exponent + decimals)
    places = exponent + decimals - power
    if is_rounded:
        # Zeros mean nothing in words, so they can be written out: 50, not 5 ten.
        mantissa, places = mantissa * 10**places, 0
    digits = str(abs(mantissa)).zfill(decimals + 1)
    if decimals:
        digits = f"{digits[:-decimals]}.{digits[-decimals:]}"
    sign = "-" if mantissa < 0 else ""
    return " ".join(filter(None, (sign + digits, ("", "ten", "hundred")[places], name)))
