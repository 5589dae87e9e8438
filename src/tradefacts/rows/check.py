"""Rows of `check`: one for each figure that claims something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from tradefacts.drafts.judging import Standing
from tradefacts.factbase.drafted import DraftPage, make_claim
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.answer import Answer
    from tradefacts.drafts.checking import Checked, CheckResult


class CheckedRow(NamedTuple):
    """One figure of a draft, and how it stands against the record."""

    line: Annotated[int, "line of the figure, from 1"]
    column: Annotated[int, "its column, from 1, in code points"]
    printed: Annotated[str, "its exact characters"]
    tier: Annotated[Literal["sure", "doubtful"], "whether what it is of was read surely"]
    standing: Annotated[Standing, "how it stands against the record"]
    reason: Annotated[str, "why, in one clause"]
    kind: Annotated[str, "volume, growth, share or target"]
    pair: Annotated[tuple[str, str], "codes of the two places, sorted"]
    flow: Annotated[str, "turnover, balance, exports or imports"]
    exporter: Annotated[str | None, "place that sends the goods; null for turnover and balance"]
    importer: Annotated[str | None, "place that receives the goods; null for turnover and balance"]
    period: Annotated[str | None, "the months it is of"]
    reporter: Annotated[str | None, "whose statistics, where the draft says so"]
    low: Annotated[int | float | None, "lower end of the range that its digits stand for; null if open"]
    high: Annotated[int | float | None, "upper end of the range that its digits stand for; null if open"]
    arithmetic: Annotated[str | None, "the comparison in one line"]
    nearest: Annotated[str | None, "the figure that comes nearest on record, where it is not supported"]
    nearest_fact: Annotated[str | None, "its id"]
    cautions: Annotated[tuple[str, ...], "what whoever prints it has to know all the same"]
    facts: Annotated[tuple[str, ...], "ids of the claims on record that bear it out, or that refuse it"]
    sentence: Annotated[str, "the sentence it stands in"]

    @classmethod
    def list_from(cls, answer: Answer[CheckResult]) -> Iterator[CheckedRow]:
        """Yield the figures in the order of the text."""
        yield from (cls._make_from(number, one) for number, one in enumerate(answer.result.checked, start=1))

    @classmethod
    def _make_from(cls, number: int, checked: Checked) -> CheckedRow:
        claim, near = make_claim(checked.claim, number, DraftPage()), checked.nearest
        values = {
            **checked._asdict(),
            **{name: getattr(claim, name) for name in ("kind", "pair", "flow", "exporter", "importer", "period")},
            **{name: getattr(claim, name) for name in ("reporter", "low", "high")},
            "nearest": near and near.printed,
            "nearest_fact": near and near.fact,
        }
        return cls(*(values[name] for name in cls._fields))
