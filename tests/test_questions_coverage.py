"""What the base covers."""

from builders import Json, base, event, target, volume
from tradefacts.questions.coverage import Coverage, ask_coverage

FACTS: list[Json] = [
    volume("KZ", "KG", "2022", "$1.3 bln"),
    volume("KG", "KZ", "2023-01/2023-07", "$757 mln"),
    volume("KZ", "KG", "2023", "$1.5 bln"),
    target("KZ", "KG", "$2 bln"),
    volume("KZ", "UZ", "2022", "$5 bln"),
    event("Council", "2023-09-25", "KG", "KZ"),
]


def test_claims_are_counted_by_pair_and_by_the_year_their_period_ends_in() -> None:
    result = ask_coverage(base(*FACTS)).result

    assert result.pairs == (
        Coverage(("KG", "KZ"), 4, {"2022": 1, "2023": 2}),
        Coverage(("KZ", "UZ"), 1, {"2022": 1}),
    )


def test_every_place_of_the_base_is_named() -> None:
    assert ask_coverage(base(*FACTS)).result.countries == {"KZ": "Kazakhstan", "KG": "Kyrgyzstan", "UZ": "Uzbekistan"}


def test_one_place_in_any_spelling() -> None:
    answer = ask_coverage(base(*FACTS), place="Uzbekistan")

    assert answer.query == {"place": "UZ"}
    assert [one.pair for one in answer.result.pairs] == [("KZ", "UZ")]


def test_filters_and_limit_narrow_the_counts() -> None:
    facts = base(*FACTS)

    assert [one.facts for one in ask_coverage(facts, kind="target").result.pairs] == [1]
    assert [one.pair for one in ask_coverage(facts, limit=1).result.pairs] == [("KG", "KZ")]


def test_nothing_that_passes_is_an_answer_with_a_note() -> None:
    answer = ask_coverage(base(*FACTS), since="2030")

    assert answer.result.pairs == ()
    assert answer.notes == ("no facts match the filters",)
