"""The twenty constructions that the reader of trade news has to understand, each as a text with its claims."""

from __future__ import annotations

import pytest

from tradefacts.article import Proposal, Tables, read_article, read_text

TABLES = Tables(names={}, reporters={})
PUBLISHED = "2023-09-20"


def read(text: str, published: str = PUBLISHED) -> list[str]:
    """Return the claims of a text, one per line: kind, directed goods or a pair with its flow, period, number."""
    return [describe(proposal) for proposal in read_article(text, TABLES, published=published)]


def describe(proposal: Proposal) -> str:
    claim = proposal.claim
    if claim["exporter"] is not None:
        places = f"{claim['exporter']}>{claim['importer']}"
    else:
        places = f"{'-'.join(claim['pair'])} {claim['flow']}"
    number = claim.get("value", claim.get("percent"))
    words = [claim["kind"], places, claim.get("period") or "", f"{number:,}" if "value" in claim else f"{number:+g} %"]
    return " ".join(word for word in words if word)


def test_a_list_keeps_the_country_at_home() -> None:
    claims = read("In 2022 Kazakhstan's trade with Russia grew 9%. Trade with Kyrgyzstan fell 7%, with Uzbekistan 4%.")

    assert claims[1:] == ["growth KG-KZ turnover 2022 -7 %", "growth KZ-UZ turnover 2022 -4 %"]


def test_a_comparison_value_belongs_to_the_year_before() -> None:
    claims = read(
        "Uzbekistan's exports to Russia amounted to $2 billion in January–August 2023, up from $1.6 billion in the "
        "same months of 2022."
    )

    assert claims == ["volume UZ>RU 2023-01/2023-08 2,000,000,000", "volume UZ>RU 2022-01/2022-08 1,600,000,000"]


def test_a_share_that_rose_is_two_shares_and_no_growth() -> None:
    claims = read(
        "In 2022 trade between Tajikistan and China grew by 9% to $2 billion. "
        "In 2022 China's share in Tajikistan's foreign trade rose from 12 to 15%."
    )

    assert claims[2:] == ["share CN-TJ turnover 2021 +12 %", "share CN-TJ turnover 2022 +15 %"]


def test_imports_run_the_other_way() -> None:
    claims = read("In 2022 Uzbekistan's exports to Tajikistan grew by 5%, while imports fell by 3%.")

    assert claims == ["growth UZ>TJ 2022 +5 %", "growth TJ>UZ 2022 -3 %"]


def test_respectively_keeps_the_order() -> None:
    claims = read("Kazakhstan and Kyrgyzstan traded $31 billion and $15 billion with China, respectively, in 2022.")

    assert claims == ["volume CN-KZ turnover 2022 31,000,000,000", "volume CN-KG turnover 2022 15,000,000,000"]


def test_goods_that_are_imported_come_from_where_they_are_named_after() -> None:
    claims = read("Tajik goods worth $40 million were imported by Kazakhstan in 2022.")

    assert claims == ["volume TJ>KZ 2022 40,000,000"]


def test_a_verb_may_be_left_out() -> None:
    claims = read("В 2022 году экспорт Узбекистана в Россию вырос на 8%, импорт — на 3%.")

    assert claims == ["growth UZ>RU 2022 +8 %", "growth RU>UZ 2022 +3 %"]


def test_a_second_period_follows_a_bound() -> None:
    text = "Торговля Казахстана с Таджикистаном в 2022 году выросла более чем на 7%, а за 5 месяцев 2023 года — на 9%."
    proposals = read_article(text, TABLES, published=PUBLISHED)

    assert [proposal.claim["bound"] for proposal in proposals] == [">", "="]
    assert [proposal.claim["period"] for proposal in proposals] == ["2022", "2023-01/2023-05"]


def test_a_factor_is_growth() -> None:
    claims = read("Trade between Uzbekistan and Türkiye tripled in 2022.")

    assert claims == ["growth TR-UZ turnover 2022 +200 %"]


def test_an_amount_that_is_agreed_is_a_target_and_one_reached_a_volume() -> None:
    claims = read(
        "Trade between Kazakhstan and Uzbekistan amounted to $4.9 billion in 2022. The presidents agreed to bring it "
        "to $10 billion by 2030."
    )

    assert claims == ["volume KZ-UZ turnover 2022 4,900,000,000", "target KZ-UZ turnover 10,000,000,000"]


def test_months_that_have_not_come_yet_are_those_of_last_year() -> None:
    claims = read("In January–May exports from Kazakhstan to China rose by 12%.", published="2023-02-10")

    assert claims == ["growth KZ>CN 2022-01/2022-05 +12 %"]


@pytest.mark.parametrize(
    "text",
    [
        "In 2022 trade between Kazakhstan and Russia fell by 7%, or $3 billion.",
        "В 2022 году товарооборот Казахстана и России сократился на 7 %, или на 3 млрд долларов.",
    ],
)
def test_the_amount_of_a_change_is_no_volume(text: str) -> None:
    claims = read(text)

    assert claims == ["growth KZ-RU turnover 2022 -7 %"]


def test_rows_below_a_heading_take_its_home_year_and_unit() -> None:
    claims = read("Uzbekistan's partners in 2022, $ million:\nRussia – 9,280\nChina – 8,920\nKazakhstan – 4,640")

    assert claims == [
        "volume RU-UZ turnover 2022 9,280,000,000",
        "volume CN-UZ turnover 2022 8,920,000,000",
        "volume KZ-UZ turnover 2022 4,640,000,000",
    ]


def test_rows_below_a_heading_take_its_direction() -> None:
    claims = read(
        "Uzbekistan, 2022\nExports by country, mln USD\n1 China 1,492.0\nImports by country, mln USD\n1 China 7,984.6"
    )

    assert claims == ["volume UZ>CN 2022 1,492,000,000", "volume CN>UZ 2022 7,984,600,000"]


def test_rows_that_begin_with_a_flow_take_the_unit_above() -> None:
    claims = read("Товарооборот Узбекистана и Китая в 2022 году – 4,7 млрд долл.\nЭкспорт – 1,9\nИмпорт – 2,8")

    assert claims == [
        "volume CN-UZ turnover 2022 4,700,000,000",
        "volume UZ>CN 2022 1,900,000,000",
        "volume CN>UZ 2022 2,800,000,000",
    ]


def test_a_rate_of_growth_near_a_hundred_is_a_level() -> None:
    claims = read("В 2022 году товарооборот Узбекистана и Китая составил 5 млрд долларов, темп роста – 105,2%.")

    assert claims == ["volume CN-UZ turnover 2022 5,000,000,000", "growth CN-UZ turnover 2022 +5.2 %"]


def test_cities_and_regions_are_no_partners() -> None:
    text = "By region, Tashkent city exported goods for $8 billion and the Andijan region for $1 billion in 2022."

    assert read(text) == []


def test_a_goal_that_was_missed_is_still_a_target() -> None:
    claims = read(
        "The goal of Kazakhstan and Uzbekistan, $5 billion by 2020, was missed: in 2020 trade was $2.9 billion."
    )

    assert "target KZ-UZ turnover 5,000,000,000" in claims


def test_millions_with_a_comma_are_thousands_of_millions() -> None:
    claims = read("Trade between Uzbekistan and Kyrgyzstan reached $1,080mln in 2022.")

    assert claims == ["volume KG-UZ turnover 2022 1,080,000,000"]


def test_an_office_counts_the_sales_of_others() -> None:
    (proposal,) = read_article(
        "The Uzbek statistics committee says Turkmen exports to Uzbekistan were $370 million in 2022.",
        TABLES,
        published=PUBLISHED,
    )

    assert describe(proposal) == "volume TM>UZ 2022 370,000,000"
    assert proposal.claim["reporter"] == "UZ"


def test_five_states_are_the_group() -> None:
    claims = read("Trade between China and the five Central Asian states reached $70 billion in 2022.")

    assert claims == ["volume CA5-CN turnover 2022 70,000,000,000"]


def test_the_reason_for_a_change_and_a_central_bank_take_nothing_from_a_claim() -> None:
    claims = read(
        "The National Bank of Kazakhstan notes that exports of goods to China decreased by 18% in the first quarter of "
        "2023 to $3.0 billion, mainly because of lower oil prices, while imports from China fell 4% to $3.6 billion."
    )

    assert claims == [
        "growth KZ>CN 2023-01/2023-03 -18 %",
        "volume KZ>CN 2023-01/2023-03 3,000,000,000",
        "growth CN>KZ 2023-01/2023-03 -4 %",
        "volume CN>KZ 2023-01/2023-03 3,600,000,000",
    ]


def test_single_goods_are_no_claim() -> None:
    reading = read_text(
        "Exports of textiles from Uzbekistan to Russia doubled in 2022. Exports to Russia were $3 billion.",
        TABLES,
        published=PUBLISHED,
    )

    assert [describe(proposal) for proposal in reading.proposals] == ["volume UZ>RU 2022 3,000,000,000"]
    assert [refused.reason for refused in reading.refused] == ["single goods"]


@pytest.mark.parametrize(
    "text",
    [
        "Kazakh companies have invested $1 billion in Kyrgyzstan.",
        "The port handled 3.4 million tonnes of cargo from Kazakhstan, 12% more than in 2021.",
        "Россия предоставит Кыргызстану кредит на 100 млн долларов под 2% годовых.",
    ],
)
def test_investment_cargo_and_loans_are_no_trade(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "In 2022 Kazakhstan's trade reached $1 billion with China",
        "Trade of Kazakhstan and China with Russia came to $1 bn in 2022, and to $2 bn with China",
    ],
)
def test_the_last_word_of_a_text_can_be_a_place_without_a_full_stop(text: str) -> None:
    assert read(text) == read(f"{text}.") != []
