"""Export a base, or the part that a filter keeps, as a file or folder for another tool."""

from __future__ import annotations

import io
import json
import sqlite3
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from tradefacts.creating import create_file, create_files, create_folder
from tradefacts.errors import InvalidQueryError, OutputError
from tradefacts.export.rows import pick
from tradefacts.export.tables import list_tables, read_facts
from tradefacts.names import check_choice
from tradefacts.rows.columns import list_columns
from tradefacts.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tradefacts.export.tables import Report
    from tradefacts.factbase import FactBase
    from tradefacts.query import Query

    Write = Callable[["Source", str, bool], list[str]]

FORMATS = ("sqlite", "csv", "parquet", "xlsx", "sdmx-csv")
_ENDINGS = {".db": "sqlite", ".sqlite": "sqlite", ".sqlite3": "sqlite", ".parquet": "parquet", ".xlsx": "xlsx"}
_BESIDE = {"sqlite": (".metadata.json",), "sdmx-csv": (".structure.xml",)}
STREAM = "-"


class Source:
    """What is exported: a base, the query that filters it, and the progress callback."""

    def __init__(self, base: FactBase, query: Query, report: Report) -> None:
        """Take all three."""
        self.base = base
        self.query = query
        self.report = report

    @property
    def about(self) -> dict[str, str]:
        """The provenance of the export, as text values by key."""
        asked = {"query": json.dumps(self.query.asked, ensure_ascii=False)} if self.query.asked else {}
        layers = {"layers": json.dumps(self.base.layers, ensure_ascii=False)}
        return {**self.base.about, "as_of": self.base.as_of, **layers, **asked, "tradefacts": __version__}

    def read_facts(self) -> Iterator[dict[str, Any]]:
        """Yield the facts one by one."""
        return read_facts(self.base, self.query, self.report)


def find_export_format(name: str, chosen: str | None) -> str:
    """Return the format of an export: the one chosen, or else that of the file extension.

    Raises:
        InvalidQueryError: the format is unknown, or neither gives one.
    """
    if chosen is not None:
        return check_choice("format", chosen, FORMATS)
    if name == STREAM:
        raise InvalidQueryError("no file is named to write to", hint="name it: tradefacts export FILE.sqlite")
    ending = PurePath(name).suffix.lower()
    if ending not in _ENDINGS:
        hint = f"expected {', '.join(_ENDINGS)}; or a name with --format {', '.join(FORMATS[:-1])} or {FORMATS[-1]}"
        raise InvalidQueryError(f"the extension of {name!r} is not that of a format", hint=hint)
    return _ENDINGS[ending]


def list_targets(name: str, form: str) -> list[str]:
    """Return all files that an export to a path writes: itself, and what describes it."""
    return [name, *(str(PurePath(name).with_suffix(ending)) for ending in _BESIDE.get(form, ()))]


def export(source: Source, name: str, form: str, *, is_forced: bool = False) -> list[str]:
    """Write an export to a path, and return the names of all files and folders written.

    Raises:
        MissingExtraError: a required library is not installed.
        OutputError: the path exists or cannot be written.
    """
    return _WRITERS[form](source, name, is_forced)


def list_sdmx_lines(source: Source) -> Iterator[str]:
    """Yield the lines of SDMX-CSV, the header first, without their final line feed."""
    import csv  # noqa: PLC0415 - only this format needs it

    from tradefacts.export.sdmx import HEADER, list_observations  # noqa: PLC0415

    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\r\n")
    writer.writerow(HEADER)
    for values in list_observations(source.read_facts()):
        yield line.getvalue()[:-1]
        line.seek(0)
        line.truncate()
        writer.writerow(values)
    yield line.getvalue()[:-1]


def _write_database(source: Source, name: str, is_forced: bool) -> list[str]:  # noqa: FBT001 - all writers share one signature
    from tradefacts.export.database import make_metadata, write_database  # noqa: PLC0415 - only this format needs it

    tables = list_tables(source.base, source.query, source.report)
    names = list_targets(name, "sqlite")
    with create_files(names, is_forced=is_forced) as (path, beside):
        try:
            write_database(path, tables, source.about)
        except sqlite3.Error as error:
            raise OutputError(f"cannot write {name!r}: {error}") from None
        metadata = make_metadata(PurePath(name).stem, tables, source.about)
        beside.write_text(json.dumps(metadata, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return names


def _write_package(source: Source, name: str, is_forced: bool) -> list[str]:  # noqa: FBT001 - as above
    from tradefacts.export.package import FILES, write_package  # noqa: PLC0415 - as above

    with create_folder(name, lambda file: file.endswith(FILES), is_forced=is_forced) as folder:
        write_package(folder, list_tables(source.base, source.query, source.report), source.about)
    return [name]


def _write_parquet(source: Source, name: str, is_forced: bool) -> list[str]:  # noqa: FBT001 - as above
    from tradefacts.export.binary import write_parquet  # noqa: PLC0415 - as above

    columns = list_columns("facts")
    with create_file(name, is_forced=is_forced) as path:
        write_parquet(path, columns, (pick(fact, columns) for fact in source.read_facts()), source.about)
    return [name]


def _write_workbook(source: Source, name: str, is_forced: bool) -> list[str]:  # noqa: FBT001 - as above
    from tradefacts.export.binary import Sheet, write_workbook  # noqa: PLC0415 - as above

    tables = list_tables(source.base, source.query, source.report)
    with create_file(name, is_forced=is_forced) as path:
        write_workbook(path, (Sheet(table.name, table.columns, table.read()) for table in reversed(tables)))
    return [name]


def _write_sdmx(source: Source, name: str, is_forced: bool) -> list[str]:  # noqa: FBT001 - as above
    from tradefacts.export.sdmx import format_structure  # noqa: PLC0415 - as above

    names = list_targets(name, "sdmx-csv")
    with create_files(names, is_forced=is_forced) as (path, beside):
        with path.open("w", encoding="utf-8", newline="") as stream:
            stream.writelines(f"{line}\n" for line in list_sdmx_lines(source))
        beside.write_text(format_structure(source.base.as_of), encoding="utf-8")
    return names


_WRITERS: dict[str, Write] = {
    "sqlite": _write_database,
    "csv": _write_package,
    "parquet": _write_parquet,
    "xlsx": _write_workbook,
    "sdmx-csv": _write_sdmx,
}
