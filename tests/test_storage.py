"""The user's cache folder is writable only by the user, and each unfinished file belongs to one writer."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from tradefacts.storage import create_temporary, find_cache_folder, find_lock_folder, sweep

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


def test_sweeping_a_folder_that_is_gone_is_no_failure(tmp_path: Path) -> None:
    sweep(str(tmp_path / "none"))

    assert not (tmp_path / "none").exists()
