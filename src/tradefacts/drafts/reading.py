"""Read a text: what its figures seem to claim, with the place of each, ready to be added to a base."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from tradefacts.answer import Answer, answer
from tradefacts.drafts.proposals import Proposal, RefusedFigure, find_proposals

if TYPE_CHECKING:
    from tradefacts.factbase import FactBase

NOTHING_READ = "no figure read"


class ReadResult(NamedTuple):
    """What the figures of a text seem to claim."""

    proposals: Annotated[tuple[Proposal, ...], "what they seem to claim, in the order of the text"]
    refused: Annotated[tuple[RefusedFigure, ...], "the figures that claim nothing about the trade of two places"]


def ask_read(  # noqa: PLR0913 - what is known of a text
    base: FactBase,
    text: str,
    *,
    published: str | None = None,
    language: str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    sure: bool = False,
    file: str | None = None,
) -> Answer[ReadResult]:
    """Return what the figures of a text seem to claim.

    `published` is the day that "last year" counts from; `language` is "en" or "ru", told from the text where it is not
    given; `sure` keeps only what was read surely. Address, publisher and file are only handed on.

    Raises:
        InvalidPeriodError: the day of publication is not one.
        InvalidQueryError: texts in that language are not read.
    """
    found = find_proposals(base, text, published=published, language=language, is_sure=sure)
    known = {"file": file, "published": published, "language": language, "url": url, "publisher": publisher}
    query = {name: value for name, value in {**known, "sure": sure}.items() if value}
    notes = [] if found.proposals else [NOTHING_READ]
    return answer(base, "read", query, ReadResult(found.proposals, found.refused), (), notes)
