"""Every goal: how far it is, by whom it was stated, and until when."""

from typing import Annotated, Any, NamedTuple

from tradefacts.answer import Answer, answer
from tradefacts.asking import NOTHING, Wanted, find_claims, find_filters, find_pair, limit
from tradefacts.factbase import FactBase
from tradefacts.questions.goals import Goal, find_goals
from tradefacts.questions.history import Statement, find_history
from tradefacts.reckoning.derived import Derived


class TargetsResult(NamedTuple):
    """The goals."""

    targets: Annotated[tuple[Goal, ...], "one for each pair and amount, by pair and then amount"]
    history: Annotated[tuple[Statement, ...], "the statements by pair, oldest first, undated last"]
    derived: Annotated[tuple[Derived, ...], "progress, gap, pace and the year reached, with what they rest on"]


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
    reckoned = limit(find_goals(targets, volumes, base.as_of), wanted.limit)
    goals = [one.goal for one in reckoned]
    derived = tuple(one.derived for goal in reckoned for one in goal.derivations)
    kept = {name for goal in goals for name in (*goal.facts, *_find_bases(goal))}
    kept.update(name for one in derived for name in one.from_)
    claims = [claim for claim in (*targets, *volumes) if claim.id in kept]
    if not goals:
        notes = [*notes, "no target passes (try 'tradefacts targets')"]
    told = {name for goal in goals for name in goal.facts}
    statements = tuple(one for one in find_history(targets) if one.fact in told)
    query = {**query, **({"history": True} if history else {}), **wanted.as_query()}
    return answer(base, "targets", query, TargetsResult(tuple(goals), statements, derived), claims, notes)


def _find_bases(goal: Goal) -> list[str]:
    """Return the ids of the claims that a goal is held against."""
    standings = (goal.year, goal.part_year)
    return [name for standing in standings if standing is not None for name in standing.figure.facts]
