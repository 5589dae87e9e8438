"""The timeline of a country, newest first, undated last; by default only the main entries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Unpack

from tradefacts.answer import Answer, answer
from tradefacts.factbase import Claim, FactBase
from tradefacts.named_tuples import NamedTuple
from tradefacts.period import is_bare_year
from tradefacts.places import Pair
from tradefacts.query import Filters, Query, find_claims, limit, prepare_query, resolve_places
from tradefacts.questions.meetings import find_meetings
from tradefacts.reckoning.keys import group_by_key
from tradefacts.reckoning.readings import Figure, find_figures
from tradefacts.vocabulary import KINDS

# Words in the names of important meetings: those of leaders and of standing commissions, not phone calls.
_MEETINGS = ("summit", "commission", "council", "state visit", "official visit", "consultative meeting")


SHORT = 60
"""Up to this many entries, a timeline is shown in full."""


class Entry(NamedTuple):
    """One line of a timeline."""

    date: Annotated[str | None, "a year, a month or a day; null if no page dates it"]
    what: Annotated[str, "figures are listed under the end of their period, targets and projects when they were stated"]
    facts: Annotated[tuple[str, ...], "ids of its claims"]
    is_disputed: Annotated[bool, "whether another figure in the same statistics contradicts a year's turnover"] = False


class TimelineResult(NamedTuple):
    """The entries of a timeline."""

    place: Annotated[str, "code of the country or group"]
    total: Annotated[int, "the number of entries including minor ones"]
    entries: Annotated[tuple[Entry, ...], "newest first, undated last"]


def ask_timeline(
    base: FactBase, place: str, *, partner: str | None = None, everything: bool = False, **filters: Unpack[Filters]
) -> Answer[TimelineResult]:
    """Return the timeline of a country or group; with a partner, what concerns both.

    Raises:
        UnknownPlaceError: a place is unknown.
        InvalidPeriodError: a date is invalid.
        InvalidQueryError: both places are the same country.
    """
    (*_, partner_code) = [None] if partner is None else resolve_places(base, (place, partner))
    query = prepare_query(base, (place,), filters, **{"with": partner_code, "all": everything})
    claims, notes = _find_about(base, query, partner_code)
    found = _make_entries(claims)
    chosen = found if everything or query.selection.kinds else _choose(found, claims)
    entries = limit(chosen, query.limit)
    if len(found) > len(chosen):
        notes = [*notes, f"{len(found) - len(chosen)} more entries with --all"]
    kept = {name for entry in entries for name in entry.facts}
    (code,) = query.places
    if not entries:
        notes = [*notes, f"no dated facts about {code} match the filters (try 'tradefacts coverage')"]
    shown = [claim for claim in claims if claim.id in kept]
    return answer(base, "timeline", query.asked, TimelineResult(code, len(found), tuple(entries)), shown, notes)


def _find_about(base: FactBase, query: Query, partner: str | None) -> tuple[list[Claim], list[str]]:
    """Return the claims that concern both places; of a group with itself, what is among its members, and notes."""
    (place,) = query.places
    if partner != place:
        return find_claims(base, query.selection._replace(other_place=partner))
    claims, notes = find_claims(base, query.selection._replace(pair=str(Pair(place, place))))
    (group,) = (stored for stored in base.list_bodies("groups") if stored["code"] == place)
    inside = {place, *group["members"]}
    return [claim for claim in claims if claim.kind != "event" or inside.issuperset(claim.parties)], notes


def _make_entries(claims: list[Claim]) -> list[Entry]:
    """Return one entry for each statement on a day; claims that print the same about the same subject are one entry."""
    grouped: dict[tuple[object, ...], list[str]] = {}
    for claim in claims:
        for date, what in _find_moments(claim):
            grouped.setdefault((date, what, *_find_same(claim)), []).append(claim.id)
    entries = [Entry(key[0], key[1], tuple(ids)) for key, ids in grouped.items()]  # type: ignore[arg-type]  # as grouped
    meetings = find_meetings([claim for claim in claims if claim.kind == "event"])
    entries += [Entry(meeting.date or meeting.reported, "meeting", meeting.facts) for meeting in meetings]
    return _sort(entries)


def _sort(entries: list[Entry]) -> list[Entry]:
    """Return entries newest first; a month without a day comes after the days of the month."""
    return sorted(entries, key=lambda entry: entry.date or "", reverse=True)


def _find_same(claim: Claim) -> tuple[object, ...]:
    """Return a key that claims with the same content share; kinds without a figure or office never share one."""
    if claim.kind == "term":
        return claim.kind, claim.person, claim.office
    if not KINDS[claim.kind].figure:
        return (claim.id,)
    about = (claim.kind, claim.pair, claim.flow, claim.exporter, claim.reporter, claim.period, claim.base_period)
    return (*about, claim.amount, claim.bound, claim.scope, claim.status, claim.whole)


def _choose(entries: list[Entry], claims: list[Claim]) -> list[Entry]:
    """Return the main entries: each pair's turnover by year, new targets, important meetings, changes of office.

    A short timeline is returned in full.
    """
    if len(entries) <= SHORT:
        return entries
    by_id = {claim.id: claim for claim in claims}
    stated: set[tuple[object, ...]] = set()
    # From the oldest on, because a goal is new only once.
    chosen = [entry for entry in reversed(entries) if _matters(entry, by_id[entry.facts[0]], stated)]
    return _sort([*reversed(chosen), *_find_turnovers(claims)])


def _matters(entry: Entry, claim: Claim, stated: set[tuple[object, ...]]) -> bool:
    if entry.what == "target":
        goal = (claim.pair, claim.exporter, claim.amount)
        is_new = entry.date is not None and goal not in stated
        stated.add(goal)
        return is_new
    if entry.what == "meeting":
        return entry.date is not None and any(word in (claim.name or "").lower() for word in _MEETINGS)
    return entry.what in {"took office", "left office", "project"}


def _find_turnovers(claims: list[Claim]) -> list[Entry]:
    """Return each pair's turnover for each full year: of all statistics, the leading figure with the most voices."""
    years: dict[tuple[Pair | None, str], list[tuple[Figure, bool]]] = {}
    volumes = [claim for claim in claims if claim.kind == "volume" and claim.flow == "turnover" and not claim.scope]
    for key, group in group_by_key(volumes).items():
        if key.period is not None and is_bare_year(key.period):
            figures = find_figures(group).figures
            is_disputed = any(figure.verdict == "contradicted" for figure in figures)
            years.setdefault((group[0].pair, key.period), []).extend((figure, is_disputed) for figure in figures[:1])
    best = [(year, max(found, key=lambda item: item[0].voices)) for (_, year), found in years.items() if found]
    return [Entry(f"{year}-12", "figure", figure.facts, is_disputed) for year, (figure, is_disputed) in best]


def _find_moments(claim: Claim) -> Iterator[tuple[str | None, str]]:
    """Yield the dates under which a claim is listed, with the kind of entry; meetings are collected separately."""
    kind = KINDS[claim.kind]
    if claim.kind == "event":
        return
    dated = [(getattr(claim, key), what) for key, what in kind.moments.items()]
    found = [(date, what) for date, what in dated if date is not None]
    yield from found or ([(getattr(claim, kind.otherwise[0]), kind.otherwise[1])] if kind.otherwise else dated)
