"""The signs of screens: the meaning of each, and its ASCII replacement."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from rich.color import ColorSystem
from rich.style import Style
from rich.text import Span, Text

from tradefacts.named_tuples import NamedTuple
from tradefacts.render.wrapping import TIE, wrap
from tradefacts.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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


UNLIMITED = 100_000
HANG = 8
NARROWEST = 24
"""The least width at which lines are wrapped; on narrower screens the terminal wraps them."""
NARROW = 60
"""The least width for tables; on narrower screens they are written with one field per line."""

_LINK = re.compile(r"\x1b\]8;[^\x1b]*\x1b\\")
_UNPRINTABLE = re.compile(r"[^!-~]")


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
        return [self._style(line).rstrip().replace(TIE, " ") for part in parts for line in self._split(part)]

    def _split(self, part: Text) -> Iterator[Text]:
        """Yield the lines of a part; text that is already laid out is not wrapped."""
        spelled = part if part.no_wrap else self.spell(part)
        # No sign is wider than two columns.
        fits = part.no_wrap or 2 * len(spelled) <= self.columns
        for line in [spelled] if fits else wrap(spelled, self.columns, hang=HANG):
            yield from line.split("\n", allow_blank=True) if "\n" in line.plain else [line]

    def _style(self, line: Text) -> str:
        """Return a line with the escape sequences of its colours and links, if the screen has them.

        A rich console would wrap the line again, at ten times the cost.
        """
        plain = line.plain
        if not (line.spans and (self.has_colour or self.has_links)):
            return plain
        ends = sorted({0, len(plain), *(end for span in line.spans for end in span[:2])})
        return "".join([self._style_part(plain[start:end], _find_style(line, start)) for start, end in pairwise(ends)])

    def _style_part(self, part: str, style: Style) -> str:
        coloured = style.update_link(None).render(part, color_system=ColorSystem.STANDARD) if self.has_colour else part
        return f"\x1b]8;;{style.link}\x1b\\{coloured}\x1b]8;;\x1b\\" if self.has_links and style.link else coloured


def _find_style(line: Text, at: int) -> Style:
    """Return the style of a line at an offset: those of all spans there, the later ones first."""
    return sum((Style.parse(str(span.style)) for span in line.spans if span.start <= at < span.end), Style.null())


def text(*parts: str | Text | tuple[str, str]) -> Text:
    """Return the joined parts, each plain or with a style; text from a base is escaped, never parsed as markup."""
    joined, spans, length = [], [], 0
    for part in parts:
        if isinstance(part, Text):
            plain = part.plain
            spans += [span.move(length) for span in part.spans]
        elif isinstance(part, tuple):
            plain = escape(part[0])
            spans.append(Span(length, length + len(plain), part[1]))
        else:
            plain = escape(part)
        joined.append(plain)
        length += len(plain)
    return Text("".join(joined), spans=spans)


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
