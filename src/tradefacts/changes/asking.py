"""The question: read what was saved, ask the same question again, and compare."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Annotated, Any, Literal, get_args

from tradefacts.answer import SCHEMA_VERSION, Answer, answer
from tradefacts.changes.change import Change, What
from tradefacts.changes.claims import ClaimChanges, compare_claims
from tradefacts.changes.conclusions import Conclusion, compare_conclusions, find_conclusions
from tradefacts.changes.saved import Saved, read_saved
from tradefacts.commands import ALIASES, COMMANDS, QUESTIONS, load
from tradefacts.errors import InvalidQueryError, UnknownNameError
from tradefacts.export.envelope import make_envelope
from tradefacts.factbase import FactBase
from tradefacts.factbase.selection import Selection
from tradefacts.named_tuples import NamedTuple
from tradefacts.names import did_you_mean
from tradefacts.records import FACTS, get_keys

Json = dict[str, Any]

_ORDER: tuple[What, ...] = get_args(What)
_POSITIONAL = ("ids", "id", "words", "pair", "place", "period")
"""Keys of a query that hold positional arguments, in their order."""
_KEYWORDS = {"all": "everything", "with": "partner"}
"""Options whose keyword differs from their name."""
_ELSEWHERE = ("lint", "changes", "compare", "check", "read")
"""Commands whose answers depend on files other than the base."""
_NAMED = 3
"""The most ids that a note names."""


class ChangesResult(NamedTuple):
    """The changes since a file was saved."""

    saved: Annotated[Literal["answer", "claims", "base"], "what the file holds"]
    command: Annotated[str | None, "the command whose answer was saved; null for claims only and for a base"]
    as_of: Annotated[str | None, "the edition then; null for claims only"]
    claims: Annotated[int, "how many claims were compared"]
    counts: Annotated[dict[str, int], "number of changes of each sort"]
    changes: Annotated[tuple[Change, ...], "each change: conclusions first, then claims"]

    @property
    def fails(self) -> bool:
        """Whether a script should see exit status 1."""
        return bool(self.changes)


def ask_changes(base: FactBase, file: str, *, everything: bool = False) -> Answer[ChangesResult]:
    """Return the changes since a file was saved: an answer as JSON, claims as JSON lines, or an older base.

    On a screen, `everything` removes the limits.

    Raises:
        UnreadableBaseError: the file cannot be read.
        FactBaseError: it is none of the three, or is damaged.
        InvalidQueryError: it is an answer that depends on files other than a base.
    """
    saved = read_saved(file)
    compare = {"answer": _compare_answer, "claims": _compare_lines, "base": _compare_bases}[saved.type]
    conclusions, claims, notes = compare(base, saved)
    changes = sorted((*conclusions, *claims.changes), key=lambda change: _ORDER.index(change.change))
    result = ChangesResult(
        saved.type,
        saved.envelope.get("command"),
        _find_edition(saved),
        claims.compared,
        dict(Counter(change.change for change in changes)),
        tuple(changes),
    )
    query = {"file": file, **({"all": True} if everything else {})}
    return answer(base, "changes", query, result, claims.claims, [*notes, *_note_vanished(claims.vanished)])


_Compared = tuple[Sequence[Change], ClaimChanges, Sequence[str]]


def _compare_lines(base: FactBase, saved: Saved) -> _Compared:
    return (), compare_claims(base, saved.claims or (), ()), ()


def _compare_answer(base: FactBase, saved: Saved) -> _Compared:
    envelope = saved.envelope
    version, command = envelope["schema_version"], envelope["command"]
    if command not in COMMANDS and command not in ALIASES:
        raise InvalidQueryError(
            f"unknown command {command!r} in the saved answer", hint=did_you_mean(command, COMMANDS)
        )
    if command in _ELSEWHERE or ALIASES.get(command, command) not in QUESTIONS:
        raise InvalidQueryError(
            f"answers of {command!r} cannot be compared, because they depend on more than the base", hint="run it again"
        )
    if version != SCHEMA_VERSION:
        stored = {name for kind in FACTS.values() for name in get_keys(kind)}
        claims = compare_claims(base, saved.claims or (), (), keys=stored)
        return (), claims, [f"it has schema version {version}: only its claims are compared"]
    try:
        now = _ask_again(base, command, envelope["query"])
    except UnknownNameError as error:
        claims = compare_claims(base, saved.claims or (), ())
        return (), claims, [f"the question cannot be asked again: {error.message}; only claims are compared"]
    conclusions = [
        *compare_conclusions(find_conclusions(envelope), find_conclusions(make_envelope(now, has_facts=False)))
    ]
    notes = _note_layers(envelope, base)
    if saved.claims is None:
        return conclusions, compare_claims(base, (), ()), [*notes, "it was saved without its claims (--no-facts)"]
    return conclusions, compare_claims(base, saved.claims, now.claims), notes


def _ask_again(base: FactBase, command: str, query: Json) -> Answer[Any]:
    """Ask the query of a saved answer again, with its codes, ids and filters."""
    given = dict(query)
    words: list[str] = []
    for name in _POSITIONAL:
        value = given.pop(name, [])
        words += f"{value}".split() if not isinstance(value, list) else map(str, value)
    options = {_KEYWORDS.get(name, name): value for name, value in given.items()}
    try:
        asked: Answer[Any] = load(str(QUESTIONS[command].ask))(base, *words, **options)
    except (AttributeError, TypeError):
        raise InvalidQueryError(f"the saved query does not fit the command {command!r}", hint="save it again") from None
    return asked


def _compare_bases(base: FactBase, saved: Saved) -> _Compared:
    older = saved.base
    if older is None:
        raise TypeError("expected an open base")
    before = (json.loads(claim.json) for claim in older.iterate_claims(Selection()))
    claims = compare_claims(base, before, base.iterate_claims(Selection()))
    # Cells depend only on the claims of their pair; goals also depend on the date of the edition.
    pairs = [*dict.fromkeys(change.places for change in claims.changes if change.flow)]
    then, now = ([*_conclude(known, pairs)] for known in (older, base))
    return [*compare_conclusions(then, now)], claims, ()


def _conclude(base: FactBase, pairs: Iterable[tuple[str, ...]]) -> Iterator[Conclusion]:
    """Yield the leading figures and verdicts of the pairs, and the statuses of all goals."""
    for pair in pairs:
        with suppress(UnknownNameError):  # a base may lack places of another
            found = find_conclusions(_ask(base, "pair", *pair))
            yield from (conclusion for conclusion in found if conclusion.change != "status")
    yield from find_conclusions(_ask(base, "targets"))


def _ask(base: FactBase, command: str, *words: str) -> Json:
    return make_envelope(load(str(QUESTIONS[command].ask))(base, *words), has_facts=False)


def _find_edition(saved: Saved) -> str | None:
    if saved.base is not None:
        return saved.base.as_of
    layers = saved.envelope.get("base", {}).get("layers", ())
    return max((layer["as_of"] for layer in layers), default=None)


def _note_layers(envelope: Json, base: FactBase) -> list[str]:
    """Return a note if the names of the bases have changed."""
    names = [[layer["name"] for layer in layers] for layers in (envelope["base"]["layers"], base.layers)]
    then, now = (", ".join(named) for named in names)
    return [] if then == now else [f"the answer was of {then}; it is compared with {now}"]


def _note_vanished(ids: Sequence[str]) -> list[str]:
    """Return a note on ids that are missing without explanation: removed claims should be listed in `withdrawn`."""
    if not ids:
        return []
    named = ", ".join(ids[:_NAMED]) + (", …" if len(ids) > _NAMED else "")
    are = "id is" if len(ids) == 1 else "ids are"
    return [f"{len(ids)} {are} gone and not listed as withdrawn: {named}"]
