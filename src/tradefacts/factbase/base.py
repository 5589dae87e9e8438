"""A compiled base: find rows by what they are about, and records by what they are called."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from tradefacts.errors import AmbiguousNameError, UnknownNameError, UnknownPlaceError
from tradefacts.factbase.claim import JOINED, STORED, Claim
from tradefacts.factbase.selection import Selection
from tradefacts.factbase.tables import REFERRING
from tradefacts.names import fold, suggest

_VOICE = "coalesce(facts.attributed_to, sources.origin, sources.publisher)"
_COLUMNS = ", ".join(
    [f'facts."{name}"' for name in STORED] + [_VOICE if name == "voice" else f"sources.{name}" for name in JOINED]
)
_SELECT = f"SELECT {_COLUMNS} FROM facts JOIN sources ON sources.id = facts.source"  # noqa: S608 - fixed names

if TYPE_CHECKING:
    from tradefacts.basefile.layers import Layer

PLACES = ("countries", "groups")
SPEAKERS = ("people", "bodies")
_LISTED = 8


# Either half of each has its index; a condition with OR over all columns has none, and reads every fact.
_LINKED = " UNION ".join(
    [f'SELECT "order" FROM facts WHERE {column} = ?' for column in REFERRING]  # noqa: S608 - fixed names
    + ['SELECT "order" FROM links WHERE target = ?']
)
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


class Record(NamedTuple):
    """A record of a section other than the facts: its id, its label and its JSON."""

    section: str
    id: str
    name: str
    body: str


class FactBase:
    """Layers of facts, validated, compiled and indexed."""

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
        self._recompile: Callable[[], sqlite3.Connection] | None = recompile
        self.notes = list(notes)
        meta = dict(self._rows("SELECT key, value FROM meta"))
        self.as_of: str = meta["as_of"]
        self.layers = json.loads(meta["layers"])
        for known, layer in zip(self.layers, layers, strict=True):
            known["name"] = layer.name

    def close(self) -> None:
        """Let go of the compiled base; no more questions after that."""
        self._connection.close()

    def __del__(self) -> None:
        """Let go of the compiled base when nobody holds it any more."""
        self.close()

    def _rows(self, query: str, values: Sequence[object] = ()) -> list[Any]:
        """Return the rows of a query; a database that proves to be damaged is compiled again and asked again."""
        try:
            return self._connection.execute(query, values).fetchall()
        except UnicodeEncodeError:
            return []  # an argument that is not text names nothing in any base
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            if self._recompile is None:
                raise
            recompile, self._recompile = self._recompile, None
            self._connection.close()
            self._connection = recompile()
            return self._connection.execute(query, values).fetchall()

    def _column(self, query: str, values: Sequence[object] = ()) -> list[Any]:
        return [row[0] for row in self._rows(query, values)]

    def find_claims(self, selection: Selection) -> list[Claim]:
        """Return the claims that meet the conditions, in the order of the base."""
        condition, values = selection.where()
        return self._claims(f'{_SELECT} WHERE {condition} ORDER BY facts."order"', values)

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
        return self._column(f"SELECT id FROM ids WHERE section IN ({_mark(sections)})", sections)  # noqa: S608 - marks

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

    def find_record(self, name: str) -> Record | None:
        """Return the record of an id or code; None for a fact or an unknown one."""
        rows = self._rows("SELECT section, id, name, body FROM records WHERE id = ?", (name,))
        return Record._make(rows[0]) if rows else None

    def list_records(self, section: str) -> list[Record]:
        """Return the records of a section, in the order of the base."""
        query = "SELECT section, id, name, body FROM records WHERE section = ? ORDER BY number"
        return [Record._make(row) for row in self._rows(query, (section,))]

    def list_offices(self) -> dict[str, tuple[str, str]]:
        """Return the country and the role of every office, by its id."""
        return {name: (country, role) for name, country, role in self._rows("SELECT id, country, role FROM offices")}

    def name_all(self, sections: Sequence[str] = (*PLACES, *SPEAKERS, "offices")) -> dict[str, str]:
        """Return the display name of every id or code of the sections."""
        return dict(self._rows(f"SELECT id, name FROM records WHERE section IN ({_mark(sections)})", sections))  # noqa: S608 - marks

    def is_group(self, code: str) -> bool:
        """Whether a code is that of a group of countries."""
        return bool(self._rows("SELECT 1 FROM places WHERE code = ? AND is_group", (code,)))

    def resolve_place(self, name: str) -> str:
        """Return the code of a country or group in any spelling, case or script.

        Raises:
            UnknownPlaceError: nothing is called that; the hint suggests near names.
        """
        codes = self._find_named("folded = ?", [fold(name)], PLACES)
        if not codes:
            raise UnknownPlaceError(
                f"unknown country {name!r}", hint=self._suggest(name, PLACES) or "'tradefacts countries' lists them"
            )
        return codes[0]

    def resolve_speaker(self, name: str) -> str:
        """Return the id of a person or body in any spelling; the last word of a name will do where one is called so.

        Raises:
            UnknownNameError: nobody is called that; the hint suggests near names.
            AmbiguousNameError: several are; the hint lists them.
        """
        folded = fold(name)
        ids = self._find_named("folded = ?", [folded], SPEAKERS)
        ids = ids or self._find_named("substr(folded, -length(?)) = ?", [f" {folded}"] * 2, SPEAKERS)
        if not ids:
            raise UnknownNameError(
                f"unknown person or body {name!r}", hint=self._suggest(name, SPEAKERS) or "try 'tradefacts search'"
            )
        if len(ids) > 1:
            names = self.name_all(SPEAKERS)
            listed = "; ".join(f"{names[one]} ({one})" for one in ids[:_LISTED])
            raise AmbiguousNameError(f"{name!r} names {len(ids)} records", candidates=ids, hint=f"one of: {listed}")
        return ids[0]

    def resolve_source(self, name: str) -> str:
        """Return the id of a page, or the name of a publisher as the base spells it.

        Raises:
            UnknownNameError: there is no such page or publisher.
        """
        folded = fold(name)
        known = {fold(row[0]): row[0] for row in self._rows("SELECT DISTINCT publisher FROM sources")}
        if self._rows("SELECT 1 FROM sources WHERE id = ?", (name,)):
            return name
        if folded in known:
            return str(known[folded])
        near = suggest(name, known, count=1)
        hint = f"did you mean {known[near[0]]}?" if near else "'tradefacts sources' lists the pages"
        raise UnknownNameError(f"unknown source {name!r}", hint=hint)

    def find_named(self, name: str, sections: Sequence[str]) -> list[str]:
        """Return the ids of the records of the sections that an id, a name or the address of a page leads to."""
        for query, value in (
            ("SELECT id, section FROM ids WHERE id = ?", name),
            ("SELECT DISTINCT id, section FROM names WHERE folded = ?", fold(name)),
            ("SELECT id, 'sources' FROM sources WHERE url = ?", name),
        ):
            if found := [named for named, section in self._rows(query, (value,)) if section in sections]:
                return found
        return []

    def _find_named(self, condition: str, values: Sequence[str], sections: Sequence[str]) -> list[str]:
        """Return the ids of the records with a name that meets the condition, in order."""
        query = f"SELECT DISTINCT id FROM names WHERE {condition} AND section IN ({_mark(sections)}) ORDER BY id"  # noqa: S608 - fixed text
        return [row[0] for row in self._rows(query, (*values, *sections))] if values[0].strip() else []

    def _suggest(self, name: str, sections: Sequence[str]) -> str | None:
        query = f"SELECT folded, id FROM names WHERE section IN ({_mark(sections)})"  # noqa: S608 - only marks vary
        known = dict(self._rows(query, sections))
        known |= {folded.rpartition(" ")[2]: one for folded, one in known.items()}
        names = self.name_all(sections)
        near = list(dict.fromkeys(known[folded] for folded in suggest(name, known)))
        return f"did you mean {' or '.join(f'{names[one]} ({one})' for one in near)}?" if near else None


def _mark(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))
