"""The user's cache folder is writable only by the user, and each unfinished file belongs to one writer."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from tradefacts.storage import (
    create_temporary,
    create_temporary_folder,
    find_cache_folder,
    find_lock_folder,
    make_prefix,
    sweep,
)

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name == "nt", reason="permissions and links as POSIX has them")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    return tmp_path


def test_folder_is_made_for_its_owner_alone(home: Path) -> None:
    assert find_cache_folder() == str(home / "cache" / "tradefacts")

    assert stat.S_IMODE((home / "cache" / "tradefacts").stat().st_mode) == 0o700


@pytest.mark.parametrize("root", ["", "relative/cache"])
def test_folder_is_in_the_home_folder_unless_another_is_named(
    home: Path, monkeypatch: pytest.MonkeyPatch, root: str
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", root)
    monkeypatch.setenv("HOME", str(home))

    assert find_cache_folder() == str(home / ".cache" / "tradefacts")


def test_there_is_no_folder_where_the_home_folder_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", "home")

    assert find_cache_folder() is None


@pytest.mark.parametrize("mode", [0o777, 0o770, 0o702])
def test_folder_that_others_may_write_to_is_not_used(home: Path, mode: int) -> None:
    (home / "cache" / "tradefacts").mkdir(parents=True)
    (home / "cache" / "tradefacts").chmod(mode)

    assert find_cache_folder() is None


def test_link_to_a_folder_is_not_used(home: Path) -> None:
    (home / "cache").mkdir()
    (home / "cache" / "tradefacts").symlink_to(home)

    assert find_cache_folder() is None


def test_locks_are_in_the_cache(home: Path) -> None:
    assert find_lock_folder() == str(home / "cache" / "tradefacts" / "locks")


def test_locks_have_another_folder_where_there_is_no_cache(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(home))
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", "/dev/null")

    assert find_lock_folder() == str(home / f"tradefacts-{os.geteuid()}")


def test_no_two_files_in_the_making_have_one_name(tmp_path: Path) -> None:
    made = [create_temporary(str(tmp_path), "x.") for _ in range(3)]

    for descriptor, _ in made:
        os.close(descriptor)
    assert len({path for _, path in made}) == 3
    assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {0o600}


def test_a_folder_in_the_making_is_private_and_removed_afterwards(tmp_path: Path) -> None:
    with create_temporary_folder(str(tmp_path), "x.") as made:
        mode = stat.S_IMODE(os.lstat(made).st_mode)

    assert mode == 0o700
    assert [*tmp_path.iterdir()] == []


def test_an_abandoned_folder_is_swept_with_its_files_and_one_in_use_is_kept(tmp_path: Path) -> None:
    left = tmp_path / "x.left.tmp"
    left.mkdir()
    (left / "file").touch()

    with create_temporary_folder(str(tmp_path), "x.") as living:
        sweep(str(tmp_path), "x.")

        assert [str(path) for path in tmp_path.iterdir()] == [living]


def test_only_files_and_folders_are_swept(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.tmp")
    (tmp_path / "link.tmp").symlink_to("file.tmp")
    (tmp_path / "file.tmp").touch()

    sweep(str(tmp_path))

    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.tmp", "pipe.tmp"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give files away")
def test_what_belongs_to_another_user_is_not_swept(tmp_path: Path) -> None:
    other = tmp_path / "other.tmp"
    other.touch()
    os.chown(other, 65534, -1)

    sweep(str(tmp_path))

    assert other.exists()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can be somebody else")
def test_what_cannot_be_opened_is_not_swept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    tmp_path.chmod(0o777)
    own = tmp_path / "own.tmp"
    own.touch(mode=0o000)
    os.chown(own, 65534, -1)
    os.seteuid(65534)

    try:
        sweep(".")
    finally:
        os.seteuid(0)

    assert own.exists()


def test_a_prefix_keeps_a_hundred_bytes_of_a_name() -> None:
    assert make_prefix("facts.json") == ".facts.json."
    assert len(os.fsencode(make_prefix("я" * 120))) == len(".") + 100 + len(".")


def test_sweeping_a_folder_that_is_gone_is_no_failure(tmp_path: Path) -> None:
    sweep(str(tmp_path / "none"))

    assert not (tmp_path / "none").exists()
