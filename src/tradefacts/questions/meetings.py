"""Meetings: the events that pages report, each shown once however many pages report it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any

from tradefacts.factbase import Claim
from tradefacts.named_tuples import NamedTuple

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


class Report(NamedTuple):
    """One event as a page reports it; the day it is placed at is counted from the year 1."""

    claim: Claim
    parties: set[str]
    participants: list[str]
    day: int | None


def find_meetings(events: Sequence[Claim]) -> list[Meeting]:
    """Return the meetings that the events report, oldest first, undated last.

    Pages report the same meeting where its name is the same, two of its places at least are (or all that one page
    names), and the days, printed or of publication, are no further apart than `NEAR`; a page without any day joins
    the newest. Unnamed meetings are never merged.
    """
    meetings: dict[str, list[list[Report]]] = {}
    for claim in sorted(events, key=lambda claim: claim.date or claim.published or "9999"):
        report = Report(claim, **_read_people(claim), day=_count_days(claim.date or claim.published))
        named = meetings.setdefault(claim.name or claim.id, [])
        known = next((reports for reports in reversed(named) if _is_same(reports[-1], report)), None)
        if known is None:
            named.append([report])
        else:
            known.append(report)
    found = [_make_meeting(reports) for named in meetings.values() for reports in named]
    return sorted(found, key=lambda meeting: meeting.date or meeting.reported or "9999")


def _read_people(claim: Claim) -> dict[str, Any]:
    """Return the parties and participants of a meeting, so that its stored form is parsed once."""
    stored = claim.stored
    return {"parties": set(stored["parties"]), "participants": stored["participants"]}


def _is_same(earlier: Report, later: Report) -> bool:
    """Whether two reports with the same name are about earlier meeting."""
    shared = earlier.parties & later.parties
    if len(shared) < 2 and shared not in (earlier.parties, later.parties):  # noqa: PLR2004 - a meeting has two sides
        return False
    return later.day is None or (earlier.day is not None and later.day - earlier.day <= NEAR)


def _count_days(written: str | None) -> int | None:
    """Return a date as days since the year 1; one that is only a year or a month as its first day."""
    return None if written is None else date.fromisoformat(f"{written}-01-01"[:10]).toordinal()


def _make_meeting(reports: list[Report]) -> Meeting:
    claims = [report.claim for report in reports]
    return Meeting(
        claims[0].name,
        next((claim.date for claim in claims if claim.date), None),
        min((claim.published for claim in claims if claim.published), default=None),
        next((claim.venue for claim in claims if claim.venue), None),
        tuple(sorted(set().union(*(report.parties for report in reports)))),
        tuple(dict.fromkeys(person for report in reports for person in report.participants)),
        tuple(claim.id for claim in claims),
    )
