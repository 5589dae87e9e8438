"""A base as JSON lines: the header first, then one record a line, each with its kind."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest

import tradefacts
from builders import document, target, volume, write
from tradefacts.basefile.canonical import format_canonical
from tradefacts.basefile.json_stream import JsonStream
from tradefacts.basefile.layers import Layer
from tradefacts.errors import FactBaseError
from tradefacts.export import make_envelope
from tradefacts.factbase.opening import open_in_memory
from tradefacts.questions.facts import ask_facts
from tradefacts.records import RECORD_KINDS, RECORDS

if TYPE_CHECKING:
    from pathlib import Path

    from builders import Json

HEADER = '{"tradefacts": 2, "as_of": "2026-11-23", "title": null, "licence": null}'
ALL = document(volume("KZ", "KG", "2022", "$1 bln"), target("KZ", "KG", "$2 billion"))
KINDS = {section: kind for kind, section in RECORD_KINDS.items()}


def write_lines(base: Json) -> str:
    """Return a base as JSON lines."""
    header = {key: value for key, value in base.items() if key not in {*RECORDS, "facts"}}
    records = [{"kind": KINDS[section], **record} for section in RECORDS for record in base[section]]
    return "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in (header, *records, *base["facts"]))


def find_faults(text: str) -> list[tuple[int | None, str | None, str]]:
    with pytest.raises(FactBaseError) as caught:
        open_in_memory([Layer("b.jsonl", None, content=text.encode())])
    return [(finding.line, finding.path, finding.message) for finding in caught.value.findings]


def test_lines_answer_as_the_same_base_in_one_object() -> None:
    answers = [
        make_envelope(ask_facts(open_in_memory([Layer("b", None, content=text.encode())])))
        for text in (write(ALL), write_lines(ALL))
    ]

    assert answers[0]["facts"] == answers[1]["facts"]
    assert answers[0]["facts"]


@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_the_last_line_may_end_or_not(end: str) -> None:
    text = write_lines(ALL).rstrip("\n") + end

    assert open_in_memory([Layer("b", None, content=text.encode())]).list_ids("facts")


def test_a_fault_names_its_line() -> None:
    lines = write_lines(ALL).splitlines()
    number = next(number for number, line in enumerate(lines) if '"kind": "volume"' in line)
    lines[number] = lines[number].replace('"bound": "="', '"bound": "!"')

    assert find_faults("\n".join(lines)) == [
        (number + 1, "$.facts[0].bound", "expected '=', '~', '>' or '<', found '!'")
    ]


def test_a_record_of_another_section_is_identified_by_its_kind() -> None:
    text = write_lines(ALL).replace('"kind": "country", "code": "KZ"', '"kind": "country", "cod": "KZ"')

    assert {path for _, path, _ in find_faults(text)} >= {"$.countries[0].code", "$.countries[0].cod"}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"id": "a"}', "the key is missing"),
        ('{"kind": "vol"}', "unknown kind 'vol'"),
        ('{"kind": ["volume"]}', "unknown kind"),
        ('{"kind": null}', "unknown kind"),
        ('{"kind": "volume", "kind": "volume"}', "the key is used twice"),
        ('{"kind": "person", "id": 1, "id": 2}', "the key is used twice"),
    ],
)
def test_a_line_that_is_no_record_is_a_fault(line: str, message: str) -> None:
    (first, *_) = find_faults(f"{HEADER}\n{line}\n")

    assert first[0] == 2
    assert first[2].startswith(message)


@pytest.mark.parametrize("rest", ["{}\n[]", "{} 1", "{},\n{}", '{} "a"'])
def test_a_line_that_is_no_object_is_refused_with_its_number(rest: str) -> None:
    with pytest.raises(FactBaseError, match=r"line \d, column \d+: expected an object, one record a line"):
        open_in_memory([Layer("b", None, content=f"{HEADER}\n{rest}\n".encode())])


def test_an_object_after_a_whole_base_is_refused() -> None:
    with pytest.raises(FactBaseError, match="a second object stands here"):
        open_in_memory([Layer("b", None, content=f"{write(ALL)}{{}}".encode())])


def test_the_canonical_form_of_lines_is_lines() -> None:
    text = write_lines(ALL)
    header, *records = text.splitlines()

    once = format_canonical("\n".join([header, *reversed(records)]).encode(), "b.jsonl")

    assert once.decode().startswith(f'{header}\n{{"kind": "country", "code": "KG"')
    assert sorted(once.decode().splitlines()) == sorted(text.splitlines())
    assert format_canonical(once, "b.jsonl") == once


@pytest.mark.parametrize("size", [1, 7, 100])
def test_lines_may_be_cut_anywhere_when_they_arrive(size: int) -> None:
    class Dripping(io.BytesIO):
        def read(self, _: int | None = -1, /) -> bytes:
            return super().read(size)

    content = write_lines(ALL).encode()

    dripped = [piece.value for piece in JsonStream(Dripping(content), "b").read_pieces({*RECORDS, "facts"})]

    assert dripped == [piece.value for piece in JsonStream(io.BytesIO(content), "b").read_pieces({*RECORDS, "facts"})]


def test_a_file_of_lines_is_a_base(tmp_path: Path) -> None:
    path = tmp_path / "facts.jsonl"
    path.write_text(write_lines(ALL), encoding="utf-8")

    assert len(tradefacts.open(str(path)).facts().claims) == 2
