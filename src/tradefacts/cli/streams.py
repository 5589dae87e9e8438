"""The standard streams: every line is written directly to its descriptor.

Python's buffers are not used, because a failure to write them at exit would change the exit status. A result that
cannot be written is an `OutputError`; a message that cannot be written is dropped.
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
    """The reader of the result has closed the pipe, which is not an error."""


class Stream(io.TextIOBase):
    """Standard output or standard error, for the program and its libraries."""

    def __init__(self, below: TextIO | None, *, is_result: bool) -> None:
        """Replace a stream; None is a stream that was closed before the program began."""
        self._below = below
        self._is_result = is_result

    @property
    def encoding(self) -> str:  # type: ignore[override]  # read-only is enough
        """UTF-8 in every locale, so that scripts get the same bytes everywhere."""
        return "utf-8"

    @property
    def screen_encoding(self) -> str:
        """The encoding of the terminal."""
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
        """Return True."""
        return True

    def write(self, text: str, /) -> int:
        """Write text at once.

        Raises:
            OutputError: a result cannot be written: the disk is full, or standard output is closed.
            ReaderLeftError: the reader of the result has closed the pipe.
        """
        if self._is_result:
            self._write(text)
        else:
            with suppress(OSError, ValueError, ReaderLeftError):  # the exit status is still right
                self._write(encodable(text, self.screen_encoding))
        return len(text)

    def _write(self, text: str) -> None:
        below = self._below
        if below is None or below.closed:
            raise OutputError(f"{_RESULT}: standard output is closed")
        try:
            below.flush()
            descriptor = below.fileno()
        except io.UnsupportedOperation:  # a stream without a descriptor, as in tests and notebooks
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
    """Replace both standard streams while the program runs."""
    before = sys.stdout, sys.stderr
    # Help must not depend on the locale either; Python has None for a closed stream.
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
