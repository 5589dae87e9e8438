"""Lint findings, one per line."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from tradefacts.render.screen import text
from tradefacts.render.words import DIM, count
from tradefacts.render.wrapping import tie

if TYPE_CHECKING:
    from rich.text import Text

    from tradefacts.answer import Answer
    from tradefacts.findings import Finding
    from tradefacts.lint import LintResult
    from tradefacts.render.screen import Screen

_QUOTED = re.compile(r"'[^']{1,60}'")
_STYLES = {"error": "red", "warning": "yellow"}


def render_lint(answer: Answer[LintResult], screen: Screen) -> list[Text]:  # noqa: ARG001 - every renderer has a screen
    """Return the number of faults in each file and a line for each fault, or that there are none."""
    result = answer.result
    known = count(result.excepted, "known exception") if result.excepted else ""
    if not answer.findings:
        names = ", ".join(layer["name"] for layer in answer.layers)
        are = "is" if len(answer.layers) == 1 else "are"
        counted = filter(None, (count(result.facts, "fact"), count(result.pages, "page"), known))
        return [text(f"{names} {are} clean: {', '.join(counted)}")]
    parts: list[Text] = []
    for layer, found in groupby(answer.findings, key=lambda finding: finding.layer):
        findings = list(found)
        parts += [text((f"{layer}: {_count(findings)}", "bold")), *map(_format_fault, findings)]
    return [*parts, text((f"and {known}", DIM))] if known else parts


def _count(findings: list[Finding]) -> str:
    counted = [(sum(finding.severity == severity for finding in findings), severity) for severity in _STYLES]
    return ", ".join(count(number, severity) for number, severity in counted if number)


def _format_fault(finding: Finding) -> Text:
    about = f"{finding.facts[0]}  " if finding.facts else ""
    line = f"line {finding.line}  " if finding.line else ""
    code = (finding.code, _STYLES.get(finding.severity, ""))
    # A quoted value stays on one line, so that it can be copied.
    message = _QUOTED.sub(lambda quoted: tie(quoted[0]), finding.message)
    return text(f"  {line}{about}", code, f" {finding.rule.replace('_', ' ')}: {message}")
