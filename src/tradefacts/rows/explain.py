"""Rows of `explain`: one for each step: printed figures, derived figures, and what does not follow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.answer import Answer
    from tradefacts.questions.explain import Explained, ExplainResult, Printed, Refused


class StepRow(NamedTuple):
    """One step: a printed figure as an interval, a figure that follows from others, or one that does not follow."""

    step: Annotated[Literal["printed", "derived", "refused"], "which of the three it is"]
    quantity: Annotated[str | None, "what was derived, or was not; null for a printed figure"]
    period: Annotated[str | None, "the months it is of, as text"]
    flow: Annotated[str | None, "turnover, goods (see exporter and importer) or balance; null unless derived"]
    exporter: Annotated[str | None, "place that sends the goods; null for turnover, and unless derived"]
    importer: Annotated[str | None, "place that receives the goods; null for turnover, and unless derived"]
    reporter: Annotated[str | None, "whose statistics it is based on, if the pages say so"]
    printed: Annotated[str | None, "a printed figure's exact characters"]
    bound: Annotated[str | None, "the bound of a printed figure"]
    low: Annotated[int | float | None, "lower end; null if open"]
    high: Annotated[int | float | None, "upper end; null if open"]
    unit: Annotated[str | None, "for a derived figure: ISO 4217 code, percent, or year"]
    rule: Annotated[str | None, "how a printed figure's range follows from its digits; a derived figure's formula"]
    lowest: Annotated[str | None, "the formula for the lower end, with numbers"]
    highest: Annotated[str | None, "the formula for the upper end, with numbers"]
    assumptions: Annotated[tuple[str, ...], "assumptions besides the printed digits"]
    reason: Annotated[str | None, "why it does not follow; null unless refused"]
    facts: Annotated[tuple[str, ...], "ids of the claims it follows from"]

    @classmethod
    def list_from(cls, answer: Answer[ExplainResult]) -> Iterator[StepRow]:
        """Yield the printed figures, then derived figures by period, then what does not follow."""
        periods = {claim.id: claim.period for claim in answer.claims}
        yield from (_read_printed(printed, periods.get(printed.fact)) for printed in answer.result.printed)
        yield from (_read_derived(explained) for explained in answer.result.derivations)
        yield from (_read_refused(refused) for refused in answer.result.refused)


_EMPTY = StepRow("printed", *(None,) * 14, (), None, ())


def _read_printed(printed: Printed, period: str | None) -> StepRow:
    return _EMPTY._replace(
        period=period,
        printed=printed.printed,
        bound=printed.bound,
        low=printed.low,
        high=printed.high,
        rule=printed.rule,
        facts=(printed.fact,),
    )


def _read_derived(explained: Explained) -> StepRow:
    derived = explained.derived
    kept = ("quantity", "period", "flow", "exporter", "importer", "reporter", "low", "high", "unit", "assumptions")
    return _EMPTY._replace(
        step="derived",
        **{name: getattr(derived, name) for name in kept},
        rule=derived.formula,
        lowest=explained.low,
        highest=explained.high,
        facts=derived.from_,
    )


def _read_refused(refused: Refused) -> StepRow:
    return _EMPTY._replace(
        step="refused", quantity=refused.quantity, period=refused.period, reason=refused.reason, facts=refused.facts
    )
