"""The canonical form: nothing but order and line ends changes."""

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from builders import country, document, event, growth, person, source, target, term, volume, write
from tradefacts.basefile.canonical import format_canonical, read_document
from tradefacts.errors import FactBaseError
from tradefacts.factbase import Selection, open_base

SHIPPED = Path(__file__).parent.parent / "data" / "facts.json"


def bring(base: dict[str, Any]) -> str:
    return format_canonical(json.dumps(base).encode(), "facts.json").decode()


def sorted_by_id(base: dict[str, Any]) -> dict[str, Any]:
    order = ("tradefacts", "as_of", "title", "licence", "countries", "groups", "people", "offices", "bodies", "sources")
    return {
        key: sorted(value, key=lambda record: record.get("id") or record["code"]) if isinstance(value, list) else value
        for key, value in ((key, base[key]) for key in (*order, "facts"))
    }


def test_built_in_base_is_in_canonical_form() -> None:
    content = SHIPPED.read_bytes()

    assert format_canonical(content, "facts.json") == content


def test_each_record_has_a_line_and_every_section_is_written() -> None:
    written = bring(document(volume("KZ", "KG", "2022", "$1 bln"), countries=[country("KZ"), country("KG")]))

    lines = written.split("\n")
    assert lines[:3] == [
        '{"tradefacts": 1, "as_of": "2024-06-30", "title": "Test", "licence": "CC0-1.0",',
        '"countries": [',
        '{"code": "KG", "name": "Kyrgyzstan", "aliases": ["KGZ", "Кыргызстан", "Киргизия"]},',
    ]
    assert lines[4:8] == ["],", '"groups": [', "],", '"people": [']
    assert (lines[-4], lines[-2:]) == ('"facts": [', ["]}", ""])


def test_only_order_changes() -> None:
    base = document(
        term("sadyr-japarov", "kg-head-of-state", seen_on="2023-05-05"),
        event("CIS summit", "2023-10-13", "KG", "KZ", participants=["sadyr-japarov"]),
        growth("KZ", "KG", "2022", "9.1 percent"),
        growth("KZ", "CA5", "2022", "1.5-fold"),
        target("KZ", "KG", "$2 bln", by="2030"),
        volume("UZ", "KG", "2022", "$1,1 billion"),
        people=[person("Ёлка\u202e \u200b", id="yolka")],
        sources=[source("24.kg", "2023")],
    )
    backward = {
        key: [dict(reversed(record.items())) for record in reversed(value)] if isinstance(value, list) else value
        for key, value in reversed(base.items())
    }

    written = bring(backward)

    assert json.loads(written) == sorted_by_id(base)
    assert bring(json.loads(written)) == written
    assert "\u202e" not in written


@pytest.mark.parametrize("number", ["13", "13.0", "-9.1", "1e2", "0.1", "-0.0", "123456789012345678"])
def test_numbers_keep_their_value_and_kind(number: str) -> None:
    written = write(document(growth("KZ", "KG", "2022", "13%"))).replace('"percent": 13', f'"percent": {number}')

    fact = json.loads(format_canonical(written.encode(), "facts.json"))["facts"][0]

    assert repr(fact["percent"]) == repr(json.loads(number))


def test_missing_and_empty_sections_become_the_same() -> None:
    header = {"tradefacts": 1, "as_of": "2024", "title": None, "licence": None}

    assert bring({**header, "facts": []}) == bring({"facts": [], "people": [], **header})


@pytest.mark.parametrize("content", [b"\xef\xbb\xbf", b"\r\n\r\n"])
def test_anything_before_the_base_is_removed(content: bytes) -> None:
    written = write(document(volume("KZ", "KG", "2022", "$1 bln"))).encode()

    assert format_canonical(content + written, "facts.json") == format_canonical(written, "facts.json")


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('"volume"', '"volumes"', "unknown kind 'volumes'"),
        ('"partner"', '"partners"', "the key is missing"),
        ('"value": 1000000000', '"value": 1e9', "expected a whole number"),
        ('"value": 1000000000', '"value": 1, "value": 2', "is used twice"),
        ('"period": "2022"', '"period": "2022-13"', "2022-13"),
        ('"tradefacts": 1', '"tradefacts": 99', "newer"),
        ('"facts"', '"fatcs"', "unknown key 'fatcs'"),
    ],
)
def test_an_invalid_base_is_refused_with_all_faults(old: str, new: str, fault: str) -> None:
    written = write(document(volume("KZ", "KG", "2022", "$1 bln"))).replace(old, new)

    with pytest.raises(FactBaseError) as caught:
        format_canonical(written.encode(), "facts.json")

    assert any(fault in finding.message for finding in caught.value.findings)


def test_id_that_is_used_twice_is_refused_across_sections() -> None:
    base = document(volume("KZ", "KG", "2022", "$1 bln", id="trend-2024-01-15"))

    with pytest.raises(FactBaseError) as caught:
        bring(base)

    (finding,) = caught.value.findings
    assert finding.message.startswith("the id 'trend-2024-01-15' is used twice, first on line ")


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"\xff", b'{"facts": [1,]}'])
def test_invalid_json_is_refused(content: bytes) -> None:
    with pytest.raises(FactBaseError):
        format_canonical(content, "facts.json")


def test_added_record_takes_the_place_of_one_of_its_id() -> None:
    read = read_document(BytesIO(write(document(volume("KZ", "KG", "2022", "$1 bln"))).encode()), "facts.json")
    fact = volume("KZ", "KG", "2022", "$2 bln")

    read.add("facts", fact)

    assert json.loads("".join(read.format()))["facts"] == [fact]


def test_schema_of_an_editor_is_kept_and_ignored(tmp_path: Path) -> None:
    base = document(volume("KZ", "KG", "2022", "$1 bln"))
    content = write({"$schema": "base.schema.json", **base})

    assert format_canonical(content.encode(), "facts.json").startswith(
        b'{"$schema": "base.schema.json", "tradefacts": '
    )
    (path := tmp_path / "facts.json").write_text(content, encoding="utf-8")
    assert len(open_base([str(path)]).find_claims(Selection())) == 1
