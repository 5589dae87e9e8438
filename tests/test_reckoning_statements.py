"""Changes made by a statement of a goal: raised, lowered, re-dated, or a separate goal."""

from __future__ import annotations

import pytest

from builders import Json, base, source, target, volume
from tradefacts.questions.targets import ask_targets
from tradefacts.reckoning.goals import list_statements


def tell(*facts: Json) -> list[tuple[str, str | None]]:
    """Return the goals of Kazakhstan and Uzbekistan with what their statements change, oldest first."""
    statements = list_statements(ask_targets(base(*facts), "KZ", "UZ").result.targets)
    return [(goal.printed, statement.change) for goal, statement in statements]


def goal(printed: str, date: str | None, by: str | None = None, **others: object) -> Json:
    return target("KZ", "UZ", printed, by, **{"source": source("Trend", date), **others})


@pytest.mark.parametrize(
    ("facts", "changes"),
    [
        ([goal("$5 bn", "2020-01-01", "2030"), goal("$8 bn", "2021-01-01", "2030")], ["first stated", "raised"]),
        ([goal("$5 bn", "2020-01-01", "2030"), goal("$3 bn", "2021-01-01", "2030")], ["first stated", "lowered"]),
        ([goal("$5 bn", "2020-01-01", "2030"), goal("$3 bn", "2021-01-01", "2025")], ["first stated", "further goal"]),
        ([goal("$5 bn", "2020-01-01", "2030"), goal("$3 bn", "2021-01-01")], ["first stated", "further goal"]),
        ([goal("$5 bn", "2020-01-01"), goal("$3 bn", "2021-01-01", "2030")], ["first stated", "further goal"]),
        ([goal("$5 bn", "2020-01-01"), goal("$3 bn", "2021-01-01")], ["first stated", "further goal"]),
        ([goal("$5 bn", "2020-01-01", "2025"), goal("$5 bn", "2021-01-01", "2030")], ["first stated", "re-dated"]),
        ([goal("$5 bn", "2020-01-01", "2030"), goal("$5 bn", "2021-01-01", "2030-12")], ["first stated", "restated"]),
        ([goal("$5 bn", "2020-01-01", "2030"), goal("$5 bn", "2021-01-01")], ["first stated", "restated"]),
        ([goal("$5 bn", "2020-01-01"), goal("$5 bn", "2021-01-01", "2030")], ["first stated", "restated"]),
        ([goal("$5 bn", "2020-01-01", "2030"), goal("$8 bn", None, "2030")], ["first stated", None]),
    ],
)
def test_a_statement_changes_an_earlier_one(facts: list[Json], changes: list[str | None]) -> None:
    assert [change for _, change in tell(*facts)] == changes


def test_near_and_far_goals_that_a_page_names_together_are_two_goals() -> None:
    page = source("Kabar", "2022-05-01")
    facts = [
        goal("$10 bn", "2020-01-01", "2030"),
        goal("$5 bn", "2021-01-01", "2030"),
        goal("$10 bn", None, "2030", source=page),
        goal("$5 bn", None, "2030", source=page),
    ]

    assert [change for _, change in tell(*facts)] == ["first stated", "further goal", "restated", "restated"]


def test_a_page_that_restates_the_larger_goal_lowers_nothing() -> None:
    page = source("Kabar", "2022-05-01")
    facts = [
        goal("$10 bn", "2020-01-01", "2030"),
        goal("$10 bn", None, "2030", source=page),
        goal("$5 bn", None, "2030", source=page),
    ]

    assert ("$5 bn", "further goal") in tell(*facts)


def test_pages_of_one_day_change_nothing_of_each_other() -> None:
    facts = [goal("$5 bn", "2020-01-01", "2030"), goal("$8 bn", None, "2030", source=source("Kabar", "2020-01-01"))]

    assert [change for _, change in tell(*facts)] == ["first stated", "first stated"]


def test_a_page_known_by_its_month_is_not_before_a_day_of_it() -> None:
    facts = [goal("$5 bn", "2020-01", "2030"), goal("$8 bn", "2020-01-20", "2030")]

    assert [change for _, change in tell(*facts)] == ["first stated", "first stated"]


def test_a_goal_is_raised_against_the_newest_one_for_its_deadline() -> None:
    facts = [
        goal("$5 bn", "2020-01-01", "2030"),
        goal("$8 bn", "2021-01-01", "2030"),
        goal("$7 bn", "2022-01-01", "2030"),
        goal("$5 bn", "2023-01-01", "2030"),
    ]

    assert [change for _, change in tell(*facts)] == ["first stated", "raised", "lowered", "restated"]


def test_a_goal_that_moved_to_another_deadline_is_no_rival_any_more() -> None:
    facts = [
        goal("$5 bn", "2020-01-01", "2025"),
        goal("$5 bn", "2021-01-01", "2030"),
        goal("$3 bn", "2022-01-01", "2025"),
    ]

    assert [change for _, change in tell(*facts)] == ["first stated", "re-dated", "further goal"]


def test_the_statement_that_is_changed_is_named() -> None:
    first = goal("$5 bn", "2020-01-01", "2030")

    goals = ask_targets(base(first, goal("$8 bn", "2021-01-01", "2030"))).result.targets

    assert [statement.earlier for _, statement in list_statements(goals)] == [None, first["id"]]


@pytest.mark.parametrize(
    ("printed", "change"), [("$5.2 bn", "already reached"), ("$4.6 bn", "further goal"), ("$5 bn", "further goal")]
)
def test_a_goal_mentioned_after_it_was_reached_is_no_new_goal(printed: str, change: str) -> None:
    facts = [
        goal("$10 bn", "2020-01-01"),
        goal("$5 bn", "2023-05-01"),
        volume("KZ", "UZ", "2022", printed),
        volume("KZ", "UZ", "2023", "$9 bn"),
    ]

    assert [found for _, found in tell(*facts)] == ["first stated", change]


def test_goals_of_another_flow_change_nothing() -> None:
    facts = [goal("$5 bn", "2020-01-01", "2030"), goal("$3 bn", "2021-01-01", "2030", flow="exports")]

    assert [change for _, change in tell(*facts)] == ["first stated", "first stated"]
