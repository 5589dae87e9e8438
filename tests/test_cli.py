"""The command line: help, version, completion, streams of every kind, and error handling."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from builders import save, volume
from running import COMMAND, ask, check_refusal, run, show_on_terminal
from tradefacts.cli import completion
from tradefacts.cli.main import main
from tradefacts.cli.output import tell, write
from tradefacts.cli.parameters import DISPLAY, FILTERS, PARAMETERS
from tradefacts.cli.streams import Stream
from tradefacts.commands import ALIASES, COMMANDS
from tradefacts.errors import FactBaseError, OutputError, TradefactsError
from tradefacts.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Capture = pytest.CaptureFixture[str]
STYLE = re.compile(r"\x1b\[[0-9;]*m")
COLOURFUL = {"TERM": "xterm-256color"}
REMOVED = "the old name will be removed in the next release"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return save(tmp_path / "b.json", volume("KZ", "KG", "2022", "$1.3 bln", note="\x1b[5m[bold]"))


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], []])
def test_help_names_every_command(capfd: Capture, arguments: list[str]) -> None:
    status, out, err = ask(capfd, *arguments)

    assert (status, err) == (0, "")
    assert {*COMMANDS} - {"help"} <= {*out.split()}
    assert not {*ALIASES} & {*out.split()}
    assert len(out.splitlines()) < 24
    assert max(map(len, out.splitlines())) <= 80


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help_with_an_example(capfd: Capture, name: str) -> None:
    status, out, _ = ask(capfd, name, "-h")

    assert status == 0
    assert f"Usage: tradefacts {name}" in out
    assert f"tradefacts {name}" in out.partition("Example")[2]


@pytest.mark.parametrize(("alias", "name"), ALIASES.items())
def test_an_earlier_name_still_works_and_says_the_new_one(capfd: Capture, alias: str, name: str) -> None:
    arguments = {"add": ["volume"]}.get(name, ["KZ", "--json"])

    now, before = ask(capfd, name, *arguments), ask(capfd, alias, *arguments)

    assert (before.status, before.out) == (now.status, now.out)
    assert before.err == f"tradefacts: note: '{alias}' is now '{name}'; {REMOVED}\n"


def test_the_version_names_program_and_edition(capfd: Capture) -> None:
    status, out, _ = ask(capfd, "--version")

    assert status == 0
    assert re.fullmatch(rf"tradefacts {re.escape(__version__)}, edition \d{{4}}-\d\d-\d\d\n", out)


def test_a_base_may_be_named_before_or_after_the_command(capfd: Capture, base: Path) -> None:
    assert ask(capfd, "--base", base, "facts", "--json") == ask(capfd, "facts", "--base", base, "--json")


def test_bases_named_together_are_layered(capfd: Capture, base: Path, tmp_path: Path) -> None:
    other = save(tmp_path / "c.json", volume("KZ", "UZ", "2022", "$5 bln"))

    out = ask(capfd, "--base", base, "--base", other, "facts", "--format", "jsonl").out

    assert out.count("\n") == 2


def test_a_terminal_gets_styles_and_a_pipe_none(base: Path) -> None:
    shown, _ = show_on_terminal("--base", base, "facts", **COLOURFUL)
    piped = run("--base", base, "facts").out

    assert STYLE.search(shown)
    assert "\x1b" not in piped
    assert "\x1b" not in STYLE.sub("", shown)
    assert "\x1b[5m" not in shown


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"CLICOLOR": "0"}], ids=str)
def test_a_terminal_that_wants_no_colour_gets_none(base: Path, env: dict[str, str]) -> None:
    shown, _ = show_on_terminal("--base", base, "pair", "KZ", "KG", **COLOURFUL | env)

    assert not re.search(r"\x1b\[[0-9;]*3[0-9]", shown)


def test_a_terminal_gets_the_same_json_as_a_pipe(base: Path) -> None:
    shown, _ = show_on_terminal("--base", base, "facts", "--json", **COLOURFUL)

    assert shown == run("--base", base, "facts", "--json").out


@pytest.mark.parametrize(
    ("complete", "begun", "found"),
    [
        (completion.complete_place, "K", ("KZ", "Kazakhstan")),
        (completion.complete_place, "kaz", ("kazakhstan", "KZ")),
        (completion.complete_place, "Қаз", ("Қазақстан", "KZ")),
        (completion.complete_id, "sadyr-j", ("sadyr-japarov", "people")),
        (completion.complete_speaker, "japarov", None),
        (completion.complete_speaker, "sadyr", ("sadyr-japarov", "Sadyr Japarov")),
        (completion.complete_publisher, "24", None),
        (completion.complete_place, "\udcff", None),
    ],
)
def test_a_partial_word_is_completed_from_the_built_in_base(
    complete: Callable[[str], list[tuple[str, str]]], begun: str, found: tuple[str, str] | None
) -> None:
    completed = complete(begun)

    assert found is None or found in completed
    assert all(len(one) == 2 for one in completed)


@pytest.mark.parametrize(
    ("complete", "begun", "found"),
    [
        (completion.complete_kind, "t", ["target", "term"]),
        (completion.complete_flow, "im", ["imports"]),
        (completion.complete_schema, "pa", ["pair", "pair-row"]),
    ],
)
def test_a_choice_is_completed(complete: Callable[[str], list[str]], begun: str, found: list[str]) -> None:
    assert complete(begun) == found


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("ta", ["targets"]),
        ("facts --format json", ["json", "jsonl"]),
        ("cite --format b", ["bibtex"]),
        ("export facts.db --format s", ["sqlite", "sdmx-csv"]),
        ("facts --fields id,pri", ["id,printed"]),
        ("countries --sort p", ["pair"]),
        ("facts --sort pu", ["published", "publisher"]),
        ("audit --code A20", ["A201", "A202"]),
        ("lint --select E30", ["E301"]),
        ("explain interfax-9486", ["interfax-94867"]),
        ("--base b", ["builtin"]),
        ("facts --base b", ["builtin"]),
    ],
)
def test_the_shell_completes_commands_and_values(typed: str, completed: list[str]) -> None:
    words = ["tradefacts", *typed.split(" ")]
    asked = {"COMP_WORDS": "\n".join(words), "COMP_CWORD": str(len(words) - 1)}

    assert run(env={"_TRADEFACTS_COMPLETE": "complete_bash", **asked}).out.splitlines() == completed


@pytest.mark.parametrize(
    ("complete", "command", "begun", "found"),
    [
        (completion.complete_format, "cite", "b", ["bibtex"]),
        (completion.complete_format, "export", "sd", ["sdmx-csv"]),
        (completion.complete_sort, "countries", "", ["pair", "facts", "newest"]),
        (completion.complete_sort, "sources", "f", ["facts"]),
    ],
)
def test_values_that_depend_on_the_command_are_completed(
    complete: Callable[[object, str], list[str]], command: str, begun: str, found: list[str]
) -> None:
    assert complete(SimpleNamespace(info_name=command), begun) == found


def test_completions_have_descriptions() -> None:
    facts = SimpleNamespace(info_name="facts")

    assert completion.complete_fields(facts, "id,printe")[0][0] == "id,printed"
    assert completion.complete_code("A101") == [("A101", completion.complete_code("A101")[0][1])]
    assert completion.complete_lint_code("E301")[0][1]
    assert completion.complete_id_or_place("interfax-94867") == [("interfax-94867", "sources")]
    assert completion.complete_base("b") == [("builtin", "the built-in base")]
    assert completion.complete_base("") == []


FREE = {
    *("FILE", "[FILE]", "[FILE...]", "FILE...", "FILE|-", "SAVED", "KIND | FILE"),
    *("YEAR", "DATE", "N", "WORDS...", "ADDRESS", "KEY=VALUE", "ROLE=COLUMN"),
}
"""Options with free values; the shell itself completes file names."""


def test_every_value_that_is_one_of_many_is_completed() -> None:
    parameters = [*PARAMETERS.values(), *FILTERS, *DISPLAY]
    values = [parameter for parameter in parameters if parameter.metavar and parameter.metavar not in FREE]

    assert [parameter.keyword for parameter in values if parameter.complete is None] == []


def test_without_a_base_nothing_is_completed(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise TradefactsError("no base")

    monkeypatch.setattr("tradefacts.factbase.open_base", fail)

    assert completion.complete_id("a") == []


def test_a_stream_without_a_descriptor_is_written_to_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", stream := io.StringIO())

    write([str(number) for number in range(1000)])

    assert stream.getvalue() == "".join(f"{number}\n" for number in range(1000))


@pytest.mark.parametrize("stream", [None, "closed"])
def test_a_stream_that_is_closed_cannot_be_written_to(monkeypatch: pytest.MonkeyPatch, stream: str | None) -> None:
    closed = io.StringIO()
    closed.close()
    below = closed if stream else None
    monkeypatch.setattr(sys, "stdout", Stream(below, is_result=True))
    monkeypatch.setattr(sys, "stderr", Stream(below, is_result=False))

    tell("nobody listens")
    with pytest.raises(OutputError, match="standard output is closed"):
        write(["data"])


def test_no_line_is_no_output(capfd: Capture) -> None:
    write([])

    assert capfd.readouterr() == ("", "")


def test_a_note_is_escaped(capfd: Capture) -> None:
    tell("note: \x1b[31m")

    assert capfd.readouterr().err == "tradefacts: note: \\x1b[31m\n"


@pytest.mark.parametrize(
    ("fault", "status"),
    [
        (["--debug", "pair", "Nowhere", "KG"], 2),
        (["pair", "Nowhere", "KG", "--debug"], 2),
        (["--base", "none.json", "facts", "--debug"], 3),
    ],
)
def test_debug_adds_a_traceback_and_changes_no_status(capfd: Capture, fault: list[str], status: int) -> None:
    plain = ask(capfd, *(word for word in fault if word != "--debug"))
    debugged = ask(capfd, *fault)

    assert (plain.status, debugged.status) == (status, status)
    assert debugged.err.startswith("Traceback")
    assert debugged.err.endswith(plain.err)


def test_an_internal_error_is_reported_as_one(capfd: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tradefacts.cli.group.build", None)

    lines = check_refusal(ask(capfd, "targets", "--history"), 3)

    assert lines == [
        "tradefacts: error: TypeError: 'NoneType' object is not callable",
        "hint: this is a bug in tradefacts; run again with --debug and report it",
    ]
    assert "group.py" in ask(capfd, "targets", "--history", "--debug").err


@pytest.mark.parametrize(
    ("raised", "status"), [(KeyboardInterrupt(), 130), (FactBaseError("x"), 4), (OutputError("x"), 5)]
)
def test_in_each_direction_to_end_has_its_exit_status(
    capfd: Capture, monkeypatch: pytest.MonkeyPatch, raised: BaseException, status: int
) -> None:
    def fail() -> None:
        raise raised

    monkeypatch.setattr("tradefacts.cli.group.build", fail)

    assert ask(capfd, "targets", "--history").status == status


def test_a_signal_keeps_its_status(monkeypatch: pytest.MonkeyPatch) -> None:
    def leave() -> None:
        sys.exit(143)

    monkeypatch.setattr("tradefacts.cli.group.build", leave)

    assert main(["targets", "--history"]) == 143


def test_a_closed_pipe_ends_help_quietly() -> None:
    asked = subprocess.Popen([*COMMAND, "--help"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert asked.stdout is not None
    asked.stdout.close()

    _, err = asked.communicate(timeout=60)

    assert (asked.returncode, err) == (0, b"")
