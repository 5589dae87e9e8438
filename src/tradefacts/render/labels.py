"""Labelled lines, as at the top of a screen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.text import Text

from tradefacts.render.screen import text
from tradefacts.render.words import DIM
from tradefacts.render.wrapping import TIE, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradefacts.render.screen import Screen

LABEL = 9
"""The width of the labels, including the space after them."""
_INDENT = 2
_NUMBER = re.compile(r"\[[0-9]+\]")
_CONTRADICTION = re.compile("≠")


def format_labelled(label: str, sentence: str | Text, screen: Screen, *, width: int = LABEL) -> list[Text]:
    """Return the lines of a sentence beside its label, or below it on a narrow screen and in a list.

    Page numbers and contradiction signs in a plain sentence are styled.
    """
    written = screen.spell(style_sentence(sentence) if isinstance(sentence, str) else sentence)
    if screen.is_narrow:
        lines = [Text(" " * _INDENT) + line for line in wrap(written, screen.columns - _INDENT)]
        return _keep([text((label, "bold")), *lines]) if label else _keep(lines)
    # A label wider than the others shifts only its own line.
    excess = max(0, len(label) + 1 - width)
    lines = wrap(Text(TIE * excess) + written, screen.columns - width)
    first = text((label, "bold"), " " * max(1, width - len(label)), lines[0][excess:])
    return _keep([first, *(Text(" " * width) + line for line in lines[1:])])


def style_sentence(sentence: str) -> Text:
    """Return a sentence with page numbers dimmed and contradiction signs in red."""
    written = text(sentence)
    for pattern, style in ((_NUMBER, DIM), (_CONTRADICTION, "red")):
        for match in pattern.finditer(written.plain):
            written.stylize(style, *match.span())
    return written


def _keep(lines: Sequence[Text]) -> list[Text]:
    """Mark lines as laid out so that they are not wrapped again."""
    for line in lines:
        line.no_wrap = True
    return list(lines)
