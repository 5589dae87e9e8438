"""A chart on a terminal: a row for each year or partner, bars with their uncertain part, the goal as a mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from tradefacts.figure.notation import find_unit
from tradefacts.named_tuples import NamedTuple
from tradefacts.questions.by_statistics import choose_claim
from tradefacts.questions.chart import format_emptiness, list_undrawn, name_flow
from tradefacts.render.bars import Strokes, draw_bar, find_scale, find_ticks
from tradefacts.render.pair.cells import Shown, choose_lower
from tradefacts.render.pair.foot import format_gaps
from tradefacts.render.pair.table import format_row_period
from tradefacts.render.pair.view import has_filters
from tradefacts.render.screen import text
from tradefacts.render.words import DIM, Writer, style_sentence
from tradefacts.render.wrapping import TIE, tie
from tradefacts.wording.lines import format_deadline

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tradefacts.answer import Answer
    from tradefacts.factbase import Claim
    from tradefacts.questions.chart import Bar, ChartResult
    from tradefacts.reckoning.goals import Goal
    from tradefacts.reckoning.readings import Figure
    from tradefacts.render.screen import Screen

FARTHEST_GOAL = 2.5
"""The most that the scale is extended to show a goal, as a multiple of the longest bar."""
_WIDEST = 100
_LEAST_BAR = 24
"""The least room for bars beside their figures, in cells; with less, they are drawn below them."""
_GAP = 2
_NAMED = Strokes("═", "═", "┈", "▸")
_UNNAMED = Strokes()
_LEGEND = (
    ("━", "━ statistics not named"),
    ("═", "═ by the country named"),
    ("┄┈", f"┄{TIE}┈ uncertain"),
    ("▸", "▸ or more"),
    ("≠", "≠ not true with the figure above"),
)


class Line(NamedTuple):
    """A figure of a bar, and the labels before it."""

    label: str
    """The year, or the partner and the year; empty below the first figure of a bar."""
    mark: str
    """Whose statistics it is, `?` if no page says so; below the first figure, the sign of the verdict on both."""
    shown: Shown
    bar: Bar

    @property
    def figure(self) -> Figure:
        """The figure."""
        assert self.shown.figure  # noqa: S101 - a bar shows figures only
        return self.shown.figure


def render_chart(answer: Answer[ChartResult], screen: Screen) -> list[Text]:
    """Return the title, the bars with their scale, the legend, and the pages."""
    result, writer = answer.result, Writer(answer, screen)
    if not result.bars:
        is_filtered = has_filters(answer.query) or "year" in answer.query
        empty = f"No {format_emptiness(result)} {'matches the filters' if is_filtered else 'is on record'}"
        return [text("; ".join([empty, *list_instead(answer)]))]
    lines = list_lines(answer, writer.claims)
    unit, unit_name = find_unit(find_top(result), result.currency)
    heads = _format_heads(lines, writer, screen)
    drawn = heads if screen.is_list else [*_Drawing(result, heads, screen).draw(lines, unit, writer)]
    notes = _format_notes(answer, "".join([*(line.mark for line in lines), *(line.plain for line in drawn)]), writer)
    more = [*([] if screen.has_addresses else ["addresses: --sources"]), "as a picture: -o FILE.svg, .png or .pdf"]
    return [
        text((format_title(answer, unit_name), "bold")),
        *map(screen.spell, drawn),
        *notes,
        Text(),
        *writer.format_sources(),
        text((f"{TIE}· ".join(more), DIM)),
    ]


def format_title(answer: Answer[ChartResult], unit: str) -> str:
    """Return the title: `Kazakhstan – Uzbekistan: turnover, full years, $ bn`, `Kazakhstan → Uzbekistan: goods, …`."""
    result, names = answer.result, answer.names
    is_pair = len(result.places) > 1
    goods = f"{names[result.exporter]} → {names[result.importer]}" if result.exporter and result.importer else ""
    years = "full years" if is_pair else "newest full year on record"
    sort = "parts of years" if result.of_months else years
    return f"{(is_pair and goods) or names.format_places(result.places)}: {name_flow(result)}, {sort}, {unit}"


def list_instead(answer: Answer[ChartResult]) -> Iterator[str]:
    """Yield what can be drawn instead of a chart without bars."""
    if answer.result.undrawn:
        yield f"on record: {'; '.join(list_undrawn(answer.result))}"
    if answer.result.without:
        yield f"on record without one: {_list_without(answer)}"


def list_lines(answer: Answer[ChartResult], claims: Mapping[str, Claim]) -> list[Line]:
    """Return the figures of a chart bar by bar: the leading one, and the first that contradicts it."""
    lines = []
    for bar in answer.result.bars:
        label = name_bar(answer, bar)
        lines.append(Line(label, bar.reporter or "?", Shown("", bar.volume.figures[0]), bar))
        lines += [Line("", shown.sign, shown, bar) for shown in choose_lower(bar.volume, claims)]
    return lines


def name_bar(answer: Answer[ChartResult], bar: Bar) -> str:
    """Return the period of a bar, `2025` or `2025 Jan–Aug`, preceded by the partner in a chart of partners."""
    places = answer.result.places
    if len(places) > 1:
        return format_row_period(bar.period)
    partner = bar.pair[1] if bar.pair[0] == places[0] else bar.pair[0]
    return f"{answer.names[partner]} {bar.period}"


def find_goal(result: ChartResult) -> Goal | None:
    """Return the goal to mark: the first one, unless it would make the bars too short."""
    longest = find_longest(result)
    return next((goal for goal in result.goals[:1] if goal.value <= FARTHEST_GOAL * longest), None)


def find_longest(result: ChartResult) -> float:
    """Return the largest end of the figures of a chart, but at least 1, because a scale of 0 cannot be divided."""
    return max(1, find_scale(figure for bar in result.bars for figure in bar.volume.figures))


def find_top(result: ChartResult) -> float:
    """Return the end of the scale of a chart."""
    goal = find_goal(result)
    return max(find_longest(result), goal.value if goal else 0)


class _Drawing:
    """Bars beside their figures, or below them if there is no room."""

    def __init__(self, result: ChartResult, heads: Sequence[Text], screen: Screen) -> None:
        self._result, self._heads = result, heads
        self._width = width = min(screen.columns, _WIDEST)
        self._indent = max(cell_len(head.plain) for head in heads) + _GAP
        self._is_stacked = width - self._indent < _LEAST_BAR
        self._indent = _GAP if self._is_stacked else self._indent
        # The signs of an open end and of the goal come after the last cell.
        self._cells = width - self._indent - 1
        self._top, self._goal = find_top(result), find_goal(result)

    def draw(self, lines: Sequence[Line], unit: int, writer: Writer) -> Iterator[Text]:
        """Yield the lines of the chart."""
        if self._goal:
            yield self._name_goal(self._goal, writer)
        for line, head in zip(lines, self._heads, strict=True):
            bar = self._draw_bar(line)
            if self._is_stacked:
                yield head
                yield self._hold(bar)
            else:
                head.pad_right(self._indent - cell_len(head.plain))
                yield _lay_out(text(head, bar))
        yield self._hold(self._format_scale(unit))

    def _hold(self, part: Text) -> Text:
        return _lay_out(text(" " * self._indent, part))

    def _find_cell(self, number: float) -> int:
        return round(number * self._cells / self._top)

    def _draw_bar(self, line: Line) -> Text:
        strokes = _NAMED if line.bar.reporter else _UNNAMED
        bar = draw_bar(line.figure.low, line.figure.high, self._top, self._cells, strokes)
        drawn = text((bar, _find_style(line.bar, self._result.places)))
        if self._goal is None:
            return drawn
        place = self._find_cell(self._goal.value)
        drawn.pad_right(max(0, place - len(bar)))
        return drawn[:place] + text(("┊", "blue")) + drawn[place + 1 :]

    def _name_goal(self, goal: Goal, writer: Writer) -> Text:
        """Return the name of the goal before its mark or after it; alone if there is room for neither."""
        words, mark = _format_goal(goal, writer), ("┊", "blue")
        place = self._indent + self._find_cell(goal.value)
        before = place - cell_len(words.plain) - 1
        if before >= 0:
            return _lay_out(text(" " * before, words, " ", mark))
        if place + cell_len(words.plain) + 1 < self._width:
            return _lay_out(text(" " * place, mark, " ", words))
        return words

    def _format_scale(self, unit: int) -> Text:
        line = ""
        for tick in find_ticks(self._top / unit, most=5 if self._cells > 2 * _LEAST_BAR else 4):
            written = f"{tick:.6g}"
            middle = self._find_cell(tick * unit)
            place = max(0, min(middle - len(written) // 2, self._cells + 1 - len(written)))
            line = f"{line:<{place}}{written}"
        return text((line, DIM))


def _format_heads(lines: Sequence[Line], writer: Writer, screen: Screen) -> list[Text]:
    """Return the label of each bar: `2025 ?    $4.97 bn [1]`."""
    label = max(cell_len(line.label) for line in lines)
    marks = [screen.spell(text(line.mark)).plain for line in lines]
    width = max(map(len, marks))
    heads = []
    for line, mark in zip(lines, marks, strict=True):
        claim = choose_claim(line.figure, writer.claims, writer.numbers)
        more = f" +{line.shown.more}" if line.shown.more else ""
        before = f"{line.label}{' ' * (label - cell_len(line.label))} {mark:<{width}} "
        heads.append(screen.spell(style_sentence(f"{before}{writer.format_figure(claim)}{more}")))
    return heads


def _format_goal(goal: Goal, writer: Writer) -> Text:
    """Return the name of a goal: `goal $10 bn by 2030 [1]`."""
    claim = writer.claims[goal.deadline_fact or goal.facts[0]]
    until = format_deadline(goal.deadline, goal.horizon)
    return text(f"goal {claim.shown} {until} ", (writer.number(claim), DIM))


def _find_style(bar: Bar, places: Sequence[str]) -> str:
    """Return the colour of a bar: one each for either side's statistics, for those of others, and for unnamed ones."""
    if bar.reporter is None:
        return "cyan"
    sides = places if len(places) > 1 else (*places, next((code for code in bar.pair if code not in places), ""))
    return dict(zip(sides, _SIDES, strict=False)).get(bar.reporter, "green")


_SIDES = ("yellow", "magenta")


def _format_notes(answer: Answer[ChartResult], drawn: str, writer: Writer) -> Iterator[Text]:
    """Yield the legend of the signs on the screen, the goal if it has no room, and the years without a claim."""
    legend = ["? statistics not named"] if "?" in drawn and "━" not in drawn else []
    legend += [words for signs, words in _LEGEND if any(sign in drawn for sign in signs)]
    if legend:
        yield text((f"{TIE} ".join(words.replace(" ", TIE, 1) for words in legend), DIM))
    result = answer.result
    if result.goals and not find_goal(result):
        yield text("Beyond the scale: ", _format_goal(result.goals[0], writer))
    for remark in list_remarks(answer):
        yield text((remark, DIM))


def list_remarks(answer: Answer[ChartResult], *, has_options: bool = True) -> Iterator[str]:
    """Yield what a chart does not show: years without a claim, other figures of the pair, other partners.

    `has_options` names the options that draw other figures, which readers of a picture do not need.
    """
    result = answer.result
    if len(result.places) > 1 and not result.of_months:
        gaps = format_gaps({int(bar.period) for bar in result.bars}, has_filters=has_filters(answer.query))
        yield from [gaps] if gaps else []
    if result.undrawn:
        yield f"Not drawn: {'; '.join(list_undrawn(result, has_options=has_options))}."
    if result.without:
        yield f"No full year in {result.currency}: {_list_without(answer)}."


def _list_without(answer: Answer[ChartResult]) -> str:
    return ", ".join(tie(answer.names[code]) for code in answer.result.without)


def _lay_out(line: Text) -> Text:
    line.rstrip()
    line.no_wrap = True
    return line
