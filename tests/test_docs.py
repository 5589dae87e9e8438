"""The generated tables and transcripts of the documents are up to date."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tradefacts.commands import COMMANDS
from tradefacts.schema import NAMES, make_schema

ROOT = Path(__file__).parent.parent
GUIDE = ROOT / "docs" / "guide.md"
DOCUMENTS = [ROOT / "CONTRIBUTING.md", ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="the transcripts are those of a POSIX terminal")
def test_documents_are_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "docs" / "generate.py", "--check"], capture_output=True, text=True, check=False
    )

    assert done.stderr == ""
    assert done.returncode == 0


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(document: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", document.read_text(encoding="utf-8"))

    assert [link for link in links if not (document.parent / link).exists()] == []


def test_guide_names_every_command() -> None:
    guide = GUIDE.read_text(encoding="utf-8")

    assert [command for command in COMMANDS if f"tradefacts {command}" not in guide] == []


def test_keys_that_have_moved_are_where_the_document_says() -> None:
    document = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    moved = document.partition("\n## From version 1 to version 2\n")[2].partition("\n## ")[0]
    rows = [line.split(" | ") for line in moved.splitlines() if line.startswith("| ")][2:]
    named = {part for row in rows for path in re.findall(r"`([a-z_.\[\]0-9]+)`", row[-1]) for part in path.split(".")}
    known = {key for name in NAMES for key in find_keys(make_schema(name))}
    words = {
        "turnover",
        "balance",
        "goods",
        "near",
        "contradicted",
        "open",
        "met",
        "missed",
        "known",
        "unclear",
        "unknown",
        "coverage",
    }

    assert {re.sub(r"\[[0-9]*\]", "", part) for part in named} - known - words - {""} == set()


def find_keys(schema: Any) -> Iterator[str]:  # noqa: ANN401 - JSON
    """Yield the names of all properties in a schema."""
    if isinstance(schema, list):
        yield from (key for part in schema for key in find_keys(part))
    elif isinstance(schema, dict):
        yield from schema.get("properties", {})
        yield from (key for part in schema.values() for key in find_keys(part))


def test_example_base_of_the_guide_is_the_example_file() -> None:
    shown = re.findall(r"```json\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)

    assert json.loads(shown[0]) == json.loads((ROOT / "docs" / "examples" / "mine.json").read_text(encoding="utf-8"))


def test_python_of_the_guide_runs(capsys: pytest.CaptureFixture[str]) -> None:
    code = re.findall(r"```python\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)

    exec(code[0], {})  # noqa: S102 - the guide's own lines

    assert "2022 KG 1180500000 1181500000 " in capsys.readouterr().out


def test_each_promise_of_the_page_on_security_names_a_test_or_command_that_exists() -> None:
    page = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    tests = re.findall(r"`(test_\w+\.py)::(test_\w+)`", page)
    commands = re.findall(r"`\./dev (\w+)`", page)
    promises = [
        line for line in page.splitlines() if line.startswith("| ") and not line.startswith(("| ---", "| prom"))
    ]

    assert tests
    assert [
        f"{file}::{name}"
        for file, name in tests
        if f"def {name}(" not in (ROOT / "tests" / file).read_text(encoding="utf-8")
    ] == []
    assert [name for name in commands if f"\n{name}() {{" not in (ROOT / "dev").read_text(encoding="utf-8")] == []
    assert [line for line in promises if not re.search(r"::test_|`\./dev |\]\(design", line)] == []
