"""`tradefacts add FILE`: the output of `facts --format jsonl` can be added to a base, all of it or nothing."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING, Any

import pytest

from builders import Json, body, event, growth, office, person, project, save, share, source, target, term, volume
from running import ask, check_refusal
from tradefacts.basefile.canonical import format_canonical
from tradefacts.basefile.claim_lines import read_claim_lines

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]
PAGE = source("Trend", "2024-01-15", url="https://trend.az/1")
NEW: Json = {
    "kind": "volume",
    "country": "Казахстан",
    "partner": "Kyrgyzstan",
    "flow": "turnover",
    "period": "2023",
    "printed": "$1.5 bln",
    "page": {"publisher": "Kabar", "url": "https://kabar.kg/12345", "published": "2024-02-01"},
}


@pytest.fixture
def base(tmp_path: Path) -> Path:
    speaker = body("Statistics", "KG", id="kg-statistics")
    path = save(
        tmp_path / "facts.json",
        volume("KZ", "KG", "2022", "$1.3 bln", source=PAGE, attributed_to=speaker),
        growth("KZ", "KG", "2022", "13%", inferred=["base_period"], base_period="2021"),
        share("KZ", "KG", "2022", "5%"),
        target("KZ", "KG", "$2 bln", "2030"),
        project("KZ", "KG", 12, "$217 mln", jobs=4500, jobs_printed="4.5 thousand", jobs_bound="~"),
        term(person("Sadyr Japarov", "Жапаров С."), office("KG", "head of state"), seen_on="2023-05-05"),
        event("Council", "2023-09-25", "KG", "KZ", participants=["sadyr-japarov"]),
    )
    path.write_bytes(format_canonical(path.read_bytes(), "facts.json"))
    return path


def write_lines(path: Path, *lines: Json | str) -> Path:
    path.write_text("".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines))
    return path


def add(capfd: Capture, base: Path, *lines: Json | str, options: tuple[str, ...] = ()) -> Any:  # noqa: ANN401 - an outcome
    return ask(capfd, "add", write_lines(base.with_name("new.jsonl"), *lines), "--into", base, *options)


def read(path: Path) -> Json:
    document: Json = json.loads(path.read_text(encoding="utf-8"))
    return document


def test_exported_claims_are_added_unchanged(capfd: Capture, base: Path) -> None:
    before = base.read_bytes()
    lines = ask(capfd, "--base", base, "facts", "--format", "jsonl").out.splitlines()
    emptied = json.dumps({**read(base), "facts": [], "sources": []}).encode()
    base.write_bytes(format_canonical(emptied, "facts.json"))

    status, out, err = add(capfd, base, *lines)

    assert (status, base.read_bytes()) == (0, before)
    assert len(out.splitlines()) == 7
    assert "added 7 facts and 1 page " in err


def test_a_claim_that_is_already_there_is_a_repeat(capfd: Capture, base: Path) -> None:
    before = base.read_bytes()
    lines = ask(capfd, "--base", base, "facts", "--format", "jsonl").out.splitlines()

    status, out, err = add(capfd, base, *lines)

    assert (status, out, base.read_bytes()) == (0, "", before)
    assert "left out 7 repeats" in err


def test_names_may_be_in_any_spelling_and_the_rest_follows(capfd: Capture, base: Path) -> None:
    status, out, _ = add(capfd, base, NEW | {"attributed_to": "Жапаров С."})

    added = json.loads(out)
    assert status == 0
    assert (added["country"], added["partner"], added["attributed_to"]) == ("KZ", "KG", "sadyr-japarov")
    assert (added["value"], added["currency"], added["bound"]) == (1_500_000_000, "USD", "=")
    assert added["id"] == "kz-kg-turnover-volume-2023-kabar-12345"
    assert [page["id"] for page in read(base)["sources"] if page["publisher"] == "Kabar"] == ["kabar-12345"]


def test_a_page_is_made_once_and_known_by_its_address(capfd: Capture, base: Path) -> None:
    known = NEW | {"page": {"publisher": "Trend", "url": PAGE["url"]}, "period": "2020"}

    status, out, _ = add(capfd, base, NEW, NEW | {"period": "2021"}, known)

    assert status == 0
    assert [json.loads(line)["source"] for line in out.splitlines()] == ["kabar-12345", "kabar-12345", PAGE["id"]]


def test_equal_lines_are_one_fact(capfd: Capture, base: Path) -> None:
    status, out, err = add(capfd, base, NEW, NEW)

    assert (status, len(out.splitlines())) == (0, 1)
    assert "left out 1 repeat" in err


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not JSON: expecting property name"),
        ("[1]", "expected a JSON object"),
        ('{"kind": "volume", "kind": "growth"}', ".kind the key is used twice"),
        ('{"kind": NaN}', ".kind NaN is not a JSON number"),
        (NEW | {"kind": "volum"}, "unknown kind 'volum'; did you mean volume?"),
        (NEW | {"prnted": "x"}, "a volume has no key 'prnted'; did you mean printed?"),
        (NEW | {"country": "Kazakstan"}, "country: 'Kazakstan' is not among the countries or groups"),
        (NEW | {"country": 5}, "country: expected place whose flow it is"),
        (NEW | {"period": "2023-13"}, "invalid period '2023-13'"),
        (NEW | {"printed": "$1.5 blarg"}, "unknown word 'blarg'"),
        (NEW | {"value": "1500000000"}, "value: expected whole units"),
        (NEW | {"value": 15}, "E201"),
        (NEW | {"source": "nothing", "page": None}, "source: 'nothing' is not among the sources"),
        (NEW | {"page": None}, "neither 'source' nor 'page'"),
        (NEW | {"page": {"publisher": "Kabar", "adress": "x"}}, "a page has no key 'adress'"),
        (NEW | {"page": "Kabar"}, "page: expected an object"),
        (NEW | {"source": PAGE["id"]}, f"page.publisher: '{PAGE['id']}' has 'Trend', found 'Kabar'"),
        (NEW | {"id": "kg-statistics"}, "the id 'kg-statistics' is taken"),
        ({key: value for key, value in NEW.items() if key != "flow"}, "missing: flow"),
    ],
    ids=str,
)
def test_a_refused_line_has_its_reason_and_nothing_is_added(
    capfd: Capture, base: Path, line: Json | str, reason: str
) -> None:
    before = base.read_bytes()

    outcome = add(capfd, base, NEW | {"period": "2019"}, line)

    refused = check_refusal(outcome, 4)
    assert refused[0] == "tradefacts: error: 1 line was refused; nothing was added"
    assert "new.jsonl (line 2): " in refused[1]
    assert reason in refused[1]
    assert base.read_bytes() == before


def test_names_that_only_another_base_knows_are_refused_with_how_to_reach_it(capfd: Capture, base: Path) -> None:
    refused = check_refusal(add(capfd, base, NEW | {"partner": "FR"}), 4)

    assert refused[-1] == "hint: records of the shipped base are known with --base builtin"


def test_every_refused_line_is_reported(capfd: Capture, base: Path) -> None:
    refused = check_refusal(add(capfd, base, "{", NEW, "[]"), 4)

    assert [line.split("(line ")[1][:1] for line in refused[1:]] == ["1", "3"]


def test_a_dry_run_reports_the_same_and_writes_nothing(capfd: Capture, base: Path) -> None:
    before = base.read_bytes()

    status, out, err = add(capfd, base, NEW, options=("--dry-run",))

    assert (status, base.read_bytes()) == (0, before)
    assert "would add 1 fact and 1 page " in err
    assert out == add(capfd, base, NEW).out


def test_a_record_can_be_tried_as_well(capfd: Capture, base: Path) -> None:
    before = base.read_bytes()

    status, out, err = ask(capfd, "add", "person", "--into", base, "--set", "name=A Person", "--dry-run")

    assert (status, json.loads(out)["id"], base.read_bytes()) == (0, "a-person", before)
    assert "would add a-person" in err


def test_claims_may_point_into_a_base_below(capfd: Capture, base: Path, tmp_path: Path) -> None:
    own = save(tmp_path / "own.json")

    status, _, _ = ask(capfd, "--base", base, "add", write_lines(tmp_path / "new.jsonl", NEW), "--into", own)

    assert status == 0
    assert [fact["country"] for fact in read(own)["facts"]] == ["KZ"]
    assert [page["id"] for page in read(own)["sources"]] == ["kabar-12345"]


def test_claims_are_read_from_standard_input(capfd: Capture, base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"\n{json.dumps(NEW)}\n".encode())))

    assert ask(capfd, "add", "-", "--into", base).status == 0


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["missing.jsonl", "--into", "BASE"], 3),
        (["LINES"], 2),
        (["LINES", "--into", "BASE", "--set", "a=b"], 2),
        (["volume", "--dry-run"], 2),
    ],
    ids=str,
)
def test_a_meaningless_call_is_refused(
    capfd: Capture, base: Path, tmp_path: Path, arguments: list[str], status: int
) -> None:
    names = {"BASE": base, "LINES": write_lines(tmp_path / "new.jsonl", NEW)}

    check_refusal(ask(capfd, "add", *[names.get(argument, argument) for argument in arguments]), status)


def test_new_is_an_old_name_of_add(capfd: Capture) -> None:
    assert ask(capfd, "new", "volume").out == ask(capfd, "add", "volume").out


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b'\xef\xbb\xbf{"a": 1}', None),
        (b'{"a": "\xff"}', "byte 8 is not UTF-8"),
        (b"[" * 10_000, "not JSON: nested too deep"),
        (b'{"a": ' * 70 + b"1" + b"}" * 70, "nested deeper than 64"),
        (b'"' + b"x" * (1 << 20) + b'"\n{"a": 1}', "longer than 1,048,576 bytes"),
    ],
    ids=["mark", "byte", "brackets", "depth", "length"],
)
def test_a_line_is_an_object_or_says_why_not(content: bytes, fault: str | None) -> None:
    assert next(read_claim_lines(io.BytesIO(content), "a")).fault == fault


def test_a_line_that_is_too_long_does_not_hide_the_next() -> None:
    content = b'"' + b"x" * (1 << 20) + b'"\n{"a": 1}\n'

    assert [line.value for line in read_claim_lines(io.BytesIO(content), "a")] == [{}, {"a": 1}]
