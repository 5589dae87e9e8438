"""Traps of analyses, bank notes and interviews: each as an invented text with what is, and is not, read from it."""

from __future__ import annotations

import pytest

from test_article_choosing import guess
from test_article_constructions import read


@pytest.mark.parametrize(
    "text",
    [
        "Georgia sold Latvia goods for $40 million in 2022, bought for $25 million. Together that is $65 million.",
        "В 2022 году Грузия продала Латвии на 40 млн долларов, купила на 25 млн. В сумме это 65 млн долларов.",
    ],
)
def test_both_directions_together_are_the_turnover(text: str) -> None:
    assert read(text)[-1] == "volume GE-LV turnover 2022 65,000,000"


def test_the_goods_of_a_country_come_from_it() -> None:
    claims = read(
        "Торговля Казахстана с Германией в 2022 году составила 4 млрд долларов. Немецких товаров поступило на 3 млрд "
        "долларов. Французских товаров Казахстан ввёз на 1,2 млрд долларов."
    )

    assert claims[1:] == ["volume DE>KZ 2022 3,000,000,000", "volume FR>KZ 2022 1,200,000,000"]


def test_the_verb_of_named_goods_may_follow_their_worth() -> None:
    claims = read(
        "Latvian goods worth $150 million were imported by Kazakhstan in 2022, which is $6 million or 12.7% less "
        "than in 2021."
    )

    assert claims == ["volume LV>KZ 2022 150,000,000", "growth LV>KZ 2022 -12.7 %"]


def test_figures_alone_may_go_there_and_come_from_there() -> None:
    found = guess("Торговля Казахстана с Германией составила 450 млн долларов: 250 млн туда, 200 млн оттуда.")

    assert [flow for _, flow in found[1:]] == [("KZ", "DE", "goods"), ("DE", "KZ", "goods")]


@pytest.mark.parametrize(
    "text",
    [
        "Оборот Грузии и Латвии составил 65 млн долларов в обе стороны, из которых латвийских товаров – 25 млн.",
        "Georgia and Latvia exchanged goods for $65 million in mutual trade (of which Latvian goods $25 million).",
    ],
)
def test_what_is_told_of_a_part_does_not_go_on_from_the_whole(text: str) -> None:
    assert guess(text)[-1] == ("volume", ("LV", "GE", "goods"))


def test_a_partner_named_alone_before_is_the_one_of_exports() -> None:
    text = (
        "Armenia's exports to Kazakhstan were $25 million. The same can be seen with Russia. Exports were $1.6 billion."
    )

    assert guess(text)[-1] == ("volume", ("AM", "RU", "goods"))
