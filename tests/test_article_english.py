"""How English news of trade is read: each construction as an invented text with its claims."""

from __future__ import annotations

import pytest

from test_article_constructions import read


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            (
                "Belarus's trade with Kazakhstan in 2022 was $146 million, with exports and imports at $128.9 million "
                "and $17.3 million, respectively."
            ),
            ["volume BY>KZ 2022 128,900,000", "volume KZ>BY 2022 17,300,000"],
        ),
        (
            (
                "Mutual trade of Kazakhstan and Germany in 2022 came to $2.8 billion. Of this, $2.1 billion was "
                "accounted for by German supplies and $0.7 billion by Kazakh ones."
            ),
            ["volume DE>KZ 2022 2,100,000,000", "volume KZ>DE 2022 700,000,000"],
        ),
        (
            (
                "In 2022 Italian imports from Kazakhstan reached EUR 2,214 million. Sales of Italian companies on the "
                "Kazakh market came to EUR 667 million."
            ),
            ["volume IT>KZ 2022 667,000,000"],
        ),
        (
            "In 2022 exports of Tajikistan to China dropped to $12.8 million, i.e. more than 5 times.",
            ["growth TJ>CN 2022 -80 %"],
        ),
    ],
)
def test_each_figure_takes_the_side_that_its_words_name(text: str, claims: list[str]) -> None:
    assert read(text)[1:] == claims


def test_the_former_and_the_latter_are_the_flows_of_the_sentence_before() -> None:
    claims = read(
        "In 2022 exports of Kyrgyzstan to Russia reached $83.4 million, and imports from there $440.4 million. The "
        "former decreased by 14.5 percent, and the latter by 1.4 percent."
    )

    assert claims[2:] == ["growth KG>RU 2022 -14.5 %", "growth RU>KG 2022 -1.4 %"]


def test_the_past_months_are_the_last_that_were_over() -> None:
    assert read("Afghanistan's trade with Iran had reached $462 million in the past four months.") == [
        "volume AF-IR turnover 2023-05/2023-08 462,000,000"
    ]


def test_years_ago_are_the_period_of_an_amount() -> None:
    claims = read(
        "Five years ago Moldova's exports to Kazakhstan were $70 million, and in 2022 they fell to $12 million."
    )

    assert claims == ["volume MD>KZ 2018 70,000,000", "volume MD>KZ 2022 12,000,000"]


def test_the_firms_of_a_country_stand_for_its_trade() -> None:
    claims = read(
        "In 2020 Lithuania's companies sold goods for EUR 205 million to Kazakhstan, in 2022 for EUR 451 million."
    )

    assert claims == ["volume LT>KZ 2020 205,000,000", "volume LT>KZ 2022 451,000,000"]


def test_the_items_of_a_digest_are_each_about_their_own_country() -> None:
    claims = read(
        "Trade briefs\nTurkmenistan-Azerbaijan. Ashgabat and Baku traded $51.3 million worth of goods in 2022.\n"
        "Tajikistan. The foreign trade deficit widened to $1.38 billion in 2022."
    )

    assert claims[1:] == ["volume TJ-WORLD balance 2022 1,380,000,000"]


def test_exports_named_after_a_row_of_both_flows_are_those_of_the_same_country() -> None:
    claims = read(
        "Belarus's trade with Kazakhstan in 2022 was $146 million, with exports and imports at $128.9 million and "
        "$17.3 million, respectively. Exports went up by 8.2%, imports dropped by 40%."
    )

    assert claims[3:] == ["growth BY>KZ 2022 +8.2 %", "growth KZ>BY 2022 -40 %"]


def test_the_than_of_a_bound_compares_with_no_period() -> None:
    claims = read(
        "Trade between Russia and Tajikistan went up by more than 13% over nine months. Last year it was $1.6 billion.",
        "2022-12-01",
    )

    assert claims[0] == "growth RU-TJ turnover 2022-01/2022-09 +13 %"


@pytest.mark.parametrize(
    "sentence",
    [
        "The share of national currencies in mutual settlements has topped 80%.",
        "The rouble part of settlements climbed to 58%.",
        "More than 76% of payments are made in roubles.",
    ],
)
def test_a_part_of_payments_is_no_part_of_trade(sentence: str) -> None:
    claims = read(f"Trade between Russia and Tajikistan was $1.6 billion in 2022. {sentence}")

    assert claims == ["volume RU-TJ turnover 2022 1,600,000,000"]


def test_who_absorbs_or_takes_goods_buys_them() -> None:
    claims = read("In 2022 Kazakhstan absorbed $132.6m worth of Pakistani goods; a year before it had taken $141.9m.")

    assert claims == ["volume PK>KZ 2022 132,600,000", "volume PK>KZ 2021 141,900,000"]


def test_the_basis_of_prices_narrows_nothing() -> None:
    claims = read("In 2022 Kazakhstan's trade deficit with Italy (in FOB prices) narrowed by 44.5% to $1,506 million.")

    assert claims == ["growth IT-KZ balance 2022 -44.5 %", "volume IT-KZ balance 2022 1,506,000,000"]


def test_a_remark_on_what_a_flow_consists_of_narrows_nothing() -> None:
    claims = read(
        "Japan's trade with Kazakhstan was $2.1 billion in 2022. Imports, mainly oil, uranium and ferroalloys, fell "
        "31% to $0.6 billion. Exports rose 9% to $1.5 billion, driven by cars."
    )

    assert claims[1:] == [
        "growth KZ>JP 2022 -31 %",
        "volume KZ>JP 2022 600,000,000",
        "growth JP>KZ 2022 +9 %",
        "volume JP>KZ 2022 1,500,000,000",
    ]


def test_a_remark_with_an_amount_of_its_own_is_about_goods() -> None:
    claims = read("In 2022 exports of Japan to Kazakhstan were $1.5 billion, mainly cars worth $900 million.")

    assert claims == ["volume JP>KZ 2022 1,500,000,000"]


def test_goods_that_come_from_a_country_are_imports() -> None:
    claims = read("Georgia's trade with Kazakhstan was $40 million in 2022. From Russia goods for $9 million came in.")

    assert claims[1:] == ["volume RU>GE 2022 9,000,000"]


def test_who_reports_an_amount_counts_its_own_flow() -> None:
    claims = read(
        "Kyrgyzstan trades with China. In 2022 Beijing reported $15.7 billion in exports to its neighbor, "
        "Bishkek logged $4.3 billion of imports."
    )

    assert claims == ["volume CN>KG 2022 15,700,000,000", "volume CN>KG 2022 4,300,000,000"]


def test_two_amounts_side_by_side_are_no_list_of_partners_if_one_is_a_remark() -> None:
    claims = read(
        "In 2022 Kazakhstan's exports to China were $13 billion, to Russia $9 billion. Its surplus with all countries "
        "was $21 billion, $5 billion of which fell to Italy."
    )

    assert claims[2] == "volume KZ-WORLD balance 2022 21,000,000,000"


def test_listed_buyers_are_the_importers() -> None:
    claims = read(
        "In 2022 Kyrgyzstan's exports rose to $2 billion. Italy and France purchased goods for $9 million and $8 "
        "million, respectively."
    )

    assert claims[1:] == ["volume KG>IT 2022 9,000,000", "volume KG>FR 2022 8,000,000"]


def test_imports_originate_in_the_country_that_sells_them() -> None:
    claims = read(
        "Exports of Kyrgyzstan to Russia were $2 billion in 2022. Of the imports of Kyrgyzstan, 35% originated in Iran."
    )

    assert claims[1:] == ["share IR>KG 2022 +35 %"]


def test_an_amount_above_that_of_an_earlier_year_is_a_difference() -> None:
    claims = read("In 2022 trade of Kazakhstan with Italy was $14 billion, $3.1 billion above that of 2021.")

    assert claims == ["volume IT-KZ turnover 2022 14,000,000,000"]


def test_a_dateline_in_a_member_names_no_side_of_a_group_s_trade() -> None:
    claims = read(
        "MOSCOW, July 9. The agreement between the Eurasian Economic Union and Iran is ready, the minister said.\n"
        "Trade between the parties rose to $5.8 bln in 2022."
    )

    assert claims == ["volume EAEU-IR turnover 2022 5,800,000,000"]


def test_the_full_stop_of_a_scale_ends_no_sentence_before_its_currency() -> None:
    claims = read("Trade of Hungary with Tajikistan rose from 9.8 mln. US dollars in 2021 to 14.3 mln. USD in 2022.")

    assert claims == ["volume HU-TJ turnover 2021 9,800,000", "volume HU-TJ turnover 2022 14,300,000"]


def test_the_region_of_a_remark_is_no_part_of_a_country() -> None:
    claims = read(
        "The minister said that Pakistan saw Uzbekistan as a gateway to the region.\n"
        "He noted that two-way trade rose to $194 million in calendar year 2022."
    )

    assert claims == ["volume PK-UZ turnover 2022 194,000,000"]


def test_exporters_earn_from_those_who_buy() -> None:
    claims = read("Polish exporters earned $410 million from Kazakhstan in 2022.")

    assert claims == ["volume PL>KZ 2022 410,000,000"]


def test_commercial_exchanges_are_trade_in_both_directions() -> None:
    claims = read("Commercial exchanges between France and Kazakhstan totalled EUR 5.2 billion in 2022.")

    assert claims == ["volume FR-KZ turnover 2022 5,200,000,000"]


def test_trade_including_services_is_that_of_the_two_countries() -> None:
    claims = read("Uzbek statisticians see a turnover with France of $761 million in 2022, including services.")

    assert claims == ["volume FR-UZ turnover 2022 761,000,000"]


def test_an_amount_less_is_a_difference() -> None:
    claims = read("In 2022 Armenia's exports to the EAEU were $478 million. That is $47 million less.")

    assert claims == ["volume AM>EAEU 2022 478,000,000"]


def test_a_caption_names_whose_exports_and_imports_follow() -> None:
    claims = read("Uzbekistan's foreign trade in 2022: exports – $19.3 billion, imports – $30.7 billion.")
    same = read("Foreign trade of Uzbekistan in 2022: exports – $19.3 billion, imports – $30.7 billion.")

    assert claims == same == ["volume UZ>WORLD 2022 19,300,000,000", "volume WORLD>UZ 2022 30,700,000,000"]


def test_an_amount_behind_a_growth_is_its_result() -> None:
    claims = read("In 2022 trade between Kazakhstan and Uzbekistan had increased by 33% amounting to $4.3 billion.")

    assert claims == ["growth KZ-UZ turnover 2022 +33 %", "volume KZ-UZ turnover 2022 4,300,000,000"]


def test_a_paragraph_without_places_is_about_the_one_before() -> None:
    claims = read(
        "In 2022 trade between Kazakhstan and Uzbekistan had increased by 33% to $4.3 billion.\n"
        "«For us Kyrgyzstan is a key partner,» the Prime Minister of Kazakhstan said.\n"
        "He noted that Kazakhstan attaches importance to cooperation with Tajikistan.\n"
        "In 2022 two-way trade rose to $1.1 billion."
    )

    assert claims[2:] == ["volume KZ-TJ turnover 2022 1,100,000,000"]


def test_a_growth_over_years_ends_with_a_whole_year() -> None:
    claims = read(
        "In four months of 2023 trade between Kazakhstan and Uzbekistan exceeded $1.2 billion.\n"
        "Trade between Kazakhstan and Uzbekistan has grown by 29.5% over 5 years, amounting to $4.4 billion."
    )

    assert claims[1:] == ["growth KZ-UZ turnover 2022 +29.5 %", "volume KZ-UZ turnover 2022 4,400,000,000"]


def test_what_is_worked_towards_is_a_goal() -> None:
    claims = read(
        "Trade between Kazakhstan and Kyrgyzstan reached $1.3 billion in 2022. Both nations are working towards "
        "increasing the volume of trade turnover to $2 billion."
    )

    assert claims[1:] == ["target KG-KZ turnover 2,000,000,000"]
