"""The other lines of the head: goods each way, the newest months, the goal, and disputed years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.figure.notation import format_range
from tradefacts.period import find_year_before
from tradefacts.reckoning.goals import rank_goal
from tradefacts.render.calculated import format_calculated_change, format_percents
from tradefacts.render.words import format_period
from tradefacts.render.wrapping import tie
from tradefacts.wording.figures import WrittenFigure, format_reported
from tradefacts.wording.lines import (
    NO_GOAL,
    NO_MATCH,
    Goods,
    format_computed,
    format_deadline,
    format_disputed,
    format_each_way,
    format_goal,
    format_goal_status,
    format_incomparable,
    format_months,
    format_months_beside,
    format_months_change,
    format_months_only_change,
    format_no_months,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradefacts.questions.by_statistics import StatisticsRow
    from tradefacts.questions.headline import Disputed, Opening
    from tradefacts.reckoning.goals import Goal
    from tradefacts.render.pair.view import View

_STATISTICS, _YEARS = 2, 3
"""The most sets of statistics on goods, and the most disputed years, that a head names."""


def format_each_way_line(view: View) -> str:
    """Return the goods each way in the newest full year with a figure; a reporter's figures come first."""
    year = next((row.period for row in view.years if row.there or row.back), None)
    rows = [row for row in view.years if row.period == year and (row.there or row.back)]
    rows.sort(key=lambda row: (row.reporter is None, -bool(row.there) - bool(row.back)))
    if not rows and view.has_filters:
        return ""
    goods = [_format_goods(view, row) for row in rows[:_STATISTICS]]
    there, back = view.ways
    if not view.has_filters:
        return format_each_way(year or "", there, back, goods)
    found = any(way.there for way in goods), any(way.back for way in goods)
    return format_each_way(year or "", there if found[0] else None, back if found[1] else None, goods)


def format_months_line(view: View) -> str:
    """Return the newest part-year not before the headline year, and what it is compared with."""
    headline = view.result.headline
    newer = view.claims[headline.newer_months_change] if headline.newer_months_change else None
    # Page numbers ascend in reading order.
    change = view.writer.format_figure(newer) if newer else None
    months = "" if headline.months is None else _format_months(view, headline.months)
    if newer and change:
        return format_months_only_change(format_period(newer.period), change, months)
    if months or view.has_filters:
        return months or _format_months_of_goods(view)
    return format_no_months(headline.year.period if headline.year else None)


def _format_months_of_goods(view: View) -> str:
    """Return goods in the newest part-year, for an answer without turnover because goods one way were asked for."""
    if view.result.headline.year or not view.part_years:
        return ""
    row = view.part_years[0]
    figures = [
        f"{view.name_way(cell.exporter)} {view.format(cell.figures[0])}" for cell in (row.there, row.back) if cell
    ]
    by = f" by {row.reporter}" if row.reporter else ""
    return f"{format_period(row.period)}: {', '.join(figures)}{by}" if figures else ""


def format_disputed_line(view: View, *, years: int = _YEARS) -> str:
    """Return the disputed quantities of full years; of all years if everything is wanted."""
    by_year: dict[str, list[Disputed]] = {}
    for thing in view.result.headline.disputed:
        by_year.setdefault(thing.year, []).append(thing)
    shown = [*by_year][: None if view.is_everything else years]
    words = {year: list(dict.fromkeys(_name_disputed(view, thing) for thing in by_year[year])) for year in shown}
    return "" if view.has_filters and not words else format_disputed(words, len(by_year) - len(shown))


def rank_goals(view: View) -> list[Goal]:
    """Return the goals: those not yet reached first, among these one with a deadline, then the larger."""
    return sorted(view.result.targets, key=lambda goal: rank_goal(goal, view.answer.as_of))


def format_goal_line(view: View, goals: Sequence[Goal]) -> tuple[str, str]:
    """Return the progress of the first goal, and its status separately."""
    if not goals:
        return "" if view.has_filters else NO_GOAL, ""
    goal = goals[0]
    status = _format_status(goal)
    return f"{_format_aim(view, goal, status)}", status


def format_other_goals(view: View, goals: Sequence[Goal]) -> str:
    """Return goals with their status only: `$5 bn by 2022 [16]: disputed for 2022`."""
    return "; ".join(f"{_format_amount(view, goal)} {_format_deadline(goal)}: {_format_status(goal)}" for goal in goals)


def _format_goods(view: View, row: StatisticsRow) -> Goods:
    there, back = (view.format(cell.figures[0]) if cell else None for cell in (row.there, row.back))
    return Goods(row.reporter, there, back)


def _format_months(view: View, months: Opening) -> str:
    figure = format_reported(view.writer.format_figure(view.claims[months.fact]), months.reporter)
    base = find_year_before(months.period)
    if months.change is None:
        change = ""
        earlier = _format_earlier(view, months)
        if months.computed_low is not None:
            change = format_calculated_change(months.computed_low, months.computed_high)
        return format_months(
            format_period(months.period), figure, format_months_beside(format_period(base), earlier, tie(change))
        )
    change_figure = view.writer.format_figure(view.claims[months.change])
    if months.is_change_refused:
        change_figure = WrittenFigure(f"≠ {change_figure}")
    earlier = _format_earlier(view, months) if months.is_comparable else ""
    if not months.is_change_refused:  # nothing follows from a change that figures refuse
        earlier = earlier or _format_computed(view, months, base)
    earlier = earlier or _format_earlier(view, months)
    comparison = format_months_change(change_figure, format_period(base), earlier)
    return format_months(format_period(months.period), figure, comparison)


def _format_earlier(view: View, months: Opening) -> str:
    """Return the figure of the same months a year earlier."""
    if months.earlier is None:
        return NO_MATCH if view.has_filters else ""
    claim = view.claims[months.earlier]
    figure = view.writer.format_figure(claim)
    if months.is_comparable:
        return str(figure)
    return format_incomparable(format_reported(figure, claim.reporter, is_named=True))


def _format_computed(view: View, months: Opening, base: str) -> str:
    """Return what the figure and its change imply for the same months a year earlier."""
    found = view.following.find("base period", base, view.find_row(months))
    if found is None or found.low is None or found.high is None:
        return ""
    return format_computed(tie(format_range(found.low, found.high, found.unit)))


def _format_aim(view: View, goal: Goal, status: str) -> str:
    needed = tie(format_percents(goal.needed_low, goal.needed_high))
    made = format_percents(goal.made_low, goal.made_high)
    return format_goal(
        _format_amount(view, goal),
        _format_deadline(goal),
        status,
        done=tie(format_percents(goal.progress_low, goal.progress_high)) if goal.figures else "",
        year=str(goal.status_year) if goal.status_year else "",
        needed=needed,
        made=tie(made) if made else "too few years on record",
        since=str(goal.made_since) if goal.made_since else "",
    )


def _format_amount(view: View, goal: Goal) -> WrittenFigure:
    """Return the amount as printed by the page that names the deadline, or else by the newest page."""
    figure = view.writer.format_figure(view.claims[goal.deadline_fact or goal.facts[0]])
    return figure if goal.flow == "turnover" else figure._replace(text=f"{figure.text} {view.name_way(goal.exporter)}")


def _format_deadline(goal: Goal) -> str:
    again = f", set again {goal.set_again[:7]}" if goal.set_again else ""
    return f"{format_deadline(goal.deadline, goal.horizon)}{again}"


def _format_status(goal: Goal) -> str:
    return format_goal_status(goal.status, year=goal.status_year, passed_in=goal.passed_in, voices=goal.voices or 0)


def _name_disputed(view: View, thing: Disputed) -> str:
    name = "change" if thing.kind == "growth" else thing.flow
    if thing.flow == "goods":
        name = view.name_way(thing.exporter)
    return f"{name} by {thing.reporter}" if thing.reporter else name
