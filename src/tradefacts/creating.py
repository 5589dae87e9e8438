"""Write a new file or folder that appears only when it is complete; if anything fails, an existing one is kept."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from tradefacts.errors import OutputError, TradefactsError
from tradefacts.storage import create_temporary, remove_temporary, sweep

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_NAME_KEPT = 100


def write_file(name: str, chunks: Iterable[bytes], *, is_forced: bool = False) -> None:
    """Write the chunks to a new file; an existing one is replaced only if `is_forced`.

    Raises:
        OutputError: the file exists, or cannot be written.
    """
    with create_file(name, is_forced=is_forced) as path, path.open("wb") as stream:
        stream.writelines(chunks)


@contextlib.contextmanager
def create_file(name: str, *, is_forced: bool = False) -> Iterator[Path]:
    """Give the path of an empty temporary file, and rename it to the target if the block succeeds.

    A link is followed and its target replaced.

    Raises:
        OutputError: the file exists, or cannot be written.
    """
    target = Path(os.path.realpath(name))
    check_free(name, is_forced=is_forced)
    prefix = f".{target.name[:_NAME_KEPT]}."
    with _explain(name):
        sweep(str(target.parent), prefix)
        descriptor, made = create_temporary(str(target.parent), prefix)
        try:
            yield Path(made)
            Path(made).chmod(_find_mode(target))
            os.fsync(descriptor)
            _move(Path(made), target, name, is_forced=is_forced)
        finally:
            os.close(descriptor)
            remove_temporary(made)


@contextlib.contextmanager
def create_folder(name: str, is_own: Callable[[str], object], *, is_forced: bool = False) -> Iterator[Path]:
    """Give the path of an empty temporary folder, and rename it to the target if the block succeeds.

    An existing folder is replaced only if `is_forced`, and only if it contains nothing but files of this command, whose
    names `is_own` recognizes.

    Raises:
        OutputError: the folder exists, contains other files, or cannot be written.
    """
    target = Path(os.path.realpath(name))
    check_free(name, is_forced=is_forced, is_folder=True)
    with _explain(name):
        other = next((path.name for path in _list_entries(target) if not is_own(path.name)), None)
    if other is not None:
        message = f"cannot replace {name!r}: it holds {other!r}, which this command does not write"
        raise OutputError(message, hint="name another folder, or one that does not exist yet")
    with _explain(name):
        made, old = (target.with_name(f".{target.name[:_NAME_KEPT]}.{os.urandom(8).hex()}.tmp") for _ in range(2))
        made.mkdir()
        try:
            yield made
            if target.exists():
                target.rename(old)
            made.rename(target)
        finally:
            for folder in (made, old):
                shutil.rmtree(folder, ignore_errors=True)


def _list_entries(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []


def check_free(name: str, *, is_forced: bool, is_folder: bool = False) -> None:
    """Refuse a name that cannot be written to.

    Raises:
        OutputError: the target exists and is not to be replaced, or is not of the expected type.
    """
    with _explain(name):
        if not os.path.lexists(os.path.realpath(name)):
            return
        mode = Path(name).stat().st_mode
        if not (stat.S_ISDIR(mode) if is_folder else stat.S_ISREG(mode)):
            raise OutputError(f"cannot write {name!r}: not a {'folder' if is_folder else 'plain file'}")
        if not is_forced:
            raise OutputError(f"cannot write {name!r}: it exists", hint="--force replaces it")
        if not mode & 0o222:  # renaming checks only the folder, and root can do anything
            raise OutputError(f"cannot write {name!r}: it is read-only", hint=f"chmod u+w {name}")


@contextlib.contextmanager
def _explain(name: str) -> Iterator[None]:
    """Return a system error about a file as an `OutputError`."""
    try:
        yield
    except TradefactsError:
        raise
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise OutputError(f"cannot write {name!r}: {reason}") from None


def _find_mode(target: Path) -> int:
    """Return the permissions of the replaced file; for a new one, those that the user's mask allows."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _move(made: Path, target: Path, name: str, *, is_forced: bool) -> None:
    if is_forced:
        made.replace(target)
        return
    try:
        os.link(made, target)  # refuses a file that was created meanwhile, which renaming would replace
    except FileExistsError:
        raise OutputError(f"cannot write {name!r}: it exists", hint="--force replaces it") from None
    except OSError:  # not every file system has links
        made.replace(target)
