"""The audit as a question, on the screen and as a command."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from builders import base, save, share, volume
from planted import FOREIGN, MINISTER, A, B, C, both, counted, got, grew, held, sent
from tradefacts.audit import RULES, ask_audit, describe_rules, find_findings
from tradefacts.audit.checking import make_evidence
from tradefacts.cli.main import main
from tradefacts.errors import InvalidQueryError
from tradefacts.export import iterate_envelope
from tradefacts.factbase import Selection
from tradefacts.render import render
from tradefacts.render.screen import Screen

if TYPE_CHECKING:
    from pathlib import Path

    from tradefacts.factbase import FactBase

APART = counted([both("2022", "$1.3 billion"), both("2022", "$1.6 billion", source=B)])
TOUCHING = [both("2021", "$4.4 billion"), both("2021", "$4.5 billion", source=B)]
ELSEWHERE = [volume("KZ", "UZ", "2022", "$4.6 billion"), volume("KZ", "UZ", "2022", "$5.9 billion", source=B)]


def show(*facts: dict[str, object], everything: bool = False) -> str:
    return "\n".join(render(ask_audit(base(*facts), everything=everything), Screen()))


def test_claims_read_in_part_are_found_to_contradict_what_whole_ones_do(shipped: FactBase) -> None:
    whole = make_evidence(shipped, shipped.find_claims(Selection()))

    assert ask_audit(shipped).findings == find_findings(whole)


def test_a_finding_has_both_sides_and_their_distance() -> None:
    finding = ask_audit(base(*APART)).findings[0]

    assert finding.message == "turnover KG–KZ 2022 by KZ: $1.6 bn and $1.3 bn are not both true"
    assert finding.arithmetic == "1,550,000,000–1,650,000,000 and 1,250,000,000–1,350,000,000"
    assert finding.facts == tuple(fact["id"] for fact in reversed(APART))
    assert finding.rule == "readings_disagree"


def test_all_figures_of_a_contradiction_are_named_in_one_finding() -> None:
    fits_all = both("2022", "$1 billion", source="orda-2023-05-05", bound=">")
    facts = [
        both("2022", "$1.3 billion"),
        both("2022", "$1.6 billion", source=B),
        both("2022", "$1.9 billion", source=C),
    ]

    (finding,) = ask_audit(base(*facts, fits_all)).findings

    assert finding.message == "turnover KG–KZ 2022: $1.9 bn, $1.3 bn and $1.6 bn are not all true"
    assert [(side.printed, side.low, side.high, side.voices) for side in finding.sides] == [
        ("$1.9 billion", 1_850_000_000, 1_950_000_000, 1),
        ("$1.3 billion", 1_250_000_000, 1_350_000_000, 1),
        ("$1.6 billion", 1_550_000_000, 1_650_000_000, 1),
    ]
    assert fits_all["id"] not in finding.facts


def test_a_message_names_a_few_of_many_figures() -> None:
    facts = [both("2022", f"$1.{digit} billion", source=f"kabar-2023-01-0{digit}") for digit in range(1, 9)]

    (finding,) = ask_audit(base(*facts)).findings

    assert "$1.8 bn, $1.7 bn, $1.6 bn, $1.5 bn and 4 more are not all true" in finding.message
    assert len(finding.sides) == 8


def test_each_statistics_is_named_with_its_own_figure() -> None:
    facts = [
        both("2022", "$2 billion"),
        both("2022", "$1.3 billion", source=B, reporter="KZ"),
        both("2022", "$1.2 billion", source=C, reporter="KG"),
    ]

    message = next(one.message for one in ask_audit(base(*facts)).findings if one.code == "A102")

    assert message == "turnover KG–KZ 2022: $2 bn, statistics not named; $1.3 bn by KZ and $1.2 bn by KG"


def test_a_sum_names_its_parts_and_then_the_whole() -> None:
    facts = counted([sent("2022", "$800 million"), got("2022", "$300 million"), both("2022", "$1.61 billion")])

    (finding,) = ask_audit(base(*facts)).findings

    assert [side.printed for side in finding.sides] == ["$300 million", "$800 million", "$1.61 billion"]
    assert {side.reporter for side in finding.sides} == {"KZ"}


def test_a_pair_keeps_findings_about_itself() -> None:
    facts = base(*APART, *ELSEWHERE)

    assert len(ask_audit(facts).findings) == 2
    assert [one.facts for one in ask_audit(facts, "KZ", "UZ").findings] == [tuple(fact["id"] for fact in ELSEWHERE)]
    assert len(ask_audit(facts, "UZ").findings) == 1
    assert ask_audit(facts, "kazakhstan", "KG").query == {"pair": ["KG", "KZ"]}


def test_a_filter_keeps_findings_about_a_claim_that_passes() -> None:
    facts = base(*APART, *TOUCHING)

    assert [one.severity for one in ask_audit(facts, since="2022").findings] == ["contradiction"]
    assert ask_audit(facts, flow="balance").findings == []


def test_claims_not_yet_known_on_a_day_contradict_nothing() -> None:
    facts = base(both("2022", "$1.3 billion"), both("2022", "$1.6 billion", source="kabar-2023-05-05"))

    assert ask_audit(facts, known_by="2023-03").findings == []


def test_codes_and_severities_select_findings() -> None:
    facts = base(*APART, *TOUCHING, sent("2022", "$9 billion", reporter="KZ"))

    assert {one.code for one in ask_audit(facts, code="A1").findings} == {"A101"}
    assert {one.code for one in ask_audit(facts, code="a302").findings} == {"A302"}
    assert {one.severity for one in ask_audit(facts, severity="possible").findings} == {"possible"}
    assert len(ask_audit(facts, limit=1).findings) == 1


def test_unknown_codes_and_severities_are_refused() -> None:
    with pytest.raises(InvalidQueryError, match="no rule begins with 'E2'"):
        ask_audit(base(*APART), code="E2")
    with pytest.raises(InvalidQueryError, match="unknown severity 'serious'"):
        ask_audit(base(*APART), severity="serious")


def test_findings_in_json_have_cause_and_arithmetic() -> None:
    answer = json.loads("".join(iterate_envelope(ask_audit(base(*APART)))))

    finding = answer["findings"][0]
    assert {"code", "severity", "cause", "facts", "arithmetic"} <= finding.keys()
    assert answer["answer"]["severities"] == {"contradiction": 1}
    assert [fact["id"] for fact in answer["facts"]] == finding["facts"]


def test_the_summary_fits_a_screen_and_says_what_was_left_out() -> None:
    years = [
        both(str(year), printed, source=page, reporter="KZ")
        for year in range(2010, 2020)
        for printed, page in (("$1.3 billion", A), ("$1.6 billion", B))
    ]

    shown = show(*years)

    assert shown.startswith("All claims: 10 contradictions\n20 of 20 figures compared\n")
    assert "5 more with --all" in shown
    assert shown.count("A101") == 5
    assert len(shown.splitlines()) <= 24
    assert show(*years, everything=True).count("A101") == 10


def test_the_summary_counts_uncompared_claims() -> None:
    facts = [*APART, share("KZ", "UZ", None, "3%")]

    shown = show(*facts)

    assert "2 of 3 figures compared; 1 stands alone (why: --all)" in shown
    assert "    1  the page gives no period" in show(*facts, everything=True)
    assert "cause not known · A101" in shown


def test_where_nothing_contradicts_the_summary_says_so() -> None:
    assert show(both("2022", "$1.3 billion")) == (
        "All claims: nothing contradicts anything\n0 of 1 figure compared; 1 stands alone (why: --all)"
    )


def test_a_notice_has_no_cause() -> None:
    facts = [
        held("serik-zhumangarin", MINISTER, seen_on="2023-01-01"),
        *[held("serik-zhumangarin", FOREIGN, start="2022-01-01", end="2024-01-01")],
    ]

    assert "both from 2023-01-01 to 2023-01-01 · A502" in show(*facts, everything=True)


def test_growth_without_a_base_is_marked() -> None:
    found = ask_audit(
        base(both("2022", "$1.3 billion"), grew("2022", "19%", base_period=None), both("2021", "$2 billion", source=B))
    )

    assert "+19 % (the page does not say against what) do not fit $2 bn of 2021" in found.findings[0].message


@pytest.mark.parametrize(("facts", "status"), [(APART, 1), (TOUCHING, 0), ([], 0)])
def test_the_command_leaves_with_1_where_there_is_a_contradiction(
    facts: list[dict[str, object]], status: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = save(tmp_path / "base.json", *facts)

    assert main(["audit", "--base", str(path), "--json"]) == status
    assert json.loads(capsys.readouterr().out)["command"] == "audit"


def test_the_explain_command_answers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = save(tmp_path / "base.json", *APART)

    assert main(["explain", "KZ", "KG", "2022", "--base", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["query"] == {"pair": ["KG", "KZ"], "period": "2022"}


@pytest.mark.slow
def test_the_built_in_base_is_audited_without_a_word_too_much(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit"]) == 1

    findings, _, _ = capsys.readouterr().out.partition("\n [1]")
    assert len(findings.splitlines()) <= 50


def test_every_rule_is_described() -> None:
    described = describe_rules()

    assert [rule.code for rule in described] == list(RULES)
    assert all(rule.sentence.endswith(".") for rule in described)
    assert all(rule.name.replace("_", "").isalpha() for rule in described)
