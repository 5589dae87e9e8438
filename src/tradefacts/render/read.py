"""The claims read from a text: each figure in its sentence, what it claims, and the confidence with reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from tradefacts.render.drafts import format_line, format_refused, format_said, format_sentence
from tradefacts.render.labels import format_labelled
from tradefacts.render.screen import text
from tradefacts.render.words import DIM, Writer, count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.answer import Answer
    from tradefacts.drafts.proposals import Proposal
    from tradefacts.drafts.reading import ReadResult
    from tradefacts.render.screen import Screen

_RIVALS = 2
"""The most alternative readings shown per figure."""


def render_read(answer: Answer[ReadResult], screen: Screen) -> list[Text]:
    """Return the number of figures read, then each figure, then those left out."""
    result, writer = answer.result, Writer(answer, screen)
    parts: list[Text] = [text((_format_head(result), "bold"))]
    for proposal in result.proposals:
        parts += [Text(), *_format_proposal(proposal, writer, screen)]
    refused = list(format_refused(result.refused, screen))
    return [*parts, *([Text(), *refused] if refused else [])]


def _format_head(result: ReadResult) -> str:
    """Return the number of figures with a claim, by confidence."""
    sure = sum(proposal.tier == "sure" for proposal in result.proposals)
    doubtful = len(result.proposals) - sure
    tiers = [f"{number} {tier}" for number, tier in ((sure, "sure"), (doubtful, "doubtful")) if number]
    return f"{count(len(result.proposals), 'figure')} read{': ' if tiers else ''}{', '.join(tiers)}"


def _format_proposal(proposal: Proposal, writer: Writer, screen: Screen) -> Iterator[Text]:
    yield from format_labelled(format_line(proposal.line), format_sentence(proposal), screen)
    said = text((format_said(proposal.claim, writer), "bold"))
    yield from format_labelled("says", said, screen)
    reasons = "; ".join(f"{name.replace('_', ' ')}: {slot.reason}" for name, slot in proposal.slots.items())
    style = "green" if proposal.tier == "sure" else "yellow"
    tier = text((proposal.tier, style), (f" · {reasons}" if reasons else "", DIM))
    yield from format_labelled("read as", tier, screen)
    if proposal.tied_by:
        yield from format_labelled("tied by", "; ".join(proposal.tied_by), screen)
    rivals = [format_said({**proposal.claim, **rival}, writer) for rival in proposal.rivals[:_RIVALS]]
    if rivals and proposal.tier == "doubtful":
        yield from format_labelled("or", text(("; ".join(rivals), DIM)), screen)
