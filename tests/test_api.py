"""The Python face."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import tradefacts
from builders import event, office, save, target, term, volume
from tradefacts.answer import Answer
from tradefacts.errors import FactBaseError, InvalidQueryError, UnreadableBaseError


@pytest.fixture
def facts(tmp_path: Path) -> tradefacts.Facts:
    path = save(
        tmp_path / "facts.json",
        volume("KZ", "KG", "2022", "$1.3 bln"),
        target("KZ", "KG", "$2 bln"),
        event("Council", "2023-09-25", "KG", "KZ"),
        term("alikhan-smailov", office("KZ", "head of government"), seen_on="2023-09-25"),
    )
    return tradefacts.open(str(path))


def test_the_shipped_base_is_asked_where_none_is_named() -> None:
    assert tradefacts.open().pair("KZ", "KG").result.pair == ("KG", "KZ")
    assert tradefacts.open().base.layers[0]["name"] == "builtin"


@pytest.mark.parametrize(
    ("question", "places", "wanted", "claims"),
    [
        ("pair", ["KZ", "KG"], {"year": None, "everything": True, "kind": "volume"}, 1),
        ("timeline", ["KZ"], {"partner": "KG", "everything": True, "until": "2022"}, 1),
        ("targets", ["KZ", "KG"], {"limit": 5}, 2),
        ("officials", ["KZ"], {"on": "2023-09-25", "person": "Smailov", "everything": True}, 1),
        ("sources", ["KZ", "KG"], {"source": "Trend"}, 0),
        ("facts", ["KZ"], {"kind": "event"}, 1),
        ("search", ["council"], {}, 1),
        ("show", ["KZ", "trend-2024-01-15"], {}, 4),
        ("coverage", ["KZ"], {"flow": "turnover"}, 0),
        ("audit", ["KZ"], {"severity": "contradiction", "everything": True, "kind": "volume"}, 0),
        ("explain", ["KZ", "KG", "2022"], {}, 2),
        ("read", ["Trade of Kazakhstan and Kyrgyzstan was $1.3 billion in 2022."], {"sure": True}, 0),
        ("check", ["Trade of Kazakhstan and Kyrgyzstan was $1.3 billion in 2022."], {"published": "2024"}, 1),
    ],
)
def test_every_question_gives_the_answer_of_its_command(
    facts: tradefacts.Facts, question: str, places: list[str], wanted: dict[str, Any], claims: int
) -> None:
    answer = getattr(facts, question)(*places, **wanted)

    assert isinstance(answer, Answer)
    assert answer.command == question
    assert len(answer.claims) == claims


def test_an_unknown_filter_is_refused(facts: tradefacts.Facts) -> None:
    with pytest.raises(InvalidQueryError, match="unknown filter 'colour'"):
        facts.pair("KZ", "KG", colour="red")  # type: ignore[call-arg]  # what a type checker refuses, too


def test_a_base_that_is_none_raises(tmp_path: Path) -> None:
    (tmp_path / "empty.json").write_text("{}")

    with pytest.raises(UnreadableBaseError):
        tradefacts.open(str(tmp_path / "none.json"))
    with pytest.raises(FactBaseError):
        tradefacts.open(str(tmp_path / "empty.json"))


def test_public_names_are_what_they_say() -> None:
    assert {name: getattr(tradefacts, name).__module__ for name in tradefacts.__all__ if name != "__version__"} == {
        "Answer": "tradefacts.answer",
        "Facts": "tradefacts.api",
        "ParsedFigure": "tradefacts.figure.value",
        "Period": "tradefacts.period",
        "TradefactsError": "tradefacts.errors",
        "Filters": "tradefacts.query",
        "open": "tradefacts.api",
    }
    assert tradefacts.__version__.count(".") == 2


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'tradefacts' has no attribute 'nothing'"):
        _ = tradefacts.nothing


def test_importing_the_package_imports_no_other_module_of_it() -> None:
    code = "import sys, tradefacts; print(*sorted(name for name in sys.modules if name.startswith('tradefacts')))"

    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert printed.split() == ["tradefacts", "tradefacts.version"]
