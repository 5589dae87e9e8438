"""The capabilities of standard output: its size, and whether it supports colour, hyperlinks and our signs."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from tradefacts.render.screen import SIGNS, UNLIMITED, Screen

if TYPE_CHECKING:
    from collections.abc import Callable


def find_screen(
    *,
    color: str | None = None,
    width: int | None = None,
    ascii: bool = False,  # noqa: A002 - the name of the option
    layout: str | None = None,
    sources: bool = False,
) -> Screen:
    """Return the screen of standard output, as the user's options require, and otherwise by the usual conventions.

    `color` is `always`, `never` or `auto`; `layout` is `list` for one field per line; `sources` shows full addresses.
    NO_COLOR, FORCE_COLOR, CLICOLOR, CLICOLOR_FORCE and TERM=dumb are respected (no-color.org, bixense.com/clicolors).
    """
    on_terminal = is_terminal()
    if width is None and on_terminal:
        width = _find_size("COLUMNS", lambda size: size.columns, 80)
    return Screen(
        width,
        has_colour=_takes_colour(is_terminal=on_terminal) if color in {None, "auto"} else color == "always",
        has_links=on_terminal and _takes_links(),
        has_addresses=sources or not on_terminal,
        wants_addresses=sources,
        is_ascii=ascii or not _has_signs(),
        is_list=layout == "list",
    )


def is_terminal() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout is not None and not sys.stdout.closed and sys.stdout.isatty()


def find_lines() -> int:
    """Return the number of lines of the terminal."""
    return _find_size("LINES", lambda size: size.lines, 24)


def _find_size(variable: str, side: Callable[[os.terminal_size], int], otherwise: int) -> int:
    """Return one dimension of the terminal; a variable that is not a plain number in range counts as unset."""
    given = os.environ.get(variable, "")
    if given.isascii() and given.isdigit() and len(given) <= len(str(UNLIMITED)) and 0 < int(given) <= UNLIMITED:
        return int(given)
    try:
        return side(os.get_terminal_size(sys.stdout.fileno())) or otherwise
    except (OSError, ValueError):
        return otherwise


def _takes_colour(*, is_terminal: bool) -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR") or os.environ.get("CLICOLOR_FORCE", "") not in {"", "0"}:
        return True
    return is_terminal and os.environ.get("CLICOLOR") != "0" and os.environ.get("TERM") != "dumb"


_LINKING_TERMS = ("xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm", "contour")
_LINKING_PROGRAMS = {"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "zed", "rio", "WarpTerminal"}
_LINKING_VARIABLES = ("WT_SESSION", "KONSOLE_VERSION", "DOMTERM")
_FIRST_LINKING_VTE = 5001
"""The first version of VTE, GNOME's terminal library, with working hyperlinks (0.50.1)."""


def _takes_links() -> bool:
    """Whether the terminal is known to support hyperlinks; this cannot be queried, so it is decided by name."""
    forced = os.environ.get("FORCE_HYPERLINK", "")
    if forced:
        return forced != "0"
    term = os.environ.get("TERM", "")
    # A multiplexer passes on the variables, but not always the hyperlinks.
    if term == "dumb" or term.startswith(("screen", "tmux")):
        return False
    version = os.environ.get("VTE_VERSION", "")
    if version.isascii() and version.isdigit() and len(version) <= len(str(UNLIMITED)):
        return int(version) >= _FIRST_LINKING_VTE
    return (
        term.startswith(_LINKING_TERMS)
        or os.environ.get("TERM_PROGRAM") in _LINKING_PROGRAMS
        or any(os.environ.get(name) for name in _LINKING_VARIABLES)
    )


def _has_signs() -> bool:
    """Whether standard output can encode the signs."""
    encoding = getattr(sys.stdout, "screen_encoding", getattr(sys.stdout, "encoding", None))
    try:
        "".join(SIGNS).encode(encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
