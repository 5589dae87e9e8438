"""Short builders for records: `volume("KZ", "KG", "2022", "$1.3 bln")` is a complete fact with its own page.

A fact may contain the record of its page, speaker, person or office in place of the id; `document` moves each into its
section and adds all other records that the facts refer to, so that a test states only what it is about.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from tradefacts.basefile.layers import Layer
from tradefacts.factbase.opening import open_in_memory
from tradefacts.figure.parsing import parse_figure

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tradefacts.factbase import FactBase

Json = dict[str, Any]

AS_OF = "2024-06-30"
PAGE = "trend-2024-01-15"
"""The default page of a fact."""

COUNTRIES = {
    "CN": ("China", "CHN", "Китай", "中国"),
    "KG": ("Kyrgyzstan", "KGZ", "Кыргызстан", "Киргизия"),
    "KZ": ("Kazakhstan", "KAZ", "Казахстан", "Қазақстан", "Qazaqstan"),
    "RU": ("Russia", "RUS", "Россия"),
    "TJ": ("Tajikistan", "TJK", "Таджикистан", "Тоҷикистон"),
    "TM": ("Turkmenistan", "TKM", "Туркменистан", "Türkmenistan"),
    "UZ": ("Uzbekistan", "UZB", "Узбекистан", "Oʻzbekiston"),
}
GROUPS = {
    "CA5": ("Central Asia", ("KG", "KZ", "TJ", "TM", "UZ")),
    "EAEU": ("Eurasian Economic Union", ("KG", "KZ", "RU")),
    "EU": ("European Union", ()),
    "WORLD": ("the world", ()),
}

_FACT: Json = {"attributed_to": None, "attributed_as": None, "note": None}
_PLACES = ("country", "partner", "reporter", "whole_country", "whole_partner")


def volume(country: str, partner: str, period: str, printed: str, **others: object) -> Json:
    """Return a volume of trade between two places in a period, as printed on one page."""
    return _trade_fact("volume", country, partner, period, {**_money(printed), "scope": None, **others})


def growth(country: str, partner: str, period: str, printed: str, **others: object) -> Json:
    """Return a growth of trade: "13%", "-9.1 percent", "1.5-fold"."""
    about = {"base_period": None, **_percent(printed), "scope": None, **others}
    return _trade_fact("growth", country, partner, period, about)


def share(country: str, partner: str, period: str | None, printed: str, **others: object) -> Json:
    """Return the share of a flow in a country's total trade."""
    whole = {"whole": "total trade", "whole_country": country, "whole_partner": "WORLD"}
    return _trade_fact("share", country, partner, period, {**_percent(printed), **whole, **others})


def target(country: str, partner: str, printed: str, by: str | None = None, **others: object) -> Json:
    """Return a stated goal, with its deadline."""
    aim = {"flow": "turnover", **_money(printed), "by": by, "horizon": None}
    return _fact("target", (country, partner, "target", by), {"country": country, "partner": partner, **aim, **others})


def project(country: str, partner: str, projects: int, printed: str, **others: object) -> Json:
    """Return a portfolio of joint projects."""
    work = {"status": "agreed", "projects": projects, **_money(printed)}
    jobs = {"jobs": None, "jobs_printed": None, "jobs_bound": None}
    places = {"country": country, "partner": partner}
    return _fact("project", (country, partner, "projects"), {**places, **work, **jobs, **others})


def term(person: str | Json, office: str | Json, **others: object) -> Json:
    """Return a person in an office, by ids: `term("sadyr-japarov", "kg-head-of-state", start="2021-01-28")`."""
    held = {"person": person, "office": office, "start": None, "end": None, "seen_on": None}
    return _fact("term", (_name(person), _name(office)), {**held, **others})


def event(name: str | None, date: str | None, *parties: str, **others: object) -> Json:
    """Return a meeting of places: `event("CIS summit", "2023-10-13", "KG", "KZ")`."""
    held = {"name": name, "date": date, "venue": None, "parties": list(parties), "participants": [], "topics": []}
    return _fact("event", (*parties, "meeting", date), {**held, **others})


def source(publisher: str = "Trend", published: str | None = "2024-01-15", **others: object) -> Json:
    """Return a page of a publisher."""
    name = _make_id(publisher, published or "undated")
    said = {"origin": None, "title": f"News of {publisher}", "url": f"https://example.org/{name}"}
    return {
        "id": name,
        "publisher": publisher,
        **said,
        "published": published,
        "language": "en",
        "inferred": [],
    } | others


def person(name: str, *aliases: str, **others: object) -> Json:
    """Return a person with a name and its other spellings."""
    return {"id": _make_id(name), "name": name, "aliases": list(aliases)} | others


def body(name: str, country: str | None = None, role: str = "statistics", **others: object) -> Json:
    """Return an organization."""
    return {"id": _make_id(name), "name": name, "country": country, "role": role, "aliases": []} | others


def office(country: str, role: str, name: str | None = None, **others: object) -> Json:
    """Return an office of a country: `office("KG", "head of state", "President")`."""
    return {
        "id": _make_id(country, role),
        "country": country,
        "name": name or role,
        "role": role,
        "aliases": [],
    } | others


def country(code: str, **others: object) -> Json:
    """Return a country under its usual names."""
    name, *aliases = COUNTRIES.get(code, (code,))
    return {"code": code, "name": name, "aliases": aliases} | others


def group(code: str, **others: object) -> Json:
    """Return a group of countries."""
    name, members = GROUPS[code]
    return {"code": code, "name": name, "members": list(members), "aliases": []} | others


def document(*facts: Json, as_of: str = AS_OF, **sections: list[Json]) -> Json:
    """Return a complete base: the facts, the given records by section, and every record that they refer to."""
    built = _Document(sections)
    taken = [built.take(fact) for fact in facts]
    return {
        "tradefacts": 1,
        "as_of": as_of,
        "title": "Test",
        "licence": "CC0-1.0",
        **built.finish(),
        "facts": [*_number(taken), *sections.get("facts", [])],
    }


def write(document: Json) -> str:
    """Return a base as the text of a file, one record a line."""
    lines = []
    for key, value in document.items():
        if isinstance(value, list) and value:
            records = ",\n".join(json.dumps(record, ensure_ascii=False) for record in value)
            lines.append(f"{json.dumps(key)}: [\n{records}\n]")
        else:
            lines.append(f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}")
    return "{" + ",\n".join(lines) + "}\n"


def base(*facts: Json, as_of: str = AS_OF, **sections: list[Json]) -> FactBase:
    """Return an open base of the facts, compiled in memory."""
    return compiled(document(*facts, as_of=as_of, **sections))


def compiled(*documents: Json) -> FactBase:
    """Return documents as the layers of an open base, compiled in memory, lowest first."""
    layers = [Layer(f"layer-{at}", None, write(one).encode()) for at, one in enumerate(documents, start=1)]
    for layer in layers:
        layer.sha256 = layer.hash()
    return open_in_memory(layers)


def save(path: Path, *facts: Json, as_of: str = AS_OF, **sections: list[Json]) -> Path:
    """Write a base of the facts to a file, and return the file."""
    path.write_text(write(document(*facts, as_of=as_of, **sections)), encoding="utf-8")
    return path


class _Document:
    """The sections of a base while facts are added."""

    def __init__(self, given: dict[str, list[Json]]) -> None:
        self.sections = {
            name: {record.get("id", record.get("code")): record for record in given.get(name, ())}
            for name in ("countries", "groups", "people", "offices", "bodies", "sources")
        }

    def take(self, fact: Json) -> Json:
        """Return the fact with ids in place of records, which are added to their sections."""
        stored = dict(fact)
        stored["source"] = self._add("sources", fact["source"], _make_source)
        if (speaker := fact["attributed_to"]) is not None:
            stored["attributed_to"] = self._add_speaker(speaker)
        if fact["kind"] == "term":
            stored["person"] = self._add("people", fact["person"], _make_person)
            stored["office"] = self._add("offices", fact["office"], _make_office)
        if fact["kind"] == "event":
            stored["participants"] = [self._add("people", one, _make_person) for one in fact["participants"]]
        for code in (*(fact.get(key) for key in _PLACES), *fact.get("parties", ())):
            self._add_place(code)
        return stored

    def finish(self) -> dict[str, list[Json]]:
        """Return the sections with the countries that their records refer to."""
        for record in [*self.sections["groups"].values()]:
            for code in record["members"]:
                self._add_place(code)
        for record in [*self.sections["offices"].values(), *self.sections["bodies"].values()]:
            self._add_place(record["country"])
        return {name: [*records.values()] for name, records in self.sections.items()}

    def _add(self, section: str, record: str | Json, make: Callable[[str], Json]) -> str:
        known = self.sections[section]
        name: str = _name(record)
        if name not in known:
            known[name] = make(name) if isinstance(record, str) else record
        return name

    def _add_speaker(self, speaker: str | Json) -> str:
        """Add a person, or a body: a record with a role, or an id that begins with a country, as `kg-statistics`."""
        is_body = (
            "role" in speaker
            if isinstance(speaker, dict)
            else speaker[:3].upper() in {f"{code}-" for code in COUNTRIES}
        )
        if is_body or _name(speaker) in self.sections["bodies"]:
            return self._add("bodies", speaker, _make_body)
        return self._add("people", speaker, _make_person)

    def _add_place(self, code: str | None) -> None:
        if code is not None and code not in self.sections["groups"]:
            self._add("groups" if code in GROUPS else "countries", code, group if code in GROUPS else country)


def _trade_fact(kind: str, country: str, partner: str, period: str | None, others: Json) -> Json:
    about: Json = {
        "country": country,
        "partner": partner,
        "flow": "turnover",
        "reporter": None,
        "period": period,
        **others,
    }
    return _fact(kind, (country, partner, about["flow"], kind, period), about)


def _fact(kind: str, name: tuple[str | None, ...], about: Json) -> Json:
    page = about.get("source", PAGE)
    return {"id": _make_id(*name, _name(page)), "kind": kind, "source": page, **_FACT, "inferred": [], **about}


def _money(printed: str) -> Json:
    figure = parse_figure(printed)[0]
    return {"value": figure.value, "currency": figure.currency or "USD", "printed": printed, "bound": "="}


def _percent(printed: str) -> Json:
    return {"percent": parse_figure(printed)[0].percent, "printed": printed, "bound": "="}


def _name(record: str | Json) -> str:
    return record if isinstance(record, str) else str(record["id"])


def _make_id(*parts: str | None) -> str:
    return re.sub(r"[^a-z0-9]+", "-", "-".join(filter(None, parts)).lower()).strip("-")


def _number(facts: list[Json]) -> list[Json]:
    """Give a fact whose id is taken the next free id, as curators do."""
    taken: set[str] = set()
    for fact in facts:
        name, number = fact["id"], 2
        while fact["id"] in taken:
            fact["id"], number = f"{name}-{number}", number + 1
        taken.add(fact["id"])
    return facts


def _make_source(name: str) -> Json:
    date = re.search(r"-([0-9]{4}-[0-9]{2}-[0-9]{2})$", name)
    publisher = name.removesuffix(date[0]) if date else name.rpartition("-")[0] or name
    return source(publisher.replace("-", " ").title(), date[1] if date else "2024-01-15", id=name)


def _make_person(name: str) -> Json:
    return person(name.replace("-", " ").title(), id=name)


def _make_body(name: str) -> Json:
    return body(name.replace("-", " ").title(), name[:2].upper(), id=name)


def _make_office(name: str) -> Json:
    return office(name[:2].upper(), name[3:].replace("-", " "), id=name)
