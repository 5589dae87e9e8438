"""Write a base file in canonical form."""

from __future__ import annotations

from tradefacts.basefile.canonical import format_canonical
from tradefacts.curating.files import find_file
from tradefacts.writing import rewrite_file


def format_file(name: str, *, is_check: bool = False) -> bool:
    """Write a file in canonical form, and return whether that changed it; with `check`, nothing is written.

    Raises:
        UnreadableBaseError: the file is missing, a directory, too large, or not permitted.
        FactBaseError: it is not a fact base.
        OutputError: it cannot be written; the old content is kept.
        InvalidQueryError: it is a stream.
    """
    path = find_file(name)
    if is_check:
        before = path.read_bytes()
        return format_canonical(before, name) != before
    return rewrite_file(path, lambda before: format_canonical(before, name))
