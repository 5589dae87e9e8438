"""The rows of every command: fixed columns, one flat form, and the columns that a user selects."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it has no types of its own

from builders import event, growth, office, save, source, target, term, volume
from running import ask, check_refusal
from tradefacts.commands import NESTED, QUESTIONS
from tradefacts.rows.columns import choose_columns, find_type, list_columns
from tradefacts.schema import make_schema

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]
ARGUMENTS: dict[str, list[str]] = {
    "pair": ["KZ", "KG"],
    "series": ["KZ", "KG"],
    "timeline": ["KZ"],
    "officials": ["KZ"],
    "show": ["KZ", "trend-2024-01-15", "kz-kg-turnover-volume-2022-trend-2024-01-15"],
    "search": ["council"],
    "changes": ["builtin"],
    "compare": ["KZ", "KG", "--with", "official.csv"],
    "explain": ["KZ", "KG", "2021"],
    "read": ["draft.txt"],
    "check": ["draft.txt"],
    "chart": ["KZ", "KG"],
}
DRAFT = "Trade between Kazakhstan and Kyrgyzstan was $1.3 billion in 2022."


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "official.csv").write_text("reporter,partner,period,flow,value\nKZ,KG,2022,X,1250000000")
    other = source("24.kg", "2024-02-01")
    return save(
        tmp_path / "b.json",
        volume("KZ", "KG", "2022", "$1.3 bln"),
        volume("KZ", "KG", "2022", "$1.1 bln", source=other),
        growth("KZ", "KG", "2022", "13%"),
        volume("KZ", "KG", "2021", "$1.1 bln"),
        target("KZ", "KG", "$2 bln", "2030"),
        event("Council", "2023-09-25", "KG", "KZ"),
        term("alikhan-smailov", office("KZ", "head of government", "Prime Minister"), seen_on="2023-09-25"),
    )


def read_lines(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


@pytest.mark.parametrize("command", QUESTIONS)
def test_a_row_has_the_columns_of_its_command_each_of_its_type(
    capfd: Capture, base: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(base.parent)
    (base.parent / "draft.txt").write_text(DRAFT, encoding="utf-8")

    status, out, _ = ask(capfd, "--base", base, command, *ARGUMENTS.get(command, ()), "--format", "jsonl")

    rows = read_lines(out)
    assert status in {0, 1}
    assert rows or command == "lint"
    for row in rows if command not in NESTED else ():
        assert [*row] == [column.name for column in list_columns(command)]
        Draft202012Validator(make_schema(f"{command}-row")).validate(row)


FILTERED = [name for name, command in QUESTIONS.items() if command.has_filters and name != "compare"]
"""Commands whose rows remain even if filters leave no claim, because official figures stay."""


@pytest.mark.parametrize("command", FILTERED)
def test_the_head_of_a_table_is_the_same_without_rows(capfd: Capture, base: Path, command: str) -> None:
    wanted = [*ARGUMENTS.get(command, ()), "--known-by", "1990", "--format", "csv"]

    out = ask(capfd, "--base", base, command, *wanted).out

    head = ",".join(column.name for column in list_columns(command))
    assert out == f"{head}\r\n"


def test_a_goal_has_a_row_with_its_progress(capfd: Capture, base: Path) -> None:
    (row,) = read_lines(ask(capfd, "--base", base, "targets", "--format", "jsonl").out)

    assert (row["pair"], row["value"], row["deadline"], row["status_year"]) == (
        ["KG", "KZ"],
        2_000_000_000,
        "2030",
        2022,
    )
    assert row["progress_low"] == 52.5


def test_a_cell_has_a_row_with_its_leading_figure_and_the_others(capfd: Capture, base: Path) -> None:
    rows = read_lines(ask(capfd, "--base", base, "pair", "KZ", "KG", "--format", "jsonl").out)

    row = next(row for row in rows if row["period"] == "2022" and row["kind"] == "volume")
    assert (row["first"], row["last"], row["months"]) == ("2022-01", "2022-12", 12)
    assert {row["printed"], *row["others"]} == {"$1.3 bln", "$1.1 bln"}
    assert len(row["facts"]) == 2


def test_an_audit_has_a_row_for_each_finding_and_not_for_claims(capfd: Capture, base: Path) -> None:
    out = ask(capfd, "--base", base, "audit", "--format", "jsonl").out

    assert {"code", "severity", "message"} <= {*read_lines(out)[0]}
    assert read_lines(out)[0]["places"] == ["KG", "KZ"]


def test_coverage_has_a_row_for_each_pair_and_year_and_one_for_claims_without_a_year(
    capfd: Capture, base: Path
) -> None:
    rows = read_lines(ask(capfd, "--base", base, "countries", "--format", "jsonl").out)

    assert [(row["year"], row["facts"]) for row in rows] == [(2021, 1), (2022, 3), (None, 1)]


def test_records_and_facts_share_the_rows_of_show(capfd: Capture, base: Path) -> None:
    out = ask(capfd, "--base", base, "show", *ARGUMENTS["show"], "--format", "jsonl").out

    assert [(row["type"], row["label"], row["printed"]) for row in read_lines(out)] == [
        ("country", "Kazakhstan", None),
        ("source", "News of Trend", None),
        ("volume", "turnover volume KZ–KG", "$1.3 bln"),
    ]


def test_an_office_holder_has_names_and_ids(capfd: Capture, base: Path) -> None:
    (row,) = read_lines(ask(capfd, "--base", base, "officials", "KZ", "--format", "jsonl").out)

    assert (row["name"], row["title"], row["person"]) == ("Alikhan Smailov", "Prime Minister", "alikhan-smailov")


def test_steps_are_printed_derived_or_refused(capfd: Capture, base: Path) -> None:
    rows = read_lines(ask(capfd, "--base", base, "explain", "KZ", "KG", "2021", "--format", "jsonl").out)

    assert {row["step"] for row in rows} == {"printed", "derived"}


@pytest.mark.parametrize("form", ["csv", "tsv", "md", "jsonl"])
def test_fields_pick_and_order_columns(capfd: Capture, base: Path, form: str) -> None:
    fields = ["--fields", "printed,page.published,id", "--kind", "growth"]

    lines = ask(capfd, "--base", base, "facts", *fields, "--format", form).out.splitlines()

    values = ["13%", "2024-01-15", "kz-kg-turnover-growth-2022-trend-2024-01-15"]
    names = ["printed", "page.published", "id"]
    if form == "jsonl":
        assert [json.loads(line) for line in lines] == [dict(zip(names, values, strict=True))]
    else:
        mark = {"csv": ",", "tsv": "\t", "md": " | "}[form]
        assert lines[0].strip("| ") == mark.join(names)
        assert lines[-1].strip("| ") == mark.join(values)


def test_the_name_of_an_object_picks_all_of_it() -> None:
    assert [column.name for column in choose_columns("facts", ("page",))][:2] == ["page.publisher", "page.origin"]


def test_an_unknown_field_is_refused_with_the_nearest(capfd: Capture, base: Path) -> None:
    refused = check_refusal(ask(capfd, "--base", base, "facts", "--format", "csv", "--fields", "id,prnted"), 2)

    assert refused == ["tradefacts: error: rows of 'facts' have no field 'prnted'", "hint: did you mean printed?"]


@pytest.mark.parametrize(
    "options",
    [
        ["--fields", "id"],
        ["--fields", "id", "--format", "table"],
        ["--fields", " ,", "--format", "csv"],
        ["--no-facts"],
        ["--bom", "--format", "jsonl"],
        ["--force", "--format", "csv"],
        ["-o", "facts.doc"],
    ],
    ids=" ".join,
)
def test_an_option_without_effect_is_refused(capfd: Capture, base: Path, options: list[str]) -> None:
    check_refusal(ask(capfd, "--base", base, "facts", *options), 2)


def test_json_without_facts_has_everything_else(capfd: Capture, base: Path) -> None:
    whole = json.loads(ask(capfd, "--base", base, "pair", "KZ", "KG", "--json").out)

    short = json.loads(ask(capfd, "--base", base, "pair", "KZ", "KG", "--json", "--no-facts").out)

    assert short == {key: value for key, value in whole.items() if key != "facts"}


def test_a_byte_order_mark_is_written_only_on_request(capfd: Capture, base: Path) -> None:
    plain = ask(capfd, "--base", base, "facts", "--format", "csv").out

    assert ask(capfd, "--base", base, "facts", "--format", "csv", "--bom").out == f"\ufeff{plain}"


@pytest.mark.parametrize("ending", ["json", "jsonl", "csv", "tsv", "md", "txt"])
def test_a_file_has_the_same_content_as_standard_output(
    capfd: Capture, base: Path, tmp_path: Path, ending: str
) -> None:
    form = "table" if ending == "txt" else ending
    path = tmp_path / f"facts.{ending}"

    status, out, err = ask(capfd, "--base", base, "facts", "-o", path)

    assert (status, out, err) == (0, "", f"tradefacts: note: wrote {path}\n")
    assert path.read_bytes().decode() == ask(capfd, "--base", base, "facts", "--format", form).out


def test_a_file_that_exists_is_replaced_only_by_force(capfd: Capture, base: Path, tmp_path: Path) -> None:
    path = tmp_path / "facts.csv"
    path.write_text("mine")

    refused = check_refusal(ask(capfd, "--base", base, "facts", "-o", path), 5)
    kept = path.read_text()
    forced = ask(capfd, "--base", base, "facts", "-o", path, "--force")

    assert refused[1] == "hint: --force replaces it"
    assert kept == "mine"
    assert forced.status == 0
    assert path.read_text().startswith("id,kind")


def test_markdown_links_addresses_and_marks_nothing_up(capfd: Capture, tmp_path: Path) -> None:
    page = source(title="a|b [c](d) *e* <f> g_h", url="https://example.org/a_b")
    path = save(tmp_path / "b.json", volume("KZ", "KG", "2022", "$1 bln", source=page))

    row = ask(capfd, "--base", path, "facts", "--fields", "page.title,page.url", "--format", "md").out.splitlines()[-1]

    assert row == r"| a\|b \[c\](d) \*e\* \<f\> g_h | <https://example.org/a_b> |"


def test_tabs_never_part_a_cell_of_tab_separated_values(capfd: Capture, tmp_path: Path) -> None:
    path = save(tmp_path / "b.json", volume("KZ", "KG", "2022", "$1 bln", note='a\tb\n"c"'))

    out = ask(capfd, "--base", path, "facts", "--fields", "note,value", "--format", "tsv").out

    assert out.splitlines()[1] == 'a\\x09b\\x0a"c"\t1000000000'


def test_a_csv_row_reads_back_with_lists_joined(capfd: Capture, base: Path) -> None:
    out = ask(capfd, "--base", base, "facts", "--kind", "event", "--format", "csv").out

    (row,) = csv.DictReader(io.StringIO(out))
    assert row["parties"] == "KG; KZ"


def test_rows_have_only_values_with_a_flat_form() -> None:
    with pytest.raises(TypeError):
        find_type(dict[str, int])


def test_a_stream_can_be_named_as_the_file(capfd: Capture, base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(base.parent)

    assert ask(capfd, "--base", base, "targets", "--format", "csv", "-o", "-") == ask(
        capfd, "--base", base, "targets", "--format", "csv"
    )
    assert not (base.parent / "-").exists()
