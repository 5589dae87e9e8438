"""Rows of `sources`: one for each page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.questions.facts import CitedPage, SourcesResult

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.answer import Answer


class PageRow(CitedPage):
    """One page and its number of claims."""

    @classmethod
    def list_from(cls, answer: Answer[SourcesResult]) -> Iterator[CitedPage]:
        """Yield the pages, oldest first, undated last."""
        yield from answer.result.sources
