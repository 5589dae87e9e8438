"""Write the usual names of every place of a base, in many languages, into its aliases: `./dev places`.

The names are those of CLDR, as Babel carries it, and the short and official forms of `other_place_names.json`. What
stands in the base is kept as it is; a name that another place already has is left out and reported. Run it again when
places were added.
"""

from __future__ import annotations

import json
import sys
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from babel import Locale, UnknownLocaleError

from tradefacts.basefile.canonical import format_canonical
from tradefacts.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

BASE = Path(__file__).parent.parent / "data" / "facts.json"

LANGUAGES = (
    *("en", "ru", "kk", "ky", "uz", "uz_Cyrl", "tg", "tk", "zh_Hans", "zh_Hant", "zh_Hant_HK", "tr", "fa", "ar", "de"),
    *("fr", "es", "it", "ko", "ja"),
)
"""What readers write in; the languages of the pages in the base are added."""

TERRITORIES = {"CA5": "143", "EU": "EU", "WORLD": "001"}
"""Groups by their code in CLDR; the others have none there."""

OTHER_NAMES: dict[str, list[str]] = json.loads(Path(__file__).with_name("other_place_names.json").read_text("utf-8"))
"""Short forms, official names and second spellings in use that CLDR does not have, by code."""


def main() -> None:
    """Add the names and rewrite the base in its canonical form."""
    stored = json.loads(BASE.read_text("utf-8"))
    added = add_names(stored)
    BASE.write_bytes(format_canonical(json.dumps(stored, ensure_ascii=False).encode(), BASE.name))
    sys.stderr.write(f"{added} names added\n")


def add_names(stored: dict[str, Any]) -> int:
    """Add to the aliases of each place of a base the names it lacks; return how many."""
    places = [*stored["countries"], *stored["groups"]]
    owners = {fold(spelling): place["code"] for place in places for spelling in _list_spellings(place)}
    locales = _list_locales({source["language"] for source in stored["sources"] if source["language"]})
    added = 0
    for place in places:
        for name in _find_names(place["code"], locales):
            owner = owners.get(fold(name))
            if owner is None:
                owners[fold(name)] = place["code"]
                place["aliases"].append(name)
                added += 1
            elif owner != place["code"]:
                sys.stderr.write(f"{place['code']}: left out {name!r}, a name of {owner}\n")
    return added


def _list_locales(languages: set[str]) -> list[Locale]:
    """Return the locales of readers and pages; a language that CLDR does not have is left out."""
    locales = []
    for language in dict.fromkeys([*LANGUAGES, *sorted(languages)]):
        try:
            locales.append(Locale.parse(language))
        except UnknownLocaleError:
            sys.stderr.write(f"no names in {language!r}: CLDR has none\n")
    return locales


def _find_names(code: str, locales: list[Locale]) -> Iterator[str]:
    territory = TERRITORIES.get(code, code)
    from_cldr = (locale.territories.get(territory) for locale in locales)
    by_hand = OTHER_NAMES.get(code, [])
    return (name for name in chain(from_cldr, by_hand) if name)


def _list_spellings(place: dict[str, Any]) -> list[str]:
    return [place["code"], place["name"], *place["aliases"]]


if __name__ == "__main__":
    main()
