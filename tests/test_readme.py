"""The examples in the README run, and print the output shown there."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONSOLE = re.findall(r"(?<!-->\n)```console\n\$ (.+)\n((?:.*\n)*?)```", README)
"""The examples that `./dev docs` does not write: test_docs.py checks those."""
PYTHON = re.findall(r"```python\n((?:.*\n)*?)```", README)


def run(command: str) -> str:
    folder = Path(sys.executable).parent
    environment = {**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}
    return subprocess.run(
        ["/bin/sh", "-c", command], env=environment, capture_output=True, text=True, check=True
    ).stdout


@pytest.mark.skipif(os.name == "nt", reason="the examples are written for a POSIX shell")
@pytest.mark.parametrize(("command", "printed"), CONSOLE, ids=[command[:40] for command, _ in CONSOLE])
def test_console_example_prints_the_output_in_the_readme(command: str, printed: str) -> None:
    if "jq" in command and not shutil.which("jq"):
        pytest.skip("jq is not installed")

    assert run(command) == printed


@pytest.mark.parametrize("code", PYTHON)
def test_python_example_runs(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    exec(code, {})  # noqa: S102 - the README's own lines

    assert "2022 $1.3 billion https://interfax.com/newsroom/top-stories/94867/" in capsys.readouterr().out


def test_readme_has_one_command_for_the_main_job_and_one_for_the_tests() -> None:
    commands = re.findall(r"^    (python3 -m venv .*)$", README, re.MULTILINE)

    assert [command.rpartition("&& ")[2] for command in commands] == [
        ".venv/bin/tradefacts pair KZ KG",
        ".venv/bin/python -m pytest",
    ]


def test_readme_is_short_enough_to_be_read() -> None:
    prose = re.sub(r"```.*?```", "", README, flags=re.DOTALL)

    assert 300 <= len(prose.split()) <= 600
