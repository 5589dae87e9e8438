"""A semantic fault or a contradiction, as data: collected, sorted and shown together, never raised."""

from __future__ import annotations

from typing import Annotated, Literal

from tradefacts.named_tuples import NamedTuple

Severity = Literal["error", "warning", "contradiction", "possible", "asymmetry", "notice"]
Verdict = Literal["same", "consistent", "touching", "loosely consistent", "near", "contradicted"]
"""The result of comparing two figures, the worst last; `reckoning.comparison` says what each means."""
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

    printed: Annotated[str, "the figure as printed by its first claim"]
    bound: Annotated[str, "its bound"]
    low: Annotated[int | float | None, "lower end of the range that its digits stand for; null if open"]
    high: Annotated[int | float | None, "upper end of the range that its digits stand for; null if open"]
    period: Annotated[str | None, "the months it covers"]
    reporter: Annotated[str | None, "whose statistics it comes from, if its pages say so"]
    voices: Annotated[int, "how many independent voices give it"]
    facts: Annotated[tuple[str, ...], "ids of its claims"]


class Finding(NamedTuple):
    """One fault of a base, or one contradiction between claims."""

    code: Annotated[str, "stable code: the letter is the severity, the first digit the subject"]
    rule: Annotated[str, "name of the rule: the defect, in words joined by underscores"]
    severity: Annotated[Severity, "severity of the finding"]
    message: Annotated[str, "what was expected and what was found, on one line"]
    facts: Annotated[tuple[str, ...], "ids of the facts or records it is about"] = ()
    layer: Annotated[str | None, "name of the base file it was found in"] = None
    path: Annotated[str | None, "place in that file, such as $.facts[12].period"] = None
    line: Annotated[int | None, "line of that file, counted from 1"] = None
    cause: Annotated[Cause | None, "likely cause of a contradiction between claims; null for a fault"] = None
    arithmetic: Annotated[str | None, "the comparison on one line; null for a fault"] = None
    sides: Annotated[
        tuple[FindingSide, ...], "the contradicting printed figures, the leading one first; empty for a fault"
    ] = ()
    verdict: Annotated[
        Verdict | None, "the result of comparing these figures; null for a fault, and if the statistics differ"
    ] = None
