"""Figures of a draft as the reader would return them: each claim is at the first place where its figure is printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tradefacts.drafts.checking import check_found
from tradefacts.drafts.proposals import Found, Proposal, RefusedFigure, Slot
from tradefacts.drafts.texts import Lines

if TYPE_CHECKING:
    from builders import Json
    from tradefacts.answer import Answer
    from tradefacts.drafts.checking import CheckResult
    from tradefacts.factbase import FactBase

_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\S)[^.!?\n]+)*[.!?]?")
_KEPT_BY_A_BASE = ("id", "source", "note")


def doubtful(claim: Json) -> Json:
    """Return a doubtful claim."""
    return {**claim, "tier": "doubtful"}


def rivalled(claim: Json, *rivals: Json) -> Json:
    """Return a claim with rivals."""
    return {**claim, "rivals": rivals}


def propose(text: str, *claims: Json, refused: dict[str, str] | None = None) -> Found:
    """Return the figures of a text; `refused` maps other printed figures to the reason."""
    left = tuple(_refuse(text, printed, reason) for printed, reason in (refused or {}).items())
    return Found(tuple(_propose(text, claim) for claim in claims), left)


def check(base: FactBase, text: str, *claims: Json, **query: Any) -> Answer[CheckResult]:  # noqa: ANN401 - any echo
    """Return the result of checking the figures of a text."""
    return check_found(base, text, propose(text, *claims), query)


def _propose(text: str, claim: Json) -> Proposal:
    start = text.index(claim["printed"])
    span = start, start + len(claim["printed"])
    match = next(match for match in _SENTENCE.finditer(text) if match.start() <= start < match.end())
    begin = match.start() + len(match[0]) - len(match[0].lstrip())
    kept = {name: value for name, value in claim.items() if name not in {*_KEPT_BY_A_BASE, "tier", "rivals"}}
    return Proposal(
        claim.get("tier", "sure"),
        kept,
        claim["printed"],
        span,
        *Lines(text).find(start),
        text[begin : match.end()],
        (begin, match.end()),
        {"period": Slot(None, "from the sentence")},
        tuple(claim.get("rivals", ())),
        (),
        0.9,
    )


def _refuse(text: str, printed: str, reason: str) -> RefusedFigure:
    start = text.index(printed)
    return RefusedFigure(printed, (start, start + len(printed)), *Lines(text).find(start), reason)
