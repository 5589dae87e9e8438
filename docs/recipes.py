"""Run the recipes of the cookbook, and insert their output.

    <!-- recipe: jq -->
    ```console
    $ tradefacts facts KZ KG --format jsonl \
    >     | jq -r .printed
    …
    ```

The lines with a prompt are one bash script, run with `-euo pipefail` in an empty folder. Programs that a recipe needs
are listed after the colon, Python modules as `py:pandas`: if one is missing, the recipe keeps its output.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

_RECIPE = re.compile(r"(<!-- recipe:([ a-z0-9:-]*)-->\n```console\n)((?:[$>](?: [^\n]*)?\n)+)(.*?)(```)", re.DOTALL)
_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_SECONDS = 120
_MODULE = "py:"


class Recipe(NamedTuple):
    """One recipe."""

    title: str
    needs: tuple[str, ...]
    script: str
    output: str

    @property
    def missing(self) -> list[str]:
        """The missing programs and modules."""
        return [name for name in self.needs if not (find_spec(name[3:]) if name[:3] == _MODULE else shutil.which(name))]


def list_recipes(document: str) -> list[Recipe]:
    """Return the recipes of a document, in order."""
    headings = [(match.start(), match[1]) for match in _HEADING.finditer(document)]
    return [
        _make(match, max(heading for heading in headings if heading[0] < match.start())[1])
        for match in _RECIPE.finditer(document)
    ]


def run_recipes(document: str) -> str:
    """Return a document with the current output of its recipes."""

    def fill(match: re.Match[str]) -> str:
        recipe = _make(match, "")
        return match[0] if recipe.missing else f"{match[1]}{match[3]}{run_recipe(recipe)}{match[5]}"

    return _RECIPE.sub(fill, document)


def run_recipe(recipe: Recipe) -> str:
    """Return the output of a recipe.

    Raises:
        AssertionError: it fails.
    """
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TRADEFACTS_")}
    environment = {**kept, "PATH": path, "COLUMNS": "100", "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "PAGER": ""}
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(  # noqa: S603 - a script from the document
            ["bash", "-euo", "pipefail", "-c", recipe.script],  # noqa: S607 - the bash in PATH
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=_SECONDS,
            check=False,
        )
    if done.returncode:
        raise AssertionError(f"{recipe.script}exit status {done.returncode}\n{done.stdout}")
    lines = [line.rstrip() for line in done.stdout.splitlines()]
    if lines and lines[0].startswith(("$ ", "> ")):
        raise AssertionError(f"{recipe.script}prints what looks like a command first: {lines[0]}")
    return "".join(f"{line}\n" for line in lines)


def _make(match: re.Match[str], title: str) -> Recipe:
    script = "".join(f"{line[2:]}\n" for line in match[3].splitlines())
    return Recipe(title, tuple(match[2].split()), script, match[4])
