"""Run the program: in this process where only words matter, in one of its own where the process does."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

from tradefacts.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

COMMAND = (sys.executable, "-P", "-m", "tradefacts")
"""`-P`: what lies in the folder one happens to be in is not part of the program."""

_RAW = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


class Outcome(NamedTuple):
    """What a run left: its exit status and its two streams."""

    status: int
    out: str
    err: str


def ask(capfd: pytest.CaptureFixture[str], *arguments: str | Path) -> Outcome:
    """Run a command line in this process."""
    status = main([str(argument) for argument in arguments])
    return Outcome(status, *capfd.readouterr())


def run(*arguments: str | Path | bytes, env: dict[str, str] | None = None, **others: object) -> Outcome:
    """Run a command line in a process of its own; `env` adds to the environment."""
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


def check_refusal(outcome: Outcome, status: int) -> list[str]:
    """Return the lines of an error, after checking that it is one: one fault, no traceback, nothing raw, no data."""
    lines = outcome.err.splitlines()

    assert outcome.status == status, outcome.err
    assert outcome.out == ""
    assert lines[0].startswith("tradefacts: error: ")
    assert all(line.startswith(("  ", "hint: ")) for line in lines[1:])
    assert "Traceback" not in outcome.err
    assert not _RAW.search(outcome.err)
    return lines
