"""Compare a draft's claim with what is on record about its two places.

False alarms are worse than misses: a claim is contradicted only if its reporter is known, and no other meaning of the
figure is on record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from tradefacts.drafts.record import find_subject
from tradefacts.exact import Exact, scale
from tradefacts.figure.notation import format_exact, format_range
from tradefacts.interval import Interval
from tradefacts.named_tuples import NamedTuple
from tradefacts.questions.claim_sentences import WORLD
from tradefacts.reckoning.comparison import Ranges, combine, compare, read_exact_ranges, read_ranges
from tradefacts.reckoning.derived import is_narrow, is_narrow_growth
from tradefacts.vocabulary import COMPARED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tradefacts.drafts.record import Pair, Record
    from tradefacts.factbase import Claim
    from tradefacts.reckoning.rates import Between

Standing = Literal["supported", "contradicted", "differs", "other statistics", "stale", "derived", "unknown"]

DOUBT = "read with doubt"
"""Why a figure is not contradicted if it is not certain what it is about."""

JUDGED = (*COMPARED, "target")
"""The kinds of claims that are compared with the record."""

_SLIPS = (1_000, 1_000_000, 10, 100)
"""Factors of common slips: a wrong scale word, or a misplaced decimal point."""
_FAR = 1.2
"""The largest ratio of a figure to a bound that it supports: $10 bn does not support "more than $1 bn"."""
_ROUNDED = 0.05
"""The largest relative error of a figure rounded to zeros: $500 m may be $497.6 m, but not $540 m."""
_REVISED = 0.1
_REVISED_POINTS = 5
"""The largest revision: a part of the larger volume, or points of a growth or share."""
_ABOUT = frozenset({"country", "partner", "reporter", "period", "base_period", "currency", "scope", "flow"})
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


class Judgement(NamedTuple):
    """How a claim compares with the record, and why."""

    standing: Standing
    reason: str
    """One clause."""
    facts: tuple[str, ...] = ()
    """Ids of the claims that support or contradict it."""
    arithmetic: str | None = None
    nearest: Nearest | None = None


def judge(claim: Claim, record: Record, *, is_sure: bool, rivals: Sequence[Claim] = ()) -> Judgement:
    """Return how a claim compares with the record.

    `is_sure` means that it is certain what the figure is about; `rivals` are other claims that it might make.
    """
    pair = record.get_pair(claim)
    if claim.low is None and claim.high is None:
        return Judgement("unknown", "its digits cannot be read")
    peers = pair.find_peers(claim)
    fitting = [peer for peer in peers if fits(claim, peer)]
    if fitting:
        return _support(claim, peers, fitting)
    # A bound on record counts only if it contradicts the claim, or is far from it.
    measured = [
        known for known in peers if _is_closed(known) or _refuses(claim, known) or not _is_within(claim, known, _FAR)
    ]
    if not measured:
        return _derive(claim, pair, peers)
    return _oppose(claim, measured, record, is_sure=is_sure, rivals=rivals)


def fits(claim: Claim, peer: Claim) -> bool:
    """Whether a claim on record supports a draft's figure.

    A bound on record supports only the same bound, because anything below or above it would be consistent. If one of
    the two was rounded to zeros, the other must round to it, and be near.
    """
    said, known = read_ranges(claim), read_ranges(peer)
    verdict = compare(said, known)
    if not _is_closed(peer):
        return verdict == "same"
    if verdict in _FINE:
        return _is_closed(claim) or _is_within(claim, peer, _FAR)
    if verdict != "loosely consistent" or not _is_within(claim, peer, 1 + _ROUNDED):
        return False
    return "loosely consistent" in (compare(said, _take_strictly(known)), compare(_take_strictly(said), known))


_FINE = ("same", "consistent")


def find_nearest(claim: Claim, pair: Pair) -> Nearest | None:
    """Return the nearest claim on record: about the same quantity, or else with the same figure, or else in time.

    None if nothing comparable is on record about the two places.
    """
    alike = [peer for peer in pair.claims if peer.kind == claim.kind and _is_closed(peer)]
    best = min(alike, key=lambda peer: _rank(claim, peer), default=None)
    return None if best is None else describe_nearest(claim, best)


def _support(claim: Claim, peers: Sequence[Claim], fitting: Sequence[Claim]) -> Judgement:
    own = [peer for peer in fitting if not claim.reporter or peer.reporter in {claim.reporter, None}]
    chosen = sorted(own or fitting, key=lambda peer: (peer.shown != claim.shown, _rank(claim, peer)))
    facts = tuple(peer.id for peer in chosen)
    arithmetic = _write_ranges(claim, chosen[0])
    if not own:
        counted = ", ".join(sorted({peer.reporter or "" for peer in fitting}))
        reason = f"fits the statistics of {counted}, not of {claim.reporter}"
        return Judgement("other statistics", reason, facts, arithmetic)
    named = [peer for peer in peers if claim.reporter and peer.reporter == claim.reporter]
    if named and not any(peer in fitting for peer in named) and all(_refuses(claim, peer) for peer in named):
        reason = f"fits a page that names no statistics; those of {claim.reporter} have {named[0].shown}"
        return Judgement("differs", reason, facts, _write_ranges(claim, named[0]))
    return Judgement("supported", "on record", facts, arithmetic)


def _derive(claim: Claim, pair: Pair, bounds: Sequence[Claim]) -> Judgement:
    """Judge a claim that no page prints by what can be derived from printed claims."""
    for derivation in pair.find_derived(claim):
        derived = derivation.derived
        span = Interval(derived.low, derived.high)
        if _is_closed(claim) and is_narrow(derivation) and span.overlaps(Interval(claim.low, claim.high)):
            written = format_range(*span, derived.unit, is_change=derived.quantity == "growth")
            return Judgement("derived", "follows from printed figures", derived.from_, f"{derived.formula} = {written}")
    nearest, rate = find_nearest(claim, pair), pair.check_rate(claim)
    between = rate and (rate.refused_by or rate.fits or rate.computed)
    if rate is not None and between is not None:
        facts = (*between.later.facts, *between.earlier.facts)
        if rate.verdict == "contradicted":
            return Judgement("differs", "no two figures on record give it", facts, _write_rate(between), nearest)
        if is_narrow_growth(between.low, between.high):
            return Judgement("derived", "follows from two figures on record", facts, _write_rate(between))
    if bounds:
        facts = tuple(peer.id for peer in bounds)
        return Judgement("unknown", f"not refused by {bounds[0].shown}, which is only a bound", facts, None, nearest)
    elsewhere = "; the same figure is on record of something else" if nearest is not None and nearest.fits else ""
    return Judgement("unknown", f"nothing on record of this{elsewhere}", (), None, nearest)


def _oppose(
    claim: Claim,
    measured: Sequence[Claim],
    record: Record,
    *,
    is_sure: bool,
    rivals: Sequence[Claim],
) -> Judgement:
    """Judge a claim that no figure on record supports."""
    ranked = sorted(measured, key=lambda peer: (not _is_closed(peer) and not _refuses(claim, peer), _rank(claim, peer)))
    slip, slipped = _find_slip(claim, ranked) or (None, None)
    ordered = sorted(ranked, key=lambda peer: peer is not slipped)
    facts = tuple(peer.id for peer in ordered)
    nearest, arithmetic = describe_nearest(claim, ordered[0]), _write_ranges(claim, ordered[0])
    doubts = _find_doubts(claim, ordered, record, is_sure=is_sure, is_slip=slip is not None, rivals=rivals)
    doubt = next(doubts, None)
    if doubt is None:
        return Judgement("contradicted", slip or "refused by every figure on record", facts, arithmetic, nearest)
    return Judgement("differs", "; ".join(filter(None, (slip, doubt))), facts, arithmetic, nearest)


def _find_doubts(  # noqa: PLR0913 - as above
    claim: Claim,
    measured: Sequence[Claim],
    record: Record,
    *,
    is_sure: bool,
    is_slip: bool,
    rivals: Sequence[Claim],
) -> Iterator[str]:
    """Yield reasons why a claim that no figure supports may still be true."""
    if not is_sure:
        yield DOUBT
    if not _is_closed(claim) and not any(_refuses(claim, peer) for peer in measured):
        yield f"true of {measured[0].shown}, but far from it"
    if claim.kind == "target":
        yield "goals are set again and again"
    if claim.kind != "target" and claim.period is None:
        yield "its period is not said"
    known = [peer for peer in measured if peer.reporter and claim.reporter in {None, peer.reporter}]
    yield from _find_doubts_of_statistics(claim, known, is_slip=is_slip)
    deciding = known if claim.reporter else measured
    if not all(_refuses(claim, peer) for peer in deciding):
        yield "true if digits were rounded or cut off"
    if any(_may_be_revised(claim, peer) for peer in deciding):
        yield "no further apart than revised figures often are"
    if all(_ABOUT.intersection(peer.inferred) for peer in deciding):
        yield "what the figure on record is about was inferred, not printed"
    for rival in rivals:
        if any(fits(rival, peer) for peer in record.get_pair(rival).find_peers(rival)):
            yield f"on record if it is of {_name_difference(claim, rival)}"


def _find_doubts_of_statistics(claim: Claim, known: Sequence[Claim], *, is_slip: bool) -> Iterator[str]:
    """Yield reasons why a claim may be from statistics that are not on record; `known` are the claims that are.

    The statistics of two countries differ, but hardly by a factor of exactly ten.
    """
    reporters = sorted({peer.reporter or "" for peer in known})
    if claim.reporter is not None and not known:
        yield f"nothing on record by the statistics of {claim.reporter}"
    elif not known:
        yield "neither the draft nor the record says whose statistics it is"
    elif claim.reporter is None and len(reporters) == 1 and not is_slip and WORLD not in claim.places:
        yield f"of named statistics only those of {reporters[0]} are on record, and the draft names none"


def _find_slip(claim: Claim, peers: Sequence[Claim]) -> tuple[str, Claim] | None:
    """Return the factor of a likely slip in a volume, in words, and the claim on record that it was compared with."""
    if claim.kind not in {"volume", "target"} or not _is_closed(claim):
        return None
    said = read_exact_ranges(claim)
    for times in _SLIPS:
        for factor, word in ((Exact(1, times), "as large as"), (Exact(times), "as small as")):
            scaled = combine(lambda span, factor=factor: scale(span, factor), said)
            for peer in peers:
                if _is_closed(peer) and compare(scaled, read_exact_ranges(peer)) in _FINE:
                    return f"{times:,} times {word} on record", peer
    return None


def _is_closed(claim: Claim) -> bool:
    return claim.low is not None and claim.high is not None


def _refuses(claim: Claim, peer: Claim) -> bool:
    return compare(read_ranges(claim), read_ranges(peer)) == "contradicted"


def _is_within(claim: Claim, peer: Claim, times: float) -> bool:
    """Whether the larger figure is at most `times` the smaller, whatever their bounds."""
    ours, theirs = abs(claim.amount or 0), abs(peer.amount or 0)
    return max(ours, theirs) <= times * min(ours, theirs)


def _may_be_revised(claim: Claim, peer: Claim) -> bool:
    """Whether two figures differ by no more than offices revise theirs."""
    ours, theirs = float(claim.amount or 0), float(peer.amount or 0)
    if claim.kind in {"growth", "share"}:
        return abs(ours - theirs) <= _REVISED_POINTS
    return abs(ours - theirs) <= _REVISED * max(ours, theirs)


def _is_same_figure(claim: Claim, peer: Claim) -> bool:
    """Whether figures of different things may be the same; a rougher one, such as $1 bn for $1.3 bn, is not."""
    return fits(claim, peer) and _is_within(claim, peer, 1 + _ROUNDED)


def _take_strictly(ranges: Ranges[int | float]) -> Ranges[int | float]:
    return Ranges(ranges.strict, ranges.strict, ranges.strict)


def _rank(claim: Claim, peer: Claim) -> tuple[object, ...]:
    """Return a sort key for the distance of a claim on record: first what it is about, then its amount."""
    same = find_subject(claim) == find_subject(peer)
    ours, theirs = abs(claim.amount or 0), abs(peer.amount or 0)
    ratio = max(ours, theirs) / min(ours, theirs) if min(ours, theirs) > 0 else float("inf")
    differing = len(_find_differences(claim, peer))
    is_equal = _is_same_figure(claim, peer)
    newest = tuple(-ord(sign) for sign in peer.published or "") or (0,)
    return (not same, not is_equal, differing, _measure_time(claim, peer), ratio, newest)


def _measure_time(claim: Claim, peer: Claim) -> int:
    """Return the number of months between the ends of two periods."""
    if not claim.last or not peer.last:
        return 0
    (year, month), (peer_year, peer_month) = (map(int, last.split("-")) for last in (claim.last, peer.last))
    return abs(12 * (year - peer_year) + month - peer_month)


def _find_differences(claim: Claim, peer: Claim) -> tuple[str, ...]:
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


def _name_difference(claim: Claim, rival: Claim) -> str:
    places = "–".join(rival.pair or ())
    parts = {
        "period": rival.period,
        "flow": f"{rival.exporter} → {rival.importer}" if rival.exporter else rival.flow != claim.flow and rival.flow,
        "places": not rival.exporter and places,
    }
    told = [str(parts[part]) for part in _find_differences(claim, rival) if parts.get(part)]
    return " and ".join(told) or "something else"


def describe_nearest(claim: Claim, peer: Claim) -> Nearest:
    """Return a claim on record as the one nearest to a draft's claim."""
    flow = "goods" if peer.exporter else peer.flow
    ends = (peer.exporter, peer.importer, peer.period, peer.reporter)
    differs_in = _find_differences(claim, peer)
    return Nearest(peer.id, peer.shown or "", flow, *ends, _is_same_figure(claim, peer), differs_in)


def _write_ranges(claim: Claim, peer: Claim) -> str:
    return f"{_write_range(claim)} against {_write_range(peer)}"


def _write_range(claim: Claim) -> str:
    return format_exact(read_exact_ranges(claim).strict, places=0 if claim.currency else 3)


def _write_rate(between: Between) -> str:
    written = format_range(between.low, between.high, "percent", is_change=True)
    return f"{between.later.printed} after {between.earlier.printed} is {written}"
