"""The rows of an answer as a file with typed columns: Parquet or an Excel workbook."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING, Any

from tradefacts.creating import create_file
from tradefacts.errors import OutputError
from tradefacts.export.extras import import_extra
from tradefacts.export.rows import format_cell, list_rows, pick
from tradefacts.named_tuples import NamedTuple
from tradefacts.rows.columns import choose_columns
from tradefacts.storage import create_temporary_folder
from tradefacts.text import write_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from tradefacts.answer import Answer
    from tradefacts.export.form import Form
    from tradefacts.rows.columns import Column


def write_binary(answer: Answer[Any], name: str, form: Form) -> None:
    """Write the rows of an answer to a file.

    Raises:
        InvalidQueryError: the form names a field that the rows do not have.
        MissingExtraError: a required library is not installed.
        OutputError: the file exists or cannot be written.
    """
    columns = choose_columns(answer.command, form.fields)
    rows = (pick(row, columns) for row in list_rows(answer))
    with create_file(name, is_forced=form.is_forced) as path:
        if form.format == "parquet":
            about = {"as_of": answer.as_of, "command": answer.command, "query": write_json(answer.query)}
            write_parquet(path, columns, rows, about)
        else:
            write_workbook(path, [Sheet(answer.command, columns, rows)])


_BATCH = 4096


def write_parquet(
    path: Path, columns: Sequence[Column], rows: Iterable[Sequence[Any]], about: Mapping[str, str]
) -> None:
    """Write rows as Parquet in batches; `about` goes into the file's metadata.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    arrow = import_extra("pyarrow", "parquet")
    writer = import_extra("pyarrow.parquet", "parquet")
    types = {
        "text": arrow.string(),
        "integer": arrow.int64(),
        "number": arrow.float64(),
        "boolean": arrow.bool_(),
        "list": arrow.list_(arrow.string()),
    }
    fields = [
        arrow.field(column.name, types[column.type], column.may_be_null, {"description": column.description})
        for column in columns
    ]
    schema = arrow.schema(fields, {f"tradefacts.{key}": value for key, value in about.items()})
    remaining = iter(rows)
    with writer.ParquetWriter(path, schema) as stream:
        while batch := list(islice(remaining, _BATCH)):
            arrays = [
                arrow.array(values, field.type) for values, field in zip(zip(*batch, strict=True), fields, strict=True)
            ]
            stream.write_table(arrow.Table.from_arrays(arrays, schema=schema))


_MOST_ROWS = 1_048_575
"""The maximum number of rows below the header of an Excel sheet."""
_LONGEST = 32_767
_EXACT = 2**53
_CREATED = datetime(1980, 1, 1, tzinfo=UTC)
"""The date of the parts of any workbook, so that the same rows give the same bytes."""
_WIDTHS = {"text": 24, "list": 32, "integer": 16, "number": 16, "boolean": 8}


class Sheet(NamedTuple):
    """A sheet of a workbook."""

    name: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Any]]


def write_workbook(path: Path, sheets: Iterable[Sheet]) -> None:
    """Write sheets as a workbook; rows are streamed, not kept in memory.

    Raises:
        MissingExtraError: xlsxwriter is not installed.
        OutputError: a sheet or a cell would be longer than Excel allows.
    """
    xlsxwriter = import_extra("xlsxwriter", "xlsx")
    with create_temporary_folder(str(path.parent), f"{path.name}.") as folder:
        options = {"constant_memory": True, "in_memory": False, "tmpdir": folder}
        try:
            with xlsxwriter.Workbook(str(path), options) as book:
                book.set_properties({"created": _CREATED})
                bold = book.add_format({"bold": True})
                for sheet in sheets:
                    _write_sheet(book.add_worksheet(sheet.name), sheet, bold)
        except xlsxwriter.exceptions.FileCreateError as error:  # which wraps the error of the system
            raise error.args[0] from None


def _write_sheet(written: Any, sheet: Sheet, bold: Any) -> None:  # noqa: ANN401 - xlsxwriter's own classes
    for place, column in enumerate(sheet.columns):
        written.set_column(place, place, _WIDTHS[column.type])
    for place, column in enumerate(sheet.columns):
        written.write_string(0, place, column.name, bold)
    written.freeze_panes(1, 0)
    for number, row in enumerate(sheet.rows, start=1):
        if number > _MOST_ROWS:
            raise OutputError(f"a sheet of Excel holds at most {_MOST_ROWS:,} rows", hint="filter, or export a .db")
        for place, value in enumerate(row):
            if value is not None:
                _write_cell(written, number, place, value)


def _write_cell(written: Any, number: int, place: int, value: Any) -> None:  # noqa: ANN401 - as above
    if isinstance(value, bool):
        written.write_boolean(number, place, value)
    elif isinstance(value, int | float) and abs(value) <= _EXACT:
        written.write_number(number, place, value)
    else:
        text = format_cell(value)
        if len(text) > _LONGEST:
            message = f"a cell of Excel holds at most {_LONGEST:,} characters, found {len(text):,}"
            raise OutputError(message, hint="export a .db or .parquet")
        written.write_string(number, place, text)
