"""The progress line during a slow answer, and its removal."""

from __future__ import annotations

import _signal  # type: ignore[import-not-found]  # as in the program itself
import io
import sys
import time

import pytest

from tradefacts.cli.waiting import tell_time

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
