"""A goal in two lines: what was stated and by whom; how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.period import Period
from tradefacts.render.claims import write_deadline
from tradefacts.render.screen import text
from tradefacts.render.words import DIM, count, write_number, write_percent_range, write_period
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
    voices = len({claim.voice for claim in claims})
    said = writer.write_speaker(claims[0]) if voices == 1 else count(voices, "voice")
    direction = f"{goal.exporter} exports " if goal.exporter else ""
    head = (f"{direction}{tie(claims[0].shown or goal.printed)}", "bold")
    facts = (write_deadline(goal.by, goal.horizon), _write_stated(goal), said)
    lines = [text(("Target  ", "bold"), head, f" · {' · '.join(facts)} ", writer.cite(goal.facts, most=3))]
    if goal.year is not None:
        bar = draw_bar(goal.year.progress_low, goal.year.progress_high)
        lines.append(text(" " * INDENT, (bar, "green"), f" {_write_standing(goal.year, writer)}"))
    if goal.part_year is not None:
        months = f"in {write_number(Period.parse(goal.part_year.period).months)} months"
        indent = " " * INDENT if goal.year is not None else f"{' ' * INDENT}no full year known; "
        lines.append(text(indent, f"{_write_standing(goal.part_year, writer)}", (f" {months}, not a year", DIM)))
    return lines


def draw_bar(low: float | None, high: float | None, *, width: int = BAR) -> str:
    """Draw progress: full up to what is certain, shaded up to what is possible."""
    certain = min(width, int((low or 0) * width / 100))
    possible = width if high is None else min(width, -int(-high * width // 100))
    return "█" * certain + "▒" * max(0, possible - certain) + "░" * (width - max(certain, possible))


def _write_standing(standing: Standing, writer: Writer) -> Text:
    reading = standing.reading
    shown = writer.claims[reading.facts[0]].shown or reading.printed
    counted = f" by {standing.reporter}" if standing.reporter else ""
    progress = write_percent_range(standing.progress_low, standing.progress_high)
    return text(
        f"{tie(progress)}: {tie(shown)}{counted} in {write_period(standing.period)} ", writer.cite(reading.facts[:1])
    )


def _write_stated(goal: Goal) -> str:
    if goal.first_stated is None:
        return "stated on undated pages"
    if goal.first_stated == goal.last_stated:
        return f"stated {goal.first_stated}"
    return f"stated {goal.first_stated} … {goal.last_stated}"
