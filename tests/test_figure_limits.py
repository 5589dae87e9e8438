"""Figures at the limits of the grammar: the last that is read, and the first that is refused."""

from __future__ import annotations

import pytest

from tradefacts.errors import InvalidFigureError
from tradefacts.figure.lexicon import find_word
from tradefacts.figure.parsing import parse_figure, settle_figure

READ = [
    # The largest numbers, and the smallest fall.
    ("99999999999999", "99999999999999"),
    ("999999 trillion", "999999 trillion"),
    ("1.1 times lower", "1.1 times down"),
    # The direction may be said twice.
    ("-5% drop", "-5%"),
    ("-5% less", "-5%"),
    ("+5% rise", "+5%"),
    ("+5% more", "+5%"),
    # Half of a scale word, and parts of a number.
    ("two million and a half", "2500 thousand in words"),
    ("миллиард с четвертью долларов", "USD 1250 million in words"),
    ("2½ million", "2.5 million"),
    ("½ million", "500 thousand in words"),
    ("1/10 million", "100 thousand in words"),
    ("fünfunddreißig Millionen", "35 million in words"),
    # The next group after a scale word.
    ("5 thousand 100", "5100"),
    ("5万200", "50200"),
    ("5万1", "50001"),
    ("5 thousand 5 hundred", "55 hundred"),
    # Numbers in words.
    ("five hundred and twenty five thousand", "525 thousand in words"),
    ("five and twenty", "25 in words"),
    ("three quarters of a million", "750 thousand in words"),
    ("one half million", "500 thousand in words"),
    ("1 and a half million", "1.5 million"),
    ("4 с половиной миллиарда", "4.5 billion"),
    ("4 yarim milliard", "4.5 billion"),
    ("2 million and a half", "25 hundred thousand"),
    # A currency said twice, and one with its scale word in any place.
    ("$5 USD", "USD 5"),
    ("5 AZN/TMT", "AZN/TMT 5"),
    ("5 k€", "EUR 5 thousand"),
    ("€m 5", "EUR 5 million"),
    ("$b 5", "USD 5 billion"),
    ("USD million 757.50", "USD 757.50 million"),
    # Endings and elided articles.
    ("l'euro 5", "EUR 5"),
    ("5% га", "5%"),
    ("5$ga", "USD 5"),
    ("zweieinhalbfache", "2.5 times in words"),
    ("5ти долларов", "USD 5"),
    ("5-х миллиардов", "5 billion"),
    ("5 USD'ye", "USD 5"),
    ("5 million. dollars", "USD 5 million"),
]


@pytest.mark.parametrize(("printed", "canonical"), READ)
def test_the_last_is_read(printed: str, canonical: str) -> None:
    assert [str(figure) for figure in parse_figure(printed)] == [canonical]


@pytest.mark.parametrize(
    ("printed", "reason"),
    [
        ("100000000000000", "more digits than a figure has"),
        ("1000000 trillion", "more digits than a figure has"),
        ("1 times lower", "a fall by a factor of less than one"),
        ("0.9 times lower", "a fall by a factor of less than one"),
        ("-5% more", "a rise and a fall"),
        ("more 5%", "a bound word"),
        ("halved million", "a scale word without its number"),
        ("index 5", "an index that is not a percentage"),
        ("5% index down", "an index that is not a percentage"),
        ("5 Canadian", "an adjective without its noun"),
        ("5-ти", "an adjective without its noun"),
        ("20 five", "two numbers instead of one"),
        ("five twenty", "two numbers instead of one"),
        ("5 million ½", "two numbers instead of one"),
        ("5 thousand 99", "two numbers instead of one"),
        ("5 million 500", "two numbers instead of one"),
        ("5 million dollars 5", "two numbers instead of one"),
        ("1.5 and a half", "two numbers instead of one"),
        ("1 million and a third", "a part without its scale word"),
        ("1 half", "a fraction of something else"),
        ("2 million half", "a fraction of something else"),
        ("3/3", "a fraction of something else"),
        ("0/3", "a fraction of something else"),
        ("1.5,5", "cannot read the digits '1.5,5'"),
        ("0 500", "cannot read the digits '0 500'"),
        ("1,234 567", "cannot read the digits '1,234 567'"),
        ("1" * 200, "more digits than a figure has"),
        ("5%до", "unknown word 'до'"),
        ("o'euro 5", 'unknown word "o\'euro"'),
        ("5 USDzz", "unknown word 'usdzz'"),
        ("5 AZN/XXX", "unknown word 'azn/xxx'"),
        ("5% .га", "unknown word 'га'"),
    ],
)
def test_the_first_beyond_is_refused(printed: str, reason: str) -> None:
    with pytest.raises(InvalidFigureError) as refusal:
        parse_figure(printed)

    assert reason in refusal.value.message


def test_twice_as_much_more_in_chinese_has_no_decimals() -> None:
    assert [str(figure) for figure in parse_figure("增长2倍")] == ["+2 times", "+2 hundred%"]


@pytest.mark.parametrize(
    ("printed", "percents"),
    [
        ("0,644", [0.644]),
        ("1,23", [1.23]),
        ("1,2345", [1.2345]),
        ("1234,567", [1234.567]),
        ("12 345,6", [12345.6]),
        ("12,345", [12345, 12.345]),
        ("8,288亿", [828_800_000_000]),
        ("49.9%", [49.9]),
        ("50%", [50, -50]),
        ("100%", [100, 0]),
        ("五倍", [400, 500]),
        ("1/8", [12.5, 13]),
        ("1/3", [33, 33.3, 33.33]),
        ("two and a third", [2.33, 2.333, 2.3333]),
        ("4 billion 890,78 mil", [4_000_890_780, 4_890_780_000]),
    ],
)
def test_a_figure_of_several_meanings_has_all_of_them(printed: str, percents: list[float]) -> None:
    assert [figure.percent for figure in parse_figure(printed)] == percents


@pytest.mark.parametrize(("recorded", "is_meant"), [(-44, True), (-44.4444, True), (-44.44444, False), (-44.5, False)])
def test_a_fall_by_a_factor_is_recorded_with_at_most_four_decimals(recorded: float, *, is_meant: bool) -> None:
    assert (settle_figure("в 1,8 раза", recorded) is not None) == is_meant


@pytest.mark.parametrize("letters", ["a" * 2_000, "m" * 90 + "z", "third" * 20, "三分之一" * 25, "l'" * 1_000])
def test_a_word_of_countless_parts_has_no_meaning_and_costs_no_time(letters: str) -> None:
    assert find_word(letters) is None


def test_the_longest_number_word_is_read_in_its_parts() -> None:
    number = "siebenhundertsiebenundsiebzigtausendsiebenhundertsiebenundsiebzig"

    assert [str(figure) for figure in parse_figure(f"{number} Euro")] == ["EUR 777777 in words"]
