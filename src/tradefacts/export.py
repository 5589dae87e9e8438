"""Answers for machines: one envelope of JSON, one fact a line, or one row a fact."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tradefacts.answer import SCHEMA_VERSION
from tradefacts.commands import QUESTIONS, load
from tradefacts.places import Pair
from tradefacts.text import escape, write_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tradefacts.answer import Answer

_PLAIN = {str, int, float, bool, type(None)}
# A spreadsheet runs a cell that begins so (OWASP, CSV Injection); an apostrophe makes it text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
# A plain figure such as `-10.6%` is none.
_SIGNED_NUMBER = re.compile(r"[+-][0-9]+([.,][0-9]+)? ?%?")
_LAYOUT = re.compile(r"[^\t\r\n]+|\r(?!\n)")


def iterate_envelope(answer: Answer[Any]) -> Iterator[str]:
    """Yield the JSON envelope of an answer, a line at a time, each fact on a line of its own."""
    head = {
        "schema_version": SCHEMA_VERSION,
        "command": answer.command,
        "query": answer.query,
        "base": {"layers": answer.base},
        "answer": make_plain(answer.result),
    }
    yield f'{write_json(head)[:-1]}, "facts": ['
    yield from _separate([claim.json for claim in answer.claims])
    yield '], "findings": ['
    yield from _separate([write_json(make_plain(finding)) for finding in answer.findings])
    yield "]}"


def iterate_lines(answer: Answer[Any]) -> Iterator[str]:
    """Yield one line of JSON for each row of an answer; the table of commands says what its rows are."""
    rows = QUESTIONS[answer.command].rows
    if rows == "claims":
        yield from (claim.json for claim in answer.claims)
    else:
        yield from (write_json(make_plain(item)) for item in _find_items(answer, str(rows)))


def iterate_table(answer: Answer[Any]) -> Iterator[str]:
    """Yield rows of comma-separated values, the header first; lists are joined by `; `."""
    import csv  # noqa: PLC0415 - only this format needs these three
    import io  # noqa: PLC0415
    import json  # noqa: PLC0415

    name = str(QUESTIONS[answer.command].rows)
    if name == "claims":
        columns = list_columns()
        rows = [_flatten(json.loads(claim.json)) for claim in answer.claims]
    else:
        rows = [make_plain(item) for item in _find_items(answer, name)]
        columns = _list_fields(answer.command, name)
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\r\n")
    for values in ([*columns], *([_format_value(row.get(name)) for name in columns] for row in rows)):
        writer.writerow(values)
        yield line.getvalue()[:-1]
        line.seek(0)
        line.truncate()


def list_columns() -> list[str]:
    """Return the columns of a claim: every key a fact can have, in the order of the base, then those of its page."""
    from tradefacts.factbase.derived import DERIVED, Page  # noqa: PLC0415 - a look-up as JSON needs no classes
    from tradefacts.records import FACTS, get_keys  # noqa: PLC0415

    stored = dict.fromkeys(key for kind in FACTS.values() for key in get_keys(kind))
    return [*stored, *(key for key in DERIVED if key != "page"), *get_keys(Page)]


def _list_fields(command: str, name: str) -> list[str]:
    """Return the fields of the rows of an answer that is not made of claims."""
    from typing import get_args, get_type_hints  # noqa: PLC0415 - as above

    from tradefacts.findings import Finding  # noqa: PLC0415

    if name == "findings":
        return list(Finding.__dataclass_fields__)
    (row, *_) = get_args(get_type_hints(load(str(QUESTIONS[command].result)))[name])
    return list(row._fields)


def make_plain(value: object) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """Return a result as JSON holds it: named tuples become objects; other tuples, and pairs, lists.

    A key that Python keeps for itself has an underscore behind it there: `from_` is written `from`.
    """
    if isinstance(value, tuple):
        names = None if isinstance(value, Pair) else getattr(value, "_fields", None)
        # Most of a result is text and numbers; asking here spares a call for each.
        items = [item if type(item) in _PLAIN else make_plain(item) for item in value]
        return items if names is None else {name.rstrip("_"): item for name, item in zip(names, items, strict=True)}
    if isinstance(value, dict):
        return {key: make_plain(item) for key, item in value.items()}
    return make_plain(vars(value)) if hasattr(value, "__dataclass_fields__") else value


def _separate(lines: list[str]) -> Iterator[str]:
    for line in lines[:-1]:
        yield f"{line},"
    yield from lines[-1:]


def _find_items(answer: Answer[Any], name: str) -> Sequence[object]:
    """Return the rows of an answer that is not made of claims: its findings, or a list of its result."""
    items: Sequence[object] = answer.findings if name == "findings" else getattr(answer.result, name)
    return items


def _flatten(fact: dict[str, Any]) -> dict[str, Any]:
    return {**fact, **fact.pop("page")}


def _format_value(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return "; ".join(_format_value(item) for item in value)
    if isinstance(value, dict):
        return write_json(value)
    if isinstance(value, str):
        is_formula = len(value) > 1 and value.startswith(_FORMULA) and not _SIGNED_NUMBER.fullmatch(value)
        # Tabs and line ends are quoted by the format itself; whatever else cannot be seen is shown.
        return ("'" if is_formula else "") + _LAYOUT.sub(lambda match: escape(match[0]), value)
    return write_json(value)
