"""Rows of `audit` and `lint`: one for each finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from tradefacts.findings import Cause, Severity
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.answer import Answer


class FindingRow(NamedTuple):
    """One contradiction between claims, or one fault of a base."""

    code: Annotated[str, "stable code: the letter is the severity, the first digit the subject"]
    rule: Annotated[str, "name of the rule: the defect, in words joined by underscores"]
    severity: Annotated[Severity, "severity of the finding"]
    cause: Annotated[Cause | None, "likely cause of a contradiction between claims; null for a fault"]
    places: Annotated[tuple[str, ...], "codes of the places that its claims are about; empty for a fault"]
    message: Annotated[str, "what was expected and what was found, in one line"]
    arithmetic: Annotated[str | None, "the comparison in one line; null for a fault"]
    facts: Annotated[tuple[str, ...], "ids of the facts or records it is about"]
    layer: Annotated[str | None, "name of the base file it was found in; null for a contradiction"]
    path: Annotated[str | None, "place in that file, such as $.facts[12].period"]
    line: Annotated[int | None, "line of that file, counted from 1"]

    @classmethod
    def list_from(cls, answer: Answer[Any]) -> Iterator[FindingRow]:
        """Yield the findings, the most serious first."""
        places = {claim.id: claim.pair or () for claim in answer.claims}
        for finding in answer.findings:
            about = dict.fromkeys(code for name in finding.facts for code in places.get(name, ()))
            values = {**finding._asdict(), "places": tuple(about)}
            yield cls(*(values[name] for name in cls._fields))
