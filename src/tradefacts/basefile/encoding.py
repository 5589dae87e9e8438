"""Recognize files that are not UTF-8 text by their first bytes."""

from __future__ import annotations

import codecs

from tradefacts.errors import FactBaseError

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
