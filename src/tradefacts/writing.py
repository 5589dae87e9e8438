"""Replace a file atomically, under a lock: whatever fails, the file has either the old content or the new."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from tradefacts.errors import OutputError, UnreadableBaseError
from tradefacts.storage import create_temporary, find_lock_folder, make_prefix, remove_temporary, sweep

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PATIENCE = 300.0
"""Seconds to wait for other writers; the lock of a killed one is free at once."""


def rewrite_file(path: Path, make: Callable[[bytes], bytes]) -> bool:
    """Replace the bytes of a file by what `make` returns for them, and return whether that changed anything.

    A link is followed and its target replaced. The file keeps its permissions. Once the new content is in place,
    later failures are not errors.

    Raises:
        UnreadableBaseError: the file cannot be read.
        OutputError: the file cannot be written, or has changed meanwhile; the old content is kept.
    """
    target = Path(os.path.realpath(path))
    with _hold_lock(target):
        try:
            before = target.read_bytes()
        except OSError as error:
            raise UnreadableBaseError(f"cannot read {str(path)!r}: {_name_reason(error)}") from None
        after = make(before)
        if after == before:
            return False
        _replace(target, before, after)
    return True


def _replace(target: Path, before: bytes, after: bytes) -> None:
    try:
        status = target.stat()
        _check_replaceable(target, status)
        with _write_beside(target, after, status) as written:
            _check_unchanged(target, before)
            written.replace(target)
    except OutputError:
        raise
    except OSError as error:
        raise OutputError(f"cannot write {str(target)!r}: {_name_reason(error)}") from None
    _sync_folder(target.parent)


def _check_replaceable(target: Path, status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise OutputError(f"cannot write {str(target)!r}: not a plain file")
    if not status.st_mode & 0o222:  # os.replace checks only the folder, and root may do anything
        raise OutputError(f"cannot write {str(target)!r}: it is read-only", hint=f"chmod u+w {quote(str(target))}")
    if status.st_nlink > 1:
        message = f"cannot write {str(target)!r}: it has {status.st_nlink} hard links, which a new file would separate"
        raise OutputError(message, hint="make a copy and write to it")


def _check_unchanged(target: Path, before: bytes) -> None:
    if target.read_bytes() != before:
        message = f"{str(target)!r} changed meanwhile; nothing was written"
        raise OutputError(message, hint="run the command again")


@contextlib.contextmanager
def _write_beside(target: Path, content: bytes, status: os.stat_result) -> Iterator[Path]:
    """Write a new file next to the target, with its owner and permissions; it is removed unless it is renamed.

    Files left by killed writers are removed as well.
    """
    prefix = make_prefix(target.name)
    sweep(str(target.parent), prefix)
    descriptor, name = create_temporary(str(target.parent), prefix)
    written = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(descriptor)
        _keep_owner(written, status)
        yield written
    finally:
        remove_temporary(name)


def _keep_owner(written: Path, status: os.stat_result) -> None:
    # Only root may change the owner, and not every system has owners; the permissions are kept in any case.
    with contextlib.suppress(PermissionError, AttributeError):
        os.chown(written, status.st_uid, status.st_gid)
    written.chmod(stat.S_IMODE(status.st_mode))


def _sync_folder(folder: Path) -> None:
    """Make the new name survive a power cut, if the system can sync a folder."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextlib.contextmanager
def _hold_lock(target: Path) -> Iterator[None]:
    """Hold the lock of a target. It is in a folder of the user and ends with its process."""
    from hashlib import sha256  # noqa: PLC0415 - only a writer needs these two

    from filelock import FileLock, Timeout  # noqa: PLC0415

    folder = find_lock_folder()
    if folder is None:
        message = f"cannot lock {str(target)!r}: no private folder was found for the lock"
        raise OutputError(message, hint="set XDG_CACHE_HOME to a folder that only you can write to")
    name = f"{sha256(os.fsencode(target)).hexdigest()}.lock"
    lock = FileLock(Path(folder, name), timeout=PATIENCE)
    try:
        lock.acquire()
    except Timeout:
        message = f"cannot write {str(target)!r}: another tradefacts has been writing to it for {PATIENCE:g} seconds"
        raise OutputError(message, hint="run the command again when it has ended") from None
    except (OSError, NotImplementedError) as error:
        raise OutputError(f"cannot lock {str(target)!r}: {_name_reason(error)}") from None
    try:
        yield
    finally:
        # The file has been written or not, whatever happens to the lock, which ends with the process at the latest.
        with contextlib.suppress(OSError, RuntimeError):
            lock.release()


def _name_reason(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()
