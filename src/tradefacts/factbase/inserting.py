"""From checked records to the tables of the compiled base: some hundred at a time, those of one class together.

What is done to many records in turn costs a tenth less than all that is done to one, and one statement for many rows
half of one for each.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from itertools import count, repeat
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from tradefacts.basefile.canonical import find_id, format_record
from tradefacts.basefile.references import REFERRING
from tradefacts.factbase.rows import MAKERS, format_page
from tradefacts.factbase.searchable import find_names, find_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradefacts.basefile.pieces import Block
    from tradefacts.records import Record

    Numbered = list[tuple[int, dict[str, Any]]]

_BATCH = 512
_PLACES = ("countries", "groups")
_get_source = itemgetter("id", "publisher", "origin", "title", "url", "published")
_get_office = itemgetter("id", "country", "role", "second_role", "name")

# Without an adapter, Python looks for one in vain for each None, and that costs as much as binding four texts.
sqlite3.register_adapter(type(None), lambda none: none)


class Inserter:
    """The records that wait for being inserted, and what all of them refer to."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Insert into the empty tables of a database."""
        self.used: defaultdict[tuple[str, ...], set[str | None]] = defaultdict(set)
        """What records refer to, by the sections that may have it; None where they refer to nothing."""
        self._connection = connection
        self._waiting: defaultdict[tuple[str, type[Record]], Numbered] = defaultdict(list)
        self._rows: defaultdict[str, list[Sequence[object]]] = defaultdict(list)
        self._count = 0
        self._flushed = 0

    def add(self, block: Block, names: list[str], layer: int) -> None:
        """Number the records of a block, whose ids are `names`, and have them inserted with the next batch."""
        numbers = range(self._count + 1, self._count + len(names) + 1)
        self._count += len(names)
        places = count(block.index), count(block.line)
        self._rows["ids"] += zip(names, repeat(block.section), numbers, repeat(layer), *places)
        for number, record in zip(numbers, block.records, strict=True):
            self._waiting[block.section, type(record)].append((number, vars(record)))
        if self._count - self._flushed >= _BATCH:
            self.flush()

    def flush(self) -> None:
        """Insert all that waits."""
        self._flushed = self._count
        words: list[tuple[int, str]] = []
        for (section, record), numbered in self._waiting.items():
            if section == "facts":
                maker = MAKERS[record]  # type: ignore[index]  # the section says what it is
                self._rows[maker.target] += maker.make_rows(numbered)
            else:
                self._add_named(section, numbered)
            self._add_references(record, numbered)
            words += [(number, text) for number, stored in numbered if (text := find_words(record, stored))]
        # Full-text search writes its words out whenever a number is lower than the one before.
        self._rows["words (rowid, text)"] += sorted(words)
        for table, rows in self._rows.items():
            if rows:
                marks = ", ".join("?" * len(rows[0]))
                self._connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608 - named here
        self._waiting.clear()
        self._rows.clear()

    def _add_named(self, section: str, numbered: Numbered) -> None:
        """Add records that are no facts."""
        rows = self._rows
        rows["records"] += [
            (number, section, find_id(stored), _find_label(stored), format_record(section, stored))
            for number, stored in numbered
        ]
        if section in _PLACES:
            rows["places"] += [(stored["code"], stored["name"], section == "groups") for _, stored in numbered]
        elif section == "sources":
            rows["sources"] += [(*_get_source(stored), format_page(stored)) for _, stored in numbered]
        elif section == "offices":
            rows["offices"] += [_get_office(stored) for _, stored in numbered]
        rows["names"] += [
            (folded, section, find_id(stored), spelling)
            for _, stored in numbered
            for folded, spelling in find_names(stored)
        ]

    def _add_references(self, record: type[Record], numbered: Numbered) -> None:
        listed = []
        for key, sections in REFERRING[record].items():
            values = [stored[key] for _, stored in numbered]
            if isinstance(values[0], tuple):
                listed.append(key)
                self.used[sections].update(*values)
            else:
                self.used[sections].update(values)
        if listed:
            links = ((target, number) for number, stored in numbered for key in listed for target in stored[key])
            self._rows["links"] += links


def _find_label(stored: dict[str, Any]) -> str:
    """Return what a record is called: its name or title; a page without a title, its publisher and date."""
    label: str | None = stored.get("name") or stored.get("title")
    return label or f"{stored['publisher']}, {stored['published'] or 'undated'}"
