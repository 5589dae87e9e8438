"""Rows of `compare`: one for each press figure held against an official one, or one of them alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.questions.compare import Compared, CompareResult

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.answer import Answer


class ComparedRow(Compared):
    """One press figure held against the official one, or one of them without the other."""

    @classmethod
    def list_from(cls, answer: Answer[CompareResult]) -> Iterator[Compared]:
        """Yield the comparisons by period, oldest first."""
        yield from answer.result.compared
