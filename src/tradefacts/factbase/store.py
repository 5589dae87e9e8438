"""The compiled base as tables: rows of queries, and what the base says of itself."""

import json
import sqlite3
from _thread import allocate_lock
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tradefacts.basefile.layers import Layer

_BATCH = 256
"""Rows that are read at once where there may be many."""


class Store:
    """A compiled database of layers, opened read-only; compiled again if it proves damaged."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        layers: "Sequence[Layer]",
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
