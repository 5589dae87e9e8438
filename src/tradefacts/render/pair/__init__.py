"""A pair on one screen: the answer in words, then the figures behind it, then the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from tradefacts.render.labels import style_sentence
from tradefacts.render.pair.fitting import choose_rows
from tradefacts.render.pair.foot import format_also, format_legend, format_more, format_others, format_row_gaps
from tradefacts.render.pair.head import format_head, format_title, make_head
from tradefacts.render.pair.short import format_nothing_on_record, format_short
from tradefacts.render.pair.table import lay_out_rows, make_rows
from tradefacts.render.pair.view import View
from tradefacts.render.pair.year_claims import render_year
from tradefacts.render.screen import text
from tradefacts.render.words import DIM

if TYPE_CHECKING:
    from tradefacts.answer import Answer
    from tradefacts.questions.pair import PairResult
    from tradefacts.render.screen import Screen


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
