"""Files named by the user, which are all opened in the same safe way.

A file that is not a regular file, too large or not readable is refused before a byte is read; later errors are reported
in the same way.
"""

from __future__ import annotations

import io
import os
import stat
from typing import TYPE_CHECKING

from tradefacts.errors import InvalidQueryError, UnreadableBaseError

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, BinaryIO

SIZE_LIMIT = 1 << 30
"""Bytes of the largest file that is read."""

_BUFFER = 1 << 16


def check_file(name: str, what: str = "base") -> str:
    """Return the absolute path of a regular file; `what` is used in messages.

    Raises:
        UnreadableBaseError: it is missing, a directory, not a regular file, too large, or not permitted.
        InvalidQueryError: the name is an address.
    """
    if "://" in name and not os.path.exists(name):
        raise InvalidQueryError(f"addresses are not read: {name!r}", hint="download the file first")
    try:
        status = os.stat(name)
    except (OSError, ValueError) as error:
        raise explain(name, error, what) from None
    _check_kind(status, name, what)
    return os.path.abspath(name)


def open_file(path: str, name: str, what: str = "base") -> BinaryIO:
    """Open a checked file for reading; errors when reading or closing it are `UnreadableBaseError`.

    Raises:
        UnreadableBaseError: it was removed, cannot be read, or is no longer a regular file.
    """
    try:
        # Without O_NONBLOCK, a pipe that has replaced the file since the check would wait for its writer.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        descriptor = os.open(path, flags)
    except OSError as error:
        raise explain(name, error, what) from None
    return io.BufferedReader(_OutsideFile(descriptor, name, what), _BUFFER)


def reopen_file(file: BinaryIO, name: str, what: str = "base") -> BinaryIO:
    """Open an open file again, to read it from its start, even if another file has replaced it.

    Raises:
        UnreadableBaseError: it cannot be read from its start.
    """
    try:
        descriptor = os.dup(file.fileno())
        os.lseek(descriptor, 0, os.SEEK_SET)
    except OSError as error:
        raise explain(name, error, what) from None
    return io.BufferedReader(_OutsideFile(descriptor, name, what), _BUFFER)


class _OutsideFile(io.FileIO):
    """A file whose errors are `UnreadableBaseError`."""

    def __init__(self, descriptor: int, name: str, what: str) -> None:
        super().__init__(descriptor, "rb")
        self._called = (name, what)
        try:
            _check_kind(os.fstat(descriptor), name, what)
        except UnreadableBaseError:
            super().close()
            raise

    def readinto(self, buffer: Any, /) -> int | None:  # noqa: ANN401 - any writable buffer
        """Read into a buffer."""
        count: int | None = self._guard(super().readinto, buffer)
        return count

    def readall(self) -> bytes:
        """Read all that is left."""
        data: bytes = self._guard(super().readall)
        return data

    def close(self) -> None:
        """Close it; a disk may report a read error only now."""
        self._guard(super().close)

    def _guard(self, act: Callable[..., Any], *arguments: Any) -> Any:  # noqa: ANN401 - whatever it takes and returns
        try:
            return act(*arguments)
        except OSError as error:
            name, what = self._called
            raise explain(name, error, what) from None


def _check_kind(status: os.stat_result, name: str, what: str) -> None:
    if stat.S_ISDIR(status.st_mode):
        named = f"name the {'JSON file' if what == 'base' else 'file'} in it"
        raise UnreadableBaseError(f"cannot read {what} {name!r}: is a directory", hint=named)
    if not stat.S_ISREG(status.st_mode):
        hint = "use --base - to read a stream" if what == "base" else None
        raise UnreadableBaseError(f"cannot read {what} {name!r}: not a regular file", hint=hint)
    if status.st_size > SIZE_LIMIT:
        message = f"cannot read {what} {name!r}: {status.st_size:,} bytes, more than the limit of {SIZE_LIMIT:,}"
        hint = "split it into several bases and name each with --base" if what == "base" else None
        raise UnreadableBaseError(message, hint=hint)


def explain(name: str, error: OSError | ValueError, what: str = "base") -> UnreadableBaseError:
    """Return a system error as an `UnreadableBaseError`: what cannot be read, why, and what to do."""
    reason = (getattr(error, "strerror", None) or str(error)).lower()
    hint = None
    if isinstance(error, FileNotFoundError):
        hint = _suggest_file(name)
    elif isinstance(error, PermissionError) and os.path.exists(name):  # else it is in a folder that may not be entered
        from shlex import quote  # noqa: PLC0415 - only an error needs it

        hint = f"make it readable: chmod u+r {quote(name)}"
    elif "too many levels" in reason:
        reason = "too many links"
    return UnreadableBaseError(f"cannot read {what} {name!r}: {reason}", hint=hint)


def _suggest_file(name: str) -> str | None:
    from difflib import get_close_matches  # noqa: PLC0415 - only needed for a mistyped name

    folder, base = os.path.split(name)
    try:
        near = get_close_matches(base, [other for other in os.listdir(folder or ".") if other != base], n=1)
    except OSError:
        return None
    return f"did you mean {os.path.join(folder, near[0])!r}?" if near else None


def find_size(stream: BinaryIO) -> int:
    """Return the size of a file in bytes; 0 if it is not known, as for a pipe."""
    if isinstance(stream, io.BytesIO):
        return stream.getbuffer().nbytes
    try:
        return os.fstat(stream.fileno()).st_size
    except OSError:  # also of a stream without a descriptor
        return 0
