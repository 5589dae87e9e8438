"""A derivation as people read it: claims as printed, their ranges, the formula, both ends, what is assumed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from tradefacts.figure.notation import format_number, format_range
from tradefacts.render.calculated import format_percents
from tradefacts.render.claims import write_figure
from tradefacts.render.screen import text
from tradefacts.render.words import DIM, Writer, write_period

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from tradefacts.answer import Answer
    from tradefacts.questions.explain import Explained, ExplainResult, Number, Printed, Refused
    from tradefacts.reckoning.derived import Derived
    from tradefacts.render.screen import Screen

_RATES = {"growth needed": "a year", "growth made": "a year", "monthly pace": "a month"}
_GOAL_PERCENTS = ("progress", "growth needed", "growth made")
_MOST = 3
"""How many claims of a reading are shown with their figures; the rest by their pages."""


def render_explain(answer: Answer[ExplainResult], screen: Screen) -> list[RenderableType]:
    """Return each figure step by step, then what does not follow, then the pages."""
    result, writer = answer.result, Writer(answer, screen)
    parts: list[RenderableType] = []
    if not result.derivations:
        parts += [_write_printed(one, writer) for one in result.printed]
    for explained in result.derivations:
        parts += [Text()] if parts else []
        parts += write_explained(explained, result, writer)
    for refused in result.refused:
        parts += [Text()] if parts else []
        parts.append(_write_refused(refused, writer))
    return [*parts, Text(), *writer.write_sources()] if writer.numbers else [*parts, text("Nothing follows")]


def name_derived(derived: Derived) -> str:
    """Return what a derived figure is: `base period, turnover 2021 by KG`, `growth needed, turnover 2023`."""
    direction = f"{derived.exporter} → {derived.importer}" if derived.exporter else derived.flow
    counted = f" by {derived.reporter}" if derived.reporter else ""
    subject = f"{direction} {write_period(derived.period)}{counted}"
    return subject if derived.quantity == "turnover" else f"{derived.quantity}, {subject}"


def write_derived(derived: Derived) -> str:
    """Return the range of a derived figure with honest digits: `$1.05–1.14 bn`, `5.8–6.9 % a year`, `2029–2031`."""
    is_change = derived.quantity == "growth"
    if derived.quantity in _GOAL_PERCENTS:
        written = format_percents(derived.low, derived.high)
    else:
        written = format_range(derived.low, derived.high, derived.unit, is_change=is_change)
    return f"{written} {_RATES[derived.quantity]}" if derived.quantity in _RATES else written


def write_explained(explained: Explained, result: ExplainResult, writer: Writer) -> Sequence[Text]:
    """Return what a figure is, then how it follows: formula, numbers, the claims behind them, ends, assumptions.

    What belongs to a line stands below it, two blanks further in.
    """
    derived = explained.derived
    goal = next((writer.claims[number.facts[0]].shown for number in explained.numbers if number.name == "target"), None)
    about = f"target {goal}, {name_derived(derived)}" if goal else name_derived(derived)
    lines = [text((f"{about}: {write_derived(derived)}", "bold")), text(f"  = {derived.formula}")]
    printed = {one.fact: one for one in result.printed}
    for number in explained.numbers:
        lines.append(text(f"  {_write_number(number)}"))
        lines += [text("    ", _write_printed(printed[name], writer)) for name in number.facts[:_MOST]]
        if rest := number.facts[_MOST:]:
            lines.append(text("    ", (f"and {len(rest)} more ", DIM), writer.cite(rest)))
    lines += [text(f"  lowest   {explained.low}"), text(f"  highest  {explained.high}")]
    return [*lines, *(text(("  assumed: ", DIM), one) for one in derived.assumptions)]


def _write_number(number: Number) -> str:
    period = f" {write_period(number.period)}" if number.period else ""
    if number.low == number.high and number.low is not None:
        return f"{number.name}{period}: {format_number(number.low)}"
    low, high = ("open" if end is None else format_number(end) for end in (number.low, number.high))
    return f"{number.name}{period}: {low} to {high}"


def _write_printed(printed: Printed, writer: Writer) -> Text:
    claim = writer.claims[printed.fact]
    low, high = ("open" if end is None else format_number(end) for end in (printed.low, printed.high))
    said = f"{write_figure(claim)}, {writer.write_speaker(claim)} "
    return text(said, writer.cite([printed.fact]), (f" {low} to {high}: {printed.rule}", DIM))


def _write_refused(refused: Refused, writer: Writer) -> Text:
    head = (f"{refused.quantity} {write_period(refused.period)}: not derived", "bold")
    return text(head, f", {refused.reason} ", writer.cite(refused.facts))
