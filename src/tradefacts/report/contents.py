"""The contents of a pair's page before layout: each part worded as on its screen, with one numbering of pages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Unpack

from tradefacts.audit import ask_audit
from tradefacts.errors import InvalidQueryError
from tradefacts.named_tuples import NamedTuple
from tradefacts.query import FILTERS, Filters
from tradefacts.questions.chart import ask_chart
from tradefacts.questions.cite import ask_cite
from tradefacts.questions.explain import explain_shown
from tradefacts.questions.pair import ask_pair
from tradefacts.render.audit import HEADS, DisputeWriter, find_date
from tradefacts.render.explain import format_explained
from tradefacts.render.goals import (
    format_amount,
    format_done,
    format_made,
    format_needed,
    format_places,
    format_status,
    format_used,
)
from tradefacts.render.pair.foot import format_row_gaps
from tradefacts.render.pair.head import make_head
from tradefacts.render.pair.outlook import rank_goals
from tradefacts.render.pair.table import make_rows
from tradefacts.render.pair.view import View
from tradefacts.render.screen import Screen
from tradefacts.render.words import count
from tradefacts.report.plot import make_plot
from tradefacts.wording.lines import format_deadline

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tradefacts.answer import Answer
    from tradefacts.factbase import Claim, FactBase
    from tradefacts.findings import Finding
    from tradefacts.questions.cite import Citation
    from tradefacts.questions.pair import PairResult
    from tradefacts.reckoning.goals import Goal
    from tradefacts.render.pair.head import Head
    from tradefacts.render.words import Writer
    from tradefacts.report.plot import Plot

_PLAIN = Screen()
_COLUMNS = ("by", "Turnover", "Voices on pages", "Change on the year before")


class Table(NamedTuple):
    """Rows of cells, each of several lines; the first cell of a row names it."""

    caption: str
    heads: Sequence[str]
    rows: Sequence[Sequence[Sequence[str]]]


class Found(NamedTuple):
    """A contradiction, and the reason for it."""

    label: str
    figures: str
    reason: str


class Step(NamedTuple):
    """A line of a derivation; level 0 is the first below its heading."""

    level: int
    text: str


class Source(NamedTuple):
    """A cited page."""

    number: int
    date: str
    publisher: str
    """The publisher, with the agency it credits."""
    speakers: str
    title: str | None
    language: str
    url: str | None
    archived: str | None


class PairPage(NamedTuple):
    """The contents of a pair's page."""

    title: str
    amount: str
    """The extent of the record: `368 claims on 169 pages, newest 2026-02-20`."""
    filters: Sequence[str]
    """The filters that the claims match, if not all are shown."""
    sentence: str
    lines: Sequence[tuple[str, str]]
    """Labelled lines below the sentence."""
    plots: Sequence[Plot]
    """Its turnover, in a picture for each currency."""
    tables: Sequence[Table]
    gaps: str
    goals: Table
    findings: Sequence[tuple[str, Sequence[Found]]]
    """By severity, the most serious first."""
    compared: str
    derivations: Sequence[tuple[str, Sequence[Step]]]
    sources: Sequence[Source]
    quoted: Citation | None
    """The citation of the figure in the sentence."""
    edition: Citation
    pair: tuple[str, str]
    answer: Answer[PairResult]
    """The answer about the pair, as machine-readable data."""
    view: View


def make_pair_page(base: FactBase, place: str, partner: str | None, **filters: Unpack[Filters]) -> PairPage:
    """Return the contents of a pair's page, from the claims that match the filters.

    Raises:
        UnknownPlaceError: a place is unknown.
        InvalidQueryError: both places are the same country, or nothing is on record about them.
    """
    answer = ask_pair(base, place, partner, everything=True, **filters)
    pair = answer.result.pair
    if not answer.claims:
        hint = f"'tradefacts coverage {pair[0]}' lists what is"
        matching = " that matches the filters" if filters else ""
        raise InvalidQueryError(f"nothing{matching} is on record about {' and '.join(pair)}", hint=hint)
    audit = ask_audit(base, place, partner, everything=True, **filters)
    # Findings may be based on claims that are not about the pair, goals on claims that filters leave out.
    held = base.find_by_ids(dict.fromkeys(name for goal in answer.result.targets for name in goal.bases))
    claims = {claim.id: claim for claim in (*answer.claims, *audit.claims, *held)}
    head = make_head(View(answer._replace(claims=[*claims.values()]), _PLAIN))
    view, writer = head.view, head.view.writer
    sentence, lines = _divide_head(head)
    tables = list(_make_tables(view))
    goals = _make_goals(view)
    findings = list(_make_findings(audit.findings, DisputeWriter(writer, is_of_pair=True), writer))
    derivations = list(_make_derivations(answer.claims, answer.as_of, writer))
    opening = answer.result.headline.year or answer.result.headline.months
    newest = f", newest {answer.result.newest}" if answer.result.newest else ""
    return PairPage(
        view.title,
        f"{count(len(answer.claims), 'claim')} on {count(answer.result.pages, 'page')}{newest}",
        list(_list_filters(answer.query)),
        sentence,
        lines,
        list(_make_plots(base, place, partner, filters)),
        tables,
        format_row_gaps(view.years, view),
        goals,
        findings,
        f"{audit.result.compared:,} of {count(audit.result.figures, 'figure')} could be compared with others.",
        derivations,
        list(_list_sources(writer)),
        ask_cite(base, opening.fact).result.citations[0] if opening else None,
        ask_cite(base).result.citations[0],
        pair,
        answer,
        view,
    )


def _make_plots(base: FactBase, place: str, partner: str | None, filters: Filters) -> Iterator[Plot]:
    """Yield a plot of full years for each currency; without any full year, one of parts of years."""
    if filters.get("flow") == "balance":
        return
    chart = ask_chart(base, place, partner, **filters)
    others = [other for other in chart.result.undrawn if not other.of_months]
    currencies = [other.currency for other in others if other.exporter == chart.result.exporter]
    for drawn in (chart, *(ask_chart(base, place, partner, currency=code, **filters) for code in currencies)):
        if drawn.result.bars:
            # Other currencies have plots of their own.
            months = tuple(other for other in drawn.result.undrawn if other.of_months)
            yield make_plot(drawn._replace(result=drawn.result._replace(undrawn=months)))


def _list_filters(asked: Mapping[str, Any]) -> Iterator[str]:
    """Yield the filters of a query: `since 2020`, `reporter UZ or none`."""
    for name in FILTERS:
        if name in asked:
            value = asked[name]
            yield f"{name.replace('_', ' ')} {' or '.join(value) if isinstance(value, list) else value}"


def _divide_head(head: Head) -> tuple[str, list[tuple[str, str]]]:
    """Return the opening sentence of a page, and the labelled lines below it."""
    year = head.view.result.headline.year
    place = next((number for number, (label, _) in enumerate(head.lines) if year and label == year.period), 0)
    return head.lines[place][1], [line for number, line in enumerate(head.lines) if number != place]


def _make_tables(view: View) -> Iterator[Table]:
    """Yield the table of full years and that of other periods, each only if it has rows."""
    there, back = view.ways
    for caption, head, years, months in (
        ("Full years", "Year", view.years, []),
        ("Other periods", "Months", [], view.part_years),
    ):
        rows = [row for row in make_rows(years, months, view).cells if not isinstance(row, str)]
        if rows:
            heads = [head, *_COLUMNS, there, *([back] if back else [])]
            yield Table(caption, heads, [row[: len(heads)] for row in rows])


def _make_goals(view: View) -> Table:
    heads = ("Goal", "Until", "Status", "Done", "Needs a year", "Made a year", "Figure used", "Stated")
    return Table(
        "Goals, those still to be reached first", heads, [_write_goal(goal, view.writer) for goal in rank_goals(view)]
    )


def _write_goal(goal: Goal, writer: Writer) -> list[list[str]]:
    name = format_amount(goal, writer).plain
    again = [f"set again {goal.set_again[:7]}"] if goal.set_again else []
    dates = [date for date in (goal.first_stated, goal.last_stated) if date]
    used = format_used(goal, writer).plain
    return [
        [name if goal.flow == "turnover" else f"{format_places(goal)} {name}"],
        [format_deadline(goal.deadline, goal.horizon), *again],
        [format_status(goal).plain],
        [format_done(goal)],
        [format_needed(goal)],
        [format_made(goal)],
        [f"{goal.status_year}: {used}" if goal.figures else used],
        [" to ".join(dict.fromkeys(dates)) or "undated", writer.cite(goal.facts).plain],
    ]


def _make_findings(
    findings: Sequence[Finding], disputes: DisputeWriter, writer: Writer
) -> Iterator[tuple[str, list[Found]]]:
    """Yield the findings of each severity under its heading, the newest first; notices are left to `audit`."""
    for severity, (head, _) in HEADS.items():
        found = [finding for finding in findings if finding.severity == severity]
        found.sort(key=lambda finding: find_date(finding, writer.claims), reverse=True)
        if found and severity != "notice":
            yield head, [_write_found(finding, disputes) for finding in found]


def _write_found(finding: Finding, disputes: DisputeWriter) -> Found:
    label, figures = disputes.format_label(finding), disputes.format_finding(finding).plain
    return Found(label, figures, disputes.format_reason(finding).plain)


def _make_derivations(claims: Sequence[Claim], as_of: str, writer: Writer) -> Iterator[tuple[str, list[Step]]]:
    """Yield each computed figure that the page shows, with the steps of its derivation."""
    result = explain_shown(claims, as_of)
    for explained in reversed(result.derivations):
        head, *lines = [line.plain for line in format_explained(explained, result, writer)]
        steps = [Step((len(line) - len(line.lstrip())) // 2 - 1, line.strip()) for line in lines]
        yield head, steps


def _list_sources(writer: Writer) -> Iterator[Source]:
    for number, claims in writer.list_cited():
        page: dict[str, Any] = json.loads(claims[0].page_json)
        origin = f" (from {page['origin']})" if page["origin"] else ""
        speakers = dict.fromkeys(writer.name(claim.attributed_to) for claim in claims if claim.attributed_to)
        yield Source(
            number,
            page["published"] or "undated",
            f"{page['publisher']}{origin}",
            ", ".join(speakers),
            page["title"],
            page["language"],
            page["url"],
            page.get("archived"),
        )
