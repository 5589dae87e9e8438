"""Rows of the commands that list what is in a base: claims, records, pages, coverage."""

from __future__ import annotations

import json
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

from tradefacts.factbase.derived import DERIVED, Page
from tradefacts.named_tuples import NamedTuple
from tradefacts.questions.facts import CitedPage, SourcesResult
from tradefacts.records import FACTS, get_keys
from tradefacts.rows.columns import Column, make_column

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tradefacts.answer import Answer, Names
    from tradefacts.factbase import Claim
    from tradefacts.questions.coverage import CoverageResult
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
            yield _describe_record(shown.section, shown.id, shown.name or shown.id, shown.record)


def _list_found(answer: Answer[SearchResult], claims: dict[str, Claim]) -> Iterator[RecordRow]:
    for hit in answer.result.records:
        yield _describe_record(hit.section, hit.id, hit.name, answer.names.read_record(hit.id))
    for name in answer.result.facts:
        yield _describe_claim(claims[name], answer.names)


def _describe_record(section: str, name: str, label: str, record: dict[str, Any]) -> RecordRow:
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


class ClaimRow:
    """One claim: its stored keys, the derived ones, and those of its page as `page.…`."""

    @staticmethod
    def list_columns() -> Iterator[Column]:
        """Yield every key that a fact can have in the order of the base, the derived keys, those of the page."""
        kinds = [get_type_hints(kind, include_extras=True) for kind in FACTS.values()]
        for name in dict.fromkeys(name for kind in FACTS.values() for name in get_keys(kind)):
            found = [hints[name] for hints in kinds if name in hints]
            # Keys of all facts are described by their base class; a key that only some have is null for the others.
            hint = reduce(or_, found) if len(found) == len(kinds) else reduce(or_, found) | None
            yield make_column(name, hint, _describe_column(name, found))
        for name, key in DERIVED.items():
            if name != "page":
                yield make_column(name, key.type, key.description)
        page = get_type_hints(Page, include_extras=True)
        for name in get_keys(Page):
            yield make_column(f"page.{name}", page[name])

    @staticmethod
    def list_from(answer: Answer[Any]) -> Iterator[dict[str, Any]]:
        """Yield the claims of an answer, in their order, as the objects that scripts get."""
        for claim in answer.claims:
            yield json.loads(claim.json)


def _describe_column(name: str, hints: Sequence[Any]) -> str:
    texts = [part for hint in hints for part in getattr(hint, "__metadata__", ()) if isinstance(part, str)]
    return texts[0] if texts else f"which {name} of fact it is"


class PageRow(CitedPage):
    """One page and its number of claims."""

    @classmethod
    def list_from(cls, answer: Answer[SourcesResult]) -> Iterator[CitedPage]:
        """Yield the pages, oldest first, undated last."""
        yield from answer.result.sources


class CoverageRow(NamedTuple):
    """One pair in one year."""

    pair: Annotated[tuple[str, str], "the two places, sorted by code"]
    year: Annotated[int | None, "the year in which the periods of the claims end; null for claims without a period"]
    facts: Annotated[int, "how many claims there are"]

    @classmethod
    def list_from(cls, answer: Answer[CoverageResult]) -> Iterator[CoverageRow]:
        """Yield the rows by pair and year, claims without a period last."""
        for coverage in answer.result.pairs:
            yield from (cls(coverage.pair, int(year), count) for year, count in sorted(coverage.years.items()))
            if undated := coverage.facts - sum(coverage.years.values()):
                yield cls(coverage.pair, None, undated)
