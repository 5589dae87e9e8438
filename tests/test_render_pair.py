"""One pair on one screen: what comes up and what is left to `--all`."""

import pytest

from builders import Json, base, country, event, growth, source, target, volume
from tradefacts.questions.pair import ask_pair
from tradefacts.questions.records import ask_show
from tradefacts.questions.targets import ask_targets
from tradefacts.render import render
from tradefacts.render.screen import Screen


def show(*facts: Json, other: str = "KG") -> list[str]:
    return render(ask_pair(base(*facts), "KZ", other), Screen())


def find(lines: list[str], beginning: str) -> list[str]:
    return [" ".join(line.split()) for line in lines if line.startswith(beginning)]


def test_places_are_named_by_their_names_and_a_group_once() -> None:
    assert show(volume("KZ", "KG", "2022", "$1 bln"))[0].startswith(
        "Kazakhstan – Kyrgyzstan · 1 claim on 1 page, newest"
    )
    assert render(ask_pair(base(volume("CA5", "CA5", "2022", "$1 bln")), "CA5", "CA5"), Screen())[0].startswith(
        "Central Asia · "
    )


def test_the_newest_ten_years_and_four_part_years_fit_a_screen() -> None:
    years = [volume("KZ", "KG", str(year), "$1 bln") for year in range(2010, 2022)]
    parts = [volume("KZ", "KG", f"2022-01/2022-{month:02}", "$1 bln") for month in range(2, 9)]

    lines = show(*years, *parts)

    assert find(lines, "20")[0].startswith("2012 ")
    assert [line.split()[0] for line in find(lines, "Jan")] == ["Jan–May", "Jan–Jun", "Jan–Jul", "Jan–Aug"]
    assert "5 more periods with --all" in lines


def test_a_figure_outside_the_reading_stands_beside_it_and_more_are_counted() -> None:
    lines = show(
        *(volume("KZ", "KG", "2022", f"${billions} bln", source=f"trend-2023-01-0{billions}") for billions in (2, 4, 6))
    )

    assert find(lines, "2022") == ["2022 $6 bn [1] ≠ $4 bn [2] (1 more) Trend [1] [2]"]


def test_growth_against_another_base_says_which() -> None:
    lines = show(volume("KZ", "KG", "2023", "$4.4 bln"), growth("KZ", "KG", "2023", "29.5%", base_period="2018"))

    assert find(lines, "2023") == ["2023 $4.4 bn +29.5 % since 2018 Trend [1]"]


def test_two_bases_of_growth_stand_one_after_the_other() -> None:
    lines = show(
        growth("KZ", "KG", "2023", "29.5%", base_period="2018"),
        growth("KZ", "KG", "2023", "2%", source="interfax-2024-01-15"),
        volume("KZ", "KG", "2023", "$1 bln", reporter="KG"),
    )

    assert find(lines, "2023") == ["2023 +29.5 % since 2018 +2 % $1 bn 2 [1] [2]"]


@pytest.mark.parametrize(
    ("facts", "head"),
    [
        ([volume("KZ", "KG", "2022", "$1 bln")], "Turnover figure said by source"),
        ([volume("KZ", "KG", "2022", "$1 bln", reporter="KG")], "Turnover by KG voices source"),
        ([volume("KZ", "KG", "2022", "$1 bln", flow="imports")], "Turnover KG → KZ voices source"),
        ([volume("KZ", "KG", "2022", "$1 bln", flow="exports", reporter="KG")], "Turnover KZ → KG by KG voices source"),
    ],
)
def test_columns_say_what_of_and_by_whose_statistics(facts: list[Json], head: str) -> None:
    assert find(show(*facts), "Turnover") == [head]


def test_two_goals_are_shown_the_last_stated_first_and_more_are_counted() -> None:
    goals = [target("KZ", "KG", f"${at} bln", source=f"trend-202{at}-01-15") for at in (1, 2, 3)]

    lines = show(*goals)

    assert [line[:12] for line in lines if line.startswith("Target")] == ["Target  $3 b", "Target  $2 b"]
    assert "1 more target with 'tradefacts targets KG KZ'" in lines


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ([target("KZ", "KG", "$2 bln", "2030")], "$2 bn · by 2030"),
        ([target("KZ", "KG", "$2 bln", horizon="soon")], "$2 bn · soon"),
        ([target("KZ", "KG", "$2 bln")], "$2 bn · no date"),
        ([target("KZ", "KG", "$2 bln", bound=">")], ">$2 bn · no date"),
        ([target("KZ", "KG", "$2 bln", flow="exports")], "KZ exports $2 bn"),
        ([target("KZ", "KG", "$2 bln", source=source("Interfax", None))], "stated on undated pages"),
        ([target("KZ", "KG", "$2 bln"), volume("KZ", "KG", "2023-05", "$1 bln")], "no date"),
        ([target("KZ", "KG", "$2 bln"), volume("KZ", "KG", "2023-01/2023-07", "$1 bln")], "no full year known; "),
    ],
)
def test_a_goal_says_until_when_and_how_far(facts: list[Json], words: str) -> None:
    assert words in "\n".join(show(*facts))


def test_three_meetings_are_shown_the_newest_first_and_more_are_counted() -> None:
    lines = show(
        event(None, "2021-01-01", "KG", "KZ"),
        event("Council", "2023-01-01", "KG", "KZ", venue="Taraz"),
        event("Forum", None, "KG", "KZ", source="trend-2022-01-01"),
        event("Talks", None, "KG", "KZ", source=source("Interfax", None)),
        event("Summit", "2020-01-01", "KG", "KZ"),
    )

    assert find(lines, "Met") == [
        "Met 2023-01-01 Taraz, Council [1]",
        "Met reported 2022-01-01 Forum [2]",
        "Met 2021-01-01 meeting [1]",
    ]
    assert "2 more meetings with 'tradefacts timeline KG --with KZ --kind event'" in lines


def test_a_meeting_nobody_dates_is_undated() -> None:
    lines = show(event("Talks", None, "KG", "KZ", source=source("Interfax", None)))

    assert find(lines, "Met") == ["Met undated Talks [1]"]


def test_three_other_figures_are_shown_once_however_many_pages_have_them() -> None:
    scoped = [
        volume("KZ", "KG", str(year), "$1 bln", scope="wheat", source=f"trend-{day}")
        for year in range(2018, 2022)
        for day in ("2023-01-01", "2023-02-01")
    ]

    lines = show(*scoped)

    assert find(lines, "Also")[0] == "Also turnover KZ–KG, wheat 2021: $1 bn · Trend [1] [2]"
    assert find(lines, "Also")[-1] == "Also 1 more figure with --all"
    assert len(find(lines, "Also")) == 4


def test_a_record_without_facts_is_shown_by_itself() -> None:
    facts = base(volume("KZ", "KG", "2022", "$1 bln"), countries=[country("TM")])

    lines = render(ask_show(facts, "KG", "TM"), Screen())

    assert "1 fact refers to it" in lines
    assert lines[-4] == "countries: TM"


def test_goals_for_exports_say_whose() -> None:
    lines = render(
        ask_targets(base(target("KZ", "KG", "$2 bln", flow="exports", source=source("Interfax", None)))), Screen()
    )

    assert find(lines, "KG–KZ")[0].startswith("KG–KZ KZ exports $2 bn no date")
    assert "undated" in lines[1]


def test_the_statements_of_a_goal_are_told_oldest_first() -> None:
    facts = base(
        target("KZ", "KG", "$2 bln", source="trend-2023-01-01"),
        target("KZ", "KG", "$2 bln", "2030", source="interfax-2023-09-25"),
        target("KZ", "KG", "$1 bln", flow="exports", source=source("Interfax", None)),
    )

    lines = render(ask_targets(facts, history=True), Screen())

    assert [" ".join(line.split()) for line in lines[:4]] == [
        "stated pair goal deadline said by source",
        "undated KG–KZ KZ exports $1 bn no date Interfax [1]",
        "2023-01-01 KG–KZ $2 bn no date first stated Trend [2]",
        "2023-09-25 KG–KZ $2 bn by 2030 restated Interfax [3]",
    ]


def test_no_deadline_is_said_once() -> None:
    lines = show(target("KZ", "KG", "$2 bln"))

    assert find(lines, "Target") == ["Target $2 bn · no date · stated 2024-01-15 · Trend [1]"]


def test_several_voices_on_one_period_are_counted() -> None:
    lines = show(
        volume("KZ", "KG", "2022", "$1 bln"), volume("KZ", "KG", "2022", "$1 bln", source="interfax-2024-01-15")
    )

    assert find(lines, "2022") == ["2022 $1 bn 2 voices [1] [2]"]
