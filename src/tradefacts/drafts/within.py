"""The text against itself: its claims audited as those of one page, by the rules that audit a base."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from tradefacts.audit import Evidence, find_findings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tradefacts.factbase import Claim

_CODES = ("A101", "A201", "A202", "A301", "A302", "A303", "A304")
"""One thing said twice, growth, parts and wholes: what one text can get wrong by itself."""


class Mismatch(NamedTuple):
    """Figures of a text that do not go together."""

    code: Annotated[str, "the rule of the audit"]
    rule: Annotated[str, "name of the rule: the defect, in words joined by underscores"]
    message: Annotated[str, "what does not go together, in one line"]
    arithmetic: Annotated[str | None, "the comparison in one line"]
    claims: Annotated[tuple[int, ...], "places of its claims in `checked`, counted from 0"]


def find_mismatches(claims: Mapping[int, Claim]) -> tuple[Mismatch, ...]:
    """Return what does not go together among the claims of a text, by their places; give those that were read surely.

    What touches or may have been rounded is left alone: only what cannot be true at all is told.
    """
    places = {claim.id: place for place, claim in claims.items()}
    return tuple(
        Mismatch(
            finding.code,
            finding.rule,
            finding.message,
            finding.arithmetic,
            tuple(sorted(places[name] for name in finding.facts)),
        )
        for finding in find_findings(Evidence([*claims.values()]), _CODES)
        if finding.verdict == "contradicted"
    )
