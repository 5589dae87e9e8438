"""The screen: its width and capabilities, and the lossless layout of an answer's parts as lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from rich.text import Text

from tradefacts.render.signs import replace_signs
from tradefacts.render.wrapping import TIE, wrap
from tradefacts.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


UNLIMITED = 100_000
HANG = 8
NARROWEST = 24
"""The least width at which lines are wrapped; on narrower screens the terminal wraps them."""
NARROW = 60
"""The least width for tables; on narrower screens they are written with one field per line."""

_LINK_NUMBER = re.compile(r"\x1b\]8;id=[0-9-]*;")
_LINK = re.compile(r"\x1b\]8;[^\x1b]*\x1b\\")
_UNPRINTABLE = re.compile(r"[^!-~]")
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


class Screen(NamedTuple):
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

    def format(self, parts: Iterable[Text]) -> list[str]:
        """Return the lines of the parts, without trailing spaces."""
        lines = [line for part in parts for line in self._split(part)]
        written = self._paint(lines) if self.has_colour or self.has_links else [line.plain for line in lines]
        return [line.rstrip().replace(TIE, " ") for line in written]

    def _split(self, part: Text) -> Iterator[Text]:
        """Yield the lines of a part; text that is already laid out is not wrapped."""
        for line in [part] if part.no_wrap else wrap(self.spell(part), self.columns, hang=HANG):
            yield from line.split("\n", allow_blank=True) if "\n" in line.plain else [line]

    def _paint(self, lines: Iterable[Text]) -> list[str]:
        """Return lines with the escape sequences of colours and links, if the screen has them."""
        # Importing rich's console takes longer than laying out a screen; a pipe does without.
        from rich.color import ColorSystem  # noqa: PLC0415 - as above
        from rich.console import Console  # noqa: PLC0415 - as above

        console = Console(legacy_windows=False, _environ={})  # rich would read COLUMNS and LINES without checking them
        painted = []
        for line in lines:
            written = "".join(
                style.render(shown, color_system=ColorSystem.STANDARD) if style else shown
                for shown, style, _ in line.render(console)
            )
            # Rich gives links random ids, which are optional.
            written = _LINK_NUMBER.sub("\x1b]8;;", written) if self.has_links else drop_links(written)
            painted.append(written if self.has_colour else _COLOUR.sub("", written))
        return painted


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
    address = _UNPRINTABLE.sub(lambda sign: "".join(f"%{byte:02X}" for byte in sign[0].encode()), url)
    return text((shown, f"{style} link {address}".lstrip()))


def drop_links(line: str) -> str:
    """Return a line without hyperlinks."""
    return _LINK.sub("", line)
