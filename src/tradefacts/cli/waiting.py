"""A progress line on a terminal while an answer takes more than a second."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIRST, _NEXT = 1.0, 0.5
"""Seconds until the line first appears, and between its updates."""


@contextmanager
def tell_time() -> Iterator[None]:
    """Show on a terminal how many seconds the work has taken, on one line that is removed at the end.

    This uses a POSIX alarm: no second thread, and no calls from the work itself.
    """
    import _signal  # type: ignore[import-not-found]  # as in `__main__`: importing `signal` would take longer

    is_seen = sys.stderr is not None and sys.stderr.isatty()
    if not (is_seen and hasattr(_signal, "setitimer")):
        yield
        return
    start, told = monotonic(), ""

    def tell(*_: object) -> None:
        nonlocal told
        told = f"tradefacts: working, {monotonic() - start:.0f} s (Ctrl-C stops it)"
        _write(f"\r{told}")

    before = _signal.signal(_signal.SIGALRM, tell)
    _signal.setitimer(_signal.ITIMER_REAL, _FIRST, _NEXT)
    try:
        yield
    finally:
        _signal.setitimer(_signal.ITIMER_REAL, 0)
        _signal.signal(_signal.SIGALRM, before)
        if told:
            _write(f"\r{' ' * len(told)}\r")


def _write(text: str) -> None:
    if sys.stderr is not None:  # None after a signal that ends the program
        sys.stderr.write(text)
