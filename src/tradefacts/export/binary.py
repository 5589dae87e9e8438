"""The rows of an answer as a file with typed columns: Parquet or an Excel workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradefacts.creating import create_file
from tradefacts.export.rows import list_rows, pick
from tradefacts.rows.columns import choose_columns
from tradefacts.text import write_json

if TYPE_CHECKING:
    from tradefacts.answer import Answer
    from tradefacts.export.form import Form


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
            from tradefacts.export.parquet import write_parquet  # noqa: PLC0415 - only this format needs it

            about = {"as_of": answer.as_of, "command": answer.command, "query": write_json(answer.query)}
            write_parquet(path, columns, rows, about)
        else:
            from tradefacts.export.workbook import Sheet, write_workbook  # noqa: PLC0415 - as above

            write_workbook(path, [Sheet(answer.command, columns, rows)])
