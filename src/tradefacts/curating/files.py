"""The file that a curator names."""

from __future__ import annotations

from pathlib import Path

from tradefacts.basefile.layers import STREAM, find_layers
from tradefacts.errors import InvalidQueryError


def find_file(name: str) -> Path:
    """Return where a base is, to be written to; `builtin` is the shipped one.

    Raises:
        UnreadableBaseError: the file is missing, a directory, too large, or not permitted.
        InvalidQueryError: it is no file.
    """
    if name == STREAM:
        raise InvalidQueryError("a stream has no place to be written to", hint="name a file")
    (layer,) = find_layers([name])
    return Path(str(layer.path))
