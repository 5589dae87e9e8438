"""The compiled base on disk: one file for each content, made once, trusted only where it is ours and untouched.

Whatever is wrong with the cache (missing, damaged, foreign, full, read-only, no home) costs time, never the answer.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import stat
from binascii import crc32
from time import time_ns
from typing import TYPE_CHECKING

from tradefacts.basefile.layers import hash_text
from tradefacts.storage import create_temporary, is_own, remove_temporary
from tradefacts.version import __version__

if TYPE_CHECKING:
    from typing import Any

    from tradefacts.basefile.layers import Layer

_KEPT = 8
_MINUTE = 60 * 10**9
_COMPILING = ("basefile", "factbase", "figure")
"""Packages that compile, besides the modules of the package itself."""


def hash_layers(layers: list[Layer], folder: str | None) -> str:
    """Return what names the compiled form of the layers: their contents and the code that compiles them."""
    for layer in layers:
        layer.sha256 = _hash_layer(layer, folder)
    contents = layers[0].sha256 if len(layers) == 1 else hash_text("".join(layer.sha256 for layer in layers))
    return f"{__version__}-{_stamp_code()}-{sqlite3.sqlite_version}-{contents}"


def _stamp_code() -> str:
    """Return what changes whenever a module that compiles does: a checksum of names, sizes and times."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    seen = []
    with contextlib.suppress(OSError):  # without files of its own, as in an archive, the version alone has to do
        for folder in (package, *(os.path.join(package, name) for name in _COMPILING)):
            for entry in os.scandir(folder):
                if entry.name.endswith(".py"):
                    status = entry.stat()
                    seen.append(f"{entry.name} {status.st_size} {status.st_mtime_ns}")
    return f"{crc32(' '.join(sorted(seen)).encode()):08x}"


def open_compiled(folder: str, key: str) -> sqlite3.Connection | None:
    """Return the compiled base of that key, if it is there, ours, and as we left it."""
    path = os.path.join(folder, f"{key}.db")
    try:
        status = os.lstat(path)
        if not _is_ours(status) or status.st_mtime_ns != _seal(key, status.st_size):
            return None
        connection = connect(path)
        _note_use(path, status)
    except (OSError, sqlite3.Error):
        return None
    return connection


def connect(path: str, mode: str = "ro&immutable=1", isolation_level: Any = "") -> sqlite3.Connection:  # noqa: ANN401
    """Open a database; a finished one read-only and without locks, for nobody writes to it any more.

    Whoever takes the connection over lets one thread use it at a time.
    """
    quoted = path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return sqlite3.connect(
        f"file:{quoted}?mode={mode}", uri=True, isolation_level=isolation_level, check_same_thread=False
    )


def keep(folder: str, key: str, written: str) -> str:
    """Move a finished database to its place, sealed, and forget those that were not used for longest; return the place.

    The seal is the time of last change, set to a number that follows from key and size: a file that anybody has
    written to since carries the time of that instead. It is free to check, where a checksum would cost a look-up more
    than the rest of it.
    """
    path = os.path.join(folder, f"{key}.db")
    stamp = _seal(key, os.stat(written).st_size)
    os.utime(written, ns=(time_ns(), stamp))
    if os.path.isdir(path) and not os.path.islink(path):
        raise IsADirectoryError(path)
    os.replace(written, path)
    _forget_unused(folder, path)
    return path


def forget(folder: str, key: str) -> None:
    """Remove a database that proved to be damaged, so that the next look-up compiles it again."""
    with contextlib.suppress(OSError):
        os.unlink(os.path.join(folder, f"{key}.db"))


def _seal(key: str, size: int) -> int:
    # Whole seconds survive every file system; 2**28 of them lie between 2001 and 2010.
    return (1_000_000_000 + (int(key[-7:], 16) ^ size & 0xFFFFFFF)) * 1_000_000_000


def _note_use(path: str, status: os.stat_result) -> None:
    """Keep the time of last use, to the minute: many systems do not keep it themselves."""
    now = time_ns()
    if now - status.st_atime_ns > _MINUTE:
        with contextlib.suppress(OSError):
            os.utime(path, ns=(now, status.st_mtime_ns))


def _is_ours(status: os.stat_result) -> bool:
    return stat.S_ISREG(status.st_mode) and is_own(status)


def _forget_unused(folder: str, newest: str) -> None:
    """Forget the bases that were not used for longest."""
    with contextlib.suppress(OSError):  # another process may be forgetting the same ones
        entries = [entry for entry in os.scandir(folder) if entry.name.endswith(".db") and entry.path != newest]
        entries.sort(key=lambda entry: entry.stat(follow_symlinks=False).st_atime_ns, reverse=True)
        for entry in entries[_KEPT - 1 :]:
            os.unlink(entry.path)


def _hash_layer(layer: Layer, folder: str | None) -> str:
    """Return the hash of a layer, remembered as long as path, size, times and inode of its file are the same.

    Hashing is quick, but importing the hash functions takes longer than a look-up; git does the same.
    """
    layer.stamp = layer.find_stamp()
    if layer.path is None or folder is None:
        return layer.hash()
    memory = os.path.join(folder, f"{crc32(os.fsencode(layer.path)):08x}.hash")
    try:
        if _is_ours(os.lstat(memory)):
            with open(memory, encoding="utf-8") as stream:
                remembered = stream.read()
            digest = remembered.partition("\n")[2][:64]
            if remembered == _write_memory(layer.stamp, digest):
                return digest
    except (OSError, ValueError):
        pass
    digest = layer.hash()
    _remember(memory, _write_memory(layer.stamp, digest))
    return digest


def _write_memory(stamp: str, digest: str) -> str:
    """Return what is remembered of a layer, with a checksum: nothing else would notice a damaged digest."""
    return f"{stamp}\n{digest}\n{crc32(f'{stamp} {digest}'.encode()):08x}\n"


def _remember(path: str, text: str) -> None:
    with contextlib.suppress(OSError):  # remembering is a convenience
        descriptor, written = create_temporary(os.path.dirname(path), f"{os.path.basename(path)}.")
        try:
            with open(descriptor, "w", encoding="utf-8") as stream:
                stream.write(text)
            os.replace(written, path)
        finally:
            remove_temporary(written)
