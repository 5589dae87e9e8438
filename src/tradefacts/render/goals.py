"""A goal in words: its deadline, its status, how far it is, what growth it needs and what was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.period import Period
from tradefacts.render.calculated import format_percents
from tradefacts.render.claims import write_deadline
from tradefacts.render.screen import text
from tradefacts.render.words import DIM, count_in_words, write_period
from tradefacts.render.wrapping import tie

if TYPE_CHECKING:
    from rich.text import Text

    from tradefacts.reckoning.goals import Goal, HeldFigure
    from tradefacts.render.words import Writer

INDENT = 8


def render_goal(goal: Goal, writer: Writer) -> list[Text]:
    """Return the lines of one goal."""
    claims = [writer.claims[name] for name in goal.facts]
    direction = f"{goal.exporter} exports " if goal.exporter else ""
    head = (f"{direction}{tie(claims[0].shown or goal.printed)}", "bold")
    said = writer.write_voices(claims)
    # That a goal without a deadline is open need not be said beside "no date".
    status = "" if goal.status == "open" else format_status(goal)
    facts = filter(None, (format_deadline(goal), status, _format_stated(goal), said))
    lines = [text(("Target  ", "bold"), head, f" · {' · '.join(facts)} ", writer.cite(goal.facts, most=3))]
    if goal.figures:
        done = tie(format_percents(goal.progress_low, goal.progress_high))
        growth = filter(None, (_format_growth("needs", format_needed(goal)), _format_growth("made", format_made(goal))))
        used = text(f"{done}: ", write_used(goal, writer))
        lines.append(text(" " * INDENT, used, *(f" · {part}" for part in growth)))
    if goal.part_year is not None:
        months = f"in {count_in_words(Period.parse(goal.part_year.period).months, 'month')}"
        indent = " " * INDENT if goal.figures else f"{' ' * INDENT}no full year known; "
        lines.append(text(indent, write_held(goal.part_year, writer), (f" {months}, not a year", DIM)))
    return lines


def format_deadline(goal: Goal) -> str:
    """Return when a goal is to be reached: `by 2022, set again 2024-08`, `near future`, `no date`."""
    if goal.deadline is None:
        return write_deadline(None, goal.horizon)
    again = f", set again {goal.set_again[:7]}" if goal.set_again else ""
    return f"{write_deadline(goal.deadline, None)}{again}"


def format_status(goal: Goal) -> str:
    """Return how a goal stands: `met, 1 voice`, `disputed for 2022`, `no figure for 2020, passed in 2022`."""
    year = f" for {goal.status_year}" if goal.status in {"disputed", "no figure"} else ""
    passed = f", passed in {goal.passed_in}" if goal.passed_in else ""
    return f"{goal.status}{year}{passed}{', 1 voice' if goal.voices == 1 else ''}"


def format_needed(goal: Goal) -> str:
    """Return the yearly growth that a goal needs; empty where nothing is to be reckoned."""
    return format_percents(goal.needed_low, goal.needed_high)


def format_made(goal: Goal) -> str:
    """Return the yearly growth made over the last years; empty where no growth is needed."""
    made = format_percents(goal.made_low, goal.made_high)
    return made or ("too few years on record" if format_needed(goal) else "")


def write_used(goal: Goal, writer: Writer) -> Text:
    """Return the leading figure of the year that decides, and how many more there are: `2022 $5 bn [1] +4`."""
    if not goal.figures:
        return text(f"{goal.status_year}: no claim" if goal.status == "no figure" else "")
    more = f" +{len(goal.figures) - 1}" if len(goal.figures) > 1 else ""
    return text(write_held(goal.figures[0], writer), (more, DIM))


def write_held(held: HeldFigure, writer: Writer) -> Text:
    """Return a figure held against a goal, with its page: `2025 $16.2 bn by CN [3]`."""
    shown = writer.claims[held.facts[0]].shown or held.printed
    reporter = f" by {held.reporter}" if held.reporter else ""
    return text(f"{write_period(held.period)} {tie(shown)}{reporter} ", writer.cite(held.facts[:1]))


def _format_growth(verb: str, growth: str) -> str:
    if not growth or growth.startswith("too"):
        return growth
    return f"{verb} {tie(growth)} a year"


def _format_stated(goal: Goal) -> str:
    if goal.first_stated is None:
        return "stated on undated pages"
    if goal.first_stated == goal.last_stated:
        return f"stated {goal.first_stated}"
    return f"stated {goal.first_stated} … {goal.last_stated}"
