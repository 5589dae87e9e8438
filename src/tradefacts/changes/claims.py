"""Claims then and now: which are gone, edited or new, and which have been superseded by the same voice."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tradefacts.changes.change import Change, What
from tradefacts.factbase.selection import Selection
from tradefacts.figure.notation import format_printed
from tradefacts.named_tuples import NamedTuple
from tradefacts.query import invert
from tradefacts.reckoning.keys import find_key
from tradefacts.text import write_json
from tradefacts.vocabulary import COMPARED

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from tradefacts.factbase import Claim, FactBase

Json = dict[str, Any]

_PASSED_OVER = ("page", "page.retrieved", "page.archived")
"""Keys that are not compared: `page`, whose keys are compared one by one, and those on retrieval and archiving."""


class ClaimChanges(NamedTuple):
    """The changes between claims, and the claims that show them."""

    changes: list[Change]
    claims: list[Claim]
    """The claims on record now: changed, superseded, superseding and new."""
    vanished: list[str]
    """Ids that are neither on record nor listed as withdrawn."""
    compared: int


def compare_claims(
    base: FactBase, before: Iterable[Json], now: Iterable[Claim], *, keys: Collection[str] = ()
) -> ClaimChanges:
    """Return the changes to saved claims; `now` holds those that the same question finds now.

    A saved claim that the question no longer finds is looked up by id. `keys` are the keys to compare; if empty, all
    keys of either side. New claims come newest first.
    """
    changes: list[Change] = []
    claims: dict[str, Claim] = {}
    vanished: list[str] = []
    saved: set[str] = set()
    for stored in before:
        saved.add(name := stored["id"])
        current = next(iter(base.find_by_ids([name])), None)
        if current is None:
            changes.append(_make("withdrawn", stored, (name,), before=_tell(stored)))
            vanished += [] if name in base.withdrawn else [name]
        elif found := [*_compare(stored, current, keys)]:
            changes += found
            claims[current.id] = current
    new = sorted((claim for claim in now if claim.id not in saved), key=lambda claim: invert(claim.published))
    for known, newer in _find_superseded(base, new, saved):
        changes.append(_supersede(known, newer))
        claims |= {known.id: known, newer.id: newer}
    for claim in new:
        record = json.loads(claim.json)
        changes.append(_make("new", record, (claim.id,), now=_tell(record)))
        claims[claim.id] = claim
    return ClaimChanges(changes, [*claims.values()], vanished, len(saved))


def _compare(saved: Json, claim: Claim, keys: Collection[str]) -> Iterator[Change]:
    """Yield the keys of a claim whose values differ from those saved."""
    now = json.loads(claim.json)
    before, after = _flatten(saved), _flatten(now)
    for key in dict.fromkeys((*after, *before)):
        if before.get(key) != after.get(key) and (not keys or key in keys):
            then, current = _write(before.get(key)), _write(after.get(key))
            yield _make("changed", now, (claim.id,), before=then, now=current)._replace(key=key)


def _find_superseded(base: FactBase, new: Sequence[Claim], saved: Collection[str]) -> Iterator[tuple[Claim, Claim]]:
    """Yield saved claims still on record, each with the newest new claim of the same voice, if its figure differs.

    Both have the same key, and the new claim is from a later page.
    """
    ids = {claim.id for claim in new}
    for pair in dict.fromkeys(claim.pair_code for claim in new if claim.kind in COMPARED and claim.published):
        groups: dict[tuple[object, ...], list[Claim]] = {}
        for claim in base.find_claims(Selection(pair=pair, kinds=COMPARED)):
            if claim.published and (claim.id in ids or claim.id in saved):
                groups.setdefault((find_key(claim), claim.voice), []).append(claim)
        for group in groups.values():
            newest = max(group, key=lambda claim: claim.published or "")
            if newest.id not in ids:
                continue
            for claim in group:
                is_earlier = (claim.published or "") < (newest.published or "")
                if claim.id in saved and is_earlier and (claim.amount, claim.bound) != (newest.amount, newest.bound):
                    yield claim, newest


def _supersede(claim: Claim, newer: Claim) -> Change:
    record, now = json.loads(claim.json), json.loads(newer.json)
    return _make("superseded", record, (claim.id, newer.id), before=_tell(record), now=_tell(now))


def _make(
    what: What, claim: Json, facts: tuple[str, ...], *, before: str | None = None, now: str | None = None
) -> Change:
    places = tuple(claim.get("pair") or claim.get("parties") or ())
    about = (claim.get("flow"), claim.get("reporter"), claim.get("period"))
    return Change(what, _name(claim), places, claim["kind"], *about, before, now, None, facts)


def _name(claim: Json) -> str:
    """Return the subject of a claim, in words and codes: `KZ–KG turnover 2022`, `KG → KZ goods growth 2022, by KZ`."""
    if claim.get("person"):
        return f"{claim['person']}, {claim.get('office')}"
    if claim.get("parties"):
        return f"{claim.get('name') or 'meeting'} of {', '.join(claim['parties'])}"
    ends = (claim.get("exporter"), claim.get("importer"))
    places = "–".join(claim.get("pair") or (claim.get("country", "?"), claim.get("partner", "?")))
    flow = f"{ends[0]} → {ends[1]} goods" if ends[0] else f"{places} {claim.get('flow') or ''}"
    kind = "" if claim["kind"] == "volume" else claim["kind"]
    parts = [flow.strip(), kind, claim.get("period") or claim.get("by") or ""]
    scope, by = claim.get("scope"), claim.get("reporter")
    return f"{' '.join(filter(None, parts))}{f', {scope}' if scope else ''}{f', by {by}' if by else ''}"


def _tell(claim: Json) -> str:
    """Return the content of a claim in brief: its figure as printed, or else its dates."""
    if claim.get("printed"):
        return format_printed(claim["printed"], claim.get("bound") or "=")
    dates = [f"{key} {claim[key]}" for key in ("start", "end", "seen_on", "date") if claim.get(key)]
    return ", ".join(dates) or "undated"


def _flatten(claim: Json) -> Json:
    """Return a claim with the keys of its page added, without null keys and those on when it was read."""
    page = claim.get("page")
    page = page if isinstance(page, dict) else {}
    flat = {**claim, **{f"page.{key}": value for key, value in page.items()}}
    return {key: value for key, value in flat.items() if key not in _PASSED_OVER and value is not None}


def _write(value: object) -> str:
    return value if isinstance(value, str) else write_json(value)
