"""Performance gates without a clock: queries use indexes, and their steps do not grow with the base."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
from builders import document, event, growth, term, volume, write
from make_base import make_base
from test_json_lines import write_lines
from tradefacts.api import Facts
from tradefacts.basefile.canonical import format_canonical, is_canonical
from tradefacts.basefile.faults import Faults
from tradefacts.basefile.json_stream import JsonStream
from tradefacts.basefile.layers import Layer
from tradefacts.basefile.validation import SECTIONS, Validator
from tradefacts.factbase.opening import open_in_memory
from tradefacts.factbase.selection import Selection
from tradefacts.factbase.sequences import Claims

if TYPE_CHECKING:
    from collections.abc import Callable

    from tradefacts.basefile.pieces import Piece
    from tradefacts.factbase import FactBase

    Question = Callable[[Facts], Any]

QUESTIONS: dict[str, Question] = {
    "pair": lambda facts: facts.pair("KZ", "UZ"),
    "timeline": lambda facts: facts.timeline("KZ"),
    "officials": lambda facts: facts.officials("KZ"),
    "targets": lambda facts: facts.targets("KZ", "UZ"),
    "facts": lambda facts: [*facts.facts("KZ", "UZ").claims],
    "facts by a speaker": lambda facts: [*facts.facts(by="body-0000001").claims],
    "facts of a page": lambda facts: [*facts.facts(source="page-0000007").claims],
    "sources": lambda facts: facts.sources("KZ", "UZ"),
    "search": lambda facts: facts.search("Kazakhstan", limit=5),
    "show a place": lambda facts: facts.show("KZ"),
    "show a page": lambda facts: facts.show("page-0000007"),
    "cite": lambda facts: facts.cite("fact-0000007"),
    "explain": lambda facts: facts.explain("KZ", "UZ", "2020"),
    "audit": lambda facts: facts.audit("KZ", "UZ"),
}
ALL_PLACES = ("offices", "words", "(subquery", "sources USING COVERING INDEX sources_by_publisher")
"""Tables that may be scanned: a few offices, the full-text index (as SQLite calls its search), names of publishers."""


def open_made(facts: int, pairs: int = 100) -> FactBase:
    return open_in_memory([Layer("made", None, content="\n".join(make_base(facts, pairs)).encode())])


@pytest.fixture(scope="module")
def made() -> FactBase:
    return open_made(1000)


@pytest.mark.parametrize("name", QUESTIONS)
def test_no_question_reads_a_table_whole(made: FactBase, name: str) -> None:
    asked: list[str] = []
    made._connection.set_trace_callback(asked.append)
    QUESTIONS[name](Facts(made))
    made._connection.set_trace_callback(None)

    own = [query for query in asked if not query.startswith("--")]  # those of the full-text index itself
    plans = [row[3] for query in own for row in made._connection.execute(f"EXPLAIN QUERY PLAN {query}")]

    assert plans
    assert not [plan for plan in plans if plan.startswith("SCAN") and not plan[5:].startswith(ALL_PLACES)]


def count_steps(base: FactBase, question: Question) -> int:
    """Return the number of virtual machine steps that SQLite takes for a question, in tens."""
    steps = 0

    def count() -> None:
        nonlocal steps
        steps += 1

    base._connection.set_progress_handler(count, 10)
    question(Facts(base))
    base._connection.set_progress_handler(None, 0)
    return steps


@pytest.mark.parametrize("name", ["pair", "targets", "facts", "facts of a page", "sources", "explain", "audit"])
def test_a_lookup_takes_as_many_steps_in_a_base_ten_times_as_large(name: str) -> None:
    own = [volume("KZ", "UZ", str(year), "$1 bln", id=f"fact-{year}") for year in range(2000, 2024)]
    rest = [
        volume("TJ", "TM", str(year), f"${number} mln", source="b")
        for year in range(2000, 2020)
        for number in range(1, 31)
    ]
    terms = [term("a", "kz-trade-minister", seen_on="2020"), event("Summit", "2021", "TJ", "TM")]
    page: Question = lambda facts: [*facts.facts(source=own[0]["source"]).claims]  # noqa: E731 - like the others
    question = page if name == "facts of a page" else QUESTIONS[name]

    small, large = (
        count_steps(open_in_memory([Layer("b", None, content=write(document(*facts)).encode())]), question)
        for facts in ([*own, *terms, *rest[:60]], [*own, *terms, *rest])
    )

    assert large < 1.2 * small + 20


def test_many_facts_are_not_read_before_they_are_written(made: FactBase) -> None:
    claims = Claims(made, Selection())

    first = count_steps(made, lambda _: next(iter(claims)))
    everything = count_steps(made, lambda _: list(claims))

    assert len(claims) == 1000
    assert first < everything / 3


def read(content: bytes, *, has_care: bool) -> list[tuple[Any, ...]]:
    """Return what a validator reads from a file, with the fast path for simple lines or without it."""
    validator = Validator("b", Faults())
    if has_care:
        validator._read_block = lambda *_: None  # type: ignore[method-assign]
    blocks = validator.read_blocks(JsonStream(io.BytesIO(content), "b"))
    records = [(one.section, one.index, one.line, *one.records) for block in blocks for one in block.split()]
    return [*records, *(("fault", fault.path, fault.line, fault.message) for fault in validator.faults.kept)]


ODD = [
    '"value": 1000000000',
    '"bound": "="',
    '"scope": null',
    '"bound":',
    ": ",
    ", ",
    "{",
    "}",
    '"',
    "\\",
    "KZ",
    "2022",
    '"acting": true',
]
NEW = [
    "NaN",
    "1e999",
    "12345678901234567890",
    '"value": 1, "value": 2',
    "{}",
    "[[]]",
    "null",
    '\\u0041"',
    '"bound" :',
    "",
    "\t",
    " :",
    "\n",
    ": : ",
    '"acting": null',
    '"acting": true, "acting": true',
]


@given(st.lists(st.tuples(st.sampled_from(ODD), st.sampled_from(NEW)), max_size=2), st.integers(0, 7))
def test_lines_read_at_once_are_the_records_that_careful_reading_finds(changes: list[tuple[str, str]], at: int) -> None:
    facts = [volume("KZ", "KG", str(year), "$1 bln") for year in (2021, 2022, 2023)]
    seen = [term("a", "kz-trade-minister", seen_on="2020"), {**term("b", "kz-trade-minister"), "acting": True}]
    lines = write(document(*facts, *seen)).split("\n")
    for old, new in changes:
        place = -1 - at % len(lines[-8:])
        lines[place] = lines[place].replace(old, new, 1)
    content = "\n".join(lines).encode()

    outcomes = []
    for has_care in (False, True):
        try:
            outcomes.append(repr(read(content, has_care=has_care)))
        except Exception as error:  # noqa: BLE001 - both have to fail in the same way
            outcomes.append(repr(error))

    assert outcomes[0] == outcomes[1]


def test_a_key_used_twice_is_found_though_another_is_written_with_a_blank_before_its_colon() -> None:
    text = write(document(volume("KZ", "KG", "2022", "$1 bln"))).replace("},{", "},\n{")
    doubled = text.replace('"value": 1000000000', '"value": 1, "value": 1000000000').replace('"bound":', '"bound" :')

    assert any("the key is used twice" in str(fault) for fault in read(doubled.encode(), has_care=False))


def test_most_lines_are_read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    careful: list[str] = []
    read_value = JsonStream._read_value

    def note(self: JsonStream, section: str, index: int | None) -> Piece:
        careful.append(section)
        return read_value(self, section, index)

    monkeypatch.setattr(JsonStream, "_read_value", note)

    open_made(100)

    assert max(careful.count(section) for section in SECTIONS) == 1  # its last line


@given(
    st.sampled_from(["", "\n", " ", "\r", "},", "]", ",", "null", '"note"', "\ufeff"]),
    st.floats(0, 1),
    st.sampled_from([0, 1]),
    st.sampled_from([write, write_lines]),
)
def test_a_file_is_canonical_if_writing_it_again_gives_the_same_bytes(
    sign: str, at: float, cut: int, form: Callable[[Any], str]
) -> None:
    facts = volume("KZ", "KG", "2022", "$1 bln"), volume("KZ", "KG", "2023", "$2 bln")
    sound = format_canonical(form(document(*facts)).encode(), "b").decode()
    place = round(at * len(sound))
    text = sound[:place] + sign + sound[place + cut :]
    try:
        wanted = format_canonical(text.encode(), "b") == text.encode()
    except Exception:  # noqa: BLE001 - an invalid base has no canonical form
        return

    assert is_canonical(io.BytesIO(text.encode())) == wanted


@pytest.mark.parametrize("form", [write, write_lines])
def test_a_canonical_file_is_recognized_without_being_written_again(form: Callable[[Any], str]) -> None:
    content = format_canonical(form(document(volume("KZ", "KG", "2022", "$1 bln"))).encode(), "b")

    assert is_canonical(io.BytesIO(content))
    assert not is_canonical(io.BytesIO(content.replace(b'"scope": null', b'"scope":null')))


def fail(*_: object, **__: object) -> None:
    pytest.fail("this should not have been needed")


def test_figures_that_fit_are_not_ranked(monkeypatch: pytest.MonkeyPatch) -> None:
    facts = [
        volume("KZ", "UZ", "2021", "$4 bln", reporter="KZ"),
        volume("KZ", "UZ", "2022", "$5 bln", reporter="KZ"),
        volume("KZ", "UZ", "2022", "$5.0 bln", reporter="KZ", source="b"),
        volume("KZ", "UZ", "2022", "$3.7 bln", flow="exports", reporter="KZ"),
        volume("KZ", "UZ", "2022", "$1.3 bln", flow="imports", reporter="KZ"),
        growth("KZ", "UZ", "2022", "25%", reporter="KZ"),
    ]
    base = open_in_memory([Layer("b", None, content=write(document(*facts)).encode())])
    monkeypatch.setattr("tradefacts.audit.evidence.find_figures", fail)

    answer = Facts(base).audit()

    assert not answer.findings
    assert answer.result.compared == len(facts)


def test_lint_reads_no_page_with_each_fact(made: FactBase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(made), "iterate_claims", fail)

    assert Facts(made).lint().result.facts == 1000


@pytest.mark.parametrize("name", ["audit", "targets"])
def test_claims_behind_an_answer_are_read_when_they_are_written(
    made: FactBase, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(type(made), "find_by_ids", fail)
        patch.setattr(type(made), "find_claims", fail)
        answer = QUESTIONS[name](Facts(made))

    assert len(answer.claims) == len(list(answer.claims)) > 0
