"""Answers for machines: one envelope of JSON, one fact a line, or one row a fact."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tradefacts.text import escape, write_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tradefacts.answer import Answer

SCHEMA_VERSION = 1

COLUMNS = (
    *("id", "kind", "source", "attributed_to", "attributed_as", "note", "inferred"),
    *("country", "partner", "flow", "reporter", "period", "base_period", "value", "percent", "currency", "printed"),
    *("bound", "scope", "whole", "whole_country", "whole_partner", "by", "horizon"),
    *("status", "projects", "jobs", "jobs_printed", "jobs_bound", "person", "office", "start", "end", "seen_on"),
    *("name", "date", "venue", "parties", "participants", "topics", "pair", "first", "last", "low", "high"),
    *("publisher", "origin", "title", "url", "published", "language"),
)
"""The columns of csv: every key a fact can have, in the order of the base, then those of its page."""

_PLAIN = {str, int, float, bool, type(None)}
# A spreadsheet runs a cell that begins so (OWASP, CSV Injection); an apostrophe makes it text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
# A plain figure such as `-10.6%` is none.
_SIGNED_NUMBER = re.compile(r"[+-][0-9]+([.,][0-9]+)? ?%?")
_LAYOUT = re.compile(r"[^\t\r\n]+|\r(?!\n)")


def write_envelope(answer: Answer[Any]) -> Iterator[str]:
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


def write_lines(answer: Answer[Any]) -> Iterator[str]:
    """Yield one line of JSON for each fact; for each finding or record where the answer is made of those."""
    for claim in answer.claims:
        yield claim.json
    if not answer.claims:
        for item in _find_items(answer):
            yield write_json(make_plain(item))


def write_table(answer: Answer[Any]) -> Iterator[str]:
    """Yield rows of comma-separated values, the header first; lists are joined by `; `."""
    import csv  # noqa: PLC0415 - only this format needs these three
    import io  # noqa: PLC0415
    import json  # noqa: PLC0415

    rows: list[dict[str, Any]] = [_flatten(json.loads(claim.json)) for claim in answer.claims]
    columns: Sequence[str] = COLUMNS
    if not rows and (items := _find_items(answer)):
        rows = [make_plain(item) for item in items]
        columns = list(rows[0])
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\r\n")
    for values in ([*columns], *([_write_value(row.get(name)) for name in columns] for row in rows)):
        writer.writerow(values)
        yield line.getvalue()[:-1]
        line.seek(0)
        line.truncate()


def make_plain(value: object) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """Return a result as JSON holds it: named tuples become objects, other tuples lists.

    A key that Python keeps for itself has an underscore behind it there: `from_` is written `from`.
    """
    if isinstance(value, tuple):
        names = getattr(value, "_fields", None)
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


def _find_items(answer: Answer[Any]) -> Sequence[object]:
    """Return what an answer without facts is made of: its findings, or the one list of its result."""
    if answer.findings:
        return answer.findings
    lists = [value for value in answer.result if isinstance(value, tuple) and value]
    return [item for item in lists[0] if hasattr(item, "_fields")] if lists else []


def _flatten(fact: dict[str, Any]) -> dict[str, Any]:
    return {**fact, **fact.pop("page")}


def _write_value(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return "; ".join(_write_value(item) for item in value)
    if isinstance(value, dict):
        return write_json(value)
    if isinstance(value, str):
        is_formula = len(value) > 1 and value.startswith(_FORMULA) and not _SIGNED_NUMBER.fullmatch(value)
        # Tabs and line ends are quoted by the format itself; whatever else cannot be seen is shown.
        return ("'" if is_formula else "") + _LAYOUT.sub(lambda match: escape(match[0]), value)
    return write_json(value)
