"""Short forms of an answer: one line for a prompt, a small table of its first rows for a notebook."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from tradefacts.export.rows import format_cell, list_rows, pick
from tradefacts.rows.columns import choose_columns
from tradefacts.text import escape as show_unseen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tradefacts.answer import Answer
    from tradefacts.rows.columns import Column

_SHOWN = 20
_LONGEST = 80
_LINK = ("http://", "https://")


def describe(answer: Answer[Any]) -> str:
    """Return the query and the number of results in one line: `pair KG–KZ, since 2020: 12 rows, 40 facts`."""
    asked = ", ".join(_describe_part(name, value) for name, value in answer.query.items())
    counts = {"fact": len(answer.claims), "finding": len(answer.findings)}
    if answer.command != "facts":
        counts = {"row": sum(1 for _ in list_rows(answer)), **counts}
    found = ", ".join(_count(number, noun) for noun, number in counts.items() if number) or "nothing"
    return f"{answer.command}{f' {asked}' if asked else ''}: {found}"


def format_html(answer: Answer[Any]) -> str:
    """Return a table of the first rows, without columns that are empty in all of them; long cells are truncated."""
    columns = choose_columns(answer.command, ())
    rows = [pick(row, columns) for row in list_rows(answer)]
    return "\n".join(_iterate_html(describe(answer), columns, rows, answer.notes))


def _iterate_html(
    caption: str, columns: Sequence[Column], rows: Sequence[Sequence[Any]], notes: Sequence[str]
) -> Iterator[str]:
    shown = rows[:_SHOWN]
    used = [at for at in range(len(columns)) if any(row[at] not in (None, []) for row in shown)]
    yield "<table>"
    yield f"<caption>{escape(caption)}</caption>"
    heads = "".join(f'<th title="{escape(columns[at].description)}">{escape(columns[at].name)}</th>' for at in used)
    yield f"<thead><tr>{heads}</tr></thead>"
    yield "<tbody>"
    for row in shown:
        yield f"<tr>{''.join(f'<td>{_format_cell(row[at])}</td>' for at in used)}</tr>"
    yield "</tbody>"
    yield "</table>"
    more = [f"{len(rows) - _SHOWN:,} more rows: to_frame() has them all"] if len(rows) > _SHOWN else []
    for note in (*more, *notes):
        yield f"<p>{escape(note)}</p>"


def _format_cell(value: Any) -> str:  # noqa: ANN401 - any value of a row
    text = show_unseen(format_cell(value))
    short = escape(text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…")
    return f'<a href="{escape(text)}">{short}</a>' if text.startswith(_LINK) else short


def _describe_part(name: str, value: Any) -> str:  # noqa: ANN401 - any value of a query
    if name == "pair":
        return "–".join(value)
    text = " ".join(map(str, value)) if isinstance(value, list) else f"{value}"
    return text if name in {"place", "ids", "words"} else f"{name} {text}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
