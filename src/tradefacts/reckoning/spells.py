"""Whether somebody else is shown in an office between two days, found by bisection."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

from tradefacts.named_tuples import NamedTuple
from tradefacts.period import first_day, last_day
from tradefacts.reckoning.signs import Sign, rank_dates, sort_signs

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from tradefacts.factbase import Claim


class Interruptions:
    """The signs of an office, each from the first to the last day it can mean, with the person it shows."""

    def __init__(self, signs: Iterable[tuple[str, str, str]]) -> None:
        """Sort the signs by last day; up to each, remember the latest first day, whose it is, and that of others."""
        ordered = sorted(signs, key=lambda sign: sign[1])
        self._lasts = [last for _, last, _ in ordered]
        newest, newest_first, other_first = "", "", ""
        self._newest = [(newest, newest_first, other_first)]
        for first, _, person in ordered:
            if person == newest:
                newest_first = max(newest_first, first)
            elif first > newest_first:
                newest, newest_first, other_first = person, first, newest_first
            else:
                other_first = max(other_first, first)
            self._newest.append((newest, newest_first, other_first))

    def has_other(self, after: str, before: str, person: str) -> bool:
        """Whether a sign of somebody else is certainly between two days, both excluded."""
        newest, newest_first, other_first = self._newest[bisect_left(self._lasts, before)]
        return (other_first if newest == person else newest_first) > after


_SHARED = ("deputy", "ambassador", "adviser", "assistant", "aide")
_UNNAMED = "other"
"""The role of offices without a specific one."""


class Spell(NamedTuple):
    """One unbroken time of a person in an office, as shown by all pages together; `signs` are sorted by time.

    A spell without signs is a person for whom no page gives a date.
    """

    person: str
    office: str
    acting: bool
    signs: tuple[Sign, ...]
    undated: tuple[Claim, ...] = ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Its claims, the oldest sign first, undated ones last."""
        claims = (*(sign.claim for sign in self.signs), *self.undated)
        return tuple({claim.id: claim for claim in claims}.values())

    @property
    def starts(self) -> tuple[str, ...]:
        """The dates of taking the office: the one that most pages give, then others and those of taking it again."""
        starts = [sign for sign in self.signs if sign.moment == "start"]
        leading = {sign.placed: None for sign in starts}
        return tuple(leading | {sign.precise: None for sign in starts})

    @property
    def ends(self) -> tuple[str, ...]:
        """The dates of leaving the office: the one that most pages give first, then others."""
        return rank_dates([sign for sign in self.signs if sign.moment == "end"])

    @property
    def sightings(self) -> tuple[Sign, ...]:
        """The signs that show the person in office, oldest first, without those that have a more precise date."""
        return tuple(sign for sign in self.signs if sign.moment == "seen" and sign.date == sign.precise)

    @property
    def is_closed(self) -> bool:
        """Whether a page says when it ended."""
        return any(sign.moment == "end" for sign in self.signs)

    @property
    def first(self) -> Sign:
        """The sign from which the person is certainly in office."""
        return min(self.signs, key=lambda sign: (sign.latest, -len(sign.date)))

    @property
    def last(self) -> Sign:
        """The sign up to which the person is certainly in office."""
        return max(self.signs, key=lambda sign: (sign.earliest, sign.moment == "end", len(sign.date)))

    def holds_on(self, day: str) -> bool:
        """Whether the day is between two signs, both included; a sign dated to the month says nothing about a day."""
        return any(sign.is_reached(day) for sign in self.signs) and any(sign.is_ahead(day) for sign in self.signs)

    def agrees_on(self, day: str) -> bool:
        """Whether the day is between two signs, by the dates that most pages give."""
        return self._replace(signs=tuple(sign._replace(precise=sign.placed) for sign in self.signs)).holds_on(day)

    def may_hold_on(self, day: str) -> bool:
        """Whether the day may belong to it, depending only on the precision of its dates."""
        if not self.signs or self.holds_on(day):
            return False
        earliest, latest = self._possible
        return earliest <= day <= latest

    @property
    def certain(self) -> tuple[str, str]:
        """The days between which it certainly lasts: the last one it may begin, and the first one it may end."""
        return min(sign.latest for sign in self.signs), max(sign.earliest for sign in self.signs)

    @property
    def _possible(self) -> tuple[str, str]:
        """The days between which it may last: no end is a sign of its beginning, and no start of its end."""
        starts = [sign for sign in self.signs if sign.moment == "start"]
        ends = [sign for sign in self.signs if sign.moment == "end"]
        first = starts or [sign for sign in self.signs if sign.moment != "end"] or ends
        last = ends or [sign for sign in self.signs if sign.moment != "start"] or starts
        begun, ended = self.certain
        return min(begun, *(sign.earliest for sign in first)), max(ended, *(sign.latest for sign in last))

    def overlaps(self, other: Spell) -> bool:
        """Whether two spells certainly share days; the day of a change does not count."""
        return share_days(self.certain, other.certain)

    def __str__(self) -> str:
        """Return its days: `2019-06-12…2023-09-25`, `2020-10-16 (acting)`."""
        first, last = self.first.precise, self.last.precise
        days = first if first == last else f"{first}…{last}"
        return f"{days} (acting)" if self.acting else days


def share_days(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two times share days besides those of a change."""
    return one[0] < other[1] and other[0] < one[1]


def is_shared(role: str) -> bool:
    """Whether several people can hold an office of this role at once: deputies, ambassadors, advisers."""
    return role == _UNNAMED or any(word in role for word in _SHARED)


def find_spells(terms: Iterable[Claim], shared: Container[str]) -> list[Spell]:
    """Return the spells that terms show, by office in the order of the terms; those of one person and capacity by time.

    `shared` are the ids of offices that several people can hold at once.
    """
    offices: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in terms:
        offices[claim.office or ""].append(claim)
    return [
        spell for office, claims in offices.items() for spell in _find_in_office(claims, is_alone=office not in shared)
    ]


def find_next(spell: Spell, spells: Iterable[Spell]) -> tuple[Spell, Sign] | None:
    """Return the spell that follows an open one in its office, and its first sign; None if the spell is closed."""
    if spell.is_closed or not spell.signs:
        return None
    last = spell.last
    later = (rival for rival in spells if rival.signs and rival is not spell and rival.last.latest > last.latest)
    firsts = ((rival, [sign for sign in rival.signs if sign.earliest >= last.earliest][:1]) for rival in later)
    following = ((rival, sign) for rival, first in firsts for sign in first)
    return min(following, key=lambda found: (found[1].earliest, found[1].latest, found[1].moment), default=None)


def _find_in_office(claims: Sequence[Claim], *, is_alone: bool) -> Iterator[Spell]:
    grouped: defaultdict[tuple[str, bool], list[Claim]] = defaultdict(list)
    for claim in claims:
        grouped[claim.person or "", bool(claim.acting)].append(claim)
    signs = {who: sort_signs(held) for who, held in grouped.items()}
    interruptions = Interruptions(
        (first_day(sign.placed), last_day(sign.placed), person)
        for (person, _), found in signs.items()
        for sign in found
        if is_alone
    )
    for (person, acting), found in signs.items():
        parts = _split(found, person, interruptions)
        undated = tuple(c for c in grouped[person, acting] if not (c.start or c.seen_on or c.end))
        if undated and len(parts) != 1:
            parts.append([])
        for part in parts:
            is_theirs = not part or len(parts) == 1
            yield Spell(person, claims[0].office or "", acting, tuple(part), undated if is_theirs else ())


def _split(signs: Sequence[Sign], person: str, interruptions: Interruptions) -> list[list[Sign]]:
    """Return the signs of one person in one capacity by spell."""
    parts: list[list[Sign]] = []
    # If a page gives both ends of a spell, no other holder between them splits it.
    ends = {sign.claim.id: sign.latest for sign in signs if sign.moment == "end"}
    reach = ""
    for sign in signs:
        is_held = bool(parts) and (sign.latest < reach or (sign.moment == "end" and sign.latest == reach))
        if is_held or (parts and _belongs(sign, parts[-1], person, interruptions)):
            parts[-1].append(sign)
        else:
            parts.append([sign])
        if sign.moment == "start":
            reach = max(reach, ends.get(sign.claim.id, ""))
    return parts


def _belongs(sign: Sign, part: Sequence[Sign], person: str, interruptions: Interruptions) -> bool:
    """Whether a sign belongs to the spell before it, which a start, an end or another holder would end."""
    if interruptions.has_other(last_day(part[-1].placed), first_day(sign.placed), person):
        return False
    if sign.moment == "end":
        return True
    ends = [known.latest for known in part if known.moment == "end"]
    if sign.moment == "seen":
        return not ends or sign.earliest <= max(ends)
    return not ends and any(known.moment == "start" for known in part)
