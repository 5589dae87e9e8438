"""Find the words for periods in a text."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tradefacts.article.meanings import find_meanings, full_year, to_number
from tradefacts.article.words import LANGUAGES
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from tradefacts.article.cutting import Cut
    from tradefacts.article.meanings import Clock
    from tradefacts.period import Period

_YEAR = r"(?:19[89]|20[0-4])\d"
PARTS_OF_YEAR = frozenset({"range", "months", "quarters", "quarter", "half"})
"""Patterns that name a part of a year."""


class Mention(NamedTuple):
    """Words that name a period, or refer to one."""

    first: int
    last: int
    """Half-open range of tokens."""
    name: str
    """The name of its pattern: `range`, `year`, `same`, `before` …; with `-this` or `-last` if it names its year so."""
    meanings: tuple[tuple[Period, str], ...]
    """The periods it may mean and how each was inferred, the most plausible first; empty for a mere reference."""
    year: int | None = None
    """The year it names, if any."""
    by: str | None = None
    """The year of a deadline."""

    @property
    def pattern(self) -> str:
        """The name of its pattern: `year` for "this year", too."""
        return self.name.partition("-")[0]


@cache
def compile_patterns(language: str) -> list[tuple[str, re.Pattern[str]]]:
    """Return the patterns of periods in a language, each with its name."""
    dates = LANGUAGES[language].dates
    names = "|".join(f"(?P<m{{0}}{number}>{month})" for number, month in enumerate(dates["months"].split(), 1))
    numbers = "|".join(f"(?P<n{number}>{word})" for number, word in enumerate(dates["numbers"].split(), 1))
    ordinals = "|".join(f"(?P<o{number}>{word})" for number, word in enumerate(dates["ordinals"].split(), 1))
    of = dates["of"].replace("{this}", dates["this"]).replace("{last}", dates["last"])
    number = rf"(?:(?P<digits>\d{{1,2}}){dates['number_ending']}|{numbers})"
    patterns = []
    for name, pattern in LANGUAGES[language].periods:
        for alternative in _split(pattern):
            text = (
                alternative.replace("{month2}", f"(?:{names.replace('{0}', '2_')})")
                .replace("{month}", f"(?:{names.replace('{0}', '1_')})")
                .replace("{number}", number)
                .replace("{ordinal}", f"(?:{ordinals})")
                .replace("{of}", of)
                .replace("{day}", r"[0-3]?\d{day_ending}")
                .replace("{day_ending}", dates["day_ending"])
                .replace("{till}", dates["till"])
                .replace("{year}", _YEAR)
            )
            patterns.append((name, re.compile(rf"(?<![^\W_])(?:{text})(?![^\W_])", re.IGNORECASE)))
    return patterns


def _split(pattern: str) -> list[str]:
    """Split a pattern at the bars outside all brackets, so that each alternative can use every group name."""
    parts, depth = [""], 0
    for sign in pattern:
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    return parts


def find_periods(cut: Cut, clock: Clock) -> list[Mention]:
    """Return the words for periods in a text, in order; of two that overlap, the first or the longer."""
    found: list[tuple[int, int, str, re.Match[str]]] = []
    for language in LANGUAGES:
        for name, pattern in compile_patterns(language):
            found.extend(
                (match.start(), -match.end(), name, match)
                for match in pattern.finditer(cut.text)
                if match.end() > match.start() and _is_word(language, name, match)
            )
    found.sort(key=lambda entry: (entry[0], entry[1]))
    mentions: list[Mention] = []
    end = -1
    for start, negative_end, name, match in found:
        if start >= end:
            mention = _read(cut, clock, name, match)
            if mention is not None and name == "that_year":
                mention = _point_back(mention, mentions)
            if mention is not None:
                mentions.append(mention)
                end = -negative_end
    return mentions


def _point_back(mention: Mention, earlier: list[Mention]) -> Mention:
    """Return "that year" as the year that was named last."""
    year = next((known.year for known in reversed(earlier) if known.year is not None), None)
    return mention if year is None else mention._replace(name="year", meanings=((full_year(year), "year"),), year=year)


def _is_word(language: str, name: str, match: re.Match[str]) -> bool:
    """Whether a match is a period, not the verb "may" or a plain number."""
    if name in {"month", "date", "range"} and LANGUAGES[language].dates["month_case"] == "capital":
        month = next((text for group, text in match.groupdict().items() if group[:1] == "m" and text), "")
        return month[:1].isupper()
    return True


def _read(cut: Cut, clock: Clock, name: str, match: re.Match[str]) -> Mention | None:
    groups = match.groupdict()
    first, last = cut.find_token(match.start()), cut.find_token(match.end() - 1) + 1
    year = to_number(groups["year"]) if groups.get("year") else None
    relative = "this" if groups.get("this") else "last" if groups.get("last") else None
    year = year if year is not None else {"this": clock.year, "last": clock.year - 1}.get(relative or "")
    meanings = find_meanings(name, groups, clock, year)
    by = str(year) if name in {"deadline", "yearend"} and year is not None else None
    return Mention(first, last, f"{name}-{relative}" if relative else name, tuple(meanings), year, by)
