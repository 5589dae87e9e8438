"""The table of rules: every code, and the function that finds its defect.

The letter of a code is the severity, error (E) or warning (W); the first digit is the subject: 1xx identity and form,
2xx figure and period, 3xx pages, 4xx people and places, 5xx relations between facts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from tradefacts.basefile import faults
from tradefacts.errors import InvalidQueryError
from tradefacts.lint import figures, form, names, offices, relations, sources
from tradefacts.lint.exceptions import exception_does_not_fire
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tradefacts.lint.contents import Check

RULES: dict[str, Check] = {
    "E104": form.file_is_not_canonical,
    "W106": form.base_has_no_facts,
    "W107": form.id_is_unreadable,
    "E108": form.inferred_key_is_unknown,
    "W109": form.word_mixes_alphabets,
    "W110": form.text_has_invisible_signs,
    "W111": form.text_has_stray_blanks,
    "E112": form.text_is_too_long,
    "E115": form.withdrawn_id_is_used,
    "E116": form.id_has_vanished,
    "E201": figures.value_is_not_printed,
    "E202": figures.jobs_are_not_printed,
    "E203": figures.bound_word_is_in_printed,
    "E204": figures.currency_is_not_printed,
    "E205": figures.currency_is_not_inferred,
    "E206": figures.currency_is_unknown,
    "E207": figures.figure_has_wrong_unit,
    "E208": figures.period_is_not_canonical,
    "W209": figures.period_ends_after_publication,
    "E210": figures.base_period_is_not_earlier,
    "W211": figures.base_period_differs_in_length,
    "E212": figures.share_exceeds_whole,
    "W213": figures.share_has_no_whole,
    "E214": figures.value_is_not_positive,
    "E215": figures.percent_is_below_minus_100,
    "E216": figures.deadline_precedes_statement,
    "E301": sources.page_stands_twice,
    "W302": sources.address_imitates_another,
    "W303": sources.page_is_of_the_future,
    "W304": sources.publisher_is_spelled_in_two_ways,
    "W305": sources.origin_is_publisher,
    "W306": sources.page_cannot_be_found,
    "W307": sources.record_is_unused,
    "E401": names.name_is_shared,
    "W402": names.surname_is_shared,
    "W403": names.surname_names_another,
    "E404": names.country_code_is_not_alpha_2,
    "W405": names.groups_share_members,
    "W406": names.reporter_is_a_stranger,
    "E407": names.office_has_no_person,
    "W408": names.term_is_undated,
    "E409": names.term_ends_before_start,
    "E410": names.sighting_is_outside_term,
    "E411": names.sighting_follows_publication,
    "E412": names.meeting_is_unidentified,
    "E501": relations.claim_stands_twice,
    "W502": relations.copies_lack_an_origin,
    "E503": offices.terms_overlap,
    "W504": relations.copies_count_as_several_voices,
    "W505": offices.spell_ends_before_start,
    "W506": offices.sighting_follows_end,
}
"""The semantic rules by code; the name of a rule is that of its function, its documentation the docstring."""

UNFIRED = "E105"
"""The code of `exception_does_not_fire`, which runs last, on the findings of the others."""

_REFUSALS = {
    "shape_is_wrong": "A record must have exactly the keys of its kind, each with its type and written form.",
    "id_is_repeated": "An id or code must be used only once in a file, in any section.",
    "reference_is_unknown": "Every id and code in a record must exist in the base; a country cannot trade with itself.",
    "id_is_taken": "A record of a later layer can replace only a record of the same kind.",
    "withdrawn_is_unknown": "A layer can withdraw only records of lower layers or earlier editions, not its own.",
}


class Description(NamedTuple):
    """A rule, as described in the documentation."""

    code: str
    name: str
    severity: Literal["error", "warning"]
    sentence: str


def describe_rules() -> list[Description]:
    """Return every rule, including those that refuse a base, by hundreds and then by number."""
    described = [Description(code, name, "error", _REFUSALS[name]) for name, code in faults.RULES.items()]
    described += [_describe(code, check) for code, check in RULES.items()]
    described.append(_describe(UNFIRED, exception_does_not_fire))
    return sorted(described, key=lambda rule: rule.code[1:])


def is_by_part(check: Check) -> bool:
    """Whether a rule looks at single records, so that it is asked for each part of a base."""
    return "part" in check.__annotations__


def find_severity(code: str) -> Literal["error", "warning"]:
    """Return the severity of a rule's findings, by the letter of its code."""
    return "error" if code.startswith("E") else "warning"


def select_rules(prefixes: Sequence[str]) -> list[str]:
    """Return the codes that begin with one of the prefixes, or all if none is given.

    Raises:
        InvalidQueryError: no code begins with a prefix.
    """
    codes = sorted((*RULES, UNFIRED), key=lambda code: code[1:])
    wanted = tuple(prefix.strip().upper() for text in prefixes for prefix in text.split(",") if prefix.strip())
    for prefix in wanted:
        if not any(code.startswith(prefix) for code in codes):
            raise InvalidQueryError(f"no rule begins with {prefix!r}", hint=f"one of: {', '.join(codes)}")
    return [code for code in codes if code.startswith(wanted or ("E", "W"))]


def _describe(code: str, check: Callable[..., Any]) -> Description:
    return Description(code, check.__name__, find_severity(code), (check.__doc__ or "").strip().partition("\n")[0])
