"""The names and weights passed to the reader, which opens no base itself."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

Weights = dict[str, dict[str, float]]
"""Decision → feature → weight."""
Steps = dict[str, list[tuple[float, float]]]
"""Sign → thresholds, each with what it adds to the sum if the sign reaches it."""


class Model(NamedTuple):
    """What was fitted to labelled texts."""

    weights: Weights
    trust: Steps
    tiers: dict[str, float]
    """The lowest trust of each tier."""


class Tables(NamedTuple):
    """The names that a text may use."""

    names: Mapping[str, str]
    """Every name of a place → its code; the word tables add the inflected names of many countries."""
    reporters: Mapping[str, str]
    """Every name of a statistics office, customs or ministry → the code of its country."""


CHOICES = ("kind", "place", "period")
"""The decisions made by features, in order."""


@cache
def load_model() -> Model:
    """Return what `./dev train` wrote."""
    stored = json.loads((files("tradefacts.article") / "weights.json").read_text(encoding="utf-8"))
    trust = {sign: [(threshold, step) for threshold, step in steps] for sign, steps in stored["trust"].items()}
    return Model({name: _unpack(stored[name]) for name in CHOICES}, trust, stored["tiers"])


def pack(weights: Mapping[str, float]) -> dict[str, str]:
    """Return the stored form of weights: a weight in tenths → its features, separated by spaces."""
    packed: dict[str, list[str]] = {}
    for feature, weight in sorted(weights.items()):
        packed.setdefault(f"{round(10 * weight)}", []).append(feature)
    return {weight: " ".join(features) for weight, features in sorted(packed.items(), key=lambda entry: int(entry[0]))}


def _unpack(packed: Mapping[str, str]) -> dict[str, float]:
    return {feature: int(weight) / 10 for weight, features in packed.items() for feature in features.split(" ")}
