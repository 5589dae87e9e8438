"""The published schemas: pinned, and valid for the output."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it has no types of its own

import tradefacts
from builders import (
    Json,
    base,
    body,
    compiled,
    document,
    event,
    growth,
    office,
    person,
    project,
    save,
    share,
    source,
    target,
    term,
    volume,
)
from tradefacts.answer import Answer
from tradefacts.commands import QUESTIONS
from tradefacts.errors import UnknownNameError
from tradefacts.export import iterate_envelope
from tradefacts.factbase.derived import DERIVED
from tradefacts.factbase.selection import Selection
from tradefacts.lint import ask_lint
from tradefacts.records import FACTS as FACTS_BY_KIND
from tradefacts.records import get_keys
from tradefacts.schema import NAMES, format_schema, make_schema

SHIPPED = Path(__file__).parents[1] / "data" / "facts.json"
FACTS: list[Json] = [
    volume("KZ", "KG", "2022", "$1.3 bln", attributed_to=person("Alikhan Smailov"), attributed_as="Prime Minister"),
    volume("KZ", "KG", "2021", "$1 bln", source=source("Kazinform", None, url=None, title=None, inferred=["language"])),
    volume("KZ", "KG", "2022", "$1.5 bln", bound=">", reporter="KG", source="interfax-2023-09-25"),
    volume("KZ", "KG", "2023-01/2023-07", "$757 mln", attributed_to=body("Statistics Committee", "KZ")),
    volume("KZ", "KG", "2022", "$2.5 bln", flow="exports", scope="domestic goods", note="not all goods"),
    volume("KG", "KZ", "2022", "$250.5 mln", flow="exports"),
    growth("KZ", "KG", "2022", "19%"),
    growth("KZ", "KG", "2022", "1,5fold", base_period="2018", inferred=["base_period"]),
    share("KZ", "KG", None, "24,5%", whole_country=None, whole_partner=None),
    target("KZ", "KG", "$2 bln", "2030"),
    target("CA5", "CA5", "$20 bln", horizon="soon"),
    project("KZ", "KG", 12, "$217 mln", jobs=4500, jobs_printed="4.5 thousand", jobs_bound="~"),
    term("alikhan-smailov", office("KZ", "head of government"), start="2022-01-11", end="2024-02", seen_on="2023"),
    event("Council", "2023-09-25", "KG", "KZ", venue="Taraz", participants=["alikhan-smailov"], topics=["water"]),
    event(None, None, "EAEU"),
]

WITH_FILES = {"lint", "changes", "compare"}
"""Questions about files other than the base, each with a separate test."""

DRAFT = "Trade between Kazakhstan and Kyrgyzstan was $1.3 billion in 2022. In 2023 it fell to $7 million, or by 13 %."
ASKED: list[tuple[str, list[str], dict[str, Any]]] = [
    ("pair", ["KZ", "KG"], {}),
    ("pair", ["KZ", "KG"], {"since": "2030"}),
    ("pair", ["CA5", "CA5"], {}),
    ("series", ["KZ", "KG"], {}),
    ("series", ["KZ"], {}),
    ("series", ["KZ"], {"since": "2030"}),
    ("timeline", ["KZ"], {"everything": True}),
    ("timeline", ["KZ"], {"since": "2030"}),
    ("targets", [], {}),
    ("targets", ["KZ"], {"known_by": "2000"}),
    ("officials", [], {"on": "2023-09-25"}),
    ("officials", ["KG"], {}),
    ("sources", [], {}),
    ("sources", [], {"since": "2030"}),
    ("facts", [], {}),
    ("facts", [], {"since": "2030"}),
    ("search", ["kazakhstan"], {}),
    ("search", ["nothing at all"], {}),
    ("show", ["KZ", "alikhan-smailov", "kazinform-undated", FACTS[0]["id"]], {}),
    ("coverage", [], {}),
    ("coverage", [], {"since": "2030"}),
    ("audit", [], {}),
    ("audit", ["KZ", "UZ"], {"since": "2030"}),
    ("explain", [FACTS[0]["id"]], {}),
    ("cite", [*(fact["id"] for fact in FACTS), "kazinform-undated"], {}),
    ("cite", [], {}),
    ("chart", ["KZ", "KG"], {}),
    ("chart", ["KZ"], {}),
    ("explain", ["KZ", "KG", "2021"], {}),
    ("explain", ["KZ", "CA5", "2021"], {}),
    ("read", [DRAFT], {"published": "2024-06-01", "publisher": "Kabar"}),
    ("read", [""], {}),
    ("check", [DRAFT], {"published": "2024-06-01"}),
    ("check", [""], {}),
]


schema_of = cache(make_schema)


@cache
def validator(name: str) -> Draft202012Validator:
    Draft202012Validator.check_schema(schema_of(name))
    return Draft202012Validator(schema_of(name))


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> tradefacts.Facts:
    return tradefacts.open(str(save(tmp_path_factory.mktemp("schema") / "facts.json", *FACTS)))


def envelope(answer: Answer[Any]) -> Any:  # noqa: ANN401 - JSON
    return json.loads("".join(iterate_envelope(answer)))


def strip(fact: Json) -> Json:
    optional = {key for key, is_optional in get_keys(FACTS_BY_KIND[fact["kind"]]).items() if is_optional}
    kept = {key: value for key, value in fact.items() if key not in DERIVED}
    return {key: value for key, value in kept.items() if key not in optional or value is not None}


@pytest.mark.parametrize("name", NAMES)
def test_schema_is_pinned(name: str, check_golden: Callable[[str, str], None]) -> None:
    schema = json.loads(format_schema(name))
    # The class of a fact is pinned in its own schema; the other schemas repeat it and are pinned without it.
    if name != "fact" and "$defs" in schema:
        shared = schema_of("fact")["$defs"]
        schema["$defs"] = {key: value for key, value in schema["$defs"].items() if value != shared.get(key)}

    check_golden(f"schema-{name}.json", json.dumps(schema, ensure_ascii=False, indent=1) + "\n")


@pytest.mark.slow
def test_every_key_of_every_schema_has_its_description() -> None:
    def find(schema: Any) -> list[str]:  # noqa: ANN401 - JSON
        if isinstance(schema, list):
            return [name for part in schema for name in find(part)]
        if not isinstance(schema, dict):
            return []
        bare = [name for name, one in schema.get("properties", {}).items() if not one.get("description")]
        return bare + [name for part in schema.values() for name in find(part)]

    assert {name: bare for name in NAMES if (bare := find(schema_of(name)))} == {}


@pytest.mark.parametrize(("question", "arguments", "wanted"), ASKED)
def test_output_of_every_command_matches_its_schema(
    facts: tradefacts.Facts, question: str, arguments: list[str], wanted: dict[str, Any]
) -> None:
    written = envelope(getattr(facts, question)(*arguments, **wanted))

    assert [error.json_path for error in validator(question).iter_errors(written)] == []


def test_output_without_claims_matches_the_schema(facts: tradefacts.Facts) -> None:
    written = json.loads("".join(iterate_envelope(facts.pair("KZ", "KG"), has_facts=False)))

    assert "facts" not in written
    assert [error.json_path for error in validator("pair").iter_errors(written)] == []


def test_every_command_with_a_schema_is_tried() -> None:
    assert {question for question, _, _ in ASKED} == {*QUESTIONS} - WITH_FILES


def test_output_of_lint_matches_its_schema() -> None:
    written = envelope(ask_lint(base(*FACTS)))

    assert [error.json_path for error in validator("lint").iter_errors(written)] == []


def test_output_of_changes_matches_its_schema(facts: tradefacts.Facts, tmp_path: Path) -> None:
    saved = tmp_path / "saved.json"
    saved.write_text(json.dumps(envelope(tradefacts.open().pair("KZ", "KG"))))

    written = envelope(facts.changes(str(saved)))

    assert {change["change"] for change in written["answer"]["changes"]} >= {"status", "figure", "withdrawn", "new"}
    assert [error.json_path for error in validator("changes").iter_errors(written)] == []


def test_output_of_compare_matches_its_schema(facts: tradefacts.Facts, tmp_path: Path) -> None:
    official = tmp_path / "official.csv"
    rows = ["reporter,partner,period,flow,value", "KZ,KG,2022,X,250000000", "KZ,KG,2022,M,250500000", "KZ,KG,2020,M,1"]
    official.write_text("\n".join(rows))

    written = envelope(facts.compare("KZ", "KG", file=str(official)))

    statuses = {row["status"] for row in written["answer"]["compared"]}
    assert statuses == {"agree", "differ", "no claim", "not in the file"}
    assert [error.json_path for error in validator("compare").iter_errors(written)] == []


def test_each_fact_matches_the_schema_of_a_fact(facts: tradefacts.Facts) -> None:
    written = envelope(facts.facts())["facts"]

    assert [error.json_path for fact in written for error in validator("fact").iter_errors(fact)] == []
    assert {fact["kind"] for fact in written} == set(FACTS_BY_KIND)


@pytest.mark.slow
def test_a_base_matches_the_schema_of_a_base() -> None:
    shipped = json.loads(SHIPPED.read_text(encoding="utf-8"))
    shipped["facts"] = shipped["facts"][::50]

    assert [error.json_path for error in validator("base").iter_errors(document(*FACTS))] == []
    assert [error.json_path for error in validator("base").iter_errors(shipped)] == []


@pytest.mark.parametrize(
    "change",
    [{"colour": "red"}, {"period": "2023-5"}, {"value": "757"}, {"source": None}, {"bound": "≥"}, {"kind": "guess"}],
    ids=str,
)
def test_a_base_that_is_none_is_refused_by_the_schema(change: Json) -> None:
    written = document(FACTS[0])
    written["facts"][0] |= change

    assert not validator("base").is_valid(written)


def test_facts_as_scripts_get_them_go_back_into_a_base(facts: tradefacts.Facts) -> None:
    written = envelope(facts.facts())["facts"]

    again = compiled(document(*FACTS) | {"facts": [strip(fact) for fact in written]})

    assert [json.loads(claim.json) for claim in again.find_claims(Selection())] == written


@pytest.mark.slow
def test_facts_of_the_built_in_base_are_its_lines_with_nothing_lost() -> None:
    lines = json.loads(SHIPPED.read_text(encoding="utf-8"))["facts"]

    written = [json.loads(claim.json) for claim in tradefacts.open().facts().claims]

    assert [strip(fact) for fact in written] == lines
    assert [list(strip(fact)) for fact in written] == [list(line) for line in lines]


@pytest.mark.parametrize(
    ("name", "hint"), [("fact s", "did you mean facts?"), ("xyz", f"one of: {', '.join(NAMES)}")]
)  # fmt: skip
def test_an_unknown_schema_is_refused(name: str, hint: str) -> None:
    with pytest.raises(UnknownNameError, match="unknown schema") as caught:
        make_schema(name)

    assert caught.value.hint == hint
