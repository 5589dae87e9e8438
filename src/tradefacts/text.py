"""Text as it is shown: invisible characters, and those that control a terminal, are written as escapes."""

from __future__ import annotations

import json
import re
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# `str.isprintable` knows the general categories; these are the rest of Default_Ignorable_Code_Point (Unicode Character
# Database, DerivedCoreProperties.txt): letters and marks that show nothing. U+2800 is drawn, as a space.
_HIDDEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
_PLAIN = re.compile("[\0-\u034e\u0350-\u115e]*")
"""Characters before most of these: Latin, Cyrillic and Arabic letters, which are found at half the cost."""
_DOUBTFUL = re.compile(r"[^ -~]")
_SHOWN_BYTES = 400


def escape(text: str) -> str:
    r"""Return `text` with every invisible character written as an escape, such as `\x1b`.

    These are control, format, surrogate, private-use and unassigned characters, line separators, and all others that
    Unicode allows a screen to ignore. Spaces of other widths, as in "1 300", are text.

    >>> escape("a\u202eb")
    'a\\u202eb'
    """
    return text if _is_visible(text) else _DOUBTFUL.sub(_escape_sign, text)


def write_json(value: object) -> str:
    """Return `value` as one line of JSON: keys in order, readable text, characters that control a terminal escaped."""
    text = _encode(value)
    # Of ASCII, the encoder leaves one character that is not visible.
    is_visible = "\x7f" not in text if text.isascii() else _is_visible(text)
    return text if is_visible else _DOUBTFUL.sub(_escape_in_json, text)


def has_visible_sign(text: str) -> bool:
    """Whether a text has at least one visible character."""
    return any(not sign.isspace() and not _is_hidden(sign) for sign in text)


def shorten(text: str, limit: int = _SHOWN_BYTES) -> str:
    """Return `text` in at most `limit` bytes; a longer text loses its middle, and its length is given.

    >>> shorten("a" * 900, 50)
    'aaaaaaaaaaaaa … 900 characters … aaaaaaaaaaaaa'
    """
    encoded = text.encode(errors="replace")
    if len(encoded) <= limit:
        return text
    middle = f" … {len(text):,} characters … "
    room = (limit - len(middle.encode())) // 2
    return f"{encoded[:room].decode(errors='ignore')}{middle}{encoded[-room:].decode(errors='ignore')}"


def encodable(text: str, encoding: str | None) -> str:
    """Return `text` with characters that `encoding` cannot write as escapes, so that printing never fails."""
    name = encoding or sys.getdefaultencoding()
    return text.encode(name, "backslashreplace").decode(name)


def _make_encode() -> Callable[[object], str]:
    """Return an encoder for JSON; the standard library creates one for each value, which takes three times as long."""
    public = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
    make = getattr(json.encoder, "c_make_encoder", None)
    if make is None:  # other Pythons than CPython
        return public.encode
    # As in `JSONEncoder.iterencode`, but without a check for circular references, of which there are none here.
    write_text = json.encoder.encode_basestring
    switches = public.sort_keys, public.skipkeys, public.allow_nan
    encode = make(None, public.default, write_text, None, public.key_separator, public.item_separator, *switches)
    return lambda value: "".join(encode(value, 0))


_encode = _make_encode()


def _is_visible(text: str) -> bool:
    # Both tests take a tenth of a search, and are true for most text.
    if not text.isprintable() or text.isascii():
        return text.isprintable()
    return _HIDDEN.search(text, _PLAIN.match(text).end()) is None  # type: ignore[union-attr]  # it matches nothing, too


def _is_hidden(sign: str) -> bool:
    """Whether a character is invisible or affects how others are shown; spaces of any width are not."""
    if sign.isprintable():
        return _HIDDEN.match(sign) is not None
    from unicodedata import category  # noqa: PLC0415 - rarely needed, and another library to load

    return category(sign) != "Zs"


def _escape_sign(match: re.Match[str]) -> str:
    if not _is_hidden(match[0]):
        return match[0]
    code = ord(match[0])
    if code < 0x100:  # noqa: PLR2004 - two hexadecimal digits
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004 - four hexadecimal digits


def _escape_in_json(match: re.Match[str]) -> str:
    if not _is_hidden(match[0]):
        return match[0]
    # The JSON encoder has escaped the first 32; the rest is written as UTF-16 units, as JSON requires.
    units = match[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
