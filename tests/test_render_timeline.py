"""The screen of a timeline: years with their turnover, newest first, and below each its events."""

from __future__ import annotations

from builders import Json, base, event, office, person, source, target, term, volume
from tradefacts.questions.timeline import SHORT, ask_timeline
from tradefacts.render import render
from tradefacts.render.screen import Screen

MINISTER = office("KZ", "foreign minister", "Minister of Foreign Affairs")
OLD, NEW = person("Murat Nurtleu"), person("Yermek Kosherbayev")


def show(*facts: Json, width: int = 100, partner: str | None = None) -> list[str]:
    return render(ask_timeline(base(*facts), "KZ", partner=partner), Screen(width))


def fill() -> list[Json]:
    """Return enough sightings that a timeline omits minor entries."""
    return [term(f"person-{number}", MINISTER, seen_on="2020-09-25") for number in range(SHORT)]


def test_the_first_line_counts_entries_and_years() -> None:
    lines = show(volume("KZ", "KG", "2022", "$1.3 bln"), *fill())

    assert lines[0] == f"Kazakhstan, newest first: 1 of {SHORT + 1} entries, 2022"


def test_a_year_carries_its_turnovers_the_largest_first_with_their_statistics() -> None:
    lines = show(
        volume("KZ", "KG", "2022", "$1.3 bln"),
        volume("KZ", "CN", "2022", "$31 bln", reporter="CN", source="trend-2023-01-01"),
        volume("KZ", "UZ", "2021", "$3.9 bln"),
    )

    assert lines[1:3] == [
        "2022  Turnover with CN $31 bn [1] by CN, KG $1.3 bn [2]",
        "2021  Turnover with UZ $3.9 bn [2]",
    ]


def test_a_turnover_that_another_figure_contradicts_has_the_sign() -> None:
    lines = show(volume("KZ", "KG", "2022", "$1.3 bln"), volume("KZ", "KG", "2022", "$1.8 bln"), *fill())

    assert lines[1] == "2022  Turnover with KG $1.3 bn [1] ≠"
    assert "≠ another figure of that year contradicts it" in lines


def test_changes_of_an_office_within_a_month_are_one_line() -> None:
    lines = show(
        term(OLD, MINISTER, end="2025-09-26", source=source("Kabar", "2025-09-26")),
        term(NEW, MINISTER, start="2025-09-27", source=source("Trend", "2025-09-28")),
    )

    assert lines[2] == (
        "  09-27  office   Minister of Foreign Affairs: Murat Nurtleu out [1], Yermek Kosherbayev in [2]"
    )


def test_a_meeting_names_the_other_side() -> None:
    lines = show(event("3rd meeting of the Council", "2022-07-02", "KG", "KZ", venue="Astana"))

    assert lines[2] == "  07-02  meeting  3rd meeting of the Council, Astana, with Kyrgyzstan [1]"


def test_a_meeting_of_many_counts_them() -> None:
    lines = show(event("Summit", "2022-07-02", "KG", "KZ", "UZ", "TJ", "TM", "CN"))

    assert lines[2] == "  07-02  meeting  Summit, with 5 others [1]"


def test_a_goal_says_with_whom_until_when_and_who_stated_it() -> None:
    lines = show(target("KZ", "KG", "$3 bln", "2030", source=source("Kabar", "2024-05-24")), *fill())

    assert lines[2] == "  05-24  goal     $3 bn [1] with KG by 2030, first stated: Kabar"


def test_with_a_partner_the_places_are_named_once() -> None:
    lines = show(volume("KZ", "KG", "2022", "$1.3 bln"), target("KZ", "KG", "$3 bln"), partner="KG")

    assert lines[0].startswith("Kazakhstan and Kyrgyzstan, newest first")
    assert "2022  Turnover $1.3 bn [1]" in lines
    assert "  01-15  goal     $3 bn [1]: Trend" in lines


def test_a_month_without_a_day_comes_after_its_days() -> None:
    lines = show(event("A", "2022-07", "KG", "KZ"), event("B", "2022-07-02", "KG", "KZ"))

    assert [line[2:8].strip() for line in lines[2:4]] == ["07-02", "07"]
