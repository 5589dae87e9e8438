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


def test_a_caption_names_whose_exports_and_imports_follow() -> None:
    claims = read("Uzbekistan's foreign trade in 2022: exports – $19.3 billion, imports – $30.7 billion.")
    same = read("Foreign trade of Uzbekistan in 2022: exports – $19.3 billion, imports – $30.7 billion.")

    assert claims == same == ["volume UZ>WORLD 2022 19,300,000,000", "volume WORLD>UZ 2022 30,700,000,000"]
