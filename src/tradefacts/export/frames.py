"""The rows of an answer in Python: as a pandas or polars data frame, and as short forms for a prompt or a notebook."""

from __future__ import annotations

from html import escape
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from tradefacts.errors import MissingExtraError
from tradefacts.export.extras import import_extra
from tradefacts.export.rows import format_cell, list_rows, pick
from tradefacts.names import check_choice
from tradefacts.rows.columns import choose_columns
from tradefacts.text import escape as show_unseen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tradefacts.answer import Answer
    from tradefacts.rows.columns import Column

    Values = Mapping[Column, Sequence[Any]]

_EXTRA = "frames"


def make_frame(answer: Answer[Any], library: str | None = None, fields: tuple[str, ...] = ()) -> Any:  # noqa: ANN401
    """Return the rows of an answer as a data frame of the named library, or else of the first one installed.

    Raises:
        MissingExtraError: it is not installed.
        InvalidQueryError: the library or a column is unknown.
    """
    columns = choose_columns(answer.command, fields)
    make = _MAKERS[_find_library(library)]
    rows = [pick(row, columns) for row in list_rows(answer)]
    return make({column: [row[at] for row in rows] for at, column in enumerate(columns)})


def _find_library(name: str | None) -> str:
    if name is None:
        installed = [known for known in _MAKERS if find_spec(known)]
        if not installed:
            hint = f"pip install 'tradefacts[{_EXTRA}]', or polars"
            raise MissingExtraError("a frame needs pandas or polars, and neither is installed", hint=hint)
        return installed[0]
    return check_choice("library", name, _MAKERS)


def _make_pandas(values: Values) -> Any:  # noqa: ANN401 - a frame
    """Return a data frame with nullable types, so that whole numbers stay whole."""
    pandas = import_extra("pandas", _EXTRA)
    types = {"text": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean", "list": "object"}
    return pandas.DataFrame(
        {
            column.name: pandas.Series(cells, dtype=types[column.type], name=column.name)
            for column, cells in values.items()
        }
    )


def _make_polars(values: Values) -> Any:  # noqa: ANN401 - a frame
    polars = import_extra("polars", _EXTRA)
    types = {
        "text": polars.String,
        "integer": polars.Int64,
        "number": polars.Float64,
        "boolean": polars.Boolean,
        "list": polars.List(polars.String),
    }
    return polars.DataFrame(
        [polars.Series(column.name, cells, types[column.type], strict=False) for column, cells in values.items()]
    )


_MAKERS = {"pandas": _make_pandas, "polars": _make_polars}
"""The function that makes a data frame, by library, the preferred one first."""


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
