"""What contradicts what: a summary that fits a screen, or every finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from tradefacts.render.screen import text
from tradefacts.render.words import DIM, Writer, count

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.console import RenderableType

    from tradefacts.answer import Answer
    from tradefacts.audit import AuditResult
    from tradefacts.findings import Finding
    from tradefacts.render.screen import Screen

SHOWN = 5
"""How many findings a summary shows: with two lines each and their pages they fit a screen."""
_STYLES = {"contradiction": "red", "possible": "yellow"}
_PAGES = 3
"""How many pages of a finding are named."""


def render_audit(answer: Answer[AuditResult], screen: Screen) -> list[RenderableType]:
    """Return how much was compared and found, and the gravest findings with their arithmetic and pages."""
    result, writer = answer.result, Writer(answer, screen)
    parts: list[RenderableType] = [_write_head(result)]
    if result.causes:
        parts.append(text(("Likely   ", "bold"), _list_counts(result.causes)))
    if result.uncompared:
        parts += [text(("Alone    ", "bold"), f"{number:,} · {reason}") for reason, number in result.uncompared.items()]
    shown = answer.findings if "all" in answer.query else answer.findings[:SHOWN]
    parts.append(Text())
    for finding in shown:
        parts += _write_finding(finding, writer)
    if len(shown) < len(answer.findings):
        more = f"{count(len(answer.findings) - len(shown), 'more finding')} with --all, or by --severity and --code"
        parts.append(text((more, DIM)))
    return [*parts, Text(), *writer.write_sources()] if writer.numbers else parts


def _write_head(result: AuditResult) -> Text:
    found = ", ".join(f"{number} {_name(severity, number)}" for severity, number in result.severities.items())
    compared = f"{result.compared:,} of {count(result.figures, 'figure')} compared"
    return text((found or "nothing contradicts anything", "bold"), f" · {compared}")


def _name(severity: str, number: int) -> str:
    names = {"possible": "possible", "asymmetry": "asymmetry" if number == 1 else "asymmetries"}
    return names.get(severity, severity if number == 1 else f"{severity}s")


def _list_counts(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{number} {name}" for name, number in counts.items())


def _write_finding(finding: Finding, writer: Writer) -> Sequence[Text]:
    head = (finding.code, _STYLES.get(finding.severity, ""))
    cause = f" · {finding.cause}" if finding.cause else ""
    lines = [text(head, f" {finding.message} ", writer.cite(finding.facts, most=_PAGES))]
    lines.append(text("     ", (f"{finding.arithmetic or ''} · {finding.severity}{cause}", DIM)))
    return lines
