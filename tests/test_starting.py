"""Start-up cost: a lookup imports only what it needs."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tradefacts.factbase import open_base

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

EXTRAS = ("matplotlib", "numpy", "jinja2", "markupsafe")
HEAVY = (
    *("pydantic", "pydantic_core", "rich", "importlib.metadata", "importlib.resources", "fractions", "decimal"),
    *EXTRAS,
)


@pytest.fixture(autouse=True)
def _compiled() -> None:
    """Compile the built-in base unless it is in the cache, from which other tests may have removed it."""
    open_base()


def list_imported(code: str) -> list[str]:
    """Return the modules that are loaded once the code has run."""
    report = f"{code}\nimport json, sys; print(json.dumps(sorted(sys.modules)), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-P", "-c", report], capture_output=True, check=True)
    modules: list[str] = json.loads(done.stderr.splitlines()[-1])
    return modules


@pytest.mark.parametrize(
    "arguments",
    [
        *(["pair", "KZ", "KG"], ["timeline", "KZ"], ["targets"], ["officials", "KZ"], ["facts"], ["sources"]),
        *(["search", "Bishkek"], ["coverage"], ["show", "KZ"], ["chart", "KZ", "KG"]),
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_lookup_for_a_script_imports_nothing_heavy(arguments: list[str]) -> None:
    call = f"from tradefacts.cli.main import main; main({[*arguments, '--json']!r})"

    assert not {*HEAVY} & {*list_imported(call)}


@pytest.mark.parametrize("command", ["pair", "audit", "facts", "cite"])
def test_only_who_reads_a_text_imports_its_reader(command: str) -> None:
    places = ["KZ", "KG"] if command != "cite" else []
    imported = list_imported(f"from tradefacts.cli.main import main; main({[command, *places]!r})")

    assert [name for name in imported if name.startswith(("tradefacts.article", "tradefacts.drafts"))] == []


def test_checking_a_text_imports_no_library_for_web_pages(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("Trade of Kazakhstan and Kyrgyzstan was $1.3 billion in 2022.", encoding="utf-8")
    call = f"from tradefacts.cli.main import main; main(['check', {str(draft)!r}, '--json'])"
    list_imported(call)  # compiled by now
    imported = list_imported(call)

    assert "tradefacts.article" in imported
    assert not {"trafilatura", "lxml", "rich"} & {*imported}


def test_a_chart_on_a_terminal_imports_nothing_that_draws_pictures() -> None:
    imported = list_imported("from tradefacts.cli.main import main; main(['chart', 'KZ', 'KG'])")

    assert not {*EXTRAS, "tradefacts.report"} & {*imported}


def test_the_package_alone_imports_none_of_its_parts_that_work() -> None:
    imported = list_imported("import tradefacts")

    assert not {*HEAVY, "typer", "sqlite3", "tradefacts.factbase", "tradefacts.questions"} & {*imported}


def test_help_imports_neither_the_base_nor_rich() -> None:
    imported = list_imported("from tradefacts.cli.main import main; main(['--help'])")

    assert not {*HEAVY, "sqlite3", "tradefacts.factbase", "tradefacts.render"} & {*imported}


def test_a_plain_call_does_without_typer() -> None:
    call = "from tradefacts.cli.main import main; main(['pair', 'KZ', 'KG', '--json'])"

    assert not {"typer", "dataclasses", "inspect"} & {*list_imported(call)}


@pytest.mark.parametrize("arguments", [["sources"], ["audit"], ["pair", "KZ", "KG", "--color", "always"]])
def test_a_screen_is_written_without_a_rich_console(arguments: list[str]) -> None:
    imported = list_imported(f"from tradefacts.cli.main import main; main({arguments!r})")

    assert "rich.text" in imported
    assert "rich.console" not in imported


@pytest.mark.parametrize(
    "arguments",
    [["pair", "KZ", "KG"], ["timeline", "KZ"], ["targets"], ["officials", "KZ"], ["facts", "KZ", "KG"]],
    ids=lambda arguments: arguments[0],
)
def test_a_plain_call_for_a_pipe_does_without_typer_and_the_console_of_rich(arguments: list[str]) -> None:
    call = f"from tradefacts.cli.main import main; main({arguments!r})"

    dear = {"typer", "rich.console", "dataclasses", "inspect", "pathlib", "subprocess", "shlex", "threading"}
    assert not dear & {*list_imported(call)}


@pytest.mark.parametrize(
    "arguments",
    [["pair", "KZ", "KG"], ["pair", "KZ", "KG", "--json"], ["timeline", "KZ"], ["targets"], ["officials", "KZ"]],
    ids=" ".join,
)
def test_a_lookup_defines_few_named_tuples_in_the_slow_way(arguments: list[str]) -> None:
    call = f"""
import sys, typing
from tradefacts.cli.main import main
main({arguments!r})
classes = {{value for name, module in [*sys.modules.items()] if name.startswith("tradefacts.")
           for value in vars(module).values()
           if typing.NamedTuple in getattr(value, "__orig_bases__", ()) and value.__module__ == name}}
print(*sorted(value.__name__ for value in classes), file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-P", "-c", call], capture_output=True, check=True, text=True)

    # Those of the tables that import nothing.
    assert {*done.stderr.splitlines()[-1].split()} <= {"Command", "Kind"}


@pytest.mark.parametrize(
    ("call", "most"),
    [("pair KZ KG --json", 70), ("pair KZ KG", 100), ("timeline KZ", 70), ("targets", 75), ("officials KZ", 60)],
)
def test_a_lookup_imports_few_modules_of_the_project(call: str, most: int) -> None:
    imported = list_imported(f"from tradefacts.cli.main import main; main({call.split()!r})")

    assert len([name for name in imported if name.startswith("tradefacts")]) <= most
