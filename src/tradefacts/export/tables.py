"""A base, or the part that a filter keeps, as plain tables: facts, the records they refer to, places and speakers."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, Any, get_type_hints

from tradefacts.export.rows import pick
from tradefacts.named_tuples import NamedTuple
from tradefacts.records import RECORDS
from tradefacts.rows.columns import Column, list_columns, make_column

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from tradefacts.factbase import FactBase
    from tradefacts.query import Query

    Report = Callable[[int], None]
    """Progress callback: takes the number of facts read so far."""

_PAGE = "page."


class Table(NamedTuple):
    """One table: its columns, and how to read its rows."""

    name: str
    description: str
    columns: tuple[Column, ...]
    key: str
    references: Mapping[str, str]
    """The table that each foreign-key column refers to."""
    read: Callable[[], Iterator[list[Any]]]
    """Yields the rows; they are read lazily."""


def list_tables(base: FactBase, query: Query, report: Report) -> list[Table]:
    """Return the tables of what a query keeps, referenced tables before those that refer to them.

    Pages without a kept fact are left out; all other records are included.
    """
    cited = None if query.is_whole else {row[0] for row in base.count_by_page(query.selection)}
    sections = [_make_section(base, name, cited if name == "sources" else None) for name in RECORDS]
    return [_make_places(base), _make_speakers(base), *sections, _make_facts(base, query, report)]


def read_facts(base: FactBase, query: Query, report: Report) -> Iterator[dict[str, Any]]:
    """Yield the facts that a query keeps, one by one."""
    for number, claim in enumerate(islice(base.iterate_claims(query.selection), query.limit), start=1):
        report(number)
        yield json.loads(claim.json)


def _make_facts(base: FactBase, query: Query, report: Report) -> Table:
    columns = tuple(column for column in list_columns("facts") if not column.name.startswith(_PAGE))
    places = ("country", "partner", "reporter", "whole_country", "whole_partner", "exporter", "importer")
    references = {
        "source": "sources",
        "attributed_to": "speakers",
        "person": "people",
        "office": "offices",
        **dict.fromkeys(places, "places"),
    }

    def read() -> Iterator[list[Any]]:
        for fact in read_facts(base, query, report):
            yield pick(fact, columns)

    return Table("facts", "One figure, office or meeting that one page printed", columns, "id", references, read)


def _make_section(base: FactBase, section: str, kept: set[str] | None) -> Table:
    record = RECORDS[section]
    hints = get_type_hints(record, include_extras=True)
    columns = tuple(make_column(name, hint) for name, hint in hints.items() if not name.startswith("_"))
    key = "code" if section in {"countries", "groups"} else "id"
    references = {"country": "countries"} if "country" in hints else {}

    def read() -> Iterator[list[Any]]:
        for found in base.list_records(section):
            if kept is None or found.id in kept:
                yield pick(json.loads(found.body), columns)

    return Table(section, str(record.__doc__).rstrip("."), columns, key, references, read)


def _make_places(base: FactBase) -> Table:
    return _make_union(base, "places", "code", ("countries", "groups"), "Every place that facts name, by its code")


def _make_speakers(base: FactBase) -> Table:
    return _make_union(base, "speakers", "id", ("people", "bodies"), "Every person and body, by its id")


def _make_union(base: FactBase, name: str, key: str, sections: Sequence[str], description: str) -> Table:
    columns = (
        Column(key, "text", may_be_null=False, description="what facts refer to it by"),
        Column("name", "text", may_be_null=False, description="usual English name"),
        Column("section", "text", may_be_null=False, description="the table that has the rest"),
    )

    def read() -> Iterator[list[Any]]:
        for section in sections:
            for found in base.list_records(section):
                yield [found.id, found.name, section]

    return Table(name, description, columns, key, {}, read)
