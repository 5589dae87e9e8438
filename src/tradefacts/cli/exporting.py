"""The commands that write files and folders: a base in another format, a pair as a page, every pair as a site."""

from __future__ import annotations

import sys
from pathlib import PurePath
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
    from tradefacts.query import note_undated, prepare_query, select_kind

    form = find_export_format(file or STREAM, format)
    given: Any = {name: value for name, value in filters.items() if value not in (None, ())}
    bases = find_bases(ctx, base)
    for target in list_targets(file or STREAM, form):
        refuse_inputs(target, bases)
    with tell_time():
        opened = open_base(bases)
    query = prepare_query(opened, (place, partner), given)
    if form == "sdmx-csv":
        query = query._replace(selection=select_kind(query, "volume"))
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


_ENDINGS = (".html", ".htm")


def run_report(
    ctx: typer.Context,
    *,
    place: str | None,
    partner: str | None,
    everything: bool,
    output: str | None,
    force: bool,
    base: Sequence[str],
    **filters: Any,  # noqa: ANN401 - filters that questions share
) -> None:
    """Write the page of a pair to a file or to standard output, or a site of all pairs to a folder.

    Raises:
        TradefactsError: the base, the question or the output is invalid.
    """
    from tradefacts.export.extras import import_extra
    from tradefacts.factbase import open_base

    given: Any = {name: value for name, value in filters.items() if value not in (None, ())}
    _check(place, everything=everything, output=output, force=force)
    if everything and given:
        option = f"--{next(iter(given)).replace('_', '-')}"
        raise InvalidQueryError(f"{option} has no effect with --all", hint="filters are for the report of a pair")
    bases = find_bases(ctx, base)
    refuse_inputs(output, bases)
    import_extra("jinja2", "report")
    if everything:
        from tradefacts.report.site import write_site

        number = write_site(open_base(bases), str(output), is_forced=force, report=make_progress("pages"))
        tell(f"note: wrote {number} pages and their data to {output}")
        return
    from tradefacts.creating import check_free, write_file
    from tradefacts.report.contents import make_pair_page
    from tradefacts.report.html import format_pair_page

    if output is not None:
        check_free(output, is_forced=force)
    page = make_pair_page(open_base(bases), str(place), partner, **given)
    lines = format_pair_page(page).split("\n")
    if output is None:
        write(lines)
    else:
        write_file(output, (f"{line}\n".encode() for line in lines), is_forced=force)
        tell(f"note: wrote {output}")
    for note in page.answer.notes:
        tell(f"note: {note}")


def _check(place: str | None, *, everything: bool, output: str | None, force: bool) -> None:
    """Refuse invalid combinations of arguments before anything is read."""
    if everything and place is not None:
        raise InvalidQueryError("--all is a report of every pair, and a place was named", hint="leave one of them out")
    if everything and output is None:
        raise InvalidQueryError("--all needs a folder", hint="name it: tradefacts report --all -o FOLDER")
    if not everything and place is None:
        raise InvalidQueryError("a report is of two places, or of all", hint="name them: KZ UZ, or --all -o FOLDER")
    if force and output is None:
        raise InvalidQueryError("--force has no effect without --output", hint="name the file: -o FILE.html")
    if not everything and output is not None and PurePath(output).suffix.lower() not in _ENDINGS:
        raise InvalidQueryError(
            f"a report is an HTML page, but {output!r} does not end in .html", hint="name it: -o FILE.html"
        )
