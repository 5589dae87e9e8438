"""Rows as text: one JSON object per line, comma- or tab-separated values, or a Markdown table.

Nested values are flattened: dotted paths name nested keys, lists are joined by `; `, and null is empty.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tradefacts.commands import QUESTIONS, load
from tradefacts.export.envelope import make_plain
from tradefacts.rows.columns import choose_columns
from tradefacts.text import escape, write_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tradefacts.answer import Answer
    from tradefacts.rows.columns import Column

# Spreadsheets run cells that begin like this (OWASP, CSV Injection); an apostrophe makes them text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
# A plain figure such as `-10.6%` is not a formula.
_SIGNED_NUMBER = re.compile(r"[+-][0-9]+([.,][0-9]+)? ?%?")
_LAYOUT = re.compile(r"[^\t\r\n]+|\r(?!\n)")
# An underscore within a word is not markup.
_MARKED = re.compile(r"[\\`*<>|\[\]]|(?<!\w)_|_(?!\w)")
_ADDRESS = re.compile(r"https?://[^\s<>|]+")
_LIST = "; "


def list_rows(answer: Answer[Any]) -> Iterator[dict[str, Any]]:
    """Yield the rows of an answer as JSON objects."""
    for row in load(str(QUESTIONS[answer.command].rows)).list_from(answer):
        yield row if isinstance(row, dict) else make_plain(row)


def pick(row: dict[str, Any], columns: Sequence[Column]) -> list[Any]:
    """Return the values of the columns; None where the row lacks the key."""
    return [_find(row, column.name) for column in columns]


def iterate_lines(answer: Answer[Any], fields: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield one line of JSON for each row; chosen fields become top-level keys under their own names."""
    columns = choose_columns(answer.command, fields) if fields else ()
    return _write_lines(answer, columns)


def iterate_csv(answer: Answer[Any], fields: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield lines of comma-separated values (RFC 4180), the header first, without their final line feed."""
    columns = choose_columns(answer.command, fields)
    return write_csv([column.name for column in columns], (pick(row, columns) for row in list_rows(answer)))


def write_csv(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    """Yield lines of comma-separated values, without their final line feed."""
    import csv  # noqa: PLC0415 - only this format needs these two
    import io  # noqa: PLC0415

    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\r\n")
    writer.writerow(header)
    for values in rows:
        yield _take(line)
        writer.writerow([guard(value) for value in values])
    yield _take(line)


def iterate_tsv(answer: Answer[Any], fields: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield tab-separated values, the header first; cells are not quoted; tabs and line ends are escaped."""
    columns = choose_columns(answer.command, fields)
    return _write_tsv(answer, columns)


def iterate_markdown(answer: Answer[Any], fields: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield the lines of a Markdown table."""
    columns = choose_columns(answer.command, fields)
    return _write_markdown(answer, columns)


def format_cell(value: Any) -> str:  # noqa: ANN401 - any value of a row
    """Return a value as flat text."""
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return _LIST.join(format_cell(item) for item in value)
    return value if isinstance(value, str) else write_json(value)


def guard(value: Any) -> str:  # noqa: ANN401 - any value of a row
    """Return a cell that no spreadsheet runs: an apostrophe is put before text that would be a formula."""
    text = format_cell(value)
    if not isinstance(value, (str, list, tuple)):
        return text
    is_formula = len(text) > 1 and text.startswith(_FORMULA) and not _SIGNED_NUMBER.fullmatch(text)
    # The format itself quotes tabs and line ends; other invisible characters are escaped.
    return ("'" if is_formula else "") + _LAYOUT.sub(lambda match: escape(match[0]), text)


def _find(row: dict[str, Any], path: str) -> Any:  # noqa: ANN401 - any value of a row
    value: Any = row
    for key in path.split("."):
        value = value.get(key)
    return value


def _write_lines(answer: Answer[Any], columns: Sequence[Column]) -> Iterator[str]:
    if columns:
        names = [column.name for column in columns]
        yield from (write_json(dict(zip(names, pick(row, columns), strict=True))) for row in list_rows(answer))
    elif answer.command == "facts":  # already serialized as JSON
        yield from (claim.json for claim in answer.claims)
    else:
        yield from map(write_json, list_rows(answer))


def _write_tsv(answer: Answer[Any], columns: Sequence[Column]) -> Iterator[str]:
    yield "\t".join(column.name for column in columns)
    for row in list_rows(answer):
        yield "\t".join(escape(guard(value)) for value in pick(row, columns))


def _write_markdown(answer: Answer[Any], columns: Sequence[Column]) -> Iterator[str]:
    yield f"| {' | '.join(column.name for column in columns)} |"
    yield f"| {' | '.join('--:' if column.type in _RIGHT else '---' for column in columns)} |"
    for row in list_rows(answer):
        yield f"| {' | '.join(_mark_down(value) for value in pick(row, columns))} |"


_RIGHT = ("integer", "number")


def _mark_down(value: Any) -> str:  # noqa: ANN401 - any value of a row
    """Return a Markdown cell: an address as a link, anything else as plain text."""
    text = escape(format_cell(value))
    return f"<{text}>" if _ADDRESS.fullmatch(text) else _MARKED.sub(r"\\\g<0>", text)


def _take(line: Any) -> str:  # noqa: ANN401 - an in-memory text stream
    """Return the text written so far without its final line feed, and empty the stream."""
    text: str = line.getvalue()[:-1]
    line.seek(0)
    line.truncate()
    return text
