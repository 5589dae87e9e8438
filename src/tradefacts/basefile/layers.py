"""The files of a base: finding, reading and hashing them."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

from tradefacts.basefile.outside import SIZE_LIMIT, check_file, explain, open_file, reopen_file
from tradefacts.errors import BaseChangedError, InvalidQueryError, UnreadableBaseError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import BinaryIO, Self

BUILTIN = "builtin"
STREAM = "-"
_BLOCK = 1 << 20


class Layer:
    """One file of facts: its name as given by the user, its path, and the hash of its bytes."""

    def __init__(self, name: str, path: str | None, content: bytes | None = None) -> None:
        """Name a file by its path, or hold the content of a stream."""
        self.name = name
        self.path = path
        self.content = content
        self.sha256 = ""
        self.stamp = ""
        self.as_of = ""
        self._is_held = False
        self._file: BinaryIO | None = None
        self._status: os.stat_result | None = None

    def __enter__(self) -> Self:
        """Keep the file open once it is opened, so that the same file is read even if another replaces it."""
        self._is_held = True
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        file, self._file, self._is_held = self._file, None, False
        if file is not None:
            file.close()

    def open(self) -> BinaryIO:
        """Open it for reading.

        Raises:
            UnreadableBaseError: the file was removed or cannot be read.
        """
        if self.path is None:
            return io.BytesIO(self.content or b"")
        if not self._is_held:
            return open_file(self.path, self.name)
        if self._file is None:
            self._file = open_file(self.path, self.name)
        return reopen_file(self._file, self.name)

    def find_stamp(self) -> str:
        """Return path, size, times and inode, which show whether the file has changed; empty for a stream.

        Raises:
            UnreadableBaseError: the file was removed.
        """
        if self.path is None:
            return ""
        self._status = status = self._find_status(self.path)
        return f"{self.path!r} {status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"

    def hash(self) -> str:
        """Return the SHA-256 of its bytes, reading all of them.

        Raises:
            UnreadableBaseError: the file was removed or cannot be read.
        """
        from hashlib import sha256  # noqa: PLC0415 - a look-up uses the remembered hash

        digest = sha256()
        with self.open() as stream:
            while block := stream.read(_BLOCK):
                digest.update(block)
        return digest.hexdigest()

    def check_unchanged(self) -> None:
        """Refuse a file that was written to since it was hashed.

        Raises:
            BaseChangedError: it changed.
            UnreadableBaseError: it was removed.
        """
        before = self._status
        if before is None or self.path is None:
            return
        now = self._find_status(self.path)
        # Without the time of the last status change, which a writer that renames a new file over this one also changes.
        if (now.st_ino, now.st_size, now.st_mtime_ns) != (before.st_ino, before.st_size, before.st_mtime_ns):
            raise BaseChangedError(f"base {self.name!r} changed while it was read", hint="run the command again")

    def _find_status(self, path: str) -> os.stat_result:
        try:
            return os.stat(path) if self._file is None else os.fstat(self._file.fileno())
        except OSError as error:
            raise explain(self.name, error) from None


def hash_text(text: str) -> str:
    """Return the SHA-256 of a text in hexadecimal."""
    from hashlib import sha256  # noqa: PLC0415 - only several layers need it

    return sha256(text.encode()).hexdigest()


def find_layers(names: Sequence[str]) -> list[Layer]:
    """Return the layers with the given names, lowest first: paths, `builtin`, or `-` for standard input.

    Raises:
        UnreadableBaseError: one is missing, a directory, not a regular file, too large, or not permitted.
        InvalidQueryError: an address, or standard input that is a terminal.
    """
    return [_find_layer(name) for name in names or (BUILTIN,)]


def _find_layer(name: str) -> Layer:
    if name == BUILTIN:
        return Layer(name, find_builtin())
    if name == STREAM:
        return Layer(name, None, content=_read_stream())
    return Layer(name, check_file(name))


def find_builtin() -> str:
    """Return the built-in base: inside the package in a wheel, in `data/` in a checkout."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    shipped = os.path.join(package, "data", "facts.json")
    if os.path.exists(shipped):
        return shipped
    return os.path.join(os.path.dirname(os.path.dirname(package)), "data", "facts.json")


def _read_stream() -> bytes:
    if sys.stdin is None or sys.stdin.closed:
        raise UnreadableBaseError("cannot read base '-': standard input is closed")
    if sys.stdin.isatty():
        raise InvalidQueryError(
            "base '-' is a terminal", hint="pipe a file into it: tradefacts … --base - < facts.json"
        )
    try:
        content = sys.stdin.buffer.read(SIZE_LIMIT + 1)
    except OSError as error:
        raise explain(STREAM, error) from None
    if len(content) > SIZE_LIMIT:
        raise UnreadableBaseError(f"cannot read base '-': more than the limit of {SIZE_LIMIT:,} bytes")
    return content
