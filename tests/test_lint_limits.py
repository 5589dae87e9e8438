"""Rules at their limits: the last that is accepted, and the first that is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import (
    Json,
    body,
    compiled,
    country,
    document,
    event,
    growth,
    office,
    person,
    project,
    save,
    share,
    source,
    target,
    term,
    volume,
)
from tradefacts.basefile.canonical import format_canonical
from tradefacts.factbase import open_base
from tradefacts.lint import ask_lint

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

JAPAROV = "sadyr-japarov"


def find(code: str, *facts: Json) -> list[str]:
    """Return the messages of one rule about facts."""
    return [finding.message for finding in ask_lint(compiled(document(*facts)), select=[code]).findings]


def on_page(day: str, period: str = "2022", **others: object) -> Json:
    """Return a volume on a page of that day."""
    return volume("KZ", "KG", period, "$1 bln", source=source("Trend", day, **others))


def in_office(page: str = "2024-01-15", **others: object) -> Json:
    """Return a term of the president, as a page of that day shows it."""
    return term(JAPAROV, "kg-head-of-state", source=source("Kabar", page), **others)


@pytest.mark.parametrize(
    ("code", "accepted", "found"),
    [
        # A month may be published on its 28th day, and a statement on the day of the deadline.
        ("W209", on_page("2024-02-28", "2024-02"), on_page("2024-02-27", "2024-02")),
        (
            "E216",
            target("KZ", "KG", "$2 bln", by="2024-01-15", source=source("Trend", "2024-01-15")),
            target("KZ", "KG", "$2 bln", by="2024-01-14", source=source("Trend", "2024-01-15")),
        ),
        # The months compared must both begin and end earlier.
        (
            "E210",
            growth("KZ", "KG", "2022-02/2022-06", "13%", base_period="2022-01/2022-05"),
            growth("KZ", "KG", "2022-02/2022-06", "13%", base_period="2022-01/2022-06"),
        ),
        (
            "E210",
            growth("KZ", "KG", "2022-02/2022-06", "13%", base_period="2022-01/2022-05"),
            growth("KZ", "KG", "2022-02/2022-06", "13%", base_period="2022-02/2022-05"),
        ),
        ("E212", share("KZ", "KG", "2022", "0%"), share("KZ", "KG", "2022", "-0.1%")),
        ("E212", share("KZ", "KG", "2022", "100%"), share("KZ", "KG", "2022", "100.1%")),
        ("E214", volume("KZ", "KG", "2022", "$1"), volume("KZ", "KG", "2022", "$0")),
        ("E215", growth("KZ", "KG", "2022", "-100%"), growth("KZ", "KG", "2022", "-100.1%")),
        # A person may take and leave an office, and be seen in it, on one day.
        ("E409", in_office(start="2021-01-28", end="2021-01-28"), in_office(start="2021-01-28", end="2021-01-27")),
        ("E410", in_office(start="2021-01-28", seen_on="2021-01-28"), in_office(start="2021", seen_on="2020-12-31")),
        ("E410", in_office(end="2021-01-28", seen_on="2021-01-28"), in_office(end="2021-01-28", seen_on="2021-01-29")),
        # Somewhere it may be the next day already, but not if the page is dated to the month only.
        ("E411", in_office("2024-01-31", seen_on="2024-02-01"), in_office("2024-01-31", seen_on="2024-02-02")),
        ("E411", in_office("2024-01", seen_on="2024-01-31"), in_office("2024-01", seen_on="2024-02-01")),
        ("W408", in_office(start="2021"), in_office()),
        ("W408", in_office(end="2021"), in_office()),
        ("W408", in_office(seen_on="2021"), in_office()),
    ],
)
def test_a_rule_accepts_the_last_and_finds_the_first(code: str, accepted: Json, found: Json) -> None:
    assert find(code, accepted) == []
    assert len(find(code, found)) == 1


@pytest.mark.parametrize(
    ("dates", "between"),
    [
        ({"start": "2021-01-28", "seen_on": "2021-01-27"}, "2021-01-28 and …"),
        ({"end": "2021-01-26", "seen_on": "2021-01-27"}, "… and 2021-01-26"),
    ],
)
def test_a_sighting_outside_a_term_is_shown_with_its_known_ends(dates: dict[str, str], between: str) -> None:
    assert find("E410", in_office(**dates)) == [f"expected a day between {between}, found 2021-01-27"]


@pytest.mark.parametrize(
    ("key", "longest", "make"),
    [
        ("title", 300, lambda text: on_page("2024-01-15", title=text)),
        ("publisher", 60, lambda text: volume("KZ", "KG", "2022", "$1", source=source(text, id="page"))),
        ("origin", 60, lambda text: on_page("2024-01-15", origin=text)),
        ("note", 200, lambda text: volume("KZ", "KG", "2022", "$1", note=text)),
        ("scope", 80, lambda text: volume("KZ", "KG", "2022", "$1", scope=text)),
        ("printed", 80, lambda text: volume("KZ", "KG", "2022", "$1") | {"printed": text}),
        (
            "attributed_as",
            200,
            lambda text: volume("KZ", "KG", "2022", "$1", attributed_to=JAPAROV, attributed_as=text),
        ),
        ("whole", 120, lambda text: share("KZ", "KG", "2022", "4%", whole=text)),
        ("horizon", 80, lambda text: target("KZ", "KG", "$2 bln", horizon=text)),
        ("name", 160, lambda text: event(text, "2023-05-05", "KZ", "KG")),
        ("venue", 100, lambda text: event(None, "2023-05-05", "KZ", "KG", venue=text)),
        ("topics", 100, lambda text: event(None, "2023-05-05", "KZ", "KG", venue="Bishkek", topics=["trade", text])),
        ("aliases", 200, lambda text: term(person("Sadyr Japarov", text), "kg-head-of-state", seen_on="2023")),
        ("role", 300, lambda text: term(JAPAROV, office("KG", text, "Head", id="head"), seen_on="2023")),
    ],
)
def test_a_text_has_a_longest_length(key: str, longest: int, make: Callable[[str], Json]) -> None:
    assert find("E112", make("x" * longest)) == []
    assert find("E112", make("x" * (longest + 1))) == [
        f"expected at most {longest} characters, found {longest + 1}: '{'x' * 40}'…"
    ], key


@pytest.mark.parametrize("name", ["a" * 120, "1-a"])
def test_an_id_of_words_may_have_120_characters(name: str) -> None:
    assert find("W107", volume("KZ", "KG", "2022", "$1", id=name)) == []


@pytest.mark.parametrize("name", [" Sadyr Japarov", "Sadyr Japarov ", "Sadyr  Japarov"])
def test_a_blank_around_or_doubled_within_a_name_is_found(name: str) -> None:
    assert find("W111", event(name, "2023", "KZ", "KG")) == [
        f"expected only single spaces between words, found {name!r}"
    ]


@pytest.mark.parametrize(
    ("inferred", "why"),
    [("scope", "a key without a value"), ("pair", "no key of this record"), ("whole", "no key of this record")],
)
def test_an_inferred_key_without_a_value_and_an_unknown_one_are_told_apart(inferred: str, why: str) -> None:
    messages = find("E108", volume("KZ", "KG", "2022", "$1", inferred=[inferred]))

    assert messages == [f"expected keys with a value, found {inferred!r}: {why}"]


@pytest.mark.parametrize(
    ("change", "find_lines"),
    [
        (lambda lines: lines, lambda _: []),
        (lambda lines: [*lines[:3], lines[3].replace(": ", ":  ", 1), *lines[4:]], lambda _: [4]),
        (lambda lines: [*lines, "\n"], lambda count: [count + 1]),
        (lambda lines: [*lines[:-1], lines[-1].rstrip("\n")], lambda count: [count]),
    ],
    ids=["none", "a blank", "another line", "no line end"],
)
def test_the_first_line_that_fmt_would_change_is_named(
    tmp_path: Path, change: Callable[[list[str]], list[str]], find_lines: Callable[[int], list[int]]
) -> None:
    path = save(tmp_path / "facts.json", volume("KZ", "KG", "2022", "$1 bln"))
    lines = format_canonical(path.read_bytes(), "facts.json").decode().splitlines(keepends=True)
    path.write_text("".join(change(lines)), encoding="utf-8")

    found = ask_lint(open_base([str(path)]), files=[str(path)], select=["E104"]).findings

    assert [finding.line for finding in found] == find_lines(len(lines))


def test_only_names_of_people_may_be_surnames() -> None:
    customs = [
        volume("KZ", "KG", "2022", "$1", attributed_to=body("Customs", code, id=code.lower() + "-customs"))
        for code in ("KZ", "KG")
    ]

    assert find("E401", *customs) == ["expected one record called 'Customs', found kz-customs, kg-customs"]
    assert find("W402", *customs) == []


def test_a_country_has_a_code_of_letters() -> None:
    found = ask_lint(compiled(document(countries=[country("K1")])), select=["E404"]).findings

    assert [finding.message for finding in found] == ["expected two letters, found 'K1'"]


@pytest.mark.parametrize(
    ("speaker", "named"), [(None, "nobody"), (body("Customs", "KG"), "customs")], ids=["nobody", "a body"]
)
def test_an_office_of_nobody_is_found(speaker: Json | None, named: str) -> None:
    messages = find("E407", volume("KZ", "KG", "2022", "$1", attributed_to=speaker, attributed_as="Chairman"))

    assert messages == [f"expected null unless a person speaks, found 'Chairman' of {named}"]


def test_a_person_may_have_the_name_of_a_place() -> None:
    assert (
        find(
            "E401",
            term(person("China", "Central Asia"), "kg-head-of-state", seen_on="2023"),
            volume("CN", "CA5", "2022", "$1"),
        )
        == []
    )


SUMMIT = event("CIS summit", "2023-10-13", "KG", "KZ", venue="Bishkek")
PLANS = project("KZ", "UZ", 69, "$3.1 billion")
TERM = in_office(start="2021-01-28")


@pytest.mark.parametrize(
    ("fact", "differing"),
    [
        *((SUMMIT, {key: value}) for key, value in {"name": "Talks", "date": "2023-10-12", "venue": "Astana"}.items()),
        (SUMMIT, {"parties": ["KG", "UZ"]}),
        *((PLANS, keys) for keys in ({"status": "done"}, {"projects": 70}, {"partner": "KG"})),
        *((TERM, {key: "2022"}) for key in ("start", "end", "seen_on")),
        (TERM, {"office": "kg-head-of-government"}),
        (TERM, {"attributed_to": "kg-statistics"}),
    ],
)
def test_a_claim_stands_twice_unless_a_value_of_it_differs(fact: Json, differing: Json) -> None:
    again, other = fact | {"id": "again", "note": "said twice"}, fact | {"id": "other", **differing}

    assert len(find("E501", fact, again)) == 1
    assert find("E501", fact, other) == []


def test_the_order_of_the_parties_of_a_meeting_makes_no_other_meeting() -> None:
    assert len(find("E501", SUMMIT, SUMMIT | {"id": "again", "parties": ["KZ", "KG"]})) == 1


def tell(publisher: str, day: str, **others: object) -> list[Json]:
    """Return the same two figures on a page of a publisher."""
    page = source(publisher, day, **others)
    return [volume("KZ", "KG", year, "$1.1 bln", source=page) for year in ("2021", "2022")]


@pytest.mark.parametrize(
    ("later", "is_found"),
    [
        (tell("Kabar", "2024-01-22"), True),
        (tell("Kabar", "2024-01-23"), False),
        (tell("Kabar", "2024-01-22")[:1], False),
        (tell("Kabar", "2024-01-15", origin="AKIpress"), True),
        (tell("Kabar", "2024-01"), True),
        (tell("Kabar", "2024-02"), False),
        (tell("Kabar", "2024"), False),
    ],
)
def test_two_figures_on_two_pages_within_a_week_tell_one_story(later: list[Json], *, is_found: bool) -> None:
    assert len(find("W504", *tell("Trend", "2024-01-15"), *later)) == is_found


def test_pages_that_credit_two_agencies_tell_two_stories() -> None:
    one, other = tell("Kabar", "2024-01-15", origin="AKIpress"), tell("Trend", "2024-01-15", origin="TASS")

    assert find("W504", *one, *other) == []


def test_the_unit_that_is_wanted_is_named() -> None:
    amount, rate = volume("KZ", "KG", "2022", "$5"), growth("KZ", "KG", "2022", "5%")

    assert find("E207", amount | {"printed": "5 percent"}) == ["expected money, found '5 percent'"]
    assert find("E207", rate | {"printed": "5 dollars"}) == ["expected a percentage, found '5 dollars'"]
