"""What stands in the cells of official tables: amounts, periods and flows, each in several spellings."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from typing import TYPE_CHECKING, Literal

from tradefacts.basefile.outside import check_encoding, check_file, open_file
from tradefacts.errors import FactBaseError, InvalidPeriodError
from tradefacts.exact import Exact
from tradefacts.interval import Interval
from tradefacts.named_tuples import NamedTuple
from tradefacts.official.columns import AMOUNTS, Columns, Role, find_columns
from tradefacts.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Flow = Literal["exports", "imports", "re-exports", "re-imports", "turnover"]

_FLOWS: dict[str, Flow] = {
    **dict.fromkeys(("x", "export", "exports", "2", "txgfobusd", "xgfobusd"), "exports"),
    **dict.fromkeys(("m", "import", "imports", "1", "tmgcifusd", "tmgfobusd", "mgcifusd", "mgfobusd"), "imports"),
    **dict.fromkeys(("rx", "reexport", "reexports", "3"), "re-exports"),
    **dict.fromkeys(("rm", "reimport", "reimports", "4"), "re-imports"),
    **dict.fromkeys(("turnover", "totaltrade", "tradeturnover"), "turnover"),
}
_MISSING = {"", ":", "..", "...", "-", "–", "na", "n/a", "nan", "null"}
_NUMBER = re.compile(r"(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,2}))?")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d*)?")
_SPACES = re.compile(r"[\s\u00a0\u202f'_]")
_WORDS = {"thousand": 3, "million": 6, "billion": 9}
_LONGEST = 30
_QUARTER = re.compile(r"(\d{4})-?Q([1-4])")
_MONTH = re.compile(r"(\d{4})-?M?(\d{2})")
_DAY = re.compile(r"(\d{4})-?(\d{2})-?01(?:T.*)?")


def read_amount(text: str, scale: Exact, *, has_decimal_comma: bool = False) -> Interval[Exact] | None:
    """Return what an amount stands for in units of its currency; None where the cell is empty or holds no number.

    Its digits are taken as they are: half a unit of the last one lies to either side.
    """
    written = _SPACES.sub("", text)
    if has_decimal_comma and "." not in written:
        written = written.replace(",", ".")
    elif _THOUSANDS.fullmatch(written):
        written = written.replace(",", "")
    if len(written) > _LONGEST or written.casefold() in _MISSING or (match := _NUMBER.fullmatch(written)) is None:
        return None
    whole, decimals, power = match[1], match[2] or "", int(match[3] or 0)
    exponent = power - len(decimals)
    number, half = Exact(int(whole + decimals)), Exact(1, 2)
    unit = Exact(10**exponent) if exponent >= 0 else Exact(1, 10**-exponent)
    return Interval((number - half) * unit * scale, (number + half) * unit * scale)


def read_scale(text: str, *, is_power: bool) -> Exact | None:
    """Return what amounts are multiplied by: a number, a word, or a power of ten as SDMX has it; None for neither."""
    folded = text.strip().casefold().removesuffix("s")
    if not folded:
        return Exact(1)
    if folded in _WORDS:
        return Exact(10 ** _WORDS[folded])
    if not folded.isascii() or not folded.isdigit() or len(folded) > 2 * len("million"):
        return None
    return Exact(10 ** min(int(folded), _LONGEST) if is_power else int(folded))


def read_flow(text: str) -> Flow | None:
    """Return which flow a cell means; None for any other."""
    return _FLOWS.get(re.sub(r"[^a-z0-9]", "", text.casefold()))


def read_currency(text: str) -> str | None:
    """Return the code of a currency that a cell is, or names as Eurostat does; None for neither."""
    written = text.strip().upper()
    if "EUR" in written:
        return "EUR"
    return written if re.fullmatch("[A-Z]{3}", written) else None


def read_period(text: str) -> str | None:
    """Return a year, month or quarter as this program writes it; None where a cell holds none.

    The first day of a year or month stands for it.
    """
    written = text.strip()
    try:
        if match := _QUARTER.fullmatch(written):
            first = 3 * int(match[2]) - 2
            return str(Period.parse(f"{match[1]}-{first:02}/{match[1]}-{first + 2:02}"))
        if match := _MONTH.fullmatch(written):
            return str(Period.parse(f"{match[1]}-{match[2]}"))
        if match := _DAY.fullmatch(written):
            return str(Period.parse(match[1] if match[2] == "01" else f"{match[1]}-{match[2]}"))
        return str(Period.parse(written))
    except InvalidPeriodError:
        return None


_SEPARATORS = ",;\t|"
UNREAD = ("without a period", "of an unknown scale", "of another flow", "without an amount")
"""The reasons for leaving a row or amount out that may be a mistake in the file, not a choice of totals."""
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
