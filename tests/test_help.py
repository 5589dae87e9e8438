"""Help: one screen of commands, topics, examples that run, and completion in real shells."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import tradefacts
from builders import save, volume
from running import ask, check_refusal
from tradefacts.cli import main as cli
from tradefacts.cli.topics import format_topic, list_topics, read_topic
from tradefacts.commands import COMMANDS, FORMATS, QUESTIONS
from tradefacts.render.screen import SIGNS

Capture = pytest.CaptureFixture[str]
ROOT = Path(__file__).parent.parent
EXAMPLES = [
    (name, line)
    for name, command in COMMANDS.items()
    if name != "mcp"  # it serves until its input ends: test_serving
    for line in command.example.split("\n")
]


def text_of(topic: str) -> str:
    return "\n".join(format_topic(read_topic(topic), 100))


def test_every_text_is_a_topic_and_every_topic_a_text() -> None:
    folder = Path(tradefacts.__file__).parent / "help"

    assert {path.stem for path in folder.glob("*")} == {*list_topics()}


@pytest.mark.parametrize("topic", list_topics())
def test_a_topic_is_shown_whole_at_any_width(topic: str, capfd: Capture) -> None:
    narrow, wide = (ask(capfd, "--width", str(width), "help", topic).out for width in (40, 100))

    assert narrow.split() == wide.split()
    assert max(map(len, narrow.splitlines())) <= 60  # a term with its sign may need more than 40
    assert max(map(len, wide.splitlines())) <= 100


def test_terms_are_followed_by_their_indented_texts() -> None:
    lines = text_of("exit-codes").splitlines()

    assert lines[:3] == ["Exit statuses", "", "  0    success, even if nothing was found"]


def test_the_screen_topic_explains_every_sign() -> None:
    shown = text_of("screen")

    assert [sign for sign in SIGNS if sign not in shown] == []


def test_the_formats_topic_names_every_format() -> None:
    shown = text_of("formats")
    own = [form for command in QUESTIONS.values() for form in command.formats]

    assert [form for form in (*FORMATS, *own) if not re.search(rf"\b{form}\b", shown)] == []


def test_the_environment_topic_names_every_variable_of_ours() -> None:
    shown = text_of("environment")

    assert {*re.findall(r"\bTRADEFACTS_[A-Z]+", shown)} - {"TRADEFACTS_COMPLETE"} == {*cli._VARIABLES}


def test_the_exit_codes_topic_names_every_status() -> None:
    statuses = (cli.ANSWERED, cli.FINDINGS, cli.USAGE, cli.UNREADABLE, cli.INVALID, cli.UNWRITTEN, cli.INTERRUPTED)
    terms = [term for block in read_topic("exit-codes") for term, _ in block.terms]

    assert terms == [str(status) for status in statuses]


def test_help_alone_lists_topics_and_commands(capfd: Capture) -> None:
    out = ask(capfd, "help").out

    assert all(f"  {name} " in out for name in (*list_topics(), *COMMANDS))


@pytest.mark.parametrize("name", ["pair", "cite", "countries"])
def test_help_on_a_command_is_its_help(capfd: Capture, name: str) -> None:
    assert ask(capfd, "help", name) == ask(capfd, name, "-h")


def test_an_unknown_topic_is_refused_with_the_nearest(capfd: Capture) -> None:
    lines = check_refusal(ask(capfd, "help", "scren"), 2)

    assert lines == ["tradefacts: error: unknown topic 'scren'", "hint: did you mean screen?"]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "arguments"), EXAMPLES, ids=[f"{name} {line}" for name, line in EXAMPLES])
def test_every_example_runs(
    capfd: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, arguments: str
) -> None:
    if name == "report":
        pytest.importorskip("jinja2")
    save(tmp_path / "facts.json", volume("KZ", "KG", "2022", "$1.3 bln"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "comtrade.csv").write_text("reporter,partner,period,flow,value\nKZ,KG,2022,X,1250000000")
    if name == "changes":
        ask(capfd, "pair", "KZ", "KG", "-o", "saved.json")
    (tmp_path / "draft.txt").write_text("Trade of KZ and KG was $1.3 billion in 2022.", encoding="utf-8")
    if name == "add":
        arguments += " --set period=2023 --set source=trend-2024-01-15 --set flow=turnover"

    outcome = ask(capfd, name, *shlex.split(arguments))

    assert outcome.status in ({0, 1} if name in {"audit", "lint"} else {0}), outcome.err


def test_the_manual_page_is_installed_and_has_every_command_and_topic() -> None:
    page = (ROOT / "docs" / "tradefacts.1").read_text(encoding="utf-8")

    assert '"docs/tradefacts.1" = "share/man/man1/tradefacts.1"' in (ROOT / "pyproject.toml").read_text("utf-8")
    assert all(rf"\fB{name}\fR" in page for name in COMMANDS)
    assert all(f".SH {read_topic(topic)[0].text.upper()}" in page for topic in list_topics())


BASH = """
eval "$(_TRADEFACTS_COMPLETE=source_bash tradefacts)"
COMP_WORDS=(%s); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_tradefacts_completion tradefacts
printf '%%s\\n' "${COMPREPLY[@]}"
"""
FISH = "_TRADEFACTS_COMPLETE=source_fish tradefacts | source; complete -C '%s'"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("begun", "completed"),
    [
        ("tradefacts ta", ["targets"]),
        ("tradefacts facts --color a", ["always", "auto"]),
        ("tradefacts help ex", ["exit-codes", "explain", "export"]),
        ("tradefacts facts --kind t", ["target", "term"]),
    ],
)
@pytest.mark.parametrize(("shell", "script"), [("bash", BASH), ("fish", FISH)])
def test_one_line_makes_a_shell_complete(shell: str, script: str, begun: str, completed: list[str]) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"needs {shell}")
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}

    done = subprocess.run([shell, "-c", script % begun], env=environment, capture_output=True, text=True, check=True)

    assert sorted(line.partition("\t")[0] for line in done.stdout.splitlines()) == completed
    assert f"source_{shell} tradefacts" in text_of("environment")


def test_hooks_for_curators_call_commands_that_exist() -> None:
    hooks = (Path(__file__).parent.parent / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")

    called = re.findall(r"^  entry: tradefacts (\w+)$", hooks, re.MULTILINE)

    assert called == ["fmt", "lint"]
    assert {*called} <= {*COMMANDS}
