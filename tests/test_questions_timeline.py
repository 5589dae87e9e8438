"""The timeline of one country."""

import pytest

from builders import Json, base, event, growth, office, project, share, source, target, term, volume
from tradefacts.errors import InvalidQueryError
from tradefacts.questions.timeline import SHORT, Entry, ask_timeline

PREMIER = office("KZ", "head of government", "Prime Minister")


def entries(*facts: Json, everything: bool = False, **wanted: str) -> list[Entry]:
    return list(ask_timeline(base(*facts), "KZ", **wanted, everything=everything).result.entries)  # type: ignore[arg-type]  # texts only


@pytest.mark.parametrize(
    ("fact", "moments"),
    [
        (volume("KZ", "KG", "2022", "$1.3 bln"), [("2022-12", "figure")]),
        (growth("KZ", "KG", "2023-01/2023-07", "13%"), [("2023-07", "figure")]),
        (share("KZ", "KG", None, "57%"), [(None, "figure")]),
        (target("KZ", "KG", "$2 bln", source="trend-2023-09-25"), [("2023-09-25", "target")]),
        (project("KZ", "KG", 69, "$3.1 bln", source="trend-2024-07-12"), [("2024-07-12", "project")]),
        (event("Council", "2023-09-25", "KG", "KZ"), [("2023-09-25", "meeting")]),
        (event("Council", None, "KG", "KZ", source="trend-2023-09-26"), [("2023-09-26", "meeting")]),
        (
            term("alikhan-smailov", PREMIER, start="2022-01-11", end="2024-02-05", seen_on="2023-09-25"),
            [("2024-02-05", "left office"), ("2022-01-11", "took office")],
        ),
        (term("alikhan-smailov", PREMIER, seen_on="2023-09-25"), [("2023-09-25", "seen in office")]),
    ],
    ids=lambda value: value["kind"] if isinstance(value, dict) else "",
)
def test_each_kind_is_at_its_date_or_that_of_its_page(fact: Json, moments: list[tuple[str | None, str]]) -> None:
    assert [(entry.date, entry.what) for entry in entries(fact)] == moments


def test_newest_comes_first_and_undated_last() -> None:
    found = entries(
        share("KZ", "KG", None, "57%"),
        event("Council", "2023-09-25", "KG", "KZ"),
        volume("KZ", "KG", "2022", "$1.3 bln"),
        term("alikhan-smailov", PREMIER, start="2022"),
    )

    assert [entry.date for entry in found] == ["2023-09-25", "2022-12", "2022", None]


def test_claims_that_say_the_same_of_the_same_are_one_entry() -> None:
    found = entries(
        volume("KZ", "KG", "2022", "$1.3 bln"),
        volume("KG", "KZ", "2022", "1,3 млрд долларов", source="interfax-2023-09-25"),
        volume("KZ", "KG", "2022", "$1.3 bln", reporter="KG"),
        volume("KZ", "KG", "2022", "$1.3 bln", bound=">"),
    )

    assert [len(entry.facts) for entry in found] == [2, 1, 1]


def test_with_a_partner_only_entries_about_both_are_left() -> None:
    facts = base(
        volume("KZ", "KG", "2022", "$1.3 bln"),
        volume("KZ", "UZ", "2022", "$5 bln"),
        event("Summit", "2023-09-14", "KG", "KZ", "UZ"),
    )

    answer = ask_timeline(facts, "KZ", partner="Узбекистан")

    assert answer.query == {"place": "KZ", "with": "UZ"}
    assert [entry.what for entry in answer.result.entries] == ["meeting", "figure"]


def many(*facts: Json) -> list[Json]:
    """Return facts among so many sightings that only main entries are shown."""
    sightings = [term(f"person-{number}", PREMIER, seen_on="2023-09-25") for number in range(SHORT)]
    return [*facts, *sightings]


def test_a_group_with_itself_is_what_its_members_do_among_them() -> None:
    inside = volume("CA5", "CA5", "2023", "$10 bln")
    forum, summit = event("Forum", "2023-03-15", "CA5", "KZ", "UZ"), event("Summit", "2023-05-18", "CA5", "CN")
    facts = base(inside, volume("CA5", "CN", "2023", "$89 bln"), forum, summit)

    found = ask_timeline(facts, "CA5", partner="CA5").result.entries

    assert [entry.facts for entry in found] == [(inside["id"],), (forum["id"],)]


def test_a_short_timeline_is_shown_whole() -> None:
    assert len(entries(*many())) == SHORT


@pytest.mark.parametrize(
    "fact",
    [
        volume("KZ", "KG", "2022", "$1.3 bln"),
        target("KZ", "KG", "$2 bln"),
        project("KZ", "KG", 69, "$3.1 bln"),
        event("11th meeting of the Intergovernmental Council", "2023-09-25", "KG", "KZ"),
        term("alikhan-smailov", PREMIER, start="2022-01-11"),
        term("alikhan-smailov", PREMIER, end="2024-02-05"),
    ],
    ids=lambda fact: fact["kind"],
)
def test_a_long_timeline_keeps_the_main_entries(fact: Json) -> None:
    assert [entry.facts for entry in entries(*many(fact))] == [(fact["id"],)]


@pytest.mark.parametrize(
    "fact",
    [
        volume("KZ", "KG", "2023-01/2023-07", "$757 mln"),
        volume("KZ", "KG", "2022", "$1.3 bln", flow="exports"),
        volume("KZ", "KG", "2022", "$1.3 bln", scope="domestic goods"),
        volume("KZ", "KG", "2022", "$1.3 bln") | {"printed": "a lot"},
        growth("KZ", "KG", "2022", "19%"),
        target("KZ", "KG", "$2 bln", source=source("Interfax", None)),
        event("Telephone talk", "2023-09-25", "KG", "KZ"),
        event("Council", None, "KG", "KZ", source=source("Interfax", None)),
    ],
    ids=["part-year", "exports", "scope", "unreadable", "growth", "undated target", "talk", "undated meeting"],
)
def test_a_long_timeline_leaves_the_rest_to_all(fact: Json) -> None:
    answer = ask_timeline(base(*many(fact)), "KZ")

    assert answer.result.entries == ()
    assert answer.notes[0] == f"{SHORT + 1} more entries with --all"
    assert len(entries(*many(fact), everything=True)) == SHORT + 1


def test_a_long_timeline_has_each_years_turnover_once_with_most_voices() -> None:
    found = entries(
        *many(
            volume("KZ", "KG", "2022", "$1.3 bln"),
            volume("KZ", "KG", "2022", "$1.1 bln", reporter="KG"),
            volume("KZ", "KG", "2022", "$1.1 bln", reporter="KG", source="interfax-2023-09-25"),
            volume("KZ", "UZ", "2022", "$5 bln"),
        )
    )

    assert [(entry.date, len(entry.facts)) for entry in found] == [("2022-12", 2), ("2022-12", 1)]


def test_a_long_timeline_has_a_target_when_it_was_new() -> None:
    found = entries(
        *many(
            target("KZ", "KG", "$2 bln", source="trend-2023-09-25"),
            target("KZ", "KG", "$2 bln", source="trend-2022-09-25", bound=">"),
            target("KZ", "KG", "$3 bln", source="trend-2024-02-01"),
        )
    )

    assert [entry.date for entry in found] == ["2024-02-01", "2022-09-25"]


def test_a_kind_that_is_asked_for_is_shown_whole() -> None:
    growths = [growth("KZ", "KG", f"20{year:02}-{month:02}", "5%") for year in range(10, 21) for month in range(1, 13)]

    assert len(entries(*growths, kind="growth")) == len(growths)


def test_limit_keeps_the_newest_and_their_claims() -> None:
    facts = base(*(volume("KZ", "KG", str(year), "$1 bln") for year in (2021, 2020, 2022)))

    answer = ask_timeline(facts, "KZ", limit=1)

    assert [entry.date for entry in answer.result.entries] == ["2022-12"]
    assert [claim.period for claim in answer.claims] == ["2022"]


def test_nothing_dated_is_an_answer_with_a_note() -> None:
    answer = ask_timeline(base(volume("KZ", "KG", "2022", "$1 bln")), "KZ", since="2030")

    assert answer.result.entries == ()
    assert answer.notes == ("no dated facts about KZ match the filters (try 'tradefacts coverage')",)


def test_a_country_with_itself_is_refused() -> None:
    with pytest.raises(InvalidQueryError, match="'KZ' and 'Казахстан' are the same country"):
        ask_timeline(base(volume("KZ", "KG", "2022", "$1.3 bln")), "KZ", partner="Казахстан")
