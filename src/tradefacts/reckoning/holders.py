"""Who holds an office on a day: known, unclear or unknown, with the spells that show it.

A missing end does not mean that a person is still in office. An open spell is known up to its last sign, and unclear
from then to the next holder's first sign.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tradefacts.named_tuples import NamedTuple
from tradefacts.reckoning.spells import find_next

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradefacts.reckoning.spells import Spell

Status = Literal["known", "unclear", "unknown"]
Reason = Literal[
    "in office",
    "left that day",
    "several holders",
    "date too coarse",
    "not seen later",
    "not seen earlier",
    "before",
    "after",
]


class Standing(NamedTuple):
    """What one spell says about a day: how certain the holder is, and why the spell is listed."""

    spell: Spell
    status: Status
    reason: Reason


def find_holders(spells: Sequence[Spell], day: str, *, is_shared: bool) -> list[Standing]:
    """Return what the spells of one office say about a day; if none covers it, the nearest before and after.

    The new holder comes before one who left that day.
    """
    holders = [spell for spell in spells if spell.holds_on(day)]
    coarse = [Standing(spell, "unclear", "date too coarse") for spell in spells if spell.may_hold_on(day)]
    if is_shared and (holders or coarse):
        return [*(Standing(spell, "known", "in office") for spell in holders), *coarse]
    if holders:
        return _judge_holders(holders, coarse, day)
    lasting = [spell for spell in spells if _lasts_until(spell, spells, day)]
    listed = [standing.spell for standing in coarse]
    open_ended = [Standing(spell, "unclear", "not seen later") for spell in lasting if spell not in listed]
    early = [] if is_shared else _find_early(lasting, spells, day)
    return [*open_ended, *coarse, *early] or _find_nearest(spells, day)


def _judge_holders(holders: Sequence[Spell], coarse: list[Standing], day: str) -> list[Standing]:
    """Judge the spells that cover the day. On the day of a change, the new holder has the office.

    If there are several holders, the one shown by most pages comes first.
    """
    leavers = [spell for spell in holders if _is_left_on(spell, day, holders)]
    rest = [spell for spell in holders if spell not in leavers]
    if len({spell.person for spell in rest}) > 1:
        ordered = sorted(holders, key=lambda spell: not spell.agrees_on(day))
        return [Standing(spell, "unclear", "several holders") for spell in ordered]
    stayed = {spell.person for spell in rest}
    left = [Standing(spell, "known", "left that day") for spell in leavers if spell.person not in stayed]
    if rest:
        return [*(Standing(spell, "known", "in office") for spell in rest), *left]
    return [*left, *coarse]


def _is_left_on(spell: Spell, day: str, holders: Sequence[Spell]) -> bool:
    """Whether a spell ends on the day: it has that end, or its last sign, and somebody else takes the office."""
    if spell.last.precise != day:
        return False
    is_taken = any(holder is not spell and _is_taken_on(holder, day) for holder in holders)
    return spell.is_closed or (is_taken and not _is_taken_on(spell, day))


def _is_taken_on(spell: Spell, day: str) -> bool:
    return any(sign.moment == "start" and sign.precise == day for sign in spell.signs)


def _lasts_until(spell: Spell, spells: Sequence[Spell], day: str) -> bool:
    """Whether an open spell may last until the day: nobody else is in office between its last sign and the day."""
    if not spell.signs or spell.is_closed or day <= (last := spell.last).latest:
        return False
    signs = (sign for holder in spells if holder is not spell for sign in holder.signs)
    return not any(last.is_followed_by(sign) and sign.is_reached(day) for sign in signs)


def _find_early(lasting: Sequence[Spell], spells: Sequence[Spell], day: str) -> list[Standing]:
    """Return the successors of spells that may have lasted until the day, if they may have begun before it."""
    following = [found for spell in lasting if (found := find_next(spell, spells))]
    early = [spell for spell, sign in following if sign.moment != "start" and not spell.may_hold_on(day)]
    return [Standing(spell, "unclear", "not seen earlier") for spell in early[:1]]


def _find_nearest(spells: Sequence[Spell], day: str) -> list[Standing]:
    before = [(sign.latest, spell) for spell in spells for sign in spell.signs if sign.latest < day]
    after = [(sign.earliest, spell) for spell in spells for sign in spell.signs if sign.earliest > day]
    last = max(before, key=lambda found: found[0], default=None)
    first = min(after, key=lambda found: found[0], default=None)
    return [
        *([Standing(last[1], "unknown", "before")] if last else []),
        *([Standing(first[1], "unknown", "after")] if first else []),
    ]
