"""Match the figures of a page with the labelled claims, and translate labels into options of the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradefacts.article.claiming import compute_number
from tradefacts.article.kinds import OPTIONS
from tradefacts.period import Period

if TYPE_CHECKING:
    from tradefacts.article.figures import Figure
    from tradefacts.article.flows import View
    from tradefacts.article.page import Page

Claim = dict[str, Any]
Labels = dict[int, tuple[Claim, str]]
"""Figure → the claim it prints, and its option of that kind."""
_KINDS = {"rise": "growth", "fall": "growth", "level": "growth"}
_LEAST_LEVEL = 20
_WORDS_OFF, _FACTOR_OFF = 0.06, 0.06


def label(article: dict[str, Any], page: Page) -> Labels:
    """Return the figures that print a claim, matched first by words, then by value alone."""
    left: dict[int, Claim] = dict(enumerate(article["claims"]))
    labels: Labels = {}
    for is_strict in (True, False):
        for index, figure in enumerate(page.figures):
            if index in labels:
                continue
            for number, claim in left.items():
                option = _match(figure, claim)
                if option is not None and (not is_strict or _agrees(figure, claim)):
                    labels[index] = claim, option
                    del left[number]
                    break
    for index, figure in enumerate(page.figures):
        # A claim printed twice is labelled once.
        for claim in article["claims"]:
            option = _match(figure, claim)
            if index not in labels and option is not None and claim.get("printed") == figure.printed:
                labels[index] = claim, option
    return labels


def is_meant(view: View, claim: Claim) -> bool:
    """Whether a view is the flow of a claim."""
    if claim["kind"] == "target" and claim.get("flow") in {"exports", "imports"}:
        return view.flow == claim["flow"] and sorted(view[:2]) == sorted(claim["pair"])
    if "exporter" in claim:
        return view.key == (claim["exporter"], claim["importer"], "goods")
    return view.key == (*sorted(claim["pair"]), claim.get("flow", "turnover"))


def find_period(claim: Claim) -> Period | None:
    """Return the period of a claim; None if the text does not say."""
    written = claim.get("period")
    return Period.parse(written) if written else None


def _match(figure: Figure, claim: Claim) -> str | None:
    """Return the option by which a figure prints a claim, if it does."""
    number = claim["value"] if "value" in claim else claim["percent"]
    for option in OPTIONS[figure.unit]:
        if option == "none" or _KINDS.get(option, option) != claim["kind"]:
            continue
        for value in figure.values:
            if option == "level" and value < _LEAST_LEVEL:
                continue
            off = (
                _WORDS_OFF if figure.in_words and figure.unit == "percent" else _FACTOR_OFF * (figure.unit == "factor")
            )
            found = compute_number(figure._replace(values=(value,)), option)
            if abs(found - number) <= 1e-6 * max(1, abs(number)) + off:
                return option
    return None


def _agrees(figure: Figure, claim: Claim) -> bool:
    printed = claim.get("printed")
    return not printed or figure.printed.rstrip(".") in printed or printed in figure.printed
