"""The findings of `check` for editors: a problem for each figure, mismatch or office, with its position in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tradefacts.drafts.checking import CODES, LEFT, WITHIN
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.answer import Answer
    from tradefacts.drafts.checking import CheckResult
    from tradefacts.factbase import Claim
    from tradefacts.findings import Severity

Level = Literal["error", "warning", "note"]
LEVELS: dict[Severity, Level] = {"contradiction": "error", "possible": "warning", "notice": "note"}


class Problem(NamedTuple):
    """One problem in a text."""

    code: str
    level: Level
    line: int
    column: int
    printed: str
    """The characters of the text that it is about."""
    message: str
    claims: tuple[Claim, ...]
    """The claims on record that it is based on, the closest first."""
    subject: str
    """What identifies it within its text, regardless of line numbers."""


def list_problems(answer: Answer[CheckResult]) -> Iterator[Problem]:
    """Yield the problems in text order; figures that are supported, derived or not on record are not problems."""
    yield from sorted(_find_problems(answer), key=lambda problem: (problem.line, problem.column, problem.code))


def _find_problems(answer: Answer[CheckResult]) -> Iterator[Problem]:
    result, claims = answer.result, {claim.id: claim for claim in answer.claims}
    for figure in result.checked:
        if figure.standing in CODES:
            code, _, severity = CODES[figure.standing]
            near = (figure.nearest.fact,) if figure.nearest else ()
            rests = tuple(claims[name] for name in dict.fromkeys((*near, *figure.facts)) if name in claims)
            said = f"{figure.standing}: {figure.printed} · {figure.reason}"
            message = " · ".join(filter(None, (said, figure.arithmetic, _name(rests))))
            subject = f"{figure.claim} {figure.sentence}"
            yield Problem(code, LEVELS[severity], figure.line, figure.column, figure.printed, message, rests, subject)
    for mismatch in result.within:
        last = result.checked[max(mismatch.claims)]
        message = " · ".join(filter(None, (mismatch.message, mismatch.arithmetic)))
        yield Problem(WITHIN, "warning", last.line, last.column, last.printed, message, (), mismatch.message)
    for left in result.officials:
        rests = tuple(claims[name] for name in left.facts if name in claims)
        printed = left.name
        yield Problem(LEFT[0], "warning", left.line, left.column, printed, left.message, rests, left.message)


def _name(claims: tuple[Claim, ...]) -> str:
    """Return the closest claim on record with its page."""
    if not claims:
        return ""
    claim = claims[0]
    return f"on record: {claim.shown} ({claim.publisher}, {claim.published or 'undated'})"
