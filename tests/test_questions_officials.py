"""Holders of offices, as far as pages show them."""

import pytest

import tradefacts
from builders import Json, base, office, source, term
from tradefacts.errors import AmbiguousNameError, InvalidPeriodError, InvalidQueryError, UnknownNameError
from tradefacts.questions.officials import Official, ask_officials

PREMIER = office("KZ", "head of government", "Prime Minister")
PRESIDENT = office("KZ", "head of state", "President")
DEPUTY = office("KZ", "deputy head of government", "Deputy Prime Minister")
CLERK = office("KZ", "ambassador", "Ambassador")
DAY = "2023-09-25"


def find(*terms: Json, on: str | None = None, everything: bool = False) -> list[Official]:
    return list(ask_officials(base(*terms), on=on, everything=everything).result.officials)


def judge(*terms: Json, on: str = DAY) -> list[tuple[str, str | None, str | None]]:
    return [(one.person, one.status, one.reason) for one in find(*terms, on=on)]


def smailov(**dates: object) -> Json:
    return term("alikhan-smailov", PREMIER, **dates)


def mamin(**dates: object) -> Json:
    return term("askar-mamin", PREMIER, **dates)


def bektenov(**dates: object) -> Json:
    return term("olzhas-bektenov", PREMIER, **dates)


@pytest.mark.parametrize(
    ("dates", "status", "reason"),
    [
        ({"start": "2022-01-11", "end": "2024-02-05"}, "known", "in office"),
        ({"start": "2022", "end": "2024"}, "known", "in office"),
        ({"start": "2022-01-11", "seen_on": "2024-01-01"}, "known", "in office"),
        ({"seen_on": DAY}, "known", "in office"),
        ({"start": DAY}, "known", "in office"),
        ({"end": DAY}, "known", "left that day"),
        ({"start": DAY, "end": DAY}, "known", "left that day"),
        ({"start": "2022", "end": "2023"}, "unclear", "date too coarse"),
        ({"seen_on": "2023-09"}, "unclear", "date too coarse"),
        ({"seen_on": "2023"}, "unclear", "date too coarse"),
        ({"start": "2023-09"}, "unclear", "date too coarse"),
        ({"start": "2022-01-11"}, "unclear", "not seen later"),
        ({"seen_on": "2023-09-24"}, "unclear", "not seen later"),
        ({"end": "2023-09-24"}, "unknown", "before"),
        ({"end": "2022"}, "unknown", "before"),
        ({"seen_on": "2023-09-26"}, "unknown", "after"),
        ({"start": "2024"}, "unknown", "after"),
        ({"end": "2024-02-05"}, "unknown", "after"),
    ],
    ids=str,
)
def test_the_status_on_a_day_is_only_what_pages_show(dates: Json, status: str, reason: str) -> None:
    assert judge(smailov(**dates)) == [("alikhan-smailov", status, reason)]


def test_no_one_is_shown_for_a_day_if_no_page_is_dated() -> None:
    answer = ask_officials(base(smailov()), on=DAY)

    assert answer.result.officials == ()
    assert answer.notes == ("no officials match (try 'tradefacts officials --all')",)


def test_two_sightings_cover_the_time_between_them() -> None:
    (official,) = find(smailov(seen_on="2023-09-01"), smailov(seen_on="2023-10-01"), on=DAY)

    assert official.status == "known"
    assert (official.first_seen, official.last_seen) == ("2023-09-01", "2023-10-01")


def test_if_the_holder_is_known_no_one_else_is_shown() -> None:
    judged = judge(mamin(start="2019"), smailov(seen_on=DAY), bektenov(start="2023-09"))

    assert judged == [("alikhan-smailov", "known", "in office")]


def test_an_open_spell_counts_until_the_next_holders_first_sign() -> None:
    terms = (mamin(start="2019-02-25"), bektenov(start="2024-02-06"), smailov(start="2022-01-11"))

    judged = [judge(*terms, on=day) for day in ("2019-02-25", "2022-01-10", "2022-01-12", "2024-02-06")]

    assert judged == [
        [("askar-mamin", "known", "in office")],
        [("askar-mamin", "unclear", "not seen later")],
        [("alikhan-smailov", "unclear", "not seen later")],
        [("olzhas-bektenov", "known", "in office")],
    ]


def test_after_an_end_the_office_is_unknown_until_the_next_sign() -> None:
    judged = judge(mamin(start="2019-02-25", end="2022-01-05"), bektenov(seen_on="2024-07-12"))

    assert judged == [("askar-mamin", "unknown", "before"), ("olzhas-bektenov", "unknown", "after")]


def test_who_was_not_seen_taking_the_office_may_have_held_it_before_the_first_sighting() -> None:
    judged = judge(mamin(seen_on="2021-01-01"), bektenov(seen_on="2024-07-12"))

    assert judged == [("askar-mamin", "unclear", "not seen later"), ("olzhas-bektenov", "unclear", "not seen earlier")]


def test_two_who_are_shown_on_one_day_are_both_listed() -> None:
    judged = judge(smailov(start="2022-01-11", end="2024-02-05"), bektenov(seen_on=DAY))

    assert judged == [
        ("olzhas-bektenov", "unclear", "several holders"),
        ("alikhan-smailov", "unclear", "several holders"),
    ]


def test_on_the_day_of_a_change_the_new_holder_comes_first() -> None:
    judged = judge(mamin(start="2019", end=DAY), smailov(start=DAY, seen_on="2023-10-01"))

    assert judged == [("alikhan-smailov", "known", "in office"), ("askar-mamin", "known", "left that day")]


def test_who_is_last_seen_on_the_day_a_successor_starts_left_that_day() -> None:
    judged = judge(mamin(seen_on=DAY), smailov(start=DAY))

    assert judged == [("alikhan-smailov", "known", "in office"), ("askar-mamin", "known", "left that day")]


def test_a_date_too_coarse_is_named_on_the_day_on_which_the_holder_leaves() -> None:
    judged = judge(smailov(end=DAY), term("roman-sklyar", PREMIER, start="2023-09", acting=True))

    assert judged == [("alikhan-smailov", "known", "left that day"), ("roman-sklyar", "unclear", "date too coarse")]


def test_acting_ends_where_the_same_person_starts_in_full() -> None:
    terms = (
        smailov(start="2022-01-05", end="2022-01-11", acting=True),
        smailov(start="2022-01-11", seen_on="2022-02-01"),
    )

    days = {day: [one.acting for one in find(*terms, on=day)] for day in ("2022-01-05", "2022-01-10", "2022-01-11")}

    assert days == {"2022-01-05": [True], "2022-01-10": [True], "2022-01-11": [False]}


def test_an_open_spell_with_a_coarse_date_is_listed_once() -> None:
    assert judge(smailov(start="2023"), smailov(seen_on="2023-03-05")) == [
        ("alikhan-smailov", "unclear", "not seen later")
    ]


def test_an_office_with_several_holders_lists_them_all() -> None:
    judged = judge(
        term("a-a", DEPUTY, seen_on=DAY),
        term("b-b", DEPUTY, start="2022-01-01", end="2024-01-01"),
        term("c-c", DEPUTY, start="2023"),
        term("d-d", DEPUTY, seen_on="2021-01-01"),
    )

    assert judged == [
        ("a-a", "known", "in office"),
        ("b-b", "known", "in office"),
        ("c-c", "unclear", "date too coarse"),
    ]


def test_spells_come_newest_first_and_without_a_status() -> None:
    terms = (
        term("karim-massimov", PREMIER, start="2007-01", end="2012-09"),
        term("serik-akhmetov", PREMIER, start="2012-09"),
        term("karim-massimov", PREMIER, start="2014", end="2016-09-08"),
    )

    found = find(*terms)

    assert [(one.person, one.start, one.end, one.next_sign, one.status) for one in found] == [
        ("karim-massimov", "2014", "2016-09-08", None, None),
        ("serik-akhmetov", "2012-09", None, "2014", None),
        ("karim-massimov", "2007-01", "2012-09", None, None),
    ]


def test_the_most_precise_date_is_taken_and_of_those_the_newest_pages() -> None:
    (official,) = find(
        smailov(start="2022", end="2024-02-05", source="trend-2024-03-01"),
        smailov(start="2022-01-11", source="trend-2022-02-01"),
        smailov(start="2022-01-10", source=source("Kazinform", None)),
    )

    assert (official.start, official.end) == ("2022-01-11", "2024-02-05")
    assert (official.other_starts, official.other_ends) == (("2022-01-10",), ())


def test_acting_and_in_full_are_apart() -> None:
    found = find(
        smailov(seen_on="2022-01-06", acting=True), smailov(seen_on=DAY), smailov(seen_on="2022-01-07", acting=True)
    )

    assert [(one.acting, len(one.facts)) for one in found] == [(False, 1), (True, 2)]


def test_an_office_that_is_two_things_says_so() -> None:
    both = office("TM", "head of state", "President", second_role="head of government")

    (official,) = find(term("serdar-berdimuhamedov", both, seen_on=DAY))

    assert (official.role, official.second_role) == ("head of state", "head of government")


def test_officials_come_by_country_then_leading_offices_then_newest_date() -> None:
    found = find(
        term("d", CLERK, seen_on=DAY),
        term("c", PREMIER),
        term("b", PREMIER, start="2022"),
        term("a", PRESIDENT, end="2019"),
        term("z", office("KG", "head of state"), seen_on=DAY),
        everything=True,
    )

    assert [one.person for one in found] == ["z", "a", "b", "c", "d"]


def test_other_offices_are_shown_when_asked_for_and_counted_otherwise() -> None:
    facts = base(term("alikhan-smailov", PREMIER), term("somebody-else", CLERK))

    leading, everyone = ask_officials(facts), ask_officials(facts, everything=True)

    assert [one.role for one in leading.result.officials] == ["head of government"]
    assert leading.notes == ("1 other office is not shown (use --all)",)
    assert len(everyone.result.officials) == 2
    assert (everyone.query, everyone.notes) == ({"all": True}, ())


@pytest.mark.parametrize("name", ["alikhan-smailov", "Smailov", "alikhan smailov", "SMAILOV"])
def test_a_person_is_found_by_any_spelling_in_any_office(name: str) -> None:
    facts = base(smailov(), term("alikhan-smailov", CLERK), bektenov())

    answer = ask_officials(facts, person=name)

    assert answer.query == {"person": "alikhan-smailov"}
    assert [one.role for one in answer.result.officials] == ["head of government", "ambassador"]


def test_a_spell_ends_when_another_person_holds_the_office() -> None:
    facts = base(smailov(seen_on="2022-02-01"), mamin(seen_on="2023-01-01"), smailov(seen_on="2024-01-01"))

    answer = ask_officials(facts, person="Smailov")

    assert [(one.first_seen, one.next_sign) for one in answer.result.officials] == [
        ("2024-01-01", None),
        ("2022-02-01", "2023-01-01"),
    ]
    assert {claim.person for claim in answer.claims} == {"alikhan-smailov", "askar-mamin"}


def test_a_name_that_several_share_lists_them() -> None:
    facts = base(term("akylbek-japarov", PREMIER), term("sadyr-japarov", PRESIDENT))

    with pytest.raises(AmbiguousNameError, match="'Japarov' names 2 records") as caught:
        ask_officials(facts, person="Japarov")

    assert caught.value.hint == "one of: Akylbek Japarov (akylbek-japarov); Sadyr Japarov (sadyr-japarov)"


def test_an_unknown_person_is_refused() -> None:
    with pytest.raises(UnknownNameError) as caught:
        ask_officials(base(smailov()), person="Alikhan Smailof")

    assert caught.value.hint == "did you mean Alikhan Smailov (alikhan-smailov)?"


@pytest.mark.parametrize("day", ["2023-02-30", "2023", "2023-09"])
def test_a_day_is_a_day(day: str) -> None:
    with pytest.raises(InvalidPeriodError):
        ask_officials(base(smailov()), on=day)


def test_one_country_and_a_limit() -> None:
    facts = base(term("a", PREMIER), term("b", PRESIDENT), term("c", office("KG", "head of state")))

    answer = ask_officials(facts, "Казахстан", limit=1)

    assert answer.query == {"place": "KZ", "limit": 1}
    assert [one.person for one in answer.result.officials] == ["b"]
    assert [claim.person for claim in answer.claims] == ["b"]


@pytest.mark.parametrize(
    ("country", "office_id", "day", "expected"),
    [
        ("UZ", "uz-head-of-state", "2016-12-13", ("shavkat-mirziyoyev", True, "known")),
        ("UZ", "uz-head-of-state", "2016-12-14", ("shavkat-mirziyoyev", False, "known")),
        ("UZ", "uz-head-of-state", "2021-08-01", ("shavkat-mirziyoyev", False, "known")),
        ("KZ", "kz-head-of-government", "2013-06-01", ("serik-akhmetov", False, "known")),
        ("KZ", "kz-head-of-government", "2024-02-20", ("olzhas-bektenov", False, "known")),
        ("KZ", "kz-foreign-minister", "2012-10-01", ("yerlan-idrisov", False, "unclear")),
        ("KG", "kg-first-deputy-head-of-government", "2022-01-02", ("adylbek-kasymaliev", False, "unclear")),
        ("KG", "kg-head-of-state", "2017-10-20", ("almazbek-atambayev", False, "unclear")),
        ("TM", "tm-head-of-state", "2023-01-01", ("serdar-berdimuhamedov", False, "known")),
    ],
)
def test_days_of_the_built_in_base(country: str, office_id: str, day: str, expected: tuple[str, bool, str]) -> None:
    found = tradefacts.open().officials(country, on=day).result.officials

    first = next(one for one in found if one.office == office_id)

    assert (first.person, first.acting, first.status) == expected


@pytest.mark.parametrize("wanted", [{"kind": "volume"}, {"flow": "turnover"}, {"reporter": "KZ"}], ids=str)
def test_filters_by_what_an_office_has_not_are_refused(wanted: Json) -> None:
    with pytest.raises(InvalidQueryError):
        ask_officials(base(smailov(start="2022")), **wanted)
