"""Open layers as one compiled base: from the cache, or compiled now."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from typing import TYPE_CHECKING

from tradefacts.basefile.layers import find_layers
from tradefacts.errors import BaseChangedError, UnreadableBaseError
from tradefacts.factbase import cache
from tradefacts.factbase.base import FactBase
from tradefacts.storage import create_temporary, find_cache_folder, remove_temporary, sweep

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradefacts.basefile.layers import Layer


def open_base(names: Sequence[str] = ()) -> FactBase:
    """Open the named bases as one, lowest first; without a name, the built-in one.

    A name is a path, `builtin` for the built-in base, or `-` for standard input.

    Raises:
        UnreadableBaseError: a file is missing, a directory, too large, or not permitted.
        FactBaseError: a file is not a fact base; it holds every fault found.
        InvalidQueryError: a name is an address.
    """
    layers = find_layers(names)
    with contextlib.ExitStack() as held:
        for layer in layers:
            held.enter_context(layer)
        try:
            return _open_layers(layers)
        except BaseChangedError:  # before it was opened; since then it is held
            return _open_layers(layers)


def _open_layers(layers: list[Layer]) -> FactBase:
    folder = find_cache_folder()
    key = cache.hash_layers(layers, folder)

    def recompile() -> sqlite3.Connection:
        if folder is not None:
            cache.forget(folder, key)
        return _compile_in_memory(layers)[0]

    if folder is not None and (connection := cache.open_compiled(folder, key)) is not None:
        with contextlib.suppress(sqlite3.Error, KeyError, ValueError):  # whatever a damaged file can look like
            return FactBase(connection, layers, recompile=recompile)
    connection, notes = _compile(layers, folder, key)
    return FactBase(connection, layers, recompile=recompile, notes=notes)


def open_in_memory(layers: list[Layer]) -> FactBase:
    """Open layers without the cache, as they are before anybody writes them.

    Raises:
        FactBaseError: a layer is not a fact base; it holds every fault found.
    """
    connection, notes = _compile_in_memory(layers)
    return FactBase(connection, layers, recompile=lambda: _compile_in_memory(layers)[0], notes=notes)


def _compile(layers: list[Layer], folder: str | None, key: str) -> tuple[sqlite3.Connection, list[str]]:
    """Compile to the cache where that works, else in memory."""
    if folder is None:
        return _compile_in_memory(layers)
    sweep(folder)
    try:
        descriptor, written = create_temporary(folder, f"{key}.")
    except OSError:
        return _compile_in_memory(layers)
    try:
        notes = _compile_to_file(layers, written)
        return cache.connect(cache.keep(folder, key, written)), notes
    except UnreadableBaseError:
        raise
    except (OSError, sqlite3.Error):
        return _compile_in_memory(layers)
    finally:
        with contextlib.suppress(OSError):
            os.close(descriptor)
        remove_temporary(written)


def _compile_to_file(layers: list[Layer], path: str) -> list[str]:
    from tradefacts.factbase.compilation import compile_layers  # noqa: PLC0415 - a compiled base does without it

    # Nobody else sees the file before it is finished: nothing has to survive a crash, and no lock has to be SQLite's.
    with contextlib.closing(cache.connect(path, "rw&nolock=1", isolation_level=None)) as connection:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        return compile_layers(layers, connection)


def _compile_in_memory(layers: list[Layer]) -> tuple[sqlite3.Connection, list[str]]:
    from tradefacts.factbase.compilation import compile_layers  # noqa: PLC0415 - a compiled base does without it

    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    try:
        return connection, compile_layers(layers, connection)
    except BaseException:
        connection.close()
        raise
