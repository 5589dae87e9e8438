"""A derivation for people: claims as printed, their ranges, the formula, both ends, the assumptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from tradefacts.figure.notation import format_number, format_range
from tradefacts.reckoning.derived import FORMULAS
from tradefacts.render.calculated import format_percents
from tradefacts.render.claims import format_figure
from tradefacts.render.screen import text
from tradefacts.render.words import DIM, Writer, format_period
from tradefacts.render.wrapping import TIE, tie

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradefacts.answer import Answer
    from tradefacts.questions.explain import Explained, ExplainResult, Number, Printed, Refused
    from tradefacts.reckoning.derived import Derived
    from tradefacts.render.screen import Screen

_RATES = {"growth needed": "a year", "growth made": "a year", "monthly pace": "a month"}
_QUANTITIES = [*FORMULAS]
_VOLUMES = ("base period", "turnover")
"""The quantities that are volumes of their period and need no further name."""
_GOAL_PERCENTS = ("progress", "growth needed", "growth made")
_MOST = 3
"""The most claims of a reading shown with their figures; the others are shown by page only."""


def render_explain(answer: Answer[ExplainResult], screen: Screen) -> list[Text]:
    """Return a summary, each derived figure step by step, what cannot be derived, and the pages."""
    result, writer = answer.result, Writer(answer, screen)
    derivations = sorted(result.derivations, key=_rank)
    parts: list[Text] = _format_summary(answer, [explained.derived for explained in derivations])
    if not derivations:
        parts += [_format_printed(printed, writer) for printed in result.printed]
    for explained in derivations:
        parts += [Text()] if parts else []
        parts += format_explained(explained, result, writer)
    for refused in result.refused:
        parts += [Text()] if parts else []
        parts.append(_format_refused(refused, writer))
    return [*parts, Text(), *writer.format_sources()] if writer.numbers else [*parts, text("Nothing follows")]


def _rank(explained: Explained) -> tuple[bool, int]:
    """Return the sort key of derived figures: turnover before goods, figures of the period before those of goals."""
    return explained.derived.exporter is not None, _QUANTITIES.index(explained.derived.quantity)


def _format_summary(answer: Answer[ExplainResult], derived: Sequence[Derived]) -> list[Text]:
    """Return a line for each derived figure if there are several."""
    if len(derived) < 2:  # noqa: PLR2004 - a single figure has its own first line
        return []
    query = answer.query
    about = (
        f"{answer.names.format_places(query['pair'])}, {format_period(query['period'])}"
        if "pair" in query
        else query["id"]
    )
    lines = [text(f"  {name_derived(figure)}: {format_derived(figure)}") for figure in derived]
    return [text((f"{about}: {len(derived)} figures follow", "bold")), *lines]


def name_derived(derived: Derived) -> str:
    """Return the name of a derived figure: `turnover 2021 by KG`, `growth needed, turnover 2023`."""
    direction = f"{derived.exporter} → {derived.importer}" if derived.exporter else derived.flow
    counted = f" by {derived.reporter}" if derived.reporter else ""
    subject = f"{direction} {format_period(derived.period)}{counted}"
    return subject if derived.quantity in _VOLUMES else f"{derived.quantity}, {subject}"


def format_derived(derived: Derived) -> str:
    """Return the range of a derived figure in significant digits: `$1.05–1.14 bn`, `5.8–6.9 % a year`, `2029–2031`."""
    is_change = derived.quantity == "growth"
    if derived.quantity in _GOAL_PERCENTS:
        written = format_percents(derived.low, derived.high)
    else:
        written = format_range(derived.low, derived.high, derived.unit, is_change=is_change)
    rate = f" {_RATES[derived.quantity]}" if derived.quantity in _RATES else ""
    return f"{tie(written)}{rate}"


def format_explained(explained: Explained, result: ExplainResult, writer: Writer) -> Sequence[Text]:
    """Return the name of a figure, then its derivation: formula, numbers, the claims behind them, ends, assumptions.

    Details of a line are below it, indented by two more spaces.
    """
    derived = explained.derived
    goal = next((writer.claims[number.facts[0]].shown for number in explained.numbers if number.name == "target"), None)
    about = f"target {goal}, {name_derived(derived)}" if goal else name_derived(derived)
    lines = [text((f"{about}: {format_derived(derived)}", "bold")), text(f"  = {derived.formula}")]
    printed = {claim.fact: claim for claim in result.printed}
    for number in explained.numbers:
        lines += _format_number(number, [printed[name] for name in number.facts[:_MOST]], writer)
        if rest := number.facts[_MOST:]:
            lines.append(text("    ", (f"and {len(rest)} more ", DIM), writer.cite(rest)))
    lines += [text(f"  lowest   {explained.low}"), text(f"  highest  {explained.high}")]
    return [*lines, *(text(("  assumed: ", DIM), assumption) for assumption in derived.assumptions)]


def _format_number(number: Number, claims: Sequence[Printed], writer: Writer) -> list[Text]:
    """Return a number of a formula with its claims; their range is given once if it is the same for all."""
    period = f" {format_period(number.period)}" if number.period else ""
    if number.low == number.high and number.low is not None:
        written = format_number(number.low)
    else:
        written = _format_range(number.low, number.high)
    meanings = {(claim.low, claim.high, claim.rule) for claim in claims}
    is_same = len(meanings) == 1 and meanings == {(number.low, number.high, claims[0].rule)}
    rule = (f", {claims[0].rule}" if is_same else "", DIM)
    lines = [text(f"  {number.name}{period}: {written}", rule)]
    return [*lines, *(text("    ", _format_printed(claim, writer, has_range=not is_same)) for claim in claims)]


def _format_range(low: float | None, high: float | None) -> str:
    return " to ".join("open" if end is None else format_number(end) for end in (low, high))


def _format_printed(printed: Printed, writer: Writer, *, has_range: bool = True) -> Text:
    claim = writer.claims[printed.fact]
    said = f"{format_figure(claim)}, {writer.format_speaker(claim)}{TIE}"
    meant = f" {_format_range(printed.low, printed.high)}: {printed.rule}" if has_range else ""
    return text(said, writer.cite([printed.fact]), (meant, DIM))


def _format_refused(refused: Refused, writer: Writer) -> Text:
    head = (f"{refused.quantity} {format_period(refused.period)}: not derived", "bold")
    return text(head, f", {refused.reason} ", writer.cite(refused.facts))
