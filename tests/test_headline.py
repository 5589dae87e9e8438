"""The headline of an answer about a pair, and the rows from which it is chosen."""

import pytest

from builders import Json, base, growth, source, volume
from tradefacts.questions.by_statistics import StatisticsRow, find_statistics_rows
from tradefacts.questions.headline import Headline, Opening, find_other_side
from tradefacts.questions.pair import ask_pair

OTHER = "interfax-2024-02-01"


def ask(*facts: Json) -> Headline:
    return ask_pair(base(*facts), "KZ", "KG").result.headline


def open_year(*facts: Json) -> Opening:
    opening = ask(*facts).year
    assert opening
    return opening


def find_rows(*facts: Json) -> list[StatisticsRow]:
    answer = ask_pair(base(*facts), "KZ", "KG")
    return find_statistics_rows(answer.result.years, "KG", {claim.id: claim for claim in answer.claims})


def test_rows_are_by_statistics_newest_first_and_attributed_before_unattributed() -> None:
    rows = find_rows(
        volume("KZ", "KG", "2022", "$1 bln", reporter="KG"),
        volume("KZ", "KG", "2023", "$1.1 bln", source=OTHER),
        volume("KZ", "KG", "2023", "€1 bln"),
        volume("KZ", "KG", "2023", "$1 bln", reporter="KZ"),
        growth("KZ", "KG", "2023", "3%", reporter="KG"),
    )

    assert [(row.period, row.reporter, row.currency) for row in rows] == [
        ("2023", "KZ", "USD"),
        ("2023", None, "USD"),
        ("2023", None, "EUR"),
        ("2023", "KG", None),
        ("2022", "KG", "USD"),
    ]


def test_a_row_has_turnover_its_change_and_goods_in_each_direction() -> None:
    (row,) = find_rows(
        volume("KZ", "KG", "2023", "$1 bln"),
        volume("KG", "KZ", "2023", "$400 mln", flow="exports"),
        volume("KZ", "KG", "2023", "$600 mln", flow="exports"),
        growth("KZ", "KG", "2023", "3%"),
        growth("KZ", "KG", "2023", "29%", base_period="2018"),
        growth("KZ", "KG", "2023", "5%", flow="exports"),
    )

    assert {thing: cell.figures[0].printed for thing, cell in row.cells} == {
        "turnover": "$1 bln",
        "change": "3%",
        "there": "$400 mln",
        "back": "$600 mln",
    }
    assert [cell.figures[0].printed for cell in row.other_changes] == ["29%", "5%"]


def test_a_rate_is_shown_with_dollars() -> None:
    rows = find_rows(
        volume("KZ", "KG", "2023", "€1 bln"),
        volume("KZ", "KG", "2023", "$1.1 bln"),
        growth("KZ", "KG", "2023", "3%"),
    )

    assert [(row.currency, row.change is not None) for row in rows] == [("USD", True), ("EUR", False)]


def test_the_newest_full_year_with_a_turnover_comes_first_then_a_newer_change() -> None:
    headline = ask(
        volume("KZ", "KG", "2022", "$1 bln"),
        volume("KZ", "KG", "2023-01/2023-05", "$2 bln"),
        change := growth("KZ", "KG", "2023", "3%"),
    )

    assert headline.year is not None
    assert (headline.year.period, headline.newer_change) == ("2022", change["id"])


def test_a_reporters_figure_opens_before_one_of_more_voices() -> None:
    opening = open_year(
        volume("KZ", "KG", "2023", "$1.1 bln"),
        volume("KZ", "KG", "2023", "$1.1 bln", source=OTHER),
        volume("KZ", "KG", "2023", "$1 bln", reporter="KG"),
    )

    assert opening.reporter == "KG"


def test_figure_and_change_come_from_one_page_where_one_prints_both() -> None:
    opening = open_year(
        volume("KZ", "KG", "2023", "$1 bln", source="newest-2024-06-01"),
        figure := volume("KZ", "KG", "2023", "$1 bln", source=OTHER),
        change := growth("KZ", "KG", "2023", "3%", source=OTHER),
        growth("KZ", "KG", "2023", "3.2%", source="third-2024-05-01"),
        growth("KZ", "KG", "2023", "3.2%", source="fourth-2024-05-01"),
    )

    assert (opening.fact, opening.change) == (figure["id"], change["id"])


def test_a_claim_with_a_speaker_is_quoted_before_a_newer_one_without() -> None:
    opening = open_year(
        volume("KZ", "KG", "2023", "$1 bln", source="newest-2024-06-01"),
        said := volume("KZ", "KG", "2023", "$1 bln", source=OTHER, attributed_to="kg-statistics"),
    )

    assert opening.fact == said["id"]


def test_about_a_figure_is_not_quoted_for_the_figure_itself() -> None:
    opening = open_year(
        exact := volume("KZ", "KG", "2023", "$1 bln"),
        volume("KZ", "KG", "2023", "$1 bln", bound="~", source="newest-2024-06-01"),
    )

    assert opening.fact == exact["id"]


def test_a_change_that_figures_give_is_quoted_before_one_that_they_refuse() -> None:
    facts = [volume("KZ", "KG", "2022", "$1.000 bln"), volume("KZ", "KG", "2023", "$1.100 bln")]
    refused = growth("KZ", "KG", "2023", "22.5%")

    alone = open_year(*facts, refused)
    beside = open_year(*facts, refused, given := growth("KZ", "KG", "2023", "10.0%", source=OTHER))

    assert (alone.change, alone.is_change_refused) == (refused["id"], True)
    assert (beside.change, beside.is_change_refused) == (given["id"], False)


def test_a_change_of_a_page_with_another_figure_is_not_quoted() -> None:
    rival = {"source": "kun-2024-02-01"}
    facts = [
        volume("KZ", "KG", "2023", "$1.90 bln"),
        volume("KZ", "KG", "2023", "$1.5 bln", **rival),
        growth("KZ", "KG", "2023", "7.1%", **rival),
    ]
    neutral = growth("KZ", "KG", "2023", "7.4%", source="interfax-2024-02-01")

    alone, beside = ask(*facts).year, ask(*facts, neutral).year

    assert (alone and alone.change, beside and beside.change) == (None, neutral["id"])


def test_a_change_is_computed_where_no_page_prints_one_and_it_is_narrow() -> None:
    earlier = volume("KZ", "KG", "2022", "$1.000 bln")

    computed = open_year(earlier, volume("KZ", "KG", "2023", "$1.050 bln"))
    wide = open_year(earlier, volume("KZ", "KG", "2023", "$1 bln"))

    assert (computed.computed_low, computed.computed_high) == (4.89, 5.11)
    assert (computed.earlier, computed.is_comparable) == (earlier["id"], True)
    assert wide.computed_low is None


@pytest.mark.parametrize(
    ("period", "is_found"),
    [
        ("2023-01/2023-05", True),
        ("2022-01/2022-05", True),
        ("2021-01/2021-05", False),
        ("2022-06/2023-05", True),
        ("2021-06/2022-05", False),
        ("2022-03/2023-03", True),  # an Iranian year
        ("2019-01/2023-12", False),
    ],
)
def test_months_are_a_year_at_most_and_not_before_that_year(period: str, *, is_found: bool) -> None:
    months = ask(volume("KZ", "KG", "2022", "$1 bln"), volume("KZ", "KG", period, "$2 bln")).months

    assert (months is not None and months.period == period) == is_found


def test_months_of_any_year_open_where_no_year_has_a_turnover() -> None:
    headline = ask(volume("KZ", "KG", "2021-01/2021-05", "$1 bln"), volume("KZ", "KG", "2020-01/2020-05", "$2 bln"))

    assert headline.year is None
    assert headline.months is not None
    assert headline.months.period == "2021-01/2021-05"


def test_months_are_compared_with_the_same_months_in_the_same_statistics_first() -> None:
    now = volume("KZ", "KG", "2023-01/2023-05", "$1.100 bln", reporter="KG")
    unattributed = volume("KZ", "KG", "2022-01/2022-05", "$1.300 bln")
    own = volume("KZ", "KG", "2022-01/2022-05", "$1.000 bln", reporter="KG", source=OTHER)

    other, same = ask(now, unattributed).months, ask(now, unattributed, own).months

    assert other is not None
    assert (other.earlier, other.is_comparable, other.computed_low) == (unattributed["id"], False, None)
    assert same is not None
    assert (same.earlier, same.is_comparable, same.computed_low) == (own["id"], True, 9.89)


def test_the_growth_of_disputed_months_is_not_computed() -> None:
    months = ask(
        volume("KZ", "KG", "2023-01/2023-05", "$1.100 bln"),
        volume("KZ", "KG", "2022-01/2022-05", "$1.000 bln"),
        volume("KZ", "KG", "2022-01/2022-05", "$2.000 bln", source=OTHER),
    ).months

    assert months is not None
    assert months.computed_low is None


def test_a_newer_change_of_months_is_shown() -> None:
    headline = ask(
        volume("KZ", "KG", "2023-01/2023-05", "$1 bln"), change := growth("KZ", "KG", "2023-01/2023-06", "14%")
    )

    assert headline.newer_months_change == change["id"]


def test_disputed_are_full_years_in_which_figures_contradict_each_other() -> None:
    def twice(period: str, **others: str) -> list[Json]:
        pages = {"$1.0 bln": "trend-2024-01-15", "$2.0 bln": OTHER}
        return [volume("KZ", "KG", period, printed, source=page, **others) for printed, page in pages.items()]

    headline = ask(
        *twice("2023"),
        *twice("2022", reporter="KG"),
        *twice("2022", flow="exports"),
        *twice("2021-01/2021-05"),
        growth("KZ", "KG", "2020", "10%"),
        growth("KZ", "KG", "2020", "30%", source=OTHER),
        volume("KZ", "KG", "2019", "$1.0 bln"),
        volume("KZ", "KG", "2019", "$1.04 bln", source=OTHER),
    )

    assert [(thing.year, thing.kind, thing.exporter, thing.reporter) for thing in headline.disputed] == [
        ("2023", "volume", None, None),
        ("2022", "volume", None, "KG"),
        ("2022", "volume", "KZ", None),
        ("2020", "growth", None, None),
    ]


def test_a_change_that_figures_refuse_is_disputed() -> None:
    headline = ask(
        volume("KZ", "KG", "2022", "$1.000 bln"),
        volume("KZ", "KG", "2023", "$1.100 bln"),
        growth("KZ", "KG", "2023", "40%"),
    )

    assert [thing.kind for thing in headline.disputed] == ["growth"]


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ([], None),
        ([("2022", "KG")], ("2022", ["KG"])),
        ([("2021", "KG"), ("2021", "KZ")], ("2021", ["KG", "KZ"])),
        ([("2022", "KZ"), ("2021", "KG"), ("2021", "KZ")], ("2022", ["KZ"])),
        ([("2022", "RU")], None),
    ],
)
def test_the_other_side_is_the_newest_year_by_both_or_by_the_one_that_does_not_open(
    facts: list[tuple[str, str]], found: tuple[str, list[str]] | None
) -> None:
    rows = find_rows(
        volume("KZ", "KG", "2023", "$1 bln"), *(volume("KZ", "KG", year, "$1 bln", reporter=by) for year, by in facts)
    )

    side = find_other_side(rows, ("KG", "KZ"), rows[0])

    assert (side and (side.year, sorted(row.reporter or "" for row in side.rows))) == found


def test_undated_pages_come_last() -> None:
    rows = find_rows(
        volume("KZ", "KG", "2023", "$1.0 bln", source=source("Interfax", None), reporter="KZ"),
        volume("KZ", "KG", "2023", "$1.1 bln", reporter="KG"),
    )

    assert [row.reporter for row in rows] == ["KG", "KZ"]
