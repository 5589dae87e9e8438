"""Citations ready to copy: sentence, cautions, reference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from tradefacts.render.screen import link, text
from tradefacts.render.words import format_labelled
from tradefacts.render.wrapping import tie

if TYPE_CHECKING:
    from tradefacts.answer import Answer
    from tradefacts.questions.cite import Citation, CiteResult
    from tradefacts.render.screen import Screen


def render_cite(answer: Answer[CiteResult], screen: Screen) -> list[Text]:
    """Return a block of labelled lines for each citation."""
    parts: list[Text] = []
    for citation in answer.result.citations:
        parts += [Text()] if parts else []
        parts += _format_citation(citation, screen)
    return parts


def _format_citation(citation: Citation, screen: Screen) -> list[Text]:
    sentence, figure = citation.sentence, citation.figure
    if sentence and figure:
        sentence = sentence.replace(figure, tie(figure))
    url = citation.page.url if citation.page else None
    # The reference is meant to be copied: its address is written in full on every screen, and is also a link.
    before, _, behind = citation.full.partition(url or "\0")
    full = text(before, link(url, url), behind) if url else citation.full
    lines = {
        "Sentence": sentence,
        "Caution": " ".join(f"{caution.rstrip('.')}." for caution in citation.cautions),
        "Short": citation.short if citation.type != "base" else None,
        "Full": full,
        "Base": citation.base,
    }
    return [line for label, shown in lines.items() if shown for line in format_labelled(label, shown, screen)]
