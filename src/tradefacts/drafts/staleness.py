"""Outdated figures: drafts that say "now" of an older figure, and figures revised since."""

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
"""Beginnings of words that present a figure as the newest."""
_SAYS_NOW = re.compile("|".join(rf"\b{word}" for words in _NOW.values() for word in words), re.IGNORECASE)


def find_newer(claim: Claim, sentence: str, pair: Pair) -> Claim | None:
    """Return a claim on record for a later period, if the sentence presents its figure as the newest.

    Claims printed after the date of the draft do not count.
    """
    if claim.last is None or not _SAYS_NOW.search(sentence):
        return None
    series = find_subject(claim)._replace(period=None, base_period=None)
    newer = [
        later
        for later in pair.claims
        if later.kind == claim.kind
        and (later.last or "") > claim.last
        and find_subject(later)._replace(period=None, base_period=None) == series
        and _is_alike(claim.period or "", later.period or "")
        and _was_printed_by(later, claim.published)
    ]
    return max(newer, key=lambda later: (later.last or "", later.published or ""), default=None)


def find_revised(claim: Claim, fitting: Sequence[Claim], peers: Sequence[Claim]) -> Claim | None:
    """Return a later claim of the same statistics that contradicts what was on record on the date of the draft."""
    known = claim.published
    if known is None or not fitting or not all(_was_printed_by(peer, known) for peer in fitting):
        return None
    reporters = {peer.reporter for peer in fitting}
    since = [peer for peer in peers if peer.published and peer.published > known and peer.reporter in reporters]
    refusing = [peer for peer in since if compare(read_ranges(claim), read_ranges(peer)) == "contradicted"]
    return max(refusing, key=lambda peer: peer.published or "", default=None) if len(refusing) == len(since) else None


def _is_alike(period: str, other: str) -> bool:
    """Whether two periods are the same months of different years."""
    ours, theirs = Period.parse(period), Period.parse(other)
    return (ours.first - theirs.first) % 12 == 0 and ours.months == theirs.months


def _was_printed_by(claim: Claim, date: str | None) -> bool:
    return date is None or claim.published is None or claim.published <= date
