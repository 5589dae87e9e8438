"""Choose what each figure claims: kind, then whose trade with whom, then which months, by additive scores."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

from tradefacts.article.attachment import Candidate, list_candidates
from tradefacts.article.context import State, is_aside, survey
from tradefacts.article.flows import View
from tradefacts.article.kinds import OPTIONS, is_in_points, list_kind_features
from tradefacts.article.plain.comparing import is_set_apart
from tradefacts.article.plain.kind import guess_kind
from tradefacts.article.plain.months import SPAN_OF_YEARS, guess_period
from tradefacts.article.plain.stage import Guess
from tradefacts.article.plain.view import guess_view
from tradefacts.article.timing import Candidates, list_periods
from tradefacts.article.words import MEMBERS
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tradefacts.article.page import Page
    from tradefacts.article.plain.stretch import Sorted
    from tradefacts.article.tables import Weights
    from tradefacts.period import Period

Key = tuple[str, str, str]
NO_GUESS = Guess(None, "none")
_GOING_ON = ("same", "new", "all", "frame", "turn", "order", "X0", "M0", "T0", "B0", "T1", "B1", "list")
"""Rules of the plain chooser that take something from an earlier claim."""
_SURE_LEAN = 3.1
"""Extra weight of what the plain chooser is sure of: its surest rules are too rare to be weighed in training."""
_UNTOLD = 0.85
"""The likelihood of what a table leaves to the text around it."""
_LEAN = 1.2
"""Extra weight of the plain chooser's guess: the penalty in training keeps its fitted weights too small."""


class Choice(NamedTuple):
    """What one figure may claim, each part with its likelihood, best first."""

    at: int
    """The index of the figure on the page."""
    kinds: list[tuple[str, float]]
    views: list[tuple[View, float]]
    """One for each flow, in its likeliest wording; empty if the figure is no claim."""
    periods: list[tuple[Period | None, float]]
    guess: Guess = NO_GUESS
    """The plain chooser's guess."""
    guessed_period: tuple[Period | None, str] = (None, "none")
    chain: float = 1.0
    """The likelihood of the claim that this one continues; 1 if it continues none."""

    @property
    def kind(self) -> str:
        """The likeliest kind."""
        return self.kinds[0][0]

    @property
    def is_claim(self) -> bool:
        """Whether a claim is likelier than no claim."""
        return bool(self.views)

    @property
    def is_seconded(self) -> bool:
        """Whether the plain chooser, which has no weights, chose the same places and direction."""
        return self.guess.view is not None and bool(self.views) and self.guess.view.key == self.views[0][0].key


def compute_shares(scores: Sequence[float]) -> list[float]:
    """Return scores as shares of 1."""
    top = max(scores)
    powers = [exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def add_up(features: Iterable[str], weights: Mapping[str, float]) -> float:
    """Return the sum of the weights of features; features without a weight count as 0."""
    return sum(weights.get(feature, 0.0) for feature in features)


def score_kinds(features: list[str], unit: str, weights: Mapping[str, float], guess: Sorted) -> list[tuple[str, float]]:
    """Return the kinds that a figure of a unit can have, with their likelihoods, best first."""
    options = OPTIONS[unit]
    scores = [add_up((f"{option[0]}|{feature}" for feature in features), weights) for option in options]
    if guess.is_surely_none:
        scores[options.index("none")] += _SURE_LEAN
    return sorted(zip(options, compute_shares(scores), strict=True), key=lambda entry: -entry[1])


def choose_all(page: Page, weights: Weights) -> list[Choice]:
    """Return the choices of all figures of a page; each takes the earlier ones into account."""
    state = State()
    choices = []
    likely = 1.0
    for index, figure in enumerate(page.figures):
        if index in page.cells:
            choices.append(_choose_cell(page, index))
            state.see_table(page.cells[index])
            continue
        around = survey(page, figure)
        if is_in_points(page, figure):
            kinds = [("none", 1.0)]
        else:
            kind_guess = guess_kind(page, index, around, state)
            features = list_kind_features(page, index, around, state, kind_guess)
            kinds = score_kinds(features, figure.unit, weights["kind"], kind_guess)
        kind = kinds[0][0]
        state.kinds[index] = kind
        if kind == "none" or not page.places:
            choices.append(Choice(index, kinds, [], []))
            continue
        guess = guess_view(page, index, kind, around, state)
        candidates = list_candidates(page, index, kind, around, state, guess)
        views = _choose_views(candidates, weights["place"], guess)
        if not views:
            choices.append(Choice(index, kinds, [], []))
            continue
        guessed = guess_period(page, index, around, state)
        spans = list_periods(page, index, kind, views[0][0], around, state, guessed)
        periods = _choose_periods(spans, weights["period"], guessed)
        goes_on = guess.rule.startswith(_GOING_ON) or guessed[1].startswith(("main", "last", "base"))
        chain = likely if goes_on else 1.0
        choices.append(Choice(index, kinds, views, periods, guess, guessed, chain))
        state.add(
            index, kind, views[0][0], periods[0][0], is_aside=is_aside(page, index) or is_set_apart(page, index, around)
        )
        likely = views[0][1] * periods[0][1] * (chain**0.5)
    return choices


def _choose_cell(page: Page, index: int) -> Choice:
    """Return what its table tells about a figure; the sentences after the table do not continue its claims."""
    cell = page.cells[index]
    home = page.homes[page.cut.sentence_of[page.figures[index].first]]
    if cell is None:
        return Choice(index, [("none", 1.0)], [], [])
    codes = [code for code in (home.head, *home.text) if code and cell.partner not in {code, *MEMBERS.get(code, ())}]
    owner = cell.owner or next(iter(codes), None)
    if owner is None:
        return Choice(index, [("none", 1.0)], [], [])
    view = View(owner, cell.partner, cell.flow)
    place, when = (1.0 if cell.owner is not None else _UNTOLD), (1.0 if cell.is_dated else _UNTOLD)
    # What the table does not tell itself is never sure.
    guess = Guess(view if place == when == 1 else None, "cell")
    return Choice(index, [(cell.kind, 1.0)], [(view, place)], [(cell.period, when)], guess, (cell.period, "cell"))


def _choose_views(candidates: list[Candidate], weights: Mapping[str, float], guess: Guess) -> list[tuple[View, float]]:
    """Return the flows that a figure may be about, with their likelihoods, best first."""
    if not candidates:
        return []
    key = guess.view.key if guess.view is not None else None
    lean = _SURE_LEAN if guess.is_sure else _LEAN
    scores = [add_up(candidate.features, weights) + lean * (candidate.view.key == key) for candidate in candidates]
    shares = compute_shares(scores)
    best: dict[Key, tuple[View, float, float]] = {}
    for candidate, share in zip(candidates, shares, strict=True):
        view, total, top = best.get(candidate.view.key, (candidate.view, 0.0, 0.0))
        best[candidate.view.key] = (candidate.view if share > top else view, total + share, max(share, top))
    if guess.view is not None and key in best:
        # Both choosers agree; the plain one says in its wording whose exports and imports may follow.
        best[guess.view.key] = (guess.view, *best[guess.view.key][1:])
    ranked = sorted(best.values(), key=lambda entry: -entry[1])
    return [(view, total) for view, total, _ in ranked]


def _choose_periods(
    candidates: Candidates, weights: Mapping[str, float], guessed: tuple[Period | None, str]
) -> list[tuple[Period | None, float]]:
    """Return the periods that a figure may be about, with their likelihoods, best first."""
    guess, rule = guessed
    lean = _SURE_LEAN if rule == SPAN_OF_YEARS else _LEAN
    scores = [
        add_up(features, weights) + lean * (rule != "none" and period == guess)
        for period, features in candidates.items()
    ]
    shares = compute_shares(scores)
    return sorted(zip(candidates, shares, strict=True), key=lambda entry: -entry[1])
