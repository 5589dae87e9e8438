"""Write an answer where it belongs: data on standard output, everything else on standard error."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from tradefacts.errors import FactBaseError, OutputError, TradefactsError
from tradefacts.text import encodable, escape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tradefacts.answer import Answer

_FAULTS_SHOWN = 20
_JOINED = 512


def present(answer: Answer[Any], form: str, display: dict[str, Any]) -> None:
    """Print an answer in the form asked for, and its notes beside it; `display` is how people want to see it.

    Raises:
        OutputError: the result cannot be written.
    """
    if form == "table":
        _show(answer, display)
    else:
        write(_find_writer(answer, form)(answer))
    for note in answer.notes:
        tell(f"note: {note}")


def _show(answer: Answer[Any], display: dict[str, Any]) -> None:
    from tradefacts.cli.paging import page
    from tradefacts.render import render
    from tradefacts.render.terminal import find_screen

    wanted = {name: value for name, value in display.items() if name != "no_pager"}
    encoding = getattr(sys.stdout, "encoding", None)
    lines = [encodable(line, encoding) for line in render(answer, find_screen(**wanted))]
    if display.get("no_pager") or not page(lines):
        write(lines)


def _find_writer(answer: Answer[Any], form: str) -> Callable[[Answer[Any]], Iterable[str]]:
    """Return what writes an answer in a form for scripts; a command may have forms of its own."""
    from tradefacts import export
    from tradefacts.commands import COMMANDS, load

    writers = {"json": export.iterate_envelope, "jsonl": export.iterate_lines, "csv": export.iterate_table}
    return writers[form] if form in writers else load(COMMANDS[answer.command].formats[form])


def write(lines: Iterable[str]) -> None:
    """Write lines to standard output, all of them or with an error; a closed pipe ends quietly.

    Raises:
        OutputError: the disk is full, or standard output is closed.
    """
    pending: list[str] = []
    for line in lines:
        pending.append(line)
        if len(pending) == _JOINED:
            _write_bytes(_encode(pending))
            pending.clear()
    if pending:
        _write_bytes(_encode(pending))


def tell(text: str) -> None:
    """Write one line to standard error, if there is one; text from files and arguments is shown escaped."""
    _write_error(f"tradefacts: {escape(text)}\n")


def tell_error(error: TradefactsError) -> None:
    """Write an error: the line that names it, the faults of a file, the hint."""
    tell(f"error: {error.message}")
    if isinstance(error, FactBaseError):
        several = len({finding.layer for finding in error.findings}) > 1
        for finding in error.findings[:_FAULTS_SHOWN]:
            about = f" {', '.join(finding.facts)}" if finding.facts else ""
            layer = f"{finding.layer} " if several and finding.layer else ""
            place = f"{layer}{finding.path} (line {finding.line})" if finding.line else f"{layer}{finding.path}"
            _write_error(f"  {escape(place)}{escape(about)}: {escape(finding.message)}\n")
        if error.count > _FAULTS_SHOWN:
            _write_error(f"  and {error.count - _FAULTS_SHOWN:,} more\n")
    if error.hint:
        _write_error(f"hint: {escape(error.hint)}\n")


def print_version() -> None:
    """Print the version of the program and the edition of the shipped base."""
    from tradefacts.factbase import open_base
    from tradefacts.version import __version__

    write([f"tradefacts {__version__}, edition {open_base().as_of}"])


def _write_error(line: str) -> None:
    # Where nobody listens, the exit status still tells.
    with suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(encodable(line, getattr(sys.stderr, "encoding", None)))


def _encode(lines: list[str]) -> bytes:
    # UTF-8 whatever the locale: a script gets the same bytes everywhere. What a terminal of another encoding cannot
    # show was escaped before.
    return ("\n".join(lines) + "\n").encode()


def _write_bytes(data: bytes) -> None:
    if sys.stdout is None or sys.stdout.closed:
        raise OutputError("cannot write the result: standard output is closed")
    try:
        sys.stdout.flush()
        _write_to(sys.stdout.fileno(), memoryview(data))
    except BrokenPipeError:
        raise
    except OSError as error:
        if error.errno is None:  # a stream without a descriptor, as tests and notebooks have
            sys.stdout.write(data.decode())
            return
        raise OutputError(f"cannot write the result: {(error.strerror or str(error)).lower()}") from None


def _write_to(descriptor: int, data: memoryview) -> None:
    while data:
        try:
            written = os.write(descriptor, data)
        except OSError as error:
            if error.errno != errno.EAGAIN:
                raise
            from select import select

            select([], [descriptor], [])
            continue
        data = data[written:]
