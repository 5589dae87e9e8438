"""What the base covers: how many claims for each pair and year, so that gaps are seen."""

from typing import Annotated, NamedTuple, Unpack

from tradefacts.answer import Answer, answer
from tradefacts.factbase import FactBase
from tradefacts.query import Filters, limit, prepare_query


class Coverage(NamedTuple):
    """One pair."""

    pair: Annotated[tuple[str, str], "the two places, sorted by code"]
    facts: Annotated[int, "how many claims there are about it"]
    years: Annotated[dict[str, int], "how many figures for each year, by the end of their period"]


class CoverageResult(NamedTuple):
    """The coverage, and the places it speaks of."""

    countries: Annotated[dict[str, str], "code and name of every country and group in the base"]
    pairs: Annotated[tuple[Coverage, ...], "by pair"]


def ask_coverage(base: FactBase, place: str | None = None, **filters: Unpack[Filters]) -> Answer[CoverageResult]:
    """Return how many claims the base holds for each pair and year.

    Raises:
        UnknownPlaceError: the place is unknown.
        InvalidPeriodError: a date is not one.
    """
    query = prepare_query(base, (place,), filters)
    counted: dict[str, dict[str | None, int]] = {}
    for pair, year, count in base.count_by_year(query.selection):
        counted.setdefault(pair, {})[year] = count
    pairs = limit([_cover(pair, years) for pair, years in counted.items()], query.limit)
    places = base.name_all(("countries", "groups"))
    notes = [] if pairs else ["no facts match the filters"]
    return answer(base, "coverage", query.asked, CoverageResult(places, tuple(pairs)), [], notes)


def _cover(pair: str, years: dict[str | None, int]) -> Coverage:
    first, second = pair.split("-", 1)
    dated = {year: count for year, count in years.items() if year is not None}
    return Coverage((first, second), sum(years.values()), dated)
