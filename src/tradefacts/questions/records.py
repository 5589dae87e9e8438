"""Records in full, with everything that refers to them; and search by words."""

from __future__ import annotations

import json
import re
from typing import Annotated, Any, Unpack

from tradefacts.answer import Answer, answer
from tradefacts.errors import UnknownNameError
from tradefacts.factbase import Claim, FactBase
from tradefacts.named_tuples import NamedTuple
from tradefacts.names import did_you_mean, fold
from tradefacts.query import Filters, prepare_query

_TOKEN = re.compile(r"[^\W_]+")


class Shown(NamedTuple):
    """One record, or one fact."""

    section: Annotated[str, "its section of the base"]
    id: Annotated[str, "its id or code"]
    name: Annotated[str | None, "its name; null for a fact"]
    record: Annotated[dict[str, Any], "the record with all its stored keys"]
    referring: Annotated[tuple[str, ...], "ids of the facts that refer to it"]


class ShowResult(NamedTuple):
    """The records asked for."""

    records: Annotated[tuple[Shown, ...], "in the order asked for"]


class Hit(NamedTuple):
    """A record found by the words."""

    section: Annotated[str, "its section of the base"]
    id: Annotated[str, "its id or code"]
    name: Annotated[str, "its name"]
    facts: Annotated[int, "how many facts refer to it"]


class SearchResult(NamedTuple):
    """The search results."""

    records: Annotated[tuple[Hit, ...], "places, people, offices, bodies and pages"]
    facts: Annotated[tuple[str, ...], "ids of the facts whose own words match"]


def ask_show(base: FactBase, *ids: str) -> Answer[ShowResult]:
    """Return records and facts by id or code, each with the facts that refer to it.

    Raises:
        UnknownNameError: an id is unknown; the hint suggests similar ones.
    """
    shown = [_show(base, name) for name in dict.fromkeys(ids)]
    names = [name for record in shown for name in (record.referring if record.section != "facts" else (record.id,))]
    claims = base.find_by_ids(dict.fromkeys(names))
    return answer(base, "show", {"ids": list(ids)}, ShowResult(tuple(shown)), claims)


def ask_search(base: FactBase, *words: str, **filters: Unpack[Filters]) -> Answer[SearchResult]:
    """Return the records and facts that contain every word, or a word that begins with it, in any script.

    Raises:
        UnknownNameError: a filter names something unknown.
    """
    query = prepare_query(base, (), filters, words=" ".join(words))
    # Words are split as in the index, which has no order: two words joined in one token would not be found.
    tokens = _TOKEN.findall(fold(" ".join(words)))
    claims = base.search_claims(tokens, query.selection, query.limit)
    records = base.search_records(tokens, query.limit)
    hits = [Hit(record.section, record.id, record.name, base.count_linked(record.id)) for record in records]
    notes = [] if hits or claims else [f"nothing matches {' '.join(words)!r}"]
    result = SearchResult(tuple(hits), tuple(claim.id for claim in claims))
    return answer(base, "search", query.asked, result, claims, notes)


def _show(base: FactBase, name: str) -> Shown:
    record = base.find_record(name)
    if record is not None:
        referring = tuple(claim.id for claim in base.find_linked(record.id))
        return Shown(record.section, record.id, record.name, json.loads(record.body), referring)
    claims = base.find_by_ids([name])
    if not claims:
        raise UnknownNameError(f"unknown id {name!r}", hint=suggest_id(base, name))
    return Shown("facts", name, claims[0].name, _strip_derived(claims[0]), ())


def _strip_derived(claim: Claim) -> dict[str, Any]:
    from tradefacts.factbase.derived import DERIVED  # noqa: PLC0415 - only needed for facts

    return {key: value for key, value in claim.stored.items() if key not in DERIVED}


def suggest_id(base: FactBase, name: str, *sections: str) -> str:
    """Return the hint for an unknown id of the sections, or of all."""
    ids = base.list_ids(*sections)
    return did_you_mean(name, ids, count=3, otherwise="'tradefacts search' finds ids by words")
