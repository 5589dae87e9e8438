"""The signs of screens: the meaning of each, and its ASCII replacement."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.text import Text

SIGNS: dict[str, str] = {
    "≠": "cannot be true with the figure above it, or beside it in a line",
    "≈": "about, as printed",
    "→": "goods from the place before it to the one behind it",
    "━": "bar: the certain part",
    "╸": "bar: half a cell",
    "┄": "bar: the uncertain part",
    "▸": "bar: open end",
    "═": "bar of figures from a named country's statistics: the certain part",
    "┈": "bar of such figures: the uncertain part",
    "┊": "goal",
    "⟦": "in a text: here a figure begins",
    "⟧": "in a text: here it ends",
}
"""Signs with a meaning of their own."""

_SIGNS_IN_ASCII = dict(zip("≠≈→━╸┄▸═┈┊⟦⟧", ("!=", "~", "->", *"==->#.:", "[[", "]]"), strict=True))
_TYPOGRAPHY = dict(zip("–—−‑“”«»‘’·×÷…€", (*'----""""\'\'-x/', "...", "EUR "), strict=True))
"""Signs with the same meaning as their ASCII form."""
_IN_ASCII = _SIGNS_IN_ASCII | _TYPOGRAPHY
_REPLACED = "|".join(_IN_ASCII)


def replace_signs(text: Text) -> Text:
    """Return styled text with its signs replaced by ASCII in the same style."""
    if text.plain.isascii():
        return text
    replaced, position = text.blank_copy(), 0
    for match in re.finditer(_REPLACED, text.plain):
        replaced.append_text(text[position : match.start()])
        sign = text.blank_copy(_IN_ASCII[match[0]])
        for span in text[match.start() : match.end()].spans:
            sign.stylize(span.style)
        replaced.append_text(sign)
        position = match.end()
    return replaced.append_text(text[position:])
