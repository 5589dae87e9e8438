"""How figures follow from printed ones: each claim as an interval, each derived figure step by step."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Annotated

from tradefacts.answer import Answer, answer
from tradefacts.errors import InvalidQueryError, UnknownNameError
from tradefacts.factbase import Claim, FactBase
from tradefacts.factbase.selection import Selection
from tradefacts.figure.notation import format_number
from tradefacts.figure.parsing import settle_figure
from tradefacts.named_tuples import NamedTuple
from tradefacts.period import Period
from tradefacts.query import prepare_query
from tradefacts.questions.records import suggest_id
from tradefacts.reckoning.assessment import find_goals
from tradefacts.reckoning.derivations import find_derivations
from tradefacts.reckoning.derived import Derivation, Derived, Quantity, Refusal
from tradefacts.reckoning.keys import group_by_key
from tradefacts.reckoning.readings import find_figures

_RULES = {
    "=": "half a unit of the last printed digit on each side",
    "~": "about: half a unit of the last digit other than 0 on each side",
    ">": "more than: from the printed figure up; for a fall, from it down",
    "<": "less than: up to the printed figure; for a fall, from it up",
}
_IN_WORDS = "in words, so imprecise: half a unit of the last digit other than 0 on each side"
_MEANT = "a goal is an exact amount"
# The numbers of a formula that reduce the result: for its lower end, their upper end is used.
_FALLING: dict[Quantity, tuple[str, ...]] = {
    "base period": ("growth",),
    "growth": ("earlier volume",),
    "rest": ("part",),
    "monthly pace": ("part",),
    "gap": ("volume",),
    "growth needed": ("volume",),
    "growth made": ("earlier volume",),
    "year reached": ("volume",),
}


class Printed(NamedTuple):
    """One claim as an interval."""

    fact: Annotated[str, "id of the claim"]
    printed: Annotated[str, "the figure's exact characters on the page"]
    bound: Annotated[str, "its bound"]
    rule: Annotated[str, "how its range follows from the digits"]
    low: Annotated[int | float | None, "lower end; null if open"]
    high: Annotated[int | float | None, "upper end; null if open"]


class Number(NamedTuple):
    """One number of a formula."""

    name: Annotated[str, "its name in the formula"]
    period: Annotated[str | None, "the months it covers; null for a goal or a count"]
    low: Annotated[
        int | float | None,
        "lower end: the highest of the lower ends of its closed claims; for a goal, the lowest over all its claims",
    ]
    high: Annotated[
        int | float | None,
        "upper end: the lowest of the upper ends of its closed claims; for a goal, the highest over all its claims",
    ]
    facts: Annotated[tuple[str, ...], "ids of its claims; none for a count of months or years"]


class Explained(NamedTuple):
    """A derived figure, step by step."""

    derived: Annotated[Derived, "the figure"]
    numbers: Annotated[tuple[Number, ...], "the numbers of its formula"]
    low: Annotated[str, "the formula for its lower end, with numbers"]
    high: Annotated[str, "the formula for its upper end, with numbers"]


class Refused(NamedTuple):
    """What was not derived."""

    quantity: Annotated[Quantity, "what would have been derived"]
    period: Annotated[str, "the months it would have covered"]
    reason: Annotated[str, "why it was not"]
    facts: Annotated[tuple[str, ...], "ids of the claims it would have followed from"]


class ExplainResult(NamedTuple):
    """The derivations asked for."""

    printed: Annotated[tuple[Printed, ...], "every claim that the figures follow from, as an interval"]
    derivations: Annotated[tuple[Explained, ...], "the figures, by period"]
    refused: Annotated[tuple[Refused, ...], "what only seems to follow"]


def ask_explain(base: FactBase, *arguments: str | int) -> Answer[ExplainResult]:
    """Return how figures are derived: all that follow from a claim (by id), or those of a pair and period.

    Raises:
        InvalidQueryError: the words are neither an id nor two places and a period.
        InvalidPeriodError: the third word is not a period.
        UnknownNameError: the id is unknown, or is not that of a fact.
        UnknownPlaceError: a place is unknown.
    """
    words = [f"{argument}" for argument in arguments]
    if len(words) == 1:
        return _explain_claim(base, words[0])
    *places, period = words or ("",)
    is_pair_and_period = len(places) == 2 or (len(places) == 1 and period[:1].isdigit())  # noqa: PLR2004 - KZ-KG or KZ KG
    if not is_pair_and_period:
        hint = "name an id, or two places and a period: tradefacts explain KZ KG 2021"
        raise InvalidQueryError(f"expected an id, or two places and a period, found {len(words)} words", hint=hint)
    query = prepare_query(base, (*places, None), {}, period=str(Period.parse(period)))
    pair, period = query.pair, query.asked["period"]
    claims = base.find_claims(query.selection)
    made, refused = _derive(claims, base.as_of)
    result = _make_result(
        claims,
        [derivation for derivation in made if derivation.derived.period == period],
        [refusal for refusal in refused if refusal.key.period == period],
        [claim.id for claim in claims if claim.period == period and claim.printed],
    )
    notes = [] if result.printed else [f"no claims about {pair.first} and {pair.second} in {period}"]
    return _make_answer(base, query.asked, result, claims, notes)


def _explain_claim(base: FactBase, name: str) -> Answer[ExplainResult]:
    found = base.find_by_ids([name])
    if not found:
        raise UnknownNameError(f"unknown fact {name!r}", hint=suggest_id(base, name, "facts"))
    claims = base.find_claims(Selection(pair=found[0].pair_code)) if found[0].pair_code else found
    made, refused = _derive(claims, base.as_of)
    result = _make_result(
        claims,
        [derivation for derivation in made if name in derivation.derived.from_],
        [refusal for refusal in refused if name in refusal.facts],
        [name] if found[0].printed else [],
    )
    notes = [] if result.derivations else [f"nothing is derived from {name}"]
    return _make_answer(base, {"id": name}, result, claims, notes)


def explain_shown(claims: Sequence[Claim], as_of: str) -> ExplainResult:
    """Return the derivations of the computed figures on a pair's screen, from the claims about that pair."""
    made, _ = _derive(claims, as_of)
    shown = [figure for figure in made if figure.derived.shown or figure.derived.quantity in _OF_GOALS]
    return _make_result(claims, shown, [], [])


_OF_GOALS = ("progress", "growth needed", "growth made")


def _derive(claims: Sequence[Claim], as_of: str) -> tuple[list[Derivation], list[Refusal]]:
    figures = [claim for claim in claims if claim.kind in {"volume", "growth"} and claim.flow != "balance"]
    groups = group_by_key(figures)
    made, refused = find_derivations(groups, {key: find_figures(group) for key, group in groups.items()})
    goals = find_goals([claim for claim in claims if claim.kind == "target"], figures, as_of)
    return [*made, *(derivation for goal in goals for derivation in goal.derivations)], refused


def _make_result(
    claims: Sequence[Claim], made: Sequence[Derivation], refused: Sequence[Refusal], about: Iterable[str]
) -> ExplainResult:
    by_id = {claim.id: claim for claim in claims}
    ids = [
        *about,
        *(name for derivation in made for name in derivation.derived.from_),
        *(name for refusal in refused for name in refusal.facts),
    ]
    return ExplainResult(
        tuple(_explain_printed(by_id[name]) for name in dict.fromkeys(ids)),
        tuple(map(_explain, made)),
        tuple(Refused(quantity, key.period or "", reason, facts) for quantity, key, reason, facts in refused),
    )


def _make_answer(
    base: FactBase, query: dict[str, object], result: ExplainResult, claims: Sequence[Claim], notes: Sequence[str]
) -> Answer[ExplainResult]:
    kept = {printed.fact for printed in result.printed}
    return answer(base, "explain", query, result, [claim for claim in claims if claim.id in kept], notes)


def _explain_printed(claim: Claim) -> Printed:
    bound = claim.bound or "="
    figure = None if claim.amount is None else settle_figure(claim.printed or "", claim.amount)
    rule = _IN_WORDS if bound == "=" and figure is not None and figure.in_words else _RULES[bound]
    rule = _MEANT if claim.kind == "target" else rule
    return Printed(claim.id, claim.printed or "", bound, rule, claim.low, claim.high)


def _explain(derivation: Derivation) -> Explained:
    derived = derivation.derived
    falling = _FALLING.get(derived.quantity, ())
    ends = {operand.name: (operand.low, operand.high) for operand in derivation.operands}
    low = {name: end[name in falling] for name, end in ends.items()}
    high = {name: end[name not in falling] for name, end in ends.items()}
    numbers = tuple(Number(*operand) for operand in derivation.operands)
    return Explained(derived, numbers, _write_step(derived, low, derived.low), _write_step(derived, high, derived.high))


def _write_step(derived: Derived, numbers: dict[str, int | float | None], result: float | None) -> str:
    """Return a formula with its numbers and its result, rounded outward."""
    if None in numbers.values() or result is None:
        return "open"
    known = {**numbers, "year": derived.period}
    names = "|".join(sorted(known, key=len, reverse=True))
    written = re.sub(rf"\b(?:{names})\b", lambda match: _write_number(known[match[0]]), derived.formula)
    # A year is not a quantity, so it has no thousands separators.
    return f"{written} = {result if derived.unit == 'year' else _write_number(result)}"


def _write_number(number: float | str | None) -> str:
    return number if isinstance(number, str) else format_number(number or 0)
