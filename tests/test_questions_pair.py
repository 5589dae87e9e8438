"""What is known about one pair."""

from typing import Any

import pytest

from builders import Json, base, event, growth, project, share, source, target, volume
from tradefacts.errors import InvalidPeriodError, InvalidQueryError, UnknownPlaceError
from tradefacts.questions.headline import Headline
from tradefacts.questions.pair import Cell, PairResult, ask_pair

TURNOVER = volume("KZ", "KG", "2022", "$1.3 bln")


def ask(*facts: Json, one: str = "KZ", other: str = "KG") -> PairResult:
    return ask_pair(base(*facts), one, other).result


def cells(result: PairResult) -> list[Cell]:
    return [cell for row in (*result.years, *result.part_years) for cell in row.cells]


def test_goals_are_assessed_against_all_figures_whatever_the_filters() -> None:
    goal = target("KZ", "KG", "$2 bln", "2030", source="kabar-2024-02-01")
    facts = base(volume("KZ", "KG", "2023", "$1.9 bln"), volume("KZ", "KG", "2019", "$1.0 bln"), goal)

    whole, filtered = ask_pair(facts, "KZ", "KG"), ask_pair(facts, "KZ", "KG", kind="target")

    assert filtered.result.targets == whole.result.targets
    assert [claim.id for claim in filtered.claims] == [goal["id"]]


@pytest.mark.parametrize(
    ("one", "other"), [("KZ", "KG"), ("KG", "KZ"), ("Қазақстан", "kgz"), ("Kazakhstan", "Киргизия")]
)
def test_pair_ignores_order_and_spelling(one: str, other: str) -> None:
    answer = ask_pair(base(TURNOVER), one, other)

    assert answer.result.pair == ("KG", "KZ")
    assert answer.query == {"pair": ["KG", "KZ"]}
    assert [claim.id for claim in answer.claims] == [TURNOVER["id"]]


def test_a_country_and_itself_is_refused() -> None:
    with pytest.raises(InvalidQueryError, match="same country") as caught:
        ask(TURNOVER, one="KZ", other="Qazaqstan")

    assert caught.value.hint == "name two countries, such as KZ KG"


def test_a_group_and_itself_is_the_trade_inside_it() -> None:
    result = ask(volume("CA5", "CA5", "2023", "$10 bln"), one="Central Asia", other="CA5")

    assert result.pair == ("CA5", "CA5")
    assert [row.period for row in result.years] == ["2023"]


def test_an_unknown_place_is_refused_with_a_near_one() -> None:
    with pytest.raises(UnknownPlaceError) as caught:
        ask(TURNOVER, one="Kazakstan")

    assert caught.value.hint == "did you mean Kazakhstan (KZ)?"


def test_imports_of_one_and_exports_of_the_other_are_one_flow() -> None:
    result = ask(
        volume("KZ", "KG", "2022", "$400 mln", flow="imports"),
        volume("KG", "KZ", "2022", "$400 mln", flow="exports", source="interfax-2023-02-01"),
    )

    (cell,) = cells(result)
    assert (cell.flow, cell.exporter, cell.importer) == ("goods", "KG", "KZ")
    assert cell.readings[0].voices == 2


def test_years_come_apart_from_part_years_each_in_order_of_their_end() -> None:
    periods = ("2023", "2023-01/2023-11", "2022", "2023-11", "2023-01/2023-07", "2022-12")
    result = ask(*(volume("KZ", "KG", period, "$1 bln") for period in periods))

    assert [row.period for row in result.years] == ["2022", "2023"]
    assert [row.period for row in result.part_years] == ["2022-12", "2023-01/2023-07", "2023-11", "2023-01/2023-11"]


def test_the_reading_with_most_voices_comes_first() -> None:
    result = ask(
        volume("KZ", "UZ", "2023", "$4.5 bln", source="primeminister-2024-07-12"),
        volume("KZ", "UZ", "2023", "$4.4 bln", source="kazinform-2024-01-01"),
        volume("KZ", "UZ", "2023", "$4.39 bln", source="trend-2024-01-02"),
        one="KZ",
        other="UZ",
    )

    (cell,) = cells(result)
    assert [(figure.printed, figure.voices) for figure in cell.figures] == [
        ("$4.39 bln", 1),
        ("$4.4 bln", 1),
        ("$4.5 bln", 1),
    ]
    assert [(reading.voices, reading.figures) for reading in cell.readings] == [(2, (0, 1)), (1, (2,))]
    assert cell.verdict == "contradicted"


def test_copies_of_one_story_are_one_voice() -> None:
    result = ask(
        volume("KZ", "KG", "2022", "$1.3 bln", source=source("Menafn", "2023-02-01", origin="Trend")),
        volume("KZ", "KG", "2022", "$1.3 bln", source=source("Trend", "2023-02-01")),
    )

    assert cells(result)[0].readings[0].voices == 1


def test_of_readings_with_as_many_voices_the_most_precise_comes_first_then_the_newest() -> None:
    precise = ask(volume("KZ", "KG", "2022", "$1.5 bln"), volume("KZ", "KG", "2022", "$1.31 bln"))
    newest = ask(
        volume("KZ", "KG", "2022", "$1.5 bln", source="trend-2023-01-01"),
        volume("KZ", "KG", "2022", "$1.3 bln", source="trend-2024-01-01"),
    )

    assert cells(precise)[0].figures[0].printed == "$1.31 bln"
    assert cells(newest)[0].figures[0].printed == "$1.3 bln"


def test_an_open_bound_never_narrows_a_range() -> None:
    result = ask(
        volume("KZ", "KG", "2022", "$1.3 bln"),
        volume("KZ", "KG", "2022", "$1.3 bln", bound=">", source="interfax-2023-02-01"),
    )

    (reading,) = cells(result)[0].readings
    assert (reading.low, reading.high) == (1_250_000_000, 1_350_000_000)
    assert reading.voices == 2


def test_an_unknown_reporter_is_never_merged_with_a_known_one() -> None:
    result = ask(
        volume("KZ", "KG", "2022", "$1.3 bln"),
        volume("KZ", "KG", "2022", "$1.3 bln", reporter="KG"),
        volume("KZ", "KG", "2022", "$1.3 bln", reporter="KZ"),
    )

    assert [cell.reporter for cell in cells(result)] == [None, "KG", "KZ"]
    assert [cell.readings[0].voices for cell in cells(result)] == [1, 1, 1]


def test_growth_without_a_base_is_on_the_same_months_a_year_earlier() -> None:
    result = ask(
        growth("KZ", "KG", "2023-01/2023-07", "13%"),
        growth(
            "KZ", "KG", "2023-01/2023-07", "13 percent", base_period="2022-01/2022-07", source="interfax-2023-09-25"
        ),
    )

    (cell,) = cells(result)
    assert cell.base_period == "2022-01/2022-07"
    assert cell.readings[0].voices == 2


def test_growth_over_several_years_is_separate() -> None:
    result = ask(growth("KZ", "UZ", "2023", "29.5%", base_period="2018"), growth("KZ", "UZ", "2023", "2%"), other="UZ")

    assert [cell.base_period for cell in cells(result)] == ["2018", "2022"]


@pytest.mark.parametrize(
    "fact",
    [
        volume("KZ", "KG", "2022", "$2 bln", scope="domestic goods"),
        growth("KZ", "KG", "2022", "5%", scope="in physical terms"),
        volume("KZ", "KG", "2022", "$2 bln", flow="balance"),
        volume("KZ", "KG", "2022", "$2 bln") | {"printed": "two and a bit"},
        share("KZ", "KG", "2022", "57%"),
        project("KZ", "KG", 69, "$3.1 bln"),
    ],
    ids=["scoped volume", "scoped growth", "balance", "unreadable", "share", "project"],
)
def test_claims_about_some_goods_are_outside_the_rows(fact: Json) -> None:
    result = ask(fact)

    assert cells(result) == []
    assert result.other == (fact["id"],)


def test_events_of_both_places_come_with_the_pair_and_those_of_one_do_not() -> None:
    both = event("Council", "2023-09-25", "KG", "KZ")
    group = event("Summit", "2023-09-14", "KG", "KZ", "UZ")
    result = ask(both, group, event("Visit", "2023-10-01", "KG", "UZ"))

    assert [meeting.name for meeting in result.meetings] == ["Summit", "Council"]


@pytest.mark.parametrize("wanted", [{"kind": "volume"}, {"flow": "turnover"}, {"reporter": "KZ"}], ids=str)
def test_events_have_neither_kind_nor_flow_nor_reporter_of_a_figure(wanted: dict[str, Any]) -> None:
    facts = base(volume("KZ", "KG", "2022", "$1 bln", reporter="KZ"), event("Council", "2023-09-25", "KG", "KZ"))

    answer = ask_pair(facts, "KZ", "KG", **wanted)

    assert answer.result.meetings == ()
    assert len(answer.claims) == 1


def test_one_year_keeps_claims_that_end_in_it() -> None:
    facts = base(*(volume("KZ", "KG", period, "$1 bln") for period in ("2022", "2023-01/2023-07", "2023", "2024")))

    answer = ask_pair(facts, "KZ", "KG", year="2023")

    assert [claim.period for claim in answer.claims] == ["2023-01/2023-07", "2023"]
    assert answer.query == {"pair": ["KG", "KZ"], "year": "2023"}


@pytest.mark.parametrize("year", ["2023-05", "23", "2023-01/2023-12x", "next"])
def test_a_year_must_be_one(year: str) -> None:
    with pytest.raises(InvalidPeriodError):
        ask_pair(base(TURNOVER), "KZ", "KG", year=year)


def test_all_is_part_of_the_question() -> None:
    assert ask_pair(base(TURNOVER), "KZ", "KG", everything=True).query == {"pair": ["KG", "KZ"], "all": True}


def test_the_goals_of_a_pair_are_held_against_its_rows() -> None:
    result = ask(TURNOVER, target("KZ", "KG", "$2 bln", "2030"))

    (goal,) = result.targets
    assert (goal.progress_low, goal.progress_high) == (62.5, 67.5)


def test_pages_are_counted_once_and_the_newest_named() -> None:
    result = ask(
        volume("KZ", "KG", "2022", "$1.3 bln", source="interfax-2023-09-25"),
        growth("KZ", "KG", "2022", "19%", source="interfax-2023-09-25"),
        volume("KZ", "KG", "2021", "$1 bln", source=source("Trend", None)),
    )

    assert (result.pages, result.newest) == (2, "2023-09-25")


def test_limit_keeps_the_first_claims() -> None:
    facts = base(*(volume("KZ", "KG", str(year), "$1 bln") for year in range(2018, 2024)))

    assert len(ask_pair(facts, "KZ", "KG", limit=2).claims) == 2


def test_a_pair_without_claims_shows_the_claims_about_each_place() -> None:
    facts = base(
        TURNOVER,
        volume("KZ", "UZ", "2022", "$5 bln"),
        volume("KG", "UZ", "2022", "$1 bln"),
        target("KZ", "UZ", "$9 bln"),
    )

    answer = ask_pair(facts, "KG", "KZ", since="2025")

    assert [value for value in answer.result[1:] if value and not isinstance(value, Headline)] == []
    assert answer.result.headline == Headline(None, None, None, None, ())
    assert answer.notes == ("no facts about KG and KZ match; 2 about KG, 3 about KZ (try 'tradefacts timeline KZ')",)


def test_known_by_leaves_undated_pages_out_and_counts_them() -> None:
    undated = source("Kazinform", None)
    facts = base(
        volume("KZ", "KG", "2022", "$1.3 bln", source="interfax-2023-09-25"),
        volume("KZ", "KG", "2022", "$1.4 bln", source="trend-2024-05-01"),
        volume("KZ", "KG", "2022", "$1.5 bln", source=undated),
    )

    answer = ask_pair(facts, "KZ", "KG", known_by="2023")

    assert [claim.printed for claim in answer.claims] == ["$1.3 bln"]
    assert answer.notes == ("1 fact without a date left out by --known-by",)


def test_several_undated_facts_are_counted_in_the_plural() -> None:
    undated = source("Kazinform", None)
    facts = base(TURNOVER, *(volume("KZ", "KG", str(year), "$1 bln", source=undated) for year in (2020, 2021)))

    answer = ask_pair(facts, "KZ", "KG", known_by="2025")

    assert answer.notes == ("2 facts without a date left out by --known-by",)
