"""The contents of a picture before drawing: its figures, series and goals, and a description in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.figure.notation import find_unit
from tradefacts.named_tuples import NamedTuple
from tradefacts.questions.by_statistics import choose_claim
from tradefacts.render.bars import find_ticks
from tradefacts.render.chart import FARTHEST_GOAL, find_longest, format_title, list_remarks, name_bar
from tradefacts.render.pair.cells import Shown, list_lower
from tradefacts.report.labels import place_goals
from tradefacts.wording.lines import format_deadline
from tradefacts.wording.subjects import format_statistics

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tradefacts.answer import Answer
    from tradefacts.factbase import Claim
    from tradefacts.questions.chart import Bar, ChartResult
    from tradefacts.reckoning.goals import Goal
    from tradefacts.reckoning.readings import Figure

_MOST_GOALS = 3
_FARTHEST_DEADLINE = 10
"""The most years by which the year scale is extended past the newest figure to show a deadline."""
_MOST_PUBLISHERS = 8
_ROOM = 1.06
"""The end of the scale, as a multiple of the highest number on it."""
_APART = 0.16
"""The distance between the signs of one year, in years."""
_SPREAD = 0.7
"""The most that the signs of one year take, in years."""


class Series(NamedTuple):
    """Figures of one set of statistics: their label and sign."""

    label: str
    shape: str
    """`circle`, `square`, `triangle` or `diamond`."""
    colour: str


# The Okabe–Ito colours, which are distinct in every kind of colour vision; shapes repeat the distinction.
_FIRST, _SECOND = ("circle", "#0072B2"), ("square", "#D55E00")
_OTHERS, _UNNAMED = ("triangle", "#00795A"), ("diamond", "#555555")


class Mark(NamedTuple):
    """One figure of a picture: a sign at the printed number, and a line over the range of its digits."""

    place: float
    """The year, or the row counted from 0; figures of one year or row are drawn side by side."""
    value: float
    low: float | None
    high: float | None
    series: int
    is_refused: bool
    """Whether it contradicts another figure of its bar; then it is drawn hollow."""
    label: str
    """The figure as text."""
    period: str
    is_leading: bool


class GoalLine(NamedTuple):
    """A goal as a line across the years to its deadline."""

    value: float
    last: float | None
    """The year of the deadline; None if no page names one or it is too far ahead."""
    label: str
    is_below: bool = False
    """Whether its label is below the line, because that of another goal is close above."""
    is_left: bool = False
    """Whether its label is at the start of the line, because it covers fewer figures there."""


class Plot(NamedTuple):
    """The contents of a picture."""

    title: str
    unit: int
    unit_name: str
    """The unit of the numbers on the scale: `$ bn`."""
    top: float
    """The end of the scale, in whole units of the currency."""
    ticks: Sequence[float]
    """Round numbers on the scale, in the unit."""
    rows: Sequence[str]
    """Partners or parts of years from the top; empty if years are on the horizontal axis."""
    first: float
    last: float
    """The first and last year, or the first and last row."""
    series: Sequence[Series]
    marks: Sequence[Mark]
    goals: Sequence[GoalLine]
    remarks: Sequence[str]
    """Sentences below: goals beyond the scale, years without a claim, the meaning of hollow signs and lines."""
    sources: str
    alternative: str
    """The alternative text: what the picture shows, in words."""


def make_plot(answer: Answer[ChartResult]) -> Plot:
    """Return the plot of a chart that has at least one bar."""
    result = answer.result
    claims = {claim.id: claim for claim in answer.claims}
    keys = _list_series(result)
    marks = list(_make_marks(answer, keys, claims))
    near, far = _divide_goals(result)
    goals = [_make_goal(goal, claims, max(mark.place for mark in marks)) for goal in near]
    top = _ROOM * max([find_longest(result), *(goal.value for goal in goals)])
    goals = place_goals(goals, marks, top)
    unit, unit_name = find_unit(top, result.currency)
    rows = [name_bar(answer, bar) for bar in result.bars] if _has_rows(result) else []
    places = [round(mark.place) for mark in marks] + [int(goal.last) for goal in goals if goal.last]
    series = [_make_series(answer, key) for key in keys]
    title = format_title(answer, unit_name)
    return Plot(
        title,
        unit,
        unit_name,
        top,
        find_ticks(top / unit),
        rows,
        min(places),
        max(places),
        series,
        marks,
        goals,
        list(_make_remarks(answer, marks, far, claims)),
        _list_publishers(answer, marks, claims),
        _describe(title, marks, rows, series, [*goals, *(_make_goal(goal, claims, 0) for goal in far)]),
    )


def _has_rows(result: ChartResult) -> bool:
    """Whether bars have rows of their own: parts of years overlap, so that they have no place on an axis of years."""
    return result.of_months or len(result.places) == 1


def _list_series(result: ChartResult) -> list[str | None]:
    """Return whose statistics the bars are from: the two sides, `partner` for a partner's own, then unnamed ones."""
    found = {_name_series(bar, result) for bar in result.bars}
    order = [*result.places, _PARTNER]
    return sorted(found, key=lambda key: (key is None, order.index(key) if key in order else len(order), key or ""))


_PARTNER = "partner"


def _name_series(bar: Bar, result: ChartResult) -> str | None:
    is_partner = len(result.places) == 1 and bar.reporter in bar.pair and bar.reporter not in result.places
    return _PARTNER if is_partner else bar.reporter


def _make_series(answer: Answer[ChartResult], key: str | None) -> Series:
    if key is None:
        return Series("statistics not named", *_UNNAMED)
    label = "the partner's statistics" if key == _PARTNER else format_statistics(answer.names[key])
    sides = [*answer.result.places, _PARTNER]
    shape = (_FIRST, _SECOND)[sides.index(key)] if key in sides[:2] else _OTHERS
    return Series(label, *shape)


def _make_marks(answer: Answer[ChartResult], keys: Sequence[str | None], claims: Mapping[str, Claim]) -> Iterator[Mark]:
    """Yield the figures by year or row, those of one year or row side by side."""
    result = answer.result
    has_rows = _has_rows(result)
    by_place: dict[int, list[tuple[Bar, Shown]]] = {}
    for row, bar in enumerate(result.bars):
        shown = [Shown("", bar.volume.figures[0]), *list_lower(bar.volume, claims)]
        by_place.setdefault(row if has_rows else int(bar.period), []).extend((bar, line) for line in shown)
    for place, drawn in by_place.items():
        drawn.sort(key=lambda item: keys.index(_name_series(item[0], result)))
        apart = min(_APART, _SPREAD / len(drawn))
        for number, (bar, line) in enumerate(drawn):
            if line.figure:
                shift = apart * (number - (len(drawn) - 1) / 2)
                series = keys.index(_name_series(bar, result))
                yield _make_mark(place + shift, bar, line.figure, series, claims, is_refused=line.sign == "≠")


def _make_mark(  # noqa: PLR0913 - the fields of a mark
    place: float, bar: Bar, figure: Figure, series: int, claims: Mapping[str, Claim], *, is_refused: bool
) -> Mark:
    claim = claims[figure.facts[0]]
    is_leading = figure == bar.volume.figures[0]
    shown = claim.shown or figure.printed
    return Mark(
        place, float(claim.amount or 0), figure.low, figure.high, series, is_refused, shown, bar.period, is_leading
    )


def _divide_goals(result: ChartResult) -> tuple[list[Goal], list[Goal]]:
    """Return the goals to draw, and those that would make the figures too small or the picture too crowded."""
    near = [goal for goal in result.goals if goal.value <= FARTHEST_GOAL * find_longest(result)][:_MOST_GOALS]
    return near, [goal for goal in result.goals if goal not in near]


def _make_goal(goal: Goal, claims: Mapping[str, Claim], newest: float) -> GoalLine:
    year = int(goal.deadline[:4]) if goal.deadline else None
    is_shown = year is not None and year - newest <= _FARTHEST_DEADLINE
    claim = claims[goal.deadline_fact or goal.facts[0]]
    label = f"goal {claim.shown or claim.printed} {format_deadline(goal.deadline, goal.horizon)}"
    return GoalLine(float(goal.value), year if is_shown else None, label)


def _make_remarks(
    answer: Answer[ChartResult], marks: Sequence[Mark], far: Sequence[Goal], claims: Mapping[str, Claim]
) -> Iterator[str]:
    """Yield the remarks below the picture, one sentence each."""
    yield "Lines: what the printed digits leave open."
    if any(mark.is_refused for mark in marks):
        period = "period" if answer.result.of_months else "year"
        yield f"Hollow: contradicts another figure of that {period}."
    if any(mark.high is None or mark.low is None for mark in marks):
        yield "Arrow: “more than” or “less than”."
    if far:
        yield f"Beyond the scale: {'; '.join(_make_goal(goal, claims, 0).label for goal in far)}."
    yield from list_remarks(answer, has_options=False)


def _list_publishers(answer: Answer[ChartResult], marks: Sequence[Mark], claims: Mapping[str, Claim]) -> str:
    """Return the line of sources: publishers in citation order, and the edition."""
    shown = {mark.label for mark in marks}
    figures = [figure for bar in answer.result.bars for figure in bar.volume.figures]
    cited = [choose_claim(figure, claims) for figure in figures if claims[figure.facts[0]].shown in shown]
    publishers = [*dict.fromkeys(claim.publisher for claim in cited)]
    more = len(publishers) - _MOST_PUBLISHERS
    named = ", ".join(publishers[:_MOST_PUBLISHERS]) + (f" and {more} more" if more > 0 else "")
    return f"Sources: {named}; gathered in tradefacts, edition {answer.as_of}."


def _describe(
    title: str, marks: Sequence[Mark], rows: Sequence[str], series: Sequence[Series], goals: Sequence[GoalLine]
) -> str:
    """Return a description of the picture: every bar with its figures, and the goals."""
    parts: dict[tuple[str, int], list[Mark]] = {}
    for mark in marks:
        name = rows[round(mark.place)] if rows else mark.period
        parts.setdefault((name, mark.series), []).append(mark)
    described = "; ".join(_tell(name, members, series[number]) for (name, number), members in parts.items())
    aims = f" Goals: {'; '.join(goal.label.removeprefix('goal ') for goal in goals)}." if goals else ""
    return f"Chart. {title}. {described}.{aims}"


def _tell(name: str, marks: Sequence[Mark], series: Series) -> str:
    refused = [mark.label for mark in marks if mark.is_refused]
    fitting = ", ".join(mark.label for mark in marks if not mark.is_refused)
    against = f", contradicted by {', '.join(refused)}" if refused else ""
    return f"{name} {fitting}{against} ({series.label})"
