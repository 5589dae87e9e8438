"""Issuers of figures. Figures of one issuer can contradict each other; those of several may be different statistics."""

from __future__ import annotations

from operator import add, mul
from typing import TYPE_CHECKING

from tradefacts.audit.causes import is_assumed
from tradefacts.audit.evidence import Side, make_side
from tradefacts.exact import HUNDRED, ONE, ZERO, Exact, divide, find_factor, scale
from tradefacts.interval import Interval
from tradefacts.named_tuples import NamedTuple
from tradefacts.reckoning.comparison import GRAVITY, Ranges, Verdict, combine, compare
from tradefacts.reckoning.matching import Shelf, find_closest, find_match, make_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tradefacts.audit.evidence import Cell, Evidence
    from tradefacts.factbase import Claim
    from tradefacts.reckoning.matching import Operation

    Sides = Sequence[Side]

Issuer = tuple[str, str]
"""A statistics office by its country, a page by its id, or the speakers and bodies of one country."""


def find_issuers(evidence: Evidence, claim: Claim) -> set[Issuer]:
    """Return the issuers of a claim, without its publisher."""
    issuers = {("page", claim.source)}
    if claim.reporter:
        issuers.add(("statistics", claim.reporter))
    issuers.update(("country", country) for country in evidence.find_countries(claim))
    return issuers


def find_common_issuers(evidence: Evidence, groups: Iterable[Sequence[Claim]]) -> list[Issuer]:
    """Return the issuers of at least one claim in every group, in a fixed order."""
    found = [{issuer for claim in claims for issuer in find_issuers(evidence, claim)} for claims in groups]
    return sorted(set.intersection(*found)) if found else []


def group_by_issuer(evidence: Evidence, claims: Iterable[Claim]) -> dict[Issuer, list[Claim]]:
    """Return claims by issuer."""
    grouped: dict[Issuer, list[Claim]] = {}
    for claim in claims:
        for issuer in sorted(find_issuers(evidence, claim)):
            grouped.setdefault(issuer, []).append(claim)
    return grouped


class Conflict(NamedTuple):
    """Two sides that cannot both be true as printed, or only if they touch or were rounded or truncated."""

    one: Side
    other: Side
    verdict: Verdict
    gap: float
    """The distance: 0.1 if the higher is a tenth above the lower, or ten percentage points."""
    printed: tuple[Side, ...]
    """The printed figures of the sides."""
    issuer: Issuer | None = None
    """The issuer of all figures; None if there may be several."""


class Check(NamedTuple):
    """What figures on several keys must meet."""

    fits: Callable[..., bool]
    """Whether it is certainly met by the ends of one figure for each key; arithmetic leaves room for rounding."""
    find: Callable[..., Conflict | None]
    """Return the mildest conflict between lists of figures, one for each key."""


def find_conflict(evidence: Evidence, check: Check, *cells: Cell) -> Conflict | None:
    """Return the conflict that a check finds between the figures of cells; if contradicted, of one issuer if possible.

    An issuer without assumptions comes before one with.
    """
    samples = [cell.sample for cell in cells]
    if None not in samples and check.fits(*samples):  # as mostly; one figure of each that fit together settle it
        return None
    figures = [cell.figures for cell in cells]
    conflict = check.find(*figures)
    if conflict is None or conflict.verdict != "contradicted":
        return conflict
    groups = [[claim for side in sides for claim in side.claims] for sides in figures]
    found: list[Conflict] = []
    for issuer in find_common_issuers(evidence, groups):
        restricted = check.find(*(restrict(evidence, sides, issuer) for sides in figures))
        if restricted is not None and restricted.verdict == "contradicted":
            found.append(restricted._replace(issuer=issuer))
    by_assumption = [(not rests_on_assumption(evidence, conflict), rank(conflict), conflict) for conflict in found]
    return max(by_assumption, key=lambda item: item[:2], default=(False, (0, 0.0), conflict))[2]


def restrict(evidence: Evidence, sides: Iterable[Side], issuer: Issuer) -> list[Side]:
    """Return the sides that have claims of an issuer, each with these claims only."""
    kept = ([claim for claim in side.claims if issuer in find_issuers(evidence, claim)] for side in sides)
    return [make_side(claims) for claims in kept if claims]


def rests_on_assumption(evidence: Evidence, conflict: Conflict) -> bool:
    """Whether a conflict depends on a figure whose period or base was inferred by the curator."""
    return is_assumed(evidence, conflict.one) or is_assumed(evidence, conflict.other)


def check_equal(ones: Sides, others: Sides, *, is_percent: bool = False) -> Conflict | None:
    """Return the mildest conflict between two lists of alternatives; None if any two of them are consistent."""
    if ones and others and ones[0].strict.overlaps(others[0].strict):  # mostly, and nothing else has to be tried
        return None
    found = find_closest([side.ranges for side in ones], [side.ranges for side in others])
    if found is None or found.verdict in _FINE:
        return None
    one, other = ones[found.one], others[found.other]
    return make_conflict(one, other, (one, other), is_percent=is_percent)


def check_at_most(parts: Sides, wholes: Sides) -> Conflict | None:
    """Return the mildest conflict between parts and wholes that they cannot exceed."""
    ceilings = [side._replace(ranges=combine(_reach_down, side.ranges)) for side in wholes]
    found = check_equal(parts, ceilings)
    if found is None:
        return None
    whole = next(side for side in wholes if side.claims == found.other.claims)
    return found._replace(other=whole, printed=(found.one, whole))


def check_sum(ones: Sides, others: Sides, wholes: Sides) -> Conflict | None:
    """Return the mildest conflict between sums of two figures and the printed whole; "less than" begins at zero."""
    floored = [side._replace(ranges=combine(_rise_to_zero, side.ranges)) for side in others]
    return _check_made(add, [combine(_rise_to_zero, side.ranges) for side in ones], ones, floored, wholes)


def check_growth(rates: Sides, earliers: Sides, laters: Sides) -> Conflict | None:
    """Return the mildest conflict between volumes, growth rates, and later volumes."""
    found = _check_made(mul, [combine(find_factor, side.ranges) for side in rates], rates, earliers, laters)
    if found is None:
        return None
    rate, earlier, later = found.printed
    return make_conflict(_imply(_find_earlier, later, rate), earlier, found.printed)


def check_share(shares: Sides, wholes: Sides, parts: Sides) -> Conflict | None:
    """Return the mildest conflict between shares of wholes and their printed parts."""
    found = _check_made(mul, [combine(_read_percent, side.ranges) for side in shares], shares, wholes, parts)
    if found is None:
        return None
    share, whole, part = found.printed
    return make_conflict(_imply(_find_share, part, whole), share, found.printed)


def check_between(totals: Sides, theres: Sides, backs: Sides) -> Conflict | None:
    """Return the mildest conflict between growth rates of a total and the range between those of its parts."""
    if not (totals and theres and backs):
        return None
    hull = (*theres, *backs)[0].ranges
    for side in (*theres, *backs):
        hull = combine(Interval.hull, hull, side.ranges)
    parts = Side(hull, (*theres[0].claims, *backs[0].claims))
    found = check_equal(totals, [parts], is_percent=True)
    return None if found is None else found._replace(printed=(found.one, theres[0], backs[0]))


def make_conflict(one: Side, other: Side, printed: tuple[Side, ...], *, is_percent: bool = False) -> Conflict:
    """Return two sides as a conflict, with their distance."""
    low, high = one.strict, other.strict
    if low.low is not None and high.high is not None and high.high < low.low:
        low, high = high, low
    gap = 0.0 if low.high is None or high.low is None else _measure(low.high, high.low, is_percent=is_percent)
    return Conflict(one, other, compare(one.ranges, other.ranges), gap, printed)


def rank(conflict: Conflict) -> tuple[int, float]:
    """Return the sort key of conflicts; the worst is the highest."""
    return GRAVITY.index(conflict.verdict), conflict.gap


_Ends = tuple[float, float]


def _certainly_overlap(one: _Ends, other: _Ends) -> bool:
    """Whether two ranges overlap, whatever rounding has added to the ends of a computed one."""
    return one[0] + abs(one[0]) * _ROUNDING < other[1] and other[0] + abs(other[0]) * _ROUNDING < one[1]


def _fits_sum(one: _Ends, other: _Ends, whole: _Ends) -> bool:
    return _certainly_overlap((one[0] + other[0], one[1] + other[1]), whole)


def _fits_growth(rate: _Ends, earlier: _Ends, later: _Ends) -> bool:
    return _certainly_overlap((max(0, 1 + rate[0] / 100) * earlier[0], (1 + rate[1] / 100) * earlier[1]), later)


def _fits_share(share: _Ends, whole: _Ends, part: _Ends) -> bool:
    return _certainly_overlap((share[0] / 100 * whole[0], share[1] / 100 * whole[1]), part)


def _fits_between(total: _Ends, there: _Ends, back: _Ends) -> bool:
    return _certainly_overlap((min(there[0], back[0]), max(there[1], back[1])), total)


SUM = Check(_fits_sum, check_sum)
"""Two figures add up to a whole."""
LIMIT = Check(lambda part, whole: part[0] < whole[1], check_at_most)
"""A part does not exceed its whole."""
GROWTH = Check(_fits_growth, check_growth)
"""A growth rate leads from one figure to the other."""
SHARE = Check(_fits_share, check_share)
"""A share of a whole is its part."""
BETWEEN = Check(_fits_between, check_between)
"""The growth of a total is between those of its two parts."""

_ROUNDING = 1e-9
"""Far more than any relative error of floating point."""
_FINE: tuple[Verdict, ...] = ("same", "consistent")


def _check_made(
    operation: Operation, factors: Sequence[Ranges[Exact]], ones: Sides, others: Sides, wholes: Sides
) -> Conflict | None:
    """Return the mildest conflict between the result of two figures and a third; if none fits, that of the first."""
    is_single = len(ones) == len(others) == len(wholes) == 1
    # Mostly there is nothing to search. An open lower end counts as zero there, and not here.
    if is_single and not (ones[0].strict.low is None or others[0].strict.low is None):
        found = _make_made(operation, factors[0], ones[0], others[0], wholes[0])
        return None if found.verdict in _FINE else found
    shelves = [Shelf([side.ranges for side in sides]) for sides in (others, wholes)]
    best: Conflict | None = None
    for one, factor in zip(ones, factors, strict=True):
        match = find_match(operation, factor, *shelves)
        if match is not None:
            if match.verdict in _FINE:
                return None
            found = _make_made(operation, factor, one, others[match.other], wholes[match.whole])
            best = found if best is None or rank(found) < rank(best) else best
    if best is not None or not (ones and others and wholes):
        return best
    made = [make_whole(operation, factors[0], side.ranges) for side in others]
    closest = find_closest(made, [side.ranges for side in wholes])
    return closest and _make_made(operation, factors[0], ones[0], others[closest.one], wholes[closest.other])


def _make_made(operation: Operation, factor: Ranges[Exact], one: Side, other: Side, whole: Side) -> Conflict:
    made = Side(make_whole(operation, factor, other.ranges), (*one.claims, *other.claims))
    return make_conflict(made, whole, (one, other, whole))


def _imply(operation: Callable[..., Interval[Exact]], one: Side, other: Side) -> Side:
    """Return what two printed figures imply for a third."""
    return Side(combine(operation, one.ranges, other.ranges), (*one.claims, *other.claims))


def _find_earlier(later: Interval[Exact], rate: Interval[Exact]) -> Interval[Exact]:
    return divide(later, find_factor(rate))


def _find_share(part: Interval[Exact], whole: Interval[Exact]) -> Interval[Exact]:
    return scale(divide(part, whole), HUNDRED)


def _rise_to_zero(interval: Interval[Exact]) -> Interval[Exact]:
    return interval._replace(low=ZERO) if interval.low is None else interval


def _reach_down(interval: Interval[Exact]) -> Interval[Exact]:
    return Interval(None, interval.high)


def _read_percent(percent: Interval[Exact]) -> Interval[Exact]:
    return scale(percent, ONE / HUNDRED)


def _measure(below: Exact, above: Exact, *, is_percent: bool) -> float:
    apart = above - below
    if not apart > ZERO:
        return 0.0
    if is_percent:
        return apart.top / apart.bottom / 100
    ratio = apart / below if below > ZERO else None
    return float("inf") if ratio is None else ratio.top / ratio.bottom
