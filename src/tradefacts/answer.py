"""An answer: what was asked, what was computed, and every claim it rests on."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from tradefacts.factbase import Claim, FactBase

if TYPE_CHECKING:
    from tradefacts.findings import Finding

Result = TypeVar("Result")


class Answer(NamedTuple, Generic[Result]):
    """The answer to one question; the same for the screen, for a script and for Python."""

    command: str
    query: dict[str, Any]
    base: list[dict[str, str]]
    as_of: str
    result: Result
    claims: Sequence[Claim]
    names: dict[str, str]
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
    return Answer(command, query, base.layers, base.as_of, result, claims, base.name_all(), notes=(*base.notes, *notes))
