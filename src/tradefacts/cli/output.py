"""Write an answer: data to standard output, everything else to standard error."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from tradefacts.commands import FORMATS
from tradefacts.errors import FactBaseError, TradefactsError
from tradefacts.text import encodable, escape, shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tradefacts.answer import Answer
    from tradefacts.export.form import Form
    from tradefacts.findings import Finding

_BOM = "\ufeff"
_FAULTS_SHOWN = 20
_JOINED, _LONG = 512, 1 << 16
"""Lines that are written at once, and the length of one with which others would not be joined."""
_LINE, _HINT = 470, 160
"""The maximum bytes of an error with its hint, and of the hint, because values can have any length."""


def present(answer: Answer[Any], form: Form, display: dict[str, Any]) -> None:
    """Print an answer in the requested format, or write it to a file, and print its notes.

    `display` are the options for screens.

    Raises:
        OutputError: the result cannot be written.
        InvalidQueryError: a selected field is not in the rows.
    """
    if form.file is not None:
        _write_file(answer, form, form.file, display)
        tell(f"note: wrote {form.file}")
    elif form.format == FORMATS[0]:
        show(answer, display)
    else:
        write(_make_lines(answer, form))
    for note in answer.notes:
        tell(f"note: {note}")


def _write_file(answer: Answer[Any], form: Form, name: str, display: dict[str, Any]) -> None:
    from tradefacts.commands import QUESTIONS, load
    from tradefacts.creating import write_file

    picture = QUESTIONS[answer.command].pictures.get(form.format)
    if picture is not None:
        load(picture)(answer, name, form)
        return
    if form.is_binary:
        from tradefacts.export.binary import write_binary

        write_binary(answer, name, form)
        return
    lines = _render(answer, display) if form.format == FORMATS[0] else _make_lines(answer, form)
    write_file(name, (f"{line}\n".encode() for line in lines), is_forced=form.is_forced)


def _render(answer: Answer[Any], display: dict[str, Any]) -> list[str]:
    """Return a screen for a file: lines of any length, without colour."""
    from tradefacts.render import render
    from tradefacts.render.terminal import find_screen

    wanted = {name: value for name, value in display.items() if name != "no_pager"}
    has_colour = wanted.get("color") == "always"
    screen = find_screen(**wanted)._replace(width=wanted.get("width"), has_colour=has_colour, has_links=False)
    return render(answer, screen)


def show(answer: Answer[Any], display: dict[str, Any]) -> None:
    """Show an answer on standard output, in a pager if it is longer than the terminal.

    Raises:
        OutputError: the screen cannot be written.
    """
    from tradefacts.cli.paging import page
    from tradefacts.render import render
    from tradefacts.render.terminal import find_screen

    wanted = {name: value for name, value in display.items() if name != "no_pager"}
    encoding = getattr(sys.stdout, "screen_encoding", None)
    lines = [encodable(line, encoding) for line in render(answer, find_screen(**wanted))]
    if display.get("no_pager") or not page(lines):
        write(lines)


def _make_lines(answer: Answer[Any], form: Form) -> Iterator[str]:
    """Yield the lines in a format for scripts, after a byte order mark if requested."""
    from tradefacts.export import iterate_output

    mark = _BOM if form.has_bom else ""
    for line in iterate_output(answer, form):
        yield f"{mark}{line}"
        mark = ""


def write(lines: Iterable[str]) -> None:
    """Write all lines to standard output.

    Raises:
        OutputError: the disk is full, or standard output is closed.
    """
    pending: list[str] = []
    for line in lines:
        pending.append(line)
        if len(pending) == _JOINED or len(line) > _LONG:
            _write_lines(pending)
            pending.clear()
    if pending:
        _write_lines(pending)


def tell(text: str) -> None:
    """Write one line to standard error, if there is one; text from files and arguments is escaped and shortened."""
    _write_error(f"tradefacts: {shorten(escape(text), _LINE)}")


def tell_error(error: TradefactsError, status: int, *, as_json: bool = False) -> None:
    """Write an error: its message, the faults of a file, and the hint; or all of it as one line of JSON."""
    if as_json:
        _tell_json(error, status)
        return
    message, hint = _fit(error)
    _write_error(f"tradefacts: error: {message}")
    if isinstance(error, FactBaseError):
        several = len({finding.layer for finding in error.findings}) > 1
        for finding in error.findings[:_FAULTS_SHOWN]:
            _write_error(f"  {_format_fault(finding, with_layer=several)}")
        if error.count > _FAULTS_SHOWN:
            _write_error(f"  and {error.count - _FAULTS_SHOWN:,} more")
    if hint:
        _write_error(f"hint: {hint}")


def print_version() -> None:
    """Print the version of the program and the edition of the built-in base."""
    from tradefacts.factbase import open_base
    from tradefacts.version import __version__

    write([f"tradefacts {__version__}, edition {open_base().as_of}"])


def _tell_json(error: TradefactsError, status: int) -> None:
    from tradefacts.export.envelope import make_plain
    from tradefacts.text import write_json

    findings = error.findings if isinstance(error, FactBaseError) else ()
    shown: dict[str, Any] = {
        "message": shorten(error.message, _LINE),
        "hint": shorten(error.hint, _LINE) if error.hint else None,
        "findings": [make_plain(finding) for finding in findings],
        "count": error.count if isinstance(error, FactBaseError) else 0,
        "status": status,
    }
    _write_error(write_json({"error": shown}))


def _fit(error: TradefactsError) -> tuple[str, str]:
    """Return message and hint, shortened to a limit for both together."""
    message, hint = escape(error.message), escape(error.hint or "")
    room = max(_HINT, _LINE - len(message.encode(errors="replace")))
    hint = shorten(hint, room)
    return shorten(message, _LINE - len(hint.encode(errors="replace"))), hint


def _format_fault(finding: Finding, *, with_layer: bool) -> str:
    layer = f"{finding.layer} " if with_layer and finding.layer else ""
    line = f" (line {finding.line})" if finding.line else ""
    about = f" {', '.join(finding.facts)}" if finding.facts else ""
    return shorten(escape(f"{layer}{finding.path}{line}{about}: {finding.message}"), _LINE)


def tell_traceback(error: Exception) -> None:
    """Write where in the program an error was raised."""
    from traceback import format_exception

    for part in format_exception(error):
        for line in part.rstrip("\n").split("\n"):
            _write_error(escape(line))


def _write_error(line: str) -> None:
    if sys.stderr is not None:  # None after a signal that ends the program
        sys.stderr.write(f"{line}\n")


def _write_lines(lines: list[str]) -> None:
    sys.stdout.write("\n".join(lines) + "\n")
