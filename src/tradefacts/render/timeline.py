"""Entries of a timeline as lines of text: changes of office, meetings, goals, projects, figures."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

from tradefacts.period import is_bare_year
from tradefacts.render.claims import format_claim
from tradefacts.render.goals import format_shown
from tradefacts.render.screen import text
from tradefacts.render.words import DIM, Writer, count
from tradefacts.render.wrapping import TIE, tie, wrap
from tradefacts.wording.lines import format_deadline
from tradefacts.wording.subjects import format_place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tradefacts.answer import Answer
    from tradefacts.factbase import Claim
    from tradefacts.questions.timeline import Entry, TimelineResult
    from tradefacts.render.screen import Screen

_OFFICE = {"took office": "in", "left office": "out", "seen in office": "seen"}
_MOMENTS = {"target": "goal", **dict.fromkeys(_OFFICE, "office")}
_MOST = 4
"""The most places named for a meeting, in addition to the one asked for."""


class MomentWriter:
    """Formats the entries of one timeline."""

    def __init__(self, writer: Writer, result: TimelineResult, *, partner: str | None) -> None:
        """Take the writer of claims, the timeline, and the partner that all entries concern, if any."""
        self._writer = writer
        self._place, self._partner = result.place, partner
        # A timeline without minor entries has only new goals.
        self._is_choice = len(result.entries) < result.total

    def is_turnover_of_year(self, entry: Entry) -> bool:
        """Whether an entry is the turnover of a full year, which is shown on the year's line."""
        claim = self._get_claim(entry)
        is_turnover = claim.kind == "volume" and claim.flow == "turnover" and claim.scope is None
        return is_turnover and self.is_of_year(entry)

    def is_of_year(self, entry: Entry) -> bool:
        """Whether an entry is for a whole year, so that its month has no meaning."""
        return entry.what == "figure" and is_bare_year(self._get_claim(entry).period)

    def format_turnovers(self, entries: Sequence[Entry]) -> Text:
        """Return the turnovers of a year, the largest first: `Turnover with CN $48.7 bn [6] by CN, UZ $4.97 bn [3]`."""
        ordered = sorted(entries, key=lambda entry: self._get_claim(entry).amount or 0, reverse=True)
        figures = [self._format_turnover(entry) for entry in ordered]
        if not figures:
            return Text()
        return text("Turnover " if self._partner else "Turnover with ", Text(", ").join(figures))

    def group(self, entries: Sequence[Entry]) -> Iterator[list[Entry]]:
        """Yield the entries of each line, in order; changes of one office within a month share a line."""
        lines: dict[tuple[object, ...], list[Entry]] = {}
        for entry in entries:
            claim = self._get_claim(entry)
            month = (entry.date or "")[:7]
            is_change = entry.what in _OFFICE and len(month) > len("2024")
            lines.setdefault((claim.office, month) if is_change else (entry,), []).append(entry)
        yield from lines.values()

    def format(self, entries: Sequence[Entry]) -> tuple[str, Text]:
        """Return the label and the text of a line."""
        entry = entries[0]
        claim = self._get_claim(entry)
        if entry.what in _OFFICE:
            shown = self._format_office(entries)
        elif claim.kind == "event":
            shown = self._format_meeting(entry)
        elif claim.kind == "target":
            shown = self._format_goal(entry, claim)
        else:
            shown = text(f"{format_claim(claim, self._writer)}{TIE}", self._writer.cite(entry.facts, most=1))
        return _MOMENTS.get(entry.what, entry.what), shown

    def _get_claim(self, entry: Entry) -> Claim:
        return self._writer.claims[entry.facts[0]]

    def _format_turnover(self, entry: Entry) -> Text:
        claim = self._get_claim(entry)
        partner = next((code for code in claim.pair or () if code != self._place), self._place)
        whom = "" if self._partner else f"{partner} "
        by = f" by {claim.reporter}" if claim.reporter else ""
        disputed = (tie(" ≠"), "red") if entry.is_disputed else ""
        return text(tie(whom), format_shown(claim, self._writer), tie(by), disputed)

    def _format_office(self, entries: Sequence[Entry]) -> Text:
        """Return a change of office: `Minister of Trade: A out [1], B in [2]`."""
        claim = self._get_claim(entries[0])
        people: dict[tuple[str | None, str], list[Entry]] = {}
        # Oldest first; departures before arrivals.
        for entry in sorted(entries, key=lambda entry: (entry.date or "", entry.what != "left office")):
            people.setdefault((self._get_claim(entry).person, _OFFICE[entry.what]), []).append(entry)
        parts = []
        for (person, verb), moves in people.items():
            facts = [name for entry in moves for name in entry.facts]
            acting = " acting" if self._get_claim(moves[0]).acting else ""
            parts.append(text(f"{self._writer.name(person)}{acting} {verb}{TIE}", self._writer.cite(facts, most=1)))
        return text(f"{self._writer.name(claim.office)}: ", Text(", ").join(parts))

    def _format_meeting(self, entry: Entry) -> Text:
        """Return a meeting with the other participating places."""
        claims = [self._writer.claims[name] for name in entry.facts]
        name = next((claim.name for claim in claims if claim.name), "meeting")
        venue = next((claim.venue for claim in claims if claim.venue and claim.venue not in name), None)
        others = sorted({code for claim in claims for code in claim.parties} - {self._place, self._partner})
        with_ = f", with {self._list(others)}" if others else ""
        return text(f"{name}{f', {venue}' if venue else ''}{with_}{TIE}", self._writer.cite(entry.facts, most=1))

    def _list(self, codes: Sequence[str]) -> str:
        """Return a single place by name, several by code, or their number if there are too many."""
        if len(codes) == 1:
            return format_place(self._writer.name(codes[0]))
        return ", ".join(codes) if len(codes) <= _MOST else f"{len(codes)} others"

    def _format_goal(self, entry: Entry, claim: Claim) -> Text:
        """Return a goal, its deadline and who stated it; in a timeline without minor entries, marked as new."""
        partner = next((code for code in claim.pair or () if code != self._place), self._place)
        goods = f" of goods {claim.exporter} → {claim.importer}" if claim.exporter else ""
        with_ = "" if self._partner or goods else f" with {partner}"
        deadline = f" {format_deadline(claim.by, claim.horizon)}" if claim.by or claim.horizon else ""
        first = ", first stated" if self._is_choice else ""
        voices = self._writer.format_voices([self._writer.claims[name] for name in entry.facts])
        shown = format_shown(claim, self._writer)
        more = text((f" +{len(entry.facts) - 1}" if len(entry.facts) > 1 else "", DIM))
        return text(shown, more, f"{goods}{with_}{deadline}{first}: {voices}")


_YEAR = 6
"""The width of the year, including the spaces after it."""
_DATE = 7
"""The width of a day within its year, including the spaces after it."""
_WHAT = 9
"""The width of the label of a line, including the spaces after it."""


def render_timeline(answer: Answer[TimelineResult], screen: Screen) -> list[Text]:
    """Return the number of entries, then the entries by year, newest first and undated last, and the pages."""
    result, writer = answer.result, Writer(answer, screen)
    head = text((_format_head(answer), "bold"))
    if not result.entries:
        return [head]
    moments = MomentWriter(writer, result, partner=answer.query.get("with"))
    parts: list[Text] = [head]
    for year, entries in groupby(result.entries, key=lambda entry: entry.date[:4] if entry.date else "undated"):
        parts += _format_year(year, list(entries), moments, screen)
    if any(entry.is_disputed for entry in result.entries):
        parts += [Text(), text(("≠ another figure of that year contradicts it", DIM))]
    return [*parts, Text(), *writer.format_sources()]


def _format_head(answer: Answer[TimelineResult]) -> str:
    """Return the place, the number of entries, and their span."""
    result = answer.result
    place, partner = answer.names[result.place], answer.query.get("with")
    name = place if partner is None else f"{place} and {answer.names[partner]}"
    name = f"Within {place}" if partner == result.place else name
    if not result.entries:
        return f"{name}: no entries"
    shown = count(len(result.entries), "entry", "entries")
    counted = f"{len(result.entries):,} of {result.total:,} entries" if len(result.entries) < result.total else shown
    years = sorted(entry.date[:4] for entry in result.entries if entry.date)
    span = f", {years[0]}–{years[-1]}" if years and years[0] < years[-1] else f", {years[0]}" if years else ""
    return f"{name}, newest first: {counted}{span}"


def _format_year(year: str, entries: Sequence[Entry], moments: MomentWriter, screen: Screen) -> Iterator[Text]:
    """Yield the line of a year, with its turnovers if any are on record, and a line for each event."""
    turnovers = [entry for entry in entries if moments.is_turnover_of_year(entry)]
    yield from _wrap(text((year.ljust(_YEAR), "bold")), moments.format_turnovers(turnovers), screen, hang=_YEAR)
    others = [entry for entry in entries if entry not in turnovers]
    for lines in moments.group(others):
        date = "" if moments.is_of_year(lines[0]) else (lines[0].date or "")[5:]
        what, shown = moments.format(lines)
        # A wide date column aligns the events; on a narrow screen there is no room for that.
        head = f"  {date} {what}  " if screen.is_narrow and date else f"  {date.ljust(_DATE)}{what.ljust(_WHAT)}"
        yield from _wrap(text(head), shown, screen, hang=2 + _DATE + _WHAT)


def _wrap(head: Text, shown: Text, screen: Screen, *, hang: int) -> Iterator[Text]:
    """Yield a line with its date; later lines are aligned with its text, or on a narrow screen with the date."""
    line = screen.spell(text(head, shown))
    line.rstrip()
    for part in wrap(line, screen.columns, hang=min(hang, _YEAR) if screen.is_narrow else hang):
        part.no_wrap = True
        yield part
