"""Names as users type them: comparing spellings, and finding the closest known name."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from tradefacts.errors import InvalidQueryError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

# Oʻzbekiston is written with U+02BB, U+02BC, U+2018, U+2019, a backtick or a plain apostrophe, or without any.
_DROPPED = "'`´ʻʼʽ‘’′.\u200b\u200c\u200d\u200e\u200f\ufeff\u00ad"
_AS_SPACE = "-‐‑‒–—_,/()،、·"
# The same letter on different keyboards: Turkish dotless i, and Arabic kaf, yeh and teh marbuta for the Persian forms.
_ALIKE = {"ı": "i", "ك": "ک", "ي": "ی", "ى": "ی", "ة": "ه"}


_REMEMBERED = 1 << 14
"""Words to cache, because the texts of a base share most of their words; the limit bounds the memory."""


class _Signs(dict[int, str | None]):
    """The form in which each character of a name is compared; accents and apostrophes are dropped."""

    def __missing__(self, code: int) -> str | None:
        """Compute a character when it is first seen."""
        sign = chr(code)
        if sign in _DROPPED or unicodedata.combining(sign):
            self[code] = None
        else:
            self[code] = " " if sign in _AS_SPACE else _ALIKE.get(sign, sign)
        return self[code]


_SIGNS = _Signs()


def fold(name: str) -> str:
    """Return `name` as names are compared: no case, accents, apostrophes, full stops or repeated spaces.

    >>> fold("  Oʻzbekiston ") == fold("O'ZBEKISTON") == fold("ozbekiston")
    True
    """
    return " ".join([folded for word in name.split() if (folded := _fold_word(word))])


@lru_cache(_REMEMBERED)
def _fold_word(word: str) -> str:
    if word.isascii():
        if word.isalnum():  # nothing to drop, as in most words
            return word.lower()
        return " ".join(word.lower().translate(_SIGNS).split())
    # The spacing accent ´ is an apostrophe here; otherwise it would be read as a space with an accent.
    bare = unicodedata.normalize("NFKD", word.translate(_SIGNS).casefold()).translate(_SIGNS)
    return " ".join(unicodedata.normalize("NFC", bare).casefold().split())


def suggest(name: str, known: Iterable[str], *, count: int = 3) -> list[str]:
    """Return the known names closest to `name`, the closest first; none if nothing is similar."""
    from difflib import get_close_matches  # noqa: PLC0415 - only needed for a mistyped name

    return get_close_matches(fold(name), list(known), n=count, cutoff=0.7)


def did_you_mean(
    name: str,
    known: Iterable[str],
    *,
    otherwise: str | None = None,
    count: int = 1,
    show: Callable[[str], str] = str,
) -> str:
    """Return the hint for an unknown name: the closest known ones, formatted by `show`, or else `otherwise`.

    Without `otherwise`, all known names are listed. Names are compared folded, those with underscores or hyphens as if
    they had spaces.
    """
    listed = list(known)
    spaced = {fold(name.replace("_", " ")): name for name in reversed(listed)}
    near = dict.fromkeys(show(spaced[folded]) for folded in suggest(name.replace("_", " "), spaced, count=count))
    if near:
        return f"did you mean {' or '.join(near)}?"
    return f"one of: {', '.join(map(show, listed))}" if otherwise is None else otherwise


def check_choice(name: str, value: str, choices: Collection[str]) -> str:
    """Return a value that is one of the choices.

    Raises:
        InvalidQueryError: it is not one of them; the hint suggests the closest.
    """
    if value not in choices:
        raise InvalidQueryError(f"unknown {name} {value!r}", hint=did_you_mean(value, choices))
    return value
