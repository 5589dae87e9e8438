"""Every goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from tradefacts.reckoning.goals import list_statements
from tradefacts.render.calculated import format_percents
from tradefacts.render.claims import write_deadline
from tradefacts.render.goals import (
    format_deadline,
    format_made,
    format_needed,
    format_status,
    write_held,
    write_used,
)
from tradefacts.render.grid import Column, lay_out
from tradefacts.render.screen import text
from tradefacts.render.words import Writer

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tradefacts.answer import Answer
    from tradefacts.questions.targets import TargetsResult
    from tradefacts.reckoning.goals import Goal
    from tradefacts.reckoning.statements import Statement
    from tradefacts.render.screen import Screen

_COLUMNS = (
    Column("pair", wraps=False),
    Column("goal", wraps=False),
    Column("deadline"),
    Column("status"),
    Column("done", wraps=False),
    Column("needs a year", rank=2),
    Column("made a year", rank=3),
    Column("figure used", rank=1),
    Column("part-year beside it", rank=5),
    Column("stated", rank=6),
    Column("by", rank=7),
    Column("source"),
)
_HISTORY = (
    Column("stated", wraps=False),
    Column("pair", wraps=False),
    Column("goal", wraps=False),
    Column("deadline"),
    Column("", wraps=False),
    Column("said by", rank=1),
    Column("source"),
)


def render_targets(answer: Answer[TargetsResult], screen: Screen) -> list[RenderableType]:
    """Return a table with one line for each pair and goal, or for each statement of one, and the pages."""
    writer, goals = Writer(answer, screen), answer.result.targets
    if not goals:
        return [text("No goals")]
    if "history" in answer.query:
        rows = [_write_statement(goal, statement, writer) for goal, statement in list_statements(goals)]
        return [*lay_out(_HISTORY, rows, screen), Text(), *writer.write_sources()]
    rows = [_write_row(goal, writer) for goal in goals]
    return [*lay_out(_COLUMNS, rows, screen), Text(), *writer.write_sources()]


def _write_row(goal: Goal, writer: Writer) -> list[str | Text]:
    claims = [writer.claims[name] for name in goal.facts]
    return [
        _format_places(goal),
        claims[0].shown or goal.printed,
        format_deadline(goal),
        format_status(goal),
        format_percents(goal.progress_low, goal.progress_high),
        format_needed(goal),
        format_made(goal),
        write_used(goal, writer),
        write_held(goal.part_year, writer) if goal.part_year else "",
        " … ".join(dict.fromkeys(filter(None, (goal.first_stated, goal.last_stated)))) or "undated",
        writer.write_voices(claims),
        writer.cite(goal.facts, most=2),
    ]


def _write_statement(goal: Goal, statement: Statement, writer: Writer) -> list[str | Text]:
    claim = writer.claims[statement.fact]
    return [
        statement.date or "undated",
        _format_places(goal),
        claim.shown or "",
        write_deadline(statement.deadline, statement.horizon),
        statement.change or "",
        writer.write_speaker(claim),
        writer.cite([claim]),
    ]


def _format_places(goal: Goal) -> str:
    direction = f" {goal.exporter} exports" if goal.exporter else ""
    return f"{'–'.join(goal.pair)}{direction}"
