"""Faults in the environment of the program: arguments, variables, streams, signals."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from builders import save, target, volume
from running import COMMAND, ask, check_refusal, run

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]
QUESTION = ("facts", "--json")
FORMATS = ("table", "json", "jsonl", "csv")


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return save(tmp_path / "b.json", volume("KZ", "KG", "2022", "$1.3 bln"), target("KZ", "KG", "$5 billion", "2030"))


@pytest.fixture
def large(tmp_path: Path) -> Path:
    facts = [volume("KZ", "KG", str(2000 + year % 25), "$1.3 bln", id=f"fact-{year}") for year in range(800)]
    return save(tmp_path / "large.json", *facts)


@pytest.mark.parametrize(
    ("arguments", "error", "hint"),
    [
        (["pare", "KZ", "KG"], "no such command 'pare'", "did you mean pair?"),
        (["xyzzy"], "no such command 'xyzzy'", "one of: pair, series"),
        (["pair", "--fromat", "json", "KZ", "KG"], "no such option '--fromat'", "or --format?"),
        (["pair", "--zzzqqq", "KZ", "KG"], "no such option '--zzzqqq'", "'tradefacts pair -h' shows the usage"),
        (["pair"], "missing argument 'PLACE'", "usage: tradefacts pair"),
        (["pair", "KZ"], "expected two places, found 1", None),
        (["pair", "KZ", "KG", "--limit"], "option '--limit' requires an argument", "'tradefacts pair -h' shows"),
        (["explain", "KZ", "KG", "lately"], "invalid period 'lately'", "'2022', '2023-05' or '2023-01/2023-07'"),
        (["export"], "no file is named to write to", "name it: tradefacts export FILE.sqlite"),
        (["pair", "KZ", "KG", "UZ"], "too many arguments: UZ", "usage: tradefacts pair"),
        (["pair", "", "KG"], "unknown country ''", None),
        (["pair", "  ", "KG"], "unknown country '  '", None),
        (["pair", "Kazakstan", "KG"], "unknown country 'Kazakstan'", "did you mean Kazakhstan (KZ)?"),
        (["pair", "KZ", "kz"], "'KZ' and 'kz' are the same country", None),
        (["pair", "\x1b[2J", "KG"], r"unknown country '\x1b[2J'", None),
        (["pair", "\u202eKZ\udcff", "KG"], r"unknown country '\u202eKZ\udcff'", None),
        (["[bold]x"], "no such command '[bold]x'", "one of: pair"),
        (["\x1b]0;x\x07"], r"no such command '\x1b]0;x\x07'", "one of: pair"),
        (["facts", "--format", "xml"], "unknown format 'xml'", "table, json, jsonl"),
        (["facts", "--format", ""], "unknown format ''", "table, json, jsonl"),
        (["facts", "--limit", "0"], "limit 0 is not positive", "expected 1 or more"),
        (["facts", "--limit", "-1"], "limit '-1' is not a whole number", "expected 1 or more"),
        (["facts", "--limit", "1e9"], "limit '1e9' is not a whole number", "expected 1 or more"),
        (["facts", "--since", "2023-13"], "invalid date '2023-13'", "expected a year, a month or a day"),
        (["facts", "--known-by", "yesterday"], "invalid date 'yesterday'", "expected a year, a month or a day"),
        (["facts", "--kind", "volumes"], "unknown kind 'volumes'", "did you mean volume?"),
        (["facts", "--flow", "trade"], "unknown flow 'trade'", "one of: turnover"),
        (["facts", "--reporter", "Mars"], "unknown country 'Mars'", None),
        (["facts", "--source", "nobody"], "unknown source 'nobody'", "'tradefacts sources' lists"),
        (["facts", "--by", "nobody"], "unknown person or body 'nobody'", None),
        (["show", "no-such-id"], "no-such-id", None),
    ],
)
def test_wrong_usage_is_reported_with_the_fix(
    capfd: Capture, base: Path, arguments: list[str], error: str, hint: str | None
) -> None:
    lines = check_refusal(ask(capfd, "--base", base, *arguments), 2)

    assert lines[0].startswith("tradefacts: error: ")
    assert error in lines[0]
    assert hint is None or hint in lines[1]


@pytest.mark.parametrize(
    ("one", "other"), [("kz", "kg"), ("KAZ", "KGZ"), ("Kazakhstan", "Киргизия"), ("Қазақстан", "KG"), ("KG", "KZ")]
)
def test_any_spelling_and_either_order_is_the_same_pair(capfd: Capture, base: Path, one: str, other: str) -> None:
    expected = json.loads(ask(capfd, "--base", base, "pair", "KZ", "KG", "--json").out)

    found = json.loads(ask(capfd, "--base", base, "pair", one, other, "--json").out)

    assert found["facts"] == expected["facts"]


def test_a_base_after_two_dashes_is_an_argument(capfd: Capture, base: Path) -> None:
    lines = check_refusal(ask(capfd, "--base", base, "pair", "--", "--help", "KG"), 2)

    assert "unknown country '--help'" in lines[0]


def test_an_unknown_setting_is_noted_and_the_answer_given(
    capfd: Capture, base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = ask(capfd, "--base", base, *QUESTION)
    monkeypatch.setenv("TRADEFACTS_BSE", "x")

    outcome = ask(capfd, "--base", base, *QUESTION)

    assert outcome[:2] == expected[:2]
    assert outcome.err == (
        "tradefacts: note: the environment variable 'TRADEFACTS_BSE' is unknown and has no effect; "
        "known: TRADEFACTS_BASE, TRADEFACTS_PAGER\n"
    )


def test_an_address_as_a_setting_is_refused_as_one(capfd: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRADEFACTS_BASE", "https://example.org/facts.json")

    assert check_refusal(ask(capfd, "facts"), 2) == [
        "tradefacts: error: addresses are not read: 'https://example.org/facts.json'",
        "hint: download the file first",
    ]


def test_settings_name_bases_as_options_do(capfd: Capture, base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = ask(capfd, "--base", base, *QUESTION)

    monkeypatch.setenv("TRADEFACTS_BASE", f"{os.pathsep}{base}{os.pathsep}")

    assert ask(capfd, *QUESTION) == expected


def test_a_faulty_setting_is_escaped(capfd: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRADEFACTS_BASE", "\x1b[2J\u202e")

    assert r"'\x1b[2J\u202e'" in check_refusal(ask(capfd, "facts"), 3)[0]


SURROUNDINGS: list[dict[str, str]] = [
    {"HOME": ""},
    {"HOME": "/dev/null", "XDG_CACHE_HOME": ""},
    {"HOME": "/nonexistent", "XDG_CACHE_HOME": ""},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"LANG": "xx_XX", "LC_ALL": "", "PYTHONIOENCODING": "ascii"},
    {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "latin-1"},
    {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"},
    {"TZ": "nonsense", "PYTHONHASHSEED": "2"},
    {"PYTHONOPTIMIZE": "2", "PYTHONHASHSEED": "3"},
    {"PYTHONWARNINGS": "error", "PYTHONDEVMODE": "1"},
    {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONNOUSERSITE": "1"},
    {"COLUMNS": "0", "LINES": "0", "TERM": "dumb"},
    {"COLUMNS": "-1", "TERM": "nonsense"},
    {"COLUMNS": "abc", "TERM": ""},
    {"COLUMNS": "1", "NO_COLOR": "1"},
    {"COLUMNS": "100000000", "FORCE_COLOR": "1"},
    {"CLICOLOR_FORCE": "1", "GITHUB_ACTIONS": "1", "PAGER": "less; echo pwned"},
]


@pytest.mark.slow
@pytest.mark.parametrize("env", SURROUNDINGS, ids=lambda env: " ".join(f"{key}={value}" for key, value in env.items()))
def test_a_script_gets_the_same_bytes_everywhere(capfd: Capture, base: Path, env: dict[str, str]) -> None:
    expected = ask(capfd, "--base", base, "pair", "KZ", "KG", "--json")

    assert expected.status == 0
    assert run("--base", base, "pair", "KZ", "KG", "--json", env=env) == expected


@pytest.mark.slow
@pytest.mark.parametrize("env", [env for env in SURROUNDINGS if "TERM" in env or "LC_ALL" in env], ids=str)
def test_a_person_gets_whole_values_everywhere(base: Path, env: dict[str, str]) -> None:
    outcome = run("--base", base, "facts", env=env)

    assert (outcome.status, outcome.err) == (0, "")
    assert "$1.3" in outcome.out


def test_nothing_but_python_is_needed_of_the_environment(base: Path) -> None:
    command = [*COMMAND, "--base", str(base), *QUESTION]

    done = subprocess.run(command, env={}, capture_output=True, check=False)

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == run("--base", base, *QUESTION).out


def test_a_folder_that_is_gone_does_not_matter(base: Path, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()

    outcome = run("--base", base, *QUESTION, cwd=gone, preexec_fn=gone.rmdir)

    assert (outcome.status, outcome.err) == (0, "")


def test_files_in_the_current_folder_are_not_imported(base: Path, tmp_path: Path) -> None:
    for name in ("json", "typer", "rich", "sqlite3", "re"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('imported from here')")

    assert run("--base", base, "facts", cwd=tmp_path).status == 0


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMATS)
def test_a_full_disk_is_reported(base: Path, form: str) -> None:
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device
        done = subprocess.run(
            [*COMMAND, "--base", base, "facts", "--format", form], stdout=full, stderr=subprocess.PIPE, check=False
        )

    assert done.returncode == 5
    assert b"cannot write the result: no space left on device" in done.stderr
    assert done.stderr.count(b"\n") == 1


@pytest.mark.slow
@pytest.mark.parametrize(("closed", "status"), [((1,), 5), ((2,), 0), ((0,), 0), ((1, 2), 5), ((0, 1, 2), 5)])
def test_closed_streams_are_no_reason_to_fail_otherwise(base: Path, closed: tuple[int, ...], status: int) -> None:
    def close() -> None:
        for descriptor in closed:
            os.close(descriptor)

    outcome = run("--base", base, *QUESTION, preexec_fn=close)

    assert outcome.status == status
    assert "Traceback" not in outcome.err
    assert bool(outcome.out) == (status == 0)


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("reader", ["head -1", "head -c 10", "true"])
def test_a_reader_who_has_seen_enough_ends_it_quietly(large: Path, form: str, reader: str) -> None:
    asked = subprocess.Popen(
        [*COMMAND, "--base", large, "facts", "--format", form], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    subprocess.run(reader.split(), stdin=asked.stdout, stdout=subprocess.DEVNULL, check=True)
    assert asked.stdout is not None
    asked.stdout.close()

    _, err = asked.communicate(timeout=60)

    assert (asked.returncode, err) == (0, b"")


@pytest.mark.slow
def test_a_pipe_that_does_not_block_gets_everything(large: Path) -> None:
    expected = run("--base", large, *QUESTION).out.encode()
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    asked = subprocess.Popen([*COMMAND, "--base", large, *QUESTION], stdout=writing)
    os.close(writing)

    received = b""
    while chunk := os.read(reading, 4096):
        received += chunk
        if len(received) < 40_000:
            time.sleep(0.001)

    os.close(reading)
    assert asked.wait() == 0
    assert received == expected


SIGNALLED = """
import os, sys
number, at = int(sys.argv[1]), int(sys.argv[2])
del sys.argv[1:3]
from tradefacts.__main__ import run
seen = 0
def count(*_):
    global seen
    seen += 1
    if seen == at:
        os.kill(os.getpid(), number)
sys.addaudithook(count)
run()
"""
"""Sends itself a signal at the n-th audit event of Python, such as an import or the opening of a file."""


@pytest.mark.slow
@pytest.mark.parametrize("at", [1, 2, 10, 40, 100, 200, 300])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_run_and_leaves_no_files(
    base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: signal.Signals, at: int
) -> None:
    before = base.read_bytes()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    command = [sys.executable, "-P", "-c", SIGNALLED, str(int(number)), str(at), "--base", str(base), *QUESTION]

    done = subprocess.run(command, capture_output=True, check=False)

    assert (done.returncode, done.stderr) == (128 + number, b"")
    assert base.read_bytes() == before
    assert not [*tmp_path.rglob("*.tmp")]
