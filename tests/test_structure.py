"""Everything is defined once: a new kind, command or derived key needs only its file and one entry."""

from __future__ import annotations

import inspect
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, get_type_hints

import pytest

import tradefacts
from builders import PAGE, document, save, volume
from running import COMMAND
from tradefacts import commands, records, schema
from tradefacts.cli.parameters import PARAMETERS
from tradefacts.commands import COMMANDS, GROUPS, QUESTIONS, load
from tradefacts.factbase.derived import DERIVED
from tradefacts.records import FACTS, Fact, get_keys
from tradefacts.rows.columns import list_columns
from tradefacts.vocabulary import KINDS, PUBLISHED

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(tradefacts.__file__).parent


def list_leaves(parent: type[Fact]) -> Iterator[type[Fact]]:
    for child in parent.__subclasses__():
        if child.__module__ == records.__name__ and "kind" in child.__annotations__:
            yield child
        yield from list_leaves(child)


def test_every_kind_has_a_class_and_every_class_a_kind() -> None:
    assert [*FACTS] == [*KINDS]
    assert {*FACTS.values()} == {*list_leaves(Fact)}


@pytest.mark.parametrize("name", KINDS)
def test_the_traits_of_a_kind_name_keys_of_its_class(name: str) -> None:
    kind, keys = KINDS[name], {*get_keys(FACTS[name]), *DERIVED}

    assert kind.figure is None or {kind.figure, "printed", "bound"} <= keys
    assert {*kind.moments} <= keys
    assert kind.otherwise is None or kind.otherwise[0] in {PUBLISHED, *keys}
    assert not kind.is_compared or "period" in keys


@pytest.mark.parametrize("command", QUESTIONS.values(), ids=lambda command: command.name)
def test_every_question_has_its_renderer_and_row_type(command: commands.Command) -> None:
    assert load(str(command.result))._fields
    assert callable(load(str(command.ask)))
    assert callable(load(str(command.render)))
    assert callable(load(str(command.rows)).list_from)
    assert all(column.description for column in list_columns(command.name))
    assert command.name in schema.NAMES
    assert callable(getattr(tradefacts.open(), command.name))
    assert all(callable(load(target)) for target in command.formats.values())


@pytest.mark.parametrize("command", COMMANDS.values(), ids=lambda command: command.name)
def test_every_command_is_described_and_takes_parameters_that_exist(command: commands.Command) -> None:
    named = [part if isinstance(part, str) else part[0] for part in command.parameters]

    assert command.help.endswith(".")
    assert command.ask or command.run
    assert command.group in GROUPS
    assert {*named} <= {*PARAMETERS}


@pytest.mark.parametrize("command", QUESTIONS.values(), ids=lambda command: command.name)
def test_the_types_of_the_python_methods_are_those_of_the_questions(command: commands.Command) -> None:
    declared = inspect.getsource(tradefacts.Facts)

    assert f"{command.name} = _method(ask_{command.name})" in declared


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """Return a copy of the program that a test changes as a contributor would."""
    shutil.copytree(PACKAGE, tmp_path / "tradefacts", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(PACKAGE.parents[1] / "data", tmp_path / "tradefacts" / "data")
    return Program(tmp_path)


class Program:
    """A copy of the program."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def insert(self, module: str, before: str, text: str) -> None:
        path = self.folder / "tradefacts" / module
        found = path.read_text(encoding="utf-8") if path.exists() else before
        assert found.count(before) == 1, f"{module} has another form"
        path.write_text(found.replace(before, text + before), encoding="utf-8")

    def run(self, *arguments: str | Path) -> str:
        environment = {**os.environ, "PYTHONPATH": str(self.folder), "COLUMNS": "100"}
        done = subprocess.run([*COMMAND, *arguments], env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout


QUOTATION_CLASS = '''
@dataclass(frozen=True)
class Quotation(Fact):
    """Words that somebody said."""

    kind: Literal["quotation"]
    country: Annotated[Place, "place they are about"]
    words: Annotated[Name, "the words"]


'''
QUOTATION = """        Kind("quotation", "“{words}”", {}, (PUBLISHED, "said"), id_keys=("country", "kind", "source")),
"""


@pytest.mark.slow
def test_a_new_kind_is_a_class_and_an_entry(program: Program, tmp_path: Path) -> None:
    program.insert("records.py", "RECORDS: dict", QUOTATION_CLASS)
    program.insert("vocabulary.py", "    )\n}\n", QUOTATION)
    base = document(volume("KZ", "KG", "2022", "$1 bln"))
    said = {"kind": "quotation", "country": "KZ", "words": "Trade must grow", "inferred": []}
    fact = {"id": "q", **said, "source": PAGE, "attributed_to": None, "attributed_as": None, "note": None}
    path = tmp_path / "b.json"
    path.write_text(json.dumps(base | {"facts": [*base["facts"], fact]}), encoding="utf-8")
    program.run("fmt", path)

    assert "is clean" in program.run("lint", path)
    assert "“Trade must grow”" in program.run("--base", path, "facts", "--kind", "quotation")
    assert "said" in program.run("--base", path, "timeline", "KZ")
    assert [json.loads(program.run("--base", path, "search", "grow", "--json"))["facts"][0]["words"]] == [said["words"]]
    assert "// the words" in program.run("new", "quotation")
    assert "Quotation" in json.loads(program.run("schema", "fact"))["$defs"]
    assert "words" in program.run("--base", path, "facts", "--format", "csv").splitlines()[0].split(",")


CAPITALS_COMMAND = """        Command(
            "capitals",
            "List every country by its name in capitals.",
            "",
            ("[PLACE]",),
            "questions.capitals:ask_capitals",
            "questions.capitals:CapitalsResult",
            "render.capitals:render_capitals",
            "questions.capitals:Name",
        ),
"""
CAPITALS_QUESTION = """from typing import Annotated, NamedTuple, Unpack

from tradefacts.answer import Answer, answer
from tradefacts.factbase import FactBase
from tradefacts.query import Filters, prepare_query


class Name(NamedTuple):
    name: Annotated[str, "the name"]

    @classmethod
    def list_from(cls, answer):
        yield from answer.result.names


class CapitalsResult(NamedTuple):
    names: Annotated[tuple[Name, ...], "the names"]


def ask_capitals(base: FactBase, place: str | None = None, **filters: Unpack[Filters]) -> Answer[CapitalsResult]:
    query = prepare_query(base, (place,), filters)
    names = tuple(Name(name.upper()) for name in base.name_all(("countries",)).values())
    return answer(base, "capitals", query.asked, CapitalsResult(names), ())
"""
CAPITALS_RENDERER = """from tradefacts.render.screen import text


def render_capitals(answer, screen):
    return [text(row.name) for row in answer.result.names]
"""


@pytest.mark.slow
def test_a_new_command_is_an_entry_a_question_and_a_renderer(program: Program) -> None:
    program.insert("commands.py", "    )\n}\n", CAPITALS_COMMAND)
    program.insert("questions/capitals.py", "", CAPITALS_QUESTION)
    program.insert("render/capitals.py", "", CAPITALS_RENDERER)
    python = "import tradefacts; print(tradefacts.open().capitals().result.names[0].name)"

    assert "capitals" in program.run("-h").split()
    assert "KAZAKHSTAN" in program.run("capitals", "KZ").splitlines()
    assert {"name": "KAZAKHSTAN"} in json.loads(program.run("capitals", "--json"))["answer"]["names"]
    assert program.run("capitals", "--format", "csv").splitlines()[0] == "name"
    assert "CapitalsResult" in json.loads(program.run("schema", "capitals"))["$defs"]
    done = subprocess.run(
        [sys.executable, "-c", python],
        env={**os.environ, "PYTHONPATH": str(program.folder)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip().isupper()


@pytest.mark.slow
def test_a_new_derived_key_is_one_entry(program: Program, tmp_path: Path) -> None:
    entry = '    "is_dated": DerivedKey(bool, "of one year", ("period",), lambda period: len(period) == 4),\n'
    program.insert("factbase/derived.py", '    "voice": DerivedKey(', entry)
    path = save(tmp_path / "b.json", volume("KZ", "KG", "2022", "$1 bln"))

    assert json.loads(program.run("--base", path, "facts", "--json"))["facts"][0]["is_dated"] is True
    assert "is_dated" in program.run("--base", path, "facts", "--format", "csv").splitlines()[0].split(",")
    assert "is_dated" in json.loads(program.run("schema", "fact"))["$defs"]["Volume"]["properties"]


def test_the_json_of_a_fact_has_every_derived_key_once() -> None:
    facts = tradefacts.open().facts(limit=1).claims

    assert [*facts[0].stored][-8:] == [name for name, key in DERIVED.items() if key.compute]


def test_a_derived_key_is_an_attribute_of_its_type() -> None:
    (claim,) = tradefacts.open().facts("KZ", "KG", kind="volume", flow="exports", year=2023, limit=1).claims

    assert (claim.exporter, claim.importer) == ("KZ", "KG")
    assert claim.pair == ("KG", "KZ")
    assert claim.months == 12
    assert claim.voice


def test_builders_and_kinds_do_not_drift() -> None:
    (fact,) = document(volume("KZ", "KG", "2022", "$1 bln"))["facts"]

    assert {*fact} == {*get_keys(FACTS["volume"])}
    assert get_type_hints(FACTS["volume"])["value"] is int
