"""How Russian news of trade is read: each construction as an invented text with its claims."""

from __future__ import annotations

import pytest

from test_article_constructions import read
from tradefacts.article.cutting import cut
from tradefacts.article.meanings import Clock
from tradefacts.article.periods import find_periods


def test_percentages_follow_the_order_of_the_claims_before() -> None:
    claims = read(
        "За январь–май 2023 года экспорт Кыргызстана в Узбекистан составил 73,5 млн долларов, а импорт – 127,9 млн "
        "долларов, увеличившись соответственно на 27,8% и 53,9%."
    )

    assert claims[2:] == ["growth KG>UZ 2023-01/2023-05 +27.8 %", "growth UZ>KG 2023-01/2023-05 +53.9 %"]


def test_the_word_for_the_whole_stands_behind_a_row_of_shares() -> None:
    claims = read(
        "Экспорт Таджикистана за 2022 год составил 1,2 млрд долларов. Основными партнёрами республики были Россия, "
        "Казахстан и Китай, на долю которых пришлось 25,1%, 20,2% и 14,6% товарооборота соответственно."
    )

    assert claims[1:] == [
        "share RU-TJ turnover 2022 +25.1 %",
        "share KZ-TJ turnover 2022 +20.2 %",
        "share CN-TJ turnover 2022 +14.6 %",
    ]


def test_goods_go_there_and_come_from_there() -> None:
    claims = read(
        "Товарооборот Узбекистана с Кыргызстаном за 2022 год составил 473 млн долларов. Туда вывезено на 396 млн, "
        "оттуда получено на 77 млн."
    )

    assert claims[1:] == ["volume UZ>KG 2022 396,000,000", "volume KG>UZ 2022 77,000,000"]


def test_buyers_in_a_heading_take_the_exports() -> None:
    claims = read(
        "Экспорт Узбекистана в январе 2023 года составил 1,9 млрд долларов.\nГлавными покупателями стали:\n"
        "Россия – 291,7 млн долларов;\nКитай – 168,4 млн."
    )

    assert claims[1:] == ["volume UZ>RU 2023-01 291,700,000", "volume UZ>CN 2023-01 168,400,000"]


def test_the_partner_of_a_place_leaves_it_at_home() -> None:
    claims = read(
        "Китай остаётся крупнейшим торговым партнёром Узбекистана. За восемь месяцев 2023 года объём торговли составил "
        "8,1 млрд долларов, из которых экспорт — 1,2 млрд, импорт — 6,9 млрд."
    )

    assert claims[1:] == ["volume UZ>CN 2023-01/2023-08 1,200,000,000", "volume CN>UZ 2023-01/2023-08 6,900,000,000"]


def test_this_country_is_the_other_one() -> None:
    claims = read(
        "Турция — один из ключевых партнёров Туркменистана. В 2022 году турецкий экспорт в эту страну составил "
        "474 млн долларов."
    )

    assert claims == ["volume TR>TM 2022 474,000,000"]


def test_goods_that_were_brought_in_name_where_they_come_from() -> None:
    claims = read(
        "За 2022 год оборот Кыргызстана с Казахстаном достиг 1,1 млрд долларов. Кыргызстанские товары ввозились в "
        "соседнюю страну на сумму 413 млн долларов."
    )

    assert claims[1:] == ["volume KG>KZ 2022 413,000,000"]


def test_goods_and_services_together_are_trade() -> None:
    claims = read(
        "Внешнеторговый оборот Узбекистана за 2022 год составил 50 млрд долларов. Импорт товаров и услуг увеличился "
        "на 26% и достиг 33,3 млрд долларов."
    )

    assert claims[1:] == ["growth WORLD>UZ 2022 +26 %", "volume WORLD>UZ 2022 33,300,000,000"]


def test_a_new_seller_takes_the_place_of_the_last_one() -> None:
    claims = read("Узбекистан поставил в Казахстан за 2022 год товаров на 650 млн долларов, Таджикистан — на 110 млн.")

    assert claims == ["volume UZ>KZ 2022 650,000,000", "volume TJ>KZ 2022 110,000,000"]


def test_what_follows_a_bracket_goes_on_before_it() -> None:
    claims = read(
        "Товарооборот Казахстана и Венгрии в 2022 году составил 162,3 млн долларов (экспорт — 35,1 млн, импорт — "
        "127,2 млн), что на 9,7% выше показателя 2021 года."
    )

    assert claims[-1] == "growth HU-KZ turnover 2022 +9.7 %"


def test_trade_outside_a_group_is_not_that_with_the_group() -> None:
    claims = read(
        "В январе 2023 года Кыргызстан экспортировал в страны ЕАЭС товаров на 98,1 млн долларов, в страны вне союза — "
        "на 70,2 млн."
    )

    assert claims == ["volume KG>EAEU 2023-01 98,100,000"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Экспорт в Германию составил 12,4 млн долларов, а не 124 млн.",
        "По импорту разница двух статистик достигает 1,2 млрд долларов.",
    ],
)
def test_denied_figures_and_gaps_between_statistics_are_no_claims(sentence: str) -> None:
    claims = read(f"Торговля Кыргызстана с Германией за 2022 год составила 140 млн долларов. {sentence}")

    assert not [claim for claim in claims if claim.endswith((" 124,000,000", " 1,200,000,000"))]


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("На начало ноября", "2022-01/2022-10"),
        ("К концу сентября", "2022-01/2022-09"),
        ("С начала года по октябрь", "2022-01/2022-10"),
        ("В I–III кварталах", "2022-01/2022-09"),
        ("За янв–окт 2022 г.", "2022-01/2022-10"),
    ],
)
def test_short_words_for_the_months_of_a_year(words: str, period: str) -> None:
    mentions = find_periods(cut(f"{words} экспорт составил 5 млрд долларов."), Clock(2022, 11))

    assert [str(mention.meanings[0][0]) for mention in mentions] == [period]


def test_the_title_of_a_country_has_the_case_that_its_name_lacks() -> None:
    claims = read(
        "Экспорт Республики Молдова в 2022 году составил 4,3 млрд долларов. Торговля с Республикой Казахстан "
        "достигла 41 млн долларов, поставки в Республику Беларусь — 30 млн."
    )

    assert claims == [
        "volume MD>WORLD 2022 4,300,000,000",
        "volume KZ-MD turnover 2022 41,000,000",
        "volume MD>BY 2022 30,000,000",
    ]


def test_an_office_that_several_countries_have_is_that_of_the_text() -> None:
    claims = read(
        "По данным Госкомстата, оборот Азербайджана с Грузией в 2022 году составил 1,1 млрд долларов. Экспорт вырос "
        "на 9%, импорт из Узбекистана — на 3%."
    )

    assert claims[1:] == ["growth AZ>GE 2022 +9 %", "growth UZ>AZ 2022 +3 %"]


def test_the_office_of_a_text_without_other_names_tells_whose_foreign_trade_it_is() -> None:
    claims = read("За май 2022 года внешнеторговый оборот составил 5,3 млрд долларов, сообщил Госкомстат.")

    assert claims == ["volume UZ-WORLD turnover 2022-05 5,300,000,000"]


def test_those_that_a_partner_comes_after_are_no_side_of_its_share() -> None:
    claims = read(
        "Оборот Казахстана и Армении за 2022 год составил 26 млн долларов. Казахстан стал четвёртым партнёром Армении "
        "после Ирана и Грузии с долей 5,2%. Уступив Китаю, Россия поставила в Армению товаров на 3 млрд."
    )

    assert claims[1:] == ["share AM-KZ turnover 2022 +5.2 %", "volume RU>AM 2022 3,000,000,000"]


def test_a_place_with_its_own_figure_is_one_to_come_after() -> None:
    claims = read("Экспорт Ирана в 2022 году: первой идёт Индия, после Китая (15 млрд долларов) и Ирака.")

    assert claims == ["volume IR>CN 2022 15,000,000,000"]


def test_a_figure_between_commas_is_about_what_follows_it() -> None:
    claims = read(
        "Оборот Грузии с Арменией за 2022 год составил 614 млн долларов, с Турцией – 249 млн. Быстрее всего, в 1,5 "
        "раза, прибавил Азербайджан. Львиную часть оборота с Россией, 318 млн, составил импорт."
    )

    assert claims[2:] == ["growth AZ-GE turnover 2022 +50 %", "volume RU>GE 2022 318,000,000"]


def test_a_colon_ends_the_words_of_a_figure() -> None:
    claims = read(
        "Торговля Казахстана с ЕАЭС за 2022 год увеличилась на 2,4%, до 384 млн долларов: экспорт подскочил на 70%."
    )

    assert claims == [
        "growth EAEU-KZ turnover 2022 +2.4 %",
        "volume EAEU-KZ turnover 2022 384,000,000",
        "growth KZ>EAEU 2022 +70 %",
    ]


def test_a_period_in_brackets_stays_there() -> None:
    claims = read(
        "Экспорт Турции в Грузию в 2022 году достиг 2,3 млрд долларов (в 2020-м – 1,4 млрд), в Армению – 120 млн."
    )

    assert claims == [
        "volume TR>GE 2022 2,300,000,000",
        "volume TR>GE 2020 1,400,000,000",
        "volume TR>AM 2022 120,000,000",
    ]


def test_the_first_month_is_january() -> None:
    claims = read("В первый месяц 2018 года внешнеторговый оборот Кыргызстана составил $478,2 млн, сообщает 24.kg.")

    assert claims == ["volume KG-WORLD turnover 2018-01 478,200,000"]


def test_what_is_bought_or_sold_most_of_all_compares_no_periods() -> None:
    claims = read(
        "Больше всего Грузия продала в январе—июле 2022 года Казахстану: её экспорт туда составил 482 млн долларов."
    )

    assert claims == ["volume GE>KZ 2022-01/2022-07 482,000,000"]


def test_what_one_flow_exceeds_the_other_by_is_a_balance() -> None:
    claims = read("Экспорт Кыргызстана составил 2 млрд долларов в 2022 году. Ввоз превысил вывоз на 1,8 млрд.")

    assert claims[1:] == ["volume KG-WORLD balance 2022 1,800,000,000"]
