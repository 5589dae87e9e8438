"""Every claim that matches the filters, and the pages of the claims."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, Any, Unpack

from tradefacts.answer import Answer, answer
from tradefacts.factbase import Claim, FactBase
from tradefacts.factbase.sequences import Claims
from tradefacts.named_tuples import NamedTuple
from tradefacts.names import fold
from tradefacts.query import Filters, invert, limit, note_undated, prepare_query
from tradefacts.query import sort as sort_by


class FactsResult(NamedTuple):
    """How many claims there are."""

    total: Annotated[int, "how many claims match the filters"]
    shown: Annotated[int, "how many of them the answer holds"]


class CitedPage(NamedTuple):
    """A page and its number of claims."""

    id: Annotated[str, "id of the page"]
    publisher: Annotated[str, "who published it"]
    origin: Annotated[str | None, "the agency the page credits"]
    title: Annotated[str | None, "its title"]
    url: Annotated[str | None, "its address"]
    published: Annotated[str | None, "when it was published"]
    facts: Annotated[int, "how many of its claims match the filters"]


class SourcesResult(NamedTuple):
    """The pages."""

    sources: Annotated[tuple[CitedPage, ...], "oldest first, undated last, unless sorted otherwise"]


_CLAIM_KEYS: dict[str, Callable[[Claim], Any]] = {
    "period": lambda claim: (claim.last is None, invert(claim.last), invert(claim.first)),
    "published": lambda claim: (claim.published is None, invert(claim.published)),
    # Amounts of one currency can be compared, and percentages with each other.
    "value": lambda claim: (claim.amount is None, claim.currency or "~", -(claim.amount or 0)),
    "publisher": lambda claim: fold(claim.publisher),
}
_PAGE_KEYS: dict[str, Callable[[CitedPage], Any]] = {
    "published": lambda page: (page.published is None, invert(page.published)),
    "publisher": lambda page: fold(page.publisher),
    "facts": lambda page: -page.facts,
}


def ask_facts(
    base: FactBase,
    place: str | None = None,
    partner: str | None = None,
    *,
    sort: str | None = None,
    **filters: Unpack[Filters],
) -> Answer[FactsResult]:
    """Return every claim about the places (none, one or two) that matches the filters, in the order of the base.

    `sort` is `period` or `published` (newest first), `value` (largest first, by currency) or `publisher`.

    Raises:
        UnknownPlaceError: a place is unknown.
        InvalidQueryError: both places are the same country, or a filter is invalid.
        InvalidPeriodError: a date is invalid.
    """
    query = prepare_query(base, (place, partner), filters, sort=sort)
    # There may be very many: they are read when they are written, unless they have to be sorted.
    claims = Claims(base, query.selection, query.limit)
    shown: Sequence[Claim] = claims
    if sort is not None:
        shown = limit(sort_by(base.find_claims(query.selection), sort, _CLAIM_KEYS), query.limit)
    notes = note_undated(base, query.selection)
    if not claims:
        notes = [*notes, "no facts match the filters (try 'tradefacts coverage')"]
    return answer(base, "facts", query.asked, FactsResult(claims.total, len(claims)), shown, notes)


def ask_sources(
    base: FactBase,
    place: str | None = None,
    partner: str | None = None,
    *,
    sort: str | None = None,
    **filters: Unpack[Filters],
) -> Answer[SourcesResult]:
    """Return the pages of the claims that match the filters; a limit keeps the newest, unless they are sorted.

    `sort` is `published` (newest first), `publisher` or `facts` (most first).

    Raises:
        UnknownPlaceError: a place is unknown.
        InvalidQueryError: both places are the same country, or a filter is invalid.
        InvalidPeriodError: a date is invalid.
    """
    query = prepare_query(base, (place, partner), filters, sort=sort)
    pages = [CitedPage(*row) for row in base.count_by_page(query.selection)]
    if sort is None and query.limit is not None:
        newest = limit(sort_by(pages, "published", _PAGE_KEYS), query.limit)
        pages = [page for page in pages if page in newest]
    pages = limit(sort_by(pages, sort, _PAGE_KEYS), query.limit)
    notes = [] if pages else ["no pages match the filters"]
    return answer(base, "sources", query.asked, SourcesResult(tuple(pages)), [], notes)
