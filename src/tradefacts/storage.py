"""The user's cache folder and temporary files: private, never created through a link, removed when abandoned.

A temporary file has an unpredictable name and is locked while its writer lives, so that the next writer can recognize
and remove what a killed one left behind.
"""

from __future__ import annotations

import contextlib
import os
import stat

_MADE = ".tmp"
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
    return status.st_uid == os.geteuid() and not status.st_mode & _WRITABLE_BY_OTHERS


def create_temporary(folder: str, prefix: str) -> tuple[int, str]:
    """Create a temporary file, and return its descriptor and its path.

    It stays locked until the descriptor is closed.
    """
    path = os.path.join(folder, f"{prefix}{os.urandom(8).hex()}{_MADE}")
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL
    descriptor = os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0), 0o600)
    _try_lock(descriptor)
    return descriptor, path


def remove_temporary(path: str) -> None:
    """Remove a temporary file; if it cannot be removed, it is left for the next writer."""
    with contextlib.suppress(OSError):
        os.unlink(path)


def sweep(folder: str, prefix: str = "") -> None:
    """Remove the files of killed writers from a folder; files of running writers and of other users are kept."""
    with contextlib.suppress(OSError):
        for entry in os.scandir(folder):
            if entry.name.startswith(prefix) and entry.name.endswith(_MADE) and _is_abandoned(entry):
                remove_temporary(entry.path)


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
        if not (stat.S_ISREG(status.st_mode) and is_own(status)):
            return False
        descriptor = os.open(entry.path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        return False
    try:
        return _try_lock(descriptor)
    finally:
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
