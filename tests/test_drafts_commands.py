"""`read` and `check` from the command line: output, exit status, and that `add` accepts the output of `read`."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from builders import document, growth, save, volume
from running import ask, check_refusal, run
from tradefacts.rows.columns import list_columns

Capture = pytest.CaptureFixture[str]
DRAFTS = sorted((Path(__file__).parents[1] / "docs" / "examples" / "drafts").glob("*.txt"))
TEXT = "Trade between Kazakhstan and Kyrgyzstan was $1.3 billion in 2022.\n"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return save(
        tmp_path / "b.json",
        volume("KZ", "KG", "2022", "$1.3 bln", reporter="KG"),
        volume("KZ", "KG", "2021", "$1.0 bln", reporter="KG"),
        growth("KZ", "UZ", "2022", "13%"),
    )


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_read_shows_claims_and_their_positions(capfd: Capture, base: Path, draft: Path) -> None:
    answer = json.loads(ask(capfd, "--base", base, "read", draft, "--json").out)

    (proposal,) = answer["answer"]["proposals"]
    claim = proposal["claim"]
    assert {claim["country"], claim["partner"]} == {"KZ", "KG"}
    assert (claim["kind"], claim["flow"], claim["period"], claim["value"]) == (
        "volume",
        "turnover",
        "2022",
        1_300_000_000,
    )
    assert TEXT[slice(*proposal["span"])] == proposal["printed"] == "$1.3 billion"
    assert answer["query"]["file"] == str(draft)


def test_read_shows_what_a_figure_claims_then_its_sentence(capfd: Capture, base: Path, draft: Path) -> None:
    lines = ask(capfd, "--base", base, "read", draft).out.splitlines()

    assert lines[0].startswith("1 figure read: 1 ")
    assert lines[2] == "line 1   turnover KZ–KG 2022: $1.3 bn · sure"
    assert lines[3].strip() == "Trade between Kazakhstan and Kyrgyzstan was ⟦$1.3 billion⟧ in 2022."
    assert lines[4].strip().startswith("read as country: 'Kazakhstan'; partner: 'Kyrgyzstan'")


def test_add_takes_the_lines_that_read_writes(capfd: Capture, tmp_path: Path, base: Path, draft: Path) -> None:
    wanted = ("--published", "2023-09-25", "--publisher", "Kabar", "--url", "https://example.org/kabar")
    lines = ask(capfd, "--base", base, "read", draft, *wanted, "--format", "jsonl").out
    found = write(tmp_path / "found.jsonl", lines)

    outcome = ask(capfd, "add", found, "--into", base)

    assert outcome.status == 0, outcome.err
    added = json.loads(outcome.out)
    assert (added["printed"], added["source"]) == ("$1.3 billion", "kabar-2023-09-25")
    assert "added 1 fact and 1 page" in outcome.err


def test_add_takes_a_figure_whose_currency_stands_elsewhere(capfd: Capture, tmp_path: Path, base: Path) -> None:
    text = "Kazakhstan's exports to Kyrgyzstan were 1.5 billion in 2023, and imports 0.5 billion dollars.\n"
    page = ("--publisher", "Kabar", "--url", "https://example.org/kabar", "--format", "jsonl")
    found = write(tmp_path / "found.jsonl", "")
    ask(capfd, "--base", base, "read", write(tmp_path / "draft.txt", text), *page, "-o", found, "--force")

    outcome = ask(capfd, "add", found, "--into", base)

    assert outcome.status == 0, outcome.err
    assert [json.loads(line)["inferred"] for line in outcome.out.splitlines()] == [["currency"], []]


def test_statistics_of_a_third_country_do_not_count_the_next_pair(capfd: Capture, tmp_path: Path) -> None:
    text = (
        "Trade between Uzbekistan and Turkmenistan was $1.1 billion in 2023, according to the Statistics Agency of "
        "Uzbekistan.\nTrade between Kyrgyzstan and Kazakhstan was $1.3 billion in 2022.\n"
    )
    path = write(tmp_path / "draft.txt", text)

    proposals = json.loads(ask(capfd, "read", path, "--json").out)["answer"]["proposals"]

    assert [(one["claim"]["partner"], one["claim"]["reporter"]) for one in proposals] == [("TM", "UZ"), ("KZ", None)]


def test_read_says_that_add_needs_a_publisher(capfd: Capture, base: Path, draft: Path) -> None:
    assert "--publisher NAME" in ask(capfd, "--base", base, "read", draft, "--format", "jsonl").err


def test_rows_of_a_reading_end_with_the_columns_of_facts(capfd: Capture, base: Path, draft: Path) -> None:
    out = ask(capfd, "--base", base, "read", draft, "--publisher", "Kabar", "--format", "csv").out

    (row,) = csv.DictReader(io.StringIO(out, newline=""))
    assert [*row] == [column.name for column in list_columns("read")]
    assert (row["line"], row["column"], row["page.publisher"]) == ("1", str(TEXT.index("$") + 1), "Kabar")


def test_a_stream_is_read_where_the_file_is_a_hyphen(base: Path) -> None:
    outcome = run("--base", base, "check", "-", input=TEXT.encode())

    assert outcome.out.startswith("1 figure read: 1 supported\n")


def test_a_supported_draft_passes_and_a_slip_fails(capfd: Capture, base: Path, tmp_path: Path, draft: Path) -> None:
    slip = write(tmp_path / "slip.txt", TEXT.replace("1.3 billion", "13 billion"))

    good, bad = (ask(capfd, "--base", base, "check", path) for path in (draft, slip))

    assert (good.status, good.out.splitlines()[0]) == (0, "1 figure read: 1 supported")
    assert bad.out.splitlines()[0] in {"1 figure read: 1 contradicted", "1 figure read: 1 differs"}
    assert bad.status == int("contradicted" in bad.out.splitlines()[0])


def test_strict_fails_if_a_claim_differs(capfd: Capture, base: Path, tmp_path: Path) -> None:
    path = write(tmp_path / "draft.txt", TEXT.replace("1.3 billion", "1.6 billion"))

    assert ask(capfd, "--base", base, "check", path).status == 0
    assert ask(capfd, "--base", base, "check", path, "--strict").status == 1


@pytest.mark.parametrize("command", ["read", "check"])
def test_no_figure_is_a_note_and_fails_only_where_it_must_not_be(
    capfd: Capture, base: Path, tmp_path: Path, command: str
) -> None:
    path = write(tmp_path / "draft.txt", "The ministers met.\n")

    plain, strict = (ask(capfd, "--base", base, command, path, *more) for more in ([], ["--strict"]))

    assert (plain.status, strict.status) == (0, 1)
    assert plain.err == "tradefacts: note: no figure read\n"
    assert plain.out == "0 figures read\n"


@pytest.mark.parametrize(("form", "start"), [("github", "::notice file="), ("sarif", "{"), ("json", "{")])
def test_no_figure_is_a_finding_in_every_format_for_programs(
    capfd: Capture, base: Path, tmp_path: Path, form: str, start: str
) -> None:
    path = write(tmp_path / "draft.txt", "The ministers met.\n")

    outcome = ask(capfd, "--base", base, "check", path, "--format", form)

    assert outcome.status == 0
    assert outcome.out.startswith(start)
    assert "C401" in outcome.out


@pytest.mark.parametrize(("command", "named"), [("check", True), ("read", False)])
def test_help_names_the_formats_of_its_command(capfd: Capture, command: str, *, named: bool) -> None:
    shown = ask(capfd, command, "-h").out.split("Options:")[1]

    assert ("sarif or github" in shown) == named


def test_a_log_is_written_to_a_file_by_its_ending(capfd: Capture, base: Path, draft: Path, tmp_path: Path) -> None:
    ask(capfd, "--base", base, "check", draft, "-o", tmp_path / "check.sarif")

    assert json.loads((tmp_path / "check.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_an_unknown_language_or_day_is_refused(capfd: Capture, base: Path, draft: Path) -> None:
    assert ask(capfd, "--base", base, "read", draft, "--language", "de").status == 2
    assert ask(capfd, "--base", base, "check", draft, "--published", "2023-13").status == 2
    assert ask(capfd, "--base", base, "check", draft, "--published", "").status == 2


def test_python_takes_the_text_itself(base: Path) -> None:
    import tradefacts  # noqa: PLC0415 - the interface that is tested

    facts = tradefacts.open(str(base))

    assert [one.printed for one in facts.read(TEXT).result.proposals] == ["$1.3 billion"]
    assert facts.check(TEXT).result.standings == {"supported": 1}


def test_a_text_about_an_empty_base_is_no_error(capfd: Capture, tmp_path: Path, draft: Path) -> None:
    path = write(tmp_path / "empty.json", json.dumps(document()))

    assert ask(capfd, "--base", path, "check", draft).status == 0


def test_there_are_ten_drafts_with_an_error() -> None:
    assert len(DRAFTS) == 10


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_the_error_in_each_draft_of_the_guide_is_reported(capfd: Capture, path: Path) -> None:
    outcome = ask(capfd, "check", path, "--published", "2024-06-01", "--strict", "--format", "github")

    assert outcome.status == 1
    assert outcome.out.startswith(("::error ", "::warning "))


def test_a_draft_is_read_although_it_does_not_add_up(capfd: Capture) -> None:
    (path,) = [path for path in DRAFTS if path.stem == "07-sum"]

    answer = json.loads(ask(capfd, "check", path, "--json").out)["answer"]

    assert [one["printed"] for one in answer["checked"]] == ["$410.9 million", "$770.2 million", "$1.4 billion"]


def test_a_figure_at_a_wrapped_line_end_is_read_and_found_where_it_is(
    capfd: Capture, base: Path, tmp_path: Path
) -> None:
    text = (
        "The ministers of both countries met on Friday. Water and transport were\n"
        "the first things that they spoke of. It was said after the talks that\n"
        "trade between Kazakhstan and Kyrgyzstan, which has grown, was $13\n"
        "billion in 2022.\n"
    )
    path = write(tmp_path / "draft.txt", text)

    (result,) = json.loads(ask(capfd, "--base", base, "check", path, "--format", "sarif").out)["runs"][0]["results"]
    (proposal,) = json.loads(ask(capfd, "--base", base, "read", path, "--json").out)["answer"]["proposals"]

    region = result["locations"][0]["physicalLocation"]["region"]
    assert region == {
        "startLine": 3,
        "startColumn": 63,
        "endLine": 4,
        "endColumn": 8,
        "snippet": {"text": "$13\nbillion"},
    }
    assert proposal["claim"]["printed"] == "$13 billion"
    assert proposal["slots"]["period"]["reason"] == "'2022', line 4"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "example.org", "https://a b", "https://x\x1b[2J"])
def test_an_address_that_no_base_accepts_is_refused(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, url: str
) -> None:
    (tmp_path / "draft.txt").write_text("Trade was $1.3 billion.", encoding="utf-8")

    lines = check_refusal(ask(capfd, "read", tmp_path / "draft.txt", "--url", url), 2)

    assert lines[0].startswith("tradefacts: error: invalid address ")
