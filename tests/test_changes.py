"""`changes`: what has changed since an answer was saved, or since an older base."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from builders import Json, document, growth, office, person, save, source, target, term, volume, write
from running import ask, check_refusal

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]

OLD = volume("KZ", "KG", "2022", "$1.3 bln", source=source("Trend", "2024-01-15"))
REVISED = volume("KZ", "KG", "2022", "$1.5 bln", source=source("Trend", "2024-05-01"))
RIVAL = volume("KZ", "KG", "2022", "$1.7 bln", source=source("Kabar", "2024-05-02"))
HEAD = '{"schema_version": 2, "base": {"layers": []}, "findings": []'
GOAL = target("KZ", "KG", "$1.4 bln", "2022")


@pytest.fixture
def then(tmp_path: Path) -> Path:
    return save(tmp_path / "then.json", OLD, GOAL)


def save_now(then: Path, *facts: Json, **header: object) -> Path:
    path = then.with_name("now.json")
    path.write_text(write(document(*facts) | header))
    return path


def save_answer(capfd: Capture, base: Path, *arguments: str) -> Path:
    path = base.with_name("answer.json")
    assert ask(capfd, "--base", base, *arguments, "-o", path, "--force").status in {0, 1}
    return path


def find(capfd: Capture, base: Path, saved: Path | str, status: int = 1) -> list[tuple[Any, ...]]:
    outcome = ask(capfd, "--base", base, "changes", saved, "--json")
    assert outcome.status == status, outcome.err
    found = json.loads(outcome.out)["answer"]["changes"]
    return [(change["change"], change["about"], change["before"], change["now"]) for change in found]


@pytest.mark.parametrize(
    "arguments",
    [
        ["pair", "KZ", "KG", "--flow", "exports"],
        ["targets", "KZ", "--known-by", "2024-06"],
        ["chart", "KZ", "KG"],
        ["series", "KZ", "KG"],
        ["officials", "KZ", "--on", "2023-05-05", "--all"],
        ["facts", "--reporter", "none", "--year", "2022", "--sort", "value"],
        ["timeline", "KZ", "--with", "KG"],
        ["search", "Trend", "--limit", "1"],
        ["show", "KZ", OLD["id"]],
        ["cite", OLD["id"]],
        ["explain", "KZ", "KG", "2022"],
        ["sources"],
        ["coverage", "KZ"],
        ["audit", "KZ", "KG", "--severity", "possible"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_an_answer_asked_again_of_the_same_base_has_not_changed(
    capfd: Capture, then: Path, arguments: list[str]
) -> None:
    saved = save_answer(capfd, then, *arguments)

    assert find(capfd, then, saved, status=0) == []


def test_conclusions_are_compared_before_claims(capfd: Capture, then: Path) -> None:
    saved = save_answer(capfd, then, "pair", "KZ", "KG")
    other = volume("KZ", "KG", "2022", "$1.7 bln", source=source("Akorda", "2024-05-03"))

    found = find(capfd, save_now(then, OLD, GOAL, RIVAL, other), saved)

    assert found == [
        ("status", "KG–KZ turnover goal USD 1,400,000,000", "missed in 2022", "disputed in 2022"),
        ("verdict", "KG–KZ turnover 2022", "same", "contradicted"),
        ("figure", "KG–KZ turnover 2022", "$1.3 bln", "$1.7 bln"),
        ("new", "KG–KZ turnover 2022", None, "$1.7 bln"),
        ("new", "KG–KZ turnover 2022", None, "$1.7 bln"),
    ]


def test_the_bars_of_a_chart_are_compared_as_well(capfd: Capture, then: Path) -> None:
    saved = save_answer(capfd, then, "chart", "KZ", "KG")

    found = find(capfd, save_now(then, OLD, GOAL, RIVAL), saved)

    assert [change for change, *_ in found] == ["verdict", "figure", "new"]


def test_a_figure_in_other_words_is_no_other_figure(capfd: Capture, then: Path) -> None:
    saved = save_answer(capfd, then, "pair", "KZ", "KG")
    same = volume("KZ", "KG", "2022", "1,3 млрд долларов", source=source("Kabar", "2024-05-02"))

    found = find(capfd, save_now(then, same, OLD, GOAL), saved)

    assert [change for change, *_ in found] == ["new"]


def test_a_voice_that_gives_another_figure_later_supersedes_its_own(capfd: Capture, then: Path) -> None:
    saved = save_answer(capfd, then, "facts")

    found = find(capfd, save_now(then, OLD, GOAL, REVISED), saved)

    assert found[0] == ("superseded", "KG–KZ turnover 2022", "$1.3 bln", "$1.5 bln")
    assert [change for change, *_ in found] == ["superseded", "new"]


def test_a_changed_claim_names_its_changed_keys(capfd: Capture, then: Path) -> None:
    saved = save_answer(capfd, then, "facts", "--kind", "volume")
    page = source("Trend", "2024-01-15", title="Another title", retrieved="2024-06-01")

    found = find(capfd, save_now(then, OLD | {"source": page, "reporter": "KZ"}, GOAL), saved)

    assert found == [
        ("changed", "KG–KZ turnover 2022, by KZ", "null", "KZ"),
        ("changed", "KG–KZ turnover 2022, by KZ", "News of Trend", "Another title"),
    ]


def test_a_missing_claim_is_reported_and_should_be_listed_as_withdrawn(capfd: Capture, then: Path) -> None:
    saved = save_answer(capfd, then, "facts", "--kind", "volume")

    silent = ask(capfd, "--base", save_now(then, GOAL), "changes", saved)
    listed = ask(capfd, "--base", save_now(then, GOAL, tradefacts=2, withdrawn=[OLD["id"]]), "changes", saved)

    assert OLD["id"] in silent.out
    assert f"note: 1 id is gone and not listed as withdrawn: {OLD['id']}" in silent.err
    assert (listed.status, listed.out, "withdrawn" in listed.err) == (1, silent.out, False)


def test_an_older_base_is_compared_whole(capfd: Capture, then: Path) -> None:
    held = term(person("Sadyr Japarov"), office("KG", "head of state"), seen_on="2023-05-05")

    found = find(capfd, save_now(then, OLD, GOAL, RIVAL, held), then)

    assert [change for change, *_ in found] == ["status", "verdict", "figure", "new", "new"]
    assert ("new", "sadyr-japarov, kg-head-of-state", None, "seen_on 2023-05-05") in found


def test_an_older_base_may_begin_with_its_schema(capfd: Capture, then: Path) -> None:
    older = then.with_name("older.json")
    older.write_text(json.dumps({"$schema": "base.schema.json", **json.loads(then.read_text())}))

    assert find(capfd, then, older, status=0) == []


def test_goals_that_only_the_day_of_the_edition_decides_are_compared_as_well(capfd: Capture, then: Path) -> None:
    aim = target("KZ", "KG", "$2 bln", "2025")
    save(then, OLD, aim)

    found = find(capfd, save_now(then, OLD, aim, as_of="2026-06-30"), then)

    assert found == [("status", "KG–KZ turnover goal USD 2,000,000,000", "uncertain in 2022", "no figure in 2025")]


def test_lines_of_claims_are_looked_up_by_their_ids(capfd: Capture, then: Path) -> None:
    lines = then.with_name("claims.jsonl")
    ask(capfd, "--base", then, "facts", "-o", lines)

    found = find(capfd, save_now(then, OLD, RIVAL, growth("KZ", "KG", "2022", "13%")), lines)

    assert found == [("withdrawn", "KG–KZ turnover target 2022", "$1.4 bln", None)]


def test_an_answer_without_claims_is_compared_by_its_conclusions(capfd: Capture, then: Path) -> None:
    saved = save_answer(capfd, then, "pair", "KZ", "KG", "--no-facts")

    outcome = ask(capfd, "--base", save_now(then, OLD, GOAL, RIVAL), "changes", saved, "--format", "csv")

    assert [line.split(",")[0] for line in outcome.out.splitlines()[1:]] == ["status", "verdict", "figure"]
    assert "saved without its claims" in outcome.err


def test_an_answer_of_an_earlier_version_is_compared_by_its_claims_alone(capfd: Capture, then: Path) -> None:
    saved = save_answer(capfd, then, "pair", "KZ", "KG")
    saved.write_text(saved.read_text().replace('"schema_version": 2', '"schema_version": 1'))

    outcome = ask(capfd, "--base", save_now(then, OLD, RIVAL), "changes", saved, "--format", "csv")

    assert [line.split(",")[0] for line in outcome.out.splitlines()[1:]] == ["withdrawn"]
    assert "schema version 1: only its claims are compared" in outcome.err


def test_a_question_about_an_unknown_record_is_compared_by_its_claims(capfd: Capture, then: Path) -> None:
    saved = save_answer(capfd, then, "show", OLD["id"])

    outcome = ask(capfd, "--base", save_now(then, GOAL), "changes", saved)

    assert (outcome.status, "only claims are compared" in outcome.err) == (1, True)


@pytest.mark.parametrize(
    ("content", "status", "message"),
    [
        ("", 4, "neither a saved answer nor a base"),
        ("plain words", 4, "neither a saved answer nor a base"),
        ('{"error": {"message": "x"}}', 4, "neither a saved answer nor a base"),
        ('{"schema_version": 2, "command": "pair"', 4, "the saved answer is incomplete"),
        ('{"schema_version": 2, "schema_version": 2}', 4, "used twice"),
        (
            '{"schema_version": 2, "command": "pair", "query": [], "answer": {}, "findings": []}',
            4,
            "the saved answer lacks keys",
        ),
        (
            f'{HEAD}, "command": "pair", "query": {{"pair": ["KZ", "KG"]}}, "answer": {{"years": 1}}}}',
            4,
            "as 'pair' writes",
        ),
        (
            f'{HEAD}, "command": "facts", "query": {{}}, "answer": {{}}, "facts": [{{"id": "x"}}]}}',
            4,
            "the saved answer lacks keys",
        ),
        (
            f'{HEAD}, "command": "facts", "query": {{"limit": "x"}}, "answer": {{}}}}',
            2,
            "limit 'x' is not a whole number",
        ),
        (f'{HEAD}, "command": "facts", "query": {{"flw": "x"}}, "answer": {{}}}}', 2, "unknown filter 'flw'"),
        ('{"id": 1, "kind": "volume"}', 4, "line 1: expected a claim"),
        ('{"id": "x", "kind": "volume", "pair": 5}', 4, "line 1: expected a claim"),
        ('{"id": "x", "kind": "volume"}\n{"id": ', 4, "line 2: not JSON"),
        ('{"countries": []}', 4, "is not a fact base"),
        (
            f'{HEAD}, "command": "lint", "query": {{}}, "answer": {{}}}}',
            2,
            "answers of 'lint' cannot be compared",
        ),
        (f'{HEAD}, "command": "pear", "query": {{}}, "answer": {{}}}}', 2, "unknown command 'pear'"),
        (f'{HEAD}, "command": "show", "query": {{"nothing": 1}}, "answer": {{}}}}', 2, "the saved query does not fit"),
    ],
)
def test_a_file_that_is_no_answer_is_refused(
    capfd: Capture, then: Path, content: str, status: int, message: str
) -> None:
    path = then.with_name("saved.json")
    path.write_text(content)

    assert message in check_refusal(ask(capfd, "--base", then, "changes", path), status)[0]


def test_a_missing_file_is_named_with_the_one_that_was_meant(capfd: Capture, then: Path) -> None:
    refused = check_refusal(ask(capfd, "--base", then, "changes", then.with_name("thn.json")), 3)

    assert refused[0].endswith("thn.json': no such file or directory")
    assert "then.json" in refused[1]


def test_a_screen_shows_the_first_changes_of_each_sort_and_all_with_an_option(capfd: Capture, then: Path) -> None:
    years = [volume("KZ", "KG", str(year), "$1 bln") for year in range(2010, 2022)]
    now = save_now(then, OLD, GOAL, *years)

    short = ask(capfd, "--base", now, "changes", then).out
    whole = ask(capfd, "--base", now, "changes", then, "--all").out

    assert "4 more with --all" in short
    assert short.splitlines()[0] == f"{then}: 12 new claims (base, edition 2024-06-30 against 2024-06-30)"
    assert whole.count("KG–KZ turnover 20") == 12
