"""Meetings: the events that pages report, each shown once however many pages report it."""

import json
from collections.abc import Sequence
from typing import Annotated, NamedTuple

from tradefacts.factbase import Claim


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

    Pages report the same meeting where name and date agree; where they give no date, where name, parties and the
    year of publication do. An unnamed one stands alone.
    """
    grouped: dict[tuple[object, ...], list[Claim]] = {}
    years: dict[tuple[object, ...], str] = {}
    for claim in sorted(events, key=lambda claim: claim.published is None):
        grouped.setdefault(_identify(claim, years), []).append(claim)
    meetings = [_make_meeting(claims) for claims in grouped.values()]
    return sorted(meetings, key=lambda meeting: meeting.date or meeting.reported or "9999")


def _identify(claim: Claim, years: dict[tuple[object, ...], str]) -> tuple[object, ...]:
    """Return what makes two reports one meeting; an undated page is taken to speak of the last dated one."""
    if not claim.name:
        return (claim.id,)
    if claim.date:
        return claim.name, claim.date
    same = (claim.name, *json.loads(f"{claim.body}}}")["parties"])
    if claim.published:
        years[same] = claim.published[:4]
    return (*same, years.get(same))


def _make_meeting(claims: list[Claim]) -> Meeting:
    bodies = [json.loads(f"{claim.body}}}") for claim in claims]
    participants = dict.fromkeys(person for body in bodies for person in body["participants"])
    parties = sorted({place for body in bodies for place in body["parties"]})
    dates = [claim.published for claim in claims if claim.published]
    return Meeting(
        claims[0].name,
        claims[0].date,
        min(dates, default=None),
        next((claim.venue for claim in claims if claim.venue), None),
        tuple(parties),
        tuple(participants),
        tuple(claim.id for claim in claims),
    )
