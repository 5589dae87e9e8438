"""The results of reading: proposals, and the figures that are no claims."""

from __future__ import annotations

from typing import Any, Literal

from tradefacts.named_tuples import NamedTuple

Tier = Literal["sure", "doubtful"]
Span = tuple[int, int]
"""A half-open range of the text in code points, counted from 0."""


class Slot(NamedTuple):
    """Why a key of a claim has its value."""

    span: Span | None
    """The words it was read from; None if it was inferred."""
    reason: str
    """One short clause: "'the same months', line 3"."""


class Proposal(NamedTuple):
    """What one figure of a text seems to claim."""

    tier: Tier
    claim: dict[str, Any]
    """Keys of a fact as `facts --format jsonl` has them, without its id, source and page."""
    span: Span
    """The printed figure."""
    sentence: Span
    slots: dict[str, Slot]
    """Key of the claim → the words its value was read from, and why."""
    rivals: list[dict[str, Any]]
    """Other claims that the same figure may make, each with its `score`, best first; scores are shares of 1."""
    tied_by: list[str]
    """Arithmetic in the text that includes the claim, in words."""
    score: float = 0.0
    """The estimated probability that the whole claim is right, 0 to 1."""


class Refused(NamedTuple):
    """A figure that makes no claim about trade between two places."""

    span: Span
    reason: str


class Reading(NamedTuple):
    """Everything found in a text, in text order."""

    proposals: list[Proposal]
    refused: list[Refused]
