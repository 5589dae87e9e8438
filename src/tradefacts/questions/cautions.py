"""Cautions for quoting a claim: who contradicts it, and what its page does not say."""

from collections.abc import Iterator, Sequence

from tradefacts.answer import Names
from tradefacts.factbase import Claim, FactBase
from tradefacts.factbase.selection import Selection
from tradefacts.period import Period
from tradefacts.reckoning.comparison import compare, read_ranges
from tradefacts.reckoning.keys import find_key
from tradefacts.vocabulary import COMPARED, KINDS
from tradefacts.wording.figures import format_in_full

_MONTHS_OF_A_YEAR = 12


def find_peers(base: FactBase, claim: Claim) -> list[Claim]:
    """Return all claims with the key of a claim, including itself; none for a kind that is not compared."""
    if claim.kind not in COMPARED or claim.pair_code is None:
        return []
    found = base.find_claims(Selection(pair=claim.pair_code, kinds=(claim.kind,)))
    key = find_key(claim)
    return [peer for peer in found if find_key(peer) == key]


def find_rivals(claim: Claim, peers: Sequence[Claim]) -> list[Claim]:
    """Return the claims that contradict a claim: one for each figure, those with the most voices first."""
    if claim.low is None and claim.high is None:
        return []
    readable = [peer for peer in peers if peer.low is not None or peer.high is not None]
    figures: dict[str | None, list[Claim]] = {}
    for peer in readable:
        if compare(read_ranges(claim), read_ranges(peer)) == "contradicted":
            figures.setdefault(peer.shown, []).append(peer)
    ranked = sorted(figures.values(), key=lambda claims: -len({peer.voice for peer in claims}))
    return [claims[0] for claims in ranked]


def list_cautions(claim: Claim, peers: Sequence[Claim], rivals: Sequence[Claim], names: Names) -> list[str]:
    """Return the cautions on a claim, the most serious first."""
    return list(_find_cautions(claim, peers, rivals, names))


def _find_cautions(claim: Claim, peers: Sequence[Claim], rivals: Sequence[Claim], names: Names) -> Iterator[str]:
    if peers and len({peer.voice for peer in peers if peer.shown == claim.shown}) == 1:
        yield "One voice"
    if rivals:
        more = f" and {len(rivals) - 1} more" if len(rivals) > 1 else ""
        figure = format_in_full(rivals[0].shown or "").in_words
        yield f"Disputed: also {figure} ({names.find_speaker(rivals[0]).voice}){more}"
    if claim.period and Period.parse(claim.period).months < _MONTHS_OF_A_YEAR:
        yield "Part of a year"
    if claim.kind in COMPARED and claim.period is None:
        yield "Period not named"
    if claim.inferred and KINDS[claim.kind].figure in claim.inferred:
        yield "Computed; no page prints it"
    if claim.kind in COMPARED and claim.reporter is None:
        yield "Statistics not named"
    if claim.published is None:
        yield "Page undated"
    if unprinted := [key for key in claim.inferred if key != KINDS[claim.kind].figure]:
        yield f"Inferred, not printed: {', '.join(key.replace('_', ' ') for key in unprinted)}"
    if claim.note:
        yield f"Note: {claim.note}"
