"""Whether the records of a block of lines are beyond doubt, once pydantic has read them."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from tradefacts.basefile.references import find_marks
from tradefacts.errors import InvalidPeriodError
from tradefacts.forms import DATE, MONTHS, Written
from tradefacts.named_tuples import NamedTuple
from tradefacts.period import Period, check_date
from tradefacts.records import FACTS, RECORDS, Header, get_keys

if TYPE_CHECKING:
    from collections.abc import Callable

    from tradefacts.records import Record

_LARGEST = 10**18
"""What has more digits than this does not fit the integers of other readers."""
_CLASSES: tuple[type[Record], ...] = (Header, *RECORDS.values(), *FACTS.values())
# Many records hold the same dates, which are checked once; the bound keeps odd bases from filling the memory.
_CALENDAR: dict[Written, Callable[[str], object]] = {
    DATE: lru_cache(8192)(check_date),
    MONTHS: lru_cache(8192)(Period.parse),
}
DATED: dict[type[Record], dict[str, Callable[[str], object]]] = {
    record: {key: _CALENDAR[form] for key, form in find_marks(record, Written).items() if form in _CALENDAR}
    for record in _CLASSES
}
"""For each class, the keys that hold dates or months, and what checks that the calendar has them."""


class _Shape(NamedTuple):
    """What shows that a record is as it was written: how many keys it must have, and which can be left out."""

    required: int
    optional: tuple[str, ...]
    numbers: tuple[str, ...]
    """The keys with numbers."""


def _find_shape(record: type[Record]) -> _Shape:
    optional = tuple(key for key, is_optional in get_keys(record).items() if is_optional)
    hints = {key: {hint, *get_args(hint)} for key, hint in get_type_hints(record).items()}
    numbers = tuple(key for key in hints if hints[key] & {int, float})
    return _Shape(len(hints) - len(optional), optional, numbers)


_SHAPES = {record: _find_shape(record) for record in _CLASSES}


def are_plain(text: str, records: list[Record]) -> bool:
    """Whether lines of JSON without escapes are these records, one a line, and nothing that pydantic does not see.

    That is a key used twice, a number that is none, or one that other readers cannot take, and a day or month that the
    calendar does not have. As many colons as keys, and numbers of up to 18 digits, tell of none of the first three.
    """
    if not len(records) - 1 == text.count("\n") == text.count("},\n{"):
        return False
    kinds: defaultdict[type[Record], list[dict[str, Any]]] = defaultdict(list)
    for record in records:
        kinds[type(record)].append(vars(record))
    keys = sum(_count_keys(_SHAPES[kind], found) for kind, found in kinds.items())
    return _has_keys(text, keys) and all(_are_sound(kind, found) for kind, found in kinds.items())


def _count_keys(shape: _Shape, found: list[dict[str, Any]]) -> int:
    """Return how many keys records have, if each is written once and the optional ones not as null."""
    optional = sum(values[key] is not None for key in shape.optional for values in found)
    return len(found) * shape.required + optional


def _has_keys(text: str, count: int) -> bool:
    """Whether lines of JSON without escapes have so many keys, of which each has a colon after it.

    If the values have colons as well, each key must have its own directly after it: no blank can hide a second one.
    """
    return text.count(":") == count or (text.count('":') == count and '" ' not in text and "\t" not in text)


def _are_sound(record: type[Record], found: list[dict[str, Any]]) -> bool:
    """Whether other readers can take the numbers of records, and the calendar has their days and months."""
    for key in _SHAPES[record].numbers:
        if not all(number is None or -_LARGEST < number < _LARGEST for number in map(itemgetter(key), found)):
            return False
    try:
        for key, check in DATED[record].items():
            for text in {values[key] for values in found} - {None}:
                check(text)
    except InvalidPeriodError:
        return False
    return True
