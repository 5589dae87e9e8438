"""The record classes are the only place that defines keys, forms and references."""

from __future__ import annotations

import re
from dataclasses import FrozenInstanceError
from typing import get_type_hints

import pytest

from builders import document, event, growth, project, share, target, term, volume
from tradefacts.basefile.references import REFERRING, find_references
from tradefacts.forms import Written
from tradefacts.records import FACTS, RECORDS, Header, Volume, get_keys
from tradefacts.vocabulary import KINDS

BUILT = document(
    volume("KZ", "KG", "2022", "$1.3 bln"),
    growth("KZ", "KG", "2022", "13%"),
    share("KZ", "KG", "2022", "5%", attributed_to="kg-statistics"),
    target("KZ", "KG", "$5 billion", "2030"),
    project("KZ", "UZ", 69, "$3.1 billion"),
    term("sadyr-japarov", "kg-head-of-state", seen_on="2023"),
    event("Саммит", "2023-05", "CA5", "KG", participants=["sadyr-japarov"]),
)
ALL = [*RECORDS.items(), *(("facts", kind) for kind in FACTS.values())]


@pytest.mark.parametrize(("section", "kind"), ALL)
def test_the_keys_of_a_file_are_those_of_the_class(section: str, kind: type) -> None:
    of_kind = [record for record in BUILT[section] if section != "facts" or FACTS[record["kind"]] is kind]

    assert {*of_kind[0]} == {key for key, is_optional in get_keys(kind).items() if not is_optional}


@pytest.mark.parametrize(("name", "kind"), FACTS.items())
def test_the_traits_of_a_kind_are_those_of_its_keys(name: str, kind: type) -> None:
    assert KINDS[name].has_flow is ("flow" in get_keys(kind))
    assert KINDS[name].is_compared is ("reporter" in get_keys(kind))


def test_a_record_cannot_be_changed() -> None:
    record = Volume.__new__(Volume)

    with pytest.raises(FrozenInstanceError):
        record.value = 1  # type: ignore[misc]  # that is the point


@pytest.mark.parametrize(
    ("at", "found"),
    [
        (0, ["source: sources", "country: countries or groups", "partner: countries or groups"]),
        (5, ["source: sources", "person: people", "office: offices"]),
        (
            6,
            [
                *("source: sources", "parties[0]: countries or groups", "parties[1]: countries or groups"),
                "participants[0]: people",
            ],
        ),
    ],
)
def test_references_name_the_sections_they_point_into(at: int, found: list[str]) -> None:
    fact = BUILT["facts"][at]

    references = find_references(FACTS[fact["kind"]], fact)

    assert [f"{key}: {' or '.join(sections)}" for key, _, sections in references] == found


def test_every_class_of_record_has_its_references_listed() -> None:
    assert {*REFERRING} == {*RECORDS.values(), *FACTS.values()}


def test_each_written_form_has_a_description_and_does_not_match_a_blank_line() -> None:
    forms = [
        part
        for kind in (Header, *RECORDS.values(), *FACTS.values())
        for hint in get_type_hints(kind, include_extras=True).values()
        for part in getattr(hint, "__metadata__", ())
        if isinstance(part, Written)
    ]

    assert forms
    assert all(re.match(r"an? |the ", form.expected) for form in forms)
    assert all(re.search(form.pattern, "\n") is None for form in forms)
