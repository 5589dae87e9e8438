"""The contradictions: the newest of each severity, or every finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from tradefacts.render.disputes import DisputeWriter, find_date
from tradefacts.render.labels import format_labelled
from tradefacts.render.screen import text
from tradefacts.render.words import DIM, Writer, count, name_places

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tradefacts.answer import Answer
    from tradefacts.audit import AuditResult
    from tradefacts.findings import Finding, Severity
    from tradefacts.render.screen import Screen

SHOWN = 5
"""The most findings shown per severity: with arithmetic and pages, those of a pair fit on a screen or two."""
_LEAST: Severity = "notice"
"""The severity whose findings are only counted unless they are asked for."""
HEADS: dict[Severity, tuple[str, str]] = {
    "contradiction": ("Contradictions", "red"),
    "possible": ("Possible", "yellow"),
    "asymmetry": ("Between statistics", ""),
    "notice": ("Notices", ""),
}
"""The heading and colour of each severity, the most serious first."""
_WIDE = 80
"""The least screen width at which a finding has its label beside it."""
_WIDEST = 30
"""The label column's greatest width; a longer label shifts only its own line."""


def render_audit(answer: Answer[AuditResult], screen: Screen) -> list[Text]:
    """Return how much was found and compared, then the findings, the most serious first, and the pages."""
    writer, everything = Writer(answer, screen), "all" in answer.query
    parts: list[Text] = [text((_format_head(answer), "bold")), *_format_compared(answer.result, everything)]
    disputes = DisputeWriter(writer, is_of_pair="pair" in answer.query)
    for severity, (head, style) in HEADS.items():
        found = [finding for finding in answer.findings if finding.severity == severity]
        found.sort(key=lambda finding: find_date(finding, writer), reverse=True)
        most = 0 if severity == _LEAST and not {"severity", "code"} & answer.query.keys() else SHOWN
        shown = found if everything else found[:most]
        if found:
            parts.append(Text())
        if shown:
            parts += [text((head, f"bold {style}".rstrip())), *_format_findings(shown, disputes, screen)]
        if len(shown) < len(found):
            more = f"{len(found) - len(shown):,} more" if shown else _count(severity, len(found))
            parts.append(text((f"{more} with --all", DIM)))
    return [*parts, Text(), *writer.format_sources()] if writer.numbers else parts


def _format_head(answer: Answer[AuditResult]) -> str:
    """Return what was asked, and the number of findings of each severity."""
    about = name_places(answer, "All claims")
    counts = answer.result.severities.items()
    return f"{about}: {', '.join(_count(*item) for item in counts) or 'nothing contradicts anything'}"


def _count(severity: str, number: int) -> str:
    if severity in {"contradiction", "notice"}:
        return count(number, severity)
    return f"{number:,} {'possible' if severity == 'possible' else 'between statistics'}"


def _format_compared(result: AuditResult, everything: bool) -> Iterator[Text]:  # noqa: FBT001 - the value of `--all`
    """Yield the number of figures compared, and why the others were not."""
    alone = result.figures - result.compared
    more = "" if everything or not alone else " (why: --all)"
    stand = f"; {alone:,} {'stands' if alone == 1 else 'stand'} alone{more}" if alone else ""
    yield text(f"{result.compared:,} of {count(result.figures, 'figure')} compared{stand}")
    if everything:
        yield from (text(f"  {number:>5,}  {reason}") for reason, number in result.uncompared.items())


def _format_findings(findings: Sequence[Finding], disputes: DisputeWriter, screen: Screen) -> Iterator[Text]:
    labels = [disputes.format_label(finding) for finding in findings]
    width = min(max(map(len, labels)), _WIDEST) + 2
    beside = screen if screen.columns >= _WIDE else screen._replace(is_list=True)
    for label, finding in zip(labels, findings, strict=True):
        yield from format_labelled(label, disputes.format_finding(finding), beside, width=width)
        reason = disputes.format_reason(finding)
        if reason.plain:
            yield from format_labelled("", reason, beside, width=width)
