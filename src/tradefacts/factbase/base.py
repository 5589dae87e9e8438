"""A compiled base: find rows by what they are about, and records by what they are called."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from tradefacts.errors import AmbiguousNameError, UnknownNameError, UnknownPlaceError
from tradefacts.factbase.claim import JOINED, STORED, Claim
from tradefacts.factbase.filters import Filters
from tradefacts.factbase.layers import Layer
from tradefacts.factbase.resolution import find_by_patronymic, find_by_words, split_pair
from tradefacts.places import fold, suggest

_VOICE = "coalesce(facts.attributed_to, sources.origin, sources.publisher)"
_COLUMNS = ", ".join(
    [f'facts."{name}"' for name in STORED] + [_VOICE if name == "voice" else f"sources.{name}" for name in JOINED]
)
_SELECT = f"SELECT {_COLUMNS} FROM facts JOIN sources ON sources.id = facts.source"  # noqa: S608 - fixed names

PLACES = ("countries", "groups")
SPEAKERS = ("people", "bodies")
_LISTED = 8


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
        layers: Sequence[Layer],
        *,
        recompile: Callable[[], sqlite3.Connection],
        notes: Sequence[str] = (),
    ) -> None:
        """Take over a compiled database; `recompile` makes it anew, should it prove to be damaged."""
        self._connection = connection
        self._recompile: Callable[[], sqlite3.Connection] | None = recompile
        self.notes = list(notes)
        meta = dict(self.rows("SELECT key, value FROM meta"))
        self.as_of: str = meta["as_of"]
        self.layers = json.loads(meta["layers"])
        for known, layer in zip(self.layers, layers, strict=True):
            known["name"] = layer.name

    def close(self) -> None:
        """Let go of the compiled base; it cannot be asked any more."""
        self._connection.close()

    def __del__(self) -> None:
        """Let go of the compiled base when nobody holds it any more."""
        self.close()

    def rows(self, query: str, values: Sequence[object] = ()) -> list[Any]:
        """Return the rows of a query; a database that proves to be damaged is compiled anew and asked again."""
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

    def find_claims(self, filters: Filters, *, order: str = 'facts."order"') -> list[Claim]:
        """Return the claims that meet the filters, in the order of the base unless another is named."""
        condition, values = filters.where()
        return self._claims(f"{_SELECT} WHERE {condition} ORDER BY {order}", values)

    def find_linked(self, target: str) -> list[Claim]:
        """Return the claims that refer to a record: its page, its speaker, a person, an office, a party."""
        columns = ("source", "attributed_to", "person", "office", "country", "partner", "reporter")
        condition = " OR ".join(f"facts.{column} = ?" for column in columns)
        linked = 'facts."order" IN (SELECT "order" FROM links WHERE target = ?)'
        query = f'{_SELECT} WHERE {condition} OR {linked} ORDER BY facts."order"'
        return self._claims(query, [target] * (len(columns) + 1))

    def find_by_ids(self, ids: Iterable[str]) -> list[Claim]:
        """Return the claims of these ids, in their order; ids of other records are passed over."""
        found = [self._claims(f"{_SELECT} WHERE facts.id = ?", [name]) for name in ids]
        return [claim for claims in found for claim in claims]

    def count_undated(self, filters: Filters) -> dict[str, int]:
        """Return how many claims each option on dates leaves out because they have none, by option."""
        counts = {}
        for option, rest, has_none in filters.undated():
            condition, values = rest.where()
            query = f"SELECT count(*) FROM facts JOIN sources ON sources.id = facts.source WHERE {has_none}"  # noqa: S608 - fixed text
            counts[option] = int(self.rows(f"{query} AND {condition}", values)[0][0])
        return counts

    def count_by_year(self, filters: Filters) -> list[tuple[str, str | None, int]]:
        """Return pair, year and number of the claims that meet the filters, by pair and year; undated first."""
        condition, values = filters.where()
        query = f"""
            SELECT facts.pair, substr(facts.last, 1, 4) AS year, count(*)
            FROM facts JOIN sources ON sources.id = facts.source
            WHERE facts.pair IS NOT NULL AND {condition} GROUP BY facts.pair, year ORDER BY facts.pair, year
        """  # noqa: S608 - the filters write fixed text
        return self.rows(query, values)

    def count_by_page(self, filters: Filters) -> list[tuple[Any, ...]]:
        """Return id, publisher, origin, title, url and date of pages, and how many of their claims meet the filters.

        Oldest first, undated last.
        """
        condition, values = filters.where()
        query = f"""
            SELECT sources.id, publisher, origin, title, url, published, count(*)
            FROM facts JOIN sources ON sources.id = facts.source
            WHERE {condition} GROUP BY sources.id ORDER BY published IS NULL, published, sources.id
        """  # noqa: S608 - the filters write fixed text
        return self.rows(query, values)

    def _claims(self, query: str, values: Sequence[object]) -> list[Claim]:
        return [Claim._make(row) for row in self.rows(query, values)]

    def find_record(self, name: str) -> Record | None:
        """Return the record of an id or code; None for a fact or an unknown one."""
        rows = self.rows("SELECT section, id, name, body FROM records WHERE id = ?", (name,))
        return Record._make(rows[0]) if rows else None

    def list_records(self, section: str) -> list[Record]:
        """Return the records of a section, in the order of the base."""
        query = "SELECT section, id, name, body FROM records WHERE section = ? ORDER BY number"
        return [Record._make(row) for row in self.rows(query, (section,))]

    def name_all(self, sections: Sequence[str] = (*PLACES, *SPEAKERS, "offices")) -> dict[str, str]:
        """Return the display name of every id or code of the sections."""
        marks = ", ".join("?" * len(sections))
        return dict(self.rows(f"SELECT id, name FROM records WHERE section IN ({marks})", sections))  # noqa: S608 - marks

    def is_group(self, code: str) -> bool:
        """Whether a code is that of a group of countries."""
        return bool(self.rows("SELECT 1 FROM places WHERE code = ? AND is_group", (code,)))

    def resolve_place(self, name: str) -> str:
        """Return the code of a country or group in any spelling, case, script or order of words.

        Raises:
            UnknownPlaceError: nothing is called that; the hint suggests near names.
            AmbiguousNameError: several places are; the hint lists them.
        """
        codes = self._find_named("folded = ?", [fold(name)], PLACES) or find_by_words(name, self._list_names(PLACES))
        if not codes:
            raise UnknownPlaceError(
                f"unknown country {name!r}", hint=self._suggest(name, PLACES) or "'tradefacts countries' lists them"
            )
        return self._take_only(name, codes, PLACES)

    def resolve_places(self, name: str) -> list[str]:
        """Return the code of a place, or the two codes of a pair such as `KZ-KG`; one name is tried first.

        Raises:
            UnknownPlaceError: nothing is called that, nor are the two sides of any hyphen in it.
            AmbiguousNameError: several places are called that, or one of the two sides.
        """
        try:
            return [self.resolve_place(name)]
        except UnknownPlaceError:
            for sides in split_pair(name):
                with suppress(UnknownPlaceError):
                    return [self.resolve_place(side) for side in sides]
            raise

    def resolve_speaker(self, name: str) -> str:
        """Return the id of a person or body in any spelling; the last word of a name will do where one is called so.

        The words may stand in any order, and a person's name with or without a patronymic.

        Raises:
            UnknownNameError: nobody is called that; the hint suggests near names.
            AmbiguousNameError: several are; the hint lists them.
        """
        folded = fold(name)
        ids = self._find_named("folded = ?", [folded], SPEAKERS)
        ids = ids or self._find_named("substr(folded, -length(?)) = ?", [f" {folded}"] * 2, SPEAKERS)
        ids = ids or find_by_words(name, self._list_names(SPEAKERS))
        ids = ids or find_by_patronymic(name, self._list_names(("people",)))
        if not ids:
            raise UnknownNameError(
                f"unknown person or body {name!r}", hint=self._suggest(name, SPEAKERS) or "try 'tradefacts search'"
            )
        return self._take_only(name, ids, SPEAKERS)

    def resolve_source(self, name: str) -> str:
        """Return the id of a page, or the name of a publisher as the base spells it.

        Raises:
            UnknownNameError: there is no such page or publisher.
        """
        folded = fold(name)
        known = {fold(row[0]): row[0] for row in self.rows("SELECT DISTINCT publisher FROM sources")}
        if self.rows("SELECT 1 FROM sources WHERE id = ?", (name,)):
            return name
        if folded in known:
            return str(known[folded])
        near = suggest(name, known, count=1)
        hint = f"did you mean {known[near[0]]}?" if near else "'tradefacts sources' lists the pages"
        raise UnknownNameError(f"unknown source {name!r}", hint=hint)

    def _find_named(self, condition: str, values: Sequence[str], sections: Sequence[str]) -> list[str]:
        """Return the ids of the records with a name that meets the condition, in order."""
        marks = ", ".join("?" * len(sections))
        query = f"SELECT DISTINCT id FROM names WHERE {condition} AND section IN ({marks}) ORDER BY id"  # noqa: S608 - fixed text
        return [row[0] for row in self.rows(query, (*values, *sections))] if values[0].strip() else []

    def _list_names(self, sections: Sequence[str]) -> list[tuple[str, str]]:
        """Return every name of the records of the sections, folded, and its id."""
        marks = ", ".join("?" * len(sections))
        return self.rows(f"SELECT folded, id FROM names WHERE section IN ({marks})", sections)  # noqa: S608 - only marks vary

    def _take_only(self, name: str, ids: Sequence[str], sections: Sequence[str]) -> str:
        """Return the one record that a name means: its own id or code means no other, whoever else is called that."""
        own = [known for known in ids if known.casefold() == name.strip().casefold()] or ids
        if len(own) > 1:
            names = self.name_all(sections)
            listed = "; ".join(f"{names[known]} ({known})" for known in own[:_LISTED])
            raise AmbiguousNameError(f"{name!r} names {len(own)} records", candidates=own, hint=f"one of: {listed}")
        return own[0]

    def _suggest(self, name: str, sections: Sequence[str]) -> str | None:
        known: dict[str, dict[str, None]] = {}
        for folded, record in self._list_names(sections):
            for part in (folded, folded.rpartition(" ")[2]):
                known.setdefault(part, {})[record] = None
        names = self.name_all(sections)
        near = list(dict.fromkeys(record for folded in suggest(name, known) for record in known[folded]))
        return f"did you mean {' or '.join(f'{names[one]} ({one})' for one in near[:_LISTED])}?" if near else None
