"""Run a command line. This is the only place where an error becomes a message and an exit status."""

from __future__ import annotations

import os
import re
import sys
from itertools import pairwise
from typing import TYPE_CHECKING

from tradefacts.cli.output import tell, tell_error, tell_traceback
from tradefacts.cli.plain import answer_plainly
from tradefacts.cli.streams import ReaderLeftError, take_streams
from tradefacts.errors import FactBaseError, OutputError, TradefactsError, UnreadableBaseError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

ANSWERED, FINDINGS, USAGE, UNREADABLE, INVALID, UNWRITTEN, INTERRUPTED = 0, 1, 2, 3, 4, 5, 130

_STATUS = ((UnreadableBaseError, UNREADABLE), (FactBaseError, INVALID), (OutputError, UNWRITTEN))
_VARIABLES = ("TRADEFACTS_BASE", "TRADEFACTS_PAGER")
_SIZES = {"COLUMNS", "LINES"}
_SIZE = "[0-9]{1,9}"
_COMPLETION = "(complete|source)_(bash|zsh|fish|powershell|pwsh)"
_BASH_NEEDS = {"COMP_WORDS": "(?s:.*)", "COMP_CWORD": "[0-9]{1,9}"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status: 0 answered, 1 findings, 2 usage, 3–5 files, 130 interrupted."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    with take_streams():
        try:
            return _run(arguments)
        except ReaderLeftError:
            return ANSWERED
        except KeyboardInterrupt:
            return INTERRUPTED


def _run(arguments: list[str]) -> int:
    """Run the program and print its errors, as text or JSON."""
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    is_debugging = "--debug" in options
    if is_debugging:  # wherever it stands, because it is added to a command line that failed
        arguments = [*(option for option in options if option != "--debug"), *arguments[len(options) :]]
    try:
        _check_environment()
        status = answer_plainly(arguments)
        return _parse(arguments) if status is None else status
    except SystemExit as ended:  # completion, or a signal
        return ended.code if isinstance(ended.code, int) else ANSWERED
    except ReaderLeftError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, it becomes a message and a status
        if is_debugging and not isinstance(error, UsageError):
            tell_traceback(error)
        told = _explain(error)
        status = next((status for kind, status in _STATUS if isinstance(told, kind)), USAGE)
        tell_error(told, status, as_json=_wants_json(options))
        return status


def _parse(arguments: list[str]) -> int:
    """Parse the arguments with typer, run the command, and return its status."""
    from tradefacts.cli.group import run_parsed

    return run_parsed(arguments)


def _check_environment() -> None:
    """Remove invalid sizes from the environment, and report what is wrong or unknown.

    Raises:
        TradefactsError: the variable for completion has a value that no shell sets.
    """
    for name in _SIZES & {*os.environ}:
        if not re.fullmatch(_SIZE, os.environ[name]):  # libraries would accept any Unicode digits as a number
            del os.environ[name]
    instruction = os.environ.get("_TRADEFACTS_COMPLETE", "")
    if instruction:
        _check_completion(instruction)
    for name in sorted(name for name in os.environ if name.startswith("TRADEFACTS_") and name not in _VARIABLES):
        tell(f"note: the environment variable {name!r} is unknown and has no effect; known: {', '.join(_VARIABLES)}")


def _check_completion(instruction: str) -> None:
    hint = "shells set this variable; unset it to run a command"
    if not re.fullmatch(_COMPLETION, instruction):
        raise TradefactsError(f"_TRADEFACTS_COMPLETE is not a request for completions: {instruction!r}", hint=hint)
    for name, form in _BASH_NEEDS.items() if instruction == "complete_bash" else ():
        given = os.environ.get(name)
        if given is None or not re.fullmatch(form, given, re.DOTALL):  # bash separates the words by line feeds
            raise TradefactsError(f"_TRADEFACTS_COMPLETE is set, but {name} does not say what to complete", hint=hint)


def _wants_json(options: list[str]) -> bool:
    """Whether JSON output was asked for; read from the raw options, because parsing may have failed."""
    return "--json" in options or "--format=json" in options or ("--format", "json") in pairwise(options)


def _explain(error: Exception) -> TradefactsError:
    """Return an exception as a TradefactsError."""
    if isinstance(error, TradefactsError):
        return error
    if isinstance(error, MemoryError):
        hint = "close other programs, or use a smaller base"
        return UnreadableBaseError("not enough memory to read the base", hint=hint)
    message = f"{type(error).__name__}: {error}"
    return UnreadableBaseError(message, hint="this is a bug in tradefacts; run again with --debug and report it")
