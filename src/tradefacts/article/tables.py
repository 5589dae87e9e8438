"""What the reader is given, so that it opens no base itself."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

Weights = dict[str, dict[str, float]]
"""Decision → feature → weight."""


class Tables(NamedTuple):
    """The names that a text may use, and the weights of the choices."""

    names: Mapping[str, str]
    """Every name of a place → its code; the reader knows the inflected names of many countries besides."""
    reporters: Mapping[str, str]
    """Every name of a statistics office, customs or ministry → the code of its country."""
    weights: Weights | None = None
    """None takes those that come with the program."""


@cache
def load_weights() -> Weights:
    """Return the weights that `./dev train` wrote."""
    text = (files("tradefacts.article") / "weights.json").read_text(encoding="utf-8")
    weights: Weights = json.loads(text)
    return weights
