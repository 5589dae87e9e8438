"""A term of office in words: `Sadyr Japarov (from 2021-01-28 [1], seen 2022-07-20 [2])`."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

from tradefacts.period import last_day
from tradefacts.render.screen import text
from tradefacts.render.words import Writer, count
from tradefacts.render.wrapping import tie, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tradefacts.answer import Answer
    from tradefacts.factbase import Claim
    from tradefacts.questions.officials import Official, OfficialsResult
    from tradefacts.reckoning.holders import Status
    from tradefacts.render.screen import Screen

_FIRST = {"start": "took office", "seen_on": "first seen", "end": "left"}
_LAST = {"start": "took office", "seen_on": "last seen", "end": "left"}


class SpellWriter:
    """Formats terms of office with the page of each date; for a day, with the closest dates."""

    def __init__(self, writer: Writer, day: str | None) -> None:
        """Take the writer of names and pages, and the day asked for."""
        self.writer = writer
        self.day = day

    def name_office(self, official: Official) -> str:
        """Return the name of an office, with its second role."""
        name = self.writer.name(official.office)
        return f"{name} and {official.second_role}" if official.second_role else name

    def format_office(self, officials: Sequence[Official]) -> Text:
        """Return an office with everyone shown in it for the day."""
        is_unknown = officials[0].status == "unknown"
        format_official = self._format_neighbour if is_unknown else self.format_spell
        held = _join([format_official(official) for official in officials], ", " if is_unknown else "; ")
        return text(f"{self.name_office(officials[0])}: ", held)

    def format_spell(self, official: Official) -> Text:
        """Return who held an office, the dates, and what is uncertain."""
        before = "until that day " if official.reason == "left that day" else ""
        dates = _join([*self._format_ends(official), *self._format_doubts(official)], ", ")
        return text(f"{before}{self._name(official)} (", dates, ")")

    def _format_ends(self, official: Official) -> list[Text]:
        """Return the start and end, or sightings in place of them, and other dates that pages give for either."""
        seen = self._find_sightings(official)
        start, end = official.start, official.end
        # In reading order, because pages are numbered as they are cited.
        if start and end:
            parts = [text(self._date(official, "start", start), " to ", self._date(official, "end", end))]
        elif start:
            parts = [text("from ", self._date(official, "start", start))]
            is_last = self.day is None or official.reason == "not seen later"
            word = "last seen " if is_last else "seen "
            parts += [text(word, self._date(official, "seen_on", date)) for date in seen[-1:]]
        elif end:
            parts = [text("seen ", self._date(official, "seen_on", date)) for date in seen[:1]]
            parts += [text("to ", self._date(official, "end", end))]
        elif seen:
            between = " to " if self.day is None else " and "
            parts = [text("seen ", _join([self._date(official, "seen_on", date) for date in seen], between))]
        else:
            parts = [text("undated ", self.writer.cite(official.facts))]
        others = [("start", date) for date in official.other_starts] + [("end", date) for date in official.other_ends]
        return parts + [text(f"other {key} ", self._date(official, key, date)) for key, date in others]

    def _format_doubts(self, official: Official) -> list[Text]:
        """Return why the holder on a day is unclear."""
        if official.reason == "date too coarse":
            return [text("day unknown")]
        if official.reason == "not seen earlier":
            return [text("not seen earlier")]
        if official.reason != "not seen later":
            return []
        parts = [] if official.start and official.last_seen else [text("not seen later")]
        claim = self.writer.claims[official.next_fact] if official.next_fact else None
        # Someone whose start is unknown is also named, because they may already have held the office.
        if claim and official.next_sign and claim.start == official.next_sign:
            parts.append(text(f"{_name_next(official, claim)} ", self._cite(official.next_sign, claim)))
        return parts

    def _format_neighbour(self, official: Official) -> Text:
        """Return the last person shown before the day, or the first after it."""
        dates = {"start": official.start, "seen_on": official.first_seen, "end": official.end}
        words = _FIRST
        if official.reason == "before":
            dates = {"end": official.end, "seen_on": official.last_seen, "start": official.start}
            words = _LAST
        key, date = next((key, date) for key, date in dates.items() if date)
        acting = "," if official.acting else ""
        return text(f"{self._name(official)}{acting} {words[key]} ", self._date(official, key, date))

    def _find_sightings(self, official: Official) -> list[str]:
        """Return the first and last sighting of a term; for a day, the last until it and the first from it on."""
        dates = sorted({seen for name in official.facts if (seen := self.writer.claims[name].seen_on)})
        if self.day is None or official.reason not in {"in office", "several holders"}:
            dates = [date for date in (official.first_seen, official.last_seen) if date]
            dates = [date for date in dict.fromkeys(dates) if date != official.start]
            part = {"not seen later": slice(-1, None), "not seen earlier": slice(1)}.get(
                official.reason or "", slice(None)
            )
            return dates[part]
        before = [date for date in dates if last_day(date) <= self.day][-1:]
        after = [date for date in dates if date >= self.day][:1]
        return list(dict.fromkeys([*before, *after]))

    def _name(self, official: Official) -> str:
        return f"{self.writer.name(official.person)}{', acting' if official.acting else ''}"

    def _date(self, official: Official, key: str, date: str) -> Text:
        """Return a date of a term with its page."""
        claims = (self.writer.claims[name] for name in official.facts)
        return self._cite(date, next(claim for claim in claims if getattr(claim, key) == date))

    def _cite(self, date: str, claim: Claim) -> Text:
        return text(tie(f"{date} "), self.writer.cite([claim]))


def _name_next(official: Official, claim: Claim) -> str:
    """Return what the next evidence on the office shows: another person, or the same one, in full office or again."""
    if claim.person != official.person:
        return "next holder"
    return "no longer acting" if official.acting and not claim.acting else "again"


def _join(parts: Sequence[Text], mark: str) -> Text:
    first, *rest = parts
    return text(first, *(text(mark, part) for part in rest))


_STATUSES: tuple[Status, ...] = ("known", "unclear", "unknown")
_LABEL = 9
"""The width of a label before its lines."""


def render_officials(answer: Answer[OfficialsResult], screen: Screen) -> list[Text]:
    """Return the officials country by country, and the pages."""
    result, writer = answer.result, Writer(answer, screen)
    if not result.officials:
        return [text("No officials")]
    spells = SpellWriter(writer, result.on)
    parts: list[Text] = []
    for country, officials in groupby(result.officials, key=lambda official: official.country):
        held = list(officials)
        parts += [Text()] if parts else []
        if result.on is None:
            parts += _format_spells(writer.name(country), held, spells, screen)
        else:
            parts += _format_day(f"{writer.name(country)} on {result.on}", held, spells, screen)
    return [*parts, Text(), *writer.format_sources()]


def _format_day(head: str, officials: Sequence[Official], spells: SpellWriter, screen: Screen) -> list[Text]:
    lines = [text((f"{head}: {_count_offices(officials)}", "bold"))]
    for status in _STATUSES:
        entries = [
            spells.format_office(list(held))
            for _, held in groupby(
                (official for official in officials if official.status == status), key=lambda official: official.office
            )
        ]
        lines += _label(status.capitalize(), entries, screen)
    return lines


def _format_spells(country: str, officials: Sequence[Official], spells: SpellWriter, screen: Screen) -> list[Text]:
    """Return the last holder of each office, then earlier ones, newest first."""
    offices = [list(held) for _, held in groupby(officials, key=lambda official: official.office)]
    lines = [text((f"{country}: {count(len(officials), 'spell')} in {count(len(offices), 'office')}", "bold"))]
    lines += _label("Newest", [spells.format_office(held[:1]) for held in offices], screen)
    for _, *earlier in (held for held in offices if len(held) > 1):
        lines.append(text((f"{spells.name_office(earlier[0])}, before", "bold")))
        lines += [line for official in earlier for line in _indent(spells.format_spell(official), 2, screen, hang=2)]
    return lines


def _count_offices(officials: Sequence[Official]) -> str:
    """Return the numbers of offices known, unclear and unknown; the most certain holder of an office counts."""
    best: dict[str, int] = {}
    for official in officials:
        rank = _STATUSES.index(official.status or "unknown")
        best[official.office] = min(rank, best.get(official.office, rank))
    counts = [(list(best.values()).count(rank), status) for rank, status in enumerate(_STATUSES)]
    (number, first), *rest = [(number, status) for number, status in counts if number]
    return ", ".join([f"{count(number, 'office')} {first}", *(f"{number} {status}" for number, status in rest)])


def _label(label: str, entries: Iterable[Text], screen: Screen) -> list[Text]:
    """Return entries one below the other beside their label, or below it on a narrow screen."""
    is_narrow = screen.is_narrow
    indent, hang = (2, 2) if is_narrow else (_LABEL, 0)
    lines = [line for entry in entries for line in _indent(entry, indent, screen, hang=hang)]
    if lines and is_narrow:
        return [text((label, "bold")), *lines]
    return [text((label.ljust(_LABEL), "bold"), lines[0][_LABEL:]), *lines[1:]] if lines else []


def _indent(entry: Text, indent: int, screen: Screen, *, hang: int) -> list[Text]:
    lines = wrap(entry, screen.columns - indent, hang=hang)
    for line in lines:
        line.pad_left(indent)
    return lines
