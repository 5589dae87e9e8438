"""Read a table of official figures row by row: which rows count, and why the others do not."""

from __future__ import annotations

import csv
import io
from collections import Counter
from typing import TYPE_CHECKING

from tradefacts.basefile.encoding import check_encoding
from tradefacts.basefile.outside import check_file, open_file
from tradefacts.errors import FactBaseError
from tradefacts.named_tuples import NamedTuple
from tradefacts.official.columns import AMOUNTS, Columns, Role, find_columns
from tradefacts.official.values import Flow, read_amount, read_currency, read_flow, read_period, read_scale

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tradefacts.exact import Exact
    from tradefacts.interval import Interval

_SEPARATORS = ",;\t|"
_ALL_GOODS = {"", "total", "ag-total", "all", "totl", "_t"}


class Observation(NamedTuple):
    """One amount as an office counts it."""

    line: int
    """The line of the file, counted from 1."""
    reporter: str
    """Whose statistics it is, as the file writes it."""
    partner: str
    flow: Flow
    period: str
    currency: str
    value: Interval[Exact]
    """In units of the currency."""
    has_freight: bool
    """Whether freight and insurance are in it, as usual for imports."""


class OfficialFile(NamedTuple):
    """What a file holds."""

    rows: int
    observations: list[Observation]
    skipped: dict[str, int]
    """How many rows or amounts were left out, by the reason."""
    notes: tuple[str, ...] = ()


def read_official(name: str, named: Mapping[Role, str]) -> OfficialFile:
    """Return the amounts of a table; `named` says which column holds what, where its head does not tell.

    Raises:
        UnreadableBaseError: the file cannot be read.
        FactBaseError: it is no table, lacks a column that is needed, or no row of it can be read.
    """
    text, is_sure = _decode(name)
    header, *rows = _list_rows(text, name)
    try:
        columns = find_columns(header.cells, named, name)
    except FactBaseError:
        if is_sure:
            raise
        raise FactBaseError(f"{name}: the file is not UTF-8", hint="save it as CSV in UTF-8") from None
    skipped: Counter[str] = Counter()
    observations = [found for row in rows for found in _read_row(row, columns, skipped)]
    if not observations:
        why = "; ".join(f"{number:,} {reason}" for reason, number in skipped.items()) or "it has no rows"
        raise FactBaseError(f"{name}: no row can be used: {why}", hint="say which column is what: --map ROLE=COLUMN")
    notes = () if is_sure else (f"{name} is not UTF-8 and was read as Windows-1252",)
    return OfficialFile(len(rows), observations, dict(skipped), notes)


class _Row(NamedTuple):
    line: int
    cells: Sequence[str]
    has_decimal_comma: bool


def _decode(name: str) -> tuple[str, bool]:
    """Return the text of a file, and whether it is UTF-8; Comtrade writes accents of names as Windows does."""
    with open_file(check_file(name, "file"), name, "file") as stream:
        content, _ = check_encoding(stream.read(), name)
    try:
        return content.decode(), True
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace"), False


def _list_rows(text: str, name: str) -> list[_Row]:
    """Return the rows of a table that hold anything, the header first."""
    first = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        rows = [_Row(reader.line_num, cells, separator == ";") for cells in reader if any(map(str.strip, cells))]
    except csv.Error as error:
        raise FactBaseError(f"{name}: line {reader.line_num}: {error}") from None
    if not rows:
        raise FactBaseError(f"{name}: the file is empty", hint="expected a table with a header")
    return rows


def _read_row(row: _Row, columns: Columns, skipped: Counter[str]) -> Iterator[Observation]:
    """Yield the amounts of a row; a reason is counted for each that is none."""
    line, cells, has_decimal_comma = row
    period = read_period(columns.get(cells, "period"))
    scale = read_scale(columns.get(cells, "scale"), is_power="scale" in columns.places)
    if columns.get(cells, "goods").casefold() not in _ALL_GOODS:
        skipped["of some goods only"] += 1
    elif not columns.is_total(cells):
        skipped["that break a total down"] += 1
    elif period is None or scale is None:
        skipped["without a period" if period is None else "of an unknown scale"] += 1
    else:
        ends = columns.get(cells, "reporter"), columns.get(cells, "partner")
        currency = read_currency(columns.get(cells, "currency")) or "USD"
        for flow, text, has_freight in _find_amounts(cells, columns):
            value = read_amount(text, scale, has_decimal_comma=has_decimal_comma)
            if flow is None or value is None:
                skipped["of another flow" if flow is None else "without an amount"] += 1
            else:
                yield Observation(line, *ends, flow, period, currency, value, has_freight)


def _find_amounts(row: Sequence[str], columns: Columns) -> Iterator[tuple[Flow | None, str, bool]]:
    """Yield flow and text of each amount of a row, and whether it holds freight."""
    amounts = [role for role in AMOUNTS if role in columns.places]
    if amounts:
        yield from ((read_flow(role), columns.get(row, role), role == "imports") for role in amounts)
        return
    written = columns.get(row, "flow")
    flow = read_flow(written)
    yield flow, columns.get(row, "value"), flow == "imports" and "fob" not in written.casefold()
