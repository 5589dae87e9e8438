"""Read a text: the public functions of the package."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradefacts.article.choosing import Choice, choose_all
from tradefacts.article.claiming import make_claim
from tradefacts.article.page import Page, read_page
from tradefacts.article.proposal import Proposal, Reading, Refused, Slot
from tradefacts.article.tables import load_weights

if TYPE_CHECKING:
    from tradefacts.article.tables import Tables

_LEAST_SURE = 0.8
_RIVALS = 3


def read_article(
    text: str, tables: Tables, *, published: str | None = None, language: str | None = None
) -> list[Proposal]:
    """Return the trade claims that a text seems to make, in its order.

    `published` is the day that relative dates count from; `language` is "en" or "ru", told from the text if None.
    """
    return read_text(text, tables, published=published, language=language).proposals


def read_text(text: str, tables: Tables, *, published: str | None = None, language: str | None = None) -> Reading:
    """Return the proposals of a text, and its figures that are no claims with the reason."""
    del language
    weights = tables.weights or load_weights()
    page = read_page(text, tables, published)
    best: dict[tuple[Any, ...], Proposal] = {}
    refused = []
    for choice in choose_all(page, weights):
        span = _find_span(page, choice.index)
        if choice.kind == "none" or not choice.views:
            refused.append(Refused(span, "no trade of two places"))
            continue
        proposal = _propose(page, choice)
        key = tuple(
            str(proposal.claim.get(name))
            for name in ("kind", "country", "partner", "flow", "period", "value", "percent")
        )
        if key not in best or best[key].score < proposal.score:
            best[key] = proposal
    return Reading(sorted(best.values(), key=lambda proposal: proposal.span), refused)


def _propose(page: Page, choice: Choice) -> Proposal:
    figure = page.figures[choice.index]
    kind, share = choice.kinds[0]
    view, place_share = choice.views[0]
    period, period_share = choice.periods[0]
    claim = make_claim(figure, kind, view, period)
    score = share * place_share * (1.0 if kind == "target" else period_share)
    span = _find_span(page, choice.index)
    sentence = page.cut.sentences[page.cut.sentence_of[figure.first]]
    tokens = page.cut.tokens
    rivals = [
        {**make_claim(figure, kind, other, period), "score": round(share * part * period_share, 3)}
        for other, part in choice.views[1 : 1 + _RIVALS]
    ]
    return Proposal(
        "sure" if score >= _LEAST_SURE else "doubtful",
        claim,
        span,
        (tokens[sentence.first].start, tokens[sentence.last - 1].end),
        {"printed": Slot(span, "printed")},
        rivals,
        [],
        round(score, 3),
    )


def _find_span(page: Page, index: int) -> tuple[int, int]:
    figure = page.figures[index]
    return page.cut.tokens[figure.first].start, page.cut.tokens[figure.last - 1].end
