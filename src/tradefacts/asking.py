"""What every question does first: names to codes, dates checked, filters put together, claims found."""

from collections.abc import Sequence
from typing import Any, NamedTuple, TypeVar

from tradefacts.errors import InvalidPeriodError, InvalidQueryError
from tradefacts.factbase import Claim, FactBase
from tradefacts.factbase.filters import Filters
from tradefacts.period import Period, check_date
from tradefacts.places import Pair, suggest

Item = TypeVar("Item")

KINDS = ("volume", "growth", "share", "target", "project", "term", "event")
FLOWS = ("turnover", "exports", "imports", "balance")


class Wanted(NamedTuple):
    """The filters of a question as a user writes them; None asks nothing."""

    since: str | None = None
    until: str | None = None
    kind: str | None = None
    flow: str | None = None
    reporter: str | None = None
    source: str | None = None
    by: str | None = None
    known_by: str | None = None
    limit: int | None = None

    def as_query(self) -> dict[str, Any]:
        """Return the filters that were given, for the `query` of an answer."""
        return {name: value for name, value in self._asdict().items() if value is not None}


NOTHING = Wanted()
"""No filter: every claim passes."""


def find_pair(base: FactBase, one: str, other: str) -> Pair:
    """Return the pair of two places in any spelling.

    Raises:
        UnknownPlaceError: one of them is unknown.
        InvalidQueryError: both are the same country; only a group trades with itself.
    """
    first, second = base.resolve_place(one), base.resolve_place(other)
    if first == second and not base.is_group(first):
        raise InvalidQueryError(f"{one!r} and {other!r} are the same country", hint="name two countries, such as KZ KG")
    return Pair.of(first, second)


def find_filters(base: FactBase, wanted: Wanted) -> Filters:
    """Return the filters with names resolved and dates checked.

    Raises:
        UnknownNameError: a place, person, body or source is unknown.
        InvalidPeriodError: a date is not one.
        InvalidQueryError: a kind, flow or limit is not one.
    """
    _check_choice("kind", wanted.kind, KINDS)
    _check_choice("flow", wanted.flow, FLOWS)
    if wanted.limit is not None and wanted.limit < 0:
        raise InvalidQueryError(f"limit {wanted.limit} is negative", hint="expected 0 or more")
    for date in (wanted.since, wanted.until, wanted.known_by):
        if date is not None:
            check_date(date)
    return Filters(
        kind=wanted.kind,
        flow=wanted.flow,
        reporter=None if wanted.reporter is None else base.resolve_place(wanted.reporter),
        speaker=None if wanted.by is None else base.resolve_speaker(wanted.by),
        source=None if wanted.source is None else base.resolve_source(wanted.source),
        since=wanted.since,
        until=wanted.until,
        known_by=wanted.known_by,
    )


def find_claims(base: FactBase, filters: Filters, *, order: str = 'facts."order"') -> tuple[list[Claim], list[str]]:
    """Return the claims that meet the filters, and notes on those that a date could not judge."""
    counts = base.count_undated(filters)
    notes = [
        f"{count} {'fact' if count == 1 else 'facts'} without a date left out by {option}"
        for option, count in counts.items()
        if count
    ]
    return base.find_claims(filters, order=order), notes


def check_year(text: str) -> None:
    """Refuse what is not one calendar year.

    Raises:
        InvalidPeriodError: it is not one.
    """
    if not Period.parse(text).is_year:
        raise InvalidPeriodError(f"invalid year {text!r}", hint="expected a year such as 2023")


def limit(items: Sequence[Item], count: int | None) -> list[Item]:
    """Return the first `count` items; all of them where no limit is set."""
    return list(items if count is None else items[:count])


def _check_choice(name: str, value: str | None, choices: tuple[str, ...]) -> None:
    if value is not None and value not in choices:
        near = suggest(value, choices, count=1)
        hint = f"did you mean {near[0]}?" if near else f"one of: {', '.join(choices)}"
        raise InvalidQueryError(f"unknown {name} {value!r}", hint=hint)
