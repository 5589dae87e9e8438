"""Compile validated layers into one SQLite file: indexes, full-text search, and each fact's finished JSON.

Records are read, checked and stored one by one; a later layer replaces an id of an earlier one; references are
checked last, when every layer is in.
"""

from __future__ import annotations

import gc
import json
from typing import TYPE_CHECKING, Any

from tradefacts.basefile.canonical import find_id
from tradefacts.basefile.faults import Faults
from tradefacts.basefile.json_stream import JsonStream
from tradefacts.basefile.references import Reference, find_references
from tradefacts.basefile.validation import Validator
from tradefacts.factbase.inserting import Inserter
from tradefacts.factbase.rows import MAKERS
from tradefacts.factbase.store import CREATE, INDEX
from tradefacts.progress import PROGRESS
from tradefacts.records import FACTS, get_class
from tradefacts.text import write_json

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from tradefacts.basefile.layers import Layer
    from tradefacts.basefile.pieces import Block

_ABOUT = ("title", "licence")


def compile_layers(layers: list[Layer], connection: sqlite3.Connection) -> list[str]:
    """Fill an empty database with the layers, lowest first, and return notes for the reader of the files.

    Raises:
        FactBaseError: a layer is not JSON, or not a fact base; it holds every fault found.
        UnreadableBaseError: a file went away, or changed while it was read.
    """
    # Nothing built here is circular, and a collector that walks it all again takes a third of the time.
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        return _Compiler(connection).compile(layers)
    finally:
        if was_enabled:
            gc.enable()


class _Compiler:
    """What is being built, and what is known about it so far."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.execute = connection.execute
        self.faults = Faults()
        self.layers: list[Layer] = []
        self.about: list[dict[str, str | None]] = []
        self.known: set[str] = set()
        self.withdrawn: dict[str, int | None] = {}
        """The layer that withdraws a record; None for one that only an earlier edition had."""
        self.inserter = Inserter(connection)

    def compile(self, layers: list[Layer]) -> list[str]:
        self.connection.executescript(CREATE)
        self.execute("BEGIN")
        notes = [note for layer in layers for note in self._add_layer(layer)]
        self._raise_faults()
        self.inserter.flush()
        PROGRESS.note("indexing")
        self.connection.executescript(INDEX)
        self._check_references()
        self._check_pairs()
        self._raise_faults()
        self._write_meta()
        self.connection.commit()
        return notes

    def _raise_faults(self) -> None:
        at_fault = dict.fromkeys(fault.layer or "" for fault in self.faults.kept)
        rules = {fault.rule for fault in self.faults.kept}
        is_upper = rules == {"reference_is_unknown"} and not self.execute("SELECT 1 FROM places LIMIT 1").fetchone()
        self.faults.raise_any(", ".join(at_fault), _HINT if is_upper else None)

    def _add_layer(self, layer: Layer) -> Iterator[str]:
        self.layers.append(layer)
        validator = Validator(layer.name, self.faults)
        with layer.open() as stream:
            reading = JsonStream(stream, layer.name)
            for block in validator.read_blocks(reading):
                self._add_block(block, validator)
        layer.check_unchanged()
        checked = validator.check_header(validator.header, has_facts="facts" in reading.lines)
        layer.as_of = checked.as_of if checked else ""
        self.about.append({"title": checked.title, "licence": checked.licence} if checked else {})
        for name in (checked.withdrawn or ()) if checked else ():
            self._withdraw(name, layer)
        yield from (f"{layer.name}: {note}" for note in reading.notes)

    def _withdraw(self, name: str, layer: Layer) -> None:
        """Take a record of a lower layer out; facts that still refer to it are faults.

        The lowest layer withdraws what an earlier edition of it had.
        """
        self.inserter.flush()
        row = self.execute("SELECT number, layer FROM ids WHERE id = ?", (name,)).fetchone()
        is_unknown = row is None and len(self.layers) > 1 and name not in self.withdrawn
        if is_unknown or (row is not None and self.layers[row[1]] is layer):
            of = "a lower layer" if row is None else "a lower layer, but of this one"
            message = f"{name!r} is not a record of {of}"
            self.faults.add("withdrawn_is_unknown", message, layer=layer.name, path="$.withdrawn", about=name)
            return
        if row is None:
            self.withdrawn.setdefault(name, None)
        else:
            self.withdrawn[name] = len(self.layers) - 1
            self._forget(name, row[0])
            self.known.discard(name)

    def _add_block(self, block: Block, validator: Validator) -> None:
        names = [find_id(vars(record)) for record in block.records]
        if self.known.isdisjoint(names) and len({*names}) == len(names):
            self._insert(block, names)
            return
        for one, name in zip(block.split(), names, strict=True):
            if name not in self.known or self._replace(name, one, validator):
                self._insert(one, [name])

    def _insert(self, block: Block, names: list[str]) -> None:
        self.known.update(names)
        self.inserter.add(block, names, len(self.layers) - 1)

    def _replace(self, name: str, block: Block, validator: Validator) -> bool:
        """Take out the record of a lower layer that a record replaces, and tell whether the id is free then.

        It is not where it is used twice in one layer, or by another kind of record below.
        """
        self.inserter.flush()
        query = "SELECT section, number, layer, line FROM ids WHERE id = ?"
        section, number, layer, line = self.execute(query, (name,)).fetchone()
        if self.layers[layer] is self.layers[-1]:
            validator.note_repeated(block, name, line)
            return False
        stored, replaced = vars(block.records[0]), self._read_stored(number)
        if (section, replaced.get("kind")) != (block.section, stored.get("kind")):
            self._note_taken(name, block, _name_kind(section, replaced), self.layers[layer].name)
            return False
        self._forget(name, number)
        if "aliases" in replaced:
            stored["aliases"] = list(dict.fromkeys((*replaced["aliases"], *stored["aliases"])))
        return True

    def _note_taken(self, name: str, block: Block, kind: str, lower: str) -> None:
        """Note that an id names another kind of record in a lower layer, which this one cannot replace."""
        here = _name_kind(block.section, vars(block.records[0]))
        message = f"the id {name!r} is one of the {kind} in {lower}; here it is one of the {here}"
        layer = self.layers[-1].name
        self.faults.add("id_is_taken", message, layer=layer, path=block.path, line=block.line, about=name)

    def _read_stored(self, number: int) -> dict[str, Any]:
        query = (
            """SELECT body FROM records WHERE number = ? UNION ALL SELECT body || '}' FROM facts WHERE "order" = ?"""
        )
        (body,) = self.execute(query, (number, number)).fetchone()
        stored: dict[str, Any] = json.loads(body)
        return stored

    def _forget(self, name: str, number: int) -> None:
        """Take a record of an earlier layer out again; numbers are given once, to records and facts alike."""
        for table, column, value in (
            ("ids", "id", name),
            ("names", "id", name),
            ("links", '"order"', number),
            ("facts", '"order"', number),
            ("records", "number", number),
            ("places", "code", name),
            ("sources", "id", name),
            ("offices", "id", name),
        ):
            self.execute(f"DELETE FROM {table} WHERE {column} = ?", (value,))  # noqa: S608 - both are from above

    def _check_references(self) -> None:
        sections = dict(self.execute("SELECT id, section FROM ids WHERE section != 'facts'"))
        unknown = {
            (name, wanted)
            for wanted, names in self.inserter.used.items()
            for name in names
            if name is not None and sections.get(name) not in wanted
        }
        if not unknown:
            return
        for name, body in self.execute("SELECT id, body FROM records UNION ALL SELECT id, body || '}' FROM facts"):
            for key, target, wanted in self._find_references(name, json.loads(body)):
                if (target, wanted) in unknown and not self._note_withdrawn(name, target):
                    found = sections.get(target)
                    fault = f"{target!r} is not among the {' or '.join(wanted)}"
                    self._note(name, key, fault if found is None else f"{fault}, but among the {found}")

    def _note_withdrawn(self, name: str, target: str) -> bool:
        """Note that a layer withdraws what a record of a lower one refers to; return whether it does."""
        by = self.withdrawn.get(target)
        (layer,) = self.execute("SELECT layer FROM ids WHERE id = ?", (name,)).fetchone()
        if by is None or by <= layer:
            return False
        message = f"{target!r} cannot be withdrawn, because {name!r} of {self.layers[layer].name} refers to it"
        self.faults.add("reference_is_unknown", message, layer=self.layers[by].name, path="$.withdrawn", about=target)
        return True

    def _find_references(self, name: str, stored: dict[str, Any]) -> Iterator[Reference]:
        (section,) = self.execute("SELECT section FROM ids WHERE id = ?", (name,)).fetchone()
        yield from find_references(get_class(section, stored), stored)

    def _check_pairs(self) -> None:
        """Refuse trade of a country with itself; inside a group there is such a thing."""
        query = """
            SELECT id, country FROM facts
            WHERE pair_code IN (SELECT code || '-' || code FROM places WHERE NOT is_group) ORDER BY "order"
        """
        for name, country in self.execute(query):
            self._note(name, "partner", f"{country} cannot trade with itself")

    def _note(self, name: str, key: str, message: str) -> None:
        query = "SELECT section, layer, position, line FROM ids WHERE id = ?"
        section, layer, position, line = self.execute(query, (name,)).fetchone()
        path = f"$.{section}[{position}].{key}"
        self.faults.add(
            "reference_is_unknown", message, layer=self.layers[layer].name, path=path, line=line, about=name
        )

    def _write_meta(self) -> None:
        layers = [{"name": layer.name, "as_of": layer.as_of, "sha256": layer.sha256} for layer in self.layers]
        about = {key: [*dict.fromkeys(said[key] for said in self.about if said[key])] for key in _ABOUT}
        as_of = max(layer.as_of for layer in self.layers)
        values = {
            "layers": write_json(layers),
            "about": write_json(about),
            "as_of": as_of,
            "withdrawn": write_json([*self.withdrawn]),
            "columns": write_json({kind: MAKERS[record].columns for kind, record in FACTS.items()}),
        }
        self.connection.executemany("INSERT INTO meta VALUES (?, ?)", values.items())


_HINT = "if it adds to the built-in base, name 'builtin' before it: --base builtin, or as the first file of lint"
"""How to read a base that has no place of its own on top of the one that has them."""


def _name_kind(section: str, stored: dict[str, Any]) -> str:
    """Return what a record is called, in the plural: its section, and the kind of a fact."""
    return f"{section} ({stored['kind']})" if "kind" in stored else section
