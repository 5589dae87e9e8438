"""The screen of goals: future, undated and past ones, each in one line at 100 columns."""

from __future__ import annotations

import pytest

from builders import Json, base, source, target, volume
from tradefacts.questions.targets import ask_targets
from tradefacts.render import render
from tradefacts.render.screen import Screen

RUSSIAN = source("Sputnik", "2024-02-01", language="ru")
FACTS = [
    target("KZ", "KG", "$2 billion", "2030"),
    target("KZ", "UZ", "$10 billion", horizon="ближайшие годы", source=RUSSIAN),
    target("KG", "UZ", "$500 million", "2020"),
    target("KZ", "CN", "$100 billion"),
    volume("KZ", "KG", "2020", "$1.19 billion"),
    volume("KZ", "KG", "2022", "$1.20 billion"),
    volume("KZ", "KG", "2020", "$1.19 billion", reporter="KG"),
    volume("KZ", "KG", "2022", "$1.21 billion", reporter="KG"),
    volume("KG", "UZ", "2021", "$600 million"),
]


def show(*facts: Json, width: int = 100, history: bool = False) -> list[str]:
    return render(ask_targets(base(*(facts or FACTS)), history=history), Screen(width))


def test_the_first_lines_count_goals_by_status() -> None:
    assert show()[:4] == [
        "Goals: 4 in 4 pairs",
        "To come  1 behind",
        "No date  2 open",
        "Over     1 no figure",
    ]


def test_goals_are_grouped_by_deadline() -> None:
    heads = [line.split("  ")[0] for line in show() if "Goal  " in line]

    assert heads == ["To come", "No date", "Over"]


def test_a_goal_takes_one_line_at_100_columns() -> None:
    (line,) = [line for line in show() if line.startswith("KG–KZ")]

    assert line.split("  ")[0] == "KG–KZ"
    assert "behind" in line
    assert line.endswith("KG  $1.21 bn [1] +1")


def test_words_instead_of_a_date_are_in_quotation_marks() -> None:
    (line,) = [line for line in show() if line.startswith("KZ–UZ")]

    assert "“ближайшие годы”" in line


def test_a_goal_takes_two_lines_at_60_columns() -> None:
    lines = show(width=60)
    at = next(number for number, line in enumerate(lines) if line.startswith("KG–KZ"))

    assert lines[at] == "KG–KZ  $2 bn [1] by 2030 · behind, 1 voice"
    assert lines[at + 1].startswith("       60–61 % · 2022 $1.21 bn [1] by KG +1 · needs")


def test_a_goal_is_shown_with_the_page_that_names_its_deadline() -> None:
    dated = target("KZ", "KG", "$2 billion", "2030", source=source("Kabar", "2023-01-01"))
    newer = target("KZ", "KG", "$2 billion", bound="~", source=source("Trend", "2024-01-01"))

    lines = show(dated, newer)

    assert any("$2 bn [1]  2030" in line for line in lines)
    assert any(line.startswith("[1] 2023-01-01  Kabar") for line in lines)


def test_goals_for_exports_say_whose() -> None:
    (exports,) = [line for line in show(target("KZ", "KG", "$2 bln", flow="exports")) if "$2 bn" in line]
    (imports,) = [line for line in show(target("KZ", "UZ", "$1 bln", flow="imports")) if "$1 bn" in line]

    assert exports.startswith("KZ → KG  $2 bn [1]")
    assert imports.startswith("UZ → KZ  $1 bn [1]")


def test_the_goals_of_a_pair_are_headed_by_its_names() -> None:
    answer = ask_targets(base(*FACTS), "KZ", "KG")

    assert render(answer, Screen(100))[0] == "Goals of Kazakhstan – Kyrgyzstan: 1"


def test_the_statements_of_a_goal_are_shown_oldest_first() -> None:
    lines = show(
        target("KZ", "KG", "$2 bln", source="trend-2023-01-01"),
        target("KZ", "KG", "$2 bln", "2030", source="interfax-2023-09-25"),
        target("KZ", "KG", "$1 bln", flow="exports", source=source("Interfax", None)),
        history=True,
    )

    assert [" ".join(line.split()) for line in lines[:6]] == [
        "Goals: 3 statements of 2 goals",
        "",
        "Stated Pair Goal Deadline Change Said by",
        "undated KZ → KG $1 bn [1] no date given Interfax",
        "2023-01-01 KG–KZ $2 bn [2] no date given first stated Trend",
        "2023-09-25 KG–KZ $2 bn [3] by 2030 restated Interfax",
    ]


@pytest.mark.parametrize(("printed", "said"), [("€5 billion", True), ("$5 billion", False)])
def test_a_goal_in_another_currency_is_not_converted_and_the_screen_says_so(printed: str, *, said: bool) -> None:
    assert any("currencies are not converted" in line for line in show(target("KZ", "KG", printed))) is said
