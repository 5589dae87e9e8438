"""The tables and transcripts of the documents are what the program makes."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tradefacts.commands import COMMANDS

ROOT = Path(__file__).parent.parent
GUIDE = ROOT / "docs" / "guide.md"
DOCUMENTS = [ROOT / "CONTRIBUTING.md", ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="the transcripts are those of a POSIX terminal")
def test_documents_show_what_the_program_makes() -> None:
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


def test_example_base_of_the_guide_is_the_file_beside_it() -> None:
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
