"""Amounts that are too large for the trade of two places."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tradefacts.article.plain.stage import Stage

_LARGER, _MANIFOLD = 1.2, 8


def exceeds(stage: Stage, pair: tuple[str, str]) -> bool:
    """Whether an amount is far larger than what two places trade by earlier claims, so that it is one with the world.

    Exports and imports are parts of a turnover; an amount of the same flow may have grown since.
    """
    is_total = "total" in stage.words
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
            if is_part or is_total:
                limits.append(known.values[0] * (_LARGER if is_part else _MANIFOLD))
    return bool(limits) and figure.values[0] > max(limits)
