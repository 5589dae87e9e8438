"""Fit a conditional logit: which of some options is right, by the sum of the weights of their features."""

from __future__ import annotations

import math
import random
from operator import add
from typing import NamedTuple

EPOCHS, RATE, SEED = 10, 0.15, 7
_SETTLED, _SAMPLES = 3, 4
"""The epochs after which weights are averaged, and how often in each: the mean errs less than the last step."""
_LEAST_STEP = 1e-3
_LEAST_WEIGHT = 0.05


class Example(NamedTuple):
    """The options of one choice with their features, which of them are right, and the weight of the example."""

    options: list[list[str]]
    right: set[int]
    weight: float


class _Model:
    """Weights while they are fitted by AdaGrad."""

    def __init__(self, size: int, penalty: float) -> None:
        self.weights = [0.0] * size
        self.squares = [0.01] * size
        self.penalty = penalty

    def learn(self, options: list[list[int]], right: set[int], weight: float) -> dict[int, float]:
        """Take one step; return the gradient."""
        scores = [sum([self.weights[feature] for feature in features]) for features in options]
        top = max(scores)
        powers = [math.exp(score - top) for score in scores]
        total, good = sum(powers), sum([powers[number] for number in right])
        gradient: dict[int, float] = {}
        for number, power in enumerate(powers):
            step = (power / good if number in right else 0.0) - power / total
            if abs(step) > _LEAST_STEP:
                for feature in options[number]:
                    gradient[feature] = gradient.get(feature, 0.0) + step * weight
        for feature, slope in gradient.items():
            step = slope - self.penalty * self.weights[feature]
            self.squares[feature] += step * step
            self.weights[feature] += RATE * step / math.sqrt(self.squares[feature])
        return gradient


def fit(
    examples: list[Example], penalty: float, *, keep: int | None = None, only: frozenset[str] | None = None
) -> dict[str, float]:
    """Return the weights of features; with `keep`, fit again with only that many, the most discriminating ones."""
    names: dict[str, int] = {}
    data = []
    for example in examples:
        options = [
            [names.setdefault(feature, len(names)) for feature in features if only is None or feature in only]
            for features in example.options
        ]
        data.append((options, example.right, example.weight))
    weights, moved = _learn(data, len(names), penalty)
    if keep is None or len(names) <= keep:
        found = {name: round(weights[number], 1) for name, number in names.items()}
        return {name: weight for name, weight in found.items() if abs(weight) >= _LEAST_WEIGHT}
    ranked = sorted(names, key=lambda name: -abs(weights[names[name]]) * math.sqrt(moved[names[name]]))
    return fit(examples, penalty, only=frozenset(ranked[:keep]))


def _learn(
    data: list[tuple[list[list[int]], set[int], float]], size: int, penalty: float
) -> tuple[list[float], list[float]]:
    """Return the mean weights of numbered features, and how far each was moved in the first epoch."""
    model, moved, total = _Model(size, penalty), [0.0] * size, [0.0] * size
    order = random.Random(SEED)
    every = max(1, len(data) // _SAMPLES)
    samples = 0
    for epoch in range(EPOCHS):
        order.shuffle(data)
        for number, (options, right, weight) in enumerate(data):
            gradient = model.learn(options, right, weight)
            if epoch == 0:
                for feature, slope in gradient.items():
                    moved[feature] += slope * slope
            if epoch >= _SETTLED and number % every == 0:
                samples += 1
                total = list(map(add, total, model.weights))
    return [weight / samples for weight in total], moved
