"""Periods in running text: the months that the words mean on the day of publication."""

from __future__ import annotations

import pytest

from tradefacts.article.cutting import cut
from tradefacts.article.meanings import Clock
from tradefacts.article.periods import find_periods

CLOCK = Clock(2023, 9)


def find(text: str, clock: Clock = CLOCK) -> list[str]:
    """Return the likeliest meaning of each period of a text; "?" for a mere reference."""
    return [str(mention.meanings[0][0]) if mention.meanings else "?" for mention in find_periods(cut(text), clock)]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("in 2022", "2022"),
        ("in January–August 2023", "2023-01/2023-08"),
        ("from January through August", "2023-01/2023-08"),
        ("between January and April", "2023-01/2023-04"),
        ("in January–November", "2022-01/2022-11"),
        ("in the first seven months of this year", "2023-01/2023-07"),
        ("over nine months of 2021", "2021-01/2021-09"),
        ("in the first quarter of 2022", "2022-01/2022-03"),
        ("in H1 2023", "2023-01/2023-06"),
        ("in May", "2023-05"),
        ("last year", "2022"),
        ("last month", "2023-08"),
        ("as of July 1, 2022", "2022-01/2022-06"),
        ("in the twelve months to February 2023", "2022-03/2023-02"),
        ("since the start of the year", "2023-01/2023-08"),
        ("the solar year 1401", "2022-03/2023-03"),
        ("in the 3rd quarter of 2022", "2022-07/2022-09"),
        ("in the year to August 2023", "2022-09/2023-08"),
        ("in the four quarters to the end of June 2023", "2022-07/2023-06"),
        ("in the seven months to July", "2023-01/2023-07"),
        ("a decade earlier", "2013"),
        ("in fiscal 2021-22", "2021-04/2022-03"),
        ("in the fiscal year that ended on June 30", "2022-07/2023-06"),
        ("7M 2023", "2023-01/2023-07"),
        ("as of the end of July 2022", "2022-01/2022-07"),
        ("in the first month of 2023", "2023-01"),
        ("1H 2023", "2023-01/2023-06"),
        ("1Q2023", "2023-01/2023-03"),
        ("Q1–Q3 2022", "2022-01/2022-09"),
        ("the first three quarters of 2022", "2022-01/2022-09"),
        ("the year to date", "2023-01/2023-08"),
        ("from January 1 through August 31, 2023", "2023-01/2023-08"),
        ("in the first four months of the current Iranian year", "2023-03/2023-07"),
        ("in the last Iranian year", "2022-03/2023-03"),
        ("in the past Iranian calendar year 1401", "2022-03/2023-03"),
        ("in the month of Saratan 1401", "2022-06/2022-07"),
        ("the second quarter of 1401", "2022-06/2022-09"),
        ("in spring 1402", "2023-03/2023-06"),
        ("11 percent more than 1400", "2021-03/2022-03"),
        ("в январе–июле", "2023-01/2023-07"),
        ("с января по май 2022 года", "2022-01/2022-05"),
        ("с сентября 2022-го по август 2023-го", "2022-09/2023-08"),
        ("за восемь месяцев текущего года", "2023-01/2023-08"),
        ("по итогам первого полугодия", "2023-01/2023-06"),
        ("в I квартале 2023 года", "2023-01/2023-03"),
        ("в прошлом году", "2022"),
        ("в 2017-м", "2017"),
        ("с начала года", "2023-01/2023-08"),
        ("за три квартала 2022 года", "2022-01/2022-09"),
        ("в 3 квартале 2022 года", "2022-07/2022-09"),
        ("за половину нынешнего года", "2023-01/2023-06"),
        ("за четыре квартала по конец июня 2022 года", "2021-07/2022-06"),
        ("в 1401 году", "2022-03/2023-03"),
        ("за девять месяцев 1401 года", "2022-03/2022-12"),
        ("в позапрошлом году", "2021"),
    ],
)
def test_words_name_months(text: str, period: str) -> None:
    assert find(text) == [period]


@pytest.mark.parametrize(
    "text",
    [
        "a year earlier",
        "the year-ago period",
        "the reporting period",
        "in the same period of 2021",
        "годом ранее",
        "за те же месяцы",
        "за ту же половину 2022-го",
    ],
)
def test_words_that_only_point_name_no_months_themselves(text: str) -> None:
    assert find(text) == ["?"]


def test_three_quarters_of_something_are_no_months() -> None:
    assert find("three quarters of the exports") == []


@pytest.mark.parametrize("text", ["It may rise.", "They march on.", "on 26 February", "15 марта"])
def test_verbs_and_days_are_no_periods(text: str) -> None:
    assert [period for period in find(text) if period != "?"] == []


def test_a_deadline_names_its_year() -> None:
    (mention,) = find_periods(cut("to $5 billion by the end of 2030"), CLOCK)

    assert (mention.name, mention.by) == ("deadline", "2030")


def test_years_of_accounts_are_those_of_the_country() -> None:
    assert find("in FY23", CLOCK._replace(fiscal=7)) == ["2022-07/2023-06"]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("in July–January (2022-23)", "2022-07/2023-01"),
        ("in January-March FY2022-23", "2023-01/2023-03"),
        ("during the first eight months of the current fiscal year (2022-23)", "2022-07/2023-02"),
        ("in nine months of 2021-22", "2021-07/2022-03"),
        ("in the first quarter of the last financial year", "2022-07/2022-09"),
        ("in the first half of FY23", "2022-07/2022-12"),
    ],
)
def test_months_of_a_year_of_accounts_are_counted_from_its_beginning(text: str, period: str) -> None:
    assert find(text, CLOCK._replace(month=11, fiscal=7)) == [period]


def test_a_year_after_a_number_is_not_its_thousands() -> None:
    assert [token.text for token in cut("Q3 2023, 3 202 tonnes").tokens] == ["Q", "3", "2023", ",", "3 202", "tonnes"]
