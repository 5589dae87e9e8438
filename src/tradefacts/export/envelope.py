"""Results as JSON-compatible objects, and the envelope: a whole answer as one of them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from tradefacts.answer import SCHEMA_VERSION
from tradefacts.places import Pair
from tradefacts.text import write_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tradefacts.answer import Answer

_PLAIN = {str, int, float, bool, type(None)}


def make_plain(value: object) -> Any:  # noqa: ANN401 - any JSON value
    """Return a result as JSON-compatible objects: named tuples become objects; other tuples, and pairs, become lists.

    The trailing underscore of a key that is a Python keyword is dropped: `from_` is written `from`.
    """
    if isinstance(value, tuple):
        keys = _list_keys(type(value))
        # Most values are text and numbers; checking here saves a call for each.
        items = [item if type(item) in _PLAIN else make_plain(item) for item in value]
        return items if keys is None else dict(zip(keys, items, strict=True))
    if isinstance(value, dict):
        return {key: make_plain(item) for key, item in value.items()}
    return make_plain(vars(value)) if hasattr(value, "__dataclass_fields__") else value


@cache
def _list_keys(kind: type) -> tuple[str, ...] | None:
    """Return the keys of the objects that a kind of tuple becomes; None if it becomes a list."""
    names = None if kind is Pair else getattr(kind, "_fields", None)
    return None if names is None else tuple(name.rstrip("_") for name in names)


def iterate_envelope(answer: Answer[Any], *, has_facts: bool = True) -> Iterator[str]:
    """Yield the JSON envelope of an answer line by line, with each fact on its own line."""
    # The head of a large answer is megabytes of text, of which no copy is held.
    yield f'{write_json(_make_head(answer))[:-1]}, "{"facts" if has_facts else "findings"}": ['
    if has_facts:
        yield from _separate(claim.json for claim in answer.claims)
        yield '], "findings": ['
    yield from _separate(write_json(make_plain(finding)) for finding in answer.findings)
    yield "]}"


def make_envelope(answer: Answer[Any], *, has_facts: bool = True) -> dict[str, Any]:
    """Return the envelope as JSON-compatible Python objects."""
    import json  # noqa: PLC0415 - a look-up joins finished text

    envelope: dict[str, Any] = json.loads("".join(iterate_envelope(answer, has_facts=has_facts)))
    return envelope


def _make_head(answer: Answer[Any]) -> dict[str, Any]:
    return {
        "schema_version": SCHEMA_VERSION,
        "command": answer.command,
        "query": answer.query,
        "base": {"layers": answer.layers},
        "answer": make_plain(answer.result),
    }


def _separate(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines with a comma after each but the last."""
    before = None
    for line in lines:
        if before is not None:
            yield f"{before},"
        before = line
    if before is not None:
        yield before
