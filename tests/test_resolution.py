"""Names that match no record exactly: shared, in another order, with a patronymic, two in one word."""

from __future__ import annotations

import pytest

from builders import base, body, country, person, volume
from tradefacts.errors import AmbiguousNameError, UnknownNameError, UnknownPlaceError
from tradefacts.factbase.named import find_by_patronymic, find_by_words, split_pair

KOREAS = [country("KP", name="North Korea", aliases=["Korea"]), country("KR", name="South Korea", aliases=["Korea"])]


def test_a_name_that_two_places_share_lists_both() -> None:
    facts = base(countries=KOREAS)

    with pytest.raises(AmbiguousNameError) as caught:
        facts.resolve_place("korea")

    assert caught.value.candidates == ("KP", "KR")
    assert caught.value.hint == "one of: North Korea (KP); South Korea (KR)"


def test_a_code_takes_precedence_over_names() -> None:
    facts = base(countries=[*KOREAS, country("KZ", name="Kazakhstan", aliases=["KR"])])

    assert facts.resolve_place("kr") == "KR"


def test_an_id_takes_precedence_over_names() -> None:
    facts = base(people=[person("Ivan Petrov"), person("Ivan Petrov", id="ivan-petrov-2")])

    assert facts.resolve_speaker("ivan-petrov") == "ivan-petrov"
    with pytest.raises(AmbiguousNameError):
        facts.resolve_speaker("Ivan Petrov")


def test_a_word_that_ends_several_names_suggests_all_of_them() -> None:
    facts = base(countries=[country("KP", name="North Korea"), country("KR", name="South Korea")])

    with pytest.raises(UnknownPlaceError) as caught:
        facts.resolve_place("Korea")

    assert caught.value.hint == "did you mean North Korea (KP) or South Korea (KR)?"


@pytest.mark.parametrize(
    "name",
    ["Kazakhstan, Republic of", "Kazakhstan (Republic of)", "KAZAKHSTAN, THE REPUBLIC OF", "Kazakhstan Republic"],
)
def test_words_in_another_order_name_the_place(name: str) -> None:
    facts = base(countries=[country("KZ", name="Kazakhstan", aliases=["Republic of Kazakhstan"])])

    assert facts.resolve_place(name) == "KZ"


@pytest.mark.parametrize(
    "name",
    [
        "Japarov, Sadyr",
        "JAPAROV Sadyr",
        "Sadyr Nurgozhoevich Japarov",
        "Japarov, Sadyr Nurgozhoevich",
        "S. Sadyr Japarov",
    ],
)
def test_a_person_is_found_in_any_order_and_with_a_patronymic(name: str) -> None:
    facts = base(people=[person("Sadyr Japarov"), person("Akylbek Japarov")])

    assert facts.resolve_speaker(name) == "sadyr-japarov"


def test_a_patronymic_that_only_the_base_has_may_be_left_out() -> None:
    assert find_by_patronymic("Алихан Смаилов", [("алихан асханович смаилов", "alikhan-smailov")]) == [
        "alikhan-smailov"
    ]


@pytest.mark.parametrize("name", ["Japarov Ivan", "Sadyr", "Sadyr Ivan", "Sadyr, head of one great house, Japarov"])
def test_other_words_name_no_one(name: str) -> None:
    assert find_by_patronymic(name, [("sadyr japarov", "sadyr-japarov")]) == []


def test_a_body_with_further_words_is_another_body() -> None:
    facts = base(bodies=[body("Ministry of Trade")])

    assert facts.resolve_speaker("Trade Ministry") == "ministry-of-trade"
    with pytest.raises(UnknownNameError):
        facts.resolve_speaker("Ministry of Trade and Integration")


def test_one_word_is_found_by_its_spelling_only() -> None:
    assert find_by_words("of Japan", [("japan", "JP")]) == []


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("KZ-KG", ["KZ", "KG"]),
        ("Kazakhstan – KG", ["KZ", "KG"]),
        ("Guinea-Bissau", ["GW"]),
        ("Guinea-Bissau-KZ", ["GW", "KZ"]),
    ],
)
def test_a_hyphen_joins_two_places_unless_one_is_called_so(name: str, codes: list[str]) -> None:
    places = [country("GW", name="Guinea-Bissau"), country("KZ", name="Kazakhstan"), country("KG", name="Kyrgyzstan")]

    assert base(countries=places).resolve_places(name) == codes


@pytest.mark.parametrize("name", ["-KZ-KG-XX", "-", "KZ-XX", "Atlantis"])
def test_half_a_pair_is_no_pair(name: str) -> None:
    with pytest.raises(UnknownPlaceError, match=name):
        base(volume("KZ", "KG", "2022", "$1.3 bln")).resolve_places(name)


def test_a_pair_is_cut_at_each_hyphen_from_the_left() -> None:
    assert list(split_pair("a-b–c")) == [("a", "b–c"), ("a-b", "c")]
