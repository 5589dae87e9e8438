"""Which claims a question wants."""

from typing import NamedTuple, Self

from tradefacts.period import last_day
from tradefacts.places import Pair


class Filters(NamedTuple):
    """Conditions that a claim must meet, all of them; None asks nothing.

    Places, people and sources are given as codes and ids; dates as a year, a month or a day.
    """

    pair: str | None = None
    place: str | None = None
    other_place: str | None = None
    kind: str | None = None
    flow: str | None = None
    reporter: str | None = None
    speaker: str | None = None
    person: str | None = None
    source: str | None = None
    since: str | None = None
    until: str | None = None
    known_by: str | None = None

    def where(self) -> tuple[str, list[str]]:
        """Return the conditions as SQL over `facts` and `sources`, and the values for its marks."""
        conditions: list[str] = []
        values: list[str] = []
        for name, (condition, marks) in _CONDITIONS.items():
            value = getattr(self, name)
            if value is None:
                continue
            conditions.append(condition)
            if name == "pair":
                values.extend([value, *Pair.parse(value)])
            else:
                values.extend([last_day(value) if name in _AS_LAST_DAY else value] * marks)
        return " AND ".join(conditions) or "1", values

    def undated(self) -> list[tuple[str, Self, str]]:
        """Return what dates leave out unjudged: each option, the filters without it, and the claims without a date."""
        found = []
        if self.known_by is not None:
            found.append(("--known-by", self._replace(known_by=None), "sources.published IS NULL"))
        if self.since is not None or self.until is not None:
            option = "--since" if self.since is not None else "--until"
            found.append((option, self._replace(since=None, until=None), f"{_WHEN} IS NULL"))
        return found


_AS_LAST_DAY = ("until", "known_by")
# What a claim is placed at in time: the end of its period, the day of a meeting, a day in office; where it was stated
# or reported, if it is a target, a project, or a meeting without a date.
_WHEN = (
    "coalesce(facts.last, facts.date, facts.start, facts.seen_on, facts.end,"
    " CASE WHEN facts.kind IN ('target', 'project', 'event') THEN sources.published END)"
)
# The last day that a year, month or day may mean: what ends with May does not end by 10 May.
_LAST_DAY = "substr({0} || substr('-12-31', length({0}) - 3), 1, 10)"
_LINKED = 'facts."order" IN (SELECT "order" FROM links WHERE target = ?)'
_CONCERNS = (
    f"(facts.country = ? OR facts.partner = ? OR {_LINKED}"  # noqa: S608 - fixed names
    " OR facts.office IN (SELECT id FROM offices WHERE country = ?))"
)
# A meeting has parties, not a country and a partner: it is about a pair where both met. Either half has its index.
_PAIR = (
    'facts."order" IN (SELECT "order" FROM facts WHERE pair = ? UNION ALL SELECT "order" FROM links'
    ' WHERE target = ? AND "order" IN (SELECT "order" FROM links WHERE target = ?))'
)
_CONDITIONS = {
    "pair": (_PAIR, 3),
    "place": (_CONCERNS, 4),
    "other_place": (_CONCERNS, 4),
    "kind": ("facts.kind = ?", 1),
    "flow": ("facts.flow = ?", 1),
    "reporter": ("facts.reporter = ?", 1),
    "person": ("facts.person = ?", 1),
    "speaker": (f"(facts.attributed_to = ? OR facts.person = ? OR {_LINKED})", 3),
    "source": ("(facts.source = ? OR sources.publisher = ?)", 2),
    "since": (f"{_LAST_DAY.format(_WHEN)} >= ?", 1),
    "until": (f"{_LAST_DAY.format(_WHEN)} <= ?", 1),
    "known_by": (f"{_LAST_DAY.format('sources.published')} <= ?", 1),
}
