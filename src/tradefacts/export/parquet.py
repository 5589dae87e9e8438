"""Rows as Parquet: typed and described columns; their types do not depend on the rows."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from tradefacts.export.extras import import_extra

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from tradefacts.rows.columns import Column

_BATCH = 4096


def write_parquet(
    path: Path, columns: Sequence[Column], rows: Iterable[Sequence[Any]], about: Mapping[str, str]
) -> None:
    """Write rows as Parquet in batches; `about` goes into the file's metadata.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    arrow = import_extra("pyarrow", "parquet")
    writer = import_extra("pyarrow.parquet", "parquet")
    types = {
        "text": arrow.string(),
        "integer": arrow.int64(),
        "number": arrow.float64(),
        "boolean": arrow.bool_(),
        "list": arrow.list_(arrow.string()),
    }
    fields = [
        arrow.field(column.name, types[column.type], column.may_be_null, {"description": column.description})
        for column in columns
    ]
    schema = arrow.schema(fields, {f"tradefacts.{key}": value for key, value in about.items()})
    remaining = iter(rows)
    with writer.ParquetWriter(path, schema) as stream:
        while batch := list(islice(remaining, _BATCH)):
            arrays = [
                arrow.array(values, field.type) for values, field in zip(zip(*batch, strict=True), fields, strict=True)
            ]
            stream.write_table(arrow.Table.from_arrays(arrays, schema=schema))
