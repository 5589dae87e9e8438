"""The screen of full years: the content of the lines, and the order in which columns are dropped."""

from __future__ import annotations

import re

import pytest

import tradefacts
from builders import Json, base, growth, source, volume
from tradefacts.questions.series import ask_series
from tradefacts.render import render
from tradefacts.render.screen import Screen

OTHER = "interfax-2024-02-01"
YEAR = volume("KZ", "KG", "2023", "$1.10 bln")
BEFORE = volume("KZ", "KG", "2022", "$1.00 bln")


def show(*facts: Json, partner: str | None = "KG", width: int = 100, **options: object) -> list[str]:
    answer = ask_series(base(*facts), "KZ", partner, **options)  # type: ignore[arg-type]  # whatever a test wants
    return render(answer, Screen(width, has_addresses=False))


def list_rows(lines: list[str], head: str = "Year") -> list[str]:
    """Return the lines of the table without bars and padding."""
    start = next(place for place, line in enumerate(lines) if line.startswith(head))
    end = lines.index("", start)
    return [" ".join(re.sub("[━╸┄▸]", "", line).split()) for line in lines[start:end]]


def test_the_first_lines_count_years_and_name_those_without_a_claim() -> None:
    lines = show(
        YEAR,
        YEAR | {"printed": "$1.3 bln", "value": 1_300_000_000, "source": OTHER},
        volume("KZ", "KG", "2019", "$1 bln"),
    )

    assert lines[:2] == [
        "Kazakhstan – Kyrgyzstan: turnover by year, 2019–2023",
        "2 years with a figure, 1 disputed. No claim for a full year: 2020–2022.",
    ]


def test_the_newest_year_comes_first_with_its_change_as_printed_and_as_computed() -> None:
    rows = list_rows(show(BEFORE, YEAR, growth("KZ", "KG", "2023", "9.5%")))

    assert rows[:3] == [
        "Year by Turnover voices Change computed",
        "2023 ? $1.10 bn [1] 1 on 1 +9.5 % [1] +8–12 %",
        "2022 ? $1.00 bn [1] 1 on 1",
    ]


def test_a_change_that_may_be_a_rise_or_a_fall_is_not_computed() -> None:
    rows = list_rows(show(volume("KZ", "KG", "2022", "$1 bln"), YEAR))

    assert rows[:2] == ["Year by Turnover voices", "2023 ? $1.10 bn [1] 1 on 1"]


@pytest.mark.parametrize(
    ("printed", "bound", "shown"),
    [
        ("$1.3 bln", "=", "≠ $1.3 bn [2]"),
        ("$1.1 bln", "=", "fits $1.1 bn [2]"),
        ("$1 bln", ">", "fits >$1 bn [2]"),
    ],
)
def test_other_printed_figures_are_in_the_line(printed: str, bound: str, shown: str) -> None:
    more = [volume("KZ", "KG", "2023", printed, bound=bound, source=OTHER)]
    twice = YEAR | {"source": source("Kabar", "2024-02-02")}

    rows = list_rows(show(YEAR, twice, *more))

    assert rows[1].endswith(shown.replace("[2]", "[2]"))


def test_goods_are_shown_where_they_are_asked_for_and_pointed_to_otherwise() -> None:
    sent = volume("KZ", "KG", "2023", "$600 mln", flow="exports")

    asked, unasked = show(YEAR, sent, flow="exports"), show(YEAR, sent)

    assert asked[0] == "Kazakhstan – Kyrgyzstan: KZ → KG by year, 2023"
    assert list_rows(asked)[1] == "2023 ? $600 m [1] 1 on 1"
    assert unasked[-1].startswith("KZ → KG: --exporter KZ · addresses: --sources · see also pair")


def test_everything_is_every_flow_and_every_figure_on_a_line_of_its_own() -> None:
    more = volume("KZ", "KG", "2023", "$1.3 bln", source=OTHER)

    lines = show(YEAR, more, volume("KZ", "KG", "2023", "$600 mln", flow="exports"), everything=True)

    assert list_rows(lines)[1:3] == ["2023 ? $1.10 bn [1] 1 on 1", "≠ $1.3 bn [2] 1 on 1"]
    assert "Kazakhstan – Kyrgyzstan: KZ → KG by year, 2023" in lines


def test_a_year_that_follows_from_another_is_marked_as_computed() -> None:
    lines = show(volume("KZ", "KG", "2023", "$1.000 bln"), growth("KZ", "KG", "2023", "25.0%"))

    assert list_rows(lines)[2] == "2022 ? calc $800 m"
    assert any("calc: computed" in line for line in lines)


def test_other_figures_go_to_a_second_line_if_there_is_no_room() -> None:
    more = [volume("KZ", "KG", "2023", "$1.300 bln", source=OTHER), growth("KZ", "KG", "2023", "9.5%")]

    lines = show(BEFORE, YEAR, *more, width=60)

    assert "      Other figures ≠ $1.10 bn [2]" in lines


def test_partners_start_with_the_largest_and_groups_are_separate_without_bars() -> None:
    lines = show(
        YEAR | {"reporter": "KG"},
        volume("KZ", "UZ", "2022", "$4 bln"),
        volume("KZ", "WORLD", "2023", "$100 bln"),
        partner=None,
    )

    assert lines[:2] == [
        "Kazakhstan: partners by turnover in the newest full year on record",
        "Largest: Uzbekistan, $4 bn [1] in 2022. Years and statistics differ.",
    ]
    rows = [line.split("  ")[0] for line in lines[3:8]]
    assert rows == ["Partner", "Uzbekistan", "Kyrgyzstan", "Groups", "the world"]
    assert ["━" in line for line in lines[4:8]] == [True, True, False, False]


def test_partners_without_a_full_year_are_one_line() -> None:
    lines = show(YEAR, growth("KZ", "UZ", "2023", "5%"), partner=None)

    assert "No figure for a full year: Uzbekistan." in lines


def test_changes_alone_are_no_figures() -> None:
    lines = show(growth("KZ", "KG", "2023", "5%"))

    assert lines[1] == "No figure for a full year is on record."
    assert list_rows(lines)[1] == "2023 ? 1 on 1 +5 % [1]"


def test_an_empty_answer_says_so_in_one_line() -> None:
    assert show(YEAR, year="2020") == ["Kazakhstan – Kyrgyzstan", "No figure for a full year matches the filters."]


@pytest.mark.slow
@pytest.mark.parametrize("width", [100, 80, 60, 40])
def test_no_line_of_any_series_of_the_built_in_base_is_wider_than_the_screen(width: int) -> None:
    facts, screen = tradefacts.open(), Screen(width, has_addresses=False)
    pairs = [pair.pair for pair in facts.coverage().result.pairs]
    places = dict.fromkeys(code for pair in pairs for code in pair)

    answers = [*(facts.series(*pair) for pair in pairs), *(facts.series(place) for place in places)]
    wide = [line for answer in answers for line in render(answer, screen) if len(line) > width]

    assert wide == []
