"""One change: a claim that is new, withdrawn or edited, or a conclusion that differs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.answer import Answer

What = Literal[
    "status",
    "verdict",
    "figure",
    "finding",
    "caution",
    "derived",
    "count",
    "withdrawn",
    "changed",
    "superseded",
    "new",
]
"""The sorts of change: those that a reader has to correct first, claims last."""


class Change(NamedTuple):
    """One change since the file was saved."""

    change: Annotated[
        What,
        "status of a goal or office, verdict or leading figure of a cell, finding of an audit, caution of a citation, "
        "derived figure, or count of claims; or a claim: withdrawn, changed (a line for each key), superseded or new",
    ]
    about: Annotated[str, "its subject, in words and codes"]
    places: Annotated[tuple[str, ...], "codes of the two places, or of those that met"]
    kind: Annotated[str | None, "kind of the claims; null if it is about none"]
    flow: Annotated[str | None, "turnover, exports, imports or balance; goods means from the first place to the second"]
    reporter: Annotated[str | None, "whose statistics it is, if the pages say so"]
    period: Annotated[str | None, "the months it covers, as text"]
    before: Annotated[str | None, "what was saved; null for what is new"]
    now: Annotated[str | None, "what the base has now; null for what is gone"]
    key: Annotated[str | None, "key of a changed claim whose value differs; null otherwise"]
    facts: Annotated[
        tuple[str, ...],
        "ids of the claims: the claim itself, then the one that supersedes it; or those behind the conclusion now",
    ]

    @classmethod
    def list_from(cls, answer: Answer[Any]) -> Iterator[Change]:
        """Yield the changes, conclusions before claims."""
        yield from answer.result.changes
