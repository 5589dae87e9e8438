"""Whose figure it is, in words: the quantity as the subject of a sentence, and who says it on which page."""

from __future__ import annotations

from tradefacts.named_tuples import NamedTuple


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


class Speaker(NamedTuple):
    """The speaker of a claim, and the page that prints it."""

    publisher: str
    published: str | None = None
    """The date of the page."""
    name: str | None = None
    """The person or body that the page names."""
    office: str | None = None
    """The office of a person: in English, or the printed words in quotation marks."""
    is_body: bool = False
    agency: str | None = None
    """The agency that the page credits."""

    @property
    def voice(self) -> str:
        """Who says it: the person or body the page names, or else the agency it credits, or else the publisher."""
        if self.name is None:
            return self.agency or self.publisher
        if self.is_body:
            # A name of one word is a brand (Ranking.kz), which takes no article.
            return f"the {self.name}" if " " in self.name and not self.name.startswith("the ") else self.name
        return f"{self.name}, {self.office}" if self.office else self.name

    @property
    def date(self) -> str:
        """The date of the page, or that it has none."""
        return self.published or "page undated"

    @property
    def page(self) -> str:
        """The page: its publisher, if somebody else is named, and its date: `Trend News Agency, 2026-02-01`."""
        return self.date if self.voice == self.publisher else f"{self.publisher}, {self.date}"

    def __str__(self) -> str:
        """Return who says it and the page: `Khovar (2026-02-18)`, `Trend (Report.az, page undated)`."""
        return f"{self.voice} ({self.page})"
