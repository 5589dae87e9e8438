"""Files named by the user, which are all opened in the same safe way.

A file that is not a regular file, too large or not readable is refused before a byte is read; later errors are reported
in the same way.
"""

from __future__ import annotations

import codecs
import io
import os
import stat
from typing import TYPE_CHECKING

from tradefacts.errors import FactBaseError, InvalidQueryError, UnreadableBaseError

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
        of_stream = _STREAMS.get(what, "copy it to a file first")
        raise UnreadableBaseError(f"cannot read {what} {name!r}: not a regular file", hint=of_stream)
    if status.st_size > SIZE_LIMIT:
        message = f"cannot read {what} {name!r}: {status.st_size:,} bytes, more than the limit of {SIZE_LIMIT:,}"
        hint = "split it into several bases and name each with --base" if what == "base" else None
        raise UnreadableBaseError(message, hint=hint)


_STREAMS = {"base": "use --base - to read a stream"} | dict.fromkeys(("text", "claims"), "use '-' to read a stream")
"""How each of the files that can also come from standard input is named then."""


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


_MAGIC = (
    (b"\x1f\x8b", "gzip data", "unpack it first"),
    (b"BZh91AY&SY", "bzip2 data", "unpack it first"),
    (b"\xfd7zXZ\x00", "xz data", "unpack it first"),
    (b"\x28\xb5\x2f\xfd", "Zstandard data", "unpack it first"),
    (b"PK\x03\x04", "a zip archive", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it first"),
    (b"SQLite format 3\x00", "an SQLite database", "export it as a JSON fact base"),
    (b"PAR1", "a Parquet file", "export it as a JSON fact base"),
    (b"%PDF-", "a PDF document", "a fact base is JSON"),
    (b"{\\rtf", "an RTF document", "a fact base is JSON"),
    (b"\xd0\xcf\x11\xe0", "an old Office document", "a fact base is JSON"),
    (b"\x89PNG", "a PNG image", "a fact base is JSON"),
    (b"\xff\xd8\xff", "a JPEG image", "a fact base is JSON"),
    (b"<<<<<<< ", "a file with a merge conflict", "resolve the conflict first"),
    (b"version https://git-lfs", "a pointer of Git LFS", "fetch the file: git lfs pull"),
)
# The longer marks first, because UTF-32LE begins like UTF-16LE.
_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32LE"),
    (codecs.BOM_UTF32_BE, "UTF-32BE"),
    (codecs.BOM_UTF16_LE, "UTF-16LE"),
    (codecs.BOM_UTF16_BE, "UTF-16BE"),
)
# Without a mark: a base begins with two ASCII characters, so zeros in its first bytes show the encoding (RFC 4627,
# section 3).
_ZEROS: dict[tuple[bool, ...], str] = {
    (False, True, True, True): "UTF-32LE",
    (True, True, True, False): "UTF-32BE",
    (False, True, False, True): "UTF-16LE",
    (True, False, True, False): "UTF-16BE",
}


def check_encoding(chunk: bytes, name: str, *, expected: str | None = None) -> tuple[bytes, list[str]]:
    """Return the first bytes of a base without a byte order mark, and a note if there was one.

    `expected` is what the file should be, where that is no base.

    Raises:
        FactBaseError: they are from another encoding or another kind of file.
    """
    for magic, kind, hint in _MAGIC:
        if chunk.startswith(magic):
            what, todo = (expected, f"save it as {expected} first") if expected else ("a JSON fact base", hint)
            raise FactBaseError(f"{name}: this is {kind}, not {what}", hint=todo)
    zeros = tuple(byte == 0 for byte in chunk[:4])
    encoding = next((encoding for mark, encoding in _MARKS if chunk.startswith(mark)), _ZEROS.get(zeros))
    if encoding:
        raise FactBaseError(
            f"{name}: the file is {encoding}, expected UTF-8", hint=f"convert it: iconv -f {encoding} -t UTF-8"
        )
    if chunk.startswith(codecs.BOM_UTF8):
        return chunk[len(codecs.BOM_UTF8) :], ["the file begins with a byte order mark, which was skipped"]
    return chunk, []


def describe_bad_byte(error: UnicodeDecodeError, offset: int, line: int) -> str:
    """Return where a byte is that UTF-8 does not allow; `offset` and `line` are those of the bytes in the error."""
    line += len(error.object[: error.start + 1].splitlines()) - 1
    return f"line {line}: byte 0x{error.object[error.start]:02x} at offset {offset + error.start} is not UTF-8"
