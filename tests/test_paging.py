"""The pager: only for output longer than the terminal."""

from __future__ import annotations

import shlex
import sys
from typing import TYPE_CHECKING

import pytest

from builders import save, volume
from running import show_on_terminal
from tradefacts.cli.paging import find_pager, run_pager

if TYPE_CHECKING:
    from pathlib import Path

LINES = ["first", "second"]


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return save(tmp_path / "b.json", *(volume("KZ", "KG", str(year), "$1 bln") for year in range(1990, 2020)))


def script(path: Path, code: str) -> str:
    """Return the command of a pager that runs some Python."""
    path.write_text(code, encoding="utf-8")
    return shlex.join([sys.executable, str(path)])


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({}, ["less"]),
        ({"PAGER": "more -d"}, ["more", "-d"]),
        ({"PAGER": "more", "TRADEFACTS_PAGER": "less -S"}, ["less", "-S"]),
        ({"PAGER": ""}, []),
        ({"PAGER": "more", "TRADEFACTS_PAGER": ""}, []),
        ({"PAGER": "less; rm x"}, ["less;", "rm", "x"]),
        ({"PAGER": "'my pager' $HOME"}, ["my pager", "$HOME"]),
        ({"PAGER": "less 'unclosed"}, []),
    ],
    ids=str,
)
def test_the_words_of_the_pager_are_split_without_a_shell(
    environment: dict[str, str], words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PAGER", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert find_pager() == words


def test_output_longer_than_the_terminal_goes_to_the_pager(base: Path, tmp_path: Path) -> None:
    code = "import os, sys; print('paged', len(sys.stdin.readlines()), os.environ['LESS'])"
    pager = script(tmp_path / "pager.py", code)

    shown, status = show_on_terminal("--base", base, "facts", TRADEFACTS_PAGER=pager, LESS="-S")

    assert (shown, status) == ("paged 35 -S\n", 0)


def test_less_gets_the_options_that_git_gives_it(base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pager = script(tmp_path / "pager.py", "import os; print(os.environ['LESS'])")
    monkeypatch.delenv("LESS", raising=False)

    assert show_on_terminal("--base", base, "facts", TRADEFACTS_PAGER=pager)[0] == "FRX\n"


@pytest.mark.parametrize("lines", [36, 60])
def test_output_that_fits_the_terminal_is_printed_directly(base: Path, lines: int) -> None:
    shown, status = show_on_terminal("--base", base, "facts", LINES=str(lines), TRADEFACTS_PAGER="false")

    assert (len(shown.splitlines()), status) == (35, 0)


@pytest.mark.parametrize("pager", ["", "none-of-that-name", "false", "/"])
def test_a_missing_or_broken_pager_falls_back_to_plain_printing(base: Path, pager: str) -> None:
    shown, status = show_on_terminal("--base", base, "facts", TRADEFACTS_PAGER=pager)

    assert (len(shown.splitlines()), status) == (35, 0)


@pytest.mark.parametrize("before", [True, False])
def test_no_pager_prints_at_once(base: Path, *, before: bool) -> None:
    arguments = ["--no-pager", "facts"] if before else ["facts", "--no-pager"]

    shown, _ = show_on_terminal("--base", base, *arguments, TRADEFACTS_PAGER="true")

    assert len(shown.splitlines()) == 35


def test_json_is_never_paged(base: Path) -> None:
    shown, _ = show_on_terminal("--base", base, "facts", "--json", TRADEFACTS_PAGER="true")

    assert shown.startswith('{"schema_version"')


def test_help_on_a_topic_is_paged_like_an_answer(tmp_path: Path) -> None:
    pager = script(tmp_path / "pager.py", "import sys; print(sys.stdin.readline(), end='')")

    assert show_on_terminal("help", "screen", TRADEFACTS_PAGER=pager) == ("Signs and columns of the screens\n", 0)


def test_leaving_the_pager_early_is_no_failure(tmp_path: Path) -> None:
    pager = script(tmp_path / "pager.py", "")

    assert run_pager(shlex.split(pager), ["x" * 1000] * 10_000)


@pytest.mark.parametrize("words", [[], ["none-of-that-name"], ["false"], ["\0"]])
def test_a_pager_that_does_not_work_says_so(words: list[str]) -> None:
    assert not run_pager(words, LINES)


def test_an_interrupt_in_the_pager_does_not_end_the_program(tmp_path: Path) -> None:
    code = "import os, signal, sys; sys.stdin.read(); os.kill(os.getppid(), signal.SIGINT)"

    assert run_pager(shlex.split(script(tmp_path / "pager.py", code)), LINES)


def test_links_do_not_reach_the_pager(base: Path, tmp_path: Path) -> None:
    pager = script(tmp_path / "pager.py", "import sys; print('\\x1b]8' in sys.stdin.read())")

    shown, _ = show_on_terminal("--base", base, "facts", TERM="xterm-kitty", TRADEFACTS_PAGER=pager)

    assert shown == "False\n"
