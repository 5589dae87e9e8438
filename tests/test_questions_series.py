"""Full years in a row: of a pair by year and statistics, of a place by partner."""

from __future__ import annotations

import pytest

from builders import Json, base, country, growth, volume
from tradefacts.errors import InvalidQueryError
from tradefacts.questions.series import Line, SeriesResult, ask_series

OTHER = "interfax-2024-02-01"


def ask(*facts: Json, partner: str | None = "KG", **options: object) -> SeriesResult:
    return ask_series(base(*facts), "KZ", partner, **options).result  # type: ignore[arg-type]  # whatever a test wants


def describe(line: Line) -> tuple[int, str | None, str | None]:
    return line.year, line.reporter, line.volume.figures[0].printed if line.volume else None


def test_years_come_oldest_first_and_in_a_year_a_reporters_figure_first() -> None:
    result = ask(
        volume("KZ", "KG", "2023", "$1.2 bln"),
        volume("KZ", "KG", "2022", "$1 bln"),
        volume("KZ", "KG", "2023", "$1.1 bln", reporter="KG"),
    )

    assert [*map(describe, result.lines)] == [
        (2022, None, "$1 bln"),
        (2023, "KG", "$1.1 bln"),
        (2023, None, "$1.2 bln"),
    ]


def test_parts_of_a_year_and_figures_of_some_goods_take_no_part() -> None:
    result = ask(
        volume("KZ", "KG", "2023-01/2023-08", "$1 bln"),
        volume("KZ", "KG", "2023", "$300 mln", scope="agricultural goods"),
    )

    assert result.lines == ()


def test_turnover_comes_before_goods_in_each_direction() -> None:
    result = ask(
        volume("KZ", "KG", "2023", "$600 mln", flow="exports"),
        volume("KZ", "KG", "2023", "$1 bln"),
        volume("KG", "KZ", "2023", "$400 mln", flow="exports"),
    )

    assert [(line.flow, line.exporter, line.importer) for line in result.lines] == [
        ("turnover", None, None),
        ("goods", "KG", "KZ"),
        ("goods", "KZ", "KG"),
    ]


def test_a_flow_is_that_of_the_places_in_their_order() -> None:
    facts = base(
        volume("KZ", "KG", "2023", "$600 mln", flow="exports"),
        volume("KZ", "KG", "2023", "$1 bln"),
        volume("KG", "KZ", "2023", "$400 mln", flow="exports"),
    )

    (there,) = ask_series(facts, "KZ", "KG", flow="exports").result.lines
    (back,) = ask_series(facts, "KG", "KZ", flow="exports").result.lines

    assert (there.exporter, back.exporter) == ("KZ", "KG")


def test_a_printed_growth_is_shown_with_the_computed_one() -> None:
    result = ask(
        volume("KZ", "KG", "2022", "$1.00 bln"),
        volume("KZ", "KG", "2023", "$1.10 bln"),
        growth("KZ", "KG", "2023", "9%"),
    )

    line = result.lines[-1]
    assert line.change
    assert line.change.figures[0].printed == "9%"
    assert line.growth
    assert (line.growth.low, line.growth.high) == (8.95, 11.06)


def test_growth_of_goods_is_shown_with_the_goods() -> None:
    facts = [
        volume("KZ", "KG", "2023", "$600 mln", flow="exports"),
        growth("KZ", "KG", "2023", "5%", flow="exports"),
    ]

    line = ask(*facts).lines[-1]

    assert line.year == 2023
    assert line.change
    assert (line.change.exporter, line.change.figures[0].printed) == ("KZ", "5%")


def test_growth_over_several_years_is_left_out() -> None:
    (line,) = ask(volume("KZ", "KG", "2023", "$1 bln"), growth("KZ", "KG", "2023", "40%", base_period="2018")).lines

    assert line.change is None


def test_a_year_that_follows_from_the_next_one_is_a_line_of_its_own() -> None:
    earlier, later = ask(volume("KZ", "KG", "2023", "$1.00 bln"), growth("KZ", "KG", "2023", "25.0%")).lines

    assert (earlier.year, earlier.volume) == (2022, None)
    assert earlier.calculated
    assert earlier.calculated.low == 795681727
    assert later.calculated is None


def test_a_derived_figure_is_on_the_line_of_a_change() -> None:
    lines = ask(
        volume("KZ", "KG", "2023", "$1.00 bln"),
        growth("KZ", "KG", "2023", "25.0%"),
        growth("KZ", "KG", "2022", "5%"),
    ).lines

    assert [(line.year, line.change is not None, line.calculated is not None) for line in lines] == [
        (2022, True, True),
        (2023, True, False),
    ]


def test_a_limit_keeps_the_newest_years() -> None:
    facts = [volume("KZ", "KG", str(year), "$1 bln") for year in range(2018, 2024)]

    assert [line.year for line in ask(*facts, limit=2).lines] == [2022, 2023]


def test_one_place_has_a_line_for_the_newest_year_with_each_partner_the_largest_first() -> None:
    result = ask(
        volume("KZ", "KG", "2022", "$9 bln"),
        volume("KZ", "KG", "2023", "$1 bln"),
        volume("UZ", "KZ", "2021", "$4 bln"),
        volume("KZ", "TM", "2023", "€8 bln"),
        partner=None,
    )

    assert [(line.pair, line.year) for line in result.lines] == [
        (("KZ", "UZ"), 2021),
        (("KG", "KZ"), 2023),
        (("KZ", "TM"), 2023),
    ]


def test_groups_come_after_countries() -> None:
    result = ask(volume("KZ", "WORLD", "2023", "$100 bln"), volume("KZ", "KG", "2023", "$1 bln"), partner=None)

    assert [line.pair for line in result.lines] == [("KG", "KZ"), ("KZ", "WORLD")]


def test_a_partner_without_a_full_year_is_named() -> None:
    result = ask(volume("KZ", "KG", "2023", "$1 bln"), growth("KZ", "UZ", "2023", "5%"), partner=None)

    assert result.without == ("UZ",)


def test_partners_by_goods_sent_or_received() -> None:
    facts = [
        volume("KZ", "KG", "2023", "$600 mln", flow="exports"),
        volume("KZ", "UZ", "2023", "$900 mln", flow="imports"),
        volume("KZ", "UZ", "2023", "$3 bln"),
    ]

    assert [line.pair for line in ask(*facts, partner=None, flow="exports").lines] == [("KG", "KZ")]
    assert [line.exporter for line in ask(*facts, partner=None, flow="imports").lines] == ["UZ"]


def test_the_answer_has_the_claims_behind_its_lines() -> None:
    facts = base(
        volume("KZ", "KG", "2022", "$9 bln"),
        volume("KZ", "KG", "2023", "$1 bln"),
        volume("KZ", "KG", "2020", "$2 bln"),
        volume("KZ", "KG", "2023-01/2023-08", "$1 bln"),
    )

    assert [claim.period for claim in ask_series(facts, "KZ").claims] == ["2022", "2023"]
    assert len(ask_series(facts, "KZ", "KG").claims) == 3


def test_balances_are_refused() -> None:
    with pytest.raises(InvalidQueryError, match="balances make no series"):
        ask(volume("KZ", "KG", "2023", "$1 bln"), flow="balance")


def test_a_pair_without_claims_shows_what_there_is() -> None:
    answer = ask_series(base(volume("KZ", "UZ", "2023", "$1 bln"), countries=[country("KG")]), "KZ", "KG")

    assert answer.notes == ("no facts about KZ and KG match; 1 about KZ, 0 about KG (try 'tradefacts timeline KZ')",)
