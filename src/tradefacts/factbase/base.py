"""A compiled base: find rows by what they are about, and records by what they are called."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from tradefacts.factbase.claim import JOINED, STORED, Claim
from tradefacts.factbase.named import NamedRecords
from tradefacts.factbase.selection import Selection
from tradefacts.factbase.store import mark
from tradefacts.factbase.tables import REFERRING
from tradefacts.names import fold

_FROM_PAGE = {
    "voice": "coalesce(facts.attributed_to, sources.origin, sources.publisher)",
    "page_json": "sources.page",
}
_COLUMNS = ", ".join(
    [f'facts."{name}"' for name in STORED] + [_FROM_PAGE.get(name, f"sources.{name}") for name in JOINED]
)
_SELECT = f"SELECT {_COLUMNS} FROM facts JOIN sources ON sources.id = facts.source"  # noqa: S608 - fixed names


# Either half of each has its index; a condition with OR over all columns has none, and reads every fact.
_LINKED = " UNION ".join(
    [f'SELECT "order" FROM facts WHERE {column} = ?' for column in REFERRING]  # noqa: S608 - fixed names
    + ['SELECT "order" FROM links WHERE target = ?']
)
_BATCH = 1024
"""Claims that are read at once where there may be many."""
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

    def iterate_claims(self, selection: Selection) -> Iterator[Claim]:
        """Yield the claims that meet the conditions, in the order of the base, some at a time."""
        condition, values = selection.where()
        query = f'{_SELECT} WHERE {condition} AND facts."order" > ? ORDER BY facts."order" LIMIT {_BATCH}'
        last = 0
        while claims := self._claims(query, [*values, last]):
            yield from claims
            last = claims[-1].order

    def find_linked(self, target: str) -> list[Claim]:
        """Return the claims that refer to a record: its page, its speaker, a person, an office, a party."""
        return self._claims(
            f'{_SELECT} WHERE facts."order" IN ({_LINKED}) ORDER BY facts."order"', [target] * _LINKED.count("?")
        )

    def count_linked(self, target: str) -> int:
        """Return how many claims refer to a record."""
        return int(self._column(f"SELECT count(*) FROM ({_LINKED})", [target] * _LINKED.count("?"))[0])  # noqa: S608 - fixed text

    def find_by_ids(self, ids: Iterable[str]) -> list[Claim]:
        """Return the claims of these ids, in their order; ids of other records are passed over."""
        found = [self._claims(f"{_SELECT} WHERE facts.id = ?", [name]) for name in ids]
        return [claim for claims in found for claim in claims]

    def count_undated(self, selection: Selection) -> dict[str, int]:
        """Return how many claims each option on dates leaves out because they have none, by option."""
        counts = {}
        for option, rest, has_none in selection.undated():
            condition, values = rest.where()
            query = f"SELECT count(*) FROM facts JOIN sources ON sources.id = facts.source WHERE {has_none}"  # noqa: S608 - fixed text
            counts[option] = int(self._column(f"{query} AND {condition}", values)[0])
        return counts

    def count_claims(self, selection: Selection) -> int:
        """Return how many claims meet the conditions."""
        condition, values = selection.where()
        query = "SELECT count(*) FROM facts JOIN sources ON sources.id = facts.source WHERE"
        return int(self._column(f"{query} {condition}", values)[0])

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

    def search_words(self, tokens: Sequence[str]) -> list[str]:
        """Return the ids of records and facts in which every folded token occurs, whole or as a beginning."""
        # Each token is quoted: what a user types is never the query language of the full-text search.
        query = " AND ".join(f'"{token}"*' for token in tokens)
        return self._column("SELECT id FROM words WHERE words MATCH ? ORDER BY rowid", (query,)) if tokens else []

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
