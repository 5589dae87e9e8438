"""What a name may mean where no record is called exactly so: other word orders, patronymics, two places in one word."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING

from tradefacts.errors import AmbiguousNameError, UnknownNameError, UnknownPlaceError
from tradefacts.factbase.store import Store, mark
from tradefacts.named_tuples import NamedTuple
from tradefacts.names import did_you_mean, fold, suggest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_SMALL_WORDS = frozenset(["the", "of"])
_HYPHENS = "-‐‑‒–—−/"
_MOST_ADDED = 2
"""A patronymic is one word, or two: Heydar oglu."""


def find_by_words(name: str, named: Iterable[tuple[str, str]]) -> list[str]:
    """Return the ids called by the words of `name` in any order, sorted; `named` holds folded names and ids.

    "Kazakhstan, Republic of" is the Republic of Kazakhstan.
    """
    words = _split(name)
    return sorted({record for known, record in named if len(words) > 1 and _split(known) == words})


def find_by_patronymic(name: str, people: Iterable[tuple[str, str]]) -> list[str]:
    """Return the ids of people whose name differs from `name` by a patronymic, in any order of words, sorted."""
    words = set(_split(name))
    found = set()
    for known, person in people:
        other = set(_split(known))
        fewer, more = sorted((words, other), key=len)
        if len(fewer) > 1 and fewer < more and len(more) - len(fewer) <= _MOST_ADDED:
            found.add(person)
    return sorted(found)


def split_pair(name: str) -> Iterator[tuple[str, str]]:
    """Yield the two names at each hyphen or slash of `name`, from the left: `KZ-KG`, `Guinea-Bissau–China`."""
    for position, sign in enumerate(name):
        first, second = name[:position].strip(), name[position + 1 :].strip()
        if sign in _HYPHENS and first and second:
            yield first, second


def _split(name: str) -> list[str]:
    return sorted(word for word in fold(name).split() if word not in _SMALL_WORDS)


PLACES = ("countries", "groups")
SPEAKERS = ("people", "bodies")
_LISTED = 8
_NO_SUCH_PLACE = "no place in the base has that name; 'tradefacts coverage' lists them"


class Record(NamedTuple):
    """A record of a section other than the facts: its id, its label and its JSON."""

    section: str
    id: str
    name: str
    body: str


class NamedRecords(Store):
    """The records of a compiled base, by id and by name."""

    def find_record(self, name: str) -> Record | None:
        """Return the record of an id or code; None for a fact or an unknown one."""
        query = "SELECT section, id, name, body FROM records WHERE number = (SELECT number FROM ids WHERE id = ?)"
        rows = self._rows(query, (name,))
        return Record._make(rows[0]) if rows else None

    def list_records(self, section: str) -> list[Record]:
        """Return the records of a section, in the order of the base."""
        query = "SELECT section, id, name, body FROM records WHERE section = ? ORDER BY number"
        return [Record._make(row) for row in self._rows(query, (section,))]

    def list_offices(self) -> list[tuple[str, str, str, str | None]]:
        """Return id, country, role and second role of every office."""
        return self._rows("SELECT id, country, role, second_role FROM offices")

    def name_all(self, sections: Sequence[str] = (*PLACES, *SPEAKERS, "offices")) -> dict[str, str]:
        """Return the display name of every id or code of the sections."""
        return dict(self._rows(f"SELECT id, name FROM records WHERE section IN ({mark(sections)})", sections))  # noqa: S608 - marks

    def list_names(self, sections: Sequence[str]) -> list[tuple[str, str]]:
        """Return every name of the records of the sections as it is written, each with the id or code it leads to."""
        bodies = [json.loads(record.body) for section in sections for record in self.list_records(section)]
        return [
            (name, stored.get("code") or stored["id"])
            for stored in bodies
            for name in dict.fromkeys((stored["name"], *stored["aliases"]))
        ]

    def is_group(self, code: str) -> bool:
        """Whether a code is that of a group of countries."""
        return bool(self._rows("SELECT 1 FROM places WHERE code = ? AND is_group", (code,)))

    def resolve_place(self, name: str) -> str:
        """Return the code of a country or group in any spelling, case, script or order of words.

        Raises:
            UnknownPlaceError: nothing is called that; the hint suggests near names.
            AmbiguousNameError: several places are; the hint lists them.
        """
        codes = self._find_called("folded = ?", [fold(name)], PLACES) or find_by_words(name, self._list_names(PLACES))
        if not codes:
            raise UnknownPlaceError(f"unknown country {name!r}", hint=self.suggest(name, PLACES) or _NO_SUCH_PLACE)
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
        ids = self._find_called("folded = ?", [folded], SPEAKERS)
        ids = ids or self._find_called("substr(folded, -length(?)) = ?", [f" {folded}"] * 2, SPEAKERS)
        ids = ids or find_by_words(name, self._list_names(SPEAKERS))
        ids = ids or find_by_patronymic(name, self._list_names(("people",)))
        if not ids:
            raise UnknownNameError(
                f"unknown person or body {name!r}", hint=self.suggest(name, SPEAKERS) or "try 'tradefacts search'"
            )
        return self._take_only(name, ids, SPEAKERS)

    def resolve_source(self, name: str) -> str:
        """Return the id of a page, or the name of a publisher as the base spells it.

        Raises:
            UnknownNameError: there is no such page or publisher.
        """
        known = {fold(publisher): publisher for publisher in self._column("SELECT DISTINCT publisher FROM sources")}
        if self._rows("SELECT 1 FROM sources WHERE id = ?", (name,)):
            return name
        if fold(name) in known:
            return str(known[fold(name)])
        hint = did_you_mean(name, known.values(), otherwise="'tradefacts sources' lists the pages")
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

    def _find_called(self, condition: str, values: Sequence[str], sections: Sequence[str]) -> list[str]:
        """Return the ids of the records with a name that meets the condition, in order."""
        query = f"SELECT DISTINCT id FROM names WHERE {condition} AND section IN ({mark(sections)}) ORDER BY id"  # noqa: S608 - fixed text
        return self._column(query, (*values, *sections)) if values[0].strip() else []

    def _list_names(self, sections: Sequence[str]) -> list[tuple[str, str]]:
        """Return every name of the records of the sections, folded, and its id."""
        return self._rows(f"SELECT folded, id FROM names WHERE section IN ({mark(sections)})", sections)  # noqa: S608 - marks

    def _take_only(self, name: str, ids: Sequence[str], sections: Sequence[str]) -> str:
        """Return the one record that a name means: its own id or code means no other, whoever else is called that."""
        own = [known for known in ids if known.casefold() == name.strip().casefold()] or ids
        if len(own) > 1:
            names = self.name_all(sections)
            listed = "; ".join(f"{names[known]} ({known})" for known in own[:_LISTED])
            raise AmbiguousNameError(
                f"{name!r} names {len(own)} records", name=name, candidates=own, hint=f"one of: {listed}"
            )
        return own[0]

    def suggest(self, name: str, sections: Sequence[str]) -> str | None:
        """Return a hint that names the closest records of the sections, or None if none is close."""
        known: dict[str, dict[str, None]] = {}
        for folded, record in self._list_names(sections):
            for part in (folded, folded.rpartition(" ")[2]):
                known.setdefault(part, {})[record] = None
        names = self.name_all(sections)
        near = list(dict.fromkeys(record for folded in suggest(name, known) for record in known[folded]))
        return f"did you mean {' or '.join(f'{names[one]} ({one})' for one in near[:_LISTED])}?" if near else None
