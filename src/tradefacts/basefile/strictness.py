"""Faults in JSON that a parser accepts, but a fact base must not have."""

from __future__ import annotations

import json
import math
import re
from typing import TYPE_CHECKING, Any

from tradefacts.named_tuples import NamedTuple
from tradefacts.text import shorten

if TYPE_CHECKING:
    from collections.abc import Callable

DEPTH_LIMIT = 64
TWICE = "the key is used twice"
_SHOWN = 60
_TOKEN = re.compile(r'("(?:[^"\\]|\\.)*")\s*:|"(?:[^"\\]|\\.)*"|([][{},])')
_DIGITS_LIMIT = 18  # the range of a 64-bit integer, the widest that readers of JSON agree on


class JsonFault(NamedTuple):
    """A fault in the JSON of one record: its place and description."""

    where: str
    message: str


class Odd:
    """Replaces a number or key that JSON does not have, so that its path can be found."""

    def __init__(self, message: str) -> None:
        """Take the message about it."""
        self.message = message


def parse_strictly(text: str, line: int = 1) -> tuple[Any, JsonFault | None]:
    """Return the value of a text that begins on `line`, and its first fault, if it has one.

    Raises:
        ValueError: it is not JSON.
        RecursionError: it is nested too deep to be read.
    """
    odd: list[Any] = []
    value = json.loads(
        text,
        object_pairs_hook=note_duplicates(odd),
        parse_int=note_odd_number(odd, whole=True),
        parse_float=note_odd_number(odd),
        parse_constant=note_odd_number(odd),
    )
    return value, find_fault(value, text, odd, line)


def note_duplicates(odd: list[Any]) -> Callable[[list[tuple[str, Any]]], dict[str, Any]]:
    """Return a hook that builds objects and sets an `Odd` for any key that is used twice."""

    def build(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        built = dict(pairs)
        if len(built) < len(pairs):
            seen: set[str] = set()
            twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]  # None
            built[twice] = Odd(TWICE)
            odd.append(built[twice])
        return built

    return build


def note_odd_number(odd: list[Any], *, whole: bool = False) -> Callable[[str], Any]:
    """Return a hook that reads a number and returns an `Odd` if it is not one, or too large."""

    def read(text: str) -> Any:  # noqa: ANN401 - a number, or an `Odd`
        if whole and len(text) <= _DIGITS_LIMIT + text.startswith("-"):
            return int(text)
        if text.lstrip("-") in {"NaN", "Infinity"}:
            number: Any = Odd(f"{text} is not a JSON number")
        elif whole or math.isinf(number := float(text)):
            number = Odd(f"the number {shorten(text, _SHOWN)} is too large")
        else:
            return number
        odd.append(number)
        return number

    return read


def find_fault(value: object, text: str, odd: list[Any], line: int) -> JsonFault | None:
    """Return the first fault in a value that was read from `text`, which begins on `line`; or None.

    This takes almost no time for a sound record, because the value is searched only if its text has certain marks.
    """
    if text.count("[") + text.count("{") > DEPTH_LIMIT and _depth(value) > DEPTH_LIMIT:
        return JsonFault("", f"nested deeper than {DEPTH_LIMIT}")
    if odd and (fault := _find_odd(value, "")) is not None:  # it is: one that is overwritten is below a key used twice
        return _add_lines(fault, text, line) if fault.message == TWICE else fault
    if "\\u" in text:
        return _find_bad_sign(value, "")
    return None


def _add_lines(fault: JsonFault, text: str, line: int) -> JsonFault:
    first, second = (line + above for above in _find_key(text, fault.where)[:2])
    lines = f" on line {first}" if first == second else f", on lines {first} and {second}"
    return JsonFault(fault.where, f"{TWICE}{lines}")


def _find_key(text: str, where: str) -> list[int]:
    """Return how many lines of a JSON text are above each key with that path."""
    above: list[int] = []
    parents: list[tuple[str, int | None]] = []  # the path of each open bracket; in a list, the index of the item
    here = ""
    for token in _TOKEN.finditer(text):
        key, sign = token.groups()
        if key:
            here = f"{parents[-1][0]}.{json.loads(key)}"
            if here == where:
                above.append(text.count("\n", 0, token.start()))
        elif sign in {"{", "["}:
            parents.append((here, 0 if sign == "[" else None))
            here = f"{here}[0]"
        elif sign in {"}", "]"}:
            parents.pop()
        elif sign == "," and (item := parents[-1][1]) is not None:
            parents[-1] = (parents[-1][0], item + 1)
            here = f"{parents[-1][0]}[{item + 1}]"
    return above


def _children(value: object) -> list[tuple[str, object]]:
    if isinstance(value, dict):
        return [(f".{key}", child) for key, child in value.items()]
    if isinstance(value, list):
        return [(f"[{index}]", child) for index, child in enumerate(value)]
    return []


def _find_odd(value: object, where: str) -> JsonFault | None:
    if isinstance(value, Odd):
        return JsonFault(where, value.message)
    faults = (_find_odd(child, where + step) for step, child in _children(value))
    return next(filter(None, faults), None)


def _find_bad_sign(value: object, where: str) -> JsonFault | None:
    """Return where half a surrogate pair or a NUL is, because other programs do not accept them as text."""
    if isinstance(value, str):
        return JsonFault(where, message) if (message := _name_bad_sign(value)) else None
    for step, child in _children(value):
        if message := _name_bad_sign(step):
            return JsonFault(where, f"{message} in a key")
        if (fault := _find_bad_sign(child, where + step)) is not None:
            return fault
    return None


def _name_bad_sign(text: str) -> str | None:
    if "\0" in text:
        return "a NUL character"
    return "half of a surrogate pair" if _is_half(text) else None


def _is_half(text: str) -> bool:
    return any("\ud800" <= sign <= "\udfff" for sign in text)


def _depth(value: object) -> int:
    """Return how many brackets enclose the deepest place, level by level, because a deep one would break recursion."""
    depth, level = 0, [value]
    while level:
        level = [child for parent in level for _, child in _children(parent) if isinstance(child, (dict, list))]
        depth += 1
    return depth
