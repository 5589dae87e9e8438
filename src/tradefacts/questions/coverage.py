"""What the base covers: the number of claims for each pair and year."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Unpack

from tradefacts.answer import Answer, answer
from tradefacts.factbase import FactBase
from tradefacts.named_tuples import NamedTuple
from tradefacts.query import Filters, invert, limit, prepare_query
from tradefacts.query import sort as sort_by


class Coverage(NamedTuple):
    """One pair."""

    pair: Annotated[tuple[str, str], "the two places, sorted by code"]
    facts: Annotated[int, "how many claims there are about it"]
    years: Annotated[dict[str, int], "how many figures for each year, by the end of their period"]


class CoverageResult(NamedTuple):
    """The coverage, and the names of places."""

    countries: Annotated[dict[str, str], "code and name of every country and group in the base"]
    pairs: Annotated[tuple[Coverage, ...], "by pair"]


_KEYS: dict[str, Callable[[Coverage], Any]] = {
    "pair": lambda coverage: coverage.pair,
    "facts": lambda coverage: -coverage.facts,
    "newest": lambda coverage: invert(max(coverage.years, default=None)),
}


def ask_coverage(
    base: FactBase, place: str | None = None, *, sort: str | None = None, **filters: Unpack[Filters]
) -> Answer[CoverageResult]:
    """Return how many claims the base has for each pair and year.

    `sort` is `pair`, `facts` (most first) or `newest` (year).

    Raises:
        UnknownPlaceError: the place is unknown.
        InvalidPeriodError: a date is invalid.
    """
    query = prepare_query(base, (place,), filters, sort=sort)
    counted: dict[str, dict[str | None, int]] = {}
    for pair, year, count in base.count_by_year(query.selection):
        counted.setdefault(pair, {})[year] = count
    covered = [_cover(pair, years) for pair, years in counted.items()]
    pairs = limit(sort_by(covered, sort, _KEYS), query.limit)
    places = base.name_all(("countries", "groups"))
    notes = [] if pairs else ["no facts match the filters"]
    return answer(base, "coverage", query.asked, CoverageResult(places, tuple(pairs)), [], notes)


def _cover(pair: str, years: dict[str | None, int]) -> Coverage:
    first, second = pair.split("-", 1)
    dated = {year: count for year, count in years.items() if year is not None}
    return Coverage((first, second), sum(years.values()), dated)
