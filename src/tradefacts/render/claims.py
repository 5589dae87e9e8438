"""Single claims: as a line of text, and as rows of a table."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from rich.text import Text

from tradefacts.figure.notation import format_printed
from tradefacts.period import Period
from tradefacts.query import invert
from tradefacts.render.grid import Column, lay_out
from tradefacts.render.screen import text
from tradefacts.render.words import DIM, count, format_period
from tradefacts.render.wrapping import TIE, tie
from tradefacts.vocabulary import KINDS
from tradefacts.wording.lines import format_deadline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tradefacts.factbase import Claim
    from tradefacts.render.screen import Screen
    from tradefacts.render.words import Writer

_COLUMNS = (
    Column("Period"),
    Column("What"),
    Column("Printed"),
    Column("by", wraps=False),
    Column("Said by"),
)


def list_claims(claims: Sequence[Claim], writer: Writer, screen: Screen, *, is_sorted: bool = False) -> list[Text]:
    """Return a table with one row for each claim, and their pages.

    Figures come first, the newest period first, then by quantity, so that claims on the same quantity are adjacent;
    undated ones come last. `is_sorted` keeps the order that the user chose.
    """
    rows = [_format_row(claim, writer) for claim in (claims if is_sorted else sort_claims(claims))]
    return [*lay_out(_COLUMNS, rows, screen), Text(), *writer.format_sources()]


def sort_claims(claims: Iterable[Claim]) -> list[Claim]:
    """Return claims with figures first, the newest period first, then by quantity; undated ones last."""
    return sorted(claims, key=_order)


def format_figure(claim: Claim) -> str:
    """Return a figure exactly as printed, after the sign of its bound; a fall is marked as such.

    Pages print "fell by 6 %": the digits alone would read as a rise.
    """
    printed = claim.printed or ""
    end = claim.low if claim.high is None else claim.high  # "fell by less than 5 %" has no upper end
    is_fall = KINDS[claim.kind].is_change and (end or 0) < 0 and not printed.startswith(("-", "−"))
    return f"{format_printed(printed, claim.bound)}{', a fall' if is_fall else ''}"


def format_subject(claim: Claim) -> str:
    """Return the subject of a figure: `turnover of KZ and UZ`, `KG → KZ goods`, with its scope."""
    if claim.exporter:
        subject = f"{claim.exporter} → {claim.importer}"
    else:
        subject = f"{claim.flow or claim.kind} {claim.country}–{claim.partner}"
    return f"{subject}, {claim.scope}" if claim.scope else subject


def format_claim(claim: Claim, writer: Writer) -> str:
    """Return a claim as a line of text, in the wording of its kind, without its source."""
    return KINDS[claim.kind].line.format_map(_Parts(claim, writer))


class _Parts(dict[str, str]):
    """The parts of a claim's line by name: those of the table, or else its keys; each is formatted when needed."""

    def __init__(self, claim: Claim, writer: Writer) -> None:
        super().__init__()
        self._claim, self._writer = claim, writer

    def __missing__(self, part: str) -> str:
        format_part = _PARTS.get(part)
        if format_part is not None:
            return format_part(self._claim, self._writer)
        value = getattr(self._claim, part)
        return "; ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)


def is_odd_base(period: str | None, base_period: str | None) -> bool:
    """Whether a growth compares with a period other than the same months a year earlier."""
    if period is None or base_period is None:
        return False
    return Period.parse(base_period) != Period.parse(period).shift(-1)


def _order(claim: Claim) -> tuple[object, ...]:
    when = claim.moment or claim.published
    thing = (claim.exporter or "", claim.scope or "", claim.kind, claim.reporter or "")
    return (
        claim.printed is None,
        when is None,
        invert(when),
        invert(claim.first),
        thing,
        claim.base_period or "",
        float(claim.low or 0),
    )


def _format_row(claim: Claim, writer: Writer) -> list[str | Text]:
    return [
        format_period(claim.period) if claim.period else claim.moment or "",
        _format_subject_of_row(claim),
        format_as_printed(claim, writer),
        claim.reporter or "",
        format_said_by(claim, writer),
    ]


def format_as_printed(claim: Claim, writer: Writer) -> str:
    """Return a figure as its page prints it, with its qualifiers; for a claim without a figure, its wording.

    Figures in other languages are followed by their meaning: `5.557亿美元 ($555.7 m)`.
    """
    kind = KINDS[claim.kind]
    if not kind.figure:
        return format_claim(claim, writer)
    has_words = any(sign.isalpha() for sign in claim.printed or "") and json.loads(claim.page_json)["language"] != "en"
    meant = tie(f" ({claim.shown})") if has_words and claim.shown else ""
    return f"{format_figure(claim)}{meant}{kind.detail.format_map(_Parts(claim, writer))}"


def format_said_by(claim: Claim, writer: Writer) -> Text:
    """Return the speaker, the page number, and the curator's caution if there is one."""
    note = f" · {claim.note}" if claim.note else ""
    return text(f"{writer.format_speaker(claim)}{TIE}", writer.cite([claim]), (note, DIM))


def _format_subject_of_row(claim: Claim) -> str:
    """Return the subject of a row; a volume is not labelled as one."""
    if not claim.places:
        return claim.kind
    # A claim without a flow shows its kind instead.
    return (
        format_subject(claim) if claim.kind == "volume" or not claim.flow else f"{claim.kind}: {format_subject(claim)}"
    )


def _format_base(claim: Claim) -> str:
    return f" since {format_period(claim.base_period)}" if is_odd_base(claim.period, claim.base_period) else ""


def _format_jobs(claim: Claim) -> str:
    return f", {format_printed(claim.jobs_printed, claim.jobs_bound)} jobs" if claim.jobs_printed else ""


_PARTS: dict[str, Callable[[Claim, Writer], str]] = {
    "subject": lambda claim, _: format_subject(claim),
    "places": lambda claim, _: "–".join(claim.places),
    "period": lambda claim, _: format_period(claim.period),
    "figure": lambda claim, _: tie(claim.shown or ""),
    "base": lambda claim, _: _format_base(claim),
    "deadline": lambda claim, _: format_deadline(claim.by, claim.horizon),
    "projects": lambda claim, _: count(claim.projects, "project"),
    "jobs": lambda claim, _: _format_jobs(claim),
    "person": lambda claim, writer: writer.name(claim.person),
    "acting": lambda claim, _: "acting " if claim.acting else "",
    "office": lambda claim, writer: writer.name(claim.office),
    "name": lambda claim, _: claim.name or "meeting",
    "venue": lambda claim, _: f", {claim.venue}" if claim.venue else "",
}
"""The placeholders of the vocabulary's lines that are not keys, or are not written as stored."""
