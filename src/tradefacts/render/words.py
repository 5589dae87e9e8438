"""How dates, figures, places and speakers are written for people; and the numbers that lead to the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradefacts.period import Period
from tradefacts.render.screen import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.text import Text

    from tradefacts.answer import Answer
    from tradefacts.factbase import Claim

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
DIM = "dim"
_TITLES_UP_TO = 12


def write_period(written: str | None) -> str:
    """Return a period as people write it: `2022`, `May 2023`, `Jan–Jul 2023`, `Nov 2016–Mar 2017`."""
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
    return f"{write_number(number)} {one if number == 1 else one + 's'}"


def write_number(number: int) -> str:
    """Return a small number as a word."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


class Writer:
    """Writes claims of one answer: places and people by name, pages by number in the order they come up."""

    def __init__(self, answer: Answer[Any]) -> None:
        """Take the names and claims of the answer."""
        self.names = answer.names
        self.claims = {claim.id: claim for claim in answer.claims}
        self.numbers: dict[str, int] = {}
        self._pages: dict[str, Claim] = {}

    def name(self, code: str | None) -> str:
        """Return what a code or id is called."""
        return self.names[code] if code else ""

    def cite(self, claims: Iterable[Claim | str], *, most: int = 4) -> Text:
        """Return the numbers of the pages that claims stand on: `[1] [3]`; beyond `most`, how many more."""
        pages: dict[str, Claim] = {}
        for one in claims:
            claim = self.claims[one] if isinstance(one, str) else one
            pages.setdefault(claim.source, claim)
        first = dict(list(pages.items())[:most])
        for source in first:
            self.numbers.setdefault(source, len(self.numbers) + 1)
        self._pages.update(first)
        cited = text()
        for number in sorted(self.numbers[source] for source in first):
            cited.append(f"{' ' if cited.plain else ''}[{number}]", style="cyan")
        if len(pages) > most:
            cited.append(f" +{len(pages) - most}", style=DIM)
        return cited

    def write_speaker(self, claim: Claim) -> str:
        """Return who said it, and as what; the publisher where the page names nobody."""
        if claim.attributed_to is None:
            return claim.origin or claim.publisher
        office = f", {claim.attributed_as}" if claim.attributed_as else ""
        return f"{self.name(claim.attributed_to)}{office}"

    def write_voices(self, claims: Sequence[Claim]) -> str:
        """Return who stands behind claims: one voice by name and office, as the first claim has it; more by number."""
        voices = {claim.voice for claim in claims}
        return self.write_speaker(claims[0]) if len(voices) == 1 else count(len(voices), "voice")

    def write_sources(self) -> list[Text]:
        """Return a line for each page cited: number, publisher, date, title, address.

        Titles are left out where there are many pages, so that the whole stays a screen; `tradefacts show` has them.
        """
        has_titles = len(self.numbers) <= _TITLES_UP_TO
        width = len(str(len(self.numbers)))
        return [
            self._write_source(number, self._pages[source], has_title=has_titles, width=width)
            for source, number in self.numbers.items()
        ]

    def _write_source(self, number: int, page: Claim, *, has_title: bool, width: int) -> Text:
        origin = f" (from {page.origin})" if page.origin else ""
        title = f": {page.title}" if page.title and has_title else ""
        head = (f"[{number}]".rjust(width + 2), "cyan")
        return text(
            head,
            f" {page.publisher}{origin}, {page.published or 'undated'}{title}  ",
            (page.url or "no address known", DIM),
        )
