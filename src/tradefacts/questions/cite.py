"""How to cite: a sentence for a claim, its page, the base, and cautions."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Annotated, Any, Literal

from tradefacts.answer import Answer, Names, answer
from tradefacts.errors import UnknownNameError
from tradefacts.factbase import Claim, FactBase
from tradefacts.named_tuples import NamedTuple
from tradefacts.questions.cautions import find_peers, find_rivals, list_cautions
from tradefacts.questions.claim_sentences import format_full_claim
from tradefacts.questions.records import suggest_id
from tradefacts.version import __version__


class Reference(NamedTuple):
    """A page, as in a reference."""

    id: Annotated[str, "its id in the base"]
    publisher: Annotated[str, "who published it"]
    origin: Annotated[str | None, "the agency the page credits"]
    title: Annotated[str | None, "its title"]
    url: Annotated[str | None, "its address"]
    published: Annotated[str | None, "when it was published"]
    language: Annotated[str, "ISO 639 code"]
    retrieved: Annotated[str | None, "when it was read"]
    archived: Annotated[str | None, "address of an archived copy"]


class Citation(NamedTuple):
    """How to cite one thing."""

    type: Annotated[Literal["claim", "page", "base"], "what is cited"]
    id: Annotated[str | None, "id of the claim or page; null for the base"]
    sentence: Annotated[str | None, "a sentence for an article; null for pages and the base"]
    figure: Annotated[str | None, "the figure in the sentence, with its scale in full; null if it has none"]
    cautions: Annotated[tuple[str, ...], "cautions for quoting it"]
    short: Annotated[str, "the reference in brackets: publisher and date"]
    full: Annotated[str, "the whole reference, with the address"]
    base: Annotated[str, "program, edition of the base and id, for a data note"]
    page: Annotated[Reference | None, "the page; null for the base"]


class CiteResult(NamedTuple):
    """The citations asked for."""

    citations: Annotated[tuple[Citation, ...], "in the order asked for"]


def ask_cite(base: FactBase, *ids: str) -> Answer[CiteResult]:
    """Return how to cite claims and pages, by id or address; without any, the base itself.

    Raises:
        UnknownNameError: an id is unknown, or is neither a claim nor a page.
    """
    names = Names(base)
    citations: list[Citation] = []
    evidence: dict[str, Claim] = {}
    for name in dict.fromkeys(ids):
        found = base.find_by_ids([name])
        if not found:
            citations.append(_cite_page(base, name))
            continue
        peers = find_peers(base, found[0])
        rivals = find_rivals(found[0], peers)
        evidence |= {claim.id: claim for claim in (*found, *rivals)}
        cautions = list_cautions(found[0], peers, rivals, names)
        citations.append(_cite_claim(base, found[0], cautions, names))
    if not ids:
        citations.append(_cite_base(base))
    return answer(base, "cite", {"ids": list(ids)}, CiteResult(tuple(citations)), [*evidence.values()])


def _cite_base(base: FactBase) -> Citation:
    edition = _name_edition(base)
    layers = "; ".join(f"{layer['name']}, SHA-256 {layer['sha256']}" for layer in base.layers)
    return Citation("base", None, None, None, (), edition, f"{edition}: {layers}", edition, None)


def _cite_page(base: FactBase, name: str) -> Citation:
    found = base.find_named(name, ("sources",))
    record = base.find_record(found[0] if found else name)
    if record is None:
        raise UnknownNameError(f"unknown claim or page {name!r}", hint=suggest_id(base, name, "facts", "sources"))
    if record.section != "sources":
        raise UnknownNameError(
            f"{name!r} is neither a claim nor a page", hint=f"'tradefacts show {record.id}' lists its claims"
        )
    page = _make_page(record.id, json.loads(record.body))
    cautions = () if page.published else ("Page undated",)
    return _make_citation(base, page, type_="page", id_=page.id, cautions=cautions)


def _cite_claim(base: FactBase, claim: Claim, cautions: Sequence[str], names: Names) -> Citation:
    sentence, figure = format_full_claim(claim, names)
    page = _make_page(claim.source, json.loads(claim.page_json))
    return _make_citation(base, page, type_="claim", id_=claim.id, cautions=cautions, sentence=sentence, figure=figure)


def _make_page(name: str, stored: dict[str, Any]) -> Reference:
    return Reference(name, *(stored.get(key) for key in Reference._fields[1:]))  # type: ignore[arg-type]  # as stored in the base


def _make_citation(  # noqa: PLR0913 - its parts
    base: FactBase,
    page: Reference,
    *,
    type_: Literal["claim", "page"],
    id_: str,
    cautions: Sequence[str],
    sentence: str | None = None,
    figure: str | None = None,
) -> Citation:
    origin = f" (from {page.origin})" if page.origin else ""
    title = f" “{page.title}”," if page.title else ""
    read = f" Read {page.retrieved}." if page.retrieved else ""
    archived = f" Archived: {page.archived}" if page.archived else ""
    date = page.published or "undated"
    full = f"{page.publisher}{origin},{title} {date}. {page.url or 'No address known.'}{read}{archived}"
    short = f"{page.publisher}, {date}"
    return Citation(type_, id_, sentence, figure, tuple(cautions), short, full, f"{_name_edition(base)}, {id_}", page)


def _name_edition(base: FactBase) -> str:
    return f"tradefacts {__version__}, edition {base.as_of}"
