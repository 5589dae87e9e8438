"""One country in time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from tradefacts.period import is_bare_year
from tradefacts.render.claims import write_claim
from tradefacts.render.grid import Column, lay_out
from tradefacts.render.screen import text
from tradefacts.render.words import Writer, count

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tradefacts.answer import Answer
    from tradefacts.factbase import Claim
    from tradefacts.questions.timeline import Entry, TimelineResult
    from tradefacts.render.screen import Screen

_COLUMNS = (
    Column("date", wraps=False),
    Column("", wraps=False),
    Column("what"),
    Column("said by", rank=1),
    Column("source"),
)


def render_timeline(answer: Answer[TimelineResult], screen: Screen) -> list[RenderableType]:
    """Return a line for each thing said, oldest first, undated last, and the pages."""
    result, writer = answer.result, Writer(answer, screen)
    head = text((writer.name(result.place), "bold"), f" · {count(len(result.entries), 'entry', 'entries')}")
    if not result.entries:
        return [head]
    rows = [_write_row(entry, writer) for entry in result.entries]
    return [head, Text(), *lay_out(_COLUMNS, rows, screen), Text(), *writer.write_sources()]


def _write_row(entry: Entry, writer: Writer) -> list[str | Text]:
    claims = [writer.claims[name] for name in entry.facts]
    said, what = writer.write_voices(claims), write_claim(claims[0], writer)
    return [_write_date(entry, claims[0]), entry.what, what, said, writer.cite(claims)]


def _write_date(entry: Entry, claim: Claim) -> str:
    """Return the day of an entry; the year alone where it is a figure of the whole year, which ends with it."""
    if entry.what == "figure" and claim.period is not None and is_bare_year(claim.period):
        return claim.period
    return entry.date or "undated"
