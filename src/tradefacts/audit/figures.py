"""Rules 1xx: one thing, said differently."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from tradefacts.audit.clashes import count_voices, make_clash, name_claim, name_key, name_side
from tradefacts.audit.evidence import make_side
from tradefacts.audit.verdicts import compare, find_gravest, rank
from tradefacts.figure.notation import format_exact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.audit.clashes import Clash
    from tradefacts.audit.evidence import Cell, Evidence, Side
    from tradefacts.audit.verdicts import Conflict
    from tradefacts.factbase import Claim


def readings_disagree(evidence: Evidence) -> Iterator[Clash]:
    """What pages say of one figure, of one statistics, can all be true together."""
    for cell in evidence.cells.values():
        if len(cell.claims) > 1:
            evidence.note(make_side(cell.claims))
        if (conflict := _find_worst(cell)) is not None:
            kind = "" if cell.key.kind == "volume" else f"{cell.key.kind} of "
            said = " and ".join(_write_first(side) for side in (conflict.one, conflict.other))
            places = 0 if cell.key.kind == "volume" else 3
            ranges = [format_exact(side.strict, places=places) for side in (conflict.one, conflict.other)]
            base = f" against {cell.key.base_period}" if cell.key.base_period else ""
            share = f", share of {cell.key.whole}" if cell.key.whole else ""
            message = f"{kind}{name_key(cell.key)}{base}{share}: {said} are not both true"
            yield make_clash(evidence, cell.key, conflict, message, f"{ranges[0]} and {ranges[1]}")


def unattributed_fits_no_statistics(evidence: Evidence) -> Iterator[Clash]:
    """A figure of unsaid statistics agrees with those of one country or of the other, where pages give them."""
    for key, cell in evidence.cells.items():
        others = evidence.find_other_statistics(key) if key.reporter is None and key.kind == "volume" else []
        if not others:
            continue
        known = [reading for other in others for reading in other.readings]
        evidence.note(make_side(cell.claims), *known)
        found = [conflict for claim in cell.claims if (conflict := _fits_none(make_side([claim]), known)) is not None]
        if found:
            conflict = max(found, key=rank)
            counted = {other.key.reporter for other in others}
            message = (
                f"{name_key(key)}: {_write_side(conflict.one)}, whose statistics unsaid;"
                f" {_write_side(conflict.other)} by {' and '.join(sorted(filter(None, counted)))}"
            )
            arithmetic = f"{format_exact(conflict.one.strict)} and {format_exact(conflict.other.strict)}"
            clash = make_clash(evidence, key, conflict, message, arithmetic)
            is_both = {key.one, key.other} <= counted
            cause = clash.cause if conflict.is_loose else "whose statistics"
            yield clash._replace(severity="possible" if is_both else "asymmetry", cause=cause)


def _find_worst(cell: Cell) -> Conflict | None:
    """Return the gravest conflict between two claims, with all that stand on either side of it."""
    is_percent = cell.key.kind == "growth"
    sides = [make_side([claim]) for reading in cell.readings for claim in reading.claims]
    worst = find_gravest(compare(one, other, is_percent=is_percent) for one, other in combinations(sides, 2))
    if worst is None:
        return None
    left, right = worst.one, worst.other
    for_left = [claim for claim in cell.claims if _stands_by(claim, left, right)]
    for_right = [claim for claim in cell.claims if _stands_by(claim, right, left)]
    return worst._replace(
        one=left._replace(claims=(*left.claims, *(one for one in for_left if one not in left.claims))),
        other=right._replace(claims=(*right.claims, *(one for one in for_right if one not in right.claims))),
    )


def _stands_by(claim: Claim, own: Side, other: Side) -> bool:
    side = make_side([claim])
    return compare(side, own) is None and compare(side, other) is not None


def _fits_none(side: Side, known: list[Side]) -> Conflict | None:
    """Return the mildest conflict of a claim with known readings; None where it agrees with any."""
    conflicts = [compare(side, reading) for reading in known]
    grave = [conflict for conflict in conflicts if conflict is not None and conflict.severity == "contradiction"]
    return min(grave, key=rank) if len(grave) == len(known) else None


def _write_first(side: Side) -> str:
    """Write the claim that conflicts the most, which stands first, and how many voices stand by it."""
    return f"{name_claim(side.claims[0])}{_write_voices(side)}"


def _write_side(side: Side) -> str:
    return f"{name_side(side)}{_write_voices(side)}"


def _write_voices(side: Side) -> str:
    return f" ({count_voices(side.voices)})" if side.voices > 1 else ""
