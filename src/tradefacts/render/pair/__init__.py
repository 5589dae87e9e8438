"""The rows that fit on a screen of 50 lines and 100 columns; the same rows are shown at every width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from tradefacts.named_tuples import NamedTuple
from tradefacts.render.pair.foot import format_also, format_legend, format_more, format_others, format_row_gaps
from tradefacts.render.pair.head import COLUMNS, count_head_lines, format_head, format_title, make_head
from tradefacts.render.pair.short import format_nothing_on_record, format_short
from tradefacts.render.pair.table import lay_out_rows, make_rows
from tradefacts.render.pair.view import View
from tradefacts.render.pair.year_claims import render_year
from tradefacts.render.screen import text
from tradefacts.render.words import DIM, style_sentence
from tradefacts.render.wrapping import count_lines

if TYPE_CHECKING:
    from tradefacts.answer import Answer
    from tradefacts.questions.by_statistics import StatisticsRow
    from tradefacts.questions.pair import PairResult
    from tradefacts.render.pair.head import Head
    from tradefacts.render.screen import Screen

MOST_LINES = 48
"""The most lines of the whole screen: one less than 49, because the prompt takes the last of 50."""
_YEARS, _PART_YEARS = 6, 3
"""The number of rows of each kind that come first, before further ones."""


class Chosen(NamedTuple):
    """The rows to show."""

    years: list[StatisticsRow]
    part_years: list[StatisticsRow]


def choose_rows(head: Head) -> Chosen:
    """Return the newest rows that fit on the screen: six of years, three of part-years, then more of each."""
    view = head.view
    if view.is_everything:
        return Chosen(view.years, view.part_years)
    order = [
        *((row, True) for row in view.years[:_YEARS]),
        *((row, False) for row in view.part_years[:_PART_YEARS]),
        *((row, True) for row in view.years[_YEARS:]),
        *((row, False) for row in view.part_years[_PART_YEARS:]),
    ]
    number = min(len(order), _YEARS + _PART_YEARS)
    while number and _count_lines(head, _pick(order, number)) > MOST_LINES:
        number -= 1
    while number < len(order) and _count_lines(head, _pick(order, number + 1)) <= MOST_LINES:
        number += 1
    return _pick(order, number)


def _pick(order: list[tuple[StatisticsRow, bool]], number: int) -> Chosen:
    rows = order[:number]
    return Chosen([row for row, is_year in rows if is_year], [row for row, is_year in rows if not is_year])


def _count_lines(head: Head, chosen: Chosen) -> int:
    """Return the number of lines of 100 columns that the screen takes with the chosen rows."""
    view = head.view.try_out()
    rows = make_rows(*chosen, view)
    below = [format_row_gaps(chosen.years, view), format_legend(rows.lines), format_others(view)]
    # The title, a blank line before the table, one before the pages, and the last line.
    fixed = 4
    return (
        fixed
        + count_head_lines(head)
        + (rows.height if rows.cells else 0)
        + sum(count_lines(line, COLUMNS) for line in below if line)
        + view.writer.count_source_lines(COLUMNS)
    )


def render_pair(answer: Answer[PairResult], screen: Screen) -> list[Text]:
    """Return the screen of a pair or, if asked for, one sentence, a year claim by claim, or everything."""
    view = View(answer, screen)
    if not answer.claims:
        return [*format_nothing_on_record(view)]
    if "short" in answer.query:
        return [*format_short(view)]
    return render_year(view) if "year" in answer.query else _render_screen(view)


def _render_screen(view: View) -> list[Text]:
    head = make_head(view)
    parts: list[Text] = [*format_title(view), *format_head(head)]
    chosen = choose_rows(head)
    rows = make_rows(*chosen, head.view)
    if rows.cells:
        parts += [Text(), *lay_out_rows(rows, has_years=bool(chosen.years))]
    gaps = format_row_gaps(chosen.years, view)
    legend, others = format_legend(rows.lines), format_others(head.view)
    parts += [text(gaps)] if gaps else []
    parts += [text((legend, DIM))] if legend else []
    parts += [style_sentence(others)] if others else []
    parts += format_also(head.view) if view.is_everything or not rows.cells else []
    parts += [Text(), *head.view.writer.format_sources(), text((format_more(head.view, *chosen), DIM))]
    return parts
