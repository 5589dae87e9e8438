"""Spells: which dates of a person in an office belong together, and the status on a given day."""

import pytest

from builders import Json, base, term
from tradefacts.factbase import Claim
from tradefacts.factbase.selection import Selection
from tradefacts.reckoning.spells import Spell, find_next, find_spells, is_shared, share_days

PREMIER = "kz-head-of-government"
PRESIDENT = "kz-head-of-state"


def load(*terms: Json) -> list[Claim]:
    return base(*terms).find_claims(Selection())


def find(*terms: Json, shared: tuple[str, ...] = ()) -> list[Spell]:
    return find_spells(load(*terms), shared)


def massimov(**dates: object) -> Json:
    return term("karim-massimov", PREMIER, **dates)


def akhmetov(**dates: object) -> Json:
    return term("serik-akhmetov", PREMIER, **dates)


def write(spells: list[Spell]) -> list[str]:
    return [str(spell) for spell in spells]


def test_a_start_after_an_end_opens_another_spell() -> None:
    spells = find(massimov(start="2007-01", end="2012-09"), massimov(start="2014", end="2016-09-08"))

    assert write(spells) == ["2007-01…2012-09", "2014…2016-09-08"]


def test_an_end_closes_the_latest_spell_begun_before_it() -> None:
    spells = find(
        massimov(start="2007-01"), massimov(end="2016-09-08"), massimov(end="2012-09"), massimov(start="2014")
    )

    assert write(spells) == ["2007-01…2012-09", "2014…2016-09-08"]


def test_an_end_before_every_start_is_that_of_an_earlier_spell() -> None:
    spells = find(massimov(end="2002"), massimov(start="2012-09-28"))

    assert write(spells) == ["2002", "2012-09-28"]


def test_starts_without_an_end_or_another_holder_between_are_one_spell() -> None:
    (spell,) = find(massimov(start="2007-01-10"), massimov(seen_on="2009-05-05"), massimov(start="2011-04-08"))

    assert spell.starts == ("2007-01-10", "2011-04-08")
    assert spell.holds_on("2010-01-01")


def test_another_holder_between_two_starts_parts_them() -> None:
    spells = find(massimov(start="2007-01-10"), akhmetov(seen_on="2013-06-01"), massimov(start="2014-04-02"))

    assert write(spells) == ["2007-01-10", "2014-04-02", "2013-06-01"]


def test_another_holder_ends_no_spell_in_an_office_with_several_holders() -> None:
    spells = find(
        massimov(seen_on="2007-01-10"),
        akhmetov(seen_on="2013-06-01"),
        massimov(seen_on="2014-04-02"),
        shared=(PREMIER,),
    )

    assert write(spells) == ["2007-01-10…2014-04-02", "2013-06-01"]


@pytest.mark.parametrize("between", ["2007", "2007-01", "2014", "2014-04"])
def test_a_coarse_date_that_may_be_outside_splits_no_spell(between: str) -> None:
    spells = find(massimov(seen_on="2007-01-10"), akhmetov(seen_on=between), massimov(seen_on="2014-04-02"))

    assert len(spells) == 2


def test_a_page_with_both_ends_makes_one_spell() -> None:
    spells = find(
        massimov(start="2007-01-10", end="2012-09-24"), akhmetov(seen_on="2010-01-01"), massimov(seen_on="2011-01-01")
    )

    assert write(spells) == ["2007-01-10…2012-09-24", "2010-01-01"]


def test_sightings_after_an_end_are_another_spell() -> None:
    spells = find(
        massimov(start="2007-01-10", end="2012-09-24"), massimov(seen_on="2012-09-24"), massimov(seen_on="2015-07")
    )

    assert write(spells) == ["2007-01-10…2012-09-24", "2015-07"]


def test_a_start_after_sightings_opens_a_spell() -> None:
    spells = find(massimov(seen_on="2005-01-01"), massimov(start="2007-01-10"))

    assert write(spells) == ["2005-01-01", "2007-01-10"]


def test_leaving_and_taking_an_office_again_on_one_day_are_two_spells() -> None:
    spells = find(
        massimov(start="2007-01-10", end="2011-04-08"), massimov(start="2011-04-08"), massimov(seen_on="2011-04-08")
    )

    assert write(spells) == ["2007-01-10…2011-04-08", "2011-04-08"]


def test_a_spell_of_one_day_is_one() -> None:
    assert write(find(massimov(start="2007-01-10", end="2007-01-10"))) == ["2007-01-10"]


def test_acting_is_a_spell_of_its_own() -> None:
    spells = find(
        massimov(start="2007-01-08", acting=True),
        massimov(start="2007-01-10"),
        massimov(seen_on="2007-01-09", acting=True),
    )

    assert write(spells) == ["2007-01-08…2007-01-09 (acting)", "2007-01-10"]


def test_a_coarse_date_is_the_precise_one_that_it_leaves_room_for() -> None:
    (spell,) = find(
        massimov(start="2007", end="2012"),
        massimov(start="2007-01-10"),
        massimov(end="2012-09"),
        massimov(seen_on="2007"),
    )

    assert (spell.starts, spell.ends) == (("2007-01-10",), ("2012-09",))
    assert spell.sightings == ()


def test_of_starts_within_months_most_pages_have_the_say() -> None:
    (spell,) = find(
        massimov(start="2007-01-10", source="trend-2007-02-01"),
        massimov(start="2007", source="trend-2007-02-02"),
        massimov(start="2006-11-30", source="trend-2020-01-01"),
    )

    assert spell.starts == ("2007-01-10", "2006-11-30")
    assert spell.holds_on("2006-12-01")
    assert not spell.agrees_on("2006-12-01")


def test_a_start_on_few_pages_interrupts_no_one() -> None:
    spells = find(
        massimov(seen_on="2012-01-01"),
        akhmetov(start="2012-02-01", source="trend-2020-01-01"),
        massimov(seen_on="2012-03-01", end="2012-04-01"),
        akhmetov(start="2012-04-01", source="trend-2012-04-01"),
        akhmetov(start="2012-04-01", source="trend-2012-04-02"),
    )

    assert write(spells) == ["2012-01-01…2012-04-01", "2012-02-01…2012-04-01"]


def test_of_ends_most_pages_have_the_say_then_the_newest() -> None:
    (spell,) = find(
        massimov(end="2012-09-23", source="trend-2020-01-01"),
        massimov(end="2012-09-24", source="trend-2012-10-01"),
        massimov(end="2012-09-24", source="trend-2012-10-02"),
        massimov(end="2012-09-25", source="trend-2019-01-01"),
    )

    assert spell.ends == ("2012-09-24", "2012-09-23", "2012-09-25")


@pytest.mark.parametrize(
    ("day", "holds", "may"),
    [
        ("2011-12-31", False, False),
        ("2012-06-01", False, True),
        ("2012-12-31", False, True),
        ("2013-01-01", True, False),
        ("2016-08-31", True, False),
        ("2016-09-01", False, True),
        ("2016-09-30", False, True),
        ("2016-10-01", False, False),
    ],
)
def test_a_date_known_to_the_year_or_month_says_nothing_about_a_day_within_it(day: str, holds: bool, may: bool) -> None:  # noqa: FBT001 - a table
    (spell,) = find(massimov(start="2012", end="2016-09"))

    assert (spell.holds_on(day), spell.may_hold_on(day)) == (holds, may)


@pytest.mark.parametrize(
    ("dates", "day"),
    [
        ({"start": "2012-05", "end": "2012"}, "2012-02-29"),
        ({"start": "2012", "end": "2012-03"}, "2012-04-01"),
        ({"seen_on": "2012-05-01", "end": "2012"}, "2012-04-30"),
        ({"start": "2012", "seen_on": "2012-03-01"}, "2012-03-02"),
    ],
    ids=str,
)
def test_a_coarse_start_or_end_does_not_reach_beyond_the_other_sign(dates: Json, day: str) -> None:
    (spell,) = find(massimov(**dates))

    assert not spell.may_hold_on(day)


def test_undated_terms_go_with_the_one_spell_they_can_be_of() -> None:
    assert len(find(massimov(), massimov(seen_on="2007-01-10"))[0].claims) == 2


def test_undated_terms_that_may_belong_to_several_spells_are_separate() -> None:
    spells = find(massimov(), massimov(end="2012"), massimov(start="2014"))

    assert [len(spell.claims) for spell in spells] == [1, 1, 1]
    assert spells[-1].signs == ()
    assert not spells[-1].may_hold_on("2013-01-01")


def test_an_open_spell_is_followed_by_the_next_holders_first_sign() -> None:
    first, second, third = find(
        akhmetov(start="2012-09"),
        massimov(start="2014"),
        massimov(end="2016-09-08"),
        term("a-b", PREMIER, seen_on="2017"),
    )

    assert find_next(first, [first, second, third]) == (second, second.signs[0])
    assert find_next(second, [first, second, third]) is None
    assert find_next(third, [first, second, third]) is None


def test_a_coarse_end_is_no_sign_before_the_start_of_its_own_spell() -> None:
    first, second = find(akhmetov(start="2012"), massimov(start="2014-05", end="2014"))

    assert find_next(first, [first, second]) == (second, second.signs[0])
    assert second.signs[0].moment == "start"


def test_offices_are_kept_apart() -> None:
    spells = find(massimov(seen_on="2010-01-01"), term("karim-massimov", PRESIDENT, seen_on="2011-01-01"))

    assert [spell.office for spell in spells] == [PREMIER, PRESIDENT]


@pytest.mark.parametrize(
    ("role", "shared"),
    [
        ("deputy head of government", True),
        ("ambassador", True),
        ("other", True),
        ("other minister", False),
        ("head of state", False),
    ],
)
def test_deputies_and_ambassadors_may_be_several(role: str, shared: bool) -> None:  # noqa: FBT001 - a table
    assert is_shared(role) is shared


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("2016-01-01", "2018-01-01"), ("2017-01-01", "2019-01-01"), True),
        (("2016-01-01", "2019-01-01"), ("2017-01-01", "2018-01-01"), True),
        (("2016-01-01", "2017-01-01"), ("2017-01-01", "2018-01-01"), False),
        (("2016-01-01", "2017-01-01"), ("2018-01-01", "2019-01-01"), False),
    ],
)
def test_times_that_touch_on_the_day_of_a_change_share_no_day(
    one: tuple[str, str], other: tuple[str, str], *, expected: bool
) -> None:
    assert share_days(one, other) is share_days(other, one) is expected
