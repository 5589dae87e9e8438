"""Use arithmetic to choose between readings of a figure that are almost equally likely."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from tradefacts.article.trust import tie_choices

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.article.choosing import Choice
    from tradefacts.article.page import Page

Entry = TypeVar("Entry")
_TOP, _REACH = 3, 30
_LEAST_RATIO = 0.12
"""The least likelihood of another reading, relative to the likeliest, for arithmetic to choose it."""


def settle(page: Page, choices: list[Choice]) -> list[Choice]:
    """Return the choices, with another reading wherever only that makes the figures nearby add up."""
    settled = list(choices)
    ties = tie_choices(page, settled)
    for position, choice in enumerate(settled):
        if not choice.is_claim or choice.kind == "target" or ties.held.get(choice.at):
            continue
        before = settled[max(0, position - _REACH) : position]
        after = settled[position + 1 : position + 1 + _REACH]
        for rival in _list_others(choice):
            found = tie_choices(page, [*before, rival, *after])
            if found.held.get(choice.at) and not found.broken.get(choice.at):
                settled[position] = rival
                ties = tie_choices(page, settled)
                break
    return settled


def _list_others(choice: Choice) -> Iterator[Choice]:
    """Yield the other readings that are likely enough, the likeliest first."""
    readings = []
    for view_rank, (_, place) in enumerate(choice.views[:_TOP]):
        for period_rank, (_, when) in enumerate(choice.periods[:_TOP]):
            if view_rank or period_rank:
                readings.append((place * when, view_rank, period_rank))
    best = choice.views[0][1] * choice.periods[0][1]
    for likely, view_rank, period_rank in sorted(readings, reverse=True):
        if likely < _LEAST_RATIO * best:
            return
        yield choice._replace(
            views=_put_first(choice.views, view_rank), periods=_put_first(choice.periods, period_rank)
        )


def _put_first(entries: list[Entry], rank: int) -> list[Entry]:
    return [entries[rank], *entries[:rank], *entries[rank + 1 :]]
