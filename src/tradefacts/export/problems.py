"""What `check` has to say to an editor: one problem for each figure, mismatch or office, with its place in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from tradefacts.drafts.checking import CODES, LEFT, WITHIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.answer import Answer
    from tradefacts.drafts.checking import CheckResult
    from tradefacts.factbase import Claim
    from tradefacts.findings import Severity

Level = Literal["error", "warning", "note"]
LEVELS: dict[Severity, Level] = {"contradiction": "error", "possible": "warning", "notice": "note"}


class Problem(NamedTuple):
    """One thing to look at."""

    code: str
    level: Level
    line: int
    column: int
    printed: str
    """The characters that it is about."""
    message: str
    claims: tuple[Claim, ...]
    """The claims on record that it rests on, the nearest first."""
    subject: str
    """What tells it from others of its text, however lines move."""


def list_problems(answer: Answer[CheckResult]) -> Iterator[Problem]:
    """Yield the problems in the order of the text; what is supported, derived or not on record is none."""
    yield from sorted(_find_problems(answer), key=lambda problem: (problem.line, problem.column, problem.code))


def _find_problems(answer: Answer[CheckResult]) -> Iterator[Problem]:
    result, claims = answer.result, {claim.id: claim for claim in answer.claims}
    for one in result.checked:
        if one.standing in CODES:
            code, _, severity = CODES[one.standing]
            near = (one.nearest.fact,) if one.nearest else ()
            rests = tuple(claims[name] for name in dict.fromkeys((*near, *one.facts)) if name in claims)
            said = f"{one.standing}: {one.printed} · {one.reason}"
            message = " · ".join(filter(None, (said, one.arithmetic, _name(rests))))
            subject = f"{one.claim} {one.sentence}"
            yield Problem(code, LEVELS[severity], one.line, one.column, one.printed, message, rests, subject)
    for mismatch in result.within:
        last = result.checked[max(mismatch.claims)]
        message = " · ".join(filter(None, (mismatch.message, mismatch.arithmetic)))
        yield Problem(WITHIN, "warning", last.line, last.column, last.printed, message, (), mismatch.message)
    for left in result.officials:
        rests = tuple(claims[name] for name in left.facts if name in claims)
        printed = left.name
        yield Problem(LEFT[0], "warning", left.line, left.column, printed, left.message, rests, left.message)


def _name(claims: tuple[Claim, ...]) -> str:
    """Return the nearest claim on record with its page."""
    if not claims:
        return ""
    claim = claims[0]
    return f"on record: {claim.shown} ({claim.publisher}, {claim.published or 'undated'})"
