"""The timeline of a country, newest first: a line for each year with its turnovers, and its events below."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

from tradefacts.render.moments import MomentWriter
from tradefacts.render.screen import text
from tradefacts.render.words import DIM, Writer, count
from tradefacts.render.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tradefacts.answer import Answer
    from tradefacts.questions.timeline import Entry, TimelineResult
    from tradefacts.render.screen import Screen

_YEAR = 6
"""The width of the year, including the spaces after it."""
_DATE = 7
"""The width of a day within its year, including the spaces after it."""
_WHAT = 9
"""The width of the label of a line, including the spaces after it."""


def render_timeline(answer: Answer[TimelineResult], screen: Screen) -> list[Text]:
    """Return the number of entries, then the entries by year, newest first and undated last, and the pages."""
    result, writer = answer.result, Writer(answer, screen)
    head = text((_format_head(answer), "bold"))
    if not result.entries:
        return [head]
    moments = MomentWriter(writer, result, partner=answer.query.get("with"))
    parts: list[Text] = [head]
    for year, entries in groupby(result.entries, key=lambda entry: entry.date[:4] if entry.date else "undated"):
        parts += _format_year(year, list(entries), moments, screen)
    if any(entry.is_disputed for entry in result.entries):
        parts += [Text(), text(("≠ another figure of that year contradicts it", DIM))]
    return [*parts, Text(), *writer.format_sources()]


def _format_head(answer: Answer[TimelineResult]) -> str:
    """Return the place, the number of entries, and their span."""
    result = answer.result
    partner = f" and {answer.names[answer.query['with']]}" if "with" in answer.query else ""
    name = f"{answer.names[result.place]}{partner}"
    if not result.entries:
        return f"{name}: no entries"
    shown = count(len(result.entries), "entry", "entries")
    counted = f"{len(result.entries):,} of {result.total:,} entries" if len(result.entries) < result.total else shown
    years = sorted(entry.date[:4] for entry in result.entries if entry.date)
    span = f", {years[0]}–{years[-1]}" if years and years[0] < years[-1] else f", {years[0]}" if years else ""
    return f"{name}, newest first: {counted}{span}"


def _format_year(year: str, entries: Sequence[Entry], moments: MomentWriter, screen: Screen) -> Iterator[Text]:
    """Yield the line of a year, with its turnovers if any are on record, and a line for each event."""
    turnovers = [entry for entry in entries if moments.is_turnover_of_year(entry)]
    yield from _wrap(text((year.ljust(_YEAR), "bold")), moments.format_turnovers(turnovers), screen, hang=_YEAR)
    others = [entry for entry in entries if entry not in turnovers]
    for lines in moments.group(others):
        date = "" if moments.is_of_year(lines[0]) else (lines[0].date or "")[5:]
        what, shown = moments.format(lines)
        # A wide date column aligns the events; on a narrow screen there is no room for that.
        head = f"  {date} {what}  " if screen.is_narrow and date else f"  {date.ljust(_DATE)}{what.ljust(_WHAT)}"
        yield from _wrap(text(head), shown, screen, hang=2 + _DATE + _WHAT)


def _wrap(head: Text, shown: Text, screen: Screen, *, hang: int) -> Iterator[Text]:
    """Yield a line with its date; later lines are aligned with its text, or on a narrow screen with the date."""
    line = screen.spell(text(head, shown))
    line.rstrip()
    for part in wrap(line, screen.columns, hang=min(hang, _YEAR) if screen.is_narrow else hang):
        part.no_wrap = True
        yield part
