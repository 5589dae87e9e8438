"""What the base covers: how many claims for each pair and year, so that gaps are seen."""

from typing import Annotated, NamedTuple

from tradefacts.answer import Answer, answer
from tradefacts.asking import NOTHING, Wanted, find_filters, limit
from tradefacts.factbase import FactBase


class Coverage(NamedTuple):
    """One pair."""

    pair: Annotated[tuple[str, str], "the two places, sorted by code"]
    facts: Annotated[int, "how many claims there are about it"]
    years: Annotated[dict[str, int], "how many figures for each year, by the end of their period"]


class CountriesResult(NamedTuple):
    """The coverage, and the places it speaks of."""

    countries: Annotated[dict[str, str], "code and name of every country and group in the base"]
    pairs: Annotated[tuple[Coverage, ...], "by pair"]


def ask_countries(base: FactBase, wanted: Wanted = NOTHING, *, place: str | None = None) -> Answer[CountriesResult]:
    """Return how many claims the base holds for each pair and year.

    Raises:
        UnknownPlaceError: the place is unknown.
        InvalidPeriodError: a date is not one.
    """
    filters = find_filters(base, wanted)
    if place is not None:
        filters = filters._replace(place=base.resolve_place(place))
    counted: dict[str, dict[str | None, int]] = {}
    for pair, year, count in base.count_by_year(filters):
        counted.setdefault(pair, {})[year] = count
    pairs = limit([_cover(pair, years) for pair, years in counted.items()], wanted.limit)
    query = {**({"place": filters.place} if place else {}), **wanted.as_query()}
    places = base.name_all(("countries", "groups"))
    notes = [] if pairs else ["no facts pass the filters"]
    return answer(base, "countries", query, CountriesResult(places, tuple(pairs)), [], notes)


def _cover(pair: str, years: dict[str | None, int]) -> Coverage:
    first, second = pair.split("-", 1)
    dated = {year: count for year, count in years.items() if year is not None}
    return Coverage((first, second), sum(years.values()), dated)
