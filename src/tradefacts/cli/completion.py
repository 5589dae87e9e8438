"""Values for the shell to complete, from the vocabulary and the built-in base; errors complete nothing."""

from __future__ import annotations

from typing import Any

_MOST = 200


def complete_place(incomplete: str) -> list[tuple[str, str]]:
    """Return codes of countries and groups with their names, or the full form of a partial name."""
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


def complete_id_or_place(incomplete: str) -> list[tuple[str, str]]:
    """Return places, and ids of records and facts."""
    return [*complete_place(incomplete), *complete_id(incomplete)]


def complete_base(incomplete: str) -> list[tuple[str, str]]:
    """Return the word for the built-in base; the shell itself completes files."""
    return [("builtin", "the built-in base")] if incomplete and "builtin".startswith(incomplete) else []


def complete_speaker(incomplete: str) -> list[tuple[str, str]]:
    """Return ids of people and bodies, with their names."""
    return _list("speakers", incomplete)


def complete_publisher(incomplete: str) -> list[tuple[str, str]]:
    """Return the publishers, each with its number of pages."""
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


def complete_format(ctx: Any, incomplete: str) -> list[str]:  # noqa: ANN401 - typer's own context class
    """Return the output formats of the command."""
    from tradefacts.commands import FORMATS
    from tradefacts.export.whole import FORMATS as EXPORTS

    command = _find_command(ctx)
    known = EXPORTS if command.name == "export" else (*FORMATS, *command.formats)
    return [form for form in known if form.startswith(incomplete)]


def complete_fields(ctx: Any, incomplete: str) -> list[tuple[str, str]]:  # noqa: ANN401 - as above
    """Return the columns of the command's rows, after those that are already given."""
    from tradefacts.rows.columns import list_columns

    named, comma, begun = incomplete.rpartition(",")
    columns = list_columns(_find_command(ctx).name)
    return [(f"{named}{comma}{found.name}", found.description) for found in columns if found.name.startswith(begun)]


def complete_sort(ctx: Any, incomplete: str) -> list[str]:  # noqa: ANN401 - as above
    """Return the sort keys of the command, as in its help."""
    helps = [part[1] for part in _find_command(ctx).parameters if part[0] == "--sort"]
    words = [word.strip(",.") for line in helps for word in line.split("(")[0].split()]
    return [word for word in words if word.startswith(incomplete) and word not in {"Sort", "by", "or"}]


def complete_code(incomplete: str) -> list[tuple[str, str]]:
    """Return the codes of audit rules."""
    from tradefacts.audit import describe_rules

    return [(rule.code, rule.sentence) for rule in describe_rules() if rule.code.startswith(incomplete)]


def complete_lint_code(incomplete: str) -> list[tuple[str, str]]:
    """Return the codes of lint rules."""
    from tradefacts.lint import describe_rules

    return [(rule.code, rule.sentence) for rule in describe_rules() if rule.code.startswith(incomplete)]


def complete_color(incomplete: str) -> list[str]:
    """Return the values of --color."""
    from tradefacts.commands import COLORS

    return [word for word in COLORS if word.startswith(incomplete)]


def complete_currency(incomplete: str) -> list[str]:
    """Return the codes of currencies."""
    from tradefacts.figure.currencies import CURRENCIES

    return sorted(code for code in CURRENCIES if code.startswith(incomplete.upper()))


def complete_language(incomplete: str) -> list[str]:
    """Return the languages in which texts are read."""
    from tradefacts.commands import LANGUAGES

    return [language for language in LANGUAGES if language.startswith(incomplete)]


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


def _find_command(ctx: Any) -> Any:  # noqa: ANN401 - a command of the table
    from tradefacts.commands import ALIASES, COMMANDS

    return COMMANDS[ALIASES.get(ctx.info_name, ctx.info_name)]


def _list(what: str, incomplete: str) -> list[tuple[str, str]]:
    from tradefacts.errors import TradefactsError
    from tradefacts.factbase import open_base

    try:
        return open_base().list_beginning(what, incomplete, _MOST)
    except TradefactsError:
        return []
