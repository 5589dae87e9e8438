"""A progress line on a terminal while work takes more than a second."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

from tradefacts.text import escape, shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIRST, _NEXT = 1.0, 0.5
"""Seconds until the line first appears, and between its updates."""
_MOST = 44
"""Bytes of what is being done: with the rest, the line fits on a terminal."""


@contextmanager
def tell_time() -> Iterator[None]:
    """Show on a terminal how far the work is and how many seconds it has taken, on one line that is removed at the end.

    This uses a POSIX alarm: no second thread, and the work only notes how far it is.
    """
    import _signal  # type: ignore[import-not-found]  # as in `__main__`: importing `signal` would take longer

    is_seen = sys.stderr is not None and sys.stderr.isatty()
    if not (is_seen and hasattr(_signal, "setitimer")):
        yield
        return
    from tradefacts.progress import PROGRESS

    PROGRESS.note("working")
    start, width = monotonic(), 0

    def tell(*_: object) -> None:
        nonlocal width
        doing = shorten(escape(str(PROGRESS)), _MOST)
        told = f"tradefacts: {doing}, {monotonic() - start:.0f} s (Ctrl-C stops it)"
        _write(f"\r{told.ljust(width)}")
        width = len(told)

    before = _signal.signal(_signal.SIGALRM, tell)
    _signal.setitimer(_signal.ITIMER_REAL, _FIRST, _NEXT)
    try:
        yield
    finally:
        _signal.setitimer(_signal.ITIMER_REAL, 0)
        _signal.signal(_signal.SIGALRM, before)
        if width:
            _write(f"\r{' ' * width}\r")


def _write(text: str) -> None:
    if sys.stderr is not None:  # None after a signal that ends the program
        sys.stderr.write(text)
