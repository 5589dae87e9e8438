"""Layers make one base, names find their records, and filters keep claims that pass all of them."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import (
    PAGE,
    Json,
    base,
    body,
    compiled,
    country,
    document,
    event,
    group,
    growth,
    office,
    person,
    project,
    share,
    source,
    target,
    term,
    volume,
)
from tradefacts.basefile.faults import KEPT
from tradefacts.basefile.validation import SECTIONS
from tradefacts.errors import AmbiguousNameError, FactBaseError, UnknownNameError, UnknownPlaceError
from tradefacts.factbase import FactBase, Selection
from tradefacts.factbase.claim import WRITTEN, Claim
from tradefacts.factbase.derived import DERIVED
from tradefacts.factbase.sequences import NamedClaims, select_claims
from tradefacts.records import FACTS

OLD = volume("KZ", "KG", "2022", "$1.3 bln", id="figure")
NEW = volume("KZ", "KG", "2022", "$1.4 bln", id="figure", source=source("Interfax", "2024-02-01"))
ALL = (
    volume("KZ", "KG", "2022", "$1.3 bln"),
    volume("KG", "KZ", "2023-01/2023-07", "757 млн долларов", flow="imports", reporter="KG", bound="~"),
    growth("KZ", "UZ", "2022", "1.5-fold", base_period="2021", flow="exports"),
    share("KG", "KZ", None, "8.1%", attributed_to="kg-statistics"),
    target("KZ", "KG", "$5 billion", "2030", bound=">"),
    project("KZ", "UZ", 69, "$3.1 billion", jobs=14_700, jobs_printed="14.7 thousand", jobs_bound=">"),
    term("sadyr-japarov", "kg-head-of-state", start="2021-01-28"),
    event("Саммит", "2023-05", "KG", "CA5", participants=["sadyr-japarov"], source=source("Trend", None)),
)


SEVERAL = {"kind": "kinds", "reporter": "reporters", "speaker": "speakers", "source": "sources"}


def ids(facts: FactBase, **wanted: Any) -> list[str]:  # noqa: ANN401 - whatever a condition takes
    given: dict[str, Any] = {
        SEVERAL.get(name, name): (value,) if name in SEVERAL else value for name, value in wanted.items()
    }
    return [claim.id for claim in facts.find_claims(Selection(**given))]


def test_every_kind_goes_in_and_comes_out_with_all_its_keys() -> None:
    written = document(*ALL)
    facts = compiled(written)

    found = [json.loads(claim.json) for claim in facts.find_claims(Selection())]

    assert {fact["kind"] for fact in found} == {*FACTS}
    assert [
        {key: fact[key] for key in stored} for fact, stored in zip(found, written["facts"], strict=True)
    ] == written["facts"]
    assert [[*fact][-len(DERIVED) :] for fact in found] == [[*DERIVED]] * len(ALL)


@pytest.mark.parametrize(
    ("printed", "others", "low", "high", "shown"),
    [
        ("$1.3 bln", {}, 1_250_000_000, 1_350_000_000, "$1.3 bn"),
        ("$757 mln", {"bound": "~"}, 756_500_000, 757_500_000, "≈$757 m"),
        ("$5 bln", {"bound": ">"}, 5_000_000_000, None, ">$5 bn"),
        ("$5 bln", {"bound": "<"}, None, 5_000_000_000, "<$5 bn"),
        ("$5 bln", {"value": 4}, None, None, "$5 bln"),
    ],
)
def test_a_figure_is_the_interval_of_its_printed_digits(
    printed: str, others: dict[str, Any], low: int | None, high: int | None, shown: str
) -> None:
    (claim,) = base(volume("KZ", "KG", "2022", printed, **others)).find_claims(Selection())

    assert (claim.low, claim.high, claim.shown) == (low, high, shown)


@pytest.mark.parametrize(("bound", "low", "high"), [("=", 5, 5), (">", 5, None), ("<", None, 5), ("~", 5, 5)])
def test_a_target_is_exact(bound: str, low: int | None, high: int | None) -> None:
    (claim,) = base(target("KZ", "KG", "$5 bln", bound=bound)).find_claims(Selection())

    assert [end and end // 10**9 for end in (claim.low, claim.high)] == [low, high]


@pytest.mark.parametrize(
    ("one", "other", "flow", "exporter", "importer"),
    [("KZ", "KG", "imports", "KG", "KZ"), ("KG", "KZ", "exports", "KG", "KZ"), ("KZ", "KG", "turnover", None, None)],
)
def test_a_flow_has_its_direction_however_it_is_worded(
    one: str, other: str, flow: str, exporter: str | None, importer: str | None
) -> None:
    (claim,) = base(volume(one, other, "2022", "$1 bln", flow=flow)).find_claims(Selection())

    assert (claim.exporter, claim.importer, claim.pair) == (exporter, importer, ("KG", "KZ"))


def test_a_later_layer_replaces_an_id_of_an_earlier_one() -> None:
    facts = compiled(document(OLD, ALL[2]), document(NEW, as_of="2025-01-01"))

    assert [claim.amount for claim in facts.find_claims(Selection(pair="KG-KZ"))] == [1_400_000_000]
    assert len(facts.find_claims(Selection())) == 2
    assert facts.as_of == "2025-01-01"
    assert [layer["name"] for layer in facts.layers] == ["layer-1", "layer-2"]


def test_a_replaced_record_keeps_its_aliases_and_loses_its_old_name() -> None:
    lower = document(people=[person("Olzhas Bektenov", "Бектенов", id="bektenov")], countries=[country("KZ")])
    upper = document(people=[person("O. Bektenow", id="bektenov")])

    facts = compiled(lower, upper)

    assert facts.resolve_speaker("O. Bektenow") == facts.resolve_speaker("Бектенов") == "bektenov"
    with pytest.raises(UnknownNameError):
        facts.resolve_speaker("Olzhas Bektenov")


def test_a_reference_may_point_into_an_earlier_layer_and_not_into_none() -> None:
    lower, upper = document(OLD), document(ALL[0])
    upper["sources"] = upper["countries"] = []

    assert len(compiled(lower, upper).find_claims(Selection())) == 2
    with pytest.raises(FactBaseError, match="layer-1 is not a fact base: 3 faults") as caught:
        compiled(upper)
    assert {finding.rule for finding in caught.value.findings} == {"reference_is_unknown"}


@pytest.mark.parametrize(
    ("lower", "upper", "found"),
    [
        ({"people": [person("Statkom")]}, {"bodies": [body("Statkom")]}, "one of the bodies"),
        ({"people": [person("Old")]}, {"facts": [NEW | {"id": "old", "source": PAGE}]}, "one of the facts (volume)"),
    ],
    ids=["section", "fact"],
)
def test_an_id_cannot_become_another_kind_of_record_in_a_later_layer(lower: Json, upper: Json, found: str) -> None:
    with pytest.raises(FactBaseError, match="layer-2 is not a fact base") as caught:
        compiled(document(OLD, **lower), document(NEW, **upper))

    (fault,) = [finding for finding in caught.value.findings if finding.rule == "id_is_taken"]
    assert f"is one of the people in layer-1; here it is {found}" in fault.message
    assert fault.layer == "layer-2"


def test_a_layer_can_withdraw_records_of_a_lower_one() -> None:
    lower = document(OLD, ALL[2])
    upper = document() | {"tradefacts": 2, "withdrawn": [ALL[2]["id"]]}

    facts = compiled(lower, upper)

    assert ids(facts) == [OLD["id"]]


def test_the_lowest_layer_withdraws_records_of_an_earlier_edition() -> None:
    lower = document(OLD) | {"tradefacts": 2, "withdrawn": ["long-gone"]}
    upper = document() | {"tradefacts": 2, "withdrawn": ["long-gone"]}

    assert compiled(lower, upper).withdrawn == {"long-gone"}


def test_no_layer_withdraws_a_record_of_its_own() -> None:
    with pytest.raises(FactBaseError) as caught:
        compiled(document(OLD) | {"tradefacts": 2, "withdrawn": [OLD["id"]]})

    assert [finding.rule for finding in caught.value.findings] == ["withdrawn_is_unknown"]


@pytest.mark.parametrize(
    ("withdrawn", "rule"), [("nothing-of-that-name", "withdrawn_is_unknown"), (PAGE, "reference_is_unknown")]
)
def test_unknown_or_cited_records_cannot_be_withdrawn(withdrawn: str, rule: str) -> None:
    with pytest.raises(FactBaseError) as caught:
        compiled(document(OLD), document() | {"tradefacts": 2, "withdrawn": [withdrawn]})

    assert [(finding.rule, finding.layer) for finding in caught.value.findings] == [(rule, "layer-2")]


@pytest.mark.parametrize(
    ("lower", "has_hint"), [((), True), ((document(countries=[country("UZ")]),), False)], ids=["alone", "on top"]
)
def test_a_base_whose_places_are_missing_may_lack_the_built_in_one_below_it(
    lower: tuple[Json, ...], *, has_hint: bool
) -> None:
    with pytest.raises(FactBaseError) as caught:
        compiled(*lower, document(OLD) | {"countries": []})

    assert ("name 'builtin' before it" in (caught.value.hint or "")) is has_hint


def test_a_fact_that_cites_what_a_lower_layer_withdrew_is_at_fault_itself() -> None:
    lower, upper = document(), document() | {"tradefacts": 2, "withdrawn": [PAGE]}
    citing = document(NEW | {"source": PAGE}) | {"sources": []}

    with pytest.raises(FactBaseError) as caught:
        compiled(lower | {"sources": document(OLD)["sources"]}, upper, citing)

    (fault,) = caught.value.findings
    assert (fault.rule, fault.layer, fault.facts) == ("reference_is_unknown", "layer-3", (NEW["id"],))


@pytest.mark.parametrize(
    ("section", "faulty", "where", "why"),
    [
        ("groups", group("EU", members=["KZ", "QQ"]), "members[1]", "'QQ' is not among the countries"),
        ("offices", office("QQ", "minister"), "country", "'QQ' is not among the countries"),
        ("bodies", body("X", "CA5"), "country", "'CA5' is not among the countries, but among the groups"),
    ],
)  # fmt: skip
def test_every_reference_of_a_record_is_followed(section: str, faulty: dict[str, Any], where: str, why: str) -> None:
    written = document(event("Саммит", "2023", "CA5"))
    written[section] = [*written[section], faulty]

    with pytest.raises(FactBaseError) as caught:
        compiled(written)

    (finding,) = caught.value.findings
    assert finding.path == f"$.{section}[{len(written[section]) - 1}].{where}"
    assert finding.message == why


def test_trade_inside_a_group_makes_sense() -> None:
    assert ids(base(volume("CA5", "CA5", "2018", "$12.2 bln", id="inside"))) == ["inside"]


def test_the_faults_kept_are_the_first_and_the_rest_are_counted() -> None:
    written = document()
    written["facts"] = [{}] * 3000

    with pytest.raises(FactBaseError) as caught:
        compiled(written)

    assert (caught.value.count, len(caught.value.findings)) == (3000, KEPT)
    assert caught.value.findings[-1].path == f"$.facts[{KEPT - 1}].kind"


def test_faulty_references_beyond_those_kept_are_counted() -> None:
    written = document(*(volume("KZ", "KG", str(1900 + year % 200), "$1 bln") for year in range(1100)))
    written["sources"] = []

    with pytest.raises(FactBaseError) as caught:
        compiled(written)

    assert (caught.value.count, len(caught.value.findings)) == (1100, KEPT)


@pytest.mark.parametrize("name", ["KZ", "kz", "KAZ", "Kazakhstan", "КАЗАХСТАН", "Қазақстан", " qazaqstan "])
def test_a_place_is_found_in_any_spelling(name: str) -> None:
    assert base(OLD).resolve_place(name) == "KZ"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Kazakstan", "did you mean Kazakhstan (KZ)?"),
        ("Кыргызстн", "did you mean Kyrgyzstan (KG)?"),
        ("Atlantis", "no place in the base has that name; 'tradefacts coverage' lists them"),
        ("", "no place in the base has that name; 'tradefacts coverage' lists them"),
        ("\udcff", "no place in the base has that name; 'tradefacts coverage' lists them"),
    ],
)
def test_an_unknown_place_is_suggested_and_not_guessed(name: str, hint: str) -> None:
    with pytest.raises(UnknownPlaceError) as caught:
        base(OLD).resolve_place(name)

    assert (caught.value.message, caught.value.hint) == (f"unknown country {name!r}", hint)


def test_a_speaker_is_found_by_a_unique_surname() -> None:
    facts = base(people=[person("Sadyr Japarov"), person("Akylbek Japarov"), person("Adylbek Kasymaliev")])

    assert facts.resolve_speaker("Kasymaliev") == "adylbek-kasymaliev"
    with pytest.raises(AmbiguousNameError) as caught:
        facts.resolve_speaker("Japarov")
    assert caught.value.candidates == ("akylbek-japarov", "sadyr-japarov")
    assert caught.value.hint == "one of: Akylbek Japarov (akylbek-japarov); Sadyr Japarov (sadyr-japarov)"


@pytest.mark.parametrize(
    ("name", "hint"),
    [("Kasimaliev", "did you mean Adylbek Kasymaliev (adylbek-kasymaliev)?"), ("Q", "try 'tradefacts search'")],
)
def test_an_unknown_speaker_is_suggested_and_not_guessed(name: str, hint: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        base(people=[person("Adylbek Kasymaliev")]).resolve_speaker(name)

    assert caught.value.hint == hint


@pytest.mark.parametrize(
    ("name", "found"), [("trend-2024-01-15", "trend-2024-01-15"), ("TREND", "Trend"), ("trend", "Trend")]
)
def test_a_source_is_a_page_or_a_publisher(name: str, found: str) -> None:
    assert base(OLD).resolve_source(name) == found


@pytest.mark.parametrize(
    ("name", "hint"), [("Trent", "did you mean Trend?"), ("TASS", "'tradefacts sources' lists the pages")]
)
def test_an_unknown_source_is_suggested_and_not_guessed(name: str, hint: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        base(OLD).resolve_source(name)

    assert caught.value.hint == hint


@pytest.mark.parametrize(
    ("record", "found"),
    [
        ("sadyr-japarov", [6, 7]),
        ("kg-head-of-state", [6]),
        ("kg-statistics", [3]),
        ("trend-undated", [7]),
        ("CA5", [7]),
        ("UZ", [2, 5]),
        ("nobody", []),
    ],
)
def test_records_that_refer_to_a_record_are_found(record: str, found: list[int]) -> None:
    assert [claim.order for claim in base(*ALL).find_linked(record)] == [
        base(*ALL).find_claims(Selection())[at].order for at in found
    ]


def test_facts_are_found_by_id_in_the_order_asked_for() -> None:
    facts = base(OLD, ALL[2])

    found = facts.find_by_ids([document(ALL[2])["facts"][0]["id"], "KZ", "figure"])

    assert [claim.kind for claim in found] == ["growth", "volume"]


def test_records_are_listed_in_the_order_of_the_base() -> None:
    facts = base(OLD, people=[person("B"), person("A")])

    assert [record.name for record in facts.list_records("people")] == ["B", "A"]
    assert facts.find_record("figure") is None
    assert facts.is_group("KZ") is False


@pytest.mark.parametrize(
    ("since", "until", "kept"),
    [
        ("2023-05-10", None, True),
        ("2023-05-31", None, True),
        ("2023-06", None, False),
        ("2023", None, True),
        (None, "2023-05-10", False),
        (None, "2023-05", True),
        (None, "2023-04", False),
        (None, "2023", True),
        ("2023-05", "2023-05", True),
    ],
)
def test_a_month_ends_on_its_last_day(since: str | None, until: str | None, kept: bool) -> None:  # noqa: FBT001 - a table
    facts = base(volume("KZ", "KG", "2023-05", "$1 bln"))

    assert len(facts.find_claims(Selection(since=since, until=until))) == kept


@pytest.mark.parametrize(
    ("published", "known_by", "kept"),
    [
        ("2023-05", "2023-05-10", False),
        ("2023-05", "2023-05", True),
        ("2023-05-09", "2023-05-10", True),
        (None, "2030", False),
    ],
)
def test_known_by_keeps_claims_on_pages_published_by_then(published: str | None, known_by: str, kept: bool) -> None:  # noqa: FBT001 - a table
    facts = base(volume("KZ", "KG", "2022", "$1 bln", source=source("Trend", published)))

    assert len(facts.find_claims(Selection(known_by=known_by))) == kept


WANTED: dict[str, st.SearchStrategy[str | None]] = {
    "pair": st.sampled_from([None, "KG-KZ", "KZ-UZ", "TJ-UZ"]),
    "place": st.sampled_from([None, "KG", "KZ", "CA5", "TJ"]),
    "kind": st.sampled_from([None, *FACTS]),
    "flow": st.sampled_from([None, "turnover", "exports", "imports"]),
    "reporter": st.sampled_from([None, "KG", "KZ"]),
    "speaker": st.sampled_from([None, "kg-statistics", "sadyr-japarov"]),
    "source": st.sampled_from([None, "Trend", "trend-undated"]),
    "since": st.sampled_from([None, "2021", "2023-06"]),
    "until": st.sampled_from([None, "2022", "2023-05-10"]),
    "known_by": st.sampled_from([None, "2023", "2024-01-15"]),
}
FILTERS = st.fixed_dictionaries(WANTED)
FACTS_OF_ALL = base(*ALL)


@given(FILTERS)
def test_combined_filters_keep_claims_that_pass_each(wanted: dict[str, str | None]) -> None:
    given_filters = {name: value for name, value in wanted.items() if value is not None}

    together = {*ids(FACTS_OF_ALL, **given_filters)}

    each = [{*ids(FACTS_OF_ALL, **{name: value})} for name, value in given_filters.items()]
    assert together == {*ids(FACTS_OF_ALL)}.intersection(*each)


def test_an_invalid_query_does_not_cause_a_second_compilation() -> None:
    facts = base(OLD)
    with pytest.raises(sqlite3.Error):
        facts._rows("SELECT nonsense")

    with pytest.raises(sqlite3.Error):
        facts._rows("SELECT nonsense")

    assert ids(facts) == ["figure"]


def test_the_sections_are_those_of_the_records() -> None:
    assert [*document(*ALL)][4:] == [*SECTIONS]


@pytest.mark.parametrize(
    ("fact", "shown"),
    [
        (volume("KZ", "KG", "2022", "$1", bound=">") | {"printed": "1.5 gazillion dollars"}, ">1.5 gazillion dollars"),
        (growth("KZ", "KG", "2022", "45%", bound="~") | {"printed": "四成多"}, "growth ≈四成多"),
        (growth("KZ", "KG", "2022", "45"), "+45 %"),
    ],
)
def test_figure_that_cannot_be_read_keeps_its_bound_and_its_kind(fact: Json, shown: str) -> None:
    (claim,) = base(fact).find_claims(Selection())

    assert claim.shown == shown


def test_a_bare_claim_says_the_same_without_what_only_its_readers_need(shipped: FactBase) -> None:
    whole = {claim.id: claim for claim in shipped.find_claims(Selection())}
    bare = {claim.id: claim for claim in shipped.iterate_bare_claims(Selection())}

    assert bare.keys() == whole.keys()
    for name in (*Claim._fields, "pair", "places"):
        found = {key: getattr(claim, name) for key, claim in bare.items()}

        assert found == {key: None if name in WRITTEN else getattr(claim, name) for key, claim in whole.items()}


def test_claims_are_selected_by_id_in_their_order() -> None:
    named = NamedClaims(FACTS_OF_ALL, ids(FACTS_OF_ALL))
    wanted = {*ids(FACTS_OF_ALL)[1:3]}

    assert select_claims(named, wanted) == select_claims([*named], wanted) == [*named][1:3]
