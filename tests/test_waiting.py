"""The progress line during a slow answer, and its removal."""

from __future__ import annotations

import _signal  # type: ignore[import-not-found]  # as in the program itself
import io
import sys
import time
from typing import TYPE_CHECKING

import pytest

import tradefacts
from builders import save, volume
from tradefacts.basefile.json_stream import JsonStream
from tradefacts.cli.waiting import tell_time
from tradefacts.progress import PROGRESS

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(not hasattr(_signal, "setitimer"), reason="the system has no alarm")


class Terminal(io.StringIO):
    """A terminal that records its output."""

    def isatty(self) -> bool:
        return True


def sit_at_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr("tradefacts.cli.waiting._FIRST", 0.01)
    return terminal


def test_a_terminal_shows_the_time_and_the_line_is_removed_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = sit_at_terminal(monkeypatch)

    with tell_time():
        time.sleep(0.1)

    assert terminal.getvalue().startswith("\rtradefacts: working, 0 s")
    assert terminal.getvalue().endswith(" \r")


def test_the_line_says_how_far_the_work_is(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = sit_at_terminal(monkeypatch)

    with tell_time():
        PROGRESS.note("reading b\x1b.json", 3, 4)
        time.sleep(0.1)

    assert "tradefacts: reading b\\x1b.json, 75 %, 0 s (Ctrl-C stops it)" in terminal.getvalue()


def test_a_shorter_line_covers_the_one_before(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = sit_at_terminal(monkeypatch)
    monkeypatch.setattr("tradefacts.cli.waiting._NEXT", 0.05)

    with tell_time():
        PROGRESS.note("reading a long name.json", 3, 4)
        time.sleep(0.03)
        PROGRESS.note("indexing")
        time.sleep(0.1)

    lines = terminal.getvalue().split("\r")
    assert len(lines[2]) == len(lines[1])


def test_who_reads_a_base_notes_how_much_of_it_is_read(tmp_path: Path) -> None:
    path = save(tmp_path / "b.json", volume("KZ", "KG", "2022", "$1.3 bln"))
    size = path.stat().st_size

    with path.open("rb") as stream:
        list(JsonStream(stream, "b.json").read_pieces(set()))

    assert (PROGRESS.what, PROGRESS.done, PROGRESS.total) == ("reading b.json", size, size)


def test_lint_and_audit_note_what_they_do(tmp_path: Path) -> None:
    with tradefacts.open(str(save(tmp_path / "b.json", volume("KZ", "KG", "2022", "$1.3 bln")))) as facts:
        facts.audit()
        assert PROGRESS.what == "comparing"
        facts.lint()
        assert PROGRESS.what == "checking"


def test_work_that_fails_leaves_no_line_either(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = sit_at_terminal(monkeypatch)

    def fail() -> None:
        with tell_time():
            time.sleep(0.1)
            raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        fail()

    assert terminal.getvalue().endswith(" \r")


def test_quick_work_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = sit_at_terminal(monkeypatch)

    with tell_time():
        pass
    time.sleep(0.1)

    assert terminal.getvalue() == ""


def test_a_pipe_gets_nothing(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tradefacts.cli.waiting._FIRST", 0.01)

    with tell_time():
        time.sleep(0.1)

    assert capfd.readouterr().err == ""
