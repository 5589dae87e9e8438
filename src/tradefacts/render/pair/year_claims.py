"""One year claim by claim: its figures, those of its parts, goals and projects, and meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from tradefacts.period import is_bare_year
from tradefacts.render.claims import format_as_printed, format_said_by, sort_claims
from tradefacts.render.grid import Column, lay_out
from tradefacts.render.pair.head import format_head, format_title, make_head
from tradefacts.render.screen import text
from tradefacts.render.words import DIM, format_period
from tradefacts.vocabulary import COMPARED, KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradefacts.factbase import Claim
    from tradefacts.render.pair.view import View

_SAID = Column("Said by")
_FIGURE = (Column("Printed", joint=" "), Column("by", wraps=False, joint=" by "), _SAID)


def render_year(view: View) -> list[Text]:
    """Return the record of one year: a summary, then one line for each claim, figures first, meetings last."""
    head = make_head(view, is_year=True)
    view = head.view
    return [
        *format_title(view),
        *format_head(head),
        *_render_figures(view),
        *_render_parts(view),
        *_render_others(view),
        *_render_meetings(view),
        Text(),
        *view.writer.format_sources(),
    ]


def _render_figures(view: View) -> list[Text]:
    """Return the figures of the full year by quantity: turnover, its change, goods each way.

    The leading figure of each comes first; those that cannot be true with it have a sign.
    """
    shown = [figure for row in view.years for _, cell in row.cells for figure in cell.figures]
    places = {name: place for place, figure in enumerate(shown) for name in figure.facts}
    contradicted = {name for figure in shown if figure.verdict == "contradicted" for name in figure.facts}

    def rank(claim: Claim) -> tuple[object, ...]:
        thing = claim.flow == "balance", claim.exporter or "", claim.scope or "", [*KINDS].index(claim.kind)
        return *thing, claim.reporter or "~", claim.base_period or "", places.get(claim.id, len(places))

    claims = sorted(sort_claims(claim for claim in _list_figures(view) if is_bare_year(claim.period)), key=rank)
    rows = [_format_figure(claim, _name(claim), view, "≠ " if claim.id in contradicted else "") for claim in claims]
    lines = _lay_out((Column(str(view.answer.query["year"])), *_FIGURE), rows, view)
    return [*lines, text(("≠ not true with the first figure of its kind", DIM))] if contradicted else lines


def _render_parts(view: View) -> list[Text]:
    """Return the figures for parts of the year, and for longer periods that end in it."""

    def rank(claim: Claim) -> tuple[object, ...]:
        return claim.last or "", claim.first or "", claim.flow != "turnover", [*KINDS].index(claim.kind)

    claims = sorted((claim for claim in _list_figures(view) if not is_bare_year(claim.period)), key=rank)
    rows = [_format_figure(claim, f"{format_period(claim.period)} {_name(claim)}", view) for claim in claims]
    return _lay_out((Column("Part of the year"), *_FIGURE), rows, view)


def _render_others(view: View) -> list[Text]:
    """Return the other claims of the year: goals, projects."""
    rows: list[list[str | Text]] = []
    for claim in sort_claims(claim for claim in view.answer.claims if claim.kind not in {*COMPARED, "event"}):
        what = f"{claim.kind}: {_name(claim)}" if claim.kind == "target" else claim.kind
        rows.append([what, format_as_printed(claim, view.writer), format_said_by(claim, view.writer)])
    return _lay_out((Column("Stated"), Column("", joint=" "), _SAID), rows, view)


def _render_meetings(view: View) -> list[Text]:
    """Return each meeting: its date, its name and venue, and who reports it."""
    rows: list[list[str | Text]] = []
    for meeting in view.result.meetings:
        claims = [view.claims[name] for name in meeting.facts]
        name = meeting.name or "meeting"
        venue = f", {meeting.venue}" if meeting.venue and meeting.venue not in name else ""
        reported = text(f"{view.writer.format_voices(claims)} ", view.writer.cite(meeting.facts, most=2))
        rows.append([meeting.date or meeting.reported or "undated", f"{name}{venue}", reported])
    return _lay_out((Column("Meeting"), Column("", joint=" "), Column("Reported by")), rows, view)


def _list_figures(view: View) -> list[Claim]:
    return [claim for claim in view.answer.claims if claim.kind in COMPARED]


def _lay_out(columns: Sequence[Column], rows: Sequence[Sequence[str | Text]], view: View) -> list[Text]:
    return [Text(), *lay_out(columns, rows, view.screen, stacks=view.screen.is_narrow)] if rows else []


def _format_figure(claim: Claim, name: str, view: View, sign: str = "") -> list[str | Text]:
    printed = text((sign, "red"), format_as_printed(claim, view.writer))
    return [name, printed, claim.reporter or "", format_said_by(claim, view.writer)]


def _name(claim: Claim) -> str:
    """Return the quantity of a figure: `turnover`, `change of KZ → UZ`, `turnover, agricultural goods`."""
    flow = f"{claim.exporter} → {claim.importer}" if claim.exporter else claim.flow or ""
    kind = {"growth": "change", "share": "share"}.get(claim.kind)
    named = flow if kind is None else kind if flow == "turnover" else f"{kind} of {flow}"
    return f"{named}, {claim.scope}" if claim.scope else named
