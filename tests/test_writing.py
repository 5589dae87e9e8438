"""A rewritten file has either the old content or the new, whatever fails and despite other writers."""

import os
import stat
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from tradefacts import writing
from tradefacts.errors import OutputError, UnreadableBaseError
from tradefacts.storage import create_temporary, find_lock_folder
from tradefacts.writing import rewrite_file

POSIX = pytest.mark.skipif(os.name == "nt", reason="permissions and links as POSIX has them")
HOLD = """
import sys, time; from pathlib import Path; from tradefacts.writing import rewrite_file
def hold(before):
    print("holding", flush=True)
    sys.stdin.read()
    return before
rewrite_file(Path(sys.argv[1]), hold)
"""
ADD = """
import sys, time; from pathlib import Path; from tradefacts.writing import rewrite_file
def add(before):
    time.sleep(0.01)
    return before + f"{sys.argv[2]}\\n".encode()
rewrite_file(Path(sys.argv[1]), add)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "facts.json"
    path.write_bytes(b"old")
    return path


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def double(before: bytes) -> bytes:
    return before + before


def start_holder(path: Path) -> subprocess.Popen[bytes]:
    """Return a process that keeps the lock of a file until its input ends."""
    holder = subprocess.Popen([sys.executable, "-c", HOLD, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"holding\n"
    return holder


def test_content_is_replaced_and_nothing_else_is_left(path: Path) -> None:
    assert rewrite_file(path, double)

    assert path.read_bytes() == b"oldold"
    assert names_in(path.parent) == ["facts.json"]


def test_nothing_is_written_where_nothing_changes(path: Path) -> None:
    before = path.stat()

    assert not rewrite_file(path, bytes)

    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@POSIX
def test_permissions_are_kept(path: Path) -> None:
    path.chmod(0o640)

    rewrite_file(path, double)

    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@POSIX
def test_link_is_followed_and_stays_one(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.json"
    link.symlink_to(path)

    rewrite_file(link, double)

    assert link.is_symlink()
    assert path.read_bytes() == b"oldold"


@POSIX
@pytest.mark.parametrize("mode", [0o444, 0o555])
def test_read_only_file_is_left_as_it_is(path: Path, mode: int) -> None:
    path.chmod(mode)

    with pytest.raises(OutputError, match="read-only"):
        rewrite_file(path, double)

    assert path.read_bytes() == b"old"


@POSIX
def test_file_of_two_names_is_left_as_it_is(path: Path, tmp_path: Path) -> None:
    (tmp_path / "other.json").hardlink_to(path)

    with pytest.raises(OutputError, match="2 hard links"):
        rewrite_file(path, double)

    assert path.read_bytes() == b"old"


def test_failure_keeps_the_old_content_and_frees_the_lock(path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        rewrite_file(path, lambda before: bytes(1 // 0) + before)

    assert path.read_bytes() == b"old"
    assert rewrite_file(path, double)


def test_change_by_somebody_else_is_kept(path: Path) -> None:
    def interfere(before: bytes) -> bytes:
        path.write_bytes(b"theirs")
        return before + b"mine"

    with pytest.raises(OutputError, match="changed meanwhile"):
        rewrite_file(path, interfere)

    assert path.read_bytes() == b"theirs"
    assert names_in(path.parent) == ["facts.json"]


def test_folder_in_place_of_the_file_is_kept(path: Path) -> None:
    def interfere(before: bytes) -> bytes:
        path.unlink()
        path.mkdir()
        return before + b"mine"

    with pytest.raises(OutputError, match="not a plain file"):
        rewrite_file(path, interfere)

    assert path.is_dir()
    assert names_in(path.parent) == ["facts.json"]


@pytest.mark.parametrize("name", ["none.json", "none/facts.json"])
def test_missing_file_cannot_be_read(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableBaseError, match=r"json': no such file or directory$"):
        rewrite_file(tmp_path / name, double)


def test_living_writer_is_waited_for(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "PATIENCE", 0.1)
    holder = start_holder(path)

    with pytest.raises(OutputError, match=r"another tradefacts has been writing to it for 0\.1 seconds"):
        rewrite_file(path, double)

    holder.communicate(b"")
    assert holder.returncode == 0
    assert rewrite_file(path, double)


def test_dead_writer_is_not_waited_for(path: Path) -> None:
    holder = start_holder(path)
    holder.kill()
    holder.communicate()

    assert rewrite_file(path, double)


@POSIX
def test_link_in_place_of_a_lock_is_refused(path: Path, tmp_path: Path) -> None:
    treasure = tmp_path / "treasure"
    treasure.write_bytes(b"treasure")
    lock = Path(str(find_lock_folder()), f"{sha256(os.fsencode(path)).hexdigest()}.lock")
    lock.unlink(missing_ok=True)
    lock.symlink_to(treasure)

    with pytest.raises(OutputError, match="cannot lock"):
        rewrite_file(path, double)

    lock.unlink()
    assert (path.read_bytes(), treasure.read_bytes()) == (b"old", b"treasure")


def test_no_folder_of_ones_own_for_the_lock_is_an_error(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "find_lock_folder", lambda: None)

    with pytest.raises(OutputError, match="no private folder was found for the lock"):
        rewrite_file(path, double)

    assert path.read_bytes() == b"old"


@POSIX
def test_what_a_dead_writer_left_is_swept_and_nothing_else(path: Path) -> None:
    descriptor, left = create_temporary(str(path.parent), ".facts.json.")
    os.close(descriptor)
    living, kept = create_temporary(str(path.parent), ".facts.json.")
    (path.parent / ".facts.json.link.tmp").symlink_to(path)
    (path.parent / ".others.json.tmp").touch()

    rewrite_file(path, double)

    os.close(living)
    assert not Path(left).exists()
    assert names_in(path.parent) == sorted([".facts.json.link.tmp", ".others.json.tmp", Path(kept).name, "facts.json"])


@pytest.mark.slow
@POSIX
def test_twenty_writers_at_once_lose_nothing(path: Path) -> None:
    path.write_bytes(b"")

    children = [subprocess.Popen([sys.executable, "-c", ADD, path, str(number)]) for number in range(20)]
    statuses = [child.wait() for child in children]

    assert statuses == [0] * 20
    assert sorted(map(int, path.read_text(encoding="ascii").split())) == list(range(20))
    assert names_in(path.parent) == ["facts.json"]
