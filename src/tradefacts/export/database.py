"""A base as an SQLite database: plain tables, a view for each kind, full-text search, and metadata for datasette.

Lists are stored as JSON arrays, which datasette and `json_each` read; whole numbers are stored as integers.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from typing import TYPE_CHECKING, Any

from tradefacts.records import FACTS, get_keys
from tradefacts.vocabulary import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from tradefacts.export.tables import Table
    from tradefacts.rows.columns import Column

_TYPES = {"text": "TEXT", "integer": "INTEGER", "number": "NUMERIC", "boolean": "INTEGER", "list": "TEXT"}
_DERIVED = ("exporter", "importer", "first", "last", "months", "low", "high", "voice")
_PAGE = ("publisher", "origin", "title", "url", "published", "language")
_SEARCHED = {
    "facts": ("printed", "note", "attributed_as", "scope", "whole", "name", "venue", "topics"),
    "sources": ("title", "publisher", "origin"),
    "people": ("name", "aliases"),
    "bodies": ("name", "aliases"),
}
_INDEXED = ("kind", "country", "partner", "source", "attributed_to", "person", "office", "period")
_FACETS = {
    "facts": ("kind", "country", "partner", "flow", "reporter"),
    "sources": ("publisher", "language"),
    "places": ("section",),
    "bodies": ("country", "role"),
    "offices": ("country", "role"),
}
_COVERAGE = """
CREATE VIEW coverage AS
SELECT pair, substr(last, 1, 4) AS year, count(*) AS facts
FROM facts WHERE pair IS NOT NULL GROUP BY pair, year
"""


def write_database(path: Path, tables: Sequence[Table], about: Mapping[str, str]) -> None:
    """Write the tables to an empty file; `about` holds key-value pairs that describe the base.

    Raises:
        sqlite3.Error: the disk is full or not writable.
    """
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        # The file is published only when complete, so it need not survive a crash.
        for statement in ("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "BEGIN"):
            connection.execute(statement)
        keys = {table.name: table.key for table in tables}
        for table in tables:
            connection.execute(_define_table(table, keys))
            marks = ", ".join("?" * len(table.columns))
            rows = ([_store(value) for value in row] for row in table.read())
            connection.executemany(f"INSERT INTO {_quote(table.name)} VALUES ({marks})", rows)  # noqa: S608 - our names
        for statement in _define_rest():
            connection.execute(statement)
        connection.execute("CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT)")
        connection.executemany("INSERT INTO about VALUES (?, ?)", about.items())
        connection.execute("COMMIT")
        connection.execute("ANALYZE")


def make_metadata(stem: str, tables: Sequence[Table], about: Mapping[str, str]) -> dict[str, Any]:
    """Return the titles and units of the tables in datasette's metadata format."""
    described = {table.name: _describe(table) for table in tables}
    (facts,) = [table for table in tables if table.name == "facts"]
    titles = {column.name: column.description for column in facts.columns}
    for kind in KINDS:
        names = [name for name in (*get_keys(FACTS[kind]), *_DERIVED) if name != "kind"]
        described[f"{kind}s"] = {
            "title": f"{kind}s".capitalize(),
            "description": str(FACTS[kind].__doc__).rstrip("."),
            "columns": {name: titles[name] for name in names},
        }
    title = {"title": about["title"]} if "title" in about else {}
    licence = {"license": about["licence"]} if "licence" in about else {}
    return {**title, **licence, "databases": {stem: {**title, "tables": described}}}


def _describe(table: Table) -> dict[str, Any]:
    names = {column.name for column in table.columns}
    label = next((name for name in ("name", "title") if name in names and table.name != "facts"), "id")
    described = {
        "title": table.name.capitalize(),
        "description": table.description,
        "columns": {column.name: column.description for column in table.columns},
        "label_column": label,
        "facets": list(_FACETS.get(table.name, ())),
    }
    return described | ({"units": {"months": "month"}} if "months" in names else {})


def _define_table(table: Table, keys: Mapping[str, str]) -> str:
    """Return the SQL that creates a table; foreign keys name the referenced column, as datasette requires."""
    columns = [_define_column(column, is_key=column.name == table.key) for column in table.columns]
    references = [
        f"FOREIGN KEY ({_quote(column)}) REFERENCES {_quote(target)} ({_quote(keys[target])})"
        for column, target in table.references.items()
    ]
    parts = ",\n  ".join([*columns, *references])
    return f"CREATE TABLE {_quote(table.name)} (\n  {parts}\n)"


def _define_column(column: Column, *, is_key: bool) -> str:
    rule = " PRIMARY KEY" if is_key else "" if column.may_be_null else " NOT NULL"
    return f"{_quote(column.name)} {_TYPES[column.type]}{rule}"


def _define_rest() -> Iterator[str]:
    """Yield the indexes, the views by kind and the full-text search."""
    for name in _INDEXED:
        yield f"CREATE INDEX facts_by_{name} ON facts ({name})"
    for kind in KINDS:
        keys = [name for name in get_keys(FACTS[kind]) if name != "kind"]
        columns = [f"facts.{_quote(name)}" for name in (*keys, *_DERIVED)]
        page = [f"sources.{name} AS page_{name}" for name in _PAGE]
        yield (
            f"CREATE VIEW {kind}s AS SELECT {', '.join([*columns, *page])}"  # noqa: S608 - our names
            f" FROM facts JOIN sources ON sources.id = facts.source WHERE facts.kind = '{kind}'"
        )
    yield _COVERAGE
    for name, searched in _SEARCHED.items():
        listed = ", ".join(searched)
        yield f"""CREATE VIRTUAL TABLE {name}_fts USING fts5(
            {listed}, content="{name}", tokenize="unicode61 remove_diacritics 2"
        )"""
        yield f"INSERT INTO {name}_fts (rowid, {listed}) SELECT rowid, {listed} FROM {name}"  # noqa: S608 - our names


def _quote(name: str) -> str:
    return f'"{name}"'


def _store(value: Any) -> Any:  # noqa: ANN401 - any value of a row
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value
