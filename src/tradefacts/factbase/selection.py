"""Which claims a question wants, in codes and ids; and the conditions that the compiled base understands."""

from __future__ import annotations

from typing import Any, Self

from tradefacts.named_tuples import NamedTuple
from tradefacts.period import last_day
from tradefacts.places import Pair
from tradefacts.vocabulary import KINDS, PUBLISHED


class Selection(NamedTuple):
    """Conditions that a claim must meet, all of them; None, or no value, means no restriction.

    Of several values of one condition, any will do. Dates are a year, a month or a day.
    """

    pair: str | None = None
    place: str | None = None
    other_place: str | None = None
    kinds: tuple[str, ...] = ()
    flow: str | None = None
    exporter: str | None = None
    importer: str | None = None
    reporters: tuple[str | None, ...] = ()
    """None among them stands for figures of which no page says whose statistics they are."""
    speakers: tuple[str, ...] = ()
    person: str | None = None
    sources: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    known_by: str | None = None

    def where(self) -> tuple[str, list[str | None]]:
        """Return the conditions as SQL over `facts` and `sources`, and the values for its marks."""
        conditions: list[str] = []
        values: list[str | None] = []
        is_narrow = any(getattr(self, name) for name in _NARROW)
        for name, (condition, marks) in _CONDITIONS.items():
            wanted: Any = getattr(self, name)
            choices = wanted if isinstance(wanted, tuple) else () if wanted is None else (wanted,)
            if is_narrow and name in _WIDE:
                condition = f"+{condition}"  # noqa: PLW2901 - the same, without its index
            if choices:
                conditions.append(f"({' OR '.join([condition] * len(choices))})")
            for choice in choices:
                values.extend(_list_values(name, choice, marks))
        return " AND ".join(conditions) or "1", values

    def undated(self) -> list[tuple[str, Self, str]]:
        """Return what dates exclude unjudged: each option, the selection without it, and the claims without a date."""
        found = []
        if self.known_by is not None:
            found.append(("--known-by", self._replace(known_by=None), "sources.published IS NULL"))
        if self.since is not None or self.until is not None:
            is_year = (self.since, self.until) == (f"{(self.since or '')[:4]}-01", f"{(self.since or '')[:4]}-12")
            option = "--year" if is_year else "--since" if self.since is not None else "--until"
            found.append((option, self._replace(since=None, until=None), f"{_WHEN} IS NULL"))
        return found


def _list_values(name: str, value: str | None, marks: int) -> list[str | None]:
    if name == "pair":
        return [value, *Pair.parse(value or "")]
    return [last_day(value) if name in _AS_LAST_DAY and value else value] * marks


_NARROW = ("pair", "place", "other_place", "person", "speakers", "sources")
_WIDE = ("kinds", "reporters")
"""Conditions whose index finds far more than that of a narrow one; SQLite, which counts nothing, might take it."""
_AS_LAST_DAY = ("until", "known_by")
_BY_PAGE = ", ".join(f"'{kind.name}'" for kind in KINDS.values() if kind.otherwise and kind.otherwise[0] == PUBLISHED)
_WHEN = f"coalesce(facts.moment, CASE WHEN facts.kind IN ({_BY_PAGE}) THEN sources.published END)"
# The last day that a year, month or day may mean: what ends with May does not end by 10 May.
_LAST_DAY = "substr({0} || substr('-12-31', length({0}) - 3), 1, 10)"
_LINKED = 'facts."order" IN (SELECT "order" FROM links WHERE target = ?)'
_CONCERNS = (
    f"(facts.country = ? OR facts.partner = ? OR {_LINKED}"  # noqa: S608 - fixed names
    " OR facts.office IN (SELECT id FROM offices WHERE country = ?))"
)
# A meeting has parties, not a country and a partner: it is about a pair where both met. Either half has its index.
_PAIR = (
    'facts."order" IN (SELECT "order" FROM facts WHERE pair_code = ? UNION ALL SELECT "order" FROM links'
    ' WHERE target = ? AND "order" IN (SELECT "order" FROM links WHERE target = ?))'
)
_CONDITIONS = {
    "pair": (_PAIR, 3),
    "place": (_CONCERNS, 4),
    "other_place": (_CONCERNS, 4),
    "kinds": ("facts.kind = ?", 1),
    "flow": ("facts.flow = ?", 1),
    "exporter": ("facts.exporter = ?", 1),
    "importer": ("facts.importer = ?", 1),
    "reporters": ("facts.reporter IS ?", 1),
    "person": ("facts.person = ?", 1),
    "speakers": (f"(facts.attributed_to = ? OR facts.person = ? OR {_LINKED})", 3),
    "sources": ("facts.source IN (SELECT id FROM sources WHERE id = ? OR publisher = ?)", 2),
    "since": (f"{_LAST_DAY.format(_WHEN)} >= ?", 1),
    "until": (f"{_LAST_DAY.format(_WHEN)} <= ?", 1),
    "known_by": (f"{_LAST_DAY.format('sources.published')} <= ?", 1),
}
