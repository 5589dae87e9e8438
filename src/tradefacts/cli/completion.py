"""Values for the shell to complete, from the vocabulary and the built-in base; errors complete nothing."""

from __future__ import annotations

_MOST = 200


def complete_place(incomplete: str) -> list[tuple[str, str]]:
    """Return codes of countries and groups with their names, or the full form of a name that was begun."""
    # A shell keeps values that begin with the user's text. Names match in any case, so they continue the user's text.
    begun = [
        (incomplete + name[len(incomplete) :], code)
        for name, code in _list("places", incomplete)
        if " " not in name and name != code and name.casefold().startswith(incomplete.casefold())
    ]
    return [*_list("codes", incomplete), *begun]


def complete_id(incomplete: str) -> list[tuple[str, str]]:
    """Return ids of records and facts, with their sections."""
    return _list("ids", incomplete)


def complete_speaker(incomplete: str) -> list[tuple[str, str]]:
    """Return ids of people and bodies, with their names."""
    return _list("speakers", incomplete)


def complete_publisher(incomplete: str) -> list[tuple[str, str]]:
    """Return the publishers, with how many pages each has."""
    return _list("publishers", incomplete)


def complete_flow(incomplete: str) -> list[str]:
    """Return the flows."""
    from tradefacts.vocabulary import FLOWS

    return [flow for flow in FLOWS if flow.startswith(incomplete)]


def complete_kind(incomplete: str) -> list[str]:
    """Return the kinds of facts."""
    from tradefacts.vocabulary import KINDS

    return [kind for kind in KINDS if kind.startswith(incomplete)]


def complete_record(incomplete: str) -> list[str]:
    """Return the kinds of records: the kinds of facts, and one for each other section."""
    from tradefacts.curating.fields import KINDS

    return [kind for kind in KINDS if kind.startswith(incomplete)]


def complete_severity(incomplete: str) -> list[str]:
    """Return the severities of audit findings."""
    from tradefacts.audit.rules import SEVERITIES

    return [severity for severity in SEVERITIES if severity.startswith(incomplete)]


def complete_format(incomplete: str) -> list[str]:
    """Return the output formats."""
    from tradefacts.commands import FORMATS

    return [form for form in FORMATS if form.startswith(incomplete)]


def complete_color(incomplete: str) -> list[str]:
    """Return the values of --color."""
    from tradefacts.commands import COLORS

    return [word for word in COLORS if word.startswith(incomplete)]


def complete_layout(incomplete: str) -> list[str]:
    """Return the layouts."""
    from tradefacts.commands import LAYOUTS

    return [word for word in LAYOUTS if word.startswith(incomplete)]


def complete_topic(incomplete: str) -> list[str]:
    """Return the topics of help, and the commands."""
    from tradefacts.cli.topics import list_topics
    from tradefacts.commands import COMMANDS

    return [word for word in (*list_topics(), *COMMANDS) if word.startswith(incomplete)]


def complete_schema(incomplete: str) -> list[str]:
    """Return the names of the schemas."""
    from tradefacts.schema import NAMES

    return [name for name in NAMES if name.startswith(incomplete)]


def _list(what: str, incomplete: str) -> list[tuple[str, str]]:
    from tradefacts.errors import TradefactsError
    from tradefacts.factbase import open_base

    try:
        return open_base().list_beginning(what, incomplete, _MOST)
    except TradefactsError:
        return []
