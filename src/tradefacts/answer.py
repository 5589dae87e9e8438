"""An answer: what was asked, what was computed, and every claim it rests on."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from tradefacts.factbase import Claim, FactBase

if TYPE_CHECKING:
    from tradefacts.findings import Finding

Result = TypeVar("Result")

SCHEMA_VERSION = 2
"""The version of the answers as JSON: it changes only when a key changes its meaning or goes away."""


class Names(dict[str, str]):
    """What ids and codes are called, each looked up when first needed; scripts need none."""

    def __init__(self, base: FactBase) -> None:
        """Take the base that knows them."""
        super().__init__()
        self._base = base

    def __missing__(self, name: str) -> str:
        """Look a name up; an id that no record has stands for itself."""
        record = self._base.find_record(name)
        self[name] = name if record is None else record.name
        return self[name]

    def read_record(self, name: str) -> dict[str, Any]:
        """Return the stored keys of a record; empty for an id that no record has."""
        record = self._base.find_record(name)
        stored: dict[str, Any] = {} if record is None else json.loads(record.body)
        return stored


class Answer(NamedTuple, Generic[Result]):
    """The answer to one question; the same for the screen, for a script and for Python."""

    command: str
    query: dict[str, Any]
    base: list[dict[str, str]]
    as_of: str
    result: Result
    claims: Sequence[Claim]
    names: Names
    findings: "Sequence[Finding]" = ()
    notes: Sequence[str] = ()


def answer(  # noqa: PLR0913 - the parts of an answer
    base: FactBase,
    command: str,
    query: dict[str, Any],
    result: Result,
    claims: Sequence[Claim],
    notes: Sequence[str] = (),
) -> Answer[Result]:
    """Return an answer with what every answer says of the base it came from."""
    return Answer(command, query, base.layers, base.as_of, result, claims, Names(base), notes=(*base.notes, *notes))
