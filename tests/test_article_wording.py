"""How news of trade is worded: each wording as an invented text with what is, and is not, read from it."""

from __future__ import annotations

import pytest

from test_article_constructions import read


def test_the_firms_of_a_country_stand_for_the_country() -> None:
    claims = read(
        "Импорт Украины из Туркменистана за 2022 год составил 35,6 млн долларов. В Узбекистан украинские предприятия "
        "отправили товаров на 239,4 млн долларов."
    )

    assert claims[1:] == ["volume UA>UZ 2022 239,400,000"]


def test_the_city_where_something_was_said_is_no_region() -> None:
    claims = read(
        "Kyrgyzstan and Uzbekistan traded for $141.7 million in the first quarter of this year, the deputy minister "
        "informed the business council in Fergana."
    )

    assert claims == ["volume KG-UZ turnover 2023-01/2023-03 141,700,000"]


def test_the_central_asian_country_is_the_one_that_was_named() -> None:
    claims = read(
        "Trade between China and Uzbekistan was $2.22 billion in January–February 2023. China's imports from the "
        "Central Asian country dropped 9.1 percent to $345 million."
    )

    assert claims[1:] == ["growth UZ>CN 2023-01/2023-02 -9.1 %", "volume UZ>CN 2023-01/2023-02 345,000,000"]


def test_where_a_partner_lies_is_no_partner() -> None:
    claims = read(
        "South Korea's trade with Kazakhstan reached $4.37 billion in 2022. Commerce with Uzbekistan, Korea's other "
        "big partner in Central Asia, was worth $2.14 billion."
    )

    assert claims[1:] == ["volume KR-UZ turnover 2022 2,140,000,000"]


@pytest.mark.parametrize("words", ["For the whole of 2022, the", "In 2022 as a whole, the", "In all of 2022, the"])
def test_a_whole_year_is_not_the_trade_with_all_countries(words: str) -> None:
    claims = read(
        "Trade between China and Uzbekistan totaled $2.2 billion in January–February 2023. "
        f"{words} bilateral trade had come in at $8.9 billion."
    )

    assert claims[1:] == ["volume CN-UZ turnover 2022 8,900,000,000"]


@pytest.mark.parametrize(
    "words",
    ["на 12,3%, или 281 млн долларов, меньше, чем годом ранее", "на 281 млн, или на 12,3%, меньше, чем в 2021 году"],
)
def test_less_belongs_to_both_figures_before_it(words: str) -> None:
    claims = read(f"Взаимная торговля Казахстана и Германии в 2022 году составила 2 млрд долларов – {words}.")

    assert claims[1:] == ["growth DE-KZ turnover 2022 -12.3 %"]


def test_plus_and_minus_make_a_rate_of_a_bare_number() -> None:
    claims = read(
        "Импорт Кыргызстана из Турции в 2022 году составил 186,1 млн долларов, плюс 6; экспорт – 51,5 млн, минус 18,1."
    )

    assert claims == [
        "volume TR>KG 2022 186,100,000",
        "growth TR>KG 2022 +6 %",
        "volume KG>TR 2022 51,500,000",
        "growth KG>TR 2022 -18.1 %",
    ]


def test_a_list_of_shares_keeps_the_country_at_home() -> None:
    claims = read(
        "Товарооборот Казахстана и Китая за 2022 год составил 31 млрд долларов. На Китай пришлось 21,7% "
        "внешнеторгового оборота республики, на Россию – 19,4%."
    )

    assert claims[1:] == ["share CN-KZ turnover 2022 +21.7 %", "share KZ-RU turnover 2022 +19.4 %"]


def test_the_same_quarter_of_last_year_is_no_new_period() -> None:
    claims = read(
        "Внешнеторговый оборот Казахстана за I квартал 2023 года составил 32 млрд долларов, на 9,4% превысив уровень "
        "того же квартала прошлого года. Экспорт – 20 млрд долларов."
    )

    assert claims[1:] == [
        "growth KZ-WORLD turnover 2023-01/2023-03 +9.4 %",
        "volume KZ>WORLD 2023-01/2023-03 20,000,000,000",
    ]


def test_goods_sold_to_german_buyers_go_to_germany() -> None:
    claims = read(
        "За шесть месяцев 2023 года Германия поставила в Таджикистан товаров на 24,6 млн евро. Таджикистан, в свою "
        "очередь, продал немецким покупателям на 2,2 млн евро."
    )

    assert claims[1:] == ["volume TJ>DE 2023-01/2023-06 2,200,000"]


def test_the_seller_may_stand_behind_the_verb() -> None:
    claims = read(
        "Поставки из Евросоюза в Кыргызстан в 2022 году достигли 1,18 млрд евро. Больше всех отправила Германия – на "
        "540 млн евро."
    )

    assert claims[1:] == ["volume DE>KG 2022 540,000,000"]


def test_the_share_of_several_partners_is_no_claim() -> None:
    claims = read(
        "The foreign trade turnover of Georgia was $10.8 billion in 2022. The share of the ten largest partners in the "
        "total turnover was 71.2 percent."
    )

    assert claims == ["volume GE-WORLD turnover 2022 10,800,000,000"]


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("over the twelve months to June", "2022-07/2023-06"),
        ("in the four quarters to the end of Q2 2023", "2022-07/2023-06"),
        ("за двенадцать месяцев, истёкших в августе 2023 года,", "2022-09/2023-08"),
    ],
)
def test_rolling_years_end_with_their_month(words: str, period: str) -> None:
    assert (
        read(f"{words.capitalize()} Germany's exports to Kazakhstan were worth $3.2 billion.")[0].split()[2] == period
    )


def test_a_caption_gives_its_units_to_numbers_and_to_brackets() -> None:
    claims = read(
        "Внешняя торговля Грузии в I квартале 2023 г.\n(млн долл.; в скобках — в % к I кварталу 2022 г.)\n"
        "Азербайджан: экспорт 172,6 (83,4); импорт 151,0 (104,1).\nКазахстан: экспорт 158,3 (112,7)."
    )

    assert claims[:4] == [
        "volume GE>AZ 2023-01/2023-03 172,600,000",
        "growth GE>AZ 2023-01/2023-03 -16.6 %",
        "volume AZ>GE 2023-01/2023-03 151,000,000",
        "growth AZ>GE 2023-01/2023-03 +4.1 %",
    ]


def test_a_signed_rate_is_no_level() -> None:
    claims = read("Экспорт Турции в Россию в ноябре 2022 года удвоился (+101,8% к ноябрю 2021-го).")

    assert claims[-1] == "growth TR>RU 2022-11 +101.8 %"


def test_a_text_that_names_only_the_year_of_comparison_is_about_the_next_one() -> None:
    claims = read(
        "Внешнеторговый оборот Таджикистана остановился на 4 млрд 558 млн долларов. Экспорт вырос на 19,8% против "
        "2019-го."
    )

    assert [claim.split()[3 if "turnover" in claim else 2] for claim in claims] == ["2020", "2020"]


def test_a_national_currency_tells_whose_trade_it_is() -> None:
    claims = read(
        "The UAE's non-oil trade with Kazakhstan climbed to AED16.9 billion in the first half of 2023, the Emirati "
        "ministry says. Statisticians in Astana are more modest. With Uzbekistan, non-oil trade was AED1.9 billion."
    )

    assert claims[-1] == "volume AE-UZ turnover 2023-01/2023-06 1,900,000,000"


def test_the_sign_of_a_currency_belongs_to_the_number_behind_it() -> None:
    claims = read("In 2022 Japan's exports to Turkmenistan were ¥9.8 billion and ¥0.3 billion came back.")

    assert claims[0] == "volume JP>TM 2022 9,800,000,000"


def test_trade_among_the_states_of_a_group_is_that_of_the_group_with_itself() -> None:
    claims = read("Commerce among the five Central Asian states expanded to $11.3 billion in 2022.")

    assert claims == ["volume CA5-CA5 turnover 2022 11,300,000,000"]


def test_goods_that_went_from_one_country_to_another_are_exports() -> None:
    claims = read("Goods worth $268 million went from Iran to Turkmenistan in 2022.")

    assert claims == ["volume IR>TM 2022 268,000,000"]


def test_an_amount_told_again_to_name_its_parts_is_one_claim() -> None:
    claims = read(
        "Trade between Britain and Azerbaijan was £1.5 billion in 2022. Of this £1.5 billion, British exports to "
        "Azerbaijan amounted to £912 million."
    )

    assert claims == ["volume AZ-GB turnover 2022 1,500,000,000", "volume GB>AZ 2022 912,000,000"]


def test_what_did_not_happen_is_no_claim() -> None:
    claims = read(
        "Торговля Афганистана и Туркменистана в 2022 году составила 481 млн долларов и не выросла, как писали, на "
        "60%, а уменьшилась на 5,1%."
    )

    assert claims[1:] == ["growth AF-TM turnover 2022 -5.1 %"]


def test_trade_of_a_city_is_no_trade_of_its_country() -> None:
    claims = read(
        "Алматы в 2022 году наторговал с заграницей на 11,9 млрд долларов. Доля города в казахстанском обороте — "
        "13,8%. Из России алматинцы получили товаров на 2,6 млрд."
    )

    assert claims == []


def test_only_so_much_is_no_total() -> None:
    claims = read(
        "Товарооборот Казахстана и Ирана в 2022 году составил 528 млн долларов. Экспорт принёс всего 3 млн долларов."
    )

    assert claims[1:] == ["volume KZ>IR 2022 3,000,000"]


@pytest.mark.parametrize(
    ("sentence", "growths"),
    [
        ("Стороны хотят увеличить его на 30%.", []),
        ("За год удалось увеличить экспорт на 30%.", ["growth KZ>IR 2022 +30 %"]),
    ],
)
def test_a_growth_that_is_wished_for_is_no_claim_and_one_that_was_managed_is(sentence: str, growths: list[str]) -> None:
    claims = read(f"Товарооборот Казахстана и Ирана в 2022 году составил 528 млн долларов. {sentence}")

    assert claims[1:] == growths


def test_a_sum_for_two_buyers_is_no_claim_of_either() -> None:
    claims = read("Kyrgyzstan and Turkmenistan together bought $300 million of goods from Uzbekistan in 2022.")

    assert claims == []


def test_an_amount_that_a_growth_adds_is_no_volume() -> None:
    claims = read(
        "Trade of Kazakhstan with Italy was $15 billion in 2022. This is $1 billion, or 7 percent, more than in 2021."
    )

    assert claims[1:] == ["growth IT-KZ turnover 2022 +7 %"]


def test_the_mean_growth_of_several_years_is_no_growth() -> None:
    claims = read(
        "Trade of Kazakhstan with Italy was $15 billion in 2022, after an average annual growth of 7 percent."
    )

    assert claims == ["volume IT-KZ turnover 2022 15,000,000,000"]


def test_quarters_in_a_row_are_no_period() -> None:
    claims = read(
        "Having risen for the third quarter in a row, Kyrgyzstan's exports to Russia were $500 million in 2022."
    )

    assert claims == ["volume KG>RU 2022 500,000,000"]


def test_the_neighbour_is_the_only_other_country_that_was_named() -> None:
    claims = read(
        "Uzbekistan's trade with Kazakhstan was $4.6 billion in 2022. Imports from the northern neighbour came to $3.1 "
        "billion."
    )

    assert claims[1:] == ["volume KZ>UZ 2022 3,100,000,000"]


def test_percentages_in_brackets_are_levels_like_the_first() -> None:
    claims = read(
        "Экспорт Казахстана в Китай в 2022 году – 13,2 млрд долларов (132,6 процента), импорт – 10,9 млрд (71,3 "
        "процента)."
    )

    assert claims[1::2] == ["growth KZ>CN 2022 +32.6 %", "growth CN>KZ 2022 -28.7 %"]


def test_an_amount_by_a_year_that_is_over_was_reached() -> None:
    claims = read("Trade between Kazakhstan and Uzbekistan had grown to $3 billion by 2020.")

    assert claims == ["volume KZ-UZ turnover 2020 3,000,000,000"]


def test_the_region_of_a_city_is_not_the_group_that_was_named() -> None:
    claims = read(
        "Торговля Узбекистана с Центральной Азией в 2022 году составила 6,6 млрд долларов. Самаркандский регион продал "
        "за границу товаров на 300 млн долларов."
    )

    assert claims == ["volume CA5-UZ turnover 2022 6,600,000,000"]


@pytest.mark.parametrize(
    "text",
    [
        "Pakistan's exports to Kazakhstan were $150 million in fiscal 2022.",
        "Экспорт Пакистана в Казахстан в 2021/22 финансовом году составил 150 млн долларов.",
    ],
)
def test_a_year_of_accounts_in_pakistan_begins_in_july(text: str) -> None:
    assert read(text) == ["volume PK>KZ 2021-07/2022-06 150,000,000"]


@pytest.mark.parametrize("words", ["gas-rich Turkmenistan", "Turkmenistan, as a regional forum was told,"])
def test_an_epithet_narrows_nothing(words: str) -> None:
    claims = read(f"In 2022 trade between Kazakhstan and Iran made $620 million, and trade with {words} $410 million.")

    assert claims[1:] == ["volume KZ-TM turnover 2022 410,000,000"]


def test_a_month_is_no_price() -> None:
    claims = read(
        "In June 2023 exports from Georgia to Armenia made $50 million. On a month-on-month basis they rose by 8%."
    )

    assert claims[1:] == ["growth GE>AM 2023-06 +8 %"]


@pytest.mark.parametrize(
    ("words", "growth"),
    [
        ("accounted for $447 million of the total, 4.8 percent more than a year earlier", "AM>GE 2022 +4.8 %"),
        ("were $447 million, 2.7 times the figure of 2021", "AM>GE 2022 +170 %"),
        ("were $447 million, three times those of 2021", "AM>GE 2022 +200 %"),
        ("were $447 million, 4% fewer than in 2021", "AM>GE 2022 -4 %"),
        ("rose to $447 million, up 12% (or $48 million) from 2021", "AM>GE 2022 +12 %"),
    ],
)
def test_a_growth_is_told_by_its_base(words: str, growth: str) -> None:
    claims = read(
        f"In 2022 trade between Armenia and Georgia was $900 million. In 2022 Armenia's exports to Georgia {words}."
    )

    assert sorted(claims[1:]) == [f"growth {growth}", "volume AM>GE 2022 447,000,000"]


def test_the_part_of_a_balance_in_turnover_is_no_share() -> None:
    claims = read("In 2022 Georgia's foreign trade was $15 billion. The deficit of $6 billion was 40% of turnover.")

    assert claims[1:] == ["volume GE-WORLD balance 2022 6,000,000,000"]


def test_both_directions_together_are_the_trade_of_two_places() -> None:
    claims = read(
        "In 2022 exports of Uzbekistan to Afghanistan were $549 million, and imports $17 million. Together the two "
        "flows made up $566 million."
    )

    assert claims[2:] == ["volume AF-UZ turnover 2022 566,000,000"]


def test_the_weight_of_goods_does_not_narrow_their_worth() -> None:
    claims = read("In 2022 Turkmenistan exported 1.9 million tons of goods worth $571 million to Afghanistan.")

    assert claims == ["volume TM>AF 2022 571,000,000"]


def test_an_amount_that_was_added_is_no_volume() -> None:
    claims = read(
        "Kazakh goods worth $41.3 million were imported by Tajikistan in 2022, the committee reports, which is $6 "
        "million or 12.7% less than in 2021."
    )

    assert claims == ["volume KZ>TJ 2022 41,300,000", "growth KZ>TJ 2022 -12.7 %"]


def test_the_city_where_a_text_was_written_is_no_region() -> None:
    claims = read("ALMATY, July 25 – Trade between Kazakhstan and Russia fell 6.2% in January–May 2023.")

    assert claims == ["growth KZ-RU turnover 2023-01/2023-05 -6.2 %"]


def test_a_month_behind_its_figure_is_that_of_the_year_before_it() -> None:
    claims = read(
        "In 2022 trade between Azerbaijan and Kazakhstan was $483 million. The year 2023 began with a setback: "
        "$17 million in January."
    )

    assert claims[1:] == ["volume AZ-KZ turnover 2023-01 17,000,000"]


def test_a_growth_between_two_months_is_that_of_the_later_one() -> None:
    claims = read(
        "Uzbekistan's exports to Georgia were $58 million in January–July 2023. They rose by 21% from $6 million in "
        "July 2022 to $7.3 million in July 2023."
    )

    assert claims[1:] == [
        "growth UZ>GE 2023-07 +21 %",
        "volume UZ>GE 2022-07 6,000,000",
        "volume UZ>GE 2023-07 7,300,000",
    ]


def test_a_month_that_is_only_compared_with_leaves_the_period_as_it_is() -> None:
    claims = read(
        "Uzbekistan's exports to Georgia were $58 million in January–July 2023, as compared to exports of $8.6 million "
        "in June alone. During the period under review imports from Georgia were $20 million."
    )

    assert claims[2:] == ["volume GE>UZ 2023-01/2023-07 20,000,000"]


def test_the_level_of_last_year_is_a_base() -> None:
    claims = read("Tajikistan's exports to Afghanistan stood at 84% of last year's level in January–June.")

    assert claims == ["growth TJ>AF 2023-01/2023-06 -16 %"]


def test_a_result_that_was_exceeded_is_a_base() -> None:
    claims = read(
        "Uzbekistan and Armenia traded for $14 million in January–March 2023. This exceeds the result of January–March "
        "2022 by 8.6%."
    )

    assert claims[1:] == ["growth AM-UZ turnover 2023-01/2023-03 +8.6 %"]


def test_a_list_goes_on_with_the_next_buyer() -> None:
    claims = read(
        "In 2022 Georgia's trade with China was $1.5 billion and with Russia $2.4 billion. As to exports, China "
        "purchased Georgian goods for $617 million. It was followed by Azerbaijan ($529 million)."
    )

    assert claims[-1] == "volume GE>AZ 2022 529,000,000"


def test_each_buyer_buys_from_us() -> None:
    claims = read(
        "Georgia's trade in 2022 was $19 billion. “Armenia received goods worth $590 million from us, Türkiye $440 "
        "million,” the Georgian customs service says."
    )

    assert claims[1:] == ["volume GE>AM 2022 590,000,000", "volume GE>TR 2022 440,000,000"]


def test_those_from_them_go_the_other_way() -> None:
    claims = read(
        "Supplies from Kyrgyzstan to the EAEU states increased by 18.9% in 2022, those from them by 22.2%. The trade "
        "turnover with the EAEU was $4 billion."
    )

    assert claims == [
        "growth KG>EAEU 2022 +18.9 %",
        "growth EAEU>KG 2022 +22.2 %",
        "volume EAEU-KG turnover 2022 4,000,000,000",
    ]


def test_the_country_after_a_fronted_partner_is_no_second_partner() -> None:
    claims = read("To Kazakhstan, Lithuania sold goods for $790 million in 2022.")

    assert claims == ["volume LT>KZ 2022 790,000,000"]


def test_after_its_members_a_text_is_about_the_group_again() -> None:
    claims = read(
        "In 2022 Kazakhstan's trade with the European Union grew by 38%. The biggest partners within the EU were Italy "
        "($14.6 billion), France ($4.3 billion) and Germany ($2.8 billion). In January–March 2023 the turnover reached "
        "$9.9 billion."
    )

    assert claims[-1] == "volume EU-KZ turnover 2023-01/2023-03 9,900,000,000"


def test_a_passive_verb_belongs_to_the_figure_before_it() -> None:
    claims = read(
        "Trade of Kyrgyzstan with Uzbekistan was $141 million in 2022. Goods for $89 million were brought into the "
        "country, and goods for $52 million were taken out."
    )

    assert claims[1:] == ["volume UZ>KG 2022 89,000,000", "volume KG>UZ 2022 52,000,000"]


def test_restrictions_of_a_third_country_are_no_new_partner() -> None:
    claims = read(
        "Ukraine's exports to Kazakhstan were $309 million in 2019. The sides discussed transit restrictions, which "
        "Russia has applied since 2016. Before them, in 2013, the countries traded for $2.8 billion."
    )

    assert claims[1:] == ["volume KZ-UA turnover 2013 2,800,000,000"]


def test_the_period_of_the_compared_figure_is_not_that_of_the_first() -> None:
    claims = read(
        "The committee has released figures on Uzbekistan's trade for January–July 2023. Commodity exchange with China "
        "was $8.8 billion, as against $7.1 billion in the first seven months of 2022."
    )

    assert claims == [
        "volume CN-UZ turnover 2023-01/2023-07 8,800,000,000",
        "volume CN-UZ turnover 2022-01/2022-07 7,100,000,000",
    ]


def test_the_figure_of_a_year_after_a_factor_is_its_base() -> None:
    claims = read(
        "The agency has closed the books on last year: Lithuania's exports to Kazakhstan came to €583 million, 2.3 "
        "times the 2021 figure."
    )

    assert claims == ["volume LT>KZ 2022 583,000,000", "growth LT>KZ 2022 +130 %"]


def test_two_flows_are_compared_with_the_same_year() -> None:
    claims = read(
        "Turkish sales to Kazakhstan were $1.2 billion in 2022 against $0.9 billion in 2012, whereas imports rose from "
        "$2.0 billion to $4.0 billion."
    )

    assert claims[2:] == ["volume KZ>TR 2012 2,000,000,000", "volume KZ>TR 2022 4,000,000,000"]


def test_the_others_are_no_partner() -> None:
    claims = read("In 2022 the CIS countries accounted for 47.7% of Tajikistan's turnover, and the others for 52.3%.")

    assert claims == ["share CIS-TJ turnover 2022 +47.7 %"]


def test_the_exports_of_the_republic_are_all_of_them_after_several_partners() -> None:
    claims = read(
        "In 2022 Kazakhstan's trade with China was $24 billion and with Russia $26 billion. In the same year the "
        "republic's exports were $84 billion."
    )

    assert claims[2:] == ["volume KZ>WORLD 2022 84,000,000,000"]


def test_a_balance_is_that_of_the_flows_whose_amounts_were_told() -> None:
    claims = read(
        "In 2022 Moldova's exports were $4.3 billion and its imports $9.2 billion. Supplies from Russia fell by 54%. "
        "The deficit of the trade balance was $4.9 billion."
    )

    assert claims[-1] == "volume MD-WORLD balance 2022 4,900,000,000"


def test_a_growth_behind_a_bracket_is_that_of_the_flow_before_it() -> None:
    claims = read(
        "In 2022 exports of Kazakhstan to Russia ($8.8 billion) were up by 25%, imports ($17.3 billion) down by 2%."
    )

    assert claims[1::2] == ["growth KZ>RU 2022 +25 %", "growth RU>KZ 2022 -2 %"]


def test_a_share_of_the_exports_of_one_side_does_not_turn_the_text() -> None:
    claims = read(
        "Trade between Hungary and Uzbekistan exceeded €160 million in 2022. Hungarian exports made up 96% of the "
        "turnover. In the first quarter of 2023 exports were up by another 12%."
    )

    assert claims[-1] == "growth HU>UZ 2023-01/2023-03 +12 %"


def test_a_chance_is_no_volume() -> None:
    claims = read(
        "In 2022 trade of Belarus and Kazakhstan was $0.9 billion, and it has every chance to exceed $1 billion."
    )

    assert claims == ["volume BY-KZ turnover 2022 900,000,000"]
