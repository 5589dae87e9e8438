"""The simplest calls, `COMMAND PLACE…` with or without `--json`: answered without importing typer.

People and scripts make these calls most, and importing typer would take a third of their time.

Only calls that are unambiguous by the table of commands are answered here. All others, and all that fail, are parsed
from the start by typer.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tradefacts.commands import QUESTIONS, load
from tradefacts.errors import TradefactsError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradefacts.commands import Command

_JSON = "--json"


def answer_plainly(arguments: Sequence[str]) -> int | None:
    """Answer a simple call from the built-in base, and return the exit status; None if the call has to be parsed.

    Raises:
        OutputError: the answer cannot be written.
    """
    name, *rest = arguments or ("",)
    command = QUESTIONS.get(name)
    words = [word for word in rest if word != _JSON]
    marks = len(rest) - len(words)
    if command is None or marks > 1 or not _takes(command, words) or _is_configured():
        return None
    from tradefacts.cli.output import show, tell, write
    from tradefacts.cli.waiting import tell_time
    from tradefacts.factbase import open_base

    try:
        with tell_time():
            answer = load(str(command.ask))(open_base(), *words)
    except TradefactsError:  # raised again after parsing, which can add a hint
        return None
    if marks:
        from tradefacts.export.envelope import iterate_envelope

        write(iterate_envelope(answer))
    else:
        show(answer, {})
    for note in answer.notes:
        tell(f"note: {note}")
    return int(answer.has_failed)


def _takes(command: Command, words: Sequence[str]) -> bool:
    """Whether the words are the arguments of a command: the right number, and no options."""
    if command.run is not None or any(word.startswith("-") for word in words):
        return False
    metavars = [part if isinstance(part, str) else part[0] for part in command.parameters]
    arguments = [metavar for metavar in metavars if not metavar.startswith("--")]
    least = sum(not argument.startswith("[") for argument in arguments)
    has_more = any("..." in argument or "|" in argument for argument in arguments)
    return least <= len(words) and (has_more or len(words) <= len(arguments))


def _is_configured() -> bool:
    """Whether the environment can change the answer or its format."""
    return any(name.lstrip("_").startswith("TRADEFACTS_") for name in os.environ)
