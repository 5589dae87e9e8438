"""Every claim that passes the filters, and the pages they stand on."""

from typing import Annotated, NamedTuple, Unpack

from tradefacts.answer import Answer, answer
from tradefacts.factbase import FactBase
from tradefacts.query import Filters, find_claims, limit, prepare_query


class FactsResult(NamedTuple):
    """How many claims there are."""

    total: Annotated[int, "how many claims match the filters"]
    shown: Annotated[int, "how many of them the answer holds"]


class CitedPage(NamedTuple):
    """A page and what stands on it."""

    id: Annotated[str, "id of the page"]
    publisher: Annotated[str, "whose page it is"]
    origin: Annotated[str | None, "the agency the page credits"]
    title: Annotated[str | None, "its title"]
    url: Annotated[str | None, "its address"]
    published: Annotated[str | None, "when it was published"]
    facts: Annotated[int, "how many of its claims match the filters"]


class SourcesResult(NamedTuple):
    """The pages."""

    sources: Annotated[tuple[CitedPage, ...], "oldest first, undated last"]


def ask_facts(
    base: FactBase, place: str | None = None, partner: str | None = None, **filters: Unpack[Filters]
) -> Answer[FactsResult]:
    """Return every claim about the places (none, one or two of them) that matches the filters, in the base's order.

    Raises:
        UnknownPlaceError: a place is unknown.
        InvalidQueryError: both places are the same country, or a filter is not one.
        InvalidPeriodError: a date is not one.
    """
    query = prepare_query(base, (place, partner), filters)
    claims, notes = find_claims(base, query.selection)
    shown = limit(claims, query.limit)
    if not claims:
        notes = [*notes, "no facts match the filters (try 'tradefacts coverage')"]
    return answer(base, "facts", query.asked, FactsResult(len(claims), len(shown)), shown, notes)


def ask_sources(
    base: FactBase, place: str | None = None, partner: str | None = None, **filters: Unpack[Filters]
) -> Answer[SourcesResult]:
    """Return the pages that the claims matching the filters stand on; pages without any are left out.

    Raises:
        UnknownPlaceError: a place is unknown.
        InvalidQueryError: both places are the same country, or a filter is not one.
        InvalidPeriodError: a date is not one.
    """
    query = prepare_query(base, (place, partner), filters)
    pages = limit([CitedPage(*row) for row in base.count_by_page(query.selection)], query.limit)
    notes = [] if pages else ["no pages match the filters"]
    return answer(base, "sources", query.asked, SourcesResult(tuple(pages)), [], notes)
