"""Every planted contradiction is found once, with its severity and its cause."""

from __future__ import annotations

from typing import get_args

import pytest

from builders import base, growth, share, target, volume
from planted import ABROAD, FOREIGN, MINISTER, PLANTS, A, B, C, Plant, both, got, grew, held, sent
from tradefacts.audit import RULES, ask_audit
from tradefacts.findings import Cause


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: f"{plant.code} {plant.name}")
def test_a_planted_contradiction_is_found(plant: Plant) -> None:
    findings = ask_audit(base(*plant.facts)).findings

    found = [(one.code, one.severity, one.cause) for one in findings if one.code == plant.code]

    assert found == [(plant.code, plant.severity, plant.cause)]


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: f"{plant.code} {plant.name}")
def test_a_finding_names_its_claims_and_its_arithmetic(plant: Plant) -> None:
    ids = {fact["id"] for fact in plant.facts}

    finding = next(one for one in ask_audit(base(*plant.facts)).findings if one.code == plant.code)

    assert finding.facts
    assert {name.removesuffix("-2").removesuffix("-3") for name in finding.facts} <= {
        name.removesuffix("-2").removesuffix("-3") for name in ids
    }
    assert finding.arithmetic
    assert finding.message


def test_at_least_sixty_are_planted_for_all_rules_and_all_causes() -> None:
    assert len(PLANTS) >= 60
    assert {plant.code for plant in PLANTS} == set(RULES)
    assert {plant.cause for plant in PLANTS} - {None} == set(get_args(Cause))


NEAR_MISSES = {
    "A101": [both("2022", "$1.3 billion"), both("2022", "$1.34 billion", source=B), both("2023", "$1.6 billion")],
    "A101 two offices": [both("2022", "$1.3 billion", reporter="KZ"), both("2022", "$1.6 billion", reporter="KG")],
    "A101 two currencies": [both("2022", "$1.3 billion"), both("2022", "9 bln yuan", currency="CNY", source=B)],
    "A101 some goods": [both("2022", "$1.3 billion"), both("2022", "$80 million", scope="agricultural goods")],
    "A101 more than": [both("2022", "$1.2 billion", bound=">"), both("2022", "$1.3 billion", source=B)],
    "A101 other base": [grew("2022", "12%"), grew("2022", "38%", base_period="2019")],
    "A101 other way": [sent("2022", "$770.2 million"), got("2022", "$410.9 million")],
    "A102": [
        both("2022", "$1.2 billion"),
        both("2022", "$1.3 billion", source=B, reporter="KZ"),
        both("2022", "$1.2 billion", source=C, reporter="KG"),
    ],
    "A201": [both("2022", "$1.3 billion"), grew("2022", "19%"), both("2021", "$1.1 billion", source=B)],
    "A201 other office": [both("2022", "$1.3 billion"), grew("2022", "19%"), both("2021", "$2 billion", reporter="KG")],
    "A201 uneven periods": [
        both("2022-01/2022-07", "$757 million"),
        grew("2022-01/2022-07", "13%", base_period="2021"),
        both("2021", "$2 billion"),
    ],
    "A202 open": [
        grew("2022", "90%"),
        grew("2022", "12%", flow="exports", bound=">"),
        grew("2022", "18%", flow="imports"),
    ],
    "A202": [grew("2022", "15%"), grew("2022", "12%", flow="exports"), grew("2022", "18%", flow="imports")],
    "A301": [sent("2022", "$770.2 million"), got("2022", "$410.9 million"), both("2022", "$1.18 billion")],
    "A301 other office": [
        sent("2022", "$770.2 million", reporter="KZ"),
        got("2022", "$410.9 million", reporter="KG"),
        both("2022", "$1.9 billion"),
    ],
    "A302": [sent("2022", "$1.1 billion"), both("2022", "$1.1 billion", source=B)],
    "A303": [both("2022-01/2022-07", "$757 million"), both("2022", "$1.3 billion", source=B)],
    "A303 other year": [both("2022-01/2022-07", "$1.4 billion"), both("2021", "$1.1 billion", source=B)],
    "A304": [
        both("2022", "$1.3 billion"),
        volume("KZ", "WORLD", "2022", "$134 billion", source=B),
        share("KZ", "KG", "2022", "1%", source=C),
    ],
    "A304 unclear whole": [
        both("2022", "$1.3 billion"),
        volume("KZ", "WORLD", "2022", "$134 billion", source=B),
        share("KZ", "KG", "2022", "30%", source=C, whole="trade with Central Asia", whole_partner=None),
    ],
    "A401": [sent("2022", "$770.2 million", reporter="KZ"), sent("2022", "$770 million", reporter="KG", bound="~")],
    "A402": [both("2022", "$1.3 billion", reporter="KZ"), both("2022", "$1.34 billion", reporter="KG", source=B)],
    "A501": [
        held("serik-zhumangarin", MINISTER, start="2022-09-02", end="2023-09-02"),
        held("arman-shakkaliyev", MINISTER, start="2023-09-02", seen_on="2024-05-05", source=B),
        held("bakhyt-sultanov", MINISTER),
    ],
    "A501 by the month": [
        held("serik-zhumangarin", MINISTER, start="2022", end="2023-09"),
        held("arman-shakkaliyev", MINISTER, seen_on="2023-09-20", source=B),
    ],
    "A502": [
        held("serik-zhumangarin", MINISTER, start="2022-09-02", end="2023-09-02"),
        held("serik-zhumangarin", FOREIGN, start="2023-09-02", source=B),
        held("aibek-smadiyarov", ABROAD, seen_on="2023-01-01"),
    ],
    "A503": [
        held("serik-zhumangarin", MINISTER, start="2022-09-02", end="2023-09-02"),
        both("2022", "$1.3 billion", attributed_to="serik-zhumangarin", attributed_as="Minister of Trade"),
        both(
            "2022",
            "$1.3 billion",
            attributed_to="serik-zhumangarin",
            attributed_as="former Minister of Trade",
            source="kabar-2024-05-01",
        ),
    ],
    "A601": [target("KZ", "KG", "$2 billion", "2030", source=A), target("KZ", "UZ", "$3 billion", "2030", source=C)],
    "A601 one day": [
        target("KZ", "KG", "$2 billion", "2030", source=A),
        target("KZ", "KG", "$3 billion", "2030", source=A),
    ],
    "A601 other deadline": [
        target("KZ", "KG", "$2 billion", "2025", source=A),
        target("KZ", "KG", "$3 billion", "2030", source=C),
    ],
    "A602": [
        target("KZ", "KG", "$3 billion", "2030", source=A),
        target("KZ", "KG", "$2 billion", "2030", source=C, flow="exports"),
    ],
    "A602 no deadline": [target("KZ", "KG", "$3 billion", source=A), target("KZ", "KG", "$2 billion", source=C)],
    "A603": [target("KZ", "KG", "$2 billion", "2030", source=A), target("KZ", "KG", "$2 billion", source=C)],
    "A604": [target("KZ", "KG", "$2 billion", source=A), target("KZ", "KG", "$2 billion", source=B)],
    "A605": [target("KZ", "KG", "$1.2 billion", "2022", source=A), both("2022", "$1.3 billion", source=B)],
    "A605 disputed": [
        target("KZ", "KG", "$1.2 billion", "2022", source=A),
        both("2022", "$1.3 billion", source=B),
        both("2022", "$1.1 billion", source=C),
    ],
    "A605 in time": [target("KZ", "KG", "$2 billion", "2030", source=A), both("2022", "$1.3 billion", source=B)],
}


@pytest.mark.parametrize(("case", "facts"), NEAR_MISSES.items(), ids=NEAR_MISSES)
def test_a_near_miss_of_a_rule_is_no_finding(case: str, facts: list[dict[str, object]]) -> None:
    found = [(one.code, one.message) for one in ask_audit(base(*facts)).findings if one.code == case[:4]]

    assert found == []


def test_every_rule_has_a_near_miss() -> None:
    assert {case[:4] for case in NEAR_MISSES} == set(RULES)


def test_less_than_an_amount_adds_nothing_negative_to_a_sum() -> None:
    parts = [sent("2022", "$146.7 million", bound="<"), got("2022", "$290.6 million")]

    below = ask_audit(base(*parts, both("2022", "$244.5 million"))).findings
    within = ask_audit(base(*parts, both("2022", "$300.5 million"))).findings

    assert [(one.code, one.verdict) for one in below if one.code == "A301"] == [("A301", "contradicted")]
    assert [one for one in within if one.code == "A301"] == []


def test_a_cell_has_one_finding_however_many_pages_disagree() -> None:
    pages = [both("2022", f"$1.{digit} billion", source=f"kabar-2023-01-0{digit}") for digit in range(1, 9)]

    findings = ask_audit(base(*pages)).findings

    assert [one.code for one in findings] == ["A101"]


def test_the_most_serious_comes_first() -> None:
    small = [both("2022", "$1.3 billion"), both("2022", "$1.41 billion", source=B)]
    large = [both("2021", "$1.3 billion"), both("2021", "$2.9 billion", source=B)]
    touching = [both("2020", "$4.4 billion"), both("2020", "$4.5 billion", source=B)]

    findings = ask_audit(base(*touching, *small, *large)).findings

    assert [one.message.split()[2][:4] for one in findings] == ["2021", "2022", "2020"]


def test_claims_that_cannot_be_compared_are_counted_with_the_reason() -> None:
    alone = [
        both("2022", "$1.3 billion"),
        growth("KZ", "UZ", "2022", "12%"),
        share("KZ", "UZ", None, "3%"),
        volume("KZ", "TJ", "2022", "$80 million", scope="agricultural goods"),
        volume("KZ", "TM", "2022", "$80 million", value=999),
    ]

    result = ask_audit(base(*alone)).result

    assert (result.figures, result.compared, sum(result.uncompared.values())) == (5, 0, 5)
    assert len(result.uncompared) == 5
