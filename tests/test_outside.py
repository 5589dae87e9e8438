"""All files that a user names are opened by the same guarded function."""

from __future__ import annotations

import io
import os
from typing import TYPE_CHECKING

import pytest

from builders import save, volume
from running import ask, check_refusal
from tradefacts.basefile.outside import SIZE_LIMIT, check_encoding, check_file, find_size, open_file, reopen_file
from tradefacts.errors import FactBaseError, UnreadableBaseError

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name == "nt", reason="devices and pipes as POSIX has them")


def test_a_disk_that_fails_later_is_named() -> None:
    with (
        open_file("/proc/self/mem", "b.json") as stream,
        pytest.raises(UnreadableBaseError, match=r"^cannot read base 'b\.json': input/output error$"),
    ):
        stream.read()


def test_a_disk_that_fails_at_the_end_is_named(tmp_path: Path) -> None:
    stream = open_file(str(save(tmp_path / "b.json")), "b.json")
    stream.read()
    os.close(stream.fileno())

    with pytest.raises(UnreadableBaseError, match=r"^cannot read base 'b\.json': bad file descriptor$"):
        stream.close()


def test_a_pipe_in_the_place_of_a_file_that_was_checked_is_refused(tmp_path: Path) -> None:
    path = check_file(str(save(tmp_path / "b.json")))
    (tmp_path / "b.json").unlink()
    os.mkfifo(path)

    with pytest.raises(UnreadableBaseError, match="not a regular file"):
        open_file(path, "b.json")


def test_a_file_that_is_open_is_read_again_from_its_start(tmp_path: Path) -> None:
    path = save(tmp_path / "b.json")
    content = path.read_bytes()
    with open_file(str(path), "b.json") as first:
        first.read()
        path.unlink()

        with reopen_file(first, "b.json") as second:
            assert second.read() == content


@pytest.mark.parametrize(
    ("what", "in_folder", "of_pipe", "of_size"),
    [
        (
            "base",
            "name the JSON file in it",
            "use --base - to read a stream",
            "split it into several bases and name each with --base",
        ),
        ("exceptions", "name the file in it", "copy it to a file first", None),
    ],
)
def test_the_hint_fits_what_the_file_is_for(
    tmp_path: Path, what: str, in_folder: str, of_pipe: str | None, of_size: str | None
) -> None:
    os.mkfifo(tmp_path / "pipe")
    with (tmp_path / "large").open("wb") as file:
        file.truncate(SIZE_LIMIT + 1)

    def find_hint(path: Path) -> str | None:
        with pytest.raises(UnreadableBaseError) as refusal:
            check_file(str(path), what)
        return refusal.value.hint

    assert [find_hint(tmp_path), find_hint(tmp_path / "pipe"), find_hint(tmp_path / "large")] == [
        in_folder,
        of_pipe,
        of_size,
    ]


def test_a_file_may_be_as_large_as_the_limit(tmp_path: Path) -> None:
    with (tmp_path / "large").open("wb") as file:
        file.truncate(SIZE_LIMIT)

    assert SIZE_LIMIT == 1024**3
    assert check_file(str(tmp_path / "large")) == str(tmp_path / "large")


def test_a_file_named_like_an_address_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "https:").mkdir()
    save(tmp_path / "https:" / "b.json")

    assert check_file("https://b.json") == str(tmp_path / "https:" / "b.json")


def test_the_size_of_a_file_is_known_and_that_of_a_stream_without_one_is_not(tmp_path: Path) -> None:
    (tmp_path / "b.json").write_bytes(b"12345")
    with (tmp_path / "b.json").open("rb") as file:
        assert find_size(file) == 5

    assert find_size(io.BytesIO(b"123")) == 3
    assert find_size(io.BufferedReader(io.BytesIO(b"123"))) == 0


@pytest.mark.parametrize("start", [b"\x1f\x8b\x08", b"PK\x03\x04"])
def test_another_kind_of_file_is_to_be_saved_as_what_is_expected(start: bytes) -> None:
    with pytest.raises(FactBaseError) as refusal:
        check_encoding(start, "draft", expected="text")

    assert refusal.value.message.endswith(", not text")
    assert refusal.value.hint == "save it as text first"


@pytest.mark.parametrize(
    "kind", ["pipe", "device", "folder", "missing", "deep", "long number", "empty", "utf-16", "cut"]
)
def test_exceptions_are_opened_and_read_as_carefully_as_a_base(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.chdir(tmp_path)
    save(tmp_path / "b.json", volume("KZ", "KG", "2022", "$1.3 bln"))
    content = {
        "deep": b"[" * 100_000,
        "long number": b"[" + b"9" * 5000 + b"]",
        "empty": b"",
        "utf-16": "[]".encode("utf-16"),
        "cut": b'[{"code": "E2',
    }
    name = {"device": "/dev/zero"}.get(kind, "x")
    if kind == "pipe":
        os.mkfifo("x")
    elif kind == "folder":
        (tmp_path / "x").mkdir()
    elif kind in content:
        (tmp_path / "x").write_bytes(content[kind])

    status = 4 if kind in content else 3
    as_base = check_refusal(ask(capfd, "--base", name, "facts"), status)
    as_exceptions = check_refusal(ask(capfd, "lint", "b.json", "--exceptions", name), status)

    if status == 3:
        assert as_exceptions[0] == as_base[0].replace("read base", "read exceptions")
