"""The rows of an answer as a pandas or polars data frame; column types do not depend on the rows."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from tradefacts.errors import MissingExtraError
from tradefacts.export.extras import import_extra
from tradefacts.export.rows import list_rows, pick
from tradefacts.names import check_choice
from tradefacts.rows.columns import choose_columns

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
