"""Rows of `timeline`: one for each entry, with the values of its first claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.answer import Answer
    from tradefacts.factbase import Claim
    from tradefacts.questions.timeline import TimelineResult


class EntryRow(NamedTuple):
    """One entry of a timeline."""

    date: Annotated[str | None, "a year, a month or a day, as text; null if no page dates it"]
    what: Annotated[str, "figures are listed under the end of their period, targets and projects when they were stated"]
    kind: Annotated[str, "kind of its claims"]
    places: Annotated[tuple[str, ...], "codes of the two places, or of those that met"]
    flow: Annotated[str | None, "turnover, exports, imports or balance, as the page words it"]
    exporter: Annotated[str | None, "place that sends the goods; null for turnover and balance"]
    importer: Annotated[str | None, "place that receives the goods; null for turnover and balance"]
    reporter: Annotated[str | None, "whose statistics it is, if the page says so"]
    period: Annotated[str | None, "the months it covers, as text"]
    printed: Annotated[str | None, "the figure's exact characters on the page"]
    bound: Annotated[str | None, "its bound: '=', '~' about, '>' more than, '<' less than"]
    name: Annotated[str | None, "name of a meeting"]
    person: Annotated[str | None, "id of the person who took or left an office"]
    office: Annotated[str | None, "id of the office"]
    published: Annotated[str | None, "when the page was published"]
    url: Annotated[str | None, "the page's address"]
    facts: Annotated[tuple[str, ...], "ids of its claims"]

    @classmethod
    def list_from(cls, answer: Answer[TimelineResult]) -> Iterator[EntryRow]:
        """Yield the entries, oldest first, undated last."""
        claims = {claim.id: claim for claim in answer.claims}
        for entry in answer.result.entries:
            yield cls._make((entry.date, entry.what, *_describe(claims[entry.facts[0]]), entry.facts))


def _describe(claim: Claim) -> tuple[Any, ...]:
    """Return the columns from `kind` to `url`; keys that a kind does not have are null."""
    places = tuple(claim.parties) if claim.kind == "event" else claim.places
    names = EntryRow._fields[EntryRow._fields.index("flow") : -1]
    return claim.kind, places, *(getattr(claim, name) for name in names)
