"""Known exceptions: findings that a curator has looked into and lets stand, each with its reason."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tradefacts.basefile.json_stream import JsonStream
from tradefacts.basefile.outside import check_file, open_file
from tradefacts.errors import FactBaseError
from tradefacts.lint.contents import Fault
from tradefacts.text import has_visible_sign

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tradefacts.basefile.layers import Layer
    from tradefacts.findings import Finding

FILE = "lint-exceptions.json"
"""What is read from the folder of each base file, where it is there."""

_KEYS = ("code", "id", "reason")


class KnownException(NamedTuple):
    """One rule that one record may break, why, and the file that says so."""

    code: str
    id: str
    reason: str
    file: str


def find_exceptions(layers: Sequence[Layer], named: str | None) -> list[KnownException]:
    """Return the exceptions of the named file, else of those beside the base files.

    Raises:
        UnreadableBaseError: the named file cannot be read.
        FactBaseError: a file is not a list of exceptions.
    """
    if named is not None:
        return _read(named, named)
    beside = dict.fromkeys(Path(layer.path).with_name(FILE) for layer in layers if layer.path is not None)
    return [exception for path in beside if path.is_file() for exception in _read(str(path), FILE)]


def is_excepted(finding: Finding, exceptions: Sequence[KnownException]) -> bool:
    """Tell whether a finding is known."""
    return any(exception.code == finding.code and exception.id in finding.facts for exception in exceptions)


def exception_does_not_fire(exceptions: Sequence[KnownException], findings: Sequence[Finding]) -> Iterator[Fault]:
    """A known exception that nothing needs any more is taken off the list, so that the list only shrinks."""
    fired = {(finding.code, name) for finding in findings for name in finding.facts}
    for exception in exceptions:
        if (exception.code, exception.id) not in fired:
            message = f"expected {exception.code} of {exception.id}, found nothing; take the exception off the list"
            yield Fault((exception.id,), "", message, exception.file)


def _read(path: str, name: str) -> list[KnownException]:
    with open_file(check_file(path, "exceptions"), name, "exceptions") as stream:
        found = JsonStream(stream, name).read_whole()
    if not isinstance(found, list) or not all(map(_is_sound, found)):
        hint = 'expected [{"code": "E503", "id": "…", "reason": "…"}, …]'
        raise FactBaseError(f"{name} is not a list of exceptions, each with its code, id and reason", hint=hint)
    return [KnownException(one["code"], one["id"], one["reason"], name) for one in found]


def _is_sound(entry: Any) -> bool:  # noqa: ANN401 - whatever JSON can hold
    if not isinstance(entry, dict) or sorted(entry) != sorted(_KEYS):
        return False
    return all(isinstance(value, str) and has_visible_sign(value) for value in entry.values())
