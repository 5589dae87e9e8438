"""The claims read from a text: what each figure claims and how surely, its sentence, and what it was read from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from tradefacts.render.drafts import format_line, format_refused, format_said, format_sentence
from tradefacts.render.labels import format_labelled
from tradefacts.render.screen import text
from tradefacts.render.words import DIM, Writer, count
from tradefacts.render.wrapping import tie

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
    said = format_said(proposal.claim, writer)
    style = "green" if proposal.tier == "sure" else "yellow"
    yield from format_labelled(format_line(proposal.line), text((said, "bold"), " · ", (proposal.tier, style)), screen)
    yield from format_labelled("", format_sentence(proposal), screen)
    for head, words in (("read as", _list_reasons(proposal)), ("tied by", proposal.tied_by)):
        if words:
            yield from format_labelled("", text((f"{head} {'; '.join(words)}", DIM)), screen)
    rivals = [format_said({**proposal.claim, **rival}, writer) for rival in proposal.rivals[:_RIVALS]]
    if rivals and proposal.tier == "doubtful":
        yield from format_labelled("", text((f"or {'; or '.join(rivals)}", DIM)), screen)


def _list_reasons(proposal: Proposal) -> list[str]:
    """Return what each key was read from, except the figure itself, and without the line if it is the figure's own."""
    here = f", {format_line(proposal.line)}"
    return [
        f"{name.replace('_', ' ')}: {tie(slot.reason.removesuffix(here))}"
        for name, slot in proposal.slots.items()
        if name != "printed"
    ]
