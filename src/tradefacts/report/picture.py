"""A chart as a picture for print: one column wide, with its sources; series differ in shape as well as colour."""

from __future__ import annotations

import io
import textwrap
from html import escape as escape_html
from typing import TYPE_CHECKING, Any

from tradefacts.creating import check_free, write_file
from tradefacts.errors import InvalidQueryError
from tradefacts.export.extras import import_extra
from tradefacts.questions.chart import format_emptiness
from tradefacts.render.chart import list_instead
from tradefacts.render.wrapping import TIE
from tradefacts.report.labels import find_end, find_side, list_years
from tradefacts.report.plot import Plot, make_plot
from tradefacts.text import escape
from tradefacts.wording.subjects import capitalize

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tradefacts.answer import Answer
    from tradefacts.export.form import Form
    from tradefacts.questions.chart import ChartResult
    from tradefacts.report.plot import GoalLine, Mark

_WIDTH = 3.54
"""Width in inches: 90 mm, a column of a journal or newspaper."""
_HEIGHT = 2.5
_ROW = 0.19
_LINE = 0.105
"""Height of a line of small print, in inches."""
_HEAD, _FOOT = 0.34, 0.42
_SIGNS_A_LINE = 86
"""Characters in a line of small print."""
_DOTS_PER_INCH = 300
_MOST_YEARS = 11
"""The number of year labels that a column has room for."""
_SHAPES = {"circle": "o", "square": "s", "triangle": "^", "diamond": "D"}
_GREY, _GOAL = "#444444", "#7A3E9D"
_ARROW = 0.045
"""The length of the arrow of an open end, as a fraction of the scale."""
_LABEL = 0.15
"""The length of a figure's label, as a fraction of the scale."""
_STYLE: dict[str, Any] = {
    "font.family": "DejaVu Sans",
    "font.size": 6.5,
    "axes.linewidth": 0.5,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "xtick.major.width": 0.5,
    "ytick.major.width": 0.5,
    "xtick.major.size": 2,
    "ytick.major.size": 2,
    "lines.linewidth": 0.9,
    "lines.markersize": 3.4,
    "text.parse_math": False,  # otherwise two dollar amounts would be read as a formula
    "pdf.fonttype": 42,  # text stays editable and searchable
    "svg.hashsalt": "tradefacts",
}


def write_picture(answer: Answer[ChartResult], name: str, form: Form) -> None:
    """Write a chart to a file as SVG, PNG or PDF.

    Raises:
        InvalidQueryError: the chart has no figures to draw.
        MissingExtraError: matplotlib is not installed.
        OutputError: the file exists or cannot be written.
    """
    if not answer.result.bars:
        places = " ".join(answer.result.places)
        instead = "; ".join(list_instead(answer)).replace(TIE, " ")
        hint = instead or f"'tradefacts facts {places}' lists what is on record"
        raise InvalidQueryError(f"no {format_emptiness(answer.result)} to draw", hint=hint)
    matplotlib = import_extra("matplotlib", "charts")
    plot = _escape_all(make_plot(answer))
    check_free(name, is_forced=form.is_forced)
    drawn = io.BytesIO()  # matplotlib reports a full disk in its own words, if at all
    with matplotlib.rc_context():
        matplotlib.rcdefaults()  # the user's matplotlib settings must not change the picture
        matplotlib.rcParams.update(_STYLE)
        _draw(plot).savefig(drawn, format=form.format, dpi=_DOTS_PER_INCH, metadata=_describe(plot, form.format))
    content = drawn.getvalue()
    write_file(name, [_add_alternative(content, plot) if form.format == "svg" else content], is_forced=form.is_forced)


def _escape_all(plot: Plot) -> Plot:
    """Return a plot with invisible and control characters escaped in all its texts."""
    return plot._replace(
        title=escape(plot.title),
        rows=[escape(row) for row in plot.rows],
        series=[series._replace(label=escape(series.label)) for series in plot.series],
        marks=[mark._replace(label=escape(mark.label)) for mark in plot.marks],
        goals=[goal._replace(label=escape(goal.label)) for goal in plot.goals],
        remarks=[escape(remark) for remark in plot.remarks],
        sources=escape(plot.sources),
        alternative=escape(plot.alternative),
    )


def _draw(plot: Plot) -> Any:  # noqa: ANN401 - a figure of matplotlib
    figures = import_extra("matplotlib.figure", "charts")
    small = [*textwrap.wrap(" ".join(plot.remarks), _SIGNS_A_LINE), *textwrap.wrap(plot.sources, _SIGNS_A_LINE)]
    title = textwrap.wrap(plot.title, 58)
    legend_lines = (len(plot.series) + 1) // 2
    head = _HEAD + 0.13 * (len(title) - 1) + 0.13 * (legend_lines - 1)
    body = _ROW * (len(plot.rows) + 1) if plot.rows else _HEIGHT - _HEAD - _FOOT
    foot = 0.25 + _LINE * len(small)
    height = head + body + foot
    figure = figures.Figure(figsize=(_WIDTH, height))
    left = 0.30 if plot.rows else 0.09
    axes = figure.add_axes((left, foot / height, 0.97 - left, body / height))
    figure.text(0.015, 1 - 0.04 / height, "\n".join(title), fontsize=7.2, fontweight="bold", va="top")
    figure.text(0.015, 0.03 / height, "\n".join(small), fontsize=5, color=_GREY, va="bottom", linespacing=1.25)
    _draw_scales(axes, plot)
    for goal in plot.goals:
        _draw_goal(axes, goal, plot)
    for mark in plot.marks:
        _draw_mark(axes, mark, plot)
    _label_newest(axes, plot)
    lines = import_extra("matplotlib.lines", "charts")
    handles = [
        lines.Line2D([], [], color=series.colour, marker=_SHAPES[series.shape], label=capitalize(series.label))
        for series in plot.series
    ]
    axes.legend(
        handles=handles,
        loc="lower left",
        bbox_to_anchor=(-left / (0.97 - left) + 0.01, 1.0),
        ncols=2,
        frameon=False,
        borderaxespad=0,
        borderpad=0.3,
        handlelength=1.6,
        columnspacing=1.2,
        fontsize=6,
    )
    return figure


def _draw_scales(axes: Any, plot: Plot) -> None:  # noqa: ANN401 - matplotlib's own class
    ticks = [f"{tick:.6g}" for tick in plot.ticks]
    if plot.rows:
        axes.set_xlim(0, plot.top / plot.unit)
        axes.set_xticks(plot.ticks, ticks)
        axes.set_ylim(len(plot.rows) - 0.4, -0.6)
        axes.set_yticks(range(len(plot.rows)), plot.rows)
        axes.tick_params(axis="y", length=0)
        axes.grid(axis="x", color="#DDDDDD", linewidth=0.4)
    else:
        axes.set_ylim(0, plot.top / plot.unit)
        axes.set_yticks(plot.ticks, ticks)
        axes.set_xlim(plot.first - 0.6, plot.last + 0.6)
        years = list_years(plot, _MOST_YEARS)
        axes.set_xticks(years, map(str, years))
        axes.grid(axis="y", color="#DDDDDD", linewidth=0.4)
    axes.set_axisbelow(True)


def _draw_goal(axes: Any, goal: GoalLine, plot: Plot) -> None:  # noqa: ANN401 - as above
    height = goal.value / plot.unit
    last = plot.last + 0.6 if goal.last is None else goal.last
    axes.plot([plot.first - 0.6, last], [height, height], color=_GOAL, linestyle=(0, (3, 2)), linewidth=0.7)
    if goal.last is not None:
        axes.plot([last], [height], color=_GOAL, marker="|", markersize=5)
    is_late = last > (plot.first + plot.last) / 2 and not goal.is_left
    place, side = (last, "right") if is_late else (plot.first - 0.5, "left")
    axes.annotate(
        goal.label,
        (place, height),
        (0, -1.5 if goal.is_below else 1.5),
        textcoords="offset points",
        ha=side,
        va="top" if goal.is_below else "bottom",
        fontsize=5.6,
        color=_GOAL,
    )


def _draw_mark(axes: Any, mark: Mark, plot: Plot) -> None:  # noqa: ANN401 - as above
    series = plot.series[mark.series]
    reach = plot.top * _ARROW
    ends = [
        mark.value - reach if mark.low is None else mark.low,
        mark.value + reach if mark.high is None else mark.high,
    ]
    span, value = [end / plot.unit for end in ends], mark.value / plot.unit
    across = [mark.place, mark.place]
    line, point = ((span, across), ([value], [mark.place])) if plot.rows else ((across, span), ([mark.place], [value]))
    axes.plot(*line, color=series.colour, solid_capstyle="butt", linewidth=1.3, alpha=0.75)
    for is_open, end, signs in ((mark.low is None, span[0], "v<"), (mark.high is None, span[1], "^>")):
        if is_open:
            tip = ([end], [mark.place]) if plot.rows else ([mark.place], [end])
            axes.plot(*tip, color=series.colour, marker=signs[bool(plot.rows)], markersize=2.4)
    face = "white" if mark.is_refused else series.colour
    axes.plot(
        *point,
        color=series.colour,
        marker=_SHAPES[series.shape],
        markerfacecolor=face,
        markeredgewidth=0.8,
        linestyle="none",
        clip_on=False,
        zorder=3,
    )


def _label_newest(axes: Any, plot: Plot) -> None:  # noqa: ANN401 - as above
    """Label the sign of the newest year's leading figure, or those of each partner."""
    leading = [mark for mark in plot.marks if mark.is_leading]
    for mark in leading if plot.rows else leading[:1]:
        if plot.rows:
            end = find_end(plot, mark, arrow=plot.top * _ARROW, length=plot.top * _LABEL)
            start = mark.value - plot.top * _ARROW if mark.low is None else min(mark.low, mark.value)
            side = "behind" if end < 0.8 * plot.top else "before"
            point = ((end if side == "behind" else start) / plot.unit, mark.place)
        else:
            point, side = (mark.place, mark.value / plot.unit), find_side(plot, mark)
        is_last = plot.last - mark.place < (plot.last - plot.first + 1) / 8
        offset, across, along = _SIDES[side]
        axes.annotate(
            mark.label,
            point,
            offset,
            textcoords="offset points",
            ha="right" if across == "center" and is_last else across,
            va=along,
            fontsize=5.6,
            color=plot.series[mark.series].colour,
        )


_SIDES = {
    "behind": ((4, 0), "left", "center"),
    "before": ((-6, 0), "right", "center"),
    "above": ((2, 4), "center", "bottom"),
    "below": ((2, -4), "center", "top"),
}
"""The offset of a label from its sign, in points, and its horizontal alignment."""


def _describe(plot: Plot, form: str) -> Mapping[str, str | None]:
    """Return the metadata of a file: title and alternative text, without date or creator."""
    if form == "pdf":
        return {
            "Title": plot.title,
            "Subject": plot.alternative,
            "CreationDate": None,
            "Producer": None,
            "Creator": None,
        }
    if form == "png":
        return {"Title": plot.title, "Description": plot.alternative, "Software": None}
    return {"Description": plot.alternative, "Date": None, "Creator": None}


def _add_alternative(content: bytes, plot: Plot) -> bytes:
    """Return an SVG with the title and description that screen readers use."""
    before, opening, rest = content.decode().partition("<svg ")
    tag, _, inside = rest.partition(">")
    metadata = f"\n <title>{escape_html(plot.title)}</title>\n <desc>{escape_html(plot.alternative)}</desc>"
    return f'{before}{opening}role="img" {tag}>{metadata}{inside}'.encode()
