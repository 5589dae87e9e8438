"""Dates, figures, places and speakers in words, the numbers of the pages cited, and labelled lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from rich.text import Text

from tradefacts.period import Period
from tradefacts.render.screen import HANG, Screen, link, text
from tradefacts.render.wrapping import TIE, count_lines, tie, wrap
from tradefacts.wording.figures import split_bound

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tradefacts.answer import Answer
    from tradefacts.factbase import Claim
    from tradefacts.wording.figures import WrittenFigure
    from tradefacts.wording.subjects import Speaker

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NOT_CONVERTED = "currencies are not converted"
DIM = "dim"


def format_period(written: str | None) -> str:
    """Return a period in words: `2022`, `May 2023`, `Jan–Jul 2023`, `Nov 2016–Mar 2017`."""
    if written is None:
        return "no period"
    period = Period.parse(written)
    if period.is_year:
        return str(period)
    (first_year, first), (last_year, last) = divmod(period.first, 12), divmod(period.last, 12)
    if period.first == period.last:
        return f"{_MONTHS[first]} {first_year}"
    if first_year == last_year:
        return f"{_MONTHS[first]}–{_MONTHS[last]} {last_year}"
    if first == 0 and last == 11:  # noqa: PLR2004 - from January to December
        return f"{first_year}–{last_year}"
    return f"{_MONTHS[first]} {first_year}–{_MONTHS[last]} {last_year}"


def count(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun: `1 claim`, `11 claims`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def count_in_words(number: int, one: str) -> str:
    """Return a small number with its noun: `one year`, `seven years`."""
    return f"{format_number(number)} {one if number == 1 else one + 's'}"


def format_number(number: int) -> str:
    """Return a small number as a word."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def name_places(answer: Answer[Any], otherwise: str = "All places") -> str:
    """Return the names of the places asked about."""
    codes = answer.query.get("pair") or [answer.query.get("place")]
    return answer.names.format_places(code for code in codes if code) or otherwise


class Writer:
    """Formats the claims of one answer: places and people by name, pages by number in the order they are cited."""

    def __init__(self, answer: Answer[Any], screen: Screen | None = None, *, has_numbers: bool = True) -> None:
        """Take the names and claims of the answer, and the screen; the default is a pipe.

        Without numbers, figures have no page numbers, as in a sentence to be quoted.
        """
        self.names = answer.names
        self.claims = {claim.id: claim for claim in answer.claims}
        self.numbers: dict[str, int] = {}
        self._screen, self._has_numbers = screen or Screen(), has_numbers
        self._cited: dict[str, list[Claim]] = {}

    def copy(self) -> Writer:
        """Return an independent writer that continues from the same page numbers."""
        from copy import copy  # noqa: PLC0415 - most screens need no copy

        writer = copy(self)
        writer.numbers = dict(self.numbers)
        writer._cited = {source: list(claims) for source, claims in self._cited.items()}  # noqa: SLF001 - the same class
        return writer

    def name(self, code: str | None) -> str:
        """Return the name for a code or id."""
        return self.names[code] if code else ""

    def number(self, claim: Claim) -> str:
        """Return the number of a claim's page: `[1]`."""
        cited = self._cited.setdefault(claim.source, [])
        if claim not in cited:
            cited.append(claim)
        return f"[{self.numbers.setdefault(claim.source, len(self.numbers) + 1)}]"

    def format_figure(self, claim: Claim) -> WrittenFigure:
        """Return a claim's figure with its page number for a sentence or a line, kept on one line."""
        figure = split_bound(claim.shown or "")
        number = f" {self.number(claim)}" if self._has_numbers else ""
        return figure._replace(text=tie(f"{figure.text}{number}"))

    def cite(self, claims: Iterable[Claim | str], *, most: int = 4) -> Text:
        """Return the page numbers of claims: `[1] [3]`; beyond `most`, the number of further pages."""
        cited = [self.claims[claim] if isinstance(claim, str) else claim for claim in claims]
        pages = dict.fromkeys(claim.source for claim in cited)
        first = [*pages][:most]
        for claim in cited:
            if claim.source in first:
                self.number(claim)
        written = text()
        for number in sorted(self.numbers[source] for source in first):
            written.append(f"{' ' if written.plain else ''}[{number}]", style=DIM)
        if len(pages) > most:
            written.append(f"{TIE}+{len(pages) - most}", style=DIM)
        return written

    def find_speaker(self, claim: Claim) -> Speaker:
        """Return the speaker and the source of a claim, for a sentence."""
        return self.names.find_speaker(claim)

    def format_speaker(self, claim: Claim) -> str:
        """Return the speaker of a claim and their office, or the publisher if the page names no speaker."""
        speaker = self.find_speaker(claim)
        return self.name(claim.attributed_to) if speaker.is_body else speaker.voice

    def format_voices(self, claims: Sequence[Claim]) -> str:
        """Return the voices of claims: a single one by name and office, as in the first claim; several by number."""
        voices = {claim.voice for claim in claims}
        return self.format_speaker(claims[0]) if len(voices) == 1 else count(len(voices), "voice")

    def list_cited(self) -> list[tuple[int, Sequence[Claim]]]:
        """Return the cited pages by number, each with the claims cited from it."""
        ordered = sorted(self.numbers.items(), key=lambda item: item[1])
        return [(number, self._cited[source]) for source, number in ordered]

    def format_sources(self) -> list[Text]:
        """Return a line for each cited page: number, date, publisher, speaker, and the address or a link."""
        width = len(str(len(self.numbers)))
        return [self._format_source(f"[{number}]".rjust(width + 2), claims) for number, claims in self.list_cited()]

    def count_source_lines(self, width: int) -> int:
        """Return the number of lines that the cited pages take at a width, without their addresses."""
        blanks = " " * (len(str(len(self.numbers))) + 3)
        return sum(
            count_lines(blanks + "".join(_describe(self, claims)), width, hang=HANG) for claims in self._cited.values()
        )

    def _format_source(self, number: str, claims: Sequence[Claim]) -> Text:
        url = claims[0].url
        page, who = _describe(self, claims)
        line = text((number, DIM), " ", link(page, url), who)
        return text(line, "  ", (url or "no address known", DIM)) if self._screen.has_addresses else line


def _describe(writer: Writer, claims: Sequence[Claim]) -> tuple[str, str]:
    """Return a page's date and publisher, then the agency it credits and the speaker."""
    page = claims[0]
    origin = f" (from {page.origin})" if page.origin else ""
    named = dict.fromkeys(writer.name(claim.attributed_to) for claim in claims if claim.attributed_to)
    speakers = f": {', '.join(named)}" if named else ""
    return f"{page.published or 'undated':<10}  {page.publisher}", f"{origin}{speakers}"


LABEL = 9
"""The width of the labels, including the space after them."""
_INDENT = 2
_NUMBER = re.compile(r"\[[0-9]+\]")
_CONTRADICTION = re.compile("≠")


def format_labelled(label: str, sentence: str | Text, screen: Screen, *, width: int = LABEL) -> list[Text]:
    """Return the lines of a sentence beside its label, or below it on a narrow screen and in a list.

    Page numbers and contradiction signs in a plain sentence are styled.
    """
    written = screen.spell(style_sentence(sentence) if isinstance(sentence, str) else sentence)
    if screen.is_narrow:
        lines = [Text(" " * _INDENT) + line for line in wrap(written, screen.columns - _INDENT)]
        return _keep([text((label, "bold")), *lines]) if label else _keep(lines)
    # A label wider than the others shifts only its own line.
    excess = max(0, len(label) + 1 - width)
    lines = wrap(Text(TIE * excess) + written, screen.columns - width)
    first = text((label, "bold"), " " * max(1, width - len(label)), lines[0][excess:])
    return _keep([first, *(Text(" " * width) + line for line in lines[1:])])


def style_sentence(sentence: str) -> Text:
    """Return a sentence with page numbers dimmed and contradiction signs in red."""
    written = text(sentence)
    for pattern, style in ((_NUMBER, DIM), (_CONTRADICTION, "red")):
        for match in pattern.finditer(written.plain):
            written.stylize(style, *match.span())
    return written


def _keep(lines: Sequence[Text]) -> list[Text]:
    """Mark lines as laid out so that they are not wrapped again."""
    for line in lines:
        line.no_wrap = True
    return list(lines)
