"""The pages of claims that are added: found by id, by address or by their description, or else created."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tradefacts.curating.filling import fill_record, read_value
from tradefacts.curating.naming import find_free
from tradefacts.errors import InvalidQueryError, UnknownNameError
from tradefacts.named_tuples import NamedTuple
from tradefacts.names import did_you_mean
from tradefacts.records import Source, get_keys

if TYPE_CHECKING:
    from tradefacts.factbase import FactBase

    Stored = dict[str, Any]

_FIELDS = tuple(get_keys(Source))
_SAYING = ("publisher", "title", "published", "url")
"""Two pages without ids are the same if all of these are equal."""


class FoundPage(NamedTuple):
    """The page of a claim: its id, and its record if it is new."""

    id: str
    record: Stored | None = None


class Pages:
    """The pages of a base, and those created for claims."""

    def __init__(self, base: FactBase, taken: set[str]) -> None:
        """Take the base, and the set of used ids, to which those of new pages are added."""
        self._base = base
        self._taken = taken
        self._known = {_describe(stored): stored["id"] for stored in base.list_bodies("sources")}
        self._new: dict[str, Stored] = {}
        self.made: dict[str, int] = {}
        """The records of new pages, by id."""

    def find(self, source: object, page: object) -> FoundPage:
        """Return the page that a claim gives by id or address, or describes; an unknown one is created.

        Raises:
            InvalidQueryError: neither is given, they are two pages, or the description is invalid.
            UnknownNameError: the id is unknown, and no page is described.
        """
        if source is not None and not isinstance(source, str):
            raise InvalidQueryError(f"source: expected the id of a page, found {source!r}")
        if page is not None and not isinstance(page, dict):
            raise InvalidQueryError(f"page: expected an object, found {page!r}")
        for key in page or ():
            if key not in _FIELDS:
                raise InvalidQueryError(f"a page has no key {key!r}", hint=did_you_mean(key, _FIELDS))
        found = None if source is None else self._find_named(source)
        if found is not None:
            self._check_same(found, page)
            return FoundPage(found, self._new.get(found))
        if page is None:
            if source is None:
                raise InvalidQueryError("neither 'source' nor 'page' says where it was printed")
            hint = did_you_mean(source, self._base.list_ids("sources"), otherwise="describe it under 'page'")
            raise UnknownNameError(f"source: {source!r} is not among the sources", hint=hint)
        return self._describe_new(source, page)

    def _find_named(self, name: str) -> str | None:
        if name in self._new:
            return name
        found = self._base.find_named(name, ("sources",))
        return found[0] if found else None

    def _check_same(self, name: str, page: Stored | None) -> None:
        """Refuse a description that belongs to another page."""
        record = self._new.get(name) or self._read_record(name)
        for key, value in (page or {}).items():
            if value is not None and record.get(key) is not None and record[key] != value:
                raise InvalidQueryError(f"page.{key}: {name!r} has {record[key]!r}, found {value!r}")

    def _read_record(self, name: str) -> Stored:
        record = self._base.find_record(name)
        stored: Stored = {} if record is None else json.loads(record.body)
        return stored

    def _describe_new(self, source: str | None, page: Stored) -> FoundPage:
        given = page if source is None else {**page, "id": source}
        record = fill_record("source", given, self._base, None, read_value)
        known = self._known.get(_describe(record)) if source is None else None
        if known is not None:
            return FoundPage(known, self._new.get(known))
        if source is None:
            record["id"] = find_free(record["id"], self._taken)
        elif source in self._taken:
            raise InvalidQueryError(f"the id {source!r} is taken by another record")
        self._taken.add(record["id"])
        self._new[record["id"]] = record
        self._known[_describe(record)] = record["id"]
        return FoundPage(record["id"], record)


def _describe(stored: Stored) -> tuple[object, ...]:
    return (stored["url"],) if stored["url"] else tuple(stored[key] for key in _SAYING)
