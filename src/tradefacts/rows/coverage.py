"""Rows of `coverage`: one for each pair and year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.answer import Answer
    from tradefacts.questions.coverage import CoverageResult


class CoverageRow(NamedTuple):
    """One pair in one year."""

    pair: Annotated[tuple[str, str], "the two places, sorted by code"]
    year: Annotated[int | None, "the year in which the periods of the claims end; null for claims without a period"]
    facts: Annotated[int, "how many claims there are"]

    @classmethod
    def list_from(cls, answer: Answer[CoverageResult]) -> Iterator[CoverageRow]:
        """Yield the rows by pair and year, claims without a period last."""
        for coverage in answer.result.pairs:
            yield from (cls(coverage.pair, int(year), count) for year, count in sorted(coverage.years.items()))
            if undated := coverage.facts - sum(coverage.years.values()):
                yield cls(coverage.pair, None, undated)
