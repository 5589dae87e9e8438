"""Figures in running text: what counts as one, where it ends, and which unit it takes from elsewhere."""

from __future__ import annotations

import pytest

from tradefacts.article import Tables
from tradefacts.article.page import read_page

TABLES = Tables(names={}, reporters={})


def find(text: str) -> list[tuple[str, str, float]]:
    """Return the figures of a text: printed, unit, values."""
    page = read_page(text, TABLES, "2023-09-20")
    return [(figure.printed, figure.unit, figure.values[0]) for figure in page.figures]


@pytest.mark.parametrize(
    ("text", "printed", "unit", "value"),
    [
        ("Trade was $1.2 billion.", "$1.2 billion", "money", 1_200_000_000),
        ("Trade was 19.6 billion U.S. dollars in all.", "19.6 billion U.S. dollars", "money", 19_600_000_000),
        ("Trade reached $1,080mln.", "$1,080mln", "money", 1_080_000_000),
        ("It fell to $ 1,481 billion.", "$ 1,481 billion", "money", 1_481_000_000),
        ("Imports were US$ 322.6 million.", "US$ 322.6 million", "money", 322_600_000),
        ("Оборот составил 2 млрд 718 млн долларов.", "2 млрд 718 млн долларов", "money", 2_718_000_000),
        ("Оборот составил $2 млрд. 842 млн.", "$2 млрд. 842 млн", "money", 2_842_000_000),
        ("Оборот — четверть миллиарда долларов.", "четверть миллиарда долларов", "money", 250_000_000),
        ("Речь о пятистах миллионах.", "пятистах миллионах", "money", 500_000_000),
        ("It rose 12.5 per cent.", "12.5 per cent", "percent", 12.5),
        ("Рост на шесть с лишним процентов.", "шесть с лишним процентов", "percent", 6),
        ("It grew 1.5-fold.", "1.5-fold", "factor", 1.5),
        ("Оборот вырос втрое.", "втрое", "factor", 3),
        ("It fell by a third.", "third", "percent", 33.3),
        ("Поставки удвоились.", "удвоились", "factor", 2),
        ("Там миллионов девяносто.", "миллионов девяносто", "money", 90_000_000),
    ],
)
def test_a_figure_is_found_with_all_its_words(text: str, printed: str, unit: str, value: float) -> None:
    assert find(text) == [(printed, unit, value)]


def test_a_number_takes_the_unit_of_the_figure_that_it_is_joined_to() -> None:
    found = find("Оборот вырос с 3,26 до 3,80 млрд долларов.")

    assert [value for _, _, value in found] == [3_260_000_000, 3_800_000_000]


def test_a_number_at_the_end_takes_the_unit_of_the_figure_before() -> None:
    found = find("Экспорт прибавил 8%, импорт — 3.")

    assert found == [("8%", "percent", 8), ("3", "percent", 3)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Оборот вырос на 11% до 8,3 млрд долларов. Вывоз — 6,1, ввоз — 2,2.", [6_100_000_000, 2_200_000_000]),
        ("It bought goods for $98 million. Of this, 58 was tea.", [58_000_000]),
        ("Оборот — 450 млн долларов: 250 млн туда, 200 оттуда.", [250_000_000, 200_000_000]),
        ("Экспорт составил 1,2 млн долларов, из них 900 тысяч — армянский.", [900_000]),
    ],
)
def test_a_number_labelled_as_a_flow_or_part_takes_the_unit_of_the_amount(text: str, values: list[float]) -> None:
    assert [value for _, unit, value in find(text) if unit == "money"][1:] == values


def test_the_places_of_a_row_share_the_scale_of_its_last_amount() -> None:
    found = find("From Iran came goods for 1,310, from Pakistan 880 and from China 690 million dollars.")

    assert [value for _, _, value in found][-2:] == [880_000_000, 690_000_000]


def test_the_cells_of_a_list_take_the_unit_of_its_heading() -> None:
    found = find("Main partners, million dollars:\nChina – 5,940.2\nRussia – 5,470.6")

    assert [value for _, _, value in found] == [5_940_200_000, 5_470_600_000]


@pytest.mark.parametrize(
    "text",
    [
        "The 18-point protocol was signed on 26 February 2023.",
        "In the first quarter of 2022 the sides met 4 times a month.",
        "Договор подписан 15 марта 2021 года, он вступит в силу с 2024-го.",
        "This is the third place among 189 countries.",
    ],
)
def test_dates_counts_and_ranks_are_no_figures(text: str) -> None:
    assert [found for found in find(text) if found[1] != "factor"] == []


def test_a_range_is_two_figures_and_says_so() -> None:
    page = read_page("He puts trade at $1.6 to 1.8 billion.", TABLES, None)

    assert [(figure.values[0], figure.is_low, figure.is_high) for figure in page.figures] == [
        (1_600_000_000, True, False),
        (1_800_000_000, False, True),
    ]


def test_a_bare_number_takes_the_unit_that_follows_the_same_word() -> None:
    figures = find("Торговля с Туркменией подросла на 17,5%, до 6,9 млрд долларов, с Узбекистаном — на 16,9, до 4,2.")

    assert figures[2:] == [("16,9", "percent", 16.9), ("4,2", "money", 4_200_000_000)]


def test_a_scale_without_a_number_is_no_figure() -> None:
    assert find("Речь идёт о нескольких миллионах и миллиардах, а не тысячах: миллионов там много.") == []


def test_as_much_repeats_the_amount_before_it() -> None:
    figures = find("Экспорт составил 408 млн долларов. Столько же ввезли оттуда. Столько же тонн перевезли.")

    assert figures == [("408 млн долларов", "money", 408_000_000), ("Столько же", "money", 408_000_000)]


def test_brackets_in_a_table_take_the_second_unit_of_its_heading() -> None:
    found = find("Trade of Kyrgyzstan (million US dollars; in brackets per cent of January 2022)\nRussia: 221.9 (92.1)")

    assert found == [("221.9", "money", 221_900_000), ("92.1", "percent", 92.1)]


def test_the_scale_of_the_first_amount_holds_for_a_list() -> None:
    found = find("The picture is: China – $6.1 billion, Russia – $6.4, Italy – $4.2.")

    assert [value for _, _, value in found] == [6_100_000_000, 6_400_000_000, 4_200_000_000]


@pytest.mark.parametrize("text", ["within eight quarters", "in two and a half weeks"])
def test_spans_of_time_are_no_fractions(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("It received 8.2 million foreign visitors. Tajikistan sent 2.6 million, Russia 1.9 million.", []),
        ("Добыто 3,2 млн тонн руды, годом ранее 2,9 млн.", []),
        ("Kazakhs bought 3 million tonnes; exports were 700 million.", ["700 million"]),
        ("Вывезено 3 млн тонн зерна на 700 млн.", ["700 млн"]),
    ],
)
def test_millions_after_counted_ones_are_counted_too(text: str, amounts: list[str]) -> None:
    assert [printed for printed, unit, _ in find(text) if unit == "money"] == amounts
