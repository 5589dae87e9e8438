"""Series of full years: a line for each year and set of statistics of a pair, or for each partner of a place."""

from __future__ import annotations

from itertools import groupby, zip_longest
from typing import TYPE_CHECKING

from rich.text import Text

from tradefacts.named_tuples import NamedTuple
from tradefacts.questions.series import find_partner
from tradefacts.render.bars import count_bar_cells, draw_bar, find_scale
from tradefacts.render.calculated import format_calculated_change
from tradefacts.render.grid import Column, Section, lay_out, make_lines
from tradefacts.render.pair.cells import (
    Shown,
    choose_lower,
    choose_volumes,
    format_shown,
    format_support,
    list_calculated,
    list_changes,
)
from tradefacts.render.pair.foot import format_gaps, format_legend, format_pointers
from tradefacts.render.pair.view import FigureView
from tradefacts.render.screen import text
from tradefacts.render.words import DIM, count, style_sentence
from tradefacts.render.wrapping import tie
from tradefacts.vocabulary import MAIN_CURRENCY
from tradefacts.wording.sentences import format_largest, format_no_year
from tradefacts.wording.subjects import capitalize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradefacts.answer import Answer
    from tradefacts.questions.series import Line, SeriesResult
    from tradefacts.reckoning.readings import Figure
    from tradefacts.render.screen import Screen

_TURNOVER = "turnover"
_LONG_BAR = 14
"""The length of the largest partner's bar, in cells, if there is room."""
_SEE_ALSO = ("pair", "chart", "audit", "explain", "cite")


class Row(NamedTuple):
    """A line as shown in the table, each cell divided into parts."""

    line: Line
    labels: tuple[str, ...]
    """What identifies the line; the last item is whose statistics it is."""
    volume: list[str]
    voices: list[str]
    change: list[str]
    computed: list[str]
    others: list[str]
    figures: list[Figure]
    """The figures in the lines of `volume`."""

    @property
    def cells(self) -> list[list[str]]:
        """Every cell but the bar."""
        return [*([label] for label in self.labels), *self[2:7]]

    @property
    def measured(self) -> list[Figure]:
        """The figures with bars: those in US dollars."""
        return self.figures if self.line.currency == MAIN_CURRENCY else []


class Table(NamedTuple):
    """Rows with their headings."""

    labels: tuple[Column, ...]
    head: str
    """The flow of the figures."""
    rows: list[Row]
    groups: int = 0
    """The number of rows of country groups, at the end; they have no bars because they include countries shown."""
    longest_bar: int = 9


def render_series(answer: Answer[SeriesResult], screen: Screen) -> list[Text]:
    """Return a summary in two lines, a line for each year or partner, and the pages."""
    view, result = FigureView(answer, screen), answer.result
    if not result.lines:
        name = answer.names.format_places(filter(None, result.pair or (result.place,)))
        is_filtered = view.has_filters or "year" in answer.query
        return [text((name, "bold")), text(format_no_year(has_filters=is_filtered))]
    return _render_partners(result, view) if result.place else _render_years(result, view)


def _render_years(result: SeriesResult, view: FigureView) -> list[Text]:
    """Return the lines of turnover or of the flow asked for; with `--all`, those of all flows."""
    flows = {flow: list(lines) for flow, lines in groupby(result.lines, key=_name_flow)}
    printed = [flow for flow, lines in flows.items() if any(line.volume for line in lines)]
    shown = [*flows] if view.is_everything else (printed or [*flows])[:1]
    parts: list[Text] = []
    rows: list[Row] = []
    for flow in shown:
        newest_first = sorted(flows[flow], key=lambda line: -line.year)
        made = [_make_row(line, (str(line.year),), view, has_computed=True) for line in newest_first]
        parts += [*([Text()] if parts else []), *_render_flow(flow, made, view)]
        rows += made
    exporters = {flow: lines[0].exporter for flow, lines in flows.items() if flow not in shown}
    hidden = [f"{flow}: --exporter {code}" for flow, code in exporters.items() if code]
    return [*parts, *_format_foot(rows, hidden, view)]


def _render_flow(flow: str, rows: list[Row], view: FigureView) -> list[Text]:
    """Return the number of years of a flow on record, and a line for each year and set of statistics."""
    lines = [row.line for row in rows]
    places, newest, oldest = view.names.format_places(lines[0].pair), lines[0].year, lines[-1].year
    span = str(newest) if newest == oldest else f"{oldest}–{newest}"
    printed = {line.year for line in lines if line.volume}
    disputed = {line.year for line in lines if line.volume and line.volume.verdict == "contradicted"}
    counted = f"{count(len(printed), 'year')} with a figure, {len(disputed) or 'none'} disputed."
    counted = counted if printed else format_no_year(has_filters=view.has_filters)
    gaps = format_gaps({line.year for line in lines if line.volume or line.change}, has_filters=view.has_filters)
    labels = (Column("Year", wraps=False), Column("by", wraps=False, joint=" by "))
    return [
        text((f"{places}: {flow} by year, {span}", "bold")),
        text(f"{counted} {gaps}".rstrip()),
        Text(),
        *_lay_out(Table(labels, capitalize(flow) if flow == _TURNOVER else flow, rows), view),
    ]


def _render_partners(result: SeriesResult, view: FigureView) -> list[Text]:
    """Return the largest partner, and a line for each partner; country groups are separate if there are countries."""
    place, lines = result.place or "", result.lines
    partners = [find_partner(place, line.pair) for line in lines]
    groups = sum(map(view.names.is_group, partners))
    rows = [
        _make_row(line, (view.names[partner], str(line.year)), view)
        for line, partner in zip(lines, partners, strict=True)
    ]
    way = f"goods {'from' if lines[0].exporter == place else 'to'} {place}" if lines[0].exporter else _TURNOVER
    labels = (Column("Partner"), Column("Year", wraps=False, joint=" "), Column("by", wraps=False, joint=" by "))
    table = Table(labels, capitalize(way), rows, groups if groups < len(rows) else 0, _LONG_BAR)
    return [
        text((f"{view.names[place]}: partners by {way} in the newest full year on record", "bold")),
        style_sentence(_format_largest(rows[0], view)),
        Text(),
        *_lay_out(table, view),
        *_format_without(result, view),
        *_format_foot(rows, [], view),
    ]


def _format_largest(row: Row, view: FigureView) -> str:
    reporter = row.line.reporter
    return format_largest(row.labels[0], row.volume[0], row.line.year, view.names[reporter] if reporter else None)


def _lay_out(table: Table, view: FigureView) -> list[Text]:
    """Return a table of lines: their labels, figures with bars, changes, and other figures."""
    columns = [
        *table.labels,
        Column(table.head, wraps=False),
        Column("voices", wraps=False, joint=" · "),
        Column("", wraps=False, is_extra=True),
        Column("Change"),
        Column("computed", wraps=False),
        Column("Other figures", rank=1),
    ]
    heads = [column.head for column in columns if not column.is_extra]
    # A long name is wrapped if a bar would otherwise have no room beside it.
    named = ([row.labels[0].split(" "), *row.cells[1:]] for row in table.rows)
    cells = count_bar_cells(named, heads, view.screen, most=table.longest_bar)
    single = table.rows[: len(table.rows) - table.groups]
    scale = find_scale(figure for row in single for figure in row.measured)
    written: list[Sequence[str | Text] | Section] = []
    for number, row in enumerate(table.rows):
        if table.groups and number == len(single):
            written.append(Section("Groups"))
        measured = row.measured if cells and number < len(single) else []
        bars = [draw_bar(figure.low, figure.high, scale, cells) for figure in measured]
        before, behind = row.cells[: len(table.labels) + 2], row.cells[len(table.labels) + 2 :]
        written.append([_join(cell, view) for cell in (*before, bars, *behind)])
    return lay_out(columns, written, view.screen, stacks=view.screen.is_narrow)


def _join(parts: Sequence[str], view: FigureView) -> Text:
    """Return the parts of a cell: on one line if there is room, or one below the other if every figure is wanted."""
    return make_lines(*map(style_sentence, parts if view.is_everything else [" ".join(parts)] if parts else []))


def _format_computed(line: Line) -> list[str]:
    """Return the growth between the leading figures of both years, if it is certainly a rise or a fall."""
    growth = line.growth
    if growth is None:
        return []
    is_certain = (growth.low is not None and growth.low > 0) or (growth.high is not None and growth.high < 0)
    return [format_calculated_change(growth.low, growth.high)] if is_certain else []


def _format_without(result: SeriesResult, view: FigureView) -> list[Text]:
    """Return the partners without a full year on record."""
    names = ", ".join(sorted(view.names[code] for code in result.without))
    return [text(f"No figure for a full year: {names}.")] if names else []


def _format_foot(rows: Sequence[Row], hidden: Sequence[str], view: FigureView) -> list[Text]:
    """Return the legend, the pages, and the options and commands that show more."""
    signs = [line for row in rows for cell in ([row.labels[-1]], *row[2:7]) for line in cell]
    legend = format_legend(signs, where="above" if view.is_everything else "before it")
    has_more = any(row.others for row in rows) and not view.is_everything
    pointers = format_pointers(view.screen, [*hidden, *(["all figures: --all"] if has_more else [])], _SEE_ALSO)
    return [
        *([text((legend, DIM))] if legend else []),
        Text(),
        *view.writer.format_sources(),
        text((pointers, DIM)),
    ]


def _name_flow(line: Line) -> str:
    """Return the flow of a line: `turnover`, `KZ → UZ`."""
    return f"{line.exporter} → {line.importer}" if line.exporter else _TURNOVER


def _make_row(line: Line, labels: tuple[str, ...], view: FigureView, *, has_computed: bool = False) -> Row:
    """Return the row of a line; it is written from left to right so that page numbers ascend."""
    volumes, others = _choose_figures(line, view)
    changes = list_changes(line.change, line.volume, view) if line.change else []
    written = [
        [tie(format_shown(shown, view)) if shown else "" for shown in beside]
        for beside in zip_longest(volumes, changes)
    ]
    volume, change = ([part for part in column if part] for column in zip(*written, strict=True))
    # In a list, voices follow a volume, so those of a change without a volume are not shown.
    supported = volumes or ([] if view.screen.is_narrow else changes[:1])
    return Row(
        line,
        (*labels, line.reporter or "?"),
        volume,
        [format_support(shown.figure, view) for shown in supported if shown.figure],
        change,
        _format_computed(line) if has_computed else [],
        [tie(format_shown(shown, view)) for shown in others],
        [shown.figure for shown in volumes if shown.figure],
    )


def _choose_figures(line: Line, view: FigureView) -> tuple[list[Shown], list[Shown]]:
    """Return the figures of a line: the leading one and a selection of the others, or all if everything is wanted."""
    calculated = list_calculated(line.calculated)
    if line.volume is None:
        return calculated, []
    if view.is_everything:
        return choose_volumes(line.volume, view), calculated
    leading, *others = line.volume.figures
    lower = choose_lower(line.volume, view.claims)
    if others and not lower:
        others.sort(key=lambda figure: -figure.voices)
        lower = [Shown("fits", others[0], len(others) - 1)]
    return [Shown("", leading)], [*lower, *calculated]
