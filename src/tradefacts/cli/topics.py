"""The topics of help: texts in the folder `help`, shown on the screen and in the manual page."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from tradefacts.commands import ALIASES, COMMANDS
from tradefacts.errors import UnknownNameError
from tradefacts.named_tuples import NamedTuple
from tradefacts.names import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import typer

_FOLDER = Path(__file__).parent.parent / "help"
_ORDER = ("screen", "formats", "exit-codes", "environment", "reckoning")
_TERM = re.compile(r"  (\S.*?)  +(\S.*)")
WIDEST = 100
"""Prose is hard to read on wider lines."""


class Block(NamedTuple):
    """A part of a topic."""

    kind: Literal["title", "heading", "paragraph", "terms"]
    text: str = ""
    terms: tuple[tuple[str, str], ...] = ()


def list_topics() -> tuple[str, ...]:
    """Return the names of the topics, in the order to read them."""
    return _ORDER


def read_topic(name: str) -> list[Block]:
    """Return the parts of a topic.

    Raises:
        UnknownNameError: there is no such topic.
    """
    if name not in _ORDER:
        raise UnknownNameError(f"unknown topic {name!r}", hint=did_you_mean(name, (*_ORDER, *COMMANDS)))
    return list(_parse((_FOLDER / f"{name}.txt").read_text(encoding="utf-8")))


def _parse(text: str) -> Iterator[Block]:
    """Yield the parts: title, headings (in capitals), paragraphs, and terms (indented, followed by their meanings)."""
    title, _, rest = text.partition("\n")
    yield Block("title", title)
    for part in rest.strip("\n").split("\n\n"):
        lines = part.split("\n")
        if not part.startswith("  "):
            yield Block("heading" if part.isupper() else "paragraph", " ".join(lines))
            continue
        terms: list[tuple[str, str]] = []
        for line in lines:
            if match := _TERM.fullmatch(line):
                terms.append((match[1], match[2]))
            else:
                terms[-1] = (terms[-1][0], f"{terms[-1][1]} {line.strip()}")
        yield Block("terms", terms=tuple(terms))


def format_topic(blocks: Sequence[Block], width: int) -> list[str]:
    """Return the lines of a topic, wrapped at a width."""
    columns = min(width, WIDEST)
    lines: list[str] = []
    for block in blocks:
        lines += [""] if lines else []
        if block.kind == "terms":
            lines += _format_terms(block.terms, columns)
        else:
            lines += _wrap(block.text, columns)
    return lines


def _format_terms(terms: Sequence[tuple[str, str]], columns: int) -> Iterator[str]:
    indent = max(len(term) for term, _ in terms) + 4
    for term, text in terms:
        yield from _wrap(text, columns, f"  {term}".ljust(indent), " " * min(indent, columns // 2))


def _wrap(text: str, columns: int, before: str = "", below: str = "") -> list[str]:
    """Return lines that break only at spaces, so that options and commands stay whole."""
    return textwrap.wrap(
        text,
        columns,
        initial_indent=before,
        subsequent_indent=below,
        break_long_words=False,
        break_on_hyphens=False,
    )


def run_help(ctx: typer.Context, *, topic: str | None) -> None:
    """Show a topic, the help of a command, or which topics there are.

    Raises:
        UnknownNameError: there is no such topic or command.
        OutputError: it cannot be written.
    """
    from tradefacts.cli.output import write
    from tradefacts.cli.paging import page
    from tradefacts.render.terminal import find_screen

    if topic is not None and ALIASES.get(topic, topic) in COMMANDS:
        _show_command(ctx, topic)
        return
    width = ctx.obj.display["width"] or find_screen().width or WIDEST
    lines = format_topic(read_topic(topic), width) if topic else _format_topics(width)
    if ctx.obj.display["no_pager"] or not page(lines):
        write(lines)


def _format_topics(width: int) -> list[str]:
    terms = tuple((name, read_topic(name)[0].text) for name in _ORDER)
    commands = tuple((command.name, command.help) for command in COMMANDS.values())
    return format_topic(
        [
            Block("title", "tradefacts help TOPIC"),
            Block("terms", terms=terms),
            Block("title", "tradefacts COMMAND -h"),
            Block("terms", terms=commands),
        ],
        width,
    )


def _show_command(ctx: Any, name: str) -> None:  # noqa: ANN401 - typer's own context class
    group = ctx.parent.command
    group.get_command(ctx.parent, name).make_context(name, ["-h"], parent=ctx.parent)
