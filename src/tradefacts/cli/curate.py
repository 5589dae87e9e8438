"""The commands for curators: check a base, write its canonical form, print a schema, add a record."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from tradefacts.cli.asking import answer_with, find_bases, find_display, find_form, refuse_inputs
from tradefacts.cli.output import tell, write
from tradefacts.cli.streams import ReaderLeftError
from tradefacts.cli.waiting import tell_time
from tradefacts.commands import COMMANDS
from tradefacts.errors import OutputError, TradefactsError
from tradefacts.text import escape

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tradefacts.curating.adding import Added
    from tradefacts.curating.fields import Field
    from tradefacts.factbase import FactBase
    from tradefacts.findings import Finding

# Each command imports what it needs when it is called, which help does not.


def run_lint(
    ctx: typer.Context,
    *,
    files: Sequence[str] | None,
    select: Sequence[str],
    exceptions: str | None,
    earlier: str | None,
    base: Sequence[str],
    **given: Any,  # noqa: ANN401 - the options on format and display
) -> None:
    """Check the given files, or else the bases given by option, or else the built-in one."""
    from tradefacts.basefile.layers import BUILTIN
    from tradefacts.lint import ask_lint

    named = find_bases(ctx, base)
    if files and named and (base or ctx.obj.bases):
        message = "files to check are named twice: as arguments and with --base"
        raise TradefactsError(message, hint="leave one of them out")
    names = list(files or named or [BUILTIN])
    form = find_form(given, COMMANDS["lint"])
    refuse_inputs(form.file, [*names, *filter(None, (exceptions, earlier))])
    answer_with(
        names,
        form,
        lambda opened: ask_lint(opened, files=names, select=select, exceptions=exceptions, earlier=earlier),
        find_display(ctx, given, form),
    )


def run_fmt(ctx: typer.Context, *, files: Sequence[str], check: bool) -> None:
    """Write files in canonical form, or only report which are not; exit with 1 if a check finds one."""
    from tradefacts.curating.adding import format_file

    _refuse_bases(ctx, "fmt")
    with tell_time():
        changed = [name for name in files if format_file(name, is_check=check)]
    for name in files:
        done = "is not in canonical form" if check else "was rewritten in canonical form"
        tell(f"note: {name} {done if name in changed else 'is in canonical form'}")
    if check and changed:
        raise typer.Exit(1)


def run_schema(ctx: typer.Context, *, name: str) -> None:
    """Print a schema."""
    from tradefacts.schema import format_schema

    _refuse_bases(ctx, "schema")
    write([format_schema(name).rstrip("\n")])


def run_add(
    ctx: typer.Context,
    *,
    what: str,
    into: str | None,
    settings: Sequence[str],
    dry_run: bool,
    base: Sequence[str],
) -> None:
    """Print a template, or add a record or the claims of a file to a base: checked, ids and values proposed."""
    from tradefacts.basefile.layers import STREAM
    from tradefacts.curating.fields import KINDS, find_section

    # A kind comes first; a file of that name is ./volume.
    if what not in KINDS and (what == STREAM or Path(what).exists() or Path(what).name != Path(what).stem):
        _add_claims(ctx, what, into, settings, base, is_dry_run=dry_run)
        return
    find_section(what)
    if into is None:
        from tradefacts.curating.fields import format_template

        if dry_run or settings:
            option = "--dry-run" if dry_run else "--set"
            raise TradefactsError(f"{option} has no effect on a template", hint="name the base: --into FILE")
        write(format_template(what))
        return
    below = [name for name in find_bases(ctx, base) if name != into]
    added, said = _add(what, into, settings, below, is_dry_run=dry_run)
    _write_added([added.line])
    tell(f"note: {'would add' if dry_run else 'added'} {added.id} to {into}{f': {said}' if said else ''}")
    _tell_warnings(added.warnings)


def _add_claims(
    ctx: typer.Context,
    name: str,
    into: str | None,
    settings: Sequence[str],
    base: Sequence[str],
    *,
    is_dry_run: bool,
) -> None:
    """Add the claims of a file, or of standard input, to a base."""
    from tradefacts.basefile.claim_lines import read_claim_lines
    from tradefacts.basefile.layers import STREAM
    from tradefacts.curating.claims import add_claims, read_claims

    if into is None:
        raise TradefactsError("the base to add the claims to is missing", hint="name it: --into FILE")
    if settings:
        raise TradefactsError("--set has no effect on a file of claims", hint="write the keys into its lines")
    below = [layer for layer in find_bases(ctx, base) if layer != into]
    called = "standard input" if name == STREAM else name
    lines = read_claim_lines(sys.stdin.buffer, called) if name == STREAM else read_claims(name)
    with tell_time():
        added = add_claims(lines, called, into, below=below, is_dry_run=is_dry_run)
    _write_added(added.facts)
    done = "would add" if is_dry_run else "added"
    counts = f"{_count(len(added.facts), 'fact')} and {_count(added.pages, 'page')}"
    tell(f"note: {done} {counts} to {into}; left out {_count(added.repeats, 'repeat')}")
    _tell_warnings(added.warnings)


def _write_added(lines: Sequence[str]) -> None:
    try:
        write(lines)
    except (OutputError, ReaderLeftError) as error:  # the change of the file decides the status
        tell(f"note: {str(error) or 'nobody reads the records'}")


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _tell_warnings(warnings: Sequence[Finding]) -> None:
    for finding in warnings:
        tell(f"warning: {finding.code} {finding.rule.replace('_', ' ')}: {finding.message}")


def _refuse_bases(ctx: typer.Context, command: str) -> None:
    if ctx.obj.bases:
        raise TradefactsError(f"{command} uses no base", hint="leave out --base")


def _add(kind: str, into: str, settings: Sequence[str], below: Sequence[str], *, is_dry_run: bool) -> tuple[Added, str]:
    """Ask for missing keys, if there is a terminal, add the record, and return it with what a fact says in words."""
    from tradefacts.curating.adding import add_record, find_file
    from tradefacts.curating.filling import fill_record, parse_settings
    from tradefacts.factbase import open_base

    given = parse_settings(kind, settings)
    find_file(into)  # before anything is asked
    is_terminal = sys.stdin is not None and sys.stdin.isatty()
    with tell_time():
        opened = open_base([*below, into])
    stored = fill_record(kind, given, opened, _ask if is_terminal else None)
    with tell_time():
        added = add_record(kind, stored, into, below=below, is_named="id" in given, is_dry_run=is_dry_run)
    return added, _describe(json.loads(added.line), opened)


def _describe(record: dict[str, Any], base: FactBase) -> str:
    """Return what a fact says in words, so that a slip is seen at once; empty for other records."""
    from tradefacts.answer import answer
    from tradefacts.factbase.drafted import DraftPage, make_claim
    from tradefacts.records import FACTS
    from tradefacts.render.claims import format_claim
    from tradefacts.render.words import Writer
    from tradefacts.render.wrapping import TIE

    if record.get("kind") not in FACTS:
        return ""
    writer = Writer(answer(base, "add", {}, None, []))
    return format_claim(make_claim(record, 1, DraftPage()), writer).replace(TIE, " ")


def _ask(field: Field, proposed: str, read: Callable[[str], Any]) -> Any:  # noqa: ANN401 - whatever the key may hold
    """Ask on the terminal until the answer is valid."""

    def read_answer(text: str) -> Any:  # noqa: ANN401 - as above
        try:
            return read(text)
        except TradefactsError as error:
            hint = f"; {error.hint}" if error.hint else ""
            raise typer.BadParameter(escape(f"{error.message}{hint}")) from None

    prompt = f"{field.name} ({field.describe()})"
    return typer.prompt(prompt, default=proposed, show_default=bool(proposed), value_proc=read_answer, err=True)
