"""What is on record about the quantity of a claim: claims with the same key from any reporter, and near ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tradefacts.period import Period
from tradefacts.reckoning.comparison import compare, read_ranges
from tradefacts.reckoning.derivations import find_derivations
from tradefacts.reckoning.keys import Key, find_key, group_by_key
from tradefacts.reckoning.rates import VolumeRecord as Volumes
from tradefacts.reckoning.rates import check_rates
from tradefacts.reckoning.readings import find_figures

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tradefacts.factbase import Claim
    from tradefacts.reckoning.derived import Derivation
    from tradefacts.reckoning.rates import Rate

_RECKONED = ("volume", "growth")


def find_subject(claim: Claim) -> Key:
    """Return the key of the quantity that a claim states, without the reporter.

    The whole of a share is identified by its places, because pages word it in many ways.
    """
    whole = None if claim.kind != "share" else f"{claim.whole_country}-{claim.whole_partner}"
    return find_key(claim)._replace(reporter=None, whole=whole)


class Pair:
    """The claims on record about two places."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        """Index the claims of a pair."""
        self.claims = claims
        self._by_subject: dict[Key, list[Claim]] = {}
        for claim in claims:
            self._by_subject.setdefault(find_subject(claim), []).append(claim)
        self._volumes: Volumes | None = None
        self._derived: list[Derivation] = []

    def find_peers(self, claim: Claim) -> list[Claim]:
        """Return the claims about the same quantity, in any statistics, whose digits can be read."""
        peers = self._by_subject.get(find_subject(claim), ())
        return [peer for peer in peers if peer.low is not None or peer.high is not None]

    def find_derived(self, claim: Claim) -> list[Derivation]:
        """Return derived figures, which no page prints, for the quantity that a claim states."""
        self._reckon()
        subject = find_subject(claim)
        return [figure for figure in self._derived if figure.printed_key._replace(reporter=None) == subject]

    def check_rate(self, claim: Claim) -> Rate | None:
        """Return how a claim's growth compares with the volumes on record; None for any other claim."""
        if claim.kind != "growth" or claim.period is None or claim.low is None or claim.high is None:
            return None
        volumes, key = self._reckon(), find_key(claim)
        volumes.claims[claim.id] = claim
        (rate,) = check_rates(key, find_figures([claim]), volumes)
        return rate if rate.verdict else None

    def _reckon(self) -> Volumes:
        """Return the volumes at both ends of growths, and derive what follows from all claims."""
        if self._volumes is None:
            groups = group_by_key(claim for claim in self.claims if claim.kind in _RECKONED and claim.flow != "balance")
            figures = {key: find_figures(group) for key, group in groups.items()}
            self._derived = find_derivations(groups, figures).made
            self._volumes = Volumes(groups, figures)
        return self._volumes


class Record:
    """The claims on record by pair, each looked up once."""

    def __init__(self, find: Callable[[str], Sequence[Claim]]) -> None:
        """Keep the function that finds the claims of a pair by its code, `KG-KZ`."""
        self._find = find
        self._pairs: dict[str, Pair] = {}

    def get_pair(self, claim: Claim) -> Pair:
        """Return what is on record about the two places of a claim."""
        code = claim.pair_code or ""
        if code not in self._pairs:
            self._pairs[code] = Pair(self._find(code))
        return self._pairs[code]


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
    """Whether a claim may have been printed by a date: its period is over, whatever its page says of itself."""
    if date is None:
        return True
    return (claim.published is None or claim.published <= date) and not (claim.last and claim.last > date)
