"""The items of answers: figures, contradictions, goals, office holders, claims, derived figures, citations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradefacts.export import make_plain
from tradefacts.questions.claim_sentences import format_full_claim
from tradefacts.rows.series import YearRow
from tradefacts.serving.results import Item, Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tradefacts.api import Answer
    from tradefacts.audit import AuditResult
    from tradefacts.drafts.checking import CheckResult
    from tradefacts.factbase import Claim
    from tradefacts.findings import Finding
    from tradefacts.questions.cite import CiteResult
    from tradefacts.questions.explain import ExplainResult
    from tradefacts.questions.officials import OfficialsResult
    from tradefacts.questions.pair import Cell, Row
    from tradefacts.questions.series import SeriesResult
    from tradefacts.reckoning.goals import Goal
    from tradefacts.reckoning.readings import Figure

    Claims = Mapping[str, Claim]

_CITED = 3
"""The most pages cited for one item; further claims are given by id only."""
_IDS = 6
_OTHERS = 8
_BOUNDS = {"=": "", "~": "about ", ">": "more than ", "<": "less than "}
_CLAIM_KEYS = (
    *("id", "kind", "pair", "flow", "exporter", "importer", "reporter", "period", "base_period", "by", "horizon"),
    *("printed", "bound", "low", "high", "currency", "person", "office", "start", "end", "seen_on", "acting"),
    *("name", "date", "venue", "parties", "attributed_to", "attributed_as", "scope", "note", "inferred"),
)


def index(answer: Answer[Any]) -> Claims:
    """Return the claims of an answer by id."""
    return {claim.id: claim for claim in answer.claims}


def list_figures(rows: Iterable[Row], claims: Claims) -> Iterator[Item]:
    """Yield an item for each quantity, period and set of statistics: the leading figure, and the other figures."""
    for row in rows:
        for cell in sorted(row.cells, key=_rank):
            yield _make_figure(row.period, cell, claims)


def _rank(cell: Cell) -> tuple[bool, bool]:
    """Return the sort key of a quantity within its period: turnover first, changes last."""
    return cell.kind == "growth", cell.flow != "turnover"


def _make_figure(period: str, cell: Cell, claims: Claims) -> Item:
    leading, *others = cell.figures
    what = f"change of {_write_way(cell)}" if cell.kind == "growth" else _write_way(cell)
    data = _drop_nulls(
        {
            "period": period,
            "kind": cell.kind,
            "flow": cell.flow,
            "exporter": cell.exporter,
            "importer": cell.importer,
            "base_period": cell.base_period,
            "currency": cell.currency,
        }
    )
    data |= {
        "reporter": cell.reporter,
        **{key: getattr(leading, key) for key in ("printed", "bound", "low", "high", "voices")},
        "verdict": cell.verdict,
        "others": [make_plain(figure._replace(facts=figure.facts[:1])) for figure in others[:_OTHERS]],
    }
    figure = f"{_BOUNDS[leading.bound]}{leading.printed}; {_count_voices(leading.voices)}"
    said = f"{period} {what} ({_write_statistics(cell.reporter)}): {figure}{_write_others(others)}."
    return _make_item(said, data, leading.facts, claims)


def list_years(answer: Answer[SeriesResult]) -> Iterator[Item]:
    """Yield the years of a series, the newest first, turnover before goods: the leading figure and the growth."""
    claims = index(answer)
    for line in sorted(
        answer.result.lines, key=lambda line: (line.flow != "turnover", line.exporter or "", -line.year)
    ):
        others = line.volume.figures[1:] if line.volume else ()
        for row in YearRow.list_from(answer._replace(result=answer.result._replace(lines=(line,)))):
            yield _make_year(row, () if row.derived else others, claims)


def _make_year(row: YearRow, others: Sequence[Figure], claims: Claims) -> Item:
    data = _drop_nulls(row._asdict()) | {"reporter": row.reporter, "derived": row.derived}
    for key in ("pair", "facts"):
        del data[key]
    data["others"] = [make_plain(figure._replace(facts=figure.facts[:1])) for figure in others[:_OTHERS]]
    if row.derived:
        figure = f"{row.low} to {row.high} {row.currency}, computed: no page prints it"
    elif row.printed:
        figure = f"{_BOUNDS[row.bound or '=']}{row.printed}; {_count_voices(row.voices)}"
    else:
        figure = "no figure"
    growth = f"; growth {row.growth_printed}" if row.growth_printed else ""
    computed = _write_range("computed growth", row.growth_low, row.growth_high, "")
    said = f"{row.year} {_write_way(row)} ({_write_statistics(row.reporter)}): {figure}{growth}{computed}"
    return _make_item(f"{said}{_write_others(others)}.", data, row.facts, claims)


def list_findings(answer: Answer[AuditResult]) -> Iterator[Item]:
    """Yield the contradictions between claims, the most serious first."""
    claims = index(answer)
    for finding in answer.findings:
        yield _make_finding(finding, claims)


def _make_finding(finding: Finding, claims: Claims) -> Item:
    data = _drop_nulls(
        {key: getattr(finding, key) for key in ("code", "severity", "verdict", "cause", "message", "arithmetic")}
    )
    data["sides"] = [{**make_plain(side), "facts": [*side.facts[:_CITED]]} for side in finding.sides[:_OTHERS]]
    cause = f"; {finding.cause}" if finding.cause else ""
    ids = [side.facts[0] for side in finding.sides if side.facts] or finding.facts
    return _make_item(f"{finding.severity}: {finding.message} ({finding.arithmetic}{cause}).", data, ids, claims)


def list_goals(goals: Iterable[Goal], claims: Claims) -> Iterator[Item]:
    """Yield goals: the progress of each, and its newest statement."""
    for goal in goals:
        stored = make_plain(goal)
        for key in ("statements", "figures", "paces", "part_year"):
            del stored[key]
        data = _drop_nulls(stored) | {"statements": len(goal.statements)}
        held = [name for figure in goal.figures for name in figure.facts[:1]]
        until = f"by {goal.deadline}" if goal.deadline else f"“{goal.horizon}”" if goal.horizon else "without a date"
        done = _write_range("done", goal.progress_low, goal.progress_high, f" in {goal.status_year}")
        needed = _write_range("needs", goal.needed_low, goal.needed_high, " a year")
        made = _write_range("made", goal.made_low, goal.made_high, f" a year since {goal.made_since}")
        said = f"{'–'.join(goal.pair)} {_write_way(goal)} {_BOUNDS[goal.bound]}{goal.printed} {until}: {goal.status}"
        yield _make_item(f"{said}{done}{needed}{made}.", data, [*goal.facts[:1], *held], claims)


def list_officials(answer: Answer[OfficialsResult]) -> Iterator[Item]:
    """Yield the terms of people in offices."""
    claims, names = index(answer), answer.names
    for official in answer.result.officials:
        data = _drop_nulls(make_plain(official))
        data |= {"name": names[official.person], "title": names[official.office]}
        dates = [
            f"{word} {date}"
            for word, date in (
                ("from", official.start),
                ("to", official.end),
                ("first seen", official.first_seen),
                ("last seen", official.last_seen),
            )
            if date
        ]
        acting = "acting " if official.acting else ""
        status = f"; on {answer.result.on}: {official.status}, {official.reason}" if official.status else ""
        said = f"{data['name']}, {acting}{data['title']} ({official.country}, {official.role})"
        yield _make_item(f"{said}: {', '.join(dates) or 'undated'}{status}.", data, official.facts, claims)


def list_claims(claims: Iterable[Claim], answer: Answer[Any]) -> Iterator[Item]:
    """Yield claims, each as a quotable sentence."""
    for claim in claims:
        stored = claim.stored
        data = _drop_nulls({key: stored.get(key) for key in _CLAIM_KEYS})
        sentence, _ = format_full_claim(claim, answer.names)
        data["sentence"] = sentence
        yield _make_item(sentence or claim.id, data, [claim.id], {claim.id: claim})


def list_checked(answer: Answer[CheckResult]) -> Iterator[Item]:
    """Yield the figures of a text: the verdict of the record on each, and the claims behind it."""
    claims = index(answer)
    for checked in answer.result.checked:
        data = _drop_nulls(
            {
                **{key: getattr(checked, key) for key in ("printed", "standing", "reason", "tier", "arithmetic")},
                "claim": _drop_nulls(checked.claim),
                "sentence": checked.sentence,
                "nearest": make_plain(checked.nearest),
                "cautions": [*checked.cautions],
            }
        )
        ids = checked.facts or ((checked.nearest.fact,) if checked.nearest else ())
        compared = f" ({checked.arithmetic})" if checked.arithmetic else ""
        near = checked.nearest
        nearest = f"; nearest on record: {near.printed}{f', {near.period}' if near.period else ''}" if near else ""
        cautions = f" {'. '.join(checked.cautions)}." if checked.cautions else ""
        said = f"“{checked.printed}”: {checked.standing}, {checked.reason}{compared}{nearest}."
        yield _make_item(f"{said}{cautions}", data, ids, claims)


def list_steps(answer: Answer[ExplainResult]) -> Iterator[Item]:
    """Yield derived figures step by step, then those that cannot be derived."""
    claims = index(answer)
    for step in answer.result.derivations:
        derived = step.derived
        data = _drop_nulls(make_plain(derived)) | {"lowest": step.low, "highest": step.high}
        data["numbers"] = [{**make_plain(number), "facts": [*number.facts[:_CITED]]} for number in step.numbers]
        data.pop("from")
        said = f"{derived.quantity} {derived.flow} {derived.period}: {derived.low} to {derived.high} {derived.unit}"
        assumed = f"; assumed: {'; '.join(derived.assumptions)}" if derived.assumptions else ""
        how = f" = {derived.formula}; lowest {step.low}; highest {step.high}{assumed}"
        yield _make_item(f"{said}{how}.", data, derived.from_, claims)
    for refused in answer.result.refused:
        said = f"{refused.quantity} {refused.period} does not follow: {refused.reason}."
        yield _make_item(said, make_plain(refused), refused.facts, claims)


def list_citations(answer: Answer[CiteResult]) -> Iterator[Item]:
    """Yield citations: a sentence, its reference, and cautions."""
    for citation in answer.result.citations:
        data = _drop_nulls(make_plain(citation))
        data["facts"] = [citation.id] if citation.type == "claim" and citation.id else []
        page = citation.page
        pages = () if page is None else (Page(page.id, citation.short, page.url),)
        cautions = f" Caution: {'. '.join(citation.cautions)}." if citation.cautions else ""
        yield Item(f"{citation.sentence or ''}{cautions} {citation.full} ({citation.base})".strip(), data, pages)


def _make_item(line: str, data: dict[str, Any], ids: Sequence[str], claims: Claims) -> Item:
    """Return an item with the ids of its claims, their total if not all are given, and the first pages."""
    data["facts"] = [*ids[:_IDS]]
    if len(ids) > _IDS:
        data["facts_total"] = len(ids)
    cited = [claims[name] for name in ids[:_CITED] if name in claims]
    return Item(line, data, tuple(dict.fromkeys(_make_page(claim) for claim in cited)))


def _make_page(claim: Claim) -> Page:
    return Page(claim.source, f"{claim.publisher}, {claim.published or 'undated'}", claim.url)


def _write_way(of: Cell | Goal | YearRow) -> str:
    """Return the flow of a figure: `turnover`, `goods KZ → UZ`."""
    return f"goods {of.exporter} → {of.importer}" if of.exporter else of.flow


def _write_statistics(reporter: str | None) -> str:
    return f"statistics of {reporter}" if reporter else "whose statistics is not said"


def _count_voices(voices: int) -> str:
    return "1 voice" if voices == 1 else f"{voices} voices"


def _write_others(others: Sequence[Figure]) -> str:
    also = "; ".join(f"{_BOUNDS[figure.bound]}{figure.printed} ({figure.verdict})" for figure in others[:_OTHERS])
    return f"; also {also}" if also else ""


def _write_range(word: str, low: float | None, high: float | None, rest: str) -> str:
    if low is None and high is None:
        return ""
    ends = f"{'?' if low is None else low} to {'?' if high is None else high}" if low != high else f"{low}"
    return f"; {word} {ends} %{rest}"


def _drop_nulls(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value not in (None, [], ())}
