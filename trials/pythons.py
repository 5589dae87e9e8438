"""Run the tests with every supported Python, with the lowest and the newest dependencies: `./dev pythons`.

An interpreter that is not installed, or for which the dependencies are not available, is reported as skipped, not as
passed.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
VERSIONS = ("3.11", "3.12", "3.13", "3.14")
LOWEST_ON = "3.11"
"""Old releases of compiled packages exist only for old interpreters."""


PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = {name: wanted for name, wanted in PROJECT["optional-dependencies"].items() if name != "dev"}


def find_lowest() -> dict[str, list[str]]:
    """Return the dependencies of the program, and those of its extras, each at the lowest version allowed.

    They are apart, because an extra can need more than the lowest version of a dependency.
    """
    extras = [wanted for name, several in EXTRAS.items() if name != "test" for wanted in several]
    return {"lowest dependencies": _pin(PROJECT["dependencies"]), "lowest extras": _pin(extras)}


def _pin(wanted: list[str]) -> list[str]:
    return [re.sub(r"^([\w-]+)>=([0-9.]+).*", r"\1==\2", one) for one in wanted]


def find_interpreter(version: str) -> str | None:
    """Return an interpreter of that version that runs."""
    command = shutil.which(f"python{version}")
    if command is None:
        return None
    done = subprocess.run([command, "-c", "import venv, ensurepip"], capture_output=True, check=False)
    return command if done.returncode == 0 else None


def try_python(command: str, pinned: list[str], tests: list[str]) -> str:
    """Run the tests in a new environment, and return the result: passed, failed or skipped, and why."""
    with tempfile.TemporaryDirectory() as folder:
        python = Path(folder, "bin", "python")
        # Editable, because some tests change a copy of the sources; `./dev wheel` tries what is installed.
        install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-e"]
        subprocess.run([command, "-m", "venv", folder], check=True)
        # The program alone is tried without the extras, which may raise what it depends on.
        extras = "test" if pinned == find_lowest()["lowest dependencies"] else ",".join(EXTRAS)
        installed = subprocess.run(
            [*install, f"{ROOT}[{extras}]", *pinned], capture_output=True, check=False, text=True
        )
        if installed.returncode:
            return f"skipped: its dependencies cannot be installed: {installed.stderr.strip().splitlines()[-1]}"
        done = subprocess.run(
            [python, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests], cwd=ROOT, check=False
        )
        return "failed" if done.returncode else "passed"


def main() -> int:
    """Test each version; return 1 if one fails, or if all are skipped."""
    parser = argparse.ArgumentParser(description="Run the tests with every Python that is promised.")
    parser.add_argument("--only", choices=VERSIONS)
    parser.add_argument("tests", nargs="*", help="test files; all by default")
    arguments = parser.parse_args()
    outcomes = []
    for version in VERSIONS if arguments.only is None else (arguments.only,):
        command = find_interpreter(version)
        kinds = {"newest dependencies": list[str]()} | (find_lowest() if version == LOWEST_ON else {})
        for kind, pinned in kinds.items():
            missing = "skipped: not on this machine"
            outcome = missing if command is None else try_python(command, pinned, arguments.tests)
            print(f"Python {version}, {kind}: {outcome}", flush=True)
            outcomes.append(outcome)
    return int("failed" in outcomes or "passed" not in outcomes)


if __name__ == "__main__":
    sys.exit(main())
