"""Run a command line; whatever goes wrong becomes one line and an exit status here, and nowhere else."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import typer

from tradefacts.cli.group import build
from tradefacts.cli.output import tell, tell_error
from tradefacts.commands import COMMANDS
from tradefacts.errors import FactBaseError, OutputError, TradefactsError, UnreadableBaseError
from tradefacts.names import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence

ANSWERED, FINDINGS, USAGE, UNREADABLE, INVALID, UNWRITTEN, INTERRUPTED = 0, 1, 2, 3, 4, 5, 130

_STATUS = ((UnreadableBaseError, UNREADABLE), (FactBaseError, INVALID), (OutputError, UNWRITTEN))
_VARIABLES = ("TRADEFACTS_BASE", "TRADEFACTS_PAGER")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status: 0 answered, 1 findings, 2 usage, 3–5 files, 130 interrupted."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    is_debugging = "--debug" in arguments
    try:
        _check_environment()
        status = build().main(arguments, prog_name="tradefacts", standalone_mode=False)
        return status if isinstance(status, int) else ANSWERED
    except TradefactsError as error:
        if is_debugging:
            raise
        tell_error(error)
        return next((status for kind, status in _STATUS if isinstance(error, kind)), USAGE)
    except typer.TyperException as error:
        tell_error(_explain(error))
        return USAGE
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except SystemExit as error:
        if not isinstance(error.__context__, BrokenPipeError):
            raise
        # Whoever read has seen enough, and typer leaves at once; Python's own flush must not complain either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ANSWERED
    except Exception as error:
        if is_debugging:
            raise
        message = f"{type(error).__name__}: {error}"
        tell_error(
            TradefactsError(message, hint="this is a fault of the program; run again with --debug and report it")
        )
        return UNREADABLE


def _check_environment() -> None:
    unknown = sorted(name for name in os.environ if name.startswith("TRADEFACTS_") and name not in _VARIABLES)
    for name in unknown:
        tell(f"note: the environment variable {name!r} is unknown and has no effect; known: {', '.join(_VARIABLES)}")


def _explain(error: typer.TyperException) -> TradefactsError:
    """Say what typer says in the words and form of every other error."""
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
    return TradefactsError(f"{message[0].lower()}{message[1:]}", hint=f"{hint[0].lower()}{hint[1:]}")
