"""Charts: what is shown about a pair and a place, and how it is drawn on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import base, growth, target, volume
from screens import DISPUTED, WORLD
from tradefacts.errors import InvalidQueryError
from tradefacts.questions.chart import ask_chart
from tradefacts.render import render
from tradefacts.render.screen import Screen

if TYPE_CHECKING:
    from builders import Json

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

    assert [(bar.period, bar.reporter) for bar in answer.result.bars] == [
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

    assert [(bar.pair, bar.period) for bar in answer.result.bars] == [
        (("CN", "KZ"), "2023"),
        (("KZ", "UZ"), "2023"),
        (("KG", "KZ"), "2023"),
    ]


def test_limit_is_one_of_bars() -> None:
    facts = base(*PARTNERS)

    assert len(ask_chart(facts, "KZ", limit=2).result.bars) == 2
    assert len(ask_chart(facts, "KZ-KG", limit=1).result.bars) == 1


SEVERAL = [
    volume("EU", "UZ", "2023", "$6.4 bln"),
    volume("EU", "UZ", "2023", "€5.1 bln"),
    volume("EU", "UZ", "2022", "€4.6 bln"),
    volume("EU", "UZ", "2023", "€4.3 bln", flow="exports"),
    volume("EU", "UZ", "2024-01/2024-07", "€2.9 bln"),
]
"""Turnover in two currencies and of months, and goods one way."""


def test_dollars_and_full_years_are_drawn_first_and_the_rest_is_named_with_its_options() -> None:
    drawn = draw(*SEVERAL, places=("EU", "UZ"), width=120)

    assert drawn[0] == "European Union – Uzbekistan: turnover, full years, $ bn"
    assert [line.split("  ")[0] for line in drawn if "[" in line] == ["2023 ? $6.4 bn [1]"]
    assert (
        drawn[-1]
        == "Not drawn: 2 full years in EUR (--currency EUR); 1 part of a year in EUR (--currency EUR --months)."
    )


@pytest.mark.parametrize(
    ("options", "title", "bars"),
    [
        ({"currency": "eur"}, "European Union – Uzbekistan: turnover, full years, € bn", ["2023", "2022"]),
        ({"months": True}, "European Union – Uzbekistan: turnover, parts of years, € bn", ["2024-01/2024-07"]),
        ({"flow": "exports"}, "European Union → Uzbekistan: goods, full years, € bn", ["2023"]),
        ({"importer": "EU"}, None, []),
    ],
)
def test_a_currency_months_or_a_flow_can_be_chosen(options: Json, title: str | None, bars: list[str]) -> None:
    answer = ask_chart(base(*SEVERAL), "EU", "UZ", **options)

    assert [bar.period for bar in answer.result.bars] == bars
    shown = render(answer, Screen(width=100))[0]
    assert shown == (title or "No goods UZ → EU of a full year in USD matches the filters")


def test_what_is_on_record_is_drawn_if_it_is_not_in_dollars_or_not_for_a_year() -> None:
    euros = ask_chart(base(*SEVERAL[1:3]), "EU", "UZ").result
    months = ask_chart(base(*SEVERAL[4:]), "EU", "UZ").result

    assert (euros.currency, euros.of_months, len(euros.bars)) == ("EUR", False, 2)
    assert (months.currency, months.of_months, len(months.bars)) == ("EUR", True, 1)


def test_a_filter_that_leaves_nothing_to_draw_is_named() -> None:
    answer = ask_chart(base(*SEVERAL), "EU", "UZ", year="2013")

    assert render(answer, Screen(width=100)) == ["No turnover of a full year in USD matches the filters"]


def test_goods_are_not_drawn_instead_of_turnover_but_named() -> None:
    (line,) = draw(SEVERAL[3], places=("EU", "UZ"), width=200)

    assert line == (
        "No turnover of a full year in USD is on record; "
        "on record: 1 full year of goods EU → UZ in EUR (--exporter EU --currency EUR)"
    )


def test_months_have_no_goal_and_name_their_year_first() -> None:
    drawn = draw(volume("KZ", "UZ", "2024-01/2024-07", "$2 bln"), target("KZ", "UZ", "$3 bln", "2030"))

    assert drawn[1].startswith("2024 Jan–Jul ? $2 bn [1]")
    assert not any("goal" in line for line in drawn)


def test_partners_that_a_chart_leaves_out_are_named() -> None:
    drawn = draw(*PARTNERS, places=("KZ",))

    assert drawn[0] == "Kazakhstan: turnover with each partner, newest full year on record, $ bn"
    assert drawn[-1] == "No full year in USD: Tajikistan."


def test_without_any_partner_to_draw_they_are_named() -> None:
    (line,) = render(ask_chart(base(*PARTNERS), "KZ", currency="EUR"), Screen(width=200))

    assert line == (
        "No turnover with any partner of a full year in EUR is on record; "
        "on record without one: China, Kyrgyzstan, Tajikistan, Uzbekistan"
    )


def test_goods_to_each_partner_can_be_drawn() -> None:
    answer = ask_chart(base(*PARTNERS), "KZ", flow="exports")

    assert [(bar.pair, bar.volume.exporter) for bar in answer.result.bars] == [(("KZ", "UZ"), "KZ")]
    assert render(answer, Screen(width=100))[0].startswith("Kazakhstan: goods to each partner, newest full year")


@pytest.mark.parametrize(
    ("places", "options", "message"),
    [
        (("KZ",), {"months": True}, "parts of years with several partners cannot be compared"),
        (("KZ", "UZ"), {"flow": "balance"}, "balances make no chart"),
        (("KZ", "UZ"), {"currency": "EURO"}, "unknown currency 'EURO'"),
    ],
)
def test_what_cannot_be_drawn_on_one_scale_is_refused(places: tuple[str, ...], options: Json, message: str) -> None:
    with pytest.raises(InvalidQueryError, match=message):
        ask_chart(base(*PARTNERS), *places, **options)


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


def test_a_long_name_of_a_goal_stands_after_its_mark() -> None:
    goal = target("KZ", "UZ", "$1 bln", horizon="as soon as both sides can")

    drawn = draw(volume("KZ", "UZ", "2023", "$5.00 bln"), goal, width=100)

    assert drawn[1].lstrip().startswith("┊ goal $1 bn “as soon as")


def test_a_list_has_no_bars_to_explain() -> None:
    drawn = draw(volume("KZ", "UZ", "2023", "$5.00 bln", reporter="UZ"), is_list=True)

    assert drawn[1:] == ["2023 UZ $5.00 bn [1]"]


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
    assert draw(target("KZ", "UZ", "$3 bln")) == ["No turnover of a full year in USD is on record"]


@pytest.mark.parametrize("width", [30, 40, 60, 80, 100, 200])
@pytest.mark.parametrize("is_ascii", [False, True])
def test_no_line_of_a_chart_is_too_long(width: int, is_ascii: bool) -> None:  # noqa: FBT001
    goal = volume("CN", "KG", "2023", "$60 bln"), target("CN", "KG", "$100 bln", "2030")
    for places in (("TM", "UZ"), ("KZ", "WORLD"), ("TM",), ("CN", "KG")):
        drawn = draw(*DISPUTED, *WORLD, *goal, places=places, width=width, is_ascii=is_ascii)

        assert max(map(len, drawn)) <= width
        assert not is_ascii or "".join(drawn).isascii()
