"""The table of rules: every code, and the function that finds the defect.

The letter is A, for audit; the first digit is the subject: 1xx different figures for one quantity, 2xx growth,
3xx parts and wholes, 4xx statistics of two countries, 5xx people and offices, 6xx goals.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.audit import figures, growths, parts, people, statistics, targets
from tradefacts.errors import InvalidQueryError
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tradefacts.audit.evidence import Evidence
    from tradefacts.audit.uncoded import UncodedFinding
    from tradefacts.findings import Severity

    Check = Callable[[Evidence], Iterator[UncodedFinding]]

RULES: dict[str, tuple[Severity, Check]] = {
    "A101": ("contradiction", figures.readings_disagree),
    "A102": ("possible", figures.unattributed_fits_no_statistics),
    "A201": ("contradiction", growths.growth_contradicts_figures),
    "A202": ("contradiction", growths.growth_of_total_is_outside_its_parts),
    "A301": ("contradiction", parts.turnover_is_not_the_sum),
    "A302": ("contradiction", parts.direction_exceeds_turnover),
    "A303": ("contradiction", parts.shorter_period_exceeds_longer),
    "A304": ("contradiction", parts.share_contradicts_figures),
    "A401": ("asymmetry", statistics.mirror_flows_differ),
    "A402": ("asymmetry", statistics.turnover_differs_by_statistics),
    "A501": ("contradiction", people.office_has_two_holders),
    "A502": ("possible", people.person_holds_two_offices),
    "A503": ("possible", people.speaker_had_left_office),
    "A601": ("notice", targets.target_is_raised),
    "A602": ("notice", targets.target_is_lowered),
    "A603": ("notice", targets.target_is_redated),
    "A604": ("notice", targets.target_is_restated),
    "A605": ("notice", targets.target_is_missed),
}
"""The rules by code, each with the highest severity of its findings.

The name of a rule is that of its function. The docstring documents it, and says what is true if it finds nothing.
"""

SEVERITIES: tuple[Severity, ...] = ("contradiction", "possible", "asymmetry", "notice")
"""The severities, the most serious first."""


class Description(NamedTuple):
    """A rule, as described in the documentation."""

    code: str
    name: str
    severity: Severity
    sentence: str


def describe_rules() -> list[Description]:
    """Return every rule by code, with the highest severity it can have."""
    return [
        Description(code, check.__name__, severity, (check.__doc__ or "").strip().partition("\n")[0])
        for code, (severity, check) in RULES.items()
    ]


def select_rules(prefix: str | None) -> list[str]:
    """Return the codes that begin with a prefix, in upper or lower case, or all if none is given.

    Raises:
        InvalidQueryError: no code begins with the prefix.
    """
    codes = [code for code in RULES if code.startswith((prefix or "").strip().upper())]
    if not codes:
        raise InvalidQueryError(f"no rule begins with {prefix!r}", hint=f"one of: {', '.join(RULES)}")
    return codes
