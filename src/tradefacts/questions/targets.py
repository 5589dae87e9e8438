"""Every goal: how far it is, by whom it was stated, and until when."""

from typing import Annotated, Any, NamedTuple

from tradefacts.answer import Answer, answer
from tradefacts.asking import NOTHING, Wanted, find_claims, find_filters, find_pair, limit
from tradefacts.factbase import FactBase
from tradefacts.reckoning.assessment import find_goals
from tradefacts.reckoning.derived import Derived
from tradefacts.reckoning.goals import Goal


class TargetsResult(NamedTuple):
    """The goals."""

    targets: Annotated[tuple[Goal, ...], "one for each pair and amount, by pair and then amount"]
    derived: Annotated[tuple[Derived, ...], "progress, gap, growth and the year reached, with what they rest on"]


def ask_targets(
    base: FactBase,
    one: str | None = None,
    other: str | None = None,
    wanted: Wanted = NOTHING,
    *,
    history: bool = False,
) -> Answer[TargetsResult]:
    """Return the goals of a pair, of one country, or of all; `history` shows how each changed.

    Raises:
        UnknownPlaceError: a place is unknown.
        InvalidQueryError: both places are the same country.
    """
    filters = find_filters(base, wanted)
    query: dict[str, Any] = {}
    if one is not None and other is not None:
        pair = find_pair(base, one, other)
        filters = filters._replace(pair=str(pair))
        query = {"pair": list(pair)}
    elif one is not None:
        filters = filters._replace(place=base.resolve_place(one))
        query = {"place": filters.place}
    # A date filters the statements; what they are held against is all that is known by then.
    targets, notes = find_claims(base, filters._replace(kind="target"))
    volumes = base.find_claims(filters._replace(kind="volume", since=None, until=None, speaker=None, source=None))
    assessed = limit(find_goals(targets, volumes, base.as_of), wanted.limit)
    goals = tuple(goal for goal, _ in assessed)
    derived = tuple(derivation.derived for _, derivations in assessed for derivation in derivations)
    kept = {name for goal in goals for name in (*goal.facts, *goal.bases)}
    claims = [claim for claim in (*targets, *volumes) if claim.id in kept]
    if not goals:
        notes = [*notes, "no goals match (try 'tradefacts targets')"]
    query = {**query, **({"history": True} if history else {}), **wanted.as_query()}
    return answer(base, "targets", query, TargetsResult(goals, derived), claims, notes)
