"""The screen: how wide it is, and whether it takes colour."""

import io
import os
import sys
from collections.abc import Iterator
from typing import TextIO

import pytest

from tradefacts.render.screen import UNLIMITED, Screen
from tradefacts.render.terminal import find_screen

VARIABLES = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS", "TERM")


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def terminal() -> Iterator[TextIO]:
    """Return a terminal of 50 columns; tests install it, because pytest restores standard output after a fixture."""
    pty = pytest.importorskip("pty", reason="needs a pseudo-terminal")
    termios = pytest.importorskip("termios", reason="needs a pseudo-terminal")
    main, secondary = pty.openpty()
    termios.tcsetwinsize(secondary, (24, 50))
    with os.fdopen(main, "rb"), os.fdopen(secondary, "w") as stream:
        yield stream


class Vague(io.StringIO):
    """A stream that says it is a terminal and has no descriptor, as some notebooks have."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("columns", "width"),
    [
        (None, 50),
        ("", 50),
        ("0", 50),
        ("-1", 50),
        ("abc", 50),
        ("٤٠", 50),
        ("1", 1),
        ("120", 120),
        ("²", 50),
        ("①", 50),
        ("100000", UNLIMITED),
        ("100001", 50),
        ("9" * 5000, 50),
    ],
    ids=lambda value: str(value)[:12],
)
def test_width_is_that_of_the_terminal_unless_columns_says_better(
    columns: str | None, width: int, terminal: TextIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", terminal)
    if columns is not None:
        monkeypatch.setenv("COLUMNS", columns)

    assert find_screen().width == width


@pytest.mark.parametrize("columns", ["40", "1"])
def test_a_pipe_has_no_width_even_with_columns_set(columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr(sys, "stdout", io.StringIO())

    assert find_screen() == Screen(None, has_colour=False)


@pytest.mark.parametrize("stream", [None, open(os.devnull)], ids=["none", "closed"])  # noqa: SIM115, PTH123 - closed below
def test_a_closed_standard_output_is_no_terminal(stream: io.TextIOBase | None, monkeypatch: pytest.MonkeyPatch) -> None:
    if stream is not None:
        stream.close()
    monkeypatch.setattr(sys, "stdout", stream)

    assert find_screen() == Screen(None, has_colour=False)


def test_a_terminal_without_a_known_size_has_80_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Vague())

    assert find_screen().width == 80


@pytest.mark.parametrize(
    ("environment", "has_colour"),
    [
        ({}, True),
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "dumb"}, False),
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": ""}, True),
        ({"CLICOLOR": "0"}, False),
        ({"CLICOLOR": "1"}, True),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ({"NO_COLOR": "1", "CLICOLOR_FORCE": "1"}, False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, True),
        ({"CLICOLOR": "0", "CLICOLOR_FORCE": "1"}, True),
    ],
    ids=str,
)
def test_colour_on_a_terminal(
    environment: dict[str, str], terminal: TextIO, monkeypatch: pytest.MonkeyPatch, *, has_colour: bool
) -> None:
    monkeypatch.setattr(sys, "stdout", terminal)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert find_screen().has_colour is has_colour


@pytest.mark.parametrize(
    ("environment", "has_colour"),
    [
        ({}, False),
        ({"CLICOLOR": "1"}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": ""}, False),
        ({"CLICOLOR_FORCE": "1"}, True),
        ({"CLICOLOR_FORCE": "0"}, False),
        ({"CLICOLOR_FORCE": ""}, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
    ],
    ids=str,
)
def test_colour_in_a_pipe(environment: dict[str, str], monkeypatch: pytest.MonkeyPatch, *, has_colour: bool) -> None:
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert find_screen().has_colour is has_colour
