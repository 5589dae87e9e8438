"""Read a text: what its figures seem to claim, each with its position, ready to be added to a base."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from tradefacts.answer import Answer, answer
from tradefacts.drafts.proposals import Proposal, RefusedFigure, find_proposals
from tradefacts.errors import InvalidQueryError
from tradefacts.forms import ADDRESS
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from tradefacts.factbase import FactBase

NOTHING_READ = "no figure read"


class ReadResult(NamedTuple):
    """What the figures of a text seem to claim."""

    proposals: Annotated[tuple[Proposal, ...], "what they seem to claim, in text order"]
    refused: Annotated[tuple[RefusedFigure, ...], "the figures that make no claim about trade between two places"]


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

    `published` is the day that "last year" counts from; `language` is "en" or "ru", detected if not given; `sure` keeps
    only sure proposals. Address, publisher and file are only repeated in the answer.

    Raises:
        InvalidPeriodError: the day of publication is invalid.
        InvalidQueryError: the language is not supported, or the address is none.
    """
    if url is not None and not ADDRESS.fits(url):
        raise InvalidQueryError(f"invalid address {url!r}", hint=f"expected {ADDRESS.expected}")
    found = find_proposals(base, text, published=published, language=language, is_sure=sure)
    known = {"file": file, "published": published, "language": language, "url": url, "publisher": publisher}
    query = {name: value for name, value in {**known, "sure": sure}.items() if value}
    notes = [] if found.proposals else [NOTHING_READ]
    return answer(base, "read", query, ReadResult(found.proposals, found.refused), (), notes)
