"""Claims one by one: in a line of words, and as rows of a table."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from rich.text import Text

from tradefacts.period import Period
from tradefacts.render.grid import Column, lay_out
from tradefacts.render.words import count, write_period
from tradefacts.render.wrapping import tie

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from tradefacts.factbase import Claim
    from tradefacts.render.screen import Screen
    from tradefacts.render.words import Writer

_MARKS = {"=": "", "~": "≈", ">": ">", "<": "<"}
_COLUMNS = (
    Column("period"),
    Column("what"),
    Column("printed"),
    Column("reporter", rank=3),
    Column("said by", rank=1),
    Column("note", rank=2),
    Column("source"),
)


def list_claims(claims: Sequence[Claim], writer: Writer, screen: Screen) -> list[RenderableType]:
    """Return a table with one row for each claim, and the pages they stand on.

    Figures come first, by period, then what they are of, so that claims on one thing stand side by side; undated ones
    come last.
    """
    rows = [_write_row(claim, writer) for claim in sorted(claims, key=_order)]
    return [*lay_out(_COLUMNS, rows, screen), Text(), *writer.write_sources()]


def write_figure(claim: Claim) -> str:
    """Return a figure exactly as printed, with the sign of its bound before it."""
    return f"{_MARKS[claim.bound or '=']}{claim.printed}"


def write_subject(claim: Claim) -> str:
    """Return what a figure is of: `turnover of KZ and UZ`, `KG → KZ goods`, with its scope."""
    if claim.exporter:
        subject = f"{claim.exporter} → {claim.importer}"
    else:
        subject = f"{claim.flow or claim.kind} {claim.country}–{claim.partner}"
    return f"{subject}, {claim.scope}" if claim.scope else subject


def write_claim(claim: Claim, writer: Writer) -> str:
    """Return a claim in a line of words, without its source."""
    if claim.kind == "term":
        return f"{writer.name(claim.person)}, {'acting ' if claim.acting else ''}{writer.name(claim.office)}"
    if claim.kind == "event":
        return f"{claim.name or 'meeting'}{f', {claim.venue}' if claim.venue else ''}"
    if claim.kind == "project":
        return _write_projects(claim)
    subject, shown = write_subject(claim), tie(claim.shown or "")
    if claim.kind == "target":
        return f"target {subject}: {shown}, {write_deadline(claim.by, claim.horizon)}"
    if claim.kind == "share":
        return f"{subject}: {shown} of {claim.whole}, {write_period(claim.period)}"
    since = f" since {write_period(claim.base_period)}" if is_odd_base(claim.period, claim.base_period) else ""
    return f"{subject} {write_period(claim.period)}: {shown}{since}"


def write_deadline(by: str | None, horizon: str | None) -> str:
    """Return until when a goal is meant: a date, the page's words, or that there is none."""
    return f"by {by}" if by else horizon or "no date"


def is_odd_base(period: str | None, base_period: str | None) -> bool:
    """Whether growth compares with anything but the same months a year earlier."""
    if period is None or base_period is None:
        return False
    return Period.parse(base_period) != Period.parse(period).shift(-1)


def _order(claim: Claim) -> tuple[bool, str, str, str, str, float]:
    when = claim.last or claim.date or claim.seen_on or claim.start or claim.end or claim.published or "9999"
    thing = (claim.exporter or "", claim.scope or "", claim.kind, claim.reporter or "")
    return (
        claim.printed is None,
        when,
        claim.first or "",
        "|".join(thing),
        claim.base_period or "",
        float(claim.low or 0),
    )


def _write_row(claim: Claim, writer: Writer) -> list[str | Text]:
    when = write_period(claim.period) if claim.period else claim.date or claim.seen_on or claim.start or claim.end or ""
    what = claim.kind if claim.kind in {"term", "event"} else f"{claim.kind}: {write_subject(claim)}"
    if claim.kind == "volume":
        what = write_subject(claim)
    printed = write_figure(claim) if claim.printed else write_claim(claim, writer)
    if claim.kind == "growth" and is_odd_base(claim.period, claim.base_period):
        printed = f"{printed} since {write_period(claim.base_period)}"
    if claim.kind == "target":
        printed = f"{printed}, {write_deadline(claim.by, claim.horizon)}"
    if claim.kind == "share":
        printed = f"{printed} of {claim.whole}"
    if claim.kind == "project":
        printed = _write_projects(claim)
    return [
        when,
        what,
        printed,
        claim.reporter or "",
        writer.write_speaker(claim),
        claim.note or "",
        writer.cite([claim]),
    ]


def _write_projects(claim: Claim) -> str:
    stored = json.loads(f"{claim.body}}}")
    jobs = f", {_MARKS[stored['jobs_bound'] or '=']}{stored['jobs_printed']} jobs" if stored["jobs_printed"] else ""
    projects = count(stored["projects"], "project")
    return f"{claim.country}–{claim.partner} {projects} {claim.status}: {tie(claim.shown or '')}{jobs}"
