"""The file that a curator names."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tradefacts.basefile.canonical import find_id, format_canonical, format_record, read_document
from tradefacts.basefile.layers import STREAM, Layer, find_layers
from tradefacts.curating.fields import find_section
from tradefacts.curating.naming import find_free
from tradefacts.errors import FactBaseError, InvalidQueryError
from tradefacts.factbase.opening import open_in_memory
from tradefacts.lint import ask_lint
from tradefacts.lint.exceptions import find_exceptions, is_excepted
from tradefacts.lint.sources import record_is_unused
from tradefacts.named_tuples import NamedTuple
from tradefacts.writing import rewrite_file

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

    from tradefacts.factbase import FactBase
    from tradefacts.findings import Finding


def find_file(name: str) -> Path:
    """Return the path of a base to write to; `builtin` is the built-in one.

    Raises:
        UnreadableBaseError: the file is missing, a directory, too large, or not permitted.
        InvalidQueryError: it is a stream.
    """
    if name == STREAM:
        raise InvalidQueryError("a stream cannot be changed", hint="name a file")
    (layer,) = find_layers([name])
    layer.open().close()  # whether it can be read
    return Path(str(layer.path))


class Added(NamedTuple):
    """A record that was added: its line, and the warnings of the rules."""

    id: str
    line: str
    warnings: tuple[Finding, ...]


class Checked(NamedTuple):
    """The findings of the rules on the records that were added."""

    errors: list[Finding]
    warnings: tuple[Finding, ...]


def add_record(  # noqa: PLR0913 - each says how
    kind: str,
    stored: dict[str, Any],
    name: str,
    *,
    below: Sequence[str] = (),
    is_named: bool = False,
    is_dry_run: bool = False,
) -> Added:
    """Add a record to a file; `below` are the bases that it can refer to.

    An id that is taken gets a number, unless the curator has set it. A dry run writes nothing.

    Raises:
        UnreadableBaseError: a file cannot be read.
        FactBaseError: a file is not a fact base, or would not be one, or the record breaks a rule.
        InvalidQueryError: the id is taken, or the file is a stream.
        OutputError: the file cannot be written; the old content is kept.
    """
    lower = find_layers(below) if below else []
    added: list[Added] = []

    def insert(before: bytes) -> bytes:
        document = read_document(BytesIO(before), name)
        own = {name for lines in document.sections.values() for name in lines}
        taken = own | {*document.header.get("withdrawn", ())} | _list_ids(lower)
        record = _name_freely(stored, taken, is_named=is_named)
        document.add(find_section(kind), record)
        after = "".join(document.format()).encode()
        base = open_in_memory([*lower, Layer(name, None, content=after)])
        warnings = _check(base, find_id(record), [*lower, *find_layers([name])])
        added.append(Added(find_id(record), format_record(find_section(kind), record), warnings))
        return after

    change_file(name, insert, is_dry_run=is_dry_run)
    return added[0]


def change_file(name: str, make: Callable[[bytes], bytes], *, is_dry_run: bool = False) -> None:
    """Replace a base file's bytes with what `make` returns for them; a dry run only calls it.

    Raises:
        UnreadableBaseError: the file cannot be read.
        OutputError: it cannot be written; the old content is kept.
        InvalidQueryError: it is a stream.
    """
    target = find_file(name)
    if is_dry_run:
        make(target.read_bytes())
    else:
        rewrite_file(target, make)


def find_errors(base: FactBase, names: Container[str], layers: Sequence[Layer]) -> Checked:
    """Return the findings of the rules on the records with these ids, in the base as it would be.

    Known exceptions of the layers are left out.
    """
    known = find_exceptions(layers, None)
    findings = [
        finding
        for finding in ask_lint(base).findings
        # New records cannot be used yet.
        if finding.rule != record_is_unused.__name__
        and any(name in names for name in finding.facts)
        and not is_excepted(finding, known)
    ]
    return Checked(
        [finding for finding in findings if finding.severity == "error"],
        tuple(finding for finding in findings if finding.severity != "error"),
    )


def _list_ids(layers: list[Layer]) -> set[str]:
    """Return the ids that no new record may have: those on record, and those withdrawn."""
    if not layers:
        return set()
    base = open_in_memory(layers)
    return {*base.list_ids(), *base.withdrawn}


def _name_freely(stored: dict[str, Any], taken: set[str], *, is_named: bool) -> dict[str, Any]:
    name = find_id(stored)
    if name in taken and (is_named or "code" in stored):
        raise InvalidQueryError(f"the id {name!r} is taken", hint=f"'tradefacts show {name}' shows by what")
    return stored | {"id": find_free(name, taken)} if "id" in stored else stored


def _check(base: FactBase, name: str, layers: Sequence[Layer]) -> tuple[Finding, ...]:
    """Return the warnings about a record in the base as it would be.

    Raises:
        FactBaseError: a rule finds an error in the record.
    """
    errors, warnings = find_errors(base, {name}, layers)
    if errors:
        faults = "1 fault" if len(errors) == 1 else f"{len(errors)} faults"
        raise FactBaseError(f"{name} was not added: {faults}", findings=errors)
    return warnings


def format_file(name: str, *, is_check: bool = False) -> bool:
    """Write a file in canonical form, and return whether that changed it; with `check`, nothing is written.

    Raises:
        UnreadableBaseError: the file is missing, a directory, too large, or not permitted.
        FactBaseError: it is not a fact base.
        OutputError: it cannot be written; the old content is kept.
        InvalidQueryError: it is a stream.
    """
    path = find_file(name)
    if is_check:
        before = path.read_bytes()
        return format_canonical(before, name) != before
    return rewrite_file(path, lambda before: format_canonical(before, name))
