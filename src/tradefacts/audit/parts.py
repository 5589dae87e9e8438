"""Rules 3xx: parts and wholes: two directions and turnover, months and a year, a share and its whole."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from tradefacts.audit.clashes import make_clash, name_claim, name_key, name_side
from tradefacts.audit.evidence import Side, find_slot
from tradefacts.audit.verdicts import compare, compare_at_most, find_mildest, rank
from tradefacts.exact import HUNDRED, add, divide, scale
from tradefacts.figure.notation import format_exact
from tradefacts.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.audit.clashes import Clash
    from tradefacts.audit.evidence import Cell, Evidence
    from tradefacts.audit.verdicts import Conflict
    from tradefacts.factbase import Claim
    from tradefacts.reckoning.keys import Key


def turnover_is_not_the_sum(evidence: Evidence) -> Iterator[Clash]:
    """Exports and imports of one statistics make its turnover."""
    for key, cell in evidence.cells.items():
        there, back = _find_directions(evidence, key)
        if there is None or back is None:
            continue
        evidence.note(*cell.readings, *there.readings, *back.readings)
        sums = [_add(one, other) for one, other in product(there.readings, back.readings)]
        conflict = find_mildest(compare(one, total) for one, total in product(sums, cell.readings))
        if conflict is not None:
            parts = f"{name_claim(conflict.one.claims[0])} and {name_claim(_pick(back, conflict.one))}"
            total = name_side(conflict.other)
            message = f"{name_key(key)}: both directions, {parts}, do not make the turnover, {total}"
            spans = [format_exact(side.strict) for side in (conflict.one, conflict.other)]
            yield make_clash(evidence, key, conflict, message, f"{parts} = {spans[0]}, printed {spans[1]}")


def direction_exceeds_turnover(evidence: Evidence) -> Iterator[Clash]:
    """Exports or imports alone are no more than the turnover of the same statistics."""
    for key, cell in evidence.cells.items():
        there, back = _find_directions(evidence, key)
        # Where both are known, their sum is held against the turnover.
        part = there or back if there is None or back is None else None
        if part is None:
            continue
        evidence.note(*cell.readings, *part.readings)
        conflict = find_mildest(compare_at_most(one, total) for one, total in product(part.readings, cell.readings))
        if conflict is not None:
            message = f"{name_key(part.key)}: {_write_excess(conflict)} of the turnover"
            yield make_clash(evidence, key, conflict, message, _format_both(conflict))


def shorter_period_exceeds_longer(evidence: Evidence) -> Iterator[Clash]:
    """What is traded in some months is no more than what is traded in more months that hold them."""
    for cells in evidence.by_series.values():
        worst: dict[tuple[str | None, str], tuple[Conflict, Cell, Cell]] = {}
        volumes = [(cell, Period.parse(cell.key.period or "")) for cell in cells if cell.key.kind == "volume"]
        for (part, months), (whole, more) in product(volumes, volumes):
            if months == more or part.key.reporter != whole.key.reporter or not more.contains(months):
                continue
            evidence.note(*part.readings, *whole.readings)
            found = find_mildest(compare_at_most(one, other) for one, other in product(part.readings, whole.readings))
            year = part.key.reporter, (whole.key.period or "")[:4]
            if found is not None and (year not in worst or rank(found) > rank(worst[year][0])):
                worst[year] = found, part, whole
        for conflict, part, whole in worst.values():
            message = f"{name_key(part.key)}: {_write_excess(conflict)} of {whole.key.period}"
            yield make_clash(evidence, part.key, conflict, message, _format_both(conflict))


def share_contradicts_figures(evidence: Evidence) -> Iterator[Clash]:
    """A share is what its part makes of its whole, where both are printed in one statistics."""
    for key, cell in evidence.cells.items():
        if key.kind != "share" or (whole_key := _find_whole(cell)) is None:
            continue
        parts = {part.key.currency: part for part in evidence.volumes[find_slot(key)]}
        for whole in evidence.volumes[find_slot(whole_key)]:
            part = parts.get(whole.key.currency)
            if part is None:
                continue
            evidence.note(*cell.readings, *part.readings, *whole.readings)
            ratios = [_divide(one, other) for one, other in product(part.readings, whole.readings)]
            conflict = find_mildest(compare(ratio, said) for ratio, said in product(ratios, cell.readings))
            if conflict is not None:
                said = name_side(conflict.other)
                figures = f"{name_claim(conflict.one.claims[0])} of {name_claim(_pick(whole, conflict.one))}"
                message = f"share of {name_key(key)} in {key.whole}: {said}, but {figures}"
                spans = [format_exact(side.strict, places=3) for side in (conflict.one, conflict.other)]
                yield make_clash(evidence, key, conflict, message, f"{figures} = {spans[0]}, printed {spans[1]}")


def _find_directions(evidence: Evidence, key: Key) -> tuple[Cell | None, Cell | None]:
    """Return both directions of a turnover; none for anything else, or for trade inside a group."""
    if key.kind != "volume" or key.flow != "turnover" or key.one == key.other:
        return None, None
    there = key._replace(flow="goods")
    return evidence.cells.get(there), evidence.cells.get(there._replace(one=key.other, other=key.one))


def _find_whole(cell: Cell) -> Key | None:
    """Return the key of the whole that a share is of, where the base says whose trade that is."""
    claim, key = cell.claims[0], cell.key
    country, partner = claim.whole_country, claim.whole_partner
    if country is None or partner is None or claim.flow == "balance":
        return None
    one, other = (country, partner) if claim.flow != "imports" else (partner, country)
    if claim.flow == "turnover":
        one, other = sorted((country, partner))
    return key._replace(one=one, other=other)


def _add(one: Side, other: Side) -> Side:
    return Side(add(one.strict, other.strict), add(one.loose, other.loose), (*one.claims, *other.claims))


def _divide(part: Side, whole: Side) -> Side:
    strict, loose = divide(part.strict, whole.strict), divide(part.loose, whole.loose)
    return Side(scale(strict, HUNDRED), scale(loose, HUNDRED), (*part.claims, *whole.claims))


def _pick(cell: Cell, side: Side) -> Claim:
    """Return the first claim of a side that belongs to a cell."""
    ids = {claim.id for claim in cell.claims}
    return next(claim for claim in side.claims if claim.id in ids)


def _write_excess(conflict: Conflict) -> str:
    return f"{name_side(conflict.one)}, more than the {name_side(conflict.other)}"


def _format_both(conflict: Conflict) -> str:
    return f"{format_exact(conflict.one.strict)} above {format_exact(conflict.other.strict)}"
