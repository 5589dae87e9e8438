"""Results as JSON-compatible objects."""

from __future__ import annotations

from typing import Any

from tradefacts.places import Pair

_PLAIN = {str, int, float, bool, type(None)}


def make_plain(value: object) -> Any:  # noqa: ANN401 - any JSON value
    """Return a result as JSON-compatible objects: named tuples become objects; other tuples, and pairs, become lists.

    The trailing underscore of a key that is a Python keyword is dropped: `from_` is written `from`.
    """
    if isinstance(value, tuple):
        names = None if isinstance(value, Pair) else getattr(value, "_fields", None)
        # Most values are text and numbers; checking here saves a call for each.
        items = [item if type(item) in _PLAIN else make_plain(item) for item in value]
        return items if names is None else {name.rstrip("_"): item for name, item in zip(names, items, strict=True)}
    if isinstance(value, dict):
        return {key: make_plain(item) for key, item in value.items()}
    return make_plain(vars(value)) if hasattr(value, "__dataclass_fields__") else value
