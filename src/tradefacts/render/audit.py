"""A finding of the audit in words: its subject, the contradicting figures, the arithmetic and the cause."""

from __future__ import annotations

from itertools import chain, groupby
from typing import TYPE_CHECKING

from rich.text import Text

from tradefacts.factbase.sequences import select_claims
from tradefacts.period import Period
from tradefacts.reckoning.comparison import compare, read_ranges
from tradefacts.render.claims import is_odd_base
from tradefacts.render.goals import format_shown
from tradefacts.render.screen import text
from tradefacts.render.words import DIM, Writer, count, format_labelled, format_period, name_places
from tradefacts.render.wrapping import tie

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tradefacts.answer import Answer
    from tradefacts.audit import AuditResult
    from tradefacts.factbase import Claim
    from tradefacts.findings import Cause, Finding, FindingSide, Severity
    from tradefacts.render.screen import Screen

_CAUSES: Mapping[Cause, str] = {
    "trailing zeros": "true if zeros at the end are rounding",
    "truncated digits": "true if digits were cut",
    "whose statistics": "perhaps of different statistics",
    "period misread": "perhaps a period misread",
    "revision over time": "perhaps revised since",
    "copy of an older figure": "perhaps a copy of an older figure",
    "same page": "printed on one page",
    "scale slip": "perhaps a slip of thousand, million or billion",
    "cause not known": "cause not known",
}
_PAGES = 3


class DisputeWriter:
    """Formats findings; those of a single pair do not name its places."""

    def __init__(self, writer: Writer, *, is_of_pair: bool) -> None:
        """Take the writer of figures and pages, and whether all findings are about one pair."""
        self.writer = writer
        self._is_of_pair = is_of_pair

    def format_label(self, finding: Finding) -> str:
        """Return the subject of a finding: `2023 turnover by ?`, `2024 KG–KZ change by KG`, `office`."""
        if not finding.sides:
            return finding.rule.partition("_")[0]
        side = self._find_subject(finding)
        claim = self.writer.claims[side.facts[0]]
        reporters = {side.reporter for side in finding.sides}
        by = f" by {side.reporter or '?'}" if len(reporters) == 1 else ""
        scope = f", {claim.scope}" if claim.scope else ""
        return f"{format_period(side.period)} {self._name(finding, claim)}{by}{scope}"

    def format_finding(self, finding: Finding) -> Text:
        """Return the contradicting figures, each with its page."""
        if not finding.sides:
            label = self.format_label(finding)
            return text(f"{finding.message.removeprefix(f'{label} ')} ", self.writer.cite(finding.facts, most=_PAGES))
        format_sides = _WRITERS.get(finding.rule)
        return format_sides(self, finding) if format_sides else self._format_by_statistics(finding.sides)

    def format_reason(self, finding: Finding) -> Text:
        """Return the arithmetic and the likely cause; between two sets of statistics, their difference is the cause."""
        cause = "" if finding.severity == "asymmetry" or finding.cause is None else _CAUSES[finding.cause]
        if finding.verdict == "touching":
            cause = f"true at the very edge of both · {cause}"
        reasons = " · ".join(filter(None, (finding.arithmetic, cause)))
        return text((f"{reasons} {tie(f'· {finding.code}')}", DIM))

    def _find_subject(self, finding: Finding) -> FindingSide:
        """Return the side that describes the whole; for a sum, the last one."""
        return finding.sides[-1 if finding.rule == "turnover_is_not_the_sum" else 0]

    def _name(self, finding: Finding, claim: Claim) -> str:
        places = f"{claim.exporter} → {claim.importer}" if claim.exporter else "–".join(claim.pair or ())
        kind = {"growth": "change", "share": "share"}.get(claim.kind, "")
        if claim.kind == "growth" and is_odd_base(claim.period, claim.base_period):
            kind = f"change since {format_period(claim.base_period)}"
        if finding.rule == "turnover_is_not_the_sum":
            kind = "sum"
        what = kind or ("" if claim.exporter else claim.flow or "")
        return " ".join(filter(None, ("" if self._is_of_pair and not claim.exporter else places, what)))

    def _format_side(self, side: FindingSide) -> Text:
        return format_shown(self.writer.claims[side.facts[0]], self.writer)

    def _format_by_statistics(self, sides: Sequence[FindingSide]) -> Text:
        """Return figures grouped by reporter: `$70 m [1], $124 m [2] by ?; $237.9 m [3] by UZ`."""
        parts = []
        for reporter, group in groupby(sides, key=lambda side: side.reporter):
            figures = Text(", ").join([self._format_side(side) for side in group])
            parts.append(text(figures, f" by {reporter or '?'}"))
        return Text("; ").join(parts)

    def format_disagreeing(self, finding: Finding) -> Text:
        """Return figures of one quantity: the leading one, those it contradicts, those that can be true with it."""
        leading, *others = finding.sides
        ranges = [read_ranges(self.writer.claims[side.facts[0]]) for side in finding.sides]
        verdicts = [compare(ranges[0], rival) for rival in ranges[1:]]
        refused = [side for side, verdict in zip(others, verdicts, strict=True) if verdict == "contradicted"]
        fitting = [side for side in others if side not in refused]
        if finding.verdict != "contradicted":
            return text(self._format_voices(leading), " beside ", self._list(others, ", "))
        if not refused:  # all fit the leading figure, but not one another
            return text(self._format_voices(leading), ", also ", self._list(others, " ≠ "))
        written = text(self._format_voices(leading), _sign(finding), self._list(refused, ", "))
        return text(written, "; also ", self._list(fitting, ", ")) if fitting else written

    def format_sum(self, finding: Finding) -> Text:
        """Return two parts and the whole: `$178.4 m [1] + $196.5 m [1] ≠ $374 m [1]`."""
        *parts, whole = map(self._format_side, finding.sides)
        return text(Text(" + ").join(parts), _sign(finding), whole)

    def format_growth(self, finding: Finding) -> Text:
        """Return a growth and the figures it connects: `+30 % [1] ≠ $900 m [1], after $472.9 m [2] in 2015`."""
        growth, earlier, later = finding.sides
        claim = self.writer.claims[growth.facts[0]]
        unsaid = "" if claim.base_period else " (the page does not say against what)"
        change, before, after = map(self._format_side, (growth, earlier, later))
        return text(change, unsaid, _sign(finding), after, ", after ", before, f" in {format_period(earlier.period)}")

    def format_change_of_parts(self, finding: Finding) -> Text:
        """Return the growth of a total and of both directions."""
        total, there, back = map(self._format_side, finding.sides)
        return text(total, _sign(finding), "between ", there, " and ", back, " of the two directions")

    def format_excess(self, finding: Finding) -> Text:
        """Return a part that is larger than its whole."""
        part, whole = map(self._format_side, finding.sides)
        period = finding.sides[1].period
        when = f" in {format_period(period)}" if period != finding.sides[0].period else " of the turnover"
        return text(part, " is more than ", whole, when)

    def format_share(self, finding: Finding) -> Text:
        """Return a share with the part and the whole it is of: `39.4 % [1] ≠ ≈$170 m [1] of $686.4 m [1]`."""
        share, whole, part = map(self._format_side, finding.sides)
        return text(share, _sign(finding), part, " of ", whole)

    def _format_voices(self, side: FindingSide) -> Text:
        """Return a figure with its voices, and their pages if there are more: `$5 bn [1] (5 voices on 8 pages)`."""
        pages = len({self.writer.claims[name].source for name in side.facts})
        on_pages = f" on {count(pages, 'page')}" if pages != side.voices else ""
        return text(self._format_side(side), f" ({count(side.voices, 'voice')}{on_pages})")

    def _list(self, sides: Sequence[FindingSide], mark: str) -> Text:
        return Text(mark).join([self._format_voices(side) for side in sides])


_WRITERS = {
    "readings_disagree": DisputeWriter.format_disagreeing,
    "growth_contradicts_figures": DisputeWriter.format_growth,
    "growth_of_total_is_outside_its_parts": DisputeWriter.format_change_of_parts,
    "turnover_is_not_the_sum": DisputeWriter.format_sum,
    "direction_exceeds_turnover": DisputeWriter.format_excess,
    "shorter_period_exceeds_longer": DisputeWriter.format_excess,
    "share_contradicts_figures": DisputeWriter.format_share,
}
"""The function that formats the figures of each rule; figures of other rules are grouped by reporter."""


def find_date(finding: Finding, claims: Mapping[str, Claim]) -> tuple[int, str]:
    """Return the sort key of findings by time: the last month of their figures, or else the newest date they name."""
    months = [Period.parse(side.period).last for side in finding.sides if side.period]
    if months:
        return max(months), ""
    named = [claims[name] for name in finding.facts]
    dates = [date for claim in named for date in (claim.start, claim.end, claim.seen_on, claim.published) if date]
    newest = max(dates, default="")
    return (12 * int(newest[:4]) if newest else 0), newest


def _sign(finding: Finding) -> Text:
    """Return the sign between figures; `beside` if they can be true after rounding or truncation."""
    return text((" ≠ ", "red")) if finding.verdict == "contradicted" else text(" beside ")


SHOWN = 5
"""The most findings shown per severity: with arithmetic and pages, those of a pair fit on a screen or two."""
_LEAST: Severity = "notice"
"""The severity whose findings are only counted unless they are asked for."""
HEADS: dict[Severity, tuple[str, str]] = {
    "contradiction": ("Contradictions", "red"),
    "possible": ("Possible", "yellow"),
    "asymmetry": ("Between statistics", ""),
    "notice": ("Notices", ""),
}
"""The heading and colour of each severity, the most serious first."""
_WIDE = 80
"""The least screen width at which a finding has its label beside it."""
_WIDEST = 30
"""The label column's greatest width; a longer label shifts only its own line."""


def render_audit(answer: Answer[AuditResult], screen: Screen) -> list[Text]:
    """Return how much was found and compared, then the findings, the most serious first, and the pages."""
    everything = "all" in answer.query
    parts: list[Text] = [text((_format_head(answer), "bold")), *_format_compared(answer.result, everything)]
    selected = {severity: _select(answer, severity, everything=everything) for severity in HEADS}
    writer = Writer(_restrict(answer, chain.from_iterable(selected.values())), screen)
    disputes = DisputeWriter(writer, is_of_pair="pair" in answer.query)
    for severity, (head, style) in HEADS.items():
        shown, found = selected[severity], [finding for finding in answer.findings if finding.severity == severity]
        if found:
            parts.append(Text())
        if shown:
            parts += [text((head, f"bold {style}".rstrip())), *_format_findings(shown, disputes, screen)]
        if len(shown) < len(found):
            more = f"{len(found) - len(shown):,} more" if shown else _count(severity, len(found))
            parts.append(text((f"{more} with --all", DIM)))
    return [*parts, Text(), *writer.format_sources()] if writer.numbers else parts


def _select(answer: Answer[AuditResult], severity: Severity, *, everything: bool) -> list[Finding]:
    """Return the findings of a severity to show, the newest first."""
    is_counted_only = severity == _LEAST and not {"severity", "code"} & answer.query.keys()
    if is_counted_only and not everything:
        return []
    found = [finding for finding in answer.findings if finding.severity == severity]
    dated = _restrict(answer, (finding for finding in found if not finding.sides))
    claims = {claim.id: claim for claim in dated.claims}
    found.sort(key=lambda finding: find_date(finding, claims), reverse=True)
    return found if everything else found[:SHOWN]


def _restrict(answer: Answer[AuditResult], findings: Iterable[Finding]) -> Answer[AuditResult]:
    """Return the answer with only the claims of some of its findings, so that no others have to be read."""
    names = {name for finding in findings for name in finding.facts}
    return answer._replace(claims=select_claims(answer.claims, names))


def _format_head(answer: Answer[AuditResult]) -> str:
    """Return what was asked, and the number of findings of each severity."""
    about = name_places(answer, "All claims")
    counts = answer.result.severities.items()
    return f"{about}: {', '.join(_count(*item) for item in counts) or 'nothing contradicts anything'}"


def _count(severity: str, number: int) -> str:
    if severity in {"contradiction", "notice"}:
        return count(number, severity)
    return f"{number:,} {'possible' if severity == 'possible' else 'between statistics'}"


def _format_compared(result: AuditResult, everything: bool) -> Iterator[Text]:  # noqa: FBT001 - the value of `--all`
    """Yield the number of figures compared, and why the others were not."""
    alone = result.figures - result.compared
    more = "" if everything or not alone else " (why: --all)"
    stand = f"; {alone:,} {'stands' if alone == 1 else 'stand'} alone{more}" if alone else ""
    yield text(f"{result.compared:,} of {count(result.figures, 'figure')} compared{stand}")
    if everything:
        yield from (text(f"  {number:>5,}  {reason}") for reason, number in result.uncompared.items())


def _format_findings(findings: Sequence[Finding], disputes: DisputeWriter, screen: Screen) -> Iterator[Text]:
    labels = [disputes.format_label(finding) for finding in findings]
    width = min(max(map(len, labels)), _WIDEST) + 2
    beside = screen if screen.columns >= _WIDE else screen._replace(is_list=True)
    for label, finding in zip(labels, findings, strict=True):
        yield from format_labelled(label, disputes.format_finding(finding), beside, width=width)
        reason = disputes.format_reason(finding)
        if reason.plain:
            yield from format_labelled("", reason, beside, width=width)
