"""Compare a draft's claim with what is on record about its two places.

False alarms are worse than misses: a claim is contradicted only if its reporter is known, and no other meaning of the
figure is on record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tradefacts.drafts.nearest import (
    FAR,
    FINE,
    Nearest,
    describe_nearest,
    find_differences,
    find_nearest,
    fits,
    is_closed,
    is_within,
    rank,
)
from tradefacts.exact import Exact, scale
from tradefacts.figure.notation import format_exact, format_range
from tradefacts.interval import Interval
from tradefacts.named_tuples import NamedTuple
from tradefacts.questions.claim_sentences import WORLD
from tradefacts.reckoning.comparison import combine, compare, read_exact_ranges, read_ranges
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
_REVISED = 0.1
_REVISED_POINTS = 5
"""The largest revision: a part of the larger volume, or points of a growth or share."""
_ABOUT = frozenset({"country", "partner", "reporter", "period", "base_period", "currency", "scope", "flow"})


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
        known for known in peers if is_closed(known) or _refuses(claim, known) or not is_within(claim, known, FAR)
    ]
    if not measured:
        return _derive(claim, pair, peers)
    return _oppose(claim, measured, record, is_sure=is_sure, rivals=rivals)


def _support(claim: Claim, peers: Sequence[Claim], fitting: Sequence[Claim]) -> Judgement:
    own = [peer for peer in fitting if not claim.reporter or peer.reporter in {claim.reporter, None}]
    chosen = sorted(own or fitting, key=lambda peer: (peer.shown != claim.shown, rank(claim, peer)))
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
        if is_closed(claim) and is_narrow(derivation) and span.overlaps(Interval(claim.low, claim.high)):
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
    ranked = sorted(measured, key=lambda peer: (not is_closed(peer) and not _refuses(claim, peer), rank(claim, peer)))
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
    if not is_closed(claim) and not any(_refuses(claim, peer) for peer in measured):
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
    if claim.kind not in {"volume", "target"} or not is_closed(claim):
        return None
    said = read_exact_ranges(claim)
    for times in _SLIPS:
        for factor, word in ((Exact(1, times), "as large as"), (Exact(times), "as small as")):
            scaled = combine(lambda span, factor=factor: scale(span, factor), said)
            for peer in peers:
                if is_closed(peer) and compare(scaled, read_exact_ranges(peer)) in FINE:
                    return f"{times:,} times {word} on record", peer
    return None


def _refuses(claim: Claim, peer: Claim) -> bool:
    return compare(read_ranges(claim), read_ranges(peer)) == "contradicted"


def _may_be_revised(claim: Claim, peer: Claim) -> bool:
    """Whether two figures differ by no more than offices revise theirs."""
    ours, theirs = float(claim.amount or 0), float(peer.amount or 0)
    if claim.kind in {"growth", "share"}:
        return abs(ours - theirs) <= _REVISED_POINTS
    return abs(ours - theirs) <= _REVISED * max(ours, theirs)


def _name_difference(claim: Claim, rival: Claim) -> str:
    places = "–".join(rival.pair or ())
    parts = {
        "period": rival.period,
        "flow": f"{rival.exporter} → {rival.importer}" if rival.exporter else rival.flow != claim.flow and rival.flow,
        "places": not rival.exporter and places,
    }
    told = [str(parts[part]) for part in find_differences(claim, rival) if parts.get(part)]
    return " and ".join(told) or "something else"


def _write_ranges(claim: Claim, peer: Claim) -> str:
    return f"{_write_range(claim)} against {_write_range(peer)}"


def _write_range(claim: Claim) -> str:
    return format_exact(read_exact_ranges(claim).strict, places=0 if claim.currency else 3)


def _write_rate(between: Between) -> str:
    written = format_range(between.low, between.high, "percent", is_change=True)
    return f"{between.later.printed} after {between.earlier.printed} is {written}"
