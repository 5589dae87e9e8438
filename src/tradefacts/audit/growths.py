"""Rules 2xx: growth, against the figures it connects and against the growth of the parts."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from tradefacts.audit.clashes import make_clash, name_claim, name_key, name_side
from tradefacts.audit.evidence import Side, find_slot
from tradefacts.audit.verdicts import compare, find_mildest
from tradefacts.exact import Span, divide, find_factor
from tradefacts.figure.notation import format_exact
from tradefacts.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.audit.clashes import Clash
    from tradefacts.audit.evidence import Cell, Evidence
    from tradefacts.audit.verdicts import Conflict


def growth_contradicts_figures(evidence: Evidence) -> Iterator[Clash]:
    """A growth leads from a printed figure of the earlier period to one of the later, of one statistics."""
    for key, cell in evidence.cells.items():
        if key.kind != "growth" or not key.base_period or not key.period:
            continue
        if Period.parse(key.period).months != Period.parse(key.base_period).months:
            continue
        earlier = {base.key.currency: base for base in evidence.volumes[find_slot(key, period=key.base_period)]}
        for later in evidence.volumes[find_slot(key)]:
            base = earlier.get(later.key.currency)
            if base is not None and (conflict := _hold_against(evidence, cell, later, base)) is not None:
                yield _make_growth_clash(evidence, cell, later, conflict)


def growth_of_total_is_outside_its_parts(evidence: Evidence) -> Iterator[Clash]:
    """Turnover grows by no less than the slower of both directions and by no more than the faster."""
    for key, cell in evidence.cells.items():
        if key.kind != "growth" or key.flow != "turnover" or key.one == key.other:
            continue
        there = evidence.cells.get(key._replace(flow="goods"))
        back = evidence.cells.get(key._replace(flow="goods", one=key.other, other=key.one))
        if there is None or back is None:
            continue
        evidence.note(*cell.readings, *there.readings, *back.readings)
        combined = [_span_parts(one, other) for one, other in product(there.readings, back.readings)]
        conflict = find_mildest(
            compare(total, parts, is_percent=True) for total, parts in product(cell.readings, combined)
        )
        if conflict is not None:
            parts = f"{name_claim(there.claims[0])} and {name_claim(back.claims[0])} of its two directions"
            message = f"growth of {name_key(key)}: {name_side(conflict.one)}, outside {parts}"
            spans = [format_exact(side.strict, places=3) for side in (conflict.one, conflict.other)]
            yield make_clash(evidence, key, conflict, message, f"{spans[0]} and {spans[1]}")


def _hold_against(evidence: Evidence, growth: Cell, later: Cell, base: Cell) -> Conflict | None:
    """Return the mildest conflict between what growth and volume imply of the base and what is printed of it."""
    evidence.note(*growth.readings, *later.readings, *base.readings)
    implied = [_imply(volume, rate) for volume, rate in product(later.readings, growth.readings)]
    return find_mildest(compare(one, other) for one, other in product(implied, base.readings))


def _imply(volume: Side, growth: Side) -> Side:
    return Side(
        divide(volume.strict, find_factor(growth.strict)),
        divide(volume.loose, find_factor(growth.loose)),
        (*volume.claims, *growth.claims),
    )


def _make_growth_clash(evidence: Evidence, growth: Cell, later: Cell, conflict: Conflict) -> Clash:
    ids = {claim.id for claim in conflict.one.claims}
    rate = next(claim for claim in growth.claims if claim.id in ids)
    volume = next(claim for claim in later.claims if claim.id in ids)
    printed = name_side(conflict.other)
    unsaid = "" if rate.base_period else " (the page does not say against what)"
    message = (
        f"{name_key(later.key)}: {name_claim(volume)} and {name_claim(rate)}{unsaid} do not fit"
        f" {printed} of {growth.key.base_period}"
    )
    implied, base = format_exact(conflict.one.strict), format_exact(conflict.other.strict)
    arithmetic = f"{name_claim(volume)} / {_write_factor(rate.low, rate.high)} = {implied}, printed {base}"
    return make_clash(evidence, later.key, conflict, message, arithmetic)


def _write_factor(low: float | None, high: float | None) -> str:
    ends = ["…" if end is None else f"{1 + end / 100:.6g}" for end in (low, high)]
    return f"({ends[0]}–{ends[1]})"


def _span_parts(one: Side, other: Side) -> Side:
    """Return everything between the slower and the faster of two growths."""
    return Side(_hull(one.strict, other.strict), _hull(one.loose, other.loose), (*one.claims, *other.claims))


def _hull(one: Span, other: Span) -> Span:
    return Span(
        None if one.low is None or other.low is None else min(one.low, other.low),
        None if one.high is None or other.high is None else max(one.high, other.high),
    )
