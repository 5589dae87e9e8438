"""Rows of `search` and `show`: one for each record or fact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.answer import Answer, Names
    from tradefacts.factbase import Claim
    from tradefacts.questions.records import SearchResult, ShowResult

TYPES = {
    "countries": "country",
    "groups": "group",
    "people": "person",
    "offices": "office",
    "bodies": "body",
    "sources": "source",
}
"""The type of the records of each section; facts have their kind instead."""


class RecordRow(NamedTuple):
    """One record or fact."""

    type: Annotated[str, "country, group, person, office, body, source, or the kind of a fact"]
    id: Annotated[str, "its id or code"]
    label: Annotated[str, "its name; for a fact, its subject"]
    places: Annotated[tuple[str, ...], "codes of the places it is about"]
    period: Annotated[str | None, "for a figure: the months it covers, as text"]
    printed: Annotated[str | None, "for a figure: its exact characters on the page"]
    url: Annotated[str | None, "address of the page"]

    @classmethod
    def list_from(cls, answer: Answer[Any]) -> Iterator[RecordRow]:
        """Yield the records in the order of the answer, and then the facts that were found."""
        claims = {claim.id: claim for claim in answer.claims}
        rows = _list_shown if answer.command == "show" else _list_found
        yield from rows(answer, claims)


def _list_shown(answer: Answer[ShowResult], claims: dict[str, Claim]) -> Iterator[RecordRow]:
    for shown in answer.result.records:
        if shown.section == "facts":
            yield _describe_claim(claims[shown.id], answer.names)
        else:
            yield _describe(shown.section, shown.id, shown.name or shown.id, shown.record)


def _list_found(answer: Answer[SearchResult], claims: dict[str, Claim]) -> Iterator[RecordRow]:
    for hit in answer.result.records:
        yield _describe(hit.section, hit.id, hit.name, answer.names.read_record(hit.id))
    for name in answer.result.facts:
        yield _describe_claim(claims[name], answer.names)


def _describe(section: str, name: str, label: str, record: dict[str, Any]) -> RecordRow:
    country = name if section in {"countries", "groups"} else record.get("country")
    return RecordRow(TYPES[section], name, label, (country,) if country else (), None, None, record.get("url"))


def _describe_claim(claim: Claim, names: Names) -> RecordRow:
    places = tuple(claim.parties) if claim.kind == "event" else claim.places
    return RecordRow(claim.kind, claim.id, _name(claim, names), places, claim.period, claim.printed, claim.url)


def _name(claim: Claim, names: Names) -> str:
    if claim.person and claim.office:
        return f"{names[claim.person]}, {names[claim.office]}"
    about = claim.kind if claim.flow is None else f"{claim.flow} {claim.kind}"
    return claim.name or f"{about} {'–'.join(claim.places)}".strip()
