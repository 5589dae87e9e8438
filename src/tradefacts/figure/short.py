"""A figure in few characters and one notation, with exactly the digits that were printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.figure.value import strip_zeros

if TYPE_CHECKING:
    from tradefacts.figure.value import Figure

_SCALES = ((12, " tn"), (9, " bn"), (6, " m"), (3, " k"), (0, ""))
_SIGNS = {"USD": "$", "EUR": "€"}
_MARKS = {"=": "", "~": "≈", ">": ">", "<": "<"}


def write_short(figure: Figure, bound: str, *, currency: str | None = None, is_change: bool = False) -> str:
    """Return a figure as tables show it: `$4.3 bn`, `>$1.2 bn`, `+24.5 %`, `×1.5`.

    The digits are those of the page, in one notation whatever the page's language; `is_change` gives a percentage its
    sign.
    """
    # Words without digits ("doubled", "half a billion") are rough whatever the page says of them.
    mark = _MARKS["~" if figure.in_words and bound == "=" else bound]
    if figure.unit == "percent":
        sign = ("−" if figure.mantissa < 0 else "+") if is_change else ""
        return f"{mark}{sign}{_write_digits(figure, 0)} %"
    if figure.unit == "factor":
        return f"{mark}×{_write_digits(figure, 0)}"
    power, scale = _find_scale(figure)
    sign = "−" if figure.mantissa < 0 else ""
    prefix = _SIGNS.get(currency or "", f"{currency} " if currency else "")
    return f"{mark}{sign}{prefix}{_write_digits(figure, power)}{scale}"


def _find_scale(figure: Figure) -> tuple[int, str]:
    """Return the scale a page that writes so would use: its own where it is one of ours, else that of the value.

    440亿, 440 times a hundred million, has no scale of its own here.
    """
    place = figure.exponent + figure.decimals
    if figure.in_words or place not in dict(_SCALES):
        place = max(figure.exponent + len(str(abs(figure.mantissa))) - 1, 0)
    return next(known for known in _SCALES if known[0] <= place)


def _write_digits(figure: Figure, power: int) -> str:
    """Write the mantissa's digits with the point where the power of ten puts it; thousands are grouped."""
    mantissa, exponent = figure.mantissa, figure.exponent
    if figure.in_words:
        mantissa, exponent = strip_zeros(mantissa, exponent)
    shift = exponent - power
    digits = str(abs(mantissa)) + "0" * max(shift, 0)
    if shift >= 0:
        return f"{int(digits):,}"
    digits = digits.zfill(1 - shift)
    return f"{int(digits[:shift]):,}.{digits[shift:]}"
