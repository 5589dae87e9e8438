"""Write a synthetic base of N facts to standard output: `python benchmarks/make_base.py 100000 > big.json`.

The same N gives the same bytes. Figures are printed in the many ways pages print them, texts in several scripts, and
about every third fact stands on a page of its own.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Json = dict[str, Any]

COUNTRIES = {
    "KG": ["Kyrgyzstan", "Кыргызстан"],
    "KZ": ["Kazakhstan", "Қазақстан"],
    "TJ": ["Tajikistan", "Тоҷикистон"],
    "TM": ["Turkmenistan", "Türkmenistan"],
    "UZ": ["Uzbekistan", "Oʻzbekiston"],
}
COUNTRIES |= {f"X{letter}": [f"Country {letter}"] for letter in "ABCDEFGHIJKLMNOPQRSTUVWXY"}
"""As many as give a pair about as many facts as a pair of the shipped base has."""
PAIRS = [(one, other) for one in COUNTRIES for other in COUNTRIES if one != other]
FLOWS = ("turnover", "exports", "imports")
BOUNDS = ("=", "=", "=", "~", ">", "<")
PUBLISHERS = ("Interfax", "Trend", "Kun.uz", "Казинформ", "24.kg", "Asia-Plus")
TITLES = ("Товарооборот вырос до {}", "Trade turnover reached {}", "Савдо айланмаси {} га етди", "贸易额达到 {}")
PEOPLE, BODIES, OFFICES = 200, 40, 60
WEEK = 7
FACTS_A_PAGE = 3.33


def make_base(count: int) -> Iterator[str]:
    """Yield the lines of a base of `count` facts."""
    yield '{"tradefacts": 1, "as_of": "2026-11-23", "title": "Synthetic", "licence": "CC0-1.0",'
    yield from _section("countries", (_country(code) for code in COUNTRIES))
    yield from _section("groups", [_named({"code": "CA5"}, "Central Asia", members=[*COUNTRIES][:5])])
    yield from _section("people", (_named({"id": f"person-{n}"}, f"Жапаров Олжас {n}") for n in range(PEOPLE)))
    yield from _section("offices", map(_office, range(OFFICES)))
    yield from _section("bodies", map(_body, range(BODIES)))
    yield from _section("sources", map(_source, range(_page(count) + 1)))
    yield from _section("facts", map(_fact, range(count)), end="}")


def _section(name: str, records: Iterable[Json], end: str = ",") -> Iterator[str]:
    yield f'"{name}": ['
    lines = [json.dumps(record, ensure_ascii=False) for record in records]
    yield from (f"{line}," for line in lines[:-1])
    yield from lines[-1:]
    yield f"]{end}"


def _named(key: Json, name: str, *aliases: str, **others: object) -> Json:
    return {**key, "name": name, **others, "aliases": list(aliases)}


def _country(code: str) -> Json:
    name, *aliases = COUNTRIES[code]
    return _named({"code": code}, name, *aliases)


def _office(number: int) -> Json:
    place = [*COUNTRIES][number % len(COUNTRIES)]
    return _named({"id": f"office-{number}", "country": place}, f"Minister {number}", role=f"minister {number}")


def _body(number: int) -> Json:
    place = [*COUNTRIES][number % len(COUNTRIES)]
    return _named({"id": f"body-{number}"}, f"Комитет {number}", country=place, role="statistics")


def _source(number: int) -> Json:
    return {
        "id": f"page-{number}",
        "publisher": PUBLISHERS[number % len(PUBLISHERS)],
        "origin": None if number % 4 else "TASS",
        "title": TITLES[number % len(TITLES)].format(number),
        "url": f"https://example.org/news/{number}",
        "published": f"20{10 + number % 15}-{1 + number % 12:02d}-{1 + number % 28:02d}",
        "language": ("ru", "en", "uz", "zh")[number % 4],
        "inferred": [],
    }


def _page(number: int) -> int:
    return int(number / FACTS_A_PAGE)


def _fact(number: int) -> Json:
    speaker = None if number % 3 else f"body-{number % BODIES}"
    said = {"source": f"page-{_page(number)}", "attributed_to": speaker, "attributed_as": None}
    about: Json = {"note": None if number % WEEK else f"по данным за {number} день", "inferred": []}
    return _KINDS[number % len(_KINDS)](number, said | about)


def _trade(number: int) -> Json:
    one, other = PAIRS[number % len(PAIRS)]
    reporter = (None, one, other)[number % 3]
    return {"country": one, "partner": other, "flow": FLOWS[number % 3], "reporter": reporter}


def _period(number: int) -> str:
    year = 2000 + number % 25
    return (f"{year}", f"{year}-{1 + number % 12:02d}", f"{year}-01/{year}-{2 + number % 10:02d}")[number % 3]


def _volume(number: int, said: Json) -> Json:
    value, printed = _money(number)
    name = {"id": f"fact-{number}", "kind": "volume"}
    figure = {"period": _period(number), "value": value, "currency": "USD", "printed": printed}
    return name | said | _trade(number) | figure | {"bound": BOUNDS[number % len(BOUNDS)], "scope": None}


def _growth(number: int, said: Json) -> Json:
    tenths = 1 + number % 999
    printed = (f"{tenths / 10}%", f"{tenths / 10} percent".replace(".", ","), f"на {tenths / 10} %")[number % 3]
    name = {"id": f"fact-{number}", "kind": "growth"}
    figure = {"period": _period(number), "base_period": None, "percent": tenths / 10, "printed": printed}
    return name | said | _trade(number) | figure | {"bound": BOUNDS[number % len(BOUNDS)], "scope": None}


def _target(number: int, said: Json) -> Json:
    one, other = PAIRS[number % len(PAIRS)]
    aim = {"value": (1 + number % 20) * 10**9, "currency": "USD", "printed": f"${1 + number % 20} billion"}
    when = {"bound": "=", "by": f"20{26 + number % 9}", "horizon": None}
    name = {"id": f"fact-{number}", "kind": "target"}
    return name | said | {"country": one, "partner": other, "flow": "turnover"} | aim | when


def _event(number: int, said: Json) -> Json:
    people = [f"person-{number % PEOPLE}", f"person-{(number + 1) % PEOPLE}"]
    held = {"name": f"Встреча {number}", "date": f"20{10 + number % 15}-{1 + number % 12:02d}", "venue": "Душанбе"}
    met = {"parties": list(PAIRS[number % len(PAIRS)]), "participants": people, "topics": ["торговля"]}
    return {"id": f"fact-{number}", "kind": "event"} | said | held | met


def _term(number: int, said: Json) -> Json:
    held = {"person": f"person-{number % PEOPLE}", "office": f"office-{number % OFFICES}"}
    when = {"start": None, "end": None, "seen_on": f"20{10 + number % 15}-{1 + number % 12:02d}-01"}
    return {"id": f"fact-{number}", "kind": "term"} | said | held | when


def _money(number: int) -> tuple[int, str]:
    """Return a value and one of the ways to print it."""
    tenths = 1 + number * 7 % 9999
    amount = f"{tenths / 10:.1f}"
    return (
        (tenths * 10**8, f"${amount} billion"),
        (tenths * 10**5, f"$ {amount.replace('.', ',')} млн"),
        (tenths * 10**5, f"{amount} million dollars"),
        (tenths * 10**5, f"{amount} млн долларов США"),
        (tenths * 10**3, f"US${tenths},000"),
        (tenths * 10**6, f"{tenths} 百万美元" if number % 10 == 0 else f"{tenths} mln USD"),
    )[number // 2 % 6]


_KINDS = (*[_volume] * 5, *[_growth] * 3, _target, _event, _volume, _term)

if __name__ == "__main__":
    for line in make_base(int(sys.argv[1])):
        sys.stdout.buffer.write(f"{line}\n".encode())
