"""A compiled base: find rows by what they are about, and records by what they are called."""

from __future__ import annotations

import json
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from tradefacts.factbase.claim import JOINED, NUMBERS, STORED, WRITTEN, Claim, make_bare_class
from tradefacts.factbase.named import NamedRecords, Record
from tradefacts.factbase.store import REFERRING, mark
from tradefacts.named_tuples import NamedTuple
from tradefacts.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tradefacts.factbase.selection import Selection

_FROM_PAGE = {
    "voice": "coalesce(facts.attributed_to, sources.origin, sources.publisher)",
    "page_json": "sources.page",
}
_COLUMNS = {
    **{name: f'facts."{name}"' for name in STORED},
    **{name: _FROM_PAGE.get(name, f"sources.{name}") for name in JOINED},
}
_FROM = "FROM facts JOIN sources ON sources.id = facts.source"
_SELECT = f"SELECT {', '.join(_COLUMNS.values())} {_FROM}"


# Either half of each has its index; a condition with OR over all columns has none, and reads every fact.
_LINKED = " UNION ".join(
    [f'SELECT "order" FROM facts WHERE {column} = ?' for column in REFERRING]  # noqa: S608 - fixed names
    + ['SELECT "order" FROM links WHERE target = ?']
)
_DIFFERING = {*NUMBERS, "id"}
"""Columns of which equal values are not shared."""
_FEW, _SHARED_AT_ONCE = 10_000, 256
"""Facts that take little memory as they are, and rows of which the texts are shared at once."""
_MATCHING = "SELECT rowid FROM words WHERE words MATCH ?"
_ASKED_AT_ONCE = 500
"""Ids in one query: SQLite takes a thousand values at least."""
_COMPLETING = {
    "codes": "SELECT code, name FROM places WHERE code LIKE ?",
    "places": "SELECT names.name, code FROM names JOIN places ON names.id = code WHERE folded LIKE ?",
    "ids": "SELECT id, section FROM ids WHERE id LIKE ?",
    "speakers": "SELECT DISTINCT records.id, records.name FROM records JOIN names USING (id)"
    " WHERE records.section IN ('people', 'bodies') AND (folded LIKE ? OR records.id LIKE ?)",
    "publishers": "SELECT publisher, count(*) || ' pages' FROM sources WHERE publisher LIKE ? GROUP BY publisher",
}


class Place(NamedTuple):
    """Where a record stands: the layer, the path in it, and the line, counted from 1."""

    layer: str
    path: str
    line: int


class FactBase(NamedRecords):
    """Layers of facts, validated, compiled and indexed."""

    def find_claims(self, selection: Selection) -> list[Claim]:
        """Return the claims that meet the conditions, in the order of the base."""
        condition, values = selection.where()
        return self._claims(f'{_SELECT} WHERE {condition} ORDER BY facts."order"', values)

    def iterate_bare_claims(self, selection: Selection) -> Iterator[Claim]:
        """Yield the claims that meet the conditions without what only those need who show them, such as their JSON.

        They come kind by kind, and in the order of the base within each. Only the columns that a kind can fill are
        read, because the driver takes two locks for each value. Each claim takes a quarter of the memory: what many
        claims say alike is kept once.
        """
        columns = self.columns
        for kind in selection.kinds or columns:
            known = (*columns[kind], *JOINED)
            names = tuple(name for name in known if name != "kind" and name not in WRITTEN)
            yield from self._iterate_kind(kind, selection._replace(kinds=(kind,)), names)

    def _iterate_kind(self, kind: str, selection: Selection, names: tuple[str, ...]) -> Iterator[Claim]:
        condition, values = selection.where()
        select = f"SELECT {', '.join(_COLUMNS[name] for name in names)} {_FROM}"
        rows = self._iterate(f'{select} WHERE {condition} ORDER BY facts."order"', values)
        (newest,) = self._column('SELECT max("order") FROM facts')
        if (newest or 0) >= _FEW:
            rows = _share_texts(rows, names)
        return map(partial(tuple.__new__, make_bare_class(kind, names)), rows)

    def list_ids_of(self, selection: Selection) -> list[str]:
        """Return the ids of the claims that meet the conditions, in the order of the base."""
        condition, values = selection.where()
        return self._column(f'SELECT facts.id {_FROM} WHERE {condition} ORDER BY facts."order"', values)

    def iterate_claims(self, selection: Selection) -> Iterator[Claim]:
        """Yield the claims that meet the conditions, in the order of the base, some at a time."""
        condition, values = selection.where()
        rows = self._iterate(f'{_SELECT} WHERE {condition} ORDER BY facts."order"', values)
        return map(Claim._make, rows)

    def iterate_stored(self, *kinds: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield the id of each fact of the kinds, or of any, with its stored and derived keys, some at a time."""
        condition = f"kind IN ({mark(kinds)})" if kinds else "1"
        rows = self._iterate(f'SELECT id, body FROM facts WHERE {condition} ORDER BY "order"', kinds)  # noqa: S608 - marks
        return ((name, json.loads(f"{body}}}")) for name, body in rows)

    def find_linked(self, target: str) -> list[Claim]:
        """Return the claims that refer to a record: its page, its speaker, a person, an office, a party."""
        return self._claims(
            f'{_SELECT} WHERE facts."order" IN ({_LINKED}) ORDER BY facts."order"', [target] * _LINKED.count("?")
        )

    def list_linked(self) -> list[str]:
        """Return the ids and codes that facts and groups hold in lists."""
        return self._column("SELECT DISTINCT target FROM links")

    def count_linked(self, target: str) -> int:
        """Return how many claims refer to a record."""
        return int(self._column(f"SELECT count(*) FROM ({_LINKED})", [target] * _LINKED.count("?"))[0])  # noqa: S608 - fixed text

    def find_by_ids(self, ids: Iterable[str]) -> list[Claim]:
        """Return the claims of these ids, in their order; ids of other records are passed over."""
        names = list(ids)
        parts = [names[at : at + _ASKED_AT_ONCE] for at in range(0, len(names), _ASKED_AT_ONCE)]
        numbered = "SELECT number FROM ids WHERE id IN"
        found = [self._claims(f'{_SELECT} WHERE facts."order" IN ({numbered} ({mark(part)}))', part) for part in parts]
        claims = {claim.id: claim for claim in chain.from_iterable(found)}
        return [claims[name] for name in names if name in claims]

    def sort_ids(self, ids: Iterable[str]) -> list[str]:
        """Return the ids of facts in the order of the base."""
        names = list(ids)
        parts = [names[at : at + _ASKED_AT_ONCE] for at in range(0, len(names), _ASKED_AT_ONCE)]
        query = "SELECT number, id FROM ids WHERE section = 'facts' AND id IN"
        rows = [self._rows(f"{query} ({mark(part)})", part) for part in parts]
        return [name for _, name in sorted(chain.from_iterable(rows))]

    def count_undated(self, selection: Selection) -> dict[str, int]:
        """Return how many claims each option on dates leaves out because they have none, by option."""
        counts = {}
        for option, rest, has_none in selection.undated():
            condition, values = rest.where()
            counts[option] = self._count(f"{has_none} AND {condition}", values)
        return counts

    def count_claims(self, selection: Selection) -> int:
        """Return how many claims meet the conditions."""
        return self._count(*selection.where())

    def count_by_year(self, selection: Selection) -> list[tuple[str, str | None, int]]:
        """Return pair, year and number of the claims that meet the conditions, by pair and year; undated first."""
        condition, values = selection.where()
        query = f"""
            SELECT facts.pair_code, substr(facts.last, 1, 4) AS year, count(*)
            FROM facts JOIN sources ON sources.id = facts.source
            WHERE facts.pair_code IS NOT NULL AND {condition} GROUP BY facts.pair_code, year
            ORDER BY facts.pair_code, year
        """  # noqa: S608 - the selection writes fixed text
        return self._rows(query, values)

    def count_by_page(self, selection: Selection) -> list[tuple[Any, ...]]:
        """Return id, publisher, origin, title, url and date of pages, and how many of their claims meet the conditions.

        Oldest first, undated last.
        """
        condition, values = selection.where()
        query = f"""
            SELECT sources.id, publisher, origin, title, url, published, count(*)
            FROM facts JOIN sources ON sources.id = facts.source
            WHERE {condition} GROUP BY sources.id ORDER BY published IS NULL, published, sources.id
        """  # noqa: S608 - the selection writes fixed text
        return self._rows(query, values)

    def _claims(self, query: str, values: Sequence[object]) -> list[Claim]:
        return [Claim._make(row) for row in self._rows(query, values)]

    def _count(self, condition: str, values: Sequence[object]) -> int:
        tables = _FROM if "sources." in condition else "FROM facts"
        return int(self._column(f"SELECT count(*) {tables} WHERE {condition}", values)[0])

    def search_claims(self, tokens: Sequence[str], selection: Selection, most: int | None = None) -> list[Claim]:
        """Return the claims in whose own words every folded token occurs, whole or as a beginning; at most so many."""
        condition, values = selection.where()
        query = f'{_SELECT} WHERE facts."order" IN ({_MATCHING}) AND {condition} ORDER BY facts."order" LIMIT ?'
        return self._claims(query, [_match(tokens), *values, _limit(most)]) if tokens else []

    def search_records(self, tokens: Sequence[str], most: int | None = None) -> list[Record]:
        """Return the records in whose words every folded token occurs, whole or as a beginning; at most so many."""
        query = f"SELECT section, id, name, body FROM records WHERE number IN ({_MATCHING}) ORDER BY number LIMIT ?"  # noqa: S608 - fixed text
        return [Record._make(row) for row in self._rows(query, [_match(tokens), _limit(most)])] if tokens else []

    def list_ids(self, *sections: str) -> list[str]:
        """Return the ids and codes of the records of the sections, `facts` among them; of all where none is named."""
        if not sections:
            return self._column("SELECT id FROM ids")
        return self._column(f"SELECT id FROM ids WHERE section IN ({mark(sections)})", sections)  # noqa: S608 - marks

    def find_place_in_file(self, name: str) -> Place:
        """Return where the record of an id stands.

        Raises:
            KeyError: there is no such id.
        """
        rows = self._rows("SELECT section, layer, position, line FROM ids WHERE id = ?", (name,))
        if not rows:
            raise KeyError(name)
        section, layer, position, line = rows[0]
        return Place(self.layers[layer]["name"], f"$.{section}[{position}]", line)

    def list_bodies(self, section: str, kind: str | None = None) -> list[dict[str, Any]]:
        """Return the stored keys of the records of a section, or of the facts of a kind, by id."""
        if section == "facts":
            bodies = self._column("SELECT body || '}' FROM facts WHERE kind = ? ORDER BY id", (kind,))
        else:
            bodies = self._column("SELECT body FROM records WHERE section = ? ORDER BY id", (section,))
        return [json.loads(body) for body in bodies]

    def list_pages_of(self, publisher: str) -> list[str]:
        """Return the ids of a publisher's pages."""
        return self._column("SELECT id FROM sources WHERE publisher = ?", (publisher,))

    def list_beginning(self, what: str, beginning: str, most: int) -> list[tuple[str, str]]:
        """Return what begins as a user has typed, for a shell to complete, each with a word about it.

        `what` is `codes` (with their names), `places` (names, with their codes), `ids` (with their sections),
        `speakers` (ids, with their names) or `publishers` (with how many pages each has).
        """
        folded = f"{fold(beginning)}%"
        values = {"codes": (f"{beginning.upper()}%",), "places": (folded,), "speakers": (folded, f"{beginning}%")}
        query = f"{_COMPLETING[what]} LIMIT {most}"
        return self._rows(query, values.get(what, (f"{beginning}%",)))


def _share_texts(rows: Iterator[tuple[object, ...]], names: Sequence[str]) -> Iterator[tuple[object, ...]]:
    """Yield rows with one text for all equal ones in the columns that repeat them, as ids do not."""
    share = {}.setdefault  # type: ignore[var-annotated]  # texts by themselves
    while batch := list(islice(rows, _SHARED_AT_ONCE)):
        columns = zip(*batch, strict=True)
        yield from zip(
            *[
                column if name in _DIFFERING else map(share, column, column)
                for name, column in zip(names, columns, strict=True)
            ],
            strict=True,
        )


def _match(tokens: Sequence[str]) -> str:
    # Each token is quoted: what a user types is never the query language of the full-text search.
    return " AND ".join(f'"{token}"*' for token in tokens)


def _limit(most: int | None) -> int:
    return -1 if most is None else most
