"""Who held which office, as far as pages show it. An unknown end does not mean "still in office"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Annotated, Unpack

from tradefacts.answer import Answer, answer
from tradefacts.errors import InvalidPeriodError
from tradefacts.factbase import Claim, FactBase
from tradefacts.named_tuples import NamedTuple
from tradefacts.period import check_date
from tradefacts.query import Filters, find_claims, limit, prepare_query, select_kind, write_date
from tradefacts.reckoning.holders import Reason, Standing, Status, find_holders
from tradefacts.reckoning.spells import Spell, find_next, find_spells, is_shared

if TYPE_CHECKING:
    from tradefacts.query import Date

_SHOWN = (
    "head of state",
    "head of government",
    "trade minister",
    "first deputy head of government",
    "deputy head of government",
    "foreign minister",
    "economy minister",
)
"""The roles shown unless all are asked for, in their order."""


class Official(NamedTuple):
    """One spell of a person in an office, as shown by all pages together."""

    person: Annotated[str, "id of the person"]
    office: Annotated[str, "id of the office"]
    country: Annotated[str, "code of the country"]
    role: Annotated[str, "what the office does"]
    second_role: Annotated[str | None, "its second role, if the office has two"]
    acting: Annotated[bool, "whether the person is only acting; holding the office in full is another spell"]
    start: Annotated[str | None, "when the person took it: the most precise date, or the one of most pages"]
    end: Annotated[str | None, "when the person left it, chosen in the same way"]
    other_starts: Annotated[tuple[str, ...], "other dates that pages give for the start, or for taking it again"]
    other_ends: Annotated[tuple[str, ...], "other dates that pages give for the end"]
    first_seen: Annotated[str | None, "first date on which a page shows the person in office"]
    last_seen: Annotated[str | None, "last such date"]
    next_sign: Annotated[str | None, "for a spell without an end: first date that shows the next holder"]
    next_fact: Annotated[str | None, "id of the claim that shows it"]
    status: Annotated[Status | None, "how certain the holder on that day is; null without a day"]
    reason: Annotated[Reason | None, "what the spell says about that day"]
    facts: Annotated[tuple[str, ...], "ids of the claims, oldest date first"]


class OfficialsResult(NamedTuple):
    """The officials."""

    on: Annotated[str | None, "the day asked for"]
    officials: Annotated[
        tuple[Official, ...],
        "by country and role, newest first within an office; for a day, the holder first",
    ]


class _Office(NamedTuple):
    """An office as the base records it."""

    id: str
    country: str
    role: str
    second_role: str | None

    @property
    def order(self) -> tuple[str, int, str, str]:
        """Its sort key."""
        return self.country, _SHOWN.index(self.role) if self.is_leading else len(_SHOWN), self.role, self.id

    @property
    def is_leading(self) -> bool:
        """Whether it is shown by default."""
        return self.role in _SHOWN


def ask_officials(
    base: FactBase,
    place: str | None = None,
    *,
    on: Date | None = None,
    person: str | None = None,
    everything: bool = False,
    **filters: Unpack[Filters],
) -> Answer[OfficialsResult]:
    """Return who was in office, spell by spell; with `on`, what is known about that day.

    Without `everything` or a person: heads of state and government, their deputies, ministers in charge of trade,
    foreign affairs and the economy.

    Raises:
        UnknownPlaceError: the country is unknown.
        UnknownNameError: the person is unknown.
        AmbiguousNameError: the person's name is shared.
        InvalidPeriodError: the day is invalid.
    """
    speaker = None if person is None else base.resolve_speaker(person)
    day = None if on is None else _check_day(write_date(on))
    query = prepare_query(base, (place,), filters, person=speaker, on=day, all=everything)
    # A person's spells depend on the holders before and after, so everybody's terms are read.
    terms, notes = find_claims(base, select_kind(query, "term"))
    offices = {office.id: office for office in map(_Office._make, base.list_offices())}
    found = [official for official in _find_officials(terms, offices, day) if speaker in {None, official.person}]
    shown = [official for official in found if everything or speaker or offices[official.office].is_leading]
    hidden = {official.office for official in found} - {official.office for official in shown}
    shown = limit(shown, query.limit)
    if hidden:
        are = "office is" if len(hidden) == 1 else "offices are"
        notes = [*notes, f"{len(hidden)} other {are} not shown (use --all)"]
    if not shown:
        notes = [*notes, "no officials match (try 'tradefacts officials --all')"]
    result = OfficialsResult(day, tuple(shown))
    return answer(base, "officials", query.asked, result, _keep_claims(terms, shown), notes)


def _check_day(text: str) -> str:
    if len(check_date(text)) != len("2023-09-25"):
        raise InvalidPeriodError(f"invalid day {text!r}", hint="expected a day such as 2023-09-25")
    return text


def _find_officials(terms: list[Claim], offices: dict[str, _Office], on: str | None) -> Iterator[Official]:
    shared = {office.id for office in offices.values() if is_shared(office.role)}
    spells = sorted(find_spells(terms, shared), key=lambda spell: offices[spell.office].order)
    for name, group in groupby(spells, key=lambda spell: spell.office):
        held = sorted(group, key=_find_age, reverse=True)
        office = offices[name]
        if on is None:
            yield from (_make_official(spell, office, held, None) for spell in held)
        else:
            standings = find_holders(held, on, is_shared=name in shared)
            yield from (_make_official(standing.spell, office, held, standing) for standing in standings)


def _find_age(spell: Spell) -> tuple[str, bool, str]:
    """Return when a spell begins; of two on one day, the person who leaves is the older."""
    if not spell.signs:
        return "", False, ""
    return spell.first.earliest, spell.first.moment != "end", spell.last.earliest


def _make_official(spell: Spell, office: _Office, held: list[Spell], standing: Standing | None) -> Official:
    start, *other_starts = spell.starts or (None,)
    end, *other_ends = spell.ends or (None,)
    seen = [sign.date for sign in spell.sightings]
    following = None if is_shared(office.role) else find_next(spell, held)
    return Official(
        person=spell.person,
        office=office.id,
        country=office.country,
        role=office.role,
        second_role=office.second_role,
        acting=spell.acting,
        start=start,
        end=end,
        other_starts=tuple(other_starts),
        other_ends=tuple(other_ends),
        first_seen=seen[0] if seen else None,
        last_seen=seen[-1] if seen else None,
        next_sign=following[1].date if following else None,
        next_fact=following[1].claim.id if following else None,
        status=standing.status if standing else None,
        reason=standing.reason if standing else None,
        facts=tuple(claim.id for claim in spell.claims),
    )


def _keep_claims(terms: Iterable[Claim], shown: Iterable[Official]) -> list[Claim]:
    kept = {name for official in shown for name in (*official.facts, official.next_fact)}
    return [claim for claim in terms if claim.id in kept]
