"""Rules 2xx: growth compared with the figures it connects, and with the growth of the parts."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from tradefacts.audit.conflicts import BETWEEN, GROWTH, find_conflict
from tradefacts.audit.evidence import find_slot
from tradefacts.audit.uncoded import make_uncoded, name_claim, name_key, name_side
from tradefacts.figure.notation import format_exact
from tradefacts.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.audit.conflicts import Conflict
    from tradefacts.audit.evidence import Cell, Evidence
    from tradefacts.audit.uncoded import UncodedFinding


def growth_contradicts_figures(evidence: Evidence) -> Iterator[UncodedFinding]:
    """A growth rate fits printed figures for both of its periods in the same statistics."""
    for key, cell in evidence.cells.items():
        if key.kind != "growth" or not key.base_period or not key.period:
            continue
        if Period.parse(key.period).months != Period.parse(key.base_period).months:
            continue
        laters = evidence.volumes.get(find_slot(key), ())
        earliers = evidence.volumes.get(find_slot(key, period=key.base_period), ()) if laters else ()
        for later, base in product(laters, earliers):
            if later.key.currency != base.key.currency:
                continue
            evidence.note(cell, later, base)
            conflict = find_conflict(evidence, GROWTH, cell, base, later)
            if conflict is not None:
                yield _make_growth(evidence, cell, later, conflict)


def growth_of_total_is_outside_its_parts(evidence: Evidence) -> Iterator[UncodedFinding]:
    """The growth of turnover is between the growth rates of its two directions."""
    for cell, there, back in evidence.turnovers:
        if cell.key.kind != "growth" or there is None or back is None:
            continue
        evidence.note(cell, there, back)
        conflict = find_conflict(evidence, BETWEEN, cell, there, back)
        if conflict is not None:
            total, *parts = (name_side(side) for side in conflict.printed)
            message = f"{name_key(cell.key)}: {total}, outside {parts[0]} and {parts[1]} of its two directions"
            ranges = [format_exact(side.strict, places=3) for side in (conflict.one, conflict.other)]
            yield make_uncoded(evidence, cell.key, conflict, message, f"{ranges[0]} and {ranges[1]}")


def _make_growth(evidence: Evidence, growth: Cell, later: Cell, conflict: Conflict) -> UncodedFinding:
    rate, base, volume = conflict.printed
    printed = rate.claims[0]
    unsaid = "" if printed.base_period else " (the page does not say against what)"
    message = (
        f"{name_key(later.key)}: {name_side(volume)} and {name_claim(printed)}{unsaid} do not fit"
        f" {name_side(base)} of {growth.key.base_period}"
    )
    implied = format_exact(conflict.one.strict)
    factor = _write_factor(printed.low, printed.high)
    arithmetic = f"{name_side(volume)} / {factor} = {implied}, printed {format_exact(base.strict)}"
    return make_uncoded(evidence, later.key, conflict, message, arithmetic)


def _write_factor(low: float | None, high: float | None) -> str:
    ends = ["…" if end is None else f"{1 + end / 100:.6g}" for end in (low, high)]
    return f"({ends[0]}–{ends[1]})"
