"""The data of a chart: the turnover of a pair by year with its goals, or that of one place with each partner."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated, Unpack

from tradefacts.answer import Answer, answer
from tradefacts.factbase import Claim, FactBase
from tradefacts.named_tuples import NamedTuple
from tradefacts.period import is_bare_year
from tradefacts.places import Pair
from tradefacts.query import Filters, Query, find_claims, limit, prepare_query
from tradefacts.questions.by_statistics import StatisticsRow, find_statistics_rows
from tradefacts.questions.pair import Cell, ask_pair
from tradefacts.questions.series import find_newest, find_partner
from tradefacts.reckoning.goals import Goal, rank_goal

_CURRENCY = "USD"
"""The only currency of charts: others are not converted, and two scales in one picture would mislead."""


class Bar(NamedTuple):
    """The turnover of one pair in one full year, in one set of statistics."""

    pair: Annotated[tuple[str, str], "the two places, sorted by code"]
    year: Annotated[str, "the year"]
    reporter: Annotated[str | None, "whose statistics it is, if the pages say so"]
    turnover: Annotated[Cell, "its figures, the leading one first"]


class ChartResult(NamedTuple):
    """The data of a chart."""

    places: Annotated[tuple[str, ...], "the pair, sorted by code; or the one place that trades with each partner"]
    currency: Annotated[str, "ISO 4217 code"]
    bars: Annotated[tuple[Bar, ...], "for a pair, the newest year first; for partners, the largest first"]
    goals: Annotated[tuple[Goal, ...], "goals for the turnover of a pair, those still to be reached first"]


def ask_chart(
    base: FactBase, place: str, partner: str | None = None, **filters: Unpack[Filters]
) -> Answer[ChartResult]:
    """Return the turnover of a pair in every full year, or that of one place with each partner in its newest.

    Groups of countries are left out, because their members would count twice.

    Raises:
        UnknownPlaceError: a place is unknown.
        InvalidQueryError: both places are the same country, or a filter is invalid.
        InvalidPeriodError: a date is invalid.
    """
    query = prepare_query(base, (place, partner), filters)
    if len(query.places) > 1:
        return _chart_pair(base, query, filters)
    claims, notes = find_claims(base, query.selection)
    newest = find_newest(claim for claim in claims if _is_turnover_of_a_year(claim)).values()
    lines = [line for line in newest if line and not base.is_group(find_partner(query.places[0], line.pair))]
    bars = [Bar(line.pair, str(line.year), line.reporter, line.volume) for line in lines if line.volume]
    bars.sort(key=_find_size, reverse=True)
    result = ChartResult(query.places, _CURRENCY, tuple(limit(bars, query.limit)), ())
    return _answer(base, query, result, claims, notes)


def _chart_pair(base: FactBase, query: Query, filters: Filters) -> Answer[ChartResult]:
    """Return the full years and goals of a pair."""
    # Here the limit applies to bars, not to claims.
    unlimited: Filters = {**filters, "limit": None}
    asked = ask_pair(base, *query.places, **unlimited)
    by_id = {claim.id: claim for claim in asked.claims}
    rows = find_statistics_rows(asked.result.years, query.pair.first, by_id)
    goals = [goal for goal in asked.result.targets if (goal.flow, goal.currency) == ("turnover", _CURRENCY)]
    goals.sort(key=lambda goal: rank_goal(goal, base.as_of))
    bars = limit(_make_bars((query.pair, row) for row in rows), query.limit)
    result = ChartResult(tuple(query.pair), _CURRENCY, tuple(bars), tuple(goals))
    return _answer(base, query, result, asked.claims, asked.notes[len(base.notes) :])


def _answer(
    base: FactBase, query: Query, result: ChartResult, claims: Iterable[Claim], notes: Sequence[str]
) -> Answer[ChartResult]:
    """Return the answer with the claims that the chart shows."""
    kept = {name for bar in result.bars for figure in bar.turnover.figures for name in figure.facts}
    kept |= {name for goal in result.goals for name in (*goal.facts, *goal.bases)}
    if not result.bars:
        places = " ".join(query.places)
        notes = [*notes, f"no turnover of a full year in {_CURRENCY} matches (try 'tradefacts facts {places}')"]
    return answer(base, "chart", query.asked, result, [claim for claim in claims if claim.id in kept], notes)


def _is_turnover_of_a_year(claim: Claim) -> bool:
    """Whether a claim is a readable figure for the trade in all goods in a full year, in the currency of charts."""
    is_turnover = claim.kind == "volume" and claim.flow == "turnover" and claim.scope is None
    is_readable = claim.low is not None or claim.high is not None
    is_of_a_year = claim.period is not None and is_bare_year(claim.period)
    return is_turnover and is_readable and is_of_a_year and claim.currency == _CURRENCY


def _make_bars(rows: Iterable[tuple[Pair, StatisticsRow]]) -> list[Bar]:
    return [
        Bar((pair.first, pair.second), row.period, row.reporter, row.turnover)
        for pair, row in rows
        if row.turnover and row.currency == _CURRENCY
    ]


def _find_size(bar: Bar) -> float:
    """Return the midpoint of the leading figure; for a bound, its closed end."""
    ends = [end for end in bar.turnover.figures[0][2:4] if isinstance(end, (int, float))]
    return sum(ends) / len(ends)
