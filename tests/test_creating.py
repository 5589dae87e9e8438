"""New files and folders are either complete or absent."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tradefacts.creating import create_folder, write_file
from tradefacts.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def is_table(name: str) -> bool:
    return name.endswith(".csv")


def fail_after_one() -> Iterator[bytes]:
    yield b"half"
    raise ValueError


def test_a_failure_leaves_no_files(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"^$"):
        write_file(str(tmp_path / "a.csv"), fail_after_one())

    assert [*tmp_path.iterdir()] == []


def test_a_failure_leaves_the_old_content(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old")

    with pytest.raises(ValueError, match=r"^$"):
        write_file(str(path), fail_after_one(), is_forced=True)

    assert path.read_text() == "old"
    assert [*tmp_path.iterdir()] == [path]


def test_a_file_that_came_into_being_meanwhile_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"

    def write_ours() -> Iterator[bytes]:
        yield b"ours"
        path.write_text("theirs")

    with pytest.raises(OutputError, match="it exists"):
        write_file(str(path), write_ours())

    assert path.read_text() == "theirs"


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("old")
    (tmp_path / "link.csv").symlink_to("a.csv")

    write_file(str(tmp_path / "link.csv"), [b"new"], is_forced=True)

    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "a.csv").read_text() == "new"


def test_permissions_are_those_of_any_new_file_or_of_the_old_one(tmp_path: Path) -> None:
    usual, old = tmp_path / "usual", tmp_path / "old"
    usual.touch()
    old.touch(mode=0o640)

    write_file(str(tmp_path / "new"), [b""])
    write_file(str(old), [b""], is_forced=True)

    assert (tmp_path / "new").stat().st_mode == usual.stat().st_mode
    assert old.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("name", ["missing/a.csv", "."])
def test_an_impossible_target_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError, match="cannot write"):
        write_file(f"{tmp_path}/{name}", [b"x"], is_forced=True)


def test_a_device_is_never_replaced() -> None:
    with pytest.raises(OutputError, match="not a plain file"):
        write_file(os.devnull, [b"x"], is_forced=True)


def test_a_read_only_file_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.touch(mode=0o444)

    with pytest.raises(OutputError, match="read-only"):
        write_file(str(path), [b"x"], is_forced=True)


def test_a_folder_is_replaced_as_a_whole(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "old.csv").touch()

    with create_folder(str(folder), is_table, is_forced=True) as made:
        (made / "new.csv").touch()

    assert [path.name for path in folder.iterdir()] == ["new.csv"]
    assert [*tmp_path.iterdir()] == [folder]


def test_a_folder_that_exists_is_kept_without_force(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="it exists"), create_folder(str(tmp_path), is_table):
        raise AssertionError


def test_a_folder_with_anything_of_another_kind_is_kept_even_with_force(tmp_path: Path) -> None:
    (tmp_path / "old.csv").touch()
    (tmp_path / "thesis.tex").touch()

    with (
        pytest.raises(OutputError, match=r"it holds 'thesis\.tex'"),
        create_folder(str(tmp_path), is_table, is_forced=True),
    ):
        raise AssertionError

    assert len([*tmp_path.iterdir()]) == 2
