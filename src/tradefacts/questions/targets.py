"""Every goal: how far it is, by whom it was stated, and until when."""

from typing import Annotated, NamedTuple, Unpack

from tradefacts.answer import Answer, answer
from tradefacts.factbase import FactBase
from tradefacts.factbase.selection import Selection
from tradefacts.query import Filters, find_claims, limit, prepare_query
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
    place: str | None = None,
    partner: str | None = None,
    *,
    history: bool = False,
    **filters: Unpack[Filters],
) -> Answer[TargetsResult]:
    """Return the goals of a pair, of one country, or of all; `history` shows how each changed.

    Raises:
        UnknownPlaceError: a place is unknown.
        InvalidQueryError: both places are the same country.
    """
    query = prepare_query(base, (place, partner), filters, history=history)
    selection = query.selection
    # A date filters the statements; what they are held against is all that is known by then.
    targets, notes = find_claims(base, selection._replace(kinds=("target",)))
    known = Selection(pair=selection.pair, place=selection.place, known_by=selection.known_by, kinds=("volume",))
    volumes = base.find_claims(known._replace(reporters=selection.reporters))
    reckoned = limit(find_goals(targets, volumes, base.as_of), query.limit)
    goals = [one.goal for one in reckoned]
    derived = tuple(one.derived for goal in reckoned for one in goal.derivations)
    kept = {name for goal in goals for name in (*goal.facts, *_find_bases(goal))}
    kept.update(name for one in derived for name in one.from_)
    claims = [claim for claim in (*targets, *volumes) if claim.id in kept]
    if not goals:
        notes = [*notes, "no targets match (try 'tradefacts targets')"]
    told = {name for goal in goals for name in goal.facts}
    statements = tuple(one for one in find_history(targets) if one.fact in told)
    return answer(base, "targets", query.asked, TargetsResult(tuple(goals), statements, derived), claims, notes)


def _find_bases(goal: Goal) -> list[str]:
    """Return the ids of the claims that a goal is held against."""
    standings = (goal.year, goal.part_year)
    return [name for standing in standings if standing is not None for name in standing.reading.facts]
