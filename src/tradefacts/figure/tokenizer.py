"""The digits of one number, with the marks between them: "1,5", "1,496.2", "79 000", "6, 5".

A comma or full stop is a decimal mark on one page and a thousands mark on the next. Before exactly
three digits both are possible, and both meanings are returned.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tradefacts.errors import InvalidFigureError
from tradefacts.figure.languages import LONG_SCALE
from tradefacts.figure.lexicon import MONEY_SIGNS, PHRASES, Word, find_code, find_sign, find_word, is_ending
from tradefacts.figure.tokens import Token, define
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from tradefacts.figure.lexicon import Meaning

PATTERN = r"[.,]?\d+(?:[.,٫٬']\d+|[,٫]\s\d(?!\d)|\s\d{3}(?!\d)|(?<=[۰-۹])/[۰-۹]+)*"
"""One number in a text: groups of digits of any script, a mark or a space between them.

A slash is the decimal mark of handwritten Persian. A space after a comma ("6, 5 million") is a typing error if one
decimal follows.
"""

_MARKS = re.compile(r"(\D+)")
_DECIMAL_MARKS = frozenset(".,٫/")
_GROUP_SIZE = 3
_THOUSANDS_MARKS = frozenset(".,٬' ")


def read_digits(text: str, *, is_eastern: bool = False) -> tuple[tuple[int, int], ...]:
    """Return each possible (mantissa, exponent of the last digit), the decimal meaning first.

    In Chinese, Japanese and Korean (`is_eastern`), a comma always separates thousands.

    Raises:
        InvalidFigureError: the marks do not form a number ("1,2,3").

    >>> read_digits("1,340")
    ((1340, -3), (1340, 0))
    """
    if text.isdecimal():
        return ((int(text), 0),)
    parts = _MARKS.split(text)
    groups = parts[::2]
    # "6, 5 million": the space after a mark is a typing error; a space alone is a mark.
    marks = [mark.strip() or " " for mark in parts[1::2]]
    meanings = []
    # ".5" is refused, because the full stop could also end the word before it.
    if groups[0]:
        mantissa = int("".join(groups))
        if marks[-1] in _DECIMAL_MARKS and marks[-1] not in marks[:-1] and _are_thousands(groups[:-1], marks[:-1]):
            meanings.append((mantissa, -len(groups[-1])))
        if _are_thousands(groups, marks):
            if is_eastern and marks[-1] == ",":
                meanings.clear()
            meanings.append((mantissa, 0))
    if not meanings:
        message = f"cannot read the digits {text!r}"
        raise InvalidFigureError(message, hint="expected such as 1.5, 1,5, 1 500 or 1,500.5")
    return tuple(meanings)


def _are_thousands(groups: list[str], marks: list[str]) -> bool:
    """Whether the whole number is written in one group or, with one mark, in groups of three."""
    if not marks:
        return True
    first, *others = groups
    return (
        len(others[-1]) == _GROUP_SIZE
        and len(first) <= _GROUP_SIZE
        # "0,644" is a decimal, because thousands never begin with a zero, in any script.
        and int(first[0]) > 0
        and all(len(group) == _GROUP_SIZE for group in others)
        and len(set(marks)) == 1
        and marks[0] in _THOUSANDS_MARKS
    )


_LETTERS = r"[^\W\d_]"
_MONEY_SIGN = f"[{re.escape(MONEY_SIGNS)}]"
_PIECE = re.compile(
    rf"(\s*)([A-Z]{{3}}(?:/[A-Z]{{3}})+|(?<![\d/])[0-9]/(?:10|[2-9])(?![\d/])|{PATTERN}|{_LETTERS}+(?:'{_LETTERS}+)*(?:-?{_MONEY_SIGN}{_LETTERS}*)?"
    rf"|{_MONEY_SIGN}{_LETTERS}*|'000s?(?!\d)|\S)"
)
"""The blanks before a piece, and the piece."""
_LOOK_ALIKES: dict[str, str | int | None] = {
    **dict.fromkeys("ʻʼ‘’`´", "'"),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
    "⁄": "/",
    # Full-width forms, used in Chinese and Japanese, have a fixed offset in Unicode.
    **{chr(ord(sign) + 0xFEE0): sign for sign in "$%.,:()-+"},
    # Zero-width marks for the direction or joining of letters.
    **dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\ufeff", ""),
}
_COMBINING = "\u0300-\u036f\u0653-\u0655"
_UNUSUAL = re.compile(f"[{_COMBINING}{''.join(_LOOK_ALIKES)}]")
_EASTERN = re.compile("[\u3040-\ud7a3]")
_CARDINAL_ENDINGS = frozenset({"ти", "ми", "х", "ух", "ёх", "ех", "мя"})
"""Of Russian numbers in digits: "5-ти миллиардов"."""
_RUSSIAN_ENDINGS = _CARDINAL_ENDINGS | {"й", "я", "е", "го", "му", "м"}
"""The same, with the endings of ordinal numbers, which are not figures."""
_GERMAN_NOUNS = frozenset({"Dollar", "Euro", "Franken", "Rubel", "Pfund", "Yuan", "Tenge"})
_LINKS = frozenset("-'.")


class _Piece(NamedTuple):
    text: str
    folded: str
    """In lower case."""
    is_glued: bool
    """Whether nothing separates it from the piece before."""
    is_number: bool


def tokenize(printed: str) -> list[tuple[Meaning, ...]]:
    """Return the meanings of each part, in the order of the text; a meaning is one token or several.

    Raises:
        InvalidFigureError: a word or sign is in no table, or digits do not form a number.
    """
    pieces = _cut(printed)
    is_eastern = not printed.isascii() and _EASTERN.search(printed) is not None
    found: list[tuple[_Piece, Word]] = []
    position, has_long_meaning = 0, False
    while position < len(pieces):
        piece = pieces[position]
        if (
            found
            and (piece.is_glued or found[-1][0].text == "%")
            and (ending := _find_ending(pieces, position, *found[-1]))
        ):
            position += ending
            continue
        if piece.is_number:
            word, length = _read_number(piece.text, is_eastern=is_eastern), 1
        else:
            word, length = _read_word(pieces, position)
        position += length
        if piece.text != "." or not found or not found[-1][1].is_short:
            found.append((piece, word))
            has_long_meaning = has_long_meaning or bool(word.long_meanings)
    return _settle_scale(found) if has_long_meaning else [word.meanings for _, word in found]


def _cut(printed: str) -> list[_Piece]:
    text = printed
    if not text.isascii() and _UNUSUAL.search(text):
        import unicodedata  # noqa: PLC0415 -- 1.5 ms that hardly any figure needs

        text = unicodedata.normalize("NFC", text).translate(str.maketrans(_LOOK_ALIKES))
    return [
        # Numbers differ from figure to figure, words seldom do.
        _Piece(piece, piece, not blanks, is_number=True)
        if piece[-1].isdecimal() and piece[0] != "'"
        else _make_word(piece, not blanks)
        for blanks, piece in _PIECE.findall(text)
    ]


@lru_cache(1 << 12)
def _make_word(text: str, is_glued: bool) -> _Piece:  # noqa: FBT001 - a cache takes arguments by place faster
    return _Piece(text, _fold(text), is_glued, is_number=False)


def _fold(piece: str) -> str:
    # A capital İ leaves a dot behind.
    return piece.casefold().replace("i\u0307", "i")


def _find_ending(pieces: list[_Piece], position: int, before: _Piece, word: Word) -> int:
    """Return how many pieces are an ending of the one before: "%-ға", "млрд.ду", "19'lik", "%га"."""
    piece = pieces[position]
    if piece.text in _LINKS:
        if not piece.is_glued:
            return 0
        after = pieces[position + 1] if position + 1 < len(pieces) else None
        if after is None or not after.is_glued or not is_ending(after.folded):
            return 0
        if piece.text == "." and not word.is_short:
            return 0
        return 0 if before.is_number and after.folded in _RUSSIAN_ENDINGS else 2
    if piece.is_number or before.is_number or before.text[-1].isalnum():
        return 0
    is_sign = word.meanings[-1][-1].kind in {"percent", "money"}
    return int(is_sign and len(piece.folded) > 1 and is_ending(piece.folded))


def _read_word(pieces: list[_Piece], position: int) -> tuple[Word, int]:
    """Return the meanings of the word or sign at a position, and how many pieces it has."""
    piece = pieces[position]
    for others, word in PHRASES.get(piece.folded, ()):
        if [following.folded for following in pieces[position + 1 : position + 1 + len(others)]] == others:
            return word, 1 + len(others)
    if piece.is_glued and piece.folded in _CARDINAL_ENDINGS and (cardinal := _read_cardinal(pieces, position)):
        return cardinal, 1
    found = _find(piece.text)
    if found is None or (found.meanings[0][0].kind == "filler" and _is_glued_to_number(pieces, position)):
        raise InvalidFigureError(
            f"unknown word {piece.folded!r}",
            hint="leave out bound words; add new words to figure/languages",
        )
    return found, 1


@lru_cache(1 << 12)
def _find(text: str) -> Word | None:
    folded = _fold(text)
    if (found := find_code(text) or find_sign(folded) or find_word(folded)) is not None:
        return found
    # "USD'ye"
    code, apostrophe, ending = text.rpartition("'")
    return find_code(code) if apostrophe and is_ending(ending) else None


@lru_cache(1 << 12)
def _read_number(text: str, *, is_eastern: bool) -> Word:
    if "/" in text and text.isascii():
        numerator, _, denominator = text.partition("/")
        fractions = define(f"fraction {denominator}")
        return Word(tuple((Token("part", *_divide(int(numerator), fraction)),) for fraction in fractions))
    return Word(tuple((Token("digits", *amount),) for amount in read_digits(text, is_eastern=is_eastern)))


def _divide(numerator: int, fraction: Token) -> tuple[int, int]:
    """Return a fraction as a decimal, rounded half up at the last recorded place."""
    denominator, places = fraction.mantissa, fraction.exponent
    if not 0 < numerator < denominator:
        raise InvalidFigureError("a fraction of something else", hint="expected one figure")
    return (2 * numerator * 10**places + denominator) // (2 * denominator), -places


def _read_cardinal(pieces: list[_Piece], position: int) -> Word | None:
    """Read the ending of a Russian number in digits, "5-ти" or "2х"; without a hyphen, "х" can also mean "times"."""
    if pieces[position - 1].is_number:
        is_factor = pieces[position].folded == "х"
        return Word(((Token("times"),), (Token("cardinal"),)) if is_factor else ((Token("cardinal"),),))
    is_hyphened = pieces[position - 1].text == "-" and position > 1 and pieces[position - 2].is_number
    return Word(((Token("cardinal"),),)) if is_hyphened else None


def _is_glued_to_number(pieces: list[_Piece], position: int) -> bool:
    """Whether letters touch digits: "A5 billion" does not begin with an article."""
    piece, *following = pieces[position : position + 2]
    if not piece.text.isalpha():
        return False
    is_before = any(after.is_glued and after.is_number for after in following)
    return is_before or (piece.is_glued and pieces[position - 1].is_number)


def _settle_scale(found: list[tuple[_Piece, Word]]) -> list[tuple[Meaning, ...]]:
    """Read "billion" in the long scale next to a word of such a language; in both scales if it may be one."""
    others = [word for _, word in found if not word.long_meanings]
    is_long = any(word.languages and word.languages <= LONG_SCALE for word in others)
    may_be_long = any(piece.text in _GERMAN_NOUNS for piece, _ in found)
    settled = []
    for piece, word in found:
        if word.long_meanings and is_long:
            settled.append(word.long_meanings)
        elif word.long_meanings and may_be_long and piece.text.istitle():
            settled.append((*word.meanings, *word.long_meanings))
        else:
            settled.append(word.meanings)
    return settled
