"""The commands, each imported and built only when it is called: help and start-up stay quick."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from tradefacts.cli.shared import BaseOption, remember_base

if TYPE_CHECKING:
    from collections.abc import Callable

_MODULES = {
    "tradefacts.cli.lookup": {
        "pair": "Show what is known about the trade of two places.",
        "timeline": "Show one country in time, oldest first.",
        "targets": "Show every goal and how far it is.",
        "officials": "Show who held which office, as far as pages show it.",
        "sources": "List the pages that claims stand on.",
        "show": "Show records whole, with everything that refers to them.",
        "facts": "List every claim that passes the filters.",
        "search": "Find records and claims by words, in any script.",
        "countries": "Show what is covered: pair by year.",
    },
    "tradefacts.cli.reckon": {
        "audit": "Show what contradicts what, the gravest first.",
        "explain": "Show how a figure follows from printed ones.",
    },
    "tradefacts.cli.curate": {
        "lint": "Check a base for faults of form and sense.",
        "fmt": "Write a base in canonical form.",
        "schema": "Print the JSON Schema of a base or of an output.",
        "new": "Print a template record, or add a record to a base.",
    },
}
COMMANDS = {name: text for commands in _MODULES.values() for name, text in commands.items()}


class LazyGroup(TyperGroup):
    """A group that knows its commands by name and builds the one that is called."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401 - typer's own context class
        """Return the names in the order of the help page."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401 - typer's own command class
        """Return the named command, built now; None where there is none."""
        module = next((module for module, commands in _MODULES.items() if cmd_name in commands), None)
        if module is None:
            return None
        function: Callable[..., object] = getattr(import_module(module), f"run_{cmd_name}")
        app = typer.Typer(rich_markup_mode=None, add_completion=False)
        app.command(cmd_name, context_settings={"help_option_names": ["-h", "--help"]})(function)
        return get_command(app)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - typer's own class
        """Write the list of commands from the table, building none."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _print_version(value: bool) -> None:
    if value:
        from tradefacts.cli.output import print_version

        print_version()
        raise typer.Exit


def build() -> Any:  # noqa: ANN401 - typer's own command class
    """Return the program as typer runs it."""
    app = typer.Typer(
        name="tradefacts",
        cls=LazyGroup,
        rich_markup_mode=None,
        invoke_without_command=True,
        context_settings={"help_option_names": ["-h", "--help"]},
        epilog="Every figure is a claim that one page printed. Try: tradefacts pair KZ KG",
    )

    @app.callback()
    def tradefacts(
        ctx: typer.Context,
        base: BaseOption = None,
        version: Annotated[
            bool,
            typer.Option(
                "--version", callback=_print_version, is_eager=True, help="Print program and edition, and stop."
            ),
        ] = False,
        debug: Annotated[bool, typer.Option("--debug", help="Show where in the program a failure arose.")] = False,
    ) -> None:
        """Look up what was said about trade in Central Asia, by whom, and how it fits with everything else."""
        if ctx.invoked_subcommand is None:
            from tradefacts.cli.output import write

            write(ctx.get_help().split("\n"))
        remember_base(ctx, base)

    return get_command(app)
