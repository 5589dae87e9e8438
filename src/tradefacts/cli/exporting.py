"""The command that exports a base: its target, format and progress."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from tradefacts.cli.asking import find_bases, refuse_inputs
from tradefacts.cli.output import tell, write
from tradefacts.cli.waiting import tell_time
from tradefacts.errors import InvalidQueryError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import typer

_STEP = 500


def run_export(
    ctx: typer.Context,
    *,
    file: str | None,
    place: str | None,
    partner: str | None,
    format: str | None,  # noqa: A002 - the option's name
    force: bool,
    base: Sequence[str],
    **filters: Any,  # noqa: ANN401 - the filters that questions share
) -> None:
    """Export a base to a file or folder; SDMX-CSV to standard output as well."""
    from tradefacts.export.whole import STREAM, Source, export, find_export_format, list_sdmx_lines, list_targets
    from tradefacts.factbase import open_base
    from tradefacts.query import note_undated, prepare_query

    form = find_export_format(file or STREAM, format)
    given: Any = {name: value for name, value in filters.items() if value not in (None, ())}
    bases = find_bases(ctx, base)
    for target in list_targets(file or STREAM, form):
        refuse_inputs(target, bases)
    with tell_time():
        opened = open_base(bases)
    query = prepare_query(opened, (place, partner), given)
    if form == "sdmx-csv":
        query = query._replace(selection=query.selection._replace(kinds=("volume",)))
    source = Source(opened, query, _make_report(opened.count_claims(query.selection)))
    if file in {None, STREAM}:
        if form != "sdmx-csv":
            raise InvalidQueryError(f"{form} needs a file", hint="name it first: tradefacts export FILE")
        write(list_sdmx_lines(source))
    else:
        for name in export(source, str(file), form, is_forced=force):
            tell(f"note: wrote {name}")
    for note in (*opened.notes, *note_undated(opened, query.selection)):
        tell(f"note: {note}")


def _make_report(count: int) -> Callable[[int], None]:
    """Return a function that shows the number of facts read so far on a terminal."""
    show = make_progress("facts", step=_STEP)
    return lambda number: show(number, count)


def make_progress(noun: str, *, step: int = 1) -> Callable[[int, int], None]:
    """Return a function that shows on a terminal how many items of a total are done, at regular steps."""
    if sys.stderr is None or not sys.stderr.isatty():
        return lambda *_: None

    def report(number: int, count: int) -> None:
        if number % step == 0 or number == count:
            end = "\r" if number < count else "\n"
            sys.stderr.write(f"tradefacts: {number:,} of {count:,} {noun}{end}")
            sys.stderr.flush()

    return report
