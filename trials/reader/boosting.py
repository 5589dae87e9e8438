"""Fit a sum of step functions to yes-or-no answers: gradient boosting of one split each (Friedman 2001).

A sign can then matter up to some value and no further, which a weight for each sign could not express.
"""

from __future__ import annotations

import math
import random
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradefacts.article.tables import Steps

ROUNDS, RATE, SEED = 300, 0.1, 3
_BINS = 24
"""The most thresholds that are tried for a sign: quantiles of its values."""
_LEAST_ROWS = 15
"""The fewest rows on each side of a threshold."""
_TRIED = 0.35
"""The share of signs that are tried in a round, at random: together they generalize better than the best alone."""
_SMOOTHING = 1.0


class _Column(NamedTuple):
    """The values of a sign: its thresholds in order, and for each row how many of them it reaches."""

    name: str
    thresholds: list[float]
    places: list[int]
    direction: int
    """1 if the sign can only speak for the answer, -1 only against it, 0 both."""


def fit_steps(
    rows: Sequence[dict[str, float]], answers: Sequence[bool], directions: dict[str, int] | None = None
) -> Steps:
    """Return the steps of signs; what a row does not have counts as 0.

    `directions` are signs whose steps only go up (1) or down (-1).
    """
    columns = [
        column
        for name in sorted({name for row in rows for name in row})
        if (column := _make_column(name, [row.get(name, 0.0) for row in rows], (directions or {}).get(name, 0)))
    ]
    share = sum(answers) / len(answers)
    bias = math.log(share / (1 - share))
    scores = [bias] * len(rows)
    found: dict[str, dict[float, float]] = {}
    order = random.Random(SEED)
    for _ in range(ROUNDS):
        likely = [1 / (1 + math.exp(-score)) for score in scores]
        misses = [answer - share for answer, share in zip(answers, likely, strict=True)]
        weights = [share * (1 - share) for share in likely]
        tried = order.sample(columns, max(1, round(_TRIED * len(columns))))
        split = max((_find_split(column, misses, weights) for column in tried), key=lambda split: split.gain)
        if split.gain <= 0:
            continue
        column = split.column
        steps = found.setdefault(column.name, {})
        threshold = column.thresholds[split.place]
        steps[threshold] = steps.get(threshold, 0.0) + RATE * (split.above - split.below)
        bias += RATE * split.below
        for row, place in enumerate(column.places):
            scores[row] += RATE * (split.above if place > split.place else split.below)
    return {
        "bias": [(0.0, round(bias, 2))],
        **{
            name: [(threshold, round(step, 2)) for threshold, step in sorted(steps.items()) if round(step, 2)]
            for name, steps in sorted(found.items())
        },
    }


class _Split(NamedTuple):
    """The best threshold of a column: what it gains, and the answers below and above it."""

    gain: float
    column: _Column
    place: int = 0
    below: float = 0.0
    above: float = 0.0


def _make_column(name: str, values: list[float], direction: int) -> _Column | None:
    """Return a column whose thresholds are quantiles of its values; None if none leaves enough rows on each side."""
    ordered = sorted(values)
    cuts = {round(ordered[len(ordered) * number // _BINS], 3) for number in range(1, _BINS)}
    cuts |= {round(value, 3) for value in set(values)} if len(set(values)) <= _BINS else set()
    thresholds = []
    for cut in sorted(cuts):
        reached = sum(value >= cut for value in values)
        if _LEAST_ROWS <= reached <= len(values) - _LEAST_ROWS:
            thresholds.append(cut)
    places = [sum(value >= cut for cut in thresholds) for value in values]
    return _Column(name, thresholds, places, direction) if thresholds else None


def _find_split(column: _Column, misses: list[float], weights: list[float]) -> _Split:
    size = len(column.thresholds) + 1
    missed, weighed = [0.0] * size, [0.0] * size
    for place, miss, weight in zip(column.places, misses, weights, strict=True):
        missed[place] += miss
        weighed[place] += weight
    all_missed, all_weighed = sum(missed), sum(weighed)
    best = _Split(0.0, column)
    below, below_weight = 0.0, 0.0
    for place in range(size - 1):
        below += missed[place]
        below_weight += weighed[place]
        above, above_weight = all_missed - below, all_weighed - below_weight
        low, high = below / (below_weight + _SMOOTHING), above / (above_weight + _SMOOTHING)
        gain = below * low + above * high - all_missed**2 / (all_weighed + _SMOOTHING)
        if gain > best.gain and (high - low) * column.direction >= 0:
            best = _Split(gain, column, place, low, high)
    return best
