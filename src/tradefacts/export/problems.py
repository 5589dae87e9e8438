"""A checked draft for editors and code hosts: each figure as a problem, in GitHub commands or SARIF 2.1.0 (OASIS)."""

from __future__ import annotations

import json
import os
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import quote

from tradefacts.drafts.checking import CODES, LEFT, UNREAD, WITHIN
from tradefacts.drafts.proposals import NOTHING_READ
from tradefacts.drafts.texts import join_lines
from tradefacts.named_tuples import NamedTuple
from tradefacts.text import escape
from tradefacts.version import __version__

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
            said = f"{figure.standing}: {join_lines(figure.printed)} · {figure.reason}"
            message = " · ".join(filter(None, (said, figure.arithmetic, _name(rests))))
            subject = f"{figure.claim} {join_lines(figure.sentence)}"
            yield Problem(code, LEVELS[severity], figure.line, figure.column, figure.printed, message, rests, subject)
    if not result.checked:
        yield Problem(UNREAD[0], "note", 1, 1, "", NOTHING_READ, (), NOTHING_READ)
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


_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_TEXTS = {
    "C101": "A figure of the draft is refused by every figure on record for the same thing.",
    "C102": "A figure of the draft is not borne out by those on record, which may be of other statistics.",
    "C103": "A figure of the draft is on record in the statistics of another country than the draft names.",
    "C104": "A figure of the draft is on record, and not the newest, as the draft has it.",
    WITHIN: "Figures of the draft cannot all be true.",
    LEFT[0]: "A person is named in an office that, by the record, had been left.",
    UNREAD[0]: "No figure of the draft was read, so that nothing was checked.",
}
_NAMES = (
    {code: rule for code, rule, _ in CODES.values()} | {WITHIN: "figures_do_not_go_together"} | dict((LEFT, UNREAD))
)
_PAGES = 5
"""The most pages that a result links to."""
_LEVELS: dict[str, Level] = {code: LEVELS[severity] for code, _, severity in CODES.values()} | {UNREAD[0]: "note"}


def iterate_sarif(answer: Answer[CheckResult]) -> Iterator[str]:
    """Yield the lines of a SARIF log with one run."""
    codes = [*_TEXTS]
    results = [_make_result(problem, codes, answer) for problem in list_problems(answer)]
    driver = {"name": "tradefacts", "version": __version__, "rules": [_make_rule(code) for code in codes]}
    run: dict[str, Any] = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    yield from json.dumps(log, ensure_ascii=False, indent=1).split("\n")


def _make_rule(code: str) -> dict[str, Any]:
    return {
        "id": code,
        "name": "".join(word.capitalize() for word in _NAMES[code].split("_")),
        "shortDescription": {"text": _TEXTS[code]},
        "defaultConfiguration": {"level": _LEVELS.get(code, "warning")},
    }


def _make_result(problem: Problem, codes: list[str], answer: Answer[CheckResult]) -> dict[str, Any]:
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": {"uri": _find_uri(answer)}}}
    if not answer.query.get("extracted"):  # line numbers of the text would not be those of the file
        location["physicalLocation"]["region"] = {
            "startLine": problem.line,
            "startColumn": problem.column,
            "endLine": problem.line + problem.printed.count("\n"),
            "endColumn": _find_end(problem),
            "snippet": {"text": "\n".join(map(escape, problem.printed.split("\n")))},
        }
    pages = [claim for claim in {claim.source: claim for claim in problem.claims}.values() if claim.url]
    return {
        "ruleId": problem.code,
        "ruleIndex": codes.index(problem.code),
        "level": problem.level,
        "message": {"text": escape(problem.message)},
        "locations": [location],
        "relatedLocations": [_relate(number, claim) for number, claim in enumerate(pages[:_PAGES], start=1)],
        "partialFingerprints": {"claim/v1": sha256(f"{problem.code} {problem.subject}".encode()).hexdigest()[:32]},
    }


def _find_end(problem: Problem) -> int:
    *before, last = problem.printed.split("\n")
    return len(last) + 1 if before else problem.column + len(last)


def _relate(number: int, claim: Claim) -> dict[str, Any]:
    said = f"{claim.shown or claim.kind}: {claim.publisher}, {claim.published or 'undated'}"
    place = {"artifactLocation": {"uri": quote(claim.url or "", safe="%/:?#[]@!$&'()*+,;=~-._")}}
    return {"id": number, "physicalLocation": place, "message": {"text": escape(said)}}


def _find_uri(answer: Answer[CheckResult]) -> str:
    """Return the file as a relative URI reference."""
    name = str(answer.query.get("file") or "-")
    return quote("stdin" if name == "-" else name.replace(os.sep, "/"), safe="/-._~")
