"""Progress towards a goal: all figures of the deciding year count, and the growth by one reporter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import Json, base, source, target, volume
from tradefacts.interval import Interval
from tradefacts.questions.targets import ask_targets
from tradefacts.reckoning.goals import is_over, rank_goal
from tradefacts.reckoning.keys import Key
from tradefacts.reckoning.progress import Aim, YearVolume, derive_year_reached

if TYPE_CHECKING:
    from tradefacts.reckoning.goals import Goal

A, B, C = "kabar-2023-02-01", "kazinform-2023-02-02", "trend-2023-02-03"
EDITION = "2026-11-23"


def find_goal(*facts: Json) -> Goal:
    (goal,) = ask_targets(base(*facts, as_of=EDITION)).result.targets
    return goal


def year(period: str, printed: str, **others: object) -> Json:
    return volume("KZ", "UZ", period, printed, **others)


def goal_of(printed: str, by: str | None = None, **others: object) -> Json:
    return target("KZ", "UZ", printed, by, **others)


@pytest.mark.parametrize(
    ("facts", "status", "voices"),
    [
        ([year("2022", "$5.2 bn")], "met", 1),
        ([year("2022", "$5.2 bn"), year("2022", "$6 bn", source=A, reporter="UZ")], "met", 2),
        ([year("2022", "$4.6 bn")], "missed", 1),
        ([year("2022", "$5 bn", bound="<")], "missed", 1),
        ([year("2022", "$5 bn", bound=">")], "met", 1),
        ([year("2022", "$5 bn")], "within rounding", 1),
        ([year("2022", "$5 bn"), year("2022", "$5.2 bn", source=A)], "met", 1),
        ([year("2022", "$5 bn"), year("2022", "$4.6 bn", source=A)], "missed", 1),
        ([year("2022", "$4.6 bn"), year("2022", "$5 bn", bound=">", source=A)], "disputed", 2),
        ([year("2022", "$4.6 bn", reporter="KZ"), year("2022", "$5.2 bn", reporter="UZ", source=A)], "disputed", 2),
        ([year("2022", "$4 bn", bound=">")], "no deciding figure", 1),
        ([year("2022", "$4 bn", bound=">"), year("2022", "$5 bn", source=A)], "within rounding", 2),
        ([year("2021", "$5.2 bn")], "no figure", None),
        ([], "no figure", None),
    ],
)
def test_a_goal_whose_deadline_is_over_is_judged_by_every_figure_of_that_year(
    facts: list[Json], status: str, voices: int | None
) -> None:
    goal = find_goal(goal_of("$5 bn", "2022"), *facts)

    assert (goal.status, goal.status_year, goal.voices) == (status, 2022, voices)


@pytest.mark.parametrize(
    ("facts", "status", "voices"),
    [
        ([year("2025", "$5.2 bn")], "reached", 1),
        ([year("2025", "$4.6 bn")], "open", None),
        ([year("2025", "$4 bn", bound=">")], "open", None),
        ([year("2025", "$5 bn")], "within rounding", 1),
        ([year("2025", "$4.6 bn"), year("2025", "$5.2 bn", reporter="UZ", source=A)], "disputed", 2),
        ([], "open", None),
    ],
)
def test_a_goal_without_a_deadline_is_judged_by_the_newest_full_year(
    facts: list[Json], status: str, voices: int | None
) -> None:
    goal = find_goal(goal_of("$5 bn"), year("2019", "$9 bn"), *facts) if facts else find_goal(goal_of("$5 bn"))

    assert (goal.status, goal.voices) == (status, voices)


def test_progress_and_gap_are_ranges_over_all_figures_of_the_year() -> None:
    goal = find_goal(
        goal_of("$20 bn"),
        year("2025", "$16.2 bn", reporter="KZ"),
        year("2025", "$17.2 bn", reporter="UZ", source=A),
        year("2025", "$17.8 bn", source=B),
    )

    assert [figure.reporter for figure in goal.figures] == ["KZ", "UZ", None]
    assert (goal.progress_low, goal.progress_high) == (80.75, 89.25)
    assert (goal.gap_low, goal.gap_high) == (2_150_000_000, 3_850_000_000)


@pytest.mark.parametrize(
    ("printed", "progress"),
    [
        ([("$4.6 bn", "="), ("$5 bn", ">")], (91, 100)),
        ([("$4.6 bn", "="), ("$4 bn", ">")], (91, 93)),
        ([("$4.6 bn", "="), ("$4 bn", "<")], (80, 93)),
        ([("$4 bn", ">"), ("$4.2 bn", ">")], (84, None)),
        ([("$4.2 bn", ">"), ("$4 bn", "<")], (80, 84)),
        ([("$4 bn", "<")], (None, 80)),
    ],
)
def test_a_bound_reaches_as_far_as_its_number_and_opens_nothing_that_is_closed(
    printed: list[tuple[str, str]], progress: tuple[float | None, float | None]
) -> None:
    pages = (A, B)
    figures = [
        year("2025", amount, bound=bound, source=page) for (amount, bound), page in zip(printed, pages, strict=False)
    ]

    goal = find_goal(goal_of("$5 bn"), *figures)

    assert (goal.progress_low, goal.progress_high) == progress


def test_one_figure_on_several_pages_is_one_with_several_voices() -> None:
    goal = find_goal(
        goal_of("$5 bn"),
        year("2025", "$4.6 bn", source=A),
        year("2025", "$4,6 billion", source=B),
        year("2025", "$4 bn"),
    )

    assert [(figure.printed, figure.voices) for figure in goal.figures] == [("$4,6 billion", 2), ("$4 bn", 1)]


@pytest.mark.parametrize(
    ("later", "passed"),
    [
        ([year("2023", "$4.6 bn"), year("2024", "$5.2 bn")], 2024),
        ([year("2024", "$5 bn"), year("2025", "$6 bn")], 2025),
        ([year("2024", "$5.2 bn"), year("2024", "$4.6 bn", source=A)], None),
        ([], None),
    ],
)
def test_a_later_year_in_which_a_goal_was_passed_is_named(later: list[Json], passed: int | None) -> None:
    goal = find_goal(goal_of("$5 bn", "2022"), *later)

    assert (goal.status, goal.passed_in) == ("no figure", passed)


def test_a_goal_met_in_time_was_not_passed_later() -> None:
    goal = find_goal(goal_of("$5 bn", "2022"), year("2022", "$5.2 bn"), year("2023", "$5.4 bn"))

    assert goal.passed_in is None


@pytest.mark.parametrize(
    ("earlier", "verdict"),
    [("$5.9 bn", "behind"), ("$3 bn", "on pace"), ("$5 bn", "uncertain")],
)
def test_growth_needed_is_held_against_growth_made(earlier: str, verdict: str) -> None:
    goal = find_goal(goal_of("$8 bn", "2030"), year("2025", "$6.0 bn"), year("2020", earlier))

    assert goal.status == verdict
    assert (goal.needed_low, goal.needed_high) == (5.74, 6.1)
    assert goal.made_since == 2020


def test_growth_made_is_a_range_over_all_figures_of_the_earlier_year() -> None:
    goal = find_goal(
        goal_of("$10 bn", "2030"),
        year("2025", "$4.97 bn"),
        year("2021", "$4.3 bn", source=A),
        year("2021", "$3.9 bn", source=B),
    )

    assert (goal.made_low, goal.made_high, goal.made_since) == (3.36, 6.62, 2021)


@pytest.mark.parametrize("earlier", ["2019", "2024"])
def test_growth_made_is_counted_from_two_to_five_years_back(earlier: str) -> None:
    goal = find_goal(goal_of("$10 bn", "2030"), year("2025", "$5 bn"), year(earlier, "$4 bn"))

    assert (goal.status, goal.made_low, goal.made_since, goal.paces) == ("uncertain", None, None, ())


def test_growth_made_is_not_counted_from_a_bound() -> None:
    goal = find_goal(
        goal_of("$10 bn", "2030"), year("2025", "$5 bn"), year("2021", "$4 bn", bound=">"), year("2022", "$4.2 bn")
    )

    assert goal.made_since == 2022


def test_pace_is_judged_in_a_reporters_statistics_before_unattributed_figures() -> None:
    goal = find_goal(
        goal_of("$8 bn", "2030"),
        year("2025", "$6.0 bn", reporter="UZ", source=A),
        year("2020", "$3.0 bn", reporter="UZ", source=A),
        year("2025", "$6.0 bn"),
        year("2020", "$5.9 bn"),
    )

    assert [(pace.reporter, pace.verdict) for pace in goal.paces] == [("UZ", "on pace")]
    assert goal.status == "on pace"


def test_unattributed_figures_judge_where_a_reporter_has_too_few_years() -> None:
    goal = find_goal(
        goal_of("$8 bn", "2030"),
        year("2025", "$6.0 bn", reporter="UZ", source=A),
        year("2024", "$2.0 bn", reporter="UZ", source=A),
        year("2025", "$6.0 bn"),
        year("2020", "$5.9 bn"),
    )

    assert [(pace.reporter, pace.verdict) for pace in goal.paces] == [(None, "behind")]


def test_two_statistics_that_differ_leave_the_pace_uncertain() -> None:
    goal = find_goal(
        goal_of("$8 bn", "2030"),
        year("2025", "$6.0 bn", reporter="UZ", source=A),
        year("2020", "$3.0 bn", reporter="UZ", source=A),
        year("2025", "$6.0 bn", reporter="KZ", source=B),
        year("2020", "$5.9 bn", reporter="KZ", source=B),
    )

    assert [(pace.reporter, pace.verdict) for pace in goal.paces] == [("KZ", "behind"), ("UZ", "on pace")]
    assert goal.status == "uncertain"
    assert (goal.made_low, goal.made_high) == (0, 15.45)


def test_an_open_bound_leaves_growth_open_and_the_pace_uncertain() -> None:
    goal = find_goal(goal_of("$3 bn", "2030"), year("2025", "$2 bn", bound=">"), year("2021", "$1 bn"))

    assert (goal.status, goal.voices) == ("uncertain", 1)
    assert (goal.needed_low, goal.needed_high) == (None, 8.45)
    assert (goal.made_low, goal.made_high) == (7.45, None)


def test_a_pace_rests_on_the_voices_of_every_figure_of_the_year() -> None:
    goal = find_goal(
        goal_of("$8 bn", "2030"), year("2025", "$6.0 bn", source=A), year("2025", "$5.8 bn", bound=">", source=B)
    )

    assert goal.voices == 2


@pytest.mark.parametrize("printed", ["$8.2 bn", "$8 bn"])
def test_goals_decided_by_the_newest_figures_need_no_growth(printed: str) -> None:
    goal = find_goal(goal_of("$8 bn", "2030"), year("2025", printed), year("2020", "$5 bn"))

    assert (goal.needed_low, goal.made_low, goal.paces) == (None, None, ())


def test_a_deadline_in_the_year_of_the_newest_figure_leaves_no_growth_to_be_made() -> None:
    goal = find_goal(goal_of("$8 bn", "2026"), year("2026", "$6 bn"), year("2020", "$5 bn"))

    assert (goal.status, goal.needed_low, goal.paces) == ("uncertain", None, ())


def test_the_deadline_is_that_of_the_newest_dated_statement_naming_one() -> None:
    goal = find_goal(
        goal_of("$10 bn", "2025", source="trend-2021-01-01"),
        goal_of("$10 bn", "2030", source="trend-2023-01-01"),
        goal_of("$10 bn", "2035", source=source("Interfax", None)),
        goal_of("$10 bn", horizon="medium term", source="trend-2024-01-01"),
        goal_of("$10 bn", source="trend-2025-01-01"),
    )

    assert (goal.deadline, goal.horizon) == ("2030", "medium term")
    assert goal.deadline_fact == goal.statements[2].fact


def test_of_undated_pages_the_latest_deadline_counts() -> None:
    goal = find_goal(
        goal_of("$10 bn", "2025", source=source("Interfax", None)),
        goal_of("$10 bn", "2030", source=source("Kabar", None)),
        goal_of("$10 bn", "2028", source=source("Trend", None)),
    )

    assert goal.deadline == "2030"


@pytest.mark.parametrize(
    ("page", "again"), [("trend-2024-08-01", "2024-08-01"), ("trend-2022-12-31", None), ("trend-2021-01-01", None)]
)
def test_a_goal_stated_after_its_deadline_is_set_again(page: str, again: str | None) -> None:
    first = goal_of("$5 bn", "2022", source="trend-2020-01-01")

    goal = find_goal(first, goal_of("$5 bn", horizon="near future", source=page))

    assert (goal.deadline, goal.set_again) == ("2022", again)


def test_a_page_that_looks_back_at_a_deadline_does_not_set_the_goal_again() -> None:
    goal = find_goal(goal_of("$5 bn", "2022", source="trend-2020-01-01"), goal_of("$5 bn", "2022", source=A))

    assert goal.set_again is None


def test_a_goal_without_a_deadline_is_not_set_again() -> None:
    assert find_goal(goal_of("$5 bn")).set_again is None


def test_goals_still_to_be_reached_come_first_and_larger_before_smaller() -> None:
    goals = ask_targets(
        base(
            goal_of("$5 bn", "2022"),
            goal_of("$4 bn"),
            goal_of("$20 bn"),
            goal_of("$40 bn", flow="exports"),
            goal_of("$30 bn"),
            goal_of("$10 bn", "2030"),
            year("2025", "$5.2 bn"),
            as_of=EDITION,
        )
    ).result.targets

    ranked = sorted(goals, key=lambda goal: rank_goal(goal, EDITION))

    assert [goal.printed for goal in ranked] == ["$10 bn", "$30 bn", "$20 bn", "$40 bn", "$4 bn", "$5 bn"]


def test_goals_for_goods_are_ordered_by_exporter_and_then_by_amount() -> None:
    goods = [("exports", "$9 bn"), ("imports", "$1 bn"), ("exports", "$8 bn")]

    goals = ask_targets(base(*(goal_of(printed, flow=flow) for flow, printed in goods))).result.targets

    assert [(goal.exporter, goal.printed) for goal in goals] == [("KZ", "$8 bn"), ("KZ", "$9 bn"), ("UZ", "$1 bn")]


@pytest.mark.parametrize(
    ("deadline", "day", "expected"),
    [
        ("2024", "2024-12-31", False),
        ("2024", "2025-01-01", True),
        ("2024-06", "2024-07-01", True),
        (None, "2024-12-31", False),
    ],
)
def test_a_deadline_is_over_on_the_day_after_its_last(deadline: str | None, day: str, *, expected: bool) -> None:
    assert is_over(deadline, day) is expected


def year_volume(year: str, low: int, high: int) -> YearVolume:
    key = Key("volume", "turnover", "KG", "KZ", year, "USD", None, None, None, None)
    return YearVolume(key, Interval(low, high), ())


@pytest.mark.parametrize(
    ("later", "earlier", "expected"),
    [
        ((200, 200), (100, 100), (2023, 2023)),  # doubled to 200; 400 is reached exactly after one more year
        ((200, 210), (100, 100), (2023, 2023)),
        ((100, 200), (100, 100), (2023, None)),
        ((200, 200), (0, 100), (None, 2023)),
        ((0, 200), (100, 100), (2023, None)),
        ((400, 400), (100, 100), (2022, 2022)),
    ],
)
def test_the_year_in_which_a_goal_is_reached_is_the_first_with_enough_growth(
    later: tuple[int, int], earlier: tuple[int, int], expected: tuple[int | None, int | None]
) -> None:
    found = derive_year_reached(Aim(400, None, ()), year_volume("2022", *later), year_volume("2021", *earlier))

    assert (found.derived.low, found.derived.high) == expected
