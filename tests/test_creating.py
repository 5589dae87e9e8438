"""New files and folders are either complete or absent."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tradefacts import creating
from tradefacts.creating import create_files, create_folder, write_file
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


@pytest.mark.parametrize(
    ("name", "fix"), [("mis sing/a.csv", "make the folder first: mkdir -p '{}/mis sing'"), (".", "name a file in it")]
)
def test_an_impossible_target_is_refused_with_the_fix(tmp_path: Path, name: str, fix: str) -> None:
    with pytest.raises(OutputError, match="cannot write") as caught:
        write_file(f"{tmp_path}/{name}", [b"x"], is_forced=True)

    assert caught.value.hint == fix.format(tmp_path)


def test_a_device_is_never_replaced() -> None:
    with pytest.raises(OutputError, match="not a plain file"):
        write_file(os.devnull, [b"x"], is_forced=True)


def test_a_read_only_file_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.touch(mode=0o444)

    with pytest.raises(OutputError, match="read-only"):
        write_file(str(path), [b"x"], is_forced=True)


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


def test_of_two_files_either_both_are_new_or_none(tmp_path: Path) -> None:
    first, second = tmp_path / "a.db", tmp_path / "a.json"
    first.write_text("old")

    def write_both() -> None:
        with create_files([str(first), str(second)], is_forced=True) as made:
            made[0].write_text("new")
            second.mkdir()  # so that it cannot be replaced

    with pytest.raises(OutputError, match="cannot write"):
        write_both()

    assert first.read_text() == "old"
    assert sorted(tmp_path.iterdir()) == [first, second]


def test_of_two_files_a_first_that_is_new_is_taken_back(tmp_path: Path) -> None:
    first, second = tmp_path / "a.db", tmp_path / "a.json"

    with pytest.raises(OutputError, match="it exists"), create_files([str(first), str(second)]):
        second.touch()

    assert [*tmp_path.iterdir()] == [second]


@pytest.mark.parametrize("name", ["a" * 250 + ".csv", "贸" * 83 + ".csv"])
def test_a_name_of_any_length_that_the_system_allows_can_be_written(tmp_path: Path, name: str) -> None:
    write_file(str(tmp_path / name), [b"new"])

    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_folder_that_cannot_be_replaced_stays(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "old.csv").touch()

    with pytest.raises(OutputError, match="cannot write"), create_folder(str(folder), is_table, is_forced=True) as made:
        made.rmdir()  # so that there is nothing to rename

    assert [path.name for path in folder.iterdir()] == ["old.csv"]
    assert [*tmp_path.iterdir()] == [folder]


@pytest.mark.skipif(os.name == "nt", reason="locks and links as POSIX has them")
def test_a_folder_left_by_a_killed_writer_is_swept_and_nothing_else(tmp_path: Path) -> None:
    left = tmp_path / ".out.0123.tmp"
    left.mkdir()
    (left / "half.csv").touch()
    (tmp_path / "kept.csv").touch()
    (tmp_path / ".out.link.tmp").symlink_to(tmp_path)
    (tmp_path / ".other.0123.tmp").mkdir()

    with create_folder(str(tmp_path / "out"), is_table), create_folder(str(tmp_path / "out2"), is_table):
        pass

    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == [".other.0123.tmp", ".out.link.tmp", "kept.csv", "out", "out2"]


def test_a_folder_in_the_making_is_not_swept(tmp_path: Path) -> None:
    with create_folder(str(tmp_path / "out"), is_table) as made:
        write_file(str(tmp_path / "out"), [b""])
        (made / "a.csv").touch()
        (tmp_path / "out").unlink()

    assert [path.name for path in (tmp_path / "out").iterdir()] == ["a.csv"]


@pytest.mark.parametrize("can_exchange", [True, False])
def test_a_folder_is_replaced_as_a_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, can_exchange: bool
) -> None:
    if not can_exchange:
        monkeypatch.setattr(creating, "_exchange", lambda *_: False)
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "old.csv").touch()

    with create_folder(str(folder), is_table, is_forced=True) as made:
        (made / "new.csv").touch()

    assert [path.name for path in folder.iterdir()] == ["new.csv"]
    assert [*tmp_path.iterdir()] == [folder]


@pytest.mark.parametrize("can_exchange", [True, False])
def test_a_folder_keeps_its_permissions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, can_exchange: bool) -> None:
    if not can_exchange:
        monkeypatch.setattr(creating, "_exchange", lambda *_: False)
    folder = tmp_path / "out"
    folder.mkdir(mode=0o750)

    with create_folder(str(folder), is_table, is_forced=True):
        pass

    assert folder.stat().st_mode & 0o777 == 0o750
