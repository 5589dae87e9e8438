"""Which column of a table holds what: known by its head, or named by the user."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, get_args

from tradefacts.errors import FactBaseError, InvalidQueryError
from tradefacts.named_tuples import NamedTuple
from tradefacts.names import did_you_mean
from tradefacts.text import shorten

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Role = Literal[
    "reporter",
    "partner",
    "flow",
    "period",
    "value",
    "exports",
    "imports",
    "turnover",
    "currency",
    "scale",
    "goods",
]
"""What a column holds.

`exports`, `imports` and `turnover` are amounts in columns of their own, in place of `flow` and `value`; `goods` is a
code, of which only the total counts.
"""

ROLES: tuple[Role, ...] = get_args(Role)
_NEEDED: tuple[Role, ...] = ("reporter", "partner", "period")
_SHOWN, _LONGEST = 12, 40
"""How many heads of a table a message shows, and how much of each."""
AMOUNTS: tuple[Role, ...] = ("exports", "imports", "turnover")

# Heads without case, blanks and signs, the better one first: UN Comtrade then and now, SDMX-CSV of several agencies.
_HEADS: dict[Role, tuple[str, ...]] = {
    "reporter": ("reporteriso", "reporteriso3", "reporterdesc", "refarea", "reporter", "country", "declarant"),
    "partner": ("partneriso", "partneriso3", "partnerdesc", "counterpartarea", "counterpartcountry", "partner"),
    "flow": ("flowcode", "tradeflow", "tradeflowname", "flow", "flowdesc", "tradeflowcode", "indicator"),
    "period": ("timeperiod", "period", "refperiodid", "refyear", "year", "time"),
    "value": ("primaryvalue", "tradevalueus", "obsvalue", "value", "tradevalue"),
    "currency": ("currency", "unitmeasure", "indicators"),
    "scale": ("unitmult",),
    "goods": ("cmdcode", "commoditycode", "product", "productcode"),
}
_TOTALS = {
    "partner2code": {"0"},
    "partner2iso": {"W00", "WLD"},
    "motcode": {"0"},
    "moscode": {"0"},
    "customscode": {"C00"},
    "indicators": {"VALUE_IN_EUROS", "VALUE_EUR"},
}
"""Columns of Comtrade, and one of Eurostat, that break a total down, and what stands in them for the total."""


class Columns(NamedTuple):
    """Where in a row each role stands; a role without a column may have one value for all rows."""

    places: Mapping[Role, int]
    fixed: Mapping[Role, str]
    totals: Sequence[tuple[int, set[str]]]
    """Columns of which only the rows of the total count, and what stands there."""

    def get(self, row: Sequence[str], role: Role) -> str:
        """Return what a row holds in a role; empty where it holds nothing."""
        place = self.places.get(role)
        if place is None:
            return self.fixed.get(role, "")
        return row[place].strip() if place < len(row) else ""

    def is_total(self, row: Sequence[str]) -> bool:
        """Whether a row is of all ways and procedures, where the table tells them apart."""
        return all(place >= len(row) or row[place].strip() in {"", *totals} for place, totals in self.totals)


def parse_mapping(mappings: Sequence[str]) -> dict[Role, str]:
    """Return what the user says of the columns: each `ROLE=COLUMN`, or `ROLE=VALUE` for one that all rows have.

    Raises:
        InvalidQueryError: one is written otherwise, is of an unknown role, or of one named before.
    """
    found: dict[Role, str] = {}
    for mapping in mappings:
        role, sign, column = mapping.partition("=")
        if not sign or not column:
            raise InvalidQueryError(f"expected ROLE=COLUMN, found {mapping!r}", hint="such as --map period=Year")
        known = next((name for name in ROLES if name == role.strip()), None)
        if known is None:
            raise InvalidQueryError(f"unknown role {role.strip()!r}", hint=did_you_mean(role.strip(), ROLES))
        if known in found:
            raise InvalidQueryError(f"the role {known!r} is named twice", hint="leave one of them out")
        found[known] = column.strip()
    return found


def find_columns(header: Sequence[str], named: Mapping[Role, str], name: str) -> Columns:
    """Return where each role stands in a table with that header; what the user names goes before what is known.

    Raises:
        FactBaseError: a role that is needed has no column, or two of the same name.
    """
    heads = [_fold(head) for head in header]
    places: dict[Role, int] = {}
    fixed: dict[Role, str] = {}
    for role in ROLES:
        if role in named:
            place = next((number for number, head in enumerate(header) if head.strip() == named[role]), None)
            if place is None:
                fixed[role] = named[role]
            else:
                places[role] = place
        else:
            known = next((heads.index(head) for head in _HEADS.get(role, ()) if head in heads), None)
            places |= {} if known is None else {role: known}
    called = [head.strip() for head in header]
    for role, place in places.items():
        if called.count(called[place]) > 1:
            hint = f"rename the one without the {role}"
            raise FactBaseError(f"{name}: two columns are called {called[place]!r}", hint=hint)
    columns = Columns(places, fixed, [(heads.index(head), totals) for head, totals in _TOTALS.items() if head in heads])
    _check(columns, header, name)
    return columns


def _check(columns: Columns, header: Sequence[str], name: str) -> None:
    has_amounts = any(role in columns.places for role in AMOUNTS)
    needed: tuple[Role, ...] = _NEEDED if has_amounts else (*_NEEDED, "flow", "value")
    missing = [role for role in needed if role not in columns.places and (role == "value" or role not in columns.fixed)]
    if missing:
        shown = ", ".join(shorten(head.strip(), _LONGEST) for head in header[:_SHOWN])
        shown += ", …" if len(header) > _SHOWN else ""
        raise FactBaseError(
            f"{name}: no column is known to hold the {missing[0]}; found {shown}",
            hint=f"name it: --map {missing[0]}=COLUMN",
        )


def _fold(head: str) -> str:
    return re.sub(r"[^a-z0-9]", "", head.lower())
