"""How tables and lists pasted as text are read: a cell is told by its row, its column and the caption."""

from __future__ import annotations

import pytest

from test_article_constructions import TABLES, read
from tradefacts.article import read_text


def test_cells_take_the_unit_and_the_year_of_their_column() -> None:
    claims = read(
        "Торговля Казахстана, млн долл. США\n"
        "Страна | 2021 | 2022 | 2022 к 2021, %\n"
        "Узбекистан | 3 820,5 | 4 986,1 | 130,5\n"
        "Кыргызстан | 1 020,1 | 1 153,2 | 113,0"
    )

    assert claims == [
        "volume KZ-UZ turnover 2021 3,820,500,000",
        "volume KZ-UZ turnover 2022 4,986,100,000",
        "growth KZ-UZ turnover 2022 +30.5 %",
        "volume KG-KZ turnover 2021 1,020,100,000",
        "volume KG-KZ turnover 2022 1,153,200,000",
        "growth KG-KZ turnover 2022 +13 %",
    ]


def test_the_caption_of_a_table_names_the_months_of_its_years() -> None:
    claims = read(
        "Торговля Кыргызстана с партнёрами, январь–март, млн долл.\n\nПартнёр; 2022; 2023\nРоссия; 812,4; 868,5\n"
        "Китай; 1204,0; 987,3"
    )

    assert [claim.split()[3] for claim in claims] == ["2022-01/2022-03", "2023-01/2023-03"] * 2


def test_columns_may_be_divided_by_blanks() -> None:
    claims = read(
        "Exports and imports of Georgia by country, January-July 2023, $ mn\n\n"
        "Country        Exports   Imports   Balance\n"
        "Armenia        412.3     204.7     207.6\n"
        "China          110.0     902.5     -792.5"
    )

    assert claims == [
        "volume GE>AM 2023-01/2023-07 412,300,000",
        "volume AM>GE 2023-01/2023-07 204,700,000",
        "volume AM-GE balance 2023-01/2023-07 207,600,000",
        "volume GE>CN 2023-01/2023-07 110,000,000",
        "volume CN>GE 2023-01/2023-07 902,500,000",
        "volume CN-GE balance 2023-01/2023-07 792,500,000",
    ]


def test_columns_may_be_divided_by_tabs_or_single_blanks() -> None:
    caption = "Внешняя торговля Армении, 2022 г., млн долл.\n"
    tabs = "Страна\tЭкспорт\tИмпорт\nИран\t106,2\t605,4\nГрузия\t130,9\t201,1"

    assert read(caption + tabs) == read(caption + tabs.replace("\t", " "))
    assert len(read(caption + tabs)) == 4


def test_a_bracket_in_a_cell_is_a_level_where_the_caption_says_so() -> None:
    claims = read(
        "Торговля Республики Молдова с соседями, 2022 г.\nмлн долл. США (в скобках — % к 2021 г.)\n\n"
        "             Экспорт         Импорт\n"
        "Украина      45,5 (41,8)     3,9 (...)\nРумыния      20,1 (110,2)    80,0 (95,0)"
    )

    assert claims[:3] == ["volume MD>UA 2022 45,500,000", "growth MD>UA 2022 -58.2 %", "volume UA>MD 2022 3,900,000"]


def test_headings_of_a_caption_name_the_columns() -> None:
    claims = read(
        "Торговля Таджикистана с соседями, 2022 г.\n(Агентство по статистике; тыс. долл. США: вывоз; ввоз; сальдо)\n"
        "Иран: 128 340,5; 72 118,2; 56 222,3\nИндия: 5 906,1; 21 480,0; –15 573,9"
    )

    assert claims[2::3] == ["volume IR-TJ balance 2022 56,222,300", "volume IN-TJ balance 2022 15,573,900"]


def test_every_cell_may_be_a_line_of_its_own() -> None:
    claims = read(
        "Доля стран в товарообороте Казахстана, %\nСтрана\n2021\n2022\nРоссия\n24,2\n19,2\nКитай\n17,9\n…\n"
        "С Узбекистаном оборот уменьшился в 2022 году на 10,8%."
    )

    assert claims == [
        "share KZ-RU turnover 2021 +24.2 %",
        "share KZ-RU turnover 2022 +19.2 %",
        "share CN-KZ turnover 2021 +17.9 %",
        "growth KZ-UZ turnover 2022 -10.8 %",
    ]


def test_ranks_between_lines_of_cells_are_no_cells() -> None:
    claims = read(
        "Top partners of Uzbekistan in turnover, share in %\nCountry\n2021\n2022\n"
        "1\nChina\n17.7\n17.8\n2\nRussia\n17.9\n18.6"
    )

    assert claims[-1] == "share RU-UZ turnover 2022 +18.6 %"
    assert len(claims) == 4


def test_each_label_may_have_one_value() -> None:
    claims = read("Shares of partners in Tajikistan's exports in 2022, %\nChina\n28.4\nKazakhstan\n20.1\nTürkiye\nn/a")

    assert claims == ["share TJ>CN 2022 +28.4 %", "share TJ>KZ 2022 +20.1 %"]


@pytest.mark.parametrize(
    ("heading", "values", "growth"),
    [
        ("% change", ("20.6", "-6.8"), "+20.6 %"),
        ("Growth rate, %", ("120.6", "93.2"), "+20.6 %"),
        ("in % of January–June 2022", ("120.6", "93.2"), "+20.6 %"),
    ],
)
def test_the_heading_and_the_numbers_below_it_tell_a_change_from_a_level(
    heading: str, values: tuple[str, str], growth: str
) -> None:
    claims = read(
        "Kyrgyzstan's trade with two partners (in millions of US dollars)\n"
        f"Country | Jan–Jun 2022 | Jan–Jun 2023 | {heading}\n"
        f"Russia | 1,402.1 | 1,690.4 | {values[0]}\nKazakhstan | 702.5 | 655.0 | {values[1]}"
    )

    assert claims[2] == f"growth KG-RU turnover 2023-01/2023-06 {growth}"


@pytest.mark.parametrize(
    ("caption", "label", "partner"),
    [
        ("Exports of Uzbekistan, 2022, $ million", "Total", "WORLD"),
        ("Exports of Uzbekistan, 2022, $ million", "World", "WORLD"),
        ("Exports of Uzbekistan to the EAEU countries, 2022, $ million", "Total", "EAEU"),
        ("Экспорт Узбекистана, 2022 г., млн долл.", "Весь мир", "WORLD"),
        ("Экспорт Узбекистана в страны СНГ, 2022 г., млн долл.", "Всего", "CIS"),
    ],
)
def test_a_total_is_that_of_the_world_or_of_the_group_in_the_caption(caption: str, label: str, partner: str) -> None:
    claims = read(f"{caption}\nArmenia   12.5\n{label}   1,690.4")

    assert claims[1] == f"volume UZ>{partner} 2022 1,690,400,000"


def test_the_total_of_goods_is_that_of_the_partner_in_the_caption() -> None:
    claims = read("Импорт Грузии из Китая за 2022 год, млн долл.\nАвтомобили  200,1\nОдежда  50,4\nВсего  1 118,2")

    assert claims == ["volume CN>GE 2022 1,118,200,000"]


def test_rows_may_be_flows_and_years() -> None:
    by_flow = read(
        "Trade of Georgia with Türkiye, $ million\nFlow  2021  2022\nExports  322.5  440.0\nImports  1.5  2.5"
    )
    by_year = read(
        "Trade of Georgia with Türkiye, $ million\nYear  Exports  Imports\n2021  322.5  1.5\n2022  440.0  2.5"
    )

    assert sorted(by_flow) == sorted(by_year)
    assert by_flow[-1] == "volume TR>GE 2022 2,500,000"


@pytest.mark.parametrize("between", ["  ", " | "])
def test_years_of_accounts_may_label_rows(between: str) -> None:
    rows = (("Year", "Exports", "Imports"), ("2020-21", "173.9", "1,903.0"), ("2021-22", "215.6", "285.1"))
    table = "\n".join(between.join(cells) for cells in rows)

    claims = read(f"Trade of India with Kazakhstan (in US$ million)\n{table}")

    assert claims[-1] == "volume KZ>IN 2021-04/2022-03 285,100,000"


def test_rows_of_a_list_may_be_years() -> None:
    claims = read("Товарооборот между Россией и Таджикистаном, млн долл. США:\n2021 г. – 1 210,3\n2022 г. – 1 710,9")

    assert claims == ["volume RU-TJ turnover 2021 1,210,300,000", "volume RU-TJ turnover 2022 1,710,900,000"]


def test_members_of_a_group_own_their_foreign_trade() -> None:
    claims = read(
        "Foreign trade of the CIS countries in 2022, $ million\nCountry  Exports\nArmenia  5,360.1\nBelarus  38,000.2"
    )

    assert claims == ["volume AM>WORLD 2022 5,360,100,000", "volume BY>WORLD 2022 38,000,200,000"]


def test_a_line_inside_a_table_heads_the_rows_below_it() -> None:
    claims = read(
        "Внешняя торговля Казахстана в 2022 году, млн долларов\n\nИталия\nЭкспорт — 13 900\nИмпорт — 1 020\n\n"
        "Всего\nЭкспорт — 84 390"
    )

    assert claims == [
        "volume KZ>IT 2022 13,900,000,000",
        "volume IT>KZ 2022 1,020,000,000",
        "volume KZ>WORLD 2022 84,390,000,000",
    ]


def test_places_below_the_total_of_a_flow_are_its_parts() -> None:
    claims = read(
        "Foreign trade of Armenia in 2022, $ million\nExports, total: 5,360\nof which Russia: 2,411\n"
        "Imports, total: 8,768\nof which China: 1,291"
    )

    assert claims[1::2] == ["volume AM>RU 2022 2,411,000,000", "volume CN>AM 2022 1,291,000,000"]


def test_a_column_without_a_flow_has_that_of_the_column_before() -> None:
    claims = read(
        "Торговля Грузии в 2022 году, млн долл.\nСтрана | Экспорт | к 2021 г., % | Импорт | к 2021 г., %\n"
        "Турция | 440,0 | 136,0 | 2 370,1 | 129,5"
    )

    assert claims[1::2] == ["growth GE>TR 2022 +36 %", "growth TR>GE 2022 +29.5 %"]


def test_headings_may_have_two_lines() -> None:
    claims = read(
        "Торговля Грузии с соседями, млн долл. США\n            Экспорт            Импорт\n"
        "            2021     2022      2021     2022\nАрмения     589,2    780,1     420,5    450,3\n"
        "Турция      440,0    415,7     2 370,1  2 530,9"
    )

    assert claims[1:3] == ["volume GE>AM 2022 780,100,000", "volume AM>GE 2021 420,500,000"]


def test_sentences_after_a_table_do_not_continue_its_last_row() -> None:
    claims = read(
        "Импорт Кыргызстана по странам в 2022 году, млн долларов:\n– Китай 4 070,1\n– Россия 2 412,7\n"
        "Экспорт составил 2,2 млрд долларов."
    )

    assert claims[-1] == "volume KG>WORLD 2022 2,200,000,000"


@pytest.mark.parametrize(
    "table",
    [
        "Основные партнёры Грузии\nСтрана  2021  2022\nТурция  12,5  13,4",
        "Trade of Georgia in 2022, $ million\nTürkiye  12.5  13.4\nArmenia  1.5  1.4",
        "Exports of wheat from Georgia, $ million\nCountry  2021  2022\nTürkiye  12.5  13.4",
        "Trade of Georgia in 2022, $ million\nOther countries  12.5\nThe rest  13.4",
        "Trade of Georgia, $ million\nCountry  Rank  Visitors\nTürkiye  1  13.4\nArmenia  2  11.0",
        "Trade of Georgia, $ million\nCountry  2030\nTürkiye  3,000\nArmenia  1,000",
        "Trade of Georgia in 2022, $ million:\nNauru: 0.0\nMexico: 0",
    ],
    ids=["no unit", "columns without headings", "single goods", "the rest", "ranks", "the future", "zeros"],
)
def test_a_table_that_is_not_understood_claims_nothing(table: str) -> None:
    assert read(table) == []


def test_a_table_that_leaves_its_owner_to_the_text_is_doubtful() -> None:
    text = (
        "The National Statistical Committee of the Kyrgyz Republic has published data on its foreign trade in 2022, a "
        "year of growth for the whole country.\n\nPartner in 2022   Exports, $ mln   Imports, $ mln\n"
        "Russia    757.1    2,110.3\nChina    84.6    5,362.2"
    )

    assert [proposal.tier for proposal in read_text(text, TABLES, published="2023-05-01").proposals] == ["doubtful"] * 4


def test_the_words_of_a_table_that_tell_a_cell_are_its_evidence() -> None:
    text = "Trade of Georgia, 2022, $ million\nCountry  Exports  Imports\nTürkiye  440.0  2.5\nArmenia  1.5  7.5"
    slots = read_text(text, TABLES, published="2023-05-01").proposals[1].slots

    assert {key: text[slice(*slot.span)] for key, slot in slots.items() if slot.span} == {
        "printed": "2.5",
        "country": "Georgia",
        "partner": "Türkiye",
        "flow": "Imports",
        "period": "Trade of Georgia, 2022, $ million",
    }


@pytest.mark.parametrize(
    ("introduction", "claim"),
    [
        ("Georgia's exports in 2022 were $5.6 billion. Main destinations:", "volume GE>CN 2022 700,000,000"),
        ("The main buyers of goods from Georgia in 2022 were:", "volume GE>CN 2022 700,000,000"),
        ("Georgia's largest suppliers in 2022:", "volume CN>GE 2022 700,000,000"),
        ("Georgia's largest trading partners in 2022:", "volume CN-GE turnover 2022 700,000,000"),
    ],
)
def test_the_items_of_a_list_are_told_by_the_sentences_that_introduce_it(introduction: str, claim: str) -> None:
    claims = read(f"{introduction}\n• China – $0.7 billion;\n• Armenia – $0.6 billion;\n• Türkiye – $0.4 billion.")

    assert claim in claims


def test_shares_in_a_list_are_those_of_its_introduction() -> None:
    claims = read(
        "В обороте Таджикистана за 2022 год наибольшая доля приходится на:\n- Россию – 21,3%;\n- Китай – 18,6%."
    )

    assert claims == ["share RU-TJ turnover 2022 +21.3 %", "share CN-TJ turnover 2022 +18.6 %"]


def test_a_fall_may_be_told_by_the_word_minus() -> None:
    claims = read("Рост экспорта Узбекистана в 2022 году составил:\nТурция – 8,2%;\nКитай – минус 2,1%.")

    assert claims == ["growth UZ>TR 2022 +8.2 %", "growth UZ>CN 2022 -2.1 %"]


def test_totals_after_a_list_of_partners_are_those_of_all_trade() -> None:
    claims = read(
        "В январе 2023 года экспорт Узбекистана составил 1,9 млрд долларов.\nГлавными покупателями стали:\n"
        "Россия – 291,7 млн долларов;\nКитай – 168,4 млн.\nГодом ранее Китай купил на 207 млн долларов.\n"
        "Импорт за месяц достиг 3,3 млрд долларов."
    )

    assert claims[-1] == "volume WORLD>UZ 2023-01 3,300,000,000"


def test_the_items_of_a_numbered_list_have_the_flow_of_its_title() -> None:
    claims = read(
        "Куда Грузия продавала больше всего в 2022 году (данные Сакстата)\n1. Иран — $643 млн, 17,2% экспорта\n"
        "2. Индия — $482 млн, 12,9%"
    )

    assert claims == [
        "volume GE>IR 2022 643,000,000",
        "share GE>IR 2022 +17.2 %",
        "volume GE>IN 2022 482,000,000",
        "share GE>IN 2022 +12.9 %",
    ]
