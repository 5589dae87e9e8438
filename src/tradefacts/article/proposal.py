"""What the reader hands back: proposals, and the figures that are no claims."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

Tier = Literal["sure", "doubtful"]
Span = tuple[int, int]
"""Where something stands in the text: code points from its start, half open."""


class Slot(NamedTuple):
    """Why a key of a claim has its value."""

    span: Span | None
    """The words it was read from; None where it was concluded."""
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
    """Key of the claim → where its value stands and why."""
    rivals: list[dict[str, Any]]
    """Other claims that the same figure may make, each with its `score`, best first; scores are shares of 1."""
    tied_by: list[str]
    """Arithmetic of the text that the claim takes part in, in words."""
    score: float = 0.0
    """How likely the whole claim is right, as the reader sees it: 0 to 1."""


class Refused(NamedTuple):
    """A figure that makes no claim about the trade of two places."""

    span: Span
    reason: str


class Reading(NamedTuple):
    """All that was found in a text, in its order."""

    proposals: list[Proposal]
    refused: list[Refused]
