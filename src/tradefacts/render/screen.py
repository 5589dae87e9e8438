"""The screen: how wide it is, what it can show, and how parts become lines without losing a character."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from tradefacts.render.signs import replace_signs
from tradefacts.render.wrapping import TIE, wrap
from tradefacts.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType

UNLIMITED = 100_000
HANG = 8
NARROWEST = 24
"""Columns below which lines are left to the terminal to wrap: nothing is gained by breaking words."""
NARROW = 60
"""Columns below which tables are written one field a line."""

_LINK_NUMBER = re.compile(r"\x1b\]8;id=[0-9-]*;")
_LINK = re.compile(r"\x1b\]8;[^\x1b]*\x1b\\")
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True)
class Screen:
    """Where an answer is shown. A width of None is a pipe: no limit, no wrapping."""

    width: int | None = None
    has_colour: bool = False
    has_links: bool = False
    """Whether addresses are hyperlinks under what is shown (OSC 8)."""
    has_addresses: bool = True
    """Whether addresses are written in full."""
    wants_addresses: bool = False
    """Whether the user asked for them, even in a sentence that is otherwise without its page."""
    is_ascii: bool = False
    is_list: bool = False
    """Whether tables are written one field a line."""

    @property
    def columns(self) -> int:
        """The columns to lay out for."""
        return UNLIMITED if self.width is None else max(self.width, NARROWEST)

    @property
    def is_narrow(self) -> bool:
        """Whether tables are written one field a line: because the user wants it, or there is no room for more."""
        return self.is_list or self.columns < NARROW

    def spell(self, part: Text) -> Text:
        """Return text in the signs that the screen has."""
        return replace_signs(part) if self.is_ascii else part

    def _wrap(self, part: Text) -> list[Text]:
        """Return the lines of a text; what must not wrap was laid out already."""
        return [part] if part.no_wrap else wrap(self.spell(part), self.columns, hang=HANG)

    def format(self, parts: Iterable[RenderableType]) -> list[str]:
        """Return the lines of the parts, without trailing blanks."""
        is_styled = self.has_colour or self.has_links
        console = Console(
            file=io.StringIO(),
            width=self.columns,
            force_terminal=is_styled,
            color_system="standard" if is_styled else None,
            markup=False,
            emoji=False,
            highlight=False,
            legacy_windows=False,
            _environ={},  # rich takes COLUMNS and LINES for numbers whatever stands in them
        )
        with console.capture() as captured:
            for part in parts:
                for line in self._wrap(part) if isinstance(part, Text) else (part,):
                    console.print(line, no_wrap=True, overflow="ignore", crop=False)
        # Rich numbers its links at random; a link is one without a number, too.
        written = _LINK_NUMBER.sub("\x1b]8;;", captured.get())
        written = written if self.has_links else _LINK.sub("", written)
        written = written if self.has_colour else _COLOUR.sub("", written)
        return [line.rstrip().replace(TIE, " ") for line in written.split("\n")[:-1]]


def text(*parts: str | Text | tuple[str, str]) -> Text:
    """Return parts joined, each plain or with a style; text from a base is escaped and never read as markup."""
    joined = Text()
    for part in parts:
        if isinstance(part, Text):
            joined.append_text(part)
        elif isinstance(part, tuple):
            joined.append(escape(part[0]), style=part[1])
        else:
            joined.append(escape(part))
    return joined


def link(shown: str, url: str | None, style: str = "") -> Text:
    """Return text that leads to an address, where the screen has links."""
    if url is None:
        return text((shown, style))
    # Terminals expect the printable signs of ASCII, everything else as bytes in percent form (OSC 8 specification).
    address = "".join(f"%{byte:02X}" if byte <= 0x20 or byte >= 0x7F else chr(byte) for byte in url.encode())  # noqa: PLR2004 - as said
    return text((shown, f"{style} link {address}".lstrip()))


def drop_links(line: str) -> str:
    """Return a line without hyperlinks."""
    return _LINK.sub("", line)
