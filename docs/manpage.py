"""Make the manual page from the table of commands and the topics of help."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tradefacts.cli.group import HELP
from tradefacts.cli.parameters import DISPLAY, FILTERS, FORM, PARAMETERS
from tradefacts.cli.topics import list_topics, read_topic
from tradefacts.commands import COMMANDS, GROUPS
from tradefacts.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.cli.parameters import Parameter
    from tradefacts.cli.topics import Block
    from tradefacts.commands import Command


def write_manpage(edition: str) -> str:
    """Return the manual page in groff_man format, with the date of the built-in base."""
    return "\n".join([*_write_head(edition), *_write_commands(), *_write_options(), *_write_topics(), ""])


def _write_head(edition: str) -> Iterator[str]:
    yield f'.TH TRADEFACTS 1 "{edition}" "tradefacts {__version__}" "User Commands"'
    yield ".SH NAME"
    yield rf"tradefacts \- {_escape(HELP[0].lower() + HELP[1:].rstrip('.'))}"
    yield ".SH SYNOPSIS"
    yield r".B tradefacts"
    yield r"[\fIOPTIONS\fR] \fICOMMAND\fR [\fIARGUMENTS\fR]"


def _write_commands() -> Iterator[str]:
    yield ".SH COMMANDS"
    for group in GROUPS:
        commands = [command for command in COMMANDS.values() if command.group == group]
        if commands:
            yield f".SS {group}"
        for command in commands:
            yield from _write_command(command)


def _write_command(command: Command) -> Iterator[str]:
    named = [part if isinstance(part, tuple) else (part, None) for part in command.parameters]
    own = [(PARAMETERS[name], text) for name, text in named]
    arguments = " ".join(parameter.metavar or "" for parameter, _ in own if parameter.option is None)
    yield ".TP"
    yield rf"\fB{command.name}\fR {_escape(arguments)}".rstrip()
    yield _escape(command.help)
    for parameter, text in own:
        if parameter.option:
            yield ".br"
            yield rf"{_name(parameter)}: {_escape(text or parameter.help)}"
    for example in command.example.split("\n"):
        yield ".br"
        yield _escape(f"Example: tradefacts {command.name} {example}")


def _write_options() -> Iterator[str]:
    for title, parameters in (("OPTIONS", (*FORM, *DISPLAY)), ("FILTERS", FILTERS)):
        yield f".SH {title}"
        for parameter in parameters:
            yield ".TP"
            yield _name(parameter)
            yield _escape(parameter.help)


def _write_topics() -> Iterator[str]:
    for name in list_topics():
        title, *blocks = read_topic(name)
        yield f".SH {_escape(title.text.upper())}"
        for block in blocks:
            yield from _write_block(block)


def _write_block(block: Block) -> Iterator[str]:
    if block.kind == "heading":
        yield f".SS {_escape(block.text.capitalize())}"
    elif block.kind == "paragraph":
        yield ".PP"
        yield _escape(block.text)
    for term, text in block.terms:
        yield ".TP"
        yield rf"\fB{_escape(term)}\fR"
        yield _escape(text)


def _name(parameter: Parameter) -> str:
    metavar = rf" \fI{_escape(parameter.metavar)}\fR" if parameter.metavar else ""
    return rf"\fB{_escape(parameter.option or '')}\fR{metavar}"


def _escape(text: str) -> str:
    """Return text escaped for man: with hyphens that can be copied, and without lines that look like requests."""
    written = text.replace("\\", r"\e").replace("-", r"\-").replace("~", r"\(ti").replace("^", r"\(ha")
    return re.sub(r"^(['.])", r"\\&\1", written)
