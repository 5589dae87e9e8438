"""The quantity of a figure, as the subject of a sentence: `Trade between Kazakhstan and Uzbekistan`."""

from __future__ import annotations


def format_place(name: str) -> str:
    """Return the name of a country or group inside a sentence: `Kazakhstan`, `the European Union`, `the world`."""
    if name == "World":
        return "the world"
    return f"the {name}" if name.startswith(_BEGINNINGS) or name.endswith(_ENDINGS) else name


# Names made of a common noun take an article; names of regions and most countries have none.
_BEGINNINGS = ("Commonwealth ", "United ", "Netherlands", "Philippines")
_ENDINGS = (" Union", " Republic", " Federation", " Organization")


def format_possessive(name: str) -> str:
    """Return the possessive of a place: `China's`, `the United States'`."""
    place = format_place(name)
    return f"{place}'" if place.endswith("s") else f"{place}'s"


def format_statistics(name: str) -> str:
    """Return whose statistics a figure is from: `China's statistics`."""
    return f"{format_possessive(name)} statistics"


def format_subject(flow: str, country: str, partner: str, *, scope: str | None = None, is_world: bool = False) -> str:
    """Return the quantity of a flow, by the names of the places in the order of the page.

    `is_world` means that the partner is all other countries together. Exports and imports are plural.
    """
    if is_world:
        subject = f"{format_possessive(country)} {_TOTALS[flow]}"
    elif flow == "turnover":
        within = country == partner
        places = format_place(country) if within else f"{format_place(country)} and {format_place(partner)}"
        subject = f"trade {'within' if within else 'between'} {places}"
    else:
        subject = f"{format_possessive(country)} {_FLOWS[flow]} {format_place(partner)}"
    return f"{subject} ({scope})" if scope else subject


_TOTALS = {
    "turnover": "total trade",
    "exports": "total exports",
    "imports": "total imports",
    "balance": "trade balance",
}
_FLOWS = {"exports": "exports to", "imports": "imports from", "balance": "trade balance with"}


def get_verb(flow: str) -> str:
    """Return the verb that fits a flow: exports were, trade was."""
    return "were" if flow in {"exports", "imports"} else "was"


def capitalize(sentence: str) -> str:
    """Return a sentence that begins with a capital letter, the rest as it is."""
    return f"{sentence[:1].upper()}{sentence[1:]}"
