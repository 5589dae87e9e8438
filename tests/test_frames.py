"""Answers as frames: the columns of the rows, with the same types for any filter."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Literal

import pytest

import tradefacts
from builders import event, office, save, target, term, volume
from every_question import ask_question
from tradefacts.commands import QUESTIONS
from tradefacts.errors import InvalidQueryError, MissingExtraError
from tradefacts.rows.columns import list_columns

if TYPE_CHECKING:
    from pathlib import Path

Library = Literal["pandas", "polars"]

TYPES = {
    "pandas": {"text": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean", "list": "object"},
    "polars": {
        "text": "String",
        "integer": "Int64",
        "number": "Float64",
        "boolean": "Boolean",
        "list": "List(String)",
    },
}


@pytest.fixture
def facts(tmp_path: Path) -> tradefacts.Facts:
    path = save(
        tmp_path / "b.json",
        volume("KZ", "KG", "2022", "$1.3 bln", note="<b>rounded</b>"),
        volume("KZ", "KG", "2021", "$1.2345 bln"),
        target("KZ", "KG", "$2 bln", "2030"),
        event("Council", "2023-09-25", "KG", "KZ"),
        term("alikhan-smailov", office("KZ", "head of government"), seen_on="2023-09-25", acting=True),
    )
    return tradefacts.open(str(path))


@pytest.mark.parametrize("library", TYPES)
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_frame_has_the_columns_of_the_rows_with_their_types(
    facts: tradefacts.Facts, tmp_path: Path, question: str, library: Library
) -> None:
    pytest.importorskip(library)

    frame = ask_question(facts, question, tmp_path).to_frame(library)

    found = dict(zip(frame.columns, map(str, frame.dtypes), strict=True))
    assert found == {column.name: TYPES[library][column.type] for column in list_columns(question)}


@pytest.mark.parametrize("library", TYPES)
def test_types_do_not_change_with_the_filter(facts: tradefacts.Facts, library: Library) -> None:
    pytest.importorskip(library)

    full, empty = (answer.to_frame(library) for answer in (facts.facts(), facts.facts(known_by=1990)))

    assert len(full) == 5
    assert len(empty) == 0
    assert [*full.dtypes] == [*empty.dtypes]


def test_whole_numbers_stay_whole_with_nulls(facts: tradefacts.Facts) -> None:
    pytest.importorskip("pandas")

    frame = facts.facts().to_frame("pandas")

    values = frame.set_index("kind")["value"]
    assert sorted(values["volume"]) == [1_234_500_000, 1_300_000_000]
    assert values["event"] is frame["jobs"].iloc[0]  # pandas.NA
    assert [*frame["acting"].dropna()] == [True]


def test_fields_pick_and_order_columns(facts: tradefacts.Facts) -> None:
    pytest.importorskip("polars")
    answer = facts.facts(kind="volume")

    assert answer.to_frame("polars", fields="printed, page.published").columns == ["printed", "page.published"]
    assert answer.to_frame("polars", fields=["id"]).columns == ["id"]
    with pytest.raises(InvalidQueryError, match="rows of 'facts' have no field 'prnted'"):
        answer.to_frame("polars", fields=["prnted"])


def test_pandas_is_taken_before_polars_and_either_will_do(facts: tradefacts.Facts) -> None:
    pytest.importorskip("pandas")

    assert type(facts.facts().to_frame()).__module__.startswith("pandas")


def test_an_unknown_library_is_refused(facts: tradefacts.Facts) -> None:
    with pytest.raises(InvalidQueryError) as caught:
        facts.facts().to_frame("panda")  # type: ignore[arg-type]  # what a type checker refuses, too

    assert caught.value.hint == "did you mean pandas?"


@pytest.mark.parametrize("library", [None, "polars"])
def test_a_missing_library_is_named_with_its_installation(
    facts: tradefacts.Facts, monkeypatch: pytest.MonkeyPatch, library: Library | None
) -> None:
    monkeypatch.setattr("tradefacts.export.frames.find_spec", lambda _: None)
    monkeypatch.setitem(sys.modules, "polars", None)

    with pytest.raises(MissingExtraError) as caught:
        facts.facts().to_frame(library)

    assert "tradefacts[frames]" in str(caught.value.hint)


def test_a_notebook_shows_the_first_rows_as_a_table_that_runs_nothing(facts: tradefacts.Facts) -> None:
    shown = facts.facts("KZ", "KG")._repr_html_()

    assert "<caption>facts KG–KZ: 4 facts</caption>" in shown
    assert "<td>&lt;b&gt;rounded&lt;/b&gt;</td>" in shown
    assert '<a href="https://example.org/trend-2024-01-15">https://example.org/trend-2024-01-15</a>' in shown
    assert "whole_partner" not in shown  # empty in all rows


def test_a_notebook_says_how_many_rows_are_not_shown() -> None:
    shown = tradefacts.open().facts("KZ", limit=25)._repr_html_()

    assert shown.count("<tr>") == 21
    assert "<p>5 more rows: to_frame() has them all</p>" in shown
