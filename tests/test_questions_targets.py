"""Goals: what was stated, and how far it is."""

import pytest

from builders import Json, base, source, target, volume
from tradefacts.asking import Wanted
from tradefacts.errors import InvalidQueryError
from tradefacts.questions.goals import Goal, Standing
from tradefacts.questions.targets import ask_targets

GOAL = target("KZ", "KG", "$2 billion", "2030")


def find_goal(*facts: Json) -> Goal:
    (goal,) = ask_targets(base(*facts)).result.targets
    return goal


def standing(found: Standing | None) -> Standing:
    assert found is not None
    return found


def test_a_goal_is_held_against_the_latest_full_year_and_the_newest_part_year_after_it() -> None:
    goal = find_goal(
        GOAL,
        *(volume("KZ", "KG", period, printed) for period, printed in (("2021", "$1 bln"), ("2022", "$1.3 billion"))),
        *(volume("KZ", "KG", period, "$757 mln") for period in ("2023-01/2023-05", "2023-01/2023-07")),
    )

    assert standing(goal.year).period == "2022"
    assert standing(goal.part_year).period == "2023-01/2023-07"


@pytest.mark.parametrize("period", ["2022-01/2022-11", "2023-05", "2023-02/2023-07", "2022-07/2023-03"])
def test_only_months_from_january_after_the_latest_year_are_a_part_year(period: str) -> None:
    goal = find_goal(GOAL, volume("KZ", "KG", "2022", "$1.3 bln"), volume("KZ", "KG", period, "$757 mln"))

    assert goal.part_year is None


def test_a_part_year_stands_alone_where_no_full_year_is_known() -> None:
    goal = find_goal(GOAL, volume("KZ", "KG", "2023-01/2023-07", "$757 mln"))

    assert goal.year is None
    assert standing(goal.part_year).progress_low == 37.82


@pytest.mark.parametrize(
    ("printed", "bound", "progress"),
    [
        ("$1.3 billion", "=", (62.5, 67.5)),
        ("$757 mln", "=", (37.82, 37.88)),
        ("$1.3 billion", ">", (65, None)),
        ("$1.3 billion", "<", (None, 65)),
    ],
)
def test_progress_is_rounded_outward_and_open_where_the_figure_is(
    printed: str, bound: str, progress: tuple[float | None, float | None]
) -> None:
    year = standing(find_goal(GOAL, volume("KZ", "KG", "2022", printed, bound=bound)).year)

    assert (year.progress_low, year.progress_high) == progress


def test_the_statistics_with_most_voices_are_taken_and_never_mixed() -> None:
    goal = find_goal(
        GOAL,
        volume("KZ", "KG", "2022", "$1.3 bln"),
        volume("KZ", "KG", "2022", "$1.1 bln", reporter="KG"),
        volume("KZ", "KG", "2022", "$1.1 bln", reporter="KG", source="interfax-2023-09-25"),
    )

    year = standing(goal.year)
    assert (year.reporter, year.figure.printed, year.figure.voices) == ("KG", "$1.1 bln", 2)


@pytest.mark.parametrize(
    "volume_",
    [
        volume("KZ", "KG", "2022", "$1.3 bln", scope="domestic goods"),
        volume("KZ", "KG", "2022", "$1.3 bln", flow="exports"),
        volume("KZ", "KG", "2022", "1.3 bln", currency="EUR"),
        volume("KZ", "UZ", "2022", "$4.5 bln"),
    ],
    ids=["scope", "flow", "currency", "pair"],
)
def test_only_what_is_comparable_with_a_goal_is_held_against_it(volume_: Json) -> None:
    assert find_goal(GOAL, volume_).year is None


def test_a_goal_for_exports_is_held_against_the_same_flow_told_from_the_other_end() -> None:
    goal = find_goal(
        target("KZ", "KG", "$1 bln", flow="exports"),
        volume("KG", "KZ", "2022", "$500 mln", flow="imports"),
        volume("KG", "KZ", "2022", "$300 mln", flow="exports"),
    )

    assert goal.exporter == "KZ"
    assert standing(goal.year).figure.printed == "$500 mln"


def test_statements_of_one_amount_are_one_goal_with_its_history() -> None:
    goal = find_goal(
        target("KZ", "UZ", "$10 billion", source="kazinform-2022-06-16", bound="~"),
        target("UZ", "KZ", "$10 bln", horizon="medium term", source="primeminister-2024-07-12"),
        target("KZ", "UZ", "$10 billion", "2030", source="trend-2023-01-01"),
        target("KZ", "UZ", "$10 billion", source=source("Interfax", None)),
    )

    assert (goal.first_stated, goal.last_stated) == ("2022-06-16", "2024-07-12")
    assert (goal.printed, goal.bound) == ("$10 bln", "=")
    assert [name.rpartition("-2")[0] or name for name in goal.facts][-1].endswith("interfax-undated")
    assert len(goal.facts) == 4


def test_deadline_and_horizon_are_those_of_the_newest_statement_that_gives_one() -> None:
    goal = find_goal(
        target("KZ", "UZ", "$10 bln", "2025", source="trend-2021-01-01"),
        target("KZ", "UZ", "$10 bln", "2030", source="trend-2023-01-01"),
        target("KZ", "UZ", "$10 bln", horizon="medium term", source="trend-2022-01-01"),
        target("KZ", "UZ", "$10 bln", source="trend-2024-01-01"),
    )

    assert (goal.by, goal.horizon) == ("2030", "medium term")


GROWING = (volume("KZ", "KG", "2020", "$1.0 bln"), volume("KZ", "KG", "2022", "$1.2 bln"))


@pytest.mark.parametrize(
    ("facts", "status"),
    [
        ([target("KZ", "KG", "$1 bln", "2023"), *GROWING], "reached"),
        ([target("KZ", "KG", "$1.2 bln"), *GROWING], "no date"),
        ([target("KZ", "KG", "$2 bln", "2023"), *GROWING], "lapsed"),
        ([target("KZ", "KG", "$2 bln", "2024-06"), *GROWING], "behind"),
        ([target("KZ", "KG", "$2 bln", "2030"), *GROWING], "on pace"),
        ([target("KZ", "KG", "$5 bln", "2030"), *GROWING], "behind"),
        ([target("KZ", "KG", "$5 bln", "2030"), GROWING[0]], None),
        ([target("KZ", "KG", "$5 bln", "2030")], None),
    ],
)
def test_a_goal_stands_on_the_day_of_the_edition(facts: list[Json], status: str | None) -> None:
    assert find_goal(*facts).status == status


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


def test_the_claims_are_the_statements_and_what_they_are_held_against() -> None:
    latest = volume("KZ", "KG", "2022", "$1.3 bln")

    answer = ask_targets(base(GOAL, latest, volume("KZ", "KG", "2010", "$1 bln")))

    assert [claim.id for claim in answer.claims] == [GOAL["id"], latest["id"]]


def test_a_date_filters_the_statements_and_not_what_they_are_held_against() -> None:
    facts = base(GOAL, volume("KZ", "KG", "2022", "$1.3 bln"))

    assert ask_targets(facts, wanted=Wanted(source="Trend", known_by="2024")).result.targets[0].year is not None
    assert ask_targets(facts, wanted=Wanted(known_by="2023")).result.targets == ()


def test_no_goal_is_an_answer_with_a_note() -> None:
    answer = ask_targets(base(volume("KZ", "KG", "2022", "$1 bln")))

    assert answer.result.targets == ()
    assert answer.notes == ("no target passes (try 'tradefacts targets')",)


def test_limit_keeps_the_first_goals_and_their_claims_only() -> None:
    answer = ask_targets(base(GOAL, target("KZ", "UZ", "$10 bln")), wanted=Wanted(limit=1))

    assert [goal.pair for goal in answer.result.targets] == [("KG", "KZ")]
    assert len(answer.claims) == 1


def test_a_country_and_itself_has_no_goals() -> None:
    with pytest.raises(InvalidQueryError):
        ask_targets(base(GOAL), "KZ", "KAZ")
