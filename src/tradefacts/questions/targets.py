"""Goals: how far they are, who stated them, and their deadlines."""

from __future__ import annotations

from typing import Annotated, Unpack

from tradefacts.answer import Answer, answer
from tradefacts.factbase import FactBase
from tradefacts.factbase.selection import Selection
from tradefacts.factbase.sequences import NamedClaims
from tradefacts.named_tuples import NamedTuple
from tradefacts.query import Filters, limit, note_undated, prepare_query, select_kind
from tradefacts.reckoning.assessment import find_goals
from tradefacts.reckoning.derived import Derived
from tradefacts.reckoning.goals import Goal


class TargetsResult(NamedTuple):
    """The goals."""

    targets: Annotated[tuple[Goal, ...], "one for each pair and amount, by pair and then amount"]
    derived: Annotated[tuple[Derived, ...], "progress, gap, growth and the year reached, with the claims behind them"]


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
    # Dates filter the statements, but they are compared with all figures known by then, of the statistics asked for.
    stating = select_kind(query._replace(selection=selection._replace(reporters=())), "target")
    targets, notes = [*base.iterate_bare_claims(stating)], note_undated(base, stating)
    known = Selection(pair=selection.pair, place=selection.place, known_by=selection.known_by, kinds=("volume",))
    volumes = base.iterate_bare_claims(known._replace(reporters=selection.reporters))
    assessed = limit(find_goals(targets, volumes, base.as_of), query.limit)
    goals = tuple(goal for goal, _ in assessed)
    derived = tuple(derivation.derived for _, derivations in assessed for derivation in derivations)
    kept = {name for goal in goals for name in (*goal.facts, *goal.bases)}
    held = base.sort_ids(kept.difference(claim.id for claim in targets))
    claims = NamedClaims(base, [*(claim.id for claim in targets if claim.id in kept), *held])
    if not goals:
        notes = [*notes, "no targets match (try 'tradefacts targets')"]
    return answer(base, "targets", query.asked, TargetsResult(goals, derived), claims, notes)
