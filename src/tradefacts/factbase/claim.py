"""A fact as the questions see it: one row of the compiled base, with its finished JSON."""

from typing import NamedTuple


class Claim(NamedTuple):
    """One fact, its derived keys and its page; keys that its kind does not have are None."""

    order: int
    id: str
    kind: str
    source: str
    attributed_to: str | None
    attributed_as: str | None
    note: str | None
    country: str | None
    partner: str | None
    pair: str | None
    exporter: str | None
    importer: str | None
    flow: str | None
    reporter: str | None
    period: str | None
    first: str | None
    last: str | None
    base_period: str | None
    currency: str | None
    scope: str | None
    amount: int | float | None
    printed: str | None
    shown: str | None
    bound: str | None
    low: int | float | None
    high: int | float | None
    loose_low: int | float | None
    loose_high: int | float | None
    wide_low: int | float | None
    wide_high: int | float | None
    whole: str | None
    by: str | None
    horizon: str | None
    status: str | None
    name: str | None
    venue: str | None
    date: str | None
    person: str | None
    office: str | None
    start: str | None
    end: str | None
    seen_on: str | None
    acting: int | None
    body: str
    voice: str
    publisher: str
    origin: str | None
    title: str | None
    url: str | None
    published: str | None
    page: str

    @property
    def json(self) -> str:
        """The fact as scripts get it: its stored keys, the derived ones and its page."""
        return f'{self.body}, "page": {self.page}}}'

    @property
    def places(self) -> tuple[str, ...]:
        """Its two places, as the page words them; empty for a term or an event."""
        return (self.country, self.partner) if self.country and self.partner else ()


JOINED = ("voice", "publisher", "origin", "title", "url", "published", "page")
"""Fields that come from the claim's page, not from the claim."""

STORED = tuple(field for field in Claim._fields if field not in JOINED)
