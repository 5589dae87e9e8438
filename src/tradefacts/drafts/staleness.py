"""What was true and is not the newest any more: drafts that say "now" of an older figure, figures revised since."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tradefacts.drafts.record import find_subject
from tradefacts.period import Period
from tradefacts.reckoning.comparison import compare, read_ranges

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradefacts.drafts.record import Pair
    from tradefacts.factbase import Claim

_NOW = {
    "en": ("now", "currently", "latest", "newest", "today", "at present", "most recent", "last year"),
    "ru": ("сейчас", "теперь", "в настоящее время", "сегодня", "последн", "на данный момент", "прошлом году"),
}
"""Words by which a text says that a figure is the newest; beginnings of words."""
_SAYS_NOW = re.compile("|".join(rf"\b{word}" for words in _NOW.values() for word in words), re.IGNORECASE)


def find_newer(claim: Claim, sentence: str, pair: Pair) -> Claim | None:
    """Return a claim on record of a later period, where the sentence says that its figure is the newest.

    What was printed after the draft's own date is not held against it.
    """
    if claim.last is None or not _SAYS_NOW.search(sentence):
        return None
    series = find_subject(claim)._replace(period=None, base_period=None)
    newer = [
        other
        for other in pair.claims
        if other.kind == claim.kind
        and (other.last or "") > claim.last
        and find_subject(other)._replace(period=None, base_period=None) == series
        and _is_alike(claim.period or "", other.period or "")
        and _was_printed_by(other, claim.published)
    ]
    return max(newer, key=lambda other: (other.last or "", other.published or ""), default=None)


def find_revised(claim: Claim, fitting: Sequence[Claim], peers: Sequence[Claim]) -> Claim | None:
    """Return what the same statistics printed since a draft, where that refuses what was on record by then."""
    known = claim.published
    if known is None or not fitting or not all(_was_printed_by(peer, known) for peer in fitting):
        return None
    reporters = {peer.reporter for peer in fitting}
    since = [peer for peer in peers if peer.published and peer.published > known and peer.reporter in reporters]
    refusing = [peer for peer in since if compare(read_ranges(claim), read_ranges(peer)) == "contradicted"]
    return max(refusing, key=lambda peer: peer.published or "", default=None) if len(refusing) == len(since) else None


def _is_alike(period: str, other: str) -> bool:
    """Whether two periods are the same months of different years."""
    one, two = Period.parse(period), Period.parse(other)
    return (one.first - two.first) % 12 == 0 and one.months == two.months


def _was_printed_by(claim: Claim, date: str | None) -> bool:
    return date is None or claim.published is None or claim.published <= date
