"""Who says something, and on which page, for the end of a sentence."""

from __future__ import annotations

from tradefacts.named_tuples import NamedTuple


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
