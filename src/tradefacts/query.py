"""Prepare every question: resolve names, check dates, combine filters, and repeat them for the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict, TypeVar

from tradefacts.direction import resolve_direction
from tradefacts.errors import InvalidPeriodError, InvalidQueryError
from tradefacts.factbase.selection import Selection
from tradefacts.named_tuples import NamedTuple
from tradefacts.names import check_choice
from tradefacts.period import Period, check_date, first_day, last_day
from tradefacts.places import Pair
from tradefacts.vocabulary import COMPARED, DIRECTED, KINDS, UNATTRIBUTED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from tradefacts.factbase import Claim, FactBase

    Date = str | int | date
    Several = str | Iterable[str]

Item = TypeVar("Item")


class Filters(TypedDict, total=False):
    """The filters that questions share, as a user writes them; None, or leaving one out, means no restriction.

    Where several values are possible, a claim must match one of them. Dates are a year, a month or a day.
    """

    year: Date | None
    since: Date | None
    until: Date | None
    kind: Several | None
    flow: str | None
    exporter: str | None
    importer: str | None
    reporter: Several | None
    source: Several | None
    by: Several | None
    known_by: Date | None
    limit: int | None


FILTERS = tuple(Filters.__annotations__)


class Query(NamedTuple):
    """A question with its names resolved."""

    places: tuple[str, ...]
    """The codes of the places it is about, in the order given: none, one or two."""
    selection: Selection
    limit: int | None
    asked: dict[str, Any]
    """The query for the answer: places, options and filters, in codes and ids."""

    @property
    def is_whole(self) -> bool:
        """Whether nothing is filtered out."""
        return self.limit is None and self.selection == Selection()

    @property
    def pair(self) -> Pair:
        """The pair that it is about.

        Raises:
            InvalidQueryError: it is not about two places.
        """
        if len(self.places) != 2:  # noqa: PLR2004 - a pair
            all_partners = f"; 'tradefacts series {self.places[0]}' shows all partners" if self.places else ""
            hint = f"name both: KZ KG, or KZ-KG{all_partners}"
            raise InvalidQueryError(f"expected two places, found {len(self.places)}", hint=hint)
        return Pair.of(*self.places)


def prepare_query(
    base: FactBase,
    places: Sequence[str | None],
    filters: Filters,
    /,
    **options: object,
) -> Query:
    """Return a question about no place, one or two, in any spelling, with its filters; `options` are echoed, if given.

    Where two places are possible, one word can give both: `KZ-KG`.

    Raises:
        UnknownNameError: a place, person, body or source is unknown.
        AmbiguousNameError: a name is shared.
        InvalidPeriodError: a date is invalid.
        InvalidQueryError: both places are one country, or a filter is unknown, impossible or of no effect.
    """
    given = _check_filters(filters)
    codes = resolve_places(base, places)
    selection = _select(base, given, codes)
    _check_kinds(selection)
    asked: dict[str, Any] = {}
    if len(codes) > 1:
        selection = selection._replace(pair=str(Pair.of(*codes)))
        asked["pair"] = list(Pair.of(*codes))
    elif codes:
        selection = selection._replace(place=codes[0])
        asked["place"] = codes[0]
    asked |= {name: value for name, value in options.items() if value}
    return Query(tuple(codes), selection, given.get("limit"), asked | _echo(given, selection))


def select_kind(query: Query, kind: str) -> Selection:
    """Return the selection of a question that is about one kind of fact only.

    Raises:
        InvalidQueryError: a filter is for other kinds.
    """
    for other in query.selection.kinds:
        if other != kind:
            raise InvalidQueryError(
                f"--kind {other} has no effect on an answer that consists of facts of kind {kind!r}",
                hint="leave it out, or ask 'tradefacts facts'",
            )
    selection = query.selection._replace(kinds=(kind,))
    _check_kinds(selection)
    return selection


def resolve_places(base: FactBase, places: Sequence[str | None]) -> list[str]:
    """Return the codes of at most two places, in their order; None is a place that was not given.

    A single word is first tried as the name of one place.

    Raises:
        UnknownPlaceError: one of them is unknown.
        InvalidQueryError: there are more than two, or both are one country; only a group trades with itself.
    """
    names = [place for place in places if place is not None]
    if len(names) > 2:  # noqa: PLR2004 - trade has two sides
        raise InvalidQueryError(f"expected at most two places, found {len(names)}", hint="ask about two at a time")
    is_pair = len(names) == 1 and len(places) > 1
    codes = base.resolve_places(names[0]) if is_pair else [base.resolve_place(name) for name in names]
    if len(codes) > 1 and codes[0] == codes[1] and not base.is_group(codes[0]):
        message = (
            f"{names[0]!r} and {names[-1]!r} are the same country"
            if len(names) > 1
            else f"{names[0]!r} names one country twice"
        )
        raise InvalidQueryError(message, hint="name two countries, such as KZ KG")
    return codes


def find_claims(base: FactBase, selection: Selection) -> tuple[list[Claim], list[str]]:
    """Return the claims that match, and notes on those left out because they have no date."""
    return base.find_claims(selection), note_undated(base, selection)


def note_undated(base: FactBase, selection: Selection) -> list[str]:
    """Return notes on claims left out because they have no date."""
    counts = base.count_undated(selection)
    return [
        f"{count} {'fact' if count == 1 else 'facts'} without a date left out by {option}"
        for option, count in counts.items()
        if count
    ]


def limit(items: Sequence[Item], count: int | None) -> list[Item]:
    """Return the first `count` items, or all of them without a limit."""
    return list(items if count is None else items[:count])


def sort(items: Sequence[Item], key: str | None, keys: Mapping[str, Callable[[Item], Any]]) -> list[Item]:
    """Return items sorted by one of the keys, each a sort function; unchanged without a key.

    Raises:
        InvalidQueryError: there is no such key.
    """
    return list(items) if key is None else sorted(items, key=keys[check_choice("sort key", key, tuple(keys))])


def invert(written: str | None) -> tuple[int, ...]:
    """Return a sort key for dates from the newest to the oldest, with None last."""
    return tuple(-ord(sign) for sign in written) if written else (0,)


def _check_filters(filters: Filters) -> dict[str, Any]:
    """Return the filters that have a value, each with its type, dates as text."""
    given: dict[str, Any] = {name: value for name, value in filters.items() if value is not None}
    for name, value in given.items():
        check_choice("filter", name, FILTERS)
        given[name] = _take(name, value)
    if "year" in given and not Period.parse(given["year"]).is_year:
        raise InvalidPeriodError(f"invalid year {given['year']!r}", hint="expected a year such as 2023")
    if "year" in given and {"since", "until"} & given.keys():
        raise InvalidQueryError("a year and dates since or until exclude each other", hint="leave one of them out")
    since, until = given.get("since"), given.get("until")
    if since and until and first_day(since) > last_day(until):
        raise InvalidQueryError(f"since {since} is after until {until}", hint="exchange the two")
    return given


def _take(name: str, value: Any) -> Any:  # noqa: ANN401 - whatever a caller passes
    """Return the value of a filter, converted to its type."""
    if name in _SEVERAL:
        is_one = isinstance(value, str) or not hasattr(value, "__iter__")
        return tuple(_take_text(name, choice) for choice in ([value] if is_one else value))
    if name in _DATES:
        return check_date(write_date(value))
    return _take_count(value) if name == "limit" else _take_text(name, value)


def _take_text(name: str, value: object) -> str:
    if not isinstance(value, str):
        hint = f"{UNATTRIBUTED!r} stands for figures of which no page says it" if name == "reporter" else None
        raise InvalidQueryError(f"{name} {value!r} is not text", hint=hint)
    return value


def write_date(value: object) -> str:
    """Return a date as text; `date` and `datetime` objects give a day, and a number gives a year."""
    return value.isoformat()[:10] if hasattr(value, "isoformat") else f"{value}"


def _take_count(value: object) -> int:
    """Return a limit as a plain `int`, from any type of whole number."""
    count = value.__index__() if hasattr(value, "__index__") and value is not True else None
    if count is None:
        raise InvalidQueryError(f"limit {value!r} is not a whole number", hint="expected 1 or more")
    if count < 1:
        raise InvalidQueryError(f"limit {count} is not positive", hint="expected 1 or more")
    return int(count)


_SEVERAL = ("kind", "reporter", "source", "by")
_DATES = ("year", "since", "until", "known_by")


def _select(base: FactBase, given: dict[str, Any], codes: Sequence[str]) -> Selection:
    for kind in given.get("kind", ()):
        check_choice("kind", kind, tuple(KINDS))
    year = given.get("year")
    return Selection(
        kinds=given.get("kind", ()),
        reporters=_resolve_all(given, "reporter", lambda name: _resolve_reporter(base, name)),
        speakers=_resolve_all(given, "by", base.resolve_speaker),
        sources=_resolve_all(given, "source", base.resolve_source),
        since=f"{year}-01" if year else given.get("since"),
        until=f"{year}-12" if year else given.get("until"),
        known_by=given.get("known_by"),
        **resolve_direction(base, given, codes),
    )


def _check_kinds(selection: Selection) -> None:
    """Refuse filters by flow or statistics for kinds of facts that have neither."""
    is_of_flow = any((selection.flow, selection.exporter, selection.importer))
    _check_trait(selection, "flow", DIRECTED, "--flow, --exporter and --importer are" if is_of_flow else None)
    _check_trait(selection, "statistics", COMPARED, "--reporter is" if selection.reporters else None)


def _check_trait(selection: Selection, trait: str, kinds: Sequence[str], filtering: str | None) -> None:
    if filtering and selection.kinds and not set(selection.kinds) & set(kinds):
        message = f"facts of kind {selection.kinds[0]!r} have no {trait}"
        raise InvalidQueryError(message, hint=f"{filtering} for {', '.join(kinds)}")


def _resolve_all(given: dict[str, Any], name: str, resolve: Callable[[str], Item]) -> tuple[Item, ...]:
    return tuple(dict.fromkeys(resolve(value) for value in given.get(name, ())))


def _resolve_reporter(base: FactBase, name: str) -> str | None:
    return None if name.lower() == UNATTRIBUTED else base.resolve_place(name)


def _echo(given: dict[str, Any], selection: Selection) -> dict[str, Any]:
    """Return the filters that were given, as codes and ids, in their order."""
    resolved = {
        "kind": list(selection.kinds),
        "flow": selection.flow,
        "exporter": selection.exporter,
        "importer": selection.importer,
        "reporter": [UNATTRIBUTED if code is None else code for code in selection.reporters],
        "source": list(selection.sources),
        "by": list(selection.speakers),
    }
    echoed = {name: resolved.get(name, given.get(name)) for name in FILTERS}
    return {name: value for name, value in echoed.items() if value}
