"""Bring a base file into canonical form."""

from __future__ import annotations

from pathlib import Path

from tradefacts.errors import InvalidQueryError
from tradefacts.factbase.canonical import write_canonical
from tradefacts.factbase.layers import find_layers
from tradefacts.writing import rewrite_file


def format_file(name: str, *, is_check: bool = False) -> bool:
    """Write a file in canonical form and return whether it was not; a check only tells.

    Raises:
        UnreadableBaseError: the file is missing, a directory, too large, or not permitted.
        FactBaseError: it is not a fact base.
        OutputError: it cannot be written; the old content is kept.
        InvalidQueryError: it is no file.
    """
    (layer,) = find_layers([name])
    if layer.path is None:
        raise InvalidQueryError("a stream has no place to be written to", hint="name a file")
    if is_check:
        with layer.open() as stream:
            before = stream.read()
        return write_canonical(before, name) != before
    return rewrite_file(Path(layer.path), lambda before: write_canonical(before, name))
