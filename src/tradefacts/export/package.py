"""A base as a tabular Data Package (Frictionless, Data Package 1): a folder of CSV files with a descriptor."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tradefacts.export.rows import format_cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from tradefacts.export.tables import Table
    from tradefacts.rows.columns import Column

DESCRIPTOR = "datapackage.json"
FILES = (DESCRIPTOR, ".csv")
"""The extension of its data files."""
_TYPES = {"text": "string", "integer": "integer", "number": "number", "boolean": "boolean", "list": "string"}


def write_package(folder: Path, tables: Sequence[Table], about: Mapping[str, str]) -> None:
    """Write each table to a folder as a CSV file, and the descriptor with them.

    Cells hold the exact values: text that a spreadsheet would read as a formula is not escaped.
    """
    for table in tables:
        _write_table(folder / f"{table.name}.csv", [column.name for column in table.columns], table.read())
    descriptor = {
        "profile": "tabular-data-package",
        "name": "tradefacts",
        **({"title": about["title"]} if "title" in about else {}),
        "version": about["as_of"],
        **({"licenses": [{"name": about["licence"]}]} if "licence" in about else {}),
        "resources": [_describe(table) for table in tables],
    }
    (folder / DESCRIPTOR).write_text(json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _write_table(path: Path, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    import csv  # noqa: PLC0415 - only this format needs it

    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerow(header)
        writer.writerows([format_cell(value) for value in row] for row in rows)


def _describe(table: Table) -> dict[str, Any]:
    names = {column.name for column in table.columns}
    keys = [
        {"fields": column, "reference": {"resource": target, "fields": _KEYS.get(target, "id")}}
        for column, target in table.references.items()
        if column in names
    ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.name.capitalize(),
        "description": table.description,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_describe_field(column) for column in table.columns],
            "primaryKey": table.key,
            **({"foreignKeys": keys} if keys else {}),
        },
    }


_KEYS = {"countries": "code", "groups": "code", "places": "code"}


def _describe_field(column: Column) -> dict[str, Any]:
    note = "; several are separated by '; '" if column.type == "list" else ""
    return {"name": column.name, "type": _TYPES[column.type], "description": f"{column.description}{note}"}
