"""Add a record to a base file: checked as a whole, written whole, and numbered where its id is taken."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from tradefacts.basefile.canonical import find_id, format_record, read_document
from tradefacts.basefile.layers import Layer, find_layers
from tradefacts.curating.fields import find_section
from tradefacts.curating.files import find_file
from tradefacts.curating.naming import find_free
from tradefacts.errors import FactBaseError, InvalidQueryError
from tradefacts.factbase.opening import open_in_memory
from tradefacts.lint import ask_lint
from tradefacts.lint.sources import record_is_unused
from tradefacts.writing import rewrite_file

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradefacts.findings import Finding


class Added(NamedTuple):
    """A record that stands in a file now: its line, and what the rules warn of."""

    id: str
    line: str
    warnings: tuple[Finding, ...]


def add_record(
    kind: str, stored: dict[str, Any], name: str, *, below: Sequence[str] = (), is_named: bool = False
) -> Added:
    """Put a record into a file; `below` are the bases that its references may point into.

    An id that is taken gets a number, unless the curator has named it.

    Raises:
        UnreadableBaseError: a file cannot be read.
        FactBaseError: a file is not a fact base, or would not be one, or the record breaks a rule.
        InvalidQueryError: the id is taken.
        OutputError: the file cannot be written; the old content is kept.
    """
    target = find_file(name)
    lower = find_layers(below) if below else []
    added: list[Added] = []

    def insert(before: bytes) -> bytes:
        document = read_document(BytesIO(before), name)
        taken = {one for lines in document.sections.values() for one in lines} | _list_ids(lower)
        record = _name_freely(stored, taken, is_named=is_named)
        document.add(find_section(kind), record)
        after = "".join(document.format()).encode()
        warnings = _check([*lower, Layer(name, None, content=after)], find_id(record))
        added.append(Added(find_id(record), format_record(find_section(kind), record), warnings))
        return after

    rewrite_file(target, insert)
    return added[0]


def _list_ids(layers: list[Layer]) -> set[str]:
    return set(open_in_memory(layers).list_ids()) if layers else set()


def _name_freely(stored: dict[str, Any], taken: set[str], *, is_named: bool) -> dict[str, Any]:
    name = find_id(stored)
    if name in taken and (is_named or "code" in stored):
        raise InvalidQueryError(f"the id {name!r} is taken", hint=f"'tradefacts show {name}' shows by what")
    return stored | {"id": find_free(name, taken)} if "id" in stored else stored


def _check(layers: list[Layer], name: str) -> tuple[Finding, ...]:
    """Return the warnings about a record of the layers as they would be.

    Raises:
        FactBaseError: the layers are not a fact base, or a rule finds an error in the record.
    """
    findings = [
        finding
        for finding in ask_lint(open_in_memory(layers)).findings
        if name in finding.facts and finding.rule != record_is_unused.__name__  # what is new cannot be used yet
    ]
    errors = [finding for finding in findings if finding.severity == "error"]
    if errors:
        faults = "1 fault" if len(errors) == 1 else f"{len(errors)} faults"
        raise FactBaseError(f"{name} was not added: {faults}", findings=errors)
    return tuple(findings)
