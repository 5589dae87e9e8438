"""Write a new file or folder that appears only when it is complete; if anything fails, an existing one is kept."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from tradefacts.errors import InvalidQueryError, OutputError, TradefactsError
from tradefacts.named_tuples import NamedTuple
from tradefacts.storage import (
    create_temporary,
    create_temporary_folder,
    make_prefix,
    name_temporary,
    remove_folder,
    remove_temporary,
    sweep,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence


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
    with create_files([name], is_forced=is_forced) as (path,):
        yield path


@contextlib.contextmanager
def create_files(names: Sequence[str], *, is_forced: bool = False) -> Iterator[list[Path]]:
    """Give the paths of empty temporary files, and rename all of them to their targets if the block succeeds.

    If one of them cannot be renamed, none is. Links are followed.

    Raises:
        OutputError: a file exists, or cannot be written.
    """
    for name in names:
        check_free(name, is_forced=is_forced)
    with _explain(names[0]), contextlib.ExitStack() as stack:
        made = [stack.enter_context(_make_file(name)) for name in names]
        yield [new.path for new in made]
        for new in made:
            new.path.chmod(_find_mode(new.target))
            os.fsync(new.descriptor)
        with contextlib.ExitStack() as undoing:
            for new in made:
                undo = new.keep_old() if new is not made[-1] else None
                new.move(is_forced=is_forced)
                if undo:
                    undoing.callback(undo)
            undoing.pop_all()


class _NewFile(NamedTuple):
    """A temporary file: the name its user gave, what it will replace, its path, an open descriptor, a spare path."""

    name: str
    target: Path
    path: Path
    descriptor: int
    spare: Path

    def keep_old(self) -> Callable[[], object]:
        """Return what undoes moving the file: it restores the old content, if there is any."""
        if not self.target.exists():
            return self.target.unlink
        os.link(self.target, self.spare)
        return lambda: self.spare.replace(self.target)

    def move(self, *, is_forced: bool) -> None:
        """Rename the file to its target."""
        if is_forced:
            self.path.replace(self.target)
            return
        try:
            os.link(self.path, self.target)  # refuses a file that was created meanwhile, which renaming would replace
        except FileExistsError:
            raise OutputError(f"cannot write {self.name!r}: it exists", hint="--force replaces it") from None
        except OSError:  # not every file system has links
            self.path.replace(self.target)


@contextlib.contextmanager
def _make_file(name: str) -> Iterator[_NewFile]:
    target = Path(os.path.realpath(name))
    folder, prefix = str(target.parent), make_prefix(target.name)
    with _explain(name):
        sweep(folder, prefix)
        descriptor, made = create_temporary(folder, prefix)
    spare = name_temporary(folder, prefix)
    try:
        yield _NewFile(name, target, Path(made), descriptor, Path(spare))
    finally:
        with contextlib.suppress(OSError):  # the content is safe already, or not wanted
            os.close(descriptor)
        for path in (made, spare):
            remove_temporary(path)


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
    folder, prefix = str(target.parent), make_prefix(target.name)
    with _explain(name):
        sweep(folder, prefix)
        with create_temporary_folder(folder, prefix) as made:
            yield Path(made)
            Path(made).chmod(_find_mode(target, new=0o777))
            _replace_folder(target, Path(made), Path(name_temporary(folder, prefix)))


def _replace_folder(target: Path, made: Path, old: Path) -> None:
    if not target.exists():
        made.rename(target)
    elif not _exchange(made, target):
        target.rename(old)
        try:
            made.rename(target)
        except OSError:
            old.rename(target)
            raise
        remove_folder(old)


def _exchange(made: Path, target: Path) -> bool:
    """Give each of two folders the name of the other in one step, where the system can (Linux)."""
    try:
        from ctypes import CDLL  # noqa: PLC0415 - only replacing a folder needs it

        rename = CDLL(None).renameat2
    except (ImportError, OSError, AttributeError, TypeError):
        return False
    here, exchanging = -100, 2  # AT_FDCWD and RENAME_EXCHANGE
    return bool(rename(here, os.fsencode(made), here, os.fsencode(target), exchanging) == 0)


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
        if stat.S_ISDIR(mode) and not is_folder:
            raise OutputError(f"cannot write {name!r}: is a directory", hint="name a file in it")
        if not (stat.S_ISDIR(mode) if is_folder else stat.S_ISREG(mode)):
            raise OutputError(f"cannot write {name!r}: not a {'folder' if is_folder else 'plain file'}")
        if not is_forced:
            raise OutputError(f"cannot write {name!r}: it exists", hint="--force replaces it")
        if not mode & 0o222:  # renaming checks only the folder, and root can do anything
            raise OutputError(f"cannot write {name!r}: it is read-only", hint=f"chmod u+w {quote(name)}")


def check_apart(name: str, inputs: Iterable[str]) -> None:
    """Refuse to write to a file that is also read, even under another name.

    Raises:
        InvalidQueryError: it is one of the inputs.
    """
    for read in inputs:
        if _is_same(name, read):
            raise InvalidQueryError(f"cannot write {name!r}: it is an input", hint="name another file")


def _is_same(name: str, other: str) -> bool:
    try:
        return Path(name).samefile(other)
    except (OSError, ValueError):  # one of them does not exist, or cannot be a name
        return False


@contextlib.contextmanager
def _explain(name: str) -> Iterator[None]:
    """Return a system error about a file as an `OutputError`."""
    try:
        yield
    except TradefactsError:
        raise
    except OSError as error:
        # Libraries have their own words for an error of the system.
        reason = (os.strerror(error.errno) if error.errno else str(error)).lower()
        raise OutputError(f"cannot write {name!r}: {reason}", hint=_suggest_folder(name, error)) from None


def _suggest_folder(name: str, error: OSError) -> str | None:
    """Return how to make the folder that a file is to be written to, if that is what is missing."""
    folder = str(Path(name).parent)
    is_missing = isinstance(error, FileNotFoundError) and folder and not os.path.lexists(folder)
    return f"make the folder first: mkdir -p {quote(folder)}" if is_missing else None


def _find_mode(target: Path, *, new: int = 0o666) -> int:
    """Return the permissions of what is replaced; if it is new, those of `new` that the user's mask allows."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return new & ~mask
