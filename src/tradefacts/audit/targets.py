"""Rules 6xx: changes and outcomes of goals, which are not contradictions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.audit.uncoded import UncodedFinding, count_voices, name_claim
from tradefacts.exact import read_interval
from tradefacts.figure.notation import format_exact, format_number
from tradefacts.reckoning.goals import is_over

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.audit.evidence import Evidence
    from tradefacts.factbase import Claim
    from tradefacts.reckoning.goals import Change


def target_is_raised(evidence: Evidence) -> Iterator[UncodedFinding]:
    """A goal is not raised: no later page gives a higher amount for the same deadline."""
    return _find_changes(evidence, "raised")


def target_is_lowered(evidence: Evidence) -> Iterator[UncodedFinding]:
    """A goal is not lowered: no later page gives a lower amount for the same deadline."""
    return _find_changes(evidence, "lowered")


def target_is_redated(evidence: Evidence) -> Iterator[UncodedFinding]:
    """A goal keeps its first deadline."""
    for goal in evidence.goals:
        dated = [statement for statement in reversed(goal.statements) if statement.date and statement.deadline]
        changes = [statement for statement in dated if statement.change == "re-dated"]
        if changes:
            first, last = (evidence.by_id[statement.fact] for statement in (dated[0], changes[-1]))
            deadlines = dict.fromkeys(statement.deadline or "" for statement in dated)
            message = f"{_name(first)}: by {', then by '.join(deadlines)}"
            facts = (first.id, *(statement.fact for statement in changes))
            yield UncodedFinding("notice", message, facts, _write_dates(first, last))


def target_is_restated(evidence: Evidence) -> Iterator[UncodedFinding]:
    """A goal is not stated again in a later year, as one that was not reached may be."""
    for goal in evidence.goals:
        dated = [evidence.by_id[statement.fact] for statement in reversed(goal.statements) if statement.date]
        years = {(claim.published or "")[:4] for claim in dated}
        if len(years) > 1:
            voices = len({claim.voice for claim in dated})
            said = f"{len(dated)} times in {len(years)} years by {count_voices(voices)}"
            message = f"{_name(dated[0])}: stated {said}"
            facts = (dated[0].id, dated[-1].id)
            yield UncodedFinding("notice", message, facts, _write_dates(dated[0], dated[-1]), voices=voices)


def target_is_missed(evidence: Evidence) -> Iterator[UncodedFinding]:
    """A goal is reached by its deadline: not all figures of that year are below it."""
    ended = [goal for goal in evidence.goals if is_over(goal.deadline, evidence.as_of)]
    for goal, _ in (goal.assess(evidence.as_of) for goal in ended):
        if goal.status == "missed" and goal.deadline_fact:
            evidence.compared.update(name for figure in goal.figures for name in figure.facts)
            best = max(goal.figures, key=lambda figure: figure.high or 0)
            most = f"{name_claim(evidence.by_id[best.facts[0]])} of {best.period}"
            stated = evidence.by_id[goal.deadline_fact]
            message = f"{_name(stated)} by {goal.deadline}: the most that is known of that year is {most}"
            arithmetic = f"{format_exact(read_interval(best.low, best.high))} below {format_number(goal.value)}"
            yield UncodedFinding("notice", message, (stated.id, *best.facts), arithmetic)


def _find_changes(evidence: Evidence, change: Change) -> Iterator[UncodedFinding]:
    for statement in (statement for goal in evidence.goals for statement in reversed(goal.statements)):
        if statement.change == change and statement.earlier:
            earlier, later = evidence.by_id[statement.earlier], evidence.by_id[statement.fact]
            message = f"{_name(earlier)} by {statement.deadline}, then {name_claim(later)}"
            yield UncodedFinding("notice", message, (earlier.id, later.id), _write_dates(earlier, later))


def _name(claim: Claim) -> str:
    """Return the subject and the amount of a goal, as a statement gives them."""
    pair = "–".join(claim.pair or ())
    direction = f"{claim.exporter} → {claim.importer}" if claim.exporter else f"{claim.flow} {pair}"
    return f"target {direction} {name_claim(claim)}"


def _write_dates(first: Claim, last: Claim) -> str:
    return f"stated {first.published} and {last.published}"
