"""The start of an answer about a pair: the newest full year, the newest months, and the disputed years."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from tradefacts.named_tuples import NamedTuple
from tradefacts.period import Period, find_year_before
from tradefacts.questions.by_statistics import choose_claim, is_about_a_year, is_disputed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tradefacts.factbase import Claim
    from tradefacts.questions.by_statistics import StatisticsRow
    from tradefacts.questions.pair import Cell
    from tradefacts.reckoning.derived import Derived, Quantity

_VOLUMES: tuple[Quantity, ...] = ("base period", "turnover")
"""The derived volumes of full years that screens show; the first is preferred if there are both."""
_WIDEST_GROWTH = 5
"""The greatest width of a growth between two part-years that is shown, in percentage points."""


class Opening(NamedTuple):
    """The figure that an answer starts with, and the change quoted with it."""

    period: Annotated[str, "the newest full year with a turnover, or the newest part-year"]
    reporter: Annotated[str | None, "whose statistics it is, if the pages say so"]
    currency: Annotated[str, "ISO 4217 code"]
    fact: Annotated[str, "id of the claim to quote, if possible from a page that also prints a change"]
    change: Annotated[str | None, "id of the growth quoted with it; null if no page prints one"]
    is_change_refused: Annotated[bool, "whether no two figures on record give that growth"]
    earlier: Annotated[str | None, "id of the figure of the same months a year earlier, in the same statistics first"]
    is_comparable: Annotated[bool, "whether that figure is of the same statistics"]
    computed_low: Annotated[
        int | float | None, "growth in percent between these two figures, at least, if narrow and not printed"
    ]
    computed_high: Annotated[int | float | None, "the same, at most"]


class Disputed(NamedTuple):
    """One quantity of a full year with contradicting figures."""

    year: Annotated[str, "the year"]
    kind: Annotated[str, "volume or growth"]
    flow: Annotated[str, "turnover or goods (see exporter and importer)"]
    exporter: Annotated[str | None, "place that sends the goods; null for turnover"]
    importer: Annotated[str | None, "place that receives the goods; null for turnover"]
    reporter: Annotated[str | None, "whose statistics it is, if the pages say so"]


class Headline(NamedTuple):
    """The start of an answer."""

    year: Annotated[Opening | None, "the newest full year with a turnover; null if there is none"]
    newer_change: Annotated[str | None, "id of a growth for a newer full year without a turnover"]
    months: Annotated[
        Opening | None,
        "the newest other period of up to a year, in or after that year, with a turnover",
    ]
    newer_months_change: Annotated[str | None, "id of a growth for newer months without a turnover"]
    disputed: Annotated[tuple[Disputed, ...], "the disputed quantities of full years, newest first"]


class BothSides(NamedTuple):
    """Rows of one year in the statistics of both sides, or of the other one only."""

    year: str
    rows: tuple[StatisticsRow, ...]


def find_headline(
    years: Sequence[StatisticsRow],
    part_years: Sequence[StatisticsRow],
    following: Following,
    claims: Mapping[str, Claim],
) -> Headline:
    """Return the start of an answer from rows by statistics, the newest first."""
    year = find_opening_row(years)
    newer = next((row for row in years if row.change and not row.turnover and _is_after(row, year)), None)
    recent = find_recent(part_years, year)
    months = find_opening_row(recent)
    newer_months = next((row for row in recent if row.change and not row.turnover and _is_after(row, months)), None)
    return Headline(
        year and _open(year, years, following, claims),
        _choose_change(newer, claims),
        months and _open(months, part_years, following, claims),
        _choose_change(newer_months, claims),
        tuple(_find_disputed(years)),
    )


def find_opening_row(rows: Sequence[StatisticsRow]) -> StatisticsRow | None:
    """Return the first of rows with a turnover, the newest first."""
    return next((row for row in rows if row.turnover), None)


def find_recent(part_years: Sequence[StatisticsRow], year: StatisticsRow | None) -> list[StatisticsRow]:
    """Return the rows of at most about a year that begin in that year or end after it."""
    return [row for row in part_years if is_about_a_year(row.period) and (year is None or _is_recent(row, year))]


def _is_recent(row: StatisticsRow, year: StatisticsRow) -> bool:
    return row.period[:4] >= year.period or _is_after(row, year)


def find_other_side(years: Sequence[StatisticsRow], pair: tuple[str, str], opening: StatisticsRow) -> BothSides | None:
    """Return the newest year for which both sides' statistics have a turnover, or else a side not in the opening.

    The newer one of the two.
    """
    by_year: dict[str, dict[str, StatisticsRow]] = {}
    for row in years:
        if row.turnover and row.reporter in pair:
            by_year.setdefault(row.period, {}).setdefault(row.reporter or "", row)
    for year, rows in by_year.items():
        if len(rows) > 1:
            return BothSides(year, tuple(rows.values()))
        (reporter,) = rows
        if reporter != opening.reporter:
            return BothSides(year, (rows[reporter],))
    return None


class Following:
    """The derived figures, by key."""

    def __init__(self, derived: Iterable[Derived], claims: Mapping[str, Claim]) -> None:
        """Take the derived figures of a pair, and the claims on record."""
        self._claims = claims
        self._found: dict[tuple[str, str, str | None, str | None], list[Derived]] = {}
        for figure in derived:
            key = figure.quantity, figure.period, figure.reporter, figure.exporter
            self._found.setdefault(key, []).append(figure)

    def find(self, quantity: Quantity, period: str, row: StatisticsRow, exporter: str | None = None) -> Derived | None:
        """Return a figure of turnover, or of goods from a place, in the statistics and currency of a row."""
        found = self._found.get((quantity, period, row.reporter, exporter), ())
        return next((figure for figure in found if row.currency == self._find_currency(figure)), None)

    def find_volume(self, row: StatisticsRow) -> Derived | None:
        """Return the derived turnover of a row's period if it is more precise than what is printed."""
        found = (self.find(quantity, row.period, row) for quantity in _VOLUMES)
        return next((figure for figure in found if figure and figure.shown), None)

    def list_volumes(self, exporter: str | None = None) -> list[Derived]:
        """Return the derived volumes that are more precise than what is printed."""
        return [
            figure
            for quantity in _VOLUMES
            for key, found in self._found.items()
            for figure in found
            if key[0] == quantity and figure.exporter == exporter and figure.shown
        ]

    def _find_currency(self, figure: Derived) -> str | None:
        # A growth has no currency, but the amounts it follows from have one.
        return self._claims[figure.from_[0]].currency if figure.unit == "percent" else figure.unit


def _is_after(row: StatisticsRow, opening: StatisticsRow | None) -> bool:
    return opening is None or Period.parse(row.period).last > Period.parse(opening.period).last


def _open(
    row: StatisticsRow, rows: Sequence[StatisticsRow], following: Following, claims: Mapping[str, Claim]
) -> Opening:
    fact, change, is_refused = _choose(row, claims)
    earlier = _find_earlier(row, rows)
    growth = None if change else following.find("growth", row.period, row)
    computed = (growth.low, growth.high) if growth and earlier and _is_told(growth, row, earlier) else (None, None)
    return Opening(
        row.period,
        row.reporter,
        row.currency or "",
        fact,
        change,
        is_refused,
        choose_claim(earlier.turnover.figures[0], claims, [claims[fact].source]).id
        if earlier and earlier.turnover
        else None,
        earlier is not None and earlier.reporter == row.reporter,
        *computed,
    )


def _choose(row: StatisticsRow, claims: Mapping[str, Claim]) -> tuple[str, str | None, bool]:
    """Return the claims to quote for a figure and its change, and whether the change is refused.

    Of several changes, one that figures give comes first, then one on a page with the figure, then the leading one. A
    page with a figure that contradicts this one speaks of another turnover, so its change is not quoted.
    """
    assert row.turnover  # noqa: S101 - only rows with a turnover open an answer
    leading, *others = row.turnover.figures
    pages = {claims[name].source for name in leading.facts}
    opposing = {
        claims[name].source for figure in others if figure.verdict == "contradicted" for name in figure.facts
    } - pages
    ranked = []
    for place, growth in enumerate(row.change.figures if row.change else ()):
        is_refused = is_rate_refused(row.change, place)
        own = [claims[name].source for name in growth.facts if claims[name].source in pages]
        if all(claims[name].source in opposing for name in growth.facts):
            continue
        ranked.append((is_refused, not own, place, growth, own))
    if not ranked:
        return choose_claim(leading, claims).id, None, False
    is_refused, _, _, growth, own = min(ranked, key=lambda candidate: candidate[:3])
    fact = choose_claim(leading, claims, own)
    quotable = [name for name in growth.facts if claims[name].source not in opposing]
    return fact.id, choose_claim(growth._replace(facts=tuple(quotable)), claims, [fact.source]).id, is_refused


def is_rate_refused(cell: Cell | None, place: int) -> bool:
    """Whether no two figures on record give a printed growth."""
    return cell is not None and any(rate.figure == place and rate.verdict == "contradicted" for rate in cell.rates)


def _choose_change(row: StatisticsRow | None, claims: Mapping[str, Claim]) -> str | None:
    return choose_claim(row.change.figures[0], claims).id if row and row.change else None


def _find_earlier(row: StatisticsRow, rows: Sequence[StatisticsRow]) -> StatisticsRow | None:
    """Return the row of the same months a year earlier, in the same statistics or else in others."""
    period = find_year_before(row.period)
    before = [past for past in rows if past.period == period and past.turnover and past.currency == row.currency]
    return next((past for past in before if past.reporter == row.reporter), before[0] if before else None)


def _is_told(growth: Derived, row: StatisticsRow, earlier: StatisticsRow) -> bool:
    """Whether a computed growth is shown, by the rules for screens, which here also apply to months."""
    if row.is_year:
        return growth.shown
    low, high = growth.low, growth.high
    is_uncertain = any(side.turnover is not None and is_disputed(side.turnover) for side in (row, earlier))
    if low is None or high is None or is_uncertain:
        return False
    return high - low <= _WIDEST_GROWTH and (low > 0 or high < 0)


def _find_disputed(years: Sequence[StatisticsRow]) -> Iterator[Disputed]:
    """Yield the disputed quantities by year; in a year, turnover first and unattributed figures before a reporter's."""
    found: dict[str, list[tuple[tuple[object, ...], Disputed]]] = {}
    for row in years:
        for number, (_, cell) in enumerate(row.cells):
            if is_disputed(cell):
                thing = Disputed(row.period, cell.kind, cell.flow, cell.exporter, cell.importer, cell.reporter)
                order = (cell.flow != "turnover", cell.kind != "volume", number, cell.reporter or "")
                found.setdefault(row.period, []).append((order, thing))
    for things in found.values():
        yield from dict.fromkeys(thing for _, thing in sorted(things, key=lambda item: item[0]))
