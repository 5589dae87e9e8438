"""One country, dated, oldest first, undated last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

from tradefacts.questions.answer import Answer, answer
from tradefacts.questions.asking import NOTHING, Wanted, find_claims, find_filters, limit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.factbase import Claim, FactBase

What = Literal["figure", "target", "project", "meeting", "took office", "left office", "seen in office"]
_FIGURES = ("volume", "growth", "share")


@dataclass(frozen=True)
class Entry:
    """One line of a timeline."""

    date: Annotated[str | None, "a year, a month or a day; null where no page dates it"]
    what: Annotated[What, "figures stand at the end of their period, targets and projects where they were stated"]
    facts: Annotated[tuple[str, ...], "ids of the claims that say it"]


@dataclass(frozen=True)
class TimelineResult:
    """What happened, as the pages tell it."""

    place: Annotated[str, "code of the country or group"]
    entries: Annotated[tuple[Entry, ...], "oldest first, undated last"]


def ask_timeline(
    base: FactBase, place: str, wanted: Wanted = NOTHING, *, partner: str | None = None, everything: bool = False
) -> Answer[TimelineResult]:
    """Return what concerns a country or group, in time; with a partner, what concerns both.

    Raises:
        UnknownPlaceError: a place is unknown.
        InvalidPeriodError: a date is not one.
    """
    code = base.resolve_place(place)
    other = None if partner is None else base.resolve_place(partner)
    claims, notes = find_claims(base, find_filters(base, wanted)._replace(place=code))
    if other is not None:
        among = {claim.id for claim in base.find_claims(find_filters(base, wanted)._replace(place=other))}
        claims = [claim for claim in claims if claim.id in among]
    entries = limit(_make_entries(claims), wanted.limit)
    kept = {name for entry in entries for name in entry.facts}
    if not entries:
        notes = [*notes, f"no dated facts about {code} pass the filters (try 'tradefacts countries')"]
    query = {"place": code, **({} if other is None else {"with": other}), **wanted.as_query()}
    shown = [claim for claim in claims if claim.id in kept]
    return answer(base, "timeline", query, TimelineResult(code, tuple(entries)), shown, notes)


def _make_entries(claims: list[Claim]) -> list[Entry]:
    """Return one entry for each thing said on a day: claims that print the same of the same are one entry."""
    grouped: dict[tuple[object, ...], list[str]] = {}
    for claim in claims:
        for date, what in _find_moments(claim):
            same = (date, what, claim.kind, claim.pair, claim.flow, claim.exporter, claim.reporter, claim.period)
            said = (claim.base_period, claim.amount, claim.bound, claim.scope, claim.name, claim.person, claim.office)
            grouped.setdefault((*same, *said, claim.status, claim.whole), []).append(claim.id)
    entries = [Entry(key[0], key[1], tuple(ids)) for key, ids in grouped.items()]  # type: ignore[arg-type]  # as grouped
    return sorted(entries, key=lambda entry: (entry.date is None, entry.date or ""))


def _find_moments(claim: Claim) -> Iterator[tuple[str | None, What]]:
    if claim.kind in _FIGURES:
        yield claim.last, "figure"
    elif claim.kind == "event":
        yield claim.date or claim.published, "meeting"
    elif claim.kind == "term":
        if claim.start:
            yield claim.start, "took office"
        if claim.end:
            yield claim.end, "left office"
        if not claim.start and not claim.end:
            yield claim.seen_on, "seen in office"
    else:
        yield claim.published, "target" if claim.kind == "target" else "project"
