"""Values for the shell to complete: read from the shipped base; whatever fails completes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.factbase import FactBase

_MOST = 200


def complete_place(incomplete: str) -> list[tuple[str, str]]:
    """Return codes of countries and groups, with their names."""
    return _complete(
        "SELECT DISTINCT code, places.name FROM places JOIN names ON names.id = code"
        " WHERE folded LIKE ? OR code LIKE ?",
        incomplete,
    )


def complete_id(incomplete: str) -> list[tuple[str, str]]:
    """Return ids of records and facts, with the section they stand in."""
    return _complete("SELECT id, section FROM ids WHERE id LIKE ? OR id LIKE ?", incomplete)


def complete_speaker(incomplete: str) -> list[tuple[str, str]]:
    """Return ids of people and bodies, with their names."""
    return _complete(
        "SELECT DISTINCT records.id, records.name FROM records JOIN names USING (id)"
        " WHERE records.section IN ('people', 'bodies') AND (folded LIKE ? OR records.id LIKE ?)",
        incomplete,
    )


def complete_publisher(incomplete: str) -> list[tuple[str, str]]:
    """Return the publishers, with how many pages each has."""
    return _complete(
        "SELECT publisher, count(*) || ' pages' FROM sources WHERE publisher LIKE ? OR id LIKE ? GROUP BY publisher",
        incomplete,
    )


def complete_kind(incomplete: str) -> list[str]:
    """Return the kinds of facts."""
    from tradefacts.asking import KINDS

    return [kind for kind in KINDS if kind.startswith(incomplete)]


def _complete(query: str, incomplete: str) -> list[tuple[str, str]]:
    return list(_find(query, incomplete))


def _find(query: str, incomplete: str) -> Iterator[tuple[str, str]]:
    from tradefacts.errors import TradefactsError
    from tradefacts.places import fold

    try:
        base = _open()
    except TradefactsError:
        return
    rows = base.rows(f"{query} LIMIT {_MOST}", (f"{fold(incomplete)}%", f"{incomplete}%"))
    yield from rows


def _open() -> FactBase:
    from tradefacts.factbase import open_base

    return open_base()
