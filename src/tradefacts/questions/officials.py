"""Who held which office, as far as pages show it: an unknown end is never "still"."""

from typing import Annotated, Literal, NamedTuple, Unpack

from tradefacts.answer import Answer, answer
from tradefacts.factbase import Claim, FactBase
from tradefacts.period import check_date, last_day
from tradefacts.query import Filters, find_claims, limit, prepare_query

Status = Literal["in office", "seen that day", "between two sightings", "last seen earlier", "first seen later"]
_KNOWN = ("in office", "seen that day", "between two sightings")
_LEADING = ("head of state", "head of government", "trade minister")
_SHOWN = (
    *_LEADING,
    "first deputy head of government",
    "deputy head of government",
    "foreign minister",
    "economy minister",
)


class Official(NamedTuple):
    """A person in an office, as all pages together show it."""

    person: Annotated[str, "id of the person"]
    office: Annotated[str, "id of the office"]
    country: Annotated[str, "code of the country"]
    role: Annotated[str, "what the office does"]
    start: Annotated[str | None, "when the person took it, most precisely, by the newest page that says so"]
    end: Annotated[str | None, "when the person left it, most precisely, by the newest page that says so"]
    first_seen: Annotated[str | None, "first day on which a page shows the person in it"]
    last_seen: Annotated[str | None, "last such day"]
    status: Annotated[Status | None, "what is known of the day asked for; null where none was, or nothing is known"]
    acting: Annotated[bool, "whether every page has the person as acting only"]
    facts: Annotated[tuple[str, ...], "ids of the claims"]


class OfficialsResult(NamedTuple):
    """The officials."""

    on: Annotated[str | None, "the day asked for"]
    officials: Annotated[tuple[Official, ...], "by country and role, oldest first within an office"]


def ask_officials(
    base: FactBase,
    place: str | None = None,
    *,
    on: str | None = None,
    person: str | None = None,
    everyone: bool = False,
    **filters: Unpack[Filters],
) -> Answer[OfficialsResult]:
    """Return who was in office; `on` a day, what is known of that day.

    Without `everyone` or a person: heads of state and government, their deputies, ministers in charge of trade.

    Raises:
        UnknownPlaceError: the country is unknown.
        UnknownNameError: the person is unknown.
        AmbiguousNameError: the person's name is shared.
        InvalidPeriodError: the day is not one.
    """
    speaker = None if person is None else base.resolve_speaker(person)
    day = None if on is None else check_date(on)
    query = prepare_query(base, (place,), filters, person=speaker, on=day, all=everyone)
    terms, notes = find_claims(base, query.selection._replace(kinds=("term",), person=speaker))
    offices = base.list_offices()
    roles = None if everyone or person is not None else _SHOWN
    officials = _make_officials(terms, offices, on)
    shown = [one for one in officials if roles is None or one.role in roles]
    shown = shown if on is None else _keep_telling(shown)
    shown = limit(shown, query.limit)
    kept = {name for one in shown for name in one.facts}
    hidden = sum(1 for one in officials if roles is not None and one.role not in roles)
    if hidden:
        notes = [*notes, f"{hidden} in other offices are not shown (use --all)"]
    if not shown:
        notes = [*notes, "no officials match (try 'tradefacts officials --all')"]
    claims = [claim for claim in terms if claim.id in kept]
    return answer(base, "officials", query.asked, OfficialsResult(on, tuple(shown)), claims, notes)


def find_status(official: Official, day: str) -> Status | None:
    """Return what is known of a day: an unknown start or end leaves only what was seen."""
    start, end, first, last = official.start, official.end, official.first_seen, official.last_seen
    if (end and last_day(end) < day) or (start and start > last_day(day)):
        return None
    if start and end:
        return "in office"
    # A day on which the office was taken or left is as good a sighting as any.
    seen = [moment for moment in (start, first, last, end) if moment]
    if not seen:
        return None
    if any(_is_same(moment, day) for moment in (start, first, last, end)):
        return "seen that day"
    if min(seen) > day:
        return "first seen later"
    return "between two sightings" if max(seen) > day else "last seen earlier"


def _keep_telling(officials: list[Official]) -> list[Official]:
    """Return who was in each office on the day, where that is known; else who was last before and first after."""
    kept: list[Official] = []
    by_office: dict[str, list[Official]] = {}
    for one in officials:
        by_office.setdefault(one.office, []).append(one)
    for holders in by_office.values():
        known = [one for one in holders if one.status in _KNOWN]
        before = [one for one in holders if one.status == "last seen earlier"]
        after = [one for one in holders if one.status == "first seen later"]
        kept += known or [*sorted(before, key=_last_sign)[-1:], *sorted(after, key=_first_sign)[:1]]
    return kept


def _last_sign(official: Official) -> str:
    return max(filter(None, (official.start, official.last_seen, official.end)), default="")


def _first_sign(official: Official) -> str:
    return min(filter(None, (official.start, official.first_seen, official.end)), default="9999")


def _is_same(moment: str | None, day: str) -> bool:
    return moment is not None and (moment == day or day.startswith(moment) or moment.startswith(day))


def _make_officials(terms: list[Claim], offices: dict[str, tuple[str, str]], on: str | None) -> list[Official]:
    grouped: dict[tuple[str, str], list[Claim]] = {}
    for claim in terms:
        grouped.setdefault((claim.office or "", claim.person or ""), []).append(claim)
    officials = [_make_official(claims, *offices[office], on) for (office, _), claims in grouped.items()]
    return sorted(officials, key=_order)


def _make_official(claims: list[Claim], country: str, role: str, on: str | None) -> Official:
    seen = [claim.seen_on for claim in claims if claim.seen_on]
    official = Official(
        claims[0].person or "",
        claims[0].office or "",
        country,
        role,
        _pick_date([(claim.start, claim.published) for claim in claims]),
        _pick_date([(claim.end, claim.published) for claim in claims]),
        min(seen, default=None),
        max(seen, default=None),
        None,
        all("acting" in (claim.note or "").lower() for claim in claims),
        tuple(claim.id for claim in claims),
    )
    if on is None:
        return official
    return official._replace(status=find_status(official, on))


def _pick_date(dates: list[tuple[str | None, str | None]]) -> str | None:
    """Return the most precise of the dates that pages give, by the newest page; the others stay in the facts."""
    given = [(len(date), published or "", date) for date, published in dates if date]
    return max(given)[2] if given else None


def _order(official: Official) -> tuple[str, int, str, str]:
    rank = _SHOWN.index(official.role) if official.role in _SHOWN else len(_SHOWN)
    return official.country, rank, official.role, official.start or official.first_seen or official.end or "9999"
