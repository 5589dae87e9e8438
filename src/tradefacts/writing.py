"""Rewrite a file so that it is old or new and never between, and that of several writers none undoes another's work."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tradefacts.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PATIENCE = 60.0
"""Seconds to wait for another writer."""

_PAUSE = 0.05
_UNWRITTEN = 5.0
"""Seconds after which a lock that names nobody is that of a writer who died before writing its name."""


def rewrite_file(path: Path, make: Callable[[bytes], bytes]) -> bool:
    """Put what `make` returns for a file's bytes in their place, and return whether that changed anything.

    A link is followed: what it points at is replaced. The file keeps its permissions.

    Raises:
        OutputError: the file may not or cannot be written, or changed meanwhile; the old content is kept.
    """
    target = Path(os.path.realpath(path))
    with _lock(target):
        try:
            before = target.read_bytes()
            after = make(before)
            if after == before:
                return False
            _replace(target, before, after)
        except OutputError:
            raise
        except OSError as error:
            raise _explain(path, error) from None
    return True


def _replace(target: Path, before: bytes, after: bytes) -> None:
    status = target.stat()
    if not status.st_mode & 0o222:  # os.replace asks the folder alone, and root may do anything
        raise OutputError(f"cannot write {str(target)!r}: it is read-only", hint=f"chmod u+w {target}")
    if status.st_nlink > 1:
        message = f"cannot write {str(target)!r}: it has {status.st_nlink} names, and a new file would part them"
        raise OutputError(message, hint="make a copy, and write that")
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", suffix=".tmp", dir=target.parent)
    written = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(after)
            stream.flush()
            os.fsync(descriptor)
        _keep_owner(written, status)
        if target.read_bytes() != before:
            raise OutputError(f"{str(target)!r} changed meanwhile; nothing was written", hint="run the command again")
        written.replace(target)
        _sync_folder(target.parent)
    finally:
        written.unlink(missing_ok=True)


def _keep_owner(written: Path, status: os.stat_result) -> None:
    # Only root may give a file away, and not every system knows owners; the permissions are kept anyhow.
    with contextlib.suppress(PermissionError, AttributeError):
        os.chown(written, status.st_uid, status.st_gid)
    written.chmod(stat.S_IMODE(status.st_mode))


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system lets a folder be synced."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextlib.contextmanager
def _lock(target: Path) -> Iterator[None]:
    """Hold the lock file beside the target: it is there while somebody writes, and holds the id of that process."""
    lock = target.with_name(f".{target.name}.lock")
    deadline = time.monotonic() + PATIENCE
    while not _take(lock):
        if time.monotonic() > deadline:
            raise OutputError(
                f"{str(target)!r} is busy: process {_read_owner(lock) or 'unknown'} is writing to it",
                hint=f"if that is no tradefacts, remove {lock}",
            )
        time.sleep(_PAUSE)
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)


def _take(lock: Path) -> bool:
    try:
        descriptor = os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644)
    except FileExistsError:
        return _inherit(lock)
    except OSError as error:
        raise _explain(lock, error) from None
    with os.fdopen(descriptor, "w", encoding="ascii") as stream:
        stream.write(str(os.getpid()))
    return True


def _inherit(lock: Path) -> bool:
    """Take over the lock of a writer that died.

    The file stays and only the name in it changes, under the system's own lock: were it removed and made anew, the
    second of two heirs would remove the lock of the first.
    """
    try:
        from fcntl import LOCK_EX, flock  # noqa: PLC0415 - not on every system
    except ImportError:  # pragma: no cover - Windows, where the curator removes the file
        return False
    try:
        if not stat.S_ISREG(lock.lstat().st_mode):
            raise OutputError(f"cannot lock: {str(lock)!r} is not a plain file", hint="remove it")
        descriptor = os.open(lock, os.O_RDWR | os.O_NOFOLLOW)
    except (FileNotFoundError, PermissionError):  # its owner has just finished, or is somebody else
        return False
    with os.fdopen(descriptor, "r+", encoding="ascii", errors="replace") as stream:
        flock(descriptor, LOCK_EX)
        status = os.fstat(descriptor)
        if not status.st_nlink or not _is_abandoned(stream.read(32), status):
            return False
        stream.seek(0)
        stream.truncate()
        stream.write(str(os.getpid()))
    return True


def _is_abandoned(owner: str, status: os.stat_result) -> bool:
    if not owner.isdecimal():
        return time.time() - status.st_mtime > _UNWRITTEN
    try:
        with contextlib.suppress(PermissionError):  # it lives, and is somebody else's
            os.kill(int(owner), 0)
    except (ProcessLookupError, OverflowError):
        return True
    return False


def _read_owner(lock: Path) -> str:
    try:
        return lock.read_text(encoding="ascii", errors="replace")[:32]
    except OSError:
        return ""


def _explain(path: Path, error: OSError) -> OutputError:
    return OutputError(f"cannot write {str(path)!r}: {(error.strerror or str(error)).lower()}")
