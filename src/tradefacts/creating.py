"""Write a new file or folder that nobody sees before it is whole; whatever fails, what was there before stays."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from tradefacts.errors import OutputError, TradefactsError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NAME_KEPT = 100


def write_file(name: str, chunks: Iterable[bytes], *, is_forced: bool = False) -> None:
    """Write the chunks to a new file; where one of that name exists, only `is_forced` replaces it.

    Raises:
        OutputError: the file exists, or cannot be written.
    """
    with create_file(name, is_forced=is_forced) as path, path.open("wb") as stream:
        stream.writelines(chunks)


@contextlib.contextmanager
def create_file(name: str, *, is_forced: bool = False) -> Iterator[Path]:
    """Give the path of an empty file beside the named one, and put it in its place when the block ends well.

    A link is followed: what it points at is replaced.

    Raises:
        OutputError: the file exists, or cannot be written.
    """
    target = Path(os.path.realpath(name))
    check_free(name, is_forced=is_forced)
    with _explain(name):
        made = _name_beside(target)
        # A new file gets the permissions that the user's mask leaves; one that is replaced keeps its own.
        os.close(os.open(made, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
        try:
            if target.exists():
                made.chmod(stat.S_IMODE(target.stat().st_mode))
            yield made
            _sync(made)
            _move(made, target, name, is_forced=is_forced)
        finally:
            made.unlink(missing_ok=True)


@contextlib.contextmanager
def create_folder(name: str, *, is_forced: bool = False) -> Iterator[Path]:
    """Give the path of an empty folder beside the named one, and put it in its place when the block ends well.

    Where a folder of that name exists, only `is_forced` replaces it, with all that is in it.

    Raises:
        OutputError: the folder exists, or cannot be written.
    """
    target = Path(os.path.realpath(name))
    check_free(name, is_forced=is_forced, is_folder=True)
    with _explain(name):
        made, old = _name_beside(target), _name_beside(target)
        made.mkdir()
        try:
            yield made
            if target.exists():
                target.rename(old)
            made.rename(target)
        finally:
            for folder in (made, old):
                shutil.rmtree(folder, ignore_errors=True)


def check_free(name: str, *, is_forced: bool, is_folder: bool = False) -> None:
    """Refuse a name under which nothing may be written.

    Raises:
        OutputError: something of that name exists and is not to be replaced, or is of another sort.
    """
    with _explain(name):
        if not os.path.lexists(os.path.realpath(name)):
            return
        mode = Path(name).stat().st_mode
        if not (stat.S_ISDIR(mode) if is_folder else stat.S_ISREG(mode)):
            raise OutputError(f"cannot write {name!r}: not a {'folder' if is_folder else 'plain file'}")
        if not is_forced:
            raise OutputError(f"cannot write {name!r}: it exists", hint="--force replaces it")
        if not mode & 0o222:  # renaming asks the folder alone, and root may do anything
            raise OutputError(f"cannot write {name!r}: it is read-only", hint=f"chmod u+w {name}")


@contextlib.contextmanager
def _explain(name: str) -> Iterator[None]:
    """Turn what the system says of a file into an error of ours."""
    try:
        yield
    except TradefactsError:
        raise
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise OutputError(f"cannot write {name!r}: {reason}") from None


def _name_beside(target: Path) -> Path:
    return target.with_name(f".{target.name[:_NAME_KEPT]}.{os.urandom(8).hex()}.tmp")


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _move(made: Path, target: Path, name: str, *, is_forced: bool) -> None:
    if is_forced:
        made.replace(target)
        return
    try:
        os.link(made, target)  # refuses a file that has come into being meanwhile, which renaming would replace
    except FileExistsError:
        raise OutputError(f"cannot write {name!r}: it exists", hint="--force replaces it") from None
    except OSError:  # not every file system has links
        made.replace(target)
