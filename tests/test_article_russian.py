"""How Russian news of trade is read: each construction as an invented text with its claims."""

from __future__ import annotations

from test_article_constructions import read


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
