"""Signs: the dates on which pages show a person taking an office, holding it, or leaving it, in order of time.

A date known only to the year or month is sorted with a more precise one of the same event, and says nothing about a
single day in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tradefacts.named_tuples import NamedTuple
from tradefacts.period import first_day, last_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tradefacts.factbase import Claim

Moment = Literal["end", "start", "seen"]
_ORDER: tuple[Moment, ...] = ("end", "start", "seen")
"""The order of signs on one day: a person who leaves an office and takes it again on a day is in office afterwards."""
_MONTHS_APART = 6


class Sign(NamedTuple):
    """One date of a claim: the office is taken, the person is seen in it, or leaves it."""

    moment: Moment
    date: str
    claim: Claim
    precise: str
    """The date itself, or a more precise one that is compatible with it."""
    placed: str
    """Its position in time: for several starts within months, the date that most pages give."""

    @property
    def earliest(self) -> str:
        """The first day it can mean."""
        return first_day(self.precise)

    @property
    def latest(self) -> str:
        """The last day it can mean."""
        return last_day(self.precise)

    def is_reached(self, day: str) -> bool:
        """Whether the day is the day of the sign, or certainly later."""
        return day == self.precise or day > self.latest

    def is_ahead(self, day: str) -> bool:
        """Whether the day is the day of the sign, or certainly earlier."""
        return day == self.precise or day < self.earliest

    def is_followed_by(self, other: Sign) -> bool:
        """Whether a sign of another spell certainly comes after this one: on one day, taking the office does."""
        is_change = other.precise == self.precise and other.moment == "start" != self.moment
        return is_change or other.earliest > self.latest


def sort_signs(claims: Sequence[Claim]) -> list[Sign]:
    """Return the signs of one person in one capacity by time; coarse dates are sorted with a more precise one."""
    precise_dates: dict[Moment, dict[str, str]] = {
        "start": _find_precise({claim.start for claim in claims if claim.start}),
        "end": _find_precise({claim.end for claim in claims if claim.end}),
        "seen": _find_precise({date for claim in claims for date in (claim.start, claim.seen_on, claim.end) if date}),
    }
    signs = []
    for claim in claims:
        found: dict[Moment, str | None] = {"start": claim.start, "seen": claim.seen_on, "end": claim.end}
        for moment, date in found.items():
            if date is not None:
                precise = precise_dates[moment][date]
                signs.append(Sign(moment, date, claim, precise, precise))
    return sorted(_place_starts(signs), key=_find_order)


def _find_precise(dates: Iterable[str]) -> dict[str, str]:
    """Return for each date, and each year and month of one, the most precise date in it; of several the first."""
    found: dict[str, str] = {}
    for date in sorted(dates, key=lambda date: (-len(date), date)):
        for coarse in (date[:4], date[:7], date):
            found.setdefault(coarse, date)
    return found


def _place_starts(signs: Sequence[Sign]) -> list[Sign]:
    """Return the signs; starts within months of each other, without an end between them, get the same position."""
    starts = [sign for sign in signs if sign.moment == "start"]
    ends = [sign for sign in signs if sign.moment == "end"]
    placed: dict[str, str] = {}
    near: list[str] = []
    for date in [*sorted({sign.precise for sign in starts}), None]:
        if near and (date is None or not _is_one_start(near[-1], date, ends)):
            ranked = rank_dates([sign for sign in starts if sign.precise in near])
            placed |= dict.fromkeys(near, ranked[0])
            near = []
        near += [date] if date else []
    return [sign._replace(placed=placed[sign.precise]) if sign.moment == "start" else sign for sign in signs]


def _is_one_start(one: str, other: str, ends: Sequence[Sign]) -> bool:
    """Whether two dates are close enough to be the same start, because nobody takes an office twice within months."""
    is_near = _count_months(first_day(other)) - _count_months(first_day(one)) < _MONTHS_APART
    return is_near and not any(one <= end.precise <= other for end in ends)


def _count_months(day: str) -> int:
    return 12 * int(day[:4]) + int(day[5:7])


def _find_order(sign: Sign) -> tuple[str, int]:
    """Return the position of a sign in time: a start as early, an end as late as its date allows."""
    if sign.moment == "end":
        is_one_day = sign.claim.start == sign.claim.end
        return last_day(sign.placed), len(_ORDER) if is_one_day else _ORDER.index("end")
    return first_day(sign.placed), _ORDER.index(sign.moment)


def rank_dates(signs: Sequence[Sign]) -> tuple[str, ...]:
    """Return the precise dates of signs: those that most pages support first, then those of the newest page."""
    return tuple(sorted({sign.precise for sign in signs}, key=lambda date: _weigh(date, signs), reverse=True))


def _weigh(date: str, signs: Sequence[Sign]) -> tuple[int, str, str]:
    pages = {sign.claim.source for sign in signs if date.startswith(sign.date)}
    newest = max((sign.claim.published or "" for sign in signs if sign.date == date), default="")
    return len(pages), newest, date
