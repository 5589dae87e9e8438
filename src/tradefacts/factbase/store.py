"""The compiled base as tables: their columns, rows of queries, and what the base says of itself."""

from __future__ import annotations

import json
import sqlite3
from _thread import allocate_lock
from typing import TYPE_CHECKING, Any

from tradefacts.factbase.claim import STORED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tradefacts.basefile.layers import Layer

_BATCH = 256
"""Rows that are read at once where there may be many."""


class Store:
    """A compiled database of layers, opened read-only; compiled again if it proves damaged."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        layers: Sequence[Layer],
        *,
        recompile: Callable[[], sqlite3.Connection],
        notes: Sequence[str] = (),
    ) -> None:
        """Take over a compiled database; `recompile` compiles it again, should it prove damaged."""
        self._connection = connection
        self._lock = allocate_lock()  # one question at a time: several threads may share a base
        self._recompile: Callable[[], sqlite3.Connection] | None = recompile
        self.notes = list(notes)
        meta = dict(self._rows("SELECT key, value FROM meta"))
        self.as_of: str = meta["as_of"]
        self.layers = json.loads(meta["layers"])
        self._about = meta["about"]
        self._withdrawn = meta["withdrawn"]
        self._columns = meta["columns"]
        for known, layer in zip(self.layers, layers, strict=True):
            known["name"] = layer.name

    @property
    def about(self) -> dict[str, str]:
        """What the layers say they are, and their licence as an SPDX expression; without what none says."""
        said: dict[str, list[str]] = json.loads(self._about)
        marks = {"title": "; ", "licence": " AND "}
        return {key: marks[key].join(texts) for key, texts in said.items() if texts}

    @property
    def withdrawn(self) -> frozenset[str]:
        """The ids and codes that its layers have taken out, and that no record may have again."""
        return frozenset(json.loads(self._withdrawn))

    @property
    def columns(self) -> dict[str, list[str]]:
        """The columns that the facts of each kind can fill."""
        columns: dict[str, list[str]] = json.loads(self._columns)
        return columns

    def close(self) -> None:
        """Let go of the compiled base; no more questions after that."""
        self._connection.close()

    def __del__(self) -> None:
        """Let go of the compiled base when nobody holds it any more."""
        self.close()

    def _rows(self, query: str, values: Sequence[object] = ()) -> list[Any]:
        """Return the rows of a query; a database that proves to be damaged is compiled again and asked again."""
        with self._lock:
            try:
                return self._connection.execute(query, values).fetchall()
            except UnicodeEncodeError:
                return []  # an argument that is not text names nothing in any base
            except (sqlite3.DatabaseError, UnicodeDecodeError):
                if not self._compile_again():
                    raise
                return self._connection.execute(query, values).fetchall()

    def _iterate(self, query: str, values: Sequence[object] = ()) -> Iterator[Any]:
        """Yield the rows of a query, some read at a time; where the database proves damaged, go on in a new one."""
        given = 0
        cursor = None
        while True:
            with self._lock:
                try:
                    cursor = cursor or self._connection.execute(query, values)
                    rows = cursor.fetchmany(_BATCH)
                except (sqlite3.DatabaseError, UnicodeDecodeError):
                    if not self._compile_again():
                        raise
                    cursor = self._connection.execute(f"{query} LIMIT -1 OFFSET {given}", values)
                    rows = cursor.fetchmany(_BATCH)
            if not rows:
                return
            given += len(rows)
            yield from rows

    def _compile_again(self) -> bool:
        """Compile the layers again, unless that was done before; tell whether it was done now."""
        if self._recompile is None:
            return False
        recompile, self._recompile = self._recompile, None
        self._connection.close()
        self._connection = recompile()
        self._connection.execute("PRAGMA temp_store = MEMORY")  # what failed may be a full disk
        return True

    def _column(self, query: str, values: Sequence[object] = ()) -> list[Any]:
        return [row[0] for row in self._rows(query, values)]


def mark(values: Sequence[str]) -> str:
    """Return the marks of a query for so many values."""
    return ", ".join("?" * len(values))


CREATE = f"""
PRAGMA page_size = 8192;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE ids (
    id TEXT PRIMARY KEY, section TEXT, number INTEGER, layer INTEGER, position INTEGER, line INTEGER
) WITHOUT ROWID;
CREATE TABLE records (number INTEGER PRIMARY KEY, section TEXT, id TEXT, name TEXT, body TEXT);
CREATE TABLE places (code TEXT PRIMARY KEY, name TEXT, is_group INTEGER) WITHOUT ROWID;
CREATE TABLE sources (
    id TEXT PRIMARY KEY, publisher TEXT, origin TEXT, title TEXT, url TEXT, published TEXT, page TEXT
) WITHOUT ROWID;
CREATE TABLE offices (id TEXT PRIMARY KEY, country TEXT, role TEXT, second_role TEXT, name TEXT) WITHOUT ROWID;
CREATE TABLE facts ("order" INTEGER PRIMARY KEY, {", ".join(f'"{name}"' for name in STORED[1:])});
CREATE TABLE names (folded TEXT, section TEXT, id TEXT, name TEXT);
CREATE TABLE links (target TEXT, "order" INTEGER);
CREATE VIRTUAL TABLE words USING fts5 (
    text, content = '', tokenize = "unicode61 remove_diacritics 2", detail = none, columnsize = 0
);
"""
# The index has no content of its own: what it finds are numbers of records and facts. Those of replaced ones are never
# given again, and find nothing. The words of a base are folded before they are stored, as a question's words are: the
# tokenizer need not know how.

REFERRING = ("source", "attributed_to", "person", "office", "country", "partner", "reporter")
"""The columns of facts that hold an id or code; lists of them stand in `links`."""

INDEX = """
CREATE INDEX facts_by_pair ON facts (pair_code, kind) WHERE pair_code IS NOT NULL;
CREATE INDEX facts_by_country ON facts (country);
CREATE INDEX facts_by_partner ON facts (partner);
CREATE INDEX facts_by_kind ON facts (kind);
CREATE INDEX facts_by_source ON facts (source);
CREATE INDEX facts_by_speaker ON facts (attributed_to) WHERE attributed_to IS NOT NULL;
CREATE INDEX facts_by_person ON facts (person) WHERE person IS NOT NULL;
CREATE INDEX facts_by_office ON facts (office) WHERE office IS NOT NULL;
CREATE INDEX facts_by_reporter ON facts (reporter);
CREATE INDEX records_by_section ON records (section);
CREATE INDEX names_by_name ON names (folded, section);
CREATE INDEX names_by_id ON names (id);
CREATE INDEX links_by_target ON links (target);
CREATE INDEX sources_by_publisher ON sources (publisher);
"""
