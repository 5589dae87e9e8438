"""The screen: its width and capabilities, and the lossless layout of an answer's parts as lines."""

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
"""The least width at which lines are wrapped; on narrower screens the terminal wraps them."""
NARROW = 60
"""The least width for tables; on narrower screens they are written with one field per line."""

_LINK_NUMBER = re.compile(r"\x1b\]8;id=[0-9-]*;")
_LINK = re.compile(r"\x1b\]8;[^\x1b]*\x1b\\")
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True)
class Screen:
    """The output that an answer is laid out for. A width of None means a pipe: no limit and no wrapping."""

    width: int | None = None
    has_colour: bool = False
    has_links: bool = False
    """Whether text can carry hyperlinks (OSC 8)."""
    has_addresses: bool = True
    """Whether addresses are written in full."""
    wants_addresses: bool = False
    """Whether the user asked for addresses, even for a sentence that is otherwise shown without its page."""
    is_ascii: bool = False
    is_list: bool = False
    """Whether tables are written with one field per line."""

    @property
    def columns(self) -> int:
        """The width to lay out for, in columns."""
        return UNLIMITED if self.width is None else max(self.width, NARROWEST)

    @property
    def is_narrow(self) -> bool:
        """Whether tables are written with one field per line, by user choice or for lack of room."""
        return self.is_list or self.columns < NARROW

    def spell(self, part: Text) -> Text:
        """Return text with the signs that the screen can show."""
        return replace_signs(part) if self.is_ascii else part

    def _wrap(self, part: Text) -> list[Text]:
        """Return the lines of a text; text that is already laid out is not wrapped."""
        return [part] if part.no_wrap else wrap(self.spell(part), self.columns, hang=HANG)

    def format(self, parts: Iterable[RenderableType]) -> list[str]:
        """Return the lines of the parts, without trailing spaces."""
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
            _environ={},  # rich reads COLUMNS and LINES as numbers without checking them
        )
        with console.capture() as captured:
            for part in parts:
                for line in self._wrap(part) if isinstance(part, Text) else (part,):
                    console.print(line, no_wrap=True, overflow="ignore", crop=False)
        # Rich gives links random ids, which are optional.
        written = _LINK_NUMBER.sub("\x1b]8;;", captured.get())
        written = written if self.has_links else _LINK.sub("", written)
        written = written if self.has_colour else _COLOUR.sub("", written)
        return [line.rstrip().replace(TIE, " ") for line in written.split("\n")[:-1]]


def text(*parts: str | Text | tuple[str, str]) -> Text:
    """Return the joined parts, each plain or with a style; text from a base is escaped, never parsed as markup."""
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
    """Return text linked to an address, if the screen supports hyperlinks."""
    if url is None:
        return text((shown, style))
    # Terminals expect printable ASCII, with all other bytes percent-encoded (OSC 8 specification).
    address = "".join(f"%{byte:02X}" if byte <= 0x20 or byte >= 0x7F else chr(byte) for byte in url.encode())  # noqa: PLR2004 - the printable ASCII range
    return text((shown, f"{style} link {address}".lstrip()))


def drop_links(line: str) -> str:
    """Return a line without hyperlinks."""
    return _LINK.sub("", line)
