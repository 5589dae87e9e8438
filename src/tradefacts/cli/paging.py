"""A pager for what is longer than the screen, as git has it: only on a terminal, and never in the way."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_USUAL = "less"
_LESS = "FRX"
"""What git gives less: leave if one screen holds all, show colours, keep the screen when leaving."""


def page(lines: Sequence[str]) -> bool:
    """Show lines in a pager, if they are longer than the terminal that they go to, and return whether that worked.

    Nothing was shown where it did not: there is no terminal, no pager, or a broken one. Leaving a pager before the end
    is no failure.
    """
    from tradefacts.render.screen import drop_links
    from tradefacts.render.terminal import find_lines, is_terminal

    if not is_terminal() or len(lines) < find_lines():
        return False
    # Only some pagers know hyperlinks, and those that do not would show their addresses as rubbish.
    return run_pager(find_pager(), [drop_links(line) for line in lines])


def find_pager() -> list[str]:
    """Return the words of the pager that the environment names, else those of less; none where it is named empty.

    The words are split as a shell splits them, and no shell ever sees them.
    """
    named = os.environ.get("TRADEFACTS_PAGER", os.environ.get("PAGER", _USUAL))
    try:
        return shlex.split(named)
    except ValueError:  # a quotation mark that is never closed
        return []


def run_pager(words: Sequence[str], lines: Sequence[str]) -> bool:
    """Show lines in the pager of these words, and return whether it worked."""
    if not words:
        return False
    try:
        with _leaving_interrupts_to_the_pager():
            pager = subprocess.Popen(  # noqa: S603 - the user names the program, as with every program that has a pager
                list(words), stdin=subprocess.PIPE, env={"LESS": _LESS, "LV": "-c", **os.environ}
            )
            with suppress(BrokenPipeError):
                pager.communicate("\n".join([*lines, ""]).encode())
            return pager.wait() == 0
    except (OSError, ValueError):  # no such program, or a name that is none
        return False


@contextmanager
def _leaving_interrupts_to_the_pager() -> Iterator[None]:
    """Let Ctrl-C do in the pager whatever it does there, and not end this program under it."""
    # A handler, not SIG_IGN: that the pager would inherit.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
