"""Find the figures of a text, with every value each may mean; `figure` parses what is printed."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from tradefacts.article.words import LANGUAGES, get_pattern, get_phrases, get_stems, get_words
from tradefacts.errors import InvalidFigureError
from tradefacts.figure.lexicon import find_code, find_sign, find_word
from tradefacts.figure.parsing import parse_figure
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from tradefacts.article.cutting import Cut, Token
    from tradefacts.figure.value import ParsedFigure

_LANGUAGES = frozenset(LANGUAGES)
_STARTS = frozenset({"number", "fraction", "part", "half", "times", "divided", "scale"})
_INSIDE = frozenset(
    {"number", "fraction", "part", "half", "times", "divided", "scale", "money", "percent", "of", "tenth"}
)
_LINKS = get_words("inside_figures") | {"-", "."}
_JOINING = get_words("joins_fractions")
"""Words that join a fraction to a number, never two numbers in digits."""
_MONEY_SIGNS = frozenset({"US", "$", "€", "£", "USD", "EUR"})
_SURPLUS = get_phrases("surplus")
"""Words inside a figure that turn it into a bound."""
_INVERTED = re.compile(
    rf"^({get_pattern('inverted_units')}) (\d[\d.,]*|[^\W\d]+(?:{get_pattern('inverted_halves')})?)"
    rf"( (?:{get_pattern('inverted_currencies')}).*)?$",
    re.IGNORECASE,
)
"""A round figure whose number follows its unit: "миллионов девяносто"."""
_UNCOUNTED = re.compile(get_pattern("uncounted"))
"""Words that are no figure without a number: "several millions"."""
_ABBREVIATED = get_words("scale_abbreviations") | get_words("dollar_abbreviations") | get_words("percent_parts")
_MOST_TOKENS = 14
_LEAST_IN_WORDS = 10**6
_NEVER = get_words("never_figures")
_SPLIT_PERCENT, _SCALE_LETTERS = get_phrases("split_percent"), get_words("scale_letters")
_SHARED = frozenset({"USD", "EUR"})
"""Currencies in which other countries count, too."""
_THOUSANDS = re.compile(r"\d,\d{3}(?!\d)")
_GROUPED = get_words("grouped_scales")
_WORD_SCALES = tuple((power, get_stems(f"scale_{power}")) for power in (12, 9, 6, 3))


class Figure(NamedTuple):
    """A figure of a text."""

    first: int
    last: int
    """Half-open range of tokens."""
    printed: str
    unit: str
    """`money`, `percent`, `factor` or `number`."""
    values: tuple[float, ...]
    """Amounts in the currency, percentages as printed, or factors; the most plausible first."""
    currency: str | None = None
    is_elided: bool = False
    """Its unit or scale is not printed but comes from a neighbour or a heading."""
    is_surplus: bool = False
    """"шесть с лишним процентов"."""
    in_words: bool = False
    is_rise: bool = False
    is_fall: bool = False
    scale: int = 0
    """The factor of its scale word."""
    is_low: bool = False
    is_high: bool = False
    """It is an end of a range."""
    is_level: bool = False
    """By its heading, it is a percentage of an earlier level."""

    @property
    def country(self) -> str | None:
        """The country of its currency, with whose code that of the currency begins (ISO 4217); None for $ and €."""
        return self.currency[:2] if self.currency is not None and self.currency not in _SHARED else None


@lru_cache(1 << 12)
def _find_kinds(text: str, low: str) -> frozenset[str]:
    """Return the roles that a word can have inside a figure, in English and Russian."""
    if low in _NEVER:
        return frozenset()
    word = find_code(text) or find_sign(low) or find_word(low)
    if word is None or (word.languages and not word.languages & _LANGUAGES):
        return frozenset()
    return frozenset(meaning[0].kind for meaning in word.meanings)


def find_figures(cut: Cut) -> list[Figure]:
    """Return the figures of a text in order, without the numbers whose unit is not printed."""
    figures: list[Figure] = []
    tokens, index = cut.tokens, 0
    while index < len(tokens):
        figure = _read_at(cut, index) if _may_start(tokens, index) else None
        if figure is None:
            index += 1
        else:
            figures.append(_take_full_stop(cut, figure))
            index = figures[-1].last
    return figures


def _take_full_stop(cut: Cut, figure: Figure) -> Figure:
    """Return a figure with the full stop of its abbreviation, which ends no sentence: "на 5 млн долл., или на 9 %"."""
    last = figure.last
    is_inside = last + 1 < len(cut.tokens) and cut.sentence_of[last + 1] == cut.sentence_of[figure.first]
    is_stop = is_inside and cut.tokens[last].text == "." and cut.tokens[last - 1].low in _ABBREVIATED
    return figure._replace(last=last + 1, printed=f"{figure.printed}.") if is_stop else figure


def _may_start(tokens: list[Token], index: int) -> bool:
    token = tokens[index]
    if token.kind == "number":
        return not _is_of_site(tokens, index)
    if (
        token.kind == "word"
        and token.text[0].isupper()
        and len(token.text) > 3
        and index
        and tokens[index - 1].kind == "word"
    ):
        return False
    kinds = _find_kinds(token.text, token.low)
    if "money" in kinds and (token.kind == "sign" or token.text.isupper()):
        return True
    if token.text in {"US", "A"} and index + 1 < len(tokens) and tokens[index + 1].text == "$":
        return True
    if token.text in {"-", "−", "–", "+"}:
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        before = tokens[index - 1] if index else None
        is_apart = before is None or (before.kind != "number" and (before.end < token.start or before.text in "(,"))
        return after is not None and after.kind == "number" and after.start == token.end and is_apart
    return bool(kinds & _STARTS)


def _is_of_site(tokens: list[Token], index: int) -> bool:
    """Whether a number is part of an address: "24.kg"."""
    parts = tokens[index : index + 3]
    is_joined = all(before.end == after.start for before, after in pairwise(parts))
    return is_joined and [token.text for token in parts[1:2]] == ["."] and parts[-1].text.islower()


def _read_at(cut: Cut, index: int) -> Figure | None:
    """Read the longest figure that begins at a token."""
    tokens = cut.tokens
    ends = _list_ends(cut, index)
    for end in reversed(ends):
        surplus = _find_surplus(tokens, index, end)
        first, last = tokens[index].start, tokens[end - 1].end
        printed = cut.text[first:last]
        text, is_inverted = _INVERTED.subn(r"\2 \1\3", _without(cut.text, tokens, surplus, first, last))
        if _UNCOUNTED.fullmatch(tokens[index].low) and not is_inverted:
            continue
        parsed = _parse(text)
        if parsed is None:
            continue
        figure = _make(index, end, printed, parsed, is_surplus=surplus is not None)
        if figure is not None:
            return figure
    return None


def _list_ends(cut: Cut, index: int) -> list[int]:
    """Return where a figure that begins at a token may end."""
    tokens = cut.tokens
    ends = []
    sentence = cut.sentence_of[index]
    position = index
    while position < min(len(tokens), index + _MOST_TOKENS) and cut.sentence_of[position] == sentence:
        token = tokens[position]
        if token.kind == "number":
            if position > index and tokens[position - 1].kind == "number":
                break
            ends.append(position + 1)
        elif token.kind == "sign" and token.text in {"-", "−", "–", "+"} and position == index:
            pass
        elif (surplus := _match_surplus(tokens, position)) and position > index:
            position += surplus - 1
        else:
            if position > index and _begins_next(tokens, position):
                break
            if (
                _find_kinds(token.text, token.low) & _INSIDE
                or token.text in {"%", "$"}
                or token.text in {"US", "U", "S"}
                or (tokens[position - 1].low, token.low) in _SPLIT_PERCENT
            ):
                ends.append(position + 1)
            elif (
                token.low not in _LINKS
                or position == index
                or (token.low in _JOINING and position + 1 < len(tokens) and tokens[position + 1].kind == "number")
            ):
                break
        position += 1
    return ends


def _begins_next(tokens: list[Token], position: int) -> bool:
    """Whether a sign belongs to the figure that follows: "from 9 to $11 million", "¥9.8 billion and ¥0.3 billion"."""
    before, token = tokens[position - 1], tokens[position]
    if token.text == "$" and before.text in {"-", "–"}:
        return True
    if token.start > before.end and (
        (token.text == "$" and before.text not in {"US", "S"})
        or (token.text in _MONEY_SIGNS and before.low in _JOINING)
        or token.low in _SCALE_LETTERS
    ):
        return True
    if position + 1 == len(tokens) or token.kind != "sign" or token.text in {"-", "%", "."}:
        return False
    touches = token.end == tokens[position + 1].start and tokens[position + 1].kind == "number"
    return touches and before.kind == "word" and "money" in _find_kinds(token.text, token.low)


def _match_surplus(tokens: list[Token], position: int) -> int:
    for words in _SURPLUS:
        if tuple(token.low for token in tokens[position : position + len(words)]) == words:
            return len(words)
    return 0


def _find_surplus(tokens: list[Token], first: int, end: int) -> tuple[int, int] | None:
    for position in range(first + 1, end):
        if length := _match_surplus(tokens, position):
            return position, position + length
    return None


def _without(text: str, tokens: list[Token], surplus: tuple[int, int] | None, first: int, last: int) -> str:
    if surplus is None:
        return text[first:last]
    return text[first : tokens[surplus[0]].start] + text[tokens[surplus[1] - 1].end : last]


@lru_cache(1 << 11)
def _parse(printed: str) -> tuple[ParsedFigure, ...] | None:
    try:
        return parse_figure(printed)
    except InvalidFigureError:
        return None


def _make(first: int, last: int, printed: str, parsed: tuple[ParsedFigure, ...], *, is_surplus: bool) -> Figure | None:
    parsed = tuple(figure for figure in parsed if figure.unit != "index")
    if not parsed:
        return None
    best = parsed[0]
    if best.unit == "number" and (best.in_words and abs(best.value) < 10**5):
        return None
    values = _order_values(printed, parsed)
    scale = _find_scale(printed)
    if not scale and best.in_words and best.value >= _LEAST_IN_WORDS:
        scale = 6
    return Figure(
        first,
        last,
        printed,
        best.unit,
        values,
        best.currency,
        is_surplus=is_surplus or best.is_minimum,
        in_words=best.in_words,
        is_rise=best.is_rise,
        is_fall=best.mantissa < 0,
        scale=scale,
    )


def _find_scale(printed: str) -> int:
    low = printed.casefold()
    for power, names in _WORD_SCALES:
        if any(re.search(rf"(?<![^\W\d_]){name}", low) for name in names):
            return power
    return 0


def _order_values(printed: str, parsed: tuple[ParsedFigure, ...]) -> tuple[float, ...]:
    """Return the values that the figure may have, the most plausible first."""
    values = list(dict.fromkeys(abs(figure.value) for figure in parsed))
    if parsed[0].in_words and parsed[0].unit == "percent":
        # A third of something: one decimal is usual.
        values.sort(
            key=lambda value: abs(value * 10 - round(value * 10)) > 1e-9 or (value == int(value) and value % 5 != 0)
        )
    if (
        len(values) > 1
        and _THOUSANDS.search(printed)
        and any(scale in printed for scale in _GROUPED)
        and parsed[0].unit == "money"
    ):
        # "$1,080 million": millions are printed with thousands, billions with decimals.
        values.sort(reverse=True)
    return tuple(values)
