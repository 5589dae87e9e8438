"""Streams: data that cannot be written is an error; messages that cannot be written are not."""

from __future__ import annotations

import json
import os
import subprocess
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from builders import save, volume
from running import COMMAND, Outcome, ask, check_refusal, run

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]
FULL = "cannot write the result: no space left on device"
CLOSED = "cannot write the result: standard output is closed"
PERSON = ("add", "person", "--set", "name=Olzhas Testov", "--into")
COMPLETING = {"_TRADEFACTS_COMPLETE": "complete_bash", "COMP_WORDS": "tradefacts pa", "COMP_CWORD": "1"}


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return save(tmp_path / "b.json", volume("KZ", "KG", "2022", "$1.3 bln"))


def run_redirected(redirection: str, *arguments: str | Path, **env: str) -> Outcome:
    """Run a command line whose streams the shell has redirected."""
    command = ["/bin/sh", "-c", f'exec "$@" {redirection}', "sh", *COMMAND, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, check=False, env={**os.environ, **env})
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.mark.slow
@pytest.mark.parametrize(
    "arguments", [["-h"], ["pair", "-h"], [], ["--version"], ["schema"], ["add", "volume"]], ids=str
)
@pytest.mark.parametrize(("redirection", "why"), [(">/dev/full", FULL), (">&-", CLOSED)])
def test_help_that_cannot_be_written_is_an_error(arguments: list[str], redirection: str, why: str) -> None:
    outcome = run_redirected(redirection, *arguments)

    assert outcome == Outcome(5, "", f"tradefacts: error: {why}\n")


def test_completions_that_cannot_be_written_are_an_error() -> None:
    assert run_redirected("", **COMPLETING) == Outcome(0, "pair\n", "")
    assert run_redirected(">/dev/full", **COMPLETING) == Outcome(5, "", f"tradefacts: error: {FULL}\n")


@pytest.mark.slow
@pytest.mark.parametrize("redirection", ["2>/dev/full", "2>&-"])
@pytest.mark.parametrize(("arguments", "status"), [(["pair", "KZ", "XX"], 2), (["facts"], 0), (["facts", "--json"], 0)])
def test_messages_that_cannot_be_written_change_no_status(
    base: Path, redirection: str, arguments: list[str], status: int
) -> None:
    base.write_bytes(b"\xef\xbb\xbf" + base.read_bytes())  # for which there is a note

    assert run_redirected(redirection, "--base", base, *arguments)[::2] == (status, "")


@pytest.mark.slow
@pytest.mark.parametrize("redirection", ["2>/dev/full", "2>&-", ">/dev/full", ">&-"])
def test_the_exit_status_of_fmt_matches_the_change_of_the_file(base: Path, redirection: str) -> None:
    base.write_text(base.read_text(encoding="utf-8").replace("{", "{ ", 1), encoding="utf-8")

    outcome = run_redirected(redirection, "fmt", base)

    assert outcome.status == 0
    assert run("fmt", "--check", base).status == 0


@pytest.mark.slow
@pytest.mark.parametrize(("redirection", "why"), [(">/dev/full", FULL), (">&-", CLOSED)])
def test_a_record_that_was_added_and_cannot_be_shown_is_added(base: Path, redirection: str, why: str) -> None:
    outcome = run_redirected(redirection, *PERSON, base)

    assert outcome.status == 0
    assert outcome.err.splitlines()[:2] == [
        f"tradefacts: note: {why}",
        f"tradefacts: note: added olzhas-testov to {base}",
    ]
    assert "olzhas-testov" in base.read_text(encoding="utf-8")


@pytest.mark.parametrize("reader", ["true", "head -1"])
def test_a_reader_of_help_who_has_seen_enough_ends_it_quietly(reader: str) -> None:
    outcome = run_redirected(f"| {reader} >/dev/null", "facts", "-h")

    assert outcome == Outcome(0, "", "")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["COLUMNS", "LINES"])
@pytest.mark.parametrize("value", ["²", "①", "٣", "9" * 5000, "-1", "", "1e3", " 80 "], ids=lambda value: value[:9])
def test_a_size_that_is_no_number_is_ignored(base: Path, name: str, value: str) -> None:
    expected = run("--base", base, "facts")

    assert run("--base", base, "facts", env={name: value}) == expected


def test_a_size_that_is_no_number_is_ignored_on_a_terminal(base: Path) -> None:
    main, terminal = os.openpty()
    env = {**os.environ, "COLUMNS": "²", "LINES": "①"}

    shown = subprocess.Popen([*COMMAND, "--base", str(base), "facts"], stdout=terminal, stderr=terminal, env=env)
    os.close(terminal)
    text = b""
    with suppress(OSError):  # what Linux says at the end
        while chunk := os.read(main, 4096):
            text += chunk

    os.close(main)
    assert shown.wait() == 0
    assert b"$1.3" in text
    assert b"error" not in text


@pytest.mark.parametrize(
    "env",
    [
        {"_TRADEFACTS_COMPLETE": "x"},
        {"_TRADEFACTS_COMPLETE": "complete_tcsh"},
        {"_TRADEFACTS_COMPLETE": "\x1b_bash"},
        {"_TRADEFACTS_COMPLETE": "complete_bash"},
        {"_TRADEFACTS_COMPLETE": "complete_bash", "COMP_WORDS": "tradefacts", "COMP_CWORD": "x"},
    ],
    ids=str,
)
def test_an_invalid_request_for_completions_is_wrong_usage(env: dict[str, str]) -> None:
    assert "_TRADEFACTS_COMPLETE" in check_refusal(run("pair", "KZ", "KG", env=env), 2)[0]


def test_words_after_two_dashes_are_no_options(capfd: Capture) -> None:
    assert check_refusal(ask(capfd, "pair", "--", "--debug", "KG"), 2)[0].endswith("unknown country '--debug'")
    assert check_refusal(ask(capfd, "pair", "--", "--json", "KG"), 2)[0].endswith("unknown country '--json'")


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["pair", "KZ", "XX", "--json"], 2, "unknown country 'XX'"),
        (["pair", "KZ", "--json"], 2, "expected two places, found 1"),
        (["pair", "KZ", "XX", "--format", "json"], 2, "unknown country 'XX'"),
        (["pair", "KZ", "XX", "--format=json"], 2, "unknown country 'XX'"),
        (["--base", "none.json", "facts", "--json"], 3, "cannot read base 'none.json': no such file or directory"),
    ],
)
def test_an_error_is_json_if_json_was_requested(
    capfd: Capture, arguments: list[str], status: int, message: str
) -> None:
    outcome = ask(capfd, *arguments)

    told = json.loads(outcome.err)
    assert (outcome.status, outcome.out) == (status, "")
    assert [*told] == ["error"]
    assert [*told["error"]] == ["message", "hint", "findings", "count", "status"]
    assert (told["error"]["message"], told["error"]["status"]) == (message, status)


def test_an_error_as_json_has_all_faults_of_a_base(capfd: Capture, tmp_path: Path) -> None:
    path = save(tmp_path / "b.json", *({**volume("KZ", "KG", "2022", "$1 bln"), "id": f"A {n}"} for n in range(30)))

    error = json.loads(ask(capfd, "--base", path, "facts", "--json").err)["error"]

    assert (error["status"], error["count"], len(error["findings"])) == (4, 30, 30)
    assert error["findings"][29]["path"] == "$.facts[29].id"


@pytest.mark.parametrize("arguments", [["pair", "KZ"], ["facts", "--kind"], ["show"], ["facts", "--format"]], ids=str)
def test_a_value_of_any_length_is_named_in_few_bytes(capfd: Capture, arguments: list[str]) -> None:
    outcome = ask(capfd, *arguments, "x" * 900_000)

    check_refusal(outcome, 2)
    assert len(outcome.err.encode()) <= 500
    assert " characters … " in outcome.err


def test_too_little_memory_is_no_fault_of_the_program(capfd: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("tradefacts.factbase.open_base", fail)

    assert check_refusal(ask(capfd, "facts"), 3)[0] == "tradefacts: error: not enough memory to read the base"
