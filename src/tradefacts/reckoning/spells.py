"""Spells: from when to when pages show one person in one office, apart from earlier and later times in it.

A spell is made of signs: the office is taken, the person is seen in it, the office is left. A date known to the year or
month says nothing about a day within it; what lies between two signs of a spell belongs to it.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Literal, NamedTuple

from tradefacts.period import first_day, last_day
from tradefacts.reckoning.between import Between

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from tradefacts.factbase import Claim

Moment = Literal["end", "start", "seen"]
_ORDER: tuple[Moment, ...] = ("end", "start", "seen")
"""The order of signs on one day: who leaves and takes an office again on a day is in it from then on."""
_MONTHS_APART = 6
_SHARED = ("deputy", "other", "ambassador", "adviser", "assistant", "aide")


class Sign(NamedTuple):
    """One date of a claim: the office is taken, the person is seen in it, or leaves it."""

    moment: Moment
    date: str
    claim: Claim
    precise: str
    """The date itself, or a more precise one that it leaves room for."""
    placed: str
    """Where it stands in time: of several starts within months, where most pages have it."""

    @property
    def earliest(self) -> str:
        """The first day it may mean."""
        return first_day(self.precise)

    @property
    def latest(self) -> str:
        """The last day it may mean."""
        return last_day(self.precise)

    def is_reached(self, day: str) -> bool:
        """Whether the day is the sign's own, or certainly later."""
        return day == self.precise or day > self.latest

    def is_ahead(self, day: str) -> bool:
        """Whether the day is the sign's own, or certainly earlier."""
        return day == self.precise or day < self.earliest


class Spell(NamedTuple):
    """One uninterrupted time of a person in an office, as all pages together show it; `signs` by time.

    A spell without signs is a person of whom no page says when.
    """

    person: str
    office: str
    acting: bool
    signs: tuple[Sign, ...]
    undated: tuple[Claim, ...] = ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that make it up, oldest sign first, undated last."""
        claims = (*(sign.claim for sign in self.signs), *self.undated)
        return tuple({claim.id: claim for claim in claims}.values())

    @property
    def starts(self) -> tuple[str, ...]:
        """When the person took the office, as most pages date it; then other dates, and those of taking it once more."""
        starts = [sign for sign in self.signs if sign.moment == "start"]
        leading = {sign.placed: None for sign in starts}
        return tuple(leading | {sign.precise: None for sign in starts})

    @property
    def ends(self) -> tuple[str, ...]:
        """When the person left the office, as most pages date it; then other dates."""
        return _rank_dates([sign for sign in self.signs if sign.moment == "end"])

    @property
    def sightings(self) -> tuple[Sign, ...]:
        """The signs that show the person in the office, oldest first, without those that a more precise date tells."""
        return tuple(sign for sign in self.signs if sign.moment == "seen" and sign.date == sign.precise)

    @property
    def is_closed(self) -> bool:
        """Whether a page says when it ended."""
        return any(sign.moment == "end" for sign in self.signs)

    @property
    def first(self) -> Sign:
        """The sign from which the person is certainly in the office."""
        return min(self.signs, key=lambda sign: (sign.latest, -len(sign.date)))

    @property
    def last(self) -> Sign:
        """The sign up to which the person is certainly in the office."""
        return max(self.signs, key=lambda sign: (sign.earliest, sign.moment == "end", len(sign.date)))

    def holds_on(self, day: str) -> bool:
        """Whether the day lies between two signs, both included; a sign known to the month says nothing within it."""
        return any(sign.is_reached(day) for sign in self.signs) and any(sign.is_ahead(day) for sign in self.signs)

    def agrees_on(self, day: str) -> bool:
        """Whether the day lies between two signs as most pages date them."""
        return self._replace(signs=tuple(sign._replace(precise=sign.placed) for sign in self.signs)).holds_on(day)

    def may_hold_on(self, day: str) -> bool:
        """Whether only the precision of its dates leaves open whether the day belongs to it."""
        if not self.signs or self.holds_on(day):
            return False
        earliest, latest = min(sign.earliest for sign in self.signs), max(sign.latest for sign in self.signs)
        return earliest <= day <= latest

    def overlaps(self, other: Spell) -> bool:
        """Whether two spells share days for certain; the day of a change does not count."""
        return self.first.latest < other.last.earliest and other.first.latest < self.last.earliest

    def is_followed_by(self, sign: Sign) -> bool:
        """Whether a sign of another spell certainly comes after the last of this one."""
        if not self.signs:
            return False
        is_change = sign.moment == "start" and sign.precise == self.last.precise and self.last.moment != "start"
        return sign.earliest > self.last.latest or is_change

    def __str__(self) -> str:
        """Return its days: `2019-06-12…2023-09-25`, `2020-10-16 (acting)`."""
        first, last = self.first.precise, self.last.precise
        days = first if first == last else f"{first}…{last}"
        return f"{days} (acting)" if self.acting else days


def is_shared(role: str | None) -> bool:
    """Whether several people may hold an office of this role at once: deputies, ambassadors, advisers."""
    return any(word in (role or "") for word in _SHARED)


def find_spells(terms: Iterable[Claim], shared: Container[str]) -> list[Spell]:
    """Return the spells that terms show, by office in the order of the terms; those of one person and capacity by time.

    `shared` are the ids of offices that several people may hold at once.
    """
    offices: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in terms:
        offices[claim.office or ""].append(claim)
    return [
        spell for office, claims in offices.items() for spell in _find_in_office(claims, is_alone=office not in shared)
    ]


def find_next(spell: Spell, spells: Iterable[Spell]) -> tuple[Spell, Sign] | None:
    """Return the spell that follows an open one in its office, and its first sign; None where the spell is closed."""
    if spell.is_closed or not spell.signs:
        return None
    later = [other for other in spells if other.signs and other.last.latest > spell.last.latest and other is not spell]
    following = [(other, sign) for other in later for sign in other.signs if sign.earliest >= spell.last.earliest]
    return min(following, key=lambda found: (found[1].earliest, found[1].latest, found[1].moment), default=None)


def _find_in_office(claims: Sequence[Claim], *, is_alone: bool) -> Iterator[Spell]:
    grouped: defaultdict[tuple[str, bool], list[Claim]] = defaultdict(list)
    for claim in claims:
        grouped[claim.person or "", bool(claim.acting)].append(claim)
    signs = {who: _sort_signs(held) for who, held in grouped.items()}
    between = Between(
        (first_day(sign.placed), last_day(sign.placed), person)
        for (person, _), found in signs.items()
        for sign in found
        if is_alone
    )
    for (person, acting), found in signs.items():
        parts = _split(found, person, between)
        undated = tuple(c for c in grouped[person, acting] if not (c.start or c.seen_on or c.end))
        if undated and len(parts) != 1:
            parts.append([])
        for part in parts:
            is_theirs = not part or len(parts) == 1
            yield Spell(person, claims[0].office or "", acting, tuple(part), undated if is_theirs else ())


def _sort_signs(claims: Sequence[Claim]) -> list[Sign]:
    """Return the signs of one person in one capacity by time; coarse dates stand where a more precise one puts them."""
    dates: dict[Moment, set[str]] = {
        "start": {claim.start for claim in claims if claim.start},
        "end": {claim.end for claim in claims if claim.end},
        "seen": {date for claim in claims for date in (claim.start, claim.seen_on, claim.end) if date},
    }
    signs = []
    for claim in claims:
        for moment, date in (("start", claim.start), ("seen", claim.seen_on), ("end", claim.end)):
            if date is not None:
                precise = min(
                    (known for known in dates[moment] if known.startswith(date)), key=lambda known: (-len(known), known)
                )
                signs.append(Sign(moment, date, claim, precise, precise))
    return sorted(_place_starts(signs), key=_find_order)


def _place_starts(signs: Sequence[Sign]) -> list[Sign]:
    """Return the signs with starts that pages date differently, within months and without an end between, at one date."""
    starts = [sign for sign in signs if sign.moment == "start"]
    ends = [sign for sign in signs if sign.moment == "end"]
    placed: dict[str, str] = {}
    near: list[str] = []
    for date in [*sorted({sign.precise for sign in starts}), None]:
        if near and (date is None or not _is_one_start(near[-1], date, ends)):
            ranked = _rank_dates([sign for sign in starts if sign.precise in near])
            placed |= dict.fromkeys(near, ranked[0])
            near = []
        near += [date] if date else []
    return [sign._replace(placed=placed[sign.precise]) if sign.moment == "start" else sign for sign in signs]


def _is_one_start(one: str, other: str, ends: Sequence[Sign]) -> bool:
    """Whether two dates are near enough to be of one start: nobody takes an office twice within months."""
    is_near = _count_months(first_day(other)) - _count_months(first_day(one)) < _MONTHS_APART
    return is_near and not any(one <= end.precise <= other for end in ends)


def _count_months(day: str) -> int:
    return 12 * int(day[:4]) + int(day[5:7])


def _find_order(sign: Sign) -> tuple[str, int]:
    """Return where a sign stands in time: a start as early, an end as late as its date allows."""
    if sign.moment == "end":
        is_one_day = sign.claim.start == sign.claim.end
        return last_day(sign.placed), len(_ORDER) if is_one_day else _ORDER.index("end")
    return first_day(sign.placed), _ORDER.index(sign.moment)


def _split(signs: Sequence[Sign], person: str, between: Between) -> list[list[Sign]]:
    """Return the signs of one person in one capacity by spell."""
    parts: list[list[Sign]] = []
    # A page that gives both ends of a spell holds together what lies between them: until then nothing parts it.
    ends = {sign.claim.id: sign.latest for sign in signs if sign.moment == "end"}
    reach = ""
    for sign in signs:
        is_held = bool(parts) and sign.latest <= reach
        if is_held or (parts and _belongs(sign, parts[-1], person, between)):
            parts[-1].append(sign)
        else:
            parts.append([sign])
        if sign.moment == "start":
            reach = max(reach, ends.get(sign.claim.id, ""))
    return parts


def _belongs(sign: Sign, part: Sequence[Sign], person: str, between: Between) -> bool:
    """Whether a sign belongs to the spell before it: a start opens one, an end closes it, another holder interrupts."""
    if between.has_other(last_day(part[-1].placed), first_day(sign.placed), person):
        return False
    if sign.moment == "end":
        return True
    ends = [known.latest for known in part if known.moment == "end"]
    if sign.moment == "seen":
        return not ends or sign.earliest <= max(ends)
    return not ends and any(known.moment == "start" for known in part)


def _rank_dates(signs: Sequence[Sign]) -> tuple[str, ...]:
    """Return the precise dates of signs: those with most pages first, then those of the newest page."""
    pages: defaultdict[str, set[str]] = defaultdict(set)
    newest: dict[str, str] = {}
    for sign in signs:
        pages[sign.precise].add(sign.claim.source)
        if sign.date == sign.precise:
            newest[sign.precise] = max(newest.get(sign.precise, ""), sign.claim.published or "")
    return tuple(sorted(pages, key=lambda date: (len(pages[date]), newest[date], date), reverse=True))
