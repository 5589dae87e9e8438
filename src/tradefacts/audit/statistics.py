"""Rules 4xx: what two countries count differently; no contradiction, for each has its own way of counting."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING

from tradefacts.audit.clashes import Clash, name_key, name_side
from tradefacts.audit.verdicts import compare, find_mildest
from tradefacts.figure.notation import format_exact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.audit.evidence import Cell, Evidence
    from tradefacts.audit.verdicts import Conflict


def mirror_flows_differ(evidence: Evidence) -> Iterator[Clash]:
    """The same goods, counted by the country that sends and by the one that receives, have one value."""
    for one, other, conflict in _find_conflicts(evidence, "goods"):
        yield _make_clash(one, other, conflict)


def turnover_differs_by_statistics(evidence: Evidence) -> Iterator[Clash]:
    """The same turnover, counted by either country, has one value."""
    for one, other, conflict in _find_conflicts(evidence, "turnover"):
        yield _make_clash(one, other, conflict)


def _find_conflicts(evidence: Evidence, flow: str) -> Iterator[tuple[Cell, Cell, Conflict]]:
    for cells in evidence.by_series.values():
        counted = [cell for cell in cells if cell.key.reporter and cell.key.kind == "volume" and cell.key.flow == flow]
        for one, other in combinations(counted, 2):
            if one.key.period != other.key.period:
                continue
            evidence.note(*one.readings, *other.readings)
            conflict = find_mildest(compare(left, right) for left, right in product(one.readings, other.readings))
            if conflict is not None:
                yield one, other, conflict


def _make_clash(one: Cell, other: Cell, conflict: Conflict) -> Clash:
    left, right = conflict.one, conflict.other
    said = [f"{name_side(side)} by {cell.key.reporter}" for side, cell in ((left, one), (right, other))]
    ids = tuple(claim.id for claim in (*left.claims, *right.claims))
    message = f"{name_key(one.key._replace(reporter=None))}: {said[0]}, {said[1]}"
    arithmetic = f"{format_exact(left.strict)} and {format_exact(right.strict)}: {conflict.gap:.1%} apart"
    voices = min(left.voices, right.voices)
    return Clash("asymmetry", message, ids, arithmetic, "whose statistics", conflict.gap, voices)
