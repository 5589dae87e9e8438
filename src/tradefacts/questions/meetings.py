"""Meetings: the events that pages report, each shown once however many pages report it."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Annotated, NamedTuple

from tradefacts.factbase import Claim

NEAR = 2
"""Days: a meeting lasts one or two, and is reported on the day or the next."""


class Meeting(NamedTuple):
    """One meeting."""

    name: Annotated[str | None, "its name"]
    date: Annotated[str | None, "when it was held, where a page says so"]
    reported: Annotated[str | None, "date of the oldest dated page that reports it"]
    venue: Annotated[str | None, "where it was held"]
    parties: Annotated[tuple[str, ...], "codes of the places that met, as any of the pages names them"]
    participants: Annotated[tuple[str, ...], "ids of the people who met, as any of the pages names them"]
    facts: Annotated[tuple[str, ...], "ids of the claims"]


def find_meetings(events: Sequence[Claim]) -> list[Meeting]:
    """Return the meetings that the events report, oldest first, undated last.

    Pages report the same meeting where its name is the same, two of its places at least are (or all that one page
    names), and the days, printed or of publication, lie no further apart than `NEAR`; a page without any day joins
    the newest. An unnamed meeting stands alone.
    """
    meetings: dict[str, list[list[Claim]]] = {}
    for claim in sorted(events, key=lambda claim: claim.date or claim.published or "9999"):
        named = meetings.setdefault(claim.name or claim.id, [])
        known = next((claims for claims in reversed(named) if _is_same(claims[-1], claim)), None)
        if known is None:
            named.append([claim])
        else:
            known.append(claim)
    found = [_make_meeting(claims) for named in meetings.values() for claims in named]
    return sorted(found, key=lambda meeting: meeting.date or meeting.reported or "9999")


def _is_same(one: Claim, later: Claim) -> bool:
    """Whether two reports under one name are of one meeting."""
    parties, others = _find_parties(one), _find_parties(later)
    shared = parties & others
    if len(shared) < 2 and shared not in (parties, others):  # noqa: PLR2004 - a meeting has two sides
        return False
    first, second = (_count_days(claim.date or claim.published) for claim in (one, later))
    return second is None or (first is not None and second - first <= NEAR)


def _find_parties(claim: Claim) -> set[str]:
    return set(json.loads(f"{claim.body}}}")["parties"])


def _count_days(written: str | None) -> int | None:
    """Return a date as days since the year 1; one that is only a year or a month as its first day."""
    return None if written is None else date.fromisoformat(f"{written}-01-01"[:10]).toordinal()


def _make_meeting(claims: list[Claim]) -> Meeting:
    bodies = [json.loads(f"{claim.body}}}") for claim in claims]
    participants = dict.fromkeys(person for body in bodies for person in body["participants"])
    parties = sorted({place for body in bodies for place in body["parties"]})
    dates = [claim.published for claim in claims if claim.published]
    return Meeting(
        claims[0].name,
        next((claim.date for claim in claims if claim.date), None),
        min(dates, default=None),
        next((claim.venue for claim in claims if claim.venue), None),
        tuple(parties),
        tuple(participants),
        tuple(claim.id for claim in claims),
    )
