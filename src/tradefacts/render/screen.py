"""The screen: how wide it is, whether it takes colour, and how parts become lines without losing a character."""

from __future__ import annotations

import io
import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from tradefacts.render.wrapping import TIE, wrap
from tradefacts.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType

UNLIMITED = 100_000
HANG = 8
NARROWEST = 24
"""Columns below which lines are left to the terminal to wrap: nothing is gained by breaking words."""


@dataclass(frozen=True)
class Screen:
    """Where an answer is shown. A width of None is a pipe: no limit, no wrapping."""

    width: int | None = None
    has_colour: bool = False

    @property
    def columns(self) -> int:
        """The columns to lay out for."""
        return UNLIMITED if self.width is None else max(self.width, NARROWEST)

    def write(self, parts: Iterable[RenderableType]) -> list[str]:
        """Return the lines of the parts, without trailing blanks."""
        console = Console(
            file=io.StringIO(),
            width=self.columns,
            force_terminal=self.has_colour,
            color_system="standard" if self.has_colour else None,
            markup=False,
            emoji=False,
            highlight=False,
            legacy_windows=False,
        )
        with console.capture() as captured:
            for part in parts:
                lines = wrap(part, self.columns, hang=HANG) if isinstance(part, Text) else [part]
                for line in lines:
                    console.print(line, no_wrap=True, overflow="ignore", crop=False)
        return [line.rstrip().replace(TIE, " ") for line in captured.get().split("\n")[:-1]]


def find_screen() -> Screen:
    """Return the screen that standard output is, by the usual conventions.

    NO_COLOR, FORCE_COLOR, CLICOLOR, CLICOLOR_FORCE and TERM=dumb are respected (no-color.org, bixense.com/clicolors).
    """
    is_terminal = sys.stdout is not None and not sys.stdout.closed and sys.stdout.isatty()
    return Screen(_find_width() if is_terminal else None, _takes_colour(is_terminal=is_terminal))


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


def _takes_colour(*, is_terminal: bool) -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR") or os.environ.get("CLICOLOR_FORCE", "") not in {"", "0"}:
        return True
    return is_terminal and os.environ.get("CLICOLOR") != "0" and os.environ.get("TERM") != "dumb"


def _find_width() -> int:
    columns = os.environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdigit() and int(columns[:9]) > 0:
        return min(int(columns[:9]), UNLIMITED)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or 80
    except OSError:
        return 80
