"""One complete record, and the search by words."""

import pytest

from builders import base, event, office, person, source, target, term, volume
from tradefacts.errors import UnknownNameError
from tradefacts.factbase import FactBase
from tradefacts.questions.records import Hit, ask_search, ask_show

JAPAROV = person("Akylbek Japarov", "Akylbek Zhaparov", "Акылбек Жапаров")
PAGE = source("Interfax", "2023-09-25", title='Trade "kz-kg" grows in O\'zbekiston AND beyond')
FACT = volume("KZ", "KG", "2022", "$1.3 bln", attributed_to=JAPAROV, source=PAGE, note="a slip: see the notes")


@pytest.fixture
def facts() -> FactBase:
    return base(
        FACT,
        term(JAPAROV, office("KG", "head of government", "Chairman of the Cabinet of Ministers"), source=PAGE),
        event("11th Council", "2023-09-25", "KG", "KZ", venue="Taraz", topics=["water resources"]),
        target("KZ", "UZ", "$10 bln", horizon="medium term"),
    )


def found(facts: FactBase, words: str) -> list[str]:
    answer = ask_search(facts, words)
    return [*(hit.id for hit in answer.result.records), *answer.result.facts]


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("Zhaparov", "akylbek-japarov"),
        ("жапаров", "akylbek-japarov"),
        ("АКЫЛБЕК ЖАПА", "akylbek-japarov"),
        ("Japarov Akylbek", "akylbek-japarov"),
        ("head government", "kg-head-of-government"),
        ("cabinet", "kg-head-of-government"),
        ("Qazaqstan", "KZ"),
        ("oʻzbekiston", "UZ"),
        ("O'zbekiston", "interfax-2023-09-25"),
        ("ozbek", "interfax-2023-09-25"),
        ("kz-kg", "interfax-2023-09-25"),
        ("AND beyond", "interfax-2023-09-25"),
        ('"kz', "interfax-2023-09-25"),
        ("slip", FACT["id"]),
        ("taraz", "kg-kz-meeting-2023-09-25-trend-2024-01-15"),
        ("water res", "kg-kz-meeting-2023-09-25-trend-2024-01-15"),
        ("medium", "kz-uz-target-trend-2024-01-15"),
    ],
)
def test_words_find_records_with_all_of_them_in_any_script_case_and_order(
    facts: FactBase, words: str, id_: str
) -> None:
    assert id_ in found(facts, words)


@pytest.mark.parametrize(
    "words", ["", "   ", "*", '"', "'", "\x00", "^", "🚂", "taraz OR venue", "taraz NOT akylbek", "Japarov Smailov"]
)
def test_a_search_without_results_is_an_answer_with_a_note(facts: FactBase, words: str) -> None:
    answer = ask_search(facts, words)

    assert (answer.claims, answer.result.records) == ([], ())
    assert answer.notes == (f"nothing matches {words!r}",)


@pytest.mark.parametrize(
    "words", ["grows:trade", "^trade", "trade*", "{trade} + (grows)", "trade\x00", "TRADE-grows", "+trade"]
)
def test_signs_separate_words_and_are_never_search_syntax(facts: FactBase, words: str) -> None:
    assert found(facts, words) == ["interfax-2023-09-25"]


def test_a_hit_says_how_many_facts_refer_to_it(facts: FactBase) -> None:
    assert ask_search(facts, "Жапаров").result.records == (Hit("people", "akylbek-japarov", "Akylbek Japarov", 2),)


def test_filters_keep_facts_and_limit_keeps_the_first_of_each(facts: FactBase) -> None:
    filtered = ask_search(facts, "council", kind="volume")
    limited = ask_search(facts, "k", limit=1)

    assert filtered.result.facts == ()
    assert len(limited.result.records) == 1


@pytest.mark.parametrize(
    ("id_", "section", "name", "referring"),
    [
        ("akylbek-japarov", "people", "Akylbek Japarov", 2),
        ("KZ", "countries", "Kazakhstan", 3),
        ("interfax-2023-09-25", "sources", 'Trade "kz-kg" grows in O\'zbekiston AND beyond', 2),
        ("kg-head-of-government", "offices", "Chairman of the Cabinet of Ministers", 1),
    ],
)
def test_a_record_is_shown_whole_with_the_facts_that_refer_to_it(
    facts: FactBase, id_: str, section: str, name: str, referring: int
) -> None:
    answer = ask_show(facts, id_)

    (shown,) = answer.result.records
    assert (shown.section, shown.id, shown.name) == (section, id_, name)
    assert shown.record.get("id", shown.record.get("code")) == id_
    assert len(shown.referring) == len(answer.claims) == referring


def test_a_fact_is_shown_with_its_stored_keys(facts: FactBase) -> None:
    answer = ask_show(facts, FACT["id"])

    (shown,) = answer.result.records
    assert shown.section == "facts"
    assert shown.record == FACT | {"source": PAGE["id"], "attributed_to": "akylbek-japarov"}
    assert [claim.id for claim in answer.claims] == [FACT["id"]]


def test_records_come_in_the_order_asked_for_and_once(facts: FactBase) -> None:
    answer = ask_show(facts, "UZ", "KG", "UZ")

    assert [shown.id for shown in answer.result.records] == ["UZ", "KG"]
    assert answer.query == {"ids": ["UZ", "KG", "UZ"]}


@pytest.mark.parametrize(
    ("id_", "hint"),
    [
        ("akylbek-zaparov", "did you mean akylbek-japarov?"),
        ("interfax-2023-09-26", "did you mean interfax-2023-09-25?"),
        ("xyzzy-qwerty", "'tradefacts search' finds ids by words"),
    ],
)
def test_an_unknown_id_is_refused_with_a_near_one(facts: FactBase, id_: str, hint: str) -> None:
    with pytest.raises(UnknownNameError, match=f"unknown id '{id_}'") as caught:
        ask_show(facts, id_)

    assert caught.value.hint == hint
