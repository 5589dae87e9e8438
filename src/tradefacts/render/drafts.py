"""Texts that were read or checked: each figure in its sentence, what it claims, and what the record says about it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.text import Text

from tradefacts.drafts.judging import DOUBT
from tradefacts.drafts.texts import join_lines
from tradefacts.factbase.drafted import DraftPage, make_claim
from tradefacts.render.claims import format_claim
from tradefacts.render.goals import format_shown
from tradefacts.render.screen import text
from tradefacts.render.words import DIM, Writer, count, format_labelled, format_period
from tradefacts.render.wrapping import tie

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from tradefacts.answer import Answer
    from tradefacts.drafts.checking import Checked, CheckResult
    from tradefacts.drafts.judging import Standing
    from tradefacts.drafts.nearest import Nearest
    from tradefacts.drafts.proposals import Proposal, ReadResult, RefusedFigure
    from tradefacts.factbase import Claim
    from tradefacts.render.screen import Screen

_LONG = 260
"""The longest sentence that is shown in full, in characters."""
_AROUND = 110
"""The characters shown before and after the figure of a longer sentence, extended to a whole word."""
_BEGIN, _END = "⟦", "⟧"
_LINE_END = re.compile(r" *\n *")


def format_sentence(figure: Proposal | Checked) -> Text:
    """Return the sentence of a figure with the figure marked; of a long sentence, only the part around it."""
    start = figure.span[0] - figure.sentence_span[0]
    end = figure.span[1] - figure.sentence_span[0]
    before, printed, behind = figure.sentence[:start], figure.sentence[start:end], figure.sentence[end:]
    if len(figure.sentence) > _LONG:
        before, behind = _cut_before(before), _cut_behind(behind)
    before, behind = (_LINE_END.sub(" ", part) for part in (before, behind))
    return text(before, (f"{_BEGIN}{tie(join_lines(printed))}{_END}", "bold"), behind)


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
        said = text(tie(join_lines(figure.printed)), (f" · {figure.reason}", DIM))
        yield from format_labelled(format_line(figure.line), said, screen)


def _cut_before(part: str) -> str:
    if len(part) <= _AROUND:
        return part
    return f"… {part[-_AROUND:].partition(' ')[2]}"


def _cut_behind(part: str) -> str:
    if len(part) <= _AROUND:
        return part
    return f"{part[:_AROUND].rpartition(' ')[0]} …"


_RIVALS = 2
"""The most alternative readings shown per figure."""


def render_read(answer: Answer[ReadResult], screen: Screen) -> list[Text]:
    """Return the number of figures read, then each figure, then those left out."""
    result, writer = answer.result, Writer(answer, screen)
    parts: list[Text] = [text((_format_read_head(result), "bold"))]
    for proposal in result.proposals:
        parts += [Text(), *_format_proposal(proposal, writer, screen)]
    refused = list(format_refused(result.refused, screen))
    return [*parts, *([Text(), *refused] if refused else [])]


def _format_read_head(result: ReadResult) -> str:
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


_HEADS: dict[Standing, tuple[str, str]] = {
    "contradicted": ("Contradicted", "red"),
    "differs": ("Differs", "yellow"),
    "stale": ("Stale", "yellow"),
    "other statistics": ("Other statistics", "yellow"),
    "unknown": ("Not on record", ""),
    "derived": ("Derived", ""),
    "supported": ("Supported", "green"),
}
"""The verdicts in display order, with their headings and styles."""
_IN_SHORT = ("supported", "derived")
"""Verdicts whose figures are shown without their sentences."""
_COUNTED: dict[str, tuple[str, str]] = {"unknown": ("not on record",) * 2, "differs": ("differs", "differ")}
"""Verdicts that are named otherwise in a count, for one figure and for several."""
_PAGES, _FIGURES = 3, 4
"""The most pages named per figure, and the most figures named per quantity."""


def render_check(answer: Answer[CheckResult], screen: Screen) -> list[Text]:
    """Return the count of each verdict, then each figure, the contradictions within the text, and the pages."""
    result, writer = answer.result, Writer(answer, screen)
    parts: list[Text] = [text((_format_checked_head(result), "bold"))]
    for standing, (head, style) in _HEADS.items():
        found = [checked for checked in result.checked if checked.standing == standing]
        if found:
            parts += [Text(), text((head, f"bold {style}".rstrip()))]
        for checked in found:
            parts += _format_checked(checked, writer, screen)
    parts += _format_text_itself(result, screen)
    refused = list(format_refused(result.refused, screen))
    parts += [Text(), *refused] if refused else []
    return [*parts, Text(), *writer.format_sources()] if writer.numbers else parts


def _format_checked_head(result: CheckResult) -> str:
    """Return the first line: `9 figures read: 5 supported, 1 contradicted, 1 differs, 2 not on record`."""
    counted = ", ".join(
        f"{number} {_COUNTED.get(word, (word, word))[number != 1]}" for word, number in result.standings.items()
    )
    return f"{count(len(result.checked), 'figure')} read{': ' if counted else ''}{counted}"


def _format_checked(checked: Checked, writer: Writer, screen: Screen) -> Iterator[Text]:
    said = format_said(checked.claim, writer)
    doubt = "" if checked.tier == "sure" or DOUBT in checked.reason else f" ({DOUBT})"
    label = format_line(checked.line)
    if checked.standing in _IN_SHORT:
        line = text(f"{said}{_format_recorded(checked, writer)}{doubt} ", writer.cite(checked.facts, most=_PAGES))
        why = checked.arithmetic if checked.standing == "derived" else "; ".join(checked.cautions)
        yield from format_labelled(label, text(line, (f" · {why}" if why else "", DIM)), screen)
        return
    yield from format_labelled(label, format_sentence(checked), screen)
    arithmetic = None if checked.standing == "stale" else checked.arithmetic
    reasons = " · ".join(filter(None, (checked.reason, arithmetic)))
    yield from format_labelled("", text((f"{said}{doubt}", "bold"), f" · {reasons}"), screen)
    if checked.nearest is not None:
        yield from format_labelled("", _format_nearest(checked, checked.nearest, writer), screen)


def _format_recorded(checked: Checked, writer: Writer) -> str:
    """Return the figure on record that supports a draft's, if it is written otherwise."""
    said = make_claim(checked.claim, 1, DraftPage())
    recorded = [writer.claims[name] for name in checked.facts]
    if checked.standing != "supported" or said.shown in {claim.shown for claim in recorded}:
        return ""
    by = f" by {recorded[0].reporter}" if recorded[0].reporter else ""
    return f", on record as {recorded[0].shown}{by}"


def _format_nearest(checked: Checked, nearest: Nearest, writer: Writer) -> Text:
    """Return what is on record for the same quantity, the closest figure first; or else for the closest quantity."""
    if {*nearest.differs_in} <= {"reporter"}:
        return text(("on record: ", DIM), _list_figures([writer.claims[name] for name in checked.facts], writer))
    claim = writer.claims[nearest.fact]
    subject = f"{claim.exporter} → {claim.importer}" if claim.exporter else f"{claim.flow} {'–'.join(claim.pair or ())}"
    when = f" {format_period(nearest.period)}" if nearest.period else ""
    by = f" by {nearest.reporter}" if nearest.reporter else ""
    label = "same figure: " if nearest.fits else "nearest: "
    return text((label, DIM), f"{tie(subject)}{when}{by}: ", format_shown(claim, writer))


def _list_figures(claims: Sequence[Claim], writer: Writer) -> Text:
    """Return figures with reporters and pages: `$1.6 bn [4], $1.317 bn by KG [5] [6]`."""
    grouped: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        grouped.setdefault((claim.shown or "", f" by {claim.reporter}" if claim.reporter else ""), []).append(claim)
    listed = [*grouped.items()][:_FIGURES]
    figures = [text(tie(f"{shown}{by} "), writer.cite(group, most=_PAGES)) for (shown, by), group in listed]
    more = len(grouped) - _FIGURES
    return text(Text(", ").join(figures), f" and {more} more" if more > 0 else "")


def _format_text_itself(result: CheckResult, screen: Screen) -> Iterator[Text]:
    """Yield the contradictions within the text, and people named in an office that they had left."""
    if not result.within and not result.officials:
        return
    yield Text()
    yield text(("In the text itself", "bold yellow"))
    for mismatch in result.within:
        line = max(result.checked[place].line for place in mismatch.claims)
        said = text(mismatch.message, (f" · {mismatch.arithmetic}" if mismatch.arithmetic else "", DIM))
        yield from format_labelled(format_line(line), said, screen)
    for left in result.officials:
        yield from format_labelled(format_line(left.line), left.message, screen)
