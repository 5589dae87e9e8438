"""The user's cache folder and temporary files: private, never created through a link, removed when abandoned.

A temporary file has an unpredictable name and is locked while its writer lives, so that the next writer can recognize
and remove what a killed one left behind.
"""

from __future__ import annotations

import contextlib
import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_MADE = ".tmp"
_NAME_KEPT = 100
_WRITABLE_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH


def find_cache_folder() -> str | None:
    """Return the cache folder, created if necessary; None if none is safe to use."""
    root = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(root):  # the XDG specification says to ignore relative paths
        home = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "HOME", "")
        if not os.path.isabs(home):
            return None
        root = home if os.name == "nt" else os.path.join(home, ".cache")
    return _make_private(os.path.join(root, "tradefacts"))


def find_lock_folder() -> str | None:
    """Return the folder of locks: in the cache, otherwise in the system's folder for temporary files."""
    cache = find_cache_folder()
    if cache is not None:
        return _make_private(os.path.join(cache, "locks"))
    from tempfile import gettempdir  # noqa: PLC0415 - only a writer without a cache needs it

    with contextlib.suppress(OSError):
        owner = os.geteuid() if hasattr(os, "geteuid") else "user"
        return _make_private(os.path.join(gettempdir(), f"tradefacts-{owner}"))
    return None


def is_own(status: os.stat_result) -> bool:
    """Whether a file or folder belongs to the user and no one else can write to it."""
    if not hasattr(os, "geteuid"):  # Windows separates the folders of users itself
        return True
    return _is_of_user(status) and not status.st_mode & _WRITABLE_BY_OTHERS


def make_prefix(name: str) -> str:
    """Return how the names of temporary files for a file begin; a long name is cut, by bytes as the system counts."""
    return f".{os.fsdecode(os.fsencode(name)[:_NAME_KEPT])}."


def create_temporary(folder: str, prefix: str) -> tuple[int, str]:
    """Create a temporary file, and return its descriptor and its path.

    It stays locked until the descriptor is closed.
    """
    path = name_temporary(folder, prefix)
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL
    descriptor = os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0), 0o600)
    _try_lock(descriptor)
    return descriptor, path


@contextlib.contextmanager
def create_temporary_folder(folder: str, prefix: str) -> Iterator[str]:
    """Create a temporary folder and give its path; it is removed unless it is renamed.

    It stays locked until then.
    """
    path = name_temporary(folder, prefix)
    os.mkdir(path, 0o700)
    try:
        descriptor = os.open(path, os.O_RDONLY)
        try:
            _try_lock(descriptor)
            yield path
        finally:
            _close(descriptor)
    finally:
        remove_folder(path)


def name_temporary(folder: str, prefix: str) -> str:
    """Return an unpredictable path for a temporary file or folder."""
    return os.path.join(folder, f"{prefix}{os.urandom(8).hex()}{_MADE}")


def remove_temporary(path: str) -> None:
    """Remove a temporary file; if it cannot be removed, it is left for the next writer."""
    with contextlib.suppress(OSError):
        os.unlink(path)


def remove_folder(path: str | os.PathLike[str]) -> None:
    """Remove a temporary folder with all that is in it; what cannot be removed is left for the next writer."""
    from shutil import rmtree  # noqa: PLC0415 - only a writer needs it

    with contextlib.suppress(OSError):  # of closing a folder, which `rmtree` does not ignore
        rmtree(path, ignore_errors=True)


def sweep(folder: str, prefix: str = "") -> None:
    """Remove what killed writers left in a folder; what belongs to running writers and to other users is kept."""
    with contextlib.suppress(OSError):
        for entry in os.scandir(folder):
            if entry.name.startswith(prefix) and entry.name.endswith(_MADE) and _is_abandoned(entry):
                remove = remove_folder if entry.is_dir(follow_symlinks=False) else remove_temporary
                remove(entry.path)


def _is_of_user(status: os.stat_result) -> bool:
    return not hasattr(os, "geteuid") or status.st_uid == os.geteuid()


def _make_private(folder: str) -> str | None:
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        status = os.lstat(folder)
    except OSError:
        return None
    return folder if stat.S_ISDIR(status.st_mode) and is_own(status) else None


def _is_abandoned(entry: os.DirEntry[str]) -> bool:
    try:
        status = entry.stat(follow_symlinks=False)
        is_folder = stat.S_ISDIR(status.st_mode)
        if not ((is_folder or stat.S_ISREG(status.st_mode)) and _is_of_user(status)):
            return False
        flags = os.O_RDONLY if is_folder else os.O_RDWR
        descriptor = os.open(entry.path, flags | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        return False
    try:
        return _try_lock(descriptor)
    finally:
        _close(descriptor)


def _close(descriptor: int) -> None:
    with contextlib.suppress(OSError):  # of a file that was only locked
        os.close(descriptor)


def _try_lock(descriptor: int) -> bool:
    """Lock a file until its descriptor is closed; False if it is locked already or cannot be locked."""
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock  # noqa: PLC0415 - only a writer needs it, and Windows has none
    except ImportError:  # pragma: no cover - Windows, where an open file cannot be removed
        return True
    try:
        flock(descriptor, LOCK_EX | LOCK_NB)
    except OSError:
        return False
    return True
