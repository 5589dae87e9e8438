"""The commands of curators: check a base, write its canonical form, print a schema, add a record."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tradefacts.cli.completion import complete_schema
from tradefacts.cli.shared import BaseOption, FormatOption, JsonOption, find_bases, run
from tradefacts.errors import TradefactsError
from tradefacts.text import escape

if TYPE_CHECKING:
    from collections.abc import Callable

    from tradefacts.curating.adding import Added
    from tradefacts.curating.fields import Field

# Each command imports what it needs when it is called: help does without.


def run_lint(
    ctx: typer.Context,
    files: Annotated[
        list[str] | None, typer.Argument(metavar="[FILE...]", help="Bases, layered; else the shipped one.")
    ] = None,
    select: Annotated[
        list[str] | None, typer.Option("--select", metavar="CODE", help="Ask only rules whose code begins so: E2,W301.")
    ] = None,
    exceptions: Annotated[
        str | None,
        typer.Option("--exceptions", metavar="FILE", help="Known exceptions; else lint-exceptions.json beside a base."),
    ] = None,
    base: BaseOption = None,
    form: FormatOption = "table",
    is_json: JsonOption = False,
) -> None:
    """Check a base for faults of form and sense; leave with 1 where there is an error.

    Example: tradefacts lint facts.json --select E2
    """
    from tradefacts.factbase.layers import BUILTIN
    from tradefacts.lint import ask_lint

    names = find_bases(ctx, files or base) or [BUILTIN]
    run(
        ctx,
        {"base": names, "format": form, "json": is_json},
        lambda opened: ask_lint(opened, files=names, select=select or (), exceptions=exceptions),
    )


def run_fmt(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Base files.")],
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; leave with 1 where a file would change.")
    ] = False,
) -> None:
    """Write a base in canonical form: one record a line, keys and records in fixed order.

    Example: tradefacts fmt facts.json
    """
    from tradefacts.cli.output import tell
    from tradefacts.curating.formatting import format_file

    changed = [name for name in files if format_file(name, is_check=check)]
    for name in files:
        done = "is not in canonical form" if check else "was brought into canonical form"
        tell(f"note: {name} {done if name in changed else 'is in canonical form'}")
    if check and changed:
        raise typer.Exit(1)


def run_schema(
    name: Annotated[
        str,
        typer.Argument(
            metavar="[NAME]",
            help="A base, a fact, or the command that wrote an output.",
            autocompletion=complete_schema,
        ),
    ] = "base",
) -> None:
    """Print the JSON Schema of a base or of an output.

    Example: tradefacts schema pair
    """
    from tradefacts.cli.output import write
    from tradefacts.schema import write_schema

    write([write_schema(name).rstrip("\n")])


def run_new(
    ctx: typer.Context,
    kind: Annotated[str, typer.Argument(metavar="KIND", help="volume, growth, target, …, source, person, office, …")],
    into: Annotated[str | None, typer.Option("--into", metavar="FILE", help="Add the record to this base.")] = None,
    settings: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="KEY=VALUE",
            help="Give a key; lists are separated by semicolons. On a terminal the rest is asked for.",
        ),
    ] = None,
    base: BaseOption = None,
) -> None:
    """Print a template record; with --into, add a record to a base, checked, its id and value proposed.

    Example: tradefacts new volume --into facts.json --set country=KZ --set partner=KG --set "printed=$1.3 bln"
    """
    from tradefacts.cli.output import tell, write

    if into is None:
        from tradefacts.curating.templates import write_template

        write(write_template(kind))
        return
    added = _add(kind, into, settings or [], [name for name in find_bases(ctx, base) if name != into])
    write([added.line])
    tell(f"note: added {added.id} to {into}")
    for finding in added.warnings:
        tell(f"warning: {finding.code} {finding.rule.replace('_', ' ')}: {finding.message}")


def _add(kind: str, into: str, settings: list[str], below: list[str]) -> Added:
    """Ask for what is missing, where somebody can be asked, and add the record."""
    from tradefacts.curating.adding import add_record
    from tradefacts.curating.fields import find_section
    from tradefacts.curating.filling import fill_record, parse_settings
    from tradefacts.factbase import open_base

    find_section(kind)
    given = parse_settings(kind, settings)
    is_terminal = sys.stdin is not None and sys.stdin.isatty()
    stored = fill_record(kind, given, open_base([*below, into]), _ask if is_terminal else None)
    return add_record(kind, stored, into, below=below, is_named="id" in given)


def _ask(field: Field, proposed: str, read: Callable[[str], Any]) -> Any:  # noqa: ANN401 - whatever the key may hold
    """Ask on the terminal until the answer can be read."""

    def read_answer(text: str) -> Any:  # noqa: ANN401 - as above
        try:
            return read(text)
        except TradefactsError as error:
            hint = f"; {error.hint}" if error.hint else ""
            raise typer.BadParameter(escape(f"{error.message}{hint}")) from None

    prompt = f"{field.name} ({field.describe()})"
    return typer.prompt(prompt, default=proposed, show_default=bool(proposed), value_proc=read_answer, err=True)
