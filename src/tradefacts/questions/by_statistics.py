"""The record of a pair by period and statistics: the rows of the screen.

A row has one period, one reporter (or none) and one currency: turnover, its change over the same months a year earlier,
and the goods each way. Other changes are kept separately.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tradefacts.named_tuples import NamedTuple
from tradefacts.period import Period, find_year_before, is_bare_year
from tradefacts.query import invert
from tradefacts.vocabulary import MAIN_CURRENCY

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from tradefacts.factbase import Claim
    from tradefacts.questions.pair import Cell, Row
    from tradefacts.reckoning.readings import Figure

Column = Literal["turnover", "change", "there", "back"]
"""The cells of a row; `there` is goods from the first place to the second."""

COLUMNS: tuple[Column, ...] = ("turnover", "change", "there", "back")
_MONTHS_OF_A_YEAR = 12


class StatisticsRow(NamedTuple):
    """The figures of one set of statistics for one period; None if there are none."""

    period: str
    reporter: str | None
    """Whose statistics it is; None if no page says so."""
    currency: str | None
    """The currency of the amounts; None without amounts."""
    turnover: Cell | None = None
    change: Cell | None = None
    there: Cell | None = None
    back: Cell | None = None
    other_changes: tuple[Cell, ...] = ()
    """Changes of turnover against other periods, and those of goods each way."""

    @property
    def is_year(self) -> bool:
        """Whether it is for a full year."""
        return is_bare_year(self.period)

    @property
    def cells(self) -> Iterator[tuple[Column, Cell]]:
        """Its cells by name."""
        for column in COLUMNS:
            cell: Cell | None = getattr(self, column)
            if cell is not None:
                yield column, cell


def find_statistics_rows(rows: Iterable[Row], first_place: str, claims: Mapping[str, Claim]) -> list[StatisticsRow]:
    """Return rows by period and statistics: the newest period first, and in each period the main row first.

    The main row has a turnover, then a reporter, then US dollars, then most voices, precision and the newest date.
    """
    found: list[StatisticsRow] = []
    for row in reversed(list(rows)):
        found += sorted(_split(row, first_place), key=lambda statistics: _rank(statistics, claims))
    return found


def is_about_a_year(period: str) -> bool:
    """Whether a period is at most about a year; an Iranian year takes parts of thirteen months."""
    return Period.parse(period).months <= _MONTHS_OF_A_YEAR + 1


def is_disputed(cell: Cell) -> bool:
    """Whether figures of a cell contradict each other, or no two figures on record give its change."""
    return cell.verdict == "contradicted" or any(rate.verdict == "contradicted" for rate in cell.rates)


def is_against_year_before(cell: Cell, period: str) -> bool:
    """Whether a change of a period is one against the same months a year earlier."""
    return cell.base_period == find_year_before(period)


def choose_claim(figure: Figure, claims: Mapping[str, Claim], pages: Container[str] = ()) -> Claim:
    """Return the claim to quote for a figure: on one of `pages`, with a speaker, the newest.

    It must print the figure as shown: "about $4 bn" cannot be quoted as "$4 bn".
    """
    printing = [claims[name] for name in figure.facts]
    printing = [claim for claim in printing if claim.shown == printing[0].shown]
    return max(
        printing, key=lambda claim: (claim.source in pages, claim.attributed_to is not None, claim.published or "")
    )


def _split(row: Row, first_place: str) -> list[StatisticsRow]:
    by_currency: dict[tuple[str | None, str | None], dict[Column, Cell]] = {}
    changes: dict[str | None, list[Cell]] = {}
    for cell in row.cells:
        if cell.kind == "volume":
            by_currency.setdefault((cell.reporter, cell.currency), {})[_name(cell, first_place)] = cell
        else:
            changes.setdefault(cell.reporter, []).append(cell)
    others: dict[tuple[str | None, str | None], tuple[Cell, ...]] = {}
    for reporter, cells in changes.items():
        # A rate has no currency; it is shown with the amounts that come first.
        currencies = sorted((currency for by, currency in by_currency if by == reporter), key=_order_currency)
        key = reporter, currencies[0] if currencies else None
        things = by_currency.setdefault(key, {})
        others[key] = tuple(cell for cell in cells if not _is_usual(cell, row.period))
        usual = next((cell for cell in cells if _is_usual(cell, row.period)), None)
        if usual is not None:
            things["change"] = usual
    return [
        StatisticsRow(
            row.period,
            reporter,
            currency,
            turnover=things.get("turnover"),
            change=things.get("change"),
            there=things.get("there"),
            back=things.get("back"),
            other_changes=others.get((reporter, currency), ()),
        )
        for (reporter, currency), things in by_currency.items()
    ]


def _name(cell: Cell, first_place: str) -> Column:
    if cell.flow == "turnover":
        return "turnover"
    return "there" if cell.exporter == first_place else "back"


def _is_usual(cell: Cell, period: str) -> bool:
    """Whether a change is that of turnover over the same months a year earlier."""
    return cell.flow == "turnover" and is_against_year_before(cell, period)


def _order_currency(currency: str | None) -> tuple[bool, str]:
    return currency != MAIN_CURRENCY, currency or ""


def _rank(row: StatisticsRow, claims: Mapping[str, Claim]) -> tuple[object, ...]:
    cell = row.turnover or row.there or row.back or row.change
    figure = cell.figures[0] if cell and cell.figures else None
    voices, width, date = (0, 0.0, "") if figure is None else _weigh(figure, claims)
    by = row.reporter or ""
    is_other_currency = row.currency != MAIN_CURRENCY
    return row.turnover is None, row.reporter is None, is_other_currency, -voices, width, invert(date), by


def _weigh(figure: Figure, claims: Mapping[str, Claim]) -> tuple[int, float, str]:
    width = figure.high - figure.low if figure.low is not None and figure.high is not None else float("inf")
    return figure.voices, width, max(claims[name].published or "" for name in figure.facts)
