"""The files of a base: the meaning of names, and the content of streams."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from builders import document, volume, write
from tradefacts.basefile.layers import find_layers
from tradefacts.basefile.outside import SIZE_LIMIT
from tradefacts.errors import InvalidQueryError, TradefactsError, UnreadableBaseError
from tradefacts.factbase import open_base

if TYPE_CHECKING:
    from pathlib import Path


class Stream(io.TextIOWrapper):
    """Standard input that contains some bytes, or fails, or is a terminal."""

    def __init__(self, content: bytes = b"", *, is_terminal: bool = False) -> None:
        super().__init__(io.BytesIO(content))
        self.is_terminal = is_terminal

    def isatty(self) -> bool:
        return self.is_terminal


class Broken(io.RawIOBase):
    """A disk that fails."""

    def readable(self) -> bool:
        return True

    def readall(self) -> bytes:
        raise OSError(5, "Input/output error")

    def read(self, size: int = -1) -> bytes:  # noqa: ARG002 - it always fails
        return self.readall()


class Endless(io.RawIOBase):
    """A stream that is longer than the limit."""

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        return bytes(size)


def test_the_built_in_base_is_the_lowest_where_none_is_named() -> None:
    (unnamed,), (named,) = find_layers([]), find_layers(["builtin"])

    assert unnamed.name == named.name == "builtin"
    assert unnamed.path == named.path


def test_a_path_is_kept_whole_and_the_name_as_it_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "b.json").touch()
    monkeypatch.chdir(tmp_path)

    (layer,) = find_layers(["b.json"])

    assert (layer.name, layer.path) == ("b.json", str(tmp_path / "b.json"))


def test_a_file_whose_name_looks_like_an_address_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "http:").mkdir()
    (tmp_path / "http:" / "b.json").touch()
    monkeypatch.chdir(tmp_path)

    assert len(find_layers(["http://b.json"])) == 1


def test_a_stream_is_a_layer_without_a_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Stream(write(document(volume("KZ", "KG", "2022", "$1.3 bln"))).encode()))

    facts = open_base(["-"])

    assert [layer["name"] for layer in facts.layers] == ["-"]


@pytest.mark.parametrize(
    ("stream", "error", "why"),
    [
        (None, UnreadableBaseError, "standard input is closed"),
        (Stream(is_terminal=True), InvalidQueryError, "is a terminal"),
        (io.TextIOWrapper(Broken()), UnreadableBaseError, "input/output error"),  # type: ignore[type-var]  # it reads
        (io.TextIOWrapper(Endless()), UnreadableBaseError, f"more than the limit of {SIZE_LIMIT:,} bytes"),  # type: ignore[type-var]  # as above
    ],
    ids=["closed", "terminal", "broken", "endless"],
)
def test_a_stream_without_a_base_is_refused(
    monkeypatch: pytest.MonkeyPatch, stream: io.TextIOBase | None, error: type[TradefactsError], why: str
) -> None:
    monkeypatch.setattr(sys, "stdin", stream)

    with pytest.raises(error, match=why):
        find_layers(["-"])


def test_a_base_that_is_replaced_while_it_is_read_is_read_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    path.write_text(write(document(volume("KZ", "KG", "2022", "$1 bln"))), encoding="utf-8")
    before = path.read_bytes()
    (layer,) = find_layers([str(path)])

    with layer:
        layer.stamp = layer.find_stamp()
        digest = layer.hash()
        (tmp_path / "new.json").write_bytes(b"{}")
        (tmp_path / "new.json").replace(path)

        layer.check_unchanged()
        with layer.open() as stream:
            assert stream.read() == before
        assert layer.hash() == digest
