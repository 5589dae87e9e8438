"""Cut a printed figure into tokens, each with its meaning from the tables in `words` and `numerals`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from tradefacts.errors import InvalidFigureError
from tradefacts.figure.digits import PATTERN, read_digits
from tradefacts.figure.numerals import NUMERALS
from tradefacts.figure.value import strip_zeros
from tradefacts.figure.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal[
    "digits",
    "number",
    "scale",
    "fraction",
    "times",
    "percent",
    "currency",
    "and",
    "down",
    "hyphen",
    "filler",
    "rough",
]


class Token(NamedTuple):
    """One number, word or sign of a printed figure."""

    kind: Kind
    amounts: tuple[tuple[int, int], ...] = ()
    """Of a number: its possible (mantissa, exponent); of a fraction: (denominator, decimals to take)."""
    exponent: int = 0
    """Of a scale word: the power of ten it multiplies by."""
    currency: str | None = None
    """Of a currency word: the ISO 4217 code, None if several currencies share the word."""


_TOKEN = re.compile(rf"{PATTERN}|[^\W\d_]+(?:'[^\W\d_]+)*|\S")
_SHORTEST_STEM = 3
_SERIES = {
    "ones": range(1, 10),
    "teens": range(11, 20),
    "tens": range(10, 100, 10),
    "hundreds": range(100, 1000, 100),
}
_DECIMALS_OF_FRACTION = {2: (1,), 4: (2,), 5: (1,), 10: (1,)}
"""Denominator → decimals. Others go on for ever: "a third" may be recorded as 33, 33.3 or 33.33."""
_LOOK_ALIKES: dict[str, str | int | None] = {
    **dict.fromkeys("ʻʼ‘’`´", "'"),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
    # Full-width forms, as Chinese and Japanese type them, stand at a fixed distance in Unicode.
    **{chr(ord(sign) + 0xFEE0): sign for sign in "$%.,:()-+"},
    # Marks without width, which set the direction or the joining of letters.
    **dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\ufeff", ""),
}
_COMBINING = "\u0300-\u036f\u0653-\u0655"
_UNUSUAL = re.compile(f"[{_COMBINING}{''.join(_LOOK_ALIKES)}]")


def tokenize(printed: str) -> list[Token]:
    """Return the tokens in the order of the text.

    Raises:
        InvalidFigureError: a word or sign stands in no table, or digits make no number.
    """
    tokens: list[Token] = []
    for part in _TOKEN.findall(_fold(printed)):
        token = _LEXICON.get(part)
        if token is not None:
            tokens.append(token)
        elif part[-1].isdecimal():
            tokens.append(Token("digits", read_digits(part)))
        else:
            tokens.extend(_look_up(part))
    return tokens


def _fold(printed: str) -> str:
    text = printed.casefold()
    if not text.isascii() and _UNUSUAL.search(text):
        import unicodedata  # noqa: PLC0415 -- 1.5 ms that hardly any figure needs

        text = unicodedata.normalize("NFC", text).translate(str.maketrans(_LOOK_ALIKES))
    # The two places where English hides a word boundary: "fivefold" and "U.S.$".
    return text.replace("fold", " fold").replace("u.s.", "us ")


def _look_up(word: str) -> list[Token]:
    """Find an inflected word by its longest stem, else as writing without spaces."""
    for end in range(len(word) - 1, _SHORTEST_STEM - 1, -1):
        if (token := _STEMS.get(word[:end])) is not None:
            return [token]
    return list(_cut_unspaced(word))


def _cut_unspaced(word: str) -> Iterator[Token]:
    """Cut Chinese, Japanese and Korean into known words, the longest first: "亿美元" is 亿 and 美元."""
    rest = word
    while rest:
        longest = len(rest) if "\u3040" <= rest[0] <= "\ud7a3" else 0
        length = next((end for end in range(longest, 0, -1) if rest[:end] in _LEXICON), 0)
        if not length:
            message = f"unknown word {word!r}"
            raise InvalidFigureError(
                message, hint="leave out bound words; new words go into figure/words.py or numerals.py"
            )
        yield _LEXICON[rest[:length]]
        rest = rest[length:]


def _define(meaning: str) -> Token:
    """Make the token of one key of the tables: "scale 6", "number 1.5", "currency USD", "percent"."""
    name, _, argument = meaning.partition(" ")
    kind = cast("Kind", name)
    if kind == "scale":
        return Token(kind, exponent=int(argument))
    if kind == "currency":
        return Token(kind, currency=argument or None)
    if not argument:
        return Token(kind)
    if kind == "fraction":
        denominator = int(argument)
        return Token(kind, tuple((denominator, places) for places in _DECIMALS_OF_FRACTION.get(denominator, (2, 3, 4))))
    whole, _, decimals = argument.partition(".")
    return Token(kind, (strip_zeros(int(whole + decimals), -len(decimals)),))


def iterate_words() -> Iterator[tuple[str, Token]]:
    """Yield every word of the tables with its meaning; stems end in "*"."""
    for meanings in (*WORDS.values(), *NUMERALS.values()):
        for meaning, words in meanings.items():
            if meaning in _SERIES:
                for number, forms in zip(_SERIES[meaning], words.split(), strict=True):
                    token = _define(f"number {number}")
                    yield from ((form, token) for form in forms.split("|") if form != ".")
            else:
                token = _define(meaning)
                yield from ((word, token) for word in words.split())


_LEXICON: dict[str, Token] = {}
_STEMS: dict[str, Token] = {}
for _word, _token in iterate_words():
    _LEXICON[_word.removesuffix("*")] = _token
    if _word.endswith("*"):
        _STEMS[_word[:-1]] = _token
