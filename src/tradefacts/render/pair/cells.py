"""The contents of table cells: the leading figure, what contradicts it, and computed figures."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from tradefacts.named_tuples import NamedTuple
from tradefacts.period import find_year_before
from tradefacts.reckoning.comparison import compare, read_ranges
from tradefacts.render.calculated import format_calculated, format_calculated_change
from tradefacts.render.pair.view import count_pages
from tradefacts.render.words import format_period

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tradefacts.factbase import Claim
    from tradefacts.questions.by_statistics import StatisticsRow
    from tradefacts.questions.pair import Cell
    from tradefacts.reckoning.derived import Derived
    from tradefacts.reckoning.rates import Between
    from tradefacts.reckoning.readings import Figure
    from tradefacts.render.pair.view import FigureView, View

MOST_LINES = 3


class Shown(NamedTuple):
    """One line of a cell: a figure after its sign, or words such as what it compares with."""

    sign: str = ""
    figure: Figure | None = None
    more: int = 0
    """The number of further figures with this sign."""
    words: str = ""
    """The words instead of a figure."""


def list_contradicting(cell: Cell) -> list[Figure]:
    """Return the figures that contradict the leading one, those with the most voices first."""
    contradicting = [figure for figure in cell.figures if figure.verdict == "contradicted"]
    return sorted(contradicting, key=lambda figure: -figure.voices)


def find_clash(cell: Cell, claims: Mapping[str, Claim]) -> tuple[Figure, list[Figure]] | None:
    """Return the first contradicted figure and those that contradict it, if all of them fit the leading one."""
    if cell.verdict != "contradicted":
        return None
    ranges = {figure: read_ranges(claims[figure.facts[0]]) for figure in cell.figures}
    for also in cell.figures[1:]:
        others = [figure for figure in cell.figures if compare(ranges[also], ranges[figure]) == "contradicted"]
        if others:
            return also, sorted(others, key=lambda figure: -figure.voices)
    return None


def list_lower(cell: Cell, claims: Mapping[str, Claim]) -> list[Shown]:
    """Return what contradicts the leading figure or, if all figures fit it, one figure and what contradicts that.

    Without any contradiction, return the figures that fit only if digits were truncated.
    """
    contradicting = list_contradicting(cell)
    if contradicting:
        return [Shown("≠", figure) for figure in contradicting]
    clash = find_clash(cell, claims)
    if clash is not None:
        return [Shown("also", clash[0]), *(Shown("≠", figure) for figure in clash[1])]
    near = sorted((figure for figure in cell.figures if figure.verdict == "near"), key=lambda figure: -figure.voices)
    return [Shown("near", figure) for figure in near]


def choose_lower(cell: Cell, claims: Mapping[str, Claim]) -> list[Shown]:
    """Return the first line for each sign below the leading figure, with the number of further ones."""
    grouped = [list(group) for _, group in groupby(list_lower(cell, claims), key=lambda shown: shown.sign)]
    return [first._replace(more=len(others)) for first, *others in grouped]


def choose_volumes(cell: Cell, view: FigureView) -> list[Shown]:
    """Return the lines of a cell of amounts."""
    leading, *others = cell.figures
    if view.is_everything:
        return [Shown("", leading), *(Shown(_SIGNS.get(figure.verdict, "fits"), figure) for figure in others)]
    return [Shown("", leading), *choose_lower(cell, view.claims)]


def list_other_changes(row: StatisticsRow, exporter: str | None, view: View) -> list[Shown]:
    """Return changes of goods from a place, or of turnover against other periods, if everything is wanted."""
    if not view.is_everything:
        return []
    cells = [cell for cell in row.other_changes if cell.exporter == exporter]
    lines = []
    for cell in cells:
        base = _name_base(cell, row)
        for figure in cell.figures:
            lines += [Shown("", figure), *([Shown(words=base)] if base else [])]
    return lines


def choose_changes(row: StatisticsRow, view: View) -> list[Shown]:
    """Return the lines of a row's changes: printed ones with the figures that give them, or else a computed one."""
    if row.change is not None:
        changes = list_changes(row.change, row.turnover, view)
        return changes if view.is_everything else changes[:MOST_LINES]
    found = view.following.find("growth", row.period, row) if row.turnover else None
    if found is None or not (row.is_year and found.shown):
        return []
    return [Shown(words=f"calc {format_calculated_change(found.low, found.high)}")]


def list_changes(change: Cell, volume: Cell | None, view: FigureView) -> list[Shown]:
    """Return printed changes: the leading one, the figures that give it, and what contradicts it; or all of them."""
    leading, *others = change.figures
    rate = next((rate for rate in change.rates if rate.figure == 0), None)
    lines = [Shown(_SIGNS.get(str(rate and rate.verdict), ""), leading)]
    if rate and rate.fits and volume:
        lines.append(Shown(words=f"fits {_name_fitting(rate.fits, volume, view)}"))
    if view.is_everything:
        return [*lines, *(Shown(_SIGNS.get(figure.verdict, "fits"), figure) for figure in others)]
    return [*lines, *choose_lower(change, view.claims)]


def choose_calculated(row: StatisticsRow, view: View) -> list[Shown]:
    """Return the computed turnover of a year if it is more precise than what is printed."""
    return list_calculated(view.following.find_volume(row))


def list_calculated(found: Derived | None) -> list[Shown]:
    """Return a computed volume as a line of a cell."""
    if found and isinstance(found.low, int) and isinstance(found.high, int):
        return [Shown(words=f"calc {format_calculated(found.low, found.high, found.unit)}")]
    return []


def format_shown(shown: Shown, view: FigureView) -> str:
    """Return a line of a cell: `≠ $5.0 bn [8] +2`."""
    if shown.figure is None:
        return shown.words
    more = f" +{shown.more}" if shown.more else ""
    return f"{shown.sign} {view.format(shown.figure)}{more}".strip()


def format_support(figure: Figure, view: FigureView) -> str:
    """Return the numbers of voices and pages that print a figure: `5 on 8`."""
    return f"{figure.voices} on {count_pages(figure, view)}"


_SIGNS = {"contradicted": "≠", "near": "near"}


def _name_base(cell: Cell, row: StatisticsRow) -> str:
    """Return the base period of a change, unless it is the same months a year earlier: `on 2018`."""
    base = cell.base_period or ""
    return "" if base == find_year_before(row.period) else f"on {format_period(base)}"


def _name_fitting(fits: Between, volume: Cell, view: FigureView) -> str:
    """Return the figure that gives a change if the leading ones do not: `$5.0 bn`, `$694.0 m by KG`.

    A figure of the previous year is named by year only, because its row shows whose statistics it is.
    """
    is_leading = fits.later.facts[0] in volume.figures[0].facts
    named = fits.earlier if is_leading else fits.later
    shown = view.claims[named.facts[0]].shown or named.printed
    if is_leading:
        return f"{named.period[:4]} {shown}"
    return f"{shown} by {named.reporter or '?'}" if named.reporter != volume.reporter else shown
