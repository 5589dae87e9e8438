"""Who held which office, as far as pages show it."""

import pytest

from builders import Json, base, office, source, term
from tradefacts.errors import AmbiguousNameError, InvalidPeriodError, UnknownNameError
from tradefacts.questions.officials import Official, ask_officials

PREMIER = office("KZ", "head of government", "Prime Minister")
PRESIDENT = office("KZ", "head of state", "President")
CLERK = office("KZ", "ambassador", "Ambassador")
DAY = "2023-09-25"


def find(*terms: Json, on: str | None = None, everyone: bool = False) -> list[Official]:
    return list(ask_officials(base(*terms), on=on, everyone=everyone).result.officials)


@pytest.mark.parametrize(
    ("dates", "status"),
    [
        ({"start": "2022-01-11", "end": "2024-02-05"}, "in office"),
        ({"start": "2022", "end": "2023"}, "in office"),
        ({"start": "2023-09-25", "end": "2023-09-25"}, "in office"),
        ({"seen_on": DAY}, "seen that day"),
        ({"seen_on": "2023-09"}, "seen that day"),
        ({"seen_on": "2023"}, "seen that day"),
        ({"start": DAY}, "seen that day"),
        ({"end": DAY}, "seen that day"),
        ({"start": "2022-01-11"}, "last seen earlier"),
        ({"seen_on": "2023-09-24"}, "last seen earlier"),
        ({"seen_on": "2023-09-26"}, "first seen later"),
        ({"end": "2024-02-05"}, "first seen later"),
        ({"start": "2022-01-11", "seen_on": "2024-01-01"}, "between two sightings"),
    ],
    ids=str,
)
def test_the_status_of_a_day_is_no_more_than_what_pages_show(dates: Json, status: str) -> None:
    (official,) = find(term("alikhan-smailov", PREMIER, **dates), on=DAY)

    assert official.status == status


@pytest.mark.parametrize(
    "dates",
    [{"start": "2023-09-26"}, {"start": "2024"}, {"end": "2023-09-24"}, {"end": "2022"}, {}],
    ids=str,
)
def test_who_was_not_in_office_or_of_whom_nothing_is_dated_is_left_out(dates: Json) -> None:
    answer = ask_officials(base(term("alikhan-smailov", PREMIER, **dates)), on=DAY)

    assert answer.result.officials == ()
    assert answer.notes == ("no officials match (try 'tradefacts officials --all')",)


def test_two_sightings_hold_what_lies_between_them() -> None:
    (official,) = find(
        term("alikhan-smailov", PREMIER, seen_on="2023-09-01"),
        term("alikhan-smailov", PREMIER, seen_on="2023-10-01"),
        on=DAY,
    )

    assert official.status == "between two sightings"
    assert (official.first_seen, official.last_seen) == ("2023-09-01", "2023-10-01")


def test_where_the_day_is_known_nobody_else_of_the_office_is_shown() -> None:
    found = find(
        term("askar-mamin", PREMIER, seen_on="2021-01-01"),
        term("alikhan-smailov", PREMIER, seen_on=DAY),
        term("olzhas-bektenov", PREMIER, seen_on="2024-07-12"),
        on=DAY,
    )

    assert [one.person for one in found] == ["alikhan-smailov"]


def test_where_it_is_not_the_last_before_and_the_first_after_are_shown() -> None:
    found = find(
        term("karim-massimov", PREMIER, start="2007-01"),
        term("askar-mamin", PREMIER, seen_on="2021-01-01"),
        term("olzhas-bektenov", PREMIER, seen_on="2024-07-12"),
        term("somebody-else", PREMIER, seen_on="2025-01-01"),
        on=DAY,
    )

    assert [one.person for one in found] == ["askar-mamin", "olzhas-bektenov"]


def test_without_a_day_there_is_no_status() -> None:
    assert find(term("alikhan-smailov", PREMIER, seen_on=DAY))[0].status is None


def test_the_most_precise_date_is_taken_and_of_those_the_newest_pages() -> None:
    (official,) = find(
        term("alikhan-smailov", PREMIER, start="2022", end="2024-02-05", source="trend-2024-03-01"),
        term("alikhan-smailov", PREMIER, start="2022-01-11", source="trend-2022-02-01"),
        term("alikhan-smailov", PREMIER, start="2022-01-10", source=source("Kazinform", None)),
    )

    assert (official.start, official.end) == ("2022-01-11", "2024-02-05")


@pytest.mark.parametrize(("notes", "acting"), [(("acting", "acting"), True), (("acting", None), False)])
def test_acting_is_who_no_page_has_in_full(notes: tuple[str | None, ...], acting: bool) -> None:  # noqa: FBT001 - a table
    (official,) = find(*(term("roman-sklyar", PREMIER, seen_on=DAY, note=note) for note in notes))

    assert official.acting is acting
    assert len(official.facts) == 2


def test_a_person_is_found_in_offices_of_their_own() -> None:
    facts = base(term("a-b", PREMIER, seen_on=DAY), term("c-d", CLERK, seen_on=DAY, attributed_to="a-b"))

    found = ask_officials(facts, person="A B").result.officials

    assert [official.person for official in found] == ["a-b"]


def test_officials_come_by_country_then_leading_offices_then_date() -> None:
    found = find(
        term("d", CLERK, seen_on=DAY),
        term("c", PREMIER),
        term("b", PREMIER, start="2022"),
        term("a", PRESIDENT, end="2019"),
        term("z", office("KG", "head of state"), seen_on=DAY),
        everyone=True,
    )

    assert [one.person for one in found] == ["z", "a", "b", "c", "d"]


def test_other_offices_are_shown_when_asked_for_and_counted_otherwise() -> None:
    facts = base(term("alikhan-smailov", PREMIER), term("somebody-else", CLERK))

    leading, everyone = ask_officials(facts), ask_officials(facts, everyone=True)

    assert [one.role for one in leading.result.officials] == ["head of government"]
    assert leading.notes == ("1 in other offices are not shown (use --all)",)
    assert len(everyone.result.officials) == 2
    assert (everyone.query, everyone.notes) == ({"all": True}, ())


@pytest.mark.parametrize("name", ["alikhan-smailov", "Smailov", "alikhan smailov", "SMAILOV"])
def test_a_person_is_found_by_any_spelling_in_whatever_office(name: str) -> None:
    facts = base(
        term("alikhan-smailov", PREMIER),
        term("alikhan-smailov", CLERK),
        term("olzhas-bektenov", PREMIER),
    )

    answer = ask_officials(facts, person=name)

    assert answer.query == {"person": "alikhan-smailov"}
    assert [one.role for one in answer.result.officials] == ["head of government", "ambassador"]


def test_a_name_that_several_share_lists_them() -> None:
    facts = base(term("akylbek-japarov", PREMIER), term("sadyr-japarov", PRESIDENT))

    with pytest.raises(AmbiguousNameError, match="'Japarov' names 2 records") as caught:
        ask_officials(facts, person="Japarov")

    assert caught.value.hint == "one of: Akylbek Japarov (akylbek-japarov); Sadyr Japarov (sadyr-japarov)"


def test_an_unknown_person_and_a_day_that_is_none_are_refused() -> None:
    facts = base(term("alikhan-smailov", PREMIER))

    with pytest.raises(UnknownNameError) as caught:
        ask_officials(facts, person="Alikhan Smailof")
    with pytest.raises(InvalidPeriodError):
        ask_officials(facts, on="2023-02-30")
    assert caught.value.hint == "did you mean Alikhan Smailov (alikhan-smailov)?"


def test_one_country_and_a_limit() -> None:
    facts = base(term("a", PREMIER), term("b", PRESIDENT), term("c", office("KG", "head of state")))

    answer = ask_officials(facts, "Казахстан", limit=1)

    assert answer.query == {"place": "KZ", "limit": 1}
    assert [one.person for one in answer.result.officials] == ["b"]
    assert [claim.person for claim in answer.claims] == ["b"]
