"""A fact as the questions see it: one row of the compiled base, with its finished JSON."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from tradefacts.named_tuples import NamedTuple
from tradefacts.places import Pair
from tradefacts.text import write_json

if TYPE_CHECKING:
    from tradefacts.factbase.derived import Page


class _Row(NamedTuple):
    """The columns of a fact and of its page; those that its kind does not have are None."""

    order: int
    id: str
    kind: str
    source: str
    attributed_to: str | None
    attributed_as: str | None
    note: str | None
    country: str | None
    partner: str | None
    pair_code: str | None
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
    whole_country: str | None
    whole_partner: str | None
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
    moment: str | None
    inferred_keys: str | None
    body: str
    voice: str
    publisher: str
    origin: str | None
    title: str | None
    url: str | None
    published: str | None
    page_json: str


JOINED = ("voice", "publisher", "origin", "title", "url", "published", "page_json")
"""Columns that come from the claim's page, not from the claim."""

WRITTEN = (
    *("note", "name", "venue", "date", "first", "last", "moment", "body"),
    *("publisher", "origin", "title", "url", "page_json"),
)
"""Columns that only those need who show a claim or write it."""

NUMBERS = ("order", "amount", "low", "high", "loose_low", "loose_high", "wide_low", "wide_high", "acting")
"""Columns that hold numbers, of which equal ones can be of different types."""

_ACTING = _Row._fields.index("acting")
STORED = tuple(field for field in _Row._fields if field not in JOINED)
"""Columns of the facts themselves."""


class _ClaimRow(_Row):
    """A row with what follows from its columns."""

    @property
    def json(self) -> str:
        """The fact as scripts get it: its stored keys, the derived ones and its page."""
        return f'{self.body}, "voice": {write_json(self.voice)}, "page": {self.page_json}}}'

    @property
    def stored(self) -> dict[str, Any]:
        """Its stored and derived keys, without those of its page."""
        stored: dict[str, Any] = json.loads(f"{self.body}}}")
        return stored

    @property
    def pair(self) -> Pair | None:
        """Its two places, sorted; None for a fact that is not about trade of two places."""
        return None if self.pair_code is None else Pair.parse(self.pair_code)

    @property
    def page(self) -> Page:
        """The page that printed it."""
        from tradefacts.factbase.derived import Page  # noqa: PLC0415 - a look-up joins finished text

        stored = json.loads(self.page_json)
        return Page(**{**stored, "inferred": tuple(stored["inferred"])})

    @property
    def acting(self) -> bool | None:  # SQLite has a number for it
        """Whether the page has the person in the office as acting only; None where it does not say so."""
        return None if self[_ACTING] is None else bool(self[_ACTING])

    def to_dict(self) -> dict[str, Any]:
        """Return the fact as Python holds its JSON."""
        fact: dict[str, Any] = json.loads(self.json)
        return fact

    def __repr__(self) -> str:
        """Return its id and what it says of itself, in short."""
        return f"<{self.kind} {self.id}{f': {self.printed}' if self.printed else ''}>"

    @property
    def places(self) -> tuple[str, ...]:
        """Its two places, as the page words them; empty where there is no pair."""
        return (self.country, self.partner) if self.country and self.partner else ()


class Claim(_ClaimRow):
    """One fact with its derived keys and its page: every key of its JSON is an attribute of that name.

    Besides: `amount` is its figure, whichever key holds it; `shown` the figure as tables show it; `loose_low` …
    `wide_high` what its digits stand for with zeros at the end as rounding, and if they were cut off; `moment` when it
    is placed in time, where that is not the date of its page; `inferred_keys` what `inferred` lists, as one text.
    """

    if TYPE_CHECKING:  # keys without a column of their own, by kind
        inferred: list[str]
        value: int
        percent: int | float
        months: int | None
        projects: int
        jobs: int | None
        jobs_printed: str | None
        jobs_bound: str | None
        parties: list[str]
        participants: list[str]
        topics: list[str]

    else:

        def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the key holds
            """Return a key that has no column of its own."""
            if name.startswith("_"):
                raise AttributeError(name)
            try:
                return self.stored[name]
            except KeyError:
                raise AttributeError(f"a {self.kind} has no key {name!r}", name=name, obj=self) from None


@lru_cache  # a class for each base would cost more than its claims
def make_bare_class(kind: str, names: tuple[str, ...]) -> type[Claim]:
    """Return the class of claims of a kind that are rows of these columns only; what the others hold is None.

    Without JSON there are no other keys to look for, and without `__getattr__` Python finds the columns sooner.
    """
    # What gets the first column of a whole row gets the first one of any row.
    getters = dict(zip(names, map(vars(_Row).get, _Row._fields), strict=False))
    return type("BareClaim", (_ClaimRow,), {name: getters.get(name) for name in Claim._fields} | {"kind": kind})
