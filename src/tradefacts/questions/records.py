"""One record whole, with everything that refers to it; and the records that words find."""

import json
import re
from collections.abc import Sequence
from typing import Annotated, Any, NamedTuple

from tradefacts.answer import Answer, answer
from tradefacts.asking import NOTHING, Wanted, find_filters, limit
from tradefacts.errors import UnknownNameError
from tradefacts.factbase import Claim, FactBase
from tradefacts.places import fold, suggest

_TOKEN = re.compile(r"[^\W_]+")


class Shown(NamedTuple):
    """One record, or one fact."""

    section: Annotated[str, "which section of the base it stands in"]
    id: Annotated[str, "its id or code"]
    name: Annotated[str | None, "what it is called; null for a fact"]
    record: Annotated[dict[str, Any], "the record with all its stored keys"]
    referring: Annotated[tuple[str, ...], "ids of the facts that refer to it"]


class ShowResult(NamedTuple):
    """The records asked for."""

    records: Annotated[tuple[Shown, ...], "in the order asked for"]


class Hit(NamedTuple):
    """A record that the words found."""

    section: Annotated[str, "which section of the base it stands in"]
    id: Annotated[str, "its id or code"]
    name: Annotated[str, "what it is called"]
    facts: Annotated[int, "how many facts refer to it"]


class SearchResult(NamedTuple):
    """What the words found."""

    records: Annotated[tuple[Hit, ...], "places, people, offices, bodies and pages"]
    facts: Annotated[tuple[str, ...], "ids of the facts whose own words match"]


def ask_show(base: FactBase, ids: Sequence[str]) -> Answer[ShowResult]:
    """Return records and facts by id or code, each with the facts that refer to it.

    Raises:
        UnknownNameError: an id is unknown; the hint suggests near ones.
    """
    shown = [_show(base, name) for name in dict.fromkeys(ids)]
    names = [name for one in shown for name in ((one.id, *one.referring) if one.section == "facts" else one.referring)]
    claims = base.find_by_ids(dict.fromkeys(names))
    return answer(base, "show", {"ids": list(ids)}, ShowResult(tuple(shown)), claims)


def ask_search(base: FactBase, words: str, wanted: Wanted = NOTHING) -> Answer[SearchResult]:
    """Return the records and facts in which every word occurs, whole or as its beginning, in any script.

    Raises:
        UnknownNameError: a filter names something unknown.
    """
    # Each token is quoted: what a user types is never the query language of the full-text search. It is parted where
    # the index parts words, which keeps no order of them: a token of two words could not be found.
    tokens = _TOKEN.findall(fold(words))
    query = " AND ".join(f'"{token}"*' for token in tokens)
    ids = (
        [row[0] for row in base.rows("SELECT id FROM words WHERE words MATCH ? ORDER BY rowid", (query,))]
        if tokens
        else []
    )
    passing = {claim.id for claim in base.find_claims(find_filters(base, wanted))} if wanted.as_query() else None
    found = [record for record in map(base.find_record, ids) if record is not None]
    hits = limit([Hit(one.section, one.id, one.name, len(base.find_linked(one.id))) for one in found], wanted.limit)
    own = [claim for claim in base.find_by_ids(ids) if passing is None or claim.id in passing]
    claims = limit(own, wanted.limit)
    notes = [] if hits or claims else [f"nothing has the words {words!r}"]
    result = SearchResult(tuple(hits), tuple(claim.id for claim in claims))
    return answer(base, "search", {"words": words, **wanted.as_query()}, result, claims, notes)


def _show(base: FactBase, name: str) -> Shown:
    record = base.find_record(name)
    if record is not None:
        referring = tuple(claim.id for claim in base.find_linked(record.id))
        return Shown(record.section, record.id, record.name, json.loads(record.body), referring)
    claims = base.find_by_ids([name])
    if not claims:
        raise UnknownNameError(f"unknown id {name!r}", hint=_suggest_id(base, name))
    return Shown("facts", name, claims[0].name, _strip_derived(claims[0]), ())


def _strip_derived(claim: Claim) -> dict[str, Any]:
    stored = json.loads(f"{claim.body}}}")
    return {key: value for key, value in stored.items() if key not in {"pair", "first", "last", "low", "high"}}


def _suggest_id(base: FactBase, name: str) -> str:
    known = {fold(row[0]): row[0] for row in base.rows("SELECT id FROM ids")}
    near = [known[folded] for folded in suggest(name, known)]
    return f"did you mean {' or '.join(near)}?" if near else "'tradefacts search' finds ids by words"
