"""Explain why a figure is no claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.article.context import survey

if TYPE_CHECKING:
    from tradefacts.article.choosing import Choice
    from tradefacts.article.page import Page

_REASONS = (
    ("denial", "denied or corrected"),
    ("forecast", "a forecast"),
    ("points", "percentage points"),
    ("service", "services or re-exports"),
    ("goods", "single goods"),
    ("invest", "investment, loans or projects"),
    ("cargo", "cargo"),
    ("region", "a region or city"),
    ("company", "a company"),
    ("price", "a price"),
    ("people", "people"),
    ("economy", "the economy, not trade"),
)


def explain_refusal(page: Page, choice: Choice) -> str:
    """Return the reason why a figure is no claim, in a few words."""
    figure = page.figures[choice.at]
    around = survey(page, figure)
    if not page.places:
        return "no country is named"
    near = range(max(around.clause_first, figure.first - 6), min(around.clause_last, figure.last + 4))
    for positions in (near, range(around.sentence_first, around.sentence_last)):
        found = page.cues_within(positions.start, positions.stop)
        for name, reason in _REASONS:
            if name in found:
                return reason
    if figure.is_low or figure.is_high:
        return "a range"
    return "too uncertain" if choice.is_claim else "no trade of two places"
