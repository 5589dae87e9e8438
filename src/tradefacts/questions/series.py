"""Series of full years: the record of a pair year by year, or a place's trade with each of its partners."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Unpack

from tradefacts.answer import Answer, answer
from tradefacts.errors import InvalidQueryError
from tradefacts.factbase import Claim, FactBase
from tradefacts.named_tuples import NamedTuple
from tradefacts.period import is_bare_year
from tradefacts.places import Pair
from tradefacts.query import Filters, Query, find_claims, limit, prepare_query
from tradefacts.questions.by_statistics import (
    StatisticsRow,
    find_statistics_rows,
    is_against_year_before,
)
from tradefacts.questions.headline import Following
from tradefacts.questions.pair import Cell, Row, explain_emptiness, find_rows, is_in_rows
from tradefacts.reckoning.derivations import find_derivations
from tradefacts.reckoning.derived import Derived
from tradefacts.reckoning.keys import group_by_key
from tradefacts.reckoning.readings import find_figures
from tradefacts.vocabulary import MAIN_CURRENCY


class Line(NamedTuple):
    """One flow in one year, in one set of statistics."""

    pair: Annotated[tuple[str, str], "the two places, sorted by code"]
    year: Annotated[int, "the full year"]
    flow: Annotated[str, "turnover or goods (see exporter and importer)"]
    exporter: Annotated[str | None, "place that sends the goods; null for turnover"]
    importer: Annotated[str | None, "place that receives the goods; null for turnover"]
    reporter: Annotated[str | None, "whose statistics it is, if the pages say so"]
    currency: Annotated[str | None, "ISO 4217 code; null if only a change is on record"]
    volume: Annotated[Cell | None, "what was printed, the leading figure first; null if nothing was"]
    change: Annotated[Cell | None, "growth on the previous year as printed; null if no page prints any"]
    growth: Annotated[Derived | None, "growth between the leading figures of both years; null if one is missing"]
    calculated: Annotated[Derived | None, "a derived volume that no page prints; null unless it adds information"]


class SeriesResult(NamedTuple):
    """The lines of a pair by year, or of a place by partner."""

    pair: Annotated[tuple[str, str] | None, "the two places that were asked for, sorted by code; null for one place"]
    place: Annotated[str | None, "the place whose partners were asked for; null for a pair"]
    lines: Annotated[
        tuple[Line, ...],
        "for a pair, by flow and year, oldest first, the main line of a year first; for a place, the newest "
        "full year with each partner: countries before groups, US dollars before other currencies, the largest first",
    ]
    without: Annotated[tuple[str, ...], "partners of a place without a full year on record for that flow"]


def ask_series(
    base: FactBase,
    place: str,
    partner: str | None = None,
    *,
    everything: bool = False,
    **filters: Unpack[Filters],
) -> Answer[SeriesResult]:
    """Return the record of a pair year by year; with one place, its newest full year with each partner.

    On a screen, `everything` shows every figure and flow. A limit keeps the newest years, or the largest partners.

    Raises:
        UnknownPlaceError: a place is unknown.
        InvalidQueryError: both places are the same country, or a filter is invalid.
        InvalidPeriodError: a date is invalid.
    """
    query = prepare_query(base, (place, partner), filters, all=everything)
    if query.selection.flow == "balance":
        raise InvalidQueryError("balances make no series", hint="expected --flow turnover, exports or imports")
    found, notes = find_claims(base, query.selection)
    claims = [claim for claim in found if is_in_rows(claim) and is_bare_year(claim.period)]
    result = _find_years(query, claims) if len(query.places) > 1 else _find_partners(base, query, claims)
    if not found:
        notes = [*notes, explain_emptiness(base, *query.places)]
    cited = set(_list_facts(result.lines))
    return answer(base, "series", query.asked, result, [claim for claim in claims if claim.id in cited], notes)


def find_lines(pair: Pair, claims: Sequence[Claim]) -> list[Line]:
    """Return the lines of a pair from its claims on full years: turnover, then goods each way, by year.

    The main line of a year comes first.
    """
    groups = group_by_key(claims)
    figures = {key: find_figures(group) for key, group in groups.items()}
    by_id = {claim.id: claim for claim in claims}
    rows = find_rows(groups, figures)
    derived = [derivation.derived for derivation in find_derivations(groups, figures).made]
    following = Following(derived, by_id)
    lines: list[Line] = []
    for exporter in dict.fromkeys((None, *pair)):
        of_flow = [Row(row.period, tuple(cell for cell in row.cells if cell.exporter == exporter)) for row in rows]
        printed = find_statistics_rows(of_flow, pair.first, by_id)
        made = (_make_line(pair, row, following, exporter) for row in printed)
        # A row may have only growth over several years.
        found = [line for line in made if line.volume or line.change]
        for figure in following.list_volumes(exporter):
            _enter(figure, found, pair)
        lines += sorted(found, key=lambda line: line.year)
    return lines


def _make_line(pair: Pair, row: StatisticsRow, following: Following, exporter: str | None) -> Line:
    usual = (cell for cell in row.other_changes if is_against_year_before(cell, row.period))
    volume = row.turnover or row.there or row.back
    return Line(
        (pair.first, pair.second),
        int(row.period),
        *_name_flow(pair, exporter),
        row.reporter,
        row.currency,
        volume,
        row.change or next(usual, None),
        following.find("growth", row.period, row, exporter) if volume else None,
        None,
    )


def _enter(figure: Derived, lines: list[Line], pair: Pair) -> None:
    """Add a derived volume to the line of its year and statistics, or as a line of its own."""
    key = int(figure.period), figure.reporter
    for place, line in enumerate(lines):
        # A change without a volume has no currency.
        if (line.year, line.reporter) == key and line.currency in {figure.unit, None}:
            if line.calculated is None:
                lines[place] = line._replace(currency=figure.unit, calculated=figure)
            return
    flow = _name_flow(pair, figure.exporter)
    lines.append(Line((pair.first, pair.second), key[0], *flow, key[1], figure.unit, None, None, None, figure))


def _name_flow(pair: Pair, exporter: str | None) -> tuple[str, str | None, str | None]:
    """Return flow, exporter and importer."""
    if exporter is None:
        return "turnover", None, None
    return "goods", exporter, pair.second if exporter == pair.first else pair.first


def _find_years(query: Query, claims: Sequence[Claim]) -> SeriesResult:
    pair = query.pair
    lines = find_lines(pair, claims)
    newest = limit(sorted({line.year for line in lines}, reverse=True), query.limit)
    return SeriesResult((pair.first, pair.second), None, tuple(line for line in lines if line.year in newest), ())


def _find_partners(base: FactBase, query: Query, claims: Sequence[Claim]) -> SeriesResult:
    (place,) = query.places
    newest = find_newest(claims, is_turnover=query.selection.exporter is None and query.selection.importer is None)
    lines = [line for line in newest.values() if line]
    lines.sort(key=lambda line: (base.is_group(find_partner(place, line.pair)), *_rank(line)))
    without = sorted(find_partner(place, (pair.first, pair.second)) for pair, line in newest.items() if line is None)
    return SeriesResult(None, place, tuple(limit(lines, query.limit)), tuple(without))


def find_newest(claims: Iterable[Claim], *, is_turnover: bool = True) -> dict[Pair, Line | None]:
    """Return the main line of each pair's newest full year with a figure; None if there is none.

    The claims must be for full years and belong in rows; unless turnover is wanted, those on goods must be for one
    direction.
    """
    by_pair: dict[Pair, list[Claim]] = {}
    for claim in claims:
        if claim.pair is not None:
            by_pair.setdefault(claim.pair, []).append(claim)
    newest: dict[Pair, Line | None] = {}
    for pair, group in by_pair.items():
        lines = [line for line in find_lines(pair, group) if line.volume and (line.flow == "turnover") == is_turnover]
        year = max((line.year for line in lines), default=None)
        newest[pair] = next((line for line in lines if line.year == year), None)
    return newest


def find_partner(place: str, pair: tuple[str, str]) -> str:
    """Return the other place of a pair; the place itself for the trade inside a group."""
    return pair[1] if pair[0] == place else pair[0]


def _rank(line: Line) -> tuple[object, ...]:
    """Return the sort key of partners: US dollars first, then the largest leading figure."""
    leading = line.volume.figures[0] if line.volume else None
    size = (leading.low if leading.low is not None else leading.high) if leading else None
    return line.currency != MAIN_CURRENCY, line.currency or "", -(size or 0), line.pair


def _list_facts(lines: Iterable[Line]) -> Iterator[str]:
    """Yield the ids of the claims behind the lines."""
    for line in lines:
        for cell in (line.volume, line.change):
            for figure in cell.figures if cell else ():
                yield from figure.facts
            for rate in cell.rates if cell else ():
                for between in (rate.computed, rate.fits, rate.refused_by):
                    yield from (*between.later.facts, *between.earlier.facts) if between else ()
        for derived in (line.growth, line.calculated):
            yield from derived.from_ if derived else ()
