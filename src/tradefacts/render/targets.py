"""Goals: those ahead, those without a deadline and those past it, one line each; or every statement of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from tradefacts.reckoning.goals import is_over, list_statements
from tradefacts.render.goals import (
    format_amount,
    format_done,
    format_held,
    format_made,
    format_needed,
    format_places,
    format_shown,
    format_status,
    format_used,
)
from tradefacts.render.grid import Column, lay_out
from tradefacts.render.screen import text
from tradefacts.render.words import DIM, NOT_CONVERTED, Writer, count, format_labelled, name_places
from tradefacts.render.wrapping import tie
from tradefacts.vocabulary import MAIN_CURRENCY
from tradefacts.wording.lines import format_deadline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tradefacts.answer import Answer
    from tradefacts.questions.targets import TargetsResult
    from tradefacts.reckoning.goals import Goal, Statement
    from tradefacts.render.screen import Screen

_SECTIONS = {"To come": "By", "No date": "Horizon", "Over": "By"}
"""The sections of goals, each with the heading of its deadline column."""
_WIDE = 100
"""The least screen width at which a goal takes one line."""
_HISTORY = (
    Column("Stated", wraps=False),
    Column("Pair", wraps=False),
    Column("Goal", wraps=False),
    Column("Deadline"),
    Column("Change", wraps=False),
    Column("Said by", rank=1),
)


def render_targets(answer: Answer[TargetsResult], screen: Screen) -> list[Text]:
    """Return the number of goals by status, a line for each goal or statement, and the pages."""
    writer, goals = Writer(answer, screen), answer.result.targets
    if not goals:
        return [text("No goals")]
    whose = f" of {places}" if (places := name_places(answer, "")) else ""
    if "history" in answer.query:
        statements = list_statements(goals)
        head = f"Goals{whose}: {count(len(statements), 'statement')} of {count(len(goals), 'goal')}"
        rows = [_format_statement(goal, statement, writer) for goal, statement in statements]
        table = lay_out(_HISTORY, rows, screen, stacks=screen.is_narrow)
        return [text((head, "bold")), Text(), *table, Text(), *writer.format_sources()]
    pairs = {goal.pair for goal in goals}
    among = f" in {count(len(pairs), 'pair')}" if len(pairs) > 1 else ""
    sections = _divide(goals, answer.as_of)
    parts: list[Text] = [text((f"Goals{whose}: {len(goals)}{among}", "bold"))]
    for name, members in sections.items():
        parts += format_labelled(name, _count(members), screen)
    for name, members in sections.items():
        parts += [Text(), *_format_section(name, members, writer, screen)]
    if legend := _explain_signs(goals, screen):
        parts += [Text(), text((legend, DIM))]
    return [*parts, Text(), *writer.format_sources()]


def _explain_signs(goals: Sequence[Goal], screen: Screen) -> str:
    has_growth = any(format_needed(goal) for goal in goals) and (screen.columns >= _WIDE or screen.is_narrow)
    most = max(len(goal.figures) for goal in goals) - 1
    meant = ["Needs, Made: growth a year"] if has_growth else []
    meant += [NOT_CONVERTED] if any(goal.currency != MAIN_CURRENCY for goal in goals) else []
    return " · ".join([*meant, *([f"+{most}: {count(most, 'more figure')} of that year"] if most > 0 else [])])


def _divide(goals: Sequence[Goal], as_of: str) -> dict[str, list[Goal]]:
    """Return the non-empty sections with their goals."""
    sections: dict[str, list[Goal]] = {name: [] for name in _SECTIONS}
    for goal in goals:
        name = "No date" if goal.deadline is None else "Over" if is_over(goal.deadline, as_of) else "To come"
        sections[name].append(goal)
    return {name: members for name, members in sections.items() if members}


def _count(goals: Sequence[Goal]) -> str:
    """Return the number of goals by status: `12: 5 no figure, 3 missed, 4 met`, `2 reached`."""
    statuses = Counter(goal.status for goal in goals).most_common()
    listed = ", ".join(f"{number} {status}" for status, number in statuses)
    return f"{len(goals)}: {listed}" if len(statuses) > 1 else listed


def _format_section(name: str, goals: Sequence[Goal], writer: Writer, screen: Screen) -> Iterator[Text]:
    """Yield a table of goals, one line each; two if there is no room; in a list, one field per line."""
    if screen.columns < _WIDE or screen.is_narrow:
        yield text((name, "bold"))
    if screen.columns < _WIDE and not screen.is_narrow:
        yield from _format_lines(goals, writer, screen)
        return
    columns = (
        Column(name, wraps=False),
        Column("Goal", wraps=False),
        Column(_SECTIONS[name]),
        Column("Status", wraps=screen.is_narrow),
        *(Column(head, wraps=False) for head in ("Done", "Needs", "Made")),
        Column("Set again", rank=3, wraps=False),
        Column("Year", rank=1),
        Column("by", rank=1),
        Column("Figure used", rank=2, wraps=False),
    )
    yield from lay_out(columns, [_format_row(goal, writer) for goal in goals], screen, stacks=screen.is_narrow)


def _format_lines(goals: Sequence[Goal], writer: Writer, screen: Screen) -> Iterator[Text]:
    """Yield two lines for each goal: its status and its progress."""
    width = max(cell_len(format_places(goal)) for goal in goals) + 2
    for goal in goals:
        until = tie(f" by {goal.deadline}") if goal.deadline else f" “{goal.horizon}”" if goal.horizon else ""
        again = f", set again {goal.set_again[:7]}" if goal.set_again else ""
        head = text(format_amount(goal, writer), until, " · ", format_status(goal), again)
        yield from format_labelled(format_places(goal), head, screen, width=width)
        if goal.figures:
            growth = f" · needs {format_needed(goal)}, made {format_made(goal)} a year" if format_needed(goal) else ""
            line = text(f"{format_done(goal)} · ", format_held(goal.figures[0], writer), _count_others(goal), growth)
            yield from format_labelled("", line, screen, width=width)


def _format_row(goal: Goal, writer: Writer) -> list[str | Text]:
    amount = format_amount(goal, writer)
    used = format_used(goal, writer)
    return [
        format_places(goal),
        amount,
        goal.deadline or (f"“{goal.horizon}”" if goal.horizon else ""),
        format_status(goal),
        format_done(goal),
        format_needed(goal),
        format_made(goal),
        (goal.set_again or "")[:7],
        str(goal.status_year) if used.plain else "",
        goal.figures[0].reporter or "" if goal.figures else "",
        text(used, _count_others(goal)),
    ]


def _count_others(goal: Goal) -> Text:
    """Return the number of further figures in the deciding year: ` +4`."""
    return text((f" +{len(goal.figures) - 1}" if len(goal.figures) > 1 else "", DIM))


def _format_statement(goal: Goal, statement: Statement, writer: Writer) -> list[str | Text]:
    claim = writer.claims[statement.fact]
    return [
        statement.date or "undated",
        format_places(goal),
        format_shown(claim, writer),
        format_deadline(statement.deadline, statement.horizon),
        statement.change or "",
        writer.format_speaker(claim),
    ]
