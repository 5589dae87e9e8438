"""Charts: what is shown about a pair and a place, and how it is drawn on a terminal."""

from __future__ import annotations

import pytest

from builders import base, growth, target, volume
from screens import DISPUTED, WORLD
from tradefacts.questions.chart import ask_chart
from tradefacts.render import render
from tradefacts.render.screen import Screen

PARTNERS = [
    volume("KZ", "KG", "2022", "$1.3 bln"),
    volume("KZ", "KG", "2023", "$1.5 bln"),
    volume("KZ", "CN", "2023", "$41 bln", reporter="CN"),
    volume("KZ", "UZ", "2023", "$4.4 bln"),
    volume("KZ", "UZ", "2024", "$700 mln", flow="exports"),
    volume("KZ", "EU", "2023", "$50 bln"),
    volume("KZ", "TJ", "2024-01/2024-06", "$1 bln"),
]
"""One partner each: with two years, with a reporter, with exports only, a group, with months only."""


def draw(*facts: object, places: tuple[str, ...] = ("KZ", "UZ"), **screen: object) -> list[str]:
    answer = ask_chart(base(*facts), *places)  # type: ignore[arg-type]  # records are dictionaries
    lines = render(answer, Screen(**{"width": 80, "has_addresses": False, **screen}))  # type: ignore[arg-type]
    return lines[: lines.index("")] if "" in lines else lines


def test_bars_of_a_pair_are_its_full_years_the_newest_first() -> None:
    answer = ask_chart(base(*DISPUTED, *WORLD), "TM", "UZ")

    assert [(bar.year, bar.reporter) for bar in answer.result.bars] == [
        ("2023", "UZ"),
        ("2023", None),
        ("2022", None),
        ("2021", "UZ"),
        ("2021", None),
        ("2018", None),
    ]


def test_claims_of_a_chart_are_those_it_shows() -> None:
    answer = ask_chart(base(volume("KZ", "UZ", "2023", "$4 bln"), growth("KZ", "UZ", "2023", "5%")), "KZ", "UZ")

    assert [claim.kind for claim in answer.claims] == ["volume"]


def test_partners_are_compared_by_their_newest_full_year_the_largest_first() -> None:
    answer = ask_chart(base(*PARTNERS), "KZ")

    assert [(bar.pair, bar.year) for bar in answer.result.bars] == [
        (("CN", "KZ"), "2023"),
        (("KZ", "UZ"), "2023"),
        (("KG", "KZ"), "2023"),
    ]


def test_limit_is_one_of_bars() -> None:
    facts = base(*PARTNERS)

    assert len(ask_chart(facts, "KZ", limit=2).result.bars) == 2
    assert len(ask_chart(facts, "KZ-KG", limit=1).result.bars) == 1


def test_figures_in_other_currencies_have_no_bar() -> None:
    answer = ask_chart(base(volume("KZ", "UZ", "2023", "€4 bln")), "KZ", "UZ")

    assert answer.result.bars == ()
    assert [*answer.notes] == ["no turnover of a full year in USD matches (try 'tradefacts facts KZ UZ')"]


def test_a_chart_shows_the_certain_part_and_whose_statistics_it_is() -> None:
    drawn = draw(
        volume("KZ", "UZ", "2023", "$5 bln"),
        volume("KZ", "UZ", "2022", "$3.00 bln", reporter="UZ"),
        volume("KZ", "UZ", "2021", "$2 bln", bound=">"),
        width=60,
    )

    assert drawn == [
        "Kazakhstan – Uzbekistan: turnover, full years, $ bn",
        "2023 ?  $5 bn [1]     ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╸┄┄┄┄┄┄",
        "2022 UZ $3.00 bn [1]  ════════════════════",
        "2021 ?  >$2 bn [1]    ━━━━━━━━━━━━━╸▸",
        "                      0            2             4",
        "━ statistics not named  ═ by the country named",
        "        ┄ ┈ uncertain  ▸ or more",
    ]


def test_figures_that_contradict_each_other_are_below_each_other() -> None:
    drawn = draw(
        volume("KZ", "UZ", "2023", "$5.0 bln"), volume("KZ", "UZ", "2023", "$3.0 bln", source="kun-2024-02-01")
    )

    assert [line.split(" $")[0] for line in drawn[1:3]] == ["2023 ?", "     ≠"]
    assert "≠ not true with the figure above" in " ".join(" ".join(drawn).split())


@pytest.mark.parametrize(("goal", "is_marked"), [("$12.5 bln", True), ("$12.6 bln", False)])
def test_goal_is_marked_unless_it_makes_the_bars_too_short(goal: str, is_marked: bool) -> None:  # noqa: FBT001
    figure = volume("KZ", "UZ", "2023", "$5 bln", inferred=[])
    drawn = draw({**figure, "printed": "$5.000 bln"}, target("KZ", "UZ", goal, "2030"), width=100)

    assert any("┊" in line for line in drawn) is is_marked
    assert any(line.startswith("Beyond the scale: goal $12.6 bn by 2030") for line in drawn) is not is_marked


def test_goal_that_is_passed_is_marked_within_the_bars() -> None:
    drawn = draw(volume("KZ", "UZ", "2023", "$5.00 bln"), target("KZ", "UZ", "$3 bln", "2030"))

    place = drawn[1].index("┊")
    assert drawn[2][place] == "┊"
    assert drawn[2][place + 1] == "━"


def test_nothing_has_a_scale_too() -> None:
    assert draw(volume("KZ", "UZ", "2023", "$0"))[1].startswith("2023 ? $0 [1]")


def test_years_without_a_claim_are_named() -> None:
    drawn = draw(volume("KZ", "UZ", "2023", "$5 bln"), volume("KZ", "UZ", "2020", "$3 bln"))

    assert drawn[-1] == "No claim for a full year: 2021–2022."


def test_partners_are_named_with_their_year() -> None:
    drawn = draw(*PARTNERS, places=("KZ",))

    assert drawn[0] == "Kazakhstan: turnover with each partner, newest full year on record, $ bn"
    assert [line.split("  ")[0] for line in drawn[1:4]] == ["China 2023", "Uzbekistan 2023 ?", "Kyrgyzstan 2023 ?"]


def test_bars_are_below_their_figures_if_there_is_no_room() -> None:
    drawn = draw(volume("KZ", "UZ", "2023", "$5 bln"), width=40)

    assert drawn[2].startswith("2023 ? $5 bn")
    assert drawn[3].startswith("  ━━━")


def test_list_has_figures_without_bars() -> None:
    assert draw(volume("KZ", "UZ", "2023", "$5 bln"), is_list=True)[1:] == [
        "2023 ? $5 bn [1]",
        "? statistics not named",
    ]


def test_a_chart_without_data_says_so_in_one_line() -> None:
    assert draw(target("KZ", "UZ", "$3 bln")) == ["No turnover of a full year in US dollars is on record"]


@pytest.mark.parametrize("width", [30, 40, 60, 80, 100, 200])
@pytest.mark.parametrize("is_ascii", [False, True])
def test_no_line_of_a_chart_is_too_long(width: int, is_ascii: bool) -> None:  # noqa: FBT001
    goal = volume("CN", "KG", "2023", "$60 bln"), target("CN", "KG", "$100 bln", "2030")
    for places in (("TM", "UZ"), ("KZ", "WORLD"), ("TM",), ("CN", "KG")):
        drawn = draw(*DISPUTED, *WORLD, *goal, places=places, width=width, is_ascii=is_ascii)

        assert max(map(len, drawn)) <= width
        assert not is_ascii or "".join(drawn).isascii()
