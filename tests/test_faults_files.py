"""Faults of a base as a file: each is reported on one line with its place and how to fix it."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, Any

import pytest

from builders import Json, document, save, source, volume, write
from counting import count_calls
from running import ask, check_refusal, run

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]
FACT = volume("KZ", "KG", "2022", "$1.3 bln")
NAME = "kz-kg-turnover-volume-2022-trend-2024-01-15"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refuse(capfd: Capture, content: str | bytes | Json, status: int = 4) -> list[str]:
    """Return the lines that refuse a file with that content in the current folder."""
    text = write(content) if isinstance(content, dict) else content
    with open("b.json", "wb") as file:  # noqa: PTH123 - the content is bytes or text
        file.write(text if isinstance(text, bytes) else text.encode(errors="surrogatepass"))
    return check_refusal(ask(capfd, "--base", "b.json", "pair", "KZ", "KG"), status)


def changed(**keys: Any) -> Json:  # noqa: ANN401 - whatever a file may hold
    """Return a base whose fact has these keys; `...` removes one."""
    base = document(FACT)
    fact = {**base["facts"][0], **keys}
    base["facts"] = [{key: value for key, value in fact.items() if value is not ...}]
    return base


def test_a_missing_file_is_named_with_the_nearest_that_exists(capfd: Capture, folder: Path) -> None:
    save(folder / "facts.json", FACT)

    assert check_refusal(ask(capfd, "--base", "fact.json", "pair", "KZ", "KG"), 3) == [
        "tradefacts: error: cannot read base 'fact.json': no such file or directory",
        "hint: did you mean 'facts.json'?",
    ]


@pytest.mark.parametrize(
    ("name", "status", "why"),
    [
        (".", 3, "is a directory"),
        ("facts.json/x", 3, "not a directory"),
        ("loop", 3, "too many links"),
        ("pipe", 3, "not a regular file"),
        ("/dev/null", 3, "not a regular file"),
        ("x" * 300, 3, "file name too long"),
        ("x/" * 3000, 3, "file name too long"),
        ("none\nof\x1b[31mthis", 3, r"'none\nof\x1b[31mthis'"),
        ("none[red]:smile:", 3, "'none[red]:smile:'"),
        ("none\udcff", 3, r"'none\udcff'"),
        ("no\0thing", 3, "null"),
        ("none/such.json", 3, "no such file"),
        ("https://example.org/facts.json", 2, "addresses are not read"),
        ("ftp://example.org/facts.json", 2, "addresses are not read"),
    ],
)
def test_an_unreadable_file_is_refused(capfd: Capture, folder: Path, name: str, status: int, why: str) -> None:
    save(folder / "facts.json", FACT)
    (folder / "loop").symlink_to("loop")
    os.mkfifo(folder / "pipe")

    lines = check_refusal(ask(capfd, "--base", name, "pair", "KZ", "KG"), status)

    assert why in lines[0]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can be somebody else")
def test_a_file_that_may_not_be_read_says_how_to_permit_it(capfd: Capture, folder: Path) -> None:
    folder.chmod(0o755)
    save(folder / "b.json", FACT).chmod(0)
    os.seteuid(65534)

    try:
        lines = check_refusal(ask(capfd, "--base", "b.json", "pair", "KZ", "KG"), 3)
    finally:
        os.seteuid(0)

    assert lines == [
        "tradefacts: error: cannot read base 'b.json': permission denied",
        "hint: make it readable: chmod u+r b.json",
    ]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can be somebody else")
def test_a_file_in_a_folder_that_may_not_be_entered_is_not_to_be_made_readable(capfd: Capture, folder: Path) -> None:
    folder.chmod(0o755)
    save(folder / "b.json", FACT)
    (folder / "closed").mkdir(mode=0o700)
    os.seteuid(65534)

    try:
        lines = check_refusal(ask(capfd, "--base", "closed/b.json", "pair", "KZ", "KG"), 3)
    finally:
        os.seteuid(0)

    assert lines == ["tradefacts: error: cannot read base 'closed/b.json': permission denied"]


def test_a_link_to_nothing_is_not_suggested_in_its_own_place(capfd: Capture, folder: Path) -> None:
    (folder / "b.json").symlink_to("none.json")

    lines = check_refusal(ask(capfd, "--base", "b.json", "pair", "KZ", "KG"), 3)

    assert lines == ["tradefacts: error: cannot read base 'b.json': no such file or directory"]


def test_a_file_larger_than_the_limit_is_refused_at_once(capfd: Capture, folder: Path) -> None:
    with (folder / "big.json").open("wb") as file:
        file.truncate(1 << 40)

    lines = check_refusal(ask(capfd, "--base", "big.json", "pair", "KZ", "KG"), 3)

    assert "1,099,511,627,776 bytes, more than the limit of 1,073,741,824" in lines[0]


def test_a_closed_stream_is_no_base(folder: Path) -> None:
    outcome = run("--base", "-", "pair", "KZ", "KG", cwd=folder, preexec_fn=lambda: os.close(0))

    assert check_refusal(outcome, 3) == ["tradefacts: error: cannot read base '-': standard input is closed"]


def test_a_terminal_is_no_base(folder: Path) -> None:
    main, terminal = os.openpty()

    outcome = run("--base", "-", "pair", "KZ", "KG", cwd=folder, stdin=terminal)

    os.close(main)
    os.close(terminal)
    assert check_refusal(outcome, 2)[1].startswith("hint: pipe a file into it")


def test_a_stream_is_read_as_a_file_is(folder: Path) -> None:
    path = save(folder / "b.json", FACT)
    arguments = ("facts", "--format", "jsonl")

    streamed = run("--base", "-", *arguments, input=path.read_bytes())

    assert streamed == run("--base", path, *arguments)
    assert json.loads(streamed.out)["id"] == NAME


def test_a_name_that_looks_like_an_option_is_a_name(capfd: Capture, folder: Path) -> None:
    save(folder / "-rf", FACT)

    assert ask(capfd, "--base=-rf", "facts", "--format", "jsonl").status == 0


def test_a_base_cut_at_any_byte_is_refused(capfd: Capture) -> None:
    content = write(document(FACT)).rstrip().encode()

    for end in range(0, len(content), 41):
        lines = refuse(capfd, content[:end])

        assert lines[0].startswith("tradefacts: error: b.json: line "), end


@pytest.mark.parametrize(
    ("content", "why", "fix"),
    [
        ("", "the file is empty; expected an object with facts", None),
        ("  \n", "the file is empty; expected an object with facts", None),
        ("[]", "expected an object with facts, found a list", None),
        (b"\x1f\x8b\x08", "this is gzip data, not a JSON fact base", "unpack it first"),
        (b"\xfd7zXZ\x00\x00", "this is xz data, not a JSON fact base", "unpack it first"),
        (b"PAR1\x15\x04", "this is a Parquet file, not a JSON fact base", "export it as a JSON fact base"),
        (
            b"<<<<<<< HEAD\n{",
            "this is a file with a merge conflict, not a JSON fact base",
            "resolve the conflict first",
        ),
        ("{}".encode("utf-16"), "the file is UTF-16LE, expected UTF-8", "iconv -f UTF-16LE -t UTF-8"),
        ('{"a": "Қ"}'.encode()[:-3], "line 1: byte 0xd2 at offset 7 is not UTF-8", "save the file as UTF-8"),
        ('{"title": "Торговля"}'.encode("cp1251"), "byte 0xd2 at offset 11 is not UTF-8", "save the file as UTF-8"),
        ('{"facts": [1,]}', "there is a comma before the closing bracket; remove it", None),
        ('{"facts": ' + "[" * 100_000, "nested deeper than 64", None),
    ],
)
def test_invalid_json_is_refused_in_one_line(capfd: Capture, content: str | bytes, why: str, fix: str | None) -> None:
    first, *rest = refuse(capfd, content)

    assert first.startswith("tradefacts: error: b.json: ")
    assert why in first
    assert (fix in rest[0]) if fix else not rest


@pytest.mark.parametrize(
    ("keys", "place", "why"),
    [
        ({"value": "1300000000"}, ".value", "expected a whole number, found '1300000000'"),
        ({"value": True}, ".value", "expected a whole number, found true"),
        ({"value": 1.5}, ".value", "expected a whole number, found 1.5"),
        ({"value": None}, ".value", "expected a whole number, found null"),
        ({"value": 10**19}, ".value", "the number 10000000000000000000 is too large"),
        ({"printed": 5}, ".printed", "exact characters, none of them a control character, found 5"),
        ({"printed": "$1.3\x1b bln"}, ".printed", r"none of them a control character, found '$1.3\x1b bln'"),
        ({"printed": "\u2800\u3164"}, ".printed", "expected the figure's exact characters"),
        ({"note": "a\0b"}, ".note", "a NUL character"),
        ({"note": "\u200b\u034f\ufe0f\u115f"}, ".note", "expected a name that is not blank"),
        ({"printed": ...}, ".printed", "the key is missing; write null where the page does not say"),
        ({"perod": "2022"}, ".perod", "unknown key 'perod'; did you mean 'period'"),
        ({"\x1b[31m\u202e": 1}, r".\x1b[31m\u202e", r"unknown key '\x1b[31m\u202e'"),
        ({"k" * 10_000: 1}, "." + "k" * 30, " … 10,002 characters … "),
        ({"currency": "usd"}, ".currency", "expected an ISO 4217 code such as 'USD', found 'usd'"),
        ({"currency": "₸"}, ".currency", "expected an ISO 4217 code such as 'USD', found '₸'"),
        ({"country": "kz"}, ".country", "expected the code of a country or group, such as 'KZ' or 'CA5', found 'kz'"),
        ({"country": "XX"}, ".country", "'XX' is not among the countries or groups"),
        ({"country": "KG"}, ".partner", "KG cannot trade with itself"),
        ({"period": "2023-13"}, ".period", "invalid period '2023-13'"),
        ({"period": "0000"}, ".period", "invalid period '0000'"),
        ({"period": "99999"}, ".period", "expected a period such as"),
        ({"period": "2023-07/2023-01"}, ".period", "period '2023-07/2023-01' ends before it starts"),
        ({"bound": "≈"}, ".bound", "expected '=', '~', '>' or '<', found '≈'"),
        ({"flow": "trade"}, ".flow", "expected 'turnover', 'exports', 'imports' or 'balance', found 'trade'"),
        ({"source": "page-9"}, ".source", "'page-9' is not among the sources"),
        ({"source": "KZ"}, ".source", "expected a lower-case id such as 'interfax-94867', found 'KZ'"),
        ({"attributed_to": "trend-2024-01-15"}, ".attributed_to", "the people or bodies, but among the sources"),
        ({"inferred": [1]}, ".inferred[0]", "expected text, found 1"),
        ({"kind": "volumes"}, ".kind", "unknown kind 'volumes'; expected 'volume', 'growth'"),
        ({"kind": ...}, ".kind", "the key is missing"),
        ({"kind": None}, ".kind", "unknown kind"),
        ({"id": "A b"}, ".id", "expected a lower-case id such as 'interfax-94867', found 'A b'"),
        ({"note": ""}, ".note", "expected a name that is not blank, found ''"),
        ({"note": {}}, ".note", "found an object"),
        ({"scope": []}, ".scope", "found a list"),
    ],
)  # fmt: skip
def test_a_faulty_fact_is_named_with_its_place(capfd: Capture, keys: dict[str, Any], place: str, why: str) -> None:
    first, fault = refuse(capfd, changed(**keys))

    assert first == "tradefacts: error: b.json is not a fact base: 1 fault"
    assert fault.startswith(f"  $.facts[0]{place}")
    assert "(line " in fault
    assert why in fault


@pytest.mark.parametrize(
    "url",
    [
        *(
            "javascript:alert(1)",
            "https://example.org/\x1b[2J",
            "https://exam\x7fple.org/",
            "file:///etc/passwd",
            "data:text/html,x",
            "https://user:pass@example.org/",
            "https://",
        ),
        *("https://example.org/\nx", "example.org", "https://example.org/" + "x" * 70_000),
    ],
)
def test_an_invalid_address_is_refused(capfd: Capture, url: str) -> None:
    _, fault = refuse(capfd, document(volume("KZ", "KG", "2022", "$1 bln", source=source(url=url))))

    assert fault.startswith("  $.sources[0].url (line ")
    assert "expected an http(s) address" in fault
    assert len(fault) < 300


@pytest.mark.parametrize(
    "keys",
    [
        {"id": "X" * 900_000},
        {"k" * 900_000: 1},
        {"source": "x" * 900_000},
        {"attributed_to": "я" * 900_000},
        {"period": "9" * 900_000},
        {"kind": "\x1b" * 150_000},
        {"flow": "\u202e" * 900_000},
        {"value": 10**4000},
    ],
    ids=lambda keys: f"{next(iter(keys))[:10]}={str(next(iter(keys.values())))[:3]!a}",
)
def test_a_fault_of_any_length_is_reported_in_few_bytes(capfd: Capture, keys: dict[str, Any]) -> None:
    sys.set_int_max_str_digits(0)
    try:
        _, *faults = refuse(capfd, changed(**keys))
    finally:
        sys.set_int_max_str_digits(4300)

    assert max(len(fault.encode()) for fault in faults) <= 500
    assert any(" characters … " in fault for fault in faults)


@pytest.mark.parametrize("number", [0, 99, "1", 1.0, True, None])
def test_another_format_is_refused(capfd: Capture, number: object) -> None:
    _, fault = refuse(capfd, {**document(FACT), "tradefacts": number})

    assert fault.startswith("  $.tradefacts: ")
    assert ("made for a newer tradefacts; upgrade" in fault) == (number == 99)


def test_a_faulty_value_of_the_header_is_one_fault(capfd: Capture) -> None:
    content = write(document(FACT)).replace('"Test"', '"T\\ud800"')

    assert refuse(capfd, content)[1:] == ["  $.title (line 3): half of a surrogate pair"]


@pytest.mark.parametrize("key", ["tradefacts", "as_of", "title", "licence", "facts"])
def test_a_header_without_a_key_is_refused(capfd: Capture, key: str) -> None:
    base = document(FACT)
    del base[key]

    assert refuse(capfd, base)[1].startswith(f"  $.{key}: the key is missing")


@pytest.mark.parametrize(
    ("section", "content", "why"),
    [
        ("facts", {}, "$.facts (line 16): expected a list, found an object"),
        ("facts", [1], "$.facts[0] (line 17): expected an object, found 1"),
        ("facts", [[]], "$.facts[0] (line 17): expected an object, found a list"),
        ("factz", [], "$.factz (line 19): unknown key 'factz'; did you mean 'facts'"),
        ("as_of", "yesterday", "$.as_of: expected a year, month or day such as"),
        ("as_of", "2023-02-30", "$.as_of: invalid date '2023-02-30'"),
    ],
)
def test_a_faulty_section_is_named_with_its_place(capfd: Capture, section: str, content: object, why: str) -> None:
    lines = refuse(capfd, {**document(FACT), section: content})

    assert why in " ".join(lines[1:])


def test_a_duplicate_id_is_reported_with_both_places(capfd: Capture) -> None:
    base = document(FACT)
    base["facts"] *= 2

    _, fault = refuse(capfd, base)

    assert fault == f"  $.facts[1] (line 18) {NAME}: the id '{NAME}' is used twice, first on line 17"


def test_all_faults_are_shown_at_once_in_the_order_of_the_file(capfd: Capture) -> None:
    base = document(FACT, volume("KZ", "UZ", "2023", "$4 bln"), volume("KZ", "TJ", "2023", "$1 bln"))
    base["sources"][0]["language"] = "English"
    base["facts"][1]["value"] = "4"
    base["facts"][2] |= {"bound": None, "flow": None}

    lines = refuse(capfd, base)

    assert lines[0].endswith("is not a fact base: 4 faults")
    assert [line.split()[0] for line in lines[1:]] == [
        *("$.sources[0].language", "$.facts[1].value", "$.facts[2].flow", "$.facts[2].bound")
    ]


def test_faults_without_end_are_counted_at_once(capfd: Capture) -> None:
    def refuse_faults(count: int) -> list[str]:
        return refuse(capfd, write(document()).replace('"facts": []', '"facts": [' + "{}," * (count - 1) + "{}]"))

    lines = refuse_faults(100_000)

    assert count_calls(lambda: refuse_faults(8_000)) < 4.4 * count_calls(lambda: refuse_faults(2_000))
    assert lines[0].endswith("is not a fact base: 100,000 faults")
    assert len(lines) == 22
    assert lines[-1] == "  and 99,980 more"


@pytest.mark.parametrize(
    "keys",
    [{f"k{number}": number for number in range(9_000)}, {"x" * 500_000: "x" * 500_000}],
    ids=["many keys", "long key"],
)
def test_keys_without_end_are_counted_and_cut(capfd: Capture, keys: dict[str, object]) -> None:
    lines = refuse(capfd, changed(**keys))
    more = refuse(capfd, {**document(FACT), **keys})

    assert max(map(len, lines + more)) < 400


def test_keys_of_the_top_level_without_end_are_given_up(capfd: Capture) -> None:
    lines = refuse(capfd, {**document(FACT), **{f"k{number}": number for number in range(10_000)}})

    assert lines[0].endswith("more than 10,000 keys at the top level")


def test_a_byte_order_mark_is_noted_and_no_fault(capfd: Capture, folder: Path) -> None:
    # The note is only written when the base is compiled, so no other test may have the same one.
    fact = {**FACT, "note": "printed in a file that begins with a mark"}
    (folder / "b.json").write_text(write(document(fact)), encoding="utf-8-sig")

    status, out, err = ask(capfd, "--base", "b.json", "facts", "--format", "jsonl")

    assert (status, json.loads(out)["id"]) == (0, NAME)
    assert err == "tradefacts: note: b.json: the file begins with a byte order mark, which was skipped\n"


def test_a_base_without_facts_answers_with_none(capfd: Capture, folder: Path) -> None:
    save(folder / "b.json")

    assert ask(capfd, "--base", "b.json", "facts", "--format", "jsonl")[:2] == (0, "")


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_line_ends_of_other_systems_are_read(capfd: Capture, folder: Path, newline: str) -> None:
    (folder / "b.json").write_bytes(write(document(FACT)).replace("\n", newline).encode())

    assert ask(capfd, "--base", "b.json", "facts", "--format", "jsonl").status == 0


@pytest.mark.parametrize(("written", "read"), [("-0.0", -0.0), ("1e-999", 0.0), ("1E1", 10.0)])
def test_odd_but_sound_numbers_are_kept(capfd: Capture, folder: Path, written: str, read: float) -> None:
    fact = {**FACT, "kind": "growth", "base_period": None, "percent": 77}
    text = write(document({key: value for key, value in fact.items() if key not in {"value", "currency"}}))
    (folder / "b.json").write_text(text.replace('"percent": 77', f'"percent": {written}'))

    status, out, _ = ask(capfd, "--base", "b.json", "facts", "--format", "jsonl")

    assert status == 0
    assert repr(json.loads(out)["percent"]) == repr(read)
