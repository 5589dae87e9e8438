"""The command that serves a base to other programs."""

from __future__ import annotations

import contextlib
import gc
import sys
from typing import TYPE_CHECKING

from tradefacts.cli.asking import find_bases
from tradefacts.cli.streams import ReaderLeftError
from tradefacts.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import typer


def run_mcp(ctx: typer.Context, *, base: Sequence[str]) -> None:
    """Serve a base over standard input and output until the input ends.

    Raises:
        MissingExtraError: the SDK is not installed.
        OutputError: standard input or output is closed, or cannot be written.
        ReaderLeftError: the client has left.
    """
    from tradefacts.api import open as open_facts
    from tradefacts.serving.server import serve

    if sys.stdin is None or sys.__stdout__ is None:
        raise OutputError("cannot serve: standard input or output is closed", hint="let a client start this command")
    gc.enable()  # a server runs for a long time
    facts = open_facts(*find_bases(ctx, base))
    # The SDK writes to the descriptor itself.
    with contextlib.redirect_stdout(sys.__stdout__):
        try:
            serve(facts)
        except BrokenPipeError:
            raise ReaderLeftError from None
        except OSError as error:
            raise OutputError(f"cannot write the result: {(error.strerror or str(error)).lower()}") from None
