"""Text as it is shown: whatever is invisible or would steer a terminal is written as an escape."""

from __future__ import annotations

import json
import re
import sys

# C0 and C1 controls and DEL; bidirectional marks, embeddings and isolates; zero-width signs, soft hyphen and byte order
# mark; line and paragraph separators; tag characters; half surrogates (what a damaged argument or file name leaves).
_UNSHOWABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)

_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)


def escape(text: str) -> str:
    r"""Return `text` with every character that cannot be seen written as an escape, such as `\x1b`.

    >>> escape("a\u202eb")
    'a\\u202eb'
    """
    return _UNSHOWABLE.sub(_escape_sign, text)


def write_json(value: object) -> str:
    """Return `value` as one line of JSON: keys in their order, text readable, nothing that steers a terminal raw."""
    text = _ENCODER.encode(value)
    # Asking whether all is printable costs a tenth of the search, and for most text the answer is yes.
    return text if text.isprintable() else _UNSHOWABLE.sub(_escape_in_json, text)


def _escape_sign(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x100:  # noqa: PLR2004 - two hexadecimal digits
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004 - four hexadecimal digits


def _escape_in_json(match: re.Match[str]) -> str:
    # JSON itself has already escaped the first 32; the rest is written as UTF-16 units, as JSON wants it.
    units = match[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


def encodable(text: str, encoding: str | None) -> str:
    """Return `text` with what `encoding` cannot write as escapes, so that printing never fails."""
    name = encoding or sys.getdefaultencoding()
    return text.encode(name, "backslashreplace").decode(name)
