"""Rows of `cite`: one for each claim, page or base that is cited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.answer import Answer
    from tradefacts.questions.cite import CiteResult


class CitationRow(NamedTuple):
    """How to cite one thing."""

    type: Annotated[Literal["claim", "page", "base"], "what is cited"]
    id: Annotated[str | None, "id of the claim or page; null for the base"]
    sentence: Annotated[str | None, "a sentence for an article; null for pages and the base"]
    figure: Annotated[str | None, "the figure in the sentence, with its scale in full; null if it has none"]
    cautions: Annotated[tuple[str, ...], "cautions for quoting it"]
    short: Annotated[str, "the reference in brackets: publisher and date"]
    full: Annotated[str, "the whole reference, with the address"]
    base: Annotated[str, "program, edition of the base and id, for a data note"]
    url: Annotated[str | None, "the page's address; null for the base"]
    archived: Annotated[str | None, "address of an archived copy of the page"]

    @classmethod
    def list_from(cls, answer: Answer[CiteResult]) -> Iterator[CitationRow]:
        """Yield the citations in the order asked for."""
        for citation in answer.result.citations:
            *told, page = citation
            yield cls._make((*told, page and page.url, page and page.archived))
