"""Find the words for periods in a text, and the months that each may mean."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tradefacts.article.words import LANGUAGES
from tradefacts.named_tuples import NamedTuple
from tradefacts.period import Period

if TYPE_CHECKING:
    from tradefacts.article.cutting import Cut

_YEAR = r"(?:19[89]|20[0-4])\d"
_SOLAR_OFFSET = 621
_QUARTER, _YEAR_MONTHS = 3, 12
_JULY, _LAST_DAY = 7, 31
"""Where years of accounts begin in July, they are named after the year in which they end."""
FISCAL_YEARS = {"PK": _JULY, "BD": _JULY, "IN": 4, "JP": 4}
"""Place → the month in which its year of accounts begins."""


class Mention(NamedTuple):
    """Words that name a period, or refer to one."""

    first: int
    last: int
    """Half-open range of tokens."""
    name: str
    """The name of its pattern: `range`, `year`, `same`, `before` …"""
    meanings: tuple[tuple[Period, str], ...]
    """The periods it may mean and how each was inferred, the most plausible first; empty for a mere reference."""
    year: int | None = None
    """The year it names, if any."""
    by: str | None = None
    """The year of a deadline."""


class Clock(NamedTuple):
    """The day that relative dates count from, and the year that the text is about."""

    year: int
    month: int
    is_known: bool = True
    """False if neither the day of publication nor any year is known, so no period can be determined."""
    fiscal: int = 4
    """The month in which the year of accounts begins."""

    @property
    def last_closed(self) -> int:
        """The last complete month, counted from January of the year 0."""
        return 12 * self.year + self.month - 2

    def find_year(self, last_month: int) -> int:
        """Return the latest year whose months up to `last_month` (1 to 12) were complete."""
        return self.year if 12 * self.year + last_month - 1 <= self.last_closed else self.year - 1


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
                .replace("{of2}", of)
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
    return mention if year is None else mention._replace(name="year", meanings=((_full(year), "year"),), year=year)


def _is_word(language: str, name: str, match: re.Match[str]) -> bool:
    """Whether a match is a period, not the verb "may" or a plain number."""
    if name in {"month", "date", "range"} and LANGUAGES[language].dates["month_case"] == "capital":
        month = next((text for group, text in match.groupdict().items() if group[:1] == "m" and text), "")
        return month[:1].isupper()
    return True


def _to_number(text: str | None) -> int:
    return int(text) if text else 0


def _get_count(groups: dict[str, str | None]) -> int | None:
    """Return the number of months, quarters or years, in digits or words."""
    return _to_number(groups["digits"]) if groups.get("digits") else _get_number(groups, "n")


def find_month(groups: dict[str, str | None]) -> int | None:
    """Return the month (1 to 12) that the groups of a match name."""
    return _get_number(groups, "m1_")


def _get_number(groups: dict[str, str | None], letter: str) -> int | None:
    return next(
        (int(name[len(letter) :]) for name, text in groups.items() if text and re.fullmatch(letter + r"\d+", name)),
        None,
    )


def _read(cut: Cut, clock: Clock, name: str, match: re.Match[str]) -> Mention | None:
    groups = match.groupdict()
    first, last = cut.find_token(match.start()), cut.find_token(match.end() - 1) + 1
    year = _to_number(groups["year"]) if groups.get("year") else None
    relative = "this" if groups.get("this") else "last" if groups.get("last") else None
    year = year if year is not None else {"this": clock.year, "last": clock.year - 1}.get(relative or "")
    meanings = _find_meanings(name, groups, clock, year)
    by = str(year) if name in {"deadline", "yearend"} and year is not None else None
    return Mention(first, last, f"{name}" + (f"-{relative}" if relative else ""), tuple(meanings), year, by)


def _find_meanings(
    name: str, groups: dict[str, str | None], clock: Clock, year: int | None
) -> list[tuple[Period, str]]:
    months = _find_months(name, groups)
    if months is not None:
        return _resolve_months(months, groups, clock, year)
    if name in {"year", "yearend", "deadline"} and year is not None:
        return [(_full(year), "year")]
    if name == "span" and year is not None:
        return [(_full(year), "year"), (_full(int(groups["year1"] or year)), "year1")]
    if name == "last":
        return [(_full(clock.year - 1), "last")]
    if name in {"this", "start"}:
        meanings = _resolve_this_year(clock)
        return meanings if name == "start" else meanings[::-1]
    if name == "lastmonth":
        return [(Period(clock.last_closed, clock.last_closed), "lastmonth")]
    if name == "date":
        return _resolve_date(groups, clock, year)
    if name == "rolling":
        month = find_month(groups) or _QUARTER * _to_number(groups.get("digit")) or 1
        end = 12 * (year if year is not None else clock.find_year(month)) + month - 1
        return [(Period(end - 11, end), "rolling")]
    if name == "solar":
        return [(_resolve_solar(groups, clock), "solar")]
    if name == "fiscal":
        return _resolve_fiscal(groups, clock, year)
    if name == "since" and groups.get("past"):
        return [(_full(clock.year - 1), "since")]
    if name == "ago":
        number = 2 if groups.get("two") else 10 if groups.get("decade") is not None else _get_count(groups) or 1
        return [(_full(clock.year - number), "ago")]
    return []


def _find_months(name: str, groups: dict[str, str | None]) -> tuple[int, int] | None:
    """Return the first and last month (1 to 12) of the part of a year that the words name, if they do."""
    if name == "range":
        first, last = find_month(groups), _get_number(groups, "m2_")
        return (first or 1, last or 12)
    if name in {"month", "first_month"}:
        month = find_month(groups) or 1
        return (month, month)
    digit = _to_number(groups["digit"]) if groups.get("digit") else _get_number(groups, "o")
    if name == "quarter" and digit is not None:
        return (_QUARTER * digit - 2, _QUARTER * digit)
    if name == "half":
        return (7, 12) if digit == 2 else (1, 6)
    if name == "quarters":
        quarters = _get_count(groups) or _get_number(groups, "o") or 1
        return (1, min(_QUARTER * quarters, _YEAR_MONTHS))
    if name == "months":
        number = _get_count(groups)
        return (1, number) if number and 1 < number <= _YEAR_MONTHS else None
    return None


def _resolve_months(
    months: tuple[int, int], groups: dict[str, str | None], clock: Clock, year: int | None
) -> list[tuple[Period, str]]:
    first, last = months
    if year is None and groups.get("rel_last"):
        year = clock.find_year(last)
    if year is not None and groups.get("yend") and first > last:
        # "июль–апрель 2023/24 года"
        year += 1
    if year is not None:
        begin = _to_number(groups["year1"]) if groups.get("year1") else (year if first <= last else year - 1)
        return [(Period(12 * begin + first - 1, 12 * year + last - 1), "dated")]
    if first > last:
        return []
    near = clock.find_year(last)
    return [(_months(near, first, last), "near"), (_months(near - 1, first, last), "far")]


def _resolve_this_year(clock: Clock) -> list[tuple[Period, str]]:
    closed = clock.last_closed
    if closed < 12 * clock.year:
        return [(_full(clock.year - 1), "thisyear")]
    return [(Period(12 * clock.year, closed), "todate"), (_full(clock.year), "thisyear")]


def _resolve_date(groups: dict[str, str | None], clock: Clock, year: int | None) -> list[tuple[Period, str]]:
    if not groups.get("as_of"):
        return []
    month = find_month(groups) or 1
    year = year or (clock.year if month <= clock.month else clock.year - 1)
    day = _LAST_DAY if groups.get("close") else int(groups.get("day") or 1)
    end = 12 * year + month - 1 - (day < 28)
    return [(Period(end - end % 12, end), "as-of")]


def _resolve_fiscal(groups: dict[str, str | None], clock: Clock, year: int | None) -> list[tuple[Period, str]]:
    """Return a year of accounts: "fiscal 2022", "FY23", "2021-22", "the fiscal year that ended in June"."""
    if groups.get("fyend"):
        last = find_month(groups) or 12
        end = 12 * (year or clock.find_year(last)) + last - 1
        return [(Period(end - 11, end), "fiscal")]
    if groups.get("fylast") is not None:
        end = 12 * clock.find_year(clock.fiscal - 1) + clock.fiscal - 2
        return [(Period(end - 11, end), "fiscal")]
    begin = _to_number(groups.get("fy") or groups.get("fy3")) or 1999 + _to_number(groups.get("fy2"))
    after = groups.get("fy4") or groups.get("fy4a")
    if after and int(after) != (begin + 1) % 100:
        return []
    if groups.get("fy") and clock.fiscal == _JULY and not after:
        begin -= 1
    return [(Period(12 * begin + clock.fiscal - 1, 12 * begin + clock.fiscal + 10), "fiscal")]


def _resolve_solar(groups: dict[str, str | None], clock: Clock) -> Period:
    """Return months of a year that begins in March; one that is not named is the last in which they were over."""
    count = _YEAR_MONTHS // 2 if groups.get("solar_half") else _get_count(groups) or _YEAR_MONTHS
    named = groups.get("solar") or groups.get("solar2")
    if named:
        begin = 12 * (_to_number(named) + _SOLAR_OFFSET) + 2
    else:
        begin = 12 * clock.year + 2
        while begin + count > clock.last_closed + 1:
            begin -= 12
    return Period(begin, begin + count)


def _months(year: int, first: int, last: int) -> Period:
    return Period(12 * year + first - 1, 12 * year + last - 1)


def _full(year: int) -> Period:
    return Period(12 * year, 12 * year + 11)
