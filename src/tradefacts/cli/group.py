"""The commands, each built from the table only when it is called: help and start-up stay quick."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from tradefacts.commands import ALIASES, COMMANDS, load

if TYPE_CHECKING:
    from collections.abc import Callable

    from tradefacts.cli.parameters import Parameter
    from tradefacts.commands import Command

_HELP: dict[str, Any] = {"help_option_names": ["-h", "--help"]}


class LazyGroup(TyperGroup):
    """A group that knows its commands by name and builds the one that is called."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401 - typer's own context class
        """Return the names in the order of the help page."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401 - typer's own command class
        """Return the named command, built now; None where there is none."""
        name = ALIASES.get(cmd_name, cmd_name)
        if name not in COMMANDS:
            return None
        app = typer.Typer(rich_markup_mode=None, add_completion=False)
        app.command(name, context_settings=_HELP)(_make_function(COMMANDS[name]))
        return get_command(app)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - typer's own class
        """Write the list of commands from the table, building none."""
        with formatter.section("Commands"):
            formatter.write_dl([(command.name, command.help) for command in COMMANDS.values()])


def _make_function(command: Command) -> Callable[..., None]:
    """Return a command as the function that typer reads: its parameters by their annotations, its help as docstring."""
    from tradefacts.cli.parameters import FILTERS, FORM, PARAMETERS

    named = [part if isinstance(part, tuple) else (part, None) for part in command.parameters]
    own = [PARAMETERS[name] for name, _ in named]
    shared: list[Parameter] = []
    if command.is_question:
        shared = [*FORM]
    if command.has_filters:
        shared += FILTERS

    def run(ctx: typer.Context, **given: Any) -> None:  # noqa: ANN401 - what typer parsed
        from tradefacts.cli.asking import ask

        taken = {parameter.keyword: parameter.take(given[parameter.keyword]) for parameter in (*own, *shared)}
        if command.run is not None:
            load(command.run)(ctx, **taken)
        else:
            ask(ctx, command, own, taken)

    made = [parameter.make(text) for parameter, (_, text) in zip(own, named, strict=True)]
    made += [parameter.make() for parameter in shared]
    first = inspect.Parameter("ctx", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    run.__signature__ = inspect.Signature([first, *made])  # type: ignore[attr-defined]  # inspect reads it
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in (first, *made)}
    run.__doc__ = f"{command.help}\n\nExample: tradefacts {command.name} {command.example}"
    return run


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
        context_settings=_HELP,
        epilog="Every figure is a claim that one page printed. Try: tradefacts pair KZ KG",
    )

    @app.callback()
    def tradefacts(
        ctx: typer.Context,
        base: Annotated[
            list[str] | None,
            typer.Option(
                "--base",
                metavar="FILE",
                help="Use this base instead of the shipped one ('builtin'); repeat to layer several.",
                show_default=False,
            ),
        ] = None,
        version: Annotated[
            bool,
            typer.Option(
                "--version", callback=_print_version, is_eager=True, help="Print program and edition, and stop."
            ),
        ] = False,
        debug: Annotated[bool, typer.Option("--debug", help="Show where in the program a failure arose.")] = False,
    ) -> None:
        """Look up published trade figures for Central Asia, offline, each with its source."""
        if ctx.invoked_subcommand is None:
            from tradefacts.cli.output import write

            write(ctx.get_help().split("\n"))
        ctx.obj = base or []

    return get_command(app)
