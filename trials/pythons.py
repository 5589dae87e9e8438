"""Run the tests with every supported Python, with the lowest and the newest dependencies: `./dev pythons`.

Each configuration is a new environment in a temporary folder. The table at the end says which passed, with the number
of tests. An interpreter that is not on this machine is skipped; one whose dependencies cannot be installed fails.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = {name: wanted for name, wanted in PROJECT["optional-dependencies"].items() if name not in {"dev", "test"}}
VERSIONS = ("3.11", "3.12", "3.13", "3.14")
LOWEST_ON = VERSIONS[0]
"""Old releases of compiled packages exist only for old interpreters."""


class Configuration(NamedTuple):
    """An interpreter with what is installed for it."""

    version: str
    dependencies: str
    extras: tuple[str, ...]
    pinned: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return its name in the table."""
        return f"Python {self.version}, {self.dependencies}"


class Outcome(NamedTuple):
    """What became of a configuration."""

    word: str
    """passed, failed or skipped"""
    details: str
    """How many tests, or why there were none."""


def list_configurations(versions: tuple[str, ...]) -> Iterator[Configuration]:
    """Yield what is tried: newest dependencies everywhere, and the lowest ones allowed on the oldest Python.

    The lowest dependencies of the program are tried without the extras, because an extra can need newer ones.
    """
    for version in versions:
        if version == LOWEST_ON:
            yield Configuration(version, "lowest dependencies", ("test",), pin_lowest(PROJECT["dependencies"]))
            wanted = [requirement for several in EXTRAS.values() for requirement in several]
            yield Configuration(version, "lowest extras", ("test", *EXTRAS), pin_lowest(wanted))
        yield Configuration(version, "newest dependencies", ("test", *EXTRAS))


def pin_lowest(wanted: list[str]) -> tuple[str, ...]:
    """Return requirements for the lowest versions that these allow."""
    return tuple(re.sub(r"^([\w-]+)>=([0-9.]+).*", r"\1==\2", requirement) for requirement in wanted)


def find_interpreter(version: str) -> str | None:
    """Return an interpreter of that version that runs: one of pyenv, whose PATH offers only chosen ones, or of PATH."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"), "versions")
    folders = [*map(str, sorted(pyenv.glob(f"{version}.*/bin"))), os.environ.get("PATH", os.defpath)]
    command = shutil.which(f"python{version}", path=os.pathsep.join(folders))
    if command is None:
        return None
    done = subprocess.run([command, "-c", "import venv, ensurepip"], capture_output=True, check=False)
    return command if done.returncode == 0 else None


def try_configuration(configuration: Configuration, arguments: list[str]) -> Outcome:
    """Run the tests in a new environment."""
    command = find_interpreter(configuration.version)
    if command is None:
        return Outcome("skipped", "not on this machine")
    with tempfile.TemporaryDirectory() as folder:
        python, report = Path(folder, "bin", "python"), Path(folder, "report.xml")
        subprocess.run([command, "-m", "venv", folder], check=True)
        # Editable, because some tests change a copy of the sources; `./dev wheel` tries what is installed.
        install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--editable"]
        wanted = [f"{ROOT}[{','.join(configuration.extras)}]", *configuration.pinned, "pytest-xdist"]
        installed = subprocess.run([*install, *wanted], capture_output=True, check=False, text=True)
        if installed.returncode:
            return Outcome(
                "failed", f"its dependencies cannot be installed: {installed.stderr.strip().splitlines()[-1]}"
            )
        options = ["--numprocesses", "auto", "--dist", "loadfile", "-p", "no:cacheprovider", f"--junit-xml={report}"]
        done = subprocess.run([python, "-m", "pytest", *options, *arguments], cwd=ROOT, check=False)
        return Outcome("failed" if done.returncode else "passed", count_tests(report))


def count_tests(report: Path) -> str:
    """Return how many tests passed, failed and were skipped, as a report of pytest has it."""
    if not report.exists():
        return "no test was run"
    suite = next(ET.parse(report).iter("testsuite")).attrib  # noqa: S314 - pytest has just written it
    failed, skipped = int(suite["failures"]) + int(suite["errors"]), int(suite["skipped"])
    return f"{int(suite['tests']) - failed - skipped} passed, {failed} failed, {skipped} skipped"


def main() -> int:
    """Try each configuration, and print a table; return 1 if one fails, or if all are skipped."""
    parser = argparse.ArgumentParser(description="Run the tests with every Python that is supported.")
    parser.add_argument("--only", choices=VERSIONS, help="this version only")
    parser.add_argument("arguments", nargs="*", help="test files; after '--', options of pytest; all tests by default")
    given = parser.parse_args()
    outcomes: dict[Configuration, Outcome] = {}
    for configuration in list_configurations(VERSIONS if given.only is None else (given.only,)):
        print(f"\n{configuration} …", flush=True)
        outcomes[configuration] = try_configuration(configuration, given.arguments)
    print()
    for configuration, outcome in outcomes.items():
        print(f"{configuration!s:34} {outcome.word:8} {outcome.details}")
    words = {outcome.word for outcome in outcomes.values()}
    return int("failed" in words or "passed" not in words)


if __name__ == "__main__":
    sys.exit(main())
