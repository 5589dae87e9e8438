"""Every claim that passes the filters, and the pages they stand on."""

from typing import Annotated, NamedTuple

from tradefacts.answer import Answer, answer
from tradefacts.asking import NOTHING, Wanted, find_claims, find_filters, find_pair, limit
from tradefacts.factbase import FactBase
from tradefacts.factbase.filters import Filters


class FactsResult(NamedTuple):
    """How many claims there are."""

    total: Annotated[int, "how many claims pass the filters"]
    shown: Annotated[int, "how many of them the answer holds"]


class CitedPage(NamedTuple):
    """A page and what stands on it."""

    id: Annotated[str, "id of the page"]
    publisher: Annotated[str, "whose page it is"]
    origin: Annotated[str | None, "the agency the page credits"]
    title: Annotated[str | None, "its title"]
    url: Annotated[str | None, "its address"]
    published: Annotated[str | None, "when it was published"]
    facts: Annotated[int, "how many of its claims pass the filters"]


class SourcesResult(NamedTuple):
    """The pages."""

    sources: Annotated[tuple[CitedPage, ...], "oldest first, undated last"]


def ask_facts(base: FactBase, places: tuple[str, ...] = (), wanted: Wanted = NOTHING) -> Answer[FactsResult]:
    """Return every claim about the places (none, one or two of them) that passes the filters, in the base's order.

    Raises:
        UnknownPlaceError: a place is unknown.
        InvalidQueryError: both places are the same country, or a filter is not one.
        InvalidPeriodError: a date is not one.
    """
    filters, query = _find_place_filters(base, places, wanted)
    claims, notes = find_claims(base, filters)
    shown = limit(claims, wanted.limit)
    if not claims:
        notes = [*notes, "no facts pass the filters (try 'tradefacts countries')"]
    return answer(base, "facts", query, FactsResult(len(claims), len(shown)), shown, notes)


def ask_sources(base: FactBase, places: tuple[str, ...] = (), wanted: Wanted = NOTHING) -> Answer[SourcesResult]:
    """Return the pages that the claims passing the filters stand on; pages without any are left out.

    Raises:
        UnknownPlaceError: a place is unknown.
        InvalidQueryError: both places are the same country, or a filter is not one.
        InvalidPeriodError: a date is not one.
    """
    filters, query = _find_place_filters(base, places, wanted)
    pages = limit([CitedPage(*row) for row in base.count_by_page(filters)], wanted.limit)
    notes = [] if pages else ["no page passes the filters"]
    return answer(base, "sources", query, SourcesResult(tuple(pages)), [], notes)


def _find_place_filters(base: FactBase, places: tuple[str, ...], wanted: Wanted) -> tuple[Filters, dict[str, object]]:
    filters = find_filters(base, wanted)
    if len(places) > 1:
        pair = find_pair(base, *places[:2])
        return filters._replace(pair=str(pair)), {"pair": list(pair), **wanted.as_query()}
    if places:
        code = base.resolve_place(places[0])
        return filters._replace(place=code), {"place": code, **wanted.as_query()}
    return filters, wanted.as_query()
