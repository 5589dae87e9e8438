"""Names as users type them, and pairs of places."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradefacts.names import fold, suggest
from tradefacts.places import Pair

CODES = st.text("ABCKGZUT5", min_size=2, max_size=4)


@pytest.mark.parametrize(
    "spellings",
    [
        ["Oʻzbekiston", "Oʼzbekiston", "O‘zbekiston", "O’zbekiston", "O`zbekiston", "O´zbekiston", "OZBEKISTON"],
        ["Қазақстан", "қазақстан", "ҚАЗАҚСТАН", " Қазақстан "],
        ["Киргизия", "КИРГИЗИЯ", "Кирги\u0301зия"],
        ["Türkmenistan", "TURKMENISTAN", "Tu\u0308rkmenistan"],
        ["kz-kg", "KZ KG", "kz–kg", "KZ_KG", "kz/kg"],
        ["U.A.E.", "UAE", "u.a.e"],
        ["Tajik\u200bistan", "Tajikistan", "Tajik\u00adistan", "Ｔajikistan"],
        ["Straße", "STRASSE", "strasse"],
    ],
)
def test_spellings_of_one_name_fold_to_the_same(spellings: list[str]) -> None:
    assert len({fold(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(("one", "other"), [("Niger", "Nigeria"), ("Иран", "Ирак"), ("中国", "中华"), ("Köln", "Kern")])
def test_different_names_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_changes_nothing_more(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(st.text())
def test_composed_and_decomposed_text_fold_to_the_same(name: str) -> None:
    assert fold(unicodedata.normalize("NFD", name)) == fold(unicodedata.normalize("NFC", name))


def test_a_near_miss_is_suggested_and_nonsense_is_not() -> None:
    known = ["kazakhstan", "kyrgyzstan", "uzbekistan"]

    assert suggest("Kazakstan", known, count=1) == ["kazakhstan"]
    assert suggest("Atlantis", known) == []


@given(CODES, CODES)
def test_the_order_of_a_pair_does_not_matter(one: str, other: str) -> None:
    assert Pair.of(one, other) == Pair.of(other, one)


@given(CODES, CODES)
def test_a_pair_is_read_back_from_its_text(one: str, other: str) -> None:
    pair = Pair.of(one, other)

    assert Pair.parse(str(pair)) == pair
    assert pair.first <= pair.second
