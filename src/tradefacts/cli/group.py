"""The commands. Each is built from the table only when it is called, so that help and start-up are quick."""

from __future__ import annotations

import inspect
import os
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from tradefacts.cli.asking import ARGUMENTS
from tradefacts.commands import ALIASES, COMMANDS, FORMATS, GROUPS, load
from tradefacts.errors import UsageError
from tradefacts.named_tuples import NamedTuple
from tradefacts.names import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tradefacts.cli.parameters import Parameter
    from tradefacts.commands import Command

_SETTINGS: dict[str, Any] = {"help_option_names": ["-h", "--help"]}
_COMPLETING = "_TRADEFACTS_COMPLETE"
"""The variable that a shell sets to ask for completions."""

_LABEL, _COLUMNS = 9, 80
"""Columns of the labels of the help page, and of the whole page."""
HELP = "Look up published trade figures for Central Asia, offline, each with its source."
_LINES = {
    "Help": "tradefacts COMMAND -h, tradefacts help screen (signs and columns)",
    "Options": "--base FILE  --color WHEN  --ascii  --width N  --no-pager  --version",
}


class Before(NamedTuple):
    """The options before the command."""

    bases: Sequence[str]
    display: dict[str, Any]
    """Options on how answers are shown, by keyword."""


class LazyGroup(TyperGroup):
    """A group that builds only the command that is called."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - typer's own context class
        """Remember the command line, so that a hint can repeat it with one word changed."""
        ctx.meta[ARGUMENTS] = list(args)
        parsed: list[str] = super().parse_args(ctx, args)
        return parsed

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401 - typer's own context class
        """Return the names in the order of the help page."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401 - typer's own command class
        """Build and return the named command; None if there is none."""
        command = COMMANDS.get(ALIASES.get(cmd_name, cmd_name))
        if command is None:
            return None
        app = typer.Typer(rich_markup_mode=None, add_completion=False)
        app.command(command.name, context_settings=_SETTINGS)(_make_function(command, cmd_name))
        return get_command(app)

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - typer's own classes
        """Write the help page from the table, without building commands."""
        formatter.write(format_help())


def format_help() -> str:
    """Return the help page: the commands by group."""
    named = {
        group: " ".join(command.name for command in COMMANDS.values() if command.group == group)
        for group in GROUPS
        if group not in _LINES
    }
    lines = {group: names for group, names in (named | _LINES).items() if names}
    listed = "".join(f"{label:<{_LABEL}}{_wrap(line)}\n" for label, line in lines.items())
    return f"{HELP}\n\n{listed}\nTry: tradefacts pair KZ KG\n"


def _wrap(line: str) -> str:
    """Return a line next to its label, wrapped at spaces."""
    lines = [""]
    for word in line.split(" "):
        if lines[-1] and _LABEL + len(f"{lines[-1]} {word}") > _COLUMNS:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
    return f"\n{'':<{_LABEL}}".join(lines)


def _make_function(command: Command, called: str) -> Callable[..., None]:
    """Return a command's function for typer, which reads parameters from annotations and help from the docstring."""
    from tradefacts.cli.parameters import DISPLAY, FILTERS, FORM, PARAMETERS

    named = [part if isinstance(part, tuple) else (part, None) for part in command.parameters]
    own = [PARAMETERS[name] for name, _ in named]
    shared: list[Parameter] = []
    if command.is_question:
        shared = [*FORM, *(FILTERS if command.has_filters else ()), *DISPLAY]
    elif command.has_filters:
        shared = [*FILTERS]

    def run(ctx: typer.Context, **given: Any) -> None:  # noqa: ANN401 - what typer parsed
        from tradefacts.cli.asking import ask
        from tradefacts.cli.output import tell

        taken = {parameter.keyword: parameter.take(given[parameter.keyword]) for parameter in (*own, *shared)}
        if called != command.name:
            tell(f"note: '{called}' is now '{command.name}'; the old name will be removed in the next release")
        if command.run is not None:
            load(command.run)(ctx, **taken)
        else:
            ask(ctx, command, own, taken)

    made = [parameter.make(text) for parameter, (_, text) in zip(own, named, strict=True)]
    *most, last = *FORMATS, *command.formats
    texts = {"format": f"Write {', '.join(most)} or {last}."}
    made += [parameter.make(texts.get(parameter.keyword)) for parameter in shared]
    examples = "\n\n".join(f"Example: tradefacts {command.name} {line}" for line in command.example.split("\n"))
    return _dress(run, made, f"{command.help}\n\n{examples}")


def _dress(function: Callable[..., None], parameters: Sequence[inspect.Parameter], text: str) -> Callable[..., None]:
    """Return a function with the signature and help for typer."""
    context = inspect.Parameter("ctx", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    function.__signature__ = inspect.Signature([context, *parameters])  # type: ignore[attr-defined]  # inspect reads it
    function.__annotations__ = {parameter.name: parameter.annotation for parameter in (context, *parameters)}
    function.__doc__ = text
    return function


def _print_version(value: bool) -> None:
    if value:
        from tradefacts.cli.output import print_version

        print_version()
        raise typer.Exit


_VERSION = typer.Option(
    "--version", callback=_print_version, is_eager=True, help="Print the version and the edition of the base."
)
_DEBUG = typer.Option("--debug", help="Show a traceback for errors.")


def build() -> Any:  # noqa: ANN401 - typer's own command class
    """Return the program as a typer command."""
    from tradefacts.cli.parameters import BASE, GENERAL_DISPLAY

    app = typer.Typer(
        name="tradefacts",
        cls=LazyGroup,
        rich_markup_mode=None,
        invoke_without_command=True,
        context_settings=_SETTINGS,
        # Shells use a variable; typer's options, which would change the user's files, are not offered.
        add_completion=_COMPLETING in os.environ,
    )

    def tradefacts(ctx: typer.Context, **given: Any) -> None:  # noqa: ANN401 - what typer parsed
        if ctx.invoked_subcommand is None:
            from tradefacts.cli.output import write

            write(ctx.get_help().split("\n"))
        display = {parameter.keyword: parameter.take(given[parameter.keyword]) for parameter in GENERAL_DISPLAY}
        ctx.obj = Before(given["base"] or [], display)

    flags = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=False, annotation=Annotated[bool, option])
        for name, option in (("version", _VERSION), ("debug", _DEBUG))
    ]
    shared = [parameter.make() for parameter in (BASE, *GENERAL_DISPLAY)]
    app.callback()(_dress(tradefacts, [*shared, *flags], HELP))
    return get_command(app)


def run_parsed(arguments: Sequence[str]) -> int:
    """Run the command that the arguments name, and return its status.

    Raises:
        UsageError: typer cannot parse them.
        TradefactsError: whatever the command raises.
    """
    try:
        status = build().main(list(arguments), prog_name="tradefacts", standalone_mode=False)
    except typer.Abort:
        raise KeyboardInterrupt from None
    except typer.TyperException as error:
        raise _explain_usage(error, arguments) from None
    return status if isinstance(status, int) else 0


def _explain_usage(error: typer.TyperException, arguments: Sequence[str]) -> UsageError:
    """Return an error of typer in the wording of the other errors."""
    context = getattr(error, "ctx", None)
    named = [argument for argument in arguments if argument in COMMANDS]
    path = context.command_path if context is not None else " ".join(["tradefacts", *named[:1]])
    hint = f"'{path} -h' shows the usage"
    message = error.format_message().rstrip(".")
    option, near = getattr(error, "option_name", None), getattr(error, "possibilities", None)
    if option and message.startswith("No such option"):
        message = f"no such option {option!r}"
        hint = f"did you mean {' or '.join(sorted(near))}?" if near else hint
    elif message.startswith("No such command"):
        hint = did_you_mean(message.split("'")[1], COMMANDS)
    elif context is not None and not option:
        hint = f"usage: {' '.join(context.get_usage().split()[1:])}"
    if message.startswith(_TOO_MANY):
        message = f"too many arguments: {message.removeprefix(_TOO_MANY).removesuffix(')')}"
    return UsageError(f"{message[0].lower()}{message[1:]}", hint=f"{hint[0].lower()}{hint[1:]}")


_TOO_MANY = "Got unexpected extra argument(s) ("
"""How typer begins its message on arguments that no parameter takes."""
