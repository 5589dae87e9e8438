"""A type checker accepts a correct user script, and finds the errors in a wrong one."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import tradefacts

pytest.importorskip("mypy")

DOCUMENT = Path(__file__).parents[1] / "docs" / "python.md"
SCRIPT = """
from datetime import date

import tradefacts

filters: tradefacts.Filters = {"since": 2020, "kind": ["volume", "growth"], "limit": 5}
with tradefacts.open("builtin") as facts:
    answer = facts.pair("KZ", "KG", until=date(2024, 1, 1), reporter={"KZ", "none"})
    listed = facts.facts("KZ", **filters)
    holder = facts.officials("KZ", on=date(2023, 9, 25)).result.officials[0].person
    steps = facts.explain("KZ", "KG", 2021)

for row in answer.answer.years:
    for cell in row.cells:
        low: int | float | None = cell.figures[0].low
for claim in listed.facts:
    address: str | None = claim.page.url
    acting: bool | None = claim.acting
version: int = answer.schema_version
layers: list[dict[str, str]] = answer.base.layers
frame = answer.to_frame("polars", fields=["period", "printed"])
"""
FAULTY = """
import tradefacts

facts = tradefacts.open()
facts.pair("KZ", "KG", sinse=2020)
facts.pair("KZ", "KG", "UZ")
facts.facts("KZ", limit="5")
facts.par("KZ", "KG")
facts.pair("KZ", "KG").result.yeers
filters: tradefacts.Filters = {"sinse": 2020}
"""


def check(folder: Path, script: str) -> tuple[int, list[str]]:
    """Return the exit status of mypy and the lines of the script with findings."""
    (folder / "script.py").write_text(script, encoding="utf-8")
    options = ["--strict", "--no-error-summary", "--config-file=", "--disable-error-code=import-not-found"]
    command = [sys.executable, "-m", "mypy", *options, "script.py"]
    environment = {**os.environ, "MYPY_CACHE_DIR": str(folder / "cache")}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, [*dict.fromkeys(re.findall(r"^script\.py:(\d+): error", done.stdout, re.MULTILINE))]


def test_the_package_says_that_it_has_types() -> None:
    assert (Path(tradefacts.__file__).parent / "py.typed").exists()


@pytest.mark.slow
def test_a_script_is_clean_and_each_mistake_is_found(tmp_path: Path) -> None:
    assert check(tmp_path, SCRIPT) == (0, [])
    assert check(tmp_path, FAULTY) == (1, ["5", "6", "7", "8", "9", "10"])


@pytest.mark.slow
def test_the_document_on_python_is_clean(tmp_path: Path) -> None:
    code = "".join(re.findall(r"```python\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL))

    assert check(tmp_path, code) == (0, [])
