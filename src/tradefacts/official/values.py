"""What stands in the cells of official tables: amounts, periods and flows, each in several spellings."""

from __future__ import annotations

import re
from typing import Literal

from tradefacts.errors import InvalidPeriodError
from tradefacts.exact import Exact
from tradefacts.interval import Interval
from tradefacts.period import Period

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
