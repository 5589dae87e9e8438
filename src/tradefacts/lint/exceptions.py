"""Known exceptions: findings that a curator has checked and accepted, each with its reason."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from tradefacts.basefile.json_stream import JsonStream
from tradefacts.basefile.outside import check_file, open_file
from tradefacts.errors import FactBaseError
from tradefacts.lint.contents import Fault
from tradefacts.named_tuples import NamedTuple
from tradefacts.text import has_visible_sign

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tradefacts.basefile.layers import Layer
    from tradefacts.findings import Finding

FILE = "lint-exceptions.json"
"""The file read from the folder of each base file, if it exists."""

_KEYS = ("code", "id", "reason")


class KnownException(NamedTuple):
    """A rule that a record is allowed to break, with the reason and the file of the exception."""

    code: str
    id: str
    reason: str
    file: str


def find_exceptions(layers: Sequence[Layer], named: str | None) -> list[KnownException]:
    """Return the exceptions in the named file, or else in those next to the base files.

    Raises:
        UnreadableBaseError: the named file cannot be read.
        FactBaseError: a file is not a list of exceptions.
    """
    if named is not None:
        return _read(named, named)
    beside = dict.fromkeys(Path(layer.path).with_name(FILE) for layer in layers if layer.path is not None)
    return [exception for path in beside if path.is_file() for exception in _read(str(path), FILE)]


def is_excepted(finding: Finding, exceptions: Sequence[KnownException]) -> bool:
    """Whether a finding is a known exception."""
    return any(exception.code == finding.code and exception.id in finding.facts for exception in exceptions)


def exception_does_not_fire(exceptions: Sequence[KnownException], findings: Sequence[Finding]) -> Iterator[Fault]:
    """A known exception must match a finding; one that is no longer needed is removed from the list."""
    fired = {(finding.code, name) for finding in findings for name in finding.facts}
    for exception in exceptions:
        if (exception.code, exception.id) not in fired:
            message = f"expected {exception.code} of {exception.id}, found nothing; remove the exception from the list"
            yield Fault((exception.id,), "", message, exception.file)


def _read(path: str, name: str) -> list[KnownException]:
    with open_file(check_file(path, "exceptions"), name, "exceptions") as stream:
        found = JsonStream(stream, name).read_whole()
    if not isinstance(found, list) or not all(map(_is_sound, found)):
        hint = 'expected [{"code": "E503", "id": "…", "reason": "…"}, …]'
        raise FactBaseError(f"{name} is not a list of exceptions, each with its code, id and reason", hint=hint)
    return [KnownException(entry["code"], entry["id"], entry["reason"], name) for entry in found]


def _is_sound(entry: Any) -> bool:  # noqa: ANN401 - whatever JSON can hold
    if not isinstance(entry, dict) or sorted(entry) != sorted(_KEYS):
        return False
    return all(isinstance(value, str) and has_visible_sign(value) for value in entry.values())
