"""A goal in two lines: what was stated and by whom; how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.period import Period
from tradefacts.reckoning.honest import write_honest
from tradefacts.render.claims import write_deadline
from tradefacts.render.screen import text
from tradefacts.render.words import DIM, count_in_words, write_percent_range, write_period
from tradefacts.render.wrapping import tie

if TYPE_CHECKING:
    from rich.text import Text

    from tradefacts.questions.goals import Goal, Standing
    from tradefacts.render.words import Writer

BAR = 21
INDENT = 8


def render_goal(goal: Goal, writer: Writer) -> list[Text]:
    """Return the lines of one goal."""
    claims = [writer.claims[name] for name in goal.facts]
    said = writer.write_voices(claims)
    direction = f"{goal.exporter} exports " if goal.exporter else ""
    head = (f"{direction}{tie(claims[0].shown or goal.printed)}", "bold")
    facts = filter(None, (write_deadline(goal.by, goal.horizon), write_status(goal), _write_stated(goal), said))
    lines = [text(("Target  ", "bold"), head, f" · {' · '.join(facts)} ", writer.cite(goal.facts, most=3))]
    if goal.year is not None:
        bar = draw_bar(goal.year.progress_low, goal.year.progress_high)
        need = write_need(goal)
        lines.append(
            text(" " * INDENT, (bar, "green"), " ", _write_standing(goal.year, writer), f" · {need}" if need else "")
        )
    if goal.part_year is not None:
        months = f"in {count_in_words(Period.parse(goal.part_year.period).months, 'month')}"
        indent = " " * INDENT if goal.year is not None else f"{' ' * INDENT}no full year known; "
        lines.append(text(indent, _write_standing(goal.part_year, writer), (f" {months}, not a year", DIM)))
    return lines


def draw_bar(low: float | None, high: float | None, *, width: int = BAR) -> str:
    """Draw progress: full up to what is certain, shaded up to what is possible."""
    certain = min(width, int((low or 0) * width / 100))
    possible = width if high is None else min(width, -int(-high * width // 100))
    return "█" * certain + "▒" * max(0, possible - certain) + "░" * (width - max(certain, possible))


def write_status(goal: Goal) -> str:
    """Return how a goal stands: `lapsed`; empty where only its deadline is missing, which stands beside it."""
    return "" if goal.status in {None, "no date"} else str(goal.status)


def write_need(goal: Goal) -> str:
    """Return the yearly growth a goal needs to its deadline: `5.8–6.9 % a year over seven years`; empty if none."""
    if goal.years is None or (goal.pace_low is None and goal.pace_high is None):
        return ""
    pace = tie(write_honest(goal.pace_low, goal.pace_high, "percent"))
    return f"{pace} a year over {count_in_words(goal.years, 'year')}"


def write_amount(standing: Standing, writer: Writer) -> str:
    """Return the figure held against a goal, and whose statistics it is: `$1.3 bn by KG`."""
    shown = writer.claims[standing.figure.facts[0]].shown or standing.figure.printed
    return f"{tie(shown)} by {standing.reporter}" if standing.reporter else tie(shown)


def _write_standing(standing: Standing, writer: Writer) -> Text:
    progress = write_percent_range(standing.progress_low, standing.progress_high)
    said = f"{tie(progress)}: {write_amount(standing, writer)} in {write_period(standing.period)} "
    return text(said, writer.cite(standing.figure.facts[:1]))


def _write_stated(goal: Goal) -> str:
    if goal.first_stated is None:
        return "stated on undated pages"
    if goal.first_stated == goal.last_stated:
        return f"stated {goal.first_stated}"
    return f"stated {goal.first_stated} … {goal.last_stated}"
