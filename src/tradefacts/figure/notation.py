"""The one notation of amounts: `$4.3 bn` for a figure, `$1.05–1.14 bn` for a range, all digits for an exact one.

A figure keeps the digits of its page, whatever the page's language; a computed range is written with no more digits
than it supports. 1 to 999 stand before the point, unless this would add zeros that nobody printed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.exact import ONE, ZERO, Exact, read_exact, round_outward
from tradefacts.figure.value import strip_zeros

if TYPE_CHECKING:
    from tradefacts.figure.value import ParsedFigure
    from tradefacts.interval import Interval

_SCALES = ((12, " tn"), (9, " bn"), (6, " m"), (3, " k"), (0, ""))
_SIGNS = {"USD": "$", "EUR": "€"}
_BOUND_MARKS = {"=": "", "~": "≈", ">": ">", "<": "<"}
_TURNED = {">": "<", "<": ">"}
_WRITTEN_OUT = 6
"""Digits up to which an amount printed in full is written in full: `$475,000`."""
_HALF = Exact(1, 2)
_DIGITS = 3
"""How many digits an open range is written with, because it has no width to decide it."""
_UNITS = 5
"""The least width of a range in units of its last digit: fewer would be vague, more would feign precision."""


def format_printed(printed: str, bound: str | None) -> str:
    """Return a figure exactly as printed, with the sign of its bound before it."""
    return f"{_BOUND_MARKS[bound or '=']}{printed}"


def format_short(figure: ParsedFigure, bound: str, *, currency: str | None = None, is_change: bool = False) -> str:
    """Return a figure as tables show it: `$4.3 bn`, `>$1.2 bn`, `+24.5 %`, `×1.5`, `÷2` for a fall to half.

    `is_change` gives a percentage its sign.
    """
    # Words without digits ("doubled", "half a billion") are imprecise, with or without a bound.
    mark = _BOUND_MARKS["~" if figure.in_words and bound == "=" else bound]
    mantissa, exponent = figure.mantissa, figure.exponent
    if figure.in_words:
        mantissa, exponent = strip_zeros(mantissa, exponent)
    if figure.unit == "index":
        places = max(0, -exponent)
        mantissa, exponent = mantissa * 10 ** (exponent + places) - 10 ** (places + 2), -places
    digits = abs(mantissa)
    if figure.unit in {"percent", "index"}:
        sign = ("−" if mantissa < 0 else "+") if is_change else ""
        if sign == "−" and figure.unit == "percent":  # "fell by more than 17 %" is a change below −17 %
            mark = _TURNED.get(mark, mark)
        return f"{mark}{sign}{_format_digits(digits, exponent, 0)} %"
    if figure.unit == "factor":
        return f"{mark}{'÷' if mantissa < 0 else '×'}{_format_digits(digits, exponent, 0)}"
    power, scale = _find_scale_of(figure, digits, exponent)
    written = _format_digits(digits, exponent, power)
    if not scale:
        # A comma before three digits could be a decimal mark, unless the amount is written in full.
        whole, point, decimals = written.partition(".")
        written = f"{format_number(int(whole))}{point}{decimals}"
    sign = "−" if mantissa < 0 else ""
    return f"{mark}{sign}{_format_currency(currency or '')}{written}{scale}"


def format_range(low: float | None, high: float | None, unit: str, *, is_change: bool = False) -> str:
    """Return a computed range as people read it; `unit` is a currency, `percent` or `year`, `is_change` writes a plus.

    The result, read as a printed figure, contains the range. If no single figure is narrow enough, both ends are
    written.

    >>> format_range(1046025104, 1139240507, "USD")
    '$1.05–1.14 bn'
    >>> format_range(3183520599, 3283018868, "USD")
    '$3.18–3.28 bn'
    >>> format_range(666519823, 673333334, "USD")
    '$0.67 bn'
    """
    if unit == "year":
        return _format_years(low, high)
    below, above = (None if end is None else read_exact(end) for end in (low, high))
    if below is None or above is None:
        return _format_open(below, above, unit)
    width, top = above - below, _find_top(unit)
    if not width > ZERO:
        place = min(_find_last_place(below), top)
        return _format_ends([_in_units(below, place).floor()], place, unit, is_change=is_change)
    # One figure stands for one unit of its last digit, which must be at least as wide as the range and at most twice.
    step = min(_find_place(width), top)
    step = step if _in_units(width, step) <= ONE else min(step + 1, top)
    figure = _round_high(above, step)
    is_single = Exact(figure) - _HALF <= _in_units(below, step) and _in_units(above, step) <= Exact(figure) + _HALF
    if is_single and figure and _in_units(width, step) >= _HALF:
        return _format_ends([figure], step, unit, is_change=is_change)
    place = _find_range_place(width, max(above, ZERO - below), unit)
    return _format_ends([_round_low(below, place), _round_high(above, place)], place, unit, is_change=is_change)


def format_exact(span: Interval[Exact], *, places: int = 0) -> str:
    """Return the ends of a span in full: `1,250,000,000–1,350,000,000`, `from 1,200,000,000`, `12.5–13.5`."""
    low, high = round_outward(span, places=places)
    if low is None:
        return "any" if high is None else f"up to {format_number(high)}"
    if high is None:
        return f"from {format_number(low)}"
    return format_number(low) if low == high else f"{format_number(low)}–{format_number(high)}"


def format_number(number: float) -> str:
    """Return a number in full, with separators between thousands."""
    return f"{number:,}"


def find_unit(largest: float, currency: str) -> tuple[int, str]:
    """Return the unit for amounts up to the largest, and its name.

    >>> find_unit(4_970_000_000, "USD")
    (1000000000, '$ bn')
    """
    power, scale = _find_scale(max(int(largest), 1), 0)
    return 10**power, f"{_format_currency(currency).rstrip()}{scale}".strip()


def _find_scale_of(figure: ParsedFigure, digits: int, exponent: int) -> tuple[int, str]:
    """Return the scale of a printed figure; zeros in words are not digits."""
    size = len(str(digits)) + exponent
    if not figure.in_words and exponent + figure.decimals == 0 and size <= _WRITTEN_OUT:
        return _SCALES[-1]
    place = exponent - exponent % 3 if figure.in_words else exponent
    return _find_scale(digits * 10 ** max(exponent, 0), place)


def _find_scale(largest: int, place: int) -> tuple[int, str]:
    """Return the scale of a number: one not below its last digit, because zeros written out would count as digits."""
    found = _SCALES[0]
    for scale in _SCALES:
        if scale[0] < place:
            break
        found = scale
        if 10 ** scale[0] <= largest:
            break
    return found


def _format_currency(currency: str) -> str:
    return _SIGNS.get(currency, f"{currency} " if currency else "")


def _format_digits(digits: int, exponent: int, power: int) -> str:
    """Write digits with the point where the power of ten puts it."""
    shift = exponent - power
    if shift >= 0:
        return str(digits * 10**shift)
    text = str(digits).zfill(1 - shift)
    return f"{text[:shift]}.{text[shift:]}"


def _format_years(low: float | None, high: float | None) -> str:
    if low is None:
        return "never, or unknown" if high is None else f"by {high:g}"
    if high is None:
        return f"{low:g} or later, or never"
    return f"{low:g}" if low == high else f"{low:g}–{high:g}"


def _format_open(low: Exact | None, high: Exact | None, unit: str) -> str:
    """Return a range with one end, rounded away from the range."""
    end = low or high
    if end is None:
        return "unknown"
    place = min(_find_place(end) - _DIGITS + 1, _find_top(unit))
    units = _in_units(end, place)
    mantissa = units.ceil() if low is None else units.floor()
    # A bound refers to the magnitude, so for a fall its sign would say the opposite.
    words = ("at least ", "at most ") if end < ZERO else (">", "<")
    return f"{words[low is None]}{_format_ends([mantissa], place, unit, is_change=False)}"


def _format_ends(mantissas: list[int], place: int, unit: str, *, is_change: bool) -> str:
    """Return one figure or two, with their last digit at `place`, in one scale."""
    if mantissas[0] == mantissas[-1]:
        del mantissas[1:]
    largest = max(map(abs, mantissas)) * 10 ** max(place, 0)
    is_percent = unit == "percent"
    power, scale = (0, " %") if is_percent else _find_scale(largest, place)
    currency = "" if is_percent else _format_currency(unit)
    digits = [_format_digits(abs(mantissa), place, power) for mantissa in mantissas]
    marks = ["−" if mantissa < 0 else "+" if is_change and mantissa else "" for mantissa in mantissas]
    if "−" in marks and len(digits) > 1:
        ends = [f"{mark}{currency}{end}" for mark, end in zip(marks, digits, strict=True)]
        return f"{ends[0]} to {ends[1]}{scale}" if is_percent else f"{ends[0]}{scale} to {ends[1]}{scale}"
    return f"{marks[0]}{currency}{'–'.join(digits)}{scale}"


def _find_range_place(width: Exact, size: Exact, unit: str) -> int:
    """Return the place of the last digit of a range's ends: the highest at which the range is enough units wide.

    It is never so high that the scale is larger than the figures: $492–593 m, not $0.49–0.59 bn.
    """
    top, bottom = _find_top(unit), -2 if unit == "percent" else 0
    place = _find_place(width)
    place = place if Exact(_UNITS) <= _in_units(width, place) else place - 1
    scale = next(power for power, _ in _SCALES if power <= max(_find_place(size), 0))
    return max(min(place, top, scale), bottom)


def _find_top(unit: str) -> int:
    """Return the highest place that a last digit can have."""
    return 0 if unit == "percent" else _SCALES[0][0]


def _find_place(number: Exact) -> int:
    """Return the place of the first digit of a number: 6 for 1 to 9 millions; 0 for zero."""
    size = number if number >= ZERO else ZERO - number
    if not size > ZERO:
        return 0
    place = len(str(size.top)) - len(str(size.bottom))
    return place if _in_units(size, place) >= ONE else place - 1


def _find_last_place(number: Exact) -> int:
    """Return the place of the last digit other than 0 of a decimal; 0 for zero."""
    if number.top == 0:
        return 0
    place = -len(str(number.bottom)) + 1
    digits = _in_units(number, place).floor()
    while digits % 10 == 0:
        digits, place = digits // 10, place + 1
    return place


def _in_units(number: Exact, place: int) -> Exact:
    return number / Exact(10**place) if place >= 0 else number * Exact(10**-place)


def _round_low(number: Exact, place: int) -> int:
    """Return the highest figure at a place whose lower end is at or below a number."""
    return (_in_units(number, place) + _HALF).floor()


def _round_high(number: Exact, place: int) -> int:
    """Return the lowest figure at a place whose upper end is at or above a number."""
    return (_in_units(number, place) - _HALF).ceil()
