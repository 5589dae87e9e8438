"""Compare a user's own official series with printed figures, year by year; the series is not stored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Annotated, Literal, Unpack

from tradefacts.answer import Answer, answer
from tradefacts.errors import InvalidQueryError, TradefactsError
from tradefacts.factbase import Claim, FactBase
from tradefacts.factbase.selection import Selection
from tradefacts.named_tuples import NamedTuple
from tradefacts.official import UNREAD, Amount, Measure, OfficialSeries, parse_mapping, read_official
from tradefacts.period import Period, last_day
from tradefacts.query import Filters, find_claims, prepare_query
from tradefacts.questions.official_causes import Cause, find_cause, find_gap, find_points, find_ratio
from tradefacts.reckoning.comparison import GRAVITY, Ranges, Verdict, compare, read_exact_ranges
from tradefacts.reckoning.keys import Key, group_by_key
from tradefacts.reckoning.readings import Figure, find_figures

Status = Literal["agree", "differ", "no claim", "not in the file"]
_KINDS = ("volume", "growth")
_AGREEING = ("same", "consistent", "touching")


class Compared(NamedTuple):
    """One press figure compared with the official one, or one of them without the other."""

    period: Annotated[str, "the months it covers, as text"]
    kind: Annotated[str, "volume or growth"]
    base_period: Annotated[str | None, "the period a growth compares with, as text; null for a volume"]
    flow: Annotated[str, "turnover, or goods (see exporter and importer)"]
    exporter: Annotated[str | None, "place that sends the goods; null for turnover"]
    importer: Annotated[str | None, "place that receives the goods; null for turnover"]
    currency: Annotated[str | None, "ISO 4217 code; null for growth"]
    status: Annotated[Status, "agree: the ranges share a point; differ: they do not; or one of the two is missing"]
    official_reporter: Annotated[str | None, "whose statistics the official figure is from; null if there is none"]
    official: Annotated[
        int | float | None, "the official figure, in units of the currency or percent; null if there is none"
    ]
    parts: Annotated[int | None, "number of amounts of the file that it sums"]
    printed: Annotated[str | None, "the press figure as printed; null if no page prints one"]
    bound: Annotated[str | None, "its bound: '=', '~' about, '>' more than, '<' less than"]
    reporter: Annotated[str | None, "whose statistics the pages say it is from"]
    voices: Annotated[int | None, "how many independent voices give it"]
    verdict: Annotated[Verdict | None, "verdict on the two figures"]
    ratio: Annotated[
        int | float | None, "the press figure divided by the official one, to four digits; null for growth"
    ]
    points: Annotated[int | float | None, "the press growth minus the official one, in points; null for a volume"]
    cause: Annotated[Cause | None, "likely cause of a difference; null if none in the list fits"]
    facts: Annotated[tuple[str, ...], "ids of the claims"]


class CompareResult(NamedTuple):
    """The comparisons."""

    pair: Annotated[tuple[str, str], "the two places, sorted by code"]
    rows: Annotated[int, "how many rows the file has"]
    used: Annotated[int, "how many amounts in it are about the pair"]
    skipped: Annotated[dict[str, int], "how many rows or amounts were left out, by the reason"]
    counts: Annotated[dict[str, int], "how many comparisons there are of each status"]
    compared: Annotated[tuple[Compared, ...], "by period, oldest first"]


def ask_compare(  # noqa: PLR0913 - the parts of the question
    base: FactBase,
    place: str,
    partner: str | None = None,
    *,
    file: str | None = None,
    mapping: Sequence[str] = (),
    everything: bool = False,
    **filters: Unpack[Filters],
) -> Answer[CompareResult]:
    """Compare printed volumes and growth with official statistics from a CSV file.

    `mapping` assigns columns to roles, each entry as `ROLE=COLUMN`. Nothing of the file is stored. On a screen,
    `everything` also shows press figures without a counterpart in the file.

    Raises:
        UnknownPlaceError: a place is unknown.
        InvalidQueryError: no file is named, or the mapping is invalid.
        UnreadableBaseError: the file cannot be read.
        FactBaseError: the file is not a table, or nothing in it can be used.
    """
    if file is None:
        raise InvalidQueryError("no file is named to compare with", hint="name it: --with FILE")
    named = parse_mapping(mapping)
    query = prepare_query(base, (place, partner), filters, file=file, mapping=list(mapping), all=everything)
    pair = query.pair
    read = read_official(file, named)
    series = OfficialSeries(read.observations, (pair[0], pair[1]), _Resolver(base).find, file)
    claims, notes = find_claims(base, query.selection._replace(kinds=_KINDS))
    compared = sorted(_compare(series, claims, query.selection), key=_order)[: query.limit]
    notes = [*notes, *read.notes]
    kept = {name for row in compared for name in row.facts}
    if unread := {reason: read.skipped[reason] for reason in UNREAD if reason in read.skipped}:
        listed = ", ".join(f"{number:,} {reason}" for reason, number in unread.items())
        notes = [*notes, f"{file} has rows or amounts that cannot be read: {listed}"]
    if not series.count:
        amounts = f"{(number := len(read.observations)):,} {'amount' if number == 1 else 'amounts'}"
        notes = [*notes, f"{file} has nothing about {pair[0]} and {pair[1]}: {amounts} of others"]
    counts: dict[str, int] = dict(Counter(row.status for row in compared))
    result = CompareResult((pair[0], pair[1]), read.rows, series.count, read.skipped, counts, tuple(compared))
    return answer(base, "compare", query.asked, result, [claim for claim in claims if claim.id in kept], notes)


class _Resolver:
    """Resolves the place names of a file to codes, each name once."""

    def __init__(self, base: FactBase) -> None:
        self._base = base
        self._known: dict[str, str | None] = {}

    def find(self, name: str) -> str | None:
        """Return the code of a place; None if the base does not have it."""
        if name not in self._known:
            try:
                self._known[name] = self._base.resolve_place(name) if name else None
            except TradefactsError:
                self._known[name] = None
        return self._known[name]


def _order(row: Compared) -> tuple[int, int, bool, str, bool, str]:
    period = Period.parse(row.period)
    return (
        period.last,
        -period.first,
        row.flow != "turnover",
        row.exporter or "",
        row.kind == "growth",
        row.reporter or "~",
    )


def _compare(series: OfficialSeries, claims: Sequence[Claim], selection: Selection) -> Iterator[Compared]:
    by_id = {claim.id: claim for claim in claims}
    seen: set[tuple[str, str, str, str]] = set()
    for key, group in group_by_key(claim for claim in claims if claim.scope is None).items():
        if key.flow not in {"turnover", "goods"} or key.period is None:
            continue
        amounts = _find_amounts(series, key)
        for figure in find_figures(group).figures:
            claim = by_id[figure.facts[0]]
            if amounts:
                seen.add((key.period, key.flow, key.place, key.currency or ""))
                yield _hold_against(figure, claim, key, amounts, series)
            elif _is_covered(series, key.period):
                yield _make_row(key, "not in the file", figure=figure)
    for amount in series.list_years():
        measure = amount.measure
        if (amount.period, measure.flow, measure.place, measure.currency) not in seen and _is_asked_for(
            amount, selection
        ):
            key = Key("volume", *measure[:3], amount.period, measure.currency, None, None, None, None)
            yield _make_row(key, "no claim", amount=amount)


def _is_asked_for(amount: Amount, selection: Selection) -> bool:
    """Whether an official figure of a year matches the filters applied to the claims."""
    measure, last = amount.measure, last_day(amount.period)
    ends = (measure.place, measure.partner) if measure.flow == "goods" else (None, None)
    return (
        selection.flow in {None, measure.flow}
        and all(
            wanted in {None, end} for wanted, end in zip((selection.exporter, selection.importer), ends, strict=True)
        )
        and (not selection.reporters or measure.reporter in selection.reporters)
        and (selection.since is None or last >= selection.since)
        and (selection.until is None or last <= last_day(selection.until))
    )


def _find_amounts(series: OfficialSeries, key: Key) -> list[Amount]:
    """Return the official figures of a key: those of its own reporter, or else of every reporter in the file."""
    reporters = [key.reporter] if key.reporter in series.reporters else series.reporters
    currencies = [key.currency] if key.currency else series.currencies
    things = [
        Measure(key.flow, key.place, key.partner, reporter, currency)
        for reporter in reporters
        for currency in currencies
        if reporter
    ]
    if key.base_period:
        found = [series.find_growth(measure, key.period or "", key.base_period) for measure in things]
    else:
        found = [series.find(measure, key.period or "") for measure in things]
    return [amount for amount in found if amount is not None]


def _is_covered(series: OfficialSeries, period: str) -> bool:
    return series.span is not None and series.span.contains(Period.parse(period))


def _hold_against(
    figure: Figure, claim: Claim, key: Key, amounts: Sequence[Amount], series: OfficialSeries
) -> Compared:
    """Compare a figure with the closest official one."""
    ranges = read_exact_ranges(claim)

    def judge(amount: Amount) -> tuple[int, float]:
        return GRAVITY.index(compare(Ranges(*[amount.value] * 3), ranges)), find_gap(claim, amount)

    amount = min(amounts, key=judge)
    verdict = compare(Ranges(*[amount.value] * 3), ranges)
    has_cause = verdict not in _AGREEING
    cause = find_cause(verdict, claim, amount, series) if has_cause else None
    row = _make_row(key, "differ" if has_cause else "agree", figure=figure, amount=amount)
    row = row._replace(verdict=verdict, cause=cause)
    if key.kind == "growth":
        return row._replace(points=find_points(claim, amount))
    return row._replace(ratio=float(f"{find_ratio(claim, amount):.4g}"))


def _make_row(key: Key, status: Status, *, figure: Figure | None = None, amount: Amount | None = None) -> Compared:
    is_directed = key.flow == "goods"
    middle = None if amount is None else amount.middle
    return Compared(
        period=key.period or "",
        kind=key.kind,
        base_period=key.base_period,
        flow=key.flow,
        exporter=key.place if is_directed else None,
        importer=key.partner if is_directed else None,
        currency=key.currency,
        status=status,
        official_reporter=amount and amount.measure.reporter,
        official=middle if middle is None or middle % 1 else int(middle),
        parts=amount and amount.parts,
        printed=figure and figure.printed,
        bound=figure and figure.bound,
        reporter=key.reporter,
        voices=figure and figure.voices,
        verdict=None,
        ratio=None,
        points=None,
        cause=None,
        facts=figure.facts if figure else (),
    )
