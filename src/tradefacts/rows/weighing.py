"""Rows of the commands that weigh figures: findings, steps, comparisons, checked and proposed claims."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_type_hints

from tradefacts.drafts.judging import Standing
from tradefacts.drafts.proposals import Proposal
from tradefacts.factbase.drafted import DraftPage, make_claim
from tradefacts.findings import Cause, Severity
from tradefacts.named_tuples import NamedTuple
from tradefacts.questions.compare import Compared, CompareResult
from tradefacts.rows.columns import Column, make_column
from tradefacts.rows.records import ClaimRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.answer import Answer
    from tradefacts.drafts.checking import Checked, CheckResult
    from tradefacts.drafts.proposals import ReadResult
    from tradefacts.questions.explain import Explained, ExplainResult, Printed, Refused


class FindingRow(NamedTuple):
    """One contradiction between claims, or one fault of a base."""

    code: Annotated[str, "stable code: the letter is the severity, the first digit the subject"]
    rule: Annotated[str, "name of the rule: the defect, in words joined by underscores"]
    severity: Annotated[Severity, "severity of the finding"]
    cause: Annotated[Cause | None, "likely cause of a contradiction between claims; null for a fault"]
    places: Annotated[tuple[str, ...], "codes of the places that its claims are about; empty for a fault"]
    message: Annotated[str, "what was expected and what was found, in one line"]
    arithmetic: Annotated[str | None, "the comparison in one line; null for a fault"]
    facts: Annotated[tuple[str, ...], "ids of the facts or records it is about"]
    layer: Annotated[str | None, "name of the base file it was found in; null for a contradiction"]
    path: Annotated[str | None, "place in that file, such as $.facts[12].period"]
    line: Annotated[int | None, "line of that file, counted from 1"]

    @classmethod
    def list_from(cls, answer: Answer[Any]) -> Iterator[FindingRow]:
        """Yield the findings, the most serious first."""
        places = {claim.id: claim.pair or () for claim in answer.claims}
        for finding in answer.findings:
            about = dict.fromkeys(code for name in finding.facts for code in places.get(name, ()))
            values = {**finding._asdict(), "places": tuple(about)}
            yield cls(*(values[name] for name in cls._fields))


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


class ComparedRow(Compared):
    """One press figure held against the official one, or one of them without the other."""

    @classmethod
    def list_from(cls, answer: Answer[CompareResult]) -> Iterator[Compared]:
        """Yield the comparisons by period, oldest first."""
        yield from answer.result.compared


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
