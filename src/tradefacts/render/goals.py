"""A goal in words: its places, its deadline, its status, and the figures it is compared with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.render.calculated import format_percents
from tradefacts.render.screen import text
from tradefacts.render.words import DIM, format_period
from tradefacts.render.wrapping import tie
from tradefacts.wording.lines import format_goal_status

if TYPE_CHECKING:
    from rich.text import Text

    from tradefacts.factbase import Claim
    from tradefacts.reckoning.goals import Goal, HeldFigure
    from tradefacts.render.words import Writer

_GOOD = ("met", "reached", "on pace")
_BAD = ("missed", "behind", "disputed")


def format_places(goal: Goal) -> str:
    """Return the places of a goal: `KG–KZ`, `AZ → UZ` for goods, `KZ–UZ balance`."""
    if goal.exporter:
        return tie(f"{goal.exporter} → {goal.importer}")
    pair = "–".join(goal.pair)
    return pair if goal.flow == "turnover" else tie(f"{pair} {goal.flow}")


def format_amount(goal: Goal, writer: Writer) -> Text:
    """Return the amount with the page that names the deadline, or else the newest that states it: `$3 bn [14]`."""
    claim = writer.claims[goal.deadline_fact or goal.facts[0]]
    return format_shown(claim, writer)


def format_status(goal: Goal) -> Text:
    """Return a goal's status in colour: `met, 1 voice`, `disputed for 2022`, `no figure for 2020, passed in 2022`."""
    status = format_goal_status(goal.status, year=goal.status_year, passed_in=goal.passed_in, voices=goal.voices or 0)
    style = "green" if goal.status in _GOOD else "red" if goal.status in _BAD else ""
    return text((goal.status, style), status.removeprefix(goal.status))


def format_done(goal: Goal) -> str:
    """Return the progress of a goal by all figures of the deciding year: `50 %`, `over 66 %`; empty if unknown."""
    return tie(format_percents(goal.progress_low, goal.progress_high))


def format_needed(goal: Goal) -> str:
    """Return the yearly growth that a goal needs; empty if it is not computed."""
    return tie(format_percents(goal.needed_low, goal.needed_high, over=">", under="<"))


def format_made(goal: Goal) -> str:
    """Return the yearly growth over the last years; empty if no growth is needed."""
    made = tie(format_percents(goal.made_low, goal.made_high, over=">", under="<"))
    return made or ("unknown" if format_needed(goal) else "")


def format_used(goal: Goal, writer: Writer) -> Text:
    """Return the leading figure of the deciding year: `$5 bn [1]`, or `no claim` if the status depends on it."""
    if not goal.figures:
        return text("no claim" if goal.status == "no figure" else "")
    return format_shown(writer.claims[goal.figures[0].facts[0]], writer)


def format_held(held: HeldFigure, writer: Writer) -> Text:
    """Return a figure compared with a goal, with its page: `2025 $16.2 bn [3] by CN`."""
    reporter = f" by {held.reporter}" if held.reporter else ""
    return text(f"{format_period(held.period)} ", format_shown(writer.claims[held.facts[0]], writer), reporter)


def format_shown(claim: Claim, writer: Writer) -> Text:
    """Return the figure of a claim with the number of its page, kept on one line: `$3 bn [14]`."""
    return text(tie(f"{claim.shown or claim.printed} "), (writer.number(claim), DIM))
