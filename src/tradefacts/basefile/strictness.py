"""What a JSON parser lets pass and a fact base must not."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

DEPTH_LIMIT = 64
_SHOWN = 20
_DIGITS_LIMIT = 18  # what fits a 64-bit integer, the widest that readers of JSON agree on


class Flaw(NamedTuple):
    """Something the JSON of one record should not hold: where in it, and what."""

    where: str
    message: str


class Odd:
    """Stands where a number or key was that JSON does not know, so that its path can be found."""

    def __init__(self, message: str) -> None:
        """Remember what to say about it."""
        self.message = message


def note_duplicates(odd: list[Any]) -> Callable[[list[tuple[str, Any]]], dict[str, Any]]:
    """Return a hook that builds objects and puts an `Odd` under any key that is used twice."""

    def build(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        built = dict(pairs)
        if len(built) < len(pairs):
            seen: set[str] = set()
            twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]  # None
            built[twice] = Odd("the key is used twice")
            odd.append(built[twice])
        return built

    return build


def note_odd_number(odd: list[Any], *, whole: bool = False) -> Callable[[str], Any]:
    """Return a hook that reads a number and puts an `Odd` where it is not one, or too large."""

    def read(text: str) -> Any:  # noqa: ANN401 - a number, or what stands for it
        if whole and len(text) <= _DIGITS_LIMIT + text.startswith("-"):
            return int(text)
        if text.lstrip("-") in {"NaN", "Infinity"}:
            number: Any = Odd(f"{text} is not a JSON number")
        elif whole or math.isinf(number := float(text)):
            shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
            number = Odd(f"the number {shown} is too large")
        else:
            return number
        odd.append(number)
        return number

    return read


def find_flaw(value: object, text: str, odd: list[Any]) -> Flaw | None:
    """Return the first flaw of a value that was read from `text`, or None.

    Looking costs next to nothing for a sound record: only marks in its text make it walk the value.
    """
    if text.count("[") + text.count("{") > DEPTH_LIMIT and _depth(value) > DEPTH_LIMIT:
        return Flaw("", f"nested deeper than {DEPTH_LIMIT}")
    if odd:
        return _find_odd(value, "") or Flaw("", odd[0].message)
    if "\\u" in text:
        return _find_surrogate(value, "")
    return None


def _children(value: object) -> list[tuple[str, object]]:
    if isinstance(value, dict):
        return [(f".{key}", child) for key, child in value.items()]
    if isinstance(value, list):
        return [(f"[{index}]", child) for index, child in enumerate(value)]
    return []


def _find_odd(value: object, where: str) -> Flaw | None:
    if isinstance(value, Odd):
        return Flaw(where, value.message)
    flaws = (_find_odd(child, where + step) for step, child in _children(value))
    return next(filter(None, flaws), None)


def _find_surrogate(value: object, where: str) -> Flaw | None:
    if isinstance(value, str):
        return Flaw(where, "half of a surrogate pair") if _is_half(value) else None
    for step, child in _children(value):
        if _is_half(step):
            return Flaw(where, "half of a surrogate pair in a key")
        if (flaw := _find_surrogate(child, where + step)) is not None:
            return flaw
    return None


def _is_half(text: str) -> bool:
    return any("\ud800" <= sign <= "\udfff" for sign in text)


def _depth(value: object) -> int:
    """Return how deep a value nests, level by level: recursion is what a deep one would break."""
    depth, level = 0, [value]
    while level:
        level = [child for parent in level for _, child in _children(parent)]
        depth += 1
    return depth - 1
