"""Turn the choices made for a figure into the keys of a fact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tradefacts.article.figures import Figure
    from tradefacts.article.flows import View
    from tradefacts.period import Period

_HUNDRED = 100
GROWTHS = frozenset({"rise", "fall", "level"})


def compute_number(figure: Figure, kind: str) -> float:
    """Return the number that a figure states as a claim of a kind: a value, or a percentage with its sign."""
    value = figure.values[0]
    if kind in {"volume", "target", "share"}:
        return value
    if figure.unit == "factor":
        if kind == "rise":
            return _tidy(_HUNDRED * value - _HUNDRED, 2)
        return _tidy(_HUNDRED / value - _HUNDRED, 1)
    if kind == "level":
        return _tidy(value - _HUNDRED, 6)
    return -value if kind == "fall" else value


def make_claim(figure: Figure, kind: str, view: View, period: Period | None) -> dict[str, Any]:
    """Return the keys that follow from a figure's kind, places and period."""
    is_growth = kind in GROWTHS
    exporter, importer, direction = view.key
    is_goods = direction == "goods"
    number = compute_number(figure, kind)
    claim: dict[str, Any] = {
        "kind": "growth" if is_growth else kind,
        "country": view.subject,
        "partner": view.partner,
        "flow": view.flow,
        "pair": None if is_goods else [exporter, importer],
        "exporter": exporter if is_goods else None,
        "importer": importer if is_goods else None,
        "reporter": None,
        "printed": figure.printed,
        "bound": "=",
    }
    if kind != "target":
        claim["period"] = str(period) if period is not None else None
    if kind in {"volume", "target"}:
        claim["value"] = int(number) if number == int(number) else number
        claim["currency"] = figure.currency or "USD"
    else:
        claim["percent"] = number
    return claim


def _tidy(number: float, places: int) -> float:
    rounded = round(number, places)
    return int(rounded) if rounded == int(rounded) else rounded
