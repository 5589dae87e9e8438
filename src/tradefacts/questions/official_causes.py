"""Likely causes of a difference between a printed and an official figure, from a closed list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tradefacts.exact import Exact, add, scale, subtract
from tradefacts.reckoning.comparison import read_exact_ranges

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.factbase import Claim
    from tradefacts.interval import Interval
    from tradefacts.official import Amount, OfficialSeries
    from tradefacts.reckoning.comparison import Verdict

Cause = Literal["rounding", "scale slip", "re-exports", "revision", "freight and insurance", "whose statistics"]
"""Why a press figure may differ from an official one, in the order in which the causes are tried."""

_ROUNDED = ("loosely consistent", "near")
_SCALES = (Exact(1_000), Exact(1_000_000), Exact(1_000_000_000))
_MOST_FREIGHT = 0.2
"""The most that freight and insurance add to a value, as a fraction of it."""
_MOST_REVISED = {"volume": 0.1, "growth": 0.05}
"""The most that an office revises: volumes by a few percent, growth by a few percentage points."""
_LITTLE = 0.02
"""Up to this gap, an unattributed figure was more likely revised than counted by another office."""


def find_cause(verdict: Verdict, claim: Claim, amount: Amount, series: OfficialSeries) -> Cause | None:
    """Return the first cause that fits; None if an office's own figure differs by more than a revision."""
    return next((cause for holds, cause in _weigh(verdict, claim, amount, series) if holds), None)


def find_ratio(claim: Claim, amount: Amount) -> float:
    """Return a claim's figure divided by an official one; 0 if the latter is zero."""
    return float(claim.amount or 0) / amount.middle if amount.middle > 0 else 0.0


def find_points(claim: Claim, amount: Amount) -> float:
    """Return a claim's growth minus the official one, in percentage points."""
    return round(float(claim.amount or 0) - amount.middle, 2)


def find_gap(claim: Claim, amount: Amount) -> float:
    """Return the gap between a claim and an official figure: 0.1 is 10 percent, or ten points of growth."""
    return abs(find_points(claim, amount) / 100 if claim.kind == "growth" else find_ratio(claim, amount) - 1)


def _weigh(verdict: Verdict, claim: Claim, amount: Amount, series: OfficialSeries) -> Iterator[tuple[bool, Cause]]:
    yield verdict in _ROUNDED, "rounding"
    is_own, is_volume = claim.reporter == amount.measure.reporter, claim.kind == "volume"
    if is_volume:
        printed = read_exact_ranges(claim).strict
        yield _is_scale_slip(printed, amount.value), "scale slip"
        yield any(printed.meets(value) for value in _shift_by_re_exports(amount, series)), "re-exports"
    near = _MOST_REVISED[claim.kind] if is_own else _LITTLE if claim.reporter is None else 0
    yield find_gap(claim, amount) <= near, "revision"
    if is_volume and amount.measure.flow == "goods":
        # Importers' statistics include freight and insurance; exporters' do not.
        ratio = find_ratio(claim, amount)
        more = 1 / ratio if amount.has_freight and ratio else ratio
        yield not is_own and 1 < more <= 1 + _MOST_FREIGHT, "freight and insurance"
    yield not is_own, "whose statistics"


def _is_scale_slip(figure: Interval[Exact], official: Interval[Exact]) -> bool:
    if not figure.is_closed:
        return False
    pairs = ((figure, official), (official, figure))
    return any(scale(small, factor).meets(large) for small, large in pairs for factor in _SCALES)


def _shift_by_re_exports(amount: Amount, series: OfficialSeries) -> Iterator[Interval[Exact]]:
    """Yield an official figure with separately listed re-exports or re-imports added, and with them subtracted."""
    measure = amount.measure
    ways = [
        (measure.place, measure.partner),
        *([(measure.partner, measure.place)] if measure.flow == "turnover" else []),
    ]
    for flow in ("re-exports", "re-imports"):
        for exporter, importer in ways:
            again = series.find(measure._replace(flow=flow, place=exporter, partner=importer), amount.period)
            if again is not None:
                yield from (add(amount.value, again.value), subtract(amount.value, again.value))
