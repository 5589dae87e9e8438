"""Rules 1xx: different figures for one quantity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.audit.conflicts import check_equal, group_by_issuer, make_conflict, rank, rests_on_assumption
from tradefacts.audit.evidence import make_side
from tradefacts.audit.uncoded import (
    UncodedFinding,
    describe_sides,
    list_some,
    make_uncoded,
    name_key,
    name_side,
    name_with_voices,
)
from tradefacts.figure.notation import format_exact
from tradefacts.interval import Interval
from tradefacts.reckoning.comparison import compare_all, find_extremes, read_ranges, share_range

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tradefacts.audit.conflicts import Conflict
    from tradefacts.audit.evidence import Cell, Evidence, Side
    from tradefacts.reckoning.comparison import Verdict
    from tradefacts.reckoning.keys import Key

_FAILING: dict[Verdict, int] = {"touching": 0, "loosely consistent": 0, "near": 1, "contradicted": 2}
"""The widest form in which two figures with a verdict disagree."""
_ENDINGS: dict[Verdict, str] = {
    "touching": "meet in one point",
    "loosely consistent": "are {} true only if they were rounded",
    "near": "are {} true only if digits were truncated",
    "contradicted": "are not {} true",
}


def readings_disagree(evidence: Evidence) -> Iterator[UncodedFinding]:
    """All figures for one quantity in the same statistics can be true together."""
    for key, cell in evidence.cells.items():
        if len(cell.claims) == 1:
            continue
        evidence.note(cell)
        if share_range(cell.claims):  # as on most keys
            continue
        conflict = _find_gravest(cell.printed, key)
        if conflict is None:
            continue
        told = _tell(key, conflict)
        if conflict.verdict == "contradicted":
            by_issuer = _find_by_issuer(evidence, cell)
            conflict = by_issuer._replace(printed=conflict.printed) if by_issuer else conflict
        yield make_uncoded(evidence, key, conflict, *told)


def unattributed_fits_no_statistics(evidence: Evidence) -> Iterator[UncodedFinding]:
    """A figure without named statistics agrees with those of one country or the other, if pages give them."""
    for key, cell in evidence.cells.items():
        others = evidence.find_other_statistics(key) if key.reporter is None and key.kind == "volume" else []
        if not others:
            continue
        evidence.note(cell, *others)
        known = [side for cell in others for side in cell.figures]
        found = [conflict for side in cell.printed if (conflict := check_equal([side], known)) is not None]
        found = [conflict for conflict in found if conflict.verdict == "contradicted"]
        if found:
            yield _make_unattributed(key, [conflict.one for conflict in found], others, max(found, key=rank).gap)


def _find_gravest(printed: Sequence[Side], key: Key) -> Conflict | None:
    """Return the worst conflict between figures of one key, with all figures that have an equally bad one."""
    ranges = [read_ranges(side.claims[0]) for side in printed]
    verdict = compare_all(ranges)
    if verdict not in _FAILING:
        return None
    intervals = [forms[_FAILING[verdict]] for forms in ranges]
    lower, upper = find_extremes(intervals)
    # Figures that touch one of the ends are named only if there is nothing worse.
    shares = Interval.overlaps if verdict == "touching" else Interval.meets
    named = [
        side
        for side, interval in zip(printed, intervals, strict=True)
        if not (shares(interval, intervals[lower]) and shares(interval, intervals[upper]))
    ]
    first, second = sorted((lower, upper))
    return make_conflict(printed[first], printed[second], tuple(named), is_percent=key.kind == "growth")


def _find_by_issuer(evidence: Evidence, cell: Cell) -> Conflict | None:
    """Return the worst contradiction between figures of one issuer, preferably without assumptions."""
    found: list[Conflict] = []
    for issuer, claims in group_by_issuer(evidence, cell.claims).items():
        sides = [make_side([claim]) for claim in claims] if len(claims) > 1 else []
        conflict = _find_gravest(sides, cell.key)
        if conflict is not None and conflict.verdict == "contradicted":
            found.append(conflict._replace(issuer=issuer))
    return max(found, key=lambda conflict: (not rests_on_assumption(evidence, conflict), rank(conflict)), default=None)


def _tell(key: Key, conflict: Conflict) -> tuple[str, str]:
    """Return the message and the arithmetic of figures that disagree."""
    base = f" against {key.base_period}" if key.base_period else ""
    share = f", share of {key.whole}" if key.whole else ""
    printed = conflict.printed
    said = list_some([name_with_voices(side) for side in printed])
    both = "both" if len(printed) == 2 else "all"  # noqa: PLR2004 - "both" and "all"
    places = 0 if key.kind == "volume" else 3
    arithmetic = list_some([format_exact(side.strict, places=places) for side in printed])
    return f"{name_key(key)}{base}{share}: {said} {_ENDINGS[conflict.verdict].format(both)}", arithmetic


def _make_unattributed(key: Key, found: Sequence[Side], others: Sequence[Cell], gap: float) -> UncodedFinding:
    known = [cell.printed[0] for cell in others]
    counted = [f"{name_side(side)} by {cell.key.reporter}" for side, cell in zip(known, others, strict=True)]
    said = list_some([name_with_voices(side) for side in found])
    message = f"{name_key(key)}: {said}, statistics not named; {list_some(counted)}"
    ranges = [list_some([format_exact(side.strict) for side in sides]) for sides in (found, known)]
    is_both = {key.place, key.partner} <= {cell.key.reporter for cell in others}
    return UncodedFinding(
        "possible" if is_both else "asymmetry",
        message,
        tuple(claim.id for side in (*found, *known) for claim in side.claims),
        f"{ranges[0]} against {ranges[1]}",
        "whose statistics",
        gap,
        min(side.voices for side in (*found, *known)),
        describe_sides((*found, *known)),
    )
