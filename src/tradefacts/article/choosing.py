"""Choose what each figure claims: kind, then whose trade with whom, then which months, by additive scores."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING, NamedTuple

from tradefacts.article.attachment import list_candidates
from tradefacts.article.context import State, View, survey
from tradefacts.article.kinds import OPTIONS, list_kind_features
from tradefacts.article.timing import list_periods

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tradefacts.article.page import Page
    from tradefacts.article.tables import Weights
    from tradefacts.period import Period

Key = tuple[str, str, str]


class Choice(NamedTuple):
    """What one figure may claim, each part with its likelihood, best first."""

    index: int
    kinds: list[tuple[str, float]]
    views: list[tuple[View, float]]
    """One for each flow; of its wordings the likeliest. None if the figure is no claim."""
    periods: list[tuple[Period | None, float]]

    @property
    def kind(self) -> str:
        """The likeliest kind."""
        return self.kinds[0][0]


def compute_shares(scores: Sequence[float]) -> list[float]:
    """Return scores as shares of 1."""
    top = max(scores)
    powers = [exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def add_up(features: Iterable[str], weights: Mapping[str, float]) -> float:
    """Return the sum of the weights of features; those without a weight count for nothing."""
    return sum(weights.get(feature, 0.0) for feature in features)


def score_kinds(features: list[str], unit: str, weights: Mapping[str, float]) -> list[tuple[str, float]]:
    """Return the kinds that a figure of a unit can have with their likelihood, best first."""
    options = OPTIONS[unit]
    scores = [sum(weights.get(f"{option[0]}|{feature}", 0.0) for feature in features) for option in options]
    return sorted(zip(options, compute_shares(scores), strict=True), key=lambda entry: -entry[1])


def choose_all(page: Page, weights: Weights) -> list[Choice]:
    """Return the choices of all figures of a page; each takes the earlier ones into account."""
    state = State()
    choices = []
    for index, figure in enumerate(page.figures):
        around = survey(page, figure)
        features = list_kind_features(page, index, around, state)
        kinds = score_kinds(features, figure.unit, weights["kind"])
        claimed = next((kind for kind, _ in kinds if kind != "none"), "none")
        state.kinds[index] = kinds[0][0]
        least = sum(share for kind, share in kinds if kind != "none")
        if least < _LEAST or not page.places:
            choices.append(Choice(index, kinds, [], []))
            continue
        views = choose_views(page, index, claimed, state, weights)
        if not views:
            choices.append(Choice(index, kinds, [], []))
            continue
        periods = choose_periods(page, index, claimed, views[0][0], state, weights)
        choices.append(Choice(index, kinds, views, periods))
        if kinds[0][0] != "none":
            state.add(index, claimed, views[0][0], periods[0][0])
    return choices


_LEAST = 0.1
"""Below it a figure is taken for no claim at once."""


def choose_views(page: Page, index: int, kind: str, state: State, weights: Weights) -> list[tuple[View, float]]:
    """Return the flows that a figure may tell of, with their likelihood, best first."""
    candidates = list_candidates(page, index, kind, survey(page, page.figures[index]), state)
    if not candidates:
        return []
    shares = compute_shares([add_up(candidate.features, weights["place"]) for candidate in candidates])
    best: dict[Key, tuple[View, float, float]] = {}
    for candidate, share in zip(candidates, shares, strict=True):
        view, total, top = best.get(candidate.view.key, (candidate.view, 0.0, 0.0))
        best[candidate.view.key] = (candidate.view if share > top else view, total + share, max(share, top))
    ranked = sorted(best.values(), key=lambda entry: -entry[1])
    return [(view, total) for view, total, _ in ranked]


def choose_periods(
    page: Page, index: int, kind: str, view: View, state: State, weights: Weights
) -> list[tuple[Period | None, float]]:
    """Return the periods that a figure may be about, with their likelihood, best first."""
    candidates = list_periods(page, index, kind, view, survey(page, page.figures[index]), state)
    shares = compute_shares([add_up(features, weights["period"]) for features in candidates.values()])
    return sorted(zip(candidates, shares, strict=True), key=lambda entry: -entry[1])
