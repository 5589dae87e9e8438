"""The trust in a claim, from likelihoods, the second chooser and the arithmetic of the text."""

from __future__ import annotations

from math import exp, log
from typing import TYPE_CHECKING

from tradefacts.article.claiming import GROWTHS, compute_number
from tradefacts.article.context import survey
from tradefacts.article.topic import describe_claims, describe_sentences
from tradefacts.article.tying import Ties, find_ties, make_item

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tradefacts.article.choosing import Choice
    from tradefacts.article.page import Page
    from tradefacts.article.tables import Steps

_LEAST = 1e-3


def tie_choices(page: Page, choices: Sequence[Choice]) -> Ties:
    """Return the arithmetic relations among the chosen claims of a page."""
    items = []
    for choice in choices:
        kind = choice.kind
        if kind == "target" or not choice.is_claim:
            continue
        figure = page.figures[choice.at]
        sort = "growth" if kind in GROWTHS else kind
        number = compute_number(figure, kind)
        items.append(make_item(choice.at, sort, choice.views[0][0], choice.periods[0][0], figure, number))
    return find_ties(items)


def describe_page(page: Page, choices: Sequence[Choice]) -> dict[str, float]:
    """Return signs of how well the whole page was understood, which all its claims share."""
    likely = [
        log(max(_LEAST, choice.kinds[0][1] * choice.views[0][1] * choice.periods[0][1]))
        for choice in choices
        if choice.is_claim
    ]
    agreed = [choice.is_seconded for choice in choices if choice.is_claim]
    claims = max(len(likely), 1)
    return {
        **describe_claims(choices),
        "page likely": sum(likely) / claims,
        "page agreed": sum(agreed) / claims,
        "page places": log(1 + len({place.code for place in page.places})),
        "page claims": claims / max(len(choices), 1),
    }


def list_signs(page: Page, choice: Choice, ties: Ties, whole: Mapping[str, float]) -> dict[str, float]:
    """Return the signs for and against a claim, as numbers; `whole` are the signs of the page."""
    figure = page.figures[choice.at]
    kind = choice.kind
    view, place = choice.views[0]
    period, when = choice.periods[0]
    place_rival = choice.views[1][1] if len(choice.views) > 1 else _LEAST
    is_target = kind == "target"
    guess = choice.guess.view
    same_view = guess is not None and guess.key == view.key
    same_period = is_target or choice.guessed_period[0] == period
    held = len(ties.held.get(choice.at, ()))
    signs = {
        **whole,
        **describe_sentences(page, figure, survey(page, figure)),
        "kind": log(max(_LEAST, choice.kinds[0][1])),
        "place": log(max(_LEAST, place)),
        "margin": log(max(_LEAST, place_rival) / max(_LEAST, place)),
        "when": 0.0 if is_target else log(max(_LEAST, when)),
        "chain": log(max(_LEAST, choice.chain)),
        "same view": float(same_view),
        "same period": float(same_period),
        "both same": float(same_view and same_period),
        "held": float(held > 0),
        "held by growth": float(ties.by_growth.get(choice.at, 0) > 0),
        "broken": float(ties.broken.get(choice.at, 0) > 0 and not held),
        "clashing": float(ties.clashing.get(choice.at, 0) > 0),
        "elided": float(figure.is_elided),
        "in words": float(figure.in_words),
        "no period": float(period is None and not is_target),
        f"is {'growth' if kind in GROWTHS else kind}": 1.0,
    }
    if choice.guess.view is None:
        signs["no guess"] = 1.0
    if view.partner == "WORLD":
        signs["world"] = 1.0
    return signs


def compute_trust(signs: Mapping[str, float], steps: Steps) -> float:
    """Return the estimated probability that a claim is right, 0 to 1; a sign that is not given counts as 0."""
    total = sum(
        step
        for name, reached in steps.items()
        for value in (signs.get(name, 0.0),)
        for threshold, step in reached
        if value >= threshold
    )
    return 1 / (1 + exp(-total))
