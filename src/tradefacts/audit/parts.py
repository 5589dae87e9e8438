"""Rules 3xx: parts and wholes: two directions and turnover, months and a year, a share and its whole."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING

from tradefacts.audit.conflicts import LIMIT, SHARE, SUM, find_conflict, rank
from tradefacts.audit.evidence import find_series, find_slot
from tradefacts.audit.uncoded import make_uncoded, name_key, name_side
from tradefacts.figure.notation import format_exact
from tradefacts.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tradefacts.audit.conflicts import Conflict
    from tradefacts.audit.evidence import Cell, Evidence
    from tradefacts.audit.uncoded import UncodedFinding
    from tradefacts.reckoning.keys import Key


def turnover_is_not_the_sum(evidence: Evidence) -> Iterator[UncodedFinding]:
    """Exports and imports add up to turnover in the same statistics."""
    for cell, there, back in evidence.turnovers:
        if cell.key.kind != "volume" or there is None or back is None:
            continue
        evidence.note(cell, there, back)
        conflict = find_conflict(evidence, SUM, there, back, cell)
        if conflict is not None:
            *ways, total = (name_side(side) for side in conflict.printed)
            parts = " and ".join(ways)
            message = f"{name_key(cell.key)}: both directions, {parts}, do not make the turnover, {total}"
            ranges = [format_exact(side.strict) for side in (conflict.one, conflict.other)]
            yield make_uncoded(evidence, cell.key, conflict, message, f"{parts} = {ranges[0]}, printed {ranges[1]}")


def direction_exceeds_turnover(evidence: Evidence) -> Iterator[UncodedFinding]:
    """Exports or imports are no more than turnover in the same statistics."""
    for cell, there, back in evidence.turnovers:
        # If both are known, their sum is compared with the turnover instead.
        part = there or back if there is None or back is None else None
        if cell.key.kind != "volume" or part is None:
            continue
        evidence.note(cell, part)
        conflict = find_conflict(evidence, LIMIT, part, cell)
        if conflict is not None:
            message = f"{name_key(part.key)}: {_write_excess(conflict)} of the turnover"
            yield make_uncoded(evidence, cell.key, conflict, message, _write_intervals(conflict))


def shorter_period_exceeds_longer(evidence: Evidence) -> Iterator[UncodedFinding]:
    """Trade in some months is no more than trade in a longer period that contains them."""
    for cells in _group_by_statistics(evidence):
        worst: dict[str, tuple[Conflict, Cell, Cell]] = {}
        for part, whole in _find_nested(cells):
            evidence.note(part, whole)
            found = find_conflict(evidence, LIMIT, part, whole)
            year = (whole.key.period or "")[:4]
            if found is not None and (year not in worst or _rank(found) > _rank(worst[year][0])):
                worst[year] = found, part, whole
        for conflict, part, whole in worst.values():
            message = f"{name_key(part.key)}: {_write_excess(conflict)} of {whole.key.period}"
            yield make_uncoded(evidence, part.key, conflict, message, _write_intervals(conflict))


def share_contradicts_figures(evidence: Evidence) -> Iterator[UncodedFinding]:
    """A share equals its part divided by its whole, if both are printed in the same statistics."""
    for key, cell in evidence.cells.items():
        if key.kind != "share" or (whole_key := _find_whole(cell)) is None:
            continue
        parts = evidence.volumes.get(find_slot(key), ())
        wholes = evidence.volumes.get(find_slot(whole_key), ()) if parts else ()
        for whole, part in product(wholes, parts):
            if whole.key.currency != part.key.currency:
                continue
            evidence.note(cell, part, whole)
            conflict = find_conflict(evidence, SHARE, cell, whole, part)
            if conflict is not None:
                said, total, piece = conflict.printed
                figures = f"{name_side(piece)} of {name_side(total)}"
                message = f"{name_key(key)} in {key.whole}: {name_side(said)}, but {figures}"
                ranges = [format_exact(side.strict, places=3) for side in (conflict.one, conflict.other)]
                yield make_uncoded(evidence, key, conflict, message, f"{figures} = {ranges[0]}, printed {ranges[1]}")


def _find_whole(cell: Cell) -> Key | None:
    """Return the key of the whole of a share, if the base has its places."""
    claim, key = cell.claims[0], cell.key
    country, partner = claim.whole_country, claim.whole_partner
    if country is None or partner is None or claim.flow == "balance":
        return None
    one, other = (country, partner) if claim.flow != "imports" else (partner, country)
    if claim.flow == "turnover":
        one, other = sorted((country, partner))
    return key._replace(place=one, partner=other)


def _group_by_statistics(evidence: Evidence) -> list[list[Cell]]:
    """Return the volumes of each flow, scope, currency and statistics, over all periods."""
    grouped: defaultdict[tuple[object, ...], list[Cell]] = defaultdict(list)
    for cells in evidence.volumes.values():
        for cell in cells:
            grouped[find_series(cell.key), cell.key.reporter].append(cell)
    return [cells for cells in grouped.values() if len(cells) > 1]


def _find_nested(cells: Sequence[Cell]) -> Iterator[tuple[Cell, Cell]]:
    """Yield each shorter period with each longer one that contains it."""
    periods = sorted((Period.parse(cell.key.period or ""), place) for place, cell in enumerate(cells))
    starts = [period.first for period, _ in periods]
    for whole, place in periods:
        inside = periods[bisect_left(starts, whole.first) : bisect_left(starts, whole.last + 1)]
        yield from (
            (cells[part], cells[place]) for period, part in inside if period != whole and whole.contains(period)
        )


def _rank(conflict: Conflict) -> tuple[bool, tuple[int, float]]:
    return conflict.issuer is not None, rank(conflict)


def _write_excess(conflict: Conflict) -> str:
    return f"{name_side(conflict.one)}, more than the {name_side(conflict.other)}"


def _write_intervals(conflict: Conflict) -> str:
    return f"{format_exact(conflict.one.strict)} above {format_exact(conflict.other.strict)}"
