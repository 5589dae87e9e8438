"""Periods of generated texts, and their words in English and Russian."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from forms import ENGLISH_MONTHS, ENGLISH_NUMBERS, RUSSIAN_MONTHS, RUSSIAN_NUMBERS

if TYPE_CHECKING:
    from random import Random

DECEMBER = 12
_HALF, _QUARTER, _FEW = 6, 3, 5


class Months(NamedTuple):
    """Months of one year, first and last included."""

    year: int
    first: int
    last: int

    @property
    def is_year(self) -> bool:
        """Whether it is a whole year."""
        return (self.first, self.last) == (1, DECEMBER)

    def __str__(self) -> str:
        """Return the written form of labels."""
        if self.is_year:
            return f"{self.year}"
        first = f"{self.year}-{self.first:02d}"
        return first if self.first == self.last else f"{first}/{self.year}-{self.last:02d}"


class Day(NamedTuple):
    """The month in which a text appears."""

    year: int
    month: int

    def find_year(self, last: int) -> int:
        """Return the latest year whose months up to `last` were complete."""
        return self.year if last < self.month else self.year - 1


def pick_main(day: Day, chance: Random) -> Months:
    """Return the period that a text is about: mostly the complete months of the year, or the year before."""
    closed, roll = day.month - 1, chance.random()
    if closed > 1 and roll < 0.62:
        return Months(day.year, 1, closed if chance.random() < 0.75 else chance.randint(2, closed))
    if closed and roll < 0.68:
        month = chance.randint(1, closed)
        return Months(day.year, month, month)
    if not closed and roll < 0.5:
        return Months(day.year - 1, 1, chance.choice([9, 11]))
    return Months(day.year - 1, 1, DECEMBER)


def name(months: Months, day: Day, language: str, chance: Random, *, is_dated: bool) -> str:
    """Return an adverbial for months: "in January–May", "за пять месяцев"; with the year if needed."""
    with_year = is_dated or months.year != day.find_year(months.last)
    make = _name_english if language == "en" else _name_russian
    return chance.choice(make(months, day, with_year=with_year))


def name_earlier(months: Months, day: Day, language: str, chance: Random) -> str:
    """Return words for the same months a year earlier."""
    year, earlier = months.year - 1, months._replace(year=months.year - 1)
    dated = name(earlier, day, language, chance, is_dated=True)
    if language == "en":
        options = ["a year earlier", "a year before", "a year ago", dated]
        if not months.is_year:
            options += [f"in the same {word} of {year}" for word in ("period", "months")]
            options += [f"in the corresponding period of {year}"]
            options += ["in the same period of last year"] if months.year == day.year else []
        return chance.choice(options)
    options = ["годом ранее", "год назад", "годом раньше", dated]
    if not months.is_year:
        options += [f"за тот же период {year} года", f"за те же месяцы {year} года"]
        options += [f"в аналогичном периоде {year} года"]
        options += ["за тот же период прошлого года"] if months.year == day.year else []
    return chance.choice(options)


def _name_english(months: Months, day: Day, *, with_year: bool) -> list[str]:
    year, first, last = months
    if months.is_year:
        return [f"in {year}", f"in {year}", f"for {year}", *(["last year"] * 2 if year == day.year - 1 else [])]
    suffix = f" {year}" if with_year else ""
    of = f" of {year}" if with_year else " of this year" if year == day.year and first % 2 else ""
    if first == last:
        return [f"in {ENGLISH_MONTHS[first - 1]}{suffix}"]
    month, number = ENGLISH_MONTHS[last - 1], ENGLISH_NUMBERS[last] if last < DECEMBER else "twelve"
    options = [f"in January–{month}{suffix}", f"in January-{month}{suffix}", f"from January through {month}{suffix}"]
    options += [f"in the first {number} months{of}", f"over {number} months{of}", f"for {last} months{of}"]
    options += [f"in the first half{of}", f"in H1{suffix}"] if last == _HALF else []
    options += [f"in the first quarter{of}"] * 2 if last == _QUARTER else []
    return options


def _name_russian(months: Months, day: Day, *, with_year: bool) -> list[str]:
    year, first, last = months
    if months.is_year:
        recent = ["в прошлом году", "за прошлый год", "в минувшем году"] if year == day.year - 1 else []
        return [f"в {year} году", f"за {year} год", f"по итогам {year} года", f"в {year}-м", *recent]
    suffix = f" {year} года" if with_year else ""
    month = RUSSIAN_MONTHS[last - 1]
    if first == last:
        return [f"в {month[1]}{suffix}"]
    number = RUSSIAN_NUMBERS[last] if last < DECEMBER else ("двенадцать", "двенадцати")
    many = "месяца" if last < _FEW else "месяцев"
    options = [f"в январе–{month[1]}{suffix}", f"за январь–{month[0]}{suffix}", f"по итогам января–{month[2]}{suffix}"]
    options += [f"за {number[0]} {many}{suffix}", f"за {last} {many}{suffix}", f"за первые {number[0]} {many}{suffix}"]
    options += [f"по итогам {number[1]} месяцев{suffix}"]
    options += [f"в первом полугодии{suffix}", f"за первое полугодие{suffix}", "за полгода"] if last == _HALF else []
    options += [f"в первом квартале{suffix}", f"в I квартале{suffix}"] if last == _QUARTER else []
    return options
