"""Traps of analyses, bank notes and interviews: each as an invented text with what is, and is not, read from it."""

from __future__ import annotations

import pytest

from test_article_choosing import guess, guess_periods
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


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("In 2022 sales were $9 m against $5 m in 2011, while imports rose from $2 m to $4 m.", "2022 2011 2011 2022"),
        ("In 2022 exports to China were $73 m (86 in 2021), to Russia $28 m ($5 m).", "2022 2021 2022 2021"),
        ("In January–June 2023 trade was $9 m, in 2022 over the same period $8 m.", "2023-01/2023-06 2022-01/2022-06"),
        ("Оборот за восемь месяцев 2023 года – 4 млн, в 2021-м за те же – 2 млн.", "2023-01/2023-08 2021-01/2021-08"),
    ],
)
def test_figures_that_are_compared_keep_their_periods_apart(text: str, periods: str) -> None:
    assert " ".join(guess_periods(text)) == periods


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("From July last year to June of this year trade was $9 m.", "2022-07/2023-06"),
        ("С июля прошлого по июнь нынешнего года оборот составил 9 млн долларов.", "2022-07/2023-06"),
        ("In the half-year to June trade was $9 m.", "2023-01/2023-06"),
        (
            "Trade was $9 bn in the twelve months to May 2023 and $8 bn in the twelve months before.",
            "2021-06/2022-05",
        ),
    ],
)
def test_months_across_two_years(text: str, period: str) -> None:
    assert guess_periods(text)[-1] == period


@pytest.mark.parametrize(
    "text",
    [
        "Uzbekistan sold Afghanistan goods for $550 million, twice as much as Kazakhstan.",
        "Узбекистан продал Афганистану товаров на 550 млн долларов, в 3 раза больше, чем Казахстан.",
        "Exports to China were $550 million. Nor did imports double.",
    ],
)
def test_comparisons_with_another_place_and_denied_changes_are_no_growth(text: str) -> None:
    assert guess(text)[-1][0] == "none"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("In 2022 Poland sold Latvia goods for $6 million, 8% fewer than in 2021.", "fall"),
        ("Латвии в 2022 году отгружено 97% прошлогоднего объёма.", "level"),
        ("Оборот Монголии – 11,5 млрд долларов, 93,2% от прежнего.", "level"),
    ],
)
def test_rates_that_are_changes_and_no_shares(text: str, kind: str) -> None:
    assert guess(text)[-1][0] == kind


def test_an_owner_without_a_partner_trades_with_all_like_the_one_before() -> None:
    text = "Внешнеторговый оборот Казахстана вырос на 7 процентов, у Таджикистана – на 9."

    assert guess(text)[-1] == ("rise", ("TJ", "WORLD", "turnover"))


def test_an_office_lends_its_preposition_to_no_place() -> None:
    text = "Евросоюз торгует с Казахстаном. За 2022 год, по Евростату, союз ввёз из республики товаров на 28 млрд евро."

    assert guess(text)[-1] == ("volume", ("KZ", "EU", "goods"))


def test_exports_are_those_of_the_country_that_owns_the_trade() -> None:
    text = (
        "Торговля Казахстана с Польшей растёт. Польша обменялась с Казахстаном товарами на 4,3 млрд долларов. "
        "Казахстан доволен. Экспорт составил 3 млрд."
    )

    assert guess(text)[-1] == ("volume", ("KZ", "PL", "goods"))


@pytest.mark.parametrize(
    "text",
    [
        "Turnover of Kazakhstan and Uzbekistan was $4 billion. According to Tashkent, exports came to $1.4 billion.",
        "Оборот Казахстана и Узбекистана составил 4 млрд долларов. По сведениям Ташкента, экспорт равен 1,4 млрд.",
    ],
)
def test_a_capital_that_counts_tells_of_its_own_exports(text: str) -> None:
    assert guess(text)[-1] == ("volume", ("UZ", "KZ", "goods"))


def test_the_previous_one_is_the_year_before() -> None:
    text = "За 2022 год оборот составил 641 млн долларов – на 29% больше, чем за предыдущий (496 млн)."

    assert guess_periods(text)[-1] == "2021"


def test_trade_after_the_members_of_a_group_is_that_with_the_group_again() -> None:
    text = (
        "Kazakhstan's turnover with the European Union was $40 billion. The main partners were Italy ($14 billion) and "
        "France ($4 billion).\nBy March the turnover reached $9 billion."
    )

    assert guess(text)[-1] == ("volume", ("EU", "KZ", "turnover"))


def test_what_follows_a_partner_and_a_comma_may_be_the_seller() -> None:
    text = "Exports to Kyrgyzstan grew to $50 million. To Russia, Lithuania sold for $790 million."

    assert guess(text)[-1] == ("volume", ("LT", "RU", "goods"))


def test_the_figure_of_a_year_belongs_to_that_year_alone() -> None:
    text = "Exports came to $583 million, 2.3 times the 2021 figure of $254 million. Imports were $9 million."

    assert guess_periods(text) == ["2022", "2022", "2021", "2022"]


def test_to_be_in_the_red_tells_of_a_fall_and_not_of_a_balance() -> None:
    text = "Товарооборот Китая с Казахстаном просел на 8,5%. Туркменистан также в минусе (2,4 млрд долларов, –4,4%)."

    assert [flow for _, flow in guess(text)[1:]] == [("CN", "TM", "turnover")] * 2


def test_a_year_in_the_fourteen_hundreds_is_a_solar_one() -> None:
    assert guess_periods("Tehran's year 1401 closed with exports of $2 bn.") == ["2022-03/2023-03"]


def test_supplies_in_answer_go_the_other_way() -> None:
    text = "Иран поставил Ираку товаров на 6,8 млрд долларов. Ответные поставки выросли до 300 млн."

    assert guess(text)[-1] == ("volume", ("IQ", "IR", "goods"))


def test_what_two_buyers_made_between_them_is_no_claim_of_either() -> None:
    text = "Узбекистан продал Казахстану на 3 млрд долларов. Кыргызстан с Таджикистаном на двоих внесли 1,3 млрд."

    assert guess(text)[-1][0] == "none"


def test_pairs_of_a_region_are_told_one_after_the_other() -> None:
    text = (
        "Оборот Узбекистана и Туркменистана составил 1 млрд долларов. Казахстан с Кыргызстаном дали 1,5 млрд, "
        "с Таджикистаном 1,2 млрд."
    )

    assert [flow for _, flow in guess(text)[1:]] == [("KG", "KZ", "turnover"), ("KZ", "TJ", "turnover")]
