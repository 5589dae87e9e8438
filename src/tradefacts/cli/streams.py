"""The two streams under one roof: every line that anything writes goes straight to its descriptor.

Nothing waits in a buffer of Python's, whose failure at the very end would change the exit status. A result that cannot
be written is an error of ours; a message that nobody can read is dropped, and the exit status still tells.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from tradefacts.errors import OutputError
from tradefacts.text import encodable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

_RESULT = "cannot write the result"


class ReaderLeftError(Exception):
    """Whoever reads the result has seen enough: no failure, and nothing is said about it."""


class Stream(io.TextIOBase):
    """Standard output or standard error, as the program and the libraries it uses write to it."""

    def __init__(self, below: TextIO | None, *, is_result: bool) -> None:
        """Stand in for a stream; None is one that was closed before the program began."""
        self._below = below
        self._is_result = is_result

    @property
    def encoding(self) -> str:  # type: ignore[override]  # read-only is enough
        """Text is encoded as UTF-8 whatever the locale: a script gets the same bytes everywhere."""
        return "utf-8"

    @property
    def screen_encoding(self) -> str:
        """The encoding that a person's screen is known to take."""
        return getattr(self._below, "encoding", None) or "utf-8"

    def isatty(self) -> bool:
        """Whether it is a terminal."""
        return self._below is not None and not self._below.closed and self._below.isatty()

    def fileno(self) -> int:
        """Return its descriptor."""
        if self._below is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        return self._below.fileno()

    def writable(self) -> bool:
        """Return True: that is what it is for."""
        return True

    def write(self, text: str, /) -> int:
        """Write text at once.

        Raises:
            OutputError: a result cannot be written: the disk is full, or standard output is closed.
            ReaderLeftError: a result is not read any further.
        """
        if self._is_result:
            self._write(text)
        else:
            with suppress(OSError, ValueError, ReaderLeftError):  # where nobody listens, the exit status still tells
                self._write(encodable(text, self.screen_encoding))
        return len(text)

    def _write(self, text: str) -> None:
        below = self._below
        if below is None or below.closed:
            raise OutputError(f"{_RESULT}: standard output is closed")
        try:
            below.flush()
            descriptor = below.fileno()
        except io.UnsupportedOperation:  # a stream without a descriptor, as tests and notebooks have
            below.write(text)
            return
        except OSError as error:
            raise _explain(error) from None
        try:
            _write_all(descriptor, memoryview(text.encode(errors="backslashreplace")))
        except BrokenPipeError:
            raise ReaderLeftError from None
        except OSError as error:
            raise _explain(error) from None


@contextmanager
def take_streams() -> Iterator[None]:
    """Stand in for both standard streams while the program runs."""
    before = sys.stdout, sys.stderr
    # Help must not depend on the machine's locale either; Python has None for a stream that is closed.
    sys.stdout, sys.stderr = Stream(before[0], is_result=True), Stream(before[1], is_result=False)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before


def _explain(error: OSError) -> OutputError:
    return OutputError(f"{_RESULT}: {(error.strerror or str(error)).lower()}")


def _write_all(descriptor: int, data: memoryview) -> None:
    while data:
        try:
            written = os.write(descriptor, data)
        except OSError as error:
            if error.errno != errno.EAGAIN:
                raise
            from select import select

            select([], [descriptor], [])
            continue
        data = data[written:]
