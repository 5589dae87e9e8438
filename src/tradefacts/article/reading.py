"""Read a text: the public functions of the package."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradefacts.article.choosing import Choice, choose_all
from tradefacts.article.claiming import GROWTHS, make_claim
from tradefacts.article.context import find_reporter, survey
from tradefacts.article.details import find_base_period, find_bound, find_deadline, find_speaker
from tradefacts.article.evidence import find_slots
from tradefacts.article.page import Page, read_page
from tradefacts.article.proposal import Proposal, Reading, Refused
from tradefacts.article.refusing import explain_refusal
from tradefacts.article.settling import settle
from tradefacts.article.tables import load_model
from tradefacts.article.trust import compute_trust, describe_page, list_signs, tie_choices

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tradefacts.article.tables import Tables
    from tradefacts.article.tying import Ties
    from tradefacts.period import Period

_RIVALS = 4
_LEAST_RIVAL = 0.02
_MISMATCHES = ("broken", "clashing")
"""The signs of figures that do not add up."""
_DRAFT = {"doubtful": 0.3}
"""The lowest trust at which a claim of a draft is kept as doubtful."""
_KEYS = ("kind", "exporter", "importer", "pair", "flow", "period", "value", "percent")


def read_article(
    text: str, tables: Tables, *, published: str | None = None, language: str | None = None
) -> list[Proposal]:
    """Return the trade claims that a text seems to make, in text order.

    `published` is the day that relative dates count from; without it, the end of the latest year that the text names.
    `language` has no effect yet: English and Russian are distinguished word by word.
    """
    return read_text(text, tables, published=published, language=language).proposals


def read_text(
    text: str, tables: Tables, *, published: str | None = None, language: str | None = None, is_draft: bool = False
) -> Reading:
    """Return the proposals of a text, and the figures that are no claims, each with the reason.

    A draft may contain errors: figures that do not add up are then no sign of a misreading, and doubtful claims stay.
    """
    del language
    model = load_model()
    page = read_page(text, tables, published)
    choices = settle(page, choose_all(page, model.weights))
    ties, whole = tie_choices(page, choices), describe_page(page, choices)
    best: dict[tuple[str, ...], Proposal] = {}
    refused = []
    tiers = {**model.tiers, **_DRAFT} if is_draft else model.tiers
    for choice in choices:
        proposal = None
        if choice.is_claim:
            signs = list_signs(page, choice, ties, whole)
            if is_draft:
                signs = {name: value for name, value in signs.items() if name not in _MISMATCHES}
            proposal = _propose(page, choice, ties, compute_trust(signs, model.trust), tiers)
        if proposal is None:
            refused.append(Refused(_find_span(page, choice.at), explain_refusal(page, choice)))
            continue
        # As printed, with the spaces of the page.
        proposal.claim["printed"] = text[slice(*proposal.span)]
        key = tuple(str(proposal.claim.get(name)) for name in _KEYS)
        if key not in best or best[key].score < proposal.score:
            best[key] = proposal
    return Reading(sorted(best.values(), key=lambda proposal: proposal.span), refused)


def _propose(page: Page, choice: Choice, ties: Ties, trust: float, tiers: Mapping[str, float]) -> Proposal | None:
    """Return the proposal of a figure; None if its trust is below both tiers."""
    if trust < tiers["doubtful"]:
        return None
    figure = page.figures[choice.at]
    around = survey(page, figure)
    sentence = page.cut.sentences[around.sentence]
    tokens = page.cut.tokens
    slots = find_slots(page, choice, around)
    if not page.clock.is_known:
        slots.pop("period", None)
    # The plain chooser has a veto because its errors differ from those of the weights.
    is_sure = trust >= tiers["sure"] and choice.is_seconded and page.clock.is_known
    return Proposal(
        "sure" if is_sure else "doubtful",
        _describe(page, choice),
        _find_span(page, choice.at),
        (tokens[sentence.first].start, tokens[sentence.last - 1].end),
        slots,
        list(_list_rivals(page, choice)),
        ties.held.get(choice.at, []),
        round(trust, 3),
    )


def _describe(page: Page, choice: Choice) -> dict[str, Any]:
    """Return the claim with its further details from the text."""
    index, kind = choice.at, choice.kind
    around = survey(page, page.figures[index])
    period = _find_period(page, choice)
    claim = make_claim(page.figures[index], kind, choice.views[0][0], period)
    claim["bound"] = find_bound(page, index, around)
    claim["reporter"] = find_reporter(page, around) if kind != "target" else None
    claim["said_by"] = find_speaker(page, around)
    if kind == "target":
        # "To raise trade up to $2 billion" sets no upper limit.
        claim["bound"] = "=" if claim["bound"] == "<" else claim["bound"]
        claim["by"] = find_deadline(page, index, around) if page.clock.is_known else None
    if kind in GROWTHS:
        claim["base_period"] = find_base_period(page, index, around, period) if page.clock.is_known else None
    return claim


def _find_period(page: Page, choice: Choice) -> Period | None:
    return choice.periods[0][0] if page.clock.is_known else None


def _list_rivals(page: Page, choice: Choice) -> list[dict[str, Any]]:
    """Return what else the figure may claim, best first: other places, then other months."""
    figure, kind = page.figures[choice.at], choice.kind
    share = dict(choice.kinds)[kind]
    view, place = choice.views[0]
    period, when = _find_period(page, choice), choice.periods[0][1]
    rivals = [(make_claim(figure, kind, rival, period), share * part * when) for rival, part in choice.views[1:]]
    if kind != "target" and page.clock.is_known:
        rivals += [(make_claim(figure, kind, view, rival), share * place * part) for rival, part in choice.periods[1:]]
    rivals.sort(key=lambda rival: -rival[1])
    return [{**claim, "score": round(score, 3)} for claim, score in rivals[:_RIVALS] if score >= _LEAST_RIVAL]


def _find_span(page: Page, index: int) -> tuple[int, int]:
    figure = page.figures[index]
    return page.cut.tokens[figure.first].start, page.cut.tokens[figure.last - 1].end
