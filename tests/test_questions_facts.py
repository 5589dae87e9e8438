"""Every claim that passes the filters, and its pages."""

import re
from datetime import date
from typing import Any

import pytest

from builders import Json, base, event, growth, office, source, target, term, volume
from tradefacts.errors import InvalidPeriodError, InvalidQueryError, UnknownNameError, UnknownPlaceError
from tradefacts.questions.facts import CitedPage, ask_facts, ask_sources
from tradefacts.vocabulary import KINDS

NOWHERE = "no place in the base has that name; 'tradefacts coverage' lists them"
FACTS: list[Json] = [
    volume("KZ", "KG", "2022", "$1.3 bln", attributed_to="alikhan-smailov", source="interfax-2023-09-25"),
    growth("KZ", "KG", "2023-01/2023-07", "13%", reporter="KG", source="interfax-2023-09-25"),
    volume("KZ", "UZ", "2023", "$3.1 bln", flow="exports", source=source("Kazinform", None)),
    target("KZ", "UZ", "$10 bln", source="trend-2022-06-16"),
    event("Council", "2023-09-25", "KG", "KZ", participants=["akylbek-japarov"], source="trend-2022-06-16"),
    term("alikhan-smailov", office("KZ", "head of government"), seen_on="2023-09-25", source="interfax-2023-09-25"),
]


def ids(*numbers: int) -> list[str]:
    return [FACTS[number]["id"] for number in numbers]


@pytest.mark.parametrize(
    ("wanted", "understood", "numbers"),
    [
        ({}, {}, (0, 1, 2, 3, 4, 5)),
        ({"kind": "volume"}, {"kind": ["volume"]}, (0, 2)),
        ({"kind": ["volume", "event"]}, {"kind": ["volume", "event"]}, (0, 2, 4)),
        ({"exporter": "Kazakhstan"}, {"exporter": "KZ"}, (2,)),
        ({"reporter": "Kyrgyzstan"}, {"reporter": ["KG"]}, (1,)),
        ({"reporter": ["none", "KG"], "kind": "growth"}, {"kind": ["growth"], "reporter": ["none", "KG"]}, (1,)),
        ({"reporter": "NONE", "kind": "growth"}, {"kind": ["growth"], "reporter": ["none"]}, ()),
        ({"since": "2023-08"}, {"since": "2023-08"}, (2, 4, 5)),
        ({"until": 2022}, {"until": "2022"}, (0, 3)),
        ({"until": date(2023, 7, 31)}, {"until": "2023-07-31"}, (0, 1, 3)),
        ({"year": "2022"}, {"year": "2022"}, (0, 3)),
        ({"source": "interfax-2023-09-25"}, {"source": ["interfax-2023-09-25"]}, (0, 1, 5)),
        ({"source": "trend"}, {"source": ["Trend"]}, (3, 4)),
        ({"by": "Smailov"}, {"by": ["alikhan-smailov"]}, (0, 5)),
        ({"by": "Akylbek Japarov"}, {"by": ["akylbek-japarov"]}, (4,)),
        ({"known_by": "2022-06-16"}, {"known_by": "2022-06-16"}, (3, 4)),
    ],
    ids=str,
)
def test_filters_keep_claims_that_pass_all_of_them(
    wanted: dict[str, Any], understood: dict[str, Any], numbers: tuple[int, ...]
) -> None:
    answer = ask_facts(base(*FACTS), **wanted)

    assert [claim.id for claim in answer.claims] == ids(*numbers)
    assert answer.query == understood


@pytest.mark.parametrize(
    ("places", "query", "numbers"),
    [
        (("Kazakhstan",), {"place": "KZ"}, (0, 1, 2, 3, 4, 5)),
        (("KG",), {"place": "KG"}, (0, 1, 4)),
        (("UZ", "KZ"), {"pair": ["KZ", "UZ"]}, (2, 3)),
    ],
)
def test_one_place_keeps_its_claims_and_two_keep_those_between_them(
    places: tuple[str, ...], query: dict[str, object], numbers: tuple[int, ...]
) -> None:
    answer = ask_facts(base(*FACTS), *places)

    assert [claim.id for claim in answer.claims] == ids(*numbers)
    assert answer.query == query


def test_the_total_includes_claims_beyond_the_limit() -> None:
    result = ask_facts(base(*FACTS), limit=2).result

    assert (result.total, result.shown) == (6, 2)


@pytest.mark.parametrize("option", ["year", "since", "until"])
def test_claims_without_a_date_are_left_out_by_the_option_that_was_given(option: str) -> None:
    facts = base(volume("KZ", "KG", "2022", "$1 bln"), target("KZ", "KG", "$2 bln", source=source("Kabar", None)))

    answer = ask_facts(facts, **{option: "2022"})  # type: ignore[arg-type]  # the option varies

    assert answer.notes == (f"1 fact without a date left out by --{option}",)


def test_no_fact_is_an_answer_with_a_note() -> None:
    answer = ask_facts(base(*FACTS), since="2030")

    assert answer.result.total == 0
    assert answer.notes == ("no facts match the filters (try 'tradefacts coverage')",)


@pytest.mark.parametrize(
    ("wanted", "error", "message", "hint"),
    [
        ({"kind": "volum"}, InvalidQueryError, "unknown kind 'volum'", "did you mean volume?"),
        ({"kind": "xyz"}, InvalidQueryError, "unknown kind 'xyz'", f"one of: {', '.join(KINDS)}"),
        ({"flow": "export"}, InvalidQueryError, "unknown flow 'export'", "did you mean exports?"),
        ({"since": 2020, "until": 2019}, InvalidQueryError, "since 2020 is after until 2019", "exchange the two"),
        ({"limit": -1}, InvalidQueryError, "limit -1 is not positive", "expected 1 or more"),
        ({"limit": 0}, InvalidQueryError, "limit 0 is not positive", "expected 1 or more"),
        ({"flow": "exports"}, InvalidQueryError, "--flow exports needs a place", None),
        ({"year": "2", "since": "2021"}, InvalidPeriodError, "invalid date '2'", None),
        ({"colour": "red"}, InvalidQueryError, "unknown filter 'colour'", None),
        (
            {"since": "2023-13"},
            InvalidPeriodError,
            "invalid date '2023-13': a year has the months 01 to 12",
            "expected a year, a month or a day: '2023', '2023-09' or '2023-09-25'",
        ),
        ({"reporter": "Narnia"}, UnknownPlaceError, "unknown country 'Narnia'", NOWHERE),
        ({"by": "nobody"}, UnknownNameError, "unknown person or body 'nobody'", "try 'tradefacts search'"),
        ({"source": "Interfacs"}, UnknownNameError, "unknown source 'Interfacs'", "did you mean Interfax?"),
    ],
    ids=str,
)  # fmt: skip
def test_an_invalid_filter_is_refused_with_a_fix(
    wanted: dict[str, Any], error: type[Exception], message: str, hint: str | None
) -> None:
    with pytest.raises(error) as caught:
        ask_facts(base(*FACTS), **wanted)

    assert str(caught.value) == message
    assert hint is None or getattr(caught.value, "hint", None) == hint


@pytest.mark.parametrize(
    ("places", "wanted", "message"),
    [
        (("KZ", "KG"), {"exporter": "UZ"}, "--exporter UZ is no side of the trade of KZ and KG"),
        (("KZ",), {"exporter": "KG", "importer": "UZ"}, "--exporter KG is no side of the trade of KZ"),
        ((), {"exporter": "KG", "importer": "kg"}, "exporter and importer are both KG"),
        (("KZ",), {"flow": "exports", "importer": "KZ"}, "exporter and importer are both KZ"),
        ((), {"kind": "event", "flow": "turnover"}, "facts of kind 'event' have no flow"),
        (("KZ",), {"kind": ("term", "project"), "flow": "imports"}, "facts of kind 'term' have no flow"),
        ((), {"kind": "target", "reporter": "KG"}, "facts of kind 'target' have no statistics"),
        ((), {"kind": "term", "reporter": "none"}, "facts of kind 'term' have no statistics"),
    ],
    ids=str,
)
def test_filters_that_no_fact_can_match_are_refused(
    places: tuple[str, ...], wanted: dict[str, Any], message: str
) -> None:
    with pytest.raises(InvalidQueryError, match=f"^{re.escape(message)}$"):
        ask_facts(base(*FACTS), *places, **wanted)


def test_a_filter_by_flow_keeps_those_kinds_that_have_one() -> None:
    answer = ask_facts(base(*FACTS), "KZ", "UZ", kind=("volume", "term"), exporter="KZ")

    assert [claim.id for claim in answer.claims] == ids(2)


def test_pages_come_oldest_first_undated_last_with_their_number_of_claims() -> None:
    pages = ask_sources(base(*FACTS)).result.sources

    assert [(page.id, page.facts) for page in pages] == [
        ("trend-2022-06-16", 2),
        ("interfax-2023-09-25", 3),
        ("kazinform-undated", 1),
    ]
    assert pages[1] == CitedPage(
        "interfax-2023-09-25",
        "Interfax",
        None,
        "News of Interfax",
        "https://example.org/interfax-2023-09-25",
        "2023-09-25",
        3,
    )


def test_pages_without_a_claim_that_passes_are_left_out() -> None:
    pages = ask_sources(base(*FACTS), "KZ", "UZ", limit=1).result.sources

    assert [page.id for page in pages] == ["trend-2022-06-16"]


def test_no_page_is_an_answer_with_a_note() -> None:
    assert ask_sources(base(*FACTS), "KG", "UZ").notes == ("no pages match the filters",)
