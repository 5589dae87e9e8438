"""The question about goals: selection, comparison with figures, and the answer."""

from __future__ import annotations

import pytest

from builders import Json, base, source, target, volume
from tradefacts.errors import InvalidQueryError
from tradefacts.questions.targets import ask_targets
from tradefacts.reckoning.goals import Goal, list_statements

GOAL = target("KZ", "KG", "$2 billion", "2030")
LATEST = volume("KZ", "KG", "2022", "$1.3 billion")


def find_goal(*facts: Json) -> Goal:
    (goal,) = ask_targets(base(*facts)).result.targets
    return goal


def test_a_goal_is_compared_with_the_newest_full_year_and_part_year() -> None:
    goal = find_goal(
        GOAL,
        volume("KZ", "KG", "2021", "$1 bln"),
        LATEST,
        *(volume("KZ", "KG", period, "$757 mln") for period in ("2023-01/2023-05", "2023-01/2023-07")),
    )

    assert [figure.period for figure in goal.figures] == ["2022"]
    assert goal.part_year is not None
    assert goal.part_year.period == "2023-01/2023-07"


@pytest.mark.parametrize("period", ["2022-01/2022-11", "2023-05", "2023-02/2023-07", "2022-07/2023-03"])
def test_only_months_from_january_after_the_newest_year_are_a_part_year(period: str) -> None:
    goal = find_goal(GOAL, LATEST, volume("KZ", "KG", period, "$757 mln"))

    assert goal.part_year is None


def test_a_part_year_is_shown_alone_if_no_full_year_is_known() -> None:
    goal = find_goal(GOAL, volume("KZ", "KG", "2023-01/2023-07", "$757 mln"))

    assert (goal.figures, goal.status) == ((), "no deciding figure")
    assert goal.part_year is not None


@pytest.mark.parametrize("bound", ["=", "~", ">", "<"])
def test_a_goal_keeps_the_bound_of_its_statement(bound: str) -> None:
    assert find_goal(target("KZ", "KG", "$2 billion", "2030", bound=bound), LATEST).bound == bound


@pytest.mark.parametrize("bound", ["=", "~", ">", "<"])
def test_a_figure_beside_a_goal_keeps_its_bound(bound: str) -> None:
    goal = find_goal(GOAL, volume("KZ", "KG", "2022", "$1.3 billion", bound=bound))

    assert [figure.bound for figure in goal.figures] == [bound]


def test_the_growth_needed_is_that_of_one_year_where_one_is_left() -> None:
    goal = find_goal(target("KZ", "KG", "$2 billion", "2024"), volume("KZ", "KG", "2023", "$1.250 billion"))

    assert goal.needed_low is not None
    assert goal.needed_high is not None
    assert 59.9 < goal.needed_low <= 60 <= goal.needed_high < 60.1


def test_no_growth_is_needed_where_no_year_is_left() -> None:
    goal = find_goal(target("KZ", "KG", "$2 billion", "2024"), volume("KZ", "KG", "2024", "$1.250 billion"))

    assert (goal.needed_low, goal.needed_high) == (None, None)


def test_no_part_year_is_shown_for_a_goal_whose_deadline_is_over() -> None:
    goal = find_goal(target("KZ", "KG", "$2 bln", "2022"), LATEST, volume("KZ", "KG", "2023-01/2023-07", "$757 mln"))

    assert goal.part_year is None


def test_the_part_year_is_the_one_with_most_voices() -> None:
    goal = find_goal(
        GOAL,
        volume("KZ", "KG", "2023-01/2023-07", "$757 mln", reporter="KZ"),
        volume("KZ", "KG", "2023-01/2023-07", "$700 mln"),
        volume("KZ", "KG", "2023-01/2023-07", "$700 mln", source="interfax-2023-09-25"),
    )

    assert goal.part_year is not None
    assert (goal.part_year.printed, goal.part_year.voices) == ("$700 mln", 2)


@pytest.mark.parametrize(
    "volume_",
    [
        volume("KZ", "KG", "2022", "$1.3 bln", scope="domestic goods"),
        volume("KZ", "KG", "2022", "$1.3 bln", flow="exports"),
        volume("KZ", "KG", "2022", "1.3 bln", currency="EUR"),
        volume("KZ", "KG", "2022", "$1.3 bln", value=999),
        volume("KZ", "UZ", "2022", "$4.5 bln"),
    ],
    ids=["scope", "flow", "currency", "unreadable", "pair"],
)
def test_only_comparable_figures_are_compared_with_a_goal(volume_: Json) -> None:
    assert find_goal(GOAL, volume_).figures == ()


def test_a_goal_for_goods_is_the_same_goal_from_either_side() -> None:
    goal = find_goal(
        target("KZ", "KG", "$1 bln", flow="exports"),
        target("KG", "KZ", "$1 bln", flow="imports", source="interfax-2023-09-25"),
        volume("KG", "KZ", "2022", "$500 mln", flow="imports"),
        volume("KG", "KZ", "2022", "$300 mln", flow="exports"),
    )

    assert (goal.flow, goal.exporter, goal.importer) == ("goods", "KZ", "KG")
    assert [figure.printed for figure in goal.figures] == ["$500 mln"]


def test_statements_of_one_amount_are_one_goal() -> None:
    goal = find_goal(
        target("KZ", "UZ", "$10 billion", source="kazinform-2022-06-16", bound="~"),
        target("UZ", "KZ", "$10 bln", horizon="medium term", source="primeminister-2024-07-12"),
        target("KZ", "UZ", "$10 billion", "2030", source="trend-2023-01-01"),
        target("KZ", "UZ", "$10 billion", source=source("Interfax", None)),
    )

    assert (goal.first_stated, goal.last_stated) == ("2022-06-16", "2024-07-12")
    assert (goal.printed, goal.bound) == ("$10 bln", "=")
    assert [statement.date for statement in goal.statements] == ["2024-07-12", "2023-01-01", "2022-06-16", None]


def test_a_goal_stated_on_undated_pages_has_no_dates() -> None:
    goal = find_goal(target("KZ", "UZ", "$10 bln", source=source("Interfax", None)))

    assert (goal.first_stated, goal.last_stated) == (None, None)


def test_goals_come_by_pair_and_then_amount() -> None:
    facts = base(
        target("KZ", "UZ", "$10 bln"),
        target("KZ", "UZ", "$5 bln"),
        target("KZ", "UZ", "$1 bln", flow="exports"),
        target("KG", "KZ", "$3 bln"),
    )

    goals = ask_targets(facts).result.targets

    assert [(goal.pair, goal.value // 10**9) for goal in goals] == [
        (("KG", "KZ"), 3),
        (("KZ", "UZ"), 1),
        (("KZ", "UZ"), 5),
        (("KZ", "UZ"), 10),
    ]


def test_statements_come_by_pair_oldest_first_and_undated_last() -> None:
    facts = base(
        target("KZ", "UZ", "$10 bln", source=source("Interfax", None)),
        target("KZ", "UZ", "$10 bln", source="trend-2023-01-01"),
        target("KZ", "UZ", "$5 bln", source="trend-2024-01-01"),
        target("KG", "KZ", "$3 bln", source="trend-2024-02-01"),
    )

    statements = list_statements(ask_targets(facts).result.targets)

    assert [(goal.pair[0], goal.value // 10**9, statement.date) for goal, statement in statements] == [
        ("KG", 3, "2024-02-01"),
        ("KZ", 10, "2023-01-01"),
        ("KZ", 5, "2024-01-01"),
        ("KZ", 10, None),
    ]


@pytest.mark.parametrize(
    ("one", "other", "query", "count"),
    [(None, None, {}, 3), ("kz", None, {"place": "KZ"}, 2), ("UZ", "KZ", {"pair": ["KZ", "UZ"]}, 1)],
)
def test_goals_are_asked_of_all_of_one_country_or_of_a_pair(
    one: str | None, other: str | None, query: dict[str, object], count: int
) -> None:
    facts = base(GOAL, target("KZ", "UZ", "$10 bln"), target("TJ", "UZ", "$1 bln"))

    answer = ask_targets(facts, one, other)

    assert answer.query == query
    assert len(answer.result.targets) == count


def test_the_claims_are_the_statements_and_the_figures_compared_with_them() -> None:
    earlier = volume("KZ", "KG", "2019", "$1 bln")

    answer = ask_targets(base(GOAL, LATEST, earlier, volume("KZ", "KG", "2010", "$1 bln")))

    assert [claim.id for claim in answer.claims] == [GOAL["id"], LATEST["id"], earlier["id"]]


def test_a_date_filters_statements_but_not_the_figures_compared_with_them() -> None:
    facts = base(GOAL, LATEST)

    assert ask_targets(facts, source="Trend", known_by="2024").result.targets[0].figures
    assert ask_targets(facts, known_by="2023").result.targets == ()


def test_statistics_filter_the_figures_but_not_the_statements() -> None:
    counted = volume("KZ", "KG", "2023", "$1.6 billion", reporter="KG")

    (goal,) = ask_targets(base(GOAL, LATEST, counted), reporter="KG").result.targets

    assert [figure.reporter for figure in goal.figures] == ["KG"]


def test_a_kind_that_makes_no_goal_is_refused() -> None:
    with pytest.raises(InvalidQueryError, match="--kind volume has no effect on an answer that consists of facts"):
        ask_targets(base(GOAL), kind="volume")


def test_no_goal_is_an_answer_with_a_note() -> None:
    answer = ask_targets(base(LATEST))

    assert answer.result.targets == ()
    assert answer.notes == ("no targets match (try 'tradefacts targets')",)


def test_limit_keeps_the_first_goals_and_their_claims_only() -> None:
    answer = ask_targets(base(GOAL, target("KZ", "UZ", "$10 bln")), limit=1)

    assert [goal.pair for goal in answer.result.targets] == [("KG", "KZ")]
    assert len(answer.claims) == 1


def test_a_country_and_itself_has_no_goals() -> None:
    with pytest.raises(InvalidQueryError):
        ask_targets(base(GOAL), "KZ", "KAZ")
