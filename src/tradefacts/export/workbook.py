"""Rows as an Excel workbook: text stays text, whatever it looks like, and numbers are numbers."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from tradefacts.errors import OutputError
from tradefacts.export.extras import import_extra
from tradefacts.export.rows import format_cell
from tradefacts.named_tuples import NamedTuple
from tradefacts.storage import create_temporary_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from tradefacts.rows.columns import Column

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
