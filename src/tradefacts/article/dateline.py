"""The day that a text counts relative dates from: as given, as printed at its head, or guessed."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from tradefacts.article.meanings import Clock, find_month
from tradefacts.article.periods import compile_patterns, find_periods
from tradefacts.article.words import LANGUAGES, get_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.article.cutting import Cut

_HEAD = 3
"""Lines at the head of a text that may print its date."""
_REACH = 45
"""Characters from the beginning of a line to its date: names of cities, an agency."""
_NUMERIC = (
    re.compile(r"\b(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)\b"),
    re.compile(r"\b(?P<d>\d\d?)[./](?P<m>\d\d)[./](?P<y>20\d\d)\b"),
)
_RUNNING = re.compile(rf"\b(?:{get_pattern('running_date')})\s+$", re.IGNORECASE)
"""What precedes a date that is part of a sentence."""
_CLOSED = re.compile(r"^\s*(?:$|[./(/|–—]|-{1,2}\s)")
"""What follows a date without a year that stands for itself."""
_OPENED = re.compile(r"(?:^|[,.(])\s*$")
_DEADLINE = re.compile(
    rf"\b(?:{get_pattern('deadline')})\s+(?:(?:{get_pattern('the')})\s+)?"
    rf"(?:(?:{get_pattern('deadline_part')})\s+(?:(?:{get_pattern('of')})\s+)?)?$",
    re.IGNORECASE,
)
"""What precedes the year of a goal."""
_BACK = 24
_YEAR = re.compile(r"\b(?:19[89]|20[0-4])\d\b")


def find_clock(parts: Cut, published: str | None) -> Clock:
    """Return the day of publication: as given, else as printed, else the end of the latest year that the text names."""
    text = parts.text
    published = published or find_date(text)
    if published:
        year, month = (*published.split("-"), "12")[:2]
        return Clock(int(year), int(month))
    named = list(_YEAR.finditer(text))
    if not named:
        return Clock(2001, 1, is_known=False)
    passed = [found for found in named if not _DEADLINE.search(text, max(0, found.start() - _BACK), found.start())]
    latest = max(int(found[0]) for found in passed or named)
    written = _find_month(text)
    if written is None:
        return Clock(latest + 1, 1)
    clock = Clock(latest, written)
    ends = [
        mention.meanings[0][0].last
        for mention in find_periods(parts, clock)
        if mention.year == latest and mention.meanings
    ]
    # A text of January that tells of all of 2022 was written in 2023.
    return clock if max(ends, default=0) <= 12 * latest + written - 1 else clock._replace(year=latest + 1)


def find_date(text: str) -> str | None:
    """Return the day printed at the head of a text or in its last line, as YYYY-MM-DD; None if there is none."""
    lines = [line for line in text.splitlines() if line.strip()]
    for line in (*lines[:_HEAD], *lines[_HEAD:][-1:]):
        found = min(_list_dates(line), default=None)
        if found is not None:
            return found[1]
    return None


def _find_month(text: str) -> int | None:
    """Return the month of a day at the head of a text that is printed without a year: "BAKU, March 24."."""
    for line in [line for line in text.splitlines() if line.strip()][:_HEAD]:
        for groups, start, end in _match_dates(line):
            if not groups["year"] and start <= _REACH and _OPENED.search(line[:start]) and _CLOSED.search(line[end:]):
                return find_month(groups)
    return None


def _list_dates(line: str) -> Iterator[tuple[int, str]]:
    """Yield the full dates near the beginning of a line, with their position."""
    for pattern in _NUMERIC:
        for match in pattern.finditer(line, 0, _REACH):
            yield from _date(line, match.start(), match["y"], int(match["m"]), match["d"])
    for groups, start, _ in _match_dates(line):
        if groups["year"]:
            yield from _date(line, start, groups["year"], find_month(groups) or 0, str(groups["day"]))


def _match_dates(line: str) -> Iterator[tuple[dict[str, str | None], int, int]]:
    """Yield the groups of the days in a line, with where they are."""
    for language in LANGUAGES:
        for name, pattern in compile_patterns(language):
            for match in pattern.finditer(line) if name == "date" else ():
                if not match["as_of"]:
                    yield match.groupdict(), match.start(), match.end()


def _date(line: str, start: int, year: str, month: int, day: str) -> Iterator[tuple[int, str]]:
    if start > _REACH or _RUNNING.search(line[:start]):
        return
    try:
        yield start, date(int(year), month, int(day)).isoformat()
    except ValueError:
        return
