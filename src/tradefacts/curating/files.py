"""The file that a curator names."""

from __future__ import annotations

from pathlib import Path

from tradefacts.basefile.layers import STREAM, find_layers
from tradefacts.errors import InvalidQueryError


def find_file(name: str) -> Path:
    """Return the path of a base to write to; `builtin` is the built-in one.

    Raises:
        UnreadableBaseError: the file is missing, a directory, too large, or not permitted.
        InvalidQueryError: it is a stream.
    """
    if name == STREAM:
        raise InvalidQueryError("a stream cannot be changed", hint="name a file")
    (layer,) = find_layers([name])
    layer.open().close()  # whether it can be read
    return Path(str(layer.path))
