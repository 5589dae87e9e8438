"""A checked draft as GitHub workflow commands, which annotate lines of the file with messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.export.problems import list_problems
from tradefacts.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.answer import Answer
    from tradefacts.drafts.checking import CheckResult

_WORDS = {"error": "error", "warning": "warning", "note": "notice"}


def iterate_annotations(answer: Answer[CheckResult]) -> Iterator[str]:
    """Yield one workflow command for each problem, in text order."""
    file = str(answer.query.get("file") or "-")
    for problem in list_problems(answer):
        places = {"file": file, "title": f"tradefacts {problem.code}"}
        if not answer.query.get("extracted"):
            end = problem.column + len(problem.printed.partition("\n")[0])
            places |= {"line": str(problem.line), "col": str(problem.column), "endColumn": str(end)}
        written = ",".join(f"{name}={_escape_property(value)}" for name, value in places.items())
        yield f"::{_WORDS[problem.level]} {written}::{_escape_data(problem.message)}"


def _escape_data(text: str) -> str:
    """Return text with percent signs and line ends encoded as the runner expects (actions/toolkit, command.ts)."""
    return escape(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")
