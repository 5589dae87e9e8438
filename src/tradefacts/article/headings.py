"""Give the numbers of a list or table the unit of the heading above them: cells under "million dollars"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tradefacts.article.words import get_pattern, get_stems, get_words
from tradefacts.article.words.classes import COUNTRY_CUES
from tradefacts.errors import InvalidFigureError
from tradefacts.figure.parsing import parse_figure
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradefacts.article.cutting import Cut
    from tradefacts.article.figures import Figure
    from tradefacts.article.naming import Place

ENDS = frozenset({"|", ".", ",", ";", ")", "(", "/", "—", "–", ":", "!", "?", ""})
"""Signs after a number that stands alone, or the end of the text."""
_SCALES = tuple((power, get_stems(f"scale_{power}")) for power in (9, 3, 6))
_THE, _OF, _IN = get_pattern("the"), get_pattern("of"), get_pattern("heading_in")
_MONEY = (
    rf"(?P<money>(?:US)?(?:{get_pattern('heading_currency')}),? ?(?:(?:{_IN}) )?"
    rf"(?P<m1>{get_pattern('heading_scale_behind')})\b"
    rf"|(?P<m2>{get_pattern('heading_scale')})\.? ?(?:(?:{_OF}) )?(?P<currency>(?:US ?|U\.S\. )?"
    rf"(?:{get_pattern('heading_money')})))"
)
_HEADING = re.compile(rf"{_MONEY}|(?P<percent>[,(] ?%|\(%\)|{get_pattern('heading_percent')})", re.IGNORECASE)
_UNITS = re.compile(rf"{_MONEY}|(?P<percent>%|{get_pattern('any_percent')})", re.IGNORECASE)
"""The same in the headings of a table, where a percent sign needs nothing beside it."""
_LEVEL = re.compile(
    rf"(?:{get_pattern('heading_of')})\s(?:(?:{_THE}) )?(?:[12]\d{{3}}|{get_pattern('heading_level')})", re.IGNORECASE
)
"""Around a percent sign: words for an earlier level."""
_LEVEL_REACH = 24
_COUNTED = re.compile(rf"(?:\d|\b(?:{get_pattern('before_scale')}))\s*$")
_SCALE_WORDS, _BEFORE_SCALE = get_words("heading_scale_words") | {"$"}, get_words("in")
_CURRENCIES = frozenset({"USD", "EUR"})
_TOTALS = COUNTRY_CUES | {"total"}
"""Word classes of the label of a row."""
_SIGNS = frozenset("+-−–")
_SHORT_ROW, _BILLION = 26, 9
"""Tokens in a row of a table."""


class Unit(NamedTuple):
    """The unit that words give to the numbers of a table."""

    is_percent: bool
    scale: int = 0
    currency: str | None = None
    is_level: bool = False
    """They are percentages of an earlier level."""


def find_units(text: str) -> list[Unit]:
    """Return the units that the words of a heading name, in order."""
    return [_read_unit(match) for match in _UNITS.finditer(text) if not _follows_number(text, match.start())]


def count_in(figure: Figure, unit: Unit) -> Figure:
    """Return a bare number with a unit."""
    # "4,986" is in thousands if the unit is a million, but has decimals if it is a billion.
    values = sorted(figure.values, reverse=not unit.is_percent and unit.scale < _BILLION)
    counted = tuple(multiply(value, unit.scale) for value in values)
    name = "percent" if unit.is_percent else "money"
    return figure._replace(unit=name, currency=unit.currency, values=counted, scale=unit.scale, is_elided=True)


def take_headings(cut: Cut, cues: Sequence[frozenset[str]], figures: list[Figure], places: list[Place]) -> list[Figure]:
    """Give the numbers of a list or table the unit of the heading above them, column by column if there are several."""
    headings = [match for match in _HEADING.finditer(cut.text) if not _follows_number(cut.text, match.start())]
    if not headings:
        return figures
    with_place = {cut.sentence_of[place.first] for place in places}
    done = []
    for figure in figures:
        number = cut.sentence_of[figure.first]
        sentence = cut.sentences[number]
        start = cut.tokens[figure.first].start
        above = [match for match in headings if match.end() <= start]
        row = [cell for cell in figures if cut.sentence_of[cell.first] == number]
        # "32,2 процента, Китая 19,2": the unit is that of the sentence.
        earlier = [cell for cell in row if cell.first < figure.first and cell.unit != "number"]
        has_unit = any(cell.last - cell.first > 1 for cell in earlier)
        if figure.unit != "number" or figure.in_words or not above or has_unit or not _stands_alone(cut, figure):
            done.append(figure)
            continue
        is_same = cut.find_token(above[-1].start()) >= sentence.first
        is_total = any(_TOTALS & cues[position] for position in range(sentence.first, figure.first))
        is_row = sentence.last - sentence.first <= _SHORT_ROW and (number in with_place or is_total)
        done.append(_count_under(figure, _find_column(cut, above, row, figure)) if is_same or is_row else figure)
    return done


def _find_column(cut: Cut, above: list[re.Match[str]], row: list[Figure], figure: Figure) -> re.Match[str]:
    """Return the heading of a number: the n-th for the n-th number of the line, or the last one."""
    line = cut.sentence_of[cut.find_token(above[-1].start())]
    group = [match for match in above if cut.sentence_of[cut.find_token(match.start())] == line]
    by_unit = {bool(match["percent"]): match for match in group}
    if len(by_unit) > 1 and cut.tokens[figure.first - 1].text == "(":
        # As in "$ million; in brackets change in %".
        return by_unit[True]
    if len(group) == len(row) > 1:
        return group[row.index(figure)]
    return by_unit[False] if len(by_unit) > 1 else above[-1]


def _count_under(figure: Figure, heading: re.Match[str]) -> Figure:
    """Return a bare number with the unit of its heading."""
    unit = _read_unit(heading)
    return count_in(figure, unit)._replace(is_level=unit.is_level and figure.printed[0] not in _SIGNS)


def _read_unit(heading: re.Match[str]) -> Unit:
    if heading["percent"]:
        line = heading.string[: heading.start()].rpartition("\n")[2]
        before = line.rpartition("|")[2] if "|" in line else line if "\n" not in heading.string else ""
        after = heading.string[heading.end() - 1 : heading.end() + _LEVEL_REACH]
        return Unit(is_percent=True, is_level=_LEVEL.search(f"{before} {after}") is not None)
    word = (heading["m1"] or heading["m2"]).casefold()
    scale = next(power for power, begins in _SCALES if word.startswith(begins))
    return Unit(is_percent=False, scale=scale, currency=_find_currency(heading["money"], word))


@lru_cache(64)
def _find_currency(money: str, scale: str) -> str:
    """Return the currency that a heading names beside a scale."""
    name = re.sub(rf"{re.escape(scale)}\b\.?|\b(?:{_OF}|{_IN})\b|,", "", money, flags=re.IGNORECASE).strip()
    try:
        return parse_figure(f"1 {name}")[0].currency or "USD"
    except InvalidFigureError:
        return "USD"


def _stands_alone(cut: Cut, figure: Figure) -> bool:
    return (
        cut.get_low(figure.last) in ENDS
        or cut.tokens[figure.last].kind == "number"
        or cut.sentence_of[figure.last] != cut.sentence_of[figure.first]
    )


def _follows_number(text: str, start: int) -> bool:
    before = text[max(0, start - 12) : start]
    is_number = _COUNTED.search(before) is not None
    return is_number and re.search(r"\b(?:19|20)\d\d\s*$", before) is None


def is_heading(cut: Cut, figure: Figure) -> bool:
    """Distinguish "million dollars" and "$ million" above a table from "a million dollars"."""
    if figure.unit != "money" or any(sign.isdigit() for sign in figure.printed):
        return False
    before = cut.tokens[figure.first - 1] if figure.first else None
    first = cut.tokens[figure.first]
    is_begun = before is None or before.kind == "sign" or before.low in _BEFORE_SCALE
    is_currency = before is not None and before.text in _CURRENCIES
    return first.low in _SCALE_WORDS and (is_begun or is_currency)


def multiply(value: float, scale: int) -> float:
    """Return a number times a power of ten."""
    product = round(value * 10**scale, 6)
    return int(product) if product == int(product) else product
