"""Generate labelled texts from patterns, so that training covers every construction.

    python trials/reader/invent.py 20 > invented.jsonl

The patterns are in `patterns_en.txt` and `patterns_ru.txt`, one sentence a line:

| mark | meaning |
|---|---|
| `(a|b|)` | one of them |
| `{A}` | a place; `A` is the home place, `B` its partner, `C D E` others, `G` a group; `{A.g}` a case or form |
| `{t}`, `{than}`, `{ago}` | the main period, the base of comparison; `{y}`, `{y2}` years, `{m}` a month |
| `[m v A-B t]` | money: a volume of the turnover (`A>B` exports, `A~B` balance, `W` the world) in the main period |
| `[p g+ …]`, `[p g- …]`, `[p s …]`, `[l l …]`, `[f g+ …]` | growth, fall, share, level, factor |
| `[m t …]` | a target |
| `[m x]`, `[p x]`, `[n x]` | no claim |
| `[=doubled g+ 100 …]` | words with their meaning |
"""

from __future__ import annotations

import json
import random
import re
import sys
from pathlib import Path
from typing import Any

from forms import (
    CITIES,
    ENDINGS,
    ENGLISH_PLACES,
    GOODS,
    GROUPS,
    OFFICES,
    OFFICIALS,
    RUSSIAN_PLACES,
    SAYING,
    SUBJECTS,
)
from invented_periods import DECEMBER, Day, Months, name, name_earlier, pick_main

HERE = Path(__file__).parent
CORE = ["KZ", "KG", "UZ", "TJ", "TM"]
ABROAD = ["RU", "CN", "TR", "AZ", "AF", "IR"]
LITERAL = re.compile(r"=(.+?) (g[+-]|x)(?: (-?[\d.]+) (\S+) (\S+))?$")
VIEW = re.compile(r"(\w)([->~])(\w)")
CHOICE = re.compile(r"\(([^()]*\|[^()]*)\)")
NAME = re.compile(r"\{(\w+)(?:\.(\w+))?\}")
ROUND = [1, 1.5, 2, 2.5, 3, 5, 6, 10, 15, 20, 30, 40, 300, 500, 700, 800]
RANGES = {"s": (2.0, 60.0), "l": (62.0, 99.0), "x": (0.3, 45.0), "g": (0.3, 45.0)}
WORDS: dict[str, dict[int, tuple[str, ...]]] = {
    "en": {6: ("million", "million", "mln", "m"), 9: ("billion", "billion", "bln", "bn")},
    "ru": {6: ("млн",), 9: ("млрд",)},
}


def read_patterns(language: str) -> dict[str, list[str]]:
    """Return the patterns of a language by section."""
    pools: dict[str, list[str]] = {}
    for line in (HERE / f"patterns_{language}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            pools[line[1:]] = []
        elif line and not line.startswith("#"):
            pools[list(pools)[-1]].append(line)
    return pools


POOLS = {language: read_patterns(language) for language in ("en", "ru")}


class Text:
    """A text while it is generated: its places, periods and the claims so far."""

    def __init__(self, language: str, chance: random.Random) -> None:
        """Pick the places and the periods."""
        self.language, self.chance = language, chance
        known = ENGLISH_PLACES if language == "en" else RUSSIAN_PLACES
        home = chance.choice(CORE if chance.random() < 0.85 else ABROAD)
        others = [code for code in known if code != home]
        chance.shuffle(others)
        others.sort(key=lambda code: code not in CORE and chance.random() < 0.4)
        self.places = dict(zip("ABCDE", [home, *others[:4]], strict=True))
        self.places |= {"G": chance.choice(list(GROUPS[language])), "W": "WORLD"}
        self.claims: list[dict[str, Any]] = []
        self.used: set[float] = set()
        self.style = chance.random()
        self.day = Day(chance.randint(2014, 2026), chance.randint(1, DECEMBER))
        main = pick_main(self.day, chance)
        year = self.day.year - 1 - (chance.randint(1, 3) if main.is_year else 0)
        month = chance.randint(1, max(self.day.month - 1, 1))
        self.periods = {
            "t": main,
            "y": Months(year, 1, DECEMBER),
            "y2": Months(self.day.year - chance.randint(5, 9), 1, DECEMBER),
            "m": Months(self.day.find_year(month), month, month),
        }
        self.target = self.day.year + chance.randint(1, 6)
        self.is_dated = chance.random() < 0.6

    def write(self, pattern: str) -> str:
        """Return a sentence, and store its claims."""
        text = pattern
        for _ in range(4):
            text = CHOICE.sub(lambda match: self.chance.choice(_split(match[1])), text)
            text = NAME.sub(lambda match: self.fill(match[1], match[2] or ""), text)
        text = re.sub(r"\[([^\[\]]+)\]", lambda match: self.write_figure(match[1]), text)
        text = re.sub(" +", " ", text).replace(" ,", ",").replace("..", ".").replace(" / ", "\n")
        return text[:1].upper() + text[1:]

    def fill(self, mark: str, form: str) -> str:
        """Return the replacement for a mark in braces."""
        if len(mark) == 1 and mark in "ABCDEG":
            return self.name_place(mark, form)
        low, language, chance = mark.lower(), self.language, self.chance
        if low in self.periods:
            is_dated = self.is_dated or low == "y2" or (low == "y" and self.periods["t"].is_year)
            text = name(self.periods[low], self.day, language, chance, is_dated=is_dated)
        elif low in {"than", "ago"}:
            text = name_earlier(self.periods["t"], self.day, language, chance)
            text = f"{'than' if language == 'en' else 'чем'} {text}" if low == "than" else text
        elif low in {"by", "yend", "y2n", "y3n"}:
            text = self.name_deadline(low)
        else:
            pools = {"src2": OFFICES, "off": OFFICIALS, "goods": GOODS, "city": CITIES, "citya": CITIES}
            pools["src"] = SUBJECTS if mark == "Src" else SAYING
            text = chance.choice(pools[low][language]) if low in pools else low
        return text[:1].upper() + text[1:] if mark[0].isupper() else text

    def name_deadline(self, mark: str) -> str:
        """Return words for a future or past year."""
        if mark in {"y2n", "y3n"}:
            return str(self.day.year - 1 if mark == "y2n" else self.target)
        if mark == "yend":
            return f"in {self.day.year}"
        english = [f"by {self.target}", f"by {self.target}", f"by the end of {self.target}"]
        russian = [f"к {self.target} году", f"к концу {self.target} года"]
        return self.chance.choice(english if self.language == "en" else russian)

    def name_place(self, letter: str, form: str) -> str:
        """Return a place in a form: a case, `j` for the adjective, `s` for the possessive."""
        code, chance = self.places[letter], self.chance
        if letter == "G":
            return chance.choice(GROUPS[self.language][code])
        if self.language == "en":
            country, adjective, capital = ENGLISH_PLACES[code]
            if form == "j":
                return adjective
            chosen = capital if chance.random() < 0.1 else country
            return f"{chosen}'s" if form == "s" else chosen
        stem, adjective, _, declension = RUSSIAN_PLACES[code]
        return adjective if form.startswith("j") else stem + ENDINGS[declension][form]

    def write_figure(self, body: str) -> str:
        """Return a figure as printed, and store its claim."""
        literal = LITERAL.match(body)
        if literal:
            words, kind, percent, view, period = literal.groups()
            if kind != "x":
                self.keep("growth", view, period, words, percent=float(percent))
            return str(words)
        unit, kind, *rest = body.split()
        printed, number = self.print_number(unit, kind)
        if kind == "x":
            return printed
        view, period = rest[0], rest[1] if len(rest) > 1 else ""
        if kind in {"v", "t"}:
            self.keep("volume" if kind == "v" else "target", view, period, printed, value=int(number))
        elif kind == "s":
            self.keep("share", view, period, printed, percent=number)
        else:
            percents = {"l": number - 100, "f": 100 * number - 100}
            percent = round(percents.get(unit, number if kind == "g+" else -number), 6)
            self.keep("growth", view, period, printed, percent=percent)
        return printed

    def keep(self, kind: str, view: str, period: str, printed: str, **number: float) -> None:
        """Store a claim in the format of labels."""
        match = VIEW.fullmatch(view)
        if match is None:
            sys.exit(f"no view: {view!r}")
        subject, partner = self.places[match[1]], self.places[match[3]]
        claim: dict[str, Any] = {"kind": kind, "printed": printed, **number}
        if match[2] == ">":
            claim |= {"exporter": subject, "importer": partner}
        else:
            claim |= {"pair": sorted((subject, partner)), "flow": "turnover" if match[2] == "-" else "balance"}
        if kind != "target":
            base, _, years = period.partition("-")
            months = self.periods[base]
            claim["period"] = str(months._replace(year=months.year - int(years or 0)))
        self.claims.append(claim)

    def print_number(self, unit: str, kind: str) -> tuple[str, float]:
        """Return a figure in the style of the text, and its value."""
        chance, is_english = self.chance, self.language == "en"
        if unit == "m":
            return self.print_money(is_target=kind == "t")
        if unit == "n":
            return str(chance.randint(20, 900)), 0
        if unit == "d":
            dollars = chance.randint(40, 900)
            return (f"${dollars}" if is_english else f"{dollars} долларов"), 0
        if unit == "f":
            number = self.pick(1.2, 6, 1)
            digits = self.write_digits(number)
            forms = [f"{digits}-fold", f"{digits} times", f"by {digits} times"] if is_english else [f"{digits} раза"]
            return chance.choice(forms), number
        number = self.pick(*RANGES["l" if unit == "l" else kind[0]], 1)
        signs = ["%", "%", " percent", " per cent"] if is_english else ["%", "%", " %", " процента"]
        return self.write_digits(number) + ("" if unit == "P" else chance.choice(signs)), number

    def print_money(self, *, is_target: bool) -> tuple[str, float]:
        """Return an amount in the style of the text."""
        chance = self.chance
        if is_target:
            number = chance.choice([value for value in ROUND if value not in self.used] or [1])
            self.used.add(number)
            scale = 9 if number < 100 else 6
        else:
            scale = chance.choice([6, 6, 9])
            number = self.pick(1.05, 60, 2) if scale == 9 else self.pick(3, 990, 1)
        digits, word = self.write_digits(number), chance.choice(WORDS[self.language][scale])
        worth = round(number * 10**scale)
        if self.language == "ru":
            after = "" if self.style > 0.3 and chance.random() < 0.4 else " долларов"
            return (f"${digits} {word}" if self.style < 0.25 else f"{digits} {word}{after}"), worth
        if self.style < 0.7:
            return f"${digits}{'' if len(word) < 3 else ' '}{word}", worth
        word = WORDS["en"][scale][0]
        return (f"US${digits} {word}" if self.style < 0.85 else f"{digits} {word} dollars"), worth

    def pick(self, low: float, high: float, places: int) -> float:
        """Return a number that is not yet in the text."""
        while True:
            number = round(self.chance.uniform(low, high), places)
            if number and number not in self.used:
                self.used.add(number)
                return number

    def write_digits(self, number: float) -> str:
        """Return digits with the decimal mark of the language."""
        written = f"{number:g}"
        return written.replace(".", ",") if self.language == "ru" else written


def _split(text: str) -> list[str]:
    """Split choices at the bars outside all brackets."""
    parts, depth = [""], 0
    for sign in text:
        depth += (sign in "[{") - (sign in "]}")
        if sign == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    return parts


def plan(language: str, chance: random.Random) -> list[str]:
    """Return the patterns of a text: an opening with its continuation, then others in any order."""
    pools, roll = POOLS[language], chance.random()

    def pick(section: str, most: int) -> list[str]:
        return chance.sample(pools[section], chance.randint(0, most))

    if roll < 0.1:
        return chance.sample(pools["noise"], 4)
    if roll < 0.7:
        begin = [chance.choice(pools["open"]), *pick("next", 3), *pick("goal", 1)]
        rest = [*pick("list", 2), *pick("world", 1), *pick("mirror", 1)[: chance.randint(0, 1)], *pick("noise", 3)]
    else:
        begin = [pools["world"][0], *pick("world", 1)]
        rest = [*pick("list", 3), *pick("noise", 2)]
    chance.shuffle(rest)
    return begin + rest


def invent(number: int, language: str, chance: random.Random) -> dict[str, Any]:
    """Return a labelled text."""
    text = Text(language, chance)
    body = ""
    for pattern in plan(language, chance):
        body += text.write(pattern) + ("\n" if chance.random() < 0.4 else " ")
    if chance.random() < 0.3:
        places = ENGLISH_PLACES if language == "en" else RUSSIAN_PLACES
        body = f"{places[text.places['A']][2].upper()}{chance.choice(['. ', ' — ', ' – '])}{body}"
    return {
        "id": f"invented-{language}-{number}",
        "language": language,
        "published": f"{text.day.year}-{text.day.month:02d}-{chance.randint(2, 28):02d}",
        "text": body.strip(),
        "claims": text.claims,
    }


def invent_all(count: int, seed: int = 11) -> list[dict[str, Any]]:
    """Return the given number of texts, half in each language."""
    chance = random.Random(seed)
    return [invent(number, language, chance) for number in range(count // 2) for language in ("en", "ru")]


if __name__ == "__main__":
    for article in invent_all(int(sys.argv[1])):
        print(json.dumps(article, ensure_ascii=False))
