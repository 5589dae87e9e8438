"""The lines of a head: goods in each direction, part-years, goals and disputed years."""

import pytest

from tradefacts.wording.figures import WrittenFigure
from tradefacts.wording.lines import (
    Goods,
    format_computed,
    format_deadline,
    format_disputed,
    format_each_way,
    format_goal,
    format_goal_status,
    format_incomparable,
    format_months,
    format_months_beside,
    format_months_change,
    format_months_only_change,
    format_no_months,
)

THERE, BACK = WrittenFigure("$3.4 bn [1]"), WrittenFigure("$1.55 bn [1]", "~")


def test_goods_in_each_direction_are_by_statistics_with_gaps_named() -> None:
    own = Goods("KG", BACK, THERE)

    assert format_each_way("2025", "KZ → UZ", "UZ → KZ", [Goods(None, THERE, BACK)]) == (
        "2025: KZ → UZ $3.4 bn [1], UZ → KZ ≈$1.55 bn [1]"
    )
    assert format_each_way("2025", "KG → KZ", "KZ → KG", [Goods(None, THERE, BACK), own]) == (
        "2025: KG → KZ $3.4 bn [1], KZ → KG ≈$1.55 bn [1]; by KG ≈$1.55 bn [1] and $3.4 bn [1]"
    )
    assert format_each_way("2025", "KG → KZ", "KZ → KG", [own]).endswith("KZ → KG $3.4 bn [1] (by KG)")
    assert format_each_way("2025", "KG → KZ", "KZ → KG", [Goods(None, THERE, None)]).endswith("KZ → KG no claim")
    assert format_each_way("2025", "CA5 → CA5", None, [Goods(None, THERE, None)]) == "2025: CA5 → CA5 $3.4 bn [1]"
    assert format_each_way("2025", "exports", "imports", [Goods("KZ", THERE, BACK)]) == (
        "2025: exports $3.4 bn [1], imports ≈$1.55 bn [1] (by KZ)"
    )
    assert format_each_way("2025", "KG → KZ", "KZ → KG", []) == "no claim for a full year"


@pytest.mark.parametrize(
    ("comparison", "line"),
    [
        (
            format_months_change(WrittenFigure("+21 % [4]"), "Jan–Aug 2024", "$1.075 bn [7]"),
            "Jan–Aug 2025: $3 bn, +21 % [4] on Jan–Aug 2024 ($1.075 bn [7])",
        ),
        (
            format_months_change(WrittenFigure("+21 %", "~"), "Jan–Aug 2024", format_computed("$1.1–1.2 bn")),
            "Jan–Aug 2025: $3 bn, ≈+21 % on Jan–Aug 2024 (computed: $1.1–1.2 bn)",
        ),
        (
            format_months_change(WrittenFigure("+21 %"), "Jan–Aug 2024", ""),
            "Jan–Aug 2025: $3 bn, +21 % on Jan–Aug 2024 (no figure)",
        ),
        (
            format_months_change(WrittenFigure("+21 %"), "2024", format_incomparable("$198.1 m [7] by UZ")),
            "Jan–Aug 2025: $3 bn, +21 % on 2024 ($198.1 m [7] by UZ: not comparable)",
        ),
        (
            format_months_beside("Jan–Aug 2024", "$2.5 bn [4]", "+9 %"),
            "Jan–Aug 2025: $3 bn; Jan–Aug 2024: $2.5 bn [4], so +9 %",
        ),
        (
            format_months_beside("Jan–Aug 2024", format_incomparable("$2.5 bn [4] by ?")),
            "Jan–Aug 2025: $3 bn; Jan–Aug 2024: $2.5 bn [4] by ?: not comparable",
        ),
        (format_months_beside("Jan–Aug 2024", ""), "Jan–Aug 2025: $3 bn; Jan–Aug 2024: no claim"),
    ],
)
def test_a_part_year_is_compared_with_the_same_months_of_the_year_before(comparison: str, line: str) -> None:
    assert format_months("Jan–Aug 2025", "$3 bn", comparison) == line


def test_newer_part_year_may_have_only_a_change_or_not_exist() -> None:
    change = WrittenFigure("+14 % [2]")

    assert format_months_only_change("Jan–Jun 2025", change) == "Jan–Jun 2025: only a change, +14 % [2]"
    assert format_months_only_change("Jan–Jun 2025", change, "May 2025: $1 bn").endswith("+14 % [2]; May 2025: $1 bn")
    assert format_no_months(None) == "none on record"
    assert format_no_months("2025") == "none on record for 2025 or later"


def test_goal_says_how_far_it_is_what_it_needs_and_what_was_made() -> None:
    amount = WrittenFigure("$10 bn [1]")
    growth = {"needed": "15 %", "made": "3–7 %", "since": "2021"}

    assert format_goal(amount, "by 2030", "behind, 1 voice", done="50 %", year="2025", **growth) == (
        "$10 bn [1] by 2030: 50 % in 2025, needs 15 % a year, made 3–7 % since 2021: behind, 1 voice"
    )
    assert format_goal(amount, "by 2030", "uncertain", done="50 %", needed="15 %", made="too few years on record") == (
        "$10 bn [1] by 2030: 50 %, needs 15 % a year, too few years on record: uncertain"
    )
    assert format_goal(amount, "no date given", "open", done="52–58 %", year="2025") == (
        "$10 bn [1] no date given: 52–58 % in 2025: open"
    )
    assert format_goal(WrittenFigure("$3 bn", ">"), "by 2018", "within rounding") == ">$3 bn by 2018: within rounding"


@pytest.mark.parametrize(
    ("by", "horizon", "deadline"),
    [("2030", None, "by 2030"), ("2030", "soon", "by 2030"), (None, "soon", "“soon”"), (None, None, "no date given")],
)
def test_deadline_is_a_date_else_the_words_of_the_page(by: str | None, horizon: str | None, deadline: str) -> None:
    assert format_deadline(by, horizon) == deadline


@pytest.mark.parametrize(
    ("options", "written"),
    [
        ({"status": "behind", "voices": 1}, "behind, 1 voice"),
        ({"status": "met", "voices": 3, "year": 2018}, "met"),
        ({"status": "disputed", "year": 2022, "voices": 4}, "disputed for 2022"),
        ({"status": "no figure", "year": 2020, "passed_in": 2022}, "no figure for 2020, passed in 2022"),
        ({"status": "within rounding"}, "within rounding"),
    ],
)
def test_status_says_of_which_year_and_on_how_many_voices(options: dict[str, str], written: str) -> None:
    assert format_goal_status(**options) == written  # type: ignore[arg-type]  # as written above


def test_disputed_years_name_what_is_disputed() -> None:
    years = {"2022": ["turnover", "change by UZ", "KZ → UZ"], "2021": ["turnover"]}

    assert format_disputed(years) == "2022 (turnover, change by UZ, KZ → UZ); 2021 (turnover)"
    assert format_disputed(years, 3).endswith("2021 (turnover); 3 earlier")
    assert format_disputed({}) == "no year"
