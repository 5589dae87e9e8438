"""A pager for output longer than the screen, used only on a terminal, as in git."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_USUAL = "less"
_LESS = "FRX"
"""The options that git passes to less: quit if all fits on one screen, show colours, keep the screen when quitting."""


def page(lines: Sequence[str]) -> bool:
    """Show lines in a pager, if they are longer than the terminal, and return whether that worked.

    If it did not work, nothing was shown: there is no terminal, no pager, or a broken one. Quitting a pager before the
    end is not an error.
    """
    from tradefacts.render.screen import drop_links
    from tradefacts.render.terminal import find_lines, is_terminal

    if not is_terminal() or len(lines) < find_lines():
        return False
    # Only some pagers support hyperlinks; the others would show the escape sequences.
    return run_pager(find_pager(), [drop_links(line) for line in lines])


def find_pager() -> list[str]:
    """Return the words of the pager set in the environment, or else those of less; none if it is set to nothing.

    The words are split as in a shell, but no shell is used.
    """
    import shlex

    named = os.environ.get("TRADEFACTS_PAGER", os.environ.get("PAGER", _USUAL))
    try:
        return shlex.split(named)
    except ValueError:  # a quotation mark that is never closed
        return []


def run_pager(words: Sequence[str], lines: Sequence[str]) -> bool:
    """Show lines in the pager of these words, and return whether it worked."""
    if not words:
        return False
    import subprocess

    try:
        with _leaving_interrupts_to_the_pager():
            pager = subprocess.Popen(  # noqa: S603 - the user chooses the program, as for every pager
                list(words), stdin=subprocess.PIPE, env={"LESS": _LESS, "LV": "-c", **os.environ}
            )
            with suppress(BrokenPipeError):
                pager.communicate("\n".join([*lines, ""]).encode())
            return pager.wait() == 0
    except (OSError, ValueError):  # no such program, or an invalid name
        return False


@contextmanager
def _leaving_interrupts_to_the_pager() -> Iterator[None]:
    """Leave Ctrl-C to the pager, without ending this program."""
    import signal

    # A handler instead of SIG_IGN, which the pager would inherit.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
