"""A checked draft for editors and code hosts: SARIF 2.1.0 (OASIS).

Columns are counted in code points from 1, and an end column is the one after the last character. The fingerprint of a
result covers what the figure claims and its sentence, not its line.
"""

from __future__ import annotations

import json
import os
from hashlib import sha256
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from tradefacts.drafts.checking import CODES, LEFT, WITHIN
from tradefacts.export.problems import LEVELS, list_problems
from tradefacts.text import escape
from tradefacts.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.answer import Answer
    from tradefacts.drafts.checking import CheckResult
    from tradefacts.export.problems import Problem
    from tradefacts.factbase import Claim

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_TEXTS = {
    "C101": "A figure of the draft is refused by every figure on record for the same thing.",
    "C102": "A figure of the draft is not borne out by those on record, which may be of other statistics.",
    "C103": "A figure of the draft is on record in the statistics of another country than the draft names.",
    "C104": "A figure of the draft is on record, and not the newest, as the draft has it.",
    WITHIN: "Figures of the draft cannot all be true.",
    LEFT[0]: "A person is named in an office that, by the record, had been left.",
}
_NAMES = {code: rule for code, rule, _ in CODES.values()} | {WITHIN: "figures_do_not_go_together", LEFT[0]: LEFT[1]}
_PAGES = 5
"""The most pages that a result links to."""
_LEVELS = {code: LEVELS[severity] for code, _, severity in CODES.values()}


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
            "snippet": {"text": escape(problem.printed)},
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
