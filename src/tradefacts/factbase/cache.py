"""The compiled base on disk: one file for each content, made once, trusted only where it is ours and untouched.

Whatever is wrong with the cache (missing, damaged, foreign, full, read-only, no home) costs time, never the answer.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import stat
from binascii import crc32
from typing import TYPE_CHECKING

from tradefacts.basefile.layers import hash_text
from tradefacts.version import __version__

if TYPE_CHECKING:
    from tradefacts.basefile.layers import Layer

_KEPT = 8
_COMPILING = ("basefile", "factbase", "figure")
"""Packages that compile, besides the modules of the package itself."""


def find_folder() -> str | None:
    """Return the folder of compiled bases, made if need be; None where there is none to use."""
    root = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(root):  # the XDG specification has relative paths ignored
        home = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "HOME", "")
        if not os.path.isabs(home):
            return None
        root = home if os.name == "nt" else os.path.join(home, ".cache")
    folder = os.path.join(root, "tradefacts")
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        return folder if _is_ours(os.lstat(folder), stat.S_ISDIR) else None
    except OSError:
        return None


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
        if not _is_ours(status, stat.S_ISREG) or status.st_mtime_ns != _seal(key, status.st_size):
            return None
        return connect(path)
    except (OSError, sqlite3.Error):
        return None


def connect(path: str) -> sqlite3.Connection:
    """Open a finished database, read-only and without locks: nobody writes to it any more."""
    quoted = path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return sqlite3.connect(f"file:{quoted}?mode=ro&immutable=1", uri=True)


def keep(folder: str, key: str, written: str) -> str:
    """Move a finished database to its place, sealed, and forget the oldest ones; return the place.

    The seal is the time of last change, set to a number that follows from key and size: a file that anybody has
    written to since carries the time of that instead. It is free to check, where a checksum would cost a look-up more
    than the rest of it.
    """
    path = os.path.join(folder, f"{key}.db")
    stamp = _seal(key, os.stat(written).st_size)
    os.utime(written, ns=(stamp, stamp))
    if os.path.isdir(path) and not os.path.islink(path):
        raise IsADirectoryError(path)
    os.replace(written, path)
    _forget_oldest(folder, path)
    return path


def forget(folder: str, key: str) -> None:
    """Remove a database that proved to be damaged, so that the next look-up compiles it again."""
    with contextlib.suppress(OSError):
        os.unlink(os.path.join(folder, f"{key}.db"))


def _seal(key: str, size: int) -> int:
    # Whole seconds survive every file system; 2**28 of them lie between 2001 and 2010.
    return (1_000_000_000 + (int(key[-7:], 16) ^ size & 0xFFFFFFF)) * 1_000_000_000


def _is_ours(status: os.stat_result, is_kind: object) -> bool:
    is_owner = not hasattr(os, "geteuid") or status.st_uid == os.geteuid()
    return is_owner and callable(is_kind) and bool(is_kind(status.st_mode))


def _forget_oldest(folder: str, newest: str) -> None:
    with contextlib.suppress(OSError):  # another process may be forgetting the same ones
        entries = [one for one in os.scandir(folder) if one.name.endswith((".db", ".tmp")) and one.path != newest]
        entries.sort(key=lambda entry: entry.stat(follow_symlinks=False).st_ctime_ns, reverse=True)
        for entry in entries[_KEPT - 1 :]:
            os.unlink(entry.path)


def _hash_layer(layer: Layer, folder: str | None) -> str:
    """Return the hash of a layer, remembered as long as path, size, times and inode of its file are the same.

    Hashing is quick, but loading what hashes costs a look-up more than the look-up; git tells changed files likewise.
    """
    layer.stamp = layer.find_stamp()
    if layer.path is None or folder is None:
        return layer.hash()
    memory = os.path.join(folder, f"{crc32(os.fsencode(layer.path)):08x}.hash")
    try:
        if _is_ours(os.lstat(memory), stat.S_ISREG):
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
    written = f"{path}.{os.getpid()}.tmp"
    try:
        with open(written, "w", encoding="utf-8") as stream:
            stream.write(text)
        os.replace(written, path)
    except OSError:
        pass  # remembering is a convenience
