"""Check a draft: each figure against the record, and the figures of the text against each other."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated, Any, Literal

from tradefacts.answer import Answer, Names, answer
from tradefacts.drafts.judging import JUDGED, Judgement, Standing, judge
from tradefacts.drafts.nearest import Nearest, describe_nearest, find_nearest
from tradefacts.drafts.proposals import NOTHING_READ, Found, Proposal, RefusedFigure, find_proposals
from tradefacts.drafts.record import Record, find_newer, find_revised
from tradefacts.drafts.texts import join_lines
from tradefacts.drafts.within import LeftOffice, Mismatch, find_left_offices, find_mismatches
from tradefacts.factbase.drafted import DraftPage, make_claim
from tradefacts.factbase.selection import Selection
from tradefacts.findings import Finding
from tradefacts.named_tuples import NamedTuple
from tradefacts.questions.cautions import find_rivals, list_cautions
from tradefacts.questions.claim_sentences import WORLD
from tradefacts.vocabulary import COMPARED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tradefacts.drafts.record import Pair
    from tradefacts.factbase import Claim, FactBase
    from tradefacts.findings import Severity

STANDINGS: tuple[Standing, ...] = (
    *("supported", "contradicted", "differs", "other statistics", "stale", "derived", "unknown"),
)
"""The possible results for a claim, in the order of the counts."""

CODES: dict[Standing, tuple[str, str, Severity]] = {
    "contradicted": ("C101", "claim_contradicts_record", "contradiction"),
    "differs": ("C102", "claim_differs_from_record", "possible"),
    "other statistics": ("C103", "claim_is_of_other_statistics", "notice"),
    "stale": ("C104", "claim_is_stale", "notice"),
}
"""Code, rule and severity of findings about claims that differ from the record."""
WITHIN = "C201"
"""Code of inconsistencies within a text; the rule is that of the audit."""

LEFT = "C301", "official_had_left_office"
"""Code and rule of findings about people who had left the office."""

UNREAD = "C401", "no_figure_read"
"""Code and rule of the finding that a text has no figure that was read, which is no pass."""

_COUNTED = ("volume", "growth")
"""The kinds of claims that a text makes of one country's whole trade, too."""
_TOLD = ("One voice", "Disputed")


class Checked(NamedTuple):
    """One figure of a draft, and how it compares with the record."""

    claim: Annotated[dict[str, Any], "what it seems to claim: the keys of a fact, without id, source and page"]
    printed: Annotated[str, "the figure's exact characters"]
    span: Annotated[tuple[int, int], "position of the figure: code points from the start of the text, half-open"]
    line: Annotated[int, "its line, from 1"]
    column: Annotated[int, "its column, from 1, in code points"]
    sentence: Annotated[str, "the sentence that contains it"]
    sentence_span: Annotated[tuple[int, int], "position of the sentence, as for `span`"]
    tier: Annotated[Literal["sure", "doubtful"], "how certain it is what the figure is about"]
    standing: Annotated[Standing, "how it compares with the record"]
    reason: Annotated[str, "the reason, in one clause"]
    facts: Annotated[tuple[str, ...], "ids of the claims on record that support or contradict it, the nearest first"]
    arithmetic: Annotated[str | None, "the comparison in one line"]
    nearest: Annotated[Nearest | None, "the nearest claim on record, if it is not supported"]
    cautions: Annotated[tuple[str, ...], "what to know before printing it"]


class CheckResult(NamedTuple):
    """How the figures of a draft compare with the record."""

    standings: Annotated[dict[str, int], "number of figures by standing"]
    checked: Annotated[tuple[Checked, ...], "each figure that makes a claim, in text order"]
    within: Annotated[tuple[Mismatch, ...], "inconsistencies within the text"]
    officials: Annotated[tuple[LeftOffice, ...], "people named with an office that they had left"]
    refused: Annotated[tuple[RefusedFigure, ...], "the figures that make no claim about trade between two places"]


def ask_check(  # noqa: PLR0913 - what is known of a text
    base: FactBase,
    text: str,
    *,
    published: str | None = None,
    language: str | None = None,
    file: str | None = None,
    extracted: bool = False,
) -> Answer[CheckResult]:
    """Return how each figure of a draft compares with the record, and the inconsistencies within the draft.

    `published` is the day that "last year" counts from, and up to which pages count as known; `language` is "en" or
    "ru", detected if not given; `extracted` means that the lines of the text are not those of its file.

    Raises:
        InvalidPeriodError: the day of publication is invalid.
        InvalidQueryError: the language is not supported.
    """
    found = find_proposals(base, text, published=published, language=language, is_draft=True)
    query = {"file": file, "published": published, "language": language, "extracted": extracted}
    return check_found(base, text, found, {name: value for name, value in query.items() if value})


def check_found(base: FactBase, text: str, found: Found, query: dict[str, Any]) -> Answer[CheckResult]:
    """Return how figures read from a draft compare with the record; `query` is what the answer repeats of the call."""
    published: str | None = query.get("published")
    page = DraftPage(published=published)
    claims = [make_claim(proposal.claim, number, page) for number, proposal in enumerate(found.proposals, start=1)]
    checking = _Checking(base, page)
    checked = tuple(checking.check(proposal, claim) for proposal, claim in zip(found.proposals, claims, strict=True))
    counted = Counter(figure.standing for figure in checked)
    result = CheckResult(
        {standing: counted[standing] for standing in STANDINGS if counted[standing]},
        checked,
        find_mismatches({place: claims[place] for place, figure in enumerate(checked) if _is_read(figure)}),
        find_left_offices(base, text, published),
        found.refused,
    )
    notes = [] if checked else [NOTHING_READ]
    made = answer(base, "check", query, result, checking.list_cited(result), notes)
    return made._replace(findings=list(_find_findings(result, query.get("file"))))


class _Checking:
    """A record, and the claims that the answer cites from it."""

    def __init__(self, base: FactBase, page: DraftPage) -> None:
        self._base, self._page = base, page
        self._names = Names(base)
        self._record = Record(lambda code: base.find_claims(Selection(pair=code, kinds=JUDGED)))
        self._cited: dict[str, None] = {}

    def check(self, proposal: Proposal, claim: Claim) -> Checked:
        """Return how a figure compares with the record."""
        pair = self._record.get_pair(claim)
        rivals = [make_claim(rival, claim.order, self._page) for rival in _list_rivals(proposal)]
        judgement = judge(claim, self._record, is_sure=proposal.tier == "sure", rivals=rivals)
        cautions: list[str] = []
        if judgement.standing == "supported":
            peers = pair.find_peers(claim)
            fitting = sorted(
                (peer for peer in peers if peer.id in judgement.facts), key=lambda peer: judgement.facts.index(peer.id)
            )
            cautions = list(self._find_cautions(claim, fitting, peers))
            judgement = self._find_stale(claim, proposal.sentence, judgement, pair)
        elif judgement.standing == "derived":
            judgement = judgement._replace(nearest=find_nearest(claim, pair))
        nearest = () if judgement.nearest is None else (judgement.nearest.fact,)
        self._cited |= dict.fromkeys((*judgement.facts, *nearest))
        return _make_checked(proposal, judgement, cautions)

    def list_cited(self, result: CheckResult) -> list[Claim]:
        """Return the claims on record that the answer cites."""
        offices = (name for left in result.officials for name in left.facts)
        return self._base.find_by_ids(dict.fromkeys((*self._cited, *offices)))

    def _find_stale(self, claim: Claim, sentence: str, judgement: Judgement, pair: Pair) -> Judgement:
        newer = find_newer(claim, sentence, pair)
        if newer is None:
            return judgement
        reason = f"on record, and so is a newer one: {newer.shown} of {newer.period}"
        return judgement._replace(standing="stale", reason=reason, nearest=describe_nearest(claim, newer))

    def _find_cautions(self, claim: Claim, fitting: Sequence[Claim], peers: Sequence[Claim]) -> Iterator[str]:
        """Yield reasons to doubt a figure that is on record."""
        if claim.kind not in COMPARED:  # goals may be several
            return
        best = fitting[0]
        revised = find_revised(claim, fitting, peers)
        if revised is not None:
            yield f"Revised since: {revised.shown} ({self._names.find_speaker(revised).voice})"
        same = [peer for peer in peers if peer.reporter == best.reporter]
        told = list_cautions(best, same, find_rivals(best, same), self._names)
        yield from (caution for caution in told if caution.startswith(_TOLD))


def _list_rivals(proposal: Proposal) -> Iterator[dict[str, Any]]:
    """Yield the other claims that a figure may make: those that were read, and one place's trade with all countries."""
    claim = proposal.claim
    for rival in proposal.rivals:
        if rival.get("country", claim["country"]) and rival.get("partner", claim["partner"]):
            yield {**claim, **rival}
    if claim["kind"] in _COUNTED and WORLD not in {claim["country"], claim["partner"]}:
        yield {**claim, "partner": WORLD}
        yield {**claim, "country": claim["partner"], "partner": WORLD, "flow": _turn(claim["flow"])}


def _turn(flow: str) -> str:
    """Return a flow as the other place counts it."""
    return {"exports": "imports", "imports": "exports"}.get(flow, flow)


def _is_read(checked: Checked) -> bool:
    """Whether a figure was read correctly: with certainty, or supported by the record."""
    return checked.tier == "sure" or checked.standing in {"supported", "stale"}


def _make_checked(proposal: Proposal, judgement: Judgement, cautions: Sequence[str]) -> Checked:
    values = {**proposal._asdict(), **judgement._asdict(), "cautions": tuple(cautions)}
    return Checked(**{name: values[name] for name in Checked._fields})


def _find_findings(result: CheckResult, file: str | None) -> Iterator[Finding]:
    """Yield what an editor has to look at, the most serious first."""
    for standing, (code, rule, severity) in CODES.items():
        for figure in result.checked:
            if figure.standing == standing:
                yield Finding(
                    code=code,
                    rule=rule,
                    severity=severity,
                    message=f"{join_lines(figure.printed)}: {figure.reason}",
                    facts=figure.facts,
                    path=file,
                    line=figure.line,
                    arithmetic=figure.arithmetic,
                )
    if not result.checked:
        code, rule = UNREAD
        yield Finding(code=code, rule=rule, severity="notice", message=NOTHING_READ, path=file)
    for mismatch in result.within:
        line = result.checked[mismatch.claims[-1]].line
        yield Finding(
            code=WITHIN,
            rule=mismatch.rule,
            severity="possible",
            message=mismatch.message,
            path=file,
            line=line,
            arithmetic=mismatch.arithmetic,
        )
    for left in result.officials:
        code, rule = LEFT
        yield Finding(
            code=code, rule=rule, severity="possible", message=left.message, facts=left.facts, path=file, line=left.line
        )
