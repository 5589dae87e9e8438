"""Values for the shell to complete: read from the shipped base; whatever fails completes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.factbase import FactBase

_MOST = 200


def complete_place(incomplete: str) -> list[tuple[str, str]]:
    """Return codes of countries and groups, with their names; a name that has been begun, in full."""
    codes = _complete("SELECT code, name FROM places WHERE code LIKE ? OR code LIKE ?", incomplete.upper())
    names = _complete(
        "SELECT names.name, code FROM names JOIN places ON names.id = code WHERE folded LIKE ? AND '' != ?", incomplete
    )
    # A shell keeps what begins as the user does; a name is known in any case, so it goes on in the user's.
    begun = [
        (incomplete + name[len(incomplete) :], code)
        for name, code in names
        if " " not in name and name != code and name.casefold().startswith(incomplete.casefold())
    ]
    return [*codes, *begun]


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


def complete_flow(incomplete: str) -> list[str]:
    """Return the flows."""
    from tradefacts.asking import FLOWS

    return [flow for flow in FLOWS if flow.startswith(incomplete)]


def complete_format(incomplete: str) -> list[str]:
    """Return the forms an answer can take."""
    from tradefacts.cli.shared import FORMATS

    return [form for form in FORMATS if form.startswith(incomplete)]


def complete_schema(incomplete: str) -> list[str]:
    """Return the names of the schemas."""
    from tradefacts.schema import NAMES

    return [name for name in NAMES if name.startswith(incomplete)]


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
