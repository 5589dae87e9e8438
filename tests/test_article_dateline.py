"""The day that a text counts relative dates from, where nobody gives it."""

from __future__ import annotations

import pytest

from tradefacts.article.cutting import cut
from tradefacts.article.dateline import find_clock, find_date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("25 Sep 2023 16:40\n\nTrade grew.", "2023-09-25"),
        ("A headline\n\n12 July, 2024\n\nTrade grew.", "2024-07-12"),
        ("BAKU, Azerbaijan, March 24, 2025. Trade grew.", "2025-03-24"),
        ("01.02.2024, 17:30\nTrade grew.", "2024-02-01"),
        ("АСТАНА, 5 сентября 2023 года. Торговля выросла.", "2023-09-05"),
        ("Trade grew.\n\nExports grew.\n\nImports grew.\n\nTurnover fell.\n\nPublished 2024-02-03", "2024-02-03"),
    ],
)
def test_a_day_printed_at_the_head_or_in_the_last_line_is_that_of_the_text(text: str, day: str) -> None:
    assert find_date(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "On 23 March 1992 relations were established.",
        "As of July 1, 2024, trade was $5 million.",
        "Trade grew.\nExports grew.\nImports grew.\n12 July 2024\nTurnover fell.",
        "Trade between the two countries has grown since the agreement signed on 4 May 2019.",
        "31.02.2024\nTrade grew.",
    ],
)
def test_a_day_in_a_sentence_or_far_down_is_not(text: str) -> None:
    assert find_date(text) is None


@pytest.mark.parametrize(
    ("text", "year", "month"),
    [
        ("BAKU, March 24. In January–February 2025 trade was $5 million.", 2025, 3),
        ("ASTANA, Jan. 23 -- In 2022 trade was $5 million.", 2023, 1),
        ("In 2019 trade was $5 million; the aim is $10 million by 2030.", 2020, 1),
        ("In 2019 trade was $5 million.", 2020, 1),
    ],
)
def test_without_a_whole_date_the_years_of_the_text_tell_when_it_was_written(text: str, year: int, month: int) -> None:
    assert find_clock(cut(text), None)[:2] == (year, month)


def test_a_given_day_counts_more_than_a_printed_one() -> None:
    assert find_clock(cut("25 Sep 2023\nTrade grew."), "2024-02")[:2] == (2024, 2)


def test_without_any_year_the_day_is_not_known() -> None:
    assert not find_clock(cut("Trade grew."), None).is_known
