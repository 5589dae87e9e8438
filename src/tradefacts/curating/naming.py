"""Ids in the style of the built-in base: readable, in lower case, from the contents of the record."""

from __future__ import annotations

import re
import unicodedata
from itertools import takewhile
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from tradefacts.vocabulary import KINDS

if TYPE_CHECKING:
    from collections.abc import Container

    from tradefacts.factbase import FactBase
    from tradefacts.vocabulary import Kind

    Stored = dict[str, Any]

_UNITS = ((10**12, "tn"), (10**9, "bn"), (10**6, "m"), (10**3, "k"), (1, ""))
_STOP = frozenset(["a", "an", "and", "at", "between", "by", "for", "from", "in", "of", "on", "the", "to", "with", "s"])
_WORDS = 5
_PARTIES = 4
_SIGNS = {**dict.fromkeys(map(ord, "'’‘ʻʼ`."), ""), **dict.fromkeys(map(ord, "‐‑‒–—―"), "-")}


def propose_id(kind: str, stored: Stored, base: FactBase) -> str:
    """Return the id of a record, without a number; empty if nothing gives one."""
    if kind in KINDS:
        parts = _name_fact(KINDS[kind], stored, base)
    elif kind == "source":
        parts = _name_source(stored, base.list_pages_of(stored["publisher"]))
    else:
        parts = _PARTS[kind](stored)
    return "-".join(filter(None, map(make_slug, parts)))


def find_free(name: str, taken: Container[str]) -> str:
    """Return the id, with the first free number if it is taken: `…-2` for the second."""
    number, found = 1, name
    while found in taken:
        number += 1
        found = f"{name}-{number}"
    return found


def make_slug(text: str) -> str:
    """Return lower-case ASCII words joined by hyphens; letters without an ASCII form are left out."""
    plain = unicodedata.normalize("NFKD", text.translate(_SIGNS)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _name_fact(kind: Kind, stored: Stored, base: FactBase) -> list[str]:
    """Return the parts of a fact's id, by kind."""
    parts: list[str] = []
    for key in kind.id_keys:
        if key == "plural":
            parts.append(f"{kind.name}s")
        elif key == "amount":
            parts.append(_format_amount(stored["value"], stored["currency"]))
        elif key == "met":
            parts += _name_parties(stored["parties"])
        elif key == "title":
            parts += _name_meeting(stored, {make_slug(name) for name in base.name_all(("countries",)).values()})
        else:
            parts.append(str(stored[key] or "").replace("/", "-"))
    return parts


def _name_parties(parties: list[str]) -> list[str]:
    return parties if len(parties) <= _PARTIES else [*parties[: _PARTIES - 1], "others"]


def _name_meeting(stored: Stored, countries: Container[str]) -> list[str]:
    """Return the first words of a meeting's name that are not in the names of its parties."""
    words = [word for text in (stored["name"] or "meeting").split() if (word := make_slug(text)) not in _STOP]
    return ([word for word in words if word not in countries] or words)[:_WORDS]


def _name_person(stored: Stored) -> list[str]:
    return [stored["name"]]


def _name_office(stored: Stored) -> list[str]:
    """Return country and role of an office or body; an international body has only its name."""
    return [stored["country"], stored["role"]] if stored["country"] else [stored["name"]]


def _name_source(stored: Stored, others: list[str]) -> list[str]:
    """Return the publisher and the page's number, or else its date or words of its title."""
    numbers = re.findall(r"(?<![0-9])[0-9]{5,10}(?![0-9])", urlsplit(stored["url"] or "").path)
    title = "-".join(make_slug(stored["title"] or "").split("-")[:_WORDS])
    publisher = _find_prefix([name.split("-") for name in others]) or stored["publisher"].replace(".", "-")
    return [publisher, numbers[-1] if numbers else stored["published"] or title]


def _find_prefix(names: list[list[str]]) -> str:
    """Return the common prefix of the ids of a publisher's other pages; for one page, the part before its number."""
    if len(names) == 1:
        return "-".join(takewhile(str.isalpha, names[0])) if any(map(str.isdecimal, names[0])) else ""
    same = takewhile(lambda column: len(set(column)) == 1, zip(*names, strict=False))
    return "-".join(column[0] for column in same)


_PARTS = {
    "person": _name_person,
    "office": _name_office,
    "body": _name_office,
}


def _format_amount(value: int, currency: str) -> str:
    """Return an amount as written in ids: 2-bn, 500-m, 1-5-bn; with its currency unless it is the dollar."""
    unit, word = next(scale for scale in _UNITS if abs(value) >= scale[0] or scale[0] == 1)
    whole, rest = divmod(value, unit)
    decimals = f"{rest:0{len(str(unit)) - 1}d}".rstrip("0") if rest else ""
    return "-".join(filter(None, (str(whole), decimals, word, "" if currency == "USD" else currency)))
