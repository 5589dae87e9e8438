"""How near a claim on record is to a draft's claim: whether it fits, and where it differs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from tradefacts.drafts.record import find_subject
from tradefacts.named_tuples import NamedTuple
from tradefacts.reckoning.comparison import Ranges, compare, read_ranges

if TYPE_CHECKING:
    from tradefacts.drafts.record import Pair
    from tradefacts.factbase import Claim

FINE = ("same", "consistent")
"""The comparisons of two figures that may be the same."""
FAR = 1.2
"""The largest ratio of a figure to a bound that it supports: $10 bn does not support "more than $1 bn"."""
_ROUNDED = 0.05
"""The largest relative error of a figure rounded to zeros: $500 m may be $497.6 m, but not $540 m."""
_PARTS = ("kind", "places", "flow", "period", "base period", "whole", "currency", "reporter", "scope")


class Nearest(NamedTuple):
    """The claim on record that is nearest to a draft's claim."""

    fact: Annotated[str, "its id"]
    printed: Annotated[str, "its figure, in the notation of tables"]
    flow: Annotated[str | None, "turnover, balance, or goods (see exporter and importer)"]
    exporter: Annotated[str | None, "place that sends the goods; null for turnover and balance"]
    importer: Annotated[str | None, "place that receives the goods; null for turnover and balance"]
    period: Annotated[str | None, "the months it covers"]
    reporter: Annotated[str | None, "whose statistics it is from, if the page says so"]
    fits: Annotated[bool, "whether it can be the same figure"]
    differs_in: Annotated[
        tuple[str, ...], "where it differs from the draft's claim: period, places, flow, …; empty if nowhere"
    ]


def find_nearest(claim: Claim, pair: Pair) -> Nearest | None:
    """Return the nearest claim on record: about the same quantity, or else with the same figure, or else in time.

    None if nothing comparable is on record about the two places.
    """
    alike = [peer for peer in pair.claims if peer.kind == claim.kind and is_closed(peer)]
    best = min(alike, key=lambda peer: rank(claim, peer), default=None)
    return None if best is None else describe_nearest(claim, best)


def describe_nearest(claim: Claim, peer: Claim) -> Nearest:
    """Return a claim on record as the one nearest to a draft's claim."""
    flow = "goods" if peer.exporter else peer.flow
    ends = (peer.exporter, peer.importer, peer.period, peer.reporter)
    differs_in = find_differences(claim, peer)
    return Nearest(peer.id, peer.shown or "", flow, *ends, _is_same_figure(claim, peer), differs_in)


def fits(claim: Claim, peer: Claim) -> bool:
    """Whether a claim on record supports a draft's figure.

    A bound on record supports only the same bound, because anything below or above it would be consistent. If one of
    the two was rounded to zeros, the other must round to it, and be near.
    """
    said, known = read_ranges(claim), read_ranges(peer)
    verdict = compare(said, known)
    if not is_closed(peer):
        return verdict == "same"
    if verdict in FINE:
        return is_closed(claim) or is_within(claim, peer, FAR)
    if verdict != "loosely consistent" or not is_within(claim, peer, 1 + _ROUNDED):
        return False
    return "loosely consistent" in (compare(said, _take_strictly(known)), compare(_take_strictly(said), known))


def is_closed(claim: Claim) -> bool:
    """Whether a figure has both bounds: "about $1 bn" has, "more than $1 bn" has not."""
    return claim.low is not None and claim.high is not None


def is_within(claim: Claim, peer: Claim, times: float) -> bool:
    """Whether the larger figure is at most `times` the smaller, whatever their bounds."""
    ours, theirs = abs(claim.amount or 0), abs(peer.amount or 0)
    return max(ours, theirs) <= times * min(ours, theirs)


def _is_same_figure(claim: Claim, peer: Claim) -> bool:
    """Whether figures of different things may be the same; a rougher one, such as $1 bn for $1.3 bn, is not."""
    return fits(claim, peer) and is_within(claim, peer, 1 + _ROUNDED)


def _take_strictly(ranges: Ranges[int | float]) -> Ranges[int | float]:
    return Ranges(ranges.strict, ranges.strict, ranges.strict)


def rank(claim: Claim, peer: Claim) -> tuple[object, ...]:
    """Return a sort key for the distance of a claim on record: first what it is about, then its amount."""
    same = find_subject(claim) == find_subject(peer)
    ours, theirs = abs(claim.amount or 0), abs(peer.amount or 0)
    ratio = max(ours, theirs) / min(ours, theirs) if min(ours, theirs) > 0 else float("inf")
    differing = len(find_differences(claim, peer))
    is_equal = _is_same_figure(claim, peer)
    newest = tuple(-ord(sign) for sign in peer.published or "") or (0,)
    return (not same, not is_equal, differing, _measure_time(claim, peer), ratio, newest)


def _measure_time(claim: Claim, peer: Claim) -> int:
    """Return the number of months between the ends of two periods."""
    if not claim.last or not peer.last:
        return 0
    (year, month), (peer_year, peer_month) = (map(int, last.split("-")) for last in (claim.last, peer.last))
    return abs(12 * (year - peer_year) + month - peer_month)


def find_differences(claim: Claim, peer: Claim) -> tuple[str, ...]:
    """Return the parts in which two claims differ, apart from their figures."""
    ours, theirs = find_subject(claim), find_subject(peer)
    found = {
        "kind": ours.kind != theirs.kind,
        "places": {ours.place, ours.partner} != {theirs.place, theirs.partner},
        "flow": (ours.flow, ours.place) != (theirs.flow, theirs.place),
        "period": ours.period != theirs.period,
        "base period": ours.base_period != theirs.base_period and ours.period == theirs.period,
        "whole": ours.whole != theirs.whole,
        "currency": ours.currency != theirs.currency,
        "reporter": bool(claim.reporter) and claim.reporter != peer.reporter,
        "scope": ours.scope != theirs.scope,
    }
    return tuple(part for part in _PARTS if found[part])
