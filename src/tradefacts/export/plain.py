"""Results as JSON-compatible objects."""

from __future__ import annotations

from functools import cache
from typing import Any

from tradefacts.places import Pair

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
