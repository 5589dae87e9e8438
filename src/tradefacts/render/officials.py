"""Who held which office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from tradefacts.render.grid import Column, lay_out
from tradefacts.render.screen import text
from tradefacts.render.words import Writer

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tradefacts.answer import Answer
    from tradefacts.questions.officials import Official, OfficialsResult
    from tradefacts.render.screen import Screen

_COLUMNS = (
    Column("country", wraps=False),
    Column("office"),
    Column("person"),
    Column("from", rank=2, wraps=False),
    Column("to", rank=2, wraps=False),
    Column("seen in office", rank=3),
    Column("on that day"),
    Column("source"),
)


def render_officials(answer: Answer[OfficialsResult], screen: Screen) -> list[RenderableType]:
    """Return a table by country and office, the leading ones first, and the pages."""
    writer = Writer(answer, screen)
    if not answer.result.officials:
        return [text("No officials")]
    rows = [_write_row(one, writer) for one in answer.result.officials]
    head = [text((f"As known of {answer.result.on}", "bold")), Text()] if answer.result.on else []
    return [*head, *lay_out(_COLUMNS, rows, screen), Text(), *writer.write_sources()]


def _write_row(official: Official, writer: Writer) -> list[str | Text]:
    sightings = dict.fromkeys(filter(None, (official.first_seen, official.last_seen)))
    dated = official.start or official.end or sightings
    return [
        official.country,
        writer.name(official.office),
        f"{writer.name(official.person)}{', acting' if official.acting else ''}",
        official.start or "",
        official.end or "",
        " … ".join(sightings) or ("" if dated else "undated"),
        official.status or "",
        writer.cite(official.facts, most=3),
    ]
