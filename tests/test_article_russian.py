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


def test_the_whole_behind_a_share_belongs_to_that_share() -> None:
    claims = read(
        "Импорт Монголии в 2022 году составил 8,7 млрд долларов. Она ввозит товары из Китая — 36,1 проц общего объёма "
        "импорта, России — 29,7 проц, Японии — 6,2 проц."
    )

    assert claims[1:] == [
        "share CN>MN 2022 +36.1 %",
        "share RU>MN 2022 +29.7 %",
        "share JP>MN 2022 +6.2 %",
    ]


def test_how_far_exports_cover_imports_is_no_claim() -> None:
    claims = read(
        "Импорт Молдовы в 2022 году достиг 9,2 млрд долларов, степень покрытия импорта экспортом – 47,1%. Экспорт "
        "упал на 3%."
    )

    assert claims == ["volume WORLD>MD 2022 9,200,000,000", "growth MD>WORLD 2022 -3 %"]


def test_in_the_minus_tells_a_fall_rather_than_a_balance() -> None:
    claims = read(
        "Оборот Китая с Казахстаном в 2022 году вырос до 31 млрд долларов. Туркменистан в минусе (2,4 млрд, –4,4%)."
    )

    assert claims[1:] == ["volume CN-TM turnover 2022 2,400,000,000", "growth CN-TM turnover 2022 -4.4 %"]


def test_the_same_months_are_named_in_many_ways() -> None:
    claims = read(
        "За январь–сентябрь 2022 года экспорт Беларуси в Казахстан составил 600 млн долларов, это 137% к тому же "
        "отрезку 2021-го. В 2019-м за тот же срок – 450 млн."
    )

    assert claims == [
        "volume BY>KZ 2022-01/2022-09 600,000,000",
        "growth BY>KZ 2022-01/2022-09 +37 %",
        "volume BY>KZ 2019-01/2019-09 450,000,000",
    ]


def test_a_percentage_of_what_was_before_is_a_level() -> None:
    claims = read("Оборот Казахстана с Польшей в 2022 году составил 2 млрд долларов – 93,2% от прежнего.")

    assert claims == ["volume KZ-PL turnover 2022 2,000,000,000", "growth KZ-PL turnover 2022 -6.8 %"]


def test_two_quarters_are_a_half_year() -> None:
    claims = read("В первом и втором кварталах 2022 года экспорт Беларуси в Казахстан составил 410 млн долларов.")

    assert claims == ["volume BY>KZ 2022-01/2022-06 410,000,000"]


def test_the_full_stop_of_an_abbreviation_is_part_of_the_figure() -> None:
    claims = read(
        "Оборот Таджикистана с Ираном в 2022 году составил 241 млн долл. США, что на 120 млн долл., или на 99 проц., "
        "больше, чем годом ранее. На долю Ирана пришлось 4 проц. оборота республики."
    )

    assert claims == [
        "volume IR-TJ turnover 2022 241,000,000",
        "growth IR-TJ turnover 2022 +99 %",
        "share IR-TJ turnover 2022 +4 %",
    ]


def test_who_ranks_in_the_trade_of_a_place_is_its_partner() -> None:
    claims = read(
        "В 2022 году Китай занял первое место в товарообороте Грузии с суммой 1,5 млрд долларов, за ним следуют "
        "Россия – 1,1 млрд и Турция – 0,9 млрд."
    )

    assert claims[1:] == ["volume GE-RU turnover 2022 1,100,000,000", "volume GE-TR turnover 2022 900,000,000"]


def test_a_year_after_the_countries_traded_with_is_no_base_of_comparison() -> None:
    claims = read("Оборот Таджикистана с зарубежными странами за январь—июль 2022 года достиг 4,1 млрд долларов.")

    assert claims == ["volume TJ-WORLD turnover 2022-01/2022-07 4,100,000,000"]


def test_the_share_of_a_partner_is_one_of_the_turnover() -> None:
    claims = read(
        "Торговля России и Узбекистана в 2022 году превысила 9,2 млрд долларов, импорт — 2,1 млрд. Россия занимает "
        "второе место среди торговых партнёров республики с долей 18,5%."
    )

    assert claims[2:] == ["share RU-UZ turnover 2022 +18.5 %"]


@pytest.mark.parametrize(
    ("words", "growth"),
    [
        ("составил 15 млрд долларов, уменьшившись на 3%", -3),
        ("составил 15 млрд долларов, просев на 3%", -3),
        ("сокращается: минус 3%", -3),
        ("повышается на 3%", 3),
        ("составил 15 млрд долларов, утроившись", 200),
    ],
)
def test_verbs_of_change_are_read_in_all_their_forms(words: str, growth: int) -> None:
    claims = read(f"В 2022 году экспорт Казахстана в Китай {words}.")

    assert claims[-1] == f"growth KZ>CN 2022 {growth:+} %"


def test_amounts_and_rates_share_the_columns_of_a_table() -> None:
    claims = read(
        "Торговля Молдовы с основными странами, 2022 г.\nмлн долл. США (в скобках — % к 2021 г.)\n"
        "                Экспорт          Импорт\n"
        "Россия          190,6 (71,8)     1336,2 (124,7)\n"
        "Весь мир        4 332,1 (137,8)  9 219,1 (128,5)"
    )

    assert claims == [
        "volume MD>RU 2022 190,600,000",
        "growth MD>RU 2022 -28.2 %",
        "volume RU>MD 2022 1,336,200,000",
        "growth RU>MD 2022 +24.7 %",
        "volume MD>WORLD 2022 4,332,100,000",
        "growth MD>WORLD 2022 +37.8 %",
        "volume WORLD>MD 2022 9,219,100,000",
        "growth WORLD>MD 2022 +28.5 %",
    ]


def test_the_republic_is_the_only_one_of_two_places() -> None:
    claims = read(
        "Оборот Вьетнама и Казахстана за 2022 год — 585 млн долларов. Экспорт из республики составил 21,7 млн, "
        "импорт — 563 млн. Поставки в республику выросли на 3%."
    )

    assert claims[1:] == ["volume KZ>VN 2022 21,700,000", "volume VN>KZ 2022 563,000,000", "growth VN>KZ 2022 +3 %"]


def test_a_rate_in_brackets_behind_the_base_belongs_to_the_later_year() -> None:
    claims = read("В 2022 году оборот Грузии и Германии составил 61 млн евро против 57 млн в 2021-м (+7%).")

    assert claims[-1] == "growth DE-GE turnover 2022 +7 %"


def test_what_a_country_sold_in_all_after_a_list_of_partners_went_to_the_world() -> None:
    claims = read(
        "Экспорт Грузии в Казахстан за 2022 год достиг 724 млн долларов, в Азербайджан — 672 млн. В целом Грузия "
        "вывезла товаров на 5,6 млрд."
    )

    assert claims[-1] == "volume GE>WORLD 2022 5,600,000,000"


def test_a_bracket_after_an_abbreviation_goes_on_with_the_sentence() -> None:
    claims = read(
        "Экспорт Кыргызстана в Казахстан в 2022 году составил 442 млн долл. (рост на 6%), импорт – 718 млн долл. – на "
        "12% больше."
    )

    assert claims == [
        "volume KG>KZ 2022 442,000,000",
        "growth KG>KZ 2022 +6 %",
        "volume KZ>KG 2022 718,000,000",
        "growth KZ>KG 2022 +12 %",
    ]


def test_the_base_of_a_fall_follows_its_result() -> None:
    claims = read(
        "Товарооборот России с Арменией в 2022 году снизился до 2 млрд долларов с 6 млрд годом ранее, то есть в три "
        "раза."
    )

    assert claims == [
        "volume AM-RU turnover 2022 2,000,000,000",
        "volume AM-RU turnover 2021 6,000,000,000",
        "growth AM-RU turnover 2022 -66.7 %",
    ]


def test_the_dash_between_months_closes_no_insertion() -> None:
    claims = read(
        "Торговля Кыргызстана с государствами – членами ЕАЭС в январе–августе 2022 года составила 2,8 млрд долларов."
    )

    assert claims == ["volume EAEU-KG turnover 2022-01/2022-08 2,800,000,000"]


def test_an_adjective_without_a_noun_turns_the_flow_before() -> None:
    claims = read(
        "За 2022 год взаимная торговля Казахстана и Узбекистана составила 4,4 млрд долларов, львиная часть – 3,1 "
        "млрд – пришлась на казахстанский экспорт, а остальные 1,3 млрд – на узбекский."
    )

    assert claims[1:] == ["volume KZ>UZ 2022 3,100,000,000", "volume UZ>KZ 2022 1,300,000,000"]


def test_a_place_and_its_partner_are_a_new_pair() -> None:
    claims = read(
        "Товарооборот Узбекистана с Турцией за 2022 год — 3,2 млрд долларов. У Казахстана с Турцией — 6,3 млрд."
    )

    assert claims[1:] == ["volume KZ-TR turnover 2022 6,300,000,000"]


def test_the_whole_of_a_share_in_brackets_stays_there() -> None:
    claims = read(
        "Экспорт Молдовы в страны СНГ составил в 2022 году 76,5 млн долларов (5,9% общего экспорта), снизившись на "
        "24,7%."
    )

    assert claims[1:] == ["share MD>CIS 2022 +5.9 %", "growth MD>CIS 2022 -24.7 %"]


def test_their_value_is_that_of_the_flow_before() -> None:
    claims = read(
        "Казахстан и Кыргызстан наторговали за 2022 год на 858 млн долларов. Основу оборота, 79,6%, сформировали "
        "казахстанские поставки. Их стоимость за год поднялась на 13,1%."
    )

    assert claims[1:] == ["share KZ>KG 2022 +79.6 %", "growth KZ>KG 2022 +13.1 %"]


def test_status_and_leaders_are_no_offices() -> None:
    claims = read(
        "Россия сохранила статус главного партнёра Беларуси: оборот за 2022 год достиг 43 млрд долларов. Китай — лидер "
        "среди партнёров Казахстана с суммой 24 млрд долларов."
    )

    assert claims == ["volume BY-RU turnover 2022 43,000,000,000", "volume CN-KZ turnover 2022 24,000,000,000"]


def test_the_members_of_a_group_are_the_partners_of_its_list() -> None:
    claims = read(
        "В 2022 году торговля Грузии с Центральной Азией: с Казахстаном – 323 млн долларов, с Узбекистаном – 210 млн."
    )

    assert claims == ["volume GE-KZ turnover 2022 323,000,000", "volume GE-UZ turnover 2022 210,000,000"]


def test_a_reverse_flow_may_lack_its_noun() -> None:
    claims = read("Экспорт из Узбекистана в Казахстан в 2022 году – 1,4 млрд долларов, обратный – 3,2 млрд.")

    assert claims[1:] == ["volume KZ>UZ 2022 3,200,000,000"]


def test_for_whom_something_matters_does_not_buy_it() -> None:
    claims = read(
        "Экспорт Турции в 2022 году составил 254 млрд долларов. Узбекистан, важный для турок рынок, ввёз товаров на "
        "1,8 млрд."
    )

    assert claims[1:] == ["volume TR>UZ 2022 1,800,000,000"]


def test_the_turnover_of_a_year_may_be_many_times_the_flows_of_a_month() -> None:
    claims = read(
        "В августе 2023 года Узбекистан ввёз из Турции товаров на $158,3 млн, а отправил туда на $96,1 млн. Совокупный "
        "оборот за январь–август приблизился к $2,2 млрд."
    )

    assert claims[2:] == ["volume TR-UZ turnover 2023-01/2023-08 2,200,000,000"]


def test_a_goal_that_two_countries_aim_at_together_is_no_sum_of_several() -> None:
    claims = read(
        "Торговля Ирана с Туркменистаном достигла в 2022 году 500 млн долларов. Делегации договорились вместе довести "
        "показатель до 1,5 млрд долларов."
    )

    assert claims[1:] == ["target IR-TM turnover 1,500,000,000"]


def test_a_flow_behind_a_verb_is_the_part_of_the_turnover() -> None:
    claims = read(
        "Товарооборот Казахстана с Туркменистаном в 2022 году составил 136 млн долларов. На 97% он состоял из "
        "казахстанских поставок."
    )
    same = read(
        "Товарооборот Казахстана с Туркменистаном в 2022 году составил 136 млн долларов. 97 процентов этой суммы дал "
        "казахстанский экспорт."
    )

    assert claims[1:] == same[1:] == ["share KZ>TM 2022 +97 %"]


def test_how_many_times_more_one_sells_than_one_buys_is_no_growth() -> None:
    claims = read(
        "Узбекистан поставил в Афганистан в 2022 году товаров на 740 млн долларов, в 30 раз больше, чем купил там."
    )

    assert claims == ["volume UZ>AF 2022 740,000,000"]


def test_what_may_be_reached_is_no_target() -> None:
    claims = read("К 2030 году товарооборот Казахстана и Ирана может достичь 3 млрд долларов.")

    assert claims == []


def test_what_was_agreed_on_is_a_target() -> None:
    claims = read("Астана и Тегеран договорились, что к 2030 году товарооборот составит 3 млрд долларов.")

    assert claims == ["target IR-KZ turnover 3,000,000,000"]


def test_goods_may_be_examples_of_what_an_amount_is_for_altogether() -> None:
    claims = read("Польша в 2022 году импортировала из Казахстана нефть и ферросплавы, в целом на 945 млн долларов.")

    assert claims == ["volume KZ>PL 2022 945,000,000"]


def test_an_amount_says_a_share_once_more() -> None:
    claims = read(
        "Государства Центральной Азии в 2022 году обеспечили 11,5% внешней торговли Узбекистана, или 7,2 млрд долларов."
    )

    assert claims == ["share CA5-UZ turnover 2022 +11.5 %", "volume CA5-UZ turnover 2022 7,200,000,000"]


def test_a_dash_parts_some_of_them_from_their_name() -> None:
    claims = read(
        "Товарооборот Армении и Кыргызстана в 2022 году составил 3 млн долларов, причём 2,1 млн из них – армянские "
        "поставки."
    )

    assert claims[1:] == ["volume AM>KG 2022 2,100,000"]


def test_an_exceeded_level_is_that_of_another_year() -> None:
    claims = read("Экспорт Грузии в 2022 году составил 5 млрд долларов и превысил показатель 2021 года на 27,5%.")

    assert claims[1:] == ["growth GE>WORLD 2022 +27.5 %"]


def test_money_that_migrants_send_is_no_trade() -> None:
    claims = read(
        "Товарооборот России и Узбекистана в 2022 году составил 9 млрд долларов. Мигранты отправили из России в "
        "Узбекистан за год 14 млрд долларов."
    )

    assert claims == ["volume RU-UZ turnover 2022 9,000,000,000"]


@pytest.mark.parametrize(("word", "percent"), [("полуторакратно", 50), ("пятикратно", 400)])
def test_a_factor_may_be_an_adverb(word: str, percent: int) -> None:
    claims = read(f"Торговля Ирана с Туркменистаном в 2022 году выросла {word}.")

    assert claims == [f"growth IR-TM turnover 2022 +{percent} %"]


def test_a_place_behind_a_share_and_its_verb_is_the_part() -> None:
    claims = read(
        "Экспорт Казахстана в 2022 году составил 84 млрд долларов. 16,4% экспорта обеспечила Италия, 15,5% — Китай."
    )

    assert claims[1:] == ["share KZ>IT 2022 +16.4 %", "share KZ>CN 2022 +15.5 %"]


def test_what_was_not_exceeded_earlier_is_not_denied() -> None:
    claims = read(
        "Взаимная торговля Узбекистана и Пакистана в 2020 году не превышала 122 млн долларов, а в 2022-м добралась до "
        "240 млн."
    )

    assert claims == ["volume PK-UZ turnover 2020 122,000,000", "volume PK-UZ turnover 2022 240,000,000"]


def test_a_place_behind_an_amount_and_its_verb_is_the_partner() -> None:
    claims = read(
        "Из 50 млрд долларов внешнеторгового оборота Узбекистана в 2022 году 8,9 млрд пришлось на Китай, 9,3 млрд — на "
        "Россию."
    )

    assert claims[1:] == ["volume CN-UZ turnover 2022 8,900,000,000", "volume RU-UZ turnover 2022 9,300,000,000"]


def test_a_group_before_the_verb_has_the_share_and_not_the_next_place() -> None:
    claims = read("На страны ЕАЭС в товарообороте Кыргызстана за 2022 год приходится 31,2%, на Китай – 34,6%.")

    assert claims == ["share EAEU-KG turnover 2022 +31.2 %", "share CN-KG turnover 2022 +34.6 %"]


def test_the_share_of_exports_is_one_of_the_turnover() -> None:
    claims = read(
        "Взаимная торговля между Россией и Таджикистаном за 2022 год составила 1,6 млрд долларов, при этом доля "
        "российского экспорта — 92%."
    )

    assert claims[1:] == ["share RU>TJ 2022 +92 %"]


def test_five_countries_of_a_group_are_the_group_and_a_wished_factor_is_no_growth() -> None:
    claims = read(
        "Торговля Китая с пятёркой стран Центральной Азии за 2022 год достигла 70 млрд долларов. Стороны договорились "
        "увеличить её в два раза."
    )

    assert claims == ["volume CA5-CN turnover 2022 70,000,000,000"]


def test_a_caption_names_whose_exports_and_imports_follow() -> None:
    alone = read("Внешняя торговля Узбекистана за 2022 год: экспорт — 19,3 млрд долларов, импорт — 30,7 млрд.")
    two = read(
        "Внешнеторговый оборот Беларуси с Узбекистаном в 2022 году: экспорт – 310 млн долларов, импорт – 90 млн."
    )

    assert alone == ["volume UZ>WORLD 2022 19,300,000,000", "volume WORLD>UZ 2022 30,700,000,000"]
    assert two == ["volume BY>UZ 2022 310,000,000", "volume UZ>BY 2022 90,000,000"]


def test_a_title_that_asks_gives_its_flow_to_the_list() -> None:
    who = read(
        "Кто больше всех покупает у Узбекистана (2022 год, данные Госкомстата)\n1. Россия — $3,1 млрд\n"
        "2. Китай — $2,5 млрд"
    )
    whence = read("Откуда Кыргызстан ввозил товары в 2022 году\nКитай — 4,1 млрд долларов, 41%\nРоссия — 2,3 млрд, 24%")

    assert who == ["volume UZ>RU 2022 3,100,000,000", "volume UZ>CN 2022 2,500,000,000"]
    assert whence == [
        "volume CN>KG 2022 4,100,000,000",
        "share CN>KG 2022 +41 %",
        "volume RU>KG 2022 2,300,000,000",
        "share RU>KG 2022 +24 %",
    ]
