"""The data of a chart: one flow of a pair by period with its goals, or that of one place with each partner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Unpack

from tradefacts.answer import Answer, answer
from tradefacts.errors import InvalidQueryError
from tradefacts.factbase import Claim, FactBase
from tradefacts.named_tuples import NamedTuple
from tradefacts.names import did_you_mean
from tradefacts.period import is_bare_year
from tradefacts.query import Filters, Query, find_claims, limit, prepare_query
from tradefacts.questions.by_statistics import StatisticsRow, find_statistics_rows
from tradefacts.questions.pair import Cell, ask_pair, is_in_rows
from tradefacts.questions.series import find_newest, find_partner
from tradefacts.reckoning.goals import Goal, rank_goal
from tradefacts.vocabulary import MAIN_CURRENCY


class Bar(NamedTuple):
    """One flow of one pair in one period, in one set of statistics."""

    pair: Annotated[tuple[str, str], "the two places, sorted by code"]
    period: Annotated[str, "the full year; in a chart of parts of years, the months"]
    reporter: Annotated[str | None, "whose statistics it is, if the pages say so"]
    volume: Annotated[Cell, "its figures, the leading one first"]


class Undrawn(NamedTuple):
    """Figures of a pair that a chart leaves out: one scale has one flow, one currency and one sort of period."""

    exporter: Annotated[str | None, "place that sends the goods; null for turnover"]
    currency: Annotated[str, "ISO 4217 code"]
    of_months: Annotated[bool, "whether the periods are parts of years"]
    periods: Annotated[int, "how many periods have a figure"]


class ChartResult(NamedTuple):
    """The data of a chart."""

    places: Annotated[tuple[str, ...], "the pair, sorted by code; or the one place that trades with each partner"]
    flow: Annotated[str, "turnover or goods (see exporter and importer)"]
    exporter: Annotated[str | None, "place that sends the goods; null for turnover or if it is each partner"]
    importer: Annotated[str | None, "place that receives the goods; null for turnover or if it is each partner"]
    currency: Annotated[str, "ISO 4217 code"]
    of_months: Annotated[bool, "whether the periods are parts of years"]
    bars: Annotated[tuple[Bar, ...], "for a pair, the newest period first; for partners, the largest first"]
    goals: Annotated[tuple[Goal, ...], "goals for full years of a pair, those still to be reached first"]
    undrawn: Annotated[tuple[Undrawn, ...], "what else is on record of that flow of a pair, or else of another"]
    without: Annotated[tuple[str, ...], "partners with figures of that flow, but none for a full year in the currency"]


class _Content(NamedTuple):
    """What one scale can show."""

    exporter: str | None
    of_months: bool
    currency: str


def ask_chart(
    base: FactBase,
    place: str,
    partner: str | None = None,
    *,
    currency: str | None = None,
    months: bool = False,
    **filters: Unpack[Filters],
) -> Answer[ChartResult]:
    """Return one flow of a pair in every full year, or that of one place with each partner in its newest.

    It is turnover in US dollars, unless a flow or a currency is given or only others are on record; with `months`, or
    without a full year on record, parts of years. Amounts are never converted. Groups of countries are no partners,
    because their members would count twice.

    Raises:
        UnknownPlaceError: a place is unknown.
        InvalidQueryError: both places are the same country, a filter is invalid, or months of several partners.
        InvalidPeriodError: a date is invalid.
    """
    currency = _take_currency(currency) if currency else None
    query = prepare_query(base, (place, partner), filters, currency=currency, months=months)
    if query.selection.flow == "balance":
        raise InvalidQueryError("balances make no chart", hint="expected --flow turnover, exports or imports")
    if len(query.places) > 1:
        return _chart_pair(base, query, filters, currency, are_months=months)
    if months:
        raise InvalidQueryError("parts of years with several partners cannot be compared", hint="name both places")
    return _chart_partners(base, query, currency)


def _take_currency(written: str) -> str:
    from tradefacts.figure.currencies import CURRENCIES  # noqa: PLC0415 - only needed where a currency is named

    code = written.upper()
    if code not in CURRENCIES:
        hint = did_you_mean(code, sorted(CURRENCIES), otherwise="expected a code of ISO 4217, such as EUR")
        raise InvalidQueryError(f"unknown currency {code!r}", hint=hint)
    return code


def list_undrawn(result: ChartResult, *, has_options: bool = True) -> Iterator[str]:
    """Yield what a chart of a pair leaves out, and the options that draw it: `5 full years in EUR (--currency EUR)`."""
    for other in result.undrawn:
        sort = "full year" if not other.of_months else "part of a year"
        if other.periods != 1:
            sort = "full years" if not other.of_months else "parts of years"
        importer = next((code for code in result.places if code != other.exporter), other.exporter)
        goods = f" of goods {other.exporter} → {importer}" if other.exporter != result.exporter else ""
        money = f" in {other.currency}" if other.currency != result.currency else ""
        options = [
            *([f"--exporter {other.exporter}"] if goods else []),
            *([f"--currency {other.currency}"] if money or other.currency != MAIN_CURRENCY else []),
            *(["--months"] if other.of_months else []),
        ]
        drawn_with = f" ({' '.join(options) or 'without --months'})" if has_options else ""
        yield f"{other.periods} {sort}{goods}{money}{drawn_with}"


def name_flow(result: ChartResult, *, partner: str = "each partner") -> str:
    """Return the flow of a chart: `turnover`, `goods`, `goods to each partner`."""
    is_turnover = result.flow == "turnover"
    if len(result.places) > 1:
        return "turnover" if is_turnover else "goods"
    if is_turnover:
        return f"turnover with {partner}"
    return f"goods to {partner}" if result.exporter in result.places else f"goods from {partner}"


def format_emptiness(result: ChartResult) -> str:
    """Return what a chart without bars was to show: `turnover of a full year in USD`."""
    sort = "part of a year" if result.of_months else "full year"
    way = f" {result.exporter} → {result.importer}" if len(result.places) > 1 and result.exporter else ""
    return f"{name_flow(result, partner='any partner')}{way} of a {sort} in {result.currency}"


def _chart_pair(
    base: FactBase, query: Query, filters: Filters, currency: str | None, *, are_months: bool
) -> Answer[ChartResult]:
    """Return the bars and goals of a pair."""
    # Here the limit applies to bars, not to claims.
    unlimited: Filters = {**filters, "limit": None}
    asked = ask_pair(base, *query.places, **unlimited)
    by_id = {claim.id: claim for claim in asked.claims}
    contents: dict[_Content, list[Bar]] = {}
    for row in find_statistics_rows((*asked.result.part_years, *asked.result.years), query.pair.first, by_id):
        for content, bar in _make_bars(row, query):
            contents.setdefault(content, []).append(bar)
    flow, exporter, importer = _name_direction(query)
    fitting = [
        content
        for content in contents
        if content.exporter == exporter
        and currency in {None, content.currency}
        and (content.of_months or not are_months)
    ]
    chosen = min(fitting, key=lambda content: _rank(content, contents[content]), default=None)
    drawn = chosen or _Content(exporter, are_months, currency or MAIN_CURRENCY)
    goals = [goal for goal in asked.result.targets if (goal.exporter, goal.currency) == (exporter, drawn.currency)]
    goals = [] if drawn.of_months else sorted(goals, key=lambda goal: rank_goal(goal, base.as_of))
    ranked = sorted(contents, key=lambda content: _rank(content, contents[content]))
    alike = [content for content in ranked if content.exporter == exporter]
    undrawn = [
        Undrawn(content.exporter, content.currency, content.of_months, len({bar.period for bar in contents[content]}))
        for content in alike or ranked
        if content != chosen
    ]
    result = ChartResult(
        tuple(query.pair),
        *(flow, exporter, importer, drawn.currency, drawn.of_months),
        tuple(limit(contents.get(drawn, []), query.limit)),
        tuple(goals),
        tuple(undrawn),
        (),
    )
    return _answer(base, query, result, asked.claims, asked.notes[len(base.notes) :])


def _chart_partners(base: FactBase, query: Query, currency: str | None) -> Answer[ChartResult]:
    """Return the newest full year with each partner that is no group."""
    (place,) = query.places
    claims, notes = find_claims(base, query.selection)
    flow, exporter, importer = _name_direction(query)
    volumes = [claim for claim in claims if claim.kind == "volume" and is_in_rows(claim) and claim.pair is not None]
    volumes = [
        claim
        for claim in volumes
        if (claim.flow == "turnover") == (flow == "turnover") and not base.is_group(_find_other(place, claim))
    ]
    by_currency: dict[str, list[Bar]] = {}
    for code in sorted({claim.currency or "" for claim in volumes}):
        years = [claim for claim in volumes if claim.currency == code and is_bare_year(claim.period)]
        newest = find_newest(years, is_turnover=flow == "turnover").values()
        by_currency[code] = [
            Bar(line.pair, str(line.year), line.reporter, line.volume) for line in newest if line and line.volume
        ]
    usual = min(by_currency, key=lambda code: (code != MAIN_CURRENCY, -len(by_currency[code])), default=MAIN_CURRENCY)
    drawn = currency or (usual if by_currency.get(usual) else MAIN_CURRENCY)
    bars = sorted(by_currency.get(drawn, []), key=_find_size, reverse=True)
    without = {_find_other(place, claim) for claim in volumes} - {find_partner(place, bar.pair) for bar in bars}
    result = ChartResult(
        query.places,
        *(flow, exporter, importer, drawn, False),
        tuple(limit(bars, query.limit)),
        (),
        (),
        tuple(sorted(without)),
    )
    return _answer(base, query, result, claims, notes)


def _answer(
    base: FactBase, query: Query, result: ChartResult, claims: Iterable[Claim], notes: Sequence[str]
) -> Answer[ChartResult]:
    """Return the answer with the claims that the chart shows."""
    kept = {name for bar in result.bars for figure in bar.volume.figures for name in figure.facts}
    kept |= {name for goal in result.goals for name in (*goal.facts, *goal.bases)}
    if not result.bars and not result.undrawn:
        places = " ".join(query.places)
        notes = [*notes, f"no {format_emptiness(result)} matches (try 'tradefacts facts {places}')"]
    return answer(base, "chart", query.asked, result, [claim for claim in claims if claim.id in kept], notes)


def _make_bars(row: StatisticsRow, query: Query) -> Iterator[tuple[_Content, Bar]]:
    for cell in (row.turnover, row.there, row.back):
        if cell is not None and row.currency is not None:
            bar = Bar((query.pair.first, query.pair.second), row.period, row.reporter, cell)
            yield _Content(cell.exporter, not row.is_year, row.currency), bar


def _rank(content: _Content, bars: Sequence[Bar]) -> tuple[object, ...]:
    """Return the sort key of what can be drawn: turnover, full years, US dollars, and what has most bars come first."""
    is_goods = content.exporter is not None
    return is_goods, content.of_months, content.currency != MAIN_CURRENCY, -len(bars), content


def _name_direction(query: Query) -> tuple[str, str | None, str | None]:
    """Return flow, exporter and importer of what was asked for."""
    exporter, importer = query.selection.exporter, query.selection.importer
    if exporter is None and importer is None:
        return "turnover", None, None
    if len(query.places) > 1:
        first, second = query.pair
        other = {first: second, second: first}
        exporter, importer = exporter or other.get(importer or ""), importer or other.get(exporter or "")
    return "goods", exporter, importer


def _find_other(place: str, claim: Claim) -> str:
    assert claim.pair is not None  # noqa: S101 - claims without a pair are left out before
    return find_partner(place, (claim.pair.first, claim.pair.second))


def _find_size(bar: Bar) -> float:
    """Return the midpoint of the leading figure; for a bound, its closed end."""
    ends = [end for end in bar.volume.figures[0][2:4] if isinstance(end, (int, float))]
    return sum(ends) / len(ends)
