"""Make up labelled texts from patterns, so that the reader has seen every construction before it is measured.

    python trials/reader/invent.py 20 > invented.jsonl

The patterns stand in `patterns_en.txt` and `patterns_ru.txt`, one sentence a line:

| mark | is |
|---|---|
| `(a|b|)` | one of them |
| `{A}` | a place; `A` is at home, `B` its partner, `C D E` others, `G` a group; `{A.g}` a case or form |
| `{t}`, `{than}`, `{ago}` | a period in words, what it is compared with |
| `[m v A-B t]` | money: a volume of the turnover (`A>B` exports, `A~B` balance, `W` the world) in the main period |
| `[p g+ …]`, `[p g- …]`, `[p s …]`, `[l l …]`, `[f g+ …]` | growth, fall, share, level, factor |
| `[m t …]` | a target |
| `[m x]`, `[p x]`, `[n x]` | no claim |
| `[=doubled g+ 100 …]` | words with what they mean |
"""

from __future__ import annotations

import json
import random
import re
import sys
from pathlib import Path

HERE = Path(__file__).parent
EN = {
    "KZ": ("Kazakhstan", "Kazakh", "Astana"), "KG": ("Kyrgyzstan", "Kyrgyz", "Bishkek"), "UZ": ("Uzbekistan", "Uzbek", "Tashkent"),
    "TJ": ("Tajikistan", "Tajik", "Dushanbe"), "TM": ("Turkmenistan", "Turkmen", "Ashgabat"), "RU": ("Russia", "Russian", "Moscow"),
    "CN": ("China", "Chinese", "Beijing"), "TR": ("Türkiye", "Turkish", "Ankara"), "IR": ("Iran", "Iranian", "Tehran"),
    "AF": ("Afghanistan", "Afghan", "Kabul"), "AZ": ("Azerbaijan", "Azerbaijani", "Baku"), "BY": ("Belarus", "Belarusian", "Minsk"),
    "KR": ("South Korea", "Korean", "Seoul"), "DE": ("Germany", "German", "Berlin"), "IN": ("India", "Indian", "Delhi"),
    "PK": ("Pakistan", "Pakistani", "Islamabad"), "IT": ("Italy", "Italian", "Rome"), "JP": ("Japan", "Japanese", "Tokyo"),
}
RU = {
    "KZ": ("Казахстан", "казахстанск", "Астан", "m"), "KG": ("Кыргызстан", "кыргызск", "Бишкек", "m"), "UZ": ("Узбекистан", "узбекск", "Ташкент", "m"),
    "TJ": ("Таджикистан", "таджикск", "Душанбе", "m"), "TM": ("Туркменистан", "туркменск", "Ашхабад", "m"), "RU": ("Росси", "российск", "Москв", "i"),
    "CN": ("Кита", "китайск", "Пекин", "y"), "TR": ("Турци", "турецк", "Анкар", "i"), "IR": ("Иран", "иранск", "Тегеран", "m"),
    "AF": ("Афганистан", "афганск", "Кабул", "m"), "AZ": ("Азербайджан", "азербайджанск", "Баку", "m"), "BY": ("Беларусь", "белорусск", "Минск", "f"),
    "DE": ("Германи", "немецк", "Берлин", "i"), "IN": ("Инди", "индийск", "Дели", "i"), "PK": ("Пакистан", "пакистанск", "Исламабад", "m"),
    "IT": ("Итали", "итальянск", "Рим", "i"), "JP": ("Япони", "японск", "Токио", "i"), "KR": ("Коре", "корейск", "Сеул", "ya"),
}
ENDINGS = {
    "m": {"": "", "g": "а", "d": "у", "a": "", "i": "ом", "l": "е"},
    "y": {"": "й", "g": "я", "d": "ю", "a": "й", "i": "ем", "l": "е"},
    "i": {"": "я", "g": "и", "d": "и", "a": "ю", "i": "ей", "l": "и"},
    "ya": {"": "я", "g": "и", "d": "е", "a": "ю", "i": "ей", "l": "е"},
}
GROUPS = {"en": {"CIS": ["CIS", "CIS countries"], "EAEU": ["EAEU", "Eurasian Economic Union"], "EU": ["EU", "European Union"], "CA5": ["Central Asian countries"]},
          "ru": {"CIS": ["СНГ"], "EAEU": ["ЕАЭС"], "EU": ["ЕС", "Евросоюза"], "CA5": ["Центральной Азии"]}}
MONTHS = "January February March April May June July August September October November December".split()
MONATS = [("январь", "январе", "января"), ("февраль", "феврале", "февраля"), ("март", "марте", "марта"), ("апрель", "апреле", "апреля"), ("май", "мае", "мая"), ("июнь", "июне", "июня"),
          ("июль", "июле", "июля"), ("август", "августе", "августа"), ("сентябрь", "сентябре", "сентября"), ("октябрь", "октябре", "октября"), ("ноябрь", "ноябре", "ноября"), ("декабрь", "декабре", "декабря")]
NUMBERS = "zero one two three four five six seven eight nine ten eleven".split()
ZAHL = "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать".split()
ZAHLG = "ноля одного двух трёх четырёх пяти шести семи восьми девяти десяти одиннадцати".split()
GOODS = {"en": "flour wheat cotton gas oil gold fruit textile coal cement copper electricity car".split(), "ru": "муки пшеницы хлопка газа нефти золота фруктов текстиля угля цемента меди одежды".split()}
CITIES = {"en": "Osh Andijan Khujand Shymkent Aktobe Mary Karaganda Fergana Batken Kostanay Navoi".split(), "ru": "Андижан Джизак Туркестан Кокчетав Актобин Ферган Кустанай Самарканд Навоий".split()}
PEOPLE = {"en": ["Deputy Prime Minister Askar Dosov", "the {A.j} trade minister", "Ambassador Jahongir Ergashev", "the {A.j} president", "the {A.j} prime minister, Timur Orozov,"],
          "ru": ["вице-премьер Аскар Досов", "{A.jm}ий министр торговли", "посол Жахонгир Эргашев", "президент {A.g}"]}
SRC = {
    "en": ["the {A.j} statistics agency (said|reports|says)", "{A.s} National Statistics Committee (reports|said|says)", "the National Statistical Committee reports", "the customs service said", "{off} said", "the Ministry of Trade of {A} informs", "the press service of the {A.j} government said"],
    "ru": ["сообщает Нацстатком", "сообщил Госкомстат {A.g}", "по данным Агентства по статистике", "сообщает Бюро национальной статистики", "сообщили в таможне", "заявил {off}", "следует из данных статистики", "сообщили в Минторге {A.g}"],
}
SRC2 = {"en": ["the {A.j} customs service", "{A.j} statistics", "{A.s} statistics committee", "the {A.j} trade ministry"], "ru": ["{A.jm}ой таможни", "Нацстаткома", "Госкомстата {A.g}", "Агентства по статистике"]}
SRCU = {"en": ["The {A.j} statistics agency", "{A.s} customs service", "The National Statistics Committee of {A}", "The {A.j} statistics committee"], "ru": ["Нацстатком {A.g}", "Госкомстат {A.g}"]}


def read_patterns(language):
    pools, name = {}, ""
    for line in (HERE / f"patterns_{language}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            name = line[1:]
            pools[name] = []
        elif line and not line.startswith("#"):
            pools[name].append(line)
    return pools


class Text:
    """One text in the making."""

    def __init__(self, language, rng):
        self.language, self.rng = language, rng
        self.codes = list(EN if language == "en" else RU)
        core = ["KZ", "KG", "UZ", "TJ", "TM"]
        home = rng.choice(core if rng.random() < 0.85 else ["RU", "CN", "TR", "AZ", "AF", "IR", "BY"])
        others = [code for code in self.codes if code != home]
        rng.shuffle(others)
        others.sort(key=lambda code: code not in core and rng.random() < 0.4)
        if language == "ru":
            others = [code for code in others if code != "BY"]
            if home == "BY": home = "KZ"; others = [c for c in others if c != "KZ"]
        self.places = dict(zip("ABCDE", [home, *others]))
        self.group = rng.choice(list(GROUPS[language]))
        self.places["G"], self.places["W"] = self.group, "WORLD"
        self.claims, self.used = [], set()
        self.style = rng.random()
        self.pick_dates()

    def pick_dates(self):
        rng = self.rng
        self.year, self.month = rng.randint(2014, 2026), rng.randint(1, 12)
        closed = self.month - 1
        roll = rng.random()
        if closed >= 2 and roll < 0.62:
            last = closed if rng.random() < 0.75 else rng.randint(2, closed)
            self.t = (self.year, 1, last)
        elif closed >= 1 and roll < 0.68:
            m = rng.randint(1, closed)
            self.t = (self.year, m, m)
        elif closed == 0 and roll < 0.5:
            self.t = (self.year - 1, 1, 11 if rng.random() < 0.5 else 9)
        else:
            self.t = (self.year - 1, 1, 12)
        is_year = self.t[1:] == (1, 12)
        self.y = (self.year - 1, 1, 12) if not is_year else (self.year - 2 - rng.randint(0, 2), 1, 12)
        self.y2 = (self.year - rng.randint(4, 8), 1, 12)
        m = rng.randint(1, closed) if closed else 12
        self.m = (self.year if closed else self.year - 1, m, m)
        self.target = self.year + rng.randint(1, 6)
        self.dated = rng.random() < 0.5

    def period(self, name):
        if name in ("0", ""):
            return None
        base, _, shift = name.partition("-")
        y, a, b = getattr(self, base)
        y -= int(shift or 0)
        if (a, b) == (1, 12):
            return f"{y}"
        return f"{y}-{a:02d}" if a == b else f"{y}-{a:02d}/{y}-{b:02d}"

    def words(self, period, *, explicit=None):
        """The period as a phrase."""
        rng, (y, a, b) = self.rng, period
        with_year = explicit if explicit is not None else self.dated or rng.random() < 0.3
        natural = self.year if b < self.month else self.year - 1
        with_year = with_year or y != natural
        if self.language == "en":
            if (a, b) == (1, 12):
                options = [f"in {y}", f"in {y}", f"for {y}"]
                if y == self.year - 1:
                    options += ["last year", "last year"] if not explicit else []
                return rng.choice(options)
            suffix = f" {y}" if with_year else ""
            of = f" of {y}" if with_year else rng.choice([""] + ([" of this year"] if y == self.year else [" of last year"]))
            if a == b:
                return f"in {MONTHS[a - 1]}{suffix}"
            options = [f"in January–{MONTHS[b - 1]}{suffix}", f"in January-{MONTHS[b - 1]}{suffix}", f"from January through {MONTHS[b - 1]}{suffix}", f"in the first {NUMBERS[b]} months{of}",
                       f"over {NUMBERS[b]} months{of}", f"for {b} months{of}", f"in the first {NUMBERS[b]} months{of}"]
            if b == 6: options += [f"in the first half{of}", f"in H1{suffix}", f"in the first half{of}"]
            if b == 3: options += [f"in the first quarter{of}", f"in the first quarter{of}"]
            return rng.choice(options)
        if (a, b) == (1, 12):
            options = [f"в {y} году", f"за {y} год", f"по итогам {y} года", f"в {y}-м"]
            if y == self.year - 1 and not explicit: options += ["в прошлом году", "за прошлый год", "в минувшем году"]
            return rng.choice(options)
        suffix = f" {y} года" if with_year else ""
        if not with_year and y == self.year and rng.random() < 0.3: suffix = rng.choice([" текущего года", " этого года", " нынешнего года"])
        if a == b:
            return f"в {MONATS[a - 1][1]}{suffix}"
        options = [f"в январе–{MONATS[b - 1][1]}{suffix}", f"за январь–{MONATS[b - 1][0]}{suffix}", f"в январе-{MONATS[b - 1][1]}{suffix}", f"по итогам января–{MONATS[b - 1][2]}{suffix}",
                   f"за {ZAHL[b]} месяц{'а' if b < 5 else 'ев'}{suffix}", f"за {b} месяц{'а' if b < 5 else 'ев'}{suffix}", f"за первые {ZAHL[b]} месяц{'а' if b < 5 else 'ев'}{suffix}", f"по итогам {ZAHLG[b]} месяцев{suffix}"]
        if b == 6: options += [f"в первом полугодии{suffix}", f"за первое полугодие{suffix}", f"за полгода", f"за первую половину {y} года"]
        if b == 3: options += [f"в первом квартале{suffix}", f"в I квартале{suffix}"]
        return rng.choice(options)

    def before(self, *, than):
        """What the main period is compared with, in words."""
        rng, (y, a, b) = self.rng, self.t
        earlier = (y - 1, a, b)
        if self.language == "en":
            kind = "period" if (a, b) != (1, 12) else "year"
            options = ["a year earlier", "a year before", "a year ago"]
            if kind == "period":
                options += [f"in the same period of {y - 1}", f"in the same months of {y - 1}", "in the same period of last year" if y == self.year else "a year earlier", f"in the corresponding period of {y - 1}", self.words(earlier, explicit=True)]
            else:
                options += [f"in {y - 1}", f"in {y - 1}", "in the previous year"]
            if than:
                chosen = rng.choice(options)
                return rng.choice([f"than {chosen}", f"than {chosen}", f"compared to {chosen.removeprefix('in ')}" if chosen.startswith("in ") else f"than {chosen}", f"compared with {chosen.removeprefix('in ')}"])
            return rng.choice(options)
        options = ["годом ранее", "год назад", "годом раньше"]
        if (a, b) != (1, 12):
            options += [f"за тот же период {y - 1} года", f"за те же месяцы {y - 1} года", f"в аналогичном периоде {y - 1} года", "за тот же период прошлого года" if y == self.year else "годом ранее", self.words(earlier, explicit=True)]
        else:
            options += [f"в {y - 1} году", f"в {y - 1}-м"]
        chosen = rng.choice(options)
        return f"чем {chosen}" if than else chosen

    def number(self, low, high, places):
        while True:
            value = round(self.rng.uniform(low, high), places)
            if self.rng.random() < 0.2: value = round(value)
            if value and value not in self.used:
                self.used.add(value)
                return value

    def digits(self, value):
        text = f"{value:g}" if value < 10000 else f"{value:.1f}"
        if self.language == "ru": return text.replace(".", ",")
        return text

    def money(self, kind):
        rng = self.rng
        if kind == "t":
            value = rng.choice([1, 1.5, 2, 2.5, 3, 5, 6, 10, 15, 20, 30, 40, 500, 300, 700, 800])
            while value in self.used: value += 1
            self.used.add(value)
            scale = 9 if value < 100 else 6
        else:
            scale = rng.choice([6, 6, 9])
            value = self.number(1.05, 60, rng.choice([1, 2, 2])) if scale == 9 else self.number(3, 990, 1)
        d = self.digits(value)
        if self.language == "en":
            word = {6: rng.choice(["million", "million", "mln", "m"]), 9: rng.choice(["billion", "billion", "bln", "bn"])}[scale]
            if self.style < 0.7:
                text = f"${d}{'' if len(word) < 3 else ' '}{word}"
            elif self.style < 0.85:
                word = {6: "million", 9: "billion"}[scale]
                text = rng.choice([f"US${d} {word}", f"$ {d} {word}"])
            else:
                text = f"{d} {({6: 'million', 9: 'billion'}[scale])} {rng.choice(['dollars', 'US dollars'])}"
        else:
            word = {6: "млн", 9: "млрд"}[scale]
            if self.style < 0.25: text = f"${d} {word}"
            elif self.style < 0.6: text = f"{d} {word} {rng.choice(['долларов', 'долларов', 'долларов США', 'долл.'])}" if rng.random() < 0.6 else f"{d} {word}"
            else: text = f"{d} {word} долларов"
        if text.endswith("."): pass
        return text, int(round(value * 10**scale))

    def percent(self, low=0.6, high=60):
        value = self.number(low, high, 1)
        d = self.digits(value)
        if self.language == "en":
            return f"{d}{self.rng.choice(['%', '%', ' percent', ' per cent'])}", value
        return f"{d}{self.rng.choice(['%', '%', ' %', ' процента'])}", value

    def view(self, spec):
        match = re.fullmatch(r"(\w)([->~])(\w)", spec)
        a, sign, b = self.places[match[1]], match[2], self.places[match[3]]
        if sign == ">": return {"exporter": a, "importer": b}
        return {"pair": sorted([a, b]), "flow": "turnover" if sign == "-" else "balance"}

    def figure(self, match):
        body = match[1]
        literal = re.match(r"=(.+?) (g[+-]|x)(?: (-?[\d.]+) (\S+) (\S+))?$", body)
        if literal:
            if literal[2] != "x":
                self.claims.append({"kind": "growth", **self.view(literal[4]), "period": self.period(literal[5]), "percent": float(literal[3]), "printed": literal[1]})
            return literal[1]
        unit, kind, *rest = body.split()
        if unit == "m": text, value = self.money(kind)
        elif unit == "d": text, value = f"${self.rng.randint(40, 900)}" if self.language == "en" else f"{self.rng.randint(40, 900)} долларов", 0
        elif unit in "p": text, value = self.percent(0.3, 45) if kind != "s" else self.percent(2, 60)
        elif unit == "P": value = self.number(2, 60, 1); text = self.digits(value)
        elif unit == "l": text, value = self.percent(62, 99)
        elif unit == "f":
            value = self.number(1.2, 6, 1)
            d = self.digits(value)
            text = self.rng.choice([f"{d}-fold", f"{d} times", f"by {d} times"]) if self.language == "en" else f"{d} раза"
        else:
            value = self.rng.randint(20, 900); text = str(value)
        if kind == "x": return text
        claim = {"kind": {"v": "volume", "t": "target", "s": "share"}.get(kind[0], "growth"), **self.view(rest[0]), "printed": text}
        if kind != "t": claim["period"] = self.period(rest[1])
        if kind in "vt": claim["value"] = value
        elif kind == "s": claim["percent"] = value
        elif kind == "l": claim["percent"] = round(value - 100, 6)
        elif unit == "f": claim["percent"] = round(100 * value - 100, 2)
        else: claim["percent"] = value if kind == "g+" else -value
        self.claims.append(claim)
        return text

    def place(self, letter, form):
        code, rng = self.places[letter], self.rng
        if letter == "G": return rng.choice(GROUPS[self.language][code])
        if self.language == "en":
            name, adjective, capital = EN[code]
            if form == "j": return adjective
            if form == "s": return rng.choice([name, name, name, name, capital]) + "'s"
            return name if rng.random() < 0.93 else capital
        stem, adjective, _, sort = RU[code]
        if form in ("jm", "js"): return adjective
        return stem + ENDINGS[sort][form]

    def fill(self, name, form):
        rng = self.rng
        if len(name) == 1 and name in "ABCDEG": return self.place(name, form)
        low = name.lower()
        text = {
            "t": lambda: self.words(self.t), "y": lambda: self.words(self.y, explicit=True if self.t[1:] == (1, 12) else None), "y2": lambda: self.words(self.y2, explicit=True), "m": lambda: self.words(self.m),
            "than": lambda: self.before(than=True), "ago": lambda: self.before(than=False), "src": lambda: rng.choice(SRC[self.language]), "src2": lambda: rng.choice(SRC2[self.language]),
            "off": lambda: rng.choice(PEOPLE[self.language]), "goods": lambda: rng.choice(GOODS[self.language]), "city": lambda: rng.choice(CITIES[self.language]), "citya": lambda: rng.choice(CITIES[self.language]),
            "and": lambda: "and", "y2n": lambda: str(self.year - 1), "y3n": lambda: str(self.target),
            "by": lambda: rng.choice([f"by {self.target}", f"by the end of {self.target}", f"by {self.target}"] if self.language == "en" else [f"к {self.target} году", f"к концу {self.target} года", f"в {self.target} году"]),
            "yend": lambda: rng.choice(["by the end of the year", f"in {self.year}"]),
        }[low]()
        if name == "Src": text = rng.choice(SRCU[self.language])
        return text[:1].upper() + text[1:] if name[0].isupper() and name not in ("Citya",) else text

    def sentence(self, pattern):
        text = pattern
        for _ in range(4):
            text = re.sub(r"\(([^()]*\|[^()]*)\)", lambda m: self.rng.choice(split_bars(m[1])), text)
            if "{" in text:
                text = re.sub(r"\{(\w+)(?:\.(\w+))?\}", lambda m: self.fill(m[1], m[2] or ""), text)
        text = re.sub(r"\[([^\[\]]+)\]", self.figure, text)
        text = re.sub(r" +", " ", text).replace(" ,", ",").replace("..", ".").replace(" / ", "\n").replace("с с", "с с")
        return text[:1].upper() + text[1:]


def split_bars(text):
    parts, depth = [""], 0
    for sign in text:
        depth += (sign in "[{") - (sign in "]}")
        if sign == "|" and depth == 0: parts.append("")
        else: parts[-1] += sign
    return parts


POOLS = {language: read_patterns(language) for language in ("en", "ru")}


def invent(number, language, rng):
    text = Text(language, rng)
    pools = POOLS[language]
    plan = []
    roll = rng.random()
    pick = lambda name, count: rng.sample(pools[name], min(count, len(pools[name])))
    if roll < 0.1:
        plan = pick("noise", rng.randint(3, 6))
    elif roll < 0.7:
        plan = pick("open", 1) + pick("next", rng.randint(0, 3))
        if rng.random() < 0.5: plan += pick("goal", 1)
        rest = pick("list", rng.randint(0, 2)) + pick("world", rng.randint(0, 1)) + pick("mirror", int(rng.random() < 0.25)) + pick("noise", rng.randint(0, 3))
        rng.shuffle(rest)
        plan += rest
    else:
        plan = pick("world", 1)
        plan[0] = plan[0].replace("Total exports", "Total exports of {A}") if "{A" in plan[0] else "{A.s} trade. " + plan[0] if language == "en" else "{A}. " + plan[0]
        rest = pick("list", rng.randint(1, 3)) + pick("noise", rng.randint(0, 2))
        if "{t}" not in plan[0] and "{T}" not in plan[0]:
            plan = [pools["world"][0]] + plan
        rng.shuffle(rest)
        plan += rest
        if rng.random() < 0.3: plan += pick("open", 1) + pick("next", rng.randint(0, 2))
    sentences = [text.sentence(pattern) for pattern in plan]
    if rng.random() < 0.3:
        capital = EN[text.places["A"]][2] if language == "en" else RU[text.places["A"]][2] + ("А" if RU[text.places["A"]][2] in ("Астан", "Москв", "Анкар") else "")
        sentences[0] = f"{capital.upper()}{rng.choice(['. ', ' — ', ' – ', ', ' + (MONTHS[text.month - 1] + ' ' if language == 'en' else '') + str(rng.randint(1, 28)) + (' ' + MONATS[text.month - 1][2] if language == 'ru' else '') + '. '])}{sentences[0]}"
    body = ""
    for position, sentence in enumerate(sentences):
        body += sentence + ("\n" if rng.random() < 0.4 else " ")
    return {"id": f"invented-{language}-{number}", "language": language, "published": f"{text.year}-{text.month:02d}-{rng.randint(2, 28):02d}", "text": body.strip(), "claims": text.claims}


def invent_all(count, seed=11):
    rng = random.Random(seed)
    return [invent(number, language, rng) for number in range(count // 2) for language in ("en", "ru")]


if __name__ == "__main__":
    for article in invent_all(int(sys.argv[1])):
        print(json.dumps(article, ensure_ascii=False))
