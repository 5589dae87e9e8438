"""Read a saved file: an answer, claims as JSON lines, or an older base."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any, Literal

from tradefacts.basefile.claim_lines import read_claim_lines
from tradefacts.basefile.layers import BUILTIN, STREAM, Layer, find_layers
from tradefacts.basefile.outside import check_encoding, check_file, open_file
from tradefacts.basefile.strictness import parse_strictly
from tradefacts.errors import FactBaseError
from tradefacts.factbase.opening import open_base, open_in_memory
from tradefacts.named_tuples import NamedTuple
from tradefacts.vocabulary import KINDS

if TYPE_CHECKING:
    from tradefacts.factbase import FactBase

Json = dict[str, Any]

_FIRST_KEY = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"([a-z_$]+)"')
_OF_ANSWER = {"schema_version", "command", "query", "answer", "base", "findings"}
_OF_CLAIM = {"id", "kind", "source"}
_TEXTS = (
    *("name", "person", "office", "country", "partner", "exporter", "importer", "flow", "period", "by", "scope"),
    *("reporter", "printed", "bound", "start", "end", "seen_on", "date"),
)
"""Keys of a claim that must be text."""

_HINT = "expected what a command wrote with --json, lines of 'facts --format jsonl', or a base"


class Saved(NamedTuple):
    """The content of a saved file: an answer, claims only, or a base."""

    type: Literal["answer", "claims", "base"]
    envelope: Json
    """The answer; empty otherwise."""
    claims: list[Json] | None
    """The claims in it; None for a base, and for an answer saved without them."""
    base: FactBase | None = None


def read_saved(name: str) -> Saved:
    """Return the content of a file; `-` is standard input, `builtin` the built-in base.

    Raises:
        UnreadableBaseError: the file cannot be read.
        FactBaseError: it is none of these, or is damaged.
    """
    if name == BUILTIN:
        return Saved("base", {}, None, open_base((name,)))
    content = _read(name)
    found = _FIRST_KEY.match(content)
    first = found[1].decode() if found else ""
    if first in _OF_ANSWER:
        envelope = _read_answer(content, name)
        return Saved("answer", envelope, envelope.get("facts"))
    if first in _OF_CLAIM:
        return Saved("claims", {}, _read_lines(content, name))
    if found is None or first == "error":
        raise FactBaseError(f"{name}: neither a saved answer nor a base", hint=_HINT)
    if name == STREAM:
        return Saved("base", {}, None, open_in_memory([Layer(name, None, content=content)]))
    return Saved("base", {}, None, open_base((name,)))


def _read(name: str) -> bytes:
    if name == STREAM:
        return find_layers([name])[0].content or b""
    with open_file(check_file(name, "file"), name, "file") as stream:
        return stream.read()


def _read_answer(content: bytes, name: str) -> Json:
    try:
        envelope, fault = parse_strictly(check_encoding(content, name)[0].decode())
    except (ValueError, RecursionError):
        raise FactBaseError(f"{name}: the saved answer is incomplete or not valid JSON", hint="save it again") from None
    if fault is not None:
        raise FactBaseError(f"{name}: {fault.where} {fault.message}".replace(":  ", ": "))
    if not _is_answer(envelope):
        raise FactBaseError(f"{name}: the saved answer lacks keys, or has values of the wrong type", hint=_HINT)
    return dict(envelope)


def _is_answer(envelope: Json) -> bool:
    """Whether an object has the keys of an answer that are read, with the right types."""
    kinds = {"schema_version": int, "command": str, "query": dict, "base": dict, "answer": dict, "findings": list}
    if not all(isinstance(envelope.get(key), kind) for key, kind in kinds.items()):
        return False
    layers, facts = envelope["base"].get("layers"), envelope.get("facts", [])
    return (
        isinstance(layers, list)
        and all(isinstance(layer, dict) and _has_texts(layer, "name", "as_of") for layer in layers)
        and isinstance(facts, list)
        and all(map(_is_claim, facts))
    )


def _has_texts(value: Json, *keys: str) -> bool:
    return all(isinstance(value.get(key), str) for key in keys)


def _is_claim(value: object) -> bool:
    """Whether a value has the keys of a claim that are read, with the right types."""
    if not isinstance(value, dict) or not _has_texts(value, "id", "kind") or value["kind"] not in KINDS:
        return False
    lists = [value[key] for key in ("pair", "parties") if value.get(key) is not None]
    texts = [name for names in lists if isinstance(names, list) for name in names]
    texts += [value[key] for key in _TEXTS if value.get(key) is not None]
    return all(isinstance(part, list) for part in lists) and all(isinstance(text, str) for text in texts)


def _read_lines(content: bytes, name: str) -> list[Json]:
    claims = []
    for line in read_claim_lines(BytesIO(content), name):
        fault = line.fault or (None if _is_claim(line.value) else "expected a claim, with its id and kind")
        if fault is not None:
            raise FactBaseError(f"{name}: line {line.number}: {fault}", hint=_HINT)
        claims.append(line.value)
    return claims
