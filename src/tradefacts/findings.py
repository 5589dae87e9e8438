"""A fault of sense or a contradiction, as data: collected, sorted, shown together, never raised."""

from __future__ import annotations

from typing import Annotated, Literal, NamedTuple

Severity = Literal["error", "warning", "contradiction", "possible", "asymmetry", "notice"]
Verdict = Literal["same", "consistent", "touching", "loosely consistent", "near", "contradicted"]
"""How two figures stand to each other, the gravest last; `reckoning.comparison` says what each means."""
Cause = Literal[
    "trailing zeros",
    "truncated digits",
    "whose statistics",
    "period misread",
    "revision over time",
    "copy of an older figure",
    "same page",
    "scale slip",
    "cause not known",
]


class FindingSide(NamedTuple):
    """One printed figure of a finding."""

    printed: Annotated[str, "the figure as its first claim prints it"]
    bound: Annotated[str, "its bound"]
    low: Annotated[int | float | None, "lower end of what its digits stand for; null where it is open"]
    high: Annotated[int | float | None, "upper end of what its digits stand for; null where it is open"]
    period: Annotated[str | None, "the months it is of"]
    reporter: Annotated[str | None, "whose statistics it is, where its pages say so"]
    voices: Annotated[int, "how many independent voices print it"]
    facts: Annotated[tuple[str, ...], "ids of its claims"]


class Finding(NamedTuple):
    """One fault of a base, or one contradiction between claims."""

    code: Annotated[str, "stable code: the letter says how grave, the hundred says what about"]
    rule: Annotated[str, "the defect, in words joined by underscores"]
    severity: Annotated[Severity, "how grave the finding is"]
    message: Annotated[str, "what was expected and what was found, in one line"]
    facts: Annotated[tuple[str, ...], "ids of the facts or records it is about"] = ()
    layer: Annotated[str | None, "name of the base file it was found in"] = None
    path: Annotated[str | None, "place in that file, such as $.facts[12].period"] = None
    line: Annotated[int | None, "line of that file, counted from 1"] = None
    cause: Annotated[Cause | None, "likely cause of a contradiction between claims; null for a fault"] = None
    arithmetic: Annotated[str | None, "the comparison in one line; null for a fault"] = None
    sides: Annotated[
        tuple[FindingSide, ...], "the printed figures that do not go together, the leading one first; empty for a fault"
    ] = ()
    verdict: Annotated[
        Verdict | None, "how these figures stand to each other; null for a fault, and where statistics differ"
    ] = None
