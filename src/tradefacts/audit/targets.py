"""Rules 6xx: what became of stated goals. Nothing here is a contradiction: a goal may change."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from tradefacts.audit.clashes import Clash, count_voices, name_claim, write_interval
from tradefacts.exact import Exact
from tradefacts.period import is_bare_year, last_day
from tradefacts.reckoning.keys import find_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.audit.evidence import Evidence, Side
    from tradefacts.factbase import Claim


def target_is_raised(evidence: Evidence) -> Iterator[Clash]:
    """A goal stays what it was when it was first stated; a higher one was stated later."""
    for earlier, later in _find_changes(evidence):
        if (later.amount or 0) > (earlier.amount or 0):
            yield _make_change(earlier, later)


def target_is_lowered(evidence: Evidence) -> Iterator[Clash]:
    """A goal stays what it was when it was first stated; a lower one was stated later."""
    for earlier, later in _find_changes(evidence):
        if (later.amount or 0) < (earlier.amount or 0):
            yield _make_change(earlier, later)


def target_is_redated(evidence: Evidence) -> Iterator[Clash]:
    """A goal keeps the deadline it was first stated with."""
    for statements in _find_goals(evidence).values():
        dated = [claim for claim in statements if claim.by]
        changes = [claim for before, claim in pairwise(dated) if claim.by != before.by]
        if changes:
            deadlines = list(dict.fromkeys(claim.by or "" for claim in dated))
            message = f"{_name(dated[0])}: by {', then by '.join(deadlines)}"
            facts = (dated[0].id, *(claim.id for claim in changes))
            yield Clash("notice", message, facts, _write_dates(dated[0], changes[-1]))


def target_is_stated_anew(evidence: Evidence) -> Iterator[Clash]:
    """A goal is stated once; one that is stated again in another year was not reached, or not forgotten."""
    for statements in _find_goals(evidence).values():
        years = {(claim.published or "")[:4] for claim in statements}
        if len(years) > 1:
            first, last = statements[0], statements[-1]
            voices = len({claim.voice for claim in statements})
            said = f"{len(statements)} times in {len(years)} years by {count_voices(voices)}"
            message = f"{_name(first)}: stated {said}"
            yield Clash("notice", message, (first.id, last.id), _write_dates(first, last), voices=voices)


def target_lapsed(evidence: Evidence) -> Iterator[Clash]:
    """A goal is reached by its deadline: by then some full year was at least what was aimed at."""
    for statements in _find_goals(evidence, is_dated=False).values():
        dated = [claim for claim in statements if claim.by]
        if not dated or not last_day(dated[-1].by or "") < evidence.as_of:
            continue
        newest = dated[-1]
        readings = _find_years(evidence, newest)
        evidence.note(*readings)
        goal = Exact(int(newest.amount or 0))
        if readings and all(side.strict.high is not None and side.strict.high < goal for side in readings):
            best = max(readings, key=lambda side: _order(side.strict.high))
            most = f"{name_claim(best.claims[0])} of {best.claims[0].period}"
            message = f"{_name(newest)} by {newest.by}: the most that is known until then is {most}"
            arithmetic = f"{write_interval(best.strict)} below {newest.amount:,}"
            yield Clash("notice", message, (newest.id, *(claim.id for claim in best.claims)), arithmetic)


def _find_goals(evidence: Evidence, *, is_dated: bool = True) -> dict[tuple[object, ...], list[Claim]]:
    """Return the statements of each goal, oldest first; only those on dated pages unless all are wanted."""
    goals: defaultdict[tuple[object, ...], list[Claim]] = defaultdict(list)
    targets = (claim for claim in evidence.claims if claim.kind == "target" and (claim.published or not is_dated))
    for claim in sorted(targets, key=lambda claim: claim.published or ""):
        goals[*_aim(claim), claim.amount].append(claim)
    return dict(goals)


def _find_changes(evidence: Evidence) -> Iterator[tuple[Claim, Claim]]:
    """Yield each goal of an aim when it was first stated, with the one that was new before it."""
    firsts: defaultdict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for statements in _find_goals(evidence).values():
        firsts[_aim(statements[0])].append(statements[0])
    for stated in firsts.values():
        ordered = sorted(stated, key=lambda claim: claim.published or "")
        yield from (change for change in pairwise(ordered) if change[0].published != change[1].published)


def _find_years(evidence: Evidence, target: Claim) -> list[Side]:
    """Return what is known of full years up to a deadline, by any statistics."""
    key = find_key(target)
    volumes = [cell for slot in evidence.volumes.values() for cell in slot]
    return [
        side
        for cell in volumes
        if (cell.key.flow, cell.key.one, cell.key.other, cell.key.currency)
        == (key.flow, key.one, key.other, key.currency)
        and cell.key.scope is None
        and is_bare_year(cell.key.period)
        and (cell.key.period or "") <= (target.by or "")[:4]
        for side in cell.figures
    ]


def _aim(claim: Claim) -> tuple[object, ...]:
    return claim.pair, claim.flow, claim.exporter, claim.currency


def _name(claim: Claim) -> str:
    direction = (
        f"{claim.exporter} → {claim.importer}"
        if claim.exporter
        else f"{claim.flow} {(claim.pair or '').replace('-', '–')}"
    )
    return f"target {direction} {name_claim(claim)}"


def _make_change(earlier: Claim, later: Claim) -> Clash:
    message = f"{_name(earlier)}, then {name_claim(later)}"
    return Clash("notice", message, (earlier.id, later.id), _write_dates(earlier, later))


def _write_dates(first: Claim, last: Claim) -> str:
    return f"stated {first.published} and {last.published}"


def _order(high: Exact | None) -> float:
    return float("inf") if high is None else high.top / high.bottom
