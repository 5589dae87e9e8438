"""What a volume and its growth imply for the earlier period, and what two volumes imply for growth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.exact import divide, find_factor, find_percent
from tradefacts.period import Period
from tradefacts.reckoning.derived import Refusal, make_derivation, name_figure

if TYPE_CHECKING:
    from tradefacts.reckoning.derived import Derivation, Known

UNSAID_BASE = "the growth is against the same months a year earlier, which no page says"
"""The assumption for a growth rate if none of its pages says what it compares with."""


def derive_base(volume: Known, growth: Known, *, is_base_said: bool = True) -> Derivation | Refusal:
    """Return the volume of the period that a growth compares with.

    Refused if that period has a different length.
    """
    base = growth.key.base_period or ""
    facts = (*volume.figure.facts, *growth.figure.facts)
    months, base_months = (Period.parse(written).months for written in (volume.key.period or "", base))
    if months != base_months:
        reason = f"{count_months(months)} grew against {count_months(base_months)}: periods of different length"
        return Refusal("base period", growth.key, reason, facts)
    return make_derivation(
        "base period",
        volume.key,
        divide(volume.interval, find_factor(growth.interval)),
        (name_figure("volume", volume), name_figure("growth", growth)),
        () if is_base_said else (UNSAID_BASE,),
        unit=volume.key.currency or "",
        period=base,
    )


def derive_growth(later: Known, earlier: Known) -> Derivation | Refusal:
    """Return the growth between two volumes of one series.

    Refused if their periods have different lengths.
    """
    months, earlier_months = (Period.parse(known.key.period or "").months for known in (later, earlier))
    if months != earlier_months:
        reason = f"{count_months(months)} against {count_months(earlier_months)}: periods of different length"
        return Refusal("growth", later.key, reason, (*later.figure.facts, *earlier.figure.facts))
    return make_derivation(
        "growth",
        later.key,
        find_percent(divide(later.interval, earlier.interval)),
        (name_figure("volume", later), name_figure("earlier volume", earlier)),
        (f"against {earlier.key.period}",),
        unit="percent",
    )


def count_months(number: int) -> str:
    """Return a number of months in words, such as "11 months" or "a full year"."""
    return {1: "1 month", 12: "a full year"}.get(number, f"{number} months")
