"""Rows of `read`: one for each proposal, as `add` takes claims, with how it was read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, get_type_hints

from tradefacts.drafts.proposals import Proposal
from tradefacts.factbase.drafted import DraftPage, make_claim
from tradefacts.rows.columns import Column, make_column
from tradefacts.rows.facts import ClaimRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.answer import Answer
    from tradefacts.drafts.proposals import ReadResult

_READING = ("tier", "line", "column", "sentence")
_UNKNOWN = ("id", "source", "voice")
"""What a claim has only when it stands in a base."""


class ProposalRow:
    """One proposal: how it was read, then its keys as those of a fact, and those of its page as `page.…`."""

    @staticmethod
    def list_columns() -> Iterator[Column]:
        """Yield how it was read, then the columns of facts without id, source and voice."""
        hints = get_type_hints(Proposal, include_extras=True)
        yield from (make_column(name, hints[name]) for name in _READING)
        yield from (column for column in ClaimRow.list_columns() if column.name not in _UNKNOWN)

    @staticmethod
    def list_from(answer: Answer[ReadResult]) -> Iterator[dict[str, Any]]:
        """Yield the proposals in the order of the text; of the page, what is known."""
        query = answer.query
        page = DraftPage(query.get("publisher"), query.get("url"), query.get("published"), query.get("language"))
        known = {name: value for name, value in page._asdict().items() if value is not None}
        for number, proposal in enumerate(answer.result.proposals, start=1):
            reading = {name: getattr(proposal, name) for name in _READING}
            fact = json.loads(make_claim(proposal.claim, number, page).json)
            yield {**reading, **{name: value for name, value in fact.items() if name not in _UNKNOWN}, "page": known}
