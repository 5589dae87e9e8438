"""The envelope: a whole answer as one JSON object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradefacts.answer import SCHEMA_VERSION
from tradefacts.export.plain import make_plain
from tradefacts.text import write_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tradefacts.answer import Answer


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
