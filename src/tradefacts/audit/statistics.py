"""Rules 4xx: differences between the statistics of two countries, which are not contradictions."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from tradefacts.audit.conflicts import check_equal
from tradefacts.audit.uncoded import UncodedFinding, describe_sides, name_key, name_side
from tradefacts.figure.notation import format_exact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.audit.conflicts import Conflict
    from tradefacts.audit.evidence import Cell, Evidence


def mirror_flows_differ(evidence: Evidence) -> Iterator[UncodedFinding]:
    """Goods have the same value and growth in the statistics of the exporter and of the importer."""
    for cell, mirror, conflict in _find_conflicts(evidence, "goods"):
        yield _make_uncoded(cell, mirror, conflict)


def turnover_differs_by_statistics(evidence: Evidence) -> Iterator[UncodedFinding]:
    """Turnover has the same value and growth in the statistics of both countries."""
    for cell, mirror, conflict in _find_conflicts(evidence, "turnover"):
        yield _make_uncoded(cell, mirror, conflict)


def _find_conflicts(evidence: Evidence, flow: str) -> Iterator[tuple[Cell, Cell, Conflict]]:
    """Yield cells of two statistics that contradict each other, unless rounding explains the difference."""
    for key, cells in evidence.by_statistics.items():
        if len(cells) == 1 or key.kind not in {"volume", "growth"} or key.flow != flow:
            continue
        for cell, mirror in combinations([cell for cell in cells if cell.key.reporter], 2):
            evidence.note(cell, mirror)
            conflict = check_equal(cell.figures, mirror.figures, is_percent=cell.key.kind == "growth")
            if conflict is not None and conflict.verdict == "contradicted":
                yield cell, mirror, conflict


def _make_uncoded(one: Cell, other: Cell, conflict: Conflict) -> UncodedFinding:
    is_percent = one.key.kind == "growth"
    sides = conflict.printed
    said = [f"{name_side(side)} by {cell.key.reporter}" for side, cell in zip(sides, (one, other), strict=True)]
    places = 3 if is_percent else 0
    ranges = [format_exact(side.strict, places=places) for side in sides]
    apart = f"{conflict.gap * 100:.1f} points" if is_percent else f"{conflict.gap:.1%}"
    base = f" against {one.key.base_period}" if one.key.base_period else ""
    return UncodedFinding(
        "asymmetry",
        f"{name_key(one.key._replace(reporter=None))}{base}: {said[0]}, {said[1]}",
        tuple(claim.id for side in sides for claim in side.claims),
        f"{ranges[0]} and {ranges[1]}: {apart} apart",
        "whose statistics",
        conflict.gap,
        min(side.voices for side in sides),
        describe_sides(sides),
    )
