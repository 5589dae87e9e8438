"""Cut a text into tokens, sentences and clauses. Positions are code points; indexes count tokens."""

from __future__ import annotations

import re
from bisect import bisect_right

from tradefacts.article.words import get_words
from tradefacts.named_tuples import NamedTuple

_TOKEN = re.compile(
    r"(?P<number>\d+(?:[., ]\d+)*)"
    r"|(?P<word>[^\W\d_]+(?:[’'ʻʼ][^\W\d_]+)*)"
    r"|(?P<newline>\n)"
    r"|(?P<sign>\.{3}|[^\w\s]|_)"
)
_GROUPED = re.compile(r"\d{1,3}(?: \d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*")
_ABBREVIATIONS = get_words("abbreviations")
"""Words whose full stop does not end a sentence before a capital letter."""
_SCALES = get_words("scale_abbreviations")
_DOLLARS, _OF_DOLLARS = get_words("dollar_abbreviations"), get_words("after_dollar")
_MONEY = get_words("after_scale")
_UNITS, _GOING_ON = _SCALES | _DOLLARS | get_words("percent_parts"), frozenset("(–—-")
_OPENING = frozenset("\"“„«'(–—-•")
_STRONG = frozenset(";()")
"""Signs that end a clause."""
_SPELLING = str.maketrans({pair[0]: pair[1] for pair in get_words("letters")})
"""Letters that are also written in another way, which is that of the word tables."""
_CLAUSE_WORDS, _CLAUSE_OPENERS = get_words("clause_words"), get_words("clause_openers")
"""Words that begin a clause after a comma, and without one."""


class Token(NamedTuple):
    """One word, number or sign."""

    start: int
    end: int
    text: str
    low: str
    """In lower case, without the English possessive."""
    kind: str
    is_possessive: bool = False


class Sentence(NamedTuple):
    """Tokens from `first` to before `last`."""

    first: int
    last: int
    line: int
    """Its line in the text, from 0."""


class Cut(NamedTuple):
    """The parts of a text."""

    text: str
    tokens: list[Token]
    sentences: list[Sentence]
    sentence_of: list[int]
    """For each token, the index of its sentence."""
    clause_of: list[int]
    """For each token, the number of its clause in the text."""

    def get_low(self, position: int) -> str:
        """Return a token in lower case; empty before and after the text."""
        return self.tokens[position].low if 0 <= position < len(self.tokens) else ""

    def is_in_brackets(self, position: int) -> bool:
        """Whether a bracket that opens before a token in its sentence is not closed before it."""
        first = self.sentences[self.sentence_of[position]].first
        signs = [token.text for token in self.tokens[first:position] if token.text in {"(", ")"}]
        return signs[-1:] == ["("]

    def has_brackets_around(self, first: int, last: int) -> bool:
        """Whether a half-open range of tokens stands alone in brackets."""
        around = self.tokens[max(0, first - 1) : first] + self.tokens[last : last + 1]
        return [token.text for token in around] == ["(", ")"]

    def find_token(self, position: int) -> int:
        """Return the index of the token that begins at a position, or else of the last token before it."""
        return bisect_right(self.tokens, position, key=lambda token: token.start) - 1


def cut(text: str) -> Cut:
    """Cut a text into tokens, sentences and clauses."""
    tokens, breaks = _tokenize(text)
    sentences: list[Sentence] = []
    first, line = 0, 0
    for index in range(len(tokens)):
        is_last = index == len(tokens) - 1
        if is_last or index + 1 in breaks or _ends_sentence(tokens, index):
            sentences.append(Sentence(first, index + 1, line))
            first = index + 1
            line += breaks.get(index + 1, 0)
    sentence_of = [number for number, sentence in enumerate(sentences) for _ in range(sentence.first, sentence.last)]
    return Cut(text, tokens, sentences, sentence_of, _number_clauses(tokens, sentence_of))


def _tokenize(text: str) -> tuple[list[Token], dict[int, int]]:
    """Return the tokens, and the number of line ends before a token."""
    tokens: list[Token] = []
    breaks: dict[int, int] = {}
    for match in _TOKEN.finditer(text):
        kind = str(match.lastgroup)
        if kind == "newline":
            if tokens:
                breaks[len(tokens)] = breaks.get(len(tokens), 0) + 1
        elif kind == "number":
            tokens.extend(
                Token(match.start() + part.start(), match.start() + part.end(), part[0], part[0], "number")
                for part in _GROUPED.finditer(match[0])
            )
        else:
            word = match[0]
            low = word.casefold().replace("’", "'").translate(_SPELLING)
            bare = low.removesuffix("'s") if kind == "word" else low
            is_possessive = bare != low
            tokens.append(Token(match.start(), match.end(), word, bare, kind, is_possessive))
            if kind == "sign" and word in {"'", "’"} and len(tokens) > 1 and tokens[-2].low.endswith("s"):
                tokens[-2] = tokens[-2]._replace(is_possessive=True)
    return tokens, breaks


def _ends_sentence(tokens: list[Token], index: int) -> bool:
    token, after = tokens[index], tokens[index + 1]
    if token.text in {"»", "”", '"'}:
        is_end = index > 0 and tokens[index - 1].text in {".", "!", "?"}
        return is_end and after.text[0].isupper() and after.start > token.end
    if token.text not in {".", "!", "?", "...", "…"} or after.start == token.end:
        return False
    opens = after.text in _OPENING or after.text[0].isupper() or after.kind == "number"
    if not opens or token.text != "." or not index:
        return opens
    before = tokens[index - 1]
    if before.kind != "word":
        return True
    is_initial = len(before.text) == 1 and before.text.isupper()
    if before.low in _DOLLARS and after.text in _OF_DOLLARS:
        return False
    if before.low in _SCALES and (after.kind == "number" or after.text in _MONEY):
        return False
    if before.low in _UNITS and after.text in _GOING_ON:
        # As in "на 5 млн долл. (рост на 9 проц.)".
        return False
    return not is_initial and before.low not in _ABBREVIATIONS


def _number_clauses(tokens: list[Token], sentence_of: list[int]) -> list[int]:
    clauses: list[int] = []
    number = 0
    for index, token in enumerate(tokens):
        if (
            (index and sentence_of[index] != sentence_of[index - 1])
            or (token.text in _STRONG and not _is_inside_number(tokens, index))
            or (index and token.low in _CLAUSE_WORDS and tokens[index - 1].text == ",")
            or token.low in _CLAUSE_OPENERS
        ):
            number += 1
        clauses.append(number)
    return clauses


def _is_inside_number(tokens: list[Token], index: int) -> bool:
    return 0 < index < len(tokens) - 1 and tokens[index - 1].kind == tokens[index + 1].kind == "number"
