"""Shared by `read` and `check`: sentences with the figure marked, what a figure claims, figures without a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.factbase.drafted import DraftPage, make_claim
from tradefacts.render.claims import format_claim
from tradefacts.render.labels import format_labelled
from tradefacts.render.screen import text
from tradefacts.render.words import DIM, count
from tradefacts.render.wrapping import tie

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from rich.text import Text

    from tradefacts.drafts.checking import Checked
    from tradefacts.drafts.proposals import Proposal, RefusedFigure
    from tradefacts.render.screen import Screen
    from tradefacts.render.words import Writer

_LONG = 260
"""The longest sentence that is shown in full, in characters."""
_AROUND = 110
"""The characters shown before and after the figure of a longer sentence, extended to a whole word."""
_BEGIN, _END = "⟦", "⟧"


def format_sentence(figure: Proposal | Checked) -> Text:
    """Return the sentence of a figure with the figure marked; of a long sentence, only the part around it."""
    start = figure.span[0] - figure.sentence_span[0]
    end = figure.span[1] - figure.sentence_span[0]
    before, printed, behind = figure.sentence[:start], figure.sentence[start:end], figure.sentence[end:]
    if len(figure.sentence) > _LONG:
        before, behind = _cut_before(before), _cut_behind(behind)
    before, behind = (" ".join(part.split("\n")) for part in (before, behind))
    return text(before, (f"{_BEGIN}{tie(printed)}{_END}", "bold"), behind)


def format_said(claim: Mapping[str, Any], writer: Writer) -> str:
    """Return what a figure claims: `turnover KZ–KG 2022: $1.3 bn`."""
    said = {**claim, "whole": claim.get("whole") or "…"}
    return format_claim(make_claim(said, 1, DraftPage()), writer)


def format_line(line: int) -> str:
    """Return the label of a figure."""
    return f"line {line}"


def format_refused(refused: Sequence[RefusedFigure], screen: Screen) -> Iterator[Text]:
    """Yield the number of figures without a claim, then each with the reason."""
    if refused:
        yield text((f"{count(len(refused), 'figure')} left out", "bold"))
    for figure in refused:
        said = text(tie(figure.printed), (f" · {figure.reason}", DIM))
        yield from format_labelled(format_line(figure.line), said, screen)


def _cut_before(part: str) -> str:
    if len(part) <= _AROUND:
        return part
    return f"… {part[-_AROUND:].partition(' ')[2]}"


def _cut_behind(part: str) -> str:
    if len(part) <= _AROUND:
        return part
    return f"{part[:_AROUND].rpartition(' ')[0]} …"
