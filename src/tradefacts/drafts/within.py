"""Consistency within a text: its claims are audited as those of one page, by the rules that audit a base."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from tradefacts.audit import Evidence, find_findings
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tradefacts.factbase import Claim

_CODES = ("A101", "A201", "A202", "A301", "A302", "A303", "A304")
"""The rules that apply within one text: repeated figures, growth, parts and wholes."""


class Mismatch(NamedTuple):
    """Figures of a text that are inconsistent."""

    code: Annotated[str, "the rule of the audit"]
    rule: Annotated[str, "name of the rule: the defect, in words joined by underscores"]
    message: Annotated[str, "the inconsistency, in one line"]
    arithmetic: Annotated[str | None, "the comparison in one line"]
    claims: Annotated[tuple[int, ...], "indexes of its claims in `checked`, from 0"]


def find_mismatches(claims: Mapping[int, Claim]) -> tuple[Mismatch, ...]:
    """Return the inconsistencies among the claims of a text, given by index; pass only those that were read surely.

    Only claims that cannot all be true are reported, not those that touch or may have been rounded.
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
