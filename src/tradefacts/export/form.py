"""The form of an output: its format, columns and other options."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from tradefacts.commands import FORMATS
from tradefacts.errors import InvalidQueryError
from tradefacts.named_tuples import NamedTuple
from tradefacts.names import check_choice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WITH_ROWS = ("jsonl", "csv", "tsv", "md", "parquet", "xlsx")
"""Row formats, whose columns can be chosen."""

BINARY = ("parquet", "xlsx")
"""Formats that can only be written to a file."""

ENDINGS = {
    ".txt": "table",
    **{f".{name}": name for name in FORMATS[1:]},
    ".markdown": "md",
    ".ndjson": "jsonl",
    ".bib": "bibtex",
    ".sarif": "sarif",
    **{f".{name}": name for name in ("svg", "png", "pdf")},
}
"""The format for each file extension."""


_STREAM = "-"
"""The name of standard output."""


class Form(NamedTuple):
    """How an answer is written."""

    format: str = FORMATS[0]
    fields: tuple[str, ...] = ()
    """The columns of the rows, in order; empty means all."""
    has_facts: bool = True
    """Whether JSON includes the claims that the answer is based on."""
    has_bom: bool = False
    """Whether CSV begins with a byte order mark, so that Excel reads it as UTF-8."""
    file: str | None = None
    """The file to write to; None for standard output."""
    is_forced: bool = False
    """Whether an existing file is replaced."""

    @property
    def is_binary(self) -> bool:
        """Whether it can only be written to a file."""
        return self.format in BINARY


def make_form(  # noqa: PLR0913 - the options of a command
    own: Mapping[str, str],
    pictures: Mapping[str, str],
    *,
    format: str | None = None,  # noqa: A002 - the option's name
    json: bool = False,
    fields: str | None = None,
    no_facts: bool = False,
    bom: bool = False,
    output: str | None = None,
    force: bool = False,
) -> Form:
    """Return the form that the options ask for; without a format option, the file extension decides.

    `own` and `pictures` are formats that only this command has; pictures need a file.

    Raises:
        InvalidQueryError: the format is unknown, two were given, or an option has no effect on it.
    """
    output = None if output == _STREAM else output
    if json and format not in {None, "json"}:
        raise InvalidQueryError(f"--json and --format {format} exclude each other", hint="leave one of them out")
    formats = (*FORMATS, *own, *pictures)
    named = "json" if json else format
    if named is None:
        named = _find_format(output, formats) or FORMATS[0]
    chosen = check_choice("format", named, formats)
    names = tuple(part for field in (fields or "").split(",") if (part := field.strip()))
    if fields is not None and not names:
        raise InvalidQueryError("--fields names no field", hint="separate names by commas: --fields id,printed")
    for option, is_given, fitting in (
        ("--fields", bool(names), WITH_ROWS),
        ("--no-facts", no_facts, ("json",)),
        ("--bom", bom, ("csv", "tsv")),
    ):
        if is_given and chosen not in fitting:
            hint = f"it needs --format {', '.join(fitting[:-1])} or {fitting[-1]}".replace(" ,", ",")
            hint = hint if len(fitting) > 1 else f"it needs --format {fitting[0]}"
            raise InvalidQueryError(f"{option} has no effect on the format {chosen!r}", hint=hint)
    if force and output is None:
        raise InvalidQueryError("--force has no effect without --output", hint="name the file: -o FILE")
    if chosen in {*BINARY, *pictures} and output is None:
        raise InvalidQueryError(f"{chosen} needs a file", hint=f"name it: -o FILE.{chosen}")
    return Form(chosen, names, not no_facts, bom, output, force)


def _find_format(output: str | None, formats: Sequence[str]) -> str | None:
    """Return the format for a file's extension; None without a file.

    Raises:
        InvalidQueryError: no format has this extension.
    """
    if output is None:
        return None
    ending = PurePath(output).suffix.lower()
    if ENDINGS.get(ending) not in formats:
        known = [ending for ending, name in ENDINGS.items() if name in formats]
        hint = f"expected {', '.join(known)}; or name it with --format"
        raise InvalidQueryError(f"the extension of {output!r} is not that of a format", hint=hint)
    return ENDINGS[ending]
