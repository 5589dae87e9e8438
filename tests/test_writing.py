"""A file that is rewritten is old or new and never between, whoever else writes."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tradefacts import writing
from tradefacts.errors import OutputError
from tradefacts.writing import rewrite_file

POSIX = pytest.mark.skipif(os.name == "nt", reason="permissions and links as POSIX has them")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "facts.json"
    path.write_bytes(b"old")
    return path


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def double(before: bytes) -> bytes:
    return before + before


def find_dead_process() -> int:
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    return child.pid


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
def test_read_only_file_is_let_be(path: Path) -> None:
    path.chmod(0o444)

    with pytest.raises(OutputError, match="read-only"):
        rewrite_file(path, double)

    assert path.read_bytes() == b"old"


@POSIX
def test_file_of_two_names_is_let_be(path: Path, tmp_path: Path) -> None:
    (tmp_path / "other.json").hardlink_to(path)

    with pytest.raises(OutputError, match="2 names"):
        rewrite_file(path, double)

    assert path.read_bytes() == b"old"


def test_failure_keeps_the_old_content_and_frees_the_lock(path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        rewrite_file(path, lambda before: bytes(1 // 0) + before)

    assert path.read_bytes() == b"old"
    assert names_in(path.parent) == ["facts.json"]


def test_change_by_somebody_else_is_kept(path: Path) -> None:
    def interfere(before: bytes) -> bytes:
        path.write_bytes(b"theirs")
        return before + b"mine"

    with pytest.raises(OutputError, match="changed meanwhile"):
        rewrite_file(path, interfere)

    assert path.read_bytes() == b"theirs"
    assert names_in(path.parent) == ["facts.json"]


def test_missing_file_is_an_output_error(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="no such file"):
        rewrite_file(tmp_path / "none.json", double)


def test_missing_folder_is_an_output_error(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="no such file"):
        rewrite_file(tmp_path / "none" / "facts.json", double)


@POSIX
@pytest.mark.parametrize("owner", ["", "somebody", "9" * 30])
def test_lock_of_nobody_is_inherited(owner: str, path: Path) -> None:
    lock = path.with_name(".facts.json.lock")
    lock.write_text(owner, encoding="ascii")
    os.utime(lock, (0, 0))

    rewrite_file(path, double)

    assert names_in(path.parent) == ["facts.json"]


@POSIX
def test_lock_of_a_dead_process_is_inherited(path: Path) -> None:
    path.with_name(".facts.json.lock").write_text(str(find_dead_process()), encoding="ascii")

    rewrite_file(path, double)

    assert path.read_bytes() == b"oldold"


@pytest.mark.parametrize("owner", [str(os.getppid()), "1", ""])
def test_lock_of_a_living_process_is_waited_for(owner: str, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.with_name(".facts.json.lock").write_text(owner, encoding="ascii")
    monkeypatch.setattr(writing, "PATIENCE", 0.1)

    with pytest.raises(OutputError, match=f"busy: process {owner or 'unknown'} is writing"):
        rewrite_file(path, double)

    assert path.read_bytes() == b"old"


@POSIX
def test_link_in_place_of_a_lock_is_refused(path: Path, tmp_path: Path) -> None:
    treasure = tmp_path / "treasure"
    treasure.write_text("1", encoding="ascii")
    path.with_name(".facts.json.lock").symlink_to(treasure)

    with pytest.raises(OutputError, match="not a plain file"):
        rewrite_file(path, double)

    assert treasure.read_text(encoding="ascii") == "1"


@POSIX
def test_twenty_writers_at_once_lose_nothing(path: Path) -> None:
    path.write_bytes(b"")
    path.with_name(".facts.json.lock").write_text(str(find_dead_process()), encoding="ascii")
    script = (
        "import sys, time; from pathlib import Path; from tradefacts.writing import rewrite_file\n"
        "def add(before):\n    time.sleep(0.01)\n    return before + f'{sys.argv[2]}\\n'.encode()\n"
        "rewrite_file(Path(sys.argv[1]), add)"
    )

    children = [subprocess.Popen([sys.executable, "-c", script, path, str(number)]) for number in range(20)]
    statuses = [child.wait() for child in children]

    assert statuses == [0] * 20
    assert sorted(map(int, path.read_text(encoding="ascii").split())) == list(range(20))
    assert names_in(path.parent) == ["facts.json"]


def test_lock_that_goes_away_meanwhile_is_asked_for_again(tmp_path: Path) -> None:
    assert not writing._inherit(tmp_path / "none.lock")
    assert writing._read_owner(tmp_path / "none.lock") == ""
