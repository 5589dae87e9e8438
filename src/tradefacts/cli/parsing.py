"""Run a command line that typer parses: all but the simplest calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from tradefacts.cli.group import build
from tradefacts.commands import COMMANDS
from tradefacts.errors import UsageError
from tradefacts.names import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence


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
        raise _explain_usage(error) from None
    return status if isinstance(status, int) else 0


def _explain_usage(error: typer.TyperException) -> UsageError:
    """Return an error of typer in the wording of the other errors."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "tradefacts"
    hint = f"'{path} -h' shows the usage"
    message = error.format_message().rstrip(".")
    option, near = getattr(error, "option_name", None), getattr(error, "possibilities", None)
    if option and near:
        message, hint = f"no such option {option!r}", f"did you mean {' or '.join(sorted(near))}?"
    elif message.startswith("No such command"):
        hint = did_you_mean(message.split("'")[1], COMMANDS)
    elif context is not None and not option:
        hint = f"usage: {' '.join(context.get_usage().split()[1:])}"
    return UsageError(f"{message[0].lower()}{message[1:]}", hint=f"{hint[0].lower()}{hint[1:]}")
