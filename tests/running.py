"""Run the program: in this process if only its output matters, or else in a separate process."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

from tradefacts.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

COMMAND = (sys.executable, "-P", "-m", "tradefacts")
"""`-P` keeps the current folder out of the module path."""

_RAW = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


class Outcome(NamedTuple):
    """The result of a run: exit status, standard output and standard error."""

    status: int
    out: str
    err: str


def ask(capfd: pytest.CaptureFixture[str], *arguments: str | Path) -> Outcome:
    """Run a command line in this process."""
    status = main([str(argument) for argument in arguments])
    return Outcome(status, *capfd.readouterr())


def run(*arguments: str | Path | bytes, env: dict[str, str] | None = None, **others: object) -> Outcome:
    """Run a command line in a separate process; `env` is added to the environment."""
    environment = {**os.environ, **(env or {})}
    done = subprocess.run(  # type: ignore[call-overload]  # the other options are passed on as they are
        [*COMMAND, *arguments],
        env=environment,
        capture_output=True,
        check=False,
        timeout=60,
        **others,
    )
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


def show_on_terminal(*arguments: str | Path, **env: str) -> tuple[str, int]:
    """Return what a command writes to a terminal of 100 columns and 20 lines, and its exit status."""
    reading, terminal = pty.openpty()
    surroundings = {**os.environ, "TERM": "dumb", "COLUMNS": "100", "LINES": "20", **env}
    asked = subprocess.Popen([*COMMAND, *arguments], stdout=terminal, stderr=terminal, stdin=terminal, env=surroundings)
    os.close(terminal)
    shown = b""
    try:
        while chunk := os.read(reading, 4096):
            shown += chunk
    except OSError:  # how Linux says that the other end of a terminal is closed
        pass
    os.close(reading)
    # On a busy machine, a line first says how many seconds the work has taken, and is removed.
    return re.sub(r"(\rtradefacts: [^\r]+)+\r +\r", "", shown.decode().replace("\r\n", "\n")), asked.wait()


def check_refusal(outcome: Outcome, status: int) -> list[str]:
    """Return the lines of an error, after checking that it is one fault without traceback, raw text or data."""
    lines = outcome.err.splitlines()

    assert outcome.status == status, outcome.err
    assert outcome.out == ""
    assert lines[0].startswith("tradefacts: error: ")
    assert all(line.startswith(("  ", "hint: ")) for line in lines[1:])
    assert "Traceback" not in outcome.err
    assert not _RAW.search(outcome.err)
    return lines
