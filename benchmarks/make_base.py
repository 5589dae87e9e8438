"""Write a synthetic base of N facts to standard output: `python benchmarks/make_base.py 100000 > large.json`.

The same arguments give the same bytes, in canonical form. The base grows as the built-in one would: more pairs, with
the same distribution of claims per pair. `--pairs 1` puts all trade on one pair, the worst case for comparisons;
`--lines` writes JSON lines.

Kinds are independent of pairs, and a page is about one pair. Figures with the same key mostly agree, printed and
rounded in many ways; about one in twenty is wrong, as by a misprint.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from hashlib import blake2b
from itertools import accumulate, islice
from itertools import count as count_from
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

Json = dict[str, Any]

FACTS_A_PAGE = 3.3
FACTS_A_PAIR = 39
FACTS_A_PERSON = 13
"""As in the built-in base."""
STEEPNESS = 6.5
"""How fast claims per pair decrease: of 131 pairs in the built-in base, the first has 271, the 20th 52, the 100th 2."""
KINDS = {"volume": 38, "growth": 17, "share": 8, "target": 8, "event": 13, "term": 16}
"""The kinds of facts in percent, as in the built-in base."""
FLOWS = {"turnover": 54, "exports": 27, "imports": 19}
BOUNDS = {"=": 87, "~": 6, ">": 6, "<": 1}
SPOKEN, NOTED, FROM_FIRST = 0.5, 0.13, 0.7
"""The shares of facts that name a speaker, that have a note, and whose subject is the pair's first place."""
EXPORTED = 0.6
"""The share of a turnover that goes from the first place to the second."""
WRONG = 0.05

FIRST_YEAR, LAST_YEAR = 2010, 2026
NAMES = {
    "KZ": ["Kazakhstan", "Қазақстан"],
    "UZ": ["Uzbekistan", "Oʻzbekiston"],
    "KG": ["Kyrgyzstan", "Кыргызстан"],
    "TJ": ["Tajikistan", "Тоҷикистон"],
    "TM": ["Turkmenistan", "Türkmenistan"],
}
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
CODES = [*NAMES, *(f"{first}{second}" for first in "XQZYWABCDEFGHI" for second in LETTERS)]
PUBLISHERS = ("Interfax", "Trend", "Kun.uz", "Казинформ", "24.kg", "Asia-Plus")
TITLES = ("Товарооборот вырос до {}", "Trade turnover reached {}", "Савдо айланмаси {} га етди", "贸易额达到 {}")
UNITS = {
    "billion": (10**9, ("${} billion", "{} billion dollars", "${} bln", "{} млрд долларов США", "USD {} bn")),
    "million": (10**6, ("${} million", "{} million dollars", "$ {} млн", "{} млн долларов", "US${} mln")),
}


KIND_OF = {
    "countries": "country",
    "groups": "group",
    "people": "person",
    "offices": "office",
    "bodies": "body",
    "sources": "source",
}
"""The name of one record of a section in JSON lines."""


class Size(NamedTuple):
    """The number of records in each section of a base."""

    facts: int
    pairs: list[tuple[str, str]]
    countries: list[str]
    people: int
    pages: int

    @property
    def offices(self) -> int:
        """A minister and a president for each country."""
        return 2 * len(self.countries)


def make_base(count: int, pairs: int | None = None) -> Iterator[str]:
    """Yield the lines of a base of `count` facts about `pairs` pairs, by default as many as suit the facts."""
    size = _find_size(count, pairs)
    yield json.dumps(_HEADER)[:-1] + ","
    for section, records in _make_sections(size):
        yield f'"{section}": ['
        lines = (json.dumps(record, ensure_ascii=False) for record in records)
        last = next(lines, None)
        for line in lines:
            yield f"{last},"
            last = line
        yield from () if last is None else (last,)
        yield "]}" if section == "facts" else "],"


def make_lines(count: int, pairs: int | None = None) -> Iterator[str]:
    """Yield the same base as JSON lines."""
    yield json.dumps(_HEADER)
    for section, records in _make_sections(_find_size(count, pairs)):
        for record in records:
            yield json.dumps(record if section == "facts" else {"kind": KIND_OF[section], **record}, ensure_ascii=False)


_HEADER = {"tradefacts": 1, "as_of": "2026-11-23", "title": "Synthetic", "licence": "CC0-1.0"}


def _find_size(count: int, pairs: int | None) -> Size:
    # The pairs with the most claims come first: KZ-UZ, KZ-KG, UZ-KG, KZ-TJ, …
    ordered = ((CODES[first], CODES[second]) for second in count_from(1) for first in range(second))
    chosen = list(islice(ordered, pairs or max(100, count // FACTS_A_PAIR)))
    countries = sorted({*NAMES, *(code for pair in chosen for code in pair)})
    people = max(2 * len(countries), count // FACTS_A_PERSON)
    return Size(count, chosen, countries, people, int(count / FACTS_A_PAGE) + 1)


def _make_sections(size: Size) -> Iterator[tuple[str, Iterator[Json]]]:
    yield "countries", map(_country, size.countries)
    yield "groups", iter([{"code": "CA5", "name": "Central Asia", "members": [*NAMES], "aliases": []}])
    yield "people", (_named(f"person-{number:07d}", f"Жапаров Олжас {number}") for number in range(size.people))
    yield "offices", (_office(number, size) for number in range(size.offices))
    yield "bodies", (_body(number, size) for number in range(size.offices))
    yield "sources", map(_source, range(size.pages))
    yield "facts", (_fact(number, size) for number in range(size.facts))


def _draw(*seed: object) -> float:
    """Return a number from 0 to 1 determined by the seed."""
    return int.from_bytes(blake2b(repr(seed).encode(), digest_size=4).digest()) / 2**32


def _choose(chances: dict[str, int], *seed: object) -> str:
    """Return one of the words, chosen by their probabilities in percent."""
    drawn = _draw(*seed) * 100
    return next(word for word, most in zip(chances, accumulate(chances.values()), strict=True) if drawn < most)


def _named(name_id: str, name: str, **others: object) -> Json:
    return {"id": name_id, "name": name, **others, "aliases": []}


def _country(code: str) -> Json:
    name, *aliases = NAMES.get(code, [f"Country {code}"])
    return {"code": code, "name": name, "aliases": aliases}


def _office(number: int, size: Size) -> Json:
    place = size.countries[number // 2]
    role = ("head of state", "trade minister")[number % 2]
    name = f"{role.capitalize()} of {place}"
    return {"id": f"office-{number:07d}", "country": place, "name": name, "role": role, "aliases": []}


def _body(number: int, size: Size) -> Json:
    return _named(f"body-{number:07d}", f"Комитет {number}", country=size.countries[number // 2], role="statistics")


def _source(number: int) -> Json:
    return {
        "id": f"page-{number:07d}",
        "publisher": PUBLISHERS[number % len(PUBLISHERS)],
        "origin": None if number % 4 else "TASS",
        "title": TITLES[number % len(TITLES)].format(number),
        "url": f"https://example.org/news/{number}",
        "published": _find_day(number),
        "language": ("ru", "en", "uz", "zh")[number % 4],
        "inferred": [],
    }


def _find_day(page: int) -> str:
    """Return the day a page was published: in the year after the newest year that it is about."""
    return f"{_find_newest(page) + 1}-{1 + page % 12:02d}-{1 + page % 28:02d}"


def _find_newest(page: int) -> int:
    return FIRST_YEAR + int(_draw("page", page) * (LAST_YEAR - FIRST_YEAR))


def _find_page(number: int) -> int:
    return int(number / FACTS_A_PAGE)


def _find_year(number: int) -> int:
    """Return the year that a fact is about: mostly the newest of its page."""
    return max(FIRST_YEAR, _find_newest(_find_page(number)) - int(_draw("year", number) ** 2 * 4))


def _fact(number: int, size: Size) -> Json:
    page = _find_page(number)
    rank = int(-len(size.pairs) / STEEPNESS * math.log(1 - _draw("pair", page)))
    pair = size.pairs[rank % len(size.pairs)]
    kind = _choose(KINDS, "kind", number)
    is_said = _draw("speaker", number) < SPOKEN
    speaker = f"body-{2 * size.countries.index(pair[number % 2]) + page % 2:07d}" if is_said else None
    note = f"по данным за {number} день" if _draw("note", number) < NOTED else None
    said = {"id": f"fact-{number:07d}", "kind": kind, "source": f"page-{page:07d}", "attributed_to": speaker}
    return said | {"attributed_as": None, "note": note, "inferred": []} | _MAKERS[kind](number, pair, size)


def _trade(number: int, pair: tuple[str, str]) -> Json:
    subject, partner = pair if _draw("side", number) < FROM_FIRST else pair[::-1]
    reporter = _choose({"": 46, subject: 40, partner: 14}, "reporter", number) or None
    return {"country": subject, "partner": partner, "flow": _choose(FLOWS, "flow", number), "reporter": reporter}


def _period(number: int) -> str:
    year, months = _find_year(number), 2 + int(_draw("months", number) * 10)
    form = _choose({"year": 49, "months": 47, "month": 4}, "period", number)
    return {"year": f"{year}", "months": f"{year}-01/{year}-{months:02d}", "month": f"{year}-{months:02d}"}[form]


def _find_amount(trade: Json, period: str) -> float:
    """Return the amount traded by pair, year and statistics, in proportion for a part of a year."""
    places = sorted((trade["country"], trade["partner"]))
    year = int(period[:4])
    size = 10 ** (7 + 3 * _draw("size", *places))
    grown = 1.08 ** (year - FIRST_YEAR) * (0.9 + 0.2 * _draw("year", year, *places))
    counted = 1 + 0.03 * _draw("counted", trade["reporter"], year, *places)
    is_there = (trade["flow"] == "exports") == (trade["country"] == places[0])
    part = 1.0 if trade["flow"] == "turnover" else EXPORTED if is_there else 1 - EXPORTED
    months = {len("2022"): 12, len("2022-01"): 1}.get(len(period)) or int(period[-2:])
    return size * grown * counted * part * months / 12


def _volume(number: int, pair: tuple[str, str], _: Size) -> Json:
    trade, period = _trade(number, pair), _period(number)
    amount = _find_amount(trade, period)
    wrong = 1 + 2 * _draw("slip", number) if _draw("wrong", number) < WRONG else 1
    value, printed = _print_money(amount * wrong, number)
    figure = {"value": value, "currency": "USD", "printed": printed, "bound": _choose(BOUNDS, "bound", number)}
    return trade | {"period": period} | figure | {"scope": None}


def _print_money(amount: float, number: int) -> tuple[int, str]:
    """Return a value and one of its printed forms."""
    unit, forms = UNITS["billion" if amount >= 10**9 else "million"]
    places = int(_draw("places", number) * 3)
    digits = f"{amount / unit:.{places}f}"
    value = int(digits.replace(".", "")) * unit // 10**places
    form = forms[int(_draw("form", number) * len(forms))]
    return (value or unit), form.format(digits.replace(".", ",") if "долл" in form else digits) if value else f"${unit}"


def _growth(number: int, pair: tuple[str, str], _: Size) -> Json:
    trade, period = _trade(number, pair), _period(number)
    before = period.replace(period[:4], f"{int(period[:4]) - 1}")
    wrong = _draw("slip", number) if _draw("wrong", number) < WRONG else 0
    percent = round((_find_amount(trade, period) / _find_amount(trade, before) - 1 + wrong) * 100, 1)
    percent = percent or 0.1
    printed = f"{abs(percent)}%" if number % 2 else f"{abs(percent)} %".replace(".", ",")
    figure = {"base_period": None, "percent": percent, "printed": printed, "bound": "="}
    return trade | {"period": period} | figure | {"scope": None}


def _share(number: int, pair: tuple[str, str], _: Size) -> Json:
    percent = 1 + int(_draw("share", number) * 300) / 10
    whole = {"whole": "total trade", "whole_country": None, "whole_partner": None}
    figure = {"percent": percent, "printed": f"{percent}%", "bound": "="}
    return _trade(number, pair) | {"period": f"{_find_year(number)}"} | figure | whole


def _target(number: int, pair: tuple[str, str], _: Size) -> Json:
    billions = 1 + int(_draw("goal", *pair, number % 3) * 20)
    goal = {"value": billions * 10**9, "currency": "USD", "printed": f"${billions} billion", "bound": "="}
    by = f"20{20 + int(_draw('by', number % 50) * 12)}" if number % 3 else None
    return {"country": pair[0], "partner": pair[1], "flow": "turnover"} | goal | {"by": by, "horizon": None}


def _event(number: int, pair: tuple[str, str], size: Size) -> Json:
    people = [f"person-{int(_draw(word, number) * size.people):07d}" for word in ("host", "guest")]
    date = f"{_find_year(number)}-{1 + number % 12:02d}"
    held = {"name": f"Встреча {number}", "date": date, "venue": "Душанбе"}
    return held | {"parties": list(pair), "participants": list(dict.fromkeys(people)), "topics": ["торговля"]}


def _term(number: int, _: tuple[str, str], size: Size) -> Json:
    # Holders of an office follow each other.
    office, page = int(_draw("office", number) * size.offices), _find_page(number)
    holders = size.people // size.offices
    holder = (_find_newest(page) - FIRST_YEAR) * holders // (LAST_YEAR - FIRST_YEAR)
    held = {"person": f"person-{office + holder * size.offices:07d}", "office": f"office-{office:07d}"}
    return held | {"start": None, "end": None, "seen_on": _find_day(page)}


_MAKERS = {"volume": _volume, "growth": _growth, "share": _share, "target": _target, "event": _event, "term": _term}


def main() -> None:
    """Write the base described by the command line."""
    parser = argparse.ArgumentParser(description="Write a synthetic base to standard output.")
    parser.add_argument("facts", type=int)
    parser.add_argument("--pairs", type=int, help="how many pairs the facts are about; else as many as fit")
    parser.add_argument("--lines", action="store_true", help="write JSON lines")
    options = parser.parse_args()
    make = make_lines if options.lines else make_base
    for line in make(options.facts, options.pairs):
        sys.stdout.buffer.write(f"{line}\n".encode())


if __name__ == "__main__":
    main()
