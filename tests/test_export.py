"""Output for scripts: the envelope, one fact per line, one row per fact."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from builders import event, growth, save, source, volume
from running import ask
from tradefacts.export import make_plain
from tradefacts.factbase.derived import DERIVED
from tradefacts.records import FACTS, Source
from tradefacts.rows.columns import list_columns

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]
COMMANDS = [
    *(
        ["pair", "KZ", "KG"],
        ["timeline", "KZ"],
        ["targets"],
        ["officials", "KG"],
        ["sources"],
        ["facts"],
        ["coverage"],
    ),
    *(["show", "KZ"], ["search", "Trend"], ["audit"], ["explain", "KZ", "KG", "2022"]),
]
CLAIM_COLUMNS = [column.name for column in list_columns("facts")]
PAYLOADS = [
    *(
        "\x1b[31mred",
        "\x1b[2J\x1b[1A",
        "\x1b]0;title\x07",
        "\x1b]52;c;eA==\x07",
        "\x1b]8;;http://x\x1b\\x",
        "\x90q\x9c",
    ),
    *("\x9b1m", "bell\x07", "back\x08", "over\rwritten", "\x0b\x0c\x7f", "\u202eright", "\u2066isolate", "\u200emark"),
    *("\u200bwide", "soft\u00adhyphen", "\ufeffmark", "\U000e0041tag", "line\u2028end", "[bold]x[/bold]", "[/nope]"),
    *("[link=http://x]x", "[@click=x]", r"\[x", ":smile:", "<script>x</script>", "]]>", "new\nline", "tab\tbed"),
    *("=cmd()", "+1+1", "-1+1", "@SUM(1)", "＝1", '"quoted"', "a,b;c", "cr\r\nlf"),
    *("a" + "\u0301" * 2_000, "\u200d" * 2_000, "x" * 20_000),
]
HOSTILE = [f"page-{at}" for at in range(len(PAYLOADS))]
"""Ids of the pages that contain the payloads."""
RAW = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]"
)


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return save(tmp_path / "b.json", volume("KZ", "KG", "2022", "$1.3 bln"), growth("KZ", "KG", "2022", "13%"))


def read_rows(out: str) -> list[dict[str, str]]:
    return [*csv.DictReader(io.StringIO(out, newline=""))]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_every_answer_comes_in_the_same_envelope(capfd: Capture, base: Path, command: list[str]) -> None:
    status, out, _ = ask(capfd, "--base", base, *command, "--json")

    envelope = json.loads(out)
    assert status in {0, 1}
    assert [*envelope] == ["schema_version", "command", "query", "base", "answer", "facts", "findings"]
    assert (envelope["schema_version"], envelope["command"]) == (2, command[0])
    assert [[*layer] for layer in envelope["base"]["layers"]] == [["name", "as_of", "sha256"]]


def test_each_fact_is_on_a_separate_line(capfd: Capture, base: Path) -> None:
    lines = ask(capfd, "--base", base, "facts", "--json").out.splitlines()

    assert [json.loads(line.rstrip(","))["kind"] for line in lines[1:3]] == ["volume", "growth"]
    assert lines[3:] == ['], "findings": [', "]}"]


def test_json_is_short_for_its_format(capfd: Capture, base: Path) -> None:
    assert ask(capfd, "--base", base, "facts", "--json") == ask(capfd, "--base", base, "facts", "--format", "json")


def test_lines_and_envelope_have_the_same_facts(capfd: Capture, base: Path) -> None:
    envelope = json.loads(ask(capfd, "--base", base, "facts", "--json").out)

    lines = ask(capfd, "--base", base, "facts", "--format", "jsonl").out.splitlines()

    assert [json.loads(line) for line in lines] == envelope["facts"]


def test_the_columns_are_every_key_a_fact_and_its_page_can_have() -> None:
    keys = {name for kind in FACTS.values() for name in kind.__dataclass_fields__}
    page = {f"page.{name}" for name in {*Source.__dataclass_fields__} - {"id"}}

    assert {*CLAIM_COLUMNS} == keys | {*DERIVED} - {"page"} | page
    assert len({*CLAIM_COLUMNS}) == len(CLAIM_COLUMNS)


def test_a_row_has_the_values_of_the_fact(capfd: Capture, base: Path) -> None:
    first, second = read_rows(ask(capfd, "--base", base, "facts", "--format", "csv").out)

    assert [*first] == CLAIM_COLUMNS
    assert (first["value"], first["pair"], first["low"], first["percent"]) == ("1300000000", "KG; KZ", "1250000000", "")
    assert (second["percent"], second["high"], second["page.publisher"]) == ("13", "13.5", "Trend")


def test_a_table_without_rows_still_has_its_head(capfd: Capture, tmp_path: Path) -> None:
    empty = save(tmp_path / "empty.json")

    assert ask(capfd, "--base", empty, "facts", "--format", "csv").out == f"{','.join(CLAIM_COLUMNS)}\r\n"


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=cmd()", "'=cmd()"),
        ("@SUM(1)", "'@SUM(1)"),
        ("+1+1", "'+1+1"),
        ("-1+1", "'-1+1"),
        ("\tx", "'\tx"),
        ("\rx", r"'\x0dx"),
        ("＝1", "'＝1"),
        ("-4.2", "-4.2"),
        ("-10,6%", "-10,6%"),
        ("+13 %", "+13 %"),
        ("−5%", "−5%"),
        ("=", "="),
        ('a,b;"c"', 'a,b;"c"'),
        ("two\r\nlines", "two\r\nlines"),
        ("two\nlines", "two\nlines"),
        ("over\rwritten", r"over\x0dwritten"),
    ],
)
def test_a_cell_is_read_back_as_text_and_never_run(capfd: Capture, tmp_path: Path, cell: str, written: str) -> None:
    path = save(tmp_path / "b.json", volume("KZ", "KG", "2022", "$1.3 bln", scope=cell))

    (row,) = read_rows(ask(capfd, "--base", path, "facts", "--format", "csv").out)

    assert row["scope"] == written


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a base with every payload in every text of a page or a curator."""
    facts = []
    for name, text in zip(HOSTILE, (f"x{payload}" for payload in PAYLOADS), strict=True):
        page = source(text, id=name, title=text, origin=text, url=None)
        facts += [
            volume("KZ", "KG", "2022", "$1.3 bln", source=page, note=text, scope=text, attributed_as=text),
            event(text, "2023", "KZ", "KG", source=page, venue=text, topics=[text]),
        ]
    return save(tmp_path_factory.mktemp("hostile") / "b.json", *facts)


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "tsv", "md"])
@pytest.mark.parametrize(
    "command",
    [
        ["sources"],
        *(pytest.param(command, marks=pytest.mark.slow) for command in (["pair", "KZ", "KG"], ["facts"])),
        *(pytest.param(command, marks=pytest.mark.slow) for command in (["timeline", "KZ"], ["show", *HOSTILE])),
    ],
    ids=lambda command: command[0],
)
def test_nothing_in_a_base_steers_a_terminal(capfd: Capture, hostile: Path, command: list[str], form: str) -> None:
    status, out, err = ask(capfd, "--base", hostile, *command, "--format", form)

    assert (status, RAW.search(out + err)) == (0, None)
    assert "\r" not in out.replace("\r\n", "")


def test_facts_go_back_into_a_base_as_they_came_out(capfd: Capture, base: Path) -> None:
    stored = json.loads(base.read_text())["facts"]

    facts = json.loads(ask(capfd, "--base", base, "facts", "--json").out)["facts"]

    assert [{key: value for key, value in fact.items() if key in stored[0] | stored[1]} for fact in facts] == stored


def test_results_are_converted_to_json_types() -> None:
    values: dict[str, Any] = {"a": (1, (2.5, None)), "b": {"c": ("d",)}}

    assert make_plain(values) == {"a": [1, [2.5, None]], "b": {"c": ["d"]}}
