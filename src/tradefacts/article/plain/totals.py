"""Figures about the trade of a place with all countries."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from tradefacts.article.context import told_both_ways
from tradefacts.article.plain.home import find_pair
from tradefacts.article.plain.stage import WITH

if TYPE_CHECKING:
    from tradefacts.article.plain.stage import Stage

_LARGER, _MANIFOLD = 1.2, 8
_WHOLE, _PAIR, _YEAR = 6, 2, 12


def is_total(stage: Stage, pair: tuple[str, str]) -> bool:
    """Whether exports or imports without a place are those to or from all countries, not those of a pair."""
    # As in "Внешняя торговля Молдовы с Россией: экспорт – 120 млн".
    has_partner = any(place.mark in WITH for place in stage.places)
    return (
        bool(stage.words & {"foreign"} and not has_partner)
        or _is_called_total(stage)
        or _is_whole(stage)
        or exceeds(stage, pair)
    )


def _is_called_total(stage: Stage) -> bool:
    """Distinguish "total exports" from exports to a partner."""
    if stage.cue is None or stage.words & {"across", "mutual"}:
        return False
    if stage.cue[1] == "T" and told_both_ways(stage.state):
        return False  # "It bought for $5 m and sold for $3 m. Total trade in January–May was …"
    near = range(max(stage.begin, stage.cue[0] - 2), min(stage.end, stage.cue[0] + 3))
    return any("total" in stage.page.cues[position] for position in near)


def _is_whole(stage: Stage) -> bool:
    """Whether "the country's exports" are those to the world: as the claims before them, or as their first claim."""
    if stage.cue is None:
        return False
    cues = stage.page.cues
    behind = range(stage.cue[0] + 1, min(stage.end, stage.cue[0] + _WHOLE))
    has_home = [position for position in behind if "home" in cues[position]]
    if any("total" in cues[position] for position in behind) and has_home:
        # "экспорт в целом по республике"
        return True
    owner = stage.page.cut.tokens[stage.cue[0] - 1]
    if owner.is_possessive and "home" in cues[stage.cue[0] - 1] and _has_partners(stage):
        return True  # "the republic's exports", after the trade with several countries
    is_known = find_pair(stage) is None or any(claim.view.partner == "WORLD" for claim in stage.state.claims)
    return is_known and has_home[:1] == [stage.cue[0] + 1]


def _has_partners(stage: Stage) -> bool:
    """Whether the claims so far are about the trade with several countries."""
    return len({code for claim in stage.state.claims for code in claim.view[:2]}) > _PAIR


def exceeds(stage: Stage, pair: tuple[str, str]) -> bool:
    """Whether an amount is far larger than what two places trade by earlier claims, so that it is one with the world.

    Exports and imports are parts of a turnover; an amount of the same flow may have grown since, and a month is short.
    """
    is_called_total = "total" in stage.words
    if stage.kind != "volume" or stage.cue is None:
        return False
    figures = stage.page.figures
    figure = figures[bisect_left(stage.page.figure_starts, stage.middle)]
    limits = []
    for claim in stage.state.claims:
        known = figures[claim.at]
        is_alike = claim.kind == "volume" and len({known.currency, figure.currency} - {None}) == 1
        if is_alike and claim.view.flow != "balance" and set(claim.view[:2]) == set(pair):
            is_part = claim.view.flow == "turnover" and stage.cue[1] in "XM"
            if is_part or is_called_total:
                in_a_year = _YEAR if claim.period is not None and claim.period.months == 1 else 1
                limits.append(known.values[0] * in_a_year * (_LARGER if is_part else _MANIFOLD))
    return bool(limits) and figure.values[0] > max(limits)


def follows_partners(stage: Stage, home: str) -> bool:
    """Whether the last claims of a place were about different partners: "в целом Грузия вывезла …" sums them up."""
    views = [claim.view for claim in stage.state.claims]
    return len({view.partner for view in views if home == view.subject}) > 1 and views[-1].subject == home
