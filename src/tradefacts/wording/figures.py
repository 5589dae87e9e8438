"""Figures, changes, periods and dates as parts of a sentence."""

from __future__ import annotations

from tradefacts.named_tuples import NamedTuple
from tradefacts.period import Period

BOUND_SIGNS = {"=": "", "~": "≈", ">": ">", "<": "<"}
_BOUND_WORDS = {"=": "", "~": "about", ">": "more than", "<": "less than"}
_DIRECTIONS = {"+": "up ", "−": "down "}
_FACTORS = {"×": "up", "÷": "down"}


class WrittenFigure(NamedTuple):
    """A figure for a sentence."""

    text: str
    """The figure without the sign of its bound, with the number of its page, if pages have numbers: `$2 bn [1]`."""
    bound: str = "="

    def __str__(self) -> str:
        """Return it with the sign of its bound, as in lists and tables: `>$2 bn [1]`."""
        return f"{BOUND_SIGNS[self.bound]}{self.text}"

    @property
    def bound_in_words(self) -> str:
        """The words of its bound: `more than`; empty for a plain figure."""
        return _BOUND_WORDS[self.bound]

    @property
    def in_words(self) -> str:
        """The figure with its bound in words, as in sentences: `more than $2 bn [1]`."""
        return f"{self.bound_in_words} {self.text}".lstrip()


def split_bound(shown: str) -> WrittenFigure:
    """Return the figure of a text with the sign of its bound, such as `≈$4 bn`."""
    for bound, sign in BOUND_SIGNS.items():
        if sign and shown.startswith(sign):
            return WrittenFigure(shown.removeprefix(sign), bound)
    return WrittenFigure(shown)


def format_in_full(shown: str) -> WrittenFigure:
    """Return a figure of a table with its scale in full, as articles have it: `$4.97 billion`, `+11.4 percent`."""
    figure = split_bound(shown)
    for scale, word in _SCALES.items():
        if figure.text.endswith(scale):
            return figure._replace(text=f"{figure.text.removesuffix(scale)} {word}")
    return figure


_SCALES = {" tn": "trillion", " bn": "billion", " m": "million", " k": "thousand", " %": "percent"}


def format_change(change: WrittenFigure, base: str) -> str:
    """Return a change against an earlier period: `up 11.4 % [1] on 2024`, `down about 3 % [2] on 2023`."""
    sign, rest = change.text[:1], change.text[1:]
    bound = f"{change.bound_in_words} ".lstrip()
    if sign in _FACTORS:
        return f"{_FACTORS[sign]} by a factor of {bound}{rest} on {base}"
    if sign in _DIRECTIONS:
        return f"{_DIRECTIONS[sign]}{bound}{rest} on {base}"
    return f"changed by {bound}{change.text} on {base}"


def format_computed_change(change: str, figure: WrittenFigure, base: str) -> str:
    """Return a change that no page prints: `(+5 % by calculation from $4 bn [2] in 2024)`."""
    return f"({change} by calculation from {figure} in {base})"


def format_reported(figure: WrittenFigure, reporter: str | None, *, is_named: bool = False) -> str:
    """Return a figure with its statistics: `$3 bn [3] by UZ`; `by ?` for unattributed ones if `is_named`."""
    return f"{figure} by {reporter or '?'}" if reporter or is_named else str(figure)


_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_LAST = 11


def format_full_period(written: str) -> str:
    """Return a period in full: `2022`, `January–August 2025`, `November 2016–March 2017`."""
    period = Period.parse(written)
    (first_year, first), (last_year, last) = divmod(period.first, 12), divmod(period.last, 12)
    if period.is_year:
        return str(period)
    if period.first == period.last:
        return f"{_MONTHS[first]} {first_year}"
    if first_year == last_year:
        return f"{_MONTHS[first]}–{_MONTHS[last]} {last_year}"
    if (first, last) == (0, _LAST):
        return f"{first_year}–{last_year}"
    return f"{_MONTHS[first]} {first_year}–{_MONTHS[last]} {last_year}"


def format_full_date(written: str) -> str:
    """Return a date with its preposition: `on 25 September 2023`, `in September 2023`, `in 2023`."""
    year, *rest = written.split("-")
    if not rest:
        return f"in {year}"
    month = _MONTHS[int(rest[0]) - 1]
    return f"in {month} {year}" if len(rest) == 1 else f"on {int(rest[1])} {month} {year}"
