"""What a person sees at a terminal while an answer takes more than a second."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIRST, _NEXT = 1.0, 0.5
"""Seconds until it is first said how long the work has taken, and from then on."""


@contextmanager
def tell_time() -> Iterator[None]:
    """Tell on a terminal, on one line that is gone in the end, for how many seconds the work has been going on.

    An alarm of the system does it (POSIX): no second thread, and nothing that the work itself would have to call.
    """
    import _signal  # type: ignore[import-not-found]  # as in `__main__`: the module `signal` costs more than all this

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
    if sys.stderr is not None:  # a signal that ends the program takes it away
        sys.stderr.write(text)
