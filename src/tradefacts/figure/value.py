"""The value type of this package: an exact number with the place of its last printed digit.

Everything is integer arithmetic on `mantissa × 10**exponent`; a float is made once, at the end.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from tradefacts.errors import InvalidFigureError
from tradefacts.interval import Interval

Bound = Literal["=", "~", ">", "<"]
Unit = Literal["money", "percent", "factor", "number"]
Form = Literal["strict", "loose", "wide"]
"""How printed digits are taken: as they are; zeros at the end as rounding; rounded or cut off."""

_SCALE_NAMES = ((12, "trillion"), (9, "billion"), (6, "million"), (3, "thousand"), (0, ""))


class Figure(NamedTuple):
    """What one printed figure says. `str()` gives a text that `settle_figure` reads back.

    >>> str(Figure(43, 8, "money", "USD", decimals=1))
    'USD 4.3 billion'
    """

    mantissa: int
    """The printed digits as one whole number, negative for a fall: 43 for "$4,3 billion"."""
    exponent: int
    """The place of the last printed digit: the figure is exactly mantissa × 10**exponent."""
    unit: Unit
    """What is counted: money, percent, a factor ("1.5-fold") or a plain number."""
    currency: str | None = None
    """ISO 4217 code; None where none is printed or the word is that of several currencies."""
    decimals: int = 0
    """Digits after the decimal mark. Zeros there are printed on purpose; a whole number's may be rounding."""
    in_words: bool = False
    """Printed without digits ("doubled", "half a billion dollars"), therefore rough."""

    @property
    def value(self) -> int | float:
        """The number itself: units of the currency, percent, the factor, or units."""
        return _decimal(self.mantissa, self.exponent)

    @property
    def percent(self) -> int | float:
        """The growth that a factor means (50 for "1.5-fold", 300 for "4 times"); else the value."""
        return self._measured(self.mantissa, self.exponent)

    def interval(self, bound: Bound = "=", form: Form = "strict") -> Interval[int | float]:
        """Return the numbers that the printed digits stand for, in the units of `percent`.

        Half a unit of the last printed digit to each side; of the last digit other than 0 with the bound "~" and for
        words. `loose` takes the zeros at the end of a whole number as rounding, and "about" as one unit of the last
        digit other than 0 to each side. `wide` allows, besides, that digits were cut off: up to a whole unit away from
        zero. ">" and "<" run from and up to the value; they speak of the magnitude, so they turn round for a fall.

        Raises:
            InvalidFigureError: the bound is none of the four.

        >>> Figure(500, 6, "money", "USD").interval()
        Interval(low=499500000, high=500500000)
        >>> Figure(500, 6, "money", "USD").interval(form="loose")
        Interval(low=450000000, high=550000000)
        >>> Figure(1317, 6, "money", "USD", decimals=3).interval(form="wide")
        Interval(low=1316500000, high=1318000000)
        """
        if bound in {">", "<"}:
            is_low = (bound == ">") == (self.mantissa >= 0)
            return Interval(self.percent, None) if is_low else Interval(None, self.percent)
        if bound not in {"=", "~"}:
            message = f"unknown bound {bound!r}"
            raise InvalidFigureError(message, hint="expected one of = ~ > <")
        mantissa, exponent = self.mantissa, self.exponent
        if bound == "~" or self.in_words or (form != "strict" and not self.decimals):
            mantissa, exponent = strip_zeros(mantissa, exponent)
        inward = 10 if bound == "~" and form != "strict" else 5
        outward = 10 if form == "wide" and not self.in_words else inward
        below, above = (outward, inward) if mantissa < 0 else (inward, outward)
        tenths = mantissa * 10
        return Interval(self._measured(tenths - below, exponent - 1), self._measured(tenths + above, exponent - 1))

    def __neg__(self) -> Figure:
        """Return the same figure as a fall, or a fall as a rise."""
        return self._replace(mantissa=-self.mantissa)

    def __str__(self) -> str:
        """Return the canonical text: 'USD 4.3 billion', '-24.5%', '1.5 times', '2 times in words'."""
        amount = _amount(self.mantissa, self.exponent, self.decimals, is_rounded=self.in_words)
        text = {
            "money": f"{self.currency} {amount}" if self.currency else f"{amount} in currency",
            "percent": f"{amount}%",
            "factor": f"{amount} times",
            "number": amount,
        }[self.unit]
        return f"{text} in words" if self.in_words else text

    def _measured(self, mantissa: int, exponent: int) -> int | float:
        if self.unit != "factor":
            return _decimal(mantissa, exponent)
        # The factor less one, at the place of its last digit or of the one, whichever is the lower.
        places = max(0, -exponent)
        growth = mantissa * 10 ** (exponent + places) - 10**places
        return _decimal(growth, 2 - places)


def strip_zeros(mantissa: int, exponent: int) -> tuple[int, int]:
    """Write the same number with a last digit other than 0; zero stays as it is."""
    while mantissa and mantissa % 10 == 0:
        mantissa, exponent = mantissa // 10, exponent + 1
    return mantissa, exponent


def _decimal(mantissa: int, exponent: int) -> int | float:
    unit: int = 10 ** abs(exponent)
    if exponent >= 0:
        return mantissa * unit
    whole, rest = divmod(mantissa, unit)
    # Division of two integers is correctly rounded: it gives the float nearest to the decimal.
    return mantissa / unit if rest else whole


def _amount(mantissa: int, exponent: int, decimals: int, *, is_rounded: bool) -> str:
    """Write digits and scale word so that the last digit, and whether it is a decimal, can be read off."""
    decimals = max(decimals, -exponent)
    power, name = next(scale for scale in _SCALE_NAMES if scale[0] <= exponent + decimals)
    places = exponent + decimals - power
    if is_rounded:
        # Zeros say nothing in words, so they may be written out: 50, not 5 ten.
        mantissa, places = mantissa * 10**places, 0
    digits = str(abs(mantissa)).zfill(decimals + 1)
    if decimals:
        digits = f"{digits[:-decimals]}.{digits[-decimals:]}"
    sign = "-" if mantissa < 0 else ""
    return " ".join(filter(None, (sign + digits, ("", "ten", "hundred")[places], name)))
