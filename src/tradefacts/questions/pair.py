"""What is known about one pair: years, part-years, growth, targets, projects, meetings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Unpack

from tradefacts.answer import Answer, answer
from tradefacts.errors import InvalidQueryError
from tradefacts.factbase import Claim, FactBase
from tradefacts.factbase.selection import Selection
from tradefacts.named_tuples import NamedTuple
from tradefacts.period import Period, is_bare_year
from tradefacts.query import Filters, Query, find_claims, limit, prepare_query
from tradefacts.questions.by_statistics import find_statistics_rows
from tradefacts.questions.headline import Following, Headline, find_headline
from tradefacts.questions.meetings import Meeting, find_meetings
from tradefacts.reckoning.assessment import find_goals
from tradefacts.reckoning.comparison import Verdict, compare_claims
from tradefacts.reckoning.derivations import find_derivations
from tradefacts.reckoning.derived import Derived
from tradefacts.reckoning.goals import Goal
from tradefacts.reckoning.keys import Key, group_by_key
from tradefacts.reckoning.rates import Rate, VolumeRecord, check_rates
from tradefacts.reckoning.readings import Figure, Figures, Reading, find_figures


class Cell(NamedTuple):
    """The figures on one key, each once, and the readings: which of them can be true together."""

    kind: Annotated[str, "volume or growth"]
    flow: Annotated[str, "turnover, goods (see exporter and importer) or balance"]
    exporter: Annotated[str | None, "place that sends the goods; null for turnover"]
    importer: Annotated[str | None, "place that receives the goods; null for turnover"]
    reporter: Annotated[str | None, "whose statistics it is, if the pages say so"]
    base_period: Annotated[
        str | None, "the period a growth compares with; the same months a year earlier if the pages do not say"
    ]
    currency: Annotated[str | None, "ISO 4217 code; null for growth"]
    verdict: Annotated[Verdict, "the worst verdict between any two of the claims"]
    figures: Annotated[tuple[Figure, ...], "what was printed, each figure once, the leading one first"]
    readings: Annotated[tuple[Reading, ...], "sets of figures that can all be true together, by support"]
    rates: Annotated[tuple[Rate, ...], "for growth: each figure compared with the volumes on record; otherwise empty"]


class Row(NamedTuple):
    """One period with its figures."""

    period: Annotated[str, "the months it covers"]
    cells: Annotated[tuple[Cell, ...], "one for each key"]


class PairResult(NamedTuple):
    """What was computed for one pair."""

    pair: Annotated[tuple[str, str], "the two places, sorted by code"]
    pages: Annotated[int, "how many pages the claims come from"]
    newest: Annotated[str | None, "date of the newest of them"]
    headline: Annotated[Headline, "the start of the answer: the newest full year and months, what is disputed"]
    years: Annotated[tuple[Row, ...], "one row for each full year, oldest first"]
    part_years: Annotated[tuple[Row, ...], "one row for each shorter or longer period, oldest first"]
    derived: Annotated[tuple[Derived, ...], "derived figures, which no page prints, by period"]
    targets: Annotated[
        tuple[Goal, ...], "the goals stated, assessed against all figures on record, those that filters leave out too"
    ]
    meetings: Annotated[tuple[Meeting, ...], "the meetings, oldest first"]
    other: Annotated[
        tuple[str, ...], "ids of figures outside the rows: scoped ones, balances, shares, projects, growth over years"
    ]


def ask_pair(
    base: FactBase,
    place: str,
    partner: str | None = None,
    *,
    everything: bool = False,
    short: bool = False,
    **filters: Unpack[Filters],
) -> Answer[PairResult]:
    """Return what is on record about a pair; places can be in any spelling.

    On a screen, `everything` removes the limits, `short` leaves only the opening sentence, and a year is shown claim by
    claim. The order of the places matters only for `flow`.

    Raises:
        UnknownPlaceError: a place is unknown.
        InvalidQueryError: both places are the same country, or a filter is invalid.
        InvalidPeriodError: a date is invalid.
    """
    if everything and short:
        raise InvalidQueryError("--all and --short exclude each other", hint="leave one of them out")
    query = prepare_query(base, (place, partner), filters, all=everything, short=short)
    pair = query.pair
    claims, notes = find_claims(base, query.selection)
    if query.limit is not None:
        claims = limit(sorted(claims, key=_find_moment, reverse=True), query.limit)
    if not claims:
        notes = [*notes, explain_emptiness(base, *pair)]
    known = _find_known(base, query) if _is_filtered(query) else None
    result = _make_result(pair, claims, base.as_of, known)
    return answer(base, "pair", query.asked, result, claims, notes)


def _is_filtered(query: Query) -> bool:
    """Whether filters leave out figures that goals are assessed against."""
    selection = query.selection
    kept = Selection(pair=selection.pair, known_by=selection.known_by, reporters=selection.reporters)
    return query.limit is not None or selection != kept


def _find_known(base: FactBase, query: Query) -> Sequence[Claim]:
    """Return all figures that goals are assessed against: a filter on claims does not change how far a goal is."""
    selection = query.selection
    known = Selection(pair=selection.pair, known_by=selection.known_by, reporters=selection.reporters)
    return [*base.iterate_bare_claims(known._replace(kinds=("volume",)))]


def find_rows(groups: Mapping[Key, Sequence[Claim]], figures: Mapping[Key, Figures]) -> list[Row]:
    """Return claims and their figures by key as rows, one for each period, in order of its last month, then length."""
    rows: dict[str, list[Cell]] = {}
    record = VolumeRecord(groups, figures)
    for key, group in groups.items():
        rates = check_rates(key, figures[key], record) if key.kind == "growth" else ()
        rows.setdefault(key.period or "", []).append(_make_cell(key, group, figures[key], rates))
    return [Row(period, tuple(rows[period])) for period in sorted(rows, key=_find_place)]


def _find_place(written: str) -> tuple[int, int]:
    """Return the sort key of a period: of two that end in the same month, the longer one comes later."""
    period = Period.parse(written)
    return period.last, -period.first


def _make_cell(key: Key, claims: Sequence[Claim], found: Figures, rates: tuple[Rate, ...]) -> Cell:
    return Cell(
        key.kind,
        key.flow,
        claims[0].exporter,
        claims[0].importer,
        key.reporter,
        key.base_period,
        key.currency,
        compare_claims(claims),
        found.figures,
        found.readings,
        rates,
    )


def _make_result(
    pair: tuple[str, str], claims: Sequence[Claim], as_of: str, known: Sequence[Claim] | None
) -> PairResult:
    """Return what was computed from the claims; `known` are the figures for goals, if they are others."""
    in_rows = [claim for claim in claims if is_in_rows(claim)]
    groups = group_by_key(in_rows)
    figures = {key: find_figures(group) for key, group in groups.items()}
    rows = find_rows(groups, figures)
    kept = {claim.id for claim in in_rows}
    dates = [claim.published for claim in claims if claim.published]
    figures_for_goals = in_rows if known is None else known
    goals = find_goals([claim for claim in claims if claim.kind == "target"], figures_for_goals, as_of)
    derivations = [
        *find_derivations(groups, figures).made,
        *(derivation for goal in goals for derivation in goal.derivations),
    ]
    years = tuple(row for row in rows if is_bare_year(row.period))
    part_years = tuple(row for row in rows if not is_bare_year(row.period))
    derived = tuple(derivation.derived for derivation in derivations)
    by_id = {claim.id: claim for claim in claims}
    return PairResult(
        (pair[0], pair[1]),
        len({claim.source for claim in claims}),
        max(dates, default=None),
        find_headline(
            find_statistics_rows(years, pair[0], by_id),
            find_statistics_rows(part_years, pair[0], by_id),
            Following(derived, by_id),
            by_id,
        ),
        years,
        part_years,
        derived,
        tuple(assessed.goal for assessed in goals),
        tuple(find_meetings([claim for claim in claims if claim.kind == "event"])),
        tuple(claim.id for claim in claims if claim.id not in kept and claim.kind not in {"target", "event"}),
    )


def is_in_rows(claim: Claim) -> bool:
    """Whether a claim belongs in the rows: all goods, in one direction or both, for one period or against the last."""
    if claim.kind not in {"volume", "growth"} or claim.scope is not None or claim.flow == "balance":
        return False
    return claim.low is not None or claim.high is not None


def _find_moment(claim: Claim) -> str:
    """Return the date of a claim, so that a limit keeps the newest."""
    return claim.moment or claim.published or ""


def explain_emptiness(base: FactBase, *places: str) -> str:
    """Return a note that no claim about the places matches, with the number of claims about each."""
    counts = [(base.count_claims(Selection(place=code)), code) for code in dict.fromkeys(places)]
    known = ", ".join(f"{count} about {code}" for count, code in counts)
    best = max(counts)[1]
    return f"no facts about {' and '.join(places)} match; {known} (try 'tradefacts timeline {best}')"
