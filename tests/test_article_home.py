"""Whose trade a text is about: the home place by the evidence of the whole text, and the names that stand for it."""

from __future__ import annotations

import pytest

from tradefacts.article import Tables
from tradefacts.article.page import Page, read_page

TABLES = Tables(names={}, reporters={})


def read(text: str) -> Page:
    return read_page(text, TABLES, "2023-09-20")


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("По данным Госкомстата, экспорт в Россию вырос, импорт из Казахстана упал.", "UZ"),
        ("Из выступления министра торговли Узбекистана. С Россией и Китаем у нас всё хорошо.", "UZ"),
        (
            "With Russia and China, trade rose. Kyrgyzstan's exports to Russia fell, the committee in Bishkek says.",
            "KG",
        ),
        ("Казахстанско-китайский комитет собрался в Астане. Казахстанский экспорт вырос.", "KZ"),
    ],
)
def test_the_home_place_owns_flows_and_offices_and_is_no_partner(text: str, home: str) -> None:
    assert read(text).homes[-1].text[0] == home


def test_a_heading_names_the_home_place_of_the_sentences_below_it() -> None:
    page = read("• Таджикистан. Оборот с Россией вырос на 5%.\n• Казахстан. Оборот с Россией упал на 3%.")

    heads = [home.head for home in page.homes]
    assert heads == ["TJ", "TJ", "KZ", "KZ"]


def test_headings_of_partners_are_items_of_the_home_place() -> None:
    page = read("Наш экспорт, по данным статистики Кыргызстана, вырос.\nКитай. Ввоз вырос на 5%.\nРоссия. Ввоз упал.")

    assert [home.item for home in page.homes] == [None, "CN", "CN", "RU", "RU"]
    assert {home.head for home in page.homes} == {None}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("узбекско-корейские отношения", ["UZ", "KR"]),
        ("ирано-туркменский обмен", ["IR", "TM"]),
        ("Госкомстат Таджикистана", ["TJ"]),
        ("Торговля Центральной Азии. Весь регион вырос.", ["CA5", "CA5"]),
        ("Самаркандский регион вырос.", []),
        ("2 тыс. долл. США", []),
        ("U.S. exports to Portugal", ["US", "PT"]),
        ("wary of U.S. sanctions", []),
    ],
)
def test_names_that_stand_for_a_place(text: str, places: list[str]) -> None:
    assert [place.code for place in read(text).places] == places


def test_capitals_head_the_paragraphs_of_a_digest() -> None:
    page = read(
        "Неделя\nБишкек. Кыргызстан ввёз товары из Китая.\nАстана. Инфляция выросла.\n"
        "Ташкент. Торговля с Китаем растёт."
    )

    assert page.homes[-1].head == "UZ"


def test_an_office_without_a_country_is_that_of_the_country_in_the_title() -> None:
    page = read(
        "Азербайджан: торговля за 2022 год\n\nПо данным Госкомстата, экспорт в Турцию составил 3,2 млрд долларов."
    )

    assert [place.code for place in page.places if place.part == "body"] == ["AZ"]
