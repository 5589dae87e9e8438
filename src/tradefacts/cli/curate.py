"""The commands of curators: check a base, write its canonical form, print a schema, add a record."""

from __future__ import annotations

from typing import Annotated

import typer

from tradefacts.cli.shared import BaseOption, FormatOption, JsonOption, find_bases, run

# Each command imports what it needs when it is called: help does without.
# ruff: noqa: PLC0415


def run_lint(  # noqa: PLR0913, PLR0917 - the options of a command
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
        str, typer.Argument(metavar="[NAME]", help="A base, a fact, or the command that wrote an output.")
    ] = "base",
) -> None:
    """Print the JSON Schema of a base or of an output.

    Example: tradefacts schema pair
    """
    from tradefacts.cli.output import write
    from tradefacts.schema import write_schema

    write([write_schema(name).rstrip("\n")])
