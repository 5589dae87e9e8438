"""How the goals of a pair changed: stated, stated anew, raised, lowered, re-dated."""

from collections.abc import Sequence
from typing import Annotated, Literal, NamedTuple

from tradefacts.factbase import Claim

Change = Literal["first stated", "restated", "raised", "lowered", "re-dated"]


class Statement(NamedTuple):
    """One statement of a goal, and what it changed."""

    date: Annotated[str | None, "date of the page; null where it has none"]
    pair: Annotated[tuple[str, str], "the two places, sorted by code"]
    exporter: Annotated[str | None, "who sends, for exports and imports"]
    value: Annotated[int, "whole units of the currency"]
    by: Annotated[str | None, "deadline, when one is given"]
    change: Annotated[Change | None, "against what was stated before; null on a page without a date"]
    fact: Annotated[str, "id of the statement"]


def find_history(targets: Sequence[Claim]) -> list[Statement]:
    """Return the statements of the targets by pair, oldest first, undated last.

    A goal is raised or lowered against the newest amount stated before; the same amount is restated, or re-dated where
    the newest deadline given for it was another.
    """
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for claim in sorted(targets, key=lambda claim: (claim.pair_code or "", claim.published or "9999", claim.order)):
        groups.setdefault((claim.pair, claim.flow, claim.exporter, claim.currency), []).append(claim)
    return [statement for claims in groups.values() for statement in _tell(claims)]


def _tell(claims: Sequence[Claim]) -> list[Statement]:
    told: list[Statement] = []
    deadlines: dict[int, str] = {}
    newest: int | None = None
    for claim in claims:
        amount = int(claim.amount or 0)
        change = None if claim.published is None else _compare(amount, claim.by, newest, deadlines)
        told.append(
            Statement(claim.published, claim.pair or ("", ""), claim.exporter, amount, claim.by, change, claim.id)
        )
        if claim.published is not None:
            newest = amount
            if claim.by is not None:
                deadlines[amount] = claim.by
    return told


def _compare(amount: int, by: str | None, newest: int | None, deadlines: dict[int, str]) -> Change:
    if newest is None:
        return "first stated"
    if amount != newest:
        return "raised" if amount > newest else "lowered"
    return "re-dated" if by is not None and deadlines.get(amount, by) != by else "restated"
