"""True figures, rounded as a press office rounds them, never contradict each other."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from press import draw_facts, draw_press, make_claims
from tradefacts.audit import Evidence, find_findings

if TYPE_CHECKING:
    from tradefacts.findings import Finding

# ruff: noqa: S311 - draws that can be repeated, no secrets
DRAWS, BATCHES = 100, 10


def audit(random: Random, *, has_loose_zeros: bool) -> list[Finding]:
    reporter = random.choice([None, "KZ", "KG"])
    press = draw_press(random, reporter, has_loose_zeros=has_loose_zeros)
    return find_findings(Evidence(make_claims(draw_facts(press, 14)), as_of="2024-06-30"))


@pytest.mark.slow
@pytest.mark.parametrize("batch", range(BATCHES))
def test_rounded_truth_never_contradicts_itself(batch: int) -> None:
    for draw in range(DRAWS):
        findings = audit(Random(f"zeros {batch} {draw}"), has_loose_zeros=True)

        assert {one.severity for one in findings} <= {"possible"}


@pytest.mark.slow
@pytest.mark.parametrize("batch", range(BATCHES))
def test_truth_rounded_to_its_last_printed_digit_raises_no_alarm_at_all(batch: int) -> None:
    for draw in range(DRAWS):
        assert audit(Random(f"digits {batch} {draw}"), has_loose_zeros=False) == []


@pytest.mark.slow
@pytest.mark.parametrize("batch", range(BATCHES))
def test_truth_with_its_digits_cut_off_never_contradicts_itself(batch: int) -> None:
    for draw in range(DRAWS):
        random = Random(f"cut {batch} {draw}")
        press = draw_press(random, random.choice([None, "KZ"]), has_loose_zeros=False, cuts_digits=True)

        findings = find_findings(Evidence(make_claims(draw_facts(press, 14))))

        assert {one.severity for one in findings} <= {"possible"}


def test_a_mistake_on_the_page_of_the_figure_is_found() -> None:
    found = 0
    for draw in range(DRAWS):
        random = Random(f"mistake {draw}")
        facts = draw_facts(draw_press(random, None, has_loose_zeros=False), 14)
        volumes = [fact for fact in facts if fact["kind"] == "volume" and fact["bound"] == "="]
        wrong = random.choice(volumes)
        copy = {**wrong, "value": wrong["value"] * 3, "printed": f"${wrong['value'] * 3}"}
        found += any(one.severity == "contradiction" for one in find_findings(Evidence(make_claims([*facts, copy]))))

    assert found == DRAWS
