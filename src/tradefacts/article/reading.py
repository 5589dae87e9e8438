"""Read a text: the public functions of the package."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tradefacts.article.proposal import Proposal, Reading, Slot
from tradefacts.errors import InvalidFigureError
from tradefacts.figure.parsing import parse_figure

if TYPE_CHECKING:
    from tradefacts.article.tables import Tables

_MONEY = re.compile(r"(?:US)?\$ ?\d[\d.,]*(?: (?:billion|million|bln|mln|млрд|млн))|\d[\d.,]* (?:млрд|млн) долларов")
_PERCENT = re.compile(r"\d[\d.,]* ?(?:%|percent|per cent|процент(?:а|ов)?)")


def read_article(
    text: str, tables: Tables, *, published: str | None = None, language: str | None = None
) -> list[Proposal]:
    """Return the trade claims that a text seems to make, in its order.

    `published` is the day that relative dates count from; `language` is "en" or "ru", told from the text if None.
    """
    return read_text(text, tables, published=published, language=language).proposals


def read_text(text: str, tables: Tables, *, published: str | None = None, language: str | None = None) -> Reading:
    """Return the proposals of a text, and its figures that are no claims with the reason."""
    del tables, published, language
    proposals = []
    for pattern, kind, key in ((_MONEY, "volume", "value"), (_PERCENT, "growth", "percent")):
        for match in pattern.finditer(text):
            printed = match[0].rstrip(".,")
            try:
                figure = parse_figure(printed)[0]
            except InvalidFigureError:
                continue
            span = (match.start(), match.start() + len(printed))
            claim = {
                "kind": kind,
                "country": None,
                "partner": None,
                "flow": "turnover",
                "period": None,
                key: figure.percent if key == "percent" else figure.value,
                "currency": figure.currency,
                "printed": printed,
                "bound": "=",
            }
            slots = {"printed": Slot(span, "printed")}
            proposals.append(Proposal("doubtful", claim, span, span, slots, [], []))
    return Reading(sorted(proposals, key=lambda proposal: proposal.span), [])
