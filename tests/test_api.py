"""The Python interface."""

import inspect
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

import tradefacts
from builders import event, office, save, target, term, volume
from every_question import ask_question
from tradefacts.api import Answer
from tradefacts.commands import QUESTIONS
from tradefacts.errors import FactBaseError, InvalidPeriodError, InvalidQueryError, UnreadableBaseError
from tradefacts.export import make_plain
from tradefacts.vocabulary import KINDS


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


def test_the_built_in_base_is_used_if_none_is_named() -> None:
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


@pytest.mark.parametrize(
    ("wanted", "understood"),
    [
        ({"since": 2022}, "2022"),
        ({"since": date(2022, 1, 1)}, "2022-01-01"),
        ({"since": datetime(2022, 1, 1, 12, tzinfo=UTC)}, "2022-01-01"),
        ({"kind": ["volume", "growth"]}, ["volume", "growth"]),
        ({"kind": {"volume"}}, ["volume"]),
        ({"reporter": ("KZ", "none")}, ["KZ", "none"]),
        ({"limit": 1}, 1),
    ],
    ids=str,
)
def test_filters_take_numbers_dates_and_several_values(
    facts: tradefacts.Facts, wanted: dict[str, Any], understood: object
) -> None:
    (name,) = wanted

    assert facts.facts("KZ", "KG", **wanted).query[name] == understood


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"kind": 5}, "kind 5 is not text"),
        ({"kind": ["volume", None]}, "kind None is not text"),
        ({"flow": ["exports"]}, r"flow \['exports'\] is not text"),
        ({"limit": "5"}, "limit '5' is not a whole number"),
        ({"limit": 2.5}, "limit 2.5 is not a whole number"),
        ({"limit": True}, "limit True is not a whole number"),
        ({"limit": 0}, "limit 0 is not positive"),
        ({"kind": "volum"}, "unknown kind 'volum'"),
    ],
)
def test_a_value_of_another_type_is_named(facts: tradefacts.Facts, wanted: dict[str, Any], said: str) -> None:
    with pytest.raises(InvalidQueryError, match=said):
        facts.facts(**wanted)


def test_an_unattributed_reporter_has_a_word_and_not_none(facts: tradefacts.Facts) -> None:
    with pytest.raises(InvalidQueryError) as caught:
        facts.facts(reporter=["KZ", None])  # type: ignore[list-item]  # what a type checker refuses, too

    assert caught.value.hint == "'none' stands for figures of which no page says it"


@pytest.mark.parametrize("question", ["pair", "facts", "targets", "sources", "audit"])
def test_three_places_are_refused(facts: tradefacts.Facts, question: str) -> None:
    with pytest.raises(InvalidQueryError, match=f"facts.{question} takes at most two places, found 3"):
        getattr(facts, question)("KZ", "KG", "UZ")


def test_a_call_with_wrong_arguments_shows_the_right_ones(facts: tradefacts.Facts) -> None:
    with pytest.raises(InvalidQueryError) as caught:
        facts.cite(colour="red")  # type: ignore[call-arg]  # what a type checker refuses, too

    assert caught.value.message == "facts.cite: got an unexpected keyword argument 'colour'"
    assert caught.value.hint == "facts.cite(*ids)"


def test_a_list_where_a_name_belongs_is_refused(facts: tradefacts.Facts) -> None:
    with pytest.raises(InvalidQueryError, match=r"expected a name, found \['KZ', 'KG'\]"):
        facts.facts(["KZ", "KG"])  # type: ignore[arg-type]  # what a type checker refuses, too


def test_a_period_may_be_a_number_and_a_day_a_date(facts: tradefacts.Facts) -> None:
    assert facts.explain("KZ", "KG", 2022).query == facts.explain("KZ", "KG", "2022").query
    assert facts.officials("KZ", on=date(2023, 9, 25)).result.on == "2023-09-25"
    with pytest.raises(InvalidPeriodError, match="invalid day '2023'"):
        facts.officials("KZ", on=2023)


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_of_a_fact_is_an_attribute_with_its_value(kind: str) -> None:
    claims = tradefacts.open().facts(kind=kind).claims

    for claim in (*claims[:50], *(claim for claim in claims if claim.acting)):
        fact = claim.to_dict()
        assert make_plain({key: getattr(claim, key) for key in fact}) == fact
        assert claim.acting is fact.get("acting")


@pytest.mark.parametrize("question", [name for name in QUESTIONS if name != "lint"])
def test_every_key_of_an_answer_is_an_attribute_with_its_value(
    facts: tradefacts.Facts, tmp_path: Path, question: str
) -> None:
    answer = ask_question(facts, question, tmp_path)

    written = answer.to_dict()

    read = {key: getattr(answer, key) for key in written}
    assert make_plain({**read, "facts": [claim.to_dict() for claim in answer.facts]}) == written


def test_an_answer_a_claim_and_a_base_show_themselves_in_one_line(facts: tradefacts.Facts) -> None:
    answer = facts.pair("KZ", "KG", since=2020, kind=["volume"])

    assert repr(answer) == "<pair KG–KZ, since 2020, kind volume: 1 row, 1 fact>"
    assert repr(answer.facts[0]) == "<volume kz-kg-turnover-volume-2022-trend-2024-01-15: $1.3 bln>"
    assert repr(tradefacts.open()).startswith("<tradefacts builtin, edition 20")
    assert repr(facts.search("nothing", "of", "this")) == "<search nothing of this: nothing>"


def test_a_method_has_the_signature_and_the_text_of_its_question(facts: tradefacts.Facts) -> None:
    assert str(inspect.signature(facts.targets)) == "(place=None, partner=None, *, history=False, **filters)"
    assert "goal" in str(facts.targets.__doc__)
    assert {"pair", "close"} <= {*dir(facts)}


def test_a_with_statement_closes_the_base_and_leaves_answers_whole(tmp_path: Path) -> None:
    path = save(tmp_path / "b.json", term("alikhan-smailov", office("KZ", "head of government"), seen_on="2023-09-25"))

    with tradefacts.open(str(path)) as facts:
        answer = facts.officials("KZ")

    assert answer.names["alikhan-smailov"] == "Alikhan Smailov"
    assert repr(facts) == "<tradefacts, closed>"
    with pytest.raises(InvalidQueryError, match="the base is closed"):
        facts.officials("KZ")


@pytest.mark.parametrize("is_cached", [True, False], ids=["from the cache", "in memory"])
def test_several_threads_may_ask_one_base(
    facts: tradefacts.Facts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_cached: bool
) -> None:
    if not is_cached:
        blocked = tmp_path / "blocked"
        blocked.write_text("not a folder")
        monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    with tradefacts.open(*(layer["name"] for layer in facts.base.layers)) as shared, ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda number: shared.pair("KZ", "KG", limit=number % 3 + 1).to_dict(), range(48)))

    assert answers[:3] * 16 == answers


def test_an_invalid_base_raises_an_error(tmp_path: Path) -> None:
    (tmp_path / "empty.json").write_text("{}")

    with pytest.raises(UnreadableBaseError):
        tradefacts.open(str(tmp_path / "none.json"))
    with pytest.raises(FactBaseError):
        tradefacts.open(str(tmp_path / "empty.json"))


def test_public_names_are_defined_in_their_modules() -> None:
    assert {name: getattr(tradefacts, name).__module__ for name in tradefacts.__all__ if name != "__version__"} == {
        "Answer": "tradefacts.api",
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
