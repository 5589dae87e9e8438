"""Every goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from tradefacts.reckoning.honest import write_honest
from tradefacts.render.claims import write_deadline
from tradefacts.render.goals import draw_bar, write_amount, write_need, write_status
from tradefacts.render.grid import Column, lay_out
from tradefacts.render.screen import text
from tradefacts.render.words import DIM, Writer, write_percent_range, write_period

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tradefacts.answer import Answer
    from tradefacts.questions.goals import Goal, Standing
    from tradefacts.questions.history import Statement
    from tradefacts.questions.targets import TargetsResult
    from tradefacts.render.screen import Screen

_BAR = 10
_COLUMNS = (
    Column("pair", wraps=False),
    Column("target", wraps=False),
    Column("deadline"),
    Column("status", wraps=False),
    Column("", rank=4, wraps=False),
    Column("progress", wraps=False),
    Column("latest year", rank=1),
    Column("needed", rank=2),
    Column("gap", rank=3, wraps=False),
    Column("part-year beside it", rank=5),
    Column("stated", rank=6),
    Column("by", rank=7),
    Column("source"),
)
_HISTORY = (
    Column("stated", wraps=False),
    Column("pair", wraps=False),
    Column("target", wraps=False),
    Column("deadline"),
    Column("", wraps=False),
    Column("said by", rank=1),
    Column("source"),
)


def render_targets(answer: Answer[TargetsResult], screen: Screen) -> list[RenderableType]:
    """Return a table with one line for each pair and goal, or for each statement of one, and the pages."""
    writer = Writer(answer, screen)
    if not answer.result.targets:
        return [text("No targets")]
    if "history" in answer.query:
        told = [_write_statement(one, writer) for one in answer.result.history]
        return [*lay_out(_HISTORY, told, screen), Text(), *writer.write_sources()]
    rows = [_write_row(goal, writer) for goal in answer.result.targets]
    legend = text(("█ certain  ▒ possible, as far as the printed digits tell  ░ to go", DIM))
    return [*lay_out(_COLUMNS, rows, screen), legend, Text(), *writer.write_sources()]


def _write_row(goal: Goal, writer: Writer) -> list[str | Text]:
    claims = [writer.claims[name] for name in goal.facts]
    year = goal.year
    dates = dict.fromkeys(filter(None, (goal.first_stated, goal.last_stated)))
    arrow = f" {goal.exporter} exports" if goal.exporter else ""
    return [
        f"{'–'.join(goal.pair)}{arrow}",
        claims[0].shown or goal.printed,
        write_deadline(goal.by, goal.horizon),
        write_status(goal),
        text((draw_bar(year.progress_low, year.progress_high, width=_BAR), "green")) if year else "",
        write_percent_range(year.progress_low, year.progress_high) if year else "no full year",
        _write_standing(year, writer),
        write_need(goal),
        _write_gap(goal),
        _write_standing(goal.part_year, writer),
        " … ".join(dates) or "undated",
        writer.write_voices(claims),
        writer.cite(goal.facts, most=2),
    ]


def _write_gap(goal: Goal) -> str:
    """Return what is missing; nothing where the goal may be passed already."""
    if goal.gap_high is None or goal.gap_high <= 0 or (goal.gap_low is not None and goal.gap_low < 0):
        return ""
    return write_honest(goal.gap_low, goal.gap_high, goal.currency)


def _write_statement(statement: Statement, writer: Writer) -> list[str | Text]:
    claim = writer.claims[statement.fact]
    arrow = f" {statement.exporter} exports" if statement.exporter else ""
    return [
        statement.date or "undated",
        f"{'–'.join(statement.pair)}{arrow}",
        claim.shown or "",
        write_deadline(claim.by, claim.horizon),
        statement.change or "",
        writer.write_speaker(claim),
        writer.cite([claim]),
    ]


def _write_standing(standing: Standing | None, writer: Writer) -> Text:
    if standing is None:
        return text()
    said = f"{write_period(standing.period)}: {write_amount(standing, writer)} "
    return text(said, writer.cite(standing.reading.facts[:1]))
