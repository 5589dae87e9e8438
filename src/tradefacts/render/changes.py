"""The changes: conclusions first, then claims, a table for each sort, and the pages."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

from tradefacts.basefile.layers import STREAM
from tradefacts.render.grid import Column, lay_out
from tradefacts.render.screen import text
from tradefacts.render.words import DIM, Writer, count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tradefacts.answer import Answer
    from tradefacts.changes import Change, ChangesResult
    from tradefacts.render.screen import Screen

_SHOWN = 8
"""The most changes shown per sort."""
_HEADS = {
    "status": ("Status", "status", "statuses"),
    "verdict": ("Verdict", "verdict", "verdicts"),
    "figure": ("Leading figure", "leading figure", "leading figures"),
    "finding": ("Finding", "finding", "findings"),
    "caution": ("Cautions", "citation with other cautions", "citations with other cautions"),
    "derived": ("Derived figure", "derived figure", "derived figures"),
    "count": ("Number of claims", "count", "counts"),
    "withdrawn": ("Withdrawn claim", "claim withdrawn", "claims withdrawn"),
    "changed": ("Changed claims", "value of a claim changed", "values of claims changed"),
    "superseded": ("Given again by the same voice", "claim given again", "claims given again"),
    "new": ("New claim", "new claim", "new claims"),
}
"""The heading of each sort of change, with its noun in the singular and plural."""


def render_changes(answer: Answer[ChangesResult], screen: Screen) -> list[Text]:
    """Return how much has changed and since when, then the first changes of each sort."""
    writer, result = Writer(answer, screen), answer.result
    parts: list[Text] = [text((f"{_name_saved(answer)}: ", "bold"), _count(result), (_describe(answer), DIM))]
    for sort, group in groupby(result.changes, key=lambda change: change.change):
        found = list(group)
        shown = found if "all" in answer.query else found[:_SHOWN]
        parts += [Text(), *_format_changes(sort, shown, writer, screen)]
        if len(shown) < len(found):
            parts.append(text((f"{len(found) - len(shown):,} more with --all", DIM)))
    return [*parts, Text(), *writer.format_sources()] if writer.numbers else parts


def _format_changes(sort: str, changes: Sequence[Change], writer: Writer, screen: Screen) -> Iterator[Text]:
    """Yield a table; for values of claims, which may be long, yield lines, each below its subject."""
    if sort != "changed":
        columns = (Column(_HEADS[sort][0]), Column("then"), Column("now"), Column("id", rank=1), Column("source"))
        yield from lay_out(columns, [_format_row(change, writer) for change in changes], screen)
        return
    yield text((_HEADS[sort][0], "bold"))
    for about, group in groupby(changes, key=lambda change: (change.about, change.facts)):
        yield text(f"{about[0]} ", writer.cite(about[1]))
        yield from (text((f"  {change.key}: ", DIM), f"{change.before} → {change.now}") for change in group)


def _name_saved(answer: Answer[ChangesResult]) -> str:
    return "standard input" if answer.query["file"] == STREAM else str(answer.query["file"])


def _describe(answer: Answer[ChangesResult]) -> str:
    """Return what was saved, and both editions: ` (answer of 'pair', edition 2026-11-23 against 2026-11-25)`."""
    result = answer.result
    saved = f"answer of '{result.command}'" if result.command else result.saved
    then = f"edition {result.as_of} against " if result.as_of else "against edition "
    return f" ({saved}, {then}{answer.as_of})"


def _count(result: ChangesResult) -> str:
    if not result.changes:
        return f"nothing has changed in {count(result.claims, 'claim')}"
    return ", ".join(count(number, *_HEADS[sort][1:]) for sort, number in result.counts.items())


def _format_row(change: Change, writer: Writer) -> Sequence[str | Text]:
    """Return a change with its page; a claim that is gone has none, so its id is given."""
    is_claim = change.change in {"superseded", "new"}
    return [
        change.about,
        change.before or "",
        change.now or ("" if change.change in {"withdrawn", "new"} else "gone"),
        change.facts[0] if change.change == "withdrawn" else "",
        writer.cite(change.facts if is_claim else ()),
    ]
